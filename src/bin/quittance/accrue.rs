//! `quittance accrue`: what a debt grows by, carried through payments or worked out again from its instalments.

use quittance::engine::calendar::{Date, DayCount, add_days};
use quittance::engine::claim::{
    AccrualError, Balances, Claim, Component, Components, ContractInstalment, History, LateTerms,
    PaymentReceived, recompute_under, statement,
};
use quittance::engine::money::{Currency, Money};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::accrue_answer::{Answer, Asked};
use crate::accrue_terms::{
    GraceTerms, LateChargeTerms, MissedChargeTerms, PenaltyTerms, TermsGiven, day_count,
    days_in_year, settling,
};
use crate::allocate::{bounded, numbered};
use crate::amounts::{Decimals, Given};
use crate::document::{Answering, BadInput, Outcome};
use crate::settlement_order::{OrderText, SwitchText};
use crate::values::{Day, DecimalText};

/// What is owed, as exactly one of `amount`, `balances` and `instalments`; its terms; and the days.
///
/// An `amount` or `balances` grow `from` a day `to` another, or for a number of `days`, through `payments`. Out of
/// `instalments` and `payments` what is owed on the day `to` is worked out.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// What is owed, all of it principal. The field may be called `principal`.
    #[serde(default, alias = "principal")]
    amount: Option<DecimalText>,
    /// What is owed by component.
    #[serde(default)]
    balances: Option<Given>,
    /// With `balances` or `amount`: how much of the principal is past due; all of it if nothing is said.
    #[serde(default)]
    overdue_principal: Option<DecimalText>,
    /// With `balances` or `amount`: since when something is overdue, for `switch`; the day `from` if nothing is said.
    #[serde(default)]
    overdue_since: Option<Day>,
    /// What was to be paid when: 1 to 600 instalments in order of due date. The field may be called `overdue`.
    #[serde(default, alias = "overdue")]
    instalments: Option<Vec<InstalmentAgreed>>,
    /// What arrived, at most 2000 payments. Those after `to` are left out.
    #[serde(default)]
    payments: Option<Vec<Arrived>>,
    /// With `instalments`: this many of the first were paid in full on their due dates; 0 if nothing is said.
    #[serde(default)]
    paid_through: Option<u32>,
    /// The first day that counts: `balances` hold on it; interest of the first instalment runs from it, or from that
    /// instalment's due date if nothing is said. The field may be called `start_date`.
    #[serde(default, alias = "start_date", alias = "start")]
    from: Option<Day>,
    /// The day on which the answer holds, which does not count. The field may be called `as_of`.
    #[serde(default, alias = "as_of")]
    to: Option<Day>,
    /// In place of `to`: how many days after `from`. With act/365f, act/360 or act/364, `from` can be left out.
    #[serde(default)]
    days: Option<u32>,
    /// Whether the day of a payment, and the day `to`, count as well; false if nothing is said. The field may be called
    /// `inclusive`.
    #[serde(default, alias = "inclusive")]
    last_day_counts: bool,
    /// The contract rate a year, in per cent; 0 if nothing is said. The field may be called `interest_rate_pct`.
    #[serde(default, alias = "interest_rate_pct")]
    annual_rate_pct: Option<DecimalText>,
    /// In place of it, the contract rate a day, in per cent.
    #[serde(default)]
    daily_rate_pct: Option<DecimalText>,
    /// Interest at the penalty rate on what is overdue; none if nothing is said.
    #[serde(default)]
    penalty: Option<PenaltyTerms>,
    /// A late charge that grows by the day; none if nothing is said.
    #[serde(default)]
    late_charge: Option<LateChargeTerms>,
    /// A ceiling a year, in per cent of principal, over everything that accrues; none if nothing is said.
    #[serde(default)]
    ceiling_pct: Option<DecimalText>,
    /// With `instalments`: days of grace; none if nothing is said.
    #[serde(default)]
    grace: Option<GraceTerms>,
    /// With `instalments`: a charge for each instalment missed; none if nothing is said.
    #[serde(default)]
    missed_charge: Option<MissedChargeTerms>,
    /// With `instalments`: the day on which everything not yet due was called in; none if nothing is said.
    #[serde(default)]
    accelerated_on: Option<Day>,
    /// `act/365f` (if nothing is said), `act/360`, `act/364`, `act/act-isda`, `30/360`, `30/360-us`, `30e/360`, `whole-month`
    /// and so on, or the days of a year: `365`, `360`, `364`. The field may be called `day_basis`.
    #[serde(default, alias = "day_basis")]
    day_count: Option<String>,
    /// `half-up` (if nothing is said), `half-even`, `toward-zero` or `away-from-zero`.
    #[serde(default)]
    rounding: Option<String>,
    /// When amounts are rounded: at `each-event` (if nothing is said) or once, `at-the-end`.
    #[serde(default)]
    settling: Option<String>,
    /// The order in which payments settle components, as in `allocate`; `civil-code-561` if nothing is said.
    #[serde(default, alias = "strategy")]
    order: Option<OrderText>,
    /// Another order from some day past due on; none if nothing is said.
    #[serde(default)]
    switch: Option<SwitchText>,
    /// How many decimals amounts have, 0 to 4; 2 if nothing is said.
    #[serde(default)]
    money_decimals: Option<u32>,
}

