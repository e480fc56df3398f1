//! Types of customer, what signs suggest, what is on the table, the test of recovery, and what broken promises lead to.

use quittance::engine::claim::{
    Approach, Customer, CustomerType, PromiseEffect, Recovery, Sign, Stage, on_the_table,
    suggested_type,
};

#[test]
fn a_type_is_willingness_by_ability_and_keeps_its_name() {
    for kind in CustomerType::ALL {
        assert_eq!(CustomerType::of(kind.willing(), kind.able()), kind);
        assert_eq!(CustomerType::from_code(kind.code()), Some(kind));
        let noted = Customer {
            willing: kind.willing(),
            able: kind.able(),
            promises_broken: 0,
        };
        assert_eq!(noted.kind(), kind);
    }
    assert_eq!(CustomerType::of(true, false).code(), "willing-unable");
    assert_eq!(CustomerType::from_code("hopeless"), None);
}

#[test]
fn signs_suggest_a_type_and_none_suggests_none() {
    assert_eq!(suggested_type(&[]), None);
    let suggested = |signs: &[Sign]| suggested_type(signs).map(CustomerType::code);
    assert_eq!(suggested(&[Sign::NoDate]), Some("unwilling-able"));
    assert_eq!(
        suggested(&[Sign::Illness, Sign::IncomeFalls]),
        Some("willing-unable")
    );
    assert_eq!(
        suggested(&[Sign::RefusesPapers, Sign::FraudVictim]),
        Some("unwilling-unable")
    );
    let of_willingness = Sign::ALL
        .iter()
        .filter(|sign| sign.of_willingness())
        .count();
    assert_eq!((of_willingness, Sign::ALL.len()), (5, 11));
    for sign in Sign::ALL {
        assert_eq!(Sign::from_code(sign.code()), Some(sign));
    }
}

#[test]
fn what_is_on_the_table_is_what_practice_puts_there() {
    let has = |stage, kind, approach| on_the_table(stage, kind).contains(&approach);
    for stage in Stage::ALL {
        for kind in CustomerType::ALL {
            let table = on_the_table(stage, kind);
            assert!(!table.is_empty());
            for (place, approach) in table.iter().enumerate() {
                assert!(
                    !table[..place].contains(approach),
                    "{stage:?} {kind:?} {approach:?}"
                );
            }
            // Nothing formal while little or nothing is past due, and no money for who is not willing.
            if matches!(stage, Stage::M0 | Stage::M1) {
                assert!(!has(stage, kind, Approach::FormalSteps));
            }
            if !kind.willing() {
                assert!(!has(stage, kind, Approach::PenaltyRelief));
                assert!(!has(stage, kind, Approach::Deferral));
            }
        }
    }
    assert!(has(
        Stage::M2,
        CustomerType::WillingUnable,
        Approach::Deferral
    ));
    assert!(has(
        Stage::M3,
        CustomerType::WillingAble,
        Approach::PenaltyRelief
    ));
    assert!(has(
        Stage::M3Plus,
        CustomerType::UnwillingUnable,
        Approach::FormalSteps
    ));
    assert_eq!(
        on_the_table(Stage::M2, CustomerType::UnwillingAble)[0],
        Approach::FindOutWhy
    );
}

#[test]
fn time_is_given_where_recovery_is_expected_within_the_horizon_and_papers_show_it() {
    assert_eq!(Recovery::of(Some(24), true, 24), Recovery::Expected);
    assert_eq!(Recovery::of(Some(24), false, 24), Recovery::NotShown);
    let late = Recovery::TooLate {
        months: 25,
        horizon: 24,
    };
    assert_eq!(Recovery::of(Some(25), true, 24), late);
    assert_eq!(Recovery::of(None, true, 24), Recovery::NotInSight);
    assert!(Recovery::Expected.leads_to().contains(&Approach::Deferral));
    for without in [late, Recovery::NotInSight] {
        assert_eq!(without.leads_to(), [Approach::RealiseAssets]);
    }
    assert!(!Recovery::NotShown.leads_to().contains(&Approach::Deferral));
}

#[test]
fn one_broken_promise_is_cured_and_only_the_second_running_may_end_a_plan() {
    let effects = [0, 1, 2, 3].map(|broken| PromiseEffect::of(broken, 2));
    assert_eq!(
        effects,
        [
            PromiseEffect::Remind,
            PromiseEffect::CureAndReplan,
            PromiseEffect::MayBeCancelled,
            PromiseEffect::MayBeCancelled,
        ]
    );
    assert_eq!(PromiseEffect::of(1, 0), PromiseEffect::MayBeCancelled);
}
