//! The packs that the app ships with, as files beside this one.

use std::sync::LazyLock;

use super::{Layer, Pack, read_pack};
use crate::engine::claim::{Jurisdiction, Product};

const FILES: [(&str, &str); 9] = [
    ("cn-statutory", include_str!("packs/cn-statutory.json")),
    ("gb-statutory", include_str!("packs/gb-statutory.json")),
    ("us-statutory", include_str!("packs/us-statutory.json")),
    ("house-card-cn", include_str!("packs/house-card-cn.json")),
    ("house-loan-cn", include_str!("packs/house-loan-cn.json")),
    ("house-micro-cn", include_str!("packs/house-micro-cn.json")),
    (
        "house-property-cn",
        include_str!("packs/house-property-cn.json"),
    ),
    ("house-loan-gb", include_str!("packs/house-loan-gb.json")),
    (
        "house-agency-us",
        include_str!("packs/house-agency-us.json"),
    ),
];

/// The ids of all packs: the statutory ones first.
pub const PACK_IDS: [&str; 9] = [
    FILES[0].0, FILES[1].0, FILES[2].0, FILES[3].0, FILES[4].0, FILES[5].0, FILES[6].0, FILES[7].0,
    FILES[8].0,
];

/// Every pack, read once: a book of cases asks for them again and again.
static PACKS: LazyLock<Vec<Pack>> = LazyLock::new(|| {
    FILES
        .iter()
        // Every file is read by a test; one that could not be read would be as if not there.
        .filter_map(|(_, text)| read_pack(text).ok())
        .collect()
});

/// The pack of that id, if the app ships with it.
#[must_use]
pub fn pack_by_id(id: &str) -> Option<Pack> {
    PACKS.iter().find(|pack| pack.id == id).cloned()
}

/// Every pack of a jurisdiction, the statutory one first.
#[must_use]
pub fn packs_for(jurisdiction: Jurisdiction) -> Vec<Pack> {
    of(jurisdiction).cloned().collect()
}

fn of(jurisdiction: Jurisdiction) -> impl Iterator<Item = &'static Pack> {
    PACKS
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
