//! What a case holds: the kinds of terms and the ends of ranges that the generator must reach.

use crate::draw::Case;
use crate::judged::minor;
use crate::tally::{Group, Tally};
use chrono::Datelike;
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, days_between};
use quittance::engine::claim::{Component, PenaltyBase, PenaltyRate};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
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

/// Ends of ranges.
pub const BOUNDARIES: [&str; 34] = [
    "amount 0",
    "amount of one minor unit",
    "amount of 10^12",
    "nothing owed",
    "as-of date at a month's end",
    "as-of date 29 February",
    "as-of date 31 December",
    "as-of date 1 January",
    "as-of year before 2000",
    "as-of year after 9900",
    "first due at a month's end",
    "first due 29 February",
    "first due 31 December",
    "first due 1 January",
    "first due on the as-of date",
    "plan rate 0",
    "plan rate 400 %",
    "contract rate 0",
    "contract rate 400 %",
    "count 1",
    "count 600",
    "waiver of a whole component",
    "waiver above a component",
    "everything paid down",
    "one minor unit paid down",
    "DPD 0",
    "DPD 1",
    "DPD 30",
    "DPD 31",
    "DPD 60",
    "DPD 61",
    "DPD 90",
    "DPD 91",
    "count above 600",
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

/// Notes the ends of ranges that a case stands at, whether it can be laid out or not.
pub fn note_boundaries(tally: &mut Tally, case: &Case) {
    let (proposal, claim) = (&case.proposal, &case.claim);
    let mut at = |seen, name| tally.note_if(seen, Group::Boundary, name);
    let owed: Vec<i64> = claim
        .components()
        .iter()
        .map(|(_, part)| minor(part))
        .collect();
    let total: i64 = owed.iter().sum();
    at(owed.contains(&0), "amount 0");
    at(owed.contains(&1), "amount of one minor unit");
    at(owed.contains(&100_000_000_000_000), "amount of 10^12");
    at(total == 0, "nothing owed");
    let (as_of, first) = (claim.as_of, proposal.first_due);
    at(last_of_month(as_of), "as-of date at a month's end");
    at(is_day(as_of, 2, 29), "as-of date 29 February");
    at(is_day(as_of, 12, 31), "as-of date 31 December");
    at(is_day(as_of, 1, 1), "as-of date 1 January");
    at(as_of.year() < 2000, "as-of year before 2000");
    at(as_of.year() > 9900, "as-of year after 9900");
    at(last_of_month(first), "first due at a month's end");
    at(is_day(first, 2, 29), "first due 29 February");
    at(is_day(first, 12, 31), "first due 31 December");
    at(is_day(first, 1, 1), "first due 1 January");
    at(first == as_of, "first due on the as-of date");
    let most = Rate::parse_percent("400").unwrap();
    at(proposal.rate.is_zero(), "plan rate 0");
    at(proposal.rate == most, "plan rate 400 %");
    at(claim.terms.interest_rate.is_zero(), "contract rate 0");
    at(claim.terms.interest_rate == most, "contract rate 400 %");
    if let Settlement::Instalments {
        size: Size::Count(count),
        ..
    } = proposal.settlement
    {
        at(count == 1, "count 1");
        at(count == 600, "count 600");
        at(count > 600, "count above 600");
    }
    let mut whole = false;
    let mut above = false;
    for (component, waiver) in proposal.concessions.waivers.iter() {
        let part = claim.components().get(component);
        if let Waiver::Amount(amount) = waiver {
            whole |= amount == part && part > Money::ZERO;
            above |= amount > part;
        }
    }
    at(whole, "waiver of a whole component");
    at(above, "waiver above a component");
    let down = minor(proposal.down_payment);
    at(down == total && total > 0, "everything paid down");
    at(down == 1, "one minor unit paid down");
    match days_between(claim.overdue_since, as_of) {
        0 => at(true, "DPD 0"),
        1 => at(true, "DPD 1"),
        30 => at(true, "DPD 30"),
        31 => at(true, "DPD 31"),
        60 => at(true, "DPD 60"),
        61 => at(true, "DPD 61"),
        90 => at(true, "DPD 90"),
        91 => at(true, "DPD 91"),
        _ => {}
    }
}

fn is_day(date: Date, month: u32, day: u32) -> bool {
    (date.month(), date.day()) == (month, day)
}

fn last_of_month(date: Date) -> bool {
    date.succ_opt().is_none_or(|next| next.day() == 1)
}
