//! What the signatures on an offer say, as whoever verified them found.

use crate::engine::calendar::Date;

/// Who signed an offer, and what came of it. Days are those that the signed objects bear: nobody offline can tell
/// whether they are true.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The lender whose root key certified everybody here.
    pub lender: String,
    /// Whether its keys are published for trying things out.
    pub demo: bool,
    /// Who made the offer.
    pub by: String,
    /// Whether it holds only once somebody has approved it, and nobody has.
    pub awaited: bool,
    /// Who approved it.
    pub approved: Option<Approved>,
    /// That it was accepted.
    pub accepted: Option<Accepted>,
    /// From which day on it was withdrawn.
    pub withdrawn: Option<Date>,
    /// The day of the lender's entry: a key withdrawn later is not known to be.
    pub known_on: Date,
}

/// An approval.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    /// Who gave it.
    pub by: String,
    /// On which day.
    pub on: Date,
    /// Until when the offer can be accepted under it.
    pub until: Date,
    /// Why.
    pub reason: String,
}

/// An acceptance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accepted {
    /// On which day.
    pub on: Date,
    /// Who at the lender countersigned it; nobody where only the borrower said so.
    pub countersigned: Option<String>,
    /// Where the recording of an oral agreement is kept.
    pub recording: Option<String>,
}
