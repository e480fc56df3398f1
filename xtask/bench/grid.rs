//! Whether any option within two changed terms passes: every value of a grid for one term, and every pair of them.

use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::claim::Claim;
use quittance::engine::money::{Money, Rate};
use quittance::engine::negotiate::{Question, Term, TermValue};
use quittance::engine::plan::{Carry, DeferralInterest, Proposal};
use quittance::engine::rules::Role;

/// Parts into which an amount is divided.
const PARTS: i64 = 100;

/// Terms at values with which an option passes.
pub type Found = Vec<(Term, TermValue)>;

/// What passes with one term changed, or else with two; with how many options were tried.
pub fn within_two(question: &Question<'_>, option: &Proposal) -> (Option<Found>, u64) {
    let mut tried = 0;
    let mut passes = |option: &Proposal| {
        tried += 1;
        question
            .judge(option)
            .is_ok_and(|judged| judged.within(Role::Agent))
    };
    let held: Vec<(Term, Vec<TermValue>)> = Term::ALL
        .into_iter()
        .filter(|term| term.read(question.claim(), option).is_some())
        .map(|term| (term, values(question.claim(), term)))
        .collect();
    for (term, values) in &held {
        for value in values {
            if term.write(option, *value).is_some_and(|one| passes(&one)) {
                return (Some(vec![(*term, *value)]), tried);
            }
        }
    }
    for (place, (first, ones)) in held.iter().enumerate() {
        for one in ones {
            let Some(halfway) = first.write(option, *one) else {
                continue;
            };
            // What cannot be laid out with the first at this value is tried all the same: the second may mend that.
            for (second, others) in held.iter().skip(place.saturating_add(1)) {
                for other in others {
                    if second
                        .write(&halfway, *other)
                        .is_some_and(|two| passes(&two))
                    {
                        return (Some(vec![(*first, *one), (*second, *other)]), tried);
                    }
                }
            }
        }
    }
    (None, tried)
}

/// A term over its whole range: amounts in hundredths of what they are of, counts to 120 one by one, days to 120 one by
/// one and to two years by fifteen, rates to 36 % by one, every choice.
fn values(claim: &Claim, term: Term) -> Vec<TermValue> {
    let owed = claim.components().total().unwrap_or_default();
    let amounts = |most: Money| -> Vec<TermValue> {
        (0..=PARTS)
            .filter_map(|part| most.minor().checked_mul(part)?.checked_div(PARTS))
            .filter_map(|minor| Money::from_minor(minor).ok().map(TermValue::Money))
            .collect()
    };
    match term {
        Term::DownPayment | Term::Discount | Term::Payment => amounts(owed),
        Term::Waiver(component) => amounts(claim.components().get(component)),
        Term::Count => (1..=120).map(TermValue::Count).collect(),
        Term::FirstDue => (0..=120)
            .chain((135..=720).step_by(15))
            .filter_map(|days| add_days(claim.as_of, days).ok().map(TermValue::Date))
            .collect(),
        Term::Rate => (0..=36)
            .filter_map(|percent: i32| Rate::parse_percent(&percent.to_string()).ok())
            .map(TermValue::Rate)
            .collect(),
        Term::Frequency => [
            Frequency::MONTHLY,
            Frequency::HALF_MONTHLY,
            Frequency::FORTNIGHTLY,
            Frequency::WEEKLY,
        ]
        .map(TermValue::Frequency)
        .to_vec(),
        Term::Deferral => DeferralInterest::ALL.map(TermValue::Deferral).to_vec(),
        Term::Carry => Carry::ALL.map(TermValue::Carry).to_vec(),
    }
}
