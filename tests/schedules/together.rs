//! Terms that have no meaning together.

use quittance::engine::money::{Rate, Rounding};
use quittance::engine::plan::schedule::{
    Balances, FirstNight, InterestBasis, LastInstalment, Multiple, RateChange, Refit, Terms,
    TermsError, lay_out,
};

use crate::reading::yuan;
use crate::refusals::{equal, every_way, refused};
use crate::ways::{date, monthly};

#[test]
fn terms_without_a_meaning_together_are_refused_by_both_names() {
    let together = |terms: Terms| match refused(&terms) {
        TermsError::NotTogether { field, with } => (field, with),
        other => panic!("{other:?}"),
    };
    let whole = Multiple {
        of: yuan("1"),
        rounding: Rounding::HalfUp,
    };
    let nothing_repeats = ["interest-first", "one-off", "custom"];
    for repayment in every_way() {
        let code = repayment.code();
        let terms = monthly("1200", "12", 12, repayment);
        let principal_repeats = ["equal-principal", "interest-last"].contains(&code);
        let with_multiple = lay_out(&Terms {
            multiple: Some(whole),
            ..terms.clone()
        });
        let nothing = nothing_repeats.contains(&code);
        let refused_multiple = with_multiple
            == Err(TermsError::NotTogether {
                field: "instalment_multiple_of",
                with: code,
            });
        assert_eq!(refused_multiple, nothing || principal_repeats, "{code}");
        let given = Terms {
            instalment: Some(yuan("120")),
            ..terms.clone()
        };
        assert_eq!(lay_out(&given).is_err(), nothing, "{code}");
        let smoothed = Terms {
            last_instalment: LastInstalment::Smoothed,
            ..terms.clone()
        };
        assert_eq!(
            lay_out(&smoothed).is_ok(),
            code == "equal-instalment",
            "{code}"
        );
        let unrounded = Terms {
            balances: Balances::Unrounded,
            ..terms.clone()
        };
        let shown = ["equal-instalment", "equal-principal", "interest-first"];
        assert_eq!(lay_out(&unrounded).is_ok(), shown.contains(&code), "{code}");
        let mut spared = terms.clone();
        spared.grace.principal = 3;
        let unspared = ["interest-first", "one-off", "custom", "minimum-first"];
        assert_eq!(
            lay_out(&spared).is_err(),
            unspared.contains(&code),
            "{code}"
        );
        let mut carried = terms;
        carried.grace.interest_payment = 3;
        let uncarried = ["one-off", "interest-last", "custom", "minimum-first"];
        assert_eq!(
            lay_out(&carried).is_err(),
            uncarried.contains(&code),
            "{code}"
        );
    }
    let both = equal(|terms| {
        terms.instalment = Some(yuan("120"));
        terms.multiple = Some(whole);
    });
    assert_eq!(together(both), ("instalment", "instalment_multiple_of"));
    let both = equal(|terms| {
        terms.instalment = Some(yuan("120"));
        terms.instalment_basis = Some(InterestBasis::Periodic);
    });
    assert_eq!(together(both), ("instalment", "instalment_basis"));
    let both = equal(|terms| {
        terms.last_instalment = LastInstalment::InterestAbsorbs;
        terms.grace.interest_free = 1;
    });
    assert_eq!(
        together(both),
        ("last_instalment interest-absorbs", "grace.interest_free")
    );
    let both = equal(|terms| {
        terms.balances = Balances::Unrounded;
        terms.multiple = Some(whole);
    });
    assert_eq!(
        together(both),
        ("balances unrounded", "instalment_multiple_of")
    );
    let both = equal(|terms| {
        terms.instalment = Some(yuan("120"));
        terms.rate_changes = vec![RateChange {
            from: date("2026-03-01"),
            first_night: FirstNight::Begins,
            annual_rate: Rate::ZERO,
            instalment: Refit::Refitted,
        }];
    });
    assert_eq!(together(both), ("rate_changes refitted", "instalment"));
}

#[test]
fn grace_has_no_meaning_with_what_is_shown_unrounded_or_paid_smoothly() {
    use quittance::engine::plan::schedule::{Grace, Repayment};
    let plain = monthly("1200", "12", 12, Repayment::EqualInstalment);
    let with = |grace: Grace, balances, last_instalment| {
        lay_out(&Terms {
            grace,
            balances,
            last_instalment,
            ..plain.clone()
        })
    };
    let none = plain.grace;
    let kinds = [
        (
            Grace {
                principal: 1,
                ..none
            },
            "grace.principal",
        ),
        (
            Grace {
                interest_payment: 1,
                ..none
            },
            "grace.interest_payment",
        ),
        (
            Grace {
                interest_free: 1,
                ..none
            },
            "grace.interest_free",
        ),
    ];
    assert!(with(none, Balances::Unrounded, LastInstalment::Plain).is_ok());
    assert!(with(none, Balances::Rounded, LastInstalment::Smoothed).is_ok());
    for (grace, name) in kinds {
        let unrounded = with(grace, Balances::Unrounded, LastInstalment::Plain);
        let (field, with_it) = ("balances unrounded", name);
        assert_eq!(
            unrounded,
            Err(TermsError::NotTogether {
                field,
                with: with_it
            })
        );
    }
    let (field, name) = ("last_instalment smoothed", "grace.interest_payment");
    let smoothed = with(kinds[1].0, Balances::Rounded, LastInstalment::Smoothed);
    assert_eq!(smoothed, Err(TermsError::NotTogether { field, with: name }));
}
