//! Payments made under an agreement, in sentences: how it stands, what comes next, what has taken effect of the waiver,
//! what would be owed if payments stopped.

use super::Locale;
use super::format::{MINUS, date, days, money, number, payments};
use crate::engine::calendar::Date;
use crate::engine::claim::Components;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{
    Broken, DueStanding, Keeping, NextVesting, TrackError, Tracked, TrackedDue, VestingKind,
};

/// What was paid of what, and what is left: the progress in one line.
#[must_use]
pub fn so_far(locale: Locale, tracked: &Tracked, currency: Currency) -> String {
    let [paid, to_pay, left] =
        [tracked.paid, tracked.to_pay, tracked.left].map(|amount| money(locale, amount, currency));
    match locale {
        Locale::Zh => format!("已付{paid}，方案共{to_pay}，还剩{left}。"),
        Locale::En => format!("{paid} paid of {to_pay}; {left} left."),
    }
}

/// How the plan stands on the day.
#[must_use]
pub fn standing(locale: Locale, tracked: &Tracked, currency: Currency) -> String {
    let day = |day| date(locale, day);
    let sum = |amount| money(locale, amount, currency);
    match (locale, tracked.keeping) {
        (Locale::Zh, Keeping::Kept { .. }) => {
            format!("到{}为止，没有到期未付的款项。", day(tracked.on))
        }
        (Locale::En, Keeping::Kept { .. }) => {
            format!("Nothing that fell due by {} is unpaid.", day(tracked.on))
        }
        (Locale::Zh, Keeping::InGrace { until, short }) => {
            format!(
                "有{}已经到期，{}当天结束之前付都算按时。",
                sum(short),
                day(until)
            )
        }
        (Locale::En, Keeping::InGrace { until, short }) => format!(
            "{} is due; paid by the end of {}, it is in time.",
            sum(short),
            day(until)
        ),
        (_, Keeping::CureOffered { missed, short, by }) => {
            can_be_made_up(locale, &payments(locale, missed), &sum(short), by)
        }
        (Locale::Zh, Keeping::Ended { on, missed_since }) => format!(
            "按这里记下的付款，从{}到期的一期起没有按时付清，按约定方案到{}可能已经终止。其实付过的，请补记在这里。付过的每一笔都照样抵减欠款；可以联系债权人核对，商量新的安排。",
            day(missed_since),
            day(on)
        ),
        (Locale::En, Keeping::Ended { on, missed_since }) => format!(
            "By what is noted here, what fell due from {} on was not paid in time, so the plan may have ended on {}. If you \
             did pay, note it here. Everything you have paid still counts; ask the creditor how it stands, and what can be \
             arranged.",
            day(missed_since),
            day(on)
        ),
        (Locale::Zh, Keeping::Completed { on }) => {
            format!("按您的记录，{}已经全部付清。", day(on))
        }
        (Locale::En, Keeping::Completed { on }) => {
            format!("By your note, everything was paid on {}.", day(on))
        }
    }
}

fn can_be_made_up(locale: Locale, missed: &str, short: &str, by: Option<Date>) -> String {
    let by = by.map(|by| date(locale, by));
    match (locale, by) {
        (Locale::Zh, Some(by)) => format!(
            "按这里记下的付款，有{missed}没有按时付清，可以补上：{by}当天结束之前补付{short}，方案照常继续。付不上时，越早联系债权人越好。"
        ),
        (Locale::Zh, None) => format!(
            "按这里记下的付款，有{missed}没有按时付清，可以补上：还差{short}。付不上时，越早联系债权人越好。"
        ),
        (Locale::En, Some(by)) => format!(
            "By what is noted here, you can make up for {missed} missed: pay {short} by the end of {by} and the plan goes \
             on. If you cannot, contact the creditor as early as you can."
        ),
        (Locale::En, None) => format!(
            "By what is noted here, you can make up for {missed} missed: {short} is left to pay. If you cannot, contact the \
             creditor as early as you can."
        ),
    }
}

