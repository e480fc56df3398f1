//! The signing key of this device: the browser makes it, keeps it, and signs with it, and nobody can copy it out.

use idb::{Database, DatabaseEvent as _, Factory, ObjectStoreParams, TransactionMode};
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CryptoKey, CryptoKeyPair};

use super::crypto::{Unable, bytes, done, subtle, usages};
use crate::share::signed::{PublicKey, SignatureBytes};

const ALGORITHM: &str = "Ed25519";
const DATABASE: &str = "quittance";
const STORE: &str = "keys";
const NAME: &str = "signing";

/// A key of which only the public half can be read.
#[derive(Clone, Debug)]
pub struct DeviceKey {
    /// The public half.
    pub public: PublicKey,
    private: CryptoKey,
}

impl DeviceKey {
    /// The key that this device keeps, if it has one.
    ///
    /// # Errors
    /// [`Unable`] if the browser keeps no keys for this page.
    pub async fn kept() -> Result<Option<Self>, Unable> {
        let read = async {
            let database = open().await?;
            let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
            let store = transaction.object_store(STORE)?;
            let kept = store.get(JsValue::from_str(NAME))?.await?;
            transaction.await?;
            database.close();
            Ok::<_, idb::Error>(kept)
        };
        match read.await.map_err(|_| Unable)? {
            None => Ok(None),
            Some(pair) => Self::of(&pair).await.map(Some),
        }
    }

    /// Makes a key and keeps it in place of any other.
    ///
    /// # Errors
    /// [`Unable`] if the browser makes no such keys, or keeps none for this page.
    pub async fn make() -> Result<Self, Unable> {
        let made = subtle()?.generate_key_with_str(ALGORITHM, false, &usages(&["sign", "verify"]));
        let pair: JsValue = done(made).await?;
        let key = Self::of(&pair).await?;
        changed(Some(&pair)).await?;
        Ok(key)
    }

    /// Forgets the key: nobody can sign with it any more.
    ///
    /// # Errors
    /// [`Unable`] if the browser refuses.
    pub async fn forget() -> Result<(), Unable> {
        changed(None).await
    }

    /// A signature over a message.
    ///
    /// # Errors
    /// [`Unable`] if the browser refuses.
    pub async fn sign(&self, message: &[u8]) -> Result<SignatureBytes, Unable> {
        let made = subtle()?.sign_with_str_and_u8_array(ALGORITHM, &self.private, message);
        bytes(made).await?.try_into().map_err(|_| Unable)
    }

    async fn of(pair: &JsValue) -> Result<Self, Unable> {
        let pair: &CryptoKeyPair = pair.unchecked_ref();
        // What another program left under the name may be anything.
        let half = |name: &str| -> Result<CryptoKey, Unable> {
            let key = Reflect::get(pair, &name.into()).map_err(|_| Unable)?;
            key.dyn_into().map_err(|_| Unable)
        };
        let (public, private) = (half("publicKey")?, half("privateKey")?);
        let public = bytes(subtle()?.export_key("raw", &public)).await?;
        Ok(Self {
            public: PublicKey::from_bytes(&public).ok_or(Unable)?,
            private,
        })
    }
}

async fn open() -> Result<Database, idb::Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        // A store that cannot be made is missing when it is used, which is told then.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await
}

/// Keeps a pair of keys under the one name, or none.
async fn changed(pair: Option<&JsValue>) -> Result<(), Unable> {
    let name = JsValue::from_str(NAME);
    let write = async {
        let database = open().await?;
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        match pair {
            Some(pair) => drop(store.put(pair, Some(&name))?.await?),
            None => store.delete(name)?.await?,
        }
        transaction.commit()?.await?;
        database.close();
        Ok::<_, idb::Error>(())
    };
    write.await.map_err(|_| Unable)
}
