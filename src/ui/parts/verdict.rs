//! A decision as icon, word and colour: never colour alone.

use crate::engine::rules::Decision;
use crate::ui::view::{View, view};

/// The class that colours a decision.
#[must_use]
pub const fn verdict_class(decision: Decision) -> &'static str {
    match decision {
        Decision::Allowed => "is-allowed",
        Decision::NeedsApproval(_) => "is-approval",
        Decision::Refused => "is-refused",
    }
}

/// The icon of a decision: a tick, a raised hand, a bar.
#[must_use]
pub fn verdict_icon(decision: Decision) -> View {
    let path = match decision {
        Decision::Allowed => "M2 9l4 4 8-10",
        Decision::NeedsApproval(_) => {
            "M4.5 9V4.2M7 8V2.2M9.500 8V3M12 9V5M4.500 8.500C3.500 7 2 7.500 2.600 9l2.200 4.200C5.500 14.500 6.500 15 8 15c2.500 0 4-1.500 4-4V8"
        }
        Decision::Refused => "M1.500 8a6.500 6.500 0 1 0 13 0a6.500 6.500 0 1 0-13 0M4.500 8h7",
    };
    view! {
        <svg class="mark" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path
                d=path
                fill="none"
                stroke="currentColor"
                stroke-width="1.8"
                stroke-linecap="round"
                stroke-linejoin="round"
            />
        </svg>
    }
}

/// A decision with its words, such as `needs approval: supervisor`.
#[must_use]
pub fn verdict_mark(decision: Decision, words: String) -> View {
    let class = format!("verdict {}", verdict_class(decision));
    view! { <span class=class>{verdict_icon(decision)}<span>{words}</span></span> }
}
