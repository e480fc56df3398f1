//! Words for what is noted beside a debt: the customer, papers, the guarantor, a debit that failed; and for strategies.

use super::Locale;
use super::format::{money, number};
use super::vocabulary::list;
use crate::engine::claim::{CustomerType, Evidence, Guarantor};
use crate::engine::fields::{CodeSet, Coded};
use crate::engine::money::{Currency, Money};
use crate::engine::rules::{LimitKind, Strategy};

/// A type of customer.
#[must_use]
pub const fn customer_type(locale: Locale, kind: CustomerType) -> &'static str {
    let (zh, en) = match kind {
        CustomerType::WillingAble => (
            "客户愿意还款且有能力",
            "a customer who is willing and able to pay",
        ),
        CustomerType::WillingUnable => (
            "客户愿意还款但暂无能力",
            "a customer who is willing and not able to pay now",
        ),
        CustomerType::UnwillingAble => (
            "客户有能力但暂不愿还款",
            "a customer who is able and not ready to pay yet",
        ),
        CustomerType::UnwillingUnable => (
            "客户暂无能力也暂不愿还款",
            "a customer who is neither able nor ready to pay yet",
        ),
    };
    locale.pick(zh, en)
}

/// A paper that shows how a borrower stands.
#[must_use]
pub const fn paper(locale: Locale, paper: Evidence) -> &'static str {
    let (zh, en) = match paper {
        Evidence::Identity => ("身份证明", "proof of identity"),
        Evidence::Income => ("收入证明", "proof of income"),
        Evidence::Spending => ("支出明细", "a list of spending"),
        Evidence::Hardship => ("困难情况说明", "an account of the hardship"),
        Evidence::Unemployment => ("失业证明", "proof that a job was lost"),
        Evidence::Illness => ("医疗证明", "medical papers"),
        Evidence::Disaster => ("受灾证明", "proof of the disaster"),
        Evidence::Fraud => ("受骗报案回执", "a report of the fraud"),
        Evidence::OtherDebts => ("其他债务清单", "a list of other debts"),
        Evidence::Assets => ("资产证明", "a list of what is owned"),
        Evidence::Business => ("经营情况材料", "figures of the business"),
        Evidence::Recovery => (
            "恢复还款能力的材料",
            "papers that show when payment can be expected again",
        ),
    };
    locale.pick(zh, en)
}

/// Some papers; none of them by a word of its own.
#[must_use]
pub fn papers(locale: Locale, papers: CodeSet<Evidence>) -> String {
    named(locale, papers, paper)
}

/// A strategy for settling a debt.
#[must_use]
pub const fn strategy(locale: Locale, strategy: Strategy) -> &'static str {
    let (zh, en) = match strategy {
        Strategy::LumpSum => ("一次性结清", "one payment"),
        Strategy::Instalments => ("分期还款", "instalments"),
        Strategy::Deferral => ("延期还款", "a later start"),
        Strategy::Waiver => ("减免", "a waiver"),
        Strategy::Discount => ("折扣", "a discount"),
        Strategy::RateCut => ("降低利率", "a lower rate"),
        Strategy::Freeze => ("停息", "an interest freeze"),
    };
    locale.pick(zh, en)
}

/// Some strategies.
#[must_use]
pub fn strategies(locale: Locale, strategies: CodeSet<Strategy>) -> String {
    named(locale, strategies, strategy)
}

fn named<T: Coded>(
    locale: Locale,
    words: CodeSet<T>,
    name: impl Fn(Locale, T) -> &'static str,
) -> String {
    if words.is_empty() {
        return locale.pick("无", "none").to_owned();
    }
    let names: Vec<&str> = words.iter().map(|word| name(locale, word)).collect();
    list(locale, &names)
}

/// What a guarantor said.
#[must_use]
pub const fn consent(locale: Locale, said: Guarantor) -> &'static str {
    match said {
        Guarantor::Consented => locale.pick("书面同意", "agreed in writing"),
        Guarantor::NotAsked => locale.pick("尚未征求意见", "not asked yet"),
    }
}

/// What is said where nothing is missing of what stands around a debt.
pub(super) fn met(locale: Locale, kind: LimitKind, limit: &str) -> String {
    match (locale, kind) {
        (Locale::Zh, LimitKind::GuarantorConsent) => "保证人已书面同意。".to_owned(),
        (Locale::En, LimitKind::GuarantorConsent) => {
            "The guarantor has agreed in writing.".to_owned()
        }
        (Locale::Zh, LimitKind::Moratorium) => format!("自{limit}起可以提出方案。"),
        (Locale::En, LimitKind::Moratorium) => format!("Offers may be made from {limit} on."),
        (Locale::Zh, _) => format!("已有所需材料：{limit}。"),
        (Locale::En, _) => format!("What is needed is at hand: {limit}."),
    }
}

/// The penalty interest of debits that failed on the lender's side, which is not owed.
#[must_use]
pub fn penalty_not_owed(
    locale: Locale,
    debits: usize,
    amount: Money,
    currency: Currency,
) -> String {
    let debits = u64::try_from(debits).unwrap_or(u64::MAX);
    let amount = money(locale, amount, currency);
    match (locale, debits) {
        (Locale::Zh, _) => format!(
            "另有罚息{amount}因出借方{}次未能成功扣款而产生，不计入欠款；这不是减免。",
            number(debits)
        ),
        (Locale::En, 1) => format!(
            "{amount} of penalty interest came of a debit that failed on the lender's side: it is not owed, and leaving it out is no concession."
        ),
        (Locale::En, _) => format!(
            "{amount} of penalty interest came of {} debits that failed on the lender's side: it is not owed, and leaving it out is no concession.",
            number(debits)
        ),
    }
}
