//! Signing at the desk, approving, accepting, withdrawing and proposing, as the pages do it.

use crate::typed_plans::opened;
use quittance::agreement::Offer;
use quittance::engine::calendar::{Date, Frequency, parse_date};
use quittance::engine::claim::read_case;
use quittance::engine::money::{Currency, Money};
use quittance::engine::rules::Role;
use quittance::samples;
use quittance::share::signed::{
    Authority, Certificate, Doubt, Envelope, Kind, Lender, Offered, Reach, Ring, SecretKey, Signed,
    State, open_signed, text_of,
};
use quittance::text::link::LinkFault;
use quittance::ui::model::SizeKind;
use quittance::ui::model::certified::{Given, certified, demo_key, lender_of, ring};
use quittance::ui::model::faults::fault_of_doubt;
use quittance::ui::model::signing::{
    Intended, SignError, Wish, accept, approval, counter, countersignature, offers, request,
    withdrawal,
};

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn intended(count: &str, approval: Option<Role>) -> Intended {
    let open = opened("card-cn");
    let mut draft = open.starting_option();
    draft.size = SizeKind::Count;
    draft.count = count.to_owned();
    draft.down_payment = "20%".to_owned();
    let proposal = draft.read(&open.claim, &open.house.defaults).unwrap();
    Intended {
        offer: open.offer(proposal),
        approval,
    }
}

fn offered(text: &str, ring: &Ring) -> Box<Offered> {
    match open_signed(text, ring).unwrap() {
        Signed::Offered(offered) => offered,
        other => panic!("{other:?}"),
    }
}

fn signed(ring: &Ring, intended: &[Intended], key: &SecretKey) -> String {
    offers(ring, intended).unwrap().signed_by(key).unwrap()
}

/// An agent of a lender that is no demo, whose certificate does not stand in the lender's entry.
struct Agent {
    key: SecretKey,
    ring: Ring,
    certificate: Envelope,
    authority: Authority,
    entry: String,
}

fn agent() -> Agent {
    let root = SecretKey::from_seed(&[41; 32]);
    let key = SecretKey::from_seed(&[42; 32]);
    let creditor = intended("24", None).offer.parties.creditor;
    let lender = Lender {
        root: root.public(),
        label: "Card issuer".to_owned(),
        issued_on: day("2026-01-01"),
        demo: false,
        creditors: vec![creditor],
        certificates: Vec::new(),
        withdrawn: Vec::new(),
    };
    let entry = Envelope::signed(Kind::Lender, lender.encode().unwrap(), &root);
    let entry = text_of(vec![entry]).unwrap();
    let ring = ring(Some((&entry, &root.public())));
    let authority = Authority {
        salt: [3; 16],
        currency: Currency::Cny,
        most_owed: None,
        most_waived: None,
        most_waived_share: None,
        most_days: Some(400),
    };
    let certificate = Certificate {
        subject: key.public(),
        role: Role::Agent,
        holder: "Agent 7".to_owned(),
        from: day("2026-01-01"),
        until: day("2026-12-31"),
        authority: Some(authority.id().unwrap()),
    };
    let payload = certificate.encode().unwrap();
    Agent {
        certificate: Envelope::signed(Kind::Certificate, payload, &root),
        key,
        ring,
        authority,
        entry,
    }
}

impl Agent {
    fn given(&self) -> Given {
        let certificate = text_of(vec![self.certificate.clone()]).unwrap();
        let authority = Envelope::unsigned(Kind::Authority, self.authority.encode().unwrap());
        let authority = text_of(vec![authority]).unwrap();
        Given::default()
            .with(&certificate)
            .unwrap()
            .with(&format!(" {authority}\n"))
            .unwrap()
    }
}

#[test]
fn every_sample_is_the_demo_lenders_and_nothing_else_is() {
    let demo = ring(None);
    let root = demo.lenders().next().unwrap().root.id();
    for sample in samples::ALL {
        let mut creditor = read_case(sample.file).unwrap().parties.creditor;
        assert_eq!(lender_of(&demo, &creditor), Some(root), "{}", sample.id);
        creditor.channels.push("elsewhere".to_owned());
        assert_eq!(lender_of(&demo, &creditor), None, "{}", sample.id);
    }
    // A lender that the deployment pins goes before it.
    let agent = agent();
    let creditor = intended("24", None).offer.parties.creditor;
    let own = lender_of(&agent.ring, &creditor).unwrap();
    assert_ne!(own, root);
}

/// The journeys in a browser pin this lender, and certify keys that the browser makes.
#[test]
fn the_lender_of_the_journeys_is_this_one() {
    let kept = include_str!("../e2e/links/lender.txt");
    assert_eq!(kept.trim_end(), agent().entry);
}

