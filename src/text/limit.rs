//! A rule by itself, with no option beside it: what it limits, at what value, for which debts, and what follows.

use super::Locale;
use super::finding::{agreed_days, role, rule_title, times, yearly_rate};
use super::format::{Noun, count, date, days, money, months, number, payments, percent};
use super::noted::{customer_type, papers, strategies};
use super::vocabulary::{component, frequency, list, product};
use crate::engine::claim::{CustomerType, Product};
use crate::engine::fields::CodeSet;
use crate::engine::money::Currency;
use crate::engine::rules::{
    Applicability, Axis, BalanceBand, Band, DateRange, DaysPastDue, Edge, End, Layer, Limit,
    Measure, Segment, Severity, Side, Visibility, edges,
};

/// What a rule limits, and at what value: `Down payment: at least 20%`.
#[must_use]
pub fn limit(locale: Locale, limit: &Limit, currency: Currency) -> String {
    let title = rule_title(locale, limit.kind());
    match (locale, bounds(locale, limit, currency)) {
        (_, None) => title,
        (Locale::Zh, Some(bounds)) => format!("{title}：{bounds}"),
        (Locale::En, Some(bounds)) => format!("{title}: {bounds}"),
    }
}

/// The value of a limit: `at least 20%`. None where what it limits says all.
#[must_use]
pub fn bounds(locale: Locale, limit: &Limit, currency: Currency) -> Option<String> {
    // That nothing may be given up is the title already.
    if matches!(limit, Limit::NotWaivable { .. }) {
        return None;
    }
    let said: Vec<String> = edges(limit)
        .iter()
        .filter(|edge| edge.measure != Measure::Components(None))
        .map(|edge| bound(locale, edge, currency))
        .collect();
    (!said.is_empty()).then(|| list(locale, &said))
}

fn bound(locale: Locale, edge: &Edge, currency: Currency) -> String {
    let value = measure(locale, edge.measure, currency);
    match (locale, edge.side) {
        (Locale::Zh, Side::AtMost) => format!("不超过{value}"),
        (Locale::Zh, Side::AtLeast) => format!("至少{value}"),
        (Locale::Zh, Side::AllOf) => format!("需要{value}"),
        (Locale::Zh, Side::Of) => format!("按{value}计算"),
        (Locale::En, Side::AllOf) => format!("all of {value}"),
        (Locale::En, Side::Of) => format!("counted on {value}"),
        (Locale::Zh, Side::OneOf) => format!("可以是{value}"),
        (Locale::En, Side::AtMost) => format!("at most {value}"),
        (Locale::En, Side::AtLeast) => format!("at least {value}"),
        (Locale::En, Side::OneOf) => format!("one of {value}"),
    }
}

fn measure(locale: Locale, measure: Measure, currency: Currency) -> String {
    match measure {
        Measure::Share(share) => percent(share),
        Measure::Money(amount) => money(locale, amount, currency),
        Measure::Rate(rate) => yearly_rate(locale, rate),
        Measure::Days(size) => days(locale, size),
        Measure::Months(size) => months(locale, size),
        Measure::Payments(size) => payments(locale, size),
        Measure::Promises(size) => match locale {
            Locale::Zh => format!("{}次", number(u64::from(size))),
            Locale::En => format!("{} broken", number(u64::from(size))),
        },
        Measure::Multiple(multiple) => times(locale, multiple),
        Measure::Frequencies(steps) => {
            let mut names: Vec<String> = steps.iter().map(|step| frequency(locale, step)).collect();
            if steps.agreed_days() {
                names.push(agreed_days(locale).to_owned());
            }
            names.join(locale.pick("、", ", "))
        }
        Measure::Times(size) => count(locale, u64::from(size), Noun::Time),
        Measure::Running(size) => match locale {
            Locale::Zh => format!("连续{}", payments(locale, size)),
            Locale::En => format!("{} in a row", payments(locale, size)),
        },
        Measure::Evidence(evidence) => papers(locale, evidence),
        Measure::Strategies(used) => strategies(locale, used),
        Measure::Components(parts) => {
            let parts = parts.unwrap_or(CodeSet::EMPTY).iter();
            let names: Vec<&str> = parts.map(|part| component(locale, part)).collect();
            list(locale, &names)
        }
        Measure::OriginalPrincipal => locale.pick("合同本金", "the original principal").to_owned(),
    }
}

/// What follows when a rule is broken: `approval by a supervisor`.
#[must_use]
pub fn severity(locale: Locale, severity: Severity) -> String {
    match (locale, severity) {
        (Locale::Zh, Severity::Warn) => "仅作提示".to_owned(),
        (Locale::Zh, Severity::Route(by)) => format!("须{}审批", role(locale, by)),
        (Locale::Zh, Severity::Block) => "不能办理".to_owned(),
        (Locale::En, Severity::Warn) => "a note".to_owned(),
        (Locale::En, Severity::Route(by)) => format!("approval by a {}", role(locale, by)),
        (Locale::En, Severity::Block) => "refusal".to_owned(),
    }
}

/// Whom a rule may be shown to.
#[must_use]
pub const fn visibility(locale: Locale, visibility: Visibility) -> &'static str {
    match visibility {
        Visibility::Public => locale.pick("公开", "public"),
        Visibility::Private => locale.pick("内部", "private"),
    }
}

