//! The schedule for a spreadsheet, as CSV (RFC 4180).

use super::Made;
use crate::engine::calendar::format_date;
use crate::engine::claim::Component;
use crate::engine::money::Money;
use crate::text::vocabulary::{component, heading, row_kind};
use crate::text::{Label, Languages};

/// Without it, spreadsheets on Chinese Windows read another encoding.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";
/// What makes a spreadsheet take a cell for a formula; the wide forms count in Chinese and Japanese ones.
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// Every line of the schedule with its offer's code, creditor and account, so that lines of many files can stand in one.
#[must_use]
pub fn table(made: &Made<'_>, languages: Languages) -> String {
    let label =
        |label: Label| text(&languages.joined(" / ", |locale| label.text(locale).to_owned()));
    let part = |part| text(&languages.joined(" / ", |locale| heading(component(locale, part))));
    let mut head = [
        Label::VerificationCode,
        Label::Creditor,
        Label::Account,
        Label::Number,
        Label::Date,
        Label::Details,
        Label::Currency,
        Label::Amount,
    ]
    .map(label)
    .to_vec();
    head.extend(Component::ALL.map(part));
    head.push(label(Label::PlanInterest));
    head.push(label(Label::LeftToPay));
    let currency = made.offer.claim.currency;
    let parties = &made.offer.parties;
    let amount = |amount: Money| amount.to_decimal_string(currency);
    let mut file = format!("{BYTE_ORDER_MARK}{}\r\n", head.join(","));
    for row in made.payments() {
        let mut cells = vec![
            text(made.code),
            text(&parties.creditor.name),
            text(&parties.account),
            row.number
                .map(|number| number.to_string())
                .unwrap_or_default(),
            format_date(row.date),
            text(&languages.joined(" / ", |locale| heading(row_kind(locale, row.kind)))),
            currency.code().to_owned(),
            amount(row.amount),
        ];
        cells.extend(row.paid.iter().map(|(_, paid)| amount(paid)));
        cells.push(amount(row.interest));
        cells.push(amount(row.left));
        file.push_str(&cells.join(","));
        file.push_str("\r\n");
    }
    file
}

/// A cell of free text: never taken for a formula, and quoted where it must be.
pub(super) fn text(words: &str) -> String {
    let guarded = if words.starts_with(FORMULA) {
        format!("'{words}")
    } else {
        words.to_owned()
    };
    if guarded.contains(['"', ',', '\r', '\n']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}
