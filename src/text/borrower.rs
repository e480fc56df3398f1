//! What a borrower reads before the document: the same figures in plain sentences.

use super::Locale;
use super::format::{date, days, money, payments, rate};
use crate::agreement::{Offer, Worked};
use crate::engine::calendar::Date;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Broken, Cure, Vesting, WhileKept};

/// To whom it is owed, up to which day it was worked out, and how late it is.
#[must_use]
pub fn owed_to(locale: Locale, offer: &Offer) -> String {
    let creditor = &offer.parties.creditor.name;
    let as_of = date(locale, offer.claim.as_of);
    let late = offer.claim.days_past_due(offer.claim.as_of);
    let late = u32::try_from(late).unwrap_or(0);
    match (locale, late) {
        (Locale::Zh, 0) => format!("债权人：{creditor}。计算至{as_of}。"),
        (Locale::Zh, _) => {
            format!(
                "债权人：{creditor}。计算至{as_of}，已逾期{}。",
                days(locale, late)
            )
        }
        (Locale::En, 0) => format!("To {creditor}, worked out to {as_of}."),
        (Locale::En, _) => {
            let late = days(locale, late);
            format!("To {creditor}, worked out to {as_of}; {late} past due.")
        }
    }
}

/// What is given up in all, and on what condition.
#[must_use]
pub fn waived_if_kept(locale: Locale, offer: &Offer, worked: &Worked) -> String {
    let totals = &worked.totals;
    let waived = money(locale, totals.waived, offer.claim.currency);
    let last = date(locale, totals.last_date);
    if totals.waived.is_zero() {
        let text = locale.pick(
            "这个方案不减免任何款项。",
            "Nothing is waived in this plan.",
        );
        return text.to_owned();
    }
    match offer.proposal.relief.vesting {
        Vesting::OnCompletion => {}
        Vesting::ProRata | Vesting::Milestones(_) => {
            return match locale {
                Locale::Zh => format!(
                    "免除的{waived}随着付款一部分一部分生效，{last}全部付清时全部生效。还没有生效的部分只是暂不收取。"
                ),
                Locale::En => format!(
                    "{waived} is waived part by part as you pay, and all of it once everything is paid by {last}. \
                     What has not taken effect yet is set aside, not cancelled."
                ),
            };
        }
        Vesting::AtOnce => {
            return match locale {
                Locale::Zh => {
                    format!("方案达成时就免除{waived}，不因以后的还款情况而改变。")
                }
                Locale::En => {
                    format!("{waived} is waived when the plan is agreed, and stays waived.")
                }
            };
        }
    }
    match (locale, totals.count) {
        (Locale::Zh, 1) => format!(
            "{last}之前全部付清后，免除{waived}。在那之前，这笔钱只是暂不收取，还没有免除。"
        ),
        (Locale::Zh, _) => format!(
            "每一期都按约付清（最后一期是{last}）之后，免除{waived}。在那之前，这笔钱只是暂不收取，还没有免除。"
        ),
        (Locale::En, 1) => format!(
            "{waived} is waived once everything is paid by {last}. Until then it is set aside, not cancelled."
        ),
        (Locale::En, _) => format!(
            "{waived} is waived once every payment has been made, the last one on {last}. Until then it is set aside, not cancelled."
        ),
    }
}

/// How much of a part of the debt is given up.
#[must_use]
pub fn waived_of(locale: Locale, waived: Money, owed: Money, currency: Currency) -> String {
    let (waived, owed) = (
        money(locale, waived, currency),
        money(locale, owed, currency),
    );
    match locale {
        Locale::Zh => format!("{owed}中的{waived}"),
        Locale::En => format!("{waived} of {owed}"),
    }
}

