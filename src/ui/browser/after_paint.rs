//! Work that must not hold up what is about to be painted.

use std::time::Duration;

use leptos::leptos_dom::helpers::{request_animation_frame, set_timeout};
use leptos::prelude::*;

/// Something to be done once the screen shows what stands now. Copied freely.
#[derive(Clone, Copy)]
pub struct AfterPaint {
    asked: StoredValue<u32>,
    work: Callback<()>,
}

impl AfterPaint {
    /// This work; it waits to be asked for.
    pub fn new(work: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            asked: StoredValue::new(0),
            work: Callback::new(move |()| work()),
        }
    }

    /// Asks for it. What was asked for before and has not begun is not done: only the last asking counts.
    pub fn ask(self) {
        let this = self.asked.get_value().wrapping_add(1);
        self.asked.set_value(this);
        // A frame's own callbacks run before it is painted: the work begins in a task after it.
        request_animation_frame(move || {
            let begin = move || {
                // The screen that asked may be gone.
                if self.asked.try_get_value() == Some(this) {
                    self.work.run(());
                }
            };
            set_timeout(begin, Duration::ZERO);
        });
    }
}
