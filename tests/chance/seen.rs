//! What a case holds: the kinds of terms, the ways to repay and the refusals that the generator must reach.

use crate::draw::Case;
use crate::tally::{Group, Tally};
use quittance::engine::calendar::{DayCount, Frequency, Unit, days_between};
use quittance::engine::claim::{Component, PenaltyBase, PenaltyRate};
use quittance::engine::money::{Currency, Rounding};
use quittance::engine::plan::{
    Carry, DeferralInterest, FlatPrincipal, InterestBasis, Method, Repayment, Settlement, Size,
    Step, VestingKind, Waiver, WhileKept,
};

/// Kinds of terms beside those that the engine lists itself.
const OPTIONS: [&str; 50] = [
    "lump sum",
    "count",
    "payment",
    "multiple",
    "one payment a week",
    "one payment a fortnight",
    "one payment half a month",
    "one payment a month",
    "so many days",
    "so many weeks",
    "so many months",
    "basis periodic",
    "waiver of a share",
    "waiver of an amount",
    "waiver of nothing at all",
    "waiver of principal",
    "waiver of interest",
    "waiver of penalty",
    "waiver of compound",
    "waiver of charges",
    "waiver of costs",
    "discount of a share",
    "discount of an amount",
    "down payment",
    "no down payment",
    "penalty multiple",
    "penalty rate",
    "no penalty",
    "penalty on overdue principal",
    "penalty on the whole principal",
    "penalty on overdue instalments",
    "compound interest",
    "penalty beside interest",
    "late charge",
    "late charge with a cap",
    "ceiling",
    "order without a switch",
    "order before its switch",
    "order after its switch",
    "customer not noted",
    "customer able",
    "customer willing and not able",
    "overdue in part",
    "overdue in whole",
    "arrears with the first instalment",
    "arrears capitalised",
    "days agreed to the cent",
    "days agreed with the rest on one",
    "one miss ends the plan",
    "two misses end the plan",
];

/// What the shares of [`WAYS`] are of.
pub const IN_INSTALMENTS: &str = "all paid in instalments";

/// Ways to repay, each form of them apart.
pub const WAYS: [&str; 15] = [
    "equal instalments",
    "equal principal",
    "interest first",
    "balloon",
    "steps by a factor",
    "steps by an amount",
    "steps of several rows",
    "flat in equal parts",
    "flat in level instalments",
    "one-off at the end",
    "interest last",
    "minimum first",
    "smaller payments in some rows",
    "payments given to the cent",
    "payments given but the last",
];

/// Refusals of a term that is out of place.
pub const REFUSALS: [&str; 20] = [
    "waiver above component",
    "discount above total",
    "down payment above balance",
    "first due before as-of",
    "payment too small",
    "count out of range",
    "needs equal instalments",
    "multiple not positive",
    "multiple shortens plan",
    "balloon above principal",
    "step out of range",
    "rows out of range",
    "row below interest",
    "settled early",
    "payments for rows",
    "payment not positive",
    "payments do not add up",
    "first below arrears",
    "days out of order",
    "date out of range",
];

/// Every kind of term that must come up.
pub fn options() -> Vec<&'static str> {
    OPTIONS
        .into_iter()
        .chain(Method::ALL.map(Method::code))
        .chain(WhileKept::ALL.map(WhileKept::code))
        .chain(VestingKind::ALL.map(VestingKind::code))
        .chain(DayCount::ALL.map(DayCount::code))
        .chain(DayCount::ALL.map(contract_day_count))
        .chain(Rounding::ALL.map(Rounding::code))
        .chain(DeferralInterest::ALL.map(DeferralInterest::code))
        .chain(Currency::ALL.map(Currency::code))
        .collect()
}

const fn contract_day_count(day_count: DayCount) -> &'static str {
    match day_count {
        DayCount::Act365Fixed => "contract act/365f",
        DayCount::Act360 => "contract act/360",
        DayCount::Act364 => "contract act/364",
        DayCount::ActActIsda => "contract act/act",
        DayCount::ActActDec31 => "contract act/act dec31",
        DayCount::ActActFeb29 => "contract act/act feb29",
        DayCount::Thirty360BondBasis => "contract 30/360",
        DayCount::Thirty360Us => "contract 30/360 us",
        DayCount::ThirtyE360 => "contract 30e/360",
        DayCount::WholeMonth => "contract whole month",
    }
}

