//! Findings in English.

use super::Locale;
use super::finding::Figures;
use super::finding_condition_en as condition;
use super::vocabulary::{component, heading};
use crate::engine::claim::Component;
use crate::engine::rules::LimitKind;

fn named(part: Component) -> &'static str {
    component(Locale::En, part)
}

/// What a rule limits, as a heading.
pub(super) fn title(kind: LimitKind) -> String {
    match kind {
        LimitKind::MinimumSettlement => "Least to be paid in all".to_owned(),
        LimitKind::WaiverCap(part) => format!("Waiver of {}", named(part)),
        LimitKind::WaiverCapTotal => "Waivers in all".to_owned(),
        LimitKind::NotWaivable(part) => format!("No waiver of {}", named(part)),
        LimitKind::NotCapitalisable(part) => {
            format!("{} not added to principal", heading(named(part)))
        }
        LimitKind::MinimumDownPayment => "Down payment".to_owned(),
        LimitKind::MaximumInstalments => "Number of payments".to_owned(),
        LimitKind::MinimumPayments => "Not in one or very few payments".to_owned(),
        LimitKind::MaximumTotalDays | LimitKind::MaximumTermMonths => {
            "Length of the plan".to_owned()
        }
        LimitKind::MaximumDaysBetween => "Time between payments".to_owned(),
        LimitKind::MaximumDaysToFirst => "First payment".to_owned(),
        LimitKind::MinimumInstalment => "Smallest instalment".to_owned(),
        LimitKind::AllowedFrequencies => "How often payments fall due".to_owned(),
        LimitKind::MaximumDeferralDays => "Deferral".to_owned(),
        LimitKind::BalanceWithinOriginalPrincipal => "New balance".to_owned(),
        LimitKind::AllInCap => "What the plan costs a year".to_owned(),
        LimitKind::ArrearsCap => "Interest and charges for the time past due".to_owned(),
        LimitKind::ChargesPerMonth => "Late charges".to_owned(),
        LimitKind::PenaltyMultipleBand | LimitKind::PenaltyRateCap => {
            "Penalty rate of the contract".to_owned()
        }
        LimitKind::RecoveryHorizonMonths => "Time to recover".to_owned(),
        LimitKind::BrokenPromises => "Promises so far".to_owned(),
        LimitKind::SkippedPayments
        | LimitKind::MaximumGraceDays
        | LimitKind::Restructures
        | LimitKind::AffordableShare
        | LimitKind::MinimumResidual
        | LimitKind::GuarantorConsent
        | LimitKind::MinimumValue
        | LimitKind::RepaymentBehaviour
        | LimitKind::EvidenceRequired
        | LimitKind::MaximumOfferDays
        | LimitKind::Moratorium
        | LimitKind::LimitationPeriod
        | LimitKind::TotalCostCap
        | LimitKind::TotalWithinRate
        | LimitKind::AllowedStrategies => condition::title(kind).to_owned(),
    }
}

