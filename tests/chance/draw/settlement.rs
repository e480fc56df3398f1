//! How what is left is paid: in one sum, in instalments, or on days agreed one by one.

use super::repayment;
use super::values::{amount, money};
use crate::dice::Dice;
use crate::judged::{minor, sum};
use quittance::engine::calendar::{Date, Frequency, Unit, add_days, days_between};
use quittance::engine::claim::{Claim, Component};
use quittance::engine::money::Money;
use quittance::engine::plan::{
    Carry, DatedPayment, DeferralInterest, Method, Proposal, RowKind, Settlement, Size, lay_out,
};

/// A link carries at most ten years.
const MOST_DAYS_AHEAD: i64 = 3_660;

/// What concessions and the down payment leave, in minor units.
#[derive(Clone, Copy, Debug)]
pub struct Left {
    pub total: i64,
    pub principal: i64,
    /// What the first payment settles before anything else.
    pub with_the_first: i64,
}

impl Left {
    /// As one sum on the as-of date would pay it; nothing where the proposal is refused in any case.
    fn of(claim: &Claim, proposal: &Proposal) -> Self {
        let mut at_once = proposal.clone();
        at_once.settlement = Settlement::LumpSum;
        at_once.deferral = DeferralInterest::Frozen;
        let rows = lay_out(claim, &at_once).map_or(Vec::new(), |plan| plan.rows);
        let last = rows.last().filter(|row| row.kind == RowKind::LumpSum);
        let mut left = Self {
            total: 0,
            principal: 0,
            with_the_first: 0,
        };
        for (component, part) in last.iter().flat_map(|row| row.paid.iter()) {
            left.total += minor(part);
            if component == Component::Principal {
                left.principal = minor(part);
            } else if proposal.carry.get(component) == Carry::First {
                left.with_the_first += minor(part);
            }
        }
        left
    }

    /// Amounts that so many payments may have without settling more than there is; each at least one unit.
    pub fn shared_out(self, dice: &mut Dice, payments: u32) -> Vec<Money> {
        let mut rest = self.total - self.with_the_first;
        let mut amounts = Vec::new();
        for after in (0..i64::from(payments)).rev() {
            let most = (rest - after).min(rest * 2 / (after + 2)).max(1);
            let part = dice.between(1, most);
            rest -= part;
            let first = if amounts.is_empty() {
                self.with_the_first
            } else {
                0
            };
            amounts.push(money(first + part));
        }
        amounts
    }
}

/// A settlement of any kind for a proposal that has all its other terms.
pub fn settlement(dice: &mut Dice, claim: &Claim, proposal: &Proposal) -> Settlement {
    let chosen = dice.below(1_000);
    if chosen < 66 {
        return Settlement::LumpSum;
    }
    let left = Left::of(claim, proposal);
    if chosen < 207 {
        let rest_last = chosen < 137;
        return on_dates(dice, claim, proposal, left, rest_last);
    }
    let owed = sum(claim.components());
    let frequency = frequency(dice);
    let count = count(dice);
    let in_instalments = |method: Method, size, multiple| Settlement::Instalments {
        repayment: method.into(),
        frequency,
        size,
        multiple,
    };
    match chosen {
        207..=236 => in_instalments(Method::EqualInstalment, Size::Count(count), None),
        237..=308 => {
            let size = Size::Payment(payment(dice, owed));
            in_instalments(Method::EqualInstalment, size, None)
        }
        309..=386 => {
            let few = count.min(60);
            let unit = multiple(dice, owed, few);
            in_instalments(Method::EqualInstalment, Size::Count(few), Some(unit))
        }
        387..=451 => in_instalments(Method::EqualPrincipal, Size::Count(count), None),
        452..=516 => in_instalments(Method::InterestFirst, Size::Count(count), None),
        _ => repayment::settlement(dice, claim, proposal, left, frequency, count),
    }
}

