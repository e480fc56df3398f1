//! Texts under a passphrase, enciphered and deciphered by the browser.

use js_sys::{Object, Reflect, Uint8Array};
use wasm_bindgen::JsValue;
use web_sys::CryptoKey;

use super::crypto::{Unable, bytes, done, random, subtle, usages};
use crate::share::locked::{ASSOCIATED, ITERATIONS, Locked, Phrase};

const CIPHER: &str = "AES-GCM";
const KEY_BITS: u32 = 256;

/// A passphrase that nobody has used before.
///
/// # Errors
/// [`Unable`] without a source of chance.
pub fn new_phrase() -> Result<Phrase, Unable> {
    Ok(Phrase::of_chance(&random()?))
}

/// Bytes under a passphrase.
///
/// # Errors
/// [`Unable`] if the browser refuses.
pub async fn lock(phrase: &Phrase, plain: &[u8]) -> Result<Locked, Unable> {
    let (salt, nonce) = (random()?, random()?);
    let key = key(phrase, &salt, "encrypt").await?;
    let done = subtle()?.encrypt_with_object_and_u8_array(&cipher(&nonce)?, &key, plain);
    Ok(Locked {
        salt,
        nonce,
        cipher: bytes(done).await?,
    })
}

/// What stands under a passphrase; nothing if it is not the one.
///
/// # Errors
/// [`Unable`] if the browser cannot decipher at all.
pub async fn unlock(phrase: &Phrase, locked: &Locked) -> Result<Option<Vec<u8>>, Unable> {
    let key = key(phrase, &locked.salt, "decrypt").await?;
    let cipher = cipher(&locked.nonce)?;
    let done = subtle()?.decrypt_with_object_and_u8_array(&cipher, &key, &locked.cipher);
    // The cipher's tag tells a wrong key from the right one.
    Ok(bytes(done).await.ok())
}

/// The key that a passphrase makes with a salt.
async fn key(phrase: &Phrase, salt: &[u8], usage: &str) -> Result<CryptoKey, Unable> {
    let subtle = subtle()?;
    let symbols = Uint8Array::from(phrase.symbols().as_bytes());
    let imported =
        subtle.import_key_with_str("raw", &symbols, "PBKDF2", false, &usages(&["deriveKey"]));
    let base: CryptoKey = done(imported).await?;
    let derivation = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(salt).into()),
        ("iterations", ITERATIONS.into()),
    ])?;
    let kind = object(&[("name", CIPHER.into()), ("length", KEY_BITS.into())])?;
    let usage = usages(&[usage]);
    done(subtle.derive_key_with_object_and_object(&derivation, &base, &kind, false, &usage)).await
}

fn cipher(nonce: &[u8]) -> Result<Object, Unable> {
    object(&[
        ("name", CIPHER.into()),
        ("iv", Uint8Array::from(nonce).into()),
        ("additionalData", Uint8Array::from(ASSOCIATED).into()),
    ])
}

fn object(entries: &[(&str, JsValue)]) -> Result<Object, Unable> {
    let object = Object::new();
    for (name, value) in entries {
        Reflect::set(&object, &(*name).into(), value).map_err(|_| Unable)?;
    }
    Ok(object)
}
