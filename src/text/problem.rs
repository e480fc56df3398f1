//! What is wrong with a document: one sentence, where, what and how to mend it.

use super::Locale;
use super::format::{Noun, count, date, money};
use super::path::{names, place};
use crate::engine::calendar::Date;
use crate::engine::fields::{FieldError, LONGEST_DOCUMENT, Problem};

pub use super::plan_problem::plan_problem;

/// The most characters of a wrong value that are shown.
const SHOWN: usize = 40;

/// What is wrong with a document.
#[must_use]
pub fn field_problem(locale: Locale, error: &FieldError) -> String {
    let (place, what) = (place(locale, &error.path), problem(locale, &error.problem));
    let id = error.within.as_deref().map(|id| quoted(locale, id));
    match (locale, id) {
        (Locale::Zh, None) => format!("{place}：{what}。"),
        (Locale::Zh, Some(id)) => format!("{id}，{place}：{what}。"),
        (Locale::En, None) => format!("{place}: {what}."),
        (Locale::En, Some(id)) => format!("{id}, {place}: {what}."),
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

/// The days on which a pack is in force.
fn in_force(locale: Locale, from: Option<Date>, to: Option<Date>) -> String {
    let day = |day| date(locale, day);
    match (locale, from, to) {
        (Locale::Zh, Some(from), Some(to)) => format!("{}至{}", day(from), day(to)),
        (Locale::Zh, Some(from), None) => format!("自{}起", day(from)),
        (Locale::Zh, None, Some(to)) => format!("至{}止", day(to)),
        (Locale::Zh, None, None) => "不限".to_owned(),
        (Locale::En, Some(from), Some(to)) => format!("{} to {}", day(from), day(to)),
        (Locale::En, Some(from), None) => format!("from {}", day(from)),
        (Locale::En, None, Some(to)) => format!("until {}", day(to)),
        (Locale::En, None, None) => "all days".to_owned(),
    }
}

fn problem(locale: Locale, problem: &Problem) -> String {
    match locale {
        Locale::Zh => problem_zh(problem),
        Locale::En => problem_en(problem),
    }
}

#[expect(clippy::too_many_lines, reason = "one sentence per problem")]
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
        Problem::Overlaps { with } => {
            format!(
                "与分组{}重叠，一个案件可能同时落入两处；请改动其中一个的范围",
                quoted(with)
            )
        }
        Problem::NotEachOnce => "有重复或者遗漏；请把每一项恰好写一次".to_owned(),
        Problem::OtherUnit { found, wanted } => {
            let (found, wanted) = (names(Locale::Zh, found), names(Locale::Zh, wanted));
            format!("这一类限额不以“{found}”计量；请改用“{wanted}”")
        }
        Problem::NeverInForce { from, to } => {
            format!(
                "不在规则包的有效期之内（{}），永远不会适用；请改动日期，或者删除这一条",
                in_force(Locale::Zh, *from, *to)
            )
        }
        Problem::GivesNoMore => {
            "这一步没有比前面各步多让出什么；请写出更多的让步，或者去掉这一步".to_owned()
        }
        Problem::ReliefAfterTime => {
            "先减免因逾期产生的费用，再放宽期限；请把这一步移到放宽期限的各步之前".to_owned()
        }
    }
}

#[expect(clippy::too_many_lines, reason = "one arm per problem")]
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
        Problem::Overlaps { with } => format!(
            "overlaps {}, so that a case could fall in both; narrow one of them",
            quoted(with)
        ),
        Problem::NotEachOnce => {
            "something is repeated or left out; name each one exactly once".to_owned()
        }
        Problem::OtherUnit { found, wanted } => {
            let (found, wanted) = (names(Locale::En, found), names(Locale::En, wanted));
            format!("this kind of limit is not measured by {found}; use {wanted}")
        }
        Problem::NeverInForce { from, to } => format!(
            "lies outside the days on which the pack is in force ({}) and would never count; move its days or take it out",
            in_force(Locale::En, *from, *to)
        ),
        Problem::GivesNoMore => {
            "gives nothing more than the steps before it; give more, or take the step out"
                .to_owned()
        }
        Problem::ReliefAfterTime => {
            "gives relief after a step that gives time; move it before the steps with longer terms"
                .to_owned()
        }
    }
}
