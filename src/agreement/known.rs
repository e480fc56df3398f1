//! What is known of a debt beside the offer, and is said where it is.

use super::Signing;
use crate::engine::claim::{Case, Guarantor, Itemisation};

/// Facts that an offer does not carry. What is not known is left out of a document, never guessed.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Known {
    /// Whether somebody who guarantees the debt agreed, if there is somebody.
    pub guarantor: Option<Guarantor>,
    /// How the balance came about since the itemisation date.
    pub itemisation: Option<Itemisation>,
    /// What the signatures say; nothing of an unsigned draft.
    pub signing: Option<Signing>,
}

impl Known {
    /// What a case says of it.
    #[must_use]
    pub fn of(case: &Case) -> Self {
        Self {
            guarantor: case.circumstances.guarantor,
            itemisation: case.itemisation,
            signing: None,
        }
    }
}
