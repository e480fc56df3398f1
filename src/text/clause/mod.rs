//! The sentences of an agreement: one file per language, each complete in itself.
//!
//! Tables (what is owed, the schedule, what is owed if payments stop) have a sentence here that leads to them; their
//! figures are set out by whoever shows the document.

mod condition_en;
mod condition_zh;
mod en;
mod special_en;
mod special_zh;
mod zh;

use super::Locale;
use crate::agreement::{Clause, FieldId, Profile};
use crate::engine::money::Currency;

/// The heading of a field.
#[must_use]
pub const fn field_title(locale: Locale, field: FieldId) -> &'static str {
    let (zh, en) = match field {
        FieldId::Creditor => ("债权人", "Creditor"),
        FieldId::Borrower => ("债务人与合同", "Borrower and contract"),
        FieldId::AsOf => ("截至日期", "As-of date"),
        FieldId::Owed => ("欠款明细", "What is owed"),
        FieldId::Concessions => ("附条件减免", "Conditional waiver"),
        FieldId::Payments => ("还款计划", "Payments"),
        FieldId::Totals => ("合计", "Totals"),
        FieldId::Interest => ("方案期间的利息", "Interest during the plan"),
        FieldId::Allocation => ("冲还顺序", "Order of allocation"),
        FieldId::Remainder => ("取整与尾差", "Rounding and remainder"),
        FieldId::MissedPayment => ("未按时还款", "If a payment is missed"),
        FieldId::RemainingBalance => ("剩余欠款", "Any remaining balance"),
        FieldId::CreditReporting => ("信用记录", "Credit reporting"),
        FieldId::EarlySettlement => ("提前还款", "Paying early"),
        FieldId::Channels => ("付款渠道", "Where to pay"),
        FieldId::Expiry => ("有效期", "Offer open until"),
        FieldId::Status => ("状态", "Status"),
        FieldId::Contacts => ("投诉、异议与咨询", "Complaints, disputes and advice"),
        FieldId::Copy => ("文本留存", "Your copy"),
        FieldId::Versions => ("规则与版本", "Rules and versions"),
        FieldId::Verification => ("核对方法", "How to verify"),
        FieldId::Conventions => ("约定与限制", "Conventions and limits"),
    };
    locale.pick(zh, en)
}

/// The heading of a field in a document of a profile: where the law has its own list of contents, its words.
#[must_use]
pub const fn section_title(locale: Locale, profile: Profile, field: FieldId) -> &'static str {
    let (zh, en) = match (profile, field) {
        (Profile::CnCard, FieldId::Owed) => (
            "欠款余额、结构和币种",
            "Balance, its structure and currency",
        ),
        (Profile::CnCard, FieldId::Payments) => (
            "还款周期、方式、币种、日期和每期金额",
            "Period, method, currency, dates and each amount",
        ),
        (Profile::CnCard, FieldId::Interest) => (
            "利息、年费和其他费用",
            "Interest, annual fee and other fees",
        ),
        (Profile::CnCard, FieldId::RemainingBalance) => (
            "结清前的承诺与剩余欠款",
            "Until it is settled, and what remains",
        ),
        (Profile::CnCard, FieldId::MissedPayment) => {
            ("双方权利义务与违约责任", "Rights, duties and breach")
        }
        (Profile::Gb, FieldId::RemainingBalance) => {
            ("付清之前债务继续存在", "The debt until it is settled")
        }
        (Profile::Us, FieldId::Owed) => ("欠款构成", "Itemisation of the debt"),
        _ => return field_title(locale, field),
    };
    locale.pick(zh, en)
}

/// What a clause says, sentence by sentence; never empty.
#[must_use]
pub fn sentences(locale: Locale, clause: &Clause, currency: Currency) -> Vec<String> {
    match locale {
        Locale::Zh => zh::sentences(clause, currency),
        Locale::En => en::sentences(clause, currency),
    }
}
