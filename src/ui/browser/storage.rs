//! What is kept on this device. Reading alone can throw, in frames that block storage.

/// Storage is blocked, full or not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

fn storage() -> Result<web_sys::Storage, Refused> {
    let window = web_sys::window().ok_or(Refused)?;
    window.local_storage().ok().flatten().ok_or(Refused)
}

/// The text kept under a name; `None` if there is none.
///
/// # Errors
/// [`Refused`] if the browser keeps nothing for this page.
pub fn read(name: &str) -> Result<Option<String>, Refused> {
    storage()?.get_item(name).map_err(|_| Refused)
}

/// Keeps a text. If that fails, the text kept before stays.
///
/// # Errors
/// [`Refused`] if the browser keeps nothing for this page, or has no room.
pub fn write(name: &str, text: &str) -> Result<(), Refused> {
    storage()?.set_item(name, text).map_err(|_| Refused)
}

/// Keeps nothing under a name any more.
///
/// # Errors
/// [`Refused`] if the browser keeps nothing for this page.
pub fn forget(name: &str) -> Result<(), Refused> {
    storage()?.remove_item(name).map_err(|_| Refused)
}
