//! The agreement as plain text, in full and as a message short enough for SMS or a chat.

use super::clause::{section_title, sentences};
use super::format::{date, date_iso, days, money, money_bare, payments};
use super::trust::status;
use super::{Label, Languages, Locale, vocabulary};
use crate::agreement::{Clause, Document, OwedThen, Paper, PaperKind, Payment, Signing, Special};
use crate::engine::claim::{Component, Components, Guarantor};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Cure, RowKind, VestingKind};

/// The whole agreement, with its tables as lines.
#[must_use]
pub fn full(locale: Locale, document: &Document, currency: Currency) -> String {
    whole(
        Languages::One(locale),
        &document.paper(PaperKind::Agreement),
        currency,
    )
}

/// A whole paper, with its tables as lines. In both languages each clause stands in the one, then in the other.
#[must_use]
pub fn whole(languages: Languages, paper: &Paper, currency: Currency) -> String {
    let locales = languages.locales();
    let mut lines: Vec<String> = locales
        .iter()
        .map(|it| title(*it, paper.kind, paper.signing()))
        .collect();
    if !paper.preface.is_empty() {
        lines.push(String::new());
    }
    for clause in &paper.preface {
        lines.extend(said(languages, clause, currency));
    }
    if !paper.warnings.is_empty() {
        let title = |locale| Label::FirstToKnow.text(locale).to_owned();
        lines.extend([String::new(), languages.joined(" / ", title)]);
    }
    for clause in &paper.warnings {
        lines.extend(said(languages, clause, currency));
    }
    for (section, number) in paper.sections.iter().zip(1_u32..) {
        lines.push(String::new());
        let titles = languages.joined(" / ", |locale| {
            section_title(locale, paper.profile, section.field).to_owned()
        });
        lines.push(format!("{number}. {titles}"));
        for clause in &section.clauses {
            lines.extend(said(languages, clause, currency));
        }
    }
    lines.push(String::new());
    lines.join("\n")
}

/// A clause with its table as lines, in each language.
fn said(languages: Languages, clause: &Clause, currency: Currency) -> Vec<String> {
    let mut lines = Vec::new();
    for locale in languages.locales() {
        lines.extend(sentences(*locale, clause, currency));
        lines.extend(table(*locale, clause, currency));
    }
    lines
}

/// The title of a paper, with its status.
fn title(locale: Locale, kind: PaperKind, signing: Option<&Signing>) -> String {
    let (name, status) = (paper_title(locale, kind), status(signing).text(locale));
    match (kind, locale) {
        // A notice says in its own words that nobody has signed it.
        (PaperKind::Arrears, _) => name.to_owned(),
        (_, Locale::Zh) => format!("{name}（{status}）"),
        (_, Locale::En) => format!("{name} ({status})"),
    }
}

/// What a paper is called.
#[must_use]
pub const fn paper_title(locale: Locale, kind: PaperKind) -> &'static str {
    let label = match kind {
        PaperKind::Agreement => Label::Agreement,
        PaperKind::Arrears => Label::ArrearsNotice,
        PaperKind::Plan => Label::RepaymentPlan,
    };
    label.text(locale)
}

/// The lines of a clause that is a table; none for any other.
#[must_use]
pub fn table(locale: Locale, clause: &Clause, currency: Currency) -> Vec<String> {
    match clause {
        Clause::Owed { components, .. } => parts(components)
            .map(|(part, amount)| {
                let (part, amount) = (
                    vocabulary::component(locale, part),
                    money(locale, amount, currency),
                );
                match locale {
                    Locale::Zh => format!("- {part} {amount}"),
                    Locale::En => format!("- {} {amount}", vocabulary::heading(part)),
                }
            })
            .collect(),
        Clause::Schedule { rows } => rows
            .iter()
            .map(|row| payment_line(locale, row, currency))
            .collect(),
        Clause::Stops { rows } => rows
            .iter()
            .map(|row| stop_line(locale, row, currency))
            .collect(),
        _ => Vec::new(),
    }
}

fn parts(components: &Components) -> impl Iterator<Item = (Component, Money)> + '_ {
    components.iter().filter(|(_, amount)| !amount.is_zero())
}

/// Amounts by component in one line: `本金1,021.40，利息326.72`.
fn split(locale: Locale, components: &Components, currency: Currency) -> String {
    let named: Vec<String> = parts(components)
        .map(|(part, amount)| {
            let (part, amount) = (
                vocabulary::component(locale, part),
                money_bare(amount, currency),
            );
            match locale {
                Locale::Zh => format!("{part}{amount}"),
                Locale::En => format!("{part} {amount}"),
            }
        })
        .collect();
    named.join(locale.pick("，", ", "))
}

