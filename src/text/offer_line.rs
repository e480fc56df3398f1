//! An option in one line: what is paid now, then how much how often, until when, and what it comes to.

use super::Locale;
use super::format::{date_iso, money_bare, payments};
use crate::engine::calendar::Date;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Proposal, Repayment, Settlement, Totals};

/// The figures of an option that a person keeps in mind on a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfferLine {
    /// Paid on the as-of date.
    pub due_now: Money,
    /// The first payment after it; of a lump sum the only one.
    pub each: Money,
    /// Whether the others are like it, but for a remainder in the last one.
    pub alike: bool,
    /// How many payments there are after the one on the as-of date.
    pub count: u32,
    /// Day of the last of them.
    pub last_date: Date,
    /// Everything paid.
    pub total: Money,
}

/// Whether all payments of a proposal are alike but for a remainder in the last one.
#[must_use]
pub const fn pays_alike(proposal: &Proposal) -> bool {
    match &proposal.settlement {
        Settlement::LumpSum => true,
        Settlement::OnDates { .. } => false,
        Settlement::Instalments { repayment, .. } => {
            matches!(repayment, Repayment::EqualInstalment | Repayment::Flat(_))
        }
    }
}

impl OfferLine {
    /// The line of a proposal that comes to these totals.
    #[must_use]
    pub fn of(proposal: &Proposal, totals: &Totals) -> Self {
        Self {
            due_now: totals.due_now,
            each: totals.instalment.unwrap_or(totals.last_payment),
            alike: pays_alike(proposal),
            count: totals.count,
            last_date: totals.last_date,
            total: totals.paid,
        }
    }

    /// The line in words; amounts stand without their sign, as in a column.
    #[must_use]
    pub fn words(&self, locale: Locale, currency: Currency) -> String {
        self.parts(locale, currency).concat()
    }

    /// The line in pieces that are best kept whole where it is broken into several, each with the comma that follows it.
    #[must_use]
    pub fn parts(&self, locale: Locale, currency: Currency) -> Vec<String> {
        let amount = |amount| money_bare(amount, currency);
        let (each, until, total) = (
            amount(self.each),
            date_iso(self.last_date),
            amount(self.total),
        );
        let mut parts = Vec::new();
        if self.due_now.is_positive() {
            let now = amount(self.due_now);
            parts.push(match locale {
                Locale::Zh => format!("现付{now}"),
                Locale::En => format!("{now} now"),
            });
        }
        parts.extend(match (locale, self.count, self.alike) {
            (Locale::Zh, 0 | 1, _) => vec![format!("{until}付{each}")],
            (Locale::En, 0 | 1, _) => vec![format!("{each} on {until}")],
            (Locale::Zh, count, true) => vec![format!("{each} × {count}期"), format!("至{until}")],
            (Locale::En, count, true) => vec![format!("{each} × {count}"), format!("to {until}")],
            (Locale::Zh, count, false) => vec![
                payments(locale, count),
                format!("首期{each}"),
                format!("至{until}"),
            ],
            (Locale::En, count, false) => vec![
                payments(locale, count),
                format!("the first {each}"),
                format!("to {until}"),
            ],
        });
        for part in &mut parts {
            part.push_str(locale.pick("，", ", "));
        }
        parts.push(match locale {
            Locale::Zh => format!("共{total}"),
            Locale::En => format!("{total} in all"),
        });
        parts
    }
}