/// Which payment comes next, when, and what is left of it.
#[must_use]
pub fn next_payment(locale: Locale, due: &TrackedDue, currency: Currency) -> String {
    let (on, number) = (date(locale, due.date), number(u64::from(due.number)));
    let [left, whole, part] =
        [due.left, due.amount, due.paid()].map(|amount| money(locale, amount, currency));
    match (locale, due.paid().is_zero()) {
        (Locale::Zh, true) => format!("下一笔：第{number}期，{on}，{left}。"),
        (Locale::Zh, false) => {
            format!("下一笔：第{number}期，{on}，还差{left}（这一期共{whole}，已付{part}）。")
        }
        (Locale::En, true) => format!("Next: payment {number}, {left} on {on}."),
        (Locale::En, false) => format!(
            "Next: payment {number} on {on}, {left} left of {whole}; {part} of it is paid already."
        ),
    }
}

/// The button that notes the next payment as it was planned.
#[must_use]
pub fn paid_as_planned(locale: Locale, amount: Money, currency: Currency) -> String {
    let amount = money(locale, amount, currency);
    match locale {
        Locale::Zh => format!("已按计划付了{amount}"),
        Locale::En => format!("Paid {amount} as planned"),
    }
}

/// How one payment of the plan stands.
#[must_use]
pub fn due_standing(locale: Locale, due: &TrackedDue, currency: Currency) -> String {
    let day = |day| date(locale, day);
    let left = money(locale, due.left, currency);
    let part = money(locale, due.paid(), currency);
    let none = due.paid().is_zero();
    match (locale, due.standing) {
        (Locale::Zh, DueStanding::NothingDue) => "这一期不用付".to_owned(),
        (Locale::En, DueStanding::NothingDue) => "Nothing to pay".to_owned(),
        (Locale::Zh, DueStanding::PaidInTime { on }) => format!("{}按时付清", day(on)),
        (Locale::En, DueStanding::PaidInTime { on }) => format!("Paid in time, on {}", day(on)),
        (Locale::Zh, DueStanding::PaidLate { on, days: late }) => {
            format!("{}付清，晚{}", day(on), days(locale, late))
        }
        (Locale::En, DueStanding::PaidLate { on, days: late }) => {
            format!("Paid on {}, {} after its date", day(on), days(locale, late))
        }
        (Locale::Zh, DueStanding::Ahead) if none => "还没有到期".to_owned(),
        (Locale::En, DueStanding::Ahead) if none => "Not due yet".to_owned(),
        (Locale::Zh, DueStanding::Ahead) => format!("已提前付{part}，还差{left}"),
        (Locale::En, DueStanding::Ahead) => format!("{part} paid ahead, {left} left"),
        (Locale::Zh, DueStanding::Due { until }) => {
            format!("还差{left}，{}当天结束之前付算按时", day(until))
        }
        (Locale::En, DueStanding::Due { until }) => {
            format!("{left} left, in time until the end of {}", day(until))
        }
        (Locale::Zh, DueStanding::Missed { days: late }) => {
            format!("已过到期日{}，还差{left}", days(locale, late))
        }
        (Locale::En, DueStanding::Missed { days: late }) => {
            format!("{} past its date, {left} left", days(locale, late))
        }
    }
}

