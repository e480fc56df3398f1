//! T2: parts of valid objects put together into what nobody signed, and keys that may not.

use quittance::agreement::Offer;
use quittance::engine::rules::Role;
use quittance::share::signed::{
    Beyond, Bundle, Doubt, Envelope, Kind, Ring, Signed, open_signed, sealed, text_of,
};

use crate::cards::{self, day, minor};
use crate::house::{House, acceptance, id_of, key};
use crate::opening::{bare_ring, opened};

fn wider() -> Offer {
    let mut offer = cards::card();
    offer.proposal.down_payment = minor(4_000_00);
    offer
}

#[test]
fn a_signature_stands_for_nothing_but_its_own_payload() {
    let house = House::of(1);
    let (one, other) = (
        house.offer(&cards::card(), None),
        house.offer(&wider(), None),
    );
    let spliced = Envelope {
        payload: other.payload.clone(),
        ..one.clone()
    };
    assert_eq!(
        opened(&[&spliced], &house.ring()),
        Err(Doubt::Signature(Kind::Offer))
    );
}

#[test]
fn an_object_of_one_kind_does_not_pass_for_another() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let id = id_of(&house, &offer);
    let objects = [
        offer,
        house.approval(id),
        house.request(id),
        house.withdrawal(id, "2026-11-22"),
        house.menu(&[cards::card()]),
    ];
    let mut tried = 0;
    for object in &objects {
        for kind in Kind::ALL.into_iter().filter(|kind| *kind != object.kind) {
            let renamed = Envelope {
                kind,
                ..object.clone()
            };
            assert!(opened(&[&renamed], &house.ring()).is_err(), "{kind:?}");
            tried += 1;
        }
    }
    assert_eq!(tried, 45);
}

#[test]
fn acceptance_and_withdrawal_have_one_form_and_two_domains() {
    // The payloads are alike to the byte; only what was signed tells them apart.
    let house = House::of(1);
    let id = id_of(&house, &house.offer(&cards::card(), None));
    let withdrawal = house.withdrawal(id, "2026-11-22");
    assert_eq!(withdrawal.payload, acceptance(id, "2026-11-22").payload);
    let renamed = Envelope {
        kind: Kind::Acceptance,
        ..withdrawal
    };
    assert_eq!(
        opened(&[&renamed], &house.ring()),
        Err(Doubt::Signature(Kind::Acceptance))
    );
}

#[test]
fn another_key_or_another_key_id_is_noticed() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let stranger = house.offer_by(&key(99), &cards::card(), None);
    assert_eq!(
        opened(&[&stranger], &house.ring()),
        Err(Doubt::UnknownSigner(key(99).public().id()))
    );
    // A stranger's signature under the agent's name.
    let signature = stranger.seal.unwrap().signature;
    let named = stranger.with_signature(house.agent.public().id(), signature);
    assert_eq!(
        opened(&[&named], &house.ring()),
        Err(Doubt::Signature(Kind::Offer))
    );
    // The agent's signature under the supervisor's name.
    let signature = offer.seal.unwrap().signature;
    let named = offer.with_signature(house.supervisor.public().id(), signature);
    assert_eq!(
        opened(&[&named], &house.ring()),
        Err(Doubt::Signature(Kind::Offer))
    );
}

#[test]
fn a_lender_that_is_not_known_certifies_nobody() {
    let (house, other) = (House::of(1), House::of(50));
    let offer = other.offer(&cards::card(), None);
    assert!(matches!(
        opened(&[&offer], &house.ring()),
        Err(Doubt::UnknownSigner(_))
    ));
    // Its certificates beside it change nothing.
    let mut objects = other.certificates();
    objects.push(offer);
    let objects: Vec<&Envelope> = objects.iter().collect();
    for ring in [house.ring(), Ring::new()] {
        assert_eq!(opened(&objects, &ring), Err(Doubt::UnknownRoot));
    }
}

#[test]
fn a_certificate_that_nothing_needs_spoils_the_whole() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let certificates = house.certificates();
    assert!(opened(&[&certificates[0], &offer], &bare_ring(&house)).is_ok());
    assert_eq!(
        opened(
            &[&certificates[0], &certificates[1], &offer],
            &bare_ring(&house)
        ),
        Err(Doubt::NotTogether)
    );
}

#[test]
fn a_pinned_root_is_the_only_one() {
    let (house, other) = (House::of(1), House::of(50));
    let mut ring = Ring::new();
    let pinned = house.root.public();
    assert_eq!(
        ring.trust(&other.entry(), Some(&pinned)).unwrap_err(),
        Doubt::UnknownSigner(other.root.public().id())
    );
    assert!(ring.lenders().next().is_none());
}

