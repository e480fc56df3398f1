//! Which terms can mend which broken limit.

use super::Term;
use crate::engine::claim::Component;
use crate::engine::rules::{Finding, LimitKind, Outcome};

/// Up to where a term is moved: below its present value, above it, or either.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Down,
    Up,
    Either,
}

impl Way {
    /// The way that serves both, if there is one.
    pub(super) fn and(self, other: Self) -> Option<Self> {
        match (self, other) {
            (Self::Either, way) | (way, Self::Either) => Some(way),
            (one, other) => (one == other).then_some(one),
        }
    }
}

/// How a term can mend a broken limit, if it can at all.
pub(super) fn way(kind: LimitKind, term: Term) -> Option<Way> {
    use Term as T;
    use Way::{Down, Either, Up};
    let by = |cases: &[(bool, Way)]| cases.iter().find(|(can, _)| *can).map(|(_, way)| *way);
    let conceded = term.is_conceded();
    match kind {
        // What is given up beyond a cap, or leaves too little to be paid, is given up less.
        LimitKind::MinimumSettlement | LimitKind::WaiverCapTotal => by(&[(conceded, Down)]),
        LimitKind::WaiverCap(part) | LimitKind::NotWaivable(part) => {
            by(&[(matches!(term, T::Discount) || term == T::Waiver(part), Down)])
        }
        LimitKind::NotCapitalisable(_) => by(&[(matches!(term, T::Carry | T::Deferral), Either)]),
        LimitKind::MinimumDownPayment => by(&[(term == T::DownPayment, Up)]),
        LimitKind::BalanceWithinOriginalPrincipal => by(&[
            (conceded || term == T::DownPayment, Up),
            (term == T::Carry, Either),
        ]),
        LimitKind::MaximumInstalments => by(&[
            (term == T::Count, Down),
            (matches!(term, T::Payment | T::DownPayment), Up),
        ]),
        LimitKind::MinimumPayments => by(&[(term == T::Count, Up), (term == T::Payment, Down)]),
        LimitKind::MaximumTotalDays
        | LimitKind::MaximumTermMonths
        | LimitKind::RecoveryHorizonMonths => by(&[
            (matches!(term, T::Count | T::FirstDue), Down),
            (matches!(term, T::Payment | T::DownPayment), Up),
            (term == T::Frequency, Either),
        ]),
        LimitKind::MaximumDaysBetween | LimitKind::AllowedFrequencies => {
            by(&[(term == T::Frequency, Either)])
        }
        LimitKind::MaximumDaysToFirst => by(&[(term == T::FirstDue, Down)]),
        LimitKind::MaximumDeferralDays => {
            by(&[(term == T::FirstDue, Down), (term == T::Frequency, Either)])
        }
        LimitKind::MinimumInstalment => by(&[
            (conceded || matches!(term, T::Count | T::DownPayment), Down),
            (term == T::Payment, Up),
            (term == T::Frequency, Either),
        ]),
        LimitKind::AllInCap => by(&[(term == T::Rate, Down), (term == T::Deferral, Either)]),
        // What accrued before is above what the law lets anybody collect: it is given up.
        LimitKind::ArrearsCap => {
            let late = !matches!(term, T::Waiver(Component::Principal | Component::Costs));
            by(&[(conceded && late, Up)])
        }
        LimitKind::ChargesPerMonth => by(&[(
            matches!(term, T::Waiver(Component::Charges) | T::Discount),
            Up,
        )]),
        // What was charged at that rate is not collected: penalty interest, and compound interest with it.
        LimitKind::PenaltyRateCap => by(&[(
            matches!(
                term,
                T::Waiver(Component::Penalty | Component::Compound) | T::Discount
            ),
            Up,
        )]),
        LimitKind::SkippedPayments => by(&[(term == T::Count, Down)]),
        // Less in a month: smaller payments for longer, less to pay, or one payment that can be saved up for.
        LimitKind::AffordableShare | LimitKind::MinimumResidual => by(&[
            (conceded || matches!(term, T::DownPayment | T::FirstDue), Up),
            (matches!(term, T::Payment | T::Rate), Down),
            (
                matches!(term, T::Count | T::Frequency | T::Deferral),
                Either,
            ),
        ]),
        // Worth more today: more of it, sooner, or dearer.
        LimitKind::MinimumValue => by(&[
            (conceded || matches!(term, T::Count | T::FirstDue), Down),
            (matches!(term, T::Payment | T::DownPayment | T::Rate), Up),
            (matches!(term, T::Frequency | T::Deferral), Either),
        ]),
        LimitKind::TotalCostCap | LimitKind::TotalWithinRate => by(&[
            (conceded || matches!(term, T::Payment | T::DownPayment), Up),
            (matches!(term, T::Rate | T::FirstDue), Down),
            (matches!(term, T::Count | T::Deferral), Either),
        ]),
        LimitKind::AllowedStrategies => by(&[
            (conceded || term == T::FirstDue, Down),
            (term == T::Rate, Up),
            (matches!(term, T::Count | T::Deferral), Either),
        ]),
        // A contract's own rate, what happened before, who was asked and how long an offer stands are not for the plan of
        // an option to mend.
        LimitKind::PenaltyMultipleBand
        | LimitKind::BrokenPromises
        | LimitKind::MaximumGraceDays
        | LimitKind::MaximumOfferDays
        | LimitKind::Restructures
        | LimitKind::GuarantorConsent
        | LimitKind::RepaymentBehaviour
        | LimitKind::EvidenceRequired
        | LimitKind::Moratorium
        | LimitKind::LimitationPeriod => None,
    }
}

/// The amount or count by which a finding misses, in the number of a term that has the same unit.
pub(super) fn shortfall<R>(finding: &Finding<R>, term: Term) -> Option<i64> {
    use crate::engine::rules::Quantity;
    let Outcome::Broken { shortfall, .. } = finding.outcome else {
        return None;
    };
    match (shortfall, term) {
        (
            Quantity::Money(amount)
            | Quantity::Accrual { amount, .. }
            | Quantity::Part { amount, .. },
            Term::DownPayment | Term::Waiver(_) | Term::Discount | Term::Payment,
        ) => Some(amount.minor()),
        (Quantity::Days(days), Term::FirstDue) => Some(i64::from(days)),
        (Quantity::Payments(more) | Quantity::Months(more), Term::Count) => Some(i64::from(more)),
        _ => None,
    }
}
