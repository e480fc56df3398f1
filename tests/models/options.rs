//! An option as typed: read as people write, refused at the field that is at fault, and worked out to the cent.

use crate::typed_plans::opened;
use quittance::engine::claim::Component;
use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{PlanError, Settlement, Size, Waiver};
use quittance::engine::rules::{Decision, Role};
use quittance::text::typed::{
    TypedAmountError, TypedCountError, TypedDateError, TypedError, TypedPercentError,
};
use quittance::ui::model::{
    Evaluated, Issue, OpenCase, OptionDraft, OptionField, OptionKind, Refusal, SizeKind,
    TypedProblem, evaluate,
};

/// What the card sample's starting option comes to with some of its texts typed anew.
fn card(change: impl FnOnce(&mut OptionDraft)) -> Result<Evaluated, Refusal> {
    let open = opened("card-cn");
    let mut option = starting(&open);
    change(&mut option);
    evaluate(&open, &option)
}

fn starting(open: &OpenCase) -> OptionDraft {
    open.starting_option()
}

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn unreadable(field: OptionField, error: impl Into<TypedError>) -> Issue {
    Issue {
        field: Some(field),
        problem: TypedProblem::Unreadable(error.into()),
    }
}

#[test]
fn amounts_percentages_and_counts_are_read_as_people_write_them() {
    let card = card(|option| {
        option.set_waiver(Component::Penalty, "５０％".to_owned());
        option.set_waiver(Component::Interest, "￥1,956".to_owned());
        option.set_waiver(Component::Charges, " 300元 ".to_owned());
        option.count = "３６期".to_owned();
        option.down_payment = "0.4８5万".to_owned();
        option.rate = "６．5 %".to_owned();
        option.first_due = "2026年12月31日".to_owned();
    })
    .unwrap();
    let waived = card.worked.plan.waived;
    // Half of 3,913.77 is not a whole cent: it is rounded by the house's convention.
    assert_eq!(waived.penalty, yuan("1956.89"));
    assert_eq!(
        (waived.interest, waived.charges),
        (yuan("1956"), yuan("300"))
    );
    assert_eq!(card.worked.totals.due_now, yuan("4850"));
    assert_eq!(card.worked.totals.count, 36);
    assert_eq!(card.proposal.rate.to_percent_string(), "6.5");
    let typed = card.proposal.concessions.waivers.get(Component::Interest);
    assert_eq!(typed, Waiver::Amount(yuan("1956")));
}

#[test]
fn thirty_percent_off_in_one_sum_is_known_to_the_cent() {
    let card = card(|option| {
        option.kind = OptionKind::LumpSum;
        option.discount = "30%".to_owned();
        option.first_due = "2026-11-30".to_owned();
        option.rate = "0".to_owned();
    })
    .unwrap();
    let totals = card.worked.totals;
    assert_eq!(
        (totals.paid, totals.waived),
        (yuan("33972.52"), yuan("14559.65"))
    );
    assert_eq!((totals.count, totals.instalment), (1, None));
    // What was typed for instalments is not read while one sum is asked for.
    assert_eq!(card.proposal.settlement, Settlement::LumpSum);
}

#[test]
fn a_percentage_down_is_never_a_cent_below_what_a_rule_of_the_same_percentage_asks() {
    let card = card(|option| {
        option.down_payment = "20%".to_owned();
        option.count = "24".to_owned();
    })
    .unwrap();
    // A fifth of 48,532.17 is 9,706.434.
    assert_eq!(card.worked.totals.due_now, yuan("9706.44"));
    assert_eq!(card.verdict.decision, Decision::Allowed);
}

#[test]
fn the_amount_that_a_borrower_names_decides_how_many_payments_there_are() {
    let by_amount = card(|option| {
        option.size = SizeKind::Payment;
        option.payment = "1,500".to_owned();
        option.count = "not read".to_owned();
    })
    .unwrap();
    let Settlement::Instalments { size, multiple, .. } = by_amount.proposal.settlement else {
        panic!("not paid in instalments");
    };
    assert_eq!((size, multiple), (Size::Payment(yuan("1500")), None));
    let totals = by_amount.worked.totals;
    assert_eq!(totals.instalment, Some(yuan("1500")));
    assert!(totals.last_payment <= yuan("1500"));
    let count = i64::from(totals.count);
    let paid = 150_000 * (count - 1) + totals.last_payment.minor();
    assert_eq!(totals.paid.minor(), paid);
}

#[test]
fn whole_units_round_every_payment_but_the_last_up() {
    let card = card(|option| {
        option.whole_units = true;
        option.count = "24".to_owned();
    })
    .unwrap();
    let each = card.worked.totals.instalment.unwrap();
    assert_eq!(each.minor() % 100, 0);
    assert!(card.worked.totals.last_payment < each);
}

#[test]
fn the_three_ways_to_defer_cost_what_they_say() {
    let paid = |code: &str| {
        let card = card(|option| {
            option.first_due = "2027-05-20".to_owned();
            option.rate = "12".to_owned();
            option.deferral = code.to_owned();
        });
        card.unwrap().worked.totals.paid
    };
    let paid = ["frozen", "accrues", "capitalised"].map(paid);
    assert_eq!(paid, ["51251.65", "53309.99", "53447.95"].map(yuan));
}

