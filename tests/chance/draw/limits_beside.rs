//! Limits on what a plan costs and bears in all, and on what stands around it, near what is there.

use super::near::{near_count, near_money, near_rate, near_share};
use super::values::{money, rate};
use crate::dice::Dice;
use crate::judged::Judged;
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::rules::Limit;

/// A limit of that name.
pub fn limit(dice: &mut Dice, name: &str, judged: &Judged<'_>) -> Limit {
    let noted = &judged.case.circumstances;
    let owed = judged.owed();
    let month = judged.month().unwrap_or(0);
    match name {
        "skipped-payments" => {
            let (in_all, running) = judged.skipped();
            Limit::SkippedPayments {
                most: near_count(dice, in_all),
                running: near_count(dice, running),
            }
        }
        "maximum-grace-days" => Limit::MaximumGraceDays {
            days: near_count(dice, judged.case.terms.grace_days.unwrap_or(3).into()),
        },
        "maximum-offer-days" => Limit::MaximumOfferDays {
            days: near_count(dice, judged.case.terms.open_days.unwrap_or(3).into()),
        },
        "restructures" => Limit::Restructures {
            most: dice.count(0, 2),
            within_months: dice.count(0, 60),
        },
        "affordable-share" => {
            let surplus = noted.surplus.unwrap_or(owed);
            Limit::AffordableShare {
                share: near_share(dice, money(month).min(surplus), surplus),
            }
        }
        "minimum-residual" => {
            let left = noted.surplus.unwrap_or(owed).minor() - month;
            Limit::MinimumResidual {
                amount: near_money(dice, money(left.max(0))),
            }
        }
        "guarantor-consent" => Limit::GuarantorConsent,
        "minimum-value" => Limit::MinimumValue {
            share: near_share(dice, judged.totals.paid.min(owed), owed),
            rate: rate(dice),
        },
        "repayment-behaviour" => Limit::RepaymentBehaviour {
            payments: near_count(dice, noted.payments_since_overdue.unwrap_or(2).into()),
        },
        "evidence-required" => Limit::EvidenceRequired {
            evidence: few_words(dice),
        },
        "moratorium" => Limit::Moratorium,
        "limitation-period" => Limit::LimitationPeriod {
            months: near_count(dice, judged.days_past_due() / 30),
        },
        "total-cost-cap" => {
            let principal = judged.case.claim.terms.original_principal;
            let cost = money(judged.cost()).min(principal);
            Limit::TotalCostCap {
                share: near_share(dice, cost, principal),
            }
        }
        "total-within-rate" => Limit::TotalWithinRate {
            rate: near_rate(dice, judged.earned_rate()),
        },
        "allowed-strategies" => Limit::AllowedStrategies {
            strategies: most_words(dice),
        },
        unknown => panic!("no limit is drawn for {unknown}"),
    }
}

/// About half of a vocabulary, at least one word.
pub fn some_words<T: Coded>(dice: &mut Dice) -> CodeSet<T> {
    words(dice, 2, 1)
}

/// A word in four.
fn few_words<T: Coded>(dice: &mut Dice) -> CodeSet<T> {
    words(dice, 4, 1)
}

/// All words but one in six.
fn most_words<T: Coded>(dice: &mut Dice) -> CodeSet<T> {
    words(dice, 6, 5)
}

fn words<T: Coded>(dice: &mut Dice, of: u64, chosen: u64) -> CodeSet<T> {
    let words = T::ALL.iter().copied();
    let set = words
        .filter(|_| dice.below(of) < chosen)
        .fold(CodeSet::EMPTY, CodeSet::with);
    if set.is_empty() {
        set.with(dice.one_of(T::ALL))
    } else {
        set
    }
}
