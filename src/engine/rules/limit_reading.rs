//! A limit as it stands in a pack's file: a kind, and the fields that this kind has and no others.

use super::frequency_list::MOST_FREQUENCIES;
use super::{FrequencyList, Limit, LimitKind};
use crate::engine::calendar::Frequency;
use crate::engine::claim::Component;
use crate::engine::fields::{Field, FieldError, Fields, Problem};
use crate::engine::money::{Currency, Money, Share};

const MOST_DAYS: u32 = 36_500;
const MOST_MONTHS: u32 = 1_200;
const MOST_PAYMENTS: u32 = 600;
const MOST_TIMES: u32 = 1_000;

/// Which fields a limit of that code has besides its kind.
fn fields_of(code: &str) -> &'static [&'static str] {
    match code {
        "minimum-settlement" => &["kind", "share", "amount", "components"],
        "waiver-cap" => &["kind", "component", "share", "amount"],
        "waiver-cap-total" | "minimum-down-payment" | "affordable-share" | "total-cost-cap" => {
            &["kind", "share"]
        }
        "minimum-value" => &["kind", "share", "rate"],
        "not-waivable" | "not-capitalisable" => &["kind", "component"],
        "maximum-instalments" | "minimum-payments" => &["kind", "count"],
        "maximum-total-days"
        | "maximum-days-between"
        | "maximum-days-to-first"
        | "maximum-deferral-days"
        | "maximum-grace-days"
        | "maximum-offer-days" => &["kind", "days"],
        "maximum-term-months" | "recovery-horizon-months" | "limitation-period" => {
            &["kind", "months"]
        }
        "minimum-instalment" | "charges-per-month" | "minimum-residual" => &["kind", "amount"],
        "allowed-frequencies" => &["kind", "frequencies"],
        "all-in-cap" | "arrears-cap" | "penalty-rate-cap" | "total-within-rate" => {
            &["kind", "rate"]
        }
        "penalty-multiple-band" => &["kind", "from", "to"],
        "broken-promises" => &["kind", "most"],
        "skipped-payments" => &["kind", "most", "running"],
        "restructures" => &["kind", "most", "within_months"],
        "repayment-behaviour" => &["kind", "payments"],
        "evidence-required" => &["kind", "evidence"],
        "allowed-strategies" => &["kind", "strategies"],
        _ => &["kind"],
    }
}

/// Every field that a limit is measured by.
const UNITS: [&str; 12] = [
    "share",
    "amount",
    "rate",
    "days",
    "months",
    "count",
    "payments",
    "most",
    "running",
    "within_months",
    "from",
    "to",
];

/// Refuses a limit that has a unit of another kind of limit and none of its own.
fn measured_as_it_should(limit: &Fields<'_>, known: &[&str]) -> Result<(), FieldError> {
    let units = || UNITS.iter().filter(|unit| known.contains(unit));
    let given = |name: &&&str| limit.optional(name).is_some();
    let wanted: Vec<&str> = units().copied().collect();
    let other = UNITS
        .iter()
        .find(|unit| !known.contains(unit) && given(unit));
    match other {
        Some(found) if !wanted.is_empty() && !units().any(|unit| given(&unit)) => {
            let problem = Problem::OtherUnit {
                found: (*found).to_owned(),
                wanted: wanted.join(", "),
            };
            Err(limit.refuse(found, problem))
        }
        _ => Ok(()),
    }
}

