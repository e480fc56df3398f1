//! What every rule says about an option: those that are not met at once, the others folded.

use crate::engine::money::Currency;
use crate::engine::rules::{Decision, Finding, Layer, Outcome, Verdict};
use crate::text::finding::{decision, sentence, title, unfit};
use crate::text::{Label, Locale, RulesLabel};
use crate::ui::parts::verdict::{verdict_class, verdict_icon, verdict_mark};
use crate::ui::view::{View, view};

/// A verdict, rule by rule. `lang` is the language of the sources.
pub fn findings(locale: Locale, lang: &'static str, verdict: &Verdict, currency: Currency) -> View {
    let mark = verdict_mark(verdict.decision, decision(locale, verdict.decision));
    let group = |name: RulesLabel, open: bool, wanted: fn(&Outcome) -> bool| {
        let lines: Vec<View> = verdict
            .findings
            .iter()
            .filter(|finding| wanted(&finding.outcome))
            .map(|finding| line(locale, lang, finding, currency))
            .collect();
        let count = lines.len();
        (count > 0).then(|| {
            view! {
                <details open=open>
                    <summary>{name.text(locale)} " (" {count} ")"</summary>
                    <ul class="rules">{lines}</ul>
                </details>
            }
        })
    };
    view! {
        <p class="verdict-line" role="status">{mark}</p>
        {verdict.unfit.map(|why| view! { <p class="wrong">{unfit(locale, why, currency)}</p> })}
        {group(RulesLabel::BrokenRules, true, |outcome| matches!(outcome, Outcome::Broken { .. }))}
        {group(RulesLabel::MetRules, false, |outcome| matches!(outcome, Outcome::Met { .. }))}
        {group(RulesLabel::SilentRules, false, |outcome| matches!(outcome, Outcome::DoesNotApply { .. }))}
    }
}

fn line(locale: Locale, lang: &'static str, finding: &Finding, currency: Currency) -> View {
    let mark = match finding.outcome {
        Outcome::DoesNotApply { .. } => None,
        Outcome::Broken { .. } => Some(finding.decision()),
        Outcome::Met { .. } => Some(Decision::Allowed),
    };
    let icon = mark.map(|mark| {
        let class = verdict_class(mark);
        view! { <span class=class>{verdict_icon(mark)}</span> " " }
    });
    let layer = match finding.layer {
        Layer::Statutory => Label::StatutoryRule,
        Layer::House => Label::HouseRule,
    };
    view! {
        <li>
            <h3>{icon} {title(locale, finding)}</h3>
            <p>{sentence(locale, finding, currency)}</p>
            <p class="rule-facts">
                <span class="rule-id">{finding.rule.id.clone()}</span>
                <span>{layer.text(locale)}</span>
            </p>
            <p class="hint" lang=lang>{finding.rule.source.clone()}</p>
        </li>
    }
}
