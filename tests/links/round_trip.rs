//! What goes in comes out.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use crate::sealing::cbor;
use crate::{cards, offers};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use quittance::agreement::{Known, Offer, PackReference};
use quittance::engine::calendar::add_days;
use quittance::engine::claim::{Component, Guarantor, PenaltyRate, read_case};
use quittance::engine::money::Money;
use quittance::engine::plan::{Carry, Concessions, Cure, Proposal, Settlement, Size, Waiver};
use quittance::share::{
    LONG, LONGEST, LinkLength, Refusal, ShareError, TYPICAL, Verified, decode_offer, encode_offer,
    link_length, short_code,
};
use rust_decimal::Decimal;

const CASES: u32 = 2_000;

fn runner() -> TestRunner {
    let config = Config {
        cases: CASES,
        failure_persistence: None,
        ..Config::default()
    };
    TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha))
}

/// What the cases held, to show that the generator reaches everything.
fn note(seen: &mut BTreeMap<String, u32>, offer: &Offer) {
    let (terms, proposal) = (&offer.claim.terms, &offer.proposal);
    let mut has = |name: String| *seen.entry(name).or_default() += 1;
    match &proposal.settlement {
        Settlement::LumpSum => has("lump sum".to_owned()),
        Settlement::OnDates { rest_on, .. } => has(if rest_on.is_some() {
            "agreed days and a rest"
        } else {
            "agreed days"
        }
        .to_owned()),
        Settlement::Instalments {
            repayment,
            size,
            multiple,
            ..
        } => {
            has(repayment.code().to_owned());
            has(if matches!(size, Size::Count(_)) {
                "count"
            } else {
                "payment"
            }
            .to_owned());
            if multiple.is_some() {
                has("multiple".to_owned());
            }
        }
    }
    let waivers = proposal
        .concessions
        .waivers
        .iter()
        .map(|(_, waiver)| waiver);
    for waiver in waivers.chain([proposal.concessions.discount]) {
        has(match waiver {
            Waiver::Nothing => "nothing waived",
            Waiver::Share(_) => "share waived",
            Waiver::Amount(_) => "amount waived",
        }
        .to_owned());
    }
    for (component, carry) in proposal
        .carry
        .iter()
        .filter(|(_, carry)| *carry != Carry::Spread)
    {
        has(format!("{component:?} {carry:?}"));
    }
    match terms.penalty.map(|penalty| penalty.rate) {
        None => has("no penalty".to_owned()),
        Some(PenaltyRate::Own(_)) => has("penalty rate".to_owned()),
        Some(PenaltyRate::Multiple(_)) => has("penalty multiple".to_owned()),
    }
    for (present, name) in [
        (terms.late_charge.is_some(), "late charge"),
        (
            terms.late_charge.is_some_and(|charge| charge.cap.is_some()),
            "late charge cap",
        ),
        (terms.ceiling.is_some(), "ceiling"),
        (terms.waterfall.switch.is_some(), "order switch"),
        (
            offer.parties.creditor.original.is_some(),
            "original creditor",
        ),
        (offer.parties.creditor.channels.is_empty(), "no channels"),
        (offer.known.itemisation.is_some(), "itemisation"),
        (
            offer.known.guarantor == Some(Guarantor::Consented),
            "guarantor consented",
        ),
        (
            offer.known.guarantor == Some(Guarantor::NotAsked),
            "guarantor not asked",
        ),
        (proposal.down_payment.is_zero(), "no down payment"),
        (proposal.rate.is_zero(), "rate 0"),
    ] {
        if present {
            has(name.to_owned());
        }
    }
    has(format!("{:?}", proposal.relief.while_kept));
    has(proposal.relief.vesting.kind().code().to_owned());
    has(format!("{} misses", offer.cure.misses_that_end));
    has(format!("{:?}", proposal.deferral));
    has(format!("{:?}", proposal.basis));
    has(offer.claim.currency.code().to_owned());
}

