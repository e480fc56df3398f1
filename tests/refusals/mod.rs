//! Every refusal and exactly what a person reads, in both languages.

use quittance::engine::calendar::{DateOutOfRange, parse_date};
use quittance::engine::claim::Component;
use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::money::{Currency, Money, OutOfRange};
use quittance::engine::plan::PlanError;
use quittance::text::typed::{
    TypedAmountError, TypedCountError, TypedDateError, TypedError, TypedPercentError,
};

/// A refusal, the Chinese sentence, the English sentence.
pub type Pinned<T> = (T, &'static str, &'static str);

fn at(path: &str, problem: Problem) -> FieldError {
    FieldError::new(path.to_owned(), problem)
}

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

#[expect(clippy::too_many_lines, reason = "one line per refusal")]
pub fn fields() -> Vec<Pinned<FieldError>> {
    let found = || "12,5".to_owned();
    vec![
        (
            at("", Problem::TooLong),
            "整个文件：超过1024 KB，没有读取；一个文件请只放一个案件。",
            "The document: longer than 1024 KB and not read; keep one case to a file.",
        ),
        (
            at("", Problem::NotJson { line: 3, column: 5 }),
            "整个文件：从第3行第5列起不是有效的JSON；请检查该处的引号、逗号和括号。",
            "The document: not JSON from line 3, column 5 on; check the quotation marks, commas and brackets there.",
        ),
        (
            at("creditor.name", Problem::Missing),
            "债权人、名称（creditor.name）：缺少这一项；请补上。",
            "Creditor, name (creditor.name): missing; add it.",
        ),
        (
            at(
                "contract.limitt",
                Problem::Unknown {
                    known: "rate, cap".to_owned(),
                },
            ),
            "合同、limitt（contract.limitt）：此处没有这个名称；请改为可用的名称之一（rate, cap），或者删除。",
            "Contract, limitt (contract.limitt): no such name here; use one of those known (rate, cap) or remove it.",
        ),
        (
            at(
                "contract.limitt",
                Problem::Unknown {
                    known: String::new(),
                },
            ),
            "合同、limitt（contract.limitt）：此处不应有这个名称；请删除。",
            "Contract, limitt (contract.limitt): no such name here; remove it.",
        ),
        (
            at("balances.principal", Problem::NeedsText),
            "欠款余额、本金（balances.principal）：需要带引号的文本；请写成\"48532.17\"这样的形式。",
            "Balances, principal (balances.principal): needs text in quotation marks; write it like \"48532.17\".",
        ),
        (
            at("creditor", Problem::NeedsObject),
            "债权人（creditor）：需要一组字段；请用花括号括起来。",
            "Creditor (creditor): needs a group of fields; put them in braces.",
        ),
        (
            at("history.payments", Problem::NeedsList),
            "还款记录、到账款项（history.payments）：需要一个列表；请用方括号括起来。",
            "History, payments (history.payments): needs a list; put it in square brackets.",
        ),
        (
            at("customer.willing", Problem::NeedsYesNo),
            "客户、愿意还款（customer.willing）：需要是或否；请写true或false，不带引号。",
            "Customer, willing (customer.willing): needs yes or no; write true or false without quotation marks.",
        ),
        (
            at(
                "customer.promises_broken",
                Problem::NeedsCount { most: 1000 },
            ),
            "客户、未兑现承诺（customer.promises_broken）：最多为1000；请写0至1000的整数，如果是列表，请不要超过1000项。",
            "Customer, promises broken (customer.promises_broken): at most 1000; write a whole number from 0 to 1000 or, for a list, no more than 1000 entries.",
        ),
        (
            at("creditor.contact", Problem::TextLength { most: 160 }),
            "债权人、联系方式（creditor.contact）：文本为空或者过长；请写1至160个字符。",
            "Creditor, contact (creditor.contact): empty or too long; write 1 to 160 characters.",
        ),
        (
            at(
                "history.payments.2.amount",
                Problem::NotAnAmount { found: found() },
            ),
            "还款记录、到账款项、第2项、金额（history.payments.2.amount）：“12,5”不是金额；请写成48532.17这样的数字，不带逗号和货币符号。",
            "History, payments, entry 2, amount (history.payments.2.amount): \"12,5\" is not an amount; write digits such as 48532.17, without commas or a currency sign.",
        ),
        (
            at(
                "balances.costs",
                Problem::TooManyDecimals {
                    found: "1.005".to_owned(),
                    allowed: 2,
                },
            ),
            "欠款余额、实现债权的费用（balances.costs）：“1.005”的小数位数过多；这个币种最多2位小数。",
            "Balances, costs (balances.costs): \"1.005\" has too many decimals; this currency has 2 decimals.",
        ),
        (
            at(
                "balances.costs",
                Problem::TooLarge {
                    found: "9".repeat(50),
                },
            ),
            "欠款余额、实现债权的费用（balances.costs）：“9999999999999999999999999999999999999999…”过大，无法计算；请检查位数。",
            "Balances, costs (balances.costs): \"9999999999999999999999999999999999999999…\" is more than can be worked out; check its digits.",
        ),
        (
            at(
                "balances.total",
                Problem::TooLarge {
                    found: String::new(),
                },
            ),
            "欠款余额、合计（balances.total）：合计金额过大，无法计算；请检查各项金额。",
            "Balances, total (balances.total): the amounts add up to more than can be worked out; check them.",
        ),
        (
            at(
                "balances.interest",
                Problem::Negative {
                    found: "-1".to_owned(),
                },
            ),
            "欠款余额、利息（balances.interest）：“-1”小于零；请写零或者正数。",
            "Balances, interest (balances.interest): \"-1\" is below zero; write zero or more.",
        ),
        (
            at(
                "as_of",
                Problem::NotADate {
                    found: "2026-02-30".to_owned(),
                },
            ),
            "截至日期（as_of）：“2026-02-30”不是日历上的日期；请写成2026-11-21这样的形式。",
            "As of (as_of): \"2026-02-30\" is no day of the calendar; write it like 2026-11-21.",
        ),
        (
            at(
                "contract.interest_rate",
                Problem::NotAPercentage {
                    found: "18 %".to_owned(),
                },
            ),
            "合同、利率（contract.interest_rate）：“18 %”不是这里可用的百分比；请写成18.25这样的数字，不带百分号。",
            "Contract, interest rate (contract.interest_rate): \"18 %\" is not a percentage that fits here; write digits such as 18.25, without a percent sign.",
        ),
        (
            at(
                "contract.penalty.multiple",
                Problem::NotANumber {
                    found: "x".to_owned(),
                },
            ),
            "合同、罚息、倍数（contract.penalty.multiple）：“x”不是数字；请写成1.5这样的形式。",
            "Contract, penalty, multiple (contract.penalty.multiple): \"x\" is not a number; write it like 1.5.",
        ),
        (
            at(
                "currency",
                Problem::NotOneOf {
                    found: "XAU".to_owned(),
                    known: "CNY, GBP".to_owned(),
                },
            ),
            "币种（currency）：“XAU”不是可用的值；请写其中之一（CNY, GBP）。",
            "Currency (currency): \"XAU\" is not known here; write one of: CNY, GBP.",
        ),
        (
            at(
                "balances.total",
                Problem::DoesNotAddUp {
                    stated: money(4_853_217),
                    computed: money(4_853_216),
                    currency: Currency::Cny,
                },
            ),
            "欠款余额、合计（balances.total）：所列合计¥48,532.17与各项之和¥48,532.16不一致；请核对合计和各项。",
            "Balances, total (balances.total): the stated total ¥48,532.17 is not the sum of its parts, ¥48,532.16; check both.",
        ),
        (
            at(
                "overdue_since",
                Problem::AfterDate {
                    latest: parse_date("2026-11-21").unwrap(),
                },
            ),
            "逾期起始日（overdue_since）：日期过晚；请写2026年11月21日或者更早的日期。",
            "Overdue since (overdue_since): too late a date; write 21 November 2026 or an earlier one.",
        ),
        (
            at(
                "overdue_principal",
                Problem::Above {
                    most: money(100_000),
                    currency: Currency::Gbp,
                },
            ),
            "逾期本金（overdue_principal）：金额过大；请写£1,000.00或者更小的金额。",
            "Overdue principal (overdue_principal): too large an amount; write £1,000.00 or less.",
        ),
        (
            at("history.instalments.3.due", Problem::OutOfOrder),
            "还款记录、分期、第3项、到期日（history.instalments.3.due）：日期没有按先后排列；请从早到晚列出。",
            "History, instalments, entry 3, due (history.instalments.3.due): dates do not rise; list them from the earliest to the latest.",
        ),
        (
            at("contract.allocation", Problem::NotEachOnce),
            "合同、冲还顺序（contract.allocation）：有重复或者遗漏；请把每一项恰好写一次。",
            "Contract, allocation (contract.allocation): something is repeated or left out; name each one exactly once.",
        ),
        (
            at("ladder.steps.2.give", Problem::GivesNoMore),
            "让步次序、各步、第2项、让步（ladder.steps.2.give）：这一步没有比前面各步多让出什么；请写出更多的让步，或者去掉这一步。",
            "Ladder, steps, entry 2, give (ladder.steps.2.give): gives nothing more than the steps before it; give more, or take the step out.",
        ),
        (
            at("ladder.steps.3.give", Problem::ReliefAfterTime),
            "让步次序、各步、第3项、让步（ladder.steps.3.give）：先减免因逾期产生的费用，再放宽期限；请把这一步移到放宽期限的各步之前。",
            "Ladder, steps, entry 3, give (ladder.steps.3.give): gives relief after a step that gives time; move it before the steps with longer terms.",
        ),
        (
            at(
                "segments.2",
                Problem::Overlaps {
                    with: "cards-late".to_owned(),
                },
            ),
            "分组、第2项（segments.2）：与分组“cards-late”重叠，一个案件可能同时落入两处；请改动其中一个的范围。",
            "Segments, entry 2 (segments.2): overlaps \"cards-late\", so that a case could fall in both; narrow one of them.",
        ),
        (
            at(
                "rules.3.limit.share",
                Problem::OtherUnit {
                    found: "share".to_owned(),
                    wanted: "most, within_months".to_owned(),
                },
            )
            .within(Some("CARD-TIMES")),
            "“CARD-TIMES”，规则、第3项、限额、比例（rules.3.limit.share）：这一类限额不以“比例（share）”计量；请改用“上限（most）、考察月数（within_months）”。",
            "\"CARD-TIMES\", Rules, entry 3, limit, share (rules.3.limit.share): this kind of limit is not measured by share; use most, within_months.",
        ),
        (
            at(
                "rules.3.effective_to",
                Problem::NeverInForce {
                    from: parse_date("2026-01-01").ok(),
                    to: None,
                },
            ),
            "规则、第3项、失效日（rules.3.effective_to）：不在规则包的有效期之内（自2026年1月1日起），永远不会适用；请改动日期，或者删除这一条。",
            "Rules, entry 3, effective to (rules.3.effective_to): lies outside the days on which the pack is in force (from 1 January 2026) and would never count; move its days or take it out.",
        ),
    ]
}

