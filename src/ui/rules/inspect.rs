//! What is wrong with a pack, the gravest first, each finding with its place in the file and how to mend it.

use leptos::prelude::*;

use super::Place;
use crate::engine::calendar::parse_date;
use crate::engine::money::Currency;
use crate::engine::rules::{Decision, LintFinding};
use crate::text::{Locale, RulesLabel, lint};
use crate::ui::browser::today;
use crate::ui::model::rules::{Inspection, inspect};
use crate::ui::parts::verdict::verdict_mark;
use crate::ui::view::{View, view};

/// What is wrong with the pack that stands, today.
pub fn inspection(place: Place, locale: Locale) -> View {
    let found = Memo::new(move |_| {
        let pack = place.stands.get()?;
        let today = parse_date(&today::iso()).ok();
        Some((pack.currency, inspect(&pack, today)))
    });
    View::live(move || {
        let found = found.read();
        let (currency, found) = found.as_ref()?;
        Some(told(locale, *currency, found))
    })
}

fn told(locale: Locale, currency: Currency, found: &Inspection) -> View {
    let under = match &found.under {
        Some(law) => format!(
            "{}{}{law}",
            RulesLabel::LintUnder.text(locale),
            locale.pick("", " ")
        ),
        None => RulesLabel::LintAlone.text(locale).to_owned(),
    };
    let (decision, words) = if found.fit {
        (Decision::Allowed, RulesLabel::FitToJudge)
    } else {
        (Decision::Refused, RulesLabel::NotFitToJudge)
    };
    let nothing = found.errors.is_empty() && found.warnings.is_empty();
    view! {
        <p class="hint">{under}</p>
        <p role="status">{verdict_mark(decision, words.text(locale).to_owned())}</p>
        {nothing.then(|| view! { <p>{RulesLabel::NothingFound.text(locale)}</p> })}
        {listed(locale, currency, RulesLabel::LintErrors, &found.errors)}
        {listed(locale, currency, RulesLabel::LintWarnings, &found.warnings)}
    }
}

fn listed(
    locale: Locale,
    currency: Currency,
    name: RulesLabel,
    findings: &[LintFinding],
) -> Option<View> {
    let count = findings.len();
    let lines: Vec<View> = findings
        .iter()
        .map(|finding| {
            let words = lint::sentence(locale, finding, currency);
            view! {
                <li>
                    <p>{words}</p>
                    <p class="hint rule-id">{finding.pack.clone()} " · " {finding.path.clone()}</p>
                </li>
            }
        })
        .collect();
    (count > 0).then(|| {
        view! {
            <section class="topic">
                <h2>{name.text(locale)} " (" {count} ")"</h2>
                <ul class="rules">{lines}</ul>
            </section>
        }
    })
}
