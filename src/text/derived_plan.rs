//! From what the figures of a plan were worked out: a payment, the total, the yearly rate, and the interest of a row.

use super::Locale;
use super::derived::stop;
use super::format::{MINUS, date, days, money, number, payments, rate, rate_decimal};
use super::vocabulary::{basis, repayment, rounding};
use crate::agreement::{Offer, Worked};
use crate::engine::money::Money;
use crate::engine::plan::{
    InterestDerived, PlanRate, Repayment, RowKind, Settlement, Size, interest_derived,
};

/// How the amount of a payment was found.
pub(super) fn sized(locale: Locale, offer: &Offer, worked: &Worked) -> Vec<String> {
    let proposal = &offer.proposal;
    let currency = offer.claim.currency;
    let sum = |amount| money(locale, amount, currency);
    let Settlement::Instalments {
        repayment: way,
        size,
        multiple,
        ..
    } = &proposal.settlement
    else {
        let text = locale.pick(
            "金额和日期都是约定的。",
            "Amounts and days were agreed one by one.",
        );
        return vec![text.to_owned()];
    };
    let rows = worked.plan.rows.iter();
    let paying = |kind| matches!(kind, RowKind::Instalment | RowKind::LumpSum);
    let first = rows.clone().find(|row| paying(row.kind));
    let principal =
        first.and_then(|row| row.closing.principal.checked_add(row.paid.principal).ok());
    let arrears = first.is_some_and(|row| {
        let others = row
            .closing
            .checked_add(&row.paid)
            .and_then(|all| all.total());
        let own = principal.and_then(|principal| principal.checked_add(row.interest).ok());
        others.ok() > own
    });
    let with_arrears = if arrears {
        locale.pick(
            "，并分摊本金以外的欠款",
            ", with the arrears other than principal spread over them",
        )
    } else {
        ""
    };
    let yearly = rate(proposal.rate);
    let count = payments(locale, worked.totals.count);
    let mut said = Vec::new();
    match (size, way, principal) {
        (Size::Payment(given), ..) => said.push(match locale {
            Locale::Zh => format!("每期{}是约定的，期数由它算出。", sum(*given)),
            Locale::En => format!(
                "{} each time was agreed; how many payments there are follows from it.",
                sum(*given)
            ),
        }),
        (Size::Count(_), Repayment::EqualInstalment, Some(principal)) => said.push(match locale {
            Locale::Zh => format!(
                "每期金额相同：正好用{count}按年利率{yearly}还清本金{}{with_arrears}。",
                sum(principal)
            ),
            Locale::En => format!(
                "Payments are alike: the amount that pays off principal of {} at {yearly} a year in {count}{with_arrears}.",
                sum(principal)
            ),
        }),
        (Size::Count(_), way, _) => {
            let way = repayment(locale, way);
            said.push(match locale {
                Locale::Zh => format!("还款方式：{way}，共{count}，年利率{yearly}。"),
                Locale::En => format!("The way to repay: {way}, {count}, at {yearly} a year."),
            });
        }
    }
    if let Some(multiple) = multiple {
        said.push(match locale {
            Locale::Zh => format!("每期向上取整到{}的倍数。", sum(*multiple)),
            Locale::En => format!(
                "Payments are rounded up to a multiple of {}.",
                sum(*multiple)
            ),
        });
    }
    said.push(locale.pick(
        "最后一期付清剩下的全部，所以可能略有不同。每一期的利息怎么算，在“每一期”里逐期列出。",
        "The last payment takes whatever is left, so it may differ a little. How the interest of each payment came about \
         stands under every payment.",
    ).to_owned());
    said
}

/// The total twice: as the sum of its payments, and from what was owed.
pub(super) fn to_pay(locale: Locale, offer: &Offer, worked: &Worked) -> Vec<String> {
    let totals = &worked.totals;
    let sum = |amount| money(locale, amount, offer.claim.currency);
    let mut runs: Vec<(Money, u64)> = Vec::new();
    for row in worked
        .plan
        .rows
        .iter()
        .filter(|row| row.kind != RowKind::Deferral)
    {
        let amount = row.paid.total().unwrap_or_default();
        match runs.last_mut() {
            Some((last, times)) if *last == amount => *times = times.saturating_add(1),
            _ => runs.push((amount, 1)),
        }
    }
    let mut said = Vec::new();
    // A sum of many different amounts is read in the schedule, not in a line.
    if runs.len() <= MOST_TERMS {
        let terms: Vec<String> = runs
            .iter()
            .map(|(amount, times)| match times {
                1 => sum(*amount),
                _ => format!("{} × {}", sum(*amount), number(*times)),
            })
            .collect();
        said.push(format!(
            "{} = {}{}",
            terms.join(" + "),
            sum(totals.paid),
            stop(locale)
        ));
    }
    let owed = worked.plan.opening.total().unwrap_or_default();
    let step = |amount: Money, sign: &str, zh: &str, en: &str| match locale {
        _ if !amount.is_positive() => String::new(),
        Locale::Zh => format!(" {sign} {zh}{}", sum(amount)),
        Locale::En => format!(" {sign} {en} {}", sum(amount)),
    };
    let steps = [
        match locale {
            Locale::Zh => format!("欠款{}", sum(owed)),
            Locale::En => format!("Owed {}", sum(owed)),
        },
        step(totals.interest, "+", "方案利息", "interest of the plan"),
        step(totals.waived, MINUS, "减免", "waived"),
        format!(" = {}{}", sum(totals.paid), stop(locale)),
    ];
    said.push(steps.concat());
    said
}

