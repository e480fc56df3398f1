//! Whose signatures count in this app, and whose keys can sign in it.
//!
//! ```text
//! the lender that the deployment pins, and the demo lender   -> ring
//! the demo lender's published keys | the key of this device | a key that the host page keeps -> Hand
//! ```

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::browser::crypto::Unable;
use super::browser::device_key::DeviceKey;
use super::browser::host_signer::HostSigner;
use super::browser::storage;
use super::hooks::Hooks;
use super::model::certified::{Certified, Given, certified, demo_key, lender_of, ring};
use super::model::faults::fault_of_doubt;
use super::model::signing::{SignError, ToSign};
use crate::engine::claim::Creditor;
use crate::engine::rules::Role;
use crate::share::signed::{KeyId, PublicKey, Ring, open_signed};

/// That this device has a key, so that no other device's storage is opened to look for one.
const KEY_MADE: &str = "quittance-signing-key";
/// The certificate of this device's key, and how far it may go.
const GIVEN: &str = "quittance-certificate";

/// What this device has of a key of its own.
#[derive(Clone, Debug)]
pub enum Device {
    /// It is being looked up.
    Looking,
    /// The browser makes no such keys, or keeps none for this page.
    Unable,
    /// None was made here.
    Without,
    /// A key, and what the lender gave for it.
    With(Box<OwnKey>),
}

/// A key of this device, and what the lender gave for it.
#[derive(Clone, Debug)]
pub struct OwnKey {
    /// The key.
    pub key: DeviceKey,
    /// What was given.
    pub given: Given,
}

/// What signs.
#[derive(Clone, Debug)]
enum How {
    Demo(Role),
    Device(DeviceKey),
    Host(HostSigner),
}

/// Somebody certified, whose key is at hand.
#[derive(Clone, Debug)]
pub struct Hand {
    /// Who it is, and for which lender.
    pub who: Certified,
    /// How far the holder may go, where that is known here.
    pub given: Given,
    how: How,
    public: PublicKey,
}

/// Whose signatures count, and whose keys are at hand. Copied freely: it holds signals only.
#[derive(Clone, Copy)]
pub struct Trust {
    ring: StoredValue<Ring>,
    host: StoredValue<Option<HostSigner>>,
    device: RwSignal<Device>,
    hooks: Hooks,
    keeps: bool,
}

impl Trust {
    /// The trust of an app: the lender that its page or its host names, and the keys there are.
    #[must_use]
    pub fn new(
        lender: Option<&(String, PublicKey)>,
        host: Option<HostSigner>,
        hooks: Hooks,
        owns_page: bool,
    ) -> Self {
        let ring = ring(lender.map(|(entry, root)| (entry.as_str(), root)));
        let made = owns_page && storage::read(KEY_MADE).is_ok_and(|kept| kept.is_some());
        let trust = Self {
            ring: StoredValue::new(ring),
            host: StoredValue::new(host),
            device: RwSignal::new(if made {
                Device::Looking
            } else {
                Device::Without
            }),
            hooks,
            keeps: owns_page,
        };
        if made {
            spawn_local(async move { trust.found(DeviceKey::kept().await) });
        }
        trust
    }

    /// The trust of the surrounding app.
    ///
    /// # Panics
    /// Only if none was provided, which the mounting of the app rules out.
    #[must_use]
    pub fn current() -> Self {
        expect_context::<Self>()
    }

    /// The lenders whose signatures count.
    pub fn with_ring<T>(self, read: impl FnOnce(&Ring) -> T) -> T {
        self.ring.with_value(read)
    }

    /// The root key of the lender that lists a creditor, a deployment's own before the demo lender.
    #[must_use]
    pub fn lender_of(self, creditor: &Creditor) -> Option<KeyId> {
        self.with_ring(|ring| lender_of(ring, creditor))
    }

    /// Who can sign here for a lender in this role or above, the lowest first; the demo lender's keys only where a sample
    /// asks for them.
    #[must_use]
    pub fn hand(self, root: KeyId, least: Role, sample: bool) -> Option<Hand> {
        let device = match self.device.get() {
            Device::With(own) => Some((own.key.public, How::Device(own.key), own.given)),
            _ => None,
        };
        let host = self.host.get_value().map(|host| {
            let given = Given::default().with(host.certificate.as_deref().unwrap_or_default());
            (host.public, How::Host(host), given.unwrap_or_default())
        });
        let demo = sample.then(|| {
            let role = if least == Role::Agent {
                Role::Agent
            } else {
                Role::Supervisor
            };
            (demo_key(role).public(), How::Demo(role), Given::default())
        });
        [host, device, demo]
            .into_iter()
            .flatten()
            .find_map(|(public, how, given)| {
                let who = self.with_ring(|ring| certified(ring, &public, &given))?;
                (who.root == root && who.role >= least).then_some(Hand {
                    who,
                    given,
                    how,
                    public,
                })
            })
    }

