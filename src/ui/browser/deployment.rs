//! What a deployment says of its lender: in its own page, or as the host of an embedded calculator.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use js_sys::Function;
use wasm_bindgen::prelude::*;

use super::host_signer::HostSigner;
use crate::share::signed::PublicKey;

#[wasm_bindgen]
extern "C" {
    /// What a host page names; every part of it may be missing. Keys are the 32 bytes in base64url.
    pub type Deployment;

    #[wasm_bindgen(method, getter)]
    fn lender(this: &Deployment) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn root(this: &Deployment) -> Option<String>;

    #[wasm_bindgen(method, getter, js_name = publicKey)]
    fn public_key(this: &Deployment) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn certificate(this: &Deployment) -> Option<String>;

    #[wasm_bindgen(method, getter)]
    fn sign(this: &Deployment) -> Option<Function>;
}

impl Deployment {
    /// The lender's entry and the root key that the host pins.
    #[must_use]
    pub fn pinned(&self) -> Option<(String, PublicKey)> {
        Some((self.lender()?, key(&self.root()?)?))
    }

    /// The key that the host keeps.
    #[must_use]
    pub fn signer(&self) -> Option<HostSigner> {
        let public = key(&self.public_key()?)?;
        Some(HostSigner::given(public, self.certificate(), self.sign()?))
    }
}

/// The lender's entry and the root key that this page pins: `<meta name="quittance-lender" content="s1...." data-root="...">`.
#[must_use]
pub fn lender() -> Option<(String, PublicKey)> {
    let document = web_sys::window()?.document()?;
    let meta = document
        .query_selector("meta[name=\"quittance-lender\"]")
        .ok()??;
    let root = key(&meta.get_attribute("data-root")?)?;
    Some((meta.get_attribute("content")?, root))
}

fn key(text: &str) -> Option<PublicKey> {
    PublicKey::from_bytes(&URL_SAFE_NO_PAD.decode(text).ok()?)
}
