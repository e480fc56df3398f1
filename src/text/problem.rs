//! What is wrong with a document or a proposal: one sentence, where, what and how to mend it.

use super::Locale;
use super::format::{Noun, count, date, money};
use super::path::place;
use super::vocabulary::component;
use crate::engine::calendar::DateOutOfRange;
use crate::engine::fields::{FieldError, LONGEST_DOCUMENT, Problem};
use crate::engine::money::Currency;
use crate::engine::plan::PlanError;

/// The most characters of a wrong value that are shown.
const SHOWN: usize = 40;

/// What is wrong with a document.
#[must_use]
pub fn field_problem(locale: Locale, error: &FieldError) -> String {
    let (place, what) = (place(locale, &error.path), problem(locale, &error.problem));
    match locale {
        Locale::Zh => format!("{place}：{what}。"),
        Locale::En => format!("{place}: {what}."),
    }
}

/// A wrong value as it is shown: its beginning, in quotation marks.
fn quoted(locale: Locale, found: &str) -> String {
    let mut shown: String = found.chars().take(SHOWN).collect();
    if found.chars().nth(SHOWN).is_some() {
        shown.push('…');
    }
    match locale {
        Locale::Zh => format!("“{shown}”"),
        Locale::En => format!("\"{shown}\""),
    }
}

fn problem(locale: Locale, problem: &Problem) -> String {
    match locale {
        Locale::Zh => problem_zh(problem),
        Locale::En => problem_en(problem),
    }
}

fn problem_zh(problem: &Problem) -> String {
    let quoted = |found: &str| quoted(Locale::Zh, found);
    match problem {
        Problem::TooLong => {
            format!(
                "超过{} KB，没有读取；一个文件请只放一个案件",
                LONGEST_DOCUMENT / 1024
            )
        }
        Problem::NotJson { line, column } => {
            format!("从第{line}行第{column}列起不是有效的JSON；请检查该处的引号、逗号和括号")
        }
        Problem::Missing => "缺少这一项；请补上".to_owned(),
        Problem::Unknown { known } if known.is_empty() => "此处不应有这个名称；请删除".to_owned(),
        Problem::Unknown { known } => {
            format!("此处没有这个名称；请改为可用的名称之一（{known}），或者删除")
        }
        Problem::NeedsText => "需要带引号的文本；请写成\"48532.17\"这样的形式".to_owned(),
        Problem::NeedsObject => "需要一组字段；请用花括号括起来".to_owned(),
        Problem::NeedsList => "需要一个列表；请用方括号括起来".to_owned(),
        Problem::NeedsYesNo => "需要是或否；请写true或false，不带引号".to_owned(),
        Problem::NeedsCount { most } => {
            format!("最多为{most}；请写0至{most}的整数，如果是列表，请不要超过{most}项")
        }
        Problem::TextLength { most } => {
            let most = u64::try_from(*most).unwrap_or(u64::MAX);
            format!(
                "文本为空或者过长；请写1至{}",
                count(Locale::Zh, most, Noun::Character)
            )
        }
        Problem::NotAnAmount { found } => {
            format!(
                "{}不是金额；请写成48532.17这样的数字，不带逗号和货币符号",
                quoted(found)
            )
        }
        Problem::TooManyDecimals { found, allowed } => {
            let allowed = count(Locale::Zh, u64::from(*allowed), Noun::Decimal);
            format!("{}的小数位数过多；这个币种最多{allowed}", quoted(found))
        }
        Problem::TooLarge { found } if found.is_empty() => {
            "合计金额过大，无法计算；请检查各项金额".to_owned()
        }
        Problem::TooLarge { found } => format!("{}过大，无法计算；请检查位数", quoted(found)),
        Problem::Negative { found } => format!("{}小于零；请写零或者正数", quoted(found)),
        Problem::NotADate { found } => {
            format!(
                "{}不是日历上的日期；请写成2026-11-21这样的形式",
                quoted(found)
            )
        }
        Problem::NotAPercentage { found } => {
            format!(
                "{}不是这里可用的百分比；请写成18.25这样的数字，不带百分号",
                quoted(found)
            )
        }
        Problem::NotANumber { found } => {
            format!("{}不是数字；请写成1.5这样的形式", quoted(found))
        }
        Problem::NotOneOf { found, known } => {
            format!("{}不是可用的值；请写其中之一（{known}）", quoted(found))
        }
        Problem::DoesNotAddUp {
            stated,
            computed,
            currency,
        } => format!(
            "所列合计{}与各项之和{}不一致；请核对合计和各项",
            money(Locale::Zh, *stated, *currency),
            money(Locale::Zh, *computed, *currency),
        ),
        Problem::AfterDate { latest } => {
            format!("日期过晚；请写{}或者更早的日期", date(Locale::Zh, *latest))
        }
        Problem::Above { most, currency } => {
            format!(
                "金额过大；请写{}或者更小的金额",
                money(Locale::Zh, *most, *currency)
            )
        }
        Problem::OutOfOrder => "日期没有按先后排列；请从早到晚列出".to_owned(),
        Problem::NotEachOnce => "有重复或者遗漏；请把每一项恰好写一次".to_owned(),
    }
}

