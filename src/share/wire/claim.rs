//! The parties and the claim.

use super::codes::{Numbered, order_from_number, order_number};
use super::entries::{Draft, Entries};
use super::keys::{Key, by_component, late_charge, parties, penalty, terms};
use super::numbers::{
    LINE_LENGTH, NAME_LENGTH, count, day_before, member, money, money_or_zero, money_value,
    multiple, multiple_value, rate, refuse, steps_value, text, text_value,
};
use super::value::Value;
use crate::engine::calendar::{Date, days_between};
use crate::engine::claim::{
    Balances, Component, Components, Creditor, LateCharge, Order, OrderSwitch, Parties, Penalty,
    PenaltyRate, Terms, Waterfall,
};
use crate::share::{CreditorId, Refusal};

const MOST_CHANNELS: usize = 6;
const MOST_SWITCH_DAYS: u32 = 36_500;

/// The key of a component in the maps that have one entry for each.
pub fn component_key(component: Component) -> Key {
    // Six numbers: never the default.
    Key {
        number: u8::try_from(component.number()).unwrap_or(u8::MAX),
        name: component.code(),
    }
}

/// A creditor by the name that every party knows it by, or by a reference to a list that the reader has.
pub type Directory<'a> = &'a dyn Fn(CreditorId) -> Option<Creditor>;

pub fn write_parties(sides: &Parties, known: Option<CreditorId>) -> Value {
    let mut map = known.map_or_else(
        || creditor_map(&sides.creditor),
        |CreditorId(id)| {
            let mut map = Draft::default();
            map.put(parties::CREDITOR_ID, Value::Bytes(id.to_vec()));
            map
        },
    );
    map.put(parties::BORROWER, text_value(&sides.borrower));
    map.put(parties::ACCOUNT, text_value(&sides.account));
    map.whole()
}

/// The entries of a creditor alone.
pub fn creditor_map(creditor: &Creditor) -> Draft {
    let mut map = Draft::default();
    map.put(parties::CREDITOR, text_value(&creditor.name));
    map.put_some(
        parties::ORIGINAL,
        creditor.original.as_deref().map(text_value),
    );
    map.put(parties::CONTACT, text_value(&creditor.contact));
    map.put(parties::COMPLAINTS, text_value(&creditor.complaints));
    if !creditor.channels.is_empty() {
        let channels = creditor
            .channels
            .iter()
            .map(|channel| text_value(channel))
            .collect();
        map.put(parties::CHANNELS, Value::List(channels));
    }
    map
}

/// The parties, and the reference by which the creditor was named if it was.
pub fn read_parties(
    mut map: Entries,
    directory: Directory<'_>,
) -> Result<(Parties, Option<CreditorId>), Refusal> {
    let borrower = text(map.need(parties::BORROWER)?, parties::BORROWER, NAME_LENGTH)?;
    let account = text(map.need(parties::ACCOUNT)?, parties::ACCOUNT, NAME_LENGTH)?;
    let known = map
        .take(parties::CREDITOR_ID)
        .map(|value| {
            match value {
                Value::Bytes(bytes) => CreditorId::from_bytes(&bytes),
                _ => None,
            }
            .ok_or(refuse(parties::CREDITOR_ID))
        })
        .transpose()?;
    let creditor = match known {
        Some(id) => {
            map.finish()?;
            directory(id).ok_or(Refusal::UnknownCreditor)?
        }
        None => read_creditor(map)?,
    };
    let sides = Parties {
        creditor,
        borrower,
        account,
    };
    Ok((sides, known))
}

