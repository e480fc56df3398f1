//! Terms at other values, typed into the fields of an option as a person would have typed them.

use super::{OptionDraft, SizeKind};
use crate::engine::calendar::format_date;
use crate::engine::money::{Currency, Money};
use crate::engine::negotiate::{Change, Term, TermValue};
use crate::text::typed::amount_in_order;

impl OptionDraft {
    /// The option with changes made: read again, it is the proposal that the changes lead to.
    #[must_use]
    pub fn with_changes(&self, changes: &[Change], currency: Currency) -> Self {
        let mut option = self.clone();
        for change in changes {
            option.type_in(change.term, typed(change.to, currency));
        }
        option
    }

    /// The option with one term at a value.
    #[must_use]
    pub fn with_term(&self, term: Term, value: TermValue, currency: Currency) -> Self {
        let mut option = self.clone();
        option.type_in(term, typed(value, currency));
        option
    }

    fn type_in(&mut self, term: Term, text: String) {
        let field = match term {
            Term::Waiver(component) => {
                self.set_waiver(component, text);
                return;
            }
            Term::Count => {
                self.size = SizeKind::Count;
                &mut self.count
            }
            Term::Payment => {
                self.size = SizeKind::Payment;
                &mut self.payment
            }
            Term::DownPayment => &mut self.down_payment,
            Term::Discount => &mut self.discount,
            Term::Frequency => &mut self.frequency,
            Term::FirstDue => &mut self.first_due,
            Term::Rate => &mut self.rate,
            Term::Deferral => &mut self.deferral,
            Term::Carry => &mut self.carry,
        };
        *field = text;
    }
}

/// A value as it is typed. Nothing paid or given up is an empty field.
fn typed(value: TermValue, currency: Currency) -> String {
    match value {
        TermValue::Money(amount) if amount.is_zero() => String::new(),
        TermValue::Money(amount) => in_order(amount, currency),
        TermValue::Part { share, .. } => format!("{}%", share.to_percent_string()),
        TermValue::Count(count) => count.to_string(),
        TermValue::Frequency(step) => step.code(),
        TermValue::Date(day) => format_date(day),
        TermValue::Rate(rate) => rate.to_percent_string(),
        TermValue::Deferral(deferral) => deferral.code().to_owned(),
        TermValue::Carry(carry) => carry.code().to_owned(),
    }
}

/// An amount as a field has it when it is left.
fn in_order(amount: Money, currency: Currency) -> String {
    let plain = amount.to_decimal_string(currency);
    amount_in_order(&plain, currency).unwrap_or(plain)
}
