//! `quittance rate`: what money costs a year.

mod answer;
mod document;
mod flows;
mod regz;
mod unit;

use quittance::engine::calendar::DayCount;
use quittance::engine::money::Money;
use quittance::engine::plan::{
    DatedFlow, FoundRate, PerYear, RateAnswer, TimedFlow, annual_equation, annual_rate, dated_rate,
    effective_from_simple, periodic_rate, simple_from_effective,
};
use rust_decimal::Decimal;

use crate::days::{annual_rule, annual_unit};
use crate::document::{Answering, BadInput, Outcome};
use crate::rate::answer::{Answer, Head, converted, found};
use crate::rate::document::{Document, Kind};
use crate::rate::flows::{Flow, Unit, years};
use crate::rate::unit::MOST_FLOWS;
use crate::values::{DecimalText, day_count};

/// The command.
pub struct Rate;

impl Answering for Rate {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "rate";
    const ABOUT: &'static str =
        "What money costs a year: annual percentage rates, rates of dated and periodic flows";
    const EXAMPLE: &'static str = r#"{"kind":"regz_actuarial","amount_financed":"5000.00","unit_period":"month","first_payment":{"full_unit_periods":1},"payments":[{"count":24,"amount":"230.00"}]}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        match document.kind()? {
            Kind::RegzActuarial => document.actuarial(),
            Kind::EffectiveAnnual => document.annual(),
            Kind::Xirr => {
                let flows = dated_flows(document.needed_flows()?)?;
                let day_count = match &document.day_count {
                    None => DayCount::Act365Fixed,
                    Some(code) => day_count("day_count", code)?,
                };
                let answer = dated_rate(&flows, day_count)
                    .map_err(|problem| BadInput::place("flows", &problem))?;
                Ok(found(&answer, Head::Effective, None))
            }
            Kind::PeriodicIrr => document.periodic(),
            Kind::Convert => document.converted(),
        }
    }
}

impl Document {
    fn needed_flows(&self) -> Result<&[Flow], BadInput> {
        let flows = self.flows.as_deref();
        flows.ok_or_else(|| BadInput::place("flows", "needed for this kind of rate"))
    }

    /// The annual equation, of dates under a rule or of times in years.
    fn annual(&self) -> Result<Outcome<Answer>, BadInput> {
        let flows = self.needed_flows()?;
        let answer = match &self.rule {
            Some(rule) => {
                let rule = annual_rule(rule)?;
                let unit = annual_unit(self.unit.as_deref())?;
                let flows = dated_flows(flows)?;
                annual_equation(&flows, rule, unit)
                    .map_err(|problem| BadInput::place("flows", &problem))?
            }
            None if self.unit.is_some() => {
                return Err(BadInput::place(
                    "unit",
                    "goes with a rule, and there is none",
                ));
            }
            None => timed_rate(flows)?,
        };
        Ok(found(&answer, Head::Effective, None))
    }

    fn periodic(&self) -> Result<Outcome<Answer>, BadInput> {
        let flows = self.needed_flows()?;
        for (flow, place) in flows.iter().zip(1_u32..) {
            if flow.date.is_some() || flow.t.is_some() {
                let problem =
                    "flows a period apart have no date and no time t: write the amount alone";
                return Err(BadInput::place(&format!("flows.{place}"), problem));
            }
        }
        let per_year = match self.unit_periods_per_year {
            None => PerYear::YEARLY,
            Some(count) => per_year(count)?,
        };
        let answer = periodic_rate(&amounts(flows)?, per_year);
        Ok(found(&answer, Head::Periodic, None))
    }

