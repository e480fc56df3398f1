//! The only files that touch the browser itself. Everything here may be refused by it, and says so in its result.
//!
//! ```text
//! storage    what is kept on this device
//! address, address_bar   the page's address and its fragment, and writing it
//! deployment  what the page names of its lender
//! listen     what happens to the window: only for an app that owns its page
//! crypto, device_key, host_signer, passphrase   what the browser or a host signs and enciphers
//! clipboard, files, print   what a person takes away
//! language, today           what the device says of itself
//! overlay    the sentence that survives a panic
//! after_paint, keys         what waits for the screen, and keys that mean the same in many programs
//! ```

pub mod address;
pub mod address_bar;
pub mod after_paint;
pub mod clipboard;
pub mod crypto;
pub mod deployment;
pub mod device_key;
pub mod files;
pub mod host_signer;
pub mod keys;
pub mod language;
pub mod listen;
pub mod overlay;
pub mod passphrase;
pub mod print;
pub mod storage;
pub mod today;

/// The element, or the shadow root passed as one, that the app is mounted into.
pub type Root = web_sys::HtmlElement;

/// The place that the app's own page keeps for it.
#[must_use]
pub fn own_root() -> Option<Root> {
    use wasm_bindgen::JsCast;
    web_sys::window()?
        .document()?
        .get_element_by_id("quittance-app")?
        .dyn_into()
        .ok()
}
