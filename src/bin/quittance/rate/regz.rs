//! The annual percentage rate of Regulation Z, by stated unit-periods or by dates.

use std::collections::BTreeSet;

use quittance::engine::calendar::Date;
use quittance::engine::money::Money;
use quittance::engine::plan::{
    ActuarialFlow, DatedFlow, PerYear, RateAnswer, UnitPeriod, actuarial_rate,
    actuarial_rate_by_date,
};

use crate::document::{BadInput, Outcome};
use crate::rate::answer::{Answer, Head, found};
use crate::rate::dated_flows;
use crate::rate::document::Document;
use crate::rate::flows::{Flow, Unit, unit_periods};
use crate::rate::unit::{by_date, by_unit_periods, payments, unit_period, unit_period_name};

/// How many different parts of a unit-period times may have: each is a factor of the whole equation.
const MOST_ODD_PARTS: usize = 100;

impl Document {
    /// The answer of the actuarial method.
    pub fn actuarial(&self) -> Result<Outcome<Answer>, BadInput> {
        let (unit, answer) = match (&self.flows, &self.amount_financed) {
            (Some(flows), None) => {
                for (name, said) in [
                    ("payments", self.payments.is_some()),
                    ("first_payment", self.first_payment.is_some()),
                    ("dates", self.dates.is_some()),
                ] {
                    if said {
                        let problem = "goes with amount_financed, not with flows";
                        return Err(BadInput::place(name, problem));
                    }
                }
                if flows.iter().any(|flow| flow.t.is_some()) {
                    self.timed(flows)?
                } else {
                    self.dated(flows)?
                }
            }
            (None, Some(_)) => self.level()?,
            _ => {
                let problem = "give flows, or amount_financed and payments, and not both";
                return Err(BadInput::place("", problem));
            }
        };
        let name = Some(unit_period_name(unit));
        Ok(found(&answer, Head::Simple, name))
    }

    /// One advance, and payments a unit-period apart.
    fn level(&self) -> Result<(UnitPeriod, RateAnswer), BadInput> {
        if self.begins.is_some() {
            let problem = "goes with flows by date: here the advance begins";
            return Err(BadInput::place("begins", problem));
        }
        let runs = self.payments.as_deref().unwrap_or_default();
        let advanced = self.amount_financed.iter();
        let unit = Unit::of(advanced.chain(runs.iter().map(|run| &run.amount)));
        let financed = match &self.amount_financed {
            None => Money::ZERO,
            Some(text) => unit.size("amount_financed", text)?,
        };
        let payments = payments(runs, unit)?;
        let stated = self.stated_unit_period()?;
        match (&self.first_payment, &self.dates) {
            (Some(first), None) => {
                let advance = ActuarialFlow {
                    whole: 0,
                    odd: (0, 1),
                    amount: financed,
                };
                let flows = by_unit_periods(first, &payments)?;
                let answer = actuarial_rate(&[advance], &flows, stated);
                let answer = answer
                    .map_err(|problem| BadInput::place("first_payment.fraction", &problem))?;
                Ok((stated, answer))
            }
            (None, Some(dates)) => {
                let advance = DatedFlow {
                    date: dates.advance.0,
                    amount: financed,
                };
                let flows = by_date(dates.first_payment.0, stated, &payments)?;
                let rated = actuarial_rate_by_date(dates.advance.0, &[advance], &flows);
                rated.map_err(|problem| {
                    BadInput::value("dates.first_payment", &dates.first_payment.0, &problem)
                })
            }
            _ => {
                let problem = "payments need first_payment or dates, and not both";
                Err(BadInput::place("", problem))
            }
        }
    }

