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

/// Puts one term out of place, so that the proposal cannot be laid out.
pub fn put_out_of_place(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) {
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
        8..=14 => ways(dice, claim, proposal),
        _ => given(dice, claim, proposal),
    }
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
fn ways(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) {
    let owed = claim.components().total().unwrap().minor();
    let principal = claim.components().principal.minor();
    let (repayment, count) = match dice.below(7) {
        0 => (Repayment::Balloon(Money::MAX), 12),
        1 => (Repayment::Balloon(money(-1)), 12),
        2 => {
            let finer = Decimal::new(10_000_000_001, 11);
            let above = Decimal::new(10_001, 2);
            let step = Step::Times(dice.one_of(&[Decimal::ZERO, -Decimal::ONE, above, finer]));
            (Repayment::Stepped { step, every: 1 }, 12)
        }
        3 => {
            let step = Step::Plus(Money::ZERO);
            let every = dice.one_of(&[0, 601]);
            (Repayment::Stepped { step, every }, 12)
        }
        4 => {
            let (minimum, rows) = (Money::MAX, dice.one_of(&[12, 13, 600]));
            (Repayment::MinimumFirst { minimum, rows }, 12)
        }
        5 if principal >= 10_000 => {
            // The second period is a whole month at two per cent.
            everything_is_left(proposal, Carry::Spread);
            proposal.rate = Rate::parse_percent("24").unwrap();
            proposal.basis = InterestBasis::Periodic;
            let (minimum, rows) = (money(dice.between(0, 9)), dice.count(2, 11));
            (Repayment::MinimumFirst { minimum, rows }, 12)
        }
        6 if principal > 0 => {
            everything_is_left(proposal, dice.one_of(&[Carry::First, Carry::Capitalised]));
            proposal.rate = Rate::ZERO;
            let minimum = money(owed + dice.between(0, 1_000));
            let rows = dice.count(1, 10);
            (Repayment::MinimumFirst { minimum, rows }, 12)
        }
        _ => (Repayment::Balloon(Money::MAX), 12),
    };
    proposal.settlement = monthly(repayment, Size::Count(count), None);
}

/// Amounts given one by one that do not fit.
fn given(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) {
    let owed = claim.components().total().unwrap().minor();
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
    let components = claim.components();
    proposal.settlement = match dice.below(8) {
        0 => custom(vec![money(1); 3], dice.one_of(&[2, 4])),
        1 => custom(vec![money(0), money(1), money(1)], 3),
        // Less than there is, or more: what is over is named.
        2 => {
            everything_is_left(proposal, Carry::Spread);
            on(vec![line(first, owed / 2 + 1)], None)
        }
        3 => on(vec![line(first, Money::MAX.minor())], None),
        4 if owed > components.principal.minor() => {
            everything_is_left(proposal, Carry::First);
            let arrears = owed - components.principal.minor();
            let short = line(first, arrears - 1);
            let next = add_days(first, 1).unwrap_or(first);
            on(vec![short], Some(next))
        }
        5 => on(vec![line(first, 1), line(first, 1)], None),
        6 => {
            let before = days_before(first, dice.between(0, 3));
            on(vec![line(first, 1)], Some(before))
        }
        7 => on(
            vec![line(add_days(first, 1).unwrap_or(claim.as_of), 1)],
            None,
        ),
        _ => on(Vec::new(), None),
    };
}
