//! What follows once the figures stand on the screen, so that no figure waits for it: the plan in detail on the next
//! frame, then what is looked for, one search at a time. A keystroke ends the waiting of the search before it.

use leptos::prelude::*;

use super::DeskState;
use super::affordability::affordable;
use super::option_texts::{Shown, last_good};
use crate::ui::browser::after_paint::AfterPaint;
use crate::ui::model::{Asked, Draft, Found};
use crate::ui::view::effect;

/// What was found last, and whether that is still what is asked.
#[derive(Clone, Copy)]
pub struct Looking {
    /// What was found last. It stands until the next is there, so that nothing jumps.
    pub found: RwSignal<Option<Found>>,
    /// Whether something else is asked by now: then nothing of it can be taken.
    pub outdated: Memo<bool>,
    /// Whether it is shown as outdated, from the frame after the one that outdated it.
    pub greyed: RwSignal<bool>,
    /// The selected option for what draws it row by row: what stood when the screen was painted last.
    pub drawn: RwSignal<Option<Shown>>,
}

/// Looks whenever something that it depends on changes.
pub fn looking(desk: DeskState) -> Looking {
    let session = desk.session;
    let asked = Memo::new(move |_| {
        let options = session.options.iter().filter_map(|option| {
            let option = option.read();
            let result = &option.as_ref()?.result;
            Some(result.as_ref().ok().map(|good| good.proposal.clone()))
        });
        Asked {
            options: options.collect(),
            selected: session.draft.with(|draft| draft.selected),
            affordable: affordable(desk).map(|found| found.offer),
            put: session.draft.with(Draft::step_put),
        }
    });
    let found = RwSignal::new(None::<Found>);
    let outdated = Memo::new(move |_| {
        let found = found.read();
        found
            .as_ref()
            .is_none_or(|found| found.asked != *asked.read())
    });
    let greyed = RwSignal::new(false);
    let look = AfterPaint::new(move || {
        let asked = asked.get_untracked();
        let looked = session
            .last_open
            .with_untracked(|open| open.as_ref().map(|open| open.look(asked)));
        found.set(looked);
        greyed.set(false);
    });
    let shown = last_good(desk, true);
    let drawn = RwSignal::new(shown.get_untracked());
    let draw = AfterPaint::new(move || {
        let shown = shown.get_untracked();
        if drawn.with_untracked(|drawn| *drawn != shown) {
            drawn.set(shown);
        }
        greyed.set(outdated.get_untracked());
        look.ask();
    });
    effect(move || {
        session.last_open.track();
        asked.track();
        shown.track();
        draw.ask_once();
    });
    Looking {
        found,
        outdated,
        greyed,
        drawn,
    }
}
