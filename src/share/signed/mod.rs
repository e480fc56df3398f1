//! Objects with signatures: who offered, approved, accepted or withdrew exactly which terms.
//!
//! ```text
//! kind         ten kinds of objects, each with a domain of its own
//! keys         Ed25519 keys, their ids and fingerprints
//! cose         COSE_Sign1 in one form, and the objects of one text
//! authority    how far a key may go, known to a certificate by its hash alone
//! certificate  whose key it is
//! lender       what a deployment pins: root key, creditors' lines, certificates
//! menu, approval, answer   the payloads besides an offer
//! ring         whom a reader trusts
//! opening      a text opened: every signature verified, every answer bound to its terms
//! standing     what a text holds, and where an offer in it stands
//! making       putting objects into texts
//! described    what bytes say, key by key, with nothing believed
//! ```
//!
//! `docs/wire-format.md` describes the bytes. Keys, randomness and dates arrive as arguments.

mod answer;
mod approval;
mod authority;
mod certificate;
mod cose;
mod described;
mod doubt;
mod keys;
mod kind;
mod lender;
mod making;
mod menu;
mod opening;
mod ring;
mod standing;

pub use answer::{Acceptance, Counter, Withdrawal};
pub use approval::{Approval, Request};
pub use authority::{Authority, AuthorityId, Beyond};
pub use certificate::Certificate;
pub use cose::{Bundle, Envelope, Seal, to_be_signed};
pub use described::{described_draft, described_payload};
pub use doubt::Doubt;
pub use keys::{KeyId, PublicKey, SecretKey, SignatureBytes};
pub use kind::Kind;
pub use lender::{Lender, creditor_id};
pub use making::{joined, offering, read_objects, sealed, text_of};
pub use menu::Menu;
pub use opening::open_signed;
pub use ring::{Reach, Ring, Signer};
pub use standing::{Holding, Offered, Signed, State};

use super::figures::Figures;
use super::ids::hash;
pub use super::wire::{Described, Offering};
use super::wire::{Key, Value, encode, refuse};
use super::{Refusal, TermsId};
use crate::agreement::Offer;

/// The id of an offer: over its bytes with the creditor in full, so that a draft and a signed offer that names its
/// creditor by reference have the same.
fn offer_id(offer: &Offer, figures: &Figures) -> Result<TermsId, Refusal> {
    Ok(TermsId(hash(
        "quittance-offer-id-1",
        &encode(offer, figures)?,
    )))
}

fn read_id(value: &Value, key: Key) -> Result<TermsId, Refusal> {
    match value {
        Value::Bytes(bytes) => TermsId::from_bytes(bytes).ok_or(refuse(key)),
        _ => Err(refuse(key)),
    }
}