/// Refusals of a proposal that no test below draws from the engine itself.
#[expect(clippy::too_many_lines, reason = "one line per refusal")]
pub fn plans() -> Vec<Pinned<PlanError>> {
    vec![
        (
            PlanError::WaiverAboveComponent {
                component: Component::Penalty,
                owed: money(391_377),
                waiver: money(400_000),
            },
            "罚息减免¥4,000.00，但只欠¥3,913.77：请把减免降到¥3,913.77或以下。",
            "The waiver of penalty interest is ¥4,000.00 but only ¥3,913.77 is owed: lower it to ¥3,913.77 or less.",
        ),
        (
            PlanError::DiscountAboveTotal {
                owed: money(100),
                discount: money(101),
            },
            "总额减免¥1.01，但减免各项后只欠¥1.00：请降到¥1.00或以下。",
            "The discount is ¥1.01 but the waivers leave only ¥1.00: lower it to ¥1.00 or less.",
        ),
        (
            PlanError::DownPaymentAboveBalance {
                owed: money(100),
                down_payment: money(101),
            },
            "首付款¥1.01不在可付范围内：请写零至¥1.00之间的金额。",
            "The down payment of ¥1.01 does not fit: enter an amount from zero to ¥1.00.",
        ),
        (
            PlanError::FirstDueBeforeAsOf {
                as_of: parse_date("2026-11-21").unwrap(),
                first_due: parse_date("2026-11-20").unwrap(),
            },
            "首期还款日2026年11月20日早于截至日期2026年11月21日：请选2026年11月21日或之后的日期。",
            "The first payment on 20 November 2026 is before the as-of date: choose 21 November 2026 or later.",
        ),
        (
            PlanError::PaymentTooSmall {
                payment: money(1_000),
                least: money(20_600),
            },
            "每期¥10.00还不清这笔债务：每期需要高于¥206.00。",
            "¥10.00 each time does not pay this debt off: each payment has to be more than ¥206.00.",
        ),
        (
            PlanError::NeedsEqualInstalments,
            "指定每期金额或者取整只适用于等额本息：请改用等额本息，或者只填期数。",
            "A given amount, or rounding up, needs equal instalments: choose them, or give only the number of payments.",
        ),
        (
            PlanError::MultipleNotPositive,
            "取整单位必须大于零：请写1、10、100这样的金额。",
            "The unit to round up to must be above zero: enter an amount such as 1, 10 or 100.",
        ),
        (
            PlanError::MultipleShortensPlan {
                count: 24,
                rows: 20,
            },
            "向上取整后20期就能还清，用不到24期：请减小取整单位，或者改为20期。",
            "Rounded up, 20 of the 24 payments already settle the debt: round to a smaller unit, or choose 20.",
        ),
        (
            PlanError::BalloonAbovePrincipal {
                principal: money(100_000),
                balloon: money(100_001),
            },
            "尾款¥1,000.01超过了要分期的本金¥1,000.00：请写零至¥1,000.00之间的金额。",
            "A last payment of ¥1,000.01 more does not fit the principal of ¥1,000.00: enter an amount from zero to ¥1,000.00.",
        ),
        (
            PlanError::StepOutOfRange,
            "每次变动的比例超出范围：请写大于-100%、不超过9900%的百分比，或者写金额。",
            "The step is out of range: enter a percentage above -100% and at most 9900%, or an amount.",
        ),
        (
            PlanError::RowsOutOfRange { least: 0, most: 11 },
            "期数不在可排范围内：请写0至11期。",
            "That number of payments cannot be laid out: enter 0 to 11.",
        ),
        (
            PlanError::RowBelowInterest {
                row: 3,
                interest: money(1_200),
            },
            "第3期还不够当期利息¥12.00：请提高这一期的金额，或者改变增减幅度。",
            "Payment 3 does not cover its interest of ¥12.00: make it larger, or change the step.",
        ),
        (
            PlanError::SettledEarly { count: 12, rows: 2 },
            "按这个金额2期就能还清，用不到12期：请减小金额，或者改为2期。",
            "With these amounts 2 of the 12 payments already settle the debt: make them smaller, or choose 2.",
        ),
        (
            PlanError::PaymentsForRows {
                payments: 3,
                rows: 4,
            },
            "写了3笔金额，期数是4：请使两者一致。",
            "3 amounts are given for 4 payments: give one for each.",
        ),
        (
            PlanError::PaymentNotPositive { number: 2 },
            "第2笔的金额不大于零：请写大于零的金额，或者去掉这一笔。",
            "Payment 2 is not above zero: enter an amount, or leave the payment out.",
        ),
        (
            PlanError::PaymentsDoNotAddUp {
                number: 3,
                difference: money(-527),
            },
            "付到第3笔还剩¥5.27没有还清：请提高金额，或者加一笔付清余额。",
            "After payment 3 there is still ¥5.27 to pay: raise an amount, or add a payment of the rest.",
        ),
        (
            PlanError::PaymentsDoNotAddUp {
                number: 3,
                difference: money(0),
            },
            "到第3笔时已经没有欠款：请去掉这一笔，或者减少前面的金额。",
            "Nothing is left for payment 3: leave it out, or lower an earlier one.",
        ),
        (
            PlanError::PaymentsDoNotAddUp {
                number: 3,
                difference: money(100),
            },
            "第3笔比欠款多¥1.00：请减少金额，或者让它付清余额。",
            "Payment 3 is ¥1.00 more than is owed: lower it, or let it pay the rest.",
        ),
        (
            PlanError::FirstBelowArrears {
                payment: money(100),
                arrears: money(200),
            },
            "第一笔¥1.00不够付清应随第一期支付的¥2.00：请提高到¥2.00或以上。",
            "The first payment of ¥1.00 does not cover the ¥2.00 due with it: make it ¥2.00 or more.",
        ),
        (
            PlanError::DaysOutOfOrder {
                before: parse_date("2026-12-20").unwrap(),
                date: parse_date("2026-12-19").unwrap(),
            },
            "日期2026年12月19日没有排在2026年12月20日之后：请从早到晚列出。",
            "19 December 2026 does not come after 20 December 2026: list the days from early to late.",
        ),
        (
            PlanError::Amount(OutOfRange),
            "金额过大，无法计算：请检查各项金额和利率。",
            "An amount grew beyond what can be worked out: check the amounts and the rate.",
        ),
        (
            PlanError::Date(DateOutOfRange::Unsupported),
            "还款日期超出了1900年至9999年的范围：请检查日期和期数。",
            "A payment falls outside the years 1900 to 9999: check the dates and the number of payments.",
        ),
        (
            PlanError::Date(DateOutOfRange::EndBeforeStart),
            "还款日期早于起算日期：请检查首期还款日。",
            "A payment falls before the day from which it counts: check the first payment's date.",
        ),
        (
            PlanError::Accrual,
            "无法按合同计算债权的增长：请检查合同利率、罚息和日期。",
            "What the claim grows by under its contract could not be worked out: check its rates and dates.",
        ),
    ]
}

