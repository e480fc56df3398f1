//! The ends of ranges that the generator must reach.

use crate::draw::Case;
use crate::judged::minor;
use crate::tally::{Group, Tally};
use chrono::Datelike;
use quittance::engine::calendar::{Date, days_between};
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{Settlement, Size, Waiver};

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