#[test]
fn a_key_counts_once_its_certificate_came() {
    let agent = agent();
    let public = agent.key.public();
    assert_eq!(certified(&agent.ring, &public, &Given::default()), None);
    let given = agent.given();
    let who = certified(&agent.ring, &public, &given).unwrap();
    assert_eq!((who.holder.as_str(), who.role), ("Agent 7", Role::Agent));
    assert_eq!(who.beside.as_ref(), Some(&agent.certificate));
    // Kept and read again it is the same; another's key it does not certify, nor a lender that is not known.
    assert_eq!(Given::default().with(&given.text()), Some(given.clone()));
    let other = SecretKey::from_seed(&[43; 32]).public();
    assert_eq!(certified(&agent.ring, &other, &given), None);
    assert_eq!(certified(&ring(None), &public, &given), None);
    for wrong in ["hello", "s1.AA.z", quittance::samples::demo::LENDER] {
        assert_eq!(Given::default().with(wrong), None, "{wrong}");
    }
    // The demo lender's people stand in its entry: nothing goes beside what they sign.
    let demo = certified(&ring(None), &demo_key(Role::Agent).public(), &given).unwrap();
    assert_eq!(demo.beside, None);
}

#[test]
fn what_a_certified_key_signed_brings_its_certificate_and_opens_anywhere() {
    let agent = agent();
    let who = certified(&agent.ring, &agent.key.public(), &agent.given()).unwrap();
    let to_sign = offers(&agent.ring, &[intended("12", None)]).unwrap();
    let signature = agent.key.sign(Kind::Offer, b"something else");
    let key = agent.key.public();
    let beside = who.beside.as_ref();
    let wrong = to_sign.clone().signed(&key, signature, beside);
    assert_eq!(wrong, Err(SignError::Refused));
    // Without the certificate nobody knows the key; with it the lender's own page needs nothing else.
    let bare = to_sign.clone().signed_by(&agent.key).unwrap();
    let doubt = open_signed(&bare, &agent.ring).unwrap_err();
    assert_eq!(doubt, Doubt::UnknownSigner(key.id()));
    let signature = agent.key.sign(Kind::Offer, &payload_of(&to_sign.message()));
    let text = to_sign.signed(&key, signature, beside).unwrap();
    let held = offered(&text, &agent.ring);
    assert_eq!(held.by.holder, "Agent 7");
    assert_eq!(held.by.reach, Reach::Hidden);
}

#[test]
fn what_goes_beyond_a_signers_own_limits_is_seen_before_it_is_signed() {
    let agent = agent();
    let given = agent.given();
    let (short, long) = (intended("12", None).offer, intended("24", None).offer);
    assert!(!given.is_beyond(&short));
    assert!(given.is_beyond(&long));
    assert!(!Given::default().is_beyond(&long));
    // The question takes the limits along, for whoever approves; the offer never does.
    let meant = intended("24", Some(Role::Supervisor));
    let who = certified(&agent.ring, &agent.key.public(), &given).unwrap();
    let sign = |to_sign: quittance::ui::model::signing::ToSign, kind| {
        let signature = agent.key.sign(kind, &payload_of(&to_sign.message()));
        to_sign.signed(&agent.key.public(), signature, who.beside.as_ref())
    };
    let text = sign(offers(&agent.ring, &[meant]).unwrap(), Kind::Offer).unwrap();
    let waiting = offered(&text, &agent.ring);
    let on = day("2026-11-21");
    let asked = request(&text, waiting.id, Role::Supervisor, None, on, &given).unwrap();
    let asked = sign(asked, Kind::Request).unwrap();
    let Signed::Request { about, .. } = open_signed(&asked, &agent.ring).unwrap() else {
        panic!("no request");
    };
    assert_eq!(about.by.reach, Reach::Known(agent.authority.clone()));
}

/// The payload that a message is about: the last byte string of the structure that is signed.
fn payload_of(message: &[u8]) -> Vec<u8> {
    let mut reader = minicbor::Decoder::new(message);
    reader.array().unwrap();
    reader.str().unwrap();
    reader.bytes().unwrap();
    reader.bytes().unwrap();
    reader.bytes().unwrap().to_vec()
}

#[test]
fn an_offer_is_signed_accepted_and_countersigned() {
    let ring = ring(None);
    let key = demo_key(Role::Agent);
    let text = signed(&ring, &[intended("24", None)], &key);
    let first = offered(&text, &ring);
    let on = day("2026-11-21");
    let until = first.options[0].opened.offer.expires_on;
    assert_eq!(first.state(on), State::Offered { until });
    let of = first.options[0].id;
    assert_eq!(countersignature(&text), Err(SignError::NoText));
    let accepted = accept(&text, of, on).unwrap();
    assert_eq!(
        offered(&accepted, &ring).state(on),
        State::Accepted { on, of }
    );
    let last = countersignature(&accepted).unwrap();
    let last = last.signed_by(&key).unwrap();
    let (_, by) = offered(&last, &ring).acceptance.unwrap();
    assert_eq!(by.unwrap().holder, "Demo agent");
    // Accepted when it is over, it does not stand.
    let late = accept(&text, of, day("2027-01-01")).unwrap();
    let doubt = open_signed(&late, &ring).unwrap_err();
    assert_eq!(fault_of_doubt(doubt), LinkFault::OtherTerms);
}