/// An instalment of the contract.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct InstalmentAgreed {
    /// Its number, which must be its place in the list.
    #[serde(default)]
    n: Option<u32>,
    due: Day,
    /// Its principal. The field may be called `amount`.
    #[serde(alias = "amount")]
    principal: DecimalText,
    /// Its interest at the contract rate; none if nothing is said.
    #[serde(default)]
    interest: Option<DecimalText>,
}

/// A payment that arrived.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Arrived {
    date: Day,
    amount: DecimalText,
}

/// The command.
pub struct Accrue;

impl Answering for Accrue {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "accrue";
    const ABOUT: &'static str =
        "What a debt grows by, carried through payments or worked out from its instalments";
    const EXAMPLE: &'static str = r#"{"balances":{"principal":"20000.00","interest":"310.00"},"overdue_principal":"10000.00","from":"2026-02-01","to":"2026-03-01","annual_rate_pct":"12","penalty":{"multiple":"1.5","compound":true},"payments":[{"date":"2026-02-11","amount":"400.00"}]}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        document.belongs_together()?;
        let asked = document.asked()?;
        let answer = match &document.instalments {
            None => document.carried_forward(&asked)?,
            Some(instalments) => document.worked_out(instalments, &asked)?,
        };
        Ok(Outcome::Answered(answer))
    }
}

