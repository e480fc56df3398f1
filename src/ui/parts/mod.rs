//! What several screens are made of. Plain functions that return erased views: one copy of each in the binary.
//!
//! ```text
//! field     a labelled input, select, strip of radio buttons or tick box, and what is wrong with it
//! figure    an amount with its sign
//! verdict   icon, word and colour of a decision
//! chart     the balance over time
//! ```

pub mod chart;
pub mod field;
pub mod figure;
pub mod verdict;

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::html::H2;
use leptos::prelude::{GetUntracked, NodeRef};

static NEXT_ID: AtomicU32 = AtomicU32::new(1);

/// An id that no other element has, in whatever root it stands.
#[must_use]
pub fn fresh_id() -> String {
    format!("quittance-{}", NEXT_ID.fetch_add(1, Ordering::Relaxed))
}

/// Puts the focus on a heading, for whoever uses the keyboard: where a button goes with what it did, they stand at the
/// part that it belonged to.
pub fn focus(heading: NodeRef<H2>) {
    if let Some(heading) = heading.get_untracked() {
        // A browser that refuses the focus leaves it where it was.
        let _ = heading.focus();
    }
}
