//! Which of two limits of one kind leaves more room. The one place that knows of every kind in which direction its
//! values bind: linter and diff ask here.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{FrequencyList, Limit, LimitKind};
use crate::engine::money::{Money, Rate, Share};

/// In which direction a value of a limit binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// A larger value leaves more room.
    AtMost,
    /// A smaller value leaves more room.
    AtLeast,
    /// A list that names more leaves more room.
    OneOf,
}

/// A value of a limit, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// A share of a whole.
    Share(Share),
    /// An amount in the pack's currency.
    Money(Money),
    /// A yearly rate.
    Rate(Rate),
    /// Calendar days.
    Days(u32),
    /// Months.
    Months(u32),
    /// A number of payments.
    Payments(u32),
    /// A number of promises.
    Promises(u32),
    /// A multiple of the contract's interest rate.
    Multiple(Decimal),
    /// The steps at which payments may fall due.
    Frequencies(FrequencyList),
    /// The principal of the contract, whatever it is.
    OriginalPrincipal,
}

/// One bound that a limit sets. A limit may set several: all of them bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// The direction.
    pub side: Side,
    /// The value.
    pub measure: Measure,
}

const fn at_most(measure: Measure) -> Option<Edge> {
    let side = Side::AtMost;
    Some(Edge { side, measure })
}

const fn at_least(measure: Measure) -> Option<Edge> {
    let side = Side::AtLeast;
    Some(Edge { side, measure })
}

/// The bounds that a limit sets; none where its kind says all.
#[must_use]
pub fn edges(limit: &Limit) -> Vec<Edge> {
    let [first, second] = bounds(limit);
    first.into_iter().chain(second).collect()
}

/// A new kind of limit needs one line here, and comparing it follows.
fn bounds(limit: &Limit) -> [Option<Edge>; 2] {
    let one = |edge| [edge, None];
    match *limit {
        Limit::MinimumSettlement { share, amount } => [
            share.and_then(|share| at_least(Measure::Share(share))),
            amount.and_then(|amount| at_least(Measure::Money(amount))),
        ],
        // Nothing at all may be given up, whichever way it is measured.
        Limit::NotWaivable { .. } => [
            at_most(Measure::Share(Share::ZERO)),
            at_most(Measure::Money(Money::ZERO)),
        ],
        Limit::WaiverCap { share, .. } | Limit::WaiverCapTotal { share } => {
            one(at_most(Measure::Share(share)))
        }
        Limit::MinimumDownPayment { share } => one(at_least(Measure::Share(share))),
        Limit::MaximumInstalments { count } => one(at_most(Measure::Payments(count))),
        Limit::MinimumPayments { count } => one(at_least(Measure::Payments(count))),
        Limit::MaximumTotalDays { days }
        | Limit::MaximumDaysBetween { days }
        | Limit::MaximumDaysToFirst { days }
        | Limit::MaximumDeferralDays { days } => one(at_most(Measure::Days(days))),
        Limit::MaximumTermMonths { months } | Limit::RecoveryHorizonMonths { months } => {
            one(at_most(Measure::Months(months)))
        }
        Limit::MinimumInstalment { amount } => one(at_least(Measure::Money(amount))),
        Limit::ChargesPerMonth { amount } => one(at_most(Measure::Money(amount))),
        Limit::AllowedFrequencies { frequencies } => one(Some(Edge {
            side: Side::OneOf,
            measure: Measure::Frequencies(frequencies),
        })),
        Limit::AllInCap { rate } | Limit::ArrearsCap { rate } | Limit::PenaltyRateCap { rate } => {
            one(at_most(Measure::Rate(rate)))
        }
        Limit::PenaltyMultipleBand { from, to } => [
            at_least(Measure::Multiple(from)),
            at_most(Measure::Multiple(to)),
        ],
        Limit::BrokenPromises { most } => one(at_most(Measure::Promises(most))),
        Limit::BalanceWithinOriginalPrincipal => one(at_most(Measure::OriginalPrincipal)),
        Limit::NotCapitalisable { .. } => [None, None],
    }
}

/// What can be held against each other: one kind, where nothing of a component given up is the tightest cap on it.
#[must_use]
pub const fn family(kind: LimitKind) -> LimitKind {
    match kind {
        LimitKind::NotWaivable(component) => LimitKind::WaiverCap(component),
        kind => kind,
    }
}

