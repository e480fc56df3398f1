//! Find what fits: what each other term must be for the number that the borrower said.

use crate::typed_plans::{all_opened, opened};
use quittance::engine::claim::Component;
use quittance::engine::money::{Currency, Money, Share};
use quittance::engine::negotiate::{Affordable, Change, Term, TermValue};
use quittance::engine::plan::RowKind;
use quittance::text::{Locale, negotiation};
use quittance::ui::model::{
    Evaluated, Fit, Fits, OpenCase, OptionDraft, OptionKind, SizeKind, Unfitting, evaluate,
};

fn money(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn largest(option: &Evaluated) -> Money {
    let rows = option.worked.plan.rows.iter();
    let later = rows.filter(|row| matches!(row.kind, RowKind::Instalment | RowKind::LumpSum));
    later.map(|row| row.paid.total().unwrap()).max().unwrap()
}

fn of(fits: &Fits, term: Term) -> Fit {
    let mut found = fits.terms.iter().filter(|fit| fit.term == term);
    found.next().cloned().unwrap_or_else(|| panic!("{term:?}"))
}

#[test]
fn every_answer_typed_into_the_option_keeps_payments_within_the_number() {
    let (mut answers, mut none) = (0, 0);
    for open in all_opened() {
        let starting = open.starting_option();
        let each = largest(&evaluate(&open, &starting).unwrap());
        for part in [2, 5] {
            let at_most = Money::from_minor(each.minor() * part / 6).unwrap();
            let fits = open.fits(&starting, at_most).unwrap();
            assert!(!fits.already && fits.count == 12);
            for fit in &fits.terms {
                match &fit.found {
                    Ok(found) => {
                        let good = evaluate(&open, &found.option).unwrap();
                        assert!(largest(&good) <= at_most, "{fit:?}");
                        assert_eq!(good.verdict.decision, found.decision, "{fit:?}");
                        answers += 1;
                    }
                    Err(Unfitting::OutOfReach { largest, .. }) => {
                        assert!(*largest > at_most, "{fit:?}");
                        none += 1;
                    }
                    Err(Unfitting::Unplannable(error)) => panic!("{error:?}"),
                }
            }
        }
    }
    assert!(
        answers > 20 && none > 10,
        "{answers} answers, {none} without"
    );
}

#[test]
fn the_card_by_hand() {
    // Without interest in the plan 48,532.17 in 12 payments is 4,044.35 each.
    let open = opened("card-cn");
    let option = OptionDraft {
        rate: "0".to_owned(),
        payment: "4,000".to_owned(),
        ..open.starting_option()
    };
    let number = option.borrowers_number(&open, None).unwrap();
    assert_eq!(number, money("4000"));
    let fits = open.fits(&option, number).unwrap();
    // Thirteen are 3,733.25; 12 of 4,000 leave 532.17 to be paid now or given up, and no fen less.
    let value = |term| of(&fits, term).found.unwrap().value;
    assert_eq!(value(Term::Count), TermValue::Count(13));
    for term in [Term::DownPayment, Term::Discount] {
        // Each part of the debt is spread in whole fen, so that it is some fen more than by division.
        let TermValue::Money(found) = value(term) else {
            panic!("{:?}", value(term));
        };
        assert!(
            (money("532.17")..money("533")).contains(&found),
            "{found:?}"
        );
        let less = TermValue::Money(found.checked_sub(money("0.01")).unwrap());
        let counted = OptionDraft {
            payment: String::new(),
            ..option.clone()
        };
        let too_little = counted.with_term(term, less, Currency::Cny);
        let good = evaluate(&open, &too_little).unwrap();
        assert!(largest(&good) > number, "{term:?}");
    }
    // A rate below nought is none, and nought is too much.
    let rate = of(&fits, Term::Rate).found.unwrap_err();
    assert!(matches!(rate, Unfitting::OutOfReach { largest, .. } if largest > number));
    // Nothing is owed of compound interest, and principal is never offered.
    let waivers = fits.terms.iter().filter_map(|fit| match fit.term {
        Term::Waiver(part) => Some(part),
        _ => None,
    });
    assert_eq!(
        waivers.collect::<Vec<_>>(),
        [Component::Penalty, Component::Charges, Component::Interest]
    );
}

#[test]
fn the_number_is_what_was_typed_or_what_a_budget_leaves() {
    let open = opened("card-cn");
    let budget = Affordable {
        surplus: money("2000"),
        savings: Money::ZERO,
        offer: money("1200"),
    };
    let mut option = open.starting_option();
    let number =
        |option: &OptionDraft, budget: Option<&Affordable>| option.borrowers_number(&open, budget);
    assert_eq!(number(&option, None), None);
    assert_eq!(number(&option, Some(&budget)), Some(money("1200")));
    option.frequency = "half-monthly".to_owned();
    assert_eq!(number(&option, Some(&budget)), Some(money("600")));
    option.payment = "800".to_owned();
    assert_eq!(number(&option, Some(&budget)), Some(money("800")));
    option.payment = "0".to_owned();
    assert_eq!(number(&option, None), None);
}

#[test]
fn an_option_that_fits_says_so_and_other_kinds_are_not_asked() {
    let open = opened("card-cn");
    let starting = open.starting_option();
    assert!(open.fits(&starting, money("99999")).unwrap().already);
    // A number that governs is put aside: the count that was typed before is what it is held against.
    let governed = OptionDraft {
        size: SizeKind::Payment,
        payment: "800".to_owned(),
        ..starting.clone()
    };
    let fits = open.fits(&governed, money("800")).unwrap();
    assert_eq!((fits.count, fits.already), (12, false));
    let in_one_sum = OptionDraft {
        kind: OptionKind::LumpSum,
        ..starting.clone()
    };
    assert_eq!(open.fits(&in_one_sum, money("800")), None);
    let unread = OptionDraft {
        count: "some".to_owned(),
        ..starting
    };
    assert_eq!(open.fits(&unread, money("800")), None);
}

#[test]
fn what_fits_is_said_in_both_languages() {
    let (down, at_most) = (TermValue::Money(money("19000")), money("800"));
    let said = |locale| {
        [
            negotiation::fitting_heading(locale, 36, at_most, Currency::Cny),
            negotiation::fitting(locale, Term::DownPayment, down, Currency::Cny),
            negotiation::unfitting(locale, Term::Rate, down, money("900"), Currency::Cny),
        ]
    };
    assert_eq!(
        said(Locale::En),
        [
            "36 payments of at most ¥800.00 each:",
            "Down payment: ¥19,000.00.",
            "Rate: even at ¥19,000.00, a payment comes to ¥900.00.",
        ]
    );
    assert_eq!(
        said(Locale::Zh),
        [
            "36期，每期不超过¥800.00：",
            "首付款：¥19,000.00。",
            "方案利率：即使改为¥19,000.00，每期仍要¥900.00。",
        ]
    );
}

#[test]
fn a_change_from_nothing_says_its_amount_once() {
    let words = |from: &str, to: &str| {
        let change = Change {
            term: Term::DownPayment,
            from: TermValue::Money(money(from)),
            to: TermValue::Money(money(to)),
        };
        [Locale::Zh, Locale::En].map(|locale| negotiation::change(locale, &change, Currency::Cny))
    };
    assert_eq!(
        words("0", "4853.21"),
        [
            "首付款：¥0.00改为¥4,853.21。",
            "Down payment: ¥4,853.21 in place of ¥0.00."
        ]
    );
    assert_eq!(
        words("4853.21", "5000"),
        [
            "首付款：¥4,853.21改为¥5,000.00，增加¥146.79。",
            "Down payment: ¥5,000.00 in place of ¥4,853.21, ¥146.79 more."
        ]
    );
    let half = TermValue::Part {
        amount: money("0"),
        share: Share::ZERO,
    };
    let change = Change {
        term: Term::Discount,
        from: TermValue::Money(money("10")),
        to: half,
    };
    let said = negotiation::change(Locale::En, &change, Currency::Cny);
    assert!(!said.contains("less"), "{said}");
}

#[test]
fn a_call_is_bound_by_what_the_law_of_its_place_asks() {
    let ids = |open: &OpenCase| -> Vec<String> {
        let duties = open.call_duties();
        duties.into_iter().map(|duty| duty.id).collect()
    };
    let american = ids(&opened("agency-us"));
    assert!(
        american.contains(&"US-REGF-TIME".to_owned()),
        "{american:?}"
    );
    assert!(ids(&opened("card-cn")).contains(&"CN-GBT-FREQ".to_owned()));
    assert!(!american.iter().any(|id| id.starts_with("CN-")));
}
