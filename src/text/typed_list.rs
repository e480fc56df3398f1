//! Reading what people type where one field holds more than one value: payments on agreed days, a line for each; how
//! much of a waiver takes effect after how many payments; and by how much a payment rises or falls.

use rust_decimal::Decimal;

use super::typed::{
    TypedAmountError, TypedCountError, TypedError, TypedPercentError, narrowed, parse_amount,
    parse_count, parse_percent_typed, parse_rate_typed,
};
use super::typed_date::{TypedDateError, parse_date_after};
use crate::engine::calendar::Date;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{DatedPayment, Milestone, Milestones, Step};

/// What is wrong with one of the things listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// There is nothing in the list.
    Nothing,
    /// The day of a payment.
    Date(TypedDateError),
    /// The amount of a payment.
    Amount(TypedAmountError),
    /// Only a day, without what is paid on it.
    NoAmount,
    /// A day that does not come after the one before.
    NotLater,
    /// A payment after the one of whatever is left.
    AfterRest,
    /// After how many payments.
    Count(TypedCountError),
    /// How much takes effect.
    Percent(TypedPercentError),
    /// Not after more payments, or not more of it, than before.
    NotMore,
}

/// Why a list cannot be read: the place of what is wrong, counted from 1, and what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ListError {
    /// The line, or the step of a waiver.
    pub at: u32,
    /// What is wrong with it.
    pub fault: ListFault,
}

/// Why a list as typed cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedListError {
    /// Payments on agreed days.
    Payments(ListError),
    /// When how much of a waiver takes effect.
    Milestones(ListError),
    /// By how much a payment rises or falls: neither an amount nor a percentage.
    Step,
}

impl From<TypedListError> for TypedError {
    fn from(error: TypedListError) -> Self {
        Self::List(error)
    }
}

/// Payments on agreed days, and the day on which whatever is left is paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TypedPayments {
    /// The earliest first.
    pub payments: Vec<DatedPayment>,
    /// The day after them all.
    pub rest_on: Option<Date>,
}

impl TypedPayments {
    /// The first day on which something is paid.
    #[must_use]
    pub fn first_due(&self) -> Option<Date> {
        let first = self.payments.first().map(|payment| payment.date);
        first.or(self.rest_on)
    }
}

/// What may stand between the parts of a line, beside a space.
const BETWEEN: [char; 6] = [' ', ',', ':', ';', '、', '='];

/// Reads payments on agreed days, one to a line: `2026-12-20 1,000`, `12月20日 1万`, and in the last line a day with
/// `余额` or `rest` for whatever is left then. A day without its year is the next one after the line before, the first
/// after `as_of`.
///
/// # Errors
/// [`TypedListError::Payments`], with the line.
pub fn parse_payments(
    text: &str,
    currency: Currency,
    as_of: Date,
) -> Result<TypedPayments, TypedListError> {
    let mut read = TypedPayments::default();
    let mut before = None;
    for (line, at) in text.lines().zip(1_u32..) {
        let wrong = |fault| TypedListError::Payments(ListError { at, fault });
        let line = narrowed(line);
        if line.is_empty() {
            continue;
        }
        if read.rest_on.is_some() {
            return Err(wrong(ListFault::AfterRest));
        }
        let (date, amount) = day_and_amount(&line, before.unwrap_or(as_of)).map_err(wrong)?;
        if before.is_some_and(|before| date <= before) {
            return Err(wrong(ListFault::NotLater));
        }
        before = Some(date);
        if amount.is_empty() {
            return Err(wrong(ListFault::NoAmount));
        }
        if is_the_rest(amount) {
            read.rest_on = Some(date);
        } else {
            let amount =
                parse_amount(amount, currency).map_err(|error| wrong(ListFault::Amount(error)))?;
            read.payments.push(DatedPayment { date, amount });
        }
    }
    if before.is_none() {
        let fault = ListFault::Nothing;
        return Err(TypedListError::Payments(ListError { at: 1, fault }));
    }
    Ok(read)
}

/// The day at the head of a line, which may have spaces in it, and what stands after it.
fn day_and_amount(line: &str, before: Date) -> Result<(Date, &str), ListFault> {
    let mut found = Err(TypedDateError::NotADate);
    for (at, letter) in line.char_indices() {
        let end = match letter {
            '日' | '号' => at.saturating_add(letter.len_utf8()),
            _ if BETWEEN.contains(&letter) => at,
            _ => continue,
        };
        found = longer(found, line.split_at_checked(end), before);
    }
    found = longer(found, Some((line, "")), before);
    found
        .map(|(date, rest)| (date, rest.trim_start_matches(BETWEEN)))
        .map_err(ListFault::Date)
}

