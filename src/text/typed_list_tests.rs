//! Lists as people type them: read in every form, refused at their line.

use super::typed_list::{
    ListError, ListFault, TypedListError, TypedPayments, parse_milestones, parse_payments,
    parse_step,
};
use crate::engine::calendar::{Date, format_date, parse_date};
use crate::engine::money::Currency;
use crate::engine::plan::Step;
use crate::text::typed::{
    TypedAmountError, TypedCountError, TypedDateError, TypedError, TypedPercentError,
};

fn as_of() -> Date {
    parse_date("2026-11-20").unwrap()
}

fn payments(text: &str) -> Result<TypedPayments, TypedListError> {
    parse_payments(text, Currency::Cny, as_of())
}

fn read(text: &str) -> Vec<(String, i64)> {
    let read = payments(text).unwrap();
    let amounts = read
        .payments
        .iter()
        .map(|payment| (format_date(payment.date), payment.amount.minor()));
    let rest = read.rest_on.map(|date| (format_date(date), 0));
    amounts.chain(rest).collect()
}

#[test]
fn a_line_is_a_day_and_an_amount_in_every_form_that_fields_take() {
    for line in [
        "2026-12-20 1000",
        "2026-12-20\t1,000.00",
        "2026/12/20: ¥1000",
        "2026.12.20, 1 000",
        "2026-12-20，１０００元",
        "2026年12月20日 0.1万",
        "2026年12月20日1000",
        "2026 年 12 月 20 日 1000",
        "12月20日 1000元",
        "１２月２０号：1000",
        "20 December 2026 1,000",
        "20 Dec 2026 = 1000",
        "20/12/2026 1000",
        "12/20/2026 1000",
        "\n  2026-12-20 1000\r\n\n",
    ] {
        assert_eq!(read(line), [("2026-12-20".to_owned(), 100_000)], "{line}");
    }
}

#[test]
fn a_day_without_its_year_is_the_next_after_the_line_before() {
    let lines = "12月20日 1000\n1月20日 2000\n2月29日 3000";
    let days: Vec<String> = read(lines).into_iter().map(|(day, _)| day).collect();
    assert_eq!(days, ["2026-12-20", "2027-01-20", "2028-02-29"]);
    // The day itself has passed with the figures of that day.
    assert_eq!(read("11月20日 1")[0].0, "2027-11-20");
}

#[test]
fn the_last_line_may_pay_whatever_is_left() {
    for word in ["rest", "The rest", "余额", "剩余全部", "balance", "结清"] {
        let both = read(&format!("2026-12-20 1000\n2027-01-20 {word}"));
        assert_eq!(both[1], ("2027-01-20".to_owned(), 0), "{word}");
        let alone = payments(&format!("2027-01-20 {word}")).unwrap();
        assert_eq!(
            alone.first_due().map(format_date).as_deref(),
            Some("2027-01-20")
        );
    }
}

#[test]
fn what_is_wrong_with_a_list_names_its_line() {
    let wrong = |text: &str, at, fault| {
        let error = TypedListError::Payments(ListError { at, fault });
        assert_eq!(payments(text), Err(error), "{text}");
    };
    wrong(" \n", 1, ListFault::Nothing);
    wrong(
        "tomorrow 1000",
        1,
        ListFault::Date(TypedDateError::NotADate),
    );
    // Either number could be the month.
    wrong(
        "05/06/2027 1000",
        1,
        ListFault::Date(TypedDateError::NotADate),
    );
    wrong(
        "2026-12-20 1000\n\n2027-02-30 1000",
        3,
        ListFault::Date(TypedDateError::NoSuchDay),
    );
    wrong(
        "13月20日 1000",
        1,
        ListFault::Date(TypedDateError::NoSuchDay),
    );
    wrong(
        "1000 2026-12-20",
        1,
        ListFault::Date(TypedDateError::NotADate),
    );
    wrong(
        "2026-12-20 1,00",
        1,
        ListFault::Amount(TypedAmountError::Grouping),
    );
    wrong(
        "2026-12-20 later",
        1,
        ListFault::Amount(TypedAmountError::NotANumber),
    );
    wrong("2026-12-20", 1, ListFault::NoAmount);
    wrong("2026-12-20 1\n2026-12-20 2", 2, ListFault::NotLater);
    wrong("2026-12-20 rest\n2027-01-20 1", 2, ListFault::AfterRest);
}

#[test]
fn the_steps_of_a_waiver_are_counts_and_shares() {
    for text in [
        "6: 30%, 12: 60%",
        "6 30, 12 60",
        "６：３０％，１２：６０％",
        "6期后30%；12期后60%",
        "6=30%、12=60%、",
    ] {
        let read = parse_milestones(text).unwrap();
        let steps: Vec<(u32, String)> = read
            .as_slice()
            .iter()
            .map(|step| (step.after, step.share.to_percent_string()))
            .collect();
        let wanted = [(6, "30".to_owned()), (12, "60".to_owned())];
        assert_eq!(steps, wanted, "{text}");
    }
}

#[test]
fn what_is_wrong_with_a_step_of_a_waiver_names_it() {
    let wrong = |text: &str, at, fault| {
        let error = TypedListError::Milestones(ListError { at, fault });
        assert_eq!(parse_milestones(text), Err(error), "{text}");
    };
    wrong(" , ", 1, ListFault::Nothing);
    wrong("6", 1, ListFault::Percent(TypedPercentError::Empty));
    let count = TypedCountError::OutsideRange {
        least: 1,
        most: 601,
    };
    wrong("6: 30%, 0: 60%", 2, ListFault::Count(count));
    let share = TypedPercentError::OutsideRange { most: 100 };
    wrong("6: 101%", 1, ListFault::Percent(share));
    wrong(
        "half: 30%",
        1,
        ListFault::Count(TypedCountError::NotANumber),
    );
    wrong("6: 30%, 6: 60%", 2, ListFault::NotMore);
    wrong("6: 30%, 12: 60%, 18: 60%", 3, ListFault::NotMore);
}

#[test]
fn a_step_is_a_percentage_or_an_amount_up_or_down() {
    let step = |text: &str| parse_step(text, Currency::Cny);
    for (text, factor) in [
        ("5%", "1.05"),
        ("+5 %", "1.05"),
        ("−3％", "0.97"),
        ("0.5%", "1.005"),
    ] {
        let Ok(Step::Times(times)) = step(text) else {
            panic!("{text}: {:?}", step(text));
        };
        assert_eq!(times.to_string(), factor, "{text}");
    }
    for (text, minor) in [("200", 20_000), ("-50", -5_000), ("＋0.01万", 10_000)] {
        let Ok(Step::Plus(plus)) = step(text) else {
            panic!("{text}: {:?}", step(text));
        };
        assert_eq!(plus.minor(), minor, "{text}");
    }
    for text in ["", "-", "more", "--5", "-half%"] {
        assert_eq!(step(text), Err(TypedListError::Step.into()), "{text}");
    }
    let grouping = TypedError::from(TypedAmountError::Grouping);
    assert_eq!(step("2,00"), Err(grouping));
}