const MOST_TERMS: usize = 4;

/// What the yearly rate of the plan means, with both ways to count it.
pub(super) fn yearly(locale: Locale, offer: &Offer, worked: &Worked) -> Vec<String> {
    let totals = &worked.totals;
    let left = worked
        .plan
        .opening
        .total()
        .and_then(|owed| owed.checked_sub(totals.waived)?.checked_sub(totals.due_now));
    let left = money(locale, left.unwrap_or_default(), offer.claim.currency);
    let as_of = date(locale, offer.claim.as_of);
    let of_what = match locale {
        Locale::Zh => {
            format!("按这个利率把以后的每一期折算到{as_of}，合计就是减免和首付之后的余额{left}。")
        }
        Locale::En => format!(
            "At this rate the later payments, each discounted to {as_of}, come to what waiver and down payment \
             leave: {left}."
        ),
    };
    let charged = match locale {
        Locale::Zh => format!(
            "方案本身的年利率是{}，{}。",
            rate(offer.proposal.rate),
            basis(locale, offer.proposal.basis)
        ),
        Locale::En => format!(
            "The plan itself charges {} a year; {}.",
            rate(offer.proposal.rate),
            basis(locale, offer.proposal.basis)
        ),
    };
    match totals.rate_on_balance {
        PlanRate::Found { simple, effective } => {
            let [simple, effective] = [simple, effective].map(|found| rate_decimal(found, 2));
            let both = match locale {
                Locale::Zh => format!("不计复利为{simple}，计复利为{effective}。"),
                Locale::En => format!("{simple} without compounding, {effective} with it."),
            };
            vec![of_what, both, charged]
        }
        PlanRate::BelowZero { .. } => {
            let below = match locale {
                Locale::Zh => format!("以后的每一期加起来少于减免和首付之后的余额{left}。"),
                Locale::En => format!(
                    "The later payments together are less than what waiver and down payment leave: {left}."
                ),
            };
            vec![below, charged]
        }
        PlanRate::None => vec![charged],
    }
}

/// The interest of the plan itself: what each row adds, and that of the time before the instalments start by itself.
pub(super) fn charged(locale: Locale, offer: &Offer, worked: &Worked) -> Vec<String> {
    let all = locale.pick(
        "各期利息之和；每一期的利息怎么算，在“每一期”里逐期列出。",
        "The interest of every payment together; how each came about stands under every payment.",
    );
    let derived = interest_derived(&offer.claim, &offer.proposal, &worked.plan);
    let rows = worked.plan.rows.iter().zip(derived.unwrap_or_default());
    let before = rows
        .filter(|(row, _)| row.kind == RowKind::Deferral)
        .filter_map(|(_, derived)| derived);
    let mut said = vec![all.to_owned()];
    for derived in before {
        let product = product(locale, &derived, offer);
        said.push(match locale {
            Locale::Zh => format!("其中还款开始之前的利息：{product}"),
            Locale::En => format!("Of it, for the time before payments start: {product}"),
        });
    }
    said
}

/// How the interest of one payment came about; `paid` is all the interest that the payment settles.
#[must_use]
pub fn interest_of(
    locale: Locale,
    derived: &InterestDerived,
    paid: Money,
    offer: &Offer,
) -> String {
    let product = product(locale, derived, offer);
    let earlier = paid.checked_sub(derived.interest).unwrap_or_default();
    let earlier = if earlier.is_positive() {
        let earlier = money(locale, earlier, offer.claim.currency);
        match locale {
            Locale::Zh => format!("另外{earlier}是以前所欠的利息分到这一期的部分。"),
            Locale::En => {
                format!(" Another {earlier} is this payment's part of interest owed from before.")
            }
        }
    } else {
        String::new()
    };
    match locale {
        Locale::Zh => format!("这一期的利息：{product}{earlier}"),
        Locale::En => format!("Interest of this payment: {product}{earlier}"),
    }
}

fn product(locale: Locale, derived: &InterestDerived, offer: &Offer) -> String {
    let sum = |amount| money(locale, amount, offer.claim.currency);
    let (from, to) = (date(locale, derived.from), date(locale, derived.to));
    let yearly = rate(derived.rate);
    let (over, under) = derived.part_of_year;
    let rounded = rounding(locale, offer.proposal.rounding);
    let (principal, interest) = (sum(derived.principal), sum(derived.interest));
    let time = days(locale, derived.days);
    match locale {
        Locale::Zh => format!(
            "{principal} × {yearly} × {over}/{under} = {interest}（{rounded}）。{from}至{to}共{time}，按{over}/{under}年计。"
        ),
        Locale::En => format!(
            "{principal} × {yearly} × {over}/{under} = {interest} ({rounded}). {from} to {to} is {time}, counted as \
             {over}/{under} of a year."
        ),
    }
}
