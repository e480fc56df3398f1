//! `quittance days`: the time between two dates.

use quittance::engine::calendar::{
    AnnualRule, AnnualUnit, Counting, Date, DateOutOfRange, DayCount, days_between,
};
use quittance::engine::money::{Rate, YearFraction};
use rust_decimal::Decimal;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::{Answering, BadInput, Outcome};
use crate::values::{Day, DecimalText, day_count, spelled};

/// Two dates, and a day count or the rule of an annual percentage rate.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// `act/365f`, `act/360`, `act/364`, `act/act-isda`, `act/act-dec31`, `act/act-feb29`, `30/360`, `30/360-us`,
    /// `30e/360` or `whole-month`, in capitals too and by market names such as `Actual/365 (Fixed)` or
    /// `30/360 Bond Basis`; `act` counts days only. Needed where there is no `rule`.
    #[serde(default)]
    day_count: Option<String>,
    /// Which ends count: `first-day` (if nothing is said), `last-day` or `both-days`. Goes with a day count.
    #[serde(default)]
    counting: Option<String>,
    /// In place of a day count, the years of an annual percentage rate: `eu` (Directive 2008/48/EC, whole units
    /// counted back from the end) or `uk` (CONC App 1, counted forward from the start).
    #[serde(default)]
    rule: Option<String>,
    /// The whole units of a rule: `months` (if nothing is said), `years` or `weeks`.
    #[serde(default)]
    unit: Option<String>,
    /// The first day.
    start: Day,
    /// The last day.
    end: Day,
    /// A yearly rate in per cent, to be told for this time.
    #[serde(default)]
    annual_rate_pct: Option<DecimalText>,
}

/// The time between them.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Days as the convention counts them.
    days: i64,
    /// Calendar days from the start to the end, one of the two counted.
    calendar_days: i64,
    /// The part of a year, to 15 decimals. Absent for `act`.
    #[serde(skip_serializing_if = "Option::is_none")]
    year_fraction: Option<String>,
    /// The part of a year exactly, in lowest terms: `181/365`. Absent for `act`.
    #[serde(skip_serializing_if = "Option::is_none")]
    exactly: Option<String>,
    /// The yearly rate times the part of a year, in per cent, to 15 decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    period_rate_pct: Option<String>,
}

/// The command.
pub struct Days;

impl Answering for Days {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "days";
    const ABOUT: &'static str = "Days and parts of a year between two dates, under a day count";
    const EXAMPLE: &'static str =
        r#"{"day_count":"act/act-isda","start":"2003-11-01","end":"2004-05-01"}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let (start, end) = (document.start.0, document.end.0);
        let way = document.way()?;
        let refused = |problem| BadInput::value("end", &document.end.0, &problem);
        let (days, fraction) = way.time(start, end).map_err(refused)?;
        let rate = document.annual_rate_pct.as_ref();
        let rate = rate.map(|text| text.percent_rate("annual_rate_pct"));
        let period_rate = match (rate.transpose()?, fraction) {
            (None, _) => None,
            (Some(rate), Some(fraction)) => Some(period_rate(rate, fraction)),
            (Some(_), None) => {
                let problem = "a rate needs a part of a year, and act counts days only";
                return Err(BadInput::place("annual_rate_pct", problem));
            }
        };
        Ok(Outcome::Answered(Answer {
            days,
            calendar_days: days_between(start, end),
            year_fraction: fraction.map(|fraction| decimal(part_of_year(fraction))),
            exactly: fraction.map(lowest_terms),
            period_rate_pct: period_rate,
        }))
    }
}

/// How time is counted.
enum Way {
    Days(Counting),
    DayCount(DayCount, Counting),
    Annual(AnnualRule, AnnualUnit),
}

impl Way {
    fn time(&self, start: Date, end: Date) -> Result<(i64, Option<YearFraction>), DateOutOfRange> {
        match *self {
            Self::Days(counting) => Ok((counting.days(DayCount::Act365Fixed, start, end)?, None)),
            Self::DayCount(convention, counting) => {
                let fraction = counting.year_fraction(convention, start, end)?;
                Ok((counting.days(convention, start, end)?, Some(fraction)))
            }
            Self::Annual(rule, unit) => {
                let years = rule.years(start, end, unit)?;
                Ok((days_between(start, end), Some(years)))
            }
        }
    }
}

impl Document {
    fn way(&self) -> Result<Way, BadInput> {
        let wrong = |at, problem: &str| Err(BadInput::place(at, problem));
        match (&self.day_count, &self.rule) {
            (Some(code), None) => {
                if self.unit.is_some() {
                    return wrong("unit", "goes with a rule, and a day count has none");
                }
                let counting = self.counting()?;
                if code.eq_ignore_ascii_case("act") {
                    return Ok(Way::Days(counting));
                }
                Ok(Way::DayCount(day_count("day_count", code)?, counting))
            }
            (None, Some(rule)) => {
                if self.counting.is_some() {
                    return wrong(
                        "counting",
                        "goes with a day count: a rule counts the first day",
                    );
                }
                let rule = annual_rule(rule)?;
                Ok(Way::Annual(rule, annual_unit(self.unit.as_deref())?))
            }
            _ => wrong("", "give a day_count or a rule, and not both"),
        }
    }

    fn counting(&self) -> Result<Counting, BadInput> {
        let known = Counting::ALL.map(Counting::code);
        match &self.counting {
            None => Ok(Counting::FirstDay),
            Some(code) => spelled("counting", code, &known, Counting::from_code),
        }
    }
}

/// Whose annual percentage rate it is.
pub fn annual_rule(code: &str) -> Result<AnnualRule, BadInput> {
    let known = AnnualRule::ALL.map(AnnualRule::code);
    spelled("rule", code, &known, AnnualRule::from_code)
}

/// The whole units of an annual percentage rate, months if nothing is said.
pub fn annual_unit(code: Option<&str>) -> Result<AnnualUnit, BadInput> {
    let known = AnnualUnit::ALL.map(AnnualUnit::code);
    match code {
        None => Ok(AnnualUnit::Months),
        Some(code) => spelled("unit", code, &known, AnnualUnit::from_code),
    }
}

/// To 28 digits, of which those shown are right.
fn part_of_year(fraction: YearFraction) -> Decimal {
    Decimal::from(fraction.units())
        .checked_div(Decimal::from(YearFraction::DENOMINATOR))
        .unwrap_or_default()
}

fn decimal(number: Decimal) -> String {
    number.round_dp(15).normalize().to_string()
}

/// Multiplied before it is divided: 10^13 steps of a rate and 10^12 units of time fit in 28 digits.
fn period_rate(rate: Rate, fraction: YearFraction) -> String {
    let product = rate
        .as_decimal()
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|percent| percent.checked_mul(Decimal::from(fraction.units())))
        .and_then(|product| product.checked_div(Decimal::from(YearFraction::DENOMINATOR)));
    decimal(product.unwrap_or_default())
}

fn lowest_terms(fraction: YearFraction) -> String {
    let (parts, whole) = fraction.in_lowest_terms();
    format!("{parts}/{whole}")
}
