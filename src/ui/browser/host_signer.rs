//! A host page that signs: it keeps the key, and gives a function that makes signatures.

use js_sys::{ArrayBuffer, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::crypto::{Unable, done};
use crate::share::signed::{PublicKey, SignatureBytes};

/// A key that a host page keeps.
#[derive(Clone, Debug)]
pub struct HostSigner {
    /// Its public half.
    pub public: PublicKey,
    /// Its certificate, where the lender's entry does not hold it.
    pub certificate: Option<String>,
    sign: Function,
}

impl HostSigner {
    /// A signer from what a host gives.
    #[must_use]
    pub const fn given(public: PublicKey, certificate: Option<String>, sign: Function) -> Self {
        Self {
            public,
            certificate,
            sign,
        }
    }

    /// A signature over a message, as the host's function gives it or promises it: 64 bytes.
    ///
    /// # Errors
    /// [`Unable`] if the host throws, refuses, or gives anything else.
    pub async fn sign(&self, message: &[u8]) -> Result<SignatureBytes, Unable> {
        let message = Uint8Array::from(message);
        let given = self
            .sign
            .call1(&JsValue::UNDEFINED, &message)
            .map_err(|_| Unable)?;
        let given: JsValue = done(Ok(Promise::resolve(&given))).await?;
        let bytes = match given.dyn_ref::<ArrayBuffer>() {
            Some(buffer) => Uint8Array::new(buffer),
            None => given.dyn_into().map_err(|_| Unable)?,
        };
        bytes.to_vec().try_into().map_err(|_| Unable)
    }
}
