//! `quittance accrue`: what a debt grows by, carried through payments or worked out again from its instalments.

mod answer;
mod document;
mod terms;

use crate::accrue::answer::{Answer, Asked};
use crate::accrue::document::{Document, InstalmentAgreed};
use crate::accrue::terms::{GraceTerms, TermsGiven, day_count, settling};
use crate::amounts::Decimals;
use crate::document::{Answering, BadInput, Outcome};
use crate::values::numbered;
use quittance::engine::calendar::{Date, add_days};
use quittance::engine::claim::{
    AccrualError, Balances, Claim, Component, Components, ContractInstalment, History, LateTerms,
    PaymentReceived, recompute, statement,
};
use quittance::engine::money::{Currency, Money, OutOfRange};

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
        let lines = statement(&claim, &payments, until, settling)
            .map_err(|error| refused(error, decimals))?;
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
            payments: self.paid(&instalments, asked)?,
            instalments,
        };
        let owed = recompute(&history, &asked.terms, &late, asked.to)
            .map_err(|error| refused(error, decimals))?;
        Answer::worked_out(&owed, &history, asked)
    }

    /// The payments, those that `paid_through` stands for ahead of the others.
    fn paid(
        &self,
        instalments: &[ContractInstalment],
        asked: &Asked,
    ) -> Result<Vec<PaymentReceived>, BadInput> {
        let (at, decimals) = ("paid_through", asked.decimals);
        let through = self.paid_through.unwrap_or(0);
        let count = usize::try_from(through).unwrap_or(usize::MAX);
        if count > instalments.len() {
            let problem = format!("there are {} instalments", instalments.len());
            return Err(BadInput::value(at, &through, &problem));
        }
        let mut paid = Vec::with_capacity(asked.payments.len());
        for instalment in instalments.iter().take(count) {
            let amount = instalment.principal.checked_add(instalment.interest);
            paid.push(PaymentReceived {
                date: instalment.due,
                amount: amount.map_err(|OutOfRange| decimals.beyond(at))?,
            });
        }
        paid.extend(&asked.payments);
        Ok(paid)
    }
}

impl Asked {
    /// The first day that does not count any more on a day.
    fn counted_to(&self, day: Date) -> Result<Date, BadInput> {
        add_days(day, self.further).map_err(|problem| BadInput::value("to", &day, &problem))
    }
}

fn refused(error: AccrualError, decimals: Decimals) -> BadInput {
    let at = match error {
        AccrualError::Amount(_) => return decimals.beyond(""),
        AccrualError::NegativePayment { .. } => "payments".to_owned(),
        AccrualError::PenaltyRate => "penalty.multiple".to_owned(),
        AccrualError::Period => "to".to_owned(),
        AccrualError::InstalmentOutOfOrder { instalment, .. } => {
            format!("instalments.{}.due", instalment.saturating_add(1))
        }
    };
    BadInput::place(&at, &error)
}
