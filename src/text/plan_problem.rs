//! Why a proposal cannot be laid out: one sentence, what and how to mend it.

use super::Locale;
use super::format::{date, money};
use super::vocabulary::component;
use crate::engine::calendar::DateOutOfRange;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::PlanError;

/// Why a proposal cannot be laid out.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one arm per problem")]
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
        PlanError::BalloonAbovePrincipal { principal, balloon } => {
            let (principal, balloon) = (sum(principal), sum(balloon));
            match locale {
                Locale::Zh => format!(
                    "尾款{balloon}超过了要分期的本金{principal}：请写零至{principal}之间的金额。"
                ),
                Locale::En => format!(
                    "A last payment of {balloon} more does not fit the principal of {principal}: enter an amount from zero to {principal}."
                ),
            }
        }
        PlanError::StepOutOfRange => pick(
            "每次变动的比例超出范围：请写大于-100%、不超过9900%的百分比，或者写金额。",
            "The step is out of range: enter a percentage above -100% and at most 9900%, or an amount.",
        ),
        PlanError::RowsOutOfRange { least, most } => match locale {
            Locale::Zh => format!("期数不在可排范围内：请写{least}至{most}期。"),
            Locale::En => {
                format!("That number of payments cannot be laid out: enter {least} to {most}.")
            }
        },
        PlanError::RowBelowInterest { row, interest } => {
            let interest = sum(interest);
            match locale {
                Locale::Zh => {
                    format!(
                        "第{row}期还不够当期利息{interest}：请提高这一期的金额，或者改变增减幅度。"
                    )
                }
                Locale::En => format!(
                    "Payment {row} does not cover its interest of {interest}: make it larger, or change the step."
                ),
            }
        }
        PlanError::SettledEarly { count: asked, rows } => match locale {
            Locale::Zh => {
                format!(
                    "按这个金额{rows}期就能还清，用不到{asked}期：请减小金额，或者改为{rows}期。"
                )
            }
            Locale::En => format!(
                "With these amounts {rows} of the {asked} payments already settle the debt: make them smaller, or choose {rows}."
            ),
        },
        PlanError::PaymentsForRows { payments, rows } => match locale {
            Locale::Zh => format!("写了{payments}笔金额，期数是{rows}：请使两者一致。"),
            Locale::En => {
                format!("{payments} amounts are given for {rows} payments: give one for each.")
            }
        },
        PlanError::PaymentNotPositive { number } => match locale {
            Locale::Zh => format!("第{number}笔的金额不大于零：请写大于零的金额，或者去掉这一笔。"),
            Locale::En => format!(
                "Payment {number} is not above zero: enter an amount, or leave the payment out."
            ),
        },
        PlanError::PaymentsDoNotAddUp { number, difference } => {
            do_not_add_up(locale, number, difference, currency)
        }
        PlanError::FirstBelowArrears { payment, arrears } => {
            let (payment, arrears) = (sum(payment), sum(arrears));
            match locale {
                Locale::Zh => format!(
                    "第一笔{payment}不够付清应随第一期支付的{arrears}：请提高到{arrears}或以上。"
                ),
                Locale::En => format!(
                    "The first payment of {payment} does not cover the {arrears} due with it: make it {arrears} or more."
                ),
            }
        }
        PlanError::DaysOutOfOrder { before, date: day } => {
            let (before, day) = (date(locale, before), date(locale, day));
            match locale {
                Locale::Zh => format!("日期{day}没有排在{before}之后：请从早到晚列出。"),
                Locale::En => {
                    format!("{day} does not come after {before}: list the days from early to late.")
                }
            }
        }
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

/// Given payments that come to too much, to too little, or leave nothing for one of them.
fn do_not_add_up(locale: Locale, number: u32, difference: Money, currency: Currency) -> String {
    let sum = |amount| money(locale, amount, currency);
    let too_little = Money::ZERO
        .checked_sub(difference)
        .ok()
        .filter(|rest| rest.is_positive());
    match (locale, too_little) {
        (Locale::Zh, Some(rest)) => {
            format!(
                "付到第{number}笔还剩{rest}没有还清：请提高金额，或者加一笔付清余额。",
                rest = sum(rest)
            )
        }
        (Locale::En, Some(rest)) => format!(
            "After payment {number} there is still {} to pay: raise an amount, or add a payment of the rest.",
            sum(rest)
        ),
        (Locale::Zh, None) if difference.is_zero() => {
            format!("到第{number}笔时已经没有欠款：请去掉这一笔，或者减少前面的金额。")
        }
        (Locale::En, None) if difference.is_zero() => {
            format!("Nothing is left for payment {number}: leave it out, or lower an earlier one.")
        }
        (Locale::Zh, None) => {
            format!(
                "第{number}笔比欠款多{}：请减少金额，或者让它付清余额。",
                sum(difference)
            )
        }
        (Locale::En, None) => format!(
            "Payment {number} is {} more than is owed: lower it, or let it pay the rest.",
            sum(difference)
        ),
    }
}
