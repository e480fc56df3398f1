//! What the rules say about the selected option, rule by rule, and the way on to an agreement.

use std::sync::Arc;

use leptos::html::H2;
use leptos::prelude::*;

use super::DeskState;
use super::case_column::language_of;
use super::looking::Looking;
use super::next_step::next_step;
use super::option_texts::{Shown, last_good, letter};
use super::repairs::repairs;
use crate::engine::money::Currency;
use crate::engine::rules::{Decision, Finding, Layer, Outcome};
use crate::text::finding::{decision, sentence, title, unfit, unfit_pack};
use crate::text::format::earlier_shown;
use crate::text::{Label, TrustLabel};
use crate::ui::model::signing::Intended;
use crate::ui::model::{Evaluated, OpenCase};
use crate::ui::parts::verdict::{verdict_class, verdict_icon, verdict_mark};
use crate::ui::view::{View, view};

/// The verdict column.
pub fn verdict(desk: DeskState, looking: Looking) -> View {
    let locale = desk.locale;
    let stale = Memo::new(move |_| {
        desk.selected
            .read()
            .as_ref()
            .is_some_and(|view| view.result.is_err())
    });
    let good_at = Memo::new(move |_| desk.selected.read().as_ref()?.good_at.clone());
    // Compared as a whole: a keystroke that changes no finding redraws nothing.
    let shown = last_good(desk, false);
    let heading = NodeRef::<H2>::new();
    let opened = Opened {
        met: RwSignal::new(false),
        silent: RwSignal::new(false),
    };
    view! {
        <h2 tabindex="-1" node_ref=heading>{Label::Verdict.text(locale)} " " {move || letter(desk.place.get())}</h2>
        {move || good_at.get().map(|time| view! { <p class="hint">{earlier_shown(locale, &time)}</p> })}
        <p class="verdict-line" class:stale=move || stale.get()>
            {move || shown.read().as_ref().map(|Shown { good, .. }| {
                verdict_mark(good.verdict.decision, decision(locale, good.verdict.decision))
            })}
        </p>
        {agreement_button(desk)}
        {repairs(desk, looking, heading)}
        <div class:stale-block=move || stale.get()>
            {move || {
                let shown = shown.read();
                let Shown { good, claim, .. } = shown.as_ref()?;
                Some(answers(desk, good, claim.currency, opened))
            }}
        </div>
        {next_step(desk, looking, heading)}
    }
}

/// Which folds were opened: what stands in one is written when somebody opens it, and not at every keystroke before.
#[derive(Clone, Copy)]
struct Opened {
    met: RwSignal<bool>,
    silent: RwSignal<bool>,
}

fn answers(desk: DeskState, good: &Evaluated, currency: Currency, opened: Opened) -> View {
    let locale = desk.locale;
    let verdict = &good.verdict;
    let of = |wanted: fn(&Outcome) -> bool| -> Vec<&Finding> {
        verdict
            .findings
            .iter()
            .filter(|finding| wanted(&finding.outcome))
            .collect()
    };
    let met = of(|outcome| matches!(outcome, Outcome::Met { .. }));
    let silent = of(|outcome| matches!(outcome, Outcome::DoesNotApply { .. }));
    view! {
        {verdict.unfit.map(|why| {
            let pack = desk.session.last_open.with(|open| {
                let pack = open.as_ref()?.unfit_pack();
                let name = locale.pick(&pack.name.zh, &pack.name.en);
                Some(unfit_pack(locale, name, &pack.id))
            });
            view! { <p class="wrong">{pack} {unfit(locale, why, currency)}</p> }
        })}
        <ul class="findings">{grouped(desk, verdict.broken(), currency)}</ul>
        {folded(desk, Label::Met, met, currency, opened.met)}
        {folded(desk, Label::DoesNotApply, silent, currency, opened.silent)}
    }
}

fn folded(
    desk: DeskState,
    name: Label,
    findings: Vec<&Finding>,
    currency: Currency,
    opened: RwSignal<bool>,
) -> Option<View> {
    let count = findings.len();
    (count > 0).then(|| {
        let list = opened.get().then(|| {
            view! { <ul class="findings">{grouped(desk, findings, currency)}</ul> }
        });
        view! {
            <details on:toggle=move |_| opened.update(|opened| *opened = !*opened)>
                <summary>{name.text(desk.locale)} " (" {count} ")"</summary>
                {list}
            </details>
        }
    })
}

/// One item for each thing that is limited, in the order in which the first rule about it stands: the same waiver
/// can be limited for an agent, a supervisor and a manager.
fn grouped(desk: DeskState, findings: Vec<&Finding>, currency: Currency) -> Vec<View> {
    let mut groups: Vec<Vec<&Finding>> = Vec::new();
    for finding in findings {
        let same = |group: &&mut Vec<&Finding>| {
            group
                .first()
                .is_some_and(|first| first.kind() == finding.kind())
        };
        match groups.iter_mut().find(same) {
            Some(group) => group.push(finding),
            None => groups.push(vec![finding]),
        }
    }
    groups
        .into_iter()
        .map(|group| item(desk, &group, currency))
        .collect()
}

