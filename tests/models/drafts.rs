//! The draft: kept as typed, read back whole, refused where it is not one.

use crate::typed_plans::opened;
use quittance::samples;
use quittance::ui::model::{
    Basis, CaseDraft, CaseForm, Draft, MOST_OPTIONS, OpenError, OptionDraft, OptionKind, SizeKind,
    open_case,
};

fn file(id: &str) -> CaseDraft {
    CaseDraft::File(samples::by_id(id).unwrap().file.to_owned())
}

/// A starting option whose count is typed as `count`.
fn option(count: &str) -> OptionDraft {
    OptionDraft {
        count: count.to_owned(),
        ..opened("card-cn").starting_option()
    }
}

fn with_options(counts: &[&str]) -> Draft {
    Draft {
        case: file("card-cn"),
        options: counts.iter().map(|count| option(count)).collect(),
        ..Draft::default()
    }
}

fn counts(draft: &Draft) -> Vec<&str> {
    let options = draft.options.iter();
    options.map(|option| option.count.as_str()).collect()
}

#[test]
fn everything_typed_comes_back_as_it_was_typed() {
    let mut form = CaseForm::default();
    form.set("creditor.name", " 样例银行\n".to_owned());
    form.set("balances.principal", "４.8５万".to_owned());
    form.set("as_of", "2026-02-3".to_owned());
    let half_typed = OptionDraft {
        kind: OptionKind::LumpSum,
        size: SizeKind::Payment,
        payment: "1,3".to_owned(),
        whole_units: true,
        down_payment: "20 %".to_owned(),
        rate: "six".to_owned(),
        discount: "\"30%\"".to_owned(),
        waivers: ["", "50%", "1956", "４.8５万", "-", "0"].map(str::to_owned),
        ..option("３６期")
    };
    for case in [
        CaseDraft::Empty,
        file("loan-gb"),
        CaseDraft::Form(Box::new(form)),
    ] {
        let draft = Draft {
            case,
            basis: Basis::Recomputed,
            pack: Some("house-card-cn".to_owned()),
            options: vec![option("12"), half_typed.clone()],
            selected: 1,
            ..Draft::default()
        };
        assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
    }
}

#[test]
fn what_is_not_a_draft_is_refused() {
    let whole = with_options(&["12"]).to_text();
    let cut: String = whole.chars().take(whole.chars().count() - 1).collect();
    let wrong_kind = whole.replace("\"instalments\"", "\"gift\"");
    assert_ne!(wrong_kind, whole);
    let five_waivers = whole.replacen("\"waivers\":[\"\",", "\"waivers\":[", 1);
    assert_ne!(five_waivers, whole);
    for text in [
        "",
        "null",
        "[]",
        "{}",
        "1",
        "draft",
        &cut,
        &wrong_kind,
        &five_waivers,
    ] {
        assert_eq!(Draft::from_text(text), None, "{text}");
    }
    assert!(Draft::from_text(&whole).is_some());
}

#[test]
fn a_draft_of_another_hand_keeps_to_the_limits() {
    let mut draft = with_options(&["1", "2", "3", "4", "5", "6"]);
    draft.selected = 9;
    let read = Draft::from_text(&draft.to_text()).unwrap();
    assert_eq!(counts(&read), ["1", "2", "3", "4"]);
    assert_eq!(read.selected, MOST_OPTIONS - 1);
    let none = Draft {
        selected: 3,
        ..Draft::default()
    };
    let read = Draft::from_text(&none.to_text()).unwrap();
    assert_eq!((read.selected, read.selected_option()), (0, None));
}

#[test]
fn a_further_option_copies_the_selected_one_until_there_are_four() {
    let starting = option("12");
    let mut draft = with_options(&[]);
    draft.add_option(&starting);
    assert_eq!((counts(&draft), draft.selected), (vec!["12"], 0));
    draft.options[0].count = "24".to_owned();
    draft.add_option(&starting);
    assert_eq!((counts(&draft), draft.selected), (vec!["24", "24"], 1));
    draft.options[1].count = "36".to_owned();
    draft.selected = 0;
    draft.add_option(&starting);
    draft.selected = 1;
    draft.add_option(&starting);
    let four = ["24", "36", "24", "36"];
    assert_eq!((counts(&draft), draft.selected), (four.to_vec(), 3));
    draft.selected = 1;
    draft.add_option(&starting);
    assert_eq!((counts(&draft), draft.selected), (four.to_vec(), 1));
}

#[test]
fn removing_keeps_the_last_option_and_the_selection_on_one_that_stands() {
    for (selected, removed, left, then_selected) in [
        (0, 0, ["2", "3"], 0),
        (2, 2, ["1", "2"], 1),
        (2, 0, ["2", "3"], 1),
        (0, 2, ["1", "2"], 0),
        (1, 1, ["1", "3"], 0),
    ] {
        let mut draft = with_options(&["1", "2", "3"]);
        draft.selected = selected;
        draft.remove_option(removed);
        assert_eq!(
            (counts(&draft), draft.selected),
            (left.to_vec(), then_selected)
        );
    }
    let mut draft = with_options(&["1"]);
    draft.remove_option(0);
    assert_eq!(counts(&draft), ["1"]);
    draft.options.push(option("2"));
    draft.remove_option(7);
    assert_eq!(counts(&draft), ["1", "2"]);
}

#[test]
fn a_case_opens_or_says_why_not() {
    let open = |draft: &Draft| open_case(draft).map(|open| open.house.id);
    assert_eq!(open(&Draft::default()), Err(OpenError::Empty));
    let with_pack = |id: &str| Draft {
        pack: Some(id.to_owned()),
        ..with_options(&[])
    };
    assert_eq!(open(&with_options(&[])), Ok("house-card-cn".to_owned()));
    assert_eq!(
        open(&with_pack("house-loan-cn")),
        Ok("house-loan-cn".to_owned())
    );
    for id in ["house-loan-gb", "house-none", ""] {
        assert_eq!(
            open(&with_pack(id)),
            Err(OpenError::NoPack(id.to_owned())),
            "{id}"
        );
    }
}

#[test]
fn plans_start_from_the_balances_that_were_chosen() {
    let owed = |basis| {
        let draft = Draft {
            case: file("loan-cn"),
            basis,
            ..Draft::default()
        };
        let claim = open_case(&draft).unwrap().claim;
        claim.components().total().unwrap().minor()
    };
    assert_eq!(owed(Basis::Stated), 7_721_306);
    assert_eq!(owed(Basis::Recomputed), 7_721_306 - 175);
}
