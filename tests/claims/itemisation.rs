//! A balance itemised since a day: as Regulation F asks, and always adding up.

use quittance::engine::claim::{Case, read_case};
use quittance::engine::fields::{FieldError, Problem};
use quittance::engine::money::{Currency, Money};
use quittance::samples;
use quittance::text::Locale;
use quittance::text::problem::field_problem;
use serde_json::{Value, json};

fn read(change: impl FnOnce(&mut Value)) -> Result<Case, FieldError> {
    let file = samples::by_id("agency-us").unwrap().file;
    let mut case: Value = serde_json::from_str(file).unwrap();
    change(&mut case);
    read_case(&case.to_string())
}

fn dollars(text: &str) -> Money {
    Money::parse(text, Currency::Usd).unwrap()
}

#[test]
fn balance_interest_and_fees_less_payments_and_credits_is_what_is_owed() {
    let case = read(|_| ()).unwrap();
    let itemisation = case.itemisation.unwrap();
    // 3,412.66 + 113.66 + 25.00 - 150.00 - 0.00
    assert_eq!(itemisation.current(), Ok(dollars("3401.32")));
    assert_eq!(case.claim.components().total(), Ok(dollars("3401.32")));
    let credited = read(|case| {
        case["itemisation"]["credits"] = json!("10.00");
        case["itemisation"]["fees"] = json!("35.00");
    });
    assert_eq!(
        credited.unwrap().itemisation.unwrap().credits,
        dollars("10.00")
    );
    let without = read(|case| {
        case.as_object_mut().unwrap().remove("itemisation");
    });
    assert_eq!(without.unwrap().itemisation, None);
}

#[test]
fn an_itemisation_that_does_not_add_up_is_refused_with_both_sums() {
    let error = read(|case| case["itemisation"]["payments"] = json!("149.99")).unwrap_err();
    assert_eq!(error.path, "itemisation");
    assert_eq!(
        error.problem,
        Problem::DoesNotAddUp {
            stated: dollars("3401.32"),
            computed: dollars("3401.33"),
            currency: Currency::Usd,
        }
    );
    assert_eq!(
        field_problem(Locale::En, &error),
        "Itemisation (itemisation): the stated total US$3,401.32 is not the sum of its parts, US$3,401.33; check both."
    );
    assert_eq!(
        field_problem(Locale::Zh, &error),
        "欠款构成（itemisation）：所列合计US$3,401.32与各项之和US$3,401.33不一致；请核对合计和各项。"
    );
}

#[test]
fn every_part_of_an_itemisation_is_needed_and_no_other() {
    for part in ["on", "balance", "interest", "fees", "payments", "credits"] {
        let error = read(|case| {
            case["itemisation"].as_object_mut().unwrap().remove(part);
        });
        let error = error.unwrap_err();
        assert_eq!(
            (error.path.as_str(), &error.problem),
            (format!("itemisation.{part}").as_str(), &Problem::Missing)
        );
    }
    let later = read(|case| case["itemisation"]["on"] = json!("2026-11-21")).unwrap_err();
    assert_eq!(later.path, "itemisation.on");
    let other = read(|case| case["itemisation"]["taxes"] = json!("0.00")).unwrap_err();
    assert_eq!(other.path, "itemisation.taxes");
    let below = read(|case| case["itemisation"]["payments"] = json!("9999.00")).unwrap_err();
    assert!(matches!(below.problem, Problem::DoesNotAddUp { .. }));
}