/// How a late payment can be made good, and that asking early is better.
#[must_use]
pub fn can_be_cured(locale: Locale, cure: Cure) -> String {
    let within = days(locale, cure.grace_days);
    if cure.misses_that_end > 1 {
        let running = payments(locale, cure.misses_that_end);
        let by = match (locale, cure.grace_days) {
            (_, 0) => String::new(),
            (Locale::Zh, _) => format!("到期日后{within}内付款仍算按时。"),
            (Locale::En, _) => format!("A payment within {within} after its due date is in time. "),
        };
        return match locale {
            Locale::Zh => format!(
                "{by}漏了一期可以补上，方案照常继续；连续{running}没有还，方案可能被取消。预计付不上时，越早联系债权人越好。"
            ),
            Locale::En => format!(
                "{by}If you miss a payment you can make it up and the plan goes on; if {running} in a row are \
                 missed, the plan may be cancelled. If you see it coming, contact the creditor as early as you can."
            ),
        };
    }
    match (locale, cure.grace_days) {
        (Locale::Zh, 0) => {
            "没有宽限期。如果预计哪一期付不上，请在到期日之前联系债权人。".to_owned()
        }
        (Locale::En, 0) => {
            "There are no days of grace. If you see that you cannot make a payment, \
            contact the creditor before the day."
                .to_owned()
        }
        (Locale::Zh, _) => format!(
            "晚了也可以补：到期日后{within}内补上，方案照常继续。预计付不上时，越早联系债权人越好。"
        ),
        (Locale::En, _) => format!(
            "You can make it good: pay within {within} after the due date and the plan goes on. If you see \
             it coming, contact the creditor as early as you can."
        ),
    }
}

/// What the end of the plan would bring back.
#[must_use]
pub fn what_comes_back(locale: Locale, offer: &Offer, worked: &Worked) -> String {
    let relief = &offer.proposal.relief;
    let waived = money(locale, worked.totals.waived, offer.claim.currency);
    let owed_again = match (locale, &relief.vesting) {
        _ if worked.totals.waived.is_zero() => String::new(),
        (Locale::Zh, Vesting::OnCompletion) => format!("原定免除的{waived}重新计入欠款，"),
        (Locale::En, Vesting::OnCompletion) => {
            format!("the {waived} set aside is owed again, and ")
        }
        (Locale::Zh, Vesting::ProRata | Vesting::Milestones(_)) => {
            "免除中还没有生效的部分重新计入欠款，".to_owned()
        }
        (Locale::En, Vesting::ProRata | Vesting::Milestones(_)) => {
            "what has not taken effect of the waiver is owed again, and ".to_owned()
        }
        (Locale::Zh, Vesting::AtOnce) => "已经免除的不再收回，".to_owned(),
        (Locale::En, Vesting::AtOnce) => "what was waived stays waived, and ".to_owned(),
    };
    let as_of = date(locale, offer.claim.as_of);
    let plan_rate = rate(offer.proposal.rate);
    let counts = match (locale, relief.while_kept) {
        (Locale::Zh, WhileKept::ReleasedOnCompletion) => {
            format!("利息和费用自{as_of}起改按原合同计算")
        }
        (Locale::En, WhileKept::ReleasedOnCompletion) => {
            format!("interest and charges count under your contract from {as_of}")
        }
        (Locale::Zh, WhileKept::AccruesUncharged) => {
            format!("自{as_of}起补计原合同的利息，但到漏还之日为止不计罚息、复利和违约金")
        }
        (Locale::En, WhileKept::AccruesUncharged) => format!(
            "your contract's interest counts from {as_of}, but no penalty interest, compound interest or late \
             charges up to the payment you missed"
        ),
        (Locale::Zh, WhileKept::NoAccrual) => {
            "到漏还之日为止不补计利息和费用，以后按原合同计算".to_owned()
        }
        (Locale::En, WhileKept::NoAccrual) => {
            "nothing is added up to the payment you missed; after it your contract counts again"
                .to_owned()
        }
        (Locale::Zh, WhileKept::PlanRate) => {
            format!("到漏还之日为止只按年利率{plan_rate}计息，以后按原合同计算")
        }
        (Locale::En, WhileKept::PlanRate) => format!(
            "up to the payment you missed only interest at {plan_rate} a year counts; after it your contract \
             counts again"
        ),
    };
    match locale {
        Locale::Zh => format!(
            "一直没有补上，方案可能终止。终止后，{owed_again}{counts}。您已经付的每一笔都照样抵减欠款。"
        ),
        Locale::En => format!(
            "If it stays unpaid, the plan may end. Then {owed_again}{counts}. Everything you have paid still counts."
        ),
    }
}

