//! What a borrower can bear, as typed: worked out by hand, presented as each place does, and gone from every text that
//! leaves the device.

use crate::typed_plans::opened;
use quittance::engine::claim::Jurisdiction;
use quittance::engine::money::{Currency, Money};
use quittance::engine::rules::Outcome;
use quittance::text::typed::{TypedAmountError, TypedError, TypedPercentError};
use quittance::ui::model::{
    AboveBudget, BudgetDraft, BudgetField, Budgeted, Draft, OptionDraft, OptionKind, above_budget,
    evaluate,
};

use BudgetField::{Fixed, Flexible, Income, OtherPlans, Priority, Residual, Share};

fn typed(texts: &[(BudgetField, &str)]) -> BudgetDraft {
    let mut budget = BudgetDraft::default();
    for (field, text) in texts {
        budget.set(*field, (*text).to_owned());
    }
    budget
}

fn money(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

/// Surplus, savings and offer.
fn found(budgeted: Budgeted) -> [Money; 3] {
    let found = budgeted.unwrap().unwrap();
    [found.surplus, found.savings, found.offer]
}

const MONTH: [(BudgetField, &str); 5] = [
    (Income, "2,500"),
    (Fixed, "900"),
    (Flexible, "600"),
    (Priority, "100"),
    (OtherPlans, "200"),
];

#[test]
fn a_british_month_keeps_a_little_and_is_asked_for_half_of_the_rest() {
    let british = |budget: &BudgetDraft| budget.work_out(Jurisdiction::Britain, Currency::Gbp);
    // 2,500 less 1,800 leaves 700; 20 of it is kept, half of 680 may be asked for.
    let half = typed(&MONTH);
    assert_eq!(found(british(&half)), ["700", "20", "340"].map(money));
    let mut other = half.clone();
    other.set(Share, "25 %".to_owned());
    assert_eq!(found(british(&other)), ["700", "20", "170"].map(money));
    // What must stay is no field there: a text left in it is not read.
    other.set(Residual, "half".to_owned());
    assert_eq!(found(british(&other)), ["700", "20", "170"].map(money));
}

#[test]
fn a_chinese_month_leaves_what_it_must_and_keeps_nothing_else() {
    let chinese =
        |texts: &[(BudgetField, &str)]| typed(texts).work_out(Jurisdiction::China, Currency::Cny);
    // 8,000 less 4,500 and 1,000 leaves 2,500, half of it 1,250; 1,500 must stay, so that 1,000 is left.
    let month = [(Income, "0.8万"), (Fixed, "4500"), (OtherPlans, "1,000")];
    assert_eq!(found(chinese(&month)), ["2500", "0", "1250"].map(money));
    let with_rest = [&month[..], &[(Residual, "1500")]].concat();
    assert_eq!(found(chinese(&with_rest)), ["2500", "0", "1000"].map(money));
    let short = [(Income, "4000"), (Fixed, "4500")];
    assert_eq!(found(chinese(&short)), ["-500", "0", "0"].map(money));
}

#[test]
fn nothing_is_said_before_an_income_is_typed_and_every_slip_at_its_field() {
    let place = Jurisdiction::Britain;
    let without = typed(&[(Fixed, "900")]);
    assert_eq!(without.work_out(place, Currency::Gbp), Ok(None));
    assert!(!without.is_empty() && BudgetDraft::default().is_empty());
    let slips = typed(&[(Income, "2,50"), (Priority, "-1"), (Share, "120%")]);
    let amount = |error: TypedAmountError| TypedError::from(error);
    assert_eq!(
        slips.work_out(place, Currency::Gbp),
        Err(vec![
            (Income, amount(TypedAmountError::Grouping)),
            (Priority, amount(TypedAmountError::Negative)),
            (Share, TypedPercentError::OutsideRange { most: 100 }.into()),
        ])
    );
    let most = "1,000,000,000,000,000";
    let vast = typed(&[(Income, "1"), (Fixed, most), (Flexible, most)]);
    assert_eq!(
        vast.work_out(place, Currency::Gbp),
        Err(vec![(Income, amount(TypedAmountError::TooLarge))])
    );
}

#[test]
fn every_field_is_presented_somewhere_and_none_twice() {
    for place in [Jurisdiction::Britain, Jurisdiction::China] {
        let fields = BudgetField::of(place);
        for (at, field) in fields.iter().enumerate() {
            assert!(!fields[..at].contains(field));
        }
        let budget = typed(&fields.iter().map(|field| (*field, "7")).collect::<Vec<_>>());
        assert!(fields.iter().all(|field| budget.text(*field) == "7"));
    }
}

#[test]
fn what_a_month_leaves_is_measured_against_the_payments_of_the_option() {
    let open = opened("card-cn");
    let affordable = typed(&[(Income, "5000"), (Fixed, "2000")])
        .work_out(Jurisdiction::China, Currency::Cny)
        .unwrap()
        .unwrap();
    assert_eq!(affordable.offer, money("1500"));
    let asks = |change: fn(&mut OptionDraft)| {
        let mut option = open.starting_option();
        option.rate = "0".to_owned();
        change(&mut option);
        above_budget(&evaluate(&open, &option).unwrap(), &affordable)
    };
    let above = |asked: &str, at_most: &str| {
        let (asked, at_most) = (money(asked), money(at_most));
        Some(AboveBudget { asked, at_most })
    };
    // 48,532.17 in twelve parts; in forty of them it is borne.
    assert_eq!(asks(|_| ()), above("4044.35", "1500"));
    assert_eq!(asks(|option| option.count = "40".to_owned()), None);
    // A week bears 12 of 52 of a month.
    let weekly = |option: &mut OptionDraft| {
        option.count = "100".to_owned();
        option.frequency = "weekly".to_owned();
    };
    assert_eq!(asks(weekly), above("485.32", "346.15"));
    // Payments that rise are measured by the last of them.
    let rising = |option: &mut OptionDraft| {
        option.count = "40".to_owned();
        option.method = "stepped".to_owned();
        option.step = "800".to_owned();
        option.step_every = "20".to_owned();
    };
    let rises = asks(rising).unwrap();
    assert!(rises.asked > money("1600"), "{rises:?}");
    let in_one_sum = |option: &mut OptionDraft| option.kind = OptionKind::LumpSum;
    assert_eq!(asks(in_one_sum), None);
}

#[test]
fn the_rules_on_what_can_be_borne_hear_of_the_budget() {
    let open = opened("loan-cn");
    let option = open.starting_option();
    let said = |budget: &BudgetDraft| {
        let open = open.clone().with_budget(budget);
        let verdict = evaluate(&open, &option).unwrap().verdict;
        let mut of = verdict.findings.into_iter();
        of.find(|one| one.rule.id == "LOAN-AFFORD-60")
            .unwrap()
            .outcome
    };
    let noted = said(&BudgetDraft::default());
    let little = said(&typed(&[(Income, "3,000"), (Fixed, "2,900")]));
    assert!(matches!(little, Outcome::Broken { .. }), "{little:?}");
    let much = said(&typed(&[(Income, "90,000"), (Fixed, "2,900")]));
    assert!(matches!(much, Outcome::Met { .. }), "{much:?}");
    // What cannot be read, or is not there, leaves what the file notes.
    assert_eq!(said(&typed(&[(Income, "much")])), noted);
    // More spent than earned leaves nothing, not less than nothing.
    let spent = open
        .clone()
        .with_budget(&typed(&[(Income, "100"), (Fixed, "900")]));
    assert_eq!(spent.case.circumstances.surplus, Some(Money::ZERO));
}

#[test]
fn a_budget_stays_on_the_device() {
    let draft = Draft {
        options: vec![opened("card-cn").starting_option()],
        budget: typed(&[(Income, "73519"), (Share, "41%")]),
        ..Draft::default()
    };
    assert_eq!(
        Draft::from_text(&draft.to_device_text()),
        Some(draft.clone())
    );
    let told = draft.to_text();
    assert!(!told.contains("73519") && !told.contains("41%") && !told.contains("budget"));
    let read = Draft::from_text(&told).unwrap();
    assert!(read.budget.is_empty() && read.options == draft.options);
    // One that cannot be read is not worth the draft.
    let damaged = draft.to_device_text().replacen("\"73519\"", "73519", 1);
    assert!(Draft::from_text(&damaged).unwrap().budget.is_empty());
}
