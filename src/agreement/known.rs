//! What is known of a debt beside its figures, and is said where it is.

use crate::engine::claim::{Case, Guarantor, Itemisation};

/// Facts that decide no figure. What is not known is left out of a document, never guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Known {
    /// Whether somebody who guarantees the debt agreed, if there is somebody.
    pub guarantor: Option<Guarantor>,
    /// How the balance came about since the itemisation date.
    pub itemisation: Option<Itemisation>,
}

impl Known {
    /// What a case says of it.
    #[must_use]
    pub const fn of(case: &Case) -> Self {
        Self {
            guarantor: case.circumstances.guarantor,
            itemisation: case.itemisation,
        }
    }
}
