//! What the rules say about the selected option, rule by rule, and the way on to an agreement.

use leptos::prelude::*;

use super::DeskState;
use super::case_column::language_of;
use super::option_texts::letter;
use crate::engine::money::Currency;
use crate::engine::rules::{Decision, Finding, Layer, Outcome};
use crate::text::Label;
use crate::text::finding::{decision, sentence, title, unfit};
use crate::ui::model::Evaluated;
use crate::ui::parts::verdict::{verdict_class, verdict_icon, verdict_mark};

/// The verdict column.
pub fn verdict(desk: DeskState) -> AnyView {
    let locale = desk.locale;
    let place = Memo::new(move |_| desk.session.draft.with(|draft| draft.selected));
    let stale = Memo::new(move |_| desk.selected.read().as_ref().is_some_and(|view| view.result.is_err()));
    // Compared as a whole: a keystroke that changes no finding redraws nothing.
    let shown = Memo::new(move |_| {
        let open = desk.session.last_open.read();
        let selected = desk.selected.read();
        let good = selected.as_ref()?.last_good.clone()?;
        Some((good, open.as_ref()?.claim.currency))
    });
    view! {
        <h2>{Label::Verdict.text(locale)} " " {move || letter(place.get())}</h2>
        {move || stale.get().then(|| view! { <p class="hint">{Label::LastGoodShown.text(locale)}</p> })}
        <div class:stale-block=move || stale.get()>
            {move || shown.read().as_ref().map(|(good, currency)| answer(desk, good, *currency))}
        </div>
        {agreement_button(desk)}
    }
    .into_any()
}

fn answer(desk: DeskState, good: &Evaluated, currency: Currency) -> AnyView {
    let locale = desk.locale;
    let verdict = &good.verdict;
    let list = |findings: Vec<&Finding>| -> Vec<AnyView> {
        findings.into_iter().map(|finding| line(desk, finding, currency)).collect()
    };
    let of = |wanted: fn(&Outcome) -> bool| -> Vec<&Finding> {
        verdict.findings.iter().filter(|finding| wanted(&finding.outcome)).collect()
    };
    let met = of(|outcome| matches!(outcome, Outcome::Met { .. }));
    let silent = of(|outcome| matches!(outcome, Outcome::DoesNotApply { .. }));
    view! {
        <p class="verdict-line">{verdict_mark(verdict.decision, decision(locale, verdict.decision))}</p>
        {verdict.unfit.map(|why| view! { <p class="wrong">{unfit(locale, why)}</p> })}
        <ul class="findings">{list(verdict.broken())}</ul>
        {folded(Label::Met.text(locale), met.len(), list(met))}
        {folded(Label::DoesNotApply.text(locale), silent.len(), list(silent))}
    }
    .into_any()
}

fn folded(name: &'static str, count: usize, lines: Vec<AnyView>) -> Option<AnyView> {
    (count > 0).then(|| {
        view! {
            <details>
                <summary>{name} " (" {count} ")"</summary>
                <ul class="findings">{lines}</ul>
            </details>
        }
        .into_any()
    })
}

fn line(desk: DeskState, finding: &Finding, currency: Currency) -> AnyView {
    let locale = desk.locale;
    let place = desk.session.last_open.with(|open| open.as_ref().map(|open| open.case.jurisdiction));
    let lang = place.map(language_of);
    let layer = match finding.layer {
        Layer::Statutory => Label::StatutoryRule,
        Layer::House => Label::HouseRule,
    };
    let (class, icon) = match finding.outcome {
        Outcome::DoesNotApply { .. } => ("finding", None),
        _ => {
            let mark = match finding.outcome {
                Outcome::Broken { .. } => finding.decision(),
                _ => Decision::Allowed,
            };
            (verdict_class(mark), Some(verdict_icon(mark)))
        }
    };
    view! {
        <li>
            <p class="finding-title"><span class=class>{icon}</span><span>{title(locale, finding)}</span></p>
            <p>{sentence(locale, finding, currency)}</p>
            <p class="hint">{layer.text(locale)} " · " <span lang=lang>{finding.rule.source.clone()}</span></p>
        </li>
    }
    .into_any()
}

/// Open only for an option that stands and is not refused; otherwise the reason is said beside it.
fn agreement_button(desk: DeskState) -> AnyView {
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
        matches!(barred.get(), Some(Label::CannotMakeUnreadable | Label::CannotMakeRefused))
            || desk.selected.read().is_none()
    };
    let make = move |_| {
        let (open, selected) = (desk.case_now(), desk.selected.get_untracked());
        if let (Some(open), Some(Ok(good))) = (open, selected.map(|view| view.result)) {
            desk.on_agreement.run(open.offer(good.proposal));
        }
    };
    view! {
        <div class="make-agreement">
            <button type="button" class="button primary" disabled=shut on:click=make>
                {Label::MakeAgreement.text(locale)}
            </button>
            {move || barred.get().map(|label| view! { <p class="hint">{label.text(locale)}</p> })}
        </div>
    }
    .into_any()
}
