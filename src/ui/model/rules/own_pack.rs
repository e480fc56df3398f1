//! A lender's own pack at the desk: taken only if options can be judged by it under the law.

use crate::engine::fields::FieldError;
use crate::engine::rules::{
    Layer, LintFinding, PACK_IDS, Pack, fit_to_judge, read_pack, statutory_pack,
};

/// Why a pack cannot judge at the desk.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnPackFault {
    /// It cannot be read.
    Unreadable(FieldError),
    /// It stands where only the law may: it is no lender's pack.
    NotALenders,
    /// Its id is that of a pack that the app ships with, which an agreement would then name.
    IdTaken(String),
    /// The app knows no law of its place.
    NoLaw(String),
    /// Its rules say two things, leave a gap or are looser than the law: the first such finding, and the pack.
    Unfit(Box<(LintFinding, Pack)>),
}

/// Whether a text means to be a rule pack, even if it cannot be read: then it is not taken for a case.
#[must_use]
pub fn is_pack_file(text: &str) -> bool {
    text.contains("\"quittance-pack/")
}

/// Reads a lender's own pack, and looks whether options can be judged by it.
///
/// # Errors
/// [`OwnPackFault`], the first one in the order of its variants.
pub fn read_own_pack(text: &str) -> Result<Pack, OwnPackFault> {
    let pack = read_pack(text).map_err(OwnPackFault::Unreadable)?;
    if pack.layer != Layer::House {
        return Err(OwnPackFault::NotALenders);
    }
    if PACK_IDS.contains(&pack.id.as_str()) {
        return Err(OwnPackFault::IdTaken(pack.id));
    }
    let Some(law) = statutory_pack(pack.jurisdiction) else {
        return Err(OwnPackFault::NoLaw(pack.jurisdiction.code().to_owned()));
    };
    let barring = fit_to_judge(&[&law, &pack]).err().unwrap_or_default();
    match barring.into_iter().find(|finding| finding.pack == pack.id) {
        None => Ok(pack),
        Some(finding) => Err(OwnPackFault::Unfit(Box::new((finding, pack)))),
    }
}
