//! What a deployment writes into its page about its lender.

use crate::share::signed::PublicKey;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// The lender's entry and the root key that the page pins: `<meta name="quittance-lender" content="s1...." data-root="...">`.
#[must_use]
pub fn lender() -> Option<(String, PublicKey)> {
    let document = web_sys::window()?.document()?;
    let meta = document
        .query_selector("meta[name=\"quittance-lender\"]")
        .ok()??;
    let root = URL_SAFE_NO_PAD
        .decode(meta.get_attribute("data-root")?)
        .ok()?;
    Some((
        meta.get_attribute("content")?,
        PublicKey::from_bytes(&root)?,
    ))
}