/// Whether `one` leaves more room than `other` (`Greater`), less, or the same; `None` where they are not of one family,
/// or each is tighter in its own way.
#[must_use]
pub fn looseness(one: &Limit, other: &Limit) -> Option<Ordering> {
    if family(one.kind()) != family(other.kind()) {
        return None;
    }
    let (ours, theirs) = (edges(one), edges(other));
    let mut sum = Ordering::Equal;
    for edge in &ours {
        let here = match beside(edge, &theirs) {
            Some(other) => room(edge, other)?,
            // A bound that the other does not set.
            None => Ordering::Less,
        };
        sum = joined(sum, here)?;
    }
    for edge in &theirs {
        if beside(edge, &ours).is_none() {
            sum = joined(sum, Ordering::Greater)?;
        }
    }
    Some(sum)
}

/// Whether some bound that both set leaves more room in `one` than in `other`.
#[must_use]
pub fn looser_somewhere(one: &Limit, other: &Limit) -> bool {
    shared(one, other).any(|room| !matches!(room, Some(Ordering::Equal | Ordering::Less)))
}

/// Whether some bound that both set is the same.
#[must_use]
pub fn equal_somewhere(one: &Limit, other: &Limit) -> bool {
    shared(one, other).any(|room| room == Some(Ordering::Equal))
}

/// Whether both set a bound in the same unit and direction, so that two values stand side by side.
#[must_use]
pub fn on_one_scale(one: &Limit, other: &Limit) -> bool {
    shared(one, other).next().is_some()
}

/// For every bound that both limits set, which leaves more room; `None` where neither holds the other.
fn shared(one: &Limit, other: &Limit) -> impl Iterator<Item = Option<Ordering>> {
    let akin = family(one.kind()) == family(other.kind());
    let theirs = if akin { edges(other) } else { Vec::new() };
    let pairs = edges(one).into_iter();
    pairs.filter_map(move |edge| Some(room(&edge, beside(&edge, &theirs)?)))
}

/// The bound of a list in the same unit and direction.
fn beside<'a>(edge: &Edge, others: &'a [Edge]) -> Option<&'a Edge> {
    let same_unit = |other: &&Edge| {
        std::mem::discriminant(&edge.measure) == std::mem::discriminant(&other.measure)
            && edge.side == other.side
    };
    others.iter().find(same_unit)
}

/// Which of two bounds of one unit and direction leaves more room.
fn room(one: &Edge, other: &Edge) -> Option<Ordering> {
    let larger = match (one.measure, other.measure) {
        (Measure::Share(one), Measure::Share(other)) => one.cmp(&other),
        (Measure::Money(one), Measure::Money(other)) => one.cmp(&other),
        (Measure::Rate(one), Measure::Rate(other)) => one.cmp(&other),
        (Measure::Days(one), Measure::Days(other))
        | (Measure::Months(one), Measure::Months(other))
        | (Measure::Payments(one), Measure::Payments(other))
        | (Measure::Promises(one), Measure::Promises(other)) => one.cmp(&other),
        (Measure::Multiple(one), Measure::Multiple(other)) => one.cmp(&other),
        (Measure::OriginalPrincipal, Measure::OriginalPrincipal) => Ordering::Equal,
        (Measure::Frequencies(one), Measure::Frequencies(other)) => {
            return match (names_all(&one, &other), names_all(&other, &one)) {
                (true, true) => Some(Ordering::Equal),
                (true, false) => Some(Ordering::Greater),
                (false, true) => Some(Ordering::Less),
                (false, false) => None,
            };
        }
        _ => return None,
    };
    Some(match one.side {
        Side::AtMost | Side::OneOf => larger,
        Side::AtLeast => larger.reverse(),
    })
}

fn names_all(list: &FrequencyList, of: &FrequencyList) -> bool {
    of.iter().all(|step| list.contains(step)) && (list.agreed_days() || !of.agreed_days())
}

/// Two comparisons as one: the same direction, or none.
fn joined(one: Ordering, other: Ordering) -> Option<Ordering> {
    match (one, other) {
        (Ordering::Equal, order) | (order, Ordering::Equal) => Some(order),
        (one, other) => (one == other).then_some(one),
    }
}
