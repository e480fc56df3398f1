//! Schedules worked out by hand, and bugs that others have shipped.

use quittance::engine::calendar::{Date, DayCount, Frequency, format_date, parse_date};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::plan::schedule::{
    Instalment, InterestBasis, Method, Row, ScheduleError, amortise, level_instalment, periods,
    periods_after,
};

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn percent(text: &str) -> Rate {
    Rate::parse_percent(text).unwrap()
}

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn monthly(
    principal: &str,
    rate: &str,
    count: u32,
    method: Method,
    instalment: Instalment,
) -> Result<Vec<Row>, ScheduleError> {
    let start = date("2026-11-21");
    let periods = periods_after(start, Frequency::MONTHLY, count, InterestBasis::Periodic)?;
    amortise(
        yuan(principal),
        percent(rate),
        method,
        &periods,
        instalment,
        Rounding::HalfUp,
    )
}

fn column(rows: &[Row], pick: impl Fn(&Row) -> Money) -> Vec<String> {
    rows.iter()
        .map(|row| pick(row).to_decimal_string(Currency::Cny))
        .collect()
}

fn total(rows: &[Row], pick: impl Fn(&Row) -> Money) -> Money {
    Money::sum(rows.iter().map(pick)).unwrap()
}

#[test]
fn thirty_first_of_january_monthly_is_thirty_first_in_march() {
    let basis = InterestBasis::Daily(DayCount::Act365Fixed);
    let first = date("2027-01-31");
    let made = periods(date("2026-12-31"), first, Frequency::MONTHLY, 4, basis).unwrap();
    let dues: Vec<String> = made.iter().map(|period| format_date(period.due)).collect();
    assert_eq!(
        dues,
        ["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]
    );
}

#[test]
fn thousand_in_three_whole_units_is_333_333_334() {
    for method in [Method::EqualInstalment, Method::EqualPrincipal] {
        let rows = monthly("1000", "0", 3, method, Instalment::Fixed(yuan("333"))).unwrap();
        assert_eq!(
            column(&rows, |row| row.principal),
            ["333.00", "333.00", "334.00"]
        );
        // In a currency without decimals the fitted part is whole by itself.
        let start = date("2026-11-21");
        let months = periods_after(start, Frequency::MONTHLY, 3, InterestBasis::Periodic).unwrap();
        let yen = Money::parse("1000", Currency::Jpy).unwrap();
        let fitted = Instalment::Fitted;
        let rows = amortise(yen, Rate::ZERO, method, &months, fitted, Rounding::HalfUp).unwrap();
        let parts: Vec<i64> = rows.iter().map(|row| row.principal.minor()).collect();
        assert_eq!(parts, [333, 333, 334]);
    }
}

/// 10,000 at 20 % a year, 500 a month: interest once a period on what is left, about 2,266 in all
/// over 25 payments, not the 3,166 of interest on the opening balance.
#[test]
fn interest_once_a_period_10000_at_20_percent_500_a_month_25_months_2266() {
    let fixed = Instalment::Fixed(yuan("500"));
    let rows = monthly("10000", "20", 30, Method::EqualInstalment, fixed).unwrap();
    assert_eq!(rows.len(), 30);
    let paid: Vec<&Row> = rows
        .iter()
        .filter(|row| row.principal.is_positive())
        .collect();
    assert_eq!(paid.len(), 25);
    assert_eq!(paid[24].closing, Money::ZERO);
    assert!(
        rows[25..]
            .iter()
            .all(|row| row.payment() == Ok(Money::ZERO))
    );
    let interest = total(&rows, |row| row.interest);
    assert_eq!(interest, yuan("2266.06"));
    let whole = interest.round_to_multiple(yuan("1"), Rounding::HalfUp);
    assert_eq!(whole, Ok(yuan("2266")));
}

#[test]
fn rounding_modes_hold_for_negative_amounts() {
    let round = |text: &str, rounding| {
        let minor = yuan(text).round_to_multiple(yuan("1"), rounding).unwrap();
        minor.to_decimal_string(Currency::Cny)
    };
    for (text, up, even, toward, away) in [
        ("-2.50", "-3.00", "-2.00", "-2.00", "-3.00"),
        ("-3.50", "-4.00", "-4.00", "-3.00", "-4.00"),
        ("-2.01", "-2.00", "-2.00", "-2.00", "-3.00"),
        ("-2.99", "-3.00", "-3.00", "-2.00", "-3.00"),
        ("2.50", "3.00", "2.00", "2.00", "3.00"),
    ] {
        assert_eq!(round(text, Rounding::HalfUp), up);
        assert_eq!(round(text, Rounding::HalfEven), even);
        assert_eq!(round(text, Rounding::TowardZero), toward);
        assert_eq!(round(text, Rounding::AwayFromZero), away);
    }
}

#[test]
fn adding_decimals_past_the_end_is_an_error_not_an_abort() {
    let huge = Money::MAX.to_decimal_string(Currency::Cny);
    for method in Method::ALL {
        let rows = monthly(&huge, "100000", 600, method, Instalment::Fitted);
        assert!(matches!(rows, Err(ScheduleError::Amount(_))), "{method:?}");
    }
    assert!(Money::MAX.checked_add(Money::MAX).is_err());
}

#[test]
fn twelve_month_plan_rounded_up_has_twelve_rows() {
    let start = date("2026-11-21");
    let months = periods_after(start, Frequency::MONTHLY, 12, InterestBasis::Periodic).unwrap();
    let (principal, rate, up) = (yuan("10000"), percent("18.25"), Rounding::AwayFromZero);
    let level = level_instalment(principal, rate, &months, up).unwrap();
    let whole = level.round_to_multiple(yuan("10"), up).unwrap();
    assert_eq!(whole, yuan("920"));
    let fixed = Instalment::Fixed(whole);
    let rows = amortise(principal, rate, Method::EqualInstalment, &months, fixed, up).unwrap();
    assert_eq!(rows.len(), 12);
    let payments = column(&rows, |row| row.payment().unwrap());
    assert!(payments[..11].iter().all(|payment| payment == "920.00"));
    assert!(total(&rows[11..], |row| row.payment().unwrap()) < whole);
    assert_eq!(rows[11].closing, Money::ZERO);
}

#[test]
fn equal_principal_and_interest_first_are_laid_out_whole() {
    let rows = monthly("1000", "12", 3, Method::EqualPrincipal, Instalment::Fitted).unwrap();
    assert_eq!(
        column(&rows, |row| row.principal),
        ["333.33", "333.33", "333.34"]
    );
    assert_eq!(column(&rows, |row| row.interest), ["10.00", "6.67", "3.33"]);
    assert_eq!(
        column(&rows, |row| row.closing),
        ["666.67", "333.34", "0.00"]
    );
    let rows = monthly("1000", "12", 3, Method::InterestFirst, Instalment::Fitted).unwrap();
    assert_eq!(
        column(&rows, |row| row.principal),
        ["0.00", "0.00", "1000.00"]
    );
    assert_eq!(
        column(&rows, |row| row.interest),
        ["10.00", "10.00", "10.00"]
    );
    assert_eq!(
        column(&rows, |row| row.closing),
        ["1000.00", "1000.00", "0.00"]
    );
}

#[test]
fn an_instalment_that_lets_the_debt_grow_is_refused_with_the_least_it_must_be() {
    let pay = |text: &str| {
        let fixed = Instalment::Fixed(yuan(text));
        monthly("10000", "24", 12, Method::EqualInstalment, fixed)
    };
    let least = yuan("200");
    let refused = Err(ScheduleError::InstalmentBelowInterest {
        row: 1,
        interest: least,
    });
    assert_eq!(pay("199.99"), refused);
    let rows = pay("200").unwrap();
    assert_eq!(rows[10].closing, yuan("10000"));
    assert_eq!(rows[11].payment(), Ok(yuan("10200")));
}

#[test]
fn a_long_first_period_raises_a_fitted_instalment_to_its_interest() {
    let basis = InterestBasis::Periodic;
    let start = date("2026-11-21");
    let made = periods(start, date("2027-11-21"), Frequency::MONTHLY, 12, basis).unwrap();
    let (principal, rate) = (yuan("10000"), percent("100"));
    let rows = amortise(
        principal,
        rate,
        Method::EqualInstalment,
        &made,
        Instalment::Fitted,
        Rounding::HalfUp,
    )
    .unwrap();
    assert_eq!(rows[0].interest, yuan("10000"));
    assert_eq!(rows[0].principal, Money::ZERO);
    assert_eq!(rows[11].closing, Money::ZERO);
}

#[test]
fn what_cannot_be_laid_out_is_refused_by_name() {
    let fitted = Instalment::Fitted;
    for method in Method::ALL {
        assert_eq!(
            monthly("1", "1", 0, method, fitted),
            Err(ScheduleError::NoPeriods)
        );
        let many = ScheduleError::TooManyPeriods {
            count: 601,
            limit: 600,
        };
        assert_eq!(monthly("1", "1", 601, method, fitted), Err(many));
        let negative = monthly("-0.01", "1", 1, method, fitted);
        assert_eq!(negative, Err(ScheduleError::NegativePrincipal));
        let none = monthly("0", "24", 3, method, fitted).unwrap();
        assert!(none.iter().all(|row| row.payment() == Ok(Money::ZERO)));
        assert_eq!(Method::from_code(method.code()), Some(method));
    }
    let early = periods(
        date("2026-11-21"),
        date("2026-11-20"),
        Frequency::WEEKLY,
        3,
        InterestBasis::Periodic,
    );
    assert_eq!(early, Err(ScheduleError::FirstDueBeforeStart));
}
