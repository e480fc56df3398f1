//! The least that has to be paid, where a rule says it twice.

use super::option::{card, money, share};
use quittance::engine::rules::{Outcome, Quantity};

/// What a rule that names both a share and an amount asks for.
fn limit(percent: &str, amount: &str) -> Quantity {
    let rule =
        format!(r#"{{"kind":"minimum-settlement","share":"{percent}","amount":"{amount}"}}"#);
    match card().answer(&rule) {
        Outcome::Met { limit, .. } | Outcome::Broken { limit, .. } => limit,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_larger_of_a_share_and_an_amount_is_asked_for_and_said_as_what_it_is() {
    // Half of 48,532.17, rounded down.
    let half = Quantity::Part {
        amount: money("24266.08"),
        share: share("50"),
    };
    assert_eq!(limit("50", "10000.00"), half);
    assert_eq!(limit("50", "24266.08"), half);
    assert_eq!(limit("50", "24266.09"), Quantity::Money(money("24266.09")));
    assert_eq!(limit("50", "40000.00"), Quantity::Money(money("40000.00")));
    // Nobody is asked for more than the whole debt.
    assert_eq!(limit("50", "99999.00"), Quantity::Money(money("48532.17")));
}
