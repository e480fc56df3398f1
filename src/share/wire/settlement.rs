//! How what concessions leave is paid: in one sum, in instalments, or on days agreed one by one.

use super::codes::Numbered;
use super::entries::{Draft, Entries, int};
use super::keys::{Key, instalments, offer};
use super::numbers::{
    MOST_DAYS_AHEAD, count, member, money, money_value, multiple, multiple_value, refuse,
};
use super::value::Value;
use crate::engine::calendar::{Date, Frequency, add_days, days_between};
use crate::engine::money::Money;
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{DatedPayment, Repayment, Settlement, Size, Step};
use crate::share::Refusal;

/// The numbers of the ways to repay; [`write_repayment`] and [`read_repayment`] name each of them once.
mod method {
    pub const EQUAL_INSTALMENT: i64 = 0;
    pub const EQUAL_PRINCIPAL: i64 = 1;
    pub const INTEREST_FIRST: i64 = 2;
    pub const BALLOON: i64 = 3;
    pub const STEPPED: i64 = 4;
    pub const FLAT: i64 = 5;
    pub const ONE_OFF: i64 = 6;
    pub const INTEREST_LAST: i64 = 7;
    pub const MINIMUM_FIRST: i64 = 8;
    pub const CUSTOM: i64 = 9;
}

pub fn write_settlement(
    settlement: &Settlement,
    as_of: Date,
    map: &mut Draft,
) -> Result<(), Refusal> {
    match settlement {
        Settlement::LumpSum => {}
        Settlement::Instalments {
            repayment,
            frequency,
            size,
            multiple,
        } => {
            let mut inner = Draft::default();
            write_repayment(repayment, &mut inner)?;
            inner.put_unless(instalments::EVERY, i64::from(frequency.every()), 1);
            inner.put_unless(instalments::UNIT, frequency.unit().number(), 0);
            match size {
                Size::Count(count) => inner.put(instalments::COUNT, Value::Int(i64::from(*count))),
                Size::Payment(payment) => inner.put(instalments::PAYMENT, money_value(*payment)),
            }
            inner.put_some(instalments::MULTIPLE, multiple.map(money_value));
            map.put(offer::INSTALMENTS, inner.whole());
        }
        Settlement::OnDates { payments, rest_on } => {
            let after = |date| Value::Int(days_between(as_of, date));
            let lines = payments
                .iter()
                .map(|line| Value::List(vec![after(line.date), money_value(line.amount)]))
                .collect();
            map.put(offer::ON_DATES, Value::List(lines));
            map.put_some(offer::REST_ON, rest_on.map(after));
        }
    }
    Ok(())
}

pub fn read_settlement(map: &mut Entries, as_of: Date) -> Result<Settlement, Refusal> {
    let in_instalments = map.optional_map(offer::INSTALMENTS)?;
    match (in_instalments, map.take(offer::ON_DATES)) {
        (None, None) => Ok(Settlement::LumpSum),
        (Some(inner), None) => read_instalments(inner),
        (None, Some(lines)) => {
            let rest_on = map.take(offer::REST_ON);
            read_dates(&lines, rest_on, as_of)
        }
        (Some(_), Some(_)) => Err(refuse(offer::ON_DATES)),
    }
}

fn write_repayment(repayment: &Repayment, map: &mut Draft) -> Result<(), Refusal> {
    let number = match repayment {
        Repayment::EqualInstalment => method::EQUAL_INSTALMENT,
        Repayment::EqualPrincipal => method::EQUAL_PRINCIPAL,
        Repayment::InterestFirst => method::INTEREST_FIRST,
        Repayment::Balloon(balloon) => {
            map.put(instalments::BALLOON, money_value(*balloon));
            method::BALLOON
        }
        Repayment::Stepped { step, every } => {
            match step {
                Step::Times(factor) => {
                    let key = instalments::STEP_TIMES;
                    map.put(key, multiple_value(*factor, key)?);
                }
                Step::Plus(amount) => map.put(instalments::STEP_PLUS, money_value(*amount)),
            }
            map.put_unless(instalments::STEP_EVERY, i64::from(*every), 1);
            method::STEPPED
        }
        Repayment::Flat(principal) => {
            map.put_unless(instalments::FLAT_PRINCIPAL, principal.number(), 0);
            method::FLAT
        }
        Repayment::OneOff => method::ONE_OFF,
        Repayment::InterestLast => method::INTEREST_LAST,
        Repayment::MinimumFirst { minimum, rows } => {
            map.put(instalments::MINIMUM, money_value(*minimum));
            map.put_unless(instalments::MINIMUM_ROWS, i64::from(*rows), 0);
            method::MINIMUM_FIRST
        }
        Repayment::Custom {
            payments,
            last_takes_rest,
        } => {
            let amounts = payments.iter().copied().map(money_value).collect();
            map.put(instalments::PAYMENTS, Value::List(amounts));
            map.put_true(instalments::LAST_TAKES_REST, *last_takes_rest);
            method::CUSTOM
        }
    };
    map.put_unless(instalments::METHOD, number, 0);
    Ok(())
}