/// One line of the table "if payments stop" as a sentence.
#[must_use]
pub fn if_you_stopped(locale: Locale, stop: &Broken, owed: Money, currency: Currency) -> String {
    let (paid, owed) = (
        money(locale, stop.paid, currency),
        money(locale, owed, currency),
    );
    let on = date(locale, stop.on);
    let made = payments(locale, stop.after);
    match (locale, stop.after) {
        (Locale::Zh, 0) => format!("例如：一期都没有付，到{on}共欠{owed}。"),
        (Locale::Zh, _) => {
            format!("例如：付了{made}（共{paid}）之后停止，到{on}还欠{owed}。")
        }
        (Locale::En, 0) => {
            format!("For example: with no payment made, you would owe {owed} on {on}.")
        }
        (Locale::En, _) => format!(
            "For example: if you stopped after {made} ({paid} in all), you would owe {owed} on {on}."
        ),
    }
}

/// Until when the offer can be accepted, or that this is over.
#[must_use]
pub fn open_until(locale: Locale, expires_on: Date, over: bool) -> String {
    let day = date(locale, expires_on);
    match (locale, over) {
        (Locale::Zh, false) => format!("可以在{day}当天结束之前接受。"),
        (Locale::En, false) => format!("It can be accepted until the end of {day}."),
        (Locale::Zh, true) => {
            format!("接受期限已于{day}结束。如果还想按这个方案还款，请联系债权人要一份新的。")
        }
        (Locale::En, true) => format!(
            "The time to accept it ended on {day}. If you still want to pay this way, ask the \
             creditor for a new one."
        ),
    }
}

