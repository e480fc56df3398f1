//! The offer log: noted, answered, taken back, put on the desk again, and kept.

use crate::typed_plans::opened;
use quittance::text::Locale;
use quittance::text::offer_line::OfferLine;
use quittance::ui::model::{
    Draft, MOST_REMARK, MOST_SAID, OptionDraft, OptionKind, Said, Side, evaluate,
};

fn option(count: &str) -> OptionDraft {
    OptionDraft {
        count: count.to_owned(),
        ..opened("card-cn").starting_option()
    }
}

fn line_of(option: &OptionDraft) -> OfferLine {
    let good = evaluate(&opened("card-cn"), option).unwrap();
    OfferLine::of(&good.proposal, &good.worked.totals)
}

fn said(at: &str, by: Side, option: OptionDraft) -> Said {
    Said {
        at: at.to_owned(),
        by,
        line: line_of(&option),
        option,
        step: None,
        remark: String::new(),
    }
}

fn two_said() -> Draft {
    let mut draft = Draft {
        options: vec![option("12"), option("36")],
        ..Draft::default()
    };
    draft.note(said("14:30", Side::Borrower, option("24")));
    draft.note(said("14:31", Side::Us, option("18")));
    draft
}

fn times(draft: &Draft) -> Vec<&str> {
    draft.log.iter().map(|said| said.at.as_str()).collect()
}

#[test]
fn a_line_is_taken_back_or_put_on_the_desk() {
    let mut draft = two_said();
    draft.selected = 1;
    draft.put_on_desk(0);
    assert_eq!(draft.options, [option("12"), option("24")]);
    draft.take_back(0);
    assert_eq!(times(&draft), ["14:31"]);
    // Lines that are not there are nobody's.
    draft.take_back(7);
    draft.put_on_desk(7);
    draft.remark(7, "too much");
    assert_eq!(times(&draft), ["14:31"]);
    assert_eq!(draft.options, [option("12"), option("24")]);
}

#[test]
fn what_was_said_comes_back_from_either_text() {
    let mut draft = two_said();
    draft.remark(1, "太多了 \"too much\"");
    assert_eq!(Draft::from_text(&draft.to_text()), Some(draft.clone()));
    assert_eq!(Draft::from_text(&draft.to_device_text()), Some(draft));
}

#[test]
fn a_draft_kept_before_there_was_a_log_and_a_line_that_cannot_be_read_cost_nothing_else() {
    let draft = two_said();
    let text = draft.to_text();
    let mut older: serde_json::Value = serde_json::from_str(&text).unwrap();
    older.as_object_mut().unwrap().remove("log");
    let read = Draft::from_text(&older.to_string()).unwrap();
    assert_eq!((read.log.len(), &read.options), (0, &draft.options));
    for (whole, broken) in [
        ("\"at\":\"14:30\"", "\"at\":1430"),
        ("\"by\":\"borrower\"", "\"by\":\"nobody\""),
        ("\"count\":24,", "\"count\":-24,"),
        ("\"last_date\":\"2028-", "\"last_date\":\"20280-"),
    ] {
        let damaged = text.replacen(whole, broken, 1);
        assert_ne!(damaged, text, "{whole}");
        let read = Draft::from_text(&damaged).unwrap();
        assert_eq!(times(&read), ["14:31"], "{broken}");
        assert_eq!(read.options, draft.options);
    }
}

#[test]
fn the_log_and_its_remarks_have_their_limits() {
    let mut draft = two_said();
    for minute in 0..MOST_SAID {
        draft.note(said(&format!("15:{minute:02}"), Side::Us, option("12")));
    }
    assert_eq!(draft.log.len(), MOST_SAID);
    assert_eq!(draft.log[0].at, "15:00");
    draft.remark(0, &"多".repeat(MOST_REMARK + 40));
    assert_eq!(draft.log[0].remark, "多".repeat(MOST_REMARK));
    // A text of another hand keeps to them too.
    draft.log.extend(two_said().log);
    let read = Draft::from_text(&draft.to_text()).unwrap();
    assert_eq!(read.log.len(), MOST_SAID);
    assert_eq!(read.log.last().unwrap().at, "14:31");
}

