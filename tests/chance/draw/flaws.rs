//! Terms that must be refused by name, each put out of place on purpose.

use super::values::money;
use crate::dice::Dice;
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::{Claim, Component};
use quittance::engine::money::Money;
use quittance::engine::plan::{Method, Proposal, Settlement, Size, Waiver};

/// Puts one term out of place, so that the proposal cannot be laid out.
pub fn put_out_of_place(dice: &mut Dice, claim: &Claim, proposal: &mut Proposal) {
    let owed = claim.components().total().unwrap().minor();
    let monthly = |method, size, multiple| Settlement::Instalments {
        repayment: method.into(),
        frequency: Frequency::MONTHLY,
        size,
        multiple,
    };
    let counted = |count| monthly(Method::EqualPrincipal, Size::Count(count), None);
    match dice.below(8) {
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
            proposal.settlement = monthly(Method::EqualInstalment, Size::Count(12), multiple);
        }
        _ => {
            let method = dice.one_of(&[Method::EqualPrincipal, Method::InterestFirst]);
            let size = Size::Payment(Money::MAX);
            proposal.settlement = monthly(method, size, None);
        }
    }
}
