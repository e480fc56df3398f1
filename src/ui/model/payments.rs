//! The borrower's own note of payments made: what is in it, how it is kept as a text, and what it comes to.

use std::fmt::Write as _;

use crate::agreement::{Offer, Worked};
use crate::engine::calendar::{Date, format_date, parse_date};
use crate::engine::claim::PaymentReceived;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{MOST_TRACKED, TrackError, Tracked, TrackedDue, track};
use crate::text::typed::{TypedAmountError, TypedDateError, parse_amount, parse_date_typed};

/// The first line of a kept note; another form gets another.
const FORM: &str = "quittance-payments-1";

/// Steps that can be taken back, the oldest forgotten first.
const MOST_STEPS: usize = 50;

/// Payments in the order in which they were noted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaymentNote {
    payments: Vec<PaymentReceived>,
    before: Vec<Vec<PaymentReceived>>,
}

/// Why what was typed is no payment of this agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteProblem {
    /// The day cannot be read.
    Date(TypedDateError),
    /// The amount cannot be read.
    Amount(TypedAmountError),
    /// It cannot be held against the plan.
    Track(TrackError),
}

impl PaymentNote {
    /// The payments, as they were noted.
    #[must_use]
    pub fn payments(&self) -> &[PaymentReceived] {
        &self.payments
    }

    /// Whether there is a step to take back.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Notes a payment.
    pub fn add(&mut self, payment: PaymentReceived) {
        self.step();
        self.payments.push(payment);
    }

    /// Takes a payment out: the last of those that are like it.
    pub fn remove(&mut self, payment: PaymentReceived) {
        if let Some(place) = self.payments.iter().rposition(|noted| *noted == payment) {
            self.step();
            self.payments.remove(place);
        }
    }

    /// Takes the last step back.
    pub fn undo(&mut self) {
        if let Some(before) = self.before.pop() {
            self.payments = before;
        }
    }

    /// The payments that another tab has kept since, as a step of their own.
    pub fn take(&mut self, kept: Self) {
        if kept.payments != self.payments {
            self.step();
            self.payments = kept.payments;
        }
    }

    /// Takes every payment out, as one step.
    pub fn clear(&mut self) {
        if !self.payments.is_empty() {
            self.step();
            self.payments.clear();
        }
    }

    fn step(&mut self) {
        if self.before.len() >= MOST_STEPS {
            self.before.remove(0);
        }
        self.before.push(self.payments.clone());
    }

    /// The note as the device keeps it: a line for each payment, its day and its minor units.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = FORM.to_owned();
        for payment in &self.payments {
            let day = format_date(payment.date);
            // Writing into a text does not fail.
            let _ = write!(text, "\n{day} {}", payment.amount.minor());
        }
        text
    }

    /// The note in a kept text; `None` if anything in it is not what [`Self::to_text`] writes.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut lines = text.split('\n');
        if lines.next() != Some(FORM) {
            return None;
        }
        let most = usize::try_from(MOST_TRACKED).ok()?;
        let mut payments = Vec::new();
        for line in lines {
            let (day, minor) = line.split_once(' ')?;
            let amount = Money::from_minor(minor.parse().ok()?).ok()?;
            let date = parse_date(day).ok()?;
            if !amount.is_positive() || payments.len() >= most {
                return None;
            }
            payments.push(PaymentReceived { date, amount });
        }
        Some(Self {
            payments,
            before: Vec::new(),
        })
    }

    /// How the agreement stands on the device's day. A device whose clock runs behind is taken at the last day that the
    /// agreement or the note knows.
    ///
    /// # Errors
    /// [`TrackError`] if a payment of the note cannot be one of this agreement.
    pub fn tracked(
        &self,
        offer: &Offer,
        worked: &Worked,
        today: Date,
    ) -> Result<Tracked, TrackError> {
        let last = self.payments.iter().map(|payment| payment.date).max();
        let on = today.max(offer.claim.as_of);
        let on = last.map_or(on, |last| last.max(on));
        held(offer, worked, &self.payments, on)
    }

    /// Reads a payment as it was typed and holds it against the agreement beside those that are noted.
    ///
    /// # Errors
    /// [`NoteProblem`]: of the day first, then of the amount, then of both together.
    pub fn read(
        &self,
        offer: &Offer,
        worked: &Worked,
        (date, amount): (&str, &str),
        today: Date,
    ) -> Result<PaymentReceived, NoteProblem> {
        let currency: Currency = offer.claim.currency;
        let payment = PaymentReceived {
            date: parse_date_typed(date).map_err(NoteProblem::Date)?,
            amount: parse_amount(amount, currency).map_err(NoteProblem::Amount)?,
        };
        let alone = held(offer, worked, &[payment], today.max(offer.claim.as_of));
        alone.map_err(NoteProblem::Track)?;
        let mut with_it = self.clone();
        with_it.payments.push(payment);
        let together = with_it.tracked(offer, worked, today);
        together.map_err(NoteProblem::Track)?;
        Ok(payment)
    }
}

/// The payment that pays what is left of a due: on its day, or on the day looked at where that is still to come.
#[must_use]
pub fn as_planned(due: &TrackedDue, on: Date) -> PaymentReceived {
    PaymentReceived {
        date: due.date.min(on),
        amount: due.left,
    }
}

fn held(
    offer: &Offer,
    worked: &Worked,
    payments: &[PaymentReceived],
    on: Date,
) -> Result<Tracked, TrackError> {
    let (claim, proposal) = (&offer.claim, &offer.proposal);
    track(claim, proposal, &worked.plan, offer.cure, payments, on)
}
