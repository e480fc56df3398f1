//! What a rule limits, without the value, and its name in files.

use super::Limit;
use crate::engine::claim::Component;

/// What a rule limits, without the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LimitKind {
    /// [`Limit::MinimumSettlement`].
    MinimumSettlement,
    /// [`Limit::WaiverCap`].
    WaiverCap(Component),
    /// [`Limit::WaiverCapTotal`].
    WaiverCapTotal,
    /// [`Limit::NotWaivable`].
    NotWaivable(Component),
    /// [`Limit::NotCapitalisable`].
    NotCapitalisable(Component),
    /// [`Limit::MinimumDownPayment`].
    MinimumDownPayment,
    /// [`Limit::MaximumInstalments`].
    MaximumInstalments,
    /// [`Limit::MinimumPayments`].
    MinimumPayments,
    /// [`Limit::MaximumTotalDays`].
    MaximumTotalDays,
    /// [`Limit::MaximumTermMonths`].
    MaximumTermMonths,
    /// [`Limit::MaximumDaysBetween`].
    MaximumDaysBetween,
    /// [`Limit::MaximumDaysToFirst`].
    MaximumDaysToFirst,
    /// [`Limit::MinimumInstalment`].
    MinimumInstalment,
    /// [`Limit::AllowedFrequencies`].
    AllowedFrequencies,
    /// [`Limit::MaximumDeferralDays`].
    MaximumDeferralDays,
    /// [`Limit::BalanceWithinOriginalPrincipal`].
    BalanceWithinOriginalPrincipal,
    /// [`Limit::AllInCap`].
    AllInCap,
    /// [`Limit::ArrearsCap`].
    ArrearsCap,
    /// [`Limit::ChargesPerMonth`].
    ChargesPerMonth,
    /// [`Limit::PenaltyMultipleBand`].
    PenaltyMultipleBand,
    /// [`Limit::PenaltyRateCap`].
    PenaltyRateCap,
    /// [`Limit::RecoveryHorizonMonths`].
    RecoveryHorizonMonths,
    /// [`Limit::BrokenPromises`].
    BrokenPromises,
    /// [`Limit::SkippedPayments`].
    SkippedPayments,
    /// [`Limit::MaximumGraceDays`].
    MaximumGraceDays,
    /// [`Limit::Restructures`].
    Restructures,
    /// [`Limit::AffordableShare`].
    AffordableShare,
    /// [`Limit::MinimumResidual`].
    MinimumResidual,
    /// [`Limit::GuarantorConsent`].
    GuarantorConsent,
    /// [`Limit::MinimumValue`].
    MinimumValue,
    /// [`Limit::RepaymentBehaviour`].
    RepaymentBehaviour,
    /// [`Limit::EvidenceRequired`].
    EvidenceRequired,
    /// [`Limit::MaximumOfferDays`].
    MaximumOfferDays,
    /// [`Limit::Moratorium`].
    Moratorium,
    /// [`Limit::LimitationPeriod`].
    LimitationPeriod,
    /// [`Limit::TotalCostCap`].
    TotalCostCap,
    /// [`Limit::TotalWithinRate`].
    TotalWithinRate,
    /// [`Limit::AllowedStrategies`].
    AllowedStrategies,
}

impl LimitKind {
    /// Every name used in files, in the order of the vocabulary.
    pub const CODES: [&str; 38] = [
        "minimum-settlement",
        "waiver-cap",
        "waiver-cap-total",
        "not-waivable",
        "not-capitalisable",
        "minimum-down-payment",
        "maximum-instalments",
        "minimum-payments",
        "maximum-total-days",
        "maximum-term-months",
        "maximum-days-between",
        "maximum-days-to-first",
        "minimum-instalment",
        "allowed-frequencies",
        "maximum-deferral-days",
        "balance-within-original-principal",
        "all-in-cap",
        "arrears-cap",
        "charges-per-month",
        "penalty-multiple-band",
        "penalty-rate-cap",
        "recovery-horizon-months",
        "broken-promises",
        "skipped-payments",
        "maximum-grace-days",
        "restructures",
        "affordable-share",
        "minimum-residual",
        "guarantor-consent",
        "minimum-value",
        "repayment-behaviour",
        "evidence-required",
        "maximum-offer-days",
        "moratorium",
        "limitation-period",
        "total-cost-cap",
        "total-within-rate",
        "allowed-strategies",
    ];