/// A longer head of a line in place of what was found so far, if it is a day; or at least says better why it is none.
fn longer<'a>(
    found: Result<(Date, &'a str), TypedDateError>,
    head: Option<(&str, &'a str)>,
    before: Date,
) -> Result<(Date, &'a str), TypedDateError> {
    let Some((head, rest)) = head else {
        return found;
    };
    match (parse_date_after(head, before), found) {
        (Ok(date), _) => Ok((date, rest)),
        (Err(error), Err(TypedDateError::NotADate)) if error != TypedDateError::Empty => Err(error),
        (Err(_), found) => found,
    }
}

/// Whether a text means whatever is left.
fn is_the_rest(text: &str) -> bool {
    const WORDS: [&str; 6] = ["rest", "balance", "remain", "余", "剩", "结清"];
    let text = text.to_ascii_lowercase();
    !text.contains(|letter: char| letter.is_ascii_digit())
        && WORDS.iter().any(|word| text.contains(word))
}

/// Reads how much of a waiver takes effect after how many payments: `6: 30%, 12: 60%`, `6期后30%；12期后60%`.
///
/// # Errors
/// [`TypedListError::Milestones`], with the step.
pub fn parse_milestones(text: &str) -> Result<Milestones, TypedListError> {
    let text = narrowed(text);
    let mut read = Vec::new();
    for (step, at) in text
        .split([',', ';', '、'])
        .filter(|step| !step.trim().is_empty())
        .zip(1_u32..)
    {
        let wrong = |fault| TypedListError::Milestones(ListError { at, fault });
        let (after, share) = count_and_share(step.trim());
        // Every payment and the down payment may be counted.
        let after = parse_count(after, 1..=MOST_ROWS.saturating_add(1))
            .map_err(|error| wrong(ListFault::Count(error)))?;
        let share = parse_percent_typed(share).map_err(|error| wrong(ListFault::Percent(error)))?;
        read.push(Milestone { after, share });
    }
    let milestones = |at, fault| TypedListError::Milestones(ListError { at, fault });
    if read.is_empty() {
        return Err(milestones(1, ListFault::Nothing));
    }
    Milestones::new(read).map_err(|error| {
        let at = u32::try_from(error.milestone).unwrap_or(0);
        milestones(at.saturating_add(1), ListFault::NotMore)
    })
}

/// `6: 30%`, `6 30%` and `6期后30%`, each in its two parts.
fn count_and_share(step: &str) -> (&str, &str) {
    let digits = step.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let count = step.strip_suffix(digits).unwrap_or(step);
    let share = digits.trim_start_matches([' ', ':', '=', '期', '次', '笔', '后']);
    if count.is_empty() {
        (step, share)
    } else {
        (count, share)
    }
}

/// Reads by how much a payment rises or falls: `5%`, `-3%`, `200`, `-50`.
///
/// # Errors
/// What is wrong with the percentage or the amount; [`TypedListError::Step`] where it is neither.
pub fn parse_step(text: &str, currency: Currency) -> Result<Step, TypedError> {
    let text = narrowed(text);
    let (falls, size) = match text.strip_prefix('-') {
        Some(size) => (true, size),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let no_step = || TypedError::from(TypedListError::Step);
    if size.ends_with('%') {
        let change = parse_rate_typed(size).map_err(|error| match error {
            TypedPercentError::NotANumber => no_step(),
            error => error.into(),
        })?;
        let change = change.as_decimal();
        let change = if falls { -change } else { change };
        let factor = Decimal::ONE.checked_add(change).ok_or_else(no_step)?;
        return Ok(Step::Times(factor.normalize()));
    }
    let amount = parse_amount(size, currency).map_err(|error| match error {
        TypedAmountError::Empty | TypedAmountError::NotANumber | TypedAmountError::Negative => {
            no_step()
        }
        error => error.into(),
    })?;
    let amount = if falls {
        amount.checked_neg()
    } else {
        Ok(amount)
    };
    Ok(Step::Plus(amount.unwrap_or(Money::ZERO)))
}

#[cfg(test)]
mod tests {
    use super::{
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
}
