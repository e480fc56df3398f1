//! Files that a person gives or takes away. Nothing leaves the device.

use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};

/// A file as the browser hands it over, unread.
pub struct Given(web_sys::File);

/// The file dropped with an event.
#[must_use]
pub fn dropped(event: &web_sys::DragEvent) -> Option<Given> {
    event.data_transfer()?.files()?.get(0).map(Given)
}

/// The file chosen in a file input. The input is emptied, so that the same file can be chosen again.
#[must_use]
pub fn chosen(event: &web_sys::Event) -> Option<Given> {
    let input: web_sys::HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0);
    input.set_value("");
    file.map(Given)
}

impl Given {
    /// Its size in bytes.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.0.size()
    }

    /// Its text; `None` if the browser cannot read it.
    pub async fn text(self) -> Option<String> {
        JsFuture::from(self.0.text()).await.ok()?.as_string()
    }
}

/// Offers a text as a file of that name and kind.
///
/// Returns whether the browser took it.
#[must_use]
pub fn save(name: &str, kind: &str, text: &str) -> bool {
    save_bytes(name, kind, text.as_bytes())
}

/// Offers bytes as a file of that name and kind.
///
/// Returns whether the browser took it.
#[must_use]
pub fn save_bytes(name: &str, kind: &str, bytes: &[u8]) -> bool {
    try_save(name, kind, bytes).is_ok()
}

fn try_save(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = web_sys::BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = web_sys::Url::create_object_url_with_blob(&blob)?;
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    // Never put into the page: a click on a detached link is enough.
    let link: web_sys::HtmlAnchorElement = document.create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address)
}
