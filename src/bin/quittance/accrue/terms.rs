//! The contract's terms as `quittance accrue` reads them.

use quittance::engine::calendar::{Date, DayCount};
use quittance::engine::claim::{
    ChargeSize, Grace, LateCharge, MissedCharge, Penalty, PenaltyBase, PenaltyRate, PenaltyStart,
    Settling, Terms,
};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::amounts::Decimals;
use crate::document::BadInput;
use crate::settlement_order::{OrderText, SwitchText, waterfall};
use crate::values::{self, DecimalText, code_form, coded};

/// Interest at the penalty rate: exactly one of `multiple`, `rate_pct` and `daily_rate_pct`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PenaltyTerms {
    /// The rate as a multiple of the contract rate, such as `1.5`.
    #[serde(default)]
    multiple: Option<DecimalText>,
    /// The rate a year in per cent.
    #[serde(default, alias = "annual_rate_pct")]
    rate_pct: Option<DecimalText>,
    /// The rate a day in per cent.
    #[serde(default)]
    daily_rate_pct: Option<DecimalText>,
    /// What bears it: `overdue-principal` (if nothing is said), `overdue-instalment` (its unpaid interest too) or
    /// `whole-principal`.
    #[serde(default)]
    base: Option<String>,
    /// Whether unpaid interest bears the rate too; false if nothing is said.
    #[serde(default)]
    compound: bool,
    /// Whether contract interest runs on beside it; false if nothing is said: the penalty takes its place.
    #[serde(default)]
    beside_interest: bool,
}

/// A late charge that grows by the day on overdue principal: one of `rate_pct` and `daily_rate_pct`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LateChargeTerms {
    /// The rate a year in per cent.
    #[serde(default, alias = "annual_rate_pct")]
    rate_pct: Option<DecimalText>,
    /// The rate a day in per cent.
    #[serde(default)]
    daily_rate_pct: Option<DecimalText>,
    /// The most that all of it may come to, what is owed on the first day included; no cap if nothing is said.
    #[serde(default)]
    cap: Option<DecimalText>,
}

/// Days on which a payment still counts as made in time.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct GraceTerms {
    /// How many days after the due date, at most 3660.
    days: u32,
    /// Once they have passed, penalty runs from the `due-date` (if nothing is said) or from the `end-of-grace`.
    #[serde(default)]
    penalty_from: Option<String>,
}

/// A charge taken once for every instalment missed: one of `amount` and `share_pct`.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MissedChargeTerms {
    /// The same amount each time.
    #[serde(default)]
    amount: Option<DecimalText>,
    /// A share of the instalment's unpaid principal and interest, in per cent.
    #[serde(default)]
    share_pct: Option<DecimalText>,
    /// The most that one may come to; no limit if nothing is said.
    #[serde(default)]
    each_at_most: Option<DecimalText>,
    /// The most that all of them may come to; no limit if nothing is said.
    #[serde(default)]
    together_at_most: Option<DecimalText>,
}

/// The terms that a document gives, before they are read.
pub struct TermsGiven<'a> {
    pub annual_rate_pct: Option<&'a DecimalText>,
    pub daily_rate_pct: Option<&'a DecimalText>,
    pub penalty: Option<&'a PenaltyTerms>,
    pub late_charge: Option<&'a LateChargeTerms>,
    pub ceiling_pct: Option<&'a DecimalText>,
    pub day_count: DayCount,
    pub rounding: Option<&'a str>,
    pub order: Option<&'a OrderText>,
    pub switch: Option<&'a SwitchText>,
}

