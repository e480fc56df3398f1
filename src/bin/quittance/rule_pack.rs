//! Rule packs of a document: as files, or by the name of one that the program ships with.

use quittance::engine::rules::{PACK_IDS, Pack, fit_to_judge, pack_by_id, read_pack};
use quittance::text::problem::field_problem;
use quittance::text::{Locale, lint};
use serde_json::Value;

use crate::document::BadInput;

/// Reads a rule pack that stands at a place of a document.
pub fn rule_pack(pack: &Value, at: &str) -> Result<Pack, BadInput> {
    if let Value::String(id) = pack {
        return pack_by_id(id).ok_or_else(|| {
            let problem = format!("no such rule pack: there are {}", PACK_IDS.join(", "));
            BadInput::value(at, id, &problem)
        });
    }
    read_pack(&pack.to_string()).map_err(|error| {
        let place = BadInput::place(&error.path, &field_problem(Locale::En, &error));
        place.within(at)
    })
}

/// Reads a list of rule packs.
pub fn rule_packs(packs: &[Value], at: &str) -> Result<Vec<Pack>, BadInput> {
    packs
        .iter()
        .zip(1_u32..)
        .map(|(pack, place)| rule_pack(pack, &format!("{at}.{place}")))
        .collect()
}

/// Reads a list of rule packs that options are judged by: none that says two things at once, leaves a gap, or loosens
/// the law.
pub fn judging_packs(packs: &[Value], at: &str) -> Result<Vec<Pack>, BadInput> {
    let read = rule_packs(packs, at)?;
    let together: Vec<&Pack> = read.iter().collect();
    let Err(findings) = fit_to_judge(&together) else {
        return Ok(read);
    };
    // The first does: whoever mends it asks again, and `quittance lint` tells them all.
    let barring = findings.first().and_then(|finding| {
        let (pack, place) = read
            .iter()
            .zip(1_u32..)
            .find(|(pack, _)| pack.id == finding.pack)?;
        let words = lint::sentence(Locale::En, finding, pack.currency);
        Some(BadInput::place(&finding.path, &words).within(&format!("{at}.{place}")))
    });
    Err(barring.unwrap_or_else(|| BadInput::place(at, "these rule packs cannot be used together")))
}