fn problem_en(problem: &Problem) -> String {
    let quoted = |found: &str| quoted(Locale::En, found);
    match problem {
        Problem::TooLong => {
            format!(
                "longer than {} KB and not read; keep one case to a file",
                LONGEST_DOCUMENT / 1024
            )
        }
        Problem::NotJson { line, column } => format!(
            "not JSON from line {line}, column {column} on; check the quotation marks, commas and brackets there"
        ),
        Problem::Missing => "missing; add it".to_owned(),
        Problem::Unknown { known } if known.is_empty() => "no such name here; remove it".to_owned(),
        Problem::Unknown { known } => {
            format!("no such name here; use one of those known ({known}) or remove it")
        }
        Problem::NeedsText => {
            "needs text in quotation marks; write it like \"48532.17\"".to_owned()
        }
        Problem::NeedsObject => "needs a group of fields; put them in braces".to_owned(),
        Problem::NeedsList => "needs a list; put it in square brackets".to_owned(),
        Problem::NeedsYesNo => {
            "needs yes or no; write true or false without quotation marks".to_owned()
        }
        Problem::NeedsCount { most } => format!(
            "at most {most}; write a whole number from 0 to {most} or, for a list, no more than {most} entries"
        ),
        Problem::TextLength { most } => {
            let most = u64::try_from(*most).unwrap_or(u64::MAX);
            format!(
                "empty or too long; write 1 to {}",
                count(Locale::En, most, Noun::Character)
            )
        }
        Problem::NotAnAmount { found } => format!(
            "{} is not an amount; write digits such as 48532.17, without commas or a currency sign",
            quoted(found)
        ),
        Problem::TooManyDecimals { found, allowed } => {
            let allowed = count(Locale::En, u64::from(*allowed), Noun::Decimal);
            format!(
                "{} has too many decimals; this currency has {allowed}",
                quoted(found)
            )
        }
        Problem::TooLarge { found } if found.is_empty() => {
            "the amounts add up to more than can be worked out; check them".to_owned()
        }
        Problem::TooLarge { found } => {
            format!(
                "{} is more than can be worked out; check its digits",
                quoted(found)
            )
        }
        Problem::Negative { found } => {
            format!("{} is below zero; write zero or more", quoted(found))
        }
        Problem::NotADate { found } => {
            format!(
                "{} is no day of the calendar; write it like 2026-11-21",
                quoted(found)
            )
        }
        Problem::NotAPercentage { found } => format!(
            "{} is not a percentage that fits here; write digits such as 18.25, without a percent sign",
            quoted(found)
        ),
        Problem::NotANumber { found } => {
            format!("{} is not a number; write it like 1.5", quoted(found))
        }
        Problem::NotOneOf { found, known } => {
            format!("{} is not known here; write one of: {known}", quoted(found))
        }
        Problem::DoesNotAddUp {
            stated,
            computed,
            currency,
        } => format!(
            "the stated total {} is not the sum of its parts, {}; check both",
            money(Locale::En, *stated, *currency),
            money(Locale::En, *computed, *currency),
        ),
        Problem::AfterDate { latest } => {
            format!(
                "too late a date; write {} or an earlier one",
                date(Locale::En, *latest)
            )
        }
        Problem::Above { most, currency } => {
            format!(
                "too large an amount; write {} or less",
                money(Locale::En, *most, *currency)
            )
        }
        Problem::OutOfOrder => {
            "dates do not rise; list them from the earliest to the latest".to_owned()
        }
        Problem::NotEachOnce => {
            "something is repeated or left out; name each one exactly once".to_owned()
        }
    }
}

