//! What only some documents say, in Chinese.

use crate::agreement::Special;
use crate::engine::claim::{Guarantor, Jurisdiction};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Settlement, VestingKind};
use crate::text::format::{currency_name, date, money, months};
use crate::text::{Label, Locale, vocabulary};

const ZH: Locale = Locale::Zh;

pub(super) fn sentences(special: &Special, currency: Currency) -> Vec<String> {
    let sum = |amount: Money| money(ZH, amount, currency);
    let one = |sentence: &str| vec![sentence.to_owned()];
    match special {
        Special::Itemised(since) => vec![format!(
            "核算日{}的欠款为{}；此后加利息{}，加费用{}，减还款{}，减其他抵扣{}，等于上述合计（12 CFR 1006.34）。",
            date(ZH, since.on),
            sum(since.balance),
            sum(since.interest),
            sum(since.fees),
            sum(since.payments),
            sum(since.credits),
        )],
        Special::HowRepaid {
            settlement,
            currency,
        } => {
            let method = match settlement {
                Settlement::LumpSum => Label::LumpSum.text(ZH),
                Settlement::OnDates { .. } => Label::OnDates.text(ZH),
                Settlement::Instalments { repayment, .. } => vocabulary::repayment(ZH, repayment),
            };
            vec![format!(
                "还款方式：{method}；还款币种：{}（{}）。",
                currency_name(ZH, *currency),
                currency.code()
            )]
        }
        Special::FeesInPlan { interest: true } => {
            one("还款期间计收上述利息，不计收年费和其他费用。")
        }
        Special::FeesInPlan { interest: false } => one("还款期间不计收利息、年费和其他费用。"),
        Special::NoNewCards => one("本协议款项全部还清之前，持卡人承诺不向任何银行申请信用卡。"),
        Special::RightsAndDuties => vec![
            "持卡人按还款计划的日期和金额还款，可以提前还款、提出异议、索取文本。".to_owned(),
            "发卡银行按本协议入账，不另收本协议没有写明的款项。".to_owned(),
        ],
        Special::CollectionStops => {
            one("按本协议还款期间，发卡银行及其服务机构停止催收；未按协议还款的除外。")
        }
        Special::Recording => one("口头达成还款协议的，发卡银行留存录音，至少保存到欠款结清之日。"),
        Special::ChangesContract => one(
            "本方案经双方同意后变更合同的还款安排（《中华人民共和国民法典》第543条），合同的其他内容不变。",
        ),
        Special::ChargesReducible => one(
            "违约金过分高于造成的损失的，可以请求人民法院或者仲裁机构适当减少（《中华人民共和国民法典》第585条）。",
        ),
        Special::DebtSurvives {
            waived,
            vesting,
            last_date,
        } => vec![debt_survives(*waived, *vesting, &date(ZH, *last_date))],
        Special::NoDebitAuthority => one(
            "本文件不授权任何人定期扣款；定期扣款须另行签署授权，并向付款人提供副本（12 CFR 1005.10(b)）。",
        ),
        Special::Guarantor {
            consent,
            jurisdiction,
        } => guarantor(*consent, *jurisdiction),
        Special::TimeLimit {
            months: limit,
            overdue_since,
            jurisdiction,
        } => time_limit(
            &months(ZH, *limit),
            &date(ZH, *overdue_since),
            *jurisdiction,
        ),
        Special::ArrearsNotice => vec![
            "本告知书说明以下债务截至所列日期的欠款情况。".to_owned(),
            "暂时不能一次付清的，可以告诉债权人目前能还多少，双方可以协商还款方案。".to_owned(),
        ],
        Special::PlanNotice => {
            one("本计划书列明每一期的日期和金额，以及按期还款和中途停止各会怎样。")
        }
        Special::NoticeUnsigned { sample } => {
            let mut said = one("本告知书未经签署；付款之前请向债权人核实。");
            if *sample {
                said.push("由示例数据生成，不代表任何真实的债务。".to_owned());
            }
            said
        }
    }
}

fn debt_survives(waived: Money, vesting: VestingKind, last_date: &str) -> String {
    if waived.is_positive() && vesting != VestingKind::AtOnce {
        let part = match vesting {
            VestingKind::OnCompletion => "附条件减免的部分",
            _ => "减免中尚未生效的部分",
        };
        format!(
            "全部款项付清（最后一期{last_date}）之后，较低的金额才算结清本笔债务；在此之前，{part}仍然是欠款，方案中途终止的仍可要求偿还（CONC 7.4.2R）。"
        )
    } else {
        format!("最后一期（{last_date}）付清之前债务继续存在，付清之后不再存在（CONC 7.4.2R）。")
    }
}

fn guarantor(consent: Guarantor, jurisdiction: Jurisdiction) -> Vec<String> {
    let china = jurisdiction == Jurisdiction::China;
    match (consent, china) {
        (Guarantor::Consented, _) => vec!["本笔债务有保证人，保证人已经书面同意变更。".to_owned()],
        (Guarantor::NotAsked, true) => vec![
            "本笔债务有保证人，尚未取得其书面同意：变更加重债务的，保证人对加重的部分不承担保证责任（《中华人民共和国民法典》第695条）。".to_owned(),
            "签署之前请先征得保证人书面同意。".to_owned(),
        ],
        (Guarantor::NotAsked, false) => vec![
            "本笔债务有保证人，尚未取得其书面同意；变更对保证的影响取决于保证合同的条款。".to_owned(),
            "签署之前请先征得保证人书面同意。".to_owned(),
        ],
    }
}

fn time_limit(limit: &str, since: &str, jurisdiction: Jurisdiction) -> Vec<String> {
    match jurisdiction {
        Jurisdiction::China => vec![
            format!("本笔债务自{since}起逾期，已经超过{limit}：除非期间有过中断，诉讼时效可能已经届满。"),
            "时效届满后同意还款的，不能再以时效届满抗辩；尚未届满的，同意还款使时效重新计算（《中华人民共和国民法典》第192条、第195条）。".to_owned(),
            "接受之前可以先咨询。".to_owned(),
        ],
        Jurisdiction::UnitedStates => vec![
            format!("本笔债务自{since}起逾期，已经超过{limit}：按一些州的法律，诉讼时效可能已经届满。"),
            "对超过诉讼时效的债务，不得起诉，也不得以起诉相告（12 CFR 1006.26(b)）；在一些州，签署协议或者付款会使时效重新计算。".to_owned(),
            "接受之前请先了解所在州的规定。".to_owned(),
        ],
        Jurisdiction::Britain => vec![
            format!("本笔债务自{since}起逾期，已经超过{limit}：可以请求法院裁判的期间可能已经届满；期间之内书面承认债务或者部分还款的，期间重新计算（Limitation Act 1980）。"),
            "接受之前可以先向免费的债务咨询机构了解。".to_owned(),
        ],
    }
}
