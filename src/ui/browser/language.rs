//! The language that the device prefers, and the page's own.

/// The first language that the browser names, such as `zh-CN`; empty if it names none.
#[must_use]
pub fn preferred() -> String {
    web_sys::window()
        .and_then(|window| window.navigator().language())
        .unwrap_or_default()
}

/// Declares the language of the page. Only for an app that owns it.
pub fn declare(code: &str) {
    let document = web_sys::window().and_then(|window| window.document());
    if let Some(root) = document.and_then(|document| document.document_element()) {
        // The attribute is known and the value is ours: nothing to refuse.
        let _ = root.set_attribute("lang", code);
    }
}
