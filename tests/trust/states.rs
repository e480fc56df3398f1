//! What a reader says of an offer as answers come in.

use quittance::engine::rules::Role;
use quittance::share::signed::{Doubt, Kind, Reach, Signed, State};

use crate::cards::{self, day};
use crate::house::{House, acceptance, counter, id_of};
use crate::opening::opened;

fn offered(result: Result<Signed, Doubt>) -> Box<quittance::share::signed::Offered> {
    match result.unwrap() {
        Signed::Offered(offered) => offered,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_offer_goes_from_offered_to_accepted() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let id = id_of(&house, &offer);
    let ring = house.ring();
    let first = offered(opened(&[&offer], &ring));
    let until = cards::card().expires_on;
    assert_eq!(first.state(day("2026-11-22")), State::Offered { until });
    assert_eq!(first.by.holder, "Agent 0417");
    assert_eq!(first.by.lender, "QTB");
    assert!(first.by.demo);
    assert_eq!(first.by.reach, Reach::Hidden);
    let later = offered(opened(&[&offer, &acceptance(id, "2026-11-22")], &ring));
    let accepted = State::Accepted {
        on: day("2026-11-22"),
        of: id,
    };
    assert_eq!(later.state(day("2040-01-01")), accepted);
    assert_eq!(later.acceptance.as_ref().unwrap().1, None);
}

#[test]
fn an_offer_expires_by_its_own_day() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let until = cards::card().expires_on;
    let held = offered(opened(&[&offer], &house.ring()));
    assert_eq!(held.state(until), State::Offered { until });
    let next = quittance::engine::calendar::add_days(until, 1).unwrap();
    assert_eq!(held.state(next), State::Expired { until });
}

#[test]
fn an_offer_that_needs_approval_holds_only_with_it() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), Some(Role::Supervisor));
    let id = id_of(&house, &offer);
    let ring = house.ring();
    let waiting = offered(opened(&[&offer], &ring));
    assert_eq!(
        waiting.state(day("2026-11-21")),
        State::AwaitingApproval(Role::Supervisor)
    );
    let approved = offered(opened(&[&offer, &house.approval(id)], &ring));
    // The approval runs out before the offer.
    assert_eq!(
        approved.state(day("2026-11-21")),
        State::Approved {
            until: day("2026-11-28").min(cards::card().expires_on)
        }
    );
    assert_eq!(approved.approval.unwrap().1.holder, "Lin, team 3");
}

#[test]
fn a_request_shows_the_exact_offer_and_what_its_maker_may() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), Some(Role::Supervisor));
    let request = house.request(id_of(&house, &offer));
    let Signed::Request { request, by, about } =
        opened(&[&request, &offer], &house.ring()).unwrap()
    else {
        panic!("not a request");
    };
    assert_eq!(request.asked, Role::Supervisor);
    assert_eq!(by.role, Role::Agent);
    assert_eq!(about.options[0].opened.offer, cards::card());
}

#[test]
fn a_menu_is_accepted_option_by_option() {
    let house = House::of(1);
    let mut second = cards::card();
    second.proposal.down_payment = cards::minor(5_000_00);
    let menu = house.menu(&[cards::card(), second]);
    let ring = house.ring();
    let held = offered(opened(&[&menu], &ring));
    assert!(held.menu);
    let [first, second] = held.options.as_slice() else {
        panic!("two options")
    };
    assert_ne!(first.id, second.id);
    // An option of a menu and the same offer by itself are the same terms.
    assert_eq!(first.id, id_of(&house, &house.offer(&cards::card(), None)));
    let chosen = offered(opened(
        &[&menu, &acceptance(second.id, "2026-11-22")],
        &ring,
    ));
    assert_eq!(
        chosen.state(day("2026-11-30")),
        State::Accepted {
            on: day("2026-11-22"),
            of: second.id
        }
    );
    // The menu's own id is no option of it.
    let wrong = acceptance(held.id, "2026-11-22");
    assert_eq!(
        opened(&[&menu, &wrong], &ring),
        Err(Doubt::OtherTerms(Kind::Acceptance))
    );
}

#[test]
fn a_withdrawal_stops_what_was_not_accepted_before() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let id = id_of(&house, &offer);
    let ring = house.ring();
    let withdrawal = house.withdrawal(id, "2026-11-23");
    let stopped = offered(opened(&[&offer, &withdrawal], &ring));
    let state = State::Withdrawn {
        on: day("2026-11-23"),
    };
    assert_eq!(stopped.state(day("2026-11-24")), state);
    for (on, accepted) in [
        ("2026-11-22", true),
        ("2026-11-23", true),
        ("2026-11-24", false),
    ] {
        let both = offered(opened(&[&offer, &acceptance(id, on), &withdrawal], &ring));
        let stands = matches!(both.state(day("2026-11-25")), State::Accepted { .. });
        assert_eq!(stands, accepted, "{on}");
    }
}

#[test]
fn a_counter_proposal_is_worked_out_and_judged_by_nobody() {
    let house = House::of(1);
    let mut wish = cards::card();
    wish.proposal.down_payment = cards::minor(1_000_00);
    let Signed::Counter {
        by,
        wish: told,
        counter,
    } = opened(&[&counter(None, &wish)], &house.ring()).unwrap()
    else {
        panic!("not a counter-proposal");
    };
    assert_eq!(by, None);
    assert_eq!(told.offer, wish);
    assert_eq!(counter.note.as_deref(), Some("Wages come on the 5th"));
}

#[test]
fn accepting_twice_is_accepting_once() {
    let house = House::of(1);
    let offer = house.offer(&cards::card(), None);
    let accepted = acceptance(id_of(&house, &offer), "2026-11-22");
    let once = opened(&[&offer, &accepted], &house.ring());
    let twice = opened(&[&offer, &accepted, &accepted, &offer], &house.ring());
    assert_eq!(once, twice);
}
