//! What terms may hold, alone and together.

use super::error::{MOST_ROWS, ScheduleError};
use super::fit::factor_steps;
use super::repayment::{Repayment, Step};
use super::terms::{Balances, DownPayment, Grace, LastInstalment, Refit, Terms};
use super::terms_error::TermsError;
use crate::engine::money::{Money, OutOfRange, Share};

/// The down payment in minor units, from nothing to the principal.
pub(super) fn down_payment(terms: &Terms) -> Result<Option<Money>, TermsError> {
    if terms.principal.is_negative() {
        return Err(ScheduleError::NegativePrincipal.into());
    }
    let down = match terms.down_payment {
        None => return Ok(None),
        Some(DownPayment::Amount(amount)) => amount,
        Some(DownPayment::Part(share)) => part_in_units(terms, share)?,
    };
    within("down_payment", down, Money::ZERO, terms.principal)?;
    Ok(Some(down))
}

/// A share of the principal in the units of the instalment, rounded once.
fn part_in_units(terms: &Terms, share: Share) -> Result<Money, OutOfRange> {
    let Some(multiple) = terms.multiple.filter(|multiple| multiple.of.is_positive()) else {
        return share.of(terms.principal, terms.rounding);
    };
    let unit = i128::from(multiple.of.minor());
    let whole = i128::from(Share::ONE.scaled()).checked_mul(unit);
    i128::from(terms.principal.minor())
        .checked_mul(i128::from(share.scaled()))
        .and_then(|product| multiple.rounding.divide(product, whole?))
        .and_then(|units| units.checked_mul(unit))
        .and_then(|minor| i64::try_from(minor).ok())
        .ok_or(OutOfRange)
        .and_then(Money::from_minor)
}

/// Checks everything that does not need the rows themselves; `count` leaves a down payment out.
pub(super) fn check(terms: &Terms, principal: Money, count: u32) -> Result<(), TermsError> {
    check_repayment(&terms.repayment, principal, count)?;
    instalment(terms)?;
    grace(terms, count)?;
    last_instalment(terms)?;
    balances(terms)?;
    disturbances(terms)
}

/// Checks the way to repay by itself.
pub(super) fn check_repayment(
    repayment: &Repayment,
    principal: Money,
    count: u32,
) -> Result<(), TermsError> {
    match repayment {
        Repayment::Balloon(balloon) => within("balloon", *balloon, Money::ZERO, principal),
        Repayment::Stepped { step, every } => {
            if let Step::Times(factor) = step {
                factor_steps(*factor)?;
            }
            within_rows("step.every", *every, 1, MOST_ROWS)
        }
        Repayment::MinimumFirst { minimum, rows } => {
            within("minimum", *minimum, Money::ZERO, Money::MAX)?;
            within_rows("minimum.rows", *rows, 0, count.saturating_sub(1))
        }
        Repayment::Custom { payments, .. } => {
            for payment in payments {
                within("payments", *payment, Money::ZERO, Money::MAX)?;
            }
            let given = u32::try_from(payments.len()).unwrap_or(u32::MAX);
            if given == count {
                Ok(())
            } else {
                Err(TermsError::PaymentsForRows {
                    payments: given,
                    rows: count,
                })
            }
        }
        Repayment::EqualInstalment
        | Repayment::EqualPrincipal
        | Repayment::InterestFirst
        | Repayment::Flat(_)
        | Repayment::OneOff
        | Repayment::InterestLast => Ok(()),
    }
}

fn instalment(terms: &Terms) -> Result<(), TermsError> {
    let method = &terms.repayment;
    let repeats_principal = matches!(method, Repayment::EqualPrincipal | Repayment::InterestLast);
    if let Some(given) = terms.instalment {
        within("instalment", given, Money::ZERO, Money::MAX)?;
        if !repeats_principal && !repeats_payment(method) {
            return Err(not_together("instalment", method.code()));
        }
        if terms.multiple.is_some() {
            return Err(not_together("instalment", "instalment_multiple_of"));
        }
        if terms.instalment_basis.is_some() {
            return Err(not_together("instalment", "instalment_basis"));
        }
    }
    if let Some(multiple) = terms.multiple {
        let least = Money::from_minor(1)?;
        within("instalment_multiple_of", multiple.of, least, Money::MAX)?;
        if !repeats_payment(method) {
            return Err(not_together("instalment_multiple_of", method.code()));
        }
    }
    if terms.instalment_basis.is_some() && !repeats_payment(method) {
        return Err(not_together("instalment_basis", method.code()));
    }
    Ok(())
}

fn repeats_payment(method: &Repayment) -> bool {
    match method {
        Repayment::EqualInstalment
        | Repayment::Balloon(_)
        | Repayment::Stepped { .. }
        | Repayment::Flat(_)
        | Repayment::MinimumFirst { .. } => true,
        Repayment::EqualPrincipal
        | Repayment::InterestFirst
        | Repayment::OneOff
        | Repayment::InterestLast
        | Repayment::Custom { .. } => false,
    }
}

