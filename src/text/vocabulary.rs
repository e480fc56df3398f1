//! The field's words for what the engine knows by name. English words stand in lower case, as inside a sentence.

use super::Locale;
use super::format::{money, number, percent};
use crate::agreement::Zone;
use crate::engine::calendar::{DayCount, Frequency, Unit};
use crate::engine::claim::{Component, Jurisdiction, Order, Product, Stage};
use crate::engine::money::{Currency, Rounding};
use crate::engine::plan::{
    Carry, DeferralInterest, FlatPrincipal, InterestBasis, Repayment, RowKind, VestingKind, Waiver,
    WhileKept,
};
use crate::engine::rules::DutyTopic;

/// A word or phrase with its first letter as at the head of a line. Chinese stays as it is.
#[must_use]
pub fn heading(phrase: &str) -> String {
    let mut letters = phrase.chars();
    match letters.next() {
        Some(first) => first.to_uppercase().chain(letters).collect(),
        None => String::new(),
    }
}

/// Things named one after another: `本金、利息和罚息`, `principal, interest and penalty interest`.
#[must_use]
pub fn list<T: AsRef<str>>(locale: Locale, items: &[T]) -> String {
    let (comma, and) = match locale {
        Locale::Zh => ("、", "和"),
        Locale::En => (", ", " and "),
    };
    let mut text = String::new();
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            text.push_str(if place + 1 == items.len() { and } else { comma });
        }
        text.push_str(item.as_ref());
    }
    text
}

/// A component of a claim.
#[must_use]
pub const fn component(locale: Locale, component: Component) -> &'static str {
    let (zh, en) = match component {
        Component::Principal => ("本金", "principal"),
        Component::Interest => ("利息", "interest"),
        Component::Penalty => ("罚息", "penalty interest"),
        Component::Compound => ("复利", "compound interest"),
        Component::Charges => ("违约金", "late charges"),
        Component::Costs => ("实现债权的费用", "costs of enforcement"),
    };
    locale.pick(zh, en)
}

/// An order of components, first settled first.
#[must_use]
pub fn order(locale: Locale, order: Order) -> String {
    let names = order.components().map(|part| component(locale, part));
    names.join(locale.pick("、", ", "))
}

/// The age of a debt in bands.
#[must_use]
pub const fn stage(locale: Locale, stage: Stage) -> &'static str {
    let (zh, en) = match stage {
        Stage::M0 => ("未逾期", "not past due"),
        Stage::M1 => ("逾期1至30天", "1 to 30 days past due"),
        Stage::M2 => ("逾期31至60天", "31 to 60 days past due"),
        Stage::M3 => ("逾期61至90天", "61 to 90 days past due"),
        Stage::M3Plus => ("逾期超过90天", "more than 90 days past due"),
    };
    locale.pick(zh, en)
}

/// How principal and interest share an instalment.
#[must_use]
pub const fn repayment(locale: Locale, repayment: &Repayment) -> &'static str {
    let (zh, en) = match repayment {
        Repayment::EqualInstalment => ("等额本息", "equal instalments"),
        Repayment::EqualPrincipal => ("等额本金", "equal principal"),
        Repayment::InterestFirst => ("先息后本", "interest first, principal at the end"),
        Repayment::Balloon(_) => ("等额加尾款", "equal instalments with a balloon"),
        Repayment::Stepped { .. } => ("递增或递减", "payments that rise or fall"),
        Repayment::Flat(_) => ("等本等费", "flat interest on the whole principal"),
        Repayment::OneOff => ("到期一次还本付息", "everything with the last payment"),
        Repayment::InterestLast => ("先本后息", "principal first, all interest at the end"),
        Repayment::MinimumFirst { .. } => ("前几期少还", "smaller payments first"),
        Repayment::Custom { .. } => ("每期金额自定", "an amount agreed for each"),
    };
    locale.pick(zh, en)
}

/// How principal and flat interest share the payments.
#[must_use]
pub const fn flat_share(locale: Locale, principal: FlatPrincipal) -> &'static str {
    let (zh, en) = match principal {
        FlatPrincipal::EqualParts => ("每期本金相同", "equal parts of principal"),
        FlatPrincipal::LevelInstalment => ("每期还款额相同", "equal payments"),
    };
    locale.pick(zh, en)
}

/// What the time of a plan costs if the plan breaks.
#[must_use]
pub const fn while_kept(locale: Locale, treatment: WhileKept) -> &'static str {
    let (zh, en) = match treatment {
        WhileKept::ReleasedOnCompletion => (
            "照合同计息，付清后免除",
            "the contract accrues, waived on completion",
        ),
        WhileKept::AccruesUncharged => (
            "只计合同利息，不计罚息和违约金",
            "contract interest only, no penalty or charges",
        ),
        WhileKept::NoAccrual => ("停息，不产生任何费用", "nothing accrues"),
        WhileKept::PlanRate => ("只按方案利率计息", "interest at the plan's rate only"),
    };
    locale.pick(zh, en)
}

