//! The document that `quittance accrue` reads.

use quittance::engine::calendar::{Date, DayCount, add_days};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::accrue::terms::{
    GraceTerms, LateChargeTerms, MissedChargeTerms, PenaltyTerms, days_in_year,
};
use crate::amounts::Given;
use crate::document::BadInput;
use crate::settlement_order::{OrderText, SwitchText};
use crate::values::{Day, DecimalText, bounded};

/// What is owed, as exactly one of `amount`, `balances` and `instalments`; its terms; and the days.
///
/// An `amount` or `balances` grow `from` a day `to` another, or for a number of `days`, through `payments`. Out of
/// `instalments` and `payments` what is owed on the day `to` is worked out.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What is owed, all of it principal. The field may be called `principal`.
    #[serde(default, alias = "principal")]
    pub amount: Option<DecimalText>,
    /// What is owed by component.
    #[serde(default)]
    pub balances: Option<Given>,
    /// With `balances` or `amount`: how much of the principal is past due; all of it if nothing is said.
    #[serde(default)]
    pub overdue_principal: Option<DecimalText>,
    /// With `balances` or `amount`: since when something is overdue, for `switch`; the day `from` if nothing is said.
    #[serde(default)]
    pub overdue_since: Option<Day>,
    /// What was to be paid when: 1 to 600 instalments in order of due date. The field may be called `overdue`.
    #[serde(default, alias = "overdue")]
    pub instalments: Option<Vec<InstalmentAgreed>>,
    /// What arrived, at most 2000 payments. Those after `to` are left out.
    #[serde(default)]
    pub payments: Option<Vec<Arrived>>,
    /// With `instalments`: this many of the first were paid in full on their due dates; 0 if nothing is said.
    #[serde(default)]
    pub paid_through: Option<u32>,
    /// The first day that counts: `balances` hold on it; interest of the first instalment runs from it, or from that
    /// instalment's due date if nothing is said. The field may be called `start_date`.
    #[serde(default, alias = "start_date", alias = "start")]
    pub from: Option<Day>,
    /// The day on which the answer holds, which does not count. The field may be called `as_of`.
    #[serde(default, alias = "as_of")]
    pub to: Option<Day>,
    /// In place of `to`: how many days after `from`. With act/365f, act/360 or act/364, `from` can be left out:
    /// 2001-01-01 then stands for it.
    #[serde(default)]
    pub days: Option<u32>,
    /// Whether the day of a payment, and the day `to`, count as well; false if nothing is said. The field may be called
    /// `inclusive`.
    #[serde(default, alias = "inclusive")]
    pub last_day_counts: bool,
    /// The contract rate a year, in per cent; 0 if nothing is said. The field may be called `interest_rate_pct`.
    #[serde(default, alias = "interest_rate_pct")]
    pub annual_rate_pct: Option<DecimalText>,
    /// In place of it, the contract rate a day, in per cent.
    #[serde(default)]
    pub daily_rate_pct: Option<DecimalText>,
    /// Interest at the penalty rate on what is overdue; none if nothing is said.
    #[serde(default)]
    pub penalty: Option<PenaltyTerms>,
    /// A late charge that grows by the day; none if nothing is said.
    #[serde(default)]
    pub late_charge: Option<LateChargeTerms>,
    /// A ceiling a year, in per cent of principal, over everything that accrues; none if nothing is said.
    #[serde(default)]
    pub ceiling_pct: Option<DecimalText>,
    /// With `instalments`: days of grace; none if nothing is said.
    #[serde(default)]
    pub grace: Option<GraceTerms>,
    /// With `instalments`: a charge for each instalment missed; none if nothing is said.
    #[serde(default)]
    pub missed_charge: Option<MissedChargeTerms>,
    /// With `instalments`: the day on which everything not yet due was called in; none if nothing is said.
    #[serde(default)]
    pub accelerated_on: Option<Day>,
    /// `act/365f` (if nothing is said), `act/360`, `act/364`, `act/act-isda`, `30/360`, `30/360-us`, `30e/360`, `whole-month`
    /// and so on, or the days of a year: `365`, `360`, `364`. The field may be called `day_basis`.
    #[serde(default, alias = "day_basis")]
    pub day_count: Option<String>,
    /// `half-up` (if nothing is said), `half-even`, `toward-zero` or `away-from-zero`.
    #[serde(default)]
    pub rounding: Option<String>,
    /// When amounts are rounded: at `each-event` (if nothing is said) or once, `at-the-end`.
    #[serde(default)]
    pub settling: Option<String>,
    /// The order in which payments settle components, as in `allocate`; `civil-code-561` if nothing is said.
    #[serde(default, alias = "strategy")]
    pub order: Option<OrderText>,
    /// Another order from some day past due on; none if nothing is said.
    #[serde(default)]
    pub switch: Option<SwitchText>,
    /// How many decimals amounts have, 0 to 4; 2 if nothing is said.
    #[serde(default)]
    pub money_decimals: Option<u32>,
}

