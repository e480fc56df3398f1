//! The sentences of an agreement: one file per language, each complete in itself.
//!
//! Tables (what is owed, the schedule, what is owed if payments stop) have a sentence here that leads to them; their
//! figures are set out by whoever shows the document.

mod condition_en;
mod condition_zh;
mod en;
mod zh;

use super::Locale;
use crate::agreement::{Clause, FieldId};
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

/// What a clause says, sentence by sentence; never empty.
#[must_use]
pub fn sentences(locale: Locale, clause: &Clause, currency: Currency) -> Vec<String> {
    match locale {
        Locale::Zh => zh::sentences(clause, currency),
        Locale::En => en::sentences(clause, currency),
    }
}
