//! Why there is no link, and why a link does not open.

use crate::engine::plan::PlanError;

/// Why a value cannot stand in a link. `what` is the name of a key in `docs/wire-format.md`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The bytes are not the one form that this version writes: not CBOR of the kinds used, keys out
    /// of order or twice, a default written out, a longer integer than needed, or bytes left over.
    NotCanonical,
    /// A key that this version does not know, in this map.
    UnknownKey {
        /// The map.
        what: &'static str,
    },
    /// A key that must be there is not.
    Missing {
        /// The key.
        what: &'static str,
    },
    /// A value of another kind than the key has, or outside its range.
    Value {
        /// The key.
        what: &'static str,
    },
    /// A creditor named by a reference that no lender known here has.
    UnknownCreditor,
}

/// Why an offer cannot be put into a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ShareError {
    /// A value that links cannot carry.
    Refused(Refusal),
    /// The link would be longer than [`LONGEST`](super::LONGEST): shorten contacts and channels.
    TooLong {
        /// How many characters it would have.
        length: usize,
    },
}

/// Why a text does not open as an offer. None of these ever comes with a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It does not begin as a link of this program does.
    NotALink,
    /// It is under a passphrase: nothing in it can be read before that is given.
    Locked,
    /// Its end is missing: ask for it to be sent again, whole.
    CutOff,
    /// It was changed on the way: ask for it to be sent again.
    Damaged,
    /// It is longer than any link that this program makes.
    TooLong {
        /// How many bytes it has.
        length: usize,
    },
    /// It was made by a later version of the format than this program knows.
    NewerVersion {
        /// The version that it names.
        version: u32,
    },
    /// It arrived as it was made, but not by a program that follows this version of the format.
    Unsupported(Refusal),
    /// It arrived as it was made, but its proposal does not fit its claim.
    NoPlan(PlanError),
}

impl From<Refusal> for ShareError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<ShareError> for LinkError {
    fn from(error: ShareError) -> Self {
        match error {
            ShareError::Refused(refusal) => Self::Unsupported(refusal),
            ShareError::TooLong { length } => Self::TooLong { length },
        }
    }
}

impl From<Refusal> for LinkError {
    fn from(refusal: Refusal) -> Self {
        Self::Unsupported(refusal)
    }
}
