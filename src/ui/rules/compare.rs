//! What changed from another pack to the one that stands, in words, and what that does to the sample book.

use leptos::prelude::*;

use super::Place;
use super::pack_choice::{Slot, pack_choice};
use super::trial::sample_words;
use crate::engine::rules::{Effect, Pack, RuleChange};
use crate::text::{Locale, RulesLabel, pack_diff};
use crate::ui::model::rules::{BookEntry, Comparison, SampleOption, compare};
use crate::ui::view::{View, view};

/// The other pack, and what changed from it.
pub fn comparison(place: Place, locale: Locale) -> View {
    let other = pack_choice(Slot {
        locale,
        label: RulesLabel::CompareWith,
        open: place.before,
        on_text: Callback::new(move |text| place.before.update(|open| open.take_text(text))),
    });
    let before = Memo::new(move |_| place.before.read().pack());
    let compared = Memo::new(move |_| {
        let (before, after) = (before.get()?, place.stands.get()?);
        let comparison = compare(&before, &after);
        Some((before, after, comparison))
    });
    let told = move || {
        let compared = compared.read();
        let (before, after, comparison) = compared.as_ref()?;
        Some(told(locale, before, after, comparison))
    };
    view! {
        {other}
        {told}
    }
}

fn told(locale: Locale, before: &Pack, after: &Pack, comparison: &Comparison) -> View {
    if comparison.is_empty() {
        return view! { <p role="status">{RulesLabel::PacksAlike.text(locale)}</p> };
    }
    let changes = &comparison.changes;
    let head = changes
        .head
        .iter()
        .map(|part| pack_diff::head_change(locale, *part, before, after));
    let head: Vec<View> = head
        .map(|words| view! { <li><p>{words}</p></li> })
        .collect();
    let rules: Vec<View> = changes
        .rules
        .iter()
        .map(|change| rule(locale, change, after))
        .collect();
    view! {
        {part(locale, RulesLabel::ChangedVerdicts, Some(book(locale, comparison, after)))}
        {part(locale, RulesLabel::ChangedRules, listed(rules))}
        {part(locale, RulesLabel::ChangedHead, listed(head))}
    }
}

fn listed(lines: Vec<View>) -> Option<View> {
    (!lines.is_empty()).then(|| view! { <ul class="rules">{lines}</ul> })
}

fn part(locale: Locale, name: RulesLabel, inside: Option<View>) -> Option<View> {
    inside.map(|inside| {
        view! { <section class="topic"><h2>{name.text(locale)}</h2>{inside}</section> }
    })
}

const fn effect_label(effect: Effect) -> RulesLabel {
    match effect {
        Effect::Tightens => RulesLabel::Tightens,
        Effect::Loosens => RulesLabel::Loosens,
        Effect::Mixed => RulesLabel::Mixed,
        Effect::Nothing => RulesLabel::SameRoom,
    }
}

fn rule(locale: Locale, change: &RuleChange, after: &Pack) -> View {
    let effect = effect_label(change.effect()).text(locale);
    let words = pack_diff::rule_change(locale, change, after.currency);
    view! { <li class="change"><span class="effect">{effect}</span><p>{words}</p></li> }
}

/// How many verdicts of the book change, and which.
fn book(locale: Locale, comparison: &Comparison, after: &Pack) -> View {
    if comparison.entries.is_empty() {
        return view! { <p>{RulesLabel::NoSampleFits.text(locale)}</p> };
    }
    let lines: Vec<View> = comparison
        .book
        .changes
        .iter()
        .filter_map(|change| {
            let entry = entry_words(locale, comparison.entry(change.place)?);
            let words = pack_diff::verdict_change(locale, change, after.currency);
            Some(view! { <li><h3>{entry}</h3><p>{words}</p></li> })
        })
        .collect();
    let counted = pack_diff::book(locale, &comparison.book);
    view! { <p role="status">{counted}</p>{listed(lines)} }
}

fn entry_words(locale: Locale, entry: BookEntry) -> String {
    let option = match entry.option {
        SampleOption::Year => RulesLabel::OptionYear,
        SampleOption::ThreeYears => RulesLabel::OptionThreeYears,
        SampleOption::FifthDown => RulesLabel::OptionFifthDown,
        SampleOption::LumpSum => RulesLabel::OptionLumpSum,
        SampleOption::Later => RulesLabel::OptionLater,
    };
    let colon = locale.pick("：", ": ");
    format!(
        "{}{colon}{}",
        sample_words(locale, entry.sample),
        option.text(locale)
    )
}
