//! Findings in Chinese.

use super::Locale;
use super::finding::Figures;
use super::finding_condition_zh as condition;
use super::vocabulary::component;
use crate::engine::claim::Component;
use crate::engine::rules::LimitKind;

fn named(part: Component) -> &'static str {
    component(Locale::Zh, part)
}

/// What a rule limits, as a heading.
pub(super) fn title(kind: LimitKind) -> String {
    match kind {
        LimitKind::MinimumSettlement => "最低还款总额".to_owned(),
        LimitKind::WaiverCap(part) => format!("{}减免", named(part)),
        LimitKind::WaiverCapTotal => "减免合计".to_owned(),
        LimitKind::NotWaivable(part) => format!("{}不减免", named(part)),
        LimitKind::NotCapitalisable(part) => format!("{}不转入本金", named(part)),
        LimitKind::MinimumDownPayment => "首付款".to_owned(),
        LimitKind::MaximumInstalments => "还款期数".to_owned(),
        LimitKind::MinimumPayments => "不宜要求一次或很少几次付清".to_owned(),
        LimitKind::MaximumTotalDays | LimitKind::MaximumTermMonths => "方案总时长".to_owned(),
        LimitKind::MaximumDaysBetween => "两次还款的间隔".to_owned(),
        LimitKind::MaximumDaysToFirst => "首次还款日".to_owned(),
        LimitKind::MinimumInstalment => "每期最低金额".to_owned(),
        LimitKind::AllowedFrequencies => "还款频率".to_owned(),
        LimitKind::MaximumDeferralDays => "延期时间".to_owned(),
        LimitKind::BalanceWithinOriginalPrincipal => "新的分期余额".to_owned(),
        LimitKind::AllInCap => "方案的年化成本".to_owned(),
        LimitKind::ArrearsCap => "逾期期间的利息和费用".to_owned(),
        LimitKind::ChargesPerMonth => "违约金金额".to_owned(),
        LimitKind::PenaltyMultipleBand | LimitKind::PenaltyRateCap => "合同罚息利率".to_owned(),
        LimitKind::RecoveryHorizonMonths => "恢复期限".to_owned(),
        LimitKind::BrokenPromises => "过往承诺".to_owned(),
        LimitKind::SkippedPayments
        | LimitKind::MaximumGraceDays
        | LimitKind::Restructures
        | LimitKind::AffordableShare
        | LimitKind::MinimumResidual
        | LimitKind::GuarantorConsent
        | LimitKind::MinimumValue
        | LimitKind::RepaymentBehaviour
        | LimitKind::EvidenceRequired
        | LimitKind::MaximumOfferDays
        | LimitKind::Moratorium
        | LimitKind::LimitationPeriod
        | LimitKind::TotalCostCap
        | LimitKind::TotalWithinRate
        | LimitKind::AllowedStrategies => condition::title(kind).to_owned(),
    }
}

