//! What types, signs, approaches and the test of recovery are called.

use super::super::Locale;
use super::super::format::months;
use crate::engine::claim::{Approach, CustomerType, Recovery, Sign};

/// A type of customer.
#[must_use]
pub const fn customer_type(locale: Locale, customer: CustomerType) -> &'static str {
    let (zh, en) = match customer {
        CustomerType::WillingAble => ("有意愿、有能力", "willing, able"),
        CustomerType::WillingUnable => ("有意愿、暂无能力", "willing, not able for now"),
        CustomerType::UnwillingAble => ("有能力、意愿不足", "able, not willing so far"),
        CustomerType::UnwillingUnable => {
            ("意愿不足、暂无能力", "not willing so far, not able for now")
        }
    };
    locale.pick(zh, en)
}

/// Something noted on a call.
#[must_use]
pub const fn sign(locale: Locale, sign: Sign) -> &'static str {
    let (zh, en) = match sign {
        Sign::NoDate => ("说不出具体日期", "names no day"),
        Sign::PromiseNotKept => ("答应过但没有做到", "a promise was not kept"),
        Sign::ReasonsChange => ("每次原因不一样", "reasons change"),
        Sign::RefusesPapers => ("不愿提供材料", "shows no papers"),
        Sign::MovesAssets => ("转移财产", "moves assets away"),
        Sign::IncomeFalls => ("收入或销售下降", "income or sales fall"),
        Sign::ReceivablesUnpaid => (
            "自己的应收款没有收回",
            "is owed money that does not come in",
        ),
        Sign::Illness => ("本人或家人生病", "illness in the household"),
        Sign::OverlappingDebts => ("多笔债务同时到期", "several debts due together"),
        Sign::Disaster => ("遭遇灾害", "a disaster"),
        Sign::FraudVictim => ("被诈骗", "was defrauded"),
    };
    locale.pick(zh, en)
}

/// A way to help, or to proceed.
#[must_use]
pub const fn approach(locale: Locale, approach: Approach) -> &'static str {
    let (zh, en) = match approach {
        Approach::Reminder => ("提醒日期和金额", "remind of date and amount"),
        Approach::Autopay => ("自动扣款", "payment from the account"),
        Approach::EarlyPart => ("提前还一部分", "a part paid early"),
        Approach::RewardOnTime => ("按时还款的优惠", "something for paying on time"),
        Approach::GraceDays => ("宽限几天", "a few days' grace"),
        Approach::MinimumFirst => ("先还最低部分", "the minimum first"),
        Approach::DateChange => ("调整还款日", "another day of the month"),
        Approach::Instalments => ("分期", "instalments"),
        Approach::Deferral => ("延后开始", "a later start"),
        Approach::Restructuring => ("债务重组", "new terms for the whole debt"),
        Approach::CashFlowHelp => ("帮助周转，例如催收客户自己的应收款", "help with cash flow"),
        Approach::AddedSecurity => ("增加担保后重新排期", "a new schedule with security"),
        Approach::PenaltyRelief => (
            "以首付款或一次结清换取罚息减免",
            "penalty relief against a down payment or one sum",
        ),
        Approach::OtherFunding => ("成本更低的其他资金", "money from elsewhere that costs less"),
        Approach::Settlement => ("一次性结清", "one sum that settles it"),
        Approach::RealiseAssets => (
            "共同以最合适的方式处置资产",
            "assets sold together, in the best way for both",
        ),
        Approach::FindOutWhy => ("先问清原因", "find out why"),
        Approach::FirmerFacts => ("说明事实，语气更明确", "facts, more firmly"),
        Approach::FormalSteps => ("正式程序", "formal steps"),
        Approach::RecordAndLearn => ("记录并总结", "record and learn"),
    };
    locale.pick(zh, en)
}

/// What the test of recovery says.
#[must_use]
pub fn recovery(locale: Locale, recovery: Recovery) -> String {
    match recovery {
        Recovery::Expected => locale
            .pick(
                "预计可以恢复，并有材料说明：可以给更多时间。",
                "Recovery is expected, and papers show it: more time can be given.",
            )
            .to_owned(),
        Recovery::NotShown => locale
            .pick(
                "对方表示可以恢复，还需要材料说明。",
                "Recovery is expected; papers are still to show it.",
            )
            .to_owned(),
        Recovery::TooLate { months: in_months, horizon } => {
            let (in_months, horizon) = (months(locale, in_months), months(locale, horizon));
            match locale {
                Locale::Zh => format!(
                    "预计{in_months}后恢复，超过{horizon}：不为延期而延期，一起看怎样处置资产最合适。"
                ),
                Locale::En => format!(
                    "Recovery is expected in {in_months}, beyond {horizon}: no extension for its own sake; look together for the best way to use what there is."
                ),
            }
        }
        Recovery::NotInSight => locale
            .pick(
                "目前看不到恢复的时间：不为延期而延期，一起看怎样处置资产最合适。",
                "Nobody can say when: no extension for its own sake; look together for the best way to use what there is.",
            )
            .to_owned(),
    }
}
