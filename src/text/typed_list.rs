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
