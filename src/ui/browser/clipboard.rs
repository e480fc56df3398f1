//! Copying a text.

use js_sys::futures::JsFuture;

/// The browser did not copy: no clipboard, or no permission.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotCopied;

/// Copies a text; the way to share where the address bar is not to be trusted.
///
/// # Errors
/// [`NotCopied`].
pub async fn copy(text: String) -> Result<(), NotCopied> {
    let navigator = web_sys::window().ok_or(NotCopied)?.navigator();
    // Without a secure address there is no clipboard object, and calling into it would throw.
    let clipboard = js_sys::Reflect::get(&navigator, &"clipboard".into()).map_err(|_| NotCopied)?;
    if clipboard.is_undefined() {
        return Err(NotCopied);
    }
    JsFuture::from(navigator.clipboard().write_text(&text))
        .await
        .map(|_| ())
        .map_err(|_| NotCopied)
}