#[test]
fn every_text_that_cannot_be_read_is_said_at_its_field_in_the_order_of_the_form() {
    let refused = card(|option| {
        option.set_waiver(Component::Principal, "12,34".to_owned());
        option.set_waiver(Component::Penalty, "101%".to_owned());
        option.discount = "half".to_owned();
        option.down_payment = "$200".to_owned();
        option.count = "0".to_owned();
        option.first_due = "2026-02-30".to_owned();
        option.rate = String::new();
    });
    let other = TypedAmountError::OtherCurrency {
        expected: Currency::Cny,
    };
    let count = TypedCountError::OutsideRange {
        least: 1,
        most: quittance::engine::plan::schedule::MOST_ROWS,
    };
    let whole = TypedPercentError::OutsideRange { most: 100 };
    assert_eq!(
        refused,
        Err(vec![
            unreadable(
                OptionField::Waiver(Component::Principal),
                TypedAmountError::Grouping
            ),
            unreadable(OptionField::Waiver(Component::Penalty), whole),
            unreadable(OptionField::Discount, TypedAmountError::NotANumber),
            unreadable(OptionField::DownPayment, other),
            unreadable(OptionField::Count, count),
            unreadable(OptionField::FirstDue, TypedDateError::NoSuchDay),
            unreadable(OptionField::Rate, TypedPercentError::Empty),
        ])
    );
}

#[test]
fn a_payment_that_governs_and_cannot_be_read_is_said_at_the_payment() {
    for (text, error) in [
        ("", TypedAmountError::Empty),
        ("-800", TypedAmountError::Negative),
        ("800.001", TypedAmountError::TooManyDecimals { allowed: 2 }),
        ("9e9", TypedAmountError::NotANumber),
        ("99999999999999999999", TypedAmountError::TooLarge),
    ] {
        let refused = card(|option| {
            option.size = SizeKind::Payment;
            option.payment = text.to_owned();
        });
        assert_eq!(
            refused,
            Err(vec![unreadable(OptionField::Payment, error)]),
            "{text}"
        );
    }
}

#[test]
fn a_plan_that_cannot_be_laid_out_is_said_at_the_field_that_can_mend_it() {
    type Change = fn(&mut OptionDraft);
    let changes: [(Change, OptionField); 7] = [
        (
            |option| option.set_waiver(Component::Charges, "300.01".to_owned()),
            OptionField::Waiver(Component::Charges),
        ),
        (
            |option| option.discount = "48532.18".to_owned(),
            OptionField::Discount,
        ),
        (
            |option| option.down_payment = "48532.18".to_owned(),
            OptionField::DownPayment,
        ),
        (
            |option| option.first_due = "2026-11-19".to_owned(),
            OptionField::FirstDue,
        ),
        (
            |option| {
                option.size = SizeKind::Payment;
                option.payment = "1".to_owned();
                option.rate = "36".to_owned();
            },
            OptionField::Payment,
        ),
        (
            |option| {
                option.size = SizeKind::Payment;
                option.payment = "800".to_owned();
                option.method = "equal-principal".to_owned();
            },
            OptionField::Payment,
        ),
        (
            |option| {
                option.whole_units = true;
                option.method = "interest-first".to_owned();
            },
            OptionField::WholeUnits,
        ),
    ];
    for (change, field) in changes {
        let refused = card(change).expect_err("it was laid out");
        assert_eq!(refused.len(), 1, "{refused:?}");
        assert_eq!(refused[0].field, Some(field), "{refused:?}");
        assert!(matches!(refused[0].problem, TypedProblem::Unplannable(_)));
    }
    let above = card(|option| option.set_waiver(Component::Charges, "300.01".to_owned()));
    let error = PlanError::WaiverAboveComponent {
        component: Component::Charges,
        owed: yuan("300"),
        waiver: yuan("300.01"),
    };
    assert_eq!(
        above.unwrap_err()[0].problem,
        TypedProblem::Unplannable(error)
    );
}

#[test]
fn the_card_is_refused_and_changed_until_it_is_allowed() {
    let asked = |count: &str, down: &str, waiver: &str| {
        let card = card(|option| {
            option.count = count.to_owned();
            option.down_payment = down.to_owned();
            option.set_waiver(Component::Penalty, waiver.to_owned());
        });
        card.unwrap().verdict.decision
    };
    assert_eq!(asked("36", "", "50%"), Decision::Refused);
    assert_eq!(
        asked("36", "10%", "50%"),
        Decision::NeedsApproval(Role::Supervisor)
    );
    assert_eq!(asked("24", "20%", "30%"), Decision::Allowed);
}

#[test]
fn the_allowed_card_plan_is_known_to_the_cent() {
    let card = card(|option| {
        option.count = "24".to_owned();
        option.down_payment = "20%".to_owned();
        option.set_waiver(Component::Penalty, "30%".to_owned());
    });
    let totals = card.unwrap().worked.totals;
    assert_eq!(totals.waived, yuan("1174.13"));
    assert_eq!(totals.instalment, Some(yuan("1668.74")));
    assert_eq!(
        (totals.last_payment, totals.paid),
        (yuan("1668.81"), yuan("49756.27"))
    );
}

#[test]
fn an_offer_holds_the_terms_that_were_worked_out() {
    let open = opened("card-cn");
    let option = evaluate(&open, &starting(&open)).unwrap();
    let offer = open.offer(option.proposal);
    assert_eq!(offer.work_out(), Ok(option.worked));
    assert_eq!((offer.sample, offer.claim), (true, open.claim));
    assert_eq!(
        (offer.pack.id, offer.pack.version),
        (open.house.id, open.house.version)
    );
    assert!(offer.expires_on > open.claim.as_of);
}
