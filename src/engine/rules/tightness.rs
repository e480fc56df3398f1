//! Which of two limits of one kind leaves more room. The one place that knows of every kind in which direction its
//! values bind: linter and diff ask here.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::{FrequencyList, Limit, LimitKind, Strategy};
use crate::engine::claim::{Component, Evidence};
use crate::engine::fields::CodeSet;
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
    /// A list that names more leaves less room. Two lists ask for what both name, and are never at odds.
    AllOf,
    /// What the other bounds are measured on. Limits that differ in it are not about the same thing.
    Of,
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
    /// How often something happened.
    Times(u32),
    /// A number of payments that follow each other.
    Running(u32),
    /// Papers that must be at hand.
    Evidence(CodeSet<Evidence>),
    /// Strategies that an option may use.
    Strategies(CodeSet<Strategy>),
    /// Components of the debt; the whole of it, and what the plan itself charges, if `None`.
    Components(Option<CodeSet<Component>>),
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

const fn at_most(measure: Measure) -> Edge {
    let side = Side::AtMost;
    Edge { side, measure }
}

const fn at_least(measure: Measure) -> Edge {
    let side = Side::AtLeast;
    Edge { side, measure }
}

/// The bounds that a limit sets; none where its kind says all. A new kind of limit needs one line here, and comparing it
/// follows.
#[must_use]
pub fn edges(limit: &Limit) -> Vec<Edge> {
    let side_by_side = |bounds: [Option<Edge>; 2]| bounds.into_iter().flatten().collect();
    match *limit {
        Limit::MinimumSettlement {
            share,
            amount,
            components,
        } => [
            share.map(|share| at_least(Measure::Share(share))),
            amount.map(|amount| at_least(Measure::Money(amount))),
            Some(Edge {
                side: Side::Of,
                measure: Measure::Components(components),
            }),
        ]
        .into_iter()
        .flatten()
        .collect(),
        // Nothing at all may be given up, whichever way it is measured.
        Limit::NotWaivable { .. } => vec![
            at_most(Measure::Share(Share::ZERO)),
            at_most(Measure::Money(Money::ZERO)),
        ],
        Limit::WaiverCap { share, amount, .. } => side_by_side([
            share.map(|share| at_most(Measure::Share(share))),
            amount.map(|amount| at_most(Measure::Money(amount))),
        ]),
        Limit::WaiverCapTotal { share }
        | Limit::AffordableShare { share }
        | Limit::TotalCostCap { share } => vec![at_most(Measure::Share(share))],
        Limit::MinimumDownPayment { share } => vec![at_least(Measure::Share(share))],
        Limit::MaximumInstalments { count } => vec![at_most(Measure::Payments(count))],
        Limit::MinimumPayments { count } => vec![at_least(Measure::Payments(count))],
        Limit::RepaymentBehaviour { payments } => vec![at_least(Measure::Payments(payments))],
        Limit::MaximumTotalDays { days }
        | Limit::MaximumDaysBetween { days }
        | Limit::MaximumDaysToFirst { days }
        | Limit::MaximumDeferralDays { days }
        | Limit::MaximumGraceDays { days }
        | Limit::MaximumOfferDays { days } => vec![at_most(Measure::Days(days))],
        Limit::MaximumTermMonths { months }
        | Limit::RecoveryHorizonMonths { months }
        | Limit::LimitationPeriod { months } => vec![at_most(Measure::Months(months))],
        Limit::MinimumInstalment { amount } | Limit::MinimumResidual { amount } => {
            vec![at_least(Measure::Money(amount))]
        }
        Limit::ChargesPerMonth { amount } => vec![at_most(Measure::Money(amount))],
        Limit::AllowedFrequencies { frequencies } => vec![Edge {
            side: Side::OneOf,
            measure: Measure::Frequencies(frequencies),
        }],
        Limit::AllowedStrategies { strategies } => vec![Edge {
            side: Side::OneOf,
            measure: Measure::Strategies(strategies),
        }],
        Limit::EvidenceRequired { evidence } => vec![Edge {
            side: Side::AllOf,
            measure: Measure::Evidence(evidence),
        }],
        Limit::AllInCap { rate }
        | Limit::ArrearsCap { rate }
        | Limit::PenaltyRateCap { rate }
        | Limit::TotalWithinRate { rate } => vec![at_most(Measure::Rate(rate))],
        // The higher the rate, the less later payments are worth.
        Limit::MinimumValue { share, rate } => {
            vec![
                at_least(Measure::Share(share)),
                at_least(Measure::Rate(rate)),
            ]
        }
        Limit::PenaltyMultipleBand { from, to } => vec![
            at_least(Measure::Multiple(from)),
            at_most(Measure::Multiple(to)),
        ],
        Limit::BrokenPromises { most } => vec![at_most(Measure::Promises(most))],
        Limit::SkippedPayments { most, running } => vec![
            at_most(Measure::Times(most)),
            at_most(Measure::Running(running)),
        ],
        // The longer the time that counts, the more often it counts.
        Limit::Restructures {
            most,
            within_months,
        } => vec![
            at_most(Measure::Times(most)),
            at_least(Measure::Months(within_months)),
        ],
        Limit::BalanceWithinOriginalPrincipal => vec![at_most(Measure::OriginalPrincipal)],
        Limit::NotCapitalisable { .. } | Limit::GuarantorConsent | Limit::Moratorium => Vec::new(),
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
    let (ours, mut theirs) = (edges(one), edges(other));
    let of = |edges: &[Edge]| edges.iter().find(|edge| edge.side == Side::Of).copied();
    if !akin || of(&ours) != of(&theirs) {
        theirs.clear();
    }
    let bounds = ours
        .into_iter()
        .filter(|edge| !matches!(edge.side, Side::Of | Side::AllOf));
    bounds.filter_map(move |edge| Some(room(&edge, beside(&edge, &theirs)?)))
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
        | (Measure::Promises(one), Measure::Promises(other))
        | (Measure::Times(one), Measure::Times(other))
        | (Measure::Running(one), Measure::Running(other)) => one.cmp(&other),
        (Measure::Multiple(one), Measure::Multiple(other)) => one.cmp(&other),
        (Measure::OriginalPrincipal, Measure::OriginalPrincipal) => Ordering::Equal,
        (Measure::Frequencies(one), Measure::Frequencies(other)) => {
            names_more(names_all(&one, &other), names_all(&other, &one))?
        }
        (Measure::Strategies(one), Measure::Strategies(other)) => {
            names_more(other.without(one).is_empty(), one.without(other).is_empty())?
        }
        (Measure::Evidence(one), Measure::Evidence(other)) => {
            names_more(other.without(one).is_empty(), one.without(other).is_empty())?
        }
        (Measure::Components(one), Measure::Components(other)) => {
            return (one == other).then_some(Ordering::Equal);
        }
        _ => return None,
    };
    Some(match one.side {
        Side::AtMost | Side::OneOf | Side::Of => larger,
        Side::AtLeast | Side::AllOf => larger.reverse(),
    })
}

/// Which of two lists names more, from whether each names all of the other.
const fn names_more(one_names_all: bool, other_names_all: bool) -> Option<Ordering> {
    match (one_names_all, other_names_all) {
        (true, true) => Some(Ordering::Equal),
        (true, false) => Some(Ordering::Greater),
        (false, true) => Some(Ordering::Less),
        (false, false) => None,
    }
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
