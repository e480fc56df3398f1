//! When a waiver takes effect, and what a missed payment brings back, in Chinese.

use crate::engine::claim::Jurisdiction;
use crate::engine::money::Rate;
use crate::engine::plan::{Cure, Vesting, VestingKind, WhileKept};
use crate::text::Locale;
use crate::text::format::{days, payments, percent, rate};

const ZH: Locale = Locale::Zh;

/// When a waiver takes effect, and on what condition.
pub(super) fn release(
    total: &str,
    vesting: &Vesting,
    last_date: &str,
    jurisdiction: Jurisdiction,
) -> Vec<String> {
    let china = jurisdiction == Jurisdiction::China;
    let conditional = if china {
        "（《中华人民共和国民法典》第158条）"
    } else {
        ""
    };
    let mut said = vec![match vesting {
        Vesting::OnCompletion => format!(
            "上述减免共{total}，以付清本方案全部款项为条件；最后一期（{last_date}）付清时生效{conditional}，在此之前尚未生效。"
        ),
        Vesting::ProRata => format!(
            "上述减免共{total}，以按本方案付款为条件，随付款逐步生效{conditional}：已付款项占应付总额的比例，就是减免生效的比例；最后一期（{last_date}）付清时全部生效。"
        ),
        Vesting::Milestones(milestones) => {
            let steps: Vec<String> = milestones
                .as_slice()
                .iter()
                .map(|step| {
                    format!(
                        "付清{}后累计生效{}",
                        payments(ZH, step.after),
                        percent(step.share)
                    )
                })
                .collect();
            format!(
                "上述减免共{total}，以按本方案付款为条件，分步生效{conditional}：{}；最后一期（{last_date}）付清时全部生效。",
                steps.join("，")
            )
        }
        Vesting::AtOnce => {
            let article = if china {
                "（《中华人民共和国民法典》第575条）"
            } else {
                ""
            };
            return vec![format!(
                "上述减免共{total}，在本方案达成时生效{article}，不因方案以后的履行情况而改变。"
            )];
        }
    }];
    if china {
        said.push(
            "债权人为自身利益不正当地阻止条件成就的，视为条件已经成就（同法第159条）。".to_owned(),
        );
    }
    said
}

/// What stands until the last payment.
pub(super) const fn until_then(vesting: VestingKind) -> &'static str {
    match vesting {
        VestingKind::ProRata | VestingKind::Milestones => {
            "在此之前，除已经生效的减免外，债务继续存在；接受较低金额以付清本方案全部款项为条件。"
        }
        VestingKind::OnCompletion | VestingKind::AtOnce => {
            "在此之前，全部债务继续存在；接受较低金额以付清本方案全部款项为条件。"
        }
    }
}

/// What becomes of the waiver if the plan ends.
pub(super) const fn loses(vesting: VestingKind) -> &'static str {
    match vesting {
        VestingKind::OnCompletion => "附条件减免不生效，",
        VestingKind::ProRata | VestingKind::Milestones => "尚未生效的减免不再生效，",
        VestingKind::AtOnce => "减免不受影响，",
    }
}

/// From when what counts if the plan ends.
pub(super) fn counts_again(while_kept: WhileKept, as_of: &str, yearly: Rate) -> String {
    let since = "首个未还款的到期日";
    match while_kept {
        WhileKept::ReleasedOnCompletion => format!("自{as_of}起恢复按合同计算"),
        WhileKept::AccruesUncharged => {
            format!("自{as_of}起按合同计收利息，自{since}起才按合同计收罚息、复利和违约金")
        }
        WhileKept::NoAccrual => {
            format!("{as_of}至{since}之间不计收任何款项，自{since}起恢复按合同计算")
        }
        WhileKept::PlanRate => format!(
            "{as_of}至{since}之间只按年利率{}计息，自{since}起恢复按合同计算",
            rate(yearly)
        ),
    }
}

/// When a payment is missed, how that is made up, and when it ends the plan.
pub(super) fn missed(cure: Cure, falls_away: &str, counts_again: &str) -> Vec<String> {
    let in_a_row = cure.misses_that_end > 1;
    let mut said = vec![match cure.grace_days {
        0 => "本方案没有宽限期：到期日未付款即为未按时还款。".to_owned(),
        some if in_a_row => format!(
            "在到期日后{}内付款仍算按时；逾此未付即为未按时还款。",
            days(ZH, some)
        ),
        some => format!(
            "到期日未付款的，可以在到期日后{}内补足；补足后方案照常继续。",
            days(ZH, some)
        ),
    }];
    let ends = if in_a_row {
        said.push("某一期未按时还款的，可以补足；补足后方案照常继续。".to_owned());
        format!(
            "连续{}未按时还款的，方案可能被取消；取消",
            payments(ZH, cure.misses_that_end)
        )
    } else {
        "仍未补足的，债权人可以终止本方案；终止".to_owned()
    };
    said.push(format!(
        "{ends}后{falls_away}{counts_again}，已付款项按合同的冲还顺序冲还。"
    ));
    said
}
