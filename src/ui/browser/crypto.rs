//! The browser's own cryptography. It is missing on pages without a secure address, and every call of it can be refused.

use js_sys::Promise;
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Crypto, SubtleCrypto};

/// The browser does not do it: no secure address, an older browser, or storage that is blocked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unable;

/// Random bytes.
///
/// # Errors
/// [`Unable`].
pub fn random<const N: usize>() -> Result<[u8; N], Unable> {
    let mut bytes = [0; N];
    crypto()?
        .get_random_values_with_u8_array(&mut bytes)
        .map_err(|_| Unable)?;
    Ok(bytes)
}

pub(super) fn subtle() -> Result<SubtleCrypto, Unable> {
    let crypto = crypto()?;
    // Without a secure address there is none, and calling into it would throw.
    let subtle = js_sys::Reflect::get(&crypto, &"subtle".into()).map_err(|_| Unable)?;
    subtle.dyn_into().map_err(|_| Unable)
}

fn crypto() -> Result<Crypto, Unable> {
    web_sys::window()
        .ok_or(Unable)?
        .crypto()
        .map_err(|_| Unable)
}

/// What a promise of the browser's gives.
pub(super) async fn done<T: JsCast>(promise: Result<Promise, JsValue>) -> Result<T, Unable> {
    let promise = promise.map_err(|_| Unable)?;
    let value = JsFuture::from(promise).await.map_err(|_| Unable)?;
    value.dyn_into().map_err(|_| Unable)
}

/// The same, where it gives bytes.
pub(super) async fn bytes(promise: Result<Promise, JsValue>) -> Result<Vec<u8>, Unable> {
    let buffer: js_sys::ArrayBuffer = done(promise).await?;
    Ok(js_sys::Uint8Array::new(&buffer).to_vec())
}

/// What a key may be used for, as the browser wants to hear it.
pub(super) fn usages(usages: &[&str]) -> JsValue {
    usages
        .iter()
        .map(|usage| JsValue::from_str(usage))
        .collect::<js_sys::Array>()
        .into()
}
