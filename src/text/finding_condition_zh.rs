//! Findings in Chinese about what a plan costs and bears in all, and about what stands around it.

use super::finding::Figures;
use crate::engine::rules::LimitKind;

/// What a rule limits, as a heading.
pub(super) fn title(kind: LimitKind) -> &'static str {
    match kind {
        LimitKind::SkippedPayments => "跳过的还款",
        LimitKind::MaximumGraceDays => "宽限天数",
        LimitKind::Restructures => "此前的重组",
        LimitKind::AffordableShare => "每月可承受的还款",
        LimitKind::MinimumResidual => "每月留给客户的金额",
        LimitKind::GuarantorConsent => "保证人的同意",
        LimitKind::MinimumValue => "方案的现值",
        LimitKind::RepaymentBehaviour => "逾期后的还款",
        LimitKind::EvidenceRequired => "所需材料",
        LimitKind::MaximumOfferDays => "方案的有效期",
        LimitKind::Moratorium => "暂缓期",
        LimitKind::LimitationPeriod => "诉讼时效",
        LimitKind::TotalCostCap => "利息和费用合计",
        LimitKind::TotalWithinRate => "收取总额",
        _ => "可用的方式",
    }
}

/// What an option misses, and what would mend it (without a full stop).
pub(super) fn broken(kind: LimitKind, figures: &Figures) -> (String, String) {
    let Figures {
        limit,
        limit_share,
        limit_amount,
        actual,
        shortfall,
        ..
    } = figures;
    let (fact, remedy) = match kind {
        LimitKind::SkippedPayments => (
            format!("跳过了{actual}：规则允许最多{limit}，多出{shortfall}。"),
            "可以减少期数，或改用每期都有还款的方式",
        ),
        LimitKind::MaximumGraceDays => (
            format!("到期后的宽限多出{shortfall}：规则允许最多{limit}，本方案为{actual}。"),
            "可以缩短宽限",
        ),
        LimitKind::Restructures => (
            format!("在规则考察的期间内已重组{actual}，规则允许最多{limit}。"),
            "可以先看看现有安排能否继续",
        ),
        LimitKind::AffordableShare => (
            format!(
                "每月比客户能承受的多{shortfall}：最多为每月结余的{limit_share}，即{limit_amount}；本方案折合每月{actual}。"
            ),
            "可以降低每期金额、延长时间或增加减免",
        ),
        LimitKind::MinimumResidual => (
            format!("每月留给客户的还差{shortfall}：规则要求至少{limit}，本方案留下{actual}。"),
            "可以降低每期金额或延长时间",
        ),
        LimitKind::GuarantorConsent => (
            "保证人尚未书面同意：未经其书面同意，对加重的部分不承担保证责任。".to_owned(),
            "请先征求保证人的意见",
        ),
        LimitKind::MinimumValue => (
            format!("方案现值还差{shortfall}：规则要求至少{limit}，本方案为{actual}。"),
            "可以提高首付款、缩短时间或减少减免",
        ),
        LimitKind::RepaymentBehaviour => (
            format!("逾期后已还款{actual}：规则要求至少{limit}，还差{shortfall}。"),
            "可以先约定一笔还款，到账后再谈这项安排",
        ),
        LimitKind::EvidenceRequired => (
            format!("还需要{shortfall}；规则要求的材料：{limit}。"),
            "请说明需要哪些材料、如何提交",
        ),
        LimitKind::MaximumOfferDays => (
            format!("方案有效期多出{shortfall}：规则允许最多{limit}，本方案为{actual}。"),
            "可以缩短有效期",
        ),
        LimitKind::Moratorium => (
            format!("现处于暂缓期：{limit}之前不提出还款要求，还有{shortfall}。"),
            "请届时再谈，并告知客户可以咨询的渠道",
        ),
        LimitKind::LimitationPeriod => (
            format!(
                "逾期已有{actual}：规则所知的诉讼时效为{limit}，多出{shortfall}；同意还款可能使时效重新起算。"
            ),
            "请在约定之前说明这一点，并核对时效是否中断",
        ),
        LimitKind::TotalCostCap => (
            format!(
                "利息和费用合计超出{shortfall}：最多为合同本金的{limit_share}，即{limit_amount}；本方案为{actual}。"
            ),
            "可以调低方案利率或再减免一些",
        ),
        LimitKind::TotalWithinRate => (
            format!("收取总额超出{shortfall}：最多{limit}，本方案为{actual}。"),
            "可以调低方案利率或再减免一些",
        ),
        _ => (
            format!("此处不能使用{shortfall}；可以使用{limit}。"),
            "请从中选择",
        ),
    };
    (fact, remedy.to_owned())
}
