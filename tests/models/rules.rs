//! What somebody does with rule packs: open, browse, check, compare and try one, or bring one to the desk.

use crate::typed_plans::opened;
use quittance::engine::calendar::parse_date;
use quittance::engine::rules::{Decision, Effect, HeadPart, PACK_IDS, Pack, pack_by_id, read_pack};
use quittance::samples;
use quittance::text::{Locale, lint};
use quittance::ui::model::rules::{
    OWN, OpenPack, OwnPackFault, SampleOption, Topic, TrialError, compare, inspect, is_pack_file,
    read_own_pack, rows, samples_for, try_case,
};
use quittance::ui::model::{CaseDraft, Draft, evaluate, open_case};

const CARD: &str = include_str!("../../src/engine/rules/packs/house-card-cn.json");
const LAW: &str = include_str!("../../src/engine/rules/packs/cn-statutory.json");

fn shipped(id: &str) -> Pack {
    pack_by_id(id).unwrap()
}

fn sample(id: &str) -> &'static str {
    samples::by_id(id).unwrap().file
}

/// The card centre's pack with one text in place of another, which it must have.
fn card_with(this: &str, that: &str) -> String {
    assert!(CARD.contains(this), "{this}");
    CARD.replacen(this, that, 1)
}

/// The card centre's pack under an id of its own.
fn own_card() -> String {
    card_with("\"id\": \"house-card-cn\"", "\"id\": \"our-card\"")
}

/// The same with two values of equal weight for the same debts.
fn overlapping() -> String {
    let rule =
        "\"limit\": {\"kind\": \"minimum-down-payment\", \"share\": \"10\"},\n      \"severity\": ";
    let (this, that) = (format!("{rule}\"block\""), format!("{rule}\"supervisor\""));
    assert!(CARD.contains(&this));
    own_card().replacen(&this, &that, 1)
}

#[test]
fn a_text_that_cannot_be_read_leaves_the_pack_that_stood() {
    let mut open = OpenPack::shipped("house-loan-gb");
    assert_eq!(open.pack(), Some(shipped("house-loan-gb")));
    open.choose(OWN);
    assert_eq!(open.chosen(), "house-loan-gb", "no text was given yet");

    open.take_text(card_with("\"share\": \"20\"", "\"share\": \"twenty\""));
    assert_eq!(open.pack(), Some(shipped("house-loan-gb")));
    let fault = open.fault().unwrap();
    assert_eq!(fault.path, "rules.1.limit.share");

    open.take_text(CARD.to_owned());
    assert_eq!((open.chosen(), open.fault()), (OWN, None));
    assert_eq!(open.pack(), read_pack(CARD).ok());
    let names = open.choices(Locale::En);
    assert_eq!(names.len(), PACK_IDS.len() + 1);
    assert_eq!(
        names.last().map(|(code, own, _)| (code.as_str(), *own)),
        Some((OWN, true))
    );

    open.take_text("{".to_owned());
    assert!(open.fault().is_some());
    assert_eq!(open.pack(), read_pack(CARD).ok());
    open.choose("cn-statutory");
    assert_eq!(open.pack(), Some(shipped("cn-statutory")));
    open.choose("no-such-pack");
    assert_eq!(open.chosen(), "cn-statutory");
    open.take_text("  ".to_owned());
    assert_eq!(open.fault(), None);
    open.choose(OWN);
    assert_eq!(open.pack(), read_pack(CARD).ok());
}

#[test]
fn an_id_that_is_none_opens_the_first_pack() {
    assert_eq!(OpenPack::shipped("nowhere").chosen(), PACK_IDS[0]);
}

#[test]
fn every_rule_of_every_pack_is_told_once_under_its_topic() {
    for locale in Locale::ALL {
        for id in PACK_IDS {
            let pack = shipped(id);
            let rows = rows(locale, &pack);
            let mut told: Vec<&str> = rows.iter().map(|row| row.id.as_str()).collect();
            let mut wanted: Vec<&str> = pack.rules.iter().map(|rule| rule.id.as_str()).collect();
            assert!(rows.is_sorted_by_key(|row| row.topic), "{id}");
            told.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(told, wanted, "{id}");
            for (row, rule) in rows
                .iter()
                .filter_map(|row| Some((row, pack.rules.iter().find(|rule| rule.id == row.id)?)))
            {
                assert_eq!(row.topic, Topic::of(rule.limit.kind()));
                assert!(!row.limit.is_empty() && !row.binds.is_empty(), "{}", row.id);
            }
        }
    }
}

#[test]
fn a_filter_keeps_the_rules_that_have_all_its_words() {
    let rows = rows(Locale::En, &shipped("house-card-cn"));
    let kept = |filter: &str| -> Vec<&str> {
        let kept = rows.iter().filter(|row| row.has(filter));
        kept.map(|row| row.id.as_str()).collect()
    };
    assert_eq!(kept("").len(), rows.len());
    assert_eq!(kept("card-down"), ["CARD-DOWN-20", "CARD-DOWN-10"]);
    assert_eq!(kept(" down   SUPERVISOR "), ["CARD-DOWN-20"]);
    assert_eq!(kept("down nothing-like-that"), Vec::<&str>::new());
}

