//! One option as typed: every field keeps its text, whether it can be read or not.

use crate::engine::calendar::{Frequency, format_date};
use crate::engine::claim::{Claim, Component, PerComponent};
use crate::engine::money::{Money, Rounding};
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{
    Carry, Concessions, DeferralInterest, PlanError, Proposal, Relief, Repayment, Settlement, Size,
    Waiver,
};
use crate::engine::rules::DeskDefaults;
use crate::text::typed::{self, TypedError};

/// Whether an option is paid in instalments or in one sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OptionKind {
    #[default]
    Instalments,
    LumpSum,
}

/// Whether the count or the amount of the instalments is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SizeKind {
    #[default]
    Count,
    Payment,
}

/// A field of an option that can be at fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OptionField {
    Count,
    Payment,
    DownPayment,
    FirstDue,
    Rate,
    Waiver(Component),
    Discount,
    WholeUnits,
}

/// What is wrong with what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TypedProblem {
    /// The text cannot be read.
    Unreadable(TypedError),
    /// The text can be read, but the plan cannot be laid out with it.
    Unplannable(PlanError),
}

/// A problem and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// The field at fault; `None` where no single one is.
    pub field: Option<OptionField>,
    /// What is wrong with it.
    pub problem: TypedProblem,
}

/// One option as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OptionDraft {
    pub kind: OptionKind,
    /// Code of a [`Repayment`].
    pub method: String,
    /// Code of a [`Frequency`].
    pub frequency: String,
    pub size: SizeKind,
    pub count: String,
    pub payment: String,
    pub whole_units: bool,
    /// An amount, or a percentage of everything owed today.
    pub down_payment: String,
    pub first_due: String,
    /// Code of a [`DeferralInterest`].
    pub deferral: String,
    pub rate: String,
    /// Per component in the order of [`Component::ALL`]: an amount or a percentage.
    pub waivers: [String; 6],
    /// An amount or a percentage of what the waivers leave.
    pub discount: String,
    /// Code of a [`Carry`], for all arrears other than principal.
    pub carry: String,
}

impl OptionDraft {
    /// The option that a new column starts with.
    #[must_use]
    pub fn starting(claim: &Claim, defaults: &DeskDefaults) -> Self {
        let first_due = Frequency::MONTHLY
            .nth_due(claim.as_of, 1)
            .map(format_date)
            .unwrap_or_default();
        Self {
            kind: OptionKind::Instalments,
            method: Repayment::EqualInstalment.code().to_owned(),
            frequency: Frequency::MONTHLY.code(),
            size: SizeKind::Count,
            count: "12".to_owned(),
            payment: String::new(),
            whole_units: false,
            down_payment: String::new(),
            first_due,
            deferral: DeferralInterest::Accrues.code().to_owned(),
            rate: defaults.plan_rate.to_percent_string(),
            waivers: Default::default(),
            discount: String::new(),
            carry: Carry::Spread.code().to_owned(),
        }
    }

    /// The text typed as waiver of a component.
    #[must_use]
    pub fn waiver(&self, component: Component) -> &str {
        Component::ALL
            .iter()
            .zip(&self.waivers)
            .find(|(candidate, _)| **candidate == component)
            .map_or("", |(_, text)| text)
    }

    /// Replaces the text typed as waiver of a component.
    pub fn set_waiver(&mut self, component: Component, text: String) {
        let slot = Component::ALL
            .iter()
            .zip(&mut self.waivers)
            .find(|(candidate, _)| **candidate == component);
        if let Some((_, slot)) = slot {
            *slot = text;
        }
    }

    /// Reads what was typed.
    ///
    /// # Errors
    /// Every field that cannot be read, in the order of the form.
    pub fn read(&self, claim: &Claim, defaults: &DeskDefaults) -> Result<Proposal, Vec<Issue>> {
        let mut reading = Reading { issues: Vec::new() };
        let mut waivers = PerComponent::all(Waiver::Nothing);
        for component in Component::ALL {
            let waiver = read_waiver(self.waiver(component), claim);
            waivers.set(
                component,
                reading.take(OptionField::Waiver(component), waiver, Waiver::Nothing),
            );
        }
        let discount = read_waiver(&self.discount, claim);
        let discount = reading.take(OptionField::Discount, discount, Waiver::Nothing);
        let down_payment = read_down_payment(&self.down_payment, claim);
        let down_payment = reading.take(OptionField::DownPayment, down_payment, Money::ZERO);
        let settlement = match self.kind {
            OptionKind::LumpSum => Settlement::LumpSum,
            OptionKind::Instalments => self.read_instalments(claim, &mut reading),
        };
        let first_due = typed::parse_date_typed(&self.first_due);
        let first_due = reading.take(OptionField::FirstDue, first_due, claim.as_of);
        let rate = typed::parse_rate_typed(&self.rate);
        let rate = reading.take(OptionField::Rate, rate, defaults.plan_rate);
        if !reading.issues.is_empty() {
            return Err(reading.issues);
        }
        let carry = Carry::from_code(&self.carry).unwrap_or_default();
        Ok(Proposal {
            concessions: Concessions { waivers, discount },
            down_payment,
            settlement,
            first_due,
            deferral: DeferralInterest::from_code(&self.deferral)
                .unwrap_or(DeferralInterest::Accrues),
            carry: PerComponent::all(carry).with(Component::Principal, Carry::Spread),
            rate,
            basis: defaults.basis,
            rounding: defaults.rounding,
            relief: Relief::default(),
        })
    }