#[test]
fn an_entry_stands_only_under_its_own_root() {
    let house = House::of(1);
    let lender = house.lender(house.certificates());
    let by_agent = Envelope::signed(Kind::Lender, lender.encode().unwrap(), &house.agent);
    let text = text_of(vec![by_agent]).unwrap();
    assert!(Ring::new().trust(&text, None).is_err());
    // A certificate of another root in it spoils the whole.
    let foreign = house.lender(House::of(50).certificates());
    let text = house.entry_of(&foreign);
    assert!(Ring::new().trust(&text, None).is_err());
}

#[test]
fn an_agent_approves_nothing_and_nobody_their_equals() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), Some(Role::Supervisor));
    let id = id_of(&house, &offer);
    let by_agent = house.approval_by(&house.agent, id);
    assert_eq!(
        opened(&[&offer, &by_agent], &house.ring()),
        Err(Doubt::Role {
            kind: Kind::Approval,
            role: Role::Agent
        })
    );
    let theirs = house.offer_by(&house.supervisor, &cards::card(), None);
    let own = house.approval(id_of(&house, &theirs));
    assert_eq!(
        opened(&[&theirs, &own], &house.ring()),
        Err(Doubt::ApprovedByEqual)
    );
    // An offer that asks for the manager is not content with the supervisor.
    let high = house.offer(&cards::card(), Some(Role::Manager));
    let approval = house.approval(id_of(&house, &high));
    assert_eq!(
        opened(&[&high, &approval], &house.ring()),
        Err(Doubt::Role {
            kind: Kind::Approval,
            role: Role::Supervisor
        })
    );
}

#[test]
fn an_approval_speaks_of_exact_terms() {
    let house = House::of(1);
    let (asked, other) = (
        house.offer(&cards::card(), Some(Role::Supervisor)),
        house.offer(&wider(), Some(Role::Supervisor)),
    );
    let approval = house.approval(id_of(&house, &asked));
    assert!(opened(&[&asked, &approval], &house.ring()).is_ok());
    assert_eq!(
        opened(&[&other, &approval], &house.ring()),
        Err(Doubt::OtherTerms(Kind::Approval))
    );
    for (kind, answer) in [
        (
            Kind::Acceptance,
            acceptance(id_of(&house, &asked), "2026-11-21"),
        ),
        (
            Kind::Withdrawal,
            house.withdrawal(id_of(&house, &asked), "2026-11-21"),
        ),
    ] {
        assert_eq!(
            opened(&[&other, &answer], &house.ring()),
            Err(Doubt::OtherTerms(kind))
        );
    }
    let request = house.request(id_of(&house, &asked));
    assert_eq!(
        opened(&[&other, &request], &house.ring()),
        Err(Doubt::OtherTerms(Kind::Request))
    );
}

#[test]
fn a_key_counts_only_in_its_time() {
    let mut house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let on = cards::card().claim.as_of;
    let mut certificate = house.certificate(&house.agent, Role::Agent, "Agent 0417");
    certificate.until = day("2026-11-20");
    let short = house.certified(&certificate);
    assert_eq!(
        opened(&[&offer, &short], &bare_ring(&house)),
        Err(Doubt::NotCertifiedThen {
            on,
            from: certificate.from,
            until: certificate.until
        })
    );
    house.withdrawn = vec![(house.agent.public().id(), day("2026-11-01"))];
    assert_eq!(
        opened(&[&offer], &house.ring()),
        Err(Doubt::KeyWithdrawn {
            key: house.agent.public().id(),
            from: day("2026-11-01")
        })
    );
    house.withdrawn = vec![(house.agent.public().id(), day("2026-11-22"))];
    assert!(opened(&[&offer], &house.ring()).is_ok());
}

#[test]
fn an_offer_beyond_its_signers_authority_is_refused_where_that_is_known() {
    let house = House::of(1);
    let mut generous = cards::card();
    generous.proposal.concessions.discount =
        quittance::engine::plan::Waiver::Amount(minor(6_000_00));
    let offer = house.offer(&generous, None);
    let Err(Doubt::BeyondAuthority(beyond)) = opened(&[&offer], &house.own_ring()) else {
        panic!("not refused");
    };
    assert!(matches!(beyond, Beyond::WaivedShare { .. }), "{beyond:?}");
    // The borrower's reader sees no limit, and says so.
    assert!(opened(&[&offer], &house.ring()).is_ok());
    // With the supervisor's approval it stands for both; beyond the supervisor's own authority it does not.
    let approval = house.approval(id_of(&house, &offer));
    assert!(opened(&[&offer, &approval], &house.own_ring()).is_ok());
    generous.proposal.concessions.discount =
        quittance::engine::plan::Waiver::Amount(minor(12_000_00));
    let offer = house.offer(&generous, None);
    let approval = house.approval(id_of(&house, &offer));
    assert!(matches!(
        opened(&[&offer, &approval], &house.own_ring()),
        Err(Doubt::BeyondAuthority(Beyond::WaivedShare { .. }))
    ));
    // The manager's certificate sets no limit.
    let approval = house.approval_by(&house.manager, id_of(&house, &offer));
    assert!(opened(&[&offer, &approval], &house.own_ring()).is_ok());
}

