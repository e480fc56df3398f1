//! What an agent can say: in both languages, calm, without a figure, and never more than what follows.

use quittance::engine::claim::{Approach, CustomerType, PromiseEffect, Recovery, Sign, Stage};
use quittance::engine::money::{Currency, Money};
use quittance::engine::negotiate::{LadderNote, StepCost};
use quittance::text::talk::{self, Moment, Objection};
use quittance::text::{Locale, ladder};

use crate::{forbidden_in, is_chinese};

/// Everything that the talk can say in a language, sentences apart from names.
fn sentences(locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    for stage in Stage::ALL {
        for kind in CustomerType::ALL {
            for moment in Moment::ALL {
                said.push(talk::say(locale, moment, stage, kind).to_owned());
            }
        }
    }
    for objection in Objection::ALL {
        said.push(talk::objection(locale, objection).to_owned());
        said.push(talk::answer(locale, objection).to_owned());
    }
    for effect in [
        PromiseEffect::Remind,
        PromiseEffect::CureAndReplan,
        PromiseEffect::MayBeCancelled,
    ] {
        said.push(talk::promises(locale, effect).to_owned());
    }
    for recovery in [
        Recovery::Expected,
        Recovery::NotShown,
        Recovery::TooLate {
            months: 30,
            horizon: 24,
        },
        Recovery::NotInSight,
    ] {
        said.push(talk::recovery(locale, recovery));
    }
    said
}

/// What is said beside a ladder, which holds figures.
fn of_ladders(locale: Locale) -> Vec<String> {
    let amount = |minor| Money::from_minor(minor).unwrap();
    let notes = [
        LadderNote::OfferAboveAffordable {
            monthly: amount(160_000),
            affordable: amount(142_000),
        },
        LadderNote::NoRepaymentBehaviour,
        LadderNote::OptionDoesNotPass,
        LadderNote::NothingWithinSurplus {
            affordable: amount(142_000),
        },
    ];
    let mut said: Vec<String> = notes
        .into_iter()
        .map(|note| ladder::note(locale, note, Currency::Cny))
        .collect();
    for (nominal, present) in [(78_275, 70_000), (-5, 12)] {
        let cost = StepCost {
            nominal: amount(nominal),
            present: amount(present),
        };
        said.push(ladder::cost(locale, cost, Currency::Cny));
    }
    said
}

fn names(locale: Locale) -> Vec<String> {
    let mut said = Vec::new();
    said.extend(CustomerType::ALL.map(|it| talk::customer_type(locale, it).to_owned()));
    said.extend(Sign::ALL.map(|it| talk::sign(locale, it).to_owned()));
    said.extend(Approach::ALL.map(|it| talk::approach(locale, it).to_owned()));
    said
}

#[test]
fn every_stage_and_type_has_something_to_say_at_every_moment() {
    for locale in Locale::ALL {
        let all = [sentences(locale), of_ladders(locale), names(locale)].concat();
        assert!(all.len() > 150, "{}", all.len());
        for text in &all {
            assert_eq!(forbidden_in(text), Vec::<&str>::new(), "{text}");
            assert!(!text.contains(['!', '！']), "{text}");
            match locale {
                Locale::Zh => assert!(text.chars().any(is_chinese), "{text}"),
                Locale::En => assert!(
                    !text.chars().any(is_chinese) && !text.contains("  "),
                    "{text}"
                ),
            }
        }
        // What is said ends as a sentence, can be said in a breath or two, and holds no figure: those are on the screen.
        let most = locale.pick("90", "230").parse().unwrap();
        for text in sentences(locale) {
            assert!(text.ends_with(['。', '？', '.', '?']), "{text}");
            assert!(text.chars().count() <= most, "{text}");
            let of_recovery = text.contains("24");
            assert!(
                of_recovery || !text.contains(|one: char| one.is_ascii_digit()),
                "{text}"
            );
        }
        let unlike = |said: Vec<String>| {
            let unique: std::collections::BTreeSet<&String> = said.iter().collect();
            assert_eq!(unique.len(), said.len(), "{said:?}");
        };
        unlike(names(locale));
        unlike(
            Stage::ALL
                .map(|it| {
                    talk::say(locale, Moment::Opening, it, CustomerType::WillingAble).to_owned()
                })
                .to_vec(),
        );
    }
}

#[test]
fn the_first_word_in_the_first_month_names_neither_default_nor_its_price() {
    for kind in CustomerType::ALL {
        for stage in [Stage::M0, Stage::M1] {
            for moment in [Moment::Opening, Moment::Listen] {
                let zh = talk::say(Locale::Zh, moment, stage, kind);
                for word in ["逾期", "罚息", "违约", "拖欠"] {
                    assert!(!zh.contains(word), "{zh}");
                }
                let en = talk::say(Locale::En, moment, stage, kind).to_lowercase();
                for word in ["overdue", "penalty", "default", "late ", "arrears"] {
                    assert!(!en.contains(word), "{en}");
                }
            }
        }
    }
    // The words are there to be found where they do belong.
    assert!(talk::objection(Locale::Zh, Objection::PenaltyTooHigh).contains("罚息"));
}

#[test]
fn a_plan_may_be_cancelled_is_said_only_so_and_only_then() {
    let may = |locale, effect| talk::promises(locale, effect);
    assert!(may(Locale::Zh, PromiseEffect::MayBeCancelled).contains("分期方案可能被取消"));
    assert!(may(Locale::En, PromiseEffect::MayBeCancelled).contains("the plan may be cancelled"));
    for effect in [PromiseEffect::Remind, PromiseEffect::CureAndReplan] {
        assert!(!may(Locale::Zh, effect).contains("取消"));
        assert!(!may(Locale::En, effect).contains("cancel"));
    }
    for locale in Locale::ALL {
        let cancel = locale.pick("取消", "cancel");
        let said = sentences(locale);
        let count = said.iter().filter(|text| text.contains(cancel)).count();
        assert_eq!(count, 1, "{locale:?}");
    }
}

#[test]
fn what_is_waived_is_never_said_to_be_given_already() {
    for stage in Stage::ALL {
        for kind in CustomerType::ALL {
            let zh = talk::say(Locale::Zh, Moment::Facts, stage, kind);
            let en = talk::say(Locale::En, Moment::Facts, stage, kind);
            // Where the facts speak of a waiver, they speak of its condition.
            assert!(!zh.contains("减免") || zh.contains("条件"), "{zh}");
            assert!(
                !en.contains("waived") || en.contains("depends") || en.contains("conditional"),
                "{en}"
            );
        }
    }
}
