//! The packs that the app ships with, as files beside this one.

use std::sync::LazyLock;

use super::{Layer, Pack, read_pack};
use crate::engine::claim::{Jurisdiction, Product};

/// The packs: the id, the file, and the file as those who judge need it (`build.rs`), without the duties that bind no call.
macro_rules! packs {
    ($($id:literal),+ $(,)?) => {
        /// The ids of all packs: the statutory ones first.
        pub const PACK_IDS: [&str; 9] = [$($id),+];

        const WHOLE: [&str; 9] = [$(include_str!(concat!("packs/", $id, ".json"))),+];

        const TO_JUDGE: [&str; 9] = [$(include_str!(concat!(env!("OUT_DIR"), "/", $id, ".json"))),+];
    };
}

packs![
    "cn-statutory",
    "gb-statutory",
    "us-statutory",
    "house-card-cn",
    "house-loan-cn",
    "house-micro-cn",
    "house-property-cn",
    "house-loan-gb",
    "house-agency-us",
];

/// Every pack as its file has it, read once.
static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| read_all(&WHOLE));

/// Every pack as those who judge need it, read once: a book of cases asks for them again and again.
static JUDGES: LazyLock<Vec<Pack>> = LazyLock::new(|| read_all(&TO_JUDGE));

fn read_all(files: &[&str]) -> Vec<Pack> {
    // Every file is read by a test; one that could not be read would be as if not there.
    let packs = files.iter().filter_map(|text| read_pack(text).ok());
    packs.collect()
}

/// The pack of that id, if the app ships with it, with everything that its file holds.
#[must_use]
pub fn pack_by_id(id: &str) -> Option<Pack> {
    PACKS.iter().find(|pack| pack.id == id).cloned()
}

/// Every pack of a jurisdiction, the statutory one first. Like all packs that judge, they hold of their duties only those
/// that bind a call: [`pack_by_id`] gives a pack whole.
#[must_use]
pub fn packs_for(jurisdiction: Jurisdiction) -> Vec<Pack> {
    of(jurisdiction).cloned().collect()
}

fn of(jurisdiction: Jurisdiction) -> impl Iterator<Item = &'static Pack> {
    JUDGES
        .iter()
        .filter(move |pack| pack.jurisdiction == jurisdiction)
}

/// The statutory pack of a jurisdiction.
#[must_use]
pub fn statutory_pack(jurisdiction: Jurisdiction) -> Option<Pack> {
    of(jurisdiction)
        .find(|pack| pack.layer == Layer::Statutory)
        .cloned()
}

/// The house pack that judges a debt: the one that is `wanted` by its id if it belongs to the jurisdiction, or,
/// where none is asked for, the first one written for such debts.
#[must_use]
pub fn house_pack(
    jurisdiction: Jurisdiction,
    product: Product,
    wanted: Option<&str>,
) -> Option<Pack> {
    let fits = |pack: &Pack| match wanted {
        Some(id) => pack.id == id,
        None => pack.covers(product),
    };
    of(jurisdiction)
        .find(|pack| pack.layer == Layer::House && fits(pack))
        .cloned()
}