#[test]
fn what_is_wrong_is_told_gravest_first_and_under_the_law() {
    let day = parse_date("2026-11-22").ok();
    for id in PACK_IDS {
        let found = inspect(&shipped(id), day);
        assert!(
            found.fit && found.errors.is_empty(),
            "{id}: {:?}",
            found.errors
        );
        assert_eq!(found.under.is_some(), id.starts_with("house-"), "{id}");
    }
    let bad = read_pack(&overlapping()).unwrap();
    let found = inspect(&bad, day);
    assert!(!found.fit);
    let words: Vec<String> = found
        .errors
        .iter()
        .map(|finding| lint::sentence(Locale::En, finding, bad.currency))
        .collect();
    assert!(
        words.iter().any(|words| words.contains("CARD-DOWN-10")),
        "{words:?}"
    );
    assert_eq!(found.under.as_deref(), Some("cn-statutory"));
}

#[test]
fn a_pack_beside_itself_changes_nothing() {
    for id in PACK_IDS {
        let found = compare(&shipped(id), &shipped(id));
        assert!(found.is_empty(), "{id}");
        assert!(found.book.changes.is_empty(), "{id}");
    }
}

#[test]
fn a_tighter_pack_changes_the_verdicts_that_it_should_and_names_them() {
    let (before, after) = (
        shipped("house-card-cn"),
        read_pack(&card_with("\"share\": \"20\"", "\"share\": \"30\"")).unwrap(),
    );
    let found = compare(&before, &after);
    let effects: Vec<Effect> = found
        .changes
        .rules
        .iter()
        .map(|rule| rule.effect())
        .collect();
    assert_eq!(effects, [Effect::Tightens]);
    // The pack is for cards only: one sample with each option of the book.
    assert_eq!(found.entries.len(), SampleOption::ALL.len());
    assert!(found.entries.iter().all(|entry| entry.sample == "card-cn"));
    let changed: Vec<(SampleOption, Decision)> = found
        .book
        .changes
        .iter()
        .map(|change| (found.entry(change.place).unwrap().option, change.before))
        .collect();
    assert_eq!(changed, [(SampleOption::FifthDown, Decision::Allowed)]);
    // The other way round the same verdict changes back.
    let back = compare(&after, &before);
    assert_eq!(back.book.changes.len(), 1);
    assert_eq!(back.changes.rules[0].effect(), Effect::Loosens);
    assert_eq!((back.entry(0), back.entry(99)), (None, None));
}

#[test]
fn packs_under_different_laws_have_no_sample_in_common() {
    let found = compare(&shipped("house-card-cn"), &shipped("house-loan-gb"));
    assert!(found.entries.is_empty() && !found.is_empty());
}

#[test]
fn packs_that_differ_in_duties_or_concessions_alone_are_not_the_same() {
    let law = shipped("cn-statutory");
    let mut fewer = law.clone();
    fewer.duties.pop().unwrap();
    let found = compare(&law, &fewer);
    assert_eq!(found.changes.head, [HeadPart::Duties]);
    assert!(found.changes.rules.is_empty() && !found.is_empty());
    let mut other = shipped("house-card-cn");
    assert!(other.ladder.take().is_some());
    let found = compare(&shipped("house-card-cn"), &other);
    assert_eq!(found.changes.head, [HeadPart::Ladder]);
    assert!(!found.is_empty() && found.book.changes.is_empty());
}

#[test]
fn a_trial_says_what_the_desk_says() {
    let trial = try_case(&shipped("house-card-cn"), sample("card-cn")).unwrap();
    let open = opened("card-cn");
    for option in SampleOption::ALL {
        let draft = option.draft(&trial.claim, &open.house.defaults);
        assert_eq!(trial.judge(&draft), evaluate(&open, &draft), "{option:?}");
    }
    let mut unread = trial.starting_option();
    unread.count = "some".to_owned();
    assert!(trial.judge(&unread).is_err());
}

#[test]
fn law_is_tried_alone_and_other_places_not_at_all() {
    let law = shipped("cn-statutory");
    let trial = try_case(&law, sample("card-cn")).unwrap();
    let judged = trial.judge(&trial.starting_option()).unwrap();
    assert!(!judged.verdict.findings.is_empty());
    let foreign = judged.verdict.findings.iter();
    assert_eq!(foreign.filter(|one| one.layer != law.layer).count(), 0);
    assert_eq!(
        try_case(&law, sample("loan-gb")),
        Err(TrialError::OtherPlace)
    );
    assert!(matches!(
        try_case(&law, "{"),
        Err(TrialError::Unreadable(_))
    ));
}

#[test]
fn samples_of_the_place_come_with_the_fitting_ones_first() {
    let of = |id: &str| -> Vec<&str> {
        let samples = samples_for(&shipped(id));
        samples.iter().map(|sample| sample.id).collect()
    };
    assert_eq!(of("house-property-cn")[0], "property-cn");
    assert_eq!(of("house-loan-gb"), ["loan-gb"]);
    assert!(of("house-card-cn").len() > 1);
}

