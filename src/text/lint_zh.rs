//! What is wrong with a pack, in Chinese.

use super::lint::Said;
use crate::engine::rules::Flaw;

/// The same of rules that nobody can judge by; `None` for every other flaw. Apart from the rest, because the desk says
/// only these.
pub(super) fn barring(flaw: &Flaw, said: &Said) -> Option<String> {
    let Said {
        rule,
        id,
        title,
        other,
        other_id,
        what,
        ..
    } = said;
    Some(match flaw {
        Flaw::Gap { .. } => format!(
            "{title}：没有规则覆盖{what}，{other_id}在此之前结束，{id}在此之后开始。请延长其中一段，或者在中间补一条规则。"
        ),
        Flaw::Overlap { both: Some(_), .. } => format!(
            "{title}：{rule}与{other}在重叠处（{what}）级别相同而数值不同，无法确定以哪个为准。请让一段在另一段开始之前结束。"
        ),
        Flaw::Overlap { both: None, .. } => format!(
            "{title}：{rule}与{other}适用于同样的债务，级别相同而数值不同，无法确定以哪个为准。请只保留一条，或者设为不同的级别。"
        ),
        Flaw::Loosens { .. } => format!(
            "{title}：对同样的债务，{rule}比{what}的{other}宽松，而下层规则只能收紧。请把{id}调到该限额以内，或者删去它。"
        ),
        _ => return None,
    })
}

/// What is wrong, and how to mend it.
pub(super) fn sentence(flaw: &Flaw, said: &Said) -> String {
    let Said {
        rule,
        id,
        title,
        other,
        other_id,
        what,
        days,
        ..
    } = said;
    match flaw {
        Flaw::Gap { .. } | Flaw::Overlap { .. } | Flaw::Loosens { .. } => {
            barring(flaw, said).unwrap_or_default()
        }
        Flaw::SegmentGap { .. } => format!(
            "没有分类包含{what}，{other_id}在此之前结束，{id}在此之后开始，这样的案件无法判断。请延长其中一个，或者在中间补一个分类。"
        ),
        Flaw::Narrower { .. } => format!(
            "{title}：{rule}适用于{other}中的一部分债务，这部分债务的方案须同时符合两条。如果本意如此，可以保留；否则请在{other_id}中排除这部分债务。"
        ),
        Flaw::SaidTwice { .. } => {
            format!("{title}：{rule}与{other_id}的内容重复。请删去其中一条。")
        }
        Flaw::NeverInForce => {
            format!("{id}的有效期与规则包的有效期没有重合。请修改其中一个的日期。")
        }
        Flaw::ProductsNotCovered => format!(
            "{id}适用于{what}，而规则包不适用于这类债务。请把它加入规则包的业务类型，或者删去这条规则。"
        ),
        Flaw::OutsideSegments => {
            format!("{id}适用的债务不在规则包的任何分类之中。请修改它的适用条件，或者修改分类。")
        }
        Flaw::NeverMet => format!(
            "没有方案能符合{rule}：每个方案不是一次性结清就是分期还款。请至少列入其中之一。"
        ),
        Flaw::NeverDecides { .. } => format!(
            "{title}：{rule}不会起作用，因为{other}级别更高、至少同样严格，并且适用于同样的债务。请收紧{id}，或者删去它。"
        ),
        Flaw::CountWithoutTime => format!(
            "{id}限制了期数，但没有规则限制总时长，间隔拉长后方案可以一直延续。请补充总天数或总月数的上限。"
        ),
        Flaw::AgreedDaysApart => {
            format!("{id}允许逐笔约定日期，但没有规则限制两次还款相隔多久。请补充还款间隔的上限。")
        }
        Flaw::LumpSumAnyDay => format!(
            "{id}只约束分期，没有规则说明一次付清最晚在哪一天。请补充首次还款天数或总天数的上限。"
        ),
        Flaw::UncappedComponents { .. } => format!(
            "{id}限制了一个项目的减免，但{what}和减免合计都没有上限，折扣可以落在那里。请补充减免合计或这些项目的上限。"
        ),
        Flaw::StrategiesFree { .. } => format!(
            "{title}：{id}只约束采用某些策略的方案，没有同类规则约束采用{what}的方案。请一并列入，或者去掉这个条件。"
        ),
        Flaw::NotNotedFree => format!(
            "{title}：{id}和同类规则约束了各种类型的客户，但不约束尚未记录类型的客户。请补一条不带这个条件的规则。"
        ),
        Flaw::NeverBoth { .. } => {
            format!("没有方案能同时符合{rule}和{other}。请修改其中一条。")
        }
        Flaw::StepTooLong { .. } => format!(
            "{id}与{other_id}中，一条允许{what}还款，间隔最长{days}，另一条允许的间隔更短。请放宽间隔，或者去掉这个频率。"
        ),
        Flaw::NoSource
        | Flaw::NoMark
        | Flaw::NoDate
        | Flaw::SecondaryDecides
        | Flaw::HiddenLaw
        | Flaw::GivenAway { .. }
        | Flaw::PackExpired { .. }
        | Flaw::PackNotYet { .. }
        | Flaw::RuleExpired { .. }
        | Flaw::DefaultBeyond { .. } => of_itself(flaw, said),
    }
}

/// What is wrong with a rule or a pack whatever the other rules limit.
fn of_itself(flaw: &Flaw, said: &Said) -> String {
    let Said {
        rule,
        id,
        severity,
        other,
        other_id,
        what,
        on,
        ..
    } = said;
    match flaw {
        Flaw::NoSource => format!("{id}没有写明依据。请写出法律条文，或者机构自己的决定。"),
        Flaw::NoMark => format!(
            "{id}没有写明依据的核对情况。请注明[R]（已读原文）、[2]（只读过转述）或[u]（尚未核对）。"
        ),
        Flaw::NoDate => {
            format!("{id}没有日期。请写出生效日、适用合同的签订日期，或者依据的年份。")
        }
        Flaw::SecondaryDecides => format!(
            "违反{id}的后果是“{severity}”，而它的依据没有读过原文。请改为仅作提示，或者核对原文后注明[R]。"
        ),
        Flaw::HiddenLaw => format!("{id}是法定规则，却标为内部。请改为公开。"),
        Flaw::GivenAway { .. } => format!(
            "{id}是内部规则，但从公开的{other}可以得知它的数值。请把{other_id}也改为内部，或者换一个数值。"
        ),
        Flaw::PackExpired { .. } => {
            format!("规则包已于{what}失效，早于{on}。请使用新的版本，或者延长有效期。")
        }
        Flaw::PackNotYet { .. } => {
            format!("规则包自{what}起生效，晚于{on}。在此之前请使用原来的版本。")
        }
        Flaw::RuleExpired { .. } => {
            format!("{id}已于{what}失效，{on}没有同类规则接替。请续期，或者删去它。")
        }
        // The desk's defaults.
        _ => format!(
            "工作台的默认条件是{what}，超出{rule}，后果是“{severity}”。请调低默认条件，或者修改这条规则。"
        ),
    }
}