/// Why a proposal cannot be laid out.
#[must_use]
pub fn plan_problem(locale: Locale, currency: Currency, error: &PlanError) -> String {
    let sum = |amount| money(locale, amount, currency);
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    match *error {
        PlanError::WaiverAboveComponent {
            component: part,
            owed,
            waiver,
        } => {
            let (part, owed, waiver) = (component(locale, part), sum(owed), sum(waiver));
            match locale {
                Locale::Zh => {
                    format!("{part}减免{waiver}，但只欠{owed}：请把减免降到{owed}或以下。")
                }
                Locale::En => format!(
                    "The waiver of {part} is {waiver} but only {owed} is owed: lower it to {owed} or less."
                ),
            }
        }
        PlanError::DiscountAboveTotal { owed, discount } => {
            let (owed, discount) = (sum(owed), sum(discount));
            match locale {
                Locale::Zh => {
                    format!("总额减免{discount}，但减免各项后只欠{owed}：请降到{owed}或以下。")
                }
                Locale::En => format!(
                    "The discount is {discount} but the waivers leave only {owed}: lower it to {owed} or less."
                ),
            }
        }
        PlanError::DownPaymentAboveBalance { down_payment, owed } => {
            let (owed, paid) = (sum(owed), sum(down_payment));
            match locale {
                Locale::Zh => format!("首付款{paid}不在可付范围内：请写零至{owed}之间的金额。"),
                Locale::En => format!(
                    "The down payment of {paid} does not fit: enter an amount from zero to {owed}."
                ),
            }
        }
        PlanError::FirstDueBeforeAsOf { as_of, first_due } => {
            let (as_of, first_due) = (date(locale, as_of), date(locale, first_due));
            match locale {
                Locale::Zh => {
                    format!("首期还款日{first_due}早于截至日期{as_of}：请选{as_of}或之后的日期。")
                }
                Locale::En => format!(
                    "The first payment on {first_due} is before the as-of date: choose {as_of} or later."
                ),
            }
        }
        PlanError::PaymentTooSmall { payment, least } => {
            let (payment, least) = (sum(payment), sum(least));
            match locale {
                Locale::Zh => format!("每期{payment}还不清这笔债务：每期需要高于{least}。"),
                Locale::En => format!(
                    "{payment} each time does not pay this debt off: each payment has to be more than {least}."
                ),
            }
        }
        PlanError::CountOutOfRange { most, .. } => match locale {
            Locale::Zh => format!("期数不在可排范围内：请写1至{most}期。"),
            Locale::En => {
                format!("That number of payments cannot be laid out: enter 1 to {most}.")
            }
        },
        PlanError::NeedsEqualInstalments => pick(
            "指定每期金额或者取整只适用于等额本息：请改用等额本息，或者只填期数。",
            "A given amount, or rounding up, needs equal instalments: choose them, or give only the number of payments.",
        ),
        PlanError::MultipleNotPositive => pick(
            "取整单位必须大于零：请写1、10、100这样的金额。",
            "The unit to round up to must be above zero: enter an amount such as 1, 10 or 100.",
        ),
        PlanError::MultipleShortensPlan { count: asked, rows } => match locale {
            Locale::Zh => format!(
                "向上取整后{rows}期就能还清，用不到{asked}期：请减小取整单位，或者改为{rows}期。"
            ),
            Locale::En => format!(
                "Rounded up, {rows} of the {asked} payments already settle the debt: round to a smaller unit, or choose {rows}."
            ),
        },
        PlanError::Amount(_) => pick(
            "金额过大，无法计算：请检查各项金额和利率。",
            "An amount grew beyond what can be worked out: check the amounts and the rate.",
        ),
        PlanError::Date(DateOutOfRange::Unsupported) => pick(
            "还款日期超出了1900年至9999年的范围：请检查日期和期数。",
            "A payment falls outside the years 1900 to 9999: check the dates and the number of payments.",
        ),
        PlanError::Date(DateOutOfRange::EndBeforeStart) => pick(
            "还款日期早于起算日期：请检查首期还款日。",
            "A payment falls before the day from which it counts: check the first payment's date.",
        ),
        PlanError::Accrual => pick(
            "无法按合同计算债权的增长：请检查合同利率、罚息和日期。",
            "What the claim grows by under its contract could not be worked out: check its rates and dates.",
        ),
    }
}