fn payment_line(locale: Locale, row: &Payment, currency: Currency) -> String {
    let sum = |amount| money(locale, amount, currency);
    let (on, kind) = (date_iso(row.date), vocabulary::row_kind(locale, row.kind));
    let (amount, left) = (sum(row.amount), sum(row.left));
    let Some(number) = row.number else {
        let interest = sum(row.interest);
        return match locale {
            Locale::Zh => format!("-) {on} {kind}{interest}；剩余{left}"),
            Locale::En => format!("-) {on} {kind} {interest}; left to pay {left}"),
        };
    };
    let settles = split(locale, &row.paid, currency);
    match locale {
        Locale::Zh => format!("{number}) {on} {kind}{amount}（{settles}）；剩余{left}"),
        Locale::En => format!("{number}) {on} {kind} {amount} ({settles}); left to pay {left}"),
    }
}

fn stop_line(locale: Locale, row: &OwedThen, currency: Currency) -> String {
    let sum = |amount| money(locale, amount, currency);
    let (after, on) = (payments(locale, row.after), date_iso(row.on));
    let (paid, total) = (sum(row.paid), sum(row.total));
    let owed = split(locale, &row.owed, currency);
    let revived = match (locale, row.revived.is_zero()) {
        (_, true) => String::new(),
        (Locale::Zh, false) => format!("不生效的减免{}，", sum(row.revived)),
        (Locale::En, false) => format!("waiver that falls away {}, ", sum(row.revived)),
    };
    match locale {
        Locale::Zh => {
            format!("- 还过{after}后停止：到{on}，已付{paid}，{revived}所欠{total}（{owed}）")
        }
        Locale::En => {
            format!("- after {after}: on {on}, paid {paid}, {revived}owed {total} ({owed})")
        }
    }
}

/// The heart of the document in a few lines: who, how much, when, on what condition, until when, and how to check it.
#[must_use]
pub fn short(locale: Locale, document: &Document, currency: Currency) -> String {
    let of_fields = document
        .sections
        .iter()
        .flat_map(|section| &section.clauses);
    let clauses = document.warnings.iter().chain(of_fields);
    let lines: Vec<String> = clauses
        .filter_map(|clause| short_line(locale, clause, currency))
        .collect();
    format!(
        "{}\n{}",
        title(locale, PaperKind::Agreement, document.signing()),
        lines.join("\n")
    )
}

/// What a clause contributes to the short form, if anything.
fn short_line(locale: Locale, clause: &Clause, currency: Currency) -> Option<String> {
    let sum = |amount| money(locale, amount, currency);
    let zh = locale == Locale::Zh;
    Some(match clause {
        Clause::Creditor { name, .. } if zh => format!("债权人：{name}"),
        Clause::Creditor { name, .. } => format!("Creditor: {name}"),
        Clause::Borrower { name, account } if zh => format!("债务人：{name}，账号{account}"),
        Clause::Borrower { name, account } => format!("Borrower: {name}, account {account}"),
        Clause::AsOf { date: as_of, .. } if zh => format!("截至{}", date(locale, *as_of)),
        Clause::AsOf { date: as_of, .. } => format!("As of {}", date(locale, *as_of)),
        Clause::Owed { total, .. } if zh => format!("共欠{}", sum(*total)),
        Clause::Owed { total, .. } => format!("Owed: {}", sum(*total)),
        Clause::Schedule { rows } => short_payments(locale, rows, currency),
        Clause::ToPay { total } if zh => format!("一共支付{}", sum(*total)),
        Clause::ToPay { total } => format!("To pay in all: {}", sum(*total)),
        Clause::ReleaseCondition { total, vesting, .. } => {
            let total = sum(*total);
            match (vesting.kind(), zh) {
                (VestingKind::OnCompletion, true) => {
                    format!("全部付清后减免{total}，中途终止则不减免")
                }
                (VestingKind::OnCompletion, false) => {
                    format!("Waived once all is paid: {total}; not if the plan ends early")
                }
                (VestingKind::ProRata | VestingKind::Milestones, true) => {
                    format!("随付款逐步减免，付清后共{total}，中途终止则其余不减免")
                }
                (VestingKind::ProRata | VestingKind::Milestones, false) => {
                    format!("Waived bit by bit up to {total}; not the rest if the plan ends early")
                }
                (VestingKind::AtOnce, true) => format!("方案达成时减免{total}"),
                (VestingKind::AtOnce, false) => format!("Waived when the plan is agreed: {total}"),
            }
        }
        Clause::Missed { cure, .. } => missed_in_short(locale, *cure),
        Clause::Channels { channels } if channels.is_empty() => return None,
        Clause::Channels { channels } if zh => {
            format!("只通过以下渠道付款：{}", channels.join("；"))
        }
        Clause::Channels { channels } => format!("Pay only through: {}", channels.join("; ")),
        Clause::Expiry { on, .. } if zh => format!("{}之前可以接受", date(locale, *on)),
        Clause::Expiry { on, .. } => format!("Open until {}", date(locale, *on)),
        Clause::Special(special) => return special_in_short(locale, special),
        Clause::Contacts { complaints, .. } if zh => format!("投诉与咨询：{complaints}"),
        Clause::Contacts { complaints, .. } => format!("Complaints and advice: {complaints}"),
        Clause::Status { sample: true, .. } => Label::SampleNote.text(locale).to_owned(),
        Clause::Verification { code } if zh => format!("核对码{code}；付款之前请向债权人核实"),
        Clause::Verification { code } => {
            format!("Verification code {code}; ask the creditor before you pay")
        }
        _ => return None,
    })
}

