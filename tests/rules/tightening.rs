//! A looser pack never refuses what a tighter one allowed.

use super::option::{Case, date, instalments, money, sample};
use proptest::prelude::*;
use quittance::agreement::work_out;
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, Evidence, PerComponent};
use quittance::engine::fields::CodeSet;
use quittance::engine::money::{Currency, Money, Rate, Share};
use quittance::engine::plan::{Carry, Settlement, Waiver};
use quittance::engine::rules::{
    Applicability, DateRange, FrequencyList, Layer, Limit, Pack, Rule, Severity, Strategy as Way,
    Visibility, check, read_pack,
};
use std::sync::Arc;

fn percent(hundredths: u32) -> String {
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

fn share(hundredths: u32) -> Share {
    Share::parse_percent(&percent(hundredths)).unwrap()
}

fn yearly(hundredths: u32) -> Rate {
    Rate::parse_percent(&percent(hundredths)).unwrap()
}

fn amount(yuan: u32) -> Money {
    Money::from_minor(i64::from(yuan) * 100).unwrap()
}

/// Two limits of a kind from two numbers up to 10,000: the looser and the tighter.
#[expect(clippy::too_many_lines, reason = "one arm per kind")]
fn pair(kind: usize, component: Component, low: u32, high: u32) -> (Limit, Limit) {
    let at_least = |make: &dyn Fn(u32) -> Limit| (make(low), make(high));
    let at_most = |make: &dyn Fn(u32) -> Limit| (make(high), make(low));
    let list = |steps: &[Frequency]| FrequencyList::new(steps).unwrap();
    match kind {
        0 => at_least(&|n| Limit::MinimumSettlement {
            share: Some(share(n)),
            amount: None,
            components: None,
        }),
        1 => at_least(&|n| Limit::MinimumSettlement {
            share: None,
            amount: Some(amount(n * 6)),
            components: None,
        }),
        2 => at_most(&|n| Limit::WaiverCap {
            component,
            share: Some(share(n)),
            amount: None,
        }),
        3 => at_most(&|n| Limit::WaiverCapTotal { share: share(n) }),
        4 => at_least(&|n| Limit::MinimumDownPayment { share: share(n) }),
        5 => at_most(&|n| Limit::MaximumInstalments { count: n / 100 }),
        6 => at_least(&|n| Limit::MinimumPayments { count: n / 400 }),
        7 => at_most(&|n| Limit::MaximumTotalDays { days: n / 8 }),
        8 => at_most(&|n| Limit::MaximumTermMonths { months: n / 200 }),
        9 => at_most(&|n| Limit::MaximumDaysBetween { days: n / 200 }),
        10 => at_most(&|n| Limit::MaximumDaysToFirst { days: n / 50 }),
        11 => at_least(&|n| Limit::MinimumInstalment {
            amount: amount(n / 2),
        }),
        12 => at_most(&|n| Limit::MaximumDeferralDays { days: n / 50 }),
        13 => at_most(&|n| Limit::AllInCap { rate: yearly(n) }),
        14 => at_most(&|n| Limit::ArrearsCap {
            rate: yearly(n * 4),
        }),
        15 => at_most(&|n| Limit::ChargesPerMonth {
            amount: amount(n / 20),
        }),
        16 => at_most(&|n| Limit::PenaltyRateCap {
            rate: yearly(n * 4),
        }),
        17 => at_most(&|n| Limit::RecoveryHorizonMonths { months: n / 200 }),
        18 => at_most(&|n| Limit::BrokenPromises { most: n / 2000 }),
        19 => at_most(&|n| Limit::PenaltyMultipleBand {
            from: 0.into(),
            to: rust_decimal::Decimal::new(i64::from(n), 3),
        }),
        20 => at_most(&|n| Limit::WaiverCap {
            component,
            share: Some(share(5_000)),
            amount: Some(amount(n)),
        }),
        21 => at_least(&|n| Limit::MinimumSettlement {
            share: Some(share(n)),
            amount: None,
            components: Some(CodeSet::of(&[component, Component::Principal])),
        }),
        22 => at_most(&|n| Limit::SkippedPayments {
            most: n / 1_000,
            running: n / 2_000,
        }),
        23 => at_most(&|n| Limit::MaximumGraceDays { days: n / 1_000 }),
        24 => at_most(&|n| Limit::MaximumOfferDays { days: n / 1_000 }),
        25 => at_most(&|n| Limit::Restructures {
            most: n / 3_000,
            within_months: 36,
        }),
        26 => at_least(&|n| Limit::Restructures {
            most: 0,
            within_months: n / 100,
        }),
        27 => at_most(&|n| Limit::AffordableShare { share: share(n) }),
        28 => at_least(&|n| Limit::MinimumResidual {
            amount: amount(n / 2),
        }),
        29 => at_least(&|n| Limit::MinimumValue {
            share: share(n),
            rate: yearly(1_000),
        }),
        30 => at_least(&|n| Limit::MinimumValue {
            share: share(9_500),
            rate: yearly(n),
        }),
        31 => at_least(&|n| Limit::RepaymentBehaviour {
            payments: n / 2_000,
        }),
        32 => at_most(&|n| Limit::LimitationPeriod { months: n / 2_000 }),
        33 => at_most(&|n| Limit::TotalCostCap { share: share(n) }),
        34 => at_most(&|n| Limit::TotalWithinRate { rate: yearly(n) }),
        35 => (
            Limit::EvidenceRequired {
                evidence: CodeSet::of(&[Evidence::Income]),
            },
            Limit::EvidenceRequired {
                evidence: CodeSet::of(&[Evidence::Income, Evidence::Recovery]),
            },
        ),
        36 => {
            let used = CodeSet::of(&[Way::Instalments, Way::RateCut]);
            let looser = used.with(Way::Waiver).with(Way::Deferral);
            (
                Limit::AllowedStrategies { strategies: looser },
                Limit::AllowedStrategies { strategies: used },
            )
        }
        _ => (
            Limit::AllowedFrequencies {
                frequencies: list(&[Frequency::WEEKLY, Frequency::MONTHLY]),
            },
            Limit::AllowedFrequencies {
                frequencies: list(&[Frequency::WEEKLY]),
            },
        ),
    }
}

fn pack(limit: Limit) -> Pack {
    let mut pack = read_pack(&super::option::pack_text(&[])).unwrap();
    pack.layer = Layer::House;
    pack.rules.push(Arc::new(Rule {
        id: "R".to_owned(),
        limit,
        severity: Severity::Block,
        visibility: Visibility::Private,
        applies: Applicability::default(),
        effective: DateRange::default(),
        source: "house".to_owned(),
    }));
    pack
}

fn any_option() -> impl Strategy<Value = Case> {
    let frequencies = [
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::MONTHLY,
    ];
    let claims = ["card-cn", "loan-cn", "micro-cn", "property-cn"];
    let terms = (
        proptest::sample::select(claims.to_vec()),
        proptest::option::of((proptest::sample::select(frequencies.to_vec()), 1_u32..60)),
        0_u32..120,
        0_u32..10_000,
    );
    let gives = (0_u32..2_500, 0_u32..=10_000, 0_u32..=10_000, any::<bool>());
    (terms, gives).prop_map(
        |((id, plan, wait, rate), (down, penalty, interest, capitalised))| {
            let case = sample(id)
                .offered(Some(wait % 10), Some(rate % 10))
                .beside(|noted| {
                    noted.restructured_on = Some(vec![date("2024-06-01"), date("2025-06-01")]);
                    noted.surplus = Some(amount(rate / 3));
                    noted.payments_since_overdue = Some(down % 6);
                    noted.evidence = Some(CodeSet::of(&[Evidence::Income]));
                });
            let owed = case.claim.components().total().unwrap();
            case.with(|proposal| {
                proposal.settlement = match plan {
                    Some((frequency, count)) => instalments(frequency, count),
                    None => Settlement::LumpSum,
                };
                proposal.first_due = date("2026-11-20") + chrono::Days::new(u64::from(wait));
                proposal.rate = yearly(rate);
                proposal.down_payment = share(down)
                    .of(owed, proposal.rounding)
                    .unwrap_or(money("0.00"));
                proposal
                    .concessions
                    .waivers
                    .set(Component::Penalty, Waiver::Share(share(penalty)));
                proposal
                    .concessions
                    .waivers
                    .set(Component::Interest, Waiver::Share(share(interest)));
                if capitalised {
                    proposal.carry = PerComponent::all(Carry::Capitalised);
                }
            })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_looser_pack_never_refuses_what_a_tighter_one_allowed(
        case in any_option(),
        kind in 0_usize..38,
        component in proptest::sample::select(&Component::ALL[..]),
        one in 0_u32..=10_000,
        other in 0_u32..=10_000,
    ) {
        prop_assert_eq!(case.claim.currency, Currency::Cny);
        let (loose, tight) = pair(kind, component, one.min(other), one.max(other));
        let Ok(worked) = work_out(&case.claim, &case.proposal) else { return Ok(()) };
        let decide = |limit| check(
            &[&pack(limit)],
            &case.situation(),
            &case.proposal,
            &worked.plan,
            &worked.totals,
        ).decision;
        prop_assert!(decide(loose) <= decide(tight), "{:?} against {:?}", loose, tight);
    }
}