#[test]
fn every_offer_comes_back_as_it_went_in() {
    let (opened, without_a_plan) = (Cell::new(0_u32), Cell::new(0_u32));
    let seen = Cell::new(BTreeMap::new());
    let codes = Cell::new(BTreeSet::new());
    let lengths = Cell::new(Vec::new());
    runner()
        .run(&offers::offer(), |offer| {
            let Ok(worked) = offer.work_out() else {
                without_a_plan.set(without_a_plan.get() + 1);
                return Ok(());
            };
            let link = encode_offer(&offer, &worked).unwrap();
            assert!(link.len() <= LONGEST && link.starts_with("q1.") && link.ends_with(".z"));
            let back = decode_offer(&link).unwrap();
            assert_eq!(back.offer, offer);
            assert_eq!(back.worked, worked);
            assert_eq!(back.verified, Verified::SameFigures);
            assert_eq!(encode_offer(&back.offer, &back.worked).unwrap(), link);
            let code = short_code(&offer, &worked).unwrap();
            assert_eq!(short_code(&back.offer, &back.worked).unwrap(), code);
            let mut all = codes.take();
            assert!(all.insert(code.clone()), "{code} came up twice");
            codes.set(all);
            let mut counts = seen.take();
            note(&mut counts, &offer);
            seen.set(counts);
            let mut all = lengths.take();
            all.push(link.len());
            lengths.set(all);
            opened.set(opened.get() + 1);
            Ok(())
        })
        .unwrap();
    let (opened, seen, mut lengths) = (opened.get(), seen.take(), lengths.take());
    lengths.sort_unstable();
    println!(
        "{opened} opened, {} without a plan; {seen:?}",
        without_a_plan.get()
    );
    println!(
        "characters: median {}, most {}",
        lengths[lengths.len() / 2],
        lengths[lengths.len() - 1]
    );
    assert_eq!(opened + without_a_plan.get(), CASES);
    assert!(
        opened >= CASES * 8 / 10,
        "only {opened} of {CASES} offers could be laid out"
    );
    // 1 lump sum + 1 with days agreed and a rest + 10 ways to repay + 3 sizes + 3 waivers + 12 carries + 3 penalties
    // + 9 optional fields + 2 guarantors + 4 freezes + 4 ways to vest + 3 numbers of misses + 3 deferrals + 11 bases + 7 currencies.
    assert_eq!(seen.len(), 76, "{seen:?}");
    let rarest = seen.iter().min_by_key(|(_, count)| **count).unwrap();
    assert!(*rarest.1 >= opened / 40, "{rarest:?} is too rare");
}

#[test]
fn links_are_as_long_as_messages_bear() {
    let length = |name: &str, offer: &Offer| {
        let worked = offer.work_out().unwrap();
        let link = encode_offer(offer, &worked).unwrap();
        let code = short_code(offer, &worked).unwrap();
        println!(
            "{name}: {} characters around {} bytes, code {code}",
            link.len(),
            cbor(&link).len()
        );
        link.len()
    };
    assert!(length("short card", &cards::card()) <= TYPICAL);
    assert!(length("loan in one sum", &cards::loan()) <= LONG);
    assert!(length("every option", &cards::deferred()) <= LONG);
    for sample in quittance::samples::ALL {
        let case = read_case(sample.file).unwrap();
        let proposal = Proposal {
            concessions: Concessions::NONE,
            down_payment: Money::ZERO,
            first_due: add_days(case.claim.as_of, 30).unwrap(),
            ..cards::card().proposal
        };
        let offer = Offer {
            sample: case.sample,
            jurisdiction: case.jurisdiction,
            product: case.product,
            parties: case.parties,
            claim: case.claim,
            proposal,
            pack: PackReference {
                id: case.pack.unwrap(),
                version: "1".to_owned(),
            },
            expires_on: add_days(case.claim.as_of, 7).unwrap(),
            cure: Cure {
                grace_days: 3,
                misses_that_end: 1,
            },
            known: Known {
                guarantor: case.circumstances.guarantor,
                itemisation: case.itemisation,
            },
        };
        assert!(
            length(sample.id, &offer) <= LONG,
            "{} would be warned of",
            sample.id
        );
    }
    let at = |characters| link_length(characters);
    assert_eq!(at(TYPICAL), LinkLength::Typical);
    assert_eq!(at(TYPICAL + 1), LinkLength::Acceptable);
    assert_eq!(at(LONG), LinkLength::Acceptable);
    assert_eq!(at(LONG + 1), LinkLength::Long);
    assert_eq!(at(LONGEST), LinkLength::Long);
    assert_eq!(at(LONGEST + 1), LinkLength::TooLong);
}

#[test]
fn six_hundred_instalments_make_a_link_no_longer() {
    let mut offer = cards::card();
    let twelve = encode_offer(&offer, &offer.work_out().unwrap()).unwrap();
    if let Settlement::Instalments { size, .. } = &mut offer.proposal.settlement {
        *size = Size::Count(600);
    }
    let many = encode_offer(&offer, &offer.work_out().unwrap()).unwrap();
    assert!(
        many.len() <= twelve.len() + 6,
        "{} and {}",
        twelve.len(),
        many.len()
    );
    assert_eq!(decode_offer(&many).unwrap().worked.totals.count, 600);
}

