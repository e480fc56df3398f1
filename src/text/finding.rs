//! What the rules say about an option: what the limit is, what the option has, by how much it misses, what to do.

use rust_decimal::Decimal;

pub use super::finding_reason::{unfit, unfit_pack, why};
use super::format::{date, days, money, months, number, payments, rate_decimal};
use super::vocabulary::{component, frequency, list};
use super::{Locale, finding_en, finding_zh, noted};
use crate::engine::money::{Currency, Rate, Share};
use crate::engine::rules::{
    Decision, Finding, Limit, LimitKind, Outcome, Quantity, Role, Severity, Visibility,
};

/// The values of a finding as text, for the sentences of a language.
pub(super) struct Figures {
    /// What of the debt the rule is about, where it names parts of it; empty where it means all.
    pub of: String,
    /// What the rule asks.
    pub limit: String,
    /// What the rule asks, as the share alone where there is one.
    pub limit_share: String,
    /// What the rule asks, as the amount alone where there is one.
    pub limit_amount: String,
    /// What the option has.
    pub actual: String,
    /// What the option has, as the share alone where there is one.
    pub actual_share: String,
    /// By how much it misses.
    pub shortfall: String,
}

/// One finding in a sentence or two.
#[must_use]
pub fn sentence(locale: Locale, finding: &Finding, currency: Currency) -> String {
    let text = |value: &Quantity| quantity(locale, value, currency);
    match &finding.outcome {
        Outcome::DoesNotApply { why: reason } => match locale {
            Locale::Zh => format!("此处不适用：{}。", why(locale, *reason)),
            Locale::En => format!("Says nothing here: {}.", why(locale, *reason)),
        },
        Outcome::Broken {
            shortfall: Quantity::OutOfRange,
            ..
        } => locale
            .pick(
                "金额超出可计算的范围，请核对数字。",
                "These figures are beyond what can be worked out: check them.",
            )
            .to_owned(),
        // A floor stays hidden, from the agent too, until an option reaches it.
        Outcome::Met { actual, .. } if is_hidden_floor(finding) => match locale {
            Locale::Zh => format!("不低于出借方的底线；本方案为{}。", text(actual)),
            Locale::En => format!("Not below the lender's floor; here {}.", text(actual)),
        },
        Outcome::Met { limit, actual } => met(locale, finding.kind(), &text(limit), &text(actual)),
        Outcome::Broken {
            limit,
            actual,
            shortfall,
        } => {
            let figures = Figures {
                of: parts(locale, &finding.rule.limit),
                limit: text(limit),
                limit_share: share_alone(locale, limit, currency),
                limit_amount: amount_alone(locale, limit, currency),
                actual: text(actual),
                actual_share: share_alone(locale, actual, currency),
                shortfall: text(shortfall),
            };
            let (fact, remedy) = match locale {
                Locale::Zh => finding_zh::broken(finding.kind(), &figures),
                Locale::En => finding_en::broken(finding.kind(), &figures),
            };
            with_remedy(locale, &fact, &remedy, finding.rule.severity)
        }
    }
}

fn is_hidden_floor(finding: &Finding) -> bool {
    let floor = matches!(
        finding.kind(),
        LimitKind::MinimumSettlement | LimitKind::MinimumValue
    );
    floor && finding.rule.visibility == Visibility::Private
}

/// The components that a floor names.
fn parts(locale: Locale, limit: &Limit) -> String {
    let Limit::MinimumSettlement {
        components: Some(components),
        ..
    } = limit
    else {
        return String::new();
    };
    let names: Vec<String> = components
        .iter()
        .map(|part| component(locale, part).to_owned())
        .collect();
    list(locale, &names)
}