#[test]
fn an_option_beside_leaves_the_selected_one_selected_and_stops_at_four() {
    let mut draft = two_said();
    for more in ["3", "4", "5"] {
        draft.put_beside(option(more));
    }
    let counts: Vec<&str> = draft.options.iter().map(|one| one.count.as_str()).collect();
    assert_eq!((counts, draft.selected), (vec!["12", "36", "3", "4"], 0));
}

#[test]
fn a_line_says_what_is_kept_in_mind_on_a_call() {
    let card = quittance::engine::money::Currency::Cny;
    let agreed = OptionDraft {
        down_payment: "20%".to_owned(),
        waivers: ["", "", "30%", "", "", ""].map(str::to_owned),
        ..option("24")
    };
    let in_one_sum = OptionDraft {
        kind: OptionKind::LumpSum,
        discount: "30%".to_owned(),
        rate: "0".to_owned(),
        first_due: "2026-11-30".to_owned(),
        ..option("")
    };
    let rising = OptionDraft {
        method: "stepped".to_owned(),
        step: "5%".to_owned(),
        rate: "0".to_owned(),
        ..option("12")
    };
    for (option, zh, en) in [
        (
            agreed,
            "现付9,706.44，1,668.74 × 24期，至2028-11-20，共49,756.27",
            "9,706.44 now, 1,668.74 × 24, to 2028-11-20, 49,756.27 in all",
        ),
        (
            in_one_sum,
            "2026-11-30付33,972.52，共33,972.52",
            "33,972.52 on 2026-11-30, 33,972.52 in all",
        ),
        (
            rising,
            "12期，首期3,960.61，至2027-11-20，共48,532.17",
            "12 payments, the first 3,960.61, to 2027-11-20, 48,532.17 in all",
        ),
    ] {
        let line = line_of(&option);
        assert_eq!(line.words(Locale::Zh, card), zh);
        assert_eq!(line.words(Locale::En, card), en);
    }
}

#[test]
fn the_last_step_put_to_the_borrower_is_known_from_the_log() {
    let step = |at: &str, by: Side, step: u32| Said {
        step: Some(step),
        ..said(at, by, option("12"))
    };
    let mut draft = two_said();
    assert_eq!(draft.step_put(), 0);
    draft.note(step("14:32", Side::Us, 2));
    draft.note(step("14:33", Side::Us, 1));
    assert_eq!(draft.step_put(), 2);
    let kept = Draft::from_text(&draft.to_text()).unwrap();
    assert_eq!((kept.step_put(), &kept), (2, &draft));
    // What was taken back was not said.
    draft.take_back(2);
    assert_eq!(draft.step_put(), 1);
}

#[test]
fn a_first_broken_promise_is_understood_and_only_later_ones_may_end_a_plan() {
    use quittance::engine::claim::{Customer, PromiseEffect};
    let mut open = opened("card-cn");
    let mut said = |promises_broken, misses_that_end| {
        open.case.customer = Some(Customer {
            willing: true,
            able: false,
            promises_broken,
        });
        open.house.defaults.cure.misses_that_end = misses_that_end;
        open.on_broken_promises()
    };
    let (cure, cancel) = (PromiseEffect::CureAndReplan, PromiseEffect::MayBeCancelled);
    assert_eq!(said(0, 2), []);
    assert_eq!(said(1, 2), [cure]);
    // A lender whose plans end with one miss has not said so of promises: the first is understood all the same.
    assert_eq!(said(1, 1), [cure]);
    assert_eq!(said(2, 2), [cure, cancel]);
    assert_eq!(said(2, 3), [cure]);
    assert_eq!(said(3, 3), [cure, cancel]);
    open.case.customer = None;
    assert_eq!(open.on_broken_promises(), []);
}
