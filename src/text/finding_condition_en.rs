//! Findings in English about what a plan costs and bears in all, and about what stands around it.

use super::finding::Figures;
use crate::engine::rules::LimitKind;

/// What a rule limits, as a heading.
pub(super) fn title(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::SkippedPayments => "Payments left out",
        LimitKind::MaximumGraceDays => "Days of grace",
        LimitKind::Restructures => "Restructured before",
        LimitKind::AffordableShare => "What a month can bear",
        LimitKind::MinimumResidual => "What a month leaves the customer",
        LimitKind::GuarantorConsent => "The guarantor's consent",
        LimitKind::MinimumValue => "What the plan is worth today",
        LimitKind::RepaymentBehaviour => "Payments since the debt fell past due",
        LimitKind::EvidenceRequired => "Papers that are needed",
        LimitKind::MaximumOfferDays => "How long the offer stands",
        LimitKind::Moratorium => "Protected time",
        LimitKind::LimitationPeriod => "Limitation period",
        LimitKind::TotalCostCap => "Interest and charges in all",
        LimitKind::TotalWithinRate => "What is collected in all",
        _ => "Ways on the table",
    }
}

/// What an option misses, and what would mend it (without a full stop).
pub(super) fn broken(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        limit_share,
        limit_amount,
        actual,
        shortfall,
        ..
    } = figures;
    let (fact, remedy) = match kind {
        LimitKind::SkippedPayments => (
            format!("Leaves out {actual}: the rules allow {limit} ({shortfall} fewer)."),
            "Choose fewer payments, or a way to repay that pays something each time",
        ),
        LimitKind::MaximumGraceDays => (
            format!(
                "Gives {shortfall} too much grace after a due date: the rules allow {limit} (this gives {actual})."
            ),
            "Shorten the grace",
        ),
        LimitKind::Restructures => (
            format!(
                "Restructured before, within the time that the rules look at: {actual}; the rules allow {limit} at most."
            ),
            "See first whether the arrangement that is there can be kept",
        ),
        LimitKind::AffordableShare => (
            format!(
                "Asks {shortfall} a month more than the customer can bear: up to {limit_share} of what a month leaves, {limit_amount} (this comes to {actual} a month)."
            ),
            "Choose smaller payments over a longer time, or give up more",
        ),
        LimitKind::MinimumResidual => (
            format!(
                "Leaves the customer {shortfall} too little in a month: the rules keep {limit} (this leaves {actual})."
            ),
            "Choose smaller payments over a longer time",
        ),
        LimitKind::GuarantorConsent => (
            "The guarantor has not agreed in writing yet, and is not bound without it for what a change adds."
                .to_owned(),
            "Ask the guarantor first",
        ),
        LimitKind::MinimumValue => (
            format!(
                "Is worth {shortfall} too little today: the rules ask {limit} (this is worth {actual})."
            ),
            "Take more up front, finish sooner or give up less",
        ),
        LimitKind::RepaymentBehaviour => (
            format!(
                "Payments since the debt fell past due: {actual}; the rules look for {limit} or more ({shortfall} more)."
            ),
            "Agree a first payment, and come back to this once it has arrived",
        ),
        LimitKind::EvidenceRequired => (
            format!("Still to come: {shortfall}. The rules ask for {limit}."),
            "Say which papers help and how to send them",
        ),
        LimitKind::MaximumOfferDays => (
            format!(
                "The offer stands {shortfall} too long: the rules allow {limit} (this stands {actual})."
            ),
            "Let it end sooner",
        ),
        LimitKind::Moratorium => (
            format!(
                "A protected time is running: nothing is asked for before {limit} ({shortfall} from now)."
            ),
            "Wait until then, and say where to get free advice",
        ),
        LimitKind::LimitationPeriod => (
            format!(
                "Past due for {actual}: the limitation period that the rules know is {limit} ({shortfall} less), and agreeing to pay may start it again."
            ),
            "Say so before anything is agreed, and check whether the time was interrupted",
        ),
        LimitKind::TotalCostCap => (
            format!(
                "Collects {shortfall} too much in interest and charges: up to {limit_share} of the original principal, {limit_amount} (this collects {actual})."
            ),
            "Lower the plan's rate or give up more",
        ),
        LimitKind::TotalWithinRate => (
            format!("Collects {shortfall} too much in all: up to {limit} (this collects {actual})."),
            "Lower the plan's rate or give up more",
        ),
        _ => (
            format!("Not on the table here: {shortfall}. What is: {limit}."),
            "Choose among these",
        ),
    };
    (fact, remedy.to_owned())
}
