//! The rules of a pack by what they limit, in words, and those that have certain words.

use crate::engine::rules::{LimitKind, Pack, Rule};
use crate::text::{Locale, limit};

/// What a rule is about, so that rules of one kind stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// What the lender gives up at most, and what is to be recovered at least.
    GivenUp,
    /// How much is paid, how often and in which way.
    Payments,
    /// How long it may take.
    Time,
    /// What is charged.
    Cost,
    /// The customer, and what is needed before anything is agreed.
    People,
}

impl Topic {
    /// Every topic, in the order in which they are shown.
    pub const ALL: [Self; 5] = [
        Self::GivenUp,
        Self::Payments,
        Self::Time,
        Self::Cost,
        Self::People,
    ];

    /// What a kind of limit is about.
    #[must_use]
    pub const fn of(kind: LimitKind) -> Self {
        match kind {
            LimitKind::MinimumSettlement
            | LimitKind::WaiverCap(_)
            | LimitKind::WaiverCapTotal
            | LimitKind::NotWaivable(_)
            | LimitKind::MinimumValue => Self::GivenUp,
            LimitKind::MinimumDownPayment
            | LimitKind::MaximumInstalments
            | LimitKind::MinimumPayments
            | LimitKind::MinimumInstalment
            | LimitKind::AllowedFrequencies
            | LimitKind::SkippedPayments
            | LimitKind::AllowedStrategies => Self::Payments,
            LimitKind::MaximumTotalDays
            | LimitKind::MaximumTermMonths
            | LimitKind::MaximumDaysBetween
            | LimitKind::MaximumDaysToFirst
            | LimitKind::MaximumDeferralDays
            | LimitKind::RecoveryHorizonMonths
            | LimitKind::MaximumGraceDays
            | LimitKind::MaximumOfferDays
            | LimitKind::LimitationPeriod => Self::Time,
            LimitKind::NotCapitalisable(_)
            | LimitKind::BalanceWithinOriginalPrincipal
            | LimitKind::AllInCap
            | LimitKind::ArrearsCap
            | LimitKind::ChargesPerMonth
            | LimitKind::PenaltyMultipleBand
            | LimitKind::PenaltyRateCap
            | LimitKind::TotalCostCap
            | LimitKind::TotalWithinRate => Self::Cost,
            LimitKind::BrokenPromises
            | LimitKind::Restructures
            | LimitKind::AffordableShare
            | LimitKind::MinimumResidual
            | LimitKind::GuarantorConsent
            | LimitKind::RepaymentBehaviour
            | LimitKind::EvidenceRequired
            | LimitKind::Moratorium => Self::People,
        }
    }
}

/// A rule as it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleRow {
    /// What it is about.
    pub topic: Topic,
    /// Its name within the pack.
    pub id: String,
    /// What it limits, and at what value.
    pub limit: String,
    /// The debts that it binds.
    pub binds: String,
    /// What follows when it is broken.
    pub follows: String,
    /// Whom it may be shown to.
    pub shown_to: String,
    /// When it is in force, where it says so itself.
    pub in_force: Option<String>,
    /// Where it comes from.
    pub source: String,
}

impl RuleRow {
    fn of(locale: Locale, pack: &Pack, rule: &Rule) -> Self {
        let dated = rule.effective.from.or(rule.effective.to).is_some();
        Self {
            topic: Topic::of(rule.limit.kind()),
            id: rule.id.clone(),
            limit: limit::limit(locale, &rule.limit, pack.currency),
            binds: limit::applies(locale, &rule.applies, pack.currency),
            follows: limit::severity(locale, rule.severity),
            shown_to: limit::visibility(locale, rule.visibility).to_owned(),
            in_force: dated.then(|| limit::in_force(locale, &rule.effective, pack.currency)),
            source: rule.source.clone(),
        }
    }

    /// Whether every word of a filter stands somewhere in the rule, whatever the case of its letters.
    #[must_use]
    pub fn has(&self, filter: &str) -> bool {
        let dates = self.in_force.as_deref().unwrap_or_default();
        let texts = [
            &self.id,
            &self.limit,
            &self.binds,
            &self.follows,
            &self.shown_to,
            dates,
            &self.source,
        ];
        has_words(&texts.join("\n"), filter)
    }
}

/// Whether every word of a filter stands in a text, whatever the case of its letters.
fn has_words(text: &str, filter: &str) -> bool {
    let text = text.to_lowercase();
    filter
        .to_lowercase()
        .split_whitespace()
        .all(|word| text.contains(word))
}

/// The rules of a pack, topic by topic, and in the order of its file within each.
#[must_use]
pub fn rows(locale: Locale, pack: &Pack) -> Vec<RuleRow> {
    let mut rows: Vec<RuleRow> = pack
        .rules
        .iter()
        .map(|rule| RuleRow::of(locale, pack, rule))
        .collect();
    rows.sort_by_key(|row| row.topic);
    rows
}
