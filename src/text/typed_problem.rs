//! What is wrong with what was typed, in words.

use super::Locale;
use super::format::{Noun, count, number, symbol};
use super::typed::{
    ListFault, TypedAmountError, TypedCountError, TypedError, TypedListError, TypedPercentError,
};

/// What is wrong with what was typed: one sentence, with how to write it.
#[must_use]
pub fn typed_problem(locale: Locale, error: impl Into<TypedError>) -> String {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    match error.into() {
        TypedError::Amount(error) => amount_problem(locale, error),
        TypedError::Percent(error) => match error {
            TypedPercentError::Empty => pick(
                "请输入百分比，如12.5。",
                "Enter a percentage, such as 12.5.",
            ),
            TypedPercentError::NotANumber => pick(
                "这不是百分比：请写成12.5这样的数字。",
                "Not a percentage: write digits such as 12.5.",
            ),
            TypedPercentError::OutsideRange { most } => {
                let most = number(u64::from(most));
                match locale {
                    Locale::Zh => format!("百分比应当在0至{most}之间。"),
                    Locale::En => format!("The percentage has to be from 0 to {most}."),
                }
            }
            TypedPercentError::TooPrecise => pick(
                "百分比最多8位小数。",
                "A percentage has at most 8 decimals.",
            ),
        },
        TypedError::Count(error) => match error {
            TypedCountError::Empty => {
                pick("请输入整数，如12。", "Enter a whole number, such as 12.")
            }
            TypedCountError::NotANumber => pick(
                "这不是整数：请写成12这样的数字。",
                "Not a whole number: write digits such as 12.",
            ),
            TypedCountError::OutsideRange { least, most } => {
                let (least, most) = (number(u64::from(least)), number(u64::from(most)));
                match locale {
                    Locale::Zh => format!("应当在{least}至{most}之间。"),
                    Locale::En => format!("The number has to be from {least} to {most}."),
                }
            }
        },
        TypedError::Date(error) => error.problem(locale).to_owned(),
        TypedError::List(error) => error.problem(locale),
    }
}

fn amount_problem(locale: Locale, error: TypedAmountError) -> String {
    let pick = |zh: &str, en: &str| locale.pick(zh, en).to_owned();
    match error {
        TypedAmountError::Empty => pick(
            "请输入金额，如48532.17。",
            "Enter an amount, such as 48532.17.",
        ),
        TypedAmountError::NotANumber => pick(
            "这不是金额：请写成48532.17、48,532.17或者4.85万这样的形式。",
            "Not an amount: write digits such as 48532.17 or 48,532.17.",
        ),
        TypedAmountError::Grouping => pick(
            "逗号应当每三位一个，如48,532：请检查是否多了、少了数字，或者把小数点写成了逗号。",
            "Commas stand before every three digits, as in 48,532: check for a missing digit, or a comma in place of the decimal point.",
        ),
        TypedAmountError::TooManyDecimals { allowed: 0 } => pick(
            "这个币种没有小数：请写整数。",
            "This currency has no decimals: write a whole number.",
        ),
        TypedAmountError::TooManyDecimals { allowed } => {
            let allowed = count(locale, u64::from(allowed), Noun::Decimal);
            match locale {
                Locale::Zh => format!("小数位数过多：这个币种最多{allowed}。"),
                Locale::En => format!("Too many decimals: this currency has {allowed}."),
            }
        }
        TypedAmountError::TooLarge => pick(
            "金额过大，无法计算：请检查位数。",
            "More than can be worked out: check the digits.",
        ),
        TypedAmountError::Negative => pick(
            "金额不能小于零：请去掉负号。",
            "An amount cannot be below zero: leave out the minus sign.",
        ),
        TypedAmountError::OtherCurrency { expected } => {
            let (code, sign) = (expected.code(), symbol(expected));
            match locale {
                Locale::Zh => format!("这笔债务以{code}计：请用{sign}，或者不写货币符号。"),
                Locale::En => {
                    format!("This debt is in {code}: write {sign}, or no currency sign at all.")
                }
            }
        }
    }
}

impl TypedListError {
    /// What is wrong, where, and how to write it.
    pub(super) fn problem(self, locale: Locale) -> String {
        let (error, place) = match self {
            Self::Payments(error) => (error, locale.pick("第{}行，", "Line {}. ")),
            Self::Milestones(error) => (error, locale.pick("第{}步，", "Step {}. ")),
            Self::Step => {
                let text = locale.pick(
                    "请写每次变动多少：5%、-3%这样的百分比，或者200、-50这样的金额。",
                    "Enter by how much it changes: a percentage such as 5% or -3%, or an amount such as 200 or -50.",
                );
                return text.to_owned();
            }
        };
        let what = match error.fault {
            ListFault::Date(error) => typed_problem(locale, error),
            ListFault::Amount(error) => typed_problem(locale, error),
            ListFault::Count(error) => typed_problem(locale, error),
            ListFault::Percent(error) => typed_problem(locale, error),
            ListFault::Nothing
            | ListFault::NoAmount
            | ListFault::NotLater
            | ListFault::AfterRest
            | ListFault::NotMore => self.of_the_list(error.fault, locale),
        };
        if error.fault == ListFault::Nothing {
            return what;
        }
        format!(
            "{}{what}",
            place.replace("{}", &number(u64::from(error.at)))
        )
    }

    /// What is wrong with the list rather than with a value in it.
    fn of_the_list(self, fault: ListFault, locale: Locale) -> String {
        let (zh, en) = match (self, fault) {
            (Self::Milestones(_), ListFault::Nothing) => (
                "请写付几期后生效多少，如6: 30%, 12: 60%。",
                "Enter how much takes effect after how many payments, such as 6: 30%, 12: 60%.",
            ),
            (_, ListFault::NoAmount) => (
                "只有日期：请在后面写金额；付清余额的那一行写“余额”。",
                "Only a day: write the amount after it, or “rest” for whatever is left then.",
            ),
            (_, ListFault::NotLater) => (
                "日期没有排在上一行之后：请从早到晚列出。",
                "This day does not come after the line before: list the days from early to late.",
            ),
            (_, ListFault::AfterRest) => (
                "上面一行已经付清余额：请把“余额”移到最后一行。",
                "A line above already pays the rest: move “rest” to the last line.",
            ),
            (_, ListFault::NotMore) => (
                "期数和比例都应当比上一步大：比例是累计的，如6: 30%, 12: 60%。",
                "Both the payments and the share have to be more than in the step before; shares add up as in 6: 30%, 12: 60%.",
            ),
            _ => (
                "请列出付款，每行一笔，如2026-12-20 1000。",
                "List the payments, one to a line, such as 2026-12-20 1000.",
            ),
        };
        locale.pick(zh, en).to_owned()
    }
}