/// That the figures are not those of the sender, with both.
#[must_use]
pub fn other_figures(locale: Locale, in_link: Money, here: Money, currency: Currency) -> String {
    let same = in_link == here;
    let (in_link, here) = (
        money(locale, in_link, currency),
        money(locale, here, currency),
    );
    match (locale, same) {
        (Locale::Zh, false) => format!(
            "链接里写的支付总额是{in_link}，本机重新计算的是{here}。请先不要据此付款，联系债权人核实。"
        ),
        (Locale::Zh, true) => format!(
            "支付总额两边都是{here}（链接里{in_link}，本机{here}），但有某一期的金额或日期不同。请先不要据此付款，联系债权人核实。"
        ),
        (Locale::En, false) => format!(
            "The link says {in_link} to pay in all; this device works out {here}. Ask the creditor \
             before you pay anything on it."
        ),
        (Locale::En, true) => format!(
            "The total is the same (in the link {in_link}, on this device {here}), but some payment \
             or date differs. Ask the creditor before you pay anything on it."
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::{
        can_be_cured, if_you_stopped, open_until, other_figures, owed_to, waived_if_kept,
        what_comes_back,
    };
    use crate::agreement::{Offer, PackReference, Worked};
    use crate::engine::calendar::{Frequency, add_days};
    use crate::engine::claim::{Component, PerComponent, read_case};
    use crate::engine::money::{Money, Rate, Rounding, Share};
    use crate::engine::plan::{
        Carry, Concessions, Cure, DeferralInterest, InterestBasis, Proposal, Relief, Repayment,
        Settlement, Size, Waiver,
    };
    use crate::text::Locale;

    const CASE: &str = include_str!("../samples/card-cn.json");

    fn cure(grace_days: u32) -> Cure {
        Cure {
            grace_days,
            misses_that_end: 1,
        }
    }

    /// Half of the penalty interest is given up, the rest is paid in twelve instalments.
    fn offer(waiver: Waiver) -> (Offer, Worked) {
        let case = read_case(CASE).unwrap();
        let first_due = add_days(case.claim.as_of, 30).unwrap();
        let concessions = Concessions {
            waivers: PerComponent::all(Waiver::Nothing).with(Component::Penalty, waiver),
            discount: Waiver::Nothing,
        };
        let proposal = Proposal {
            concessions,
            down_payment: Money::ZERO,
            settlement: Settlement::Instalments {
                repayment: Repayment::EqualInstalment,
                frequency: Frequency::MONTHLY,
                size: Size::Count(12),
                multiple: None,
            },
            first_due,
            deferral: DeferralInterest::Accrues,
            carry: PerComponent::all(Carry::Spread),
            rate: Rate::ZERO,
            basis: InterestBasis::Periodic,
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        };
        let offer = Offer {
            sample: true,
            jurisdiction: case.jurisdiction,
            product: case.product,
            parties: case.parties,
            claim: case.claim,
            proposal,
            pack: PackReference {
                id: "a".to_owned(),
                version: "1".to_owned(),
            },
            expires_on: case.claim.as_of,
            cure: cure(5),
            known: crate::agreement::Known::default(),
        };
        let worked = offer.work_out().unwrap();
        (offer, worked)
    }

    #[test]
    fn a_conditional_waiver_is_never_called_final() {
        let (offer, worked) = offer(Waiver::Share(Share::parse_percent("50").unwrap()));
        for locale in Locale::ALL {
            let said = waived_if_kept(locale, &offer, &worked);
            let waived =
                crate::text::format::money(locale, worked.totals.waived, offer.claim.currency);
            assert!(said.contains(&waived), "{said}");
            assert!(
                said.contains(locale.pick("还没有免除", "not cancelled")),
                "{said}"
            );
            assert!(!said.contains("final") && !said.contains("最终"), "{said}");
            let back = what_comes_back(locale, &offer, &worked);
            assert!(back.contains(&waived), "{back}");
        }
    }

    #[test]
    fn without_a_waiver_nothing_is_said_to_come_back() {
        let (offer, worked) = offer(Waiver::Nothing);
        for locale in Locale::ALL {
            let back = what_comes_back(locale, &offer, &worked);
            assert!(!back.contains("0.00"), "{back}");
            assert!(
                waived_if_kept(locale, &offer, &worked).contains(locale.pick("不减免", "Nothing"))
            );
        }
    }

    #[test]
    fn grace_age_and_expiry_are_said_with_their_numbers() {
        let (offer, worked) = offer(Waiver::Nothing);
        for locale in Locale::ALL {
            let late = offer.claim.days_past_due(offer.claim.as_of).to_string();
            assert!(late != "0" && owed_to(locale, &offer).contains(&late));
            assert!(can_be_cured(locale, cure(5)).contains('5'));
            assert!(!can_be_cured(locale, cure(0)).contains('0'));
            assert_ne!(
                open_until(locale, offer.expires_on, true),
                open_until(locale, offer.expires_on, false)
            );
            let stop = worked.stops.get(6).unwrap();
            let owed = stop.balances.components.total().unwrap();
            let said = if_you_stopped(locale, stop, owed, offer.claim.currency);
            assert!(said.contains('6'), "{said}");
        }
    }

    #[test]
    fn figures_that_differ_are_both_shown() {
        let money = |minor| Money::from_minor(minor).unwrap();
        let currency = crate::engine::money::Currency::Cny;
        for locale in Locale::ALL {
            let said = other_figures(locale, money(100_001), money(100_002), currency);
            assert!(
                said.contains("1,000.01") && said.contains("1,000.02"),
                "{said}"
            );
            let same = other_figures(locale, money(100_001), money(100_001), currency);
            assert!(same.contains("1,000.01") && same != said, "{same}");
        }
    }
}