/// Reads a limit.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub(super) fn read_limit(field: &Field<'_>, currency: Currency) -> Result<Limit, FieldError> {
    let limit = field.object()?;
    let kind = limit.required("kind")?.code(&LimitKind::CODES, |code| {
        LimitKind::CODES.into_iter().find(|known| *known == code)
    })?;
    measured_as_it_should(&limit, fields_of(kind))?;
    limit.only(fields_of(kind))?;
    let count = |name, most| limit.required(name)?.count(most);
    let days = || count("days", MOST_DAYS);
    let share = || limit.required("share")?.share();
    let months = |name| count(name, MOST_MONTHS);
    let rate = || limit.required("rate")?.rate();
    let amount = || limit.required("amount")?.money(currency);
    let component = || {
        let codes = Component::ALL.map(Component::code);
        limit
            .required("component")?
            .code(&codes, Component::from_code)
    };
    Ok(match kind {
        "minimum-settlement" => read_settlement(&limit, currency)?,
        "waiver-cap" => {
            let component = component()?;
            let (share, amount) = read_share_or_amount(&limit, currency)?;
            Limit::WaiverCap {
                component,
                share,
                amount,
            }
        }
        "waiver-cap-total" => Limit::WaiverCapTotal { share: share()? },
        "not-waivable" => Limit::NotWaivable {
            component: component()?,
        },
        "not-capitalisable" => Limit::NotCapitalisable {
            component: component()?,
        },
        "minimum-down-payment" => Limit::MinimumDownPayment { share: share()? },
        "maximum-instalments" => Limit::MaximumInstalments {
            count: count("count", MOST_PAYMENTS)?,
        },
        "minimum-payments" => Limit::MinimumPayments {
            count: count("count", MOST_PAYMENTS)?,
        },
        "maximum-total-days" => Limit::MaximumTotalDays { days: days()? },
        "maximum-term-months" => Limit::MaximumTermMonths {
            months: months("months")?,
        },
        "maximum-days-between" => Limit::MaximumDaysBetween { days: days()? },
        "maximum-days-to-first" => Limit::MaximumDaysToFirst { days: days()? },
        "minimum-instalment" => Limit::MinimumInstalment { amount: amount()? },
        "allowed-frequencies" => Limit::AllowedFrequencies {
            frequencies: read_frequencies(&limit)?,
        },
        "maximum-deferral-days" => Limit::MaximumDeferralDays { days: days()? },
        "all-in-cap" => Limit::AllInCap { rate: rate()? },
        "arrears-cap" => Limit::ArrearsCap { rate: rate()? },
        "charges-per-month" => Limit::ChargesPerMonth { amount: amount()? },
        "penalty-multiple-band" => read_band(&limit)?,
        "penalty-rate-cap" => Limit::PenaltyRateCap { rate: rate()? },
        "recovery-horizon-months" => Limit::RecoveryHorizonMonths {
            months: months("months")?,
        },
        "broken-promises" => Limit::BrokenPromises {
            most: count("most", MOST_TIMES)?,
        },
        "skipped-payments" => Limit::SkippedPayments {
            most: count("most", MOST_PAYMENTS)?,
            running: count("running", MOST_PAYMENTS)?,
        },
        "maximum-grace-days" => Limit::MaximumGraceDays { days: days()? },
        "restructures" => Limit::Restructures {
            most: count("most", MOST_TIMES)?,
            within_months: months("within_months")?,
        },
        "affordable-share" => Limit::AffordableShare { share: share()? },
        "minimum-residual" => Limit::MinimumResidual { amount: amount()? },
        "guarantor-consent" => Limit::GuarantorConsent,
        "minimum-value" => Limit::MinimumValue {
            share: share()?,
            rate: rate()?,
        },
        "repayment-behaviour" => Limit::RepaymentBehaviour {
            payments: count("payments", MOST_TIMES)?,
        },
        "evidence-required" => Limit::EvidenceRequired {
            evidence: limit.required("evidence")?.some_words()?,
        },
        "maximum-offer-days" => Limit::MaximumOfferDays { days: days()? },
        "moratorium" => Limit::Moratorium,
        "limitation-period" => Limit::LimitationPeriod {
            months: months("months")?,
        },
        "total-cost-cap" => Limit::TotalCostCap { share: share()? },
        "total-within-rate" => Limit::TotalWithinRate { rate: rate()? },
        "allowed-strategies" => Limit::AllowedStrategies {
            strategies: limit.required("strategies")?.some_words()?,
        },
        _ => Limit::BalanceWithinOriginalPrincipal,
    })
}

fn read_settlement(limit: &Fields<'_>, currency: Currency) -> Result<Limit, FieldError> {
    let (share, amount) = read_share_or_amount(limit, currency)?;
    Ok(Limit::MinimumSettlement {
        share,
        amount,
        components: limit
            .optional("components")
            .map(|field| field.some_words())
            .transpose()?,
    })
}

/// A share, an amount or both.
fn read_share_or_amount(
    limit: &Fields<'_>,
    currency: Currency,
) -> Result<(Option<Share>, Option<Money>), FieldError> {
    let share = limit
        .optional("share")
        .map(|field| field.share())
        .transpose()?;
    let amount = limit
        .optional("amount")
        .map(|field| field.money(currency))
        .transpose()?;
    if share.is_none() && amount.is_none() {
        return Err(limit.refuse("share", Problem::Missing));
    }
    Ok((share, amount))
}

fn read_band(limit: &Fields<'_>) -> Result<Limit, FieldError> {
    let (from, to) = (
        limit.required("from")?.decimal()?,
        limit.required("to")?.decimal()?,
    );
    if from > to {
        return Err(limit.refuse(
            "from",
            Problem::NotANumber {
                found: from.to_string(),
            },
        ));
    }
    Ok(Limit::PenaltyMultipleBand { from, to })
}

/// What stands in a list of frequencies for days agreed one by one.
const AGREED_DAYS: &str = "agreed-days";

fn read_frequencies(limit: &Fields<'_>) -> Result<FrequencyList, FieldError> {
    let field = limit.required("frequencies")?;
    let known = [
        "weekly",
        "fortnightly",
        "half-monthly",
        "monthly",
        "every-10-days",
        AGREED_DAYS,
    ];
    let mut agreed_days = 0_u32;
    let mut frequencies: Vec<Frequency> = Vec::new();
    for entry in field.list()? {
        // `None` within stands for days agreed one by one.
        let read = entry.code(&known, |code| {
            if code == AGREED_DAYS {
                Some(None)
            } else {
                Frequency::from_code(code).map(Some)
            }
        })?;
        match read {
            Some(step) => frequencies.push(step),
            None => agreed_days = agreed_days.saturating_add(1),
        }
    }
    if frequencies.len() > MOST_FREQUENCIES {
        let most = u32::try_from(MOST_FREQUENCIES).unwrap_or(u32::MAX);
        return Err(field.refuse(Problem::NeedsCount { most }));
    }
    match (FrequencyList::new(&frequencies), agreed_days) {
        (Some(list), 0) => Ok(list),
        (Some(list), 1) => Ok(list.with_agreed_days()),
        _ => Err(field.refuse(Problem::NotEachOnce)),
    }
}
