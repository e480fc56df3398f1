//! The packs that the app ships with.

use crate::option::date;
use quittance::engine::rules::{
    Layer, LintSeverity, PACK_IDS, Pack, fit_to_judge, lint, pack_by_id, statutory_pack,
};

fn all() -> Vec<Pack> {
    PACK_IDS
        .into_iter()
        .map(|id| pack_by_id(id).expect(id))
        .collect()
}

#[test]
fn none_has_an_error_and_every_warning_is_known() {
    let mut warnings = Vec::new();
    for pack in all() {
        let law = statutory_pack(pack.jurisdiction).unwrap();
        let found = lint(&pack, &[&law], Some(date("2026-11-22")));
        for one in found {
            let line = format!(
                "{} {} {}",
                one.pack,
                one.flaw.code(),
                one.rule_ids().join(" ")
            );
            assert_eq!(one.severity, LintSeverity::Warning, "{line}");
            warnings.push(line);
        }
    }
    assert_eq!(warnings, KNOWN);
}

/// Each was looked at and left as it is: two houses trust their people with days agreed one by one.
const KNOWN: [&str; 2] = [
    "house-loan-cn agreed-days-apart LOAN-STEPS",
    "house-loan-gb agreed-days-apart LOANGB-STEPS",
];

#[test]
fn every_house_can_be_judged_by_under_its_law() {
    for pack in all().iter().filter(|pack| pack.layer == Layer::House) {
        let law = statutory_pack(pack.jurisdiction).unwrap();
        assert_eq!(fit_to_judge(&[&law, pack]), Ok(()), "{}", pack.id);
    }
}
