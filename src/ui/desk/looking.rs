//! What is looked for after the figures stand on the screen, so that no figure waits for it: one search at a time, and a
//! keystroke ends the waiting of the one before.

use leptos::prelude::*;

use super::DeskState;
use super::affordability::affordable;
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
    let look = AfterPaint::new(move || {
        let asked = asked.get_untracked();
        let looked = session
            .last_open
            .with_untracked(|open| open.as_ref().map(|open| open.look(asked)));
        found.set(looked);
    });
    effect(move || {
        session.last_open.track();
        asked.track();
        look.ask();
    });
    let outdated = Memo::new(move |_| {
        let found = found.read();
        found
            .as_ref()
            .is_none_or(|found| found.asked != *asked.read())
    });
    Looking { found, outdated }
}