fn read_repayment(map: &mut Entries) -> Result<Repayment, Refusal> {
    Ok(match map.int_or(instalments::METHOD, 0)? {
        method::EQUAL_INSTALMENT => Repayment::EqualInstalment,
        method::EQUAL_PRINCIPAL => Repayment::EqualPrincipal,
        method::INTEREST_FIRST => Repayment::InterestFirst,
        method::BALLOON => Repayment::Balloon(needed(map, instalments::BALLOON)?),
        method::STEPPED => Repayment::Stepped {
            step: read_step(map)?,
            every: rows(
                map.int_or(instalments::STEP_EVERY, 1)?,
                instalments::STEP_EVERY,
            )?,
        },
        method::FLAT => Repayment::Flat(member(map, instalments::FLAT_PRINCIPAL)?),
        method::ONE_OFF => Repayment::OneOff,
        method::INTEREST_LAST => Repayment::InterestLast,
        method::MINIMUM_FIRST => Repayment::MinimumFirst {
            minimum: needed(map, instalments::MINIMUM)?,
            rows: count(map, instalments::MINIMUM_ROWS, MOST_ROWS)?,
        },
        method::CUSTOM => {
            let key = instalments::PAYMENTS;
            let Value::List(amounts) = map.need(key)? else {
                return Err(refuse(key));
            };
            let payments = amounts.iter().map(|amount| money(amount, key));
            Repayment::Custom {
                payments: payments.collect::<Result<_, _>>()?,
                last_takes_rest: map.flag(instalments::LAST_TAKES_REST)?,
            }
        }
        _ => return Err(refuse(instalments::METHOD)),
    })
}

fn needed(map: &mut Entries, key: Key) -> Result<Money, Refusal> {
    money(&map.need(key)?, key)
}

/// By a factor, or by an amount that may be below zero.
fn read_step(map: &mut Entries) -> Result<Step, Refusal> {
    match (
        map.take(instalments::STEP_TIMES),
        map.take(instalments::STEP_PLUS),
    ) {
        (Some(factor), None) => multiple(&factor, instalments::STEP_TIMES).map(Step::Times),
        (None, Some(amount)) => {
            let key = instalments::STEP_PLUS;
            let minor = int(&amount, key)?;
            Money::from_minor(minor)
                .map(Step::Plus)
                .map_err(|_| refuse(key))
        }
        (None, None) => Err(Refusal::Missing {
            what: instalments::STEP_TIMES.name,
        }),
        (Some(_), Some(_)) => Err(refuse(instalments::STEP_PLUS)),
    }
}

fn rows(number: i64, key: Key) -> Result<u32, Refusal> {
    u32::try_from(number)
        .ok()
        .filter(|rows| *rows <= MOST_ROWS)
        .ok_or(refuse(key))
}

fn read_instalments(mut map: Entries) -> Result<Settlement, Refusal> {
    let every = map.int_or(instalments::EVERY, 1)?;
    let unit = member(&mut map, instalments::UNIT)?;
    let frequency = u16::try_from(every)
        .ok()
        .and_then(|every| Frequency::new(every, unit))
        .ok_or(refuse(instalments::EVERY))?;
    let size = match map.take(instalments::PAYMENT) {
        Some(value) => Size::Payment(money(&value, instalments::PAYMENT)?),
        None => match count(&mut map, instalments::COUNT, MOST_ROWS)? {
            0 => {
                return Err(Refusal::Missing {
                    what: instalments::COUNT.name,
                });
            }
            count => Size::Count(count),
        },
    };
    let multiple = map
        .take(instalments::MULTIPLE)
        .map(|value| money(&value, instalments::MULTIPLE))
        .transpose()?;
    let repayment = read_repayment(&mut map)?;
    map.finish()?;
    Ok(Settlement::Instalments {
        repayment,
        frequency,
        size,
        multiple,
    })
}

fn read_dates(lines: &Value, rest_on: Option<Value>, as_of: Date) -> Result<Settlement, Refusal> {
    let key = offer::ON_DATES;
    let Value::List(lines) = lines else {
        return Err(refuse(key));
    };
    let mut payments = Vec::with_capacity(lines.len());
    for line in lines {
        let Value::List(parts) = line else {
            return Err(refuse(key));
        };
        let [after, amount] = parts.as_slice() else {
            return Err(refuse(key));
        };
        payments.push(DatedPayment {
            date: day_of(after, as_of, key)?,
            amount: money(amount, key)?,
        });
    }
    let rest_on = rest_on
        .map(|after| day_of(&after, as_of, offer::REST_ON))
        .transpose()?;
    Ok(Settlement::OnDates { payments, rest_on })
}

/// A day so many days after the as-of date.
fn day_of(after: &Value, as_of: Date, key: Key) -> Result<Date, Refusal> {
    let days = int(after, key)?;
    if !(0..=MOST_DAYS_AHEAD).contains(&days) {
        return Err(refuse(key));
    }
    add_days(as_of, days).map_err(|_| refuse(key))
}
