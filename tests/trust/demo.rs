//! The demo lender's entry is what its published keys make of the samples, and says that it is a demo.

use quittance::engine::claim::read_case;
use quittance::engine::rules::Role;
use quittance::samples::{self, demo};
use quittance::share::signed::{Certificate, Envelope, Kind, Lender, Ring, SecretKey, text_of};

use crate::cards::day;

fn entry() -> String {
    let root = SecretKey::from_seed(&demo::ROOT_SEED);
    let certificates = [
        (demo::AGENT_SEED, Role::Agent, "Demo agent"),
        (demo::SUPERVISOR_SEED, Role::Supervisor, "Demo supervisor"),
    ]
    .map(|(seed, role, holder)| {
        let certificate = Certificate {
            subject: SecretKey::from_seed(&seed).public(),
            role,
            holder: holder.to_owned(),
            from: day("2026-01-01"),
            until: day("2035-12-31"),
            authority: None,
        };
        Envelope::signed(Kind::Certificate, certificate.encode().unwrap(), &root)
    });
    let creditors = samples::ALL.map(|sample| read_case(sample.file).unwrap().parties.creditor);
    let lender = Lender {
        root: root.public(),
        label: "Demo lender".to_owned(),
        issued_on: day("2026-11-22"),
        demo: true,
        creditors: creditors.to_vec(),
        certificates: certificates.to_vec(),
        withdrawn: Vec::new(),
    };
    let object = Envelope::signed(Kind::Lender, lender.encode().unwrap(), &root);
    text_of(vec![object]).unwrap()
}

#[test]
fn the_demo_lenders_entry_is_what_its_keys_make_of_the_samples() {
    assert_eq!(demo::LENDER.trim_end(), entry());
}

#[test]
fn everything_about_the_demo_lender_says_so() {
    let mut ring = Ring::new();
    let lender = ring.trust(demo::LENDER, None).unwrap();
    assert!(lender.demo);
    assert!(lender.label.starts_with("Demo"));
}
