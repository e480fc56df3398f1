//! Which of two limits leaves more room, kind by kind.

use crate::tightening::pair;
use proptest::prelude::*;
use quittance::engine::claim::{Component, Evidence};
use quittance::engine::fields::CodeSet;
use quittance::engine::money::{Money, Rate, Share};
use quittance::engine::rules::{Limit, Strategy as Means, looseness};
use std::cmp::Ordering::{Equal, Greater, Less};

fn share(percent: &str) -> Option<Share> {
    Some(Share::parse_percent(percent).unwrap())
}

fn amount(yuan: i64) -> Option<Money> {
    Some(Money::from_minor(yuan * 100).unwrap())
}

fn floor(
    share: Option<Share>,
    amount: Option<Money>,
    components: Option<CodeSet<Component>>,
) -> Limit {
    Limit::MinimumSettlement {
        share,
        amount,
        components,
    }
}

fn cap(share: Option<Share>, amount: Option<Money>) -> Limit {
    Limit::WaiverCap {
        component: Component::Penalty,
        share,
        amount,
    }
}

#[test]
fn bounds_that_only_one_of_two_limits_sets_make_it_tighter() {
    let penalty = Component::Penalty;
    let none = Limit::NotWaivable { component: penalty };
    let costs = Limit::NotWaivable {
        component: Component::Costs,
    };
    for (one, other, room) in [
        (
            floor(share("80"), None, None),
            floor(share("80"), amount(500), None),
            Some(Greater),
        ),
        (
            floor(share("90"), None, None),
            floor(share("80"), amount(500), None),
            None,
        ),
        (
            floor(share("80"), None, None),
            floor(None, amount(500), None),
            None,
        ),
        (
            cap(share("50"), None),
            cap(share("50"), amount(100)),
            Some(Greater),
        ),
        (
            cap(share("50"), amount(90)),
            cap(share("50"), amount(100)),
            Some(Less),
        ),
        (
            cap(share("40"), amount(120)),
            cap(share("50"), amount(100)),
            None,
        ),
        (cap(share("1"), None), none, Some(Greater)),
        (cap(None, amount(1)), none, Some(Greater)),
        (cap(share("1"), None), costs, None),
    ] {
        assert_eq!(looseness(&one, &other), room, "{one:?} {other:?}");
        let back = room.map(std::cmp::Ordering::reverse);
        assert_eq!(looseness(&other, &one), back, "{other:?} {one:?}");
    }
}

#[test]
fn floors_of_different_parts_of_a_debt_are_not_compared() {
    let arrears = Some(CodeSet::of(&[Component::Principal, Component::Interest]));
    let whole = floor(share("80"), None, None);
    let part = floor(share("90"), None, arrears);
    assert_eq!(looseness(&whole, &part), None);
    assert_eq!(
        looseness(&part, &floor(share("80"), None, arrears)),
        Some(Less)
    );
}

#[test]
fn lists_are_looser_or_tighter_by_what_they_name() {
    let allowed = |strategies: &[Means]| Limit::AllowedStrategies {
        strategies: CodeSet::of(strategies),
    };
    let (few, many) = (
        allowed(&[Means::LumpSum]),
        allowed(&[Means::LumpSum, Means::Waiver]),
    );
    assert_eq!(looseness(&many, &few), Some(Greater));
    assert_eq!(looseness(&few, &allowed(&[Means::Waiver])), None);
    let papers = |evidence: &[Evidence]| Limit::EvidenceRequired {
        evidence: CodeSet::of(evidence),
    };
    let (one, two) = (
        papers(&[Evidence::Income]),
        papers(&[Evidence::Income, Evidence::Hardship]),
    );
    assert_eq!(looseness(&one, &two), Some(Greater));
    assert_eq!(looseness(&two, &papers(&[Evidence::Hardship])), Some(Less));
}

#[test]
fn the_newer_kinds_know_their_direction() {
    let rate = |percent: &str| Rate::parse_percent(percent).unwrap();
    let value = |percent: &str, yearly: &str| Limit::MinimumValue {
        share: Share::parse_percent(percent).unwrap(),
        rate: rate(yearly),
    };
    for (loose, tight) in [
        (
            Limit::SkippedPayments {
                most: 3,
                running: 1,
            },
            Limit::SkippedPayments {
                most: 2,
                running: 1,
            },
        ),
        (
            Limit::Restructures {
                most: 1,
                within_months: 12,
            },
            Limit::Restructures {
                most: 1,
                within_months: 24,
            },
        ),
        (
            Limit::MaximumGraceDays { days: 7 },
            Limit::MaximumGraceDays { days: 3 },
        ),
        (
            Limit::MaximumOfferDays { days: 7 },
            Limit::MaximumOfferDays { days: 3 },
        ),
        (
            Limit::LimitationPeriod { months: 36 },
            Limit::LimitationPeriod { months: 24 },
        ),
        (
            Limit::AffordableShare { share: Share::ONE },
            Limit::AffordableShare { share: Share::ZERO },
        ),
        (
            Limit::MinimumResidual {
                amount: Money::ZERO,
            },
            Limit::MinimumResidual { amount: Money::MAX },
        ),
        (
            Limit::RepaymentBehaviour { payments: 1 },
            Limit::RepaymentBehaviour { payments: 2 },
        ),
        (value("80", "6"), value("85", "6")),
        (value("80", "6"), value("80", "8")),
        (
            Limit::TotalCostCap { share: Share::ONE },
            Limit::TotalCostCap { share: Share::ZERO },
        ),
        (
            Limit::TotalWithinRate { rate: rate("15.4") },
            Limit::TotalWithinRate { rate: rate("12") },
        ),
    ] {
        assert_eq!(looseness(&loose, &tight), Some(Greater), "{loose:?}");
        assert_eq!(looseness(&tight, &loose), Some(Less), "{tight:?}");
        assert_eq!(looseness(&loose, &loose), Some(Equal));
    }
    assert_eq!(looseness(&value("80", "8"), &value("85", "6")), None);
    assert_eq!(
        looseness(&Limit::Moratorium, &Limit::Moratorium),
        Some(Equal)
    );
    assert_eq!(
        looseness(&Limit::Moratorium, &Limit::GuarantorConsent),
        None
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn looser_and_tighter_are_two_sides_of_one_answer(
        kind in 0_usize..38,
        component in proptest::sample::select(&Component::ALL[..]),
        one in 0_u32..=10_000,
        other in 0_u32..=10_000,
    ) {
        let (loose, tight) = pair(kind, component, one.min(other), one.max(other));
        let room = looseness(&loose, &tight).unwrap();
        prop_assert_ne!(room, Less, "{:?} {:?}", loose, tight);
        prop_assert_eq!(looseness(&tight, &loose), Some(room.reverse()));
        prop_assert_eq!(room == Equal, loose == tight);
    }
}
