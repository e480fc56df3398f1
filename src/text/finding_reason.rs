//! Why a rule says nothing, and why a pack cannot judge at all.

use super::Locale;
use super::format::{days, money};
use super::noted::customer_type;
use super::vocabulary::product;
use crate::engine::money::Currency;
use crate::engine::rules::{Unfit, Why};

/// Why a rule says nothing about an option.
#[must_use]
pub const fn why(locale: Locale, why: Why) -> &'static str {
    let (zh, en) = match why {
        Why::OtherProduct => (
            "适用于其他类型的债务",
            "it is written for other kinds of debt",
        ),
        Why::OtherDaysPastDue => (
            "适用于其他逾期天数",
            "it is written for debts past due for another time",
        ),
        Why::OtherBalance => (
            "适用于其他金额的欠款",
            "it is written for debts of another size",
        ),
        Why::OtherStrategy => (
            "适用于其他还款方式",
            "it is written for other ways to settle a debt",
        ),
        Why::OtherSegment => (
            "适用于其他分组的案件",
            "it is written for another segment of cases",
        ),
        Why::PaidInOneSum => ("款项一次付清", "everything is paid in one sum"),
        Why::SinglePayment => ("只有一期付款", "there is only one payment"),
        Why::NothingOwed => ("没有这项欠款", "nothing is owed of it"),
        Why::NothingFinanced => ("没有需要分期的余额", "no balance is left to pay over time"),
        Why::NoPenaltyRate => (
            "合同没有可比较的罚息利率",
            "the contract has no penalty rate to compare",
        ),
        Why::NoPenaltyCollected => ("本方案不收取罚息", "the plan collects no penalty interest"),
        Why::NotPastDue => ("没有逾期", "nothing is past due"),
        Why::CustomerNotNoted => (
            "尚未记录客户情况",
            "nothing is noted about the customer yet",
        ),
        Why::OtherCustomer => (
            "适用于其他情况的客户",
            "it is about customers in another position",
        ),
        Why::NotNoted => ("本案没有记录这一项", "the case notes nothing of it"),
        Why::OfferTermUnknown => (
            "尚不知道方案如何提出",
            "it is not known yet how the option is offered",
        ),
        Why::PackUnfit => (
            "该规则包不能用于本案",
            "its rule pack cannot judge this case",
        ),
    };
    locale.pick(zh, en)
}

/// Which pack cannot judge, before the sentence that says why.
#[must_use]
pub fn unfit_pack(locale: Locale, name: &str, id: &str) -> String {
    match locale {
        Locale::Zh => format!("{name}（{id}）："),
        Locale::En => format!("{name} ({id}): "),
    }
}

/// Why a pack cannot judge a claim, and what to do.
#[must_use]
pub fn unfit(locale: Locale, unfit: Unfit, currency: Currency) -> String {
    let (zh, en) = match unfit {
        Unfit::NoPack => (
            "没有可用的规则包，请先选择一个。",
            "There is no rule pack to check against: choose one.",
        ),
        Unfit::NotInForce => (
            "规则包在截至日期当天尚未生效或已经失效，请选择当时有效的规则包。",
            "A rule pack is not in force on the as-of date: choose one that is.",
        ),
        Unfit::OtherCurrency => (
            "规则包使用的是另一种货币，请选择相同货币的规则包。",
            "A rule pack is in another currency: choose one in the currency of the case.",
        ),
        Unfit::OtherProduct => (
            "规则包不是为这类债务制定的，请选择适用的规则包。",
            "A rule pack is written for other kinds of debt: choose one for this kind.",
        ),
        Unfit::NoSegment {
            product: kind,
            days_past_due,
            owed,
            customer,
        } => {
            let kind = product(locale, kind);
            let age = days(locale, u32::try_from(days_past_due).unwrap_or(0));
            let owed = owed.map_or_else(String::new, |owed| money(locale, owed, currency));
            let customer = match customer {
                Some(customer) => customer_type(locale, customer),
                None => locale.pick("尚未记录客户情况", "a customer of whom nothing is noted"),
            };
            return match locale {
                Locale::Zh => format!(
                    "规则包的分组没有覆盖本案：{kind}、逾期{age}、欠款{owed}、{customer}。请补上这一分组，或选择覆盖它的规则包。"
                ),
                Locale::En => format!(
                    "No segment of a rule pack covers this case: {kind}, {age} past due, {owed} owed, {customer}. Add such a segment, or choose a pack that has one."
                ),
            };
        }
    };
    locale.pick(zh, en).to_owned()
}