#[test]
fn what_was_withdrawn_can_no_longer_be_accepted() {
    let ring = ring(None);
    let key = demo_key(Role::Agent);
    let text = signed(&ring, &[intended("24", None)], &key);
    let of = offered(&text, &ring).id;
    let on = day("2026-11-21");
    let gone = withdrawal(&text, of, on).unwrap().signed_by(&key).unwrap();
    assert_eq!(offered(&gone, &ring).state(on), State::Withdrawn { on });
    // Accepted on the day itself it stays withdrawn; accepted before, it stays accepted.
    let after = accept(&gone, of, day("2026-11-22")).unwrap();
    assert_eq!(offered(&after, &ring).state(on), State::Withdrawn { on });
    let later = day("2026-11-22");
    let kept = accept(&text, of, on).unwrap();
    let kept = withdrawal(&kept, of, later).unwrap();
    let kept = kept.signed_by(&key).unwrap();
    assert_eq!(
        offered(&kept, &ring).state(later),
        State::Accepted { on, of }
    );
}

#[test]
fn what_needs_approval_is_asked_for_and_approved_on_the_same_terms() {
    let ring = ring(None);
    let key = demo_key(Role::Agent);
    let text = signed(&ring, &[intended("36", Some(Role::Supervisor))], &key);
    let waiting = offered(&text, &ring);
    let on = day("2026-11-21");
    assert_eq!(waiting.state(on), State::AwaitingApproval(Role::Supervisor));
    let note = Some("Ill".to_owned());
    let given = Given::default();
    let asked = request(&text, waiting.id, Role::Supervisor, note, on, &given).unwrap();
    let asked = asked.signed_by(&key).unwrap();
    let Signed::Request { request, about, .. } = open_signed(&asked, &ring).unwrap() else {
        panic!("no request");
    };
    assert_eq!(request.note.as_deref(), Some("Ill"));
    assert_eq!(about.id, waiting.id);
    let until = day("2026-11-22");
    let approve = |reason| approval(&asked, about.id, reason, (on, until));
    let approved = approve(" Income shown ").unwrap();
    let approved = approved.signed_by(&demo_key(Role::Supervisor)).unwrap();
    let held = offered(&approved, &ring);
    assert_eq!(held.state(on), State::Approved { until });
    assert_eq!(held.approval.unwrap().0.reason, "Income shown");
    assert_eq!(
        offered(&approved, &ring).state(day("2026-11-23")),
        State::Expired { until }
    );
    // The agent's own key does not approve, and nobody approves without a reason.
    let own = approve("because").unwrap().signed_by(&key).unwrap();
    assert!(matches!(
        open_signed(&own, &ring),
        Err(Doubt::Role {
            role: Role::Agent,
            ..
        })
    ));
    assert_eq!(approve("  "), Err(SignError::NoText));
}

#[test]
fn several_options_become_one_menu() {
    let ring = ring(None);
    let both = [intended("24", None), intended("12", None)];
    let text = signed(&ring, &both, &demo_key(Role::Agent));
    let menu = offered(&text, &ring);
    assert!(menu.menu);
    let held: Vec<Offer> = menu
        .options
        .iter()
        .map(|it| it.opened.offer.clone())
        .collect();
    assert_eq!(held, both.map(|it| it.offer).to_vec());
    assert_eq!(offers(&ring, &[]), Err(SignError::NoText));
}

#[test]
fn a_wish_goes_back_unjudged_and_opens_anywhere() {
    let ring = ring(None);
    let offer = intended("24", None).offer;
    let text = signed(&ring, &[intended("24", None)], &demo_key(Role::Agent));
    let of = offered(&text, &ring).id;
    let on = day("2026-11-21");
    let wish = Wish {
        now: Money::from_minor(1_000_00).unwrap(),
        each: Money::from_minor(800_00).unwrap(),
        frequency: Frequency::MONTHLY,
        first_due: day("2026-12-05"),
        note: Some("Wages come on the 5th".to_owned()),
    };
    let text = counter(of, &offer, &wish, on).unwrap();
    let Signed::Counter {
        counter: told,
        wish: plan,
        by,
    } = open_signed(&text, &Ring::new()).unwrap()
    else {
        panic!("no counter-proposal");
    };
    assert_eq!((told.of, by), (Some(of), None));
    assert_eq!(plan.worked.totals.due_now, wish.now);
    assert_eq!(plan.worked.totals.instalment, Some(wish.each));
    let too_little = Wish {
        each: Money::from_minor(1).unwrap(),
        ..wish
    };
    assert!(counter(of, &offer, &too_little, on).is_err());
}
