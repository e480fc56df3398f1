//! The proposal: concessions and when they are given up for good. Its keys stand in the offer's own map; how the rest
//! is paid stands in `settlement`.

use super::claim::component_key;
use super::codes::{Numbered, basis_from_number, basis_number};
use super::entries::{Draft, Entries};
use super::keys::{Key, by_component, offer};
use super::numbers::{
    FINE, day_after, member, money, money_or_zero, money_value, rate, refuse, share, steps_value,
};
use super::settlement::{read_settlement, write_settlement};
use super::value::Value;
use crate::engine::calendar::{Date, days_between};
use crate::engine::claim::{Component, PerComponent};
use crate::engine::money::Rate;
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{
    Carry, Concessions, Milestone, Milestones, Proposal, Relief, Vesting, Waiver,
};
use crate::share::Refusal;

/// What stands first in the list of a waiver that is an amount; a list that is a share has [`FINE`].
const AMOUNT: i64 = 0;
/// A waiver that vests in proportion to what is paid, and one that vests at once.
const PRO_RATA: i64 = 1;
const AT_ONCE: i64 = 2;
/// More steps than anybody would follow.
const MOST_MILESTONES: usize = 12;

pub fn write_proposal(proposal: &Proposal, as_of: Date, map: &mut Draft) -> Result<(), Refusal> {
    map.put_some(offer::CONCESSIONS, write_concessions(&proposal.concessions));
    map.put_unless(offer::DOWN_PAYMENT, proposal.down_payment.minor(), 0);
    write_settlement(&proposal.settlement, as_of, map)?;
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
    map.put_unless(offer::WHILE_KEPT, proposal.relief.while_kept.number(), 0);
    map.put_some(offer::VESTING, vesting_value(&proposal.relief.vesting));
    Ok(())
}

pub fn read_proposal(map: &mut Entries, as_of: Date) -> Result<Proposal, Refusal> {
    Ok(Proposal {
        concessions: read_concessions(map.map(offer::CONCESSIONS)?)?,
        down_payment: money_or_zero(map, offer::DOWN_PAYMENT)?,
        settlement: read_settlement(map, as_of)?,
        first_due: day_after(map, offer::FIRST_DUE, as_of)?,
        deferral: member(map, offer::DEFERRAL)?,
        carry: read_carry(map.map(offer::CARRY)?)?,
        rate: match map.take(offer::RATE) {
            None => Rate::ZERO,
            Some(value) => rate(&value, offer::RATE)?,
        },
        basis: basis_from_number(map.int_or(offer::BASIS, 0)?).ok_or(refuse(offer::BASIS))?,
        rounding: member(map, offer::ROUNDING)?,
        relief: Relief {
            while_kept: member(map, offer::WHILE_KEPT)?,
            vesting: read_vesting(map)?,
        },
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

/// A number for the ways without milestones; those are a list.
fn vesting_value(vesting: &Vesting) -> Option<Value> {
    match vesting {
        Vesting::OnCompletion => None,
        Vesting::ProRata => Some(Value::Int(PRO_RATA)),
        Vesting::AtOnce => Some(Value::Int(AT_ONCE)),
        Vesting::Milestones(milestones) => Some(Value::List(
            milestones
                .as_slice()
                .iter()
                .map(|milestone| {
                    let after = Value::Int(i64::from(milestone.after));
                    Value::List(vec![after, steps_value(milestone.share.scaled())])
                })
                .collect(),
        )),
    }
}

fn read_vesting(map: &mut Entries) -> Result<Vesting, Refusal> {
    let key = offer::VESTING;
    match map.take(key) {
        None => Ok(Vesting::OnCompletion),
        Some(Value::Int(PRO_RATA)) => Ok(Vesting::ProRata),
        Some(Value::Int(AT_ONCE)) => Ok(Vesting::AtOnce),
        Some(Value::List(items)) => {
            let milestones: Option<Vec<Milestone>> = items.iter().map(milestone).collect();
            milestones
                .filter(|milestones| milestones.len() <= MOST_MILESTONES)
                .and_then(|milestones| Milestones::new(milestones).ok())
                .map(Vesting::Milestones)
                .ok_or(refuse(key))
        }
        Some(_) => Err(refuse(key)),
    }
}

fn milestone(item: &Value) -> Option<Milestone> {
    let Value::List(parts) = item else {
        return None;
    };
    let [Value::Int(after), part] = parts.as_slice() else {
        return None;
    };
    let after = u32::try_from(*after).ok()?;
    (after <= MOST_ROWS).then_some(Milestone {
        after,
        share: share(part)?,
    })
}
