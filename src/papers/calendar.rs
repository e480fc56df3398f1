//! Due dates with reminders, as iCalendar (RFC 5545).

use super::Made;
use crate::agreement::Payment;
use crate::engine::calendar::{Date, format_date};
use crate::text::format::{Noun, count, money, payments};
use crate::text::vocabulary::{heading, row_kind};
use crate::text::{Label, Languages, Locale};

/// Octets in a line without its break (section 3.1).
const LONGEST_LINE: usize = 75;
/// When a phone reminds: at nine in the morning three days before, and at nine on the day. The day begins at midnight.
const REMINDERS: [&str; 2] = ["-P2DT15H", "PT9H"];

/// Every payment as a day in a calendar, with reminders.
///
/// A payment keeps its identity (its offer's code and its number), so that taking the file again changes nothing. What
/// a locked screen shows names neither the creditor nor a debt.
#[must_use]
pub fn calendar(made: &Made<'_>, languages: Languages) -> String {
    let mut file = Lines::default();
    file.put("BEGIN", "VCALENDAR");
    file.put("VERSION", "2.0");
    file.put("PRODID", "-//Quittance//Quittance//EN");
    file.put("CALSCALE", "GREGORIAN");
    file.put("METHOD", "PUBLISH");
    let paid = made.payments().iter();
    let numbered: Vec<(u32, &Payment)> = paid.filter_map(|row| Some((row.number?, row))).collect();
    let of = u32::try_from(numbered.len()).unwrap_or(u32::MAX);
    for (number, payment) in numbered {
        let summary = languages.joined(" / ", |locale| summary(locale, made, payment, number, of));
        file.put("BEGIN", "VEVENT");
        file.put("UID", &format!("{}-{number}@quittance", made.code));
        // Required; the file knows no clock, and the day of the balances is when the plan was worked out.
        file.put(
            "DTSTAMP",
            &format!("{}T000000Z", basic(made.offer.claim.as_of)),
        );
        file.put("DTSTART;VALUE=DATE", &basic(payment.date));
        file.text("SUMMARY", &summary);
        file.text(
            "DESCRIPTION",
            &languages.joined("\n", |locale| description(locale, made)),
        );
        file.put("TRANSP", "TRANSPARENT");
        for trigger in REMINDERS {
            file.put("BEGIN", "VALARM");
            file.put("ACTION", "DISPLAY");
            file.text("DESCRIPTION", &summary);
            file.put("TRIGGER", trigger);
            file.put("END", "VALARM");
        }
        file.put("END", "VEVENT");
    }
    file.put("END", "VCALENDAR");
    file.0
}

/// `第3期，共36期：¥1,347.66`, `Instalment 3 of 36 payments: ¥1,347.66`.
fn summary(locale: Locale, made: &Made<'_>, payment: &Payment, number: u32, of: u32) -> String {
    let amount = money(locale, payment.amount, made.offer.claim.currency);
    let all = payments(locale, of);
    match locale {
        Locale::Zh => {
            let this = count(locale, u64::from(number), Noun::Payment);
            format!(
                "{}：第{this}，共{all}，{amount}",
                row_kind(locale, payment.kind)
            )
        }
        Locale::En => {
            let kind = heading(row_kind(locale, payment.kind));
            format!("{kind}: {number} of {all}, {amount}")
        }
    }
}

/// Whom to pay, through what, and the code.
fn description(locale: Locale, made: &Made<'_>) -> String {
    let creditor = &made.offer.parties.creditor;
    let colon = locale.pick("：", ": ");
    let between = locale.pick("；", "; ");
    let line = |label: Label, words: &str| format!("{}{colon}{words}", label.text(locale));
    let mut lines = vec![line(Label::Creditor, &creditor.name)];
    if !creditor.channels.is_empty() {
        lines.push(line(
            Label::PaymentChannel,
            &creditor.channels.join(between),
        ));
    }
    lines.push(line(Label::VerificationCode, made.code));
    lines.join("\n")
}

/// `20261225`.
fn basic(date: Date) -> String {
    format_date(date).replace('-', "")
}

/// The lines of a file, folded and ended as the standard has it.
#[derive(Default)]
struct Lines(String);

impl Lines {
    fn put(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = LONGEST_LINE;
        for letter in line.chars() {
            let size = letter.len_utf8();
            if size > room {
                // A continuation begins with a space, which counts.
                self.0.push_str("\r\n ");
                room = LONGEST_LINE - 1;
            }
            room = room.saturating_sub(size);
            self.0.push(letter);
        }
        self.0.push_str("\r\n");
    }

    /// A value that is free text (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for letter in value.chars() {
            match letter {
                '\\' | ';' | ',' => escaped.extend(['\\', letter]),
                '\n' => escaped.push_str("\\n"),
                control if control.is_control() => escaped.push(' '),
                letter => escaped.push(letter),
            }
        }
        self.put(name, &escaped);
    }
}
