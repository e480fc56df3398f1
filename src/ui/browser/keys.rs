//! Keys that mean the same in many programs.

use wasm_bindgen::JsCast;
use web_sys::KeyboardEvent;

/// What a person asks with a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// A step back.
    Undo,
    /// A step forward.
    Redo,
}

/// What is asked, if it is not asked of a text field: there, the browser takes back what was typed in it.
#[must_use]
pub fn asked(event: &KeyboardEvent) -> Option<Asked> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || is_in_text(event) {
        return None;
    }
    // With the shift key held, some systems name the small letter all the same.
    match (event.key().as_str(), event.shift_key()) {
        ("z", false) => Some(Asked::Undo),
        ("z" | "Z", true) | ("y", false) => Some(Asked::Redo),
        _ => None,
    }
}

fn is_in_text(event: &KeyboardEvent) -> bool {
    event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok())
        .is_some_and(|element| {
            element
                .matches("input[type=text], textarea")
                .unwrap_or(false)
        })
}
