//! Work that must not hold up what is about to be painted.

use std::time::Duration;

use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use leptos::prelude::*;

/// Something to be done once the screen shows what stands now. Copied freely.
#[derive(Clone, Copy)]
pub struct AfterPaint {
    asked: StoredValue<u32>,
    /// Whether the last asking is still to be done.
    waiting: StoredValue<bool>,
    work: Callback<()>,
}

impl AfterPaint {
    /// This work; it waits to be asked for.
    pub fn new(work: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            asked: StoredValue::new(0),
            waiting: StoredValue::new(false),
            work: Callback::new(move |()| work()),
        }
    }

    /// Asks for it unless it was asked for already and has not begun: it is done for the first asking, with what
    /// stands by then, however fast somebody types.
    pub fn ask_once(self) {
        if !self.waiting.get_value() {
            self.ask();
        }
    }

    /// Asks for it. What was asked for before and has not begun is not done: only the last asking counts.
    pub fn ask(self) {
        let this = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(this);
        self.waiting.set_value(true);
        // A frame's own callbacks run before it is painted: the work begins in a task after it.
        request_animation_frame(move || {
            let begin = move || {
                // The screen that asked may be gone.
                if self.asked.try_get_value() == Some(this) {
                    self.waiting.set_value(false);
                    self.work.run(());
                }
            };
            set_timeout(begin, Duration::ZERO);
        });
    }
}