impl TermsGiven<'_> {
    /// The terms; nothing that accrues depends on when the contract was made or on what it lent.
    pub fn read(&self, signed_on: Date, decimals: Decimals) -> Result<Terms, BadInput> {
        let contract = self.rate("", self.annual_rate_pct, self.daily_rate_pct)?;
        let penalty = self.penalty.map(|penalty| self.penalty(penalty));
        let late_charge = self.late_charge.map(|charge| {
            let at = "late_charge";
            let rate = self.rate(at, charge.rate_pct.as_ref(), charge.daily_rate_pct.as_ref())?;
            Ok(LateCharge {
                rate: rate.ok_or_else(|| {
                    BadInput::place(at, "give one of rate_pct and daily_rate_pct")
                })?,
                cap: decimals.optional("late_charge.cap", charge.cap.as_ref())?,
            })
        });
        let ceiling = self
            .ceiling_pct
            .map(|text| text.percent_rate("ceiling_pct"));
        Ok(Terms {
            signed_on,
            original_principal: Money::ZERO,
            interest_rate: contract.unwrap_or(Rate::ZERO),
            penalty: penalty.transpose()?,
            late_charge: late_charge.transpose()?,
            ceiling: ceiling.transpose()?,
            day_count: self.day_count,
            rounding: match self.rounding.map(code_form) {
                None => Rounding::HalfUp,
                Some(code) => coded("rounding", &code, Rounding::CODES, Rounding::from_code)?,
            },
            waterfall: waterfall(self.order, self.switch)?,
        })
    }

    fn penalty(&self, penalty: &PenaltyTerms) -> Result<Penalty, BadInput> {
        let at = "penalty";
        let own = self.rate(
            at,
            penalty.rate_pct.as_ref(),
            penalty.daily_rate_pct.as_ref(),
        )?;
        let rate = match (&penalty.multiple, own) {
            (None, Some(rate)) => PenaltyRate::Own(rate),
            (Some(multiple), None) => {
                PenaltyRate::Multiple(Decimal::from_str_exact(&multiple.0).map_err(|_| {
                    let problem = "not a multiple: write digits and a decimal point, such as 1.5";
                    BadInput::value("penalty.multiple", &multiple.0, problem)
                })?)
            }
            _ => {
                let problem = "give exactly one of multiple, rate_pct and daily_rate_pct";
                return Err(BadInput::place(at, problem));
            }
        };
        Ok(Penalty {
            rate,
            base: match penalty.base.as_deref().map(code_form) {
                None => PenaltyBase::OverduePrincipal,
                Some(code) => {
                    let known = PenaltyBase::ALL.map(PenaltyBase::code);
                    coded("penalty.base", &code, &known, PenaltyBase::from_code)?
                }
            },
            compound: penalty.compound,
            beside_interest: penalty.beside_interest,
        })
    }

    /// A yearly rate given by the year or by the day; none if neither is given.
    fn rate(
        &self,
        at: &str,
        yearly: Option<&DecimalText>,
        daily: Option<&DecimalText>,
    ) -> Result<Option<Rate>, BadInput> {
        let (yearly_name, dot) = match at {
            "" => ("annual_rate_pct", ""),
            _ => ("rate_pct", "."),
        };
        let at_daily = format!("{at}{dot}daily_rate_pct");
        match (yearly, daily) {
            (None, None) => Ok(None),
            (Some(text), None) => text
                .percent_rate(&format!("{at}{dot}{yearly_name}"))
                .map(Some),
            (None, Some(text)) => {
                let days = days_in_year(self.day_count).ok_or_else(|| {
                    let problem = "a daily rate needs the day count act/365f, act/360 or act/364";
                    BadInput::value(&at_daily, &text.0, problem)
                })?;
                Rate::from_daily_percent_days(&text.0, days)
                    .map(Some)
                    .map_err(|problem| BadInput::value(&at_daily, &text.0, &problem))
            }
            (Some(_), Some(text)) => {
                let problem = format!("give {yearly_name} or daily_rate_pct, and not both");
                Err(BadInput::value(&at_daily, &text.0, &problem))
            }
        }
    }
}

/// How many days a year has under a day count that divides actual days by the same number always.
pub const fn days_in_year(day_count: DayCount) -> Option<u32> {
    match day_count {
        DayCount::Act365Fixed => Some(365),
        DayCount::Act360 => Some(360),
        DayCount::Act364 => Some(364),
        _ => None,
    }
}

/// A day count by its code, by the days of its year, or with a remark after `whole-month`.
pub fn day_count(code: Option<&str>) -> Result<DayCount, BadInput> {
    match code.map(code_form).as_deref() {
        None | Some("365") => Ok(DayCount::Act365Fixed),
        Some("360") => Ok(DayCount::Act360),
        Some("364") => Ok(DayCount::Act364),
        Some(code) if code.starts_with("30/360-whole-month") => Ok(DayCount::WholeMonth),
        Some(code) => values::day_count("day_count", code),
    }
}

impl GraceTerms {
    /// Ten years: more is not meant.
    const MOST_DAYS: u32 = 3660;

    /// The days of grace.
    pub fn read(&self) -> Result<Grace, BadInput> {
        if self.days > Self::MOST_DAYS {
            let problem = format!("at most {} days of grace", Self::MOST_DAYS);
            return Err(BadInput::value("grace.days", &self.days, &problem));
        }
        Ok(Grace {
            days: self.days,
            penalty_from: match self.penalty_from.as_deref().map(code_form) {
                None => PenaltyStart::default(),
                Some(code) => {
                    let known = PenaltyStart::ALL.map(PenaltyStart::code);
                    coded("grace.penalty_from", &code, &known, PenaltyStart::from_code)?
                }
            },
        })
    }
}

impl MissedChargeTerms {
    /// The charge.
    pub fn read(&self, decimals: Decimals) -> Result<MissedCharge, BadInput> {
        let at = |name: &str| format!("missed_charge.{name}");
        let size = match (&self.amount, &self.share_pct) {
            (Some(amount), None) => ChargeSize::Fixed(decimals.amount(&at("amount"), amount)?),
            (None, Some(share)) => {
                let read = Share::parse_percent(&share.0);
                ChargeSize::ShareOfInstalment(
                    read.map_err(|problem| BadInput::value(&at("share_pct"), &share.0, &problem))?,
                )
            }
            _ => {
                let problem = "give exactly one of amount and share_pct";
                return Err(BadInput::place("missed_charge", problem));
            }
        };
        let limit =
            |name: &str, text: &Option<DecimalText>| decimals.optional(&at(name), text.as_ref());
        Ok(MissedCharge {
            size,
            each_at_most: limit("each_at_most", &self.each_at_most)?,
            together_at_most: limit("together_at_most", &self.together_at_most)?,
        })
    }
}

/// When accrued amounts become whole minor units.
pub fn settling(code: Option<&str>) -> Result<Settling, BadInput> {
    match code.map(code_form) {
        None => Ok(Settling::default()),
        Some(code) => {
            let known = Settling::ALL.map(Settling::code);
            coded("settling", &code, &known, Settling::from_code)
        }
    }
}