    /// Flows at stated numbers of unit-periods.
    fn timed(&self, flows: &[Flow]) -> Result<(UnitPeriod, RateAnswer), BadInput> {
        if self.begins.is_some() {
            let problem = "goes with flows by date: a time t counts from its own start";
            return Err(BadInput::place("begins", problem));
        }
        let stated = self.stated_unit_period()?;
        let unit = Unit::of(flows.iter().map(|flow| &flow.amount));
        let (mut advances, mut paid) = (Vec::new(), Vec::new());
        let mut odd_parts = BTreeSet::new();
        for (flow, place) in flows.iter().zip(1_u32..) {
            let at = |name: &str| format!("flows.{place}.{name}");
            let (Some(time), None) = (&flow.t, &flow.date) else {
                let problem = "every flow has a time t and no date, or the other way";
                return Err(BadInput::place(&format!("flows.{place}"), problem));
            };
            let (whole, odd) = unit_periods(&at("t"), time)?;
            if odd.0 > odd.1 {
                let problem = "a part of a unit-period is at most one whole";
                return Err(BadInput::value(&at("t"), time, problem));
            }
            odd_parts.insert(odd);
            if odd_parts.len() > MOST_ODD_PARTS {
                let problem = format!(
                    "too many different parts of a unit-period: the limit is {MOST_ODD_PARTS}"
                );
                return Err(BadInput::value(&at("t"), time, &problem));
            }
            let (amount, out) = sized(&at("amount"), unit, flow)?;
            let flow = ActuarialFlow { whole, odd, amount };
            if out { &mut advances } else { &mut paid }.push(flow);
        }
        let answer = actuarial_rate(&advances, &paid, stated)
            .map_err(|problem| BadInput::place("flows", &problem))?;
        Ok((stated, answer))
    }

    /// Flows on stated days, whose unit-period is chosen.
    fn dated(&self, flows: &[Flow]) -> Result<(UnitPeriod, RateAnswer), BadInput> {
        if let Some(unit) = &self.unit_period {
            let problem = "the rule chooses the unit-period of flows by date: leave it out";
            return Err(BadInput::value("unit_period", unit, problem));
        }
        let dated = dated_flows(flows)?;
        let first = dated.iter().map(|flow| flow.date).min();
        let begins: Option<Date> = self.begins.as_ref().map(|day| day.0).or(first);
        let Some(begins) = begins else {
            return Err(BadInput::place("flows", "there is none: give one at least"));
        };
        let (mut advances, mut paid) = (Vec::new(), Vec::new());
        for flow in dated {
            let out = flow.amount.is_negative();
            let size = Money::from_minor(flow.amount.minor().saturating_abs());
            let amount = size.map_err(|problem| BadInput::place("flows", &problem))?;
            let flow = DatedFlow { amount, ..flow };
            if out { &mut advances } else { &mut paid }.push(flow);
        }
        advances.sort_by_key(|flow| flow.date);
        paid.sort_by_key(|flow| flow.date);
        let (unit, answer) = actuarial_rate_by_date(begins, &advances, &paid)
            .map_err(|problem| BadInput::value("begins", &begins, &problem))?;
        self.agrees(unit)?;
        Ok((unit, answer))
    }

    fn stated_unit_period(&self) -> Result<UnitPeriod, BadInput> {
        let Some(name) = &self.unit_period else {
            let problem = "needed where times are counted in unit-periods";
            return Err(BadInput::place("unit_period", problem));
        };
        let unit = unit_period(name)?;
        self.agrees(unit)?;
        Ok(unit)
    }

    fn agrees(&self, unit: UnitPeriod) -> Result<(), BadInput> {
        let Some(stated) = self.unit_periods_per_year else {
            return Ok(());
        };
        let per_year = unit.per_year();
        if PerYear::new(stated, 1) == Some(per_year) {
            return Ok(());
        }
        let problem = format!(
            "a unit-period of a {} makes {} in {} of a year",
            unit_period_name(unit),
            per_year.periods(),
            per_year.years()
        );
        Err(BadInput::value("unit_periods_per_year", &stated, &problem))
    }
}

/// The size of an amount, and whether it is paid out.
fn sized(at: &str, unit: Unit, flow: &Flow) -> Result<(Money, bool), BadInput> {
    let amount = unit.amount(at, &flow.amount)?;
    let size = Money::from_minor(amount.minor().saturating_abs());
    let size = size.map_err(|problem| BadInput::value(at, &flow.amount.0, &problem))?;
    Ok((size, amount.is_negative()))
}
