//! Terms that must be refused by name, each put out of place on purpose.

use super::values::{days_before, money};
use crate::dice::Dice;
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::{Claim, Component, PerComponent};
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{
    Carry, Concessions, DatedPayment, DeferralInterest, FlatPrincipal, InterestBasis, Method,
    Proposal, Repayment, Settlement, Size, Step, Waiver,
};
use rust_decimal::Decimal;

/// Puts one term out of place, so that the proposal cannot be laid out, and names the refusal where nothing else is.
pub fn put_out_of_place(
    dice: &mut Dice,
    claim: &Claim,
    proposal: &mut Proposal,
) -> Option<&'static str> {
    let owed = claim.components().total().unwrap().minor();
    let counted = |count| monthly(Method::EqualPrincipal.into(), Size::Count(count), None);
    match dice.below(20) {
        0 => proposal.settlement = counted(0),
        1 => proposal.settlement = counted(dice.one_of(&[601, 602, 10_000, u32::MAX])),
        2 => match add_days(claim.as_of, -dice.between(1, 400)) {
            Ok(earlier) => proposal.first_due = earlier,
            // There is no day before the calendar's first.
            Err(_) => proposal.settlement = counted(0),
        },
        3 => proposal.down_payment = money(dice.one_of(&[-1, -owed - 1])),
        4 => proposal.down_payment = money(owed + dice.one_of(&[1, 100, owed])).max(money(1)),
        5 => {
            let component = dice.one_of(&Component::ALL);
            let above = claim.components().get(component).minor() + dice.one_of(&[1, 1_000]);
            proposal
                .concessions
                .waivers
                .set(component, Waiver::Amount(money(above)));
        }
        6 => {
            let unit = dice.one_of(&[0, -1, -100]);
            let multiple = Some(money(unit));
            let level = Repayment::EqualInstalment;
            proposal.settlement = monthly(level, Size::Count(12), multiple);
        }
        7 => {
            let repayment = other_than_equal(dice);
            let (size, multiple) = if dice.once_in(2) {
                (Size::Payment(Money::MAX), None)
            } else {
                (Size::Count(12), Some(money(1)))
            };
            proposal.settlement = monthly(repayment, size, multiple);
        }
        8..=13 => return Some(ways(dice, claim, proposal)),
        _ => return Some(given(dice, claim, proposal)),
    }
    None
}

fn monthly(repayment: Repayment, size: Size, multiple: Option<Money>) -> Settlement {
    Settlement::Instalments {
        repayment,
        frequency: Frequency::MONTHLY,
        size,
        multiple,
    }
}

fn other_than_equal(dice: &mut Dice) -> Repayment {
    match dice.below(6) {
        0 => Repayment::EqualPrincipal,
        1 => Repayment::InterestFirst,
        2 => Repayment::Balloon(Money::ZERO),
        3 => Repayment::Flat(FlatPrincipal::EqualParts),
        4 => Repayment::OneOff,
        _ => Repayment::InterestLast,
    }
}

/// Everything that is owed is left to pay, and no arrears beside what the first payment settles.
fn everything_is_left(proposal: &mut Proposal, carry: Carry) {
    proposal.concessions = Concessions::NONE;
    proposal.down_payment = Money::ZERO;
    proposal.carry = PerComponent::all(carry);
    proposal.deferral = DeferralInterest::Frozen;
}

/// Terms of the ways to repay that cannot be.
fn ways(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) -> &'static str {
    let owed = claim.components().total().unwrap().minor();
    let principal = claim.components().principal.minor();
    everything_is_left(proposal, dice.one_of(&[Carry::First, Carry::Capitalised]));
    let (repayment, name) = match dice.below(7) {
        0 => {
            let step = Step::Times(dice.one_of(&[
                Decimal::ZERO,
                -Decimal::ONE,
                Decimal::new(10_001, 2),
                Decimal::new(10_000_000_001, 11),
            ]));
            (Repayment::Stepped { step, every: 1 }, "step out of range")
        }
        1 => {
            let step = Step::Plus(Money::ZERO);
            let every = dice.one_of(&[0, 601]);
            (Repayment::Stepped { step, every }, "rows out of range")
        }
        2 => {
            let (minimum, rows) = (Money::MAX, dice.one_of(&[12, 13, 600]));
            let first = Repayment::MinimumFirst { minimum, rows };
            (first, "rows out of range")
        }
        3 | 4 if principal >= 10_000 => {
            // The second period is a whole month at two per cent.
            proposal.rate = Rate::parse_percent("24").unwrap();
            proposal.basis = InterestBasis::Periodic;
            let (minimum, rows) = (money(dice.between(0, 9)), dice.count(2, 11));
            let first = Repayment::MinimumFirst { minimum, rows };
            (first, "row below interest")
        }
        5 if principal > 0 => {
            proposal.rate = Rate::ZERO;
            let minimum = money(owed + dice.between(0, 1_000));
            let rows = dice.count(1, 10);
            let first = Repayment::MinimumFirst { minimum, rows };
            (first, "settled early")
        }
        _ => {
            let balloon = dice.one_of(&[money(-1), Money::MAX]);
            (Repayment::Balloon(balloon), "balloon above principal")
        }
    };
    proposal.settlement = monthly(repayment, Size::Count(12), None);
    name
}

/// Amounts given one by one that do not fit.
fn given(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) -> &'static str {
    let owed = claim.components().total().unwrap().minor();
    let arrears = owed - claim.components().principal.minor();
    let last_takes_rest = dice.once_in(2);
    let custom = |payments: Vec<Money>, count| {
        let repayment = Repayment::Custom {
            payments,
            last_takes_rest,
        };
        monthly(repayment, Size::Count(count), None)
    };
    let first = proposal.first_due;
    let line = |date, minor| DatedPayment {
        date,
        amount: money(minor),
    };
    let on = |payments: Vec<DatedPayment>, rest_on| Settlement::OnDates { payments, rest_on };
    let next = add_days(first, 1);
    everything_is_left(proposal, Carry::First);
    let (settlement, name) = match (dice.below(10), next) {
        (0, _) => {
            let three = vec![money(1); 3];
            (custom(three, dice.one_of(&[2, 4])), "payments for rows")
        }
        (1..=2, _) if owed > 0 => {
            let amounts = vec![money(dice.one_of(&[0, -1])), money(1), money(1)];
            (custom(amounts, 3), "payment not positive")
        }
        // Less than there is, though all arrears.
        (3, _) if arrears + 1 < owed => {
            let lines = vec![line(first, arrears + 1)];
            (on(lines, None), "payments do not add up")
        }
        (5..=6, Ok(next)) if arrears > 1 => {
            let short = line(first, dice.between(1, arrears - 1));
            (on(vec![short], Some(next)), "first below arrears")
        }
        (7, _) => {
            let lines = vec![line(first, 1), line(first, 1)];
            (on(lines, None), "days out of order")
        }
        (8, _) => {
            let before = days_before(first, dice.between(0, 3));
            let lines = vec![line(first, 1)];
            (on(lines, Some(before)), "days out of order")
        }
        (9, _) => {
            let another = next.unwrap_or_else(|_| days_before(first, 1));
            (on(vec![line(another, 1)], None), "days out of order")
        }
        (4, _) => (on(Vec::new(), None), "count out of range"),
        // More than there is.
        _ => {
            let lines = vec![line(first, Money::MAX.minor())];
            (on(lines, None), "payments do not add up")
        }
    };
    proposal.settlement = settlement;
    name
}