#[test]
fn a_link_never_holds_a_row_or_a_limit() {
    // Two offers that differ in the pack's contents only would be the same offer: there is no field for
    // them. The pack is two names.
    let offer = cards::card();
    let link = encode_offer(&offer, &offer.work_out().unwrap()).unwrap();
    let mut renamed = offer.clone();
    renamed.pack.version = "1.1".to_owned();
    let other = encode_offer(&renamed, &renamed.work_out().unwrap()).unwrap();
    let (one, two) = (cbor(&link), cbor(&other));
    let differing = one.iter().zip(&two).filter(|(a, b)| a != b).count();
    assert_eq!((one.len(), differing), (two.len(), 1));
}

#[test]
fn the_code_tells_offers_and_figures_apart() {
    let offer = cards::card();
    let worked = offer.work_out().unwrap();
    let code = short_code(&offer, &worked).unwrap();
    assert_eq!(code.len(), 9);
    for (place, symbol) in code.chars().enumerate() {
        let fits =
            symbol.is_ascii_digit() || symbol.is_ascii_uppercase() && !"ILOU".contains(symbol);
        assert!(if place == 4 { symbol == '-' } else { fits }, "{code}");
    }
    let mut later = offer.clone();
    later.expires_on = add_days(offer.expires_on, 1).unwrap();
    assert_ne!(short_code(&later, &worked).unwrap(), code);
    let mut other_figures = worked.clone();
    other_figures.plan.rows[3].interest = Money::ZERO;
    assert_ne!(short_code(&offer, &other_figures).unwrap(), code);
}

#[test]
fn figures_that_another_program_worked_out_are_not_verified() {
    let offer = cards::card();
    let mut worked = offer.work_out().unwrap();
    let cent = Money::from_minor(1).unwrap();
    let paid = worked.totals.paid;
    // One cent moved between two rows, and then one cent more in total.
    worked.plan.rows[2].interest = worked.plan.rows[2].interest.checked_add(cent).unwrap();
    let opened = decode_offer(&encode_offer(&offer, &worked).unwrap()).unwrap();
    assert_eq!(
        opened.verified,
        Verified::OtherFigures {
            paid_in_link: paid,
            paid_here: paid
        }
    );
    worked.totals.paid = paid.checked_add(cent).unwrap();
    let opened = decode_offer(&encode_offer(&offer, &worked).unwrap()).unwrap();
    let paid_in_link = paid.checked_add(cent).unwrap();
    assert_eq!(
        opened.verified,
        Verified::OtherFigures {
            paid_in_link,
            paid_here: paid
        }
    );
    assert_eq!(opened.worked, offer.work_out().unwrap());
}

fn refused(change: impl FnOnce(&mut Offer)) -> ShareError {
    let mut offer = cards::deferred();
    let worked = offer.work_out().unwrap();
    change(&mut offer);
    encode_offer(&offer, &worked).unwrap_err()
}

#[test]
fn what_a_link_cannot_carry_is_refused_before_it_is_sent() {
    let value = |what| ShareError::Refused(Refusal::Value { what });
    assert_eq!(
        refused(|o| o.parties.borrower = " ".to_owned()),
        value("borrower")
    );
    assert_eq!(
        refused(|o| o.parties.account = "a\nb".to_owned()),
        value("account")
    );
    assert_eq!(
        refused(|o| o.parties.creditor.name = "\u{202e}a".to_owned()),
        value("creditor-name")
    );
    assert_eq!(refused(|o| o.pack.id = "a".repeat(81)), value("pack-id"));
    assert_eq!(
        refused(|o| o.parties.creditor.channels = vec!["a".to_owned(); 7]),
        value("channels")
    );
    assert_eq!(refused(|o| o.cure.grace_days = 3_661), value("grace-days"));
    assert_eq!(
        refused(|o| o.expires_on = add_days(o.claim.as_of, -1).unwrap()),
        value("expires-on")
    );
    assert_eq!(
        refused(|o| o.claim.overdue_since = add_days(o.claim.as_of, 1).unwrap()),
        value("overdue-since")
    );
    let negative = Money::from_minor(-1).unwrap();
    assert_eq!(
        refused(|o| o.claim.balances.components.set(Component::Costs, negative)),
        value("costs")
    );
    let multiple = |multiple| {
        refused(|o| {
            let penalty = o.claim.terms.penalty.as_mut().unwrap();
            penalty.rate = PenaltyRate::Multiple(multiple);
        })
    };
    assert_eq!(multiple(Decimal::NEGATIVE_ONE), value("penalty-multiple"));
    assert_eq!(multiple(Decimal::MAX), value("penalty-multiple"));
    assert_eq!(multiple(Decimal::new(1, 20)), value("penalty-multiple"));
    let long = refused(|o| o.parties.creditor.channels = vec!["行".repeat(160); 6]);
    assert!(
        matches!(long, ShareError::TooLong { length } if length > LONGEST),
        "{long:?}"
    );
}
