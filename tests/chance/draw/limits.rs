//! Limits on the amounts and days of an option, near what it has.

use super::limits_beside::{self, some_words};
use super::near::{near, near_count, near_money, near_rate, near_share};
use super::values::{money, multiple};
use crate::dice::Dice;
use crate::judged::{Judged, minor};
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::Component;
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{PlanRate, Settlement};
use quittance::engine::rules::{FrequencyList, Limit, LimitKind};
use rust_decimal::Decimal;

/// A limit of the kind that stands at a place of [`LimitKind::CODES`].
pub fn limit(dice: &mut Dice, kind: usize, judged: &Judged<'_>) -> Limit {
    let (plan, totals, case) = (judged.plan, judged.totals, judged.case);
    let owed = judged.owed();
    // One that something is owed of, where there is one: of the others no rule says anything.
    let wanted = dice.one_of(&Component::ALL);
    let component = if plan.opening.get(wanted).is_zero() {
        Component::Principal
    } else {
        wanted
    };
    let waived = plan.waived.get(component);
    let of_component = plan.opening.get(component);
    match LimitKind::CODES[kind] {
        "minimum-settlement" => match dice.below(3) {
            0 => Limit::MinimumSettlement {
                share: Some(near_share(dice, totals.paid.min(owed), owed)),
                amount: None,
                components: dice.sometimes(2, some_words),
            },
            1 => Limit::MinimumSettlement {
                share: None,
                amount: Some(near_money(dice, totals.paid.min(owed))),
                components: None,
            },
            _ => Limit::MinimumSettlement {
                share: Some(near_share(dice, totals.paid.min(owed), owed)),
                amount: Some(near_money(dice, totals.paid.min(owed))),
                components: None,
            },
        },
        "waiver-cap" => {
            let share = near_share(dice, waived, of_component);
            let amount = near_money(dice, waived);
            // A share, an amount or both.
            let (share, amount) = match dice.below(4) {
                0 => (None, Some(amount)),
                1 => (Some(share), Some(amount)),
                _ => (Some(share), None),
            };
            Limit::WaiverCap {
                component,
                share,
                amount,
            }
        }
        "waiver-cap-total" => Limit::WaiverCapTotal {
            share: near_share(dice, totals.waived, owed),
        },
        "not-waivable" => Limit::NotWaivable { component },
        "not-capitalisable" => Limit::NotCapitalisable {
            component: dice.one_of(&Component::ALL),
        },
        "minimum-down-payment" => Limit::MinimumDownPayment {
            share: near_share(dice, totals.due_now, owed),
        },
        "maximum-instalments" => Limit::MaximumInstalments {
            count: near_count(dice, totals.count.into()),
        },
        "minimum-payments" => Limit::MinimumPayments {
            count: near_count(dice, totals.count.into()),
        },
        "maximum-total-days" => Limit::MaximumTotalDays {
            days: near_count(dice, judged.days_to(totals.last_date)),
        },
        "maximum-term-months" => Limit::MaximumTermMonths {
            months: near_count(dice, judged.days_to(totals.last_date) / 30),
        },
        "maximum-days-between" => Limit::MaximumDaysBetween {
            days: near_count(dice, judged.widest_gap().unwrap_or(30)),
        },
        "maximum-days-to-first" => Limit::MaximumDaysToFirst {
            days: near_count(dice, judged.days_to(totals.first_date)),
        },
        "minimum-instalment" => Limit::MinimumInstalment {
            amount: near_money(dice, judged.smallest_but_last().map_or(Money::ZERO, money)),
        },
        "allowed-frequencies" => Limit::AllowedFrequencies {
            frequencies: frequencies(dice, &case.proposal.settlement),
        },
        "maximum-deferral-days" => Limit::MaximumDeferralDays {
            days: near_count(dice, judged.days_to(case.proposal.first_due) - 28),
        },
        "balance-within-original-principal" => Limit::BalanceWithinOriginalPrincipal,
        "all-in-cap" => {
            let solved = match totals.rate_on_balance {
                PlanRate::Found { simple, .. } => Rate::from_fraction(simple.round_dp(10)).ok(),
                _ => None,
            };
            let own = case.proposal.rate;
            Limit::AllInCap {
                rate: if dice.once_in(3) {
                    near_rate(dice, solved.unwrap_or(own))
                } else {
                    near_rate(dice, own)
                },
            }
        }
        "arrears-cap" => Limit::ArrearsCap {
            rate: near_rate(dice, judged.arrears_rate()),
        },
        "charges-per-month" => {
            let collected = minor(plan.opening.charges) - minor(plan.waived.charges);
            let months = (case.claim.days_past_due(case.claim.as_of) + 29) / 30;
            Limit::ChargesPerMonth {
                amount: money(near(dice, collected / months.max(1)).min(minor(Money::MAX) / 100)),
            }
        }
        "penalty-multiple-band" => {
            let middle = multiple(dice);
            let half = Decimal::new(dice.between(0, 300), 2);
            Limit::PenaltyMultipleBand {
                from: (middle - half).max(Decimal::ZERO),
                to: middle + half,
            }
        }
        "penalty-rate-cap" => {
            let actual = case.claim.terms.penalty_rate().ok().flatten();
            Limit::PenaltyRateCap {
                rate: near_rate(dice, actual.unwrap_or(Rate::ZERO)),
            }
        }
        "recovery-horizon-months" => Limit::RecoveryHorizonMonths {
            months: near_count(dice, judged.days_to(totals.last_date) / 31),
        },
        "broken-promises" => Limit::BrokenPromises {
            most: dice.count(0, 4),
        },
        beside => limits_beside::limit(dice, beside, judged),
    }
}

fn frequencies(dice: &mut Dice, settlement: &Settlement) -> FrequencyList {
    let own = match settlement {
        Settlement::Instalments { frequency, .. } => *frequency,
        Settlement::LumpSum | Settlement::OnDates { .. } => Frequency::MONTHLY,
    };
    let others = [
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::HALF_MONTHLY,
        Frequency::MONTHLY,
    ];
    let mut list: Vec<Frequency> = others
        .into_iter()
        .filter(|other| *other != own && dice.once_in(2))
        .collect();
    if dice.once_in(2) || list.is_empty() {
        list.push(own);
    }
    let list = FrequencyList::new(&list).unwrap();
    if dice.once_in(3) {
        list.with_agreed_days()
    } else {
        list
    }
}