/// Notes the kinds of terms of a case that was laid out.
pub fn note_options(tally: &mut Tally, case: &Case) {
    let (proposal, terms) = (&case.proposal, &case.claim.terms);
    let mut has = |seen, name| tally.note_if(seen, Group::Option, name);
    match &proposal.settlement {
        Settlement::LumpSum => has(true, "lump sum"),
        Settlement::OnDates { rest_on, .. } => {
            has(rest_on.is_none(), "days agreed to the cent");
            has(rest_on.is_some(), "days agreed with the rest on one");
        }
        Settlement::Instalments {
            repayment,
            frequency,
            size,
            multiple,
        } => {
            let (frequency, size, multiple) = (*frequency, *size, *multiple);
            has(true, frequency_name(frequency));
            if plain(repayment) {
                has(true, repayment.code());
            }
            let given = matches!(size, Size::Payment(_));
            has(!given && multiple.is_none(), "count");
            has(given, "payment");
            has(multiple.is_some(), "multiple");
            let carries = |wanted| proposal.carry.iter().any(|(_, carry)| carry == wanted);
            has(carries(Carry::First), "arrears with the first instalment");
            has(carries(Carry::Capitalised), "arrears capitalised");
        }
    }
    match proposal.basis {
        InterestBasis::Periodic => has(true, "basis periodic"),
        InterestBasis::Daily(day_count) => has(true, day_count.code()),
    }
    has(true, contract_day_count(terms.day_count));
    has(true, proposal.rounding.code());
    has(true, proposal.deferral.code());
    has(true, proposal.relief.while_kept.code());
    has(true, proposal.relief.vesting.kind().code());
    has(case.cure.misses_that_end == 1, "one miss ends the plan");
    has(case.cure.misses_that_end == 2, "two misses end the plan");
    has(true, case.claim.currency.code());
    let concessions = &proposal.concessions;
    let waives = |kind: fn(Waiver) -> bool| concessions.waivers.iter().any(|(_, one)| kind(one));
    let share = |waiver| matches!(waiver, Waiver::Share(_));
    let amount = |waiver| matches!(waiver, Waiver::Amount(_));
    let nothing = !waives(share) && !waives(amount);
    has(waives(share), "waiver of a share");
    has(waives(amount), "waiver of an amount");
    has(nothing, "waiver of nothing at all");
    for (component, waiver) in concessions.waivers.iter() {
        has(waiver != Waiver::Nothing, waiver_name(component));
    }
    has(share(concessions.discount), "discount of a share");
    has(amount(concessions.discount), "discount of an amount");
    has(proposal.down_payment.is_positive(), "down payment");
    has(proposal.down_payment.is_zero(), "no down payment");
    match terms.penalty {
        None => has(true, "no penalty"),
        Some(penalty) => {
            let own = matches!(penalty.rate, PenaltyRate::Own(_));
            has(own, "penalty rate");
            has(!own, "penalty multiple");
            let base = match penalty.base {
                PenaltyBase::OverduePrincipal => "penalty on overdue principal",
                PenaltyBase::WholePrincipal => "penalty on the whole principal",
                PenaltyBase::OverdueInstalment => "penalty on overdue instalments",
            };
            has(true, base);
            has(penalty.compound, "compound interest");
            has(penalty.beside_interest, "penalty beside interest");
        }
    }
    has(terms.late_charge.is_some(), "late charge");
    let capped = terms.late_charge.is_some_and(|charge| charge.cap.is_some());
    has(capped, "late charge with a cap");
    has(terms.ceiling.is_some(), "ceiling");
    let age = days_between(case.claim.overdue_since, case.claim.as_of);
    match terms.waterfall.switch {
        None => has(true, "order without a switch"),
        Some(switch) if age < i64::from(switch.from_days_past_due) => {
            has(true, "order before its switch");
        }
        Some(_) => has(true, "order after its switch"),
    }
    has(case.customer.is_none(), "customer not noted");
    let able = case
        .customer
        .map(|customer| (customer.willing, customer.able));
    has(able.is_some_and(|(_, able)| able), "customer able");
    has(able == Some((true, false)), "customer willing and not able");
    let (overdue, principal) = (
        case.claim.balances.overdue_principal,
        case.claim.components().principal,
    );
    has(overdue < principal, "overdue in part");
    has(overdue == principal, "overdue in whole");
}

/// The ways that are kinds of terms of all cases.
const fn plain(repayment: &Repayment) -> bool {
    matches!(
        repayment,
        Repayment::EqualInstalment | Repayment::EqualPrincipal | Repayment::InterestFirst
    )
}

/// Notes the way to repay of a case that was laid out in instalments.
pub fn note_ways(tally: &mut Tally, case: &Case) {
    let Settlement::Instalments { repayment, .. } = &case.proposal.settlement else {
        return;
    };
    let mut has = |seen, name| tally.note_if(seen, Group::Way, name);
    has(true, IN_INSTALMENTS);
    match repayment {
        Repayment::EqualInstalment => has(true, "equal instalments"),
        Repayment::EqualPrincipal => has(true, "equal principal"),
        Repayment::InterestFirst => has(true, "interest first"),
        Repayment::Balloon(_) => has(true, "balloon"),
        Repayment::Stepped { step, every } => {
            has(matches!(step, Step::Times(_)), "steps by a factor");
            has(matches!(step, Step::Plus(_)), "steps by an amount");
            has(*every > 1, "steps of several rows");
        }
        Repayment::Flat(FlatPrincipal::EqualParts) => has(true, "flat in equal parts"),
        Repayment::Flat(FlatPrincipal::LevelInstalment) => has(true, "flat in level instalments"),
        Repayment::OneOff => has(true, "one-off at the end"),
        Repayment::InterestLast => has(true, "interest last"),
        Repayment::MinimumFirst { rows, .. } => {
            has(true, "minimum first");
            has(*rows > 0, "smaller payments in some rows");
        }
        Repayment::Custom {
            last_takes_rest, ..
        } => {
            has(!last_takes_rest, "payments given to the cent");
            has(*last_takes_rest, "payments given but the last");
        }
    }
}

fn frequency_name(frequency: Frequency) -> &'static str {
    match (frequency.every(), frequency.unit()) {
        (1, Unit::Weeks) => "one payment a week",
        (2, Unit::Weeks) => "one payment a fortnight",
        (1, Unit::HalfMonths) => "one payment half a month",
        (1, Unit::Months) => "one payment a month",
        (_, Unit::Days) => "so many days",
        (_, Unit::Weeks) => "so many weeks",
        (_, Unit::HalfMonths | Unit::Months) => "so many months",
    }
}

const fn waiver_name(component: Component) -> &'static str {
    match component {
        Component::Principal => "waiver of principal",
        Component::Interest => "waiver of interest",
        Component::Penalty => "waiver of penalty",
        Component::Compound => "waiver of compound",
        Component::Charges => "waiver of charges",
        Component::Costs => "waiver of costs",
    }
}