fn grace(terms: &Terms, count: u32) -> Result<(), TermsError> {
    let Grace {
        principal,
        interest_payment,
        interest_free,
        ..
    } = terms.grace;
    let all_but_one = count.saturating_sub(1);
    within_rows("grace.principal", principal, 0, all_but_one)?;
    within_rows("grace.interest_payment", interest_payment, 0, all_but_one)?;
    within_rows("grace.interest_free", interest_free, 0, count)?;
    let method = &terms.repayment;
    let code = method.code();
    match method {
        Repayment::InterestFirst if principal > 0 => Err(not_together("grace.principal", code)),
        Repayment::OneOff | Repayment::Custom { .. } | Repayment::MinimumFirst { .. }
            if principal > 0 =>
        {
            Err(not_together("grace.principal", code))
        }
        Repayment::OneOff
        | Repayment::InterestLast
        | Repayment::Custom { .. }
        | Repayment::MinimumFirst { .. }
            if interest_payment > 0 =>
        {
            Err(not_together("grace.interest_payment", code))
        }
        _ => Ok(()),
    }
}

fn last_instalment(terms: &Terms) -> Result<(), TermsError> {
    let field = match terms.last_instalment {
        LastInstalment::Plain => return Ok(()),
        LastInstalment::Smoothed => "last_instalment smoothed",
        LastInstalment::InterestAbsorbs => "last_instalment interest-absorbs",
    };
    if terms.repayment != Repayment::EqualInstalment {
        return Err(not_together(field, terms.repayment.code()));
    }
    if terms.grace.interest_payment > 0 {
        return Err(not_together(field, "grace.interest_payment"));
    }
    // What interest may absorb is a cent of rounding and not a difference that other terms make.
    let absorbs = terms.last_instalment == LastInstalment::InterestAbsorbs;
    let present = [
        (terms.instalment.is_some(), "instalment"),
        (
            absorbs && terms.multiple.is_some(),
            "instalment_multiple_of",
        ),
        (
            absorbs && terms.instalment_basis.is_some(),
            "instalment_basis",
        ),
        (
            absorbs && terms.grace.interest_free > 0,
            "grace.interest_free",
        ),
        (absorbs && !terms.pauses.is_empty(), "pauses"),
        (absorbs && !terms.rate_changes.is_empty(), "rate_changes"),
    ];
    first_present(field, &present)
}

fn balances(terms: &Terms) -> Result<(), TermsError> {
    if terms.balances == Balances::Rounded {
        return Ok(());
    }
    let field = "balances unrounded";
    let method = &terms.repayment;
    if !matches!(
        method,
        Repayment::EqualInstalment | Repayment::EqualPrincipal | Repayment::InterestFirst
    ) {
        return Err(not_together(field, method.code()));
    }
    let plain = terms.last_instalment == LastInstalment::Plain;
    let present = [
        (terms.grace.principal > 0, "grace.principal"),
        (terms.grace.interest_payment > 0, "grace.interest_payment"),
        (terms.grace.interest_free > 0, "grace.interest_free"),
        (terms.instalment.is_some(), "instalment"),
        (terms.multiple.is_some(), "instalment_multiple_of"),
        (terms.instalment_basis.is_some(), "instalment_basis"),
        (!terms.pauses.is_empty(), "pauses"),
        (!terms.rate_changes.is_empty(), "rate_changes"),
        (!plain, "last_instalment"),
    ];
    first_present(field, &present)
}

/// An error for the first term that is there and has no meaning together with the field.
fn first_present(field: &'static str, present: &[(bool, &'static str)]) -> Result<(), TermsError> {
    match present.iter().find(|(there, _)| *there) {
        Some((_, with)) => Err(not_together(field, with)),
        None => Ok(()),
    }
}

/// Pauses and rate changes.
fn disturbances(terms: &Terms) -> Result<(), TermsError> {
    for pause in &terms.pauses {
        if pause.to < pause.from {
            return Err(TermsError::DatesOutOfOrder {
                field: "pause",
                before: pause.from,
                date: pause.to,
            });
        }
    }
    let mut before = None;
    for change in &terms.rate_changes {
        if let Some(before) = before.filter(|before| *before >= change.from) {
            return Err(TermsError::DatesOutOfOrder {
                field: "rate_changes",
                before,
                date: change.from,
            });
        }
        before = Some(change.from);
        if change.instalment == Refit::Refitted {
            if terms.instalment.is_some() {
                return Err(not_together("rate_changes refitted", "instalment"));
            }
            if let Repayment::Stepped { .. } = terms.repayment {
                return Err(not_together(
                    "rate_changes refitted",
                    terms.repayment.code(),
                ));
            }
        }
    }
    Ok(())
}

fn within(field: &'static str, value: Money, least: Money, most: Money) -> Result<(), TermsError> {
    if (least..=most).contains(&value) {
        Ok(())
    } else {
        Err(TermsError::AmountOutside {
            field,
            value,
            least,
            most,
        })
    }
}

fn within_rows(field: &'static str, value: u32, least: u32, most: u32) -> Result<(), TermsError> {
    if (least..=most).contains(&value) {
        Ok(())
    } else {
        Err(TermsError::CountOutside {
            field,
            value,
            least,
            most,
        })
    }
}

const fn not_together(field: &'static str, with: &'static str) -> TermsError {
    TermsError::NotTogether { field, with }
}