/// What is needed, what stands against it, then what can be done.
fn with_remedy(locale: Locale, fact: &str, remedy: &str, severity: Severity) -> String {
    match (locale, severity) {
        (Locale::Zh, Severity::Block) => format!("{fact}{remedy}。"),
        (Locale::Zh, Severity::Route(by)) => {
            format!("{fact}{remedy}，或请{}审批。", role(locale, by))
        }
        (Locale::Zh, Severity::Warn) => format!("{fact}{remedy}；此条仅作提示。"),
        (Locale::En, Severity::Block) => format!("{fact} {remedy}."),
        (Locale::En, Severity::Route(by)) => {
            format!("{fact} {remedy}, or ask a {} to approve.", role(locale, by))
        }
        (Locale::En, Severity::Warn) => format!("{fact} {remedy}. This is a note, not a bar."),
    }
}

/// How a limit bounds what it limits.
enum Bound {
    AtLeast,
    AtMost,
    OneOf,
}

fn met(locale: Locale, kind: LimitKind, limit: &str, actual: &str) -> String {
    match kind {
        LimitKind::NotWaivable(_) => {
            return locale.pick("没有减免。", "None is given up.").to_owned();
        }
        LimitKind::NotCapitalisable(_) => {
            return locale
                .pick("没有转入本金。", "None is added to principal.")
                .to_owned();
        }
        LimitKind::GuarantorConsent | LimitKind::EvidenceRequired | LimitKind::Moratorium => {
            return noted::met(locale, kind, limit);
        }
        _ => {}
    }
    let bound = match kind {
        LimitKind::MinimumSettlement
        | LimitKind::MinimumDownPayment
        | LimitKind::MinimumInstalment
        | LimitKind::MinimumPayments
        | LimitKind::MinimumResidual
        | LimitKind::MinimumValue
        | LimitKind::RepaymentBehaviour => Bound::AtLeast,
        LimitKind::AllowedFrequencies
        | LimitKind::AllowedStrategies
        | LimitKind::PenaltyMultipleBand => Bound::OneOf,
        _ => Bound::AtMost,
    };
    match (locale, bound) {
        (Locale::Zh, Bound::AtLeast) => format!("至少{limit}；本方案为{actual}。"),
        (Locale::Zh, Bound::AtMost) => format!("不超过{limit}；本方案为{actual}。"),
        (Locale::Zh, Bound::OneOf) => format!("可以是{limit}；本方案为{actual}。"),
        (Locale::En, Bound::AtLeast) => format!("At least {limit}; here {actual}."),
        (Locale::En, Bound::AtMost) => format!("At most {limit}; here {actual}."),
        (Locale::En, Bound::OneOf) => format!("Accepted: {limit}; here {actual}."),
    }
}

/// What a finding is about, as a heading.
#[must_use]
pub fn title(locale: Locale, finding: &Finding) -> String {
    rule_title(locale, finding.kind())
}

/// What a rule limits, as a heading.
#[must_use]
pub fn rule_title(locale: Locale, kind: LimitKind) -> String {
    match locale {
        Locale::Zh => finding_zh::title(kind),
        Locale::En => finding_en::title(kind),
    }
}

/// What may be done with an option.
#[must_use]
pub fn decision(locale: Locale, decision: Decision) -> String {
    match (locale, decision) {
        (Locale::Zh, Decision::Allowed) => "可以达成".to_owned(),
        (Locale::Zh, Decision::NeedsApproval(by)) => format!("需{}审批", role(locale, by)),
        (Locale::Zh, Decision::Refused) => "暂不能达成".to_owned(),
        (Locale::En, Decision::Allowed) => "Allowed".to_owned(),
        (Locale::En, Decision::NeedsApproval(by)) => {
            format!("Needs approval: {}", role(locale, by))
        }
        (Locale::En, Decision::Refused) => "Not allowed".to_owned(),
    }
}

/// Who may say yes.
#[must_use]
pub const fn role(locale: Locale, role: Role) -> &'static str {
    let (zh, en) = match role {
        Role::Agent => ("经办人", "agent"),
        Role::Supervisor => ("主管", "supervisor"),
        Role::Manager => ("经理", "manager"),
    };
    locale.pick(zh, en)
}

