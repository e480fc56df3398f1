//! A borrower's note of payments for a spreadsheet, as CSV (RFC 4180).

use super::Made;
use super::table::{BYTE_ORDER_MARK, text};
use crate::engine::calendar::format_date;
use crate::engine::claim::PaymentReceived;
use crate::engine::money::Money;
use crate::text::{Label, Languages, TrackLabel};

/// Every payment that was noted with what had been paid by then, the earliest first, under the agreement's code.
#[must_use]
pub fn paid_table(made: &Made<'_>, payments: &[PaymentReceived], languages: Languages) -> String {
    let label =
        |label: Label| text(&languages.joined(" / ", |locale| label.text(locale).to_owned()));
    let own =
        |label: TrackLabel| text(&languages.joined(" / ", |locale| label.text(locale).to_owned()));
    let head = [
        label(Label::VerificationCode),
        label(Label::Creditor),
        label(Label::Account),
        own(TrackLabel::PaidOn),
        label(Label::Currency),
        own(TrackLabel::AmountPaid),
        own(TrackLabel::PaidByNow),
    ];
    let (parties, currency) = (&made.offer.parties, made.offer.claim.currency);
    let mut file = format!("{BYTE_ORDER_MARK}{}\r\n", head.join(","));
    let mut in_order = payments.to_vec();
    in_order.sort_by_key(|payment| payment.date);
    let mut so_far = Money::ZERO;
    for payment in in_order {
        // What was noted was added up before.
        so_far = so_far.checked_add(payment.amount).unwrap_or(so_far);
        let cells = [
            text(made.code),
            text(&parties.creditor.name),
            text(&parties.account),
            format_date(payment.date),
            currency.code().to_owned(),
            payment.amount.to_decimal_string(currency),
            so_far.to_decimal_string(currency),
        ];
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}