/// What an option misses, and what would mend it (without a full stop).
pub(super) fn broken(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        limit_share,
        limit_amount,
        actual,
        actual_share,
        shortfall,
        ..
    } = figures;
    match kind {
        LimitKind::MinimumSettlement => (too_little_paid(figures), "Give up less".to_owned()),
        LimitKind::WaiverCap(part) => (
            format!(
                "Gives up {shortfall} more {} than the rules allow: up to {limit_share} (this gives up {actual_share}).",
                named(part)
            ),
            format!("Lower the waiver or the discount until it is {limit_amount} or less"),
        ),
        LimitKind::WaiverCapTotal => (
            format!(
                "Gives up {shortfall} more than the rules allow: up to {limit_share} of the whole (this gives up {actual_share})."
            ),
            format!("Lower the waivers to {limit_amount} in all"),
        ),
        LimitKind::NotWaivable(part) => (
            format!(
                "The rules keep all {}; this gives up {actual} of it.",
                named(part)
            ),
            "Take this waiver back".to_owned(),
        ),
        LimitKind::NotCapitalisable(part) => (
            format!(
                "The rules keep {} apart; this adds {actual} of it to principal.",
                named(part)
            ),
            "Spread it over the instalments instead".to_owned(),
        ),
        LimitKind::MinimumDownPayment => (
            format!(
                "Needs {shortfall} more up front: the rules ask {limit_share} down (you have {actual_share})."
            ),
            format!("Raise the down payment to {limit_amount}"),
        ),
        LimitKind::AllInCap => (
            format!("Costs {actual}: the rules allow {limit} at most ({shortfall} less)."),
            "Lower the plan's rate".to_owned(),
        ),
        LimitKind::ArrearsCap => (
            format!(
                "Collects {shortfall} too much interest and charges: up to {limit} for the time past due (this collects {actual})."
            ),
            format!("Give up {shortfall} more of them"),
        ),
        LimitKind::ChargesPerMonth => (
            format!(
                "Collects {shortfall} too much in late charges: up to {limit} for the time past due (this collects {actual})."
            ),
            format!("Give up {shortfall} more of them"),
        ),
        LimitKind::BalanceWithinOriginalPrincipal => (
            format!(
                "Leaves {shortfall} too much to pay over time: up to the original principal of {limit} (this leaves {actual})."
            ),
            "Take more up front or give up more".to_owned(),
        ),
        LimitKind::PenaltyMultipleBand => (
            format!(
                "The contract's penalty rate is {actual} its interest rate, off by {shortfall}: the rules know {limit}."
            ),
            "Check the penalty figure before it is asked for".to_owned(),
        ),
        LimitKind::PenaltyRateCap => (
            format!(
                "The contract's penalty rate is {actual}, {shortfall} above the {limit} that the rules know."
            ),
            "Check the penalty figure, and ask only for what stays within".to_owned(),
        ),
        LimitKind::BrokenPromises => (
            format!("Promises not kept so far: {actual}; the rules look for {limit} at most."),
            "Talk over what got in the way and agree a day that fits".to_owned(),
        ),
        LimitKind::MaximumInstalments
        | LimitKind::MinimumPayments
        | LimitKind::MaximumTotalDays
        | LimitKind::MaximumTermMonths
        | LimitKind::MaximumDaysBetween
        | LimitKind::MaximumDaysToFirst
        | LimitKind::MinimumInstalment
        | LimitKind::AllowedFrequencies
        | LimitKind::MaximumDeferralDays
        | LimitKind::RecoveryHorizonMonths => timing(kind, figures),
        _ => condition::broken(kind, figures),
    }
}

fn timing(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        actual,
        shortfall,
        ..
    } = figures;
    let (fact, remedy) = match kind {
        LimitKind::MaximumInstalments => (
            format!("Has {shortfall} too many: the rules allow {limit} (this has {actual})."),
            "Choose fewer, larger payments",
        ),
        LimitKind::MinimumPayments => (
            format!(
                "Falls due in {actual}: the rules look for {limit} or more ({shortfall} more)."
            ),
            "See that an offer in smaller payments is on the table too",
        ),
        LimitKind::MaximumDaysBetween => (
            format!("Leaves payments {actual} apart: the rules allow {limit} ({shortfall} less)."),
            "Choose a shorter step",
        ),
        LimitKind::MaximumDaysToFirst => (
            format!(
                "The first payment is {shortfall} too late: the rules allow {limit} (this waits {actual})."
            ),
            "Choose an earlier first day",
        ),
        LimitKind::MinimumInstalment => (
            format!(
                "Instalments are {shortfall} too small: the rules ask {limit} at least (the smallest is {actual})."
            ),
            "Choose fewer instalments",
        ),
        LimitKind::AllowedFrequencies => (
            format!("Payments {actual} are not among what the rules know: {limit}."),
            "Choose one of these",
        ),
        LimitKind::MaximumDeferralDays => (
            format!(
                "Starts {shortfall} too late: the rules allow a deferral of {limit} (this waits {actual})."
            ),
            "Choose an earlier first day",
        ),
        LimitKind::RecoveryHorizonMonths => (
            format!(
                "Runs {shortfall} longer than recovery is expected to take: {limit} (this runs {actual})."
            ),
            "Choose a shorter plan",
        ),
        _ => (
            format!(
                "Ends {shortfall} too late: the rules allow {limit} in all (this runs {actual})."
            ),
            "Choose a shorter plan or start sooner",
        ),
    };
    (fact, remedy.to_owned())
}

fn too_little_paid(figures: &Figures) -> String {
    let Figures {
        of,
        limit,
        actual,
        shortfall,
        ..
    } = figures;
    if of.is_empty() {
        format!("Pays {shortfall} too little: the rules ask {limit} in all (this pays {actual}).")
    } else {
        format!("Pays {shortfall} too little of {of}: the rules ask {limit} (this pays {actual}).")
    }
}
