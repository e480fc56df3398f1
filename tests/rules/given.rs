//! What a step of a ladder gives, what a house's offers say, and what a pack names for a case.

use super::option::{card, date, rate, share};
use quittance::engine::claim::Component;
use quittance::engine::rules::{
    Give, Limit, OfferTerms, PACK_IDS, Pack, pack_by_id, recovery_horizon,
};
use std::sync::Arc;

fn waiver(percent: &str) -> Give {
    let mut give = Give::default();
    give.waivers.set(Component::Penalty, share(percent));
    give
}

#[test]
fn money_and_time_are_told_apart() {
    let nothing = Give::default();
    let discount = Give {
        discount: share("5"),
        ..nothing
    };
    let lower = Give {
        rate: Some(rate("3")),
        ..nothing
    };
    let longer = Give {
        count: Some(24),
        ..nothing
    };
    let later = Give {
        deferral_days: Some(30),
        ..nothing
    };
    for (give, relieves, gives_time) in [
        (nothing, false, false),
        (waiver("5"), true, false),
        (discount, true, false),
        (lower, true, false),
        (longer, false, true),
        (later, false, true),
    ] {
        assert_eq!(
            (give.relieves(), give.gives_time()),
            (relieves, gives_time),
            "{give:?}"
        );
        let (money, time) = (give.relief_alone(), give.time_alone());
        assert_eq!(money, if relieves { give } else { nothing }, "{give:?}");
        assert_eq!(time, if gives_time { give } else { nothing }, "{give:?}");
    }
    let everything = Give {
        count: Some(24),
        deferral_days: Some(30),
        rate: Some(rate("3")),
        ..waiver("5")
    };
    let money = Give {
        rate: Some(rate("3")),
        ..waiver("5")
    };
    assert_eq!(everything.relief_alone(), money);
    let time = Give {
        count: Some(24),
        deferral_days: Some(30),
        ..nothing
    };
    assert_eq!(everything.time_alone(), time);
    assert_eq!(money.after(&time), everything);
}

#[test]
fn the_first_house_among_packs_says_how_it_offers() {
    let law = pack_by_id("cn-statutory").unwrap();
    let house = pack_by_id("house-card-cn").unwrap();
    let of_house = OfferTerms {
        open_days: Some(house.defaults.offer_days),
        grace_days: Some(house.defaults.cure.grace_days),
    };
    assert_ne!(of_house, OfferTerms::default());
    assert_eq!(OfferTerms::of_house(&[&law, &house]), of_house);
    assert_eq!(OfferTerms::of_house(&[&house]), of_house);
    assert_eq!(OfferTerms::of_house(&[&law]), OfferTerms::default());
}

#[test]
fn a_horizon_of_recovery_is_the_shortest_that_a_rule_in_force_names() {
    let case = card();
    let pack = PACK_IDS
        .into_iter()
        .filter_map(pack_by_id)
        .find(|pack| pack.unfit_for(case.product, &case.claim).is_none())
        .unwrap();
    // A copy of the pack, whose rules each name a horizon from one day on.
    let naming = |horizons: &[(u32, &str)]| -> Pack {
        let mut copy = Pack::clone(&pack);
        let like = pack
            .rules
            .iter()
            .find(|rule| rule.in_force(&case.claim))
            .unwrap();
        copy.rules = horizons
            .iter()
            .map(|(months, from)| {
                let mut rule = (**like).clone();
                rule.limit = Limit::RecoveryHorizonMonths { months: *months };
                rule.effective.from = Some(date(from));
                rule.effective.to = None;
                Arc::new(rule)
            })
            .collect();
        copy
    };
    let horizon = |pack: &Pack| recovery_horizon(&[pack], case.product, &case.claim);
    assert_eq!(horizon(&naming(&[])), None);
    assert_eq!(horizon(&naming(&[(36, "2020-01-01")])), Some(36));
    let several = naming(&[(36, "2020-01-01"), (24, "2020-01-01"), (12, "2099-01-01")]);
    assert_eq!(horizon(&several), Some(24));
    assert_eq!(recovery_horizon(&[], case.product, &case.claim), None);
}