#[test]
fn every_limit_of_an_authority_binds() {
    let house = House::of(1);
    let offer = cards::card();
    let opened = match opened(&[&house.offer(&offer, None)], &house.ring()).unwrap() {
        Signed::Offered(offered) => offered.options[0].opened.clone(),
        other => panic!("{other:?}"),
    };
    let mut wide = House::agent_authority();
    (wide.most_owed, wide.most_waived) = (None, None);
    (wide.most_waived_share, wide.most_days) = (None, None);
    assert_eq!(wide.beyond(&opened), None);
    let totals = &opened.worked.totals;
    let owed = opened.worked.plan.opening.total().unwrap();
    let days = quittance::engine::calendar::days_between(offer.claim.as_of, totals.last_date);
    for (less, told) in [(0, false), (1, true)] {
        let mut narrow = wide.clone();
        narrow.most_owed = Some(minor(owed.minor() - less));
        assert_eq!(narrow.beyond(&opened).is_some(), told);
        let mut narrow = wide.clone();
        narrow.most_waived = Some(minor(totals.waived.minor() - less));
        assert_eq!(narrow.beyond(&opened).is_some(), told);
        let mut narrow = wide.clone();
        narrow.most_days = Some(days - less);
        assert_eq!(narrow.beyond(&opened).is_some(), told);
    }
    let mut foreign = wide;
    foreign.currency = quittance::engine::money::Currency::Gbp;
    assert!(matches!(
        foreign.beyond(&opened),
        Some(Beyond::Currency { .. })
    ));
}

#[test]
fn a_signed_offer_names_only_its_lenders_ways_to_pay() {
    let house = House::of(1);
    let mut offer = cards::card();
    offer.parties.creditor.channels = vec!["6222 0000 1111 2222".to_owned()];
    assert_eq!(
        opened(&[&house.offer(&offer, None)], &house.ring()),
        Err(Doubt::ForeignCreditor)
    );
}

#[test]
fn an_answer_comes_in_time_or_not_at_all() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let id = id_of(&house, &offer);
    let until = cards::card().expires_on;
    for (on, stands) in [
        ("2026-11-20", false),
        ("2026-11-21", true),
        ("2027-12-01", false),
    ] {
        let answered = opened(&[&offer, &acceptance(id, on)], &house.ring());
        assert_eq!(answered.is_ok(), stands, "{on} of {until:?}");
    }
}

#[test]
fn objects_that_do_not_belong_together_are_no_whole() {
    let house = House::of(1);
    let (offer, menu) = (
        house.offer(&cards::card(), None),
        house.menu(&[cards::card()]),
    );
    let id = id_of(&house, &offer);
    let two = house.offer(&wider(), None);
    let authority = Envelope::unsigned(Kind::Authority, House::agent_authority().encode().unwrap());
    for objects in [
        vec![&offer, &menu],
        vec![&offer, &two],
        vec![&offer, &authority],
        vec![&authority],
    ] {
        assert_eq!(opened(&objects, &house.ring()), Err(Doubt::NotTogether));
    }
    let (approval, request) = (house.approval(id), house.request(id));
    assert_eq!(
        opened(&[&approval, &request], &house.ring()),
        Err(Doubt::NotTogether)
    );
    for object in [&offer, &approval, &request, &menu] {
        let unsigned = Envelope {
            seal: None,
            ..object.clone()
        };
        assert_eq!(
            opened(&[&unsigned], &house.ring()),
            Err(Doubt::Unsigned(object.kind))
        );
    }
}

#[test]
fn an_algorithm_cannot_be_chosen_by_the_text() {
    use base64::Engine as _;
    use base64::engine::general_purpose::URL_SAFE_NO_PAD;
    use sha2::{Digest, Sha256};
    let house = House::of(1);
    let text = sealed(vec![house.offer(&cards::card(), None)]).unwrap();
    let body = URL_SAFE_NO_PAD.decode(&text[3..text.len() - 2]).unwrap();
    let cbor = &body[..body.len() - 8];
    let at = cbor
        .windows(4)
        .position(|window| window == [0x43, 0xa1, 0x01, 0x27])
        .unwrap();
    for algorithm in 0..=255_u8 {
        let mut other = cbor.to_vec();
        other[at + 3] = algorithm;
        let guarded = [b"s1.", other.as_slice()].concat();
        let payload = [other.as_slice(), &Sha256::digest(guarded)[..8]].concat();
        let text = format!("s1.{}.z", URL_SAFE_NO_PAD.encode(payload));
        assert_eq!(
            open_signed(&text, &house.ring()).is_ok(),
            algorithm == 0x27,
            "{algorithm}"
        );
    }
    assert!(Bundle::decode(cbor).is_ok());
}
