//! From what each figure of an agreement was worked out: the amounts, the rate and the days, in plain words.

use super::derived_plan::{charged, sized, to_pay, yearly};
use super::format::{date, days, money, percent, plan_rate, rate};
use super::vocabulary::{component as part_name, heading, list, rounding};
use super::{Label, Locale};
use crate::agreement::{Offer, Worked};
use crate::engine::calendar::add_days;
use crate::engine::claim::{Component, PenaltyRate};
use crate::engine::money::Money;
use crate::engine::plan::{DISCOUNT_ORDER, Waiver};

pub use super::derived_plan::interest_of;

/// A figure with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// What it is called.
    pub name: String,
    /// The figure.
    pub figure: Figure,
    /// Where it comes from, sentence by sentence.
    pub said: Vec<String>,
}

/// An amount or a rate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Figure {
    /// An amount.
    Amount(Money),
    /// A yearly rate in words.
    Rate(String),
}

/// Every figure of the borrower's account, in the order in which the account tells them.
#[must_use]
pub fn figures(locale: Locale, offer: &Offer, worked: &Worked) -> Vec<Derived> {
    let opening = &worked.plan.opening;
    let mut told = Vec::new();
    for (part, amount) in opening.iter().filter(|(_, amount)| amount.is_positive()) {
        told.push(Derived {
            name: match locale {
                Locale::Zh => format!("所欠{}", part_name(locale, part)),
                Locale::En => format!("{} owed", heading(part_name(locale, part))),
            },
            figure: Figure::Amount(amount),
            said: owed(locale, offer, part),
        });
    }
    let waived = worked.plan.waived.iter();
    for (part, amount) in waived.filter(|(_, amount)| amount.is_positive()) {
        told.push(Derived {
            name: match locale {
                Locale::Zh => format!("减免的{}", part_name(locale, part)),
                Locale::En => format!("Waived of {}", part_name(locale, part)),
            },
            figure: Figure::Amount(amount),
            said: given_up(locale, offer, worked, part),
        });
    }
    let totals = &worked.totals;
    if let Some(each) = totals.instalment {
        told.push(Derived {
            name: Label::FirstPayment.text(locale).to_owned(),
            figure: Figure::Amount(each),
            said: sized(locale, offer, worked),
        });
    }
    if totals.interest.is_positive() {
        told.push(Derived {
            name: Label::PlanInterest.text(locale).to_owned(),
            figure: Figure::Amount(totals.interest),
            said: charged(locale, offer, worked),
        });
    }
    told.push(Derived {
        name: Label::TotalToPay.text(locale).to_owned(),
        figure: Figure::Amount(totals.paid),
        said: to_pay(locale, offer, worked),
    });
    told.push(Derived {
        name: Label::YearlyRate.text(locale).to_owned(),
        figure: Figure::Rate(plan_rate(locale, totals.rate_on_balance)),
        said: yearly(locale, offer, worked),
    });
    told
}

/// What is owed of a component: whose figure it is, to which day, and what a day adds to it.
fn owed(locale: Locale, offer: &Offer, part: Component) -> Vec<String> {
    let claim = &offer.claim;
    let terms = &claim.terms;
    let sum = |amount| money(locale, amount, claim.currency);
    let as_of = date(locale, claim.as_of);
    let mut said = vec![match locale {
        Locale::Zh => format!(
            "债权人列明的金额，计算至{as_of}。这份协议里没有更早的明细，有疑问可以向债权人索要。"
        ),
        Locale::En => format!(
            "As the creditor states it, worked out to {as_of}. No earlier detail is in this agreement: the creditor can \
             give it to you."
        ),
    }];
    let yearly = match (part, terms.penalty, terms.late_charge) {
        (Component::Interest, ..) => Some(match locale {
            Locale::Zh => format!("合同年利率{}。", rate(terms.interest_rate)),
            Locale::En => format!(
                "The contract's rate is {} a year.",
                rate(terms.interest_rate)
            ),
        }),
        (Component::Penalty, Some(penalty), _) => Some(penalty_rate(locale, penalty.rate)),
        (Component::Charges, _, Some(late)) => Some(match locale {
            Locale::Zh => format!("合同约定的违约金为逾期本金的每年{}。", rate(late.rate)),
            Locale::En => format!(
                "The contract's late charge is {} a year of principal past due.",
                rate(late.rate)
            ),
        }),
        (Component::Principal, ..) if claim.balances.overdue_principal.is_positive() => {
            let overdue = sum(claim.balances.overdue_principal);
            let since = date(locale, claim.overdue_since);
            let late = claim.days_past_due(claim.as_of);
            let late = days(locale, u32::try_from(late).unwrap_or(0));
            Some(match locale {
                Locale::Zh => format!("其中{overdue}自{since}起逾期，到{as_of}共{late}。"),
                Locale::En => {
                    format!("{overdue} of it has been past due since {since}, {late} by {as_of}.")
                }
            })
        }
        _ => None,
    };
    said.extend(yearly);
    let a_day = add_days(claim.as_of, 1).ok();
    let grown = a_day.and_then(|day| claim.if_nothing_is_paid(day).ok());
    let more = grown.and_then(|grown| {
        grown
            .get(part)
            .checked_sub(claim.components().get(part))
            .ok()
    });
    if let Some(more) = more.filter(|more| more.is_positive()) {
        said.push(match locale {
            Locale::Zh => format!("没有方案时，按合同再过一天增加{}。", sum(more)),
            Locale::En => format!(
                "Without a plan, the contract would add {} for the next day.",
                sum(more)
            ),
        });
    }
    said
}

