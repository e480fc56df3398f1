//! What is said about the selected option, at its fields and in its figures.

use std::sync::Arc;

use leptos::prelude::*;

use super::DeskState;
use crate::engine::claim::Claim;
use crate::engine::money::Currency;
use crate::engine::plan::Totals;
use crate::text::Label;
use crate::text::problem::plan_problem;
use crate::text::typed::typed_problem;
use crate::ui::model::{Evaluated, Issue, OptionField, OptionKind, TypedProblem};

/// What is wrong at a field of the selected option.
pub fn option_problem(desk: DeskState, field: OptionField) -> Signal<Option<String>> {
    Signal::derive(move || {
        let selected = desk.selected.read();
        let issues = selected.as_ref()?.result.as_ref().err()?;
        let issue = issues.iter().find(|issue| issue.field == Some(field))?;
        Some(issue_words(desk, issue))
    })
}

/// What is wrong with the selected option at no field in particular.
pub fn other_problem(desk: DeskState) -> Signal<Option<String>> {
    Signal::derive(move || {
        let selected = desk.selected.read();
        let issues = selected.as_ref()?.result.as_ref().err()?;
        let issue = issues.iter().find(|issue| issue.field.is_none())?;
        Some(issue_words(desk, issue))
    })
}

fn issue_words(desk: DeskState, issue: &Issue) -> String {
    let currency = desk
        .session
        .last_open
        .with(|open| open.as_ref().map(|open| open.claim.currency));
    let currency = currency.unwrap_or(Currency::Cny);
    match &issue.problem {
        TypedProblem::Unreadable(error) => typed_problem(desk.locale, *error),
        TypedProblem::Unplannable(error) => plan_problem(desk.locale, currency, error),
    }
}

/// A figure of the selected option as it last came out, as text.
pub fn shown(
    desk: DeskState,
    write: impl Fn(&Totals, Currency) -> String + Send + Sync + 'static,
) -> Signal<String> {
    Signal::derive(move || {
        let (open, selected) = (desk.session.last_open.read(), desk.selected.read());
        let currency = open.as_ref().map(|open| open.claim.currency);
        let good = selected.as_ref().and_then(|view| view.last_good.as_ref());
        match (currency, good) {
            (Some(currency), Some(good)) => write(&good.worked.totals, currency),
            _ => String::new(),
        }
    })
}

/// The selected option as it is shown.
#[derive(Clone, PartialEq)]
pub struct Shown {
    /// What it last came out as.
    pub good: Arc<Evaluated>,
    /// The claim that it is for.
    pub claim: Claim,
    /// Its column.
    pub place: usize,
    /// Whether it is no longer what is typed.
    pub stale: bool,
}

/// The selected option as it last came out. `marks_stale` is for who looks different once it is stale: for all others
/// nothing is drawn anew for it.
pub fn last_good(desk: DeskState, marks_stale: bool) -> Memo<Option<Shown>> {
    Memo::new(move |_| {
        let open = desk.session.last_open.read();
        let selected = desk.selected.read();
        let view = selected.as_ref()?;
        Some(Shown {
            good: view.last_good.clone()?,
            claim: open.as_ref()?.claim,
            place: desk.place.get(),
            stale: marks_stale && view.result.is_err(),
        })
    })
}

/// The letter of a column.
pub fn letter(place: usize) -> &'static str {
    match place {
        0 => "A",
        1 => "B",
        2 => "C",
        _ => "D",
    }
}

/// What kind of option it is, in a word.
pub const fn kind_name(kind: OptionKind) -> Label {
    match kind {
        OptionKind::Instalments => Label::Instalments,
        OptionKind::LumpSum => Label::LumpSum,
        OptionKind::OnDates => Label::OnDates,
    }
}
