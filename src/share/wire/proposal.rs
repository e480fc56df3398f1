//! The proposal: concessions and how the rest is paid. Its keys stand in the offer's own map.

use super::claim::component_key;
use super::codes::{Numbered, basis_from_number, basis_number};
use super::entries::{Draft, Entries};
use super::keys::{Key, by_component, instalments, offer};
use super::numbers::{
    FINE, count, day_after, member, money, money_or_zero, money_value, rate, refuse, share,
    steps_value,
};
use super::value::Value;
use crate::engine::calendar::{Date, Frequency, days_between};
use crate::engine::claim::{Component, PerComponent};
use crate::engine::money::Rate;
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{Carry, Concessions, Proposal, Settlement, Size, Waiver};
use crate::share::Refusal;

/// What stands first in the list of a waiver that is an amount; a list that is a share has [`FINE`].
const AMOUNT: i64 = 0;

pub fn write_proposal(proposal: &Proposal, as_of: Date, map: &mut Draft) {
    map.put_some(offer::CONCESSIONS, write_concessions(&proposal.concessions));
    map.put_unless(offer::DOWN_PAYMENT, proposal.down_payment.minor(), 0);
    map.put_some(offer::INSTALMENTS, write_settlement(&proposal.settlement));
    map.put_unless(offer::FIRST_DUE, days_between(as_of, proposal.first_due), 0);
    map.put_unless(offer::DEFERRAL, proposal.deferral.number(), 0);
    let mut carry = Draft::default();
    for (component, treatment) in proposal.carry.iter() {
        carry.put_unless(component_key(component), treatment.number(), 0);
    }
    map.put_some(offer::CARRY, carry.unless_empty());
    if !proposal.rate.is_zero() {
        map.put(offer::RATE, steps_value(proposal.rate.scaled()));
    }
    map.put_unless(offer::BASIS, basis_number(proposal.basis), 0);
    map.put_unless(offer::ROUNDING, proposal.rounding.number(), 0);
}

pub fn read_proposal(map: &mut Entries, as_of: Date) -> Result<Proposal, Refusal> {
    Ok(Proposal {
        concessions: read_concessions(map.map(offer::CONCESSIONS)?)?,
        down_payment: money_or_zero(map, offer::DOWN_PAYMENT)?,
        settlement: match map.optional_map(offer::INSTALMENTS)? {
            None => Settlement::LumpSum,
            Some(instalments) => read_instalments(instalments)?,
        },
        first_due: day_after(map, offer::FIRST_DUE, as_of)?,
        deferral: member(map, offer::DEFERRAL)?,
        carry: read_carry(map.map(offer::CARRY)?)?,
        rate: match map.take(offer::RATE) {
            None => Rate::ZERO,
            Some(value) => rate(&value, offer::RATE)?,
        },
        basis: basis_from_number(map.int_or(offer::BASIS, 0)?).ok_or(refuse(offer::BASIS))?,
        rounding: member(map, offer::ROUNDING)?,
    })
}

fn write_concessions(concessions: &Concessions) -> Option<Value> {
    let mut map = Draft::default();
    for (component, waiver) in concessions.waivers.iter() {
        map.put_some(component_key(component), waiver_value(waiver));
    }
    map.put_some(by_component::DISCOUNT, waiver_value(concessions.discount));
    map.unless_empty()
}

fn read_concessions(mut map: Entries) -> Result<Concessions, Refusal> {
    let mut waivers = PerComponent::all(Waiver::Nothing);
    for component in Component::ALL {
        waivers.set(component, read_waiver(&mut map, component_key(component))?);
    }
    let discount = read_waiver(&mut map, by_component::DISCOUNT)?;
    map.finish()?;
    Ok(Concessions { waivers, discount })
}

fn waiver_value(waiver: Waiver) -> Option<Value> {
    match waiver {
        Waiver::Nothing => None,
        Waiver::Share(share) => Some(steps_value(share.scaled())),
        Waiver::Amount(amount) => Some(Value::List(vec![Value::Int(AMOUNT), money_value(amount)])),
    }
}

fn read_waiver(map: &mut Entries, key: Key) -> Result<Waiver, Refusal> {
    let Some(value) = map.take(key) else {
        return Ok(Waiver::Nothing);
    };
    // The first item tells an amount from a share.
    const { assert!(AMOUNT != FINE) };
    if let Value::List(items) = &value
        && let [Value::Int(AMOUNT), amount] = items.as_slice()
    {
        return money(amount, key).map(Waiver::Amount);
    }
    share(&value).map(Waiver::Share).ok_or(refuse(key))
}

fn read_carry(mut map: Entries) -> Result<PerComponent<Carry>, Refusal> {
    let mut carry = PerComponent::all(Carry::Spread);
    for component in Component::ALL {
        carry.set(component, member(&mut map, component_key(component))?);
    }
    map.finish()?;
    Ok(carry)
}

fn write_settlement(settlement: &Settlement) -> Option<Value> {
    let Settlement::Instalments {
        method,
        frequency,
        size,
        multiple,
    } = settlement
    else {
        return None;
    };
    let mut map = Draft::default();
    map.put_unless(instalments::METHOD, method.number(), 0);
    map.put_unless(instalments::EVERY, i64::from(frequency.every()), 1);
    map.put_unless(instalments::UNIT, frequency.unit().number(), 0);
    match size {
        Size::Count(count) => map.put(instalments::COUNT, Value::Int(i64::from(*count))),
        Size::Payment(payment) => map.put(instalments::PAYMENT, money_value(*payment)),
    }
    map.put_some(instalments::MULTIPLE, multiple.map(money_value));
    Some(map.whole())
}

fn read_instalments(mut map: Entries) -> Result<Settlement, Refusal> {
    let every = map.int_or(instalments::EVERY, 1)?;
    let unit = member(&mut map, instalments::UNIT)?;
    let frequency = u16::try_from(every)
        .ok()
        .and_then(|every| Frequency::new(every, unit))
        .ok_or(refuse(instalments::EVERY))?;
    let size = match map.take(instalments::PAYMENT) {
        Some(value) => Size::Payment(money(&value, instalments::PAYMENT)?),
        None => match count(&mut map, instalments::COUNT, MOST_ROWS)? {
            0 => {
                return Err(Refusal::Missing {
                    what: instalments::COUNT.name,
                });
            }
            count => Size::Count(count),
        },
    };
    let multiple = map
        .take(instalments::MULTIPLE)
        .map(|value| money(&value, instalments::MULTIPLE))
        .transpose()?;
    let method = member(&mut map, instalments::METHOD)?;
    map.finish()?;
    Ok(Settlement::Instalments {
        method,
        frequency,
        size,
        multiple,
    })
}