/// The payments in a line or two: the down payment, then what is paid each time.
fn short_payments(locale: Locale, rows: &[Payment], currency: Currency) -> String {
    let sum = |amount| money(locale, amount, currency);
    let mut said = Vec::new();
    for row in rows.iter().filter(|row| row.kind == RowKind::DownPayment) {
        let (on, amount) = (date_iso(row.date), sum(row.amount));
        said.push(match locale {
            Locale::Zh => format!("首付款{amount}（{on}）"),
            Locale::En => format!("Down payment {amount} on {on}"),
        });
    }
    let later: Vec<&Payment> = rows
        .iter()
        .filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum))
        .collect();
    if let [only] = later.as_slice() {
        let (on, amount) = (date_iso(only.date), sum(only.amount));
        said.push(match locale {
            Locale::Zh => format!("{on}一次付清{amount}"),
            Locale::En => format!("One payment of {amount} on {on}"),
        });
    } else if let [first, between @ .., last] = later.as_slice() {
        let count = payments(locale, u32::try_from(later.len()).unwrap_or(u32::MAX));
        let (from, until) = (date_iso(first.date), date_iso(last.date));
        let (each, end) = (sum(first.amount), sum(last.amount));
        let level = between.iter().all(|row| row.amount == first.amount);
        said.push(match (locale, level) {
            (Locale::Zh, true) => format!("{from}至{until}共{count}，每期{each}，最后一期{end}"),
            (Locale::Zh, false) => format!("{from}至{until}共{count}，第一期{each}，最后一期{end}"),
            (Locale::En, true) => {
                format!("{count} from {from} to {until}, {each} each, the last {end}")
            }
            (Locale::En, false) => {
                format!("{count} from {from} to {until}, the first {each}, the last {end}")
            }
        });
    }
    said.join("\n")
}

/// What a missed payment means, in one line.
fn missed_in_short(locale: Locale, cure: Cure) -> String {
    let (within, running) = (
        days(locale, cure.grace_days),
        payments(locale, cure.misses_that_end),
    );
    match (locale, cure.grace_days, cure.misses_that_end > 1) {
        (Locale::Zh, _, true) => format!("漏还可以补足；连续{running}未还，方案可能被取消"),
        (Locale::En, _, true) => {
            format!("If {running} in a row are missed, the plan may be cancelled")
        }
        (_, 0, false) => locale
            .pick(
                "到期未付没有宽限期",
                "No days of grace for a missed payment",
            )
            .to_owned(),
        (Locale::Zh, _, false) => format!("到期未付可在{within}内补足"),
        (Locale::En, _, false) => format!("A missed payment can be made good within {within}"),
    }
}

/// What is to be known before anybody agrees, in one line; and what a cardholder undertakes.
fn special_in_short(locale: Locale, special: &Special) -> Option<String> {
    let (zh, en) = match special {
        Special::Guarantor {
            consent: Guarantor::NotAsked,
            ..
        } => (
            "保证人尚未书面同意，签署前请先征得同意",
            "The guarantor has not agreed in writing yet: ask before anybody signs",
        ),
        Special::TimeLimit { .. } => (
            "诉讼时效可能已经届满，接受前可以先咨询",
            "It may be too old to be claimed: you may take advice before you agree",
        ),
        Special::NoNewCards => (
            "还清之前不向任何银行申请信用卡",
            "No applications for credit cards until all is paid",
        ),
        _ => return None,
    };
    Some(locale.pick(zh, en).to_owned())
}
