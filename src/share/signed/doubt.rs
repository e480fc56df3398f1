//! Why something signed does not stand.

use super::authority::Beyond;
use super::{KeyId, Kind};
use crate::engine::calendar::Date;
use crate::engine::rules::Role;
use crate::share::{LinkError, Refusal};

/// Why a text with signatures does not stand. None of these comes with a plan, and none is a footnote to one that stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The text itself does not open: cut off, damaged, newer, or none of ours.
    Text(LinkError),
    /// An object is not in the form that this version writes.
    Unreadable(Refusal),
    /// The signature is by a key that no lender known here has certified.
    UnknownSigner(KeyId),
    /// A certificate is signed by no lender known here.
    UnknownRoot,
    /// The signature does not fit the object: it was made over something else, or by another key.
    Signature(Kind),
    /// An object that counts for nothing without a signature has none.
    Unsigned(Kind),
    /// The signer's role may not do this.
    Role {
        /// What was signed.
        kind: Kind,
        /// The signer's role.
        role: Role,
    },
    /// The day that the object bears lies outside the time for which its signer's key is certified.
    NotCertifiedThen {
        /// The day that the object bears.
        on: Date,
        /// The first day of the certificate.
        from: Date,
        /// The last day of the certificate.
        until: Date,
    },
    /// The lender withdrew the signer's key before the day that the object bears.
    KeyWithdrawn {
        /// The key.
        key: KeyId,
        /// The first day on which it did not count.
        from: Date,
    },
    /// The offer goes beyond how far its signer may go, and nobody who may has approved it.
    BeyondAuthority(Beyond),
    /// An approval, acceptance or withdrawal speaks of other terms than those beside it.
    OtherTerms(Kind),
    /// The offer names a creditor, or ways to pay, that the signer's lender does not list as its own.
    ForeignCreditor,
    /// Who approved stands no higher than who made the offer.
    ApprovedByEqual,
    /// The answer bears a day after the last one on which it could be given.
    TooLate {
        /// The answer.
        kind: Kind,
        /// Its day.
        on: Date,
        /// The last day.
        until: Date,
    },
    /// The answer bears a day before that of the offer.
    TooEarly {
        /// The answer.
        kind: Kind,
        /// Its day.
        on: Date,
        /// The day of the offer.
        from: Date,
    },
    /// The objects in the text do not belong together.
    NotTogether,
}

impl From<LinkError> for Doubt {
    fn from(error: LinkError) -> Self {
        Self::Text(error)
    }
}

impl From<Refusal> for Doubt {
    fn from(refusal: Refusal) -> Self {
        Self::Unreadable(refusal)
    }
}
