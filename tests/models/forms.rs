//! A case typed into a form: read as people write, and refused at the path of the field that is at fault.

use quittance::engine::claim::{Component, read_case};
use quittance::engine::fields::{FieldError, Problem};
use quittance::ui::model::{
    CaseDraft, CaseForm, Draft, FORM_FIELDS, FormField, OpenError, evaluate, open_case,
};

/// A loan typed in as a tired agent would.
const TYPED: [(&str, &str); 16] = [
    ("creditor.name", "样例银行"),
    ("creditor.contact", "400-000-0001"),
    ("creditor.complaints", "12378"),
    ("creditor.channels.1", "手机应用内还款"),
    ("borrower.name", "王*"),
    ("borrower.account", "****0417"),
    ("as_of", "2026年11月20日"),
    ("overdue_since", "2026/9/1"),
    ("contract.signed_on", "2024-1-5"),
    ("contract.original_principal", "5万"),
    ("contract.interest_rate", "１２％"),
    ("contract.penalty.multiple", "1.5"),
    ("balances.principal", "４.8５万"),
    ("balances.interest", "¥1,200.50"),
    ("balances.penalty", "300元"),
    ("balances.charges", "0"),
];

fn form(changed: &[(&str, &str)]) -> CaseForm {
    let mut form = CaseForm::default();
    for (path, text) in TYPED.iter().chain(changed) {
        form.set(path, (*text).to_owned());
    }
    form
}

fn refusal(changed: &[(&str, &str)]) -> Option<FieldError> {
    read_case(&form(changed).to_case_text()).err()
}

#[test]
fn a_form_makes_a_case_with_every_amount_to_the_cent() {
    let case = read_case(&form(&[]).to_case_text()).unwrap();
    let owed: Vec<i64> = Component::ALL
        .iter()
        .map(|component| case.claim.components().get(*component).minor())
        .collect();
    assert_eq!(owed.iter().sum::<i64>(), 4_850_000 + 120_050 + 30_000);
    assert_eq!(case.claim.components().principal.minor(), 4_850_000);
    assert_eq!(case.claim.days_past_due(case.claim.as_of), 80);
    assert_eq!(case.claim.terms.interest_rate.to_percent_string(), "12");
    assert_eq!(case.claim.terms.original_principal.minor(), 5_000_000);
    let penalty = case.claim.terms.penalty_rate().unwrap().unwrap();
    assert_eq!(penalty.to_percent_string(), "18");
    assert_eq!(case.parties.creditor.channels, ["手机应用内还款"]);
    assert!(!case.sample);
}

#[test]
fn a_typed_case_opens_with_a_pack_and_an_option_that_stands() {
    let draft = Draft {
        case: CaseDraft::Form(Box::new(form(&[]))),
        ..Draft::default()
    };
    let open = open_case(&draft).unwrap();
    assert_eq!(open.house.id, "house-loan-cn");
    assert!(evaluate(&open, &open.starting_option()).is_ok());
}

#[test]
fn what_cannot_be_read_is_refused_at_its_path_with_the_text_as_it_was_typed() {
    let found = |text: &str| text.to_owned();
    for (path, text, problem) in [
        (
            "balances.principal",
            "48,53",
            Problem::NotAnAmount {
                found: found("48,53"),
            },
        ),
        (
            "balances.interest",
            "about 300",
            Problem::NotAnAmount {
                found: found("about 300"),
            },
        ),
        (
            "balances.penalty",
            "-1",
            Problem::Negative { found: found("-1") },
        ),
        (
            "contract.original_principal",
            "1.234",
            Problem::TooManyDecimals {
                found: found("1.234"),
                allowed: 2,
            },
        ),
        (
            "as_of",
            "2026-02-30",
            Problem::NotADate {
                found: found("2026-02-30"),
            },
        ),
        (
            "overdue_since",
            "last May",
            Problem::NotADate {
                found: found("last May"),
            },
        ),
        (
            "contract.interest_rate",
            "high",
            Problem::NotAPercentage {
                found: found("high"),
            },
        ),
    ] {
        let expected = FieldError::new(path.to_owned(), problem);
        assert_eq!(refusal(&[(path, text)]), Some(expected), "{path} {text}");
    }
}

#[test]
fn a_field_left_empty_is_missing_at_its_path() {
    for path in [
        "creditor.name",
        "borrower.name",
        "as_of",
        "contract.interest_rate",
        "contract.signed_on",
    ] {
        let expected = FieldError::new(path.to_owned(), Problem::Missing);
        assert_eq!(refusal(&[(path, "  ")]), Some(expected), "{path}");
    }
}

#[test]
fn a_slip_in_one_field_leaves_every_other_text_and_the_option_as_they_were() {
    let mut form = form(&[]);
    let before: Vec<String> = FORM_FIELDS
        .iter()
        .map(|(path, _)| form.text(path).to_owned())
        .collect();
    form.set("balances.principal", "4.8x".to_owned());
    let draft = Draft {
        case: CaseDraft::Form(Box::new(form.clone())),
        ..Draft::default()
    };
    let refused = open_case(&draft);
    assert!(
        matches!(refused, Err(OpenError::Unreadable(error)) if error.path == "balances.principal")
    );
    for ((path, _), before) in FORM_FIELDS.iter().zip(before) {
        let expected = if *path == "balances.principal" {
            "4.8x"
        } else {
            &before
        };
        assert_eq!(form.text(path), expected, "{path}");
    }
}

#[test]
fn amounts_take_the_decimals_of_the_chosen_currency() {
    let yen = [
        ("currency", "JPY"),
        ("jurisdiction", "gb"),
        ("product", "personal-loan"),
        ("contract.original_principal", "50000"),
        ("balances.principal", "48500"),
        ("balances.interest", "1200"),
        ("balances.penalty", "300"),
    ];
    let case = read_case(&form(&yen).to_case_text()).unwrap();
    assert_eq!(case.claim.components().principal.minor(), 48_500);
    let pence: Vec<_> = yen
        .into_iter()
        .chain([("balances.interest", "1200.50")])
        .collect();
    let problem = refusal(&pence).unwrap();
    assert_eq!(problem.path, "balances.interest");
    assert!(matches!(
        problem.problem,
        Problem::TooManyDecimals { allowed: 0, .. }
    ));
}

#[test]
fn the_form_asks_for_every_part_of_the_debt_once() {
    for component in Component::ALL {
        let path = format!("balances.{}", component.code());
        let asked: Vec<_> = FORM_FIELDS
            .iter()
            .filter(|(field, _)| *field == path)
            .collect();
        assert_eq!(asked.len(), 1, "{path}");
        assert_eq!(asked[0].1, FormField::Amount, "{path}");
    }
}
