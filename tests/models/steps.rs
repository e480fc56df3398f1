//! Steps back and forward: what was typed between pauses is one step, and another case begins anew.

use crate::typed_plans::opened;
use quittance::samples;
use quittance::text::offer_line::OfferLine;
use quittance::ui::model::{
    CaseDraft, Draft, History, MOST_STEPS, OptionDraft, Said, Side, evaluate,
};

fn option(count: &str) -> OptionDraft {
    OptionDraft {
        count: count.to_owned(),
        ..opened("card-cn").starting_option()
    }
}

fn said() -> Said {
    let good = evaluate(&opened("card-cn"), &option("24")).unwrap();
    Said {
        at: "14:30".to_owned(),
        by: Side::Us,
        line: OfferLine::of(&good.proposal, &good.worked.totals),
        option: option("24"),
        step: None,
        remark: String::new(),
    }
}

fn draft(id: &str, counts: &[&str]) -> Draft {
    Draft {
        case: CaseDraft::File(samples::by_id(id).unwrap().file.to_owned()),
        options: counts.iter().map(|count| option(count)).collect(),
        ..Draft::default()
    }
}

fn counts(draft: &Draft) -> Vec<&str> {
    let options = draft.options.iter();
    options.map(|option| option.count.as_str()).collect()
}

/// A case that has just opened: without options for a moment, then with its first.
fn opened_with(counts: &[&str]) -> (History, Draft) {
    let mut history = History::default();
    history.settle(&Draft::default());
    history.settle(&draft("card-cn", &[]));
    let draft = draft("card-cn", counts);
    history.settle(&draft);
    (history, draft)
}

#[test]
fn what_settled_between_pauses_is_one_step_back_and_one_forward() {
    let (mut history, mut draft) = opened_with(&["12"]);
    assert!(!history.has_back(&draft) && !history.has_forward(&draft));
    for typed in ["2", "24"] {
        draft.options[0].count = typed.to_owned();
    }
    assert!(history.has_back(&draft), "what is typed can be taken back");
    history.settle(&draft);
    draft.options.push(option("36"));
    draft.selected = 1;
    // Not settled yet: going back makes it a step first.
    history.back(&mut draft);
    assert_eq!((counts(&draft), draft.selected), (vec!["24"], 0));
    history.back(&mut draft);
    assert_eq!(counts(&draft), ["12"]);
    assert!(!history.has_back(&draft) && history.has_forward(&draft));
    history.back(&mut draft);
    assert_eq!(counts(&draft), ["12"]);
    history.forward(&mut draft);
    history.forward(&mut draft);
    assert_eq!((counts(&draft), draft.selected), (vec!["24", "36"], 1));
    assert!(history.has_back(&draft) && !history.has_forward(&draft));
    history.forward(&mut draft);
    assert_eq!(counts(&draft), ["24", "36"]);
}

#[test]
fn a_change_after_a_step_back_leaves_nothing_ahead() {
    let (mut history, mut draft) = opened_with(&["12"]);
    draft.options[0].count = "24".to_owned();
    history.back(&mut draft);
    assert!(history.has_forward(&draft));
    draft.options[0].count = "36".to_owned();
    assert!(!history.has_forward(&draft));
    history.forward(&mut draft);
    assert_eq!(counts(&draft), ["36"]);
    history.back(&mut draft);
    assert_eq!(counts(&draft), ["12"]);
}

#[test]
fn choosing_another_option_is_no_step_and_the_log_goes_with_the_options() {
    let (mut history, mut draft) = opened_with(&["12", "24"]);
    draft.selected = 1;
    history.settle(&draft);
    assert!(!history.has_back(&draft));
    draft.note(said());
    history.settle(&draft);
    draft.remark(0, "too much");
    history.settle(&draft);
    draft.take_back(0);
    history.back(&mut draft);
    let remarks = |draft: &Draft| -> Vec<String> {
        draft.log.iter().map(|said| said.remark.clone()).collect()
    };
    assert_eq!(remarks(&draft), ["too much"]);
    history.back(&mut draft);
    assert_eq!(remarks(&draft), [""]);
    history.back(&mut draft);
    assert_eq!((draft.log.len(), draft.selected), (0, 1));
    assert!(!history.has_back(&draft));
}

#[test]
fn another_case_begins_anew() {
    let (mut history, mut draft_of_card) = opened_with(&["12"]);
    draft_of_card.options[0].count = "24".to_owned();
    history.settle(&draft_of_card);
    let mut other = draft("loan-gb", &["18"]);
    assert!(!history.has_back(&other) && !history.has_forward(&other));
    history.back(&mut other);
    assert_eq!(other, draft("loan-gb", &["18"]));
    history.settle(&other);
    other.options[0].count = "6".to_owned();
    history.back(&mut other);
    assert_eq!(counts(&other), ["18"]);
}

#[test]
fn so_many_steps_are_kept() {
    let (mut history, mut draft) = opened_with(&["0"]);
    for step in 1..=MOST_STEPS + 5 {
        draft.options[0].count = step.to_string();
        history.settle(&draft);
    }
    let mut taken = 0;
    while history.has_back(&draft) {
        history.back(&mut draft);
        taken += 1;
    }
    assert_eq!((taken, counts(&draft)), (MOST_STEPS, vec!["5"]));
}
