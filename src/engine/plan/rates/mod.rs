//! What money costs a year: the rate at which flows in both directions are worth the same.
//!
//! ```text
//! plan_rate         one balance, payments a period apart: the figure that heads every plan
//! daily_rate        one balance, payments on any days, interest by the day: the same figure for agreed days
//! periodic_rate     flows of any sign, a period apart
//! dated_rate        flows on any dates (the internal rate of dated flows, "XIRR")
//! annual_equation   the annual percentage rate of charge of Directive 2008/48/EC and of CONC App 1
//! actuarial_rate    the annual percentage rate of Regulation Z, Appendix J
//! ```
//!
//! All but the first two become a polynomial in the factor of their smallest common stretch of time, with
//! whole exponents, so that powers are products and nothing is ever a fraction of a power. Every root
//! in the range searched is found, bracketed by a change of sign, and said.

mod actuarial;
mod annualise;
mod answer;
mod dated;
mod factor;
mod isolate;
mod periodic;
mod plan_rate;
mod polynomial;
mod quick_discount;
mod unit_period;

pub use actuarial::{ActuarialError, ActuarialFlow, actuarial_rate, actuarial_rate_by_date};
pub use annualise::{PerYear, effective_from_simple, simple_from_effective};
pub use answer::{FoundRate, NoRate, RateAnswer};
pub use dated::{DatedFlow, TimedFlow, annual_equation, annual_rate, dated_rate};
pub(crate) use factor::{Factor, factor_of_rate};
pub use periodic::periodic_rate;
pub use plan_rate::{PlanRate, RatedPayments, daily_rate, plan_rate};
pub use unit_period::UnitPeriod;