#[test]
fn only_a_pack_that_can_judge_under_the_law_comes_to_the_desk() {
    assert!(is_pack_file(CARD) && is_pack_file(&CARD.chars().take(200).collect::<String>()));
    assert!(!is_pack_file(sample("card-cn")));
    assert_eq!(read_own_pack(&own_card()).unwrap().id, "our-card");
    assert_eq!(
        read_own_pack(CARD),
        Err(OwnPackFault::IdTaken("house-card-cn".to_owned()))
    );
    assert_eq!(read_own_pack(LAW), Err(OwnPackFault::NotALenders));
    assert!(matches!(
        read_own_pack("{"),
        Err(OwnPackFault::Unreadable(_))
    ));
    let Err(OwnPackFault::Unfit(found)) = read_own_pack(&overlapping()) else {
        panic!("two values at once were taken");
    };
    assert_eq!(
        (found.0.path.as_str(), found.1.id.as_str()),
        ("rules.2.limit", "our-card")
    );
}

#[test]
fn the_lenders_own_pack_judges_where_it_was_chosen_and_fits() {
    let draft = |case: &str, pack: Option<&str>, own: Option<String>| Draft {
        case: CaseDraft::File(sample(case).to_owned()),
        pack: pack.map(str::to_owned),
        own_pack: own,
        ..Draft::default()
    };
    let judges = |draft: &Draft| open_case(draft).unwrap().house.id;
    assert_eq!(
        judges(&draft("card-cn", Some("our-card"), Some(own_card()))),
        "our-card"
    );
    let ours = draft("card-cn", Some("our-card"), Some(own_card()));
    assert_eq!(open_case(&ours.of_case()), open_case(&ours));
    assert_eq!(
        judges(&draft("card-cn", None, Some(own_card()))),
        "house-card-cn"
    );
    assert_eq!(
        judges(&draft("card-cn", Some("house-loan-cn"), Some(own_card()))),
        "house-loan-cn"
    );
    // Under another law the case's own pack judges.
    assert_eq!(
        judges(&draft("loan-gb", Some("our-card"), Some(own_card()))),
        "house-loan-gb"
    );
    assert!(open_case(&draft("card-cn", Some("our-card"), Some(overlapping()))).is_err());
    assert!(draft("card-cn", Some("our-card"), Some(own_card())).own_pack_chosen());
    assert!(!draft("card-cn", None, Some(own_card())).own_pack_chosen());
}

#[test]
fn a_draft_keeps_the_lenders_own_pack_and_an_older_draft_has_none() {
    let draft = Draft {
        own_pack: Some(own_card()),
        pack: Some("our-card".to_owned()),
        ..Draft::default()
    };
    assert_eq!(
        Draft::from_text(&draft.to_device_text()),
        Some(draft.clone())
    );
    // A host page gets neither the pack nor its name, and can hand the draft back.
    assert!(!draft.to_text().contains("own_pack") && !draft.to_text().contains("our-card"));
    let theirs = Draft {
        case: CaseDraft::File(sample("card-cn").to_owned()),
        ..draft
    };
    let back = Draft::from_text(&theirs.to_text()).unwrap();
    assert_eq!(open_case(&back).unwrap().house.id, "house-card-cn");
    let older = Draft::default().to_text();
    assert!(!older.contains("own_pack"));
    assert_eq!(Draft::from_text(&older), Some(Draft::default()));
}

#[test]
fn a_pack_that_cannot_judge_is_named_and_the_one_that_stood_judges_on() {
    let mut draft = Draft {
        case: CaseDraft::File(sample("card-cn").to_owned()),
        ..Draft::default()
    };
    let judges = |draft: &Draft| open_case(draft).unwrap().house;
    assert_eq!(draft.take_own_pack(own_card()).unwrap().id, "our-card");
    let stood = (draft.clone(), judges(&draft));
    assert_eq!(stood.1.id, "our-card");
    // Two values for the same debts, a limit looser than the law, one of a wrong unit, a gap, the law itself, no pack.
    let looser = own_card().replacen("\"months\": 37", "\"months\": 90", 1);
    let unit = card_with("\"share\": \"20\"", "\"days\": 20");
    for (text, place) in [
        (overlapping(), "rules.2.limit"),
        (looser, ""),
        (unit, "rules.1.limit"),
        (LAW.to_owned(), ""),
        ("{".to_owned(), ""),
    ] {
        let fault = draft.take_own_pack(text).unwrap_err();
        match &fault {
            OwnPackFault::Unfit(found) => {
                let words = lint::sentence(Locale::En, &found.0, found.1.currency);
                assert!(found.0.path.starts_with(place), "{}", found.0.path);
                let ids = found.0.rule_ids();
                assert!(
                    !ids.is_empty() && ids.iter().all(|id| words.contains(id)),
                    "{words}"
                );
            }
            OwnPackFault::Unreadable(fault) => {
                assert!(fault.path.starts_with(place), "{}", fault.path);
            }
            other => assert_eq!((other, place), (&OwnPackFault::NotALenders, "")),
        }
        assert_eq!((&draft, judges(&draft)), (&stood.0, stood.1.clone()));
    }
}
