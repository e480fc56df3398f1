//! Which page tells why a text does not open, or why something signed does not stand.

use crate::share::signed::Doubt;
use crate::share::{LinkError, Refusal};
use crate::text::link::LinkFault;

/// The page that tells why a text does not open.
#[must_use]
pub const fn fault_of_link(error: LinkError) -> LinkFault {
    match error {
        // Pages ask for a passphrase before they read; what is under one within another text is none of ours.
        LinkError::NotALink | LinkError::Locked => LinkFault::NotALink,
        LinkError::CutOff => LinkFault::CutOff,
        LinkError::Damaged | LinkError::TooLong { .. } => LinkFault::Damaged,
        LinkError::NewerVersion { version } => LinkFault::Newer(version),
        LinkError::Unsupported(Refusal::UnknownCreditor) => LinkFault::UnknownLender,
        LinkError::Unsupported(_) => LinkFault::Unknown,
        LinkError::NoPlan(_) => LinkFault::NoPlan,
    }
}

/// The page that tells why something signed does not stand.
#[must_use]
pub const fn fault_of_doubt(doubt: Doubt) -> LinkFault {
    match doubt {
        Doubt::Text(error) => fault_of_link(error),
        Doubt::Unreadable(Refusal::UnknownCreditor)
        | Doubt::UnknownSigner(_)
        | Doubt::UnknownRoot => LinkFault::UnknownLender,
        Doubt::Unreadable(_) => LinkFault::Unknown,
        Doubt::Signature(_) => LinkFault::Signature,
        Doubt::Unsigned(_) | Doubt::Role { .. } | Doubt::ApprovedByEqual => LinkFault::NotAllowed,
        Doubt::NotCertifiedThen { .. } | Doubt::KeyWithdrawn { .. } => LinkFault::NotThen,
        Doubt::BeyondAuthority(_) => LinkFault::BeyondAuthority,
        Doubt::OtherTerms(_)
        | Doubt::TooLate { .. }
        | Doubt::TooEarly { .. }
        | Doubt::NotTogether => LinkFault::OtherTerms,
        Doubt::ForeignCreditor => LinkFault::ForeignCreditor,
    }
}
