//! What somebody does with rule packs, without a browser.
//!
//! ```text
//! open_pack   the pack that is open: one that the app ships with, or the text of a file
//! browse      its rules by what they limit, and those that have certain words
//! inspect     what is wrong with it, the gravest first
//! compare     what changed from one pack to another, and which verdicts of the sample book with it
//! book        the sample book: options that are judged when packs are compared
//! trial       one case and one option, judged by a pack
//! own_pack    a lender's own pack at the desk
//! ```

mod book;
mod browse;
mod compare;
mod inspect;
mod open_pack;
mod own_pack;
mod trial;

pub use book::{BookEntry, SampleOption};
pub use browse::{RuleRow, Topic, rows};
pub use compare::{Comparison, compare};
pub use inspect::{Inspection, inspect};
pub use open_pack::{OWN, OpenPack};
pub use own_pack::{OwnPackFault, is_pack_file, read_own_pack};
pub use trial::{Trial, TrialError, samples_for, try_case};
