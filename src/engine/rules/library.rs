//! The packs that the app ships with, as files beside this one.

use super::{Layer, Pack, read_pack};
use crate::engine::claim::{Jurisdiction, Product};

const FILES: [(&str, &str); 7] = [
    ("cn-statutory", include_str!("packs/cn-statutory.json")),
    ("gb-statutory", include_str!("packs/gb-statutory.json")),
    ("house-card-cn", include_str!("packs/house-card-cn.json")),
    ("house-loan-cn", include_str!("packs/house-loan-cn.json")),
    ("house-micro-cn", include_str!("packs/house-micro-cn.json")),
    (
        "house-property-cn",
        include_str!("packs/house-property-cn.json"),
    ),
    ("house-loan-gb", include_str!("packs/house-loan-gb.json")),
];

/// The ids of all packs: the statutory ones first.
pub const PACK_IDS: [&str; 7] = [
    FILES[0].0, FILES[1].0, FILES[2].0, FILES[3].0, FILES[4].0, FILES[5].0, FILES[6].0,
];

/// The pack of that id, if the app ships with it.
#[must_use]
pub fn pack_by_id(id: &str) -> Option<Pack> {
    let (_, text) = FILES.iter().find(|(name, _)| *name == id)?;
    // Every file is read by a test; one that could not be read would be as if not there.
    read_pack(text).ok()
}

/// Every pack of a jurisdiction, the statutory one first.
#[must_use]
pub fn packs_for(jurisdiction: Jurisdiction) -> Vec<Pack> {
    PACK_IDS
        .into_iter()
        .filter_map(pack_by_id)
        .filter(|pack| pack.jurisdiction == jurisdiction)
        .collect()
}

/// The statutory pack of a jurisdiction.
#[must_use]
pub fn statutory_pack(jurisdiction: Jurisdiction) -> Option<Pack> {
    packs_for(jurisdiction)
        .into_iter()
        .find(|pack| pack.layer == Layer::Statutory)
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
    packs_for(jurisdiction)
        .into_iter()
        .find(|pack| pack.layer == Layer::House && fits(pack))
}
