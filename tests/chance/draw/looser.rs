//! Packs with every limit a little looser.

use super::values::{ONE, money, share_of_steps};
use crate::dice::Dice;
use crate::judged::minor;
use quittance::engine::calendar::Frequency;
use quittance::engine::fields::{CodeSet, Coded};
use quittance::engine::money::{Money, Rate, Share};
use quittance::engine::rules::{FrequencyList, Limit, Pack, Rule, Strategy};
use rust_decimal::Decimal;
use std::sync::Arc;

/// A pack with every limit a little looser, or the same.
pub fn loosened(dice: &mut Dice, pack: &Pack) -> Pack {
    let mut looser = pack.clone();
    if dice.once_in(4) && !looser.rules.is_empty() {
        let at = dice.below(u64::try_from(looser.rules.len()).unwrap());
        looser.rules.remove(usize::try_from(at).unwrap());
    }
    for rule in &mut looser.rules {
        let limit = looser_limit(dice, rule.limit);
        *rule = Arc::new(Rule {
            limit,
            ..(**rule).clone()
        });
    }
    looser
}

#[expect(clippy::too_many_lines, reason = "one arm per kind")]
fn looser_limit(dice: &mut Dice, limit: Limit) -> Limit {
    let by = dice.between(0, 3);
    let more = |count: u32| count.saturating_add(u32::try_from(by).unwrap());
    let fewer = |count: u32| count.saturating_sub(u32::try_from(by).unwrap());
    let more_share = |share: Share| share_of_steps(share.scaled() + by * (ONE / 100));
    let less_share = |share: Share| share_of_steps(share.scaled() - by * (ONE / 100));
    let less_money = |amount: Money| money((minor(amount) - by * 100).max(0));
    let more_money = |amount: Money| money((minor(amount) + by * 100).min(minor(Money::MAX)));
    let more_rate =
        |rate: Rate| Rate::from_scaled(rate.scaled() + by * (ONE / 100)).unwrap_or(rate);
    let less_rate =
        |rate: Rate| Rate::from_scaled((rate.scaled() - by * (ONE / 100)).max(0)).unwrap();
    match limit {
        Limit::MinimumSettlement {
            share,
            amount,
            components,
        } => Limit::MinimumSettlement {
            share: share.map(less_share),
            amount: amount.map(less_money),
            components,
        },
        Limit::WaiverCap {
            component,
            share,
            amount,
        } => Limit::WaiverCap {
            component,
            share: share.map(more_share),
            amount: amount.map(more_money),
        },
        Limit::WaiverCapTotal { share } => Limit::WaiverCapTotal {
            share: more_share(share),
        },
        // A cap at any share is looser than none at all.
        Limit::NotWaivable { component } if by > 0 => Limit::WaiverCap {
            component,
            share: Some(share_of_steps(by * (ONE / 10))),
            amount: None,
        },
        Limit::NotWaivable { .. }
        | Limit::NotCapitalisable { .. }
        | Limit::BalanceWithinOriginalPrincipal
        | Limit::GuarantorConsent
        | Limit::Moratorium => limit,
        Limit::MinimumDownPayment { share } => Limit::MinimumDownPayment {
            share: less_share(share),
        },
        Limit::MaximumInstalments { count } => Limit::MaximumInstalments { count: more(count) },
        Limit::MinimumPayments { count } => Limit::MinimumPayments {
            count: fewer(count),
        },
        Limit::MaximumTotalDays { days } => Limit::MaximumTotalDays { days: more(days) },
        Limit::MaximumTermMonths { months } => Limit::MaximumTermMonths {
            months: more(months),
        },
        Limit::MaximumDaysBetween { days } => Limit::MaximumDaysBetween { days: more(days) },
        Limit::MaximumDaysToFirst { days } => Limit::MaximumDaysToFirst { days: more(days) },
        Limit::MinimumInstalment { amount } => Limit::MinimumInstalment {
            amount: less_money(amount),
        },
        Limit::AllowedFrequencies { frequencies } => {
            let mut list: Vec<Frequency> = frequencies.iter().collect();
            if by > 0 && !frequencies.contains(Frequency::MONTHLY) {
                list.push(Frequency::MONTHLY);
            }
            let list = FrequencyList::new(&list).unwrap();
            Limit::AllowedFrequencies {
                frequencies: if by > 0 || frequencies.agreed_days() {
                    list.with_agreed_days()
                } else {
                    list
                },
            }
        }
        Limit::MaximumDeferralDays { days } => Limit::MaximumDeferralDays { days: more(days) },
        Limit::AllInCap { rate } => Limit::AllInCap {
            rate: more_rate(rate),
        },
        Limit::ArrearsCap { rate } => Limit::ArrearsCap {
            rate: more_rate(rate),
        },
        Limit::ChargesPerMonth { amount: cap } => Limit::ChargesPerMonth {
            amount: money((minor(cap) + by * 100).min(minor(Money::MAX) / 100)),
        },
        Limit::PenaltyMultipleBand { from, to } => Limit::PenaltyMultipleBand {
            from: (from - Decimal::new(by, 1)).max(Decimal::ZERO),
            to: to + Decimal::new(by, 1),
        },
        Limit::PenaltyRateCap { rate } => Limit::PenaltyRateCap {
            rate: more_rate(rate),
        },
        Limit::RecoveryHorizonMonths { months } => Limit::RecoveryHorizonMonths {
            months: more(months),
        },
        Limit::BrokenPromises { most } => Limit::BrokenPromises { most: more(most) },
        Limit::SkippedPayments { most, running } => Limit::SkippedPayments {
            most: more(most),
            running: more(running),
        },
        Limit::MaximumGraceDays { days } => Limit::MaximumGraceDays { days: more(days) },
        Limit::MaximumOfferDays { days } => Limit::MaximumOfferDays { days: more(days) },
        Limit::Restructures {
            most,
            within_months,
        } => Limit::Restructures {
            most: more(most),
            within_months: fewer(within_months),
        },
        Limit::AffordableShare { share } => Limit::AffordableShare {
            share: more_share(share),
        },
        Limit::MinimumResidual { amount } => Limit::MinimumResidual {
            amount: less_money(amount),
        },
        Limit::MinimumValue { share, rate } => Limit::MinimumValue {
            share: less_share(share),
            rate: less_rate(rate),
        },
        Limit::RepaymentBehaviour { payments } => Limit::RepaymentBehaviour {
            payments: fewer(payments),
        },
        // One paper fewer, where more than one is asked for.
        Limit::EvidenceRequired { evidence } => {
            let fewer = evidence
                .iter()
                .skip(usize::from(by > 0))
                .collect::<Vec<_>>();
            let evidence = match fewer.as_slice() {
                [] => evidence,
                some => CodeSet::of(some),
            };
            Limit::EvidenceRequired { evidence }
        }
        Limit::LimitationPeriod { months } => Limit::LimitationPeriod {
            months: more(months),
        },
        Limit::TotalCostCap { share } => Limit::TotalCostCap {
            share: more_share(share),
        },
        Limit::TotalWithinRate { rate } => Limit::TotalWithinRate {
            rate: more_rate(rate),
        },
        Limit::AllowedStrategies { strategies } => Limit::AllowedStrategies {
            strategies: if by > 0 {
                strategies.with(dice.one_of(Strategy::ALL))
            } else {
                strategies
            },
        },
    }
}