/// What has taken effect of the waiver and what has not; `None` where nothing is waived.
#[must_use]
pub fn waiver_so_far(
    locale: Locale,
    tracked: &Tracked,
    vesting: VestingKind,
    currency: Currency,
) -> Option<String> {
    let (vested, conditional) = (total(&tracked.vested), total(&tracked.conditional));
    let sum = |amount| money(locale, amount, currency);
    let complete = matches!(tracked.keeping, Keeping::Completed { .. });
    let said = match (vested.is_positive(), conditional.is_positive()) {
        (false, false) => return None,
        (true, false) if vesting == VestingKind::AtOnce => match locale {
            Locale::Zh => format!("减免的{}在方案达成时就已经生效。", sum(vested)),
            Locale::En => format!(
                "The waiver of {} took effect when the plan was agreed.",
                sum(vested)
            ),
        },
        (true, false) if complete => match locale {
            Locale::Zh => format!(
                "按您的记录，减免{}的条件已经满足。请债权人书面确认结清。",
                sum(vested)
            ),
            Locale::En => format!(
                "By your note, the condition for waiving {} is met. Ask the creditor to confirm in writing that \
                 nothing is owed.",
                sum(vested)
            ),
        },
        (true, false) => match locale {
            Locale::Zh => format!("减免的{}已经生效。", sum(vested)),
            Locale::En => format!("The waiver of {} has taken effect.", sum(vested)),
        },
        (false, true) => match locale {
            Locale::Zh => format!(
                "减免的{}还没有生效：在条件满足之前，这笔钱只是暂不收取。",
                sum(conditional)
            ),
            Locale::En => format!(
                "The waiver of {} has not taken effect: until its condition is met it is set aside, not cancelled.",
                sum(conditional)
            ),
        },
        (true, true) => match locale {
            Locale::Zh => format!(
                "减免中{}已经生效；另外{}还没有生效，只是暂不收取。",
                sum(vested),
                sum(conditional)
            ),
            Locale::En => format!(
                "{} of the waiver has taken effect; {} has not, and is set aside, not cancelled.",
                sum(vested),
                sum(conditional)
            ),
        },
    };
    Some(said)
}

/// With which payment more of the waiver takes effect.
#[must_use]
pub fn next_effect(locale: Locale, next: &NextVesting, currency: Currency) -> String {
    let more = money(locale, total(&next.more), currency);
    let (on, number) = (date(locale, next.on), number(u64::from(next.with)));
    match (locale, next.completes) {
        (Locale::Zh, true) => format!("全部付清（最后一期{on}）之后，{more}生效。"),
        (Locale::Zh, false) => format!("到第{number}期（{on}）都付清之后，再有{more}生效。"),
        (Locale::En, true) => {
            format!("{more} takes effect once everything is paid, the last payment on {on}.")
        }
        (Locale::En, false) => format!(
            "{more} more takes effect once everything up to payment {number}, due on {on}, is paid."
        ),
    }
}

/// What would be owed if nothing more were paid, and what it is made of.
#[must_use]
pub fn if_stopped(
    locale: Locale,
    stop: &Broken,
    claimed: Money,
    currency: Currency,
) -> Vec<String> {
    let sum = |amount| money(locale, amount, currency);
    let on = date(locale, stop.on);
    let owed = total(&stop.balances.components);
    let (revived, accrued) = (total(&stop.revived), total(&stop.accrued));
    let vested = total(&stop.vested);
    let settled = stop.paid.checked_sub(stop.excess).unwrap_or(stop.paid);
    let owed_then = match locale {
        Locale::Zh => format!("一直不再付，方案可能终止，到{on}还欠{}。", sum(owed)),
        Locale::En => format!(
            "If nothing more came, the plan may end, and you would owe {} on {on}.",
            sum(owed)
        ),
    };
    let term = |amount: Money, sign: &str, zh: &str, en: &str| {
        let figure = sum(amount);
        match locale {
            _ if !amount.is_positive() => String::new(),
            Locale::Zh => format!(" {sign} {zh}{figure}"),
            Locale::En => format!(" {sign} {figure} {en}"),
        }
    };
    let first = match locale {
        Locale::Zh => format!("当初的欠款{}", sum(claimed)),
        Locale::En => format!("{} as it was owed", sum(claimed)),
    };
    let steps = [
        first,
        term(vested, MINUS, "已生效的减免", "waived for good"),
        term(
            accrued,
            "+",
            "此后产生的利息和费用",
            "interest and charges since",
        ),
        term(settled, MINUS, "已付", "paid"),
        format!(" = {}{}", sum(owed), locale.pick("。", ".")),
    ]
    .concat();
    let mut said = vec![owed_then, steps];
    if revived.is_positive() {
        said.push(match locale {
            Locale::Zh => format!("其中包括还没有生效、因此重新计入的减免{}。", sum(revived)),
            Locale::En => format!(
                "That includes {} of the waiver which had not taken effect and is owed again.",
                sum(revived)
            ),
        });
    }
    said
}

