//! What is done beside the screen whenever something changes.

use leptos::prelude::Effect;

/// Runs `run` soon, and again whenever a signal that it read has changed: `Effect::new` over one type, so that one
/// copy of its code serves all.
pub fn effect(run: impl FnMut() + 'static) {
    boxed(Box::new(run));
}

#[inline(never)]
fn boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}