    /// The name used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::MinimumSettlement => "minimum-settlement",
            Self::WaiverCap(_) => "waiver-cap",
            Self::WaiverCapTotal => "waiver-cap-total",
            Self::NotWaivable(_) => "not-waivable",
            Self::NotCapitalisable(_) => "not-capitalisable",
            Self::MinimumDownPayment => "minimum-down-payment",
            Self::MaximumInstalments => "maximum-instalments",
            Self::MinimumPayments => "minimum-payments",
            Self::MaximumTotalDays => "maximum-total-days",
            Self::MaximumTermMonths => "maximum-term-months",
            Self::MaximumDaysBetween => "maximum-days-between",
            Self::MaximumDaysToFirst => "maximum-days-to-first",
            Self::MinimumInstalment => "minimum-instalment",
            Self::AllowedFrequencies => "allowed-frequencies",
            Self::MaximumDeferralDays => "maximum-deferral-days",
            Self::BalanceWithinOriginalPrincipal => "balance-within-original-principal",
            Self::AllInCap => "all-in-cap",
            Self::ArrearsCap => "arrears-cap",
            Self::ChargesPerMonth => "charges-per-month",
            Self::PenaltyMultipleBand => "penalty-multiple-band",
            Self::PenaltyRateCap => "penalty-rate-cap",
            Self::RecoveryHorizonMonths => "recovery-horizon-months",
            Self::BrokenPromises => "broken-promises",
            Self::SkippedPayments => "skipped-payments",
            Self::MaximumGraceDays => "maximum-grace-days",
            Self::Restructures => "restructures",
            Self::AffordableShare => "affordable-share",
            Self::MinimumResidual => "minimum-residual",
            Self::GuarantorConsent => "guarantor-consent",
            Self::MinimumValue => "minimum-value",
            Self::RepaymentBehaviour => "repayment-behaviour",
            Self::EvidenceRequired => "evidence-required",
            Self::MaximumOfferDays => "maximum-offer-days",
            Self::Moratorium => "moratorium",
            Self::LimitationPeriod => "limitation-period",
            Self::TotalCostCap => "total-cost-cap",
            Self::TotalWithinRate => "total-within-rate",
            Self::AllowedStrategies => "allowed-strategies",
        }
    }
}

impl Limit {
    /// What it limits, without the value.
    #[must_use]
    pub const fn kind(&self) -> LimitKind {
        match *self {
            Self::MinimumSettlement { .. } => LimitKind::MinimumSettlement,
            Self::WaiverCap { component, .. } => LimitKind::WaiverCap(component),
            Self::WaiverCapTotal { .. } => LimitKind::WaiverCapTotal,
            Self::NotWaivable { component } => LimitKind::NotWaivable(component),
            Self::NotCapitalisable { component } => LimitKind::NotCapitalisable(component),
            Self::MinimumDownPayment { .. } => LimitKind::MinimumDownPayment,
            Self::MaximumInstalments { .. } => LimitKind::MaximumInstalments,
            Self::MinimumPayments { .. } => LimitKind::MinimumPayments,
            Self::MaximumTotalDays { .. } => LimitKind::MaximumTotalDays,
            Self::MaximumTermMonths { .. } => LimitKind::MaximumTermMonths,
            Self::MaximumDaysBetween { .. } => LimitKind::MaximumDaysBetween,
            Self::MaximumDaysToFirst { .. } => LimitKind::MaximumDaysToFirst,
            Self::MinimumInstalment { .. } => LimitKind::MinimumInstalment,
            Self::AllowedFrequencies { .. } => LimitKind::AllowedFrequencies,
            Self::MaximumDeferralDays { .. } => LimitKind::MaximumDeferralDays,
            Self::BalanceWithinOriginalPrincipal => LimitKind::BalanceWithinOriginalPrincipal,
            Self::AllInCap { .. } => LimitKind::AllInCap,
            Self::ArrearsCap { .. } => LimitKind::ArrearsCap,
            Self::ChargesPerMonth { .. } => LimitKind::ChargesPerMonth,
            Self::PenaltyMultipleBand { .. } => LimitKind::PenaltyMultipleBand,
            Self::PenaltyRateCap { .. } => LimitKind::PenaltyRateCap,
            Self::RecoveryHorizonMonths { .. } => LimitKind::RecoveryHorizonMonths,
            Self::BrokenPromises { .. } => LimitKind::BrokenPromises,
            Self::SkippedPayments { .. } => LimitKind::SkippedPayments,
            Self::MaximumGraceDays { .. } => LimitKind::MaximumGraceDays,
            Self::Restructures { .. } => LimitKind::Restructures,
            Self::AffordableShare { .. } => LimitKind::AffordableShare,
            Self::MinimumResidual { .. } => LimitKind::MinimumResidual,
            Self::GuarantorConsent => LimitKind::GuarantorConsent,
            Self::MinimumValue { .. } => LimitKind::MinimumValue,
            Self::RepaymentBehaviour { .. } => LimitKind::RepaymentBehaviour,
            Self::EvidenceRequired { .. } => LimitKind::EvidenceRequired,
            Self::MaximumOfferDays { .. } => LimitKind::MaximumOfferDays,
            Self::Moratorium => LimitKind::Moratorium,
            Self::LimitationPeriod { .. } => LimitKind::LimitationPeriod,
            Self::TotalCostCap { .. } => LimitKind::TotalCostCap,
            Self::TotalWithinRate { .. } => LimitKind::TotalWithinRate,
            Self::AllowedStrategies { .. } => LimitKind::AllowedStrategies,
        }
    }
}
