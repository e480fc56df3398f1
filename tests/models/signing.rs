//! Signing at the desk, approving, accepting and proposing, as the pages do it.

use crate::typed_plans::opened;
use quittance::engine::calendar::{Date, Frequency, parse_date};
use quittance::engine::claim::read_case;
use quittance::engine::money::Money;
use quittance::engine::rules::Role;
use quittance::samples;
use quittance::share::signed::{Doubt, Offered, Ring, Signed, State, open_signed};
use quittance::text::link::LinkFault;
use quittance::ui::model::SizeKind;
use quittance::ui::model::signing::{
    Intended, Wish, accept, approve, ask, counter, countersign, demo_key, demo_signs,
    fault_of_doubt, ring, sign,
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

#[test]
fn every_sample_can_be_signed_by_the_demo_lender_and_nothing_else() {
    let ring = ring(None);
    for sample in samples::ALL {
        let case = read_case(sample.file).unwrap();
        let mut offer = intended("24", None).offer;
        offer.parties = case.parties;
        assert!(demo_signs(&ring, &offer), "{}", sample.id);
        offer.parties.creditor.channels.push("elsewhere".to_owned());
        assert!(!demo_signs(&ring, &offer), "{}", sample.id);
    }
    let mut real = intended("24", None).offer;
    real.sample = false;
    assert!(!demo_signs(&ring, &real));
}

#[test]
fn an_offer_is_signed_accepted_and_countersigned() {
    let ring = ring(None);
    let text = sign(&ring, &[intended("24", None)], &demo_key(Role::Agent)).unwrap();
    let first = offered(&text, &ring);
    let on = day("2026-11-21");
    let until = first.options[0].opened.offer.expires_on;
    assert_eq!(first.state(on), State::Offered { until });
    let of = first.options[0].id;
    let accepted = accept(&text, of, on).unwrap();
    assert_eq!(
        offered(&accepted, &ring).state(on),
        State::Accepted { on, of }
    );
    let last = countersign(&accepted, &demo_key(Role::Agent)).unwrap();
    let (_, by) = offered(&last, &ring).acceptance.unwrap();
    assert_eq!(by.unwrap().holder, "Demo agent");
    // Accepted when it is over, it does not stand.
    let late = accept(&text, of, day("2027-01-01")).unwrap();
    let doubt = open_signed(&late, &ring).unwrap_err();
    assert_eq!(fault_of_doubt(doubt), LinkFault::OtherTerms);
}

#[test]
fn what_needs_approval_is_asked_for_and_approved_on_the_same_terms() {
    let ring = ring(None);
    let key = demo_key(Role::Agent);
    let meant = intended("36", Some(Role::Supervisor));
    let text = sign(&ring, &[meant], &key).unwrap();
    let waiting = offered(&text, &ring);
    let on = day("2026-11-21");
    assert_eq!(waiting.state(on), State::AwaitingApproval(Role::Supervisor));
    let asked = ask(
        &text,
        &waiting,
        Role::Supervisor,
        Some("Ill".to_owned()),
        on,
        &key,
    )
    .unwrap();
    let Signed::Request { request, about, .. } = open_signed(&asked, &ring).unwrap() else {
        panic!("no request");
    };
    assert_eq!(request.note.as_deref(), Some("Ill"));
    assert_eq!(about.id, waiting.id);
    let until = day("2026-11-22");
    let supervisor = demo_key(Role::Supervisor);
    let approved = approve(&asked, &about, " Income shown ", (on, until), &supervisor).unwrap();
    let held = offered(&approved, &ring);
    assert_eq!(held.state(on), State::Approved { until });
    assert_eq!(held.approval.unwrap().0.reason, "Income shown");
    assert_eq!(
        offered(&approved, &ring).state(day("2026-11-23")),
        State::Expired { until }
    );
    // The agent's own key does not approve, and nobody approves without a reason.
    let own = approve(&asked, &about, "because", (on, until), &key).unwrap();
    assert!(matches!(
        open_signed(&own, &ring),
        Err(Doubt::Role {
            role: Role::Agent,
            ..
        })
    ));
    assert!(approve(&asked, &about, "  ", (on, until), &supervisor).is_err());
}

#[test]
fn several_options_become_one_menu() {
    let ring = ring(None);
    let both = [intended("24", None), intended("12", None)];
    let text = sign(&ring, &both, &demo_key(Role::Agent)).unwrap();
    let menu = offered(&text, &ring);
    assert!(menu.menu);
    let offers: Vec<_> = menu
        .options
        .iter()
        .map(|it| it.opened.offer.clone())
        .collect();
    assert_eq!(offers, both.map(|it| it.offer).to_vec());
    assert!(sign(&ring, &[], &demo_key(Role::Agent)).is_err());
}

#[test]
fn a_wish_goes_back_unjudged_and_opens_anywhere() {
    let ring = ring(None);
    let offer = intended("24", None).offer;
    let text = sign(&ring, &[intended("24", None)], &demo_key(Role::Agent)).unwrap();
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