/// A creditor from a map of nothing else.
pub fn read_creditor(mut map: Entries) -> Result<Creditor, Refusal> {
    let mut needed = |key, most| text(map.need(key)?, key, most);
    let name = needed(parties::CREDITOR, NAME_LENGTH)?;
    let contact = needed(parties::CONTACT, LINE_LENGTH)?;
    let complaints = needed(parties::COMPLAINTS, LINE_LENGTH)?;
    let original = map
        .take(parties::ORIGINAL)
        .map(|value| text(value, parties::ORIGINAL, NAME_LENGTH))
        .transpose()?;
    let channels = match map.take(parties::CHANNELS) {
        None => Vec::new(),
        Some(Value::List(channels)) if channels.len() <= MOST_CHANNELS => channels
            .into_iter()
            .map(|channel| text(channel, parties::CHANNELS, LINE_LENGTH))
            .collect::<Result<_, _>>()?,
        Some(_) => return Err(refuse(parties::CHANNELS)),
    };
    map.finish()?;
    Ok(Creditor {
        name,
        original,
        contact,
        complaints,
        channels,
    })
}

pub fn write_balances(balances: &Balances) -> Value {
    let mut map = Draft::default();
    for (component, amount) in balances.components.iter() {
        map.put_unless(component_key(component), amount.minor(), 0);
    }
    let principal = balances.components.principal.minor();
    map.put_unless(
        by_component::OVERDUE_PRINCIPAL,
        balances.overdue_principal.minor(),
        principal,
    );
    map.whole()
}

pub fn read_balances(mut map: Entries) -> Result<Balances, Refusal> {
    let mut components = Components::ZERO;
    for component in Component::ALL {
        components.set(
            component,
            money_or_zero(&mut map, component_key(component))?,
        );
    }
    let overdue = by_component::OVERDUE_PRINCIPAL;
    let overdue_principal = match map.take(overdue) {
        None => components.principal,
        Some(value) => money(&value, overdue)?,
    };
    map.finish()?;
    if overdue_principal > components.principal {
        return Err(refuse(overdue));
    }
    Ok(Balances {
        components,
        overdue_principal,
    })
}

pub fn write_terms(contract: &Terms, as_of: Date) -> Result<Value, Refusal> {
    let mut map = Draft::default();
    map.put_unless(terms::SIGNED_ON, days_between(contract.signed_on, as_of), 0);
    map.put(
        terms::ORIGINAL_PRINCIPAL,
        money_value(contract.original_principal),
    );
    map.put(
        terms::INTEREST_RATE,
        steps_value(contract.interest_rate.scaled()),
    );
    map.put_some(
        terms::PENALTY,
        contract.penalty.as_ref().map(write_penalty).transpose()?,
    );
    map.put_some(
        terms::LATE_CHARGE,
        contract.late_charge.as_ref().map(write_late_charge),
    );
    map.put_some(
        terms::CEILING,
        contract
            .ceiling
            .map(|ceiling| steps_value(ceiling.scaled())),
    );
    map.put_unless(terms::DAY_COUNT, contract.day_count.number(), 0);
    map.put_unless(terms::ROUNDING, contract.rounding.number(), 0);
    let order = contract.waterfall.order;
    if order_number(order) != Some(0) {
        map.put(terms::ORDER, order_value(order));
    }
    if let Some(switch) = contract.waterfall.switch {
        map.put_unless(terms::SWITCH_DAYS, i64::from(switch.from_days_past_due), 0);
        map.put(terms::SWITCH_ORDER, order_value(switch.order));
    }
    Ok(map.whole())
}