/// Where a pack stands.
#[must_use]
pub const fn layer(locale: Locale, layer: Layer) -> &'static str {
    match layer {
        Layer::Statutory => locale.pick("法定规则", "law"),
        Layer::House => locale.pick("机构规则", "house rules"),
    }
}

/// The debts, customers and options that a rule is written for.
#[must_use]
pub fn applies(locale: Locale, applies: &Applicability, currency: Currency) -> String {
    let mut said = conditions(
        locale,
        applies.products.as_deref(),
        applies.days_past_due,
        applies.balance,
        applies.customers,
        currency,
    );
    if let Some(used) = applies.strategies {
        let used = strategies(locale, used);
        said.push(match locale {
            Locale::Zh => format!("采用{used}的方案"),
            Locale::En => format!("options with {used}"),
        });
    }
    if let Some(segments) = &applies.segments {
        let names = list(locale, segments);
        said.push(match locale {
            Locale::Zh => format!("分类{names}"),
            Locale::En => format!("segments {names}"),
        });
    }
    if applies.signed != DateRange::default() {
        let signed = dated(Axis::Signed, applies.signed);
        said.push(band(locale, &signed, currency));
    }
    if said.is_empty() {
        let every = locale.pick("规则包内的所有债务", "every debt of the pack");
        said.push(every.to_owned());
    }
    said.join(locale.pick("，", ", "))
}

/// A segment of a pack: its name, and which cases fall in it.
#[must_use]
pub fn segment(locale: Locale, segment: &Segment, currency: Currency) -> String {
    let said = conditions(
        locale,
        segment.products.as_deref(),
        segment.days_past_due,
        segment.balance,
        segment.customers,
        currency,
    );
    let said = said.join(locale.pick("，", ", "));
    match locale {
        _ if said.is_empty() => segment.id.clone(),
        Locale::Zh => format!("{}（{said}）", segment.id),
        Locale::En => format!("{} ({said})", segment.id),
    }
}

fn conditions(
    locale: Locale,
    products: Option<&[Product]>,
    days: Option<DaysPastDue>,
    balance: Option<BalanceBand>,
    customers: Option<CodeSet<CustomerType>>,
    currency: Currency,
) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(products) = products {
        let names: Vec<&str> = products.iter().map(|one| product(locale, *one)).collect();
        said.push(list(locale, &names));
    }
    let days = days.map(|days| Band {
        axis: Axis::DaysPastDue,
        from: Some(End::Days(days.from)),
        to: days.to.map(End::Days),
    });
    let balance = balance.map(|balance| Band {
        axis: Axis::Balance,
        from: balance.from.map(End::Amount),
        to: balance.to.map(End::Amount),
    });
    let bands = [days, balance].into_iter().flatten();
    said.extend(bands.map(|one| band(locale, &one, currency)));
    if let Some(customers) = customers {
        let names: Vec<&str> = customers
            .iter()
            .map(|kind| customer_type(locale, kind))
            .collect();
        said.push(list(locale, &names));
    }
    said
}

/// The dates on which something is in force.
#[must_use]
pub fn in_force(locale: Locale, range: &DateRange, currency: Currency) -> String {
    if *range == DateRange::default() {
        return locale.pick("没有起止日期", "no dates").to_owned();
    }
    between(locale, &dated(Axis::Effective, *range), currency)
}

fn dated(axis: Axis, range: DateRange) -> Band {
    Band {
        axis,
        from: range.from.map(End::Date),
        to: range.to.map(End::Date),
    }
}

/// The ends of a band, without what they are of: `31 to 60`, `from 1 March 2024 on`.
fn between(locale: Locale, band: &Band, currency: Currency) -> String {
    let end = |end: End| match end {
        End::Days(size) => number(u64::from(size)),
        End::Amount(amount) => money(locale, amount, currency),
        End::Date(day) => date(locale, day),
    };
    match (locale, band.from.map(end), band.to.map(end)) {
        (Locale::Zh, Some(from), Some(to)) if from == to => from,
        (Locale::Zh, Some(from), Some(to)) => format!("{from}至{to}"),
        (Locale::Zh, Some(from), None) => format!("{from}起"),
        (Locale::Zh, None, Some(to)) => format!("至{to}"),
        (Locale::Zh, None, None) => "不限".to_owned(),
        (Locale::En, Some(from), Some(to)) if from == to => from,
        (Locale::En, Some(from), Some(to)) => format!("{from} to {to}"),
        (Locale::En, Some(from), None) => format!("from {from} on"),
        (Locale::En, None, Some(to)) => format!("up to {to}"),
        (Locale::En, None, None) => "any".to_owned(),
    }
}

/// A band of debts: `31 to 60 days past due`, `contracts made from 1 March 2024 on`.
#[must_use]
pub fn band(locale: Locale, band: &Band, currency: Currency) -> String {
    let between = between(locale, band, currency);
    match (locale, band.axis) {
        (Locale::Zh, Axis::DaysPastDue) => format!("逾期天数{between}"),
        (Locale::Zh, Axis::Balance) => format!("欠款合计{between}"),
        (Locale::En, Axis::Balance) => format!("owed in all: {between}"),
        (Locale::Zh, Axis::Signed) => format!("合同签订日{between}"),
        (Locale::Zh, Axis::Effective) => format!("截至日期{between}"),
        (Locale::En, Axis::DaysPastDue) => format!("days past due: {between}"),
        (Locale::En, Axis::Signed) => format!("contracts made: {between}"),
        (Locale::En, Axis::Effective) => format!("as-of dates: {between}"),
    }
}