#[expect(clippy::too_many_lines, reason = "one line per refusal")]
pub fn typed() -> Vec<Pinned<TypedError>> {
    let amount = |error: TypedAmountError| TypedError::from(error);
    vec![
        (
            amount(TypedAmountError::Empty),
            "请输入金额，如48532.17。",
            "Enter an amount, such as 48532.17.",
        ),
        (
            amount(TypedAmountError::NotANumber),
            "这不是金额：请写成48532.17、48,532.17或者4.85万这样的形式。",
            "Not an amount: write digits such as 48532.17 or 48,532.17.",
        ),
        (
            amount(TypedAmountError::Grouping),
            "逗号应当每三位一个，如48,532：请检查是否多了、少了数字，或者把小数点写成了逗号。",
            "Commas stand before every three digits, as in 48,532: check for a missing digit, or a comma in place of the decimal point.",
        ),
        (
            amount(TypedAmountError::TooManyDecimals { allowed: 2 }),
            "小数位数过多：这个币种最多2位小数。",
            "Too many decimals: this currency has 2 decimals.",
        ),
        (
            amount(TypedAmountError::TooManyDecimals { allowed: 0 }),
            "这个币种没有小数：请写整数。",
            "This currency has no decimals: write a whole number.",
        ),
        (
            amount(TypedAmountError::TooLarge),
            "金额过大，无法计算：请检查位数。",
            "More than can be worked out: check the digits.",
        ),
        (
            amount(TypedAmountError::Negative),
            "金额不能小于零：请去掉负号。",
            "An amount cannot be below zero: leave out the minus sign.",
        ),
        (
            amount(TypedAmountError::OtherCurrency {
                expected: Currency::Cny,
            }),
            "这笔债务以CNY计：请用¥，或者不写货币符号。",
            "This debt is in CNY: write ¥, or no currency sign at all.",
        ),
        (
            TypedPercentError::Empty.into(),
            "请输入百分比，如12.5。",
            "Enter a percentage, such as 12.5.",
        ),
        (
            TypedPercentError::NotANumber.into(),
            "这不是百分比：请写成12.5这样的数字。",
            "Not a percentage: write digits such as 12.5.",
        ),
        (
            TypedPercentError::OutsideRange { most: 100 }.into(),
            "百分比应当在0至100之间。",
            "The percentage has to be from 0 to 100.",
        ),
        (
            TypedPercentError::TooPrecise.into(),
            "百分比最多8位小数。",
            "A percentage has at most 8 decimals.",
        ),
        (
            TypedCountError::Empty.into(),
            "请输入整数，如12。",
            "Enter a whole number, such as 12.",
        ),
        (
            TypedCountError::NotANumber.into(),
            "这不是整数：请写成12这样的数字。",
            "Not a whole number: write digits such as 12.",
        ),
        (
            TypedCountError::OutsideRange {
                least: 1,
                most: 600,
            }
            .into(),
            "应当在1至600之间。",
            "The number has to be from 1 to 600.",
        ),
        (
            TypedDateError::Empty.into(),
            "请输入日期，如2026-11-21。",
            "Enter a date, such as 2026-11-21.",
        ),
        (
            TypedDateError::NotADate.into(),
            "这不是日期：请写成2026-11-21或者2026年11月21日。",
            "Not a date: write it like 2026-11-21 or 21 November 2026.",
        ),
        (
            TypedDateError::NoSuchDay.into(),
            "日历上没有这一天：请检查月和日。",
            "The calendar has no such day: check the month and the day.",
        ),
        (
            TypedDateError::OutOfRange.into(),
            "年份应当在1900至9999之间。",
            "The year has to be from 1900 to 9999.",
        ),
    ]
}
