//! Everything that could be asked for instead, on a grid: one term at another value, and two of them.

use chrono::Datelike;
use quittance::engine::calendar::{Frequency, add_days};
use quittance::engine::money::{Money, Rate};
use quittance::engine::negotiate::{Question, Term, TermValue};
use quittance::engine::plan::{Carry, DeferralInterest, Proposal};
use quittance::engine::rules::{LimitKind, Role};

/// Parts of an amount that are tried; of two terms at once fewer.
pub const FINE: i64 = 60;
pub const COARSE: i64 = 12;

/// The values of a term other than the one it has, the nearest first.
pub fn values(
    question: &Question<'_>,
    proposal: &Proposal,
    term: Term,
    parts: i64,
) -> Vec<TermValue> {
    let claim = question.claim();
    let Some(from) = term.read(claim, proposal) else {
        return Vec::new();
    };
    let each = FINE / parts;
    let amounts = |most: Money| {
        let part = move |number: i64| Money::from_minor(most.minor() * number / parts).unwrap();
        (0..=parts).map(part).map(TermValue::Money).collect()
    };
    let counted = |most: i64| (0..=most / each).map(move |number| number * each);
    let owed = claim.components().total().unwrap();
    let mut all: Vec<TermValue> = match term {
        Term::DownPayment | Term::Discount | Term::Payment => amounts(owed),
        Term::Waiver(component) => amounts(claim.components().get(component)),
        Term::Count => counted(60)
            .map(|count| TermValue::Count(u32::try_from(count.max(1)).unwrap()))
            .collect(),
        Term::FirstDue => counted(720)
            .filter(|days| days % 6 == 0)
            .map(|days| TermValue::Date(add_days(claim.as_of, days).unwrap()))
            .collect(),
        Term::Rate => counted(36)
            .map(|percent| TermValue::Rate(Rate::parse_percent(&percent.to_string()).unwrap()))
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
    };
    all.retain(|value| *value != from);
    all.sort_by_key(|value| apart(*value, from));
    all
}

/// How far two values of a term are apart, in its own unit; the values of a choice are all equally far.
pub fn apart(one: TermValue, other: TermValue) -> i64 {
    let number = |value| match value {
        TermValue::Money(amount) | TermValue::Part { amount, .. } => amount.minor(),
        TermValue::Count(count) => i64::from(count),
        TermValue::Date(date) => i64::from(date.num_days_from_ce()),
        TermValue::Rate(rate) => rate.scaled(),
        TermValue::Frequency(_) | TermValue::Deferral(_) | TermValue::Carry(_) => 0,
    };
    (number(one) - number(other)).abs()
}

/// Whether an option passes. One that only charges more than was asked is none that people want in place of giving up less.
fn fair<'a>(
    question: &'a Question<'_>,
    asked: &Proposal,
) -> impl Fn(Option<Proposal>) -> bool + 'a {
    let asked = question.judge(asked).unwrap();
    let mut broken = asked.verdict.broken().into_iter();
    let floor = broken.any(|one| one.kind() == LimitKind::MinimumSettlement);
    let charged = asked.totals.interest;
    move |option| {
        let judged = option.and_then(|option| question.judge(&option).ok());
        judged.is_some_and(|judged| {
            judged.within(Role::Agent) && !(floor && judged.totals.interest > charged)
        })
    }
}

/// The nearest value on the grid at which an option passes.
pub fn nearest(question: &Question<'_>, proposal: &Proposal, term: Term) -> Option<TermValue> {
    let passes = fair(question, proposal);
    values(question, proposal, term, FINE)
        .into_iter()
        .find(|value| passes(term.write(proposal, *value)))
}

/// Two terms with which an option passes, on a grid of fewer values.
pub fn two(question: &Question<'_>, proposal: &Proposal) -> Option<[(Term, TermValue); 2]> {
    let passes = fair(question, proposal);
    for (place, first) in Term::ALL.into_iter().enumerate() {
        for one in values(question, proposal, first, COARSE) {
            let Some(halfway) = first.write(proposal, one) else {
                continue;
            };
            for second in Term::ALL.into_iter().skip(place + 1) {
                let other = values(question, &halfway, second, COARSE)
                    .into_iter()
                    .find(|value| passes(second.write(&halfway, *value)));
                if let Some(other) = other {
                    return Some([(first, one), (second, other)]);
                }
            }
        }
    }
    None
}