    fn converted(&self) -> Result<Outcome<Answer>, BadInput> {
        let Some(count) = self.unit_periods_per_year else {
            let problem = "needed to convert: how many times a year is compounded";
            return Err(BadInput::place("unit_periods_per_year", problem));
        };
        let compounded = per_year(count)?;
        let (given, head) = match (&self.simple_pct, &self.effective_pct) {
            (Some(simple), None) => {
                let simple = fraction("simple_pct", simple)?;
                let effective = effective_from_simple(simple, compounded);
                (
                    effective.map(|effective| (simple, effective)),
                    Head::Effective,
                )
            }
            (None, Some(effective)) => {
                let effective = fraction("effective_pct", effective)?;
                let simple = simple_from_effective(effective, compounded);
                (simple.map(|simple| (simple, effective)), Head::Simple)
            }
            _ => {
                let problem = "give simple_pct or effective_pct, and not both";
                return Err(BadInput::place("", problem));
            }
        };
        let rate = given.and_then(|(simple, effective)| {
            Some(FoundRate {
                periodic: simple.checked_div(Decimal::from(compounded.periods()))?,
                simple,
                effective: Some(effective),
            })
        });
        Ok(converted(rate, head))
    }
}

/// Flows by date alone.
pub fn dated_flows(flows: &[Flow]) -> Result<Vec<DatedFlow>, BadInput> {
    let mut dated = Vec::new();
    for ((flow, amount), place) in flows.iter().zip(amounts(flows)?).zip(1_u32..) {
        let (Some(day), None) = (&flow.date, &flow.t) else {
            let problem = "needs a date, and no time t";
            return Err(BadInput::place(&format!("flows.{place}"), problem));
        };
        let date = day.0;
        dated.push(DatedFlow { date, amount });
    }
    Ok(dated)
}

/// Flows at times in years.
fn timed_rate(flows: &[Flow]) -> Result<RateAnswer, BadInput> {
    let amounts = amounts(flows)?;
    let mut timed = Vec::new();
    for ((flow, amount), place) in flows.iter().zip(amounts).zip(1_u32..) {
        let (Some(time), None) = (&flow.t, &flow.date) else {
            let problem = "without a rule every flow needs a time t in years, and no date";
            return Err(BadInput::place(&format!("flows.{place}"), problem));
        };
        let time = years(&format!("flows.{place}.t"), time)?;
        timed.push(TimedFlow { time, amount });
    }
    Ok(annual_rate(&timed))
}

/// The amounts of some flows, all in one unit.
fn amounts(flows: &[Flow]) -> Result<Vec<Money>, BadInput> {
    if flows.len() > MOST_FLOWS {
        let problem = format!("too many: the limit is {MOST_FLOWS}");
        return Err(BadInput::value("flows", &flows.len(), &problem));
    }
    let unit = Unit::of(flows.iter().map(|flow| &flow.amount));
    let amount = |(flow, place): (&Flow, u32)| {
        let place = format!("flows.{place}");
        let at = if flow.date.is_none() && flow.t.is_none() {
            place
        } else {
            format!("{place}.amount")
        };
        unit.amount(&at, &flow.amount)
    };
    flows.iter().zip(1_u32..).map(amount).collect()
}

fn per_year(count: u32) -> Result<PerYear, BadInput> {
    PerYear::new(count, 1)
        .ok_or_else(|| BadInput::value("unit_periods_per_year", &count, "must be one or more"))
}

/// A rate in per cent of either sign as a fraction.
fn fraction(at: &str, text: &DecimalText) -> Result<Decimal, BadInput> {
    /// Decimals of a rate in per cent.
    const DECIMALS: u32 = 8;
    let wrong = |problem: &str| BadInput::value(at, &text.0, problem);
    let (below, size) = match text.0.strip_prefix('-') {
        None => (false, text.0.as_str()),
        Some(size) => (true, size),
    };
    let size = DecimalText(size.to_owned()).percent_rate(at);
    let size = size.map_err(|_| {
        wrong(&format!(
            "not a rate in per cent of up to 100000 and {DECIMALS} decimals"
        ))
    })?;
    let size = size.as_decimal();
    Ok(if below { -size } else { size })
}