    /// Whether a key of its own may be at hand here, be it still looked up.
    #[must_use]
    pub fn may_sign(self) -> bool {
        let device = self
            .device
            .with_untracked(|device| matches!(device, Device::Looking | Device::With(..)));
        device || self.host.with_value(Option::is_some)
    }

    /// What this device has of a key; nothing in another's page, which is not ours to keep one in.
    #[must_use]
    pub fn device(self) -> Option<Device> {
        self.keeps.then(|| self.device.get())
    }

    /// What the lender says of this device's key.
    #[must_use]
    pub fn certified(self, key: &DeviceKey, given: &Given) -> Option<Certified> {
        self.with_ring(|ring| certified(ring, &key.public, given))
    }

    /// Makes a key on this device.
    pub fn make_key(self) {
        self.device.set(Device::Looking);
        spawn_local(async move {
            let made = DeviceKey::make().await;
            if made.is_ok() {
                // Without the mark the key is not found again: then it was not kept.
                let marked = storage::write(KEY_MADE, "1").map_err(|_| Unable);
                self.found(marked.and(made.map(Some)));
            } else {
                self.found(Err(Unable));
            }
        });
    }

    /// Forgets this device's key with all that was given for it.
    pub fn forget_key(self) {
        self.device.set(Device::Looking);
        spawn_local(async move {
            let forgotten = DeviceKey::forget().await;
            // Without its key neither means anything.
            let _ = storage::forget(KEY_MADE).and(storage::forget(GIVEN));
            self.found(forgotten.map(|()| None));
        });
    }

    /// Takes what the lender gave for this device's key: a certificate, or how far it may go. Says whether it was one.
    #[must_use]
    pub fn take(self, text: &str) -> bool {
        let Device::With(own) = self.device.get_untracked() else {
            return false;
        };
        let OwnKey { key, given } = *own;
        let taken = given
            .with(text)
            .filter(|given| *given != Given::default() && self.certified(&key, given).is_some());
        let Some(given) = taken else {
            return false;
        };
        // What cannot be kept holds until the page is left.
        let _ = storage::write(GIVEN, &given.text());
        self.device
            .set(Device::With(Box::new(OwnKey { key, given })));
        true
    }

    fn found(self, key: Result<Option<DeviceKey>, Unable>) {
        let device = match key {
            Err(Unable) => Device::Unable,
            Ok(None) => Device::Without,
            Ok(Some(key)) => {
                let given = storage::read(GIVEN).ok().flatten().unwrap_or_default();
                let given = Given::default().with(&given).unwrap_or_default();
                Device::With(Box::new(OwnKey { key, given }))
            }
        };
        // The page may have been left meanwhile.
        let _ = self.device.try_set(device);
    }

    /// Has something signed, and opens what comes of it: what does not stand is handed to nobody.
    ///
    /// # Errors
    /// [`SignError`].
    pub async fn sign(self, hand: &Hand, to_sign: ToSign) -> Result<String, SignError> {
        let refused = |Unable| SignError::Refused;
        let text = match &hand.how {
            How::Demo(role) => to_sign.signed_by(&demo_key(*role))?,
            How::Device(key) => {
                let signature = key.sign(&to_sign.message()).await.map_err(refused)?;
                to_sign.signed(&hand.public, signature, hand.who.beside.as_ref())?
            }
            How::Host(host) => {
                let signature = host.sign(&to_sign.message()).await.map_err(refused)?;
                to_sign.signed(&hand.public, signature, hand.who.beside.as_ref())?
            }
        };
        self.with_ring(|ring| open_signed(&text, ring))
            .map_err(|doubt| SignError::DoesNotStand(fault_of_doubt(doubt)))?;
        Ok(text)
    }

    /// Tells the host of a text that was signed and handed over.
    pub fn tell(self, text: &str) {
        if let Some(on_sign) = self.hooks.on_sign {
            on_sign.run(text.to_owned());
        }
    }
}

impl Hand {
    /// Whether it is the demo lender's, whose signatures bind nobody.
    #[must_use]
    pub const fn is_demo(&self) -> bool {
        matches!(self.how, How::Demo(_))
    }
}
