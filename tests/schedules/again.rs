//! Schedules that were not kept, laid out again.

use quittance::engine::calendar::Frequency;
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Debt, InterestBasis, Method, OverdueInterest, Repayment, TermsError, periods_after, re_age,
    re_amortise,
};

use crate::reading::yuan;
use crate::ways::{date, monthly, percent, rows, table};

#[test]
fn what_is_overdue_is_spread_over_the_dates_that_are_left() {
    let start = date("2026-01-01");
    let terms = monthly("1000", "0", 4, Repayment::EqualInstalment);
    let contract = rows(&terms).rows;
    let periods = periods_after(start, Frequency::MONTHLY, 4, InterestBasis::Periodic).unwrap();
    let again = |paid, as_of| {
        re_amortise(
            &contract,
            &periods,
            paid,
            date(as_of),
            Rate::ZERO,
            Method::EqualInstalment,
            Rounding::HalfUp,
        )
    };
    // 4 x 250, two missed: 2 x 500.
    let left = again(0, "2026-03-15").unwrap();
    assert_eq!(table(&left), "0.00 500.00 500.00\n0.00 500.00 0.00\n");
    assert_eq!(left[0].due, date("2026-04-01"));
    let one_paid = again(1, "2026-03-15").unwrap();
    assert_eq!(table(&one_paid), "0.00 375.00 375.00\n0.00 375.00 0.00\n");
    let as_of = date("2026-05-01");
    assert_eq!(
        again(0, "2026-05-01"),
        Err(TermsError::NothingLeft { as_of })
    );
    assert!(matches!(
        again(9, "2026-01-01"),
        Err(TermsError::NothingLeft { .. })
    ));
}

#[test]
fn overdue_interest_is_carried_without_interest_when_spread_again() {
    let terms = monthly("1200", "12", 3, Repayment::EqualPrincipal);
    let start = date("2026-01-01");
    let periods = periods_after(start, Frequency::MONTHLY, 3, InterestBasis::Periodic).unwrap();
    let again = |as_of| {
        re_amortise(
            &rows(&terms).rows,
            &periods,
            0,
            date(as_of),
            percent("12"),
            Method::EqualPrincipal,
            Rounding::HalfUp,
        )
    };
    let left = again("2026-02-01").unwrap();
    assert_eq!(table(&left), "12.00 600.00 600.00\n6.00 600.00 0.00\n");
    let arrears: Vec<Money> = left.iter().map(|row| row.arrears).collect();
    assert_eq!(arrears, [yuan("6"), yuan("6")]);
    // Two rows overdue: 12 and 8 of interest, none of the 4 still to come.
    let last = again("2026-03-01").unwrap();
    assert_eq!(last.len(), 1);
    assert_eq!(last[0].arrears, yuan("20"));
}

#[test]
fn a_debt_is_re_aged_with_its_overdue_interest_first_or_everything_split() {
    let start = date("2026-01-01");
    let periods = periods_after(start, Frequency::MONTHLY, 3, InterestBasis::Periodic).unwrap();
    let debt = Debt {
        principal: yuan("1200"),
        arrears: yuan("100"),
    };
    let aged = |how| re_age(debt, percent("12"), &periods, how, Rounding::HalfUp).unwrap();
    let first = aged(OverdueInterest::WithFirst);
    let paid: Vec<Money> = first.iter().map(|row| row.payment().unwrap()).collect();
    assert_eq!(paid, [yuan("508.03"), yuan("408.03"), yuan("408.02")]);
    let split = aged(OverdueInterest::SplitEqually);
    assert_eq!(
        table(&split),
        "0.00 400.00 800.00\n0.00 400.00 400.00\n0.00 400.00 0.00\n"
    );
    let arrears: Vec<Money> = split.iter().map(|row| row.arrears).collect();
    assert_eq!(arrears, [yuan("33.34"), yuan("33.33"), yuan("33.33")]);
}