/// When a waiver takes effect.
#[must_use]
pub const fn vesting(locale: Locale, kind: VestingKind) -> &'static str {
    let (zh, en) = match kind {
        VestingKind::OnCompletion => ("全部付清时生效", "when everything is paid"),
        VestingKind::ProRata => ("按已付比例逐步生效", "in proportion to what is paid"),
        VestingKind::Milestones => ("分步生效", "by steps"),
        VestingKind::AtOnce => ("达成方案时生效", "when the plan is agreed"),
    };
    locale.pick(zh, en)
}

/// How often an instalment falls due.
#[must_use]
pub fn frequency(locale: Locale, frequency: Frequency) -> String {
    let every = frequency.every();
    let (zh, en) = match (every, frequency.unit()) {
        (1, Unit::Weeks) => ("每周", "weekly"),
        (2, Unit::Weeks) => ("每两周", "fortnightly"),
        (1, Unit::HalfMonths) => ("每半个月", "twice a month"),
        (1, Unit::Months) => ("每月", "monthly"),
        (1, Unit::Days) => ("每天", "daily"),
        (_, unit) => {
            let (zh, en) = match unit {
                Unit::Days => ("天", "days"),
                Unit::Weeks => ("周", "weeks"),
                // 每3个半月 would read as three and a half months.
                Unit::HalfMonths => ("个“半月期”", "half-months"),
                Unit::Months => ("个月", "months"),
            };
            let every = number(u64::from(every));
            return match locale {
                Locale::Zh => format!("每{every}{zh}"),
                Locale::En => format!("every {every} {en}"),
            };
        }
    };
    locale.pick(zh, en).to_owned()
}

/// What happens to interest until the instalments start.
#[must_use]
pub const fn deferral(locale: Locale, treatment: DeferralInterest) -> &'static str {
    let (zh, en) = match treatment {
        DeferralInterest::Accrues => ("延期期间照常计息", "interest runs on meanwhile"),
        DeferralInterest::Frozen => ("延期期间停息", "no interest meanwhile"),
        DeferralInterest::Capitalised => (
            "延期期间的利息转入本金",
            "interest meanwhile is added to principal",
        ),
    };
    locale.pick(zh, en)
}

/// What happens to arrears other than principal.
#[must_use]
pub const fn carry(locale: Locale, carry: Carry) -> &'static str {
    let (zh, en) = match carry {
        Carry::Spread => (
            "分摊到各期，不计息",
            "spread over the instalments, without interest",
        ),
        Carry::First => ("随第一期一并支付", "paid in full with the first instalment"),
        Carry::Capitalised => (
            "转入本金，按方案利率计息",
            "added to principal, at the plan's rate",
        ),
    };
    locale.pick(zh, en)
}

/// The same in a plan whose payments may be given one by one: what is spread is then settled as they come.
#[must_use]
pub const fn carry_in_plan(locale: Locale, carried: Carry, as_given: bool) -> &'static str {
    match carried {
        Carry::Spread if as_given => locale.pick(
            "由约定的各笔款项依次冲还，不计息",
            "settled by the agreed payments as they come, without interest",
        ),
        _ => carry(locale, carried),
    }
}

/// What is given up: nothing, a share or an amount.
#[must_use]
pub fn waiver(locale: Locale, waiver: Waiver, currency: Currency) -> String {
    match waiver {
        Waiver::Nothing => locale.pick("不减免", "nothing").to_owned(),
        Waiver::Share(share) => percent(share),
        Waiver::Amount(amount) => money(locale, amount, currency),
    }
}

/// A kind of debt.
#[must_use]
pub const fn product(locale: Locale, product: Product) -> &'static str {
    let (zh, en) = match product {
        Product::CreditCard => ("信用卡", "credit card"),
        Product::BankLoan => ("银行分期贷款", "bank instalment loan"),
        Product::MicroLoan => ("小额贷款", "small loan"),
        Product::Receivable => ("应收账款", "trade or service receivable"),
        Product::PersonalLoan => ("个人贷款", "personal loan"),
        Product::PrivateLoan => ("民间借贷", "private loan"),
    };
    locale.pick(zh, en)
}

/// Whose law governs the debt.
#[must_use]
pub const fn jurisdiction(locale: Locale, place: Jurisdiction) -> &'static str {
    let (zh, en) = match place {
        Jurisdiction::China => ("中国大陆", "mainland China"),
        Jurisdiction::Britain => ("英国", "Great Britain"),
        Jurisdiction::UnitedStates => ("美国", "United States"),
    };
    locale.pick(zh, en)
}

