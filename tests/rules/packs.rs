//! The packs that the app ships with.

use quittance::engine::claim::{Jurisdiction, Product};
use quittance::engine::rules::{
    DutyTopic, Layer, Limit, PACK_IDS, Pack, Rule, Severity, Visibility, house_pack, pack_by_id,
    packs_for, read_pack, statutory_pack,
};
use std::fs;

fn all() -> Vec<Pack> {
    PACK_IDS
        .into_iter()
        .map(|id| pack_by_id(id).expect(id))
        .collect()
}

#[test]
fn every_pack_reads_and_bears_the_name_of_its_file() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/engine/rules/packs");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let pack = read_pack(&fs::read_to_string(&path).unwrap());
        assert_eq!(
            pack.unwrap_or_else(|error| panic!("{name}: {error:?}")).id,
            name
        );
        names.push(name);
    }
    let mut known = PACK_IDS;
    known.sort_unstable();
    names.sort();
    assert_eq!(names, known);
    assert_eq!(pack_by_id("house-unknown"), None);
}

#[test]
fn packs_that_judge_are_the_whole_ones_without_the_duties_that_bind_no_call() {
    let (mut judging, mut left_out) = (0, 0);
    for pack in Jurisdiction::ALL.into_iter().flat_map(packs_for) {
        let mut whole = pack_by_id(&pack.id).unwrap();
        left_out += whole.duties.len() - pack.duties.len();
        whole.duties.retain(|duty| duty.topic == DutyTopic::Contact);
        assert_eq!(pack, whole);
        judging += 1;
    }
    assert!(
        judging == PACK_IDS.len() && left_out > 30,
        "{judging}, {left_out}"
    );
}

#[test]
fn each_place_has_its_law_and_a_house_for_every_product() {
    for place in Jurisdiction::ALL {
        let packs = packs_for(place);
        assert_eq!(packs.first().map(|pack| pack.layer), Some(Layer::Statutory));
        assert_eq!(statutory_pack(place).as_ref(), packs.first());
        assert!(packs.iter().skip(1).all(|pack| pack.layer == Layer::House));
        for product in Product::ALL {
            let house = house_pack(place, product, None).unwrap();
            assert!(house.covers(product), "{}", house.id);
        }
    }
    let asked = house_pack(
        Jurisdiction::China,
        Product::CreditCard,
        Some("house-loan-cn"),
    );
    assert_eq!(asked.unwrap().id, "house-loan-cn");
    let elsewhere = house_pack(
        Jurisdiction::Britain,
        Product::CreditCard,
        Some("house-loan-cn"),
    );
    assert_eq!(elsewhere, None);
    let law = house_pack(
        Jurisdiction::China,
        Product::CreditCard,
        Some("cn-statutory"),
    );
    assert_eq!(law, None);
}

#[test]
fn law_refuses_only_on_text_that_was_read_and_hides_nothing() {
    for pack in all().iter().filter(|pack| pack.layer == Layer::Statutory) {
        for rule in &pack.rules {
            let marked = ["[R]", "[2]", "[u]"]
                .iter()
                .any(|mark| rule.source.contains(mark));
            assert!(marked, "{} does not say how it was read", rule.id);
            assert_eq!(rule.visibility, Visibility::Public, "{}", rule.id);
            if rule.severity == Severity::Block {
                assert!(rule.source.contains("[R]"), "{}", rule.id);
                assert!(!rule.source.contains("[u]"), "{}", rule.id);
            }
        }
    }
}

#[test]
fn houses_label_their_rules_and_keep_their_floors_private() {
    for pack in all().iter().filter(|pack| pack.layer == Layer::House) {
        for rule in &pack.rules {
            assert!(rule.source.starts_with("house"), "{}", rule.id);
            let floor = matches!(
                rule.limit,
                Limit::MinimumSettlement { .. }
                    | Limit::WaiverCap { .. }
                    | Limit::WaiverCapTotal { .. }
                    | Limit::MinimumValue { .. }
            );
            // What is noted about a customer is the lender's own, and so is a rule for it.
            let noted = rule.applies.customers.is_some();
            let private = rule.visibility == Visibility::Private;
            assert_eq!(private, floor || noted, "{}", rule.id);
        }
        let keeps_principal = |rule: &Rule| {
            let limit = rule.limit;
            limit.kind().code() == "not-waivable" && format!("{limit:?}").contains("Principal")
        };
        assert!(
            pack.rules.iter().any(|rule| keeps_principal(rule)),
            "{}",
            pack.id
        );
    }
}

#[test]
fn four_times_lpr_covers_every_day_since_it_began_exactly_once() {
    let pack = pack_by_id("cn-statutory").unwrap();
    let ranges: Vec<_> = pack
        .rules
        .iter()
        .filter(|rule| rule.id.starts_with("CN-CAP-PRIV-RATE"))
        .map(|rule| rule.applies.signed)
        .collect();
    assert_eq!(ranges.len(), 9);
    for pair in ranges.windows(2) {
        assert_eq!(pair[0].to.and_then(|day| day.succ_opt()), pair[1].from);
    }
    assert_eq!(ranges.last().and_then(|range| range.to), None);
}