pub fn read_terms(mut map: Entries, as_of: Date) -> Result<Terms, Refusal> {
    let order = map.take(terms::ORDER).unwrap_or(Value::Int(0));
    let switch = match map.take(terms::SWITCH_ORDER) {
        None => None,
        Some(value) => Some(OrderSwitch {
            from_days_past_due: count(&mut map, terms::SWITCH_DAYS, MOST_SWITCH_DAYS)?,
            order: read_order(&value, terms::SWITCH_ORDER)?,
        }),
    };
    let read = Terms {
        signed_on: day_before(&mut map, terms::SIGNED_ON, as_of)?,
        original_principal: money(
            &map.need(terms::ORIGINAL_PRINCIPAL)?,
            terms::ORIGINAL_PRINCIPAL,
        )?,
        interest_rate: rate(&map.need(terms::INTEREST_RATE)?, terms::INTEREST_RATE)?,
        penalty: map
            .optional_map(terms::PENALTY)?
            .map(read_penalty)
            .transpose()?,
        late_charge: map
            .optional_map(terms::LATE_CHARGE)?
            .map(read_late_charge)
            .transpose()?,
        ceiling: map
            .take(terms::CEILING)
            .map(|value| rate(&value, terms::CEILING))
            .transpose()?,
        day_count: member(&mut map, terms::DAY_COUNT)?,
        rounding: member(&mut map, terms::ROUNDING)?,
        waterfall: Waterfall {
            order: read_order(&order, terms::ORDER)?,
            switch,
        },
    };
    map.finish()?;
    Ok(read)
}

fn write_penalty(contract: &Penalty) -> Result<Value, Refusal> {
    let mut map = Draft::default();
    match contract.rate {
        PenaltyRate::Multiple(multiple) => {
            map.put(
                penalty::MULTIPLE,
                multiple_value(multiple, penalty::MULTIPLE)?,
            );
        }
        PenaltyRate::Own(rate) => map.put(penalty::OWN_RATE, steps_value(rate.scaled())),
    }
    map.put_unless(penalty::BASE, contract.base.number(), 0);
    map.put_true(penalty::COMPOUND, contract.compound);
    map.put_true(penalty::BESIDE_INTEREST, contract.beside_interest);
    Ok(map.whole())
}

fn read_penalty(mut map: Entries) -> Result<Penalty, Refusal> {
    let rate = match (map.take(penalty::MULTIPLE), map.take(penalty::OWN_RATE)) {
        (Some(value), None) => PenaltyRate::Multiple(multiple(&value, penalty::MULTIPLE)?),
        (None, Some(value)) => PenaltyRate::Own(rate(&value, penalty::OWN_RATE)?),
        (None, None) => {
            return Err(Refusal::Missing {
                what: penalty::MULTIPLE.name,
            });
        }
        (Some(_), Some(_)) => return Err(refuse(penalty::OWN_RATE)),
    };
    let read = Penalty {
        rate,
        base: member(&mut map, penalty::BASE)?,
        compound: map.flag(penalty::COMPOUND)?,
        beside_interest: map.flag(penalty::BESIDE_INTEREST)?,
    };
    map.finish()?;
    Ok(read)
}

fn write_late_charge(charge: &LateCharge) -> Value {
    let mut map = Draft::default();
    map.put(late_charge::RATE, steps_value(charge.rate.scaled()));
    map.put_some(late_charge::CAP, charge.cap.map(money_value));
    map.whole()
}

fn read_late_charge(mut map: Entries) -> Result<LateCharge, Refusal> {
    let rate = rate(&map.need(late_charge::RATE)?, late_charge::RATE)?;
    let cap = map
        .take(late_charge::CAP)
        .map(|value| money(&value, late_charge::CAP))
        .transpose()?;
    map.finish()?;
    Ok(LateCharge { rate, cap })
}

fn order_value(order: Order) -> Value {
    match order_number(order) {
        Some(number) => Value::Int(number),
        None => Value::List(
            order
                .components()
                .into_iter()
                .map(|part| Value::Int(part.number()))
                .collect(),
        ),
    }
}

fn read_order(value: &Value, key: Key) -> Result<Order, Refusal> {
    let order = match value {
        Value::Int(number) => order_from_number(*number),
        Value::List(parts) => parts
            .iter()
            .map(|part| match part {
                Value::Int(number) => Component::from_number(*number),
                _ => None,
            })
            .collect::<Option<Vec<_>>>()
            .and_then(|parts| <[Component; 6]>::try_from(parts).ok())
            .and_then(Order::new),
        _ => None,
    };
    order.ok_or(refuse(key))
}