impl Document {
    /// Exactly one way to say what is owed, and nothing that belongs to another.
    fn belongs_together(&self) -> Result<(), BadInput> {
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

    /// The days, the terms and the payments.
    fn asked(&self) -> Result<Asked, BadInput> {
        let decimals = Decimals::read(self.money_decimals)?;
        let day_count = day_count(self.day_count.as_deref())?;
        let (from, to) = self.period(day_count)?;
        let given = TermsGiven {
            annual_rate_pct: self.annual_rate_pct.as_ref(),
            daily_rate_pct: self.daily_rate_pct.as_ref(),
            penalty: self.penalty.as_ref(),
            late_charge: self.late_charge.as_ref(),
            ceiling_pct: self.ceiling_pct.as_ref(),
            day_count,
            rounding: self.rounding.as_deref(),
            order: self.order.as_ref(),
            switch: self.switch.as_ref(),
        };
        let terms = given.read(from, decimals)?;
        let mut payments = Vec::new();
        for (payment, place) in self.payments.iter().flatten().zip(1_u32..) {
            let at = |name: &str| format!("payments.{place}.{name}");
            if self.instalments.is_none() && payment.date.0 < from {
                let problem = format!("is before {from}, on which the balances hold");
                return Err(BadInput::value(&at("date"), &payment.date.0, &problem));
            }
            payments.push(PaymentReceived {
                date: payment.date.0,
                amount: decimals.amount(&at("amount"), &payment.amount)?,
            });
        }
        Ok(Asked {
            decimals,
            terms,
            from,
            to,
            further: i64::from(self.last_day_counts),
            payments,
        })
    }

    fn period(&self, day_count: DayCount) -> Result<(Date, Date), BadInput> {
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

    fn carried_forward(&self, asked: &Asked) -> Result<Answer, BadInput> {
        let decimals = asked.decimals;
        let components = match (&self.balances, &self.amount) {
            (Some(balances), _) => balances.read("balances", decimals)?,
            (None, amount) => {
                let principal = decimals.optional("amount", amount.as_ref())?;
                Components::ZERO.with(Component::Principal, principal.unwrap_or(Money::ZERO))
            }
        };
        let overdue = decimals.optional("overdue_principal", self.overdue_principal.as_ref())?;
        let overdue = overdue.unwrap_or(components.principal);
        if overdue > components.principal {
            let principal = decimals.text(components.principal).0;
            let problem = format!("is more than the principal of {principal}");
            let overdue = decimals.text(overdue).0;
            return Err(BadInput::value("overdue_principal", &overdue, &problem));
        }
        let since = self.overdue_since.as_ref().map_or(asked.from, |day| day.0);
        let claim = Claim {
            // What the currency is called plays no part; its decimals are the document's.
            currency: Currency::Cny,
            as_of: asked.from,
            balances: Balances {
                components,
                overdue_principal: overdue,
            },
            overdue_since: asked.counted_to(since)?,
            terms: asked.terms,
        };
        let mut payments = asked.payments.clone();
        for payment in &mut payments {
            payment.date = asked.counted_to(payment.date)?;
        }
        let until = asked.counted_to(asked.to)?;
        let settling = settling(self.settling.as_deref())?;
        let lines = statement(&claim, &payments, until, settling).map_err(refused)?;
        Answer::carried(&lines, asked)
    }

    fn worked_out(&self, given: &[InstalmentAgreed], asked: &Asked) -> Result<Answer, BadInput> {
        let decimals = asked.decimals;
        let mut instalments = Vec::with_capacity(given.len());
        for (instalment, place) in given.iter().zip(1_u32..) {
            let at = |name: &str| format!("instalments.{place}.{name}");
            numbered(&at("n"), instalment.n, place)?;
            let interest = decimals.optional(&at("interest"), instalment.interest.as_ref())?;
            instalments.push(ContractInstalment {
                due: instalment.due.0,
                principal: decimals.amount(&at("principal"), &instalment.principal)?,
                interest: interest.unwrap_or(Money::ZERO),
            });
        }
        let late = LateTerms {
            grace: self
                .grace
                .as_ref()
                .map(GraceTerms::read)
                .transpose()?
                .unwrap_or_default(),
            missed: self
                .missed_charge
                .as_ref()
                .map(|charge| charge.read(decimals))
                .transpose()?,
            accelerated_on: self.accelerated_on.as_ref().map(|day| day.0),
            ceiling: asked.terms.ceiling,
            last_day_counts: self.last_day_counts,
            settling: settling(self.settling.as_deref())?,
        };
        let history = History {
            start: asked.from,
            payments: self.paid(&instalments, &asked.payments)?,
            instalments,
        };
        let owed = recompute_under(&history, &asked.terms, &late, asked.to).map_err(refused)?;
        Answer::worked_out(&owed, &history, asked)
    }

    /// The payments, those that `paid_through` stands for ahead of the others.
    fn paid(
        &self,
        instalments: &[ContractInstalment],
        payments: &[PaymentReceived],
    ) -> Result<Vec<PaymentReceived>, BadInput> {
        let at = "paid_through";
        let through = self.paid_through.unwrap_or(0);
        let count = usize::try_from(through).unwrap_or(usize::MAX);
        if count > instalments.len() {
            let problem = format!("there are {} instalments", instalments.len());
            return Err(BadInput::value(at, &through, &problem));
        }
        let mut paid = Vec::with_capacity(payments.len());
        for instalment in instalments.iter().take(count) {
            let amount = instalment.principal.checked_add(instalment.interest);
            paid.push(PaymentReceived {
                date: instalment.due,
                amount: amount.map_err(|problem| BadInput::place(at, &problem))?,
            });
        }
        paid.extend(payments);
        Ok(paid)
    }
}

impl Asked {
    /// The first day that does not count any more on a day.
    fn counted_to(&self, day: Date) -> Result<Date, BadInput> {
        add_days(day, self.further).map_err(|problem| BadInput::value("to", &day, &problem))
    }
}

fn refused(error: AccrualError) -> BadInput {
    let at = match error {
        AccrualError::Amount(_) | AccrualError::NegativePayment { .. } => String::new(),
        AccrualError::PenaltyRate => "penalty.multiple".to_owned(),
        AccrualError::Period => "to".to_owned(),
        AccrualError::InstalmentOutOfOrder { instalment, .. } => {
            format!("instalments.{}.due", instalment.saturating_add(1))
        }
    };
    BadInput::place(&at, &error)
}