fn item(desk: DeskState, group: &[&Finding], currency: Currency) -> View {
    let locale = desk.locale;
    let heading = group.first().map(|first| title(locale, first));
    // Rules that say nothing for the same reason say it once.
    let mut said: Vec<String> = Vec::new();
    let mut lines: Vec<View> = Vec::new();
    for finding in group {
        let sentence = sentence(locale, finding, currency);
        if said.contains(&sentence) {
            continue;
        }
        said.push(sentence.clone());
        let (class, icon) = icon_of(finding);
        lines.push(view! {
            <p class="finding-line"><span class=class>{icon}</span><span>{sentence}</span></p>
        });
    }
    view! { <li><h3>{heading}</h3>{lines}{sources(desk, group)}</li> }
}

/// The icon of a finding and the class that colours it; none where the rule says nothing.
fn icon_of(finding: &Finding) -> (&'static str, Option<View>) {
    let mark = match finding.outcome {
        Outcome::DoesNotApply { .. } => return ("", None),
        // A rule that only warns refuses nothing, and is not met either.
        Outcome::Broken { .. } if finding.decision() == Decision::Allowed => return ("", None),
        Outcome::Broken { .. } => finding.decision(),
        Outcome::Met { .. } => Decision::Allowed,
    };
    (verdict_class(mark), Some(verdict_icon(mark)))
}

/// Where the rules of a group come from, each source once.
fn sources(desk: DeskState, group: &[&Finding]) -> Vec<View> {
    let locale = desk.locale;
    let place = desk
        .session
        .last_open
        .with(|open| open.as_ref().map(|open| open.case.jurisdiction));
    let lang = place.map(language_of);
    let mut seen: Vec<(Layer, &str)> = Vec::new();
    for finding in group {
        let source = (finding.layer, finding.rule.source.as_str());
        if !seen.contains(&source) {
            seen.push(source);
        }
    }
    seen.into_iter()
        .map(|(layer, source)| {
            let layer = match layer {
                Layer::Statutory => Label::StatutoryRule,
                Layer::House => Label::HouseRule,
            };
            let source = source.to_owned();
            view! {
                <p class="hint">{layer.text(locale)} " · " <span lang=lang>{source}</span></p>
            }
        })
        .collect()
}

/// What a good option is meant to become: an offer, and who must approve it first.
fn intended(open: &OpenCase, good: &Evaluated) -> Intended {
    Intended {
        offer: open.offer(good.proposal.clone()),
        approval: match good.verdict.decision {
            Decision::NeedsApproval(role) => Some(role),
            Decision::Allowed | Decision::Refused => None,
        },
    }
}

/// Where the rules allow several options, they can be offered together for the borrower to choose from.
fn choice_button(desk: DeskState) -> impl Fn() -> Option<View> {
    let allowed = move || -> Vec<Arc<Evaluated>> {
        let options = desk.session.options.iter();
        options
            .filter_map(|option| option.get()?.result.ok())
            .filter(|good| good.verdict.decision == Decision::Allowed)
            .collect()
    };
    let several = Memo::new(move |_| allowed().len() > 1);
    let locale = desk.locale;
    let offer = move |_| {
        if let Some(open) = desk.case_now() {
            let good = untrack(allowed);
            desk.on_agreement
                .run(good.iter().map(|good| intended(&open, good)).collect());
        }
    };
    move || {
        several.get().then(|| {
            view! {
                <button type="button" class="button" on:click=offer>
                    {TrustLabel::OfferChoice.text(locale)}
                </button>
                <p class="hint">{TrustLabel::OfferChoiceHint.text(locale)}</p>
            }
        })
    }
}

/// Open only for an option that stands and is not refused; otherwise the reason is said beside it.
fn agreement_button(desk: DeskState) -> View {
    let locale = desk.locale;
    let barred = Memo::new(move |_| {
        let selected = desk.selected.read();
        let view = selected.as_ref()?;
        match &view.result {
            Err(_) => Some(Label::CannotMakeUnreadable),
            Ok(good) => match good.verdict.decision {
                Decision::Refused => Some(Label::CannotMakeRefused),
                Decision::NeedsApproval(_) => Some(Label::MakeNeedsApproval),
                Decision::Allowed => None,
            },
        }
    });
    let shut = move || {
        matches!(
            barred.get(),
            Some(Label::CannotMakeUnreadable | Label::CannotMakeRefused)
        ) || desk.selected.read().is_none()
    };
    let make = move |_| {
        let (open, selected) = (desk.case_now(), desk.selected.get_untracked());
        if let (Some(open), Some(Ok(good))) = (open, selected.map(|view| view.result)) {
            desk.on_agreement.run(vec![intended(&open, &good)]);
        }
    };
    view! {
        <div class="make-agreement">
            <button type="button" class="button primary" disabled=shut on:click=make>
                {Label::MakeAgreement.text(locale)}
            </button>
            {move || barred.get().map(|label| view! { <p class="hint">{label.text(locale)}</p> })}
            {choice_button(desk)}
        </div>
    }
}