/// The settlement, with the amount that is left for its last payment named where it can be laid out.
pub fn to_the_cent(
    claim: &Claim,
    proposal: &Proposal,
    open: Settlement,
    closed: impl FnOnce(Money) -> Settlement,
) -> Settlement {
    let mut tried = proposal.clone();
    tried.settlement = open;
    let rows = lay_out(claim, &tried).map_or(Vec::new(), |plan| plan.rows);
    match rows.last().map(|row| sum(&row.paid)) {
        Some(last) => closed(money(last)),
        None => tried.settlement,
    }
}

fn on_dates(
    dice: &mut Dice,
    claim: &Claim,
    proposal: &Proposal,
    left: Left,
    rest_last: bool,
) -> Settlement {
    let wanted = match dice.below(16) {
        0 => 1,
        1 => dice.between(37, 90),
        _ => dice.between(2, 18),
    };
    let days = days(dice, claim.as_of, proposal.first_due, wanted);
    let lines = u32::try_from(days.len()).unwrap();
    let amounts = left.shared_out(dice, lines);
    let mut payments: Vec<DatedPayment> = days
        .iter()
        .zip(amounts)
        .map(|(date, amount)| DatedPayment {
            date: *date,
            amount,
        })
        .collect();
    let last = payments.pop().map(|line| line.date);
    let open = Settlement::OnDates {
        payments: payments.clone(),
        rest_on: last,
    };
    let (false, Some(date)) = (rest_last, last) else {
        return open;
    };
    to_the_cent(claim, proposal, open, |amount| {
        payments.push(DatedPayment { date, amount });
        Settlement::OnDates {
            payments,
            rest_on: None,
        }
    })
}

/// Days from the first due date on: a step, or as it comes.
fn days(dice: &mut Dice, as_of: Date, first: Date, wanted: i64) -> Vec<Date> {
    let step = dice.one_of(&[7, 14, 30, 31]);
    let regular = dice.once_in(3);
    let mut days = vec![first];
    let mut next = first;
    while i64::try_from(days.len()).unwrap() < wanted {
        let gap = if regular { step } else { dice.between(1, 60) };
        match add_days(next, gap) {
            Ok(day) if days_between(as_of, day) <= MOST_DAYS_AHEAD => next = day,
            _ => break,
        }
        days.push(next);
    }
    days
}

fn frequency(dice: &mut Dice) -> Frequency {
    match dice.below(8) {
        0 => Frequency::WEEKLY,
        1 => Frequency::FORTNIGHTLY,
        2 => Frequency::HALF_MONTHLY,
        3 => Frequency::new(dice.one_of(&[1, 2, 10, 28, 30, 31, 45, 90]), Unit::Days).unwrap(),
        4 => Frequency::new(dice.one_of(&[3, 4, 6, 13]), Unit::Weeks).unwrap(),
        5 => Frequency::new(dice.one_of(&[2, 3, 6, 12]), Unit::Months).unwrap(),
        _ => Frequency::MONTHLY,
    }
}

fn count(dice: &mut Dice) -> u32 {
    match dice.below(256) {
        0..=11 => 1,
        12 => 600,
        13 => dice.count(61, 599),
        14..=40 => dice.count(37, 60),
        41..=60 => 12,
        _ => dice.count(2, 36),
    }
}

/// An instalment that settles the debt before long, or nearly; now and then any amount.
fn payment(dice: &mut Dice, owed: i64) -> Money {
    match dice.below(8) {
        0 => amount(dice),
        _ => money(owed / dice.between(1, 36) + dice.between(1, 1 + owed / 16)),
    }
}

/// A unit small enough that rounding up to it leaves something for the last of `count` instalments.
fn multiple(dice: &mut Dice, owed: i64, count: u32) -> Money {
    let fits = owed / (i64::from(count) * i64::from(count) * 2);
    let wanted = dice.one_of(&[1, 10, 100, 500, 1_000, 10_000]);
    money(if dice.once_in(16) {
        wanted
    } else {
        wanted.min(fits).max(1)
    })
}