/// That more was paid than is asked for.
#[must_use]
pub fn overpaid(locale: Locale, amount: Money, currency: Currency) -> String {
    let amount = money(locale, amount, currency);
    match locale {
        Locale::Zh => format!("您多付了{amount}，可以请债权人退还。"),
        Locale::En => {
            format!(
                "You have paid {amount} more than was asked for. Ask the creditor to return it."
            )
        }
    }
}

/// Why a payment cannot be noted, and how to mend it.
#[must_use]
pub fn track_problem(locale: Locale, error: &TrackError, currency: Currency) -> String {
    let day = |day| date(locale, day);
    match (locale, *error) {
        (Locale::Zh, TrackError::NotPositive { .. }) => "付款金额应当大于零。".to_owned(),
        (Locale::En, TrackError::NotPositive { .. }) => {
            "A payment has to be above zero.".to_owned()
        }
        (Locale::Zh, TrackError::BeforeAgreement { date, as_of, .. }) => format!(
            "{}早于方案的起算日{}：那之前的付款已经算在欠款里。请写{}或之后的日期。",
            day(date),
            day(as_of),
            day(as_of)
        ),
        (Locale::En, TrackError::BeforeAgreement { date, as_of, .. }) => format!(
            "{} is before {}, from which the plan counts: what was paid earlier is in the balance already. Enter {} or \
             later.",
            day(date),
            day(as_of),
            day(as_of)
        ),
        (Locale::Zh, TrackError::NotYetMade { date, on, .. }) => format!(
            "{}还没有到：请在付款之后再记，日期不晚于{}。",
            day(date),
            day(on)
        ),
        (Locale::En, TrackError::NotYetMade { date, on, .. }) => format!(
            "{} is still to come: note a payment once it is made, with a date not after {}.",
            day(date),
            day(on)
        ),
        (_, TrackError::MoreThanOwed { amount, most, .. }) => {
            let [amount, most] = [amount, most].map(|it| money(locale, it, currency));
            match locale {
                Locale::Zh => {
                    format!("{amount}超过了这笔债务可能的全部金额{most}：请检查小数点和位数。")
                }
                Locale::En => format!(
                    "{amount} is more than this debt can come to in all, {most}: check the decimal point and the digits."
                ),
            }
        }
        (_, TrackError::TooMany { most }) => {
            let most = number(u64::from(most));
            match locale {
                Locale::Zh => format!("最多可以记{most}笔付款：请把几笔合成一笔。"),
                Locale::En => format!("At most {most} payments can be noted: join some of them."),
            }
        }
        (Locale::Zh, TrackError::DayBeforeAgreement { on, as_of }) => format!(
            "设备上的日期{}早于方案的起算日{}：请检查设备的日期。",
            day(on),
            day(as_of)
        ),
        (Locale::En, TrackError::DayBeforeAgreement { on, as_of }) => format!(
            "The date of this device, {}, is before {}, from which the plan counts: check the device's date.",
            day(on),
            day(as_of)
        ),
        (_, TrackError::Plan(error)) => super::problem::plan_problem(locale, currency, &error),
    }
}

/// The sum of components of a plan that was worked out, which is an amount.
fn total(components: &Components) -> Money {
    components.total().unwrap_or(Money::ZERO)
}
