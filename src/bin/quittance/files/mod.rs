//! The JSON Schemas of the files that the engine reads: rule packs and case files.
//!
//! Their closed lists are the engine's own, so that a word that it learns stands here too. What one value says about
//! another (a band that ends before it begins, names that are there twice, sums) only the engine tells.
//!
//! ```text
//! shape   the pieces: objects, lists, amounts, rates, dates, words
//! limit   every kind of limit with its fields
//! pack    rule packs
//! case    case files
//! past    the history and the circumstances of a case
//! ```

mod case;
mod limit;
mod pack;
mod past;
mod shape;

use serde_json::Value;

/// A kind of file: the name that `quittance schema` takes, and its schema.
pub struct File {
    /// Its name.
    pub name: &'static str,
    /// Its schema.
    pub schema: fn() -> Value,
}

/// Every kind of file.
pub const FILES: [File; 2] = [
    File {
        name: "pack",
        schema: pack::schema,
    },
    File {
        name: "case",
        schema: case::schema,
    },
];
