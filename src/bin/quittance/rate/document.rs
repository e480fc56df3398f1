//! The document of `quittance rate`.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::document::BadInput;
use crate::rate::flows::Flow;
use crate::rate::unit::{Dates, FirstPayment, Run};
use crate::values::{Day, DecimalText, spelled};

/// What flows, and which rate is asked for.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// `regz_actuarial`: the annual percentage rate of Regulation Z, Appendix J.
    /// `effective_annual`: the annual percentage rate of charge, of flows by `date` under a `rule` or at times `t` in years.
    /// `xirr`: the effective yearly rate of dated flows under a day count.
    /// `periodic_irr`: the rate a period of flows a period apart.
    /// `convert`: a simple yearly rate from an effective one, or the other way.
    pub kind: String,
    /// What is paid out, below zero, and paid back, above. For `periodic_irr` the amounts alone as text, one a period.
    #[serde(default)]
    pub flows: Option<Vec<Flow>>,
    /// How time becomes years for `xirr`, by the codes and names of the command `days`; `act/365f` if nothing is said.
    #[serde(default)]
    pub day_count: Option<String>,
    /// Whose years they are for `effective_annual` of dated flows: `eu` (Directive 2008/48/EC) or `uk` (CONC App 1).
    #[serde(default)]
    pub rule: Option<String>,
    /// The whole units of a rule: `months` (if nothing is said), `years` or `weeks`.
    #[serde(default)]
    pub unit: Option<String>,
    /// What was advanced at the start, for `regz_actuarial` without flows.
    #[serde(default)]
    pub amount_financed: Option<DecimalText>,
    /// The payments after it, a unit-period apart.
    #[serde(default)]
    pub payments: Option<Vec<Run>>,
    /// `day`, `week`, `half-month`, `month`, `quarter`, `year`, or `10 days`, `2 weeks`, `2 months` and the like. With
    /// `dates` it says how far the payments are apart, and the rule chooses its own; with flows by `date`, leave it out.
    #[serde(default)]
    pub unit_period: Option<String>,
    /// How many make a year. For `regz_actuarial` the unit-period says it, and another number is refused; for
    /// `periodic_irr` 1 if nothing is said; for `convert` needed.
    #[serde(default)]
    pub unit_periods_per_year: Option<u32>,
    /// When the first payment falls due, in unit-periods.
    #[serde(default)]
    pub first_payment: Option<FirstPayment>,
    /// In place of that, the days.
    #[serde(default)]
    pub dates: Option<Dates>,
    /// The day from which the finance charge is earned, for `regz_actuarial` with flows by `date`: that of the first
    /// flow if nothing is said.
    #[serde(default)]
    pub begins: Option<Day>,
    /// The simple yearly rate to convert, in per cent.
    #[serde(default)]
    pub simple_pct: Option<DecimalText>,
    /// The effective yearly rate to convert, in per cent.
    #[serde(default)]
    pub effective_pct: Option<DecimalText>,
}

/// Which rate is asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    RegzActuarial,
    EffectiveAnnual,
    Xirr,
    PeriodicIrr,
    Convert,
}

impl Kind {
    const ALL: [Self; 5] = [
        Self::RegzActuarial,
        Self::EffectiveAnnual,
        Self::Xirr,
        Self::PeriodicIrr,
        Self::Convert,
    ];

    const fn code(self) -> &'static str {
        match self {
            Self::RegzActuarial => "regz_actuarial",
            Self::EffectiveAnnual => "effective_annual",
            Self::Xirr => "xirr",
            Self::PeriodicIrr => "periodic_irr",
            Self::Convert => "convert",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The fields that go with it.
    const fn fields(self) -> &'static [&'static str] {
        match self {
            Self::RegzActuarial => &[
                "flows",
                "amount_financed",
                "payments",
                "unit_period",
                "unit_periods_per_year",
                "first_payment",
                "dates",
                "begins",
            ],
            Self::EffectiveAnnual => &["flows", "rule", "unit"],
            Self::Xirr => &["flows", "day_count"],
            Self::PeriodicIrr => &["flows", "unit_periods_per_year"],
            Self::Convert => &["simple_pct", "effective_pct", "unit_periods_per_year"],
        }
    }
}

impl Document {
    /// The kind, whose fields alone are said.
    pub fn kind(&self) -> Result<Kind, BadInput> {
        let known = Kind::ALL.map(Kind::code);
        let kind = spelled("kind", &self.kind, &known, Kind::from_code)?;
        let fitting = kind.fields();
        match self.said().find(|name| !fitting.contains(name)) {
            None => Ok(kind),
            Some(name) => {
                let problem = format!(
                    "does not go with {}, which has {}",
                    kind.code(),
                    fitting.join(", ")
                );
                Err(BadInput::place(name, &problem))
            }
        }
    }

    fn said(&self) -> impl Iterator<Item = &'static str> {
        [
            ("flows", self.flows.is_some()),
            ("day_count", self.day_count.is_some()),
            ("rule", self.rule.is_some()),
            ("unit", self.unit.is_some()),
            ("amount_financed", self.amount_financed.is_some()),
            ("payments", self.payments.is_some()),
            ("unit_period", self.unit_period.is_some()),
            (
                "unit_periods_per_year",
                self.unit_periods_per_year.is_some(),
            ),
            ("first_payment", self.first_payment.is_some()),
            ("dates", self.dates.is_some()),
            ("begins", self.begins.is_some()),
            ("simple_pct", self.simple_pct.is_some()),
            ("effective_pct", self.effective_pct.is_some()),
        ]
        .into_iter()
        .filter_map(|(name, said)| said.then_some(name))
    }
}
