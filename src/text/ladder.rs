//! The steps of a ladder in words: what is given, what is asked in return, what it costs, and what is said beside it.

use super::Locale;
use super::format::{days, money, percent};
use super::negotiation;
use crate::engine::money::{Currency, Money};
use crate::engine::negotiate::{LadderNote, LadderRung, StepCost, Term, TermValue};
use crate::engine::plan::Settlement;
use crate::engine::rules::Ask;

/// What a step gives, one sentence for each term. What it asks for in return is not among them.
#[must_use]
pub fn gives(locale: Locale, rung: &LadderRung, currency: Currency) -> Vec<String> {
    rung.changes
        .iter()
        .filter(|change| !asked_for(change.term, change.from, change.to))
        .map(|change| negotiation::change(locale, change, currency))
        .collect()
}

/// A larger down payment and an earlier first day are asked for, not given.
fn asked_for(term: Term, from: TermValue, to: TermValue) -> bool {
    match (term, from, to) {
        (Term::DownPayment, ..) => true,
        (Term::FirstDue, TermValue::Date(from), TermValue::Date(to)) => to < from,
        _ => false,
    }
}

/// What is asked in return, as a request that can be spoken.
#[must_use]
pub fn ask(locale: Locale, ask: Ask, rung: &LadderRung, currency: Currency) -> String {
    match ask {
        Ask::DownPayment { share } => {
            let now = money(locale, rung.judged.totals.due_now, currency);
            let share = percent(share);
            match locale {
                Locale::Zh => format!("请对方今天先付至少{share}，即{now}。"),
                Locale::En => format!("Ask for at least {share} today: {now}."),
            }
        }
        Ask::FirstPayment { days: most } => {
            let most = days(locale, most);
            match locale {
                Locale::Zh => format!("请对方在{most}内付第一笔。"),
                Locale::En => format!("Ask for the first payment within {most}."),
            }
        }
        Ask::LumpSum => {
            let all = match rung.proposal.settlement {
                Settlement::LumpSum => money(locale, rung.judged.totals.last_payment, currency),
                _ => money(locale, rung.judged.totals.paid, currency),
            };
            match locale {
                Locale::Zh => format!("请对方一次付清{all}。"),
                Locale::En => format!("Ask for {all} in one sum."),
            }
        }
        Ask::Autopay => locale
            .pick(
                "请对方同意按期从本人账户自动扣款。",
                "Ask for payment from the customer's own account by agreement.",
            )
            .to_owned(),
        Ask::Security => locale
            .pick(
                "请对方提供担保，例如书面同意的保证人或抵押物。",
                "Ask for security, such as a guarantor who consents in writing or a pledge.",
            )
            .to_owned(),
        Ask::Evidence => locale
            .pick(
                "请对方提供说明收入或困难情况的材料。",
                "Ask for papers that show the income or the hardship.",
            )
            .to_owned(),
    }
}

/// What a step costs the lender; for the lender's people only.
#[must_use]
pub fn cost(locale: Locale, cost: StepCost, currency: Currency) -> String {
    let (nominal, present) = (
        more_or_less(locale, cost.nominal, currency),
        more_or_less(locale, cost.present, currency),
    );
    match locale {
        Locale::Zh => format!("与上一步相比，总共{nominal}；折成现值{present}。"),
        Locale::En => {
            format!("Against the step before, {nominal} comes in; in today's money, {present}.")
        }
    }
}

fn more_or_less(locale: Locale, cost: Money, currency: Currency) -> String {
    let more = cost.is_negative();
    let size = if more {
        Money::ZERO.checked_sub(cost).unwrap_or(Money::ZERO)
    } else {
        cost
    };
    let size = money(locale, size, currency);
    match (locale, more) {
        (Locale::Zh, false) => format!("少收{size}"),
        (Locale::Zh, true) => format!("多收{size}"),
        (Locale::En, false) => format!("{size} less"),
        (Locale::En, true) => format!("{size} more"),
    }
}

/// What is said beside the steps.
#[must_use]
pub fn note(locale: Locale, note: LadderNote, currency: Currency) -> String {
    let text = |amount| money(locale, amount, currency);
    match note {
        LadderNote::OfferAboveAffordable {
            monthly,
            affordable,
        } => {
            let (monthly, affordable) = (text(monthly), text(affordable));
            match locale {
                Locale::Zh => format!(
                    "这个方案每月要付{monthly}，高于可负担的{affordable}。请一起找一个更容易坚持的数目。"
                ),
                Locale::En => format!(
                    "This asks {monthly} of a month, above the {affordable} that can be borne. Look for a sum that is easier to keep up."
                ),
            }
        }
        LadderNote::NoRepaymentBehaviour => locale
            .pick(
                "到期以来还没有还过款。请先约定第一笔，再谈减免。",
                "Nothing has been paid since it fell due. Agree a first payment before anything is given up.",
            )
            .to_owned(),
        LadderNote::OptionDoesNotPass => locale
            .pick(
                "当前方案还不能直接同意。请先看可行的改法。",
                "The option at hand cannot be agreed to as it is. See first what would pass.",
            )
            .to_owned(),
        LadderNote::NothingWithinSurplus { affordable } => {
            let affordable = text(affordable);
            match locale {
                Locale::Zh => format!(
                    "在每月{affordable}之内，现有权限下没有更合适的方案。可以请求审批，或者建议对方寻求免费的债务咨询。"
                ),
                Locale::En => format!(
                    "Within {affordable} a month there is nothing further to offer on this authority. Ask for approval, or point to free debt advice."
                ),
            }
        }
    }
}