/// An instalment of the contract.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct InstalmentAgreed {
    /// Its number, which must be its place in the list.
    #[serde(default)]
    pub n: Option<u32>,
    pub due: Day,
    /// Its principal. The field may be called `amount`.
    #[serde(alias = "amount")]
    pub principal: DecimalText,
    /// Its interest at the contract rate; none if nothing is said.
    #[serde(default)]
    pub interest: Option<DecimalText>,
}

/// A payment that arrived.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Arrived {
    pub date: Day,
    pub amount: DecimalText,
}

impl Document {
    /// Exactly one way to say what is owed, and nothing that belongs to another.
    pub fn belongs_together(&self) -> Result<(), BadInput> {
        let ways = [
            self.amount.is_some(),
            self.balances.is_some(),
            self.instalments.is_some(),
        ];
        if ways.into_iter().filter(|given| *given).count() != 1 {
            let problem = "give exactly one of amount, balances and instalments";
            return Err(BadInput::place("", problem));
        }
        let strange = if self.instalments.is_some() {
            [
                ("overdue_principal", self.overdue_principal.is_some()),
                ("overdue_since", self.overdue_since.is_some()),
                ("days", self.days.is_some()),
                ("", false),
            ]
        } else {
            [
                ("paid_through", self.paid_through.is_some()),
                ("grace", self.grace.is_some()),
                ("missed_charge", self.missed_charge.is_some()),
                ("accelerated_on", self.accelerated_on.is_some()),
            ]
        };
        for (field, given) in strange {
            if given {
                let problem = match self.instalments {
                    Some(_) => "has no meaning together with instalments",
                    None => "has a meaning only together with instalments",
                };
                return Err(BadInput::place(field, problem));
            }
        }
        bounded("instalments", self.instalments.as_deref(), 600)?;
        bounded("payments", self.payments.as_deref(), 2000)
    }

    /// The first day that counts, and the day on which the answer holds.
    pub fn period(&self, day_count: DayCount) -> Result<(Date, Date), BadInput> {
        let first_due = self
            .instalments
            .iter()
            .flatten()
            .next()
            .map(|first| first.due.0);
        let given = self.from.as_ref().map(|from| from.0);
        if let (Some(from), Some(due)) = (given, first_due)
            && due < from
        {
            let problem = format!("is before {from}, the start");
            return Err(BadInput::value("instalments.1.due", &due, &problem));
        }
        if self.instalments.is_some() && first_due.is_none() {
            return Err(BadInput::place("instalments", "give 1 to 600 instalments"));
        }
        // Such a day count looks at the number of days and not at the days themselves.
        let any_day = || {
            days_in_year(day_count)
                .filter(|_| self.days.is_some())
                .and(Date::from_ymd_opt(2001, 1, 1))
        };
        let from = given.or(first_due).or_else(any_day).ok_or_else(|| {
            let problem =
                "is missing: it can be left out only for days under act/365f, act/360 or act/364";
            BadInput::place("from", problem)
        })?;
        let to = match (&self.to, self.days) {
            (Some(to), None) => to.0,
            (None, Some(days)) => add_days(from, i64::from(days))
                .map_err(|problem| BadInput::value("days", &days, &problem))?,
            _ => return Err(BadInput::place("", "give exactly one of to and days")),
        };
        if to < from && (given.is_some() || self.instalments.is_none()) {
            let problem = format!("is before {from}, from which time counts");
            return Err(BadInput::value("to", &to, &problem));
        }
        Ok((from, to))
    }
}
