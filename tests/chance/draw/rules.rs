//! Packs whose limits lie near what the option has: at it, one beside it, or anywhere.

use super::Case;
use super::limits::limit;
use super::limits_beside::some_words;
use super::values::money;
use crate::dice::Dice;
use crate::judged::Judged;
use quittance::engine::calendar::{add_days, days_between};
use quittance::engine::claim::Product;
use quittance::engine::rules::{
    Applicability, BalanceBand, DateRange, DaysPastDue, DeskDefaults, Layer, Limit, LimitKind,
    Pack, PackName, Role, Rule, Segment, Severity, Visibility,
};
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
            let mut rule = rule(dice, judged.case, limit);
            let pack = &mut packs[usize::from(dice.once_in(2))];
            if !pack.segments.is_empty() && dice.once_in(2) {
                let at = usize::from(dice.once_in(4));
                rule.applies.segments = Some(vec![pack.segments[at].id.clone()]);
            }
            pack.rules.push(Arc::new(rule));
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
        segments: Vec::new(),
        defaults: DeskDefaults::NEUTRAL,
        rules: Vec::with_capacity(16),
        ladder: None,
        expectations: None,
        duties: Vec::new(),
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
        17..=18 => pack.segments = segments(dice, case),
        _ => {}
    }
    pack
}

/// Two segments that lie side by side; now and then the case falls in neither.
fn segments(dice: &mut Dice, case: &Case) -> Vec<Segment> {
    let age = u32::try_from(case.claim.days_past_due(case.claim.as_of)).unwrap();
    let segment = |id: &str, from, to| Segment {
        id: id.to_owned(),
        products: None,
        days_past_due: Some(DaysPastDue { from, to }),
        balance: None,
        customers: None,
    };
    let mut segments = vec![
        segment("younger", 0, Some(age)),
        segment("older", age + 1, None),
    ];
    match dice.below(4) {
        0 => segments[0].products = Some(vec![other_than(case.product)]),
        1 => segments[0].customers = Some(some_words(dice)),
        2 => segments[0].balance = Some(balance_band(dice, case)),
        _ => {}
    }
    segments
}

/// A band that ends or begins at what is owed, or one beside it.
fn balance_band(dice: &mut Dice, case: &Case) -> BalanceBand {
    let owed: i64 = case
        .claim
        .components()
        .iter()
        .map(|(_, one)| one.minor())
        .sum();
    let (more, less) = (dice.between(0, 1), dice.between(0, 1));
    if dice.once_in(2) {
        BalanceBand {
            from: Some(money(owed + more)),
            to: None,
        }
    } else {
        BalanceBand {
            from: None,
            to: Some(money((owed - less).max(0))),
        }
    }
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
        8 => applies.balance = Some(balance_band(dice, case)),
        9 => applies.customers = Some(some_words(dice)),
        10 => applies.strategies = Some(some_words(dice)),
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