fn penalty_rate(locale: Locale, penalty: PenaltyRate) -> String {
    match (locale, penalty) {
        (Locale::Zh, PenaltyRate::Multiple(times)) => {
            format!("合同约定的罚息利率是合同利率的{}倍。", times.normalize())
        }
        (Locale::En, PenaltyRate::Multiple(times)) => format!(
            "The contract's penalty rate is {} times its own rate.",
            times.normalize()
        ),
        (Locale::Zh, PenaltyRate::Own(own)) => format!("合同约定的罚息利率是每年{}。", rate(own)),
        (Locale::En, PenaltyRate::Own(own)) => {
            format!("The contract's penalty rate is {} a year.", rate(own))
        }
    }
}

/// What is given up of a component: by its own waiver, and as its part of a discount on the rest.
fn given_up(locale: Locale, offer: &Offer, worked: &Worked, part: Component) -> Vec<String> {
    let proposal = &offer.proposal;
    let currency = offer.claim.currency;
    let sum = |amount| money(locale, amount, currency);
    let owed = worked.plan.opening.get(part);
    let all = worked.plan.waived.get(part);
    let whole = |share: &str, of| share_of(locale, share, of, offer);
    let mut said = Vec::new();
    let own = match proposal.concessions.waivers.get(part) {
        Waiver::Nothing => Money::ZERO,
        Waiver::Amount(amount) => {
            said.push(match locale {
                Locale::Zh => format!("约定减免{}，这一项共欠{}。", sum(amount), sum(owed)),
                Locale::En => format!("{} was agreed, of {} owed.", sum(amount), sum(owed)),
            });
            amount
        }
        Waiver::Share(share) => {
            let own = share.of(owed, proposal.rounding).unwrap_or(all);
            said.push(format!(
                "{} = {}{}",
                whole(&percent(share), owed),
                sum(own),
                stop(locale)
            ));
            own
        }
    };
    let discounted = all.checked_sub(own).unwrap_or(Money::ZERO);
    if discounted.is_positive() {
        let order = DISCOUNT_ORDER.map(|part| part_name(locale, part));
        let order = list(locale, &order);
        said.push(match locale {
            Locale::Zh => format!(
                "{}来自对总额的减免（{}）；它依次从{order}中扣减。",
                sum(discounted),
                discount(locale, offer, worked)
            ),
            Locale::En => format!(
                "{} comes from the discount on the total ({}), which is taken from {order}, in that order.",
                sum(discounted),
                discount(locale, offer, worked)
            ),
        });
    }
    said
}

/// What the discount on the total is, and of what.
fn discount(locale: Locale, offer: &Offer, worked: &Worked) -> String {
    let proposal = &offer.proposal;
    match proposal.concessions.discount {
        Waiver::Share(share) => {
            let mut by_waivers = Money::ZERO;
            for (part, waiver) in proposal.concessions.waivers.iter() {
                let owed = worked.plan.opening.get(part);
                let own = match waiver {
                    Waiver::Nothing => Money::ZERO,
                    Waiver::Amount(amount) => amount,
                    Waiver::Share(share) => share.of(owed, proposal.rounding).unwrap_or_default(),
                };
                by_waivers = by_waivers.checked_add(own).unwrap_or(by_waivers);
            }
            let owed = worked.plan.opening.total().unwrap_or_default();
            let left = owed.checked_sub(by_waivers).unwrap_or(owed);
            share_of(locale, &percent(share), left, offer)
        }
        Waiver::Amount(amount) => money(locale, amount, offer.claim.currency),
        Waiver::Nothing => String::new(),
    }
}

/// A share of an amount as a product, with how it is rounded.
fn share_of(locale: Locale, share: &str, of: Money, offer: &Offer) -> String {
    let of = money(locale, of, offer.claim.currency);
    let rounded = rounding(locale, offer.proposal.rounding);
    match locale {
        Locale::Zh => format!("{of} × {share}（{rounded}）"),
        Locale::En => format!("{of} × {share} ({rounded})"),
    }
}

pub(super) const fn stop(locale: Locale) -> &'static str {
    locale.pick("。", ".")
}
