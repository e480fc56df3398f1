//! Packs whose limits lie near what the option has: at it, one beside it, or anywhere.

use super::Case;
use super::values::{ONE, amount, money, multiple, rate, share_of_steps};
use crate::dice::Dice;
use crate::judged::{Judged, minor, share_steps};
use quittance::engine::calendar::{Frequency, add_days, days_between};
use quittance::engine::claim::{Component, Product};
use quittance::engine::money::{Money, Rate};
use quittance::engine::plan::{PlanRate, Settlement};
use quittance::engine::rules::{
    Applicability, DateRange, DaysPastDue, DeskDefaults, FrequencyList, Layer, Limit, LimitKind,
    Pack, PackName, Role, Rule, Severity, Visibility,
};
use rust_decimal::Decimal;
use std::sync::Arc;

/// The law's pack and the house's, each kind of limit in about half of all cases.
pub fn packs(dice: &mut Dice, judged: &Judged<'_>) -> [Pack; 2] {
    let mut packs = [
        pack(dice, judged.case, Layer::Statutory),
        pack(dice, judged.case, Layer::House),
    ];
    for kind in 0..LimitKind::CODES.len() {
        if dice.once_in(2) {
            let limit = limit(dice, kind, judged);
            let rule = Arc::new(rule(dice, judged.case, limit));
            packs[usize::from(dice.once_in(2))].rules.push(rule);
        }
    }
    packs
}

fn pack(dice: &mut Dice, case: &Case, layer: Layer) -> Pack {
    let mut pack = Pack {
        id: "drawn".to_owned(),
        name: PackName {
            zh: "样例".to_owned(),
            en: "sample".to_owned(),
        },
        version: "1".to_owned(),
        layer,
        jurisdiction: case.jurisdiction,
        currency: case.claim.currency,
        effective: DateRange::default(),
        products: None,
        defaults: DeskDefaults::NEUTRAL,
        rules: Vec::with_capacity(16),
        ladder: None,
        expectations: None,
    };
    match dice.below(64) {
        0 => pack.effective.to = add_days(case.claim.as_of, -1).ok(),
        1 => pack.effective.from = add_days(case.claim.as_of, 1).ok(),
        2 => pack.products = Some(vec![other_than(case.product)]),
        3..=16 => {
            pack.effective.from = Some(case.claim.as_of);
            pack.effective.to = Some(case.claim.as_of);
            pack.products = Some(vec![case.product]);
        }
        _ => {}
    }
    pack
}

fn other_than(product: Product) -> Product {
    let mut others = Product::ALL.into_iter().filter(|other| *other != product);
    others.next().unwrap()
}

fn rule(dice: &mut Dice, case: &Case, limit: Limit) -> Rule {
    let age = days_between(case.claim.overdue_since, case.claim.as_of);
    let age = u32::try_from(age).unwrap();
    let mut applies = Applicability::default();
    match dice.below(32) {
        0 => applies.products = Some(vec![other_than(case.product)]),
        1 => applies.products = Some(vec![case.product, other_than(case.product)]),
        // A band that ends at this very age, or the day before it.
        2..=3 => {
            let to = age.saturating_sub(dice.count(0, 1));
            applies.days_past_due = Some(DaysPastDue {
                from: 0,
                to: Some(to),
            });
        }
        4..=5 => {
            let from = age + dice.count(0, 1);
            applies.days_past_due = Some(DaysPastDue { from, to: None });
        }
        6 => applies.signed.from = add_days(case.claim.terms.signed_on, 1).ok(),
        7 => applies.signed.to = Some(case.claim.terms.signed_on),
        _ => {}
    }
    Rule {
        id: limit.kind().code().to_owned(),
        limit,
        severity: match dice.below(4) {
            0 => Severity::Warn,
            1 => Severity::Route(Role::Supervisor),
            2 => Severity::Route(Role::Manager),
            _ => Severity::Block,
        },
        visibility: Visibility::Public,
        applies,
        effective: DateRange::default(),
        source: "drawn".to_owned(),
    }
}

/// A number at another, one beside it, or anywhere up to twice as far.
fn near(dice: &mut Dice, actual: i64) -> i64 {
    let actual = actual.max(0);
    match dice.below(8) {
        0..=1 => actual,
        2 => actual + 1,
        3 => (actual - 1).max(0),
        _ => dice.between(0, 2 * actual + 1),
    }
}

fn near_money(dice: &mut Dice, actual: Money) -> Money {
    money(near(dice, actual.minor()))
}

fn near_count(dice: &mut Dice, actual: i64) -> u32 {
    u32::try_from(near(dice, actual)).unwrap()
}

fn near_share(dice: &mut Dice, part: Money, whole: Money) -> quittance::engine::money::Share {
    let at = near(dice, share_steps(part, whole));
    // Whole percents as packs have them, or to the last step.
    share_of_steps(if dice.once_in(2) {
        at
    } else {
        at / (ONE / 100) * (ONE / 100)
    })
}

fn near_rate(dice: &mut Dice, actual: Rate) -> Rate {
    if dice.once_in(3) {
        return rate(dice);
    }
    Rate::from_scaled(near(dice, actual.scaled()).min(Rate::MAX.scaled())).unwrap()
}

/// A limit of the kind that stands at a place of [`LimitKind::CODES`].
fn limit(dice: &mut Dice, kind: usize, judged: &Judged<'_>) -> Limit {
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
            },
            1 => Limit::MinimumSettlement {
                share: None,
                amount: Some(near_money(dice, totals.paid.min(owed))),
            },
            _ => Limit::MinimumSettlement {
                share: Some(near_share(dice, totals.paid.min(owed), owed)),
                amount: Some(near_money(dice, totals.paid.min(owed))),
            },
        },
        "waiver-cap" => Limit::WaiverCap {
            component,
            share: near_share(dice, waived, of_component),
        },
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
        unknown => panic!("no limit is drawn for {unknown}"),
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

fn looser_limit(dice: &mut Dice, limit: Limit) -> Limit {
    let by = dice.between(0, 3);
    let more = |count: u32| count.saturating_add(u32::try_from(by).unwrap());
    let fewer = |count: u32| count.saturating_sub(u32::try_from(by).unwrap());
    let more_share =
        |share: quittance::engine::money::Share| share_of_steps(share.scaled() + by * (ONE / 100));
    let less_share =
        |share: quittance::engine::money::Share| share_of_steps(share.scaled() - by * (ONE / 100));
    let less_money = |amount: Money| money((minor(amount) - by * 100).max(0));
    let more_rate =
        |rate: Rate| Rate::from_scaled(rate.scaled() + by * (ONE / 100)).unwrap_or(rate);
    match limit {
        Limit::MinimumSettlement { share, amount } => Limit::MinimumSettlement {
            share: share.map(less_share),
            amount: amount.map(less_money),
        },
        Limit::WaiverCap { component, share } => Limit::WaiverCap {
            component,
            share: more_share(share),
        },
        Limit::WaiverCapTotal { share } => Limit::WaiverCapTotal {
            share: more_share(share),
        },
        // A cap at any share is looser than none at all.
        Limit::NotWaivable { component } if by > 0 => Limit::WaiverCap {
            component,
            share: share_of_steps(by * (ONE / 10)),
        },
        Limit::NotWaivable { .. }
        | Limit::NotCapitalisable { .. }
        | Limit::BalanceWithinOriginalPrincipal => limit,
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
    }
}

/// Any amount, for what has no actual value to lie near.
pub fn any_payment(dice: &mut Dice) -> Money {
    amount(dice).max(money(1))
}