fn quantity(locale: Locale, value: &Quantity, currency: Currency) -> String {
    let bracketed = |outer: String, inner: String| match locale {
        Locale::Zh => format!("{outer}（{inner}）"),
        Locale::En => format!("{outer} ({inner})"),
    };
    match *value {
        Quantity::Money(amount) | Quantity::Accrual { amount, rate: None } => {
            money(locale, amount, currency)
        }
        Quantity::Part { amount, share } => {
            bracketed(money(locale, amount, currency), rounded_percent(share))
        }
        Quantity::Accrual {
            amount,
            rate: Some(yearly),
        } => bracketed(money(locale, amount, currency), yearly_rate(locale, yearly)),
        Quantity::Rate(yearly) => yearly_rate(locale, yearly),
        Quantity::Days(size) => days(locale, size),
        Quantity::Months(size) => months(locale, size),
        Quantity::Payments(size) => payments(locale, size),
        Quantity::Promises(size) | Quantity::Times(size) => match locale {
            Locale::Zh => format!("{}次", number(u64::from(size))),
            Locale::En => number(u64::from(size)),
        },
        Quantity::Running(size) => match locale {
            Locale::Zh => format!("连续{}", payments(locale, size)),
            Locale::En => format!("{} in a row", payments(locale, size)),
        },
        Quantity::Day(day) => date(locale, day),
        Quantity::Evidence(papers) => noted::papers(locale, papers),
        Quantity::Strategies(used) => noted::strategies(locale, used),
        Quantity::Consent(said) => noted::consent(locale, said).to_owned(),
        Quantity::Multiple(multiple) => times(locale, multiple),
        Quantity::Band { from, to } => match locale {
            Locale::Zh => format!("{}至{}", plain(from), times(locale, to)),
            Locale::En => format!("{} to {}", plain(from), times(locale, to)),
        },
        Quantity::Frequency(step) => frequency(locale, step),
        Quantity::Frequencies(steps) => {
            let mut names: Vec<String> = steps.iter().map(|step| frequency(locale, step)).collect();
            if steps.agreed_days() {
                names.push(agreed_days(locale).to_owned());
            }
            list(locale, &names)
        }
        Quantity::OwnDates => agreed_days(locale).to_owned(),
        Quantity::Unmeasured | Quantity::OutOfRange => String::new(),
    }
}

pub(super) const fn agreed_days(locale: Locale) -> &'static str {
    locale.pick("逐笔约定日期", "on days agreed one by one")
}

/// The share or rate of a value that has one beside its amount; otherwise the value.
fn share_alone(locale: Locale, value: &Quantity, currency: Currency) -> String {
    match *value {
        Quantity::Part { share, .. } => rounded_percent(share),
        Quantity::Accrual {
            rate: Some(yearly), ..
        } => yearly_rate(locale, yearly),
        _ => quantity(locale, value, currency),
    }
}

/// The amount of a value that has a share or rate beside it; otherwise the value.
fn amount_alone(locale: Locale, value: &Quantity, currency: Currency) -> String {
    match *value {
        Quantity::Part { amount, .. } | Quantity::Accrual { amount, .. } => {
            money(locale, amount, currency)
        }
        _ => quantity(locale, value, currency),
    }
}

pub(super) fn times(locale: Locale, multiple: Decimal) -> String {
    match locale {
        Locale::Zh => format!("{}倍", plain(multiple)),
        Locale::En => format!("{} times", plain(multiple)),
    }
}

pub(super) fn yearly_rate(locale: Locale, yearly: Rate) -> String {
    let percent = hundredths(yearly.as_decimal());
    match locale {
        Locale::Zh => format!("年化{percent}"),
        Locale::En => format!("{percent} a year"),
    }
}

fn rounded_percent(share: Share) -> String {
    hundredths(Decimal::new(share.scaled(), 10))
}

/// A fraction in percent with at most two decimals: `20%`, `4.03%`.
fn hundredths(fraction: Decimal) -> String {
    let text = rate_decimal(fraction, 2);
    let bare = text.trim_end_matches('%');
    format!("{}%", bare.trim_end_matches('0').trim_end_matches('.'))
}

fn plain(multiple: Decimal) -> String {
    multiple.round_dp(4).normalize().to_string()
}
