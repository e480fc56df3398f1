//! Writing the address bar. Browsers limit how often, so it is done only when someone asks for a link.

use wasm_bindgen::JsValue;

/// Puts a fragment, given without its `#`, behind the page's address, without a step in the history.
pub fn write_fragment(fragment: &str) {
    let history = web_sys::window().and_then(|window| window.history().ok());
    if let Some(history) = history {
        // A browser that refuses keeps the old address; the link itself was made from the terms.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
    }
}