/// What an option misses, and what would mend it (without a full stop).
pub(super) fn broken(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        limit_share,
        limit_amount,
        actual,
        actual_share,
        shortfall,
        ..
    } = figures;
    match kind {
        LimitKind::MinimumSettlement => (too_little_paid(figures), "可以适当减少减免".to_owned()),
        LimitKind::WaiverCap(part) => (
            format!(
                "{}减免超出{shortfall}：规则允许最多{limit_share}，本方案为{actual_share}。",
                named(part)
            ),
            format!("可以把减免或折扣降到{limit_amount}以内"),
        ),
        LimitKind::WaiverCapTotal => (
            format!("减免合计超出{shortfall}：规则允许最多{limit_share}，本方案为{actual_share}。"),
            format!("可以把减免合计降到{limit_amount}以内"),
        ),
        LimitKind::NotWaivable(part) => (
            format!("规则不减免{}，本方案减免了{actual}。", named(part)),
            "可以取消这项减免".to_owned(),
        ),
        LimitKind::NotCapitalisable(part) => (
            format!("{}不能转入本金，本方案转入了{actual}。", named(part)),
            "可以改为分摊到各期".to_owned(),
        ),
        LimitKind::MinimumDownPayment => (
            format!("首付款还差{shortfall}：规则要求首付{limit_share}，目前为{actual_share}。"),
            format!("可以把首付款提高到{limit_amount}"),
        ),
        LimitKind::AllInCap => (
            format!("方案成本为{actual}，规则上限为{limit}，高出{shortfall}。"),
            "可以调低方案利率".to_owned(),
        ),
        LimitKind::ArrearsCap => (
            format!("利息和费用多收了{shortfall}：逾期期间最多可收{limit}，本方案收取{actual}。"),
            format!("可以再减免{shortfall}"),
        ),
        LimitKind::ChargesPerMonth => (
            format!("违约金多收了{shortfall}：逾期期间最多可收{limit}，本方案收取{actual}。"),
            format!("可以再减免{shortfall}"),
        ),
        LimitKind::BalanceWithinOriginalPrincipal => (
            format!("分期余额超出{shortfall}：不超过原本金{limit}，本方案为{actual}。"),
            "可以提高首付款或增加减免".to_owned(),
        ),
        LimitKind::PenaltyMultipleBand => (
            format!("合同罚息利率是合同利率的{actual}，规则范围为{limit}，相差{shortfall}。"),
            "请先核对罚息金额，再与客户沟通".to_owned(),
        ),
        LimitKind::PenaltyRateCap => (
            format!("合同罚息利率为{actual}，规则上限为{limit}，高出{shortfall}。"),
            "请先核对罚息金额，只收取上限以内的部分".to_owned(),
        ),
        LimitKind::BrokenPromises => (
            format!("此前有{actual}承诺未能兑现，规则允许最多{limit}。"),
            "可以先了解原因，再约定一个合适的日期".to_owned(),
        ),
        LimitKind::MaximumInstalments
        | LimitKind::MinimumPayments
        | LimitKind::MaximumTotalDays
        | LimitKind::MaximumTermMonths
        | LimitKind::MaximumDaysBetween
        | LimitKind::MaximumDaysToFirst
        | LimitKind::MinimumInstalment
        | LimitKind::AllowedFrequencies
        | LimitKind::MaximumDeferralDays
        | LimitKind::RecoveryHorizonMonths => timing(kind, figures),
        _ => condition::broken(kind, figures),
    }
}

fn timing(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        actual,
        shortfall,
        ..
    } = figures;
    let (fact, remedy) = match kind {
        LimitKind::MaximumInstalments => (
            format!("多出{shortfall}：规则允许最多{limit}，本方案为{actual}。"),
            "可以减少期数、提高每期金额",
        ),
        LimitKind::MinimumPayments => (
            format!("本方案分{actual}付清，规则建议至少{limit}，相差{shortfall}。"),
            "请同时准备一个每期金额更小的方案",
        ),
        LimitKind::MaximumDaysBetween => (
            format!("两次还款最长相隔{actual}，规则允许最多{limit}，多出{shortfall}。"),
            "可以改用更短的还款间隔",
        ),
        LimitKind::MaximumDaysToFirst => (
            format!("首次还款晚了{shortfall}：规则允许最多等{limit}，本方案为{actual}。"),
            "可以提前首次还款日",
        ),
        LimitKind::MinimumInstalment => (
            format!("每期金额还差{shortfall}：规则要求每期至少{limit}，最小一期为{actual}。"),
            "可以减少期数",
        ),
        LimitKind::AllowedFrequencies => (
            format!("规则没有{actual}还款的安排，可选：{limit}。"),
            "请从中选择一种",
        ),
        LimitKind::MaximumDeferralDays => (
            format!("延期多出{shortfall}：规则允许最多延期{limit}，本方案为{actual}。"),
            "可以提前首次还款日",
        ),
        LimitKind::RecoveryHorizonMonths => (
            format!("比预计的恢复期限长{shortfall}：规则为{limit}，本方案为{actual}。"),
            "可以缩短方案",
        ),
        _ => (
            format!("结束时间晚了{shortfall}：规则允许最多{limit}，本方案为{actual}。"),
            "可以缩短方案或提前开始",
        ),
    };
    (fact, remedy.to_owned())
}

fn too_little_paid(figures: &Figures) -> String {
    let Figures {
        of,
        limit,
        actual,
        shortfall,
        ..
    } = figures;
    if of.is_empty() {
        format!("还款总额还差{shortfall}：规则要求合计至少{limit}，本方案为{actual}。")
    } else {
        format!("{of}的还款还差{shortfall}：规则要求至少{limit}，本方案为{actual}。")
    }
}