/// What a duty of a pack is about.
#[must_use]
pub const fn duty_topic(locale: Locale, topic: DutyTopic) -> &'static str {
    let (zh, en) = match topic {
        DutyTopic::Allocation => ("冲还顺序", "order of settlement"),
        DutyTopic::Interest => ("计息", "interest"),
        DutyTopic::EarlyRepayment => ("提前还款", "early repayment"),
        DutyTopic::Extension => ("展期", "extension"),
        DutyTopic::Waiver => ("减免", "waiver"),
        DutyTopic::Forbearance => ("困难帮扶", "help in difficulty"),
        DutyTopic::Affordability => ("还款能力", "affordability"),
        DutyTopic::Guarantee => ("保证", "guarantee"),
        DutyTopic::Limitation => ("诉讼时效", "limitation"),
        DutyTopic::Contact => ("联系", "contact"),
        DutyTopic::Payment => ("付款", "payment"),
        DutyTopic::Documents => ("文件", "documents"),
        DutyTopic::Signature => ("电子签名", "electronic signature"),
        DutyTopic::Data => ("个人信息", "personal data"),
        DutyTopic::Decision => ("自动化决定", "automated decision"),
        DutyTopic::Advice => ("免费咨询", "free advice"),
        DutyTopic::Tax => ("税务", "tax"),
    };
    locale.pick(zh, en)
}

/// How days become parts of a year.
#[must_use]
pub const fn day_count(locale: Locale, day_count: DayCount) -> &'static str {
    let (zh, en) = match day_count {
        DayCount::Act365Fixed => ("实际天数/365", "actual days over 365"),
        DayCount::Act360 => ("实际天数/360", "actual days over 360"),
        DayCount::Act364 => ("实际天数/364", "actual days over 364"),
        DayCount::ActActIsda => (
            "实际天数/当年实际天数",
            "actual days over the days of their year",
        ),
        DayCount::ActActDec31 => (
            "实际天数/当年实际天数（12月31日计入次年）",
            "actual days over the days of their year, 31 December in the next",
        ),
        DayCount::ActActFeb29 => (
            "实际天数/365，含2月29日的期间/366",
            "actual days over 365, or over 366 with 29 February in the period",
        ),
        DayCount::Thirty360BondBasis => ("每月30天/360", "months of 30 days over 360"),
        DayCount::Thirty360Us => (
            "每月30天/360（美式）",
            "months of 30 days over 360 (United States)",
        ),
        DayCount::ThirtyE360 => (
            "每月30天/360（欧式）",
            "months of 30 days over 360 (Eurobond)",
        ),
        DayCount::WholeMonth => (
            "整月按1/12年计，余下天数按实际天数/365计",
            "whole months as 1/12 of a year, days left over as actual days over 365",
        ),
    };
    locale.pick(zh, en)
}

/// How the periods of a plan are counted for interest.
#[must_use]
pub fn basis(locale: Locale, basis: InterestBasis) -> String {
    match (basis, locale) {
        (InterestBasis::Periodic, Locale::Zh) => "每期等长，一个月按1/12年计".to_owned(),
        (InterestBasis::Periodic, Locale::En) => {
            "every period counts alike, a month as 1/12 of a year".to_owned()
        }
        (InterestBasis::Daily(by_day), _) => day_count(locale, by_day).to_owned(),
    }
}

/// How amounts become whole minor units.
#[must_use]
pub const fn rounding(locale: Locale, rounding: Rounding) -> &'static str {
    let (zh, en) = match rounding {
        Rounding::HalfUp => ("四舍五入", "rounded to the nearest, a half upwards"),
        Rounding::HalfEven => (
            "四舍六入五成双",
            "rounded to the nearest, a half to the even neighbour",
        ),
        Rounding::TowardZero => ("舍去尾数", "rounded down"),
        Rounding::AwayFromZero => ("有尾数即进一", "rounded up"),
    };
    locale.pick(zh, en)
}

/// What a line of a schedule is.
#[must_use]
pub const fn row_kind(locale: Locale, kind: RowKind) -> &'static str {
    let (zh, en) = match kind {
        RowKind::DownPayment => ("首付款", "down payment"),
        RowKind::Deferral => ("延期利息", "interest before the start"),
        RowKind::Instalment => ("分期", "instalment"),
        RowKind::LumpSum => ("一次性结清", "lump sum"),
    };
    locale.pick(zh, en)
}

/// The clock of the document.
#[must_use]
pub const fn zone(locale: Locale, zone: Zone) -> &'static str {
    let (zh, en) = match zone {
        Zone::Beijing => ("北京时间（UTC+8）", "Beijing time (UTC+8)"),
        Zone::London => ("伦敦时间（UTC）", "London time (UTC)"),
        Zone::LondonSummer => ("伦敦夏令时（UTC+1）", "London summer time (UTC+1)"),
        Zone::NewYork => ("纽约时间（UTC−5）", "New York time (UTC−5)"),
        Zone::NewYorkSummer => ("纽约夏令时（UTC−4）", "New York summer time (UTC−4)"),
    };
    locale.pick(zh, en)
}
