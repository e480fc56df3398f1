//! Small debts of every component, with all that rules ask for beside them, and some option for each.

use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::{
    Balances, Component, Components, Customer, Guarantor, PerComponent,
};
use quittance::engine::fields::CodeSet;
use quittance::engine::money::Rate;
use quittance::engine::plan::{
    Carry, DeferralInterest, Repayment, Settlement, Size, Waiver, WhileKept,
};

use crate::brute::money;
use crate::dice::Dice;
use crate::option::{Case, sample};

/// A debt of a hundred yuan or two, past due for months, and what somebody asks for.
pub fn case(dice: &mut Dice) -> Case {
    let mut amount = |low, high| money(dice.between(low, high));
    let components = Components {
        principal: amount(8_000, 16_000),
        interest: amount(0, 2_000),
        penalty: amount(0, 2_000),
        compound: amount(0, 400),
        charges: amount(0, 1_200),
        costs: amount(0, 400),
    };
    let original = amount(9_000, 22_000);
    let mut case = sample("card-cn");
    case.claim.balances = Balances {
        components,
        overdue_principal: components.principal,
    };
    case.claim.overdue_since = add_days(case.claim.as_of, -dice.between(0, 200)).unwrap();
    case.claim.terms.original_principal = original;
    case.claim.terms.interest_rate = percent(dice.one_of(&["0", "6", "15"]));
    case.customer = Some(Customer {
        willing: true,
        able: dice.once_in(4),
        promises_broken: dice.count(0, 3),
    });
    beside(dice, &mut case);
    asked(dice, &mut case);
    case
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

/// What is noted beside the debt.
fn beside(dice: &mut Dice, case: &mut Case) {
    let as_of = case.claim.as_of;
    case.offer.grace_days = Some(dice.count(0, 12));
    case.offer.open_days = Some(dice.count(0, 12));
    let noted = &mut case.circumstances;
    noted.payments_since_overdue = Some(dice.count(0, 3));
    noted.restructured_on = Some(vec![add_days(as_of, -dice.between(30, 900)).unwrap()]);
    noted.guarantor = Some(dice.one_of(&[Guarantor::Consented, Guarantor::NotAsked]));
    noted.moratorium_until = Some(add_days(as_of, dice.between(-2, 2)).unwrap());
    noted.evidence = Some(CodeSet::EMPTY);
    noted.surplus = Some(money(dice.between(500, 12_000)));
}

/// Mostly more than lenders give.
fn asked(dice: &mut Dice, case: &mut Case) {
    let steps = [
        Frequency::MONTHLY,
        Frequency::FORTNIGHTLY,
        Frequency::WEEKLY,
    ];
    let size = if dice.once_in(4) {
        Size::Payment(money(dice.between(900, 4_000)))
    } else {
        Size::Count(dice.count(1, 24))
    };
    // At no rate it pays nothing before its end.
    let repayment = if dice.once_in(5) && matches!(size, Size::Count(_)) {
        Repayment::InterestFirst
    } else {
        Repayment::EqualInstalment
    };
    let option = &mut case.proposal;
    option.settlement = match dice.below(8) {
        0 => Settlement::LumpSum,
        _ => Settlement::Instalments {
            repayment,
            frequency: dice.one_of(&steps),
            size,
            multiple: None,
        },
    };
    option.first_due = add_days(case.claim.as_of, dice.between(0, 120)).unwrap();
    option.down_payment = money(dice.between(0, 3) * dice.between(0, 900));
    option.rate = percent(dice.one_of(&["0", "6", "12", "24"]));
    option.deferral = dice.one_of(&DeferralInterest::ALL);
    let carry = dice.one_of(&Carry::ALL);
    option.carry = PerComponent::all(carry).with(Component::Principal, Carry::Spread);
    if dice.once_in(6) {
        option.relief.while_kept = WhileKept::NoAccrual;
    }
    for part in [Component::Interest, Component::Penalty, Component::Charges] {
        if dice.once_in(2) {
            let owed = case.claim.balances.components.get(part).minor();
            let waived = Waiver::Amount(money(owed * dice.between(0, 10) / 10));
            option.concessions.waivers.set(part, waived);
        }
    }
    if dice.once_in(3) {
        option.concessions.discount = Waiver::Amount(money(dice.between(0, 1_500)));
    }
}
