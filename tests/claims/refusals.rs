//! What a refused growth or replay says.

use quittance::engine::claim::{AccrualError, ReplayError};
use quittance::engine::money::{Money, OutOfRange};

use crate::day;

#[test]
fn a_refused_growth_says_what_is_wrong() {
    let (amount, after) = (Money::ZERO, day("2026-02-01"));
    for (error, words) in [
        (AccrualError::Amount(OutOfRange), "amount out of range"),
        (
            AccrualError::PenaltyRate,
            "the multiple of the contract rate is below zero, above 100000 % a year, or finer than 8 decimals of a percent",
        ),
        (
            AccrualError::Period,
            "the period ends before it starts, or leaves the years 1900 to 9999",
        ),
        (
            AccrualError::NegativePayment { payment: 0, amount },
            "payment 1 is below zero",
        ),
        (
            AccrualError::InstalmentOutOfOrder {
                instalment: 1,
                after,
            },
            "instalment 2 must fall due after 2026-02-01",
        ),
    ] {
        assert_eq!(error.to_string(), words);
    }
}

#[test]
fn a_refused_replay_says_what_is_wrong() {
    let (amount, after) = (Money::ZERO, day("2026-02-01"));
    for (error, words) in [
        (ReplayError::NoInstalments, "there is no instalment"),
        (
            ReplayError::InstalmentOutOfOrder {
                instalment: 1,
                after,
            },
            "instalment 2 must fall due after 2026-02-01",
        ),
        (
            ReplayError::NegativeInstalment {
                instalment: 0,
                amount,
            },
            "an amount of instalment 1 is below zero",
        ),
        (
            ReplayError::NegativeEvent { event: 2, amount },
            "the amount of event 3 is below zero",
        ),
        (ReplayError::Amount(OutOfRange), "amount out of range"),
    ] {
        assert_eq!(error.to_string(), words);
    }
}
