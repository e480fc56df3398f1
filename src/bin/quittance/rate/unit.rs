//! Unit-periods by name, and the flows of Regulation Z.

use quittance::engine::calendar::{Date, Frequency, Unit as Step};
use quittance::engine::money::Money;
use quittance::engine::plan::{ActuarialFlow, DatedFlow, UnitPeriod};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::BadInput;
use crate::rate::flows::{Unit, ratio};
use crate::values::{Day, DecimalText};

/// When the first payment falls due.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FirstPayment {
    /// Whole unit-periods after the advance.
    pub full_unit_periods: u32,
    /// And the part of one, such as `39/90`; `0` if nothing is said.
    #[serde(default)]
    pub fraction: Option<String>,
}

/// The days of a transaction whose payments are a unit-period apart.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Dates {
    /// When the money was advanced.
    pub advance: Day,
    /// When the first payment falls due.
    pub first_payment: Day,
}

/// Payments of one amount, one after another.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Run {
    /// How many.
    pub count: u32,
    /// Of how much each.
    pub amount: DecimalText,
}

/// How many flows a document may have.
pub const MOST_FLOWS: usize = 10_000;

/// Every payment of some runs.
pub fn payments(runs: &[Run], unit: Unit) -> Result<Vec<Money>, BadInput> {
    let mut all = Vec::new();
    for (run, place) in runs.iter().zip(1_u32..) {
        let amount = unit.size(&format!("payments.{place}.amount"), &run.amount)?;
        let count = usize::try_from(run.count).unwrap_or(usize::MAX);
        if count > MOST_FLOWS.saturating_sub(all.len()) {
            let at = format!("payments.{place}.count");
            let problem = format!("too many payments: the limit is {MOST_FLOWS} together");
            return Err(BadInput::value(&at, &run.count, &problem));
        }
        all.extend(std::iter::repeat_n(amount, count));
    }
    Ok(all)
}

/// Payments a unit-period apart, by the number of unit-periods before the first.
pub fn by_unit_periods(
    first: &FirstPayment,
    payments: &[Money],
) -> Result<Vec<ActuarialFlow>, BadInput> {
    let odd = match &first.fraction {
        None => (0, 1),
        Some(text) => ratio("first_payment.fraction", text)?,
    };
    let whole = first.full_unit_periods;
    let placed = (0_u32..).zip(payments).map(|(later, amount)| {
        let whole = whole.checked_add(later).ok_or_else(|| {
            let problem = "too many unit-periods";
            BadInput::value("first_payment.full_unit_periods", &whole, problem)
        })?;
        Ok(ActuarialFlow {
            whole,
            odd,
            amount: *amount,
        })
    });
    placed.collect()
}

/// Payments a unit-period apart from a first day.
pub fn by_date(
    first: Date,
    unit: UnitPeriod,
    payments: &[Money],
) -> Result<Vec<DatedFlow>, BadInput> {
    let frequency = frequency(unit)
        .ok_or_else(|| BadInput::place("unit_period", "no dates are so far apart"))?;
    let dated = (0_u32..).zip(payments).map(|(place, amount)| {
        let date = frequency.nth_due(first, place);
        let date = date.map_err(|problem| BadInput::value("dates.first_payment", &first, &problem));
        Ok(DatedFlow {
            date: date?,
            amount: *amount,
        })
    });
    dated.collect()
}

fn frequency(unit: UnitPeriod) -> Option<Frequency> {
    let (every, step) = match unit {
        UnitPeriod::Days(days) | UnitPeriod::TermDays(days) => (days, Step::Days),
        UnitPeriod::Weeks(weeks) => (weeks, Step::Weeks),
        UnitPeriod::HalfMonth => (1, Step::HalfMonths),
        UnitPeriod::Months(months) | UnitPeriod::TermMonths(months) => (months, Step::Months),
        UnitPeriod::Year => (12, Step::Months),
    };
    Frequency::new(u16::try_from(every).ok()?, step)
}

/// A unit-period by its name.
pub fn unit_period(text: &str) -> Result<UnitPeriod, BadInput> {
    let unknown = || {
        let problem = "not known: write day, week, half-month, month, quarter, year, or 10 days, 2 weeks (52 at most), 2 months (11 at most) and the like";
        BadInput::value("unit_period", text, problem)
    };
    let (count, name) = match text.split_once(' ') {
        None => (1, text),
        Some((count, name)) => (count.parse().map_err(|_| unknown())?, name),
    };
    match (count, name) {
        // Whole weeks are counted as such.
        (1..=364, "day" | "days") if count % 7 != 0 => Ok(UnitPeriod::Days(count)),
        (1..=52, "week" | "weeks") => Ok(UnitPeriod::Weeks(count)),
        (1, "half-month") => Ok(UnitPeriod::HalfMonth),
        (1..=11, "month" | "months") => Ok(UnitPeriod::Months(count)),
        (1, "quarter") => Ok(UnitPeriod::Months(3)),
        (1, "year") => Ok(UnitPeriod::Year),
        _ => Err(unknown()),
    }
}

/// The name of a unit-period.
pub fn unit_period_name(unit: UnitPeriod) -> String {
    let several = |count: u32, name: &str| {
        if count == 1 {
            name.to_owned()
        } else {
            format!("{count} {name}s")
        }
    };
    match unit {
        UnitPeriod::Days(days) => several(days, "day"),
        UnitPeriod::Weeks(weeks) => several(weeks, "week"),
        UnitPeriod::HalfMonth => "half-month".to_owned(),
        UnitPeriod::Months(3) => "quarter".to_owned(),
        UnitPeriod::Months(months) => several(months, "month"),
        UnitPeriod::Year => "year".to_owned(),
        UnitPeriod::TermDays(days) => format!("term of {}", counted(days, "day")),
        UnitPeriod::TermMonths(months) => format!("term of {}", counted(months, "month")),
    }
}

fn counted(count: u32, name: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {name}{plural}")
}
