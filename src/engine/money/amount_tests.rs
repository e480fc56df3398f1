//! Amounts at the ends of their range and texts that are none.

use super::{Currency, Money, OutOfRange, ParseMoneyError, Rounding};

fn minor(amount: i64) -> Money {
    Money::from_minor(amount).unwrap()
}

#[test]
fn adding_decimals_past_the_end_is_an_error_not_an_abort() {
    assert_eq!(Money::MAX.checked_add(minor(1)), Err(OutOfRange));
    assert_eq!(
        Money::MAX.checked_neg().unwrap().checked_sub(minor(1)),
        Err(OutOfRange)
    );
    assert_eq!(Money::sum([Money::MAX, Money::MAX]), Err(OutOfRange));
    assert_eq!(Money::MAX.checked_times(2), Err(OutOfRange));
    assert_eq!(Money::from_minor(i64::MAX), Err(OutOfRange));
    assert_eq!(Money::from_minor(i64::MIN), Err(OutOfRange));
    assert_eq!(
        Money::MAX.divide_by_count(0, Rounding::HalfUp),
        Err(OutOfRange)
    );
    assert_eq!(OutOfRange.to_string(), "amount out of range");
}

#[test]
fn machine_form_is_read_and_written_alike() {
    for text in [
        "0.00",
        "0.05",
        "-0.05",
        "48532.17",
        "1000000000000000.00",
        "-7.10",
    ] {
        let amount = Money::parse(text, Currency::Cny).unwrap();
        assert_eq!(amount.to_decimal_string(Currency::Cny), text);
    }
    assert_eq!(Money::parse("7.1", Currency::Cny), Ok(minor(710)));
    assert_eq!(Money::parse("7", Currency::Jpy), Ok(minor(7)));
    assert_eq!(minor(1_234).to_decimal_string(Currency::Jpy), "1234");
}

#[test]
fn anything_else_is_refused_by_name() {
    let parse = |text: &str| Money::parse(text, Currency::Cny).unwrap_err();
    assert_eq!(parse(""), ParseMoneyError::Empty);
    let malformed = [
        " 1", "1 ", "+1", "1e5", "1_000.5", "1,000", "007", "00", ".5", "5.", "-", ".", "--1",
        "1.2.3", "NaN", "１２", "4.85万", "-.5", "0x10", "1.-5",
    ];
    for text in malformed {
        assert_eq!(parse(text), ParseMoneyError::NotANumber, "{text:?}");
    }
    assert_eq!(
        parse("1.234"),
        ParseMoneyError::TooManyDecimals { allowed: 2 }
    );
    assert_eq!(
        parse("1.230"),
        ParseMoneyError::TooManyDecimals { allowed: 2 }
    );
    assert_eq!(
        parse(&format!("0.{}", "0".repeat(90))),
        ParseMoneyError::TooManyDecimals { allowed: 2 }
    );
    assert_eq!(
        Money::parse("5.0", Currency::Jpy),
        Err(ParseMoneyError::TooManyDecimals { allowed: 0 })
    );
    assert_eq!(parse("1000000000000000.01"), ParseMoneyError::TooLarge);
    assert_eq!(parse(&"9".repeat(90)), ParseMoneyError::TooLarge);
}

#[test]
fn rounding_to_a_multiple_names_its_direction() {
    let yuan = minor(100);
    assert_eq!(
        minor(33_301).round_to_multiple(yuan, Rounding::AwayFromZero),
        Ok(minor(33_400))
    );
    assert_eq!(
        minor(33_350).round_to_multiple(yuan, Rounding::HalfUp),
        Ok(minor(33_400))
    );
    assert_eq!(
        minor(-33_301).round_to_multiple(yuan, Rounding::TowardZero),
        Ok(minor(-33_300))
    );
    assert_eq!(
        minor(5).round_to_multiple(Money::ZERO, Rounding::HalfUp),
        Err(OutOfRange)
    );
    assert_eq!(
        minor(5).round_to_multiple(minor(-1), Rounding::HalfUp),
        Err(OutOfRange)
    );
    let rounded = Money::MAX.round_to_multiple(minor(300), Rounding::AwayFromZero);
    assert_eq!(rounded, Err(OutOfRange));
}

#[test]
fn signs_are_told_apart() {
    assert!(minor(1).is_positive() && !minor(1).is_negative() && !minor(1).is_zero());
    assert!(minor(-1).is_negative() && !minor(-1).is_positive());
    assert!(Money::ZERO.is_zero() && !Money::ZERO.is_positive());
    assert_eq!(minor(-1).or_zero_if_negative(), Money::ZERO);
    assert_eq!(minor(1).or_zero_if_negative(), minor(1));
}

#[test]
fn many_amounts_at_once_are_refused_where_one_of_them_alone_is() {
    let largest = Money::MAX.minor();
    let amounts = [
        0,
        1,
        -1,
        largest,
        -largest,
        largest + 1,
        -largest - 1,
        i64::MAX,
        i64::MIN,
    ];
    for one in amounts {
        for other in amounts {
            for both in [[one, other], [other, one]] {
                let alone: Result<Vec<Money>, _> =
                    both.into_iter().map(Money::from_minor).collect();
                let together = Money::all_from_minor(both).map(|both| both.to_vec());
                assert_eq!(together, alone, "{both:?}");
            }
        }
    }
}