    fn read_instalments(&self, claim: &Claim, reading: &mut Reading) -> Settlement {
        let size = match self.size {
            SizeKind::Count => {
                let count = typed::parse_count(&self.count, 1..=MOST_ROWS);
                Size::Count(reading.take(OptionField::Count, count, 1))
            }
            SizeKind::Payment => {
                let payment = typed::parse_amount(&self.payment, claim.currency);
                Size::Payment(reading.take(OptionField::Payment, payment, Money::ZERO))
            }
        };
        Settlement::Instalments {
            repayment: plain(&self.method),
            frequency: Frequency::from_code(&self.frequency).unwrap_or(Frequency::MONTHLY),
            size,
            multiple: (self.whole_units && self.size == SizeKind::Count).then(|| whole_unit(claim)),
        }
    }
}

/// What could not be read so far.
struct Reading {
    issues: Vec<Issue>,
}

impl Reading {
    /// The value read, or another one with the problem noted.
    fn take<T>(
        &mut self,
        field: OptionField,
        read: Result<T, impl Into<TypedError>>,
        otherwise: T,
    ) -> T {
        read.unwrap_or_else(|error| {
            let problem = TypedProblem::Unreadable(error.into());
            self.issues.push(Issue {
                field: Some(field),
                problem,
            });
            otherwise
        })
    }
}

impl Issue {
    /// The issue of a proposal that could be read but not laid out, at the field that can mend it.
    #[must_use]
    pub fn unplannable(error: PlanError, draft: &OptionDraft) -> Self {
        let field = match error {
            PlanError::WaiverAboveComponent { component, .. } => {
                Some(OptionField::Waiver(component))
            }
            PlanError::DiscountAboveTotal { .. } => Some(OptionField::Discount),
            PlanError::DownPaymentAboveBalance { .. } => Some(OptionField::DownPayment),
            PlanError::FirstDueBeforeAsOf { .. } => Some(OptionField::FirstDue),
            PlanError::PaymentTooSmall { .. } | PlanError::NeedsEqualInstalments
                if draft.size == SizeKind::Payment =>
            {
                Some(OptionField::Payment)
            }
            PlanError::CountOutOfRange { .. } => Some(OptionField::Count),
            PlanError::NeedsEqualInstalments | PlanError::MultipleShortensPlan { .. } => {
                Some(OptionField::WholeUnits)
            }
            _ => None,
        };
        Self {
            field,
            problem: TypedProblem::Unplannable(error),
        }
    }
}

fn plain(code: &str) -> Repayment {
    [Repayment::EqualPrincipal, Repayment::InterestFirst]
        .into_iter()
        .find(|repayment| repayment.code() == code)
        .unwrap_or(Repayment::EqualInstalment)
}

/// One whole unit of the claim's currency.
fn whole_unit(claim: &Claim) -> Money {
    let minor = 10_i64
        .checked_pow(claim.currency.minor_digits())
        .unwrap_or(1);
    Money::from_minor(minor).unwrap_or(Money::ZERO)
}

fn is_percentage(text: &str) -> bool {
    let text = text.trim();
    text.ends_with('%') || text.ends_with('％')
}

fn read_waiver(text: &str, claim: &Claim) -> Result<Waiver, TypedError> {
    if text.trim().is_empty() {
        Ok(Waiver::Nothing)
    } else if is_percentage(text) {
        Ok(Waiver::Share(typed::parse_percent_typed(text)?))
    } else {
        Ok(Waiver::Amount(typed::parse_amount(text, claim.currency)?))
    }
}

/// A percentage of a down payment is of everything owed today, rounded up to the minor unit, so that a rule
/// that asks for the same percentage is met.
fn read_down_payment(text: &str, claim: &Claim) -> Result<Money, TypedError> {
    if text.trim().is_empty() {
        return Ok(Money::ZERO);
    }
    if !is_percentage(text) {
        return Ok(typed::parse_amount(text, claim.currency)?);
    }
    let share = typed::parse_percent_typed(text)?;
    let owed = claim.components().total().unwrap_or(Money::ZERO);
    Ok(share
        .of(owed, Rounding::AwayFromZero)
        .unwrap_or(Money::ZERO))
}
