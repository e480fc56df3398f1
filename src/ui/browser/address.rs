//! The page's address. Only an app that owns its page asks.

use wasm_bindgen::JsValue;

/// The fragment with its `#`; empty if there is none.
#[must_use]
pub fn fragment() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// The address without its fragment: what a link to this app begins with.
#[must_use]
pub fn page() -> String {
    let whole = web_sys::window().and_then(|window| window.location().href().ok());
    let whole = whole.unwrap_or_default();
    whole
        .split_once('#')
        .map_or(whole.as_str(), |(page, _)| page)
        .to_owned()
}

/// Takes the fragment out of the address bar, without a step in the history.
pub fn clear_fragment() {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses leaves the old fragment; nothing else depends on it.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&page()));
    }
}
