//! Claims of every kind.

use super::values::{amount, as_of, days_before, days_past_due, multiple, rate, share};
use crate::dice::Dice;
use quittance::engine::calendar::{Date, DayCount};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, LateCharge, Order, OrderSwitch, Penalty, PenaltyBase,
    PenaltyRate, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Rounding};

pub fn claim(dice: &mut Dice) -> Claim {
    let as_of = as_of(dice);
    let mut components = Components::ZERO;
    // A debt of one component alone is an end of the range too.
    let bare = dice.once_in(16);
    for component in Component::ALL {
        if !bare || component == Component::Principal {
            components.set(component, amount(dice));
        }
    }
    let overdue_principal = match dice.below(4) {
        0 => components.principal,
        _ => share(dice)
            .of(components.principal, Rounding::TowardZero)
            .unwrap(),
    };
    Claim {
        currency: dice.one_of(Currency::ALL.as_slice()),
        as_of,
        balances: Balances {
            components,
            overdue_principal,
        },
        overdue_since: days_before(as_of, days_past_due(dice)),
        terms: terms(dice, as_of),
    }
}

fn terms(dice: &mut Dice, as_of: Date) -> Terms {
    Terms {
        signed_on: days_before(as_of, dice.between(0, 2_500)),
        original_principal: amount(dice),
        interest_rate: rate(dice),
        penalty: (!dice.once_in(3)).then(|| penalty(dice)),
        late_charge: dice.sometimes(3, |dice| LateCharge {
            rate: rate(dice),
            cap: dice.sometimes(2, amount),
        }),
        ceiling: dice.sometimes(3, rate),
        day_count: dice.one_of(DayCount::ALL.as_slice()),
        rounding: dice.one_of(Rounding::ALL.as_slice()),
        waterfall: Waterfall {
            order: order(dice),
            switch: dice.sometimes(2, |dice| OrderSwitch {
                from_days_past_due: dice.one_of(&[0, 1, 31, 61, 90, 91, 92, 181]),
                order: order(dice),
            }),
        },
    }
}

fn penalty(dice: &mut Dice) -> Penalty {
    Penalty {
        rate: if dice.once_in(2) {
            PenaltyRate::Multiple(multiple(dice))
        } else {
            PenaltyRate::Own(rate(dice))
        },
        base: dice.one_of(&PenaltyBase::ALL),
        compound: dice.once_in(2),
        beside_interest: dice.once_in(2),
    }
}

fn order(dice: &mut Dice) -> Order {
    match dice.below(4) {
        0 => Order::CIVIL_CODE_561,
        1 => Order::PRINCIPAL_FIRST,
        _ => {
            let mut components = Component::ALL;
            for last in (1..components.len()).rev() {
                let at = dice.below(u64::try_from(last).unwrap() + 1);
                components.swap(last, usize::try_from(at).unwrap());
            }
            Order::new(components).unwrap()
        }
    }
}
