//! One option as typed: every field keeps its text, whether it can be read or not.

use super::{Issue, OptionField, TypedProblem};
use crate::engine::calendar::{Frequency, format_date};
use crate::engine::claim::{Claim, Component, PerComponent};
use crate::engine::money::{Money, Rounding};
use crate::engine::plan::{
    Carry, Concessions, DeferralInterest, FlatPrincipal, Proposal, Repayment, VestingKind, Waiver,
    WhileKept,
};
use crate::engine::rules::DeskDefaults;
use crate::text::typed::{self, TypedError};

/// Code of [`Repayment::MinimumFirst`].
const MINIMUM_FIRST: &str = "minimum-first";

/// Whether an option is paid in instalments or in one sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OptionKind {
    #[default]
    Instalments,
    LumpSum,
    /// Amounts agreed for certain days.
    OnDates,
}

/// Whether the count or the amount of the instalments is given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SizeKind {
    #[default]
    Count,
    Payment,
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
    /// An amount, due beside the last instalment.
    pub balloon: String,
    /// A percentage or an amount by which payments rise, or fall where it is below zero.
    pub step: String,
    /// So many payments stand on one step.
    pub step_every: String,
    /// Code of a [`FlatPrincipal`](crate::engine::plan::FlatPrincipal).
    pub flat: String,
    /// The amount of the smaller payments at first.
    pub minimum: String,
    /// How many payments are smaller.
    pub minimum_rows: String,
    /// Payments on agreed days, one to a line.
    pub dated: String,
    /// Code of a [`WhileKept`].
    pub while_kept: String,
    /// Code of a [`VestingKind`].
    pub vesting: String,
    /// How much of the waiver takes effect after how many payments.
    pub milestones: String,
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
            ..Self::with_usual_terms()
        }
    }

    /// No text but where one is needed before anybody thinks of it: what a draft kept before there were such terms has.
    #[must_use]
    pub(super) fn with_usual_terms() -> Self {
        Self {
            step_every: "6".to_owned(),
            flat: FlatPrincipal::EqualParts.code().to_owned(),
            minimum_rows: "3".to_owned(),
            while_kept: WhileKept::default().code().to_owned(),
            vesting: VestingKind::OnCompletion.code().to_owned(),
            ..Self::default()
        }
    }

    /// Whether the first payments are smaller. What is then typed as an amount each time is theirs.
    #[must_use]
    pub fn has_smaller_first(&self) -> bool {
        self.method == MINIMUM_FIRST
    }

    /// Whether the count or the amount of the instalments is given. Smaller payments at first need a count.
    #[must_use]
    pub fn governing(&self) -> SizeKind {
        if self.has_smaller_first() {
            SizeKind::Count
        } else {
            self.size
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
        let (settlement, first_due) = self.read_settlement(claim, &mut reading);
        let rate = typed::parse_rate_typed(&self.rate);
        let rate = reading.take(OptionField::Rate, rate, defaults.plan_rate);
        let relief = self.read_relief(&mut reading);
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
            relief,
        })
    }
}

/// What could not be read so far.
pub(super) struct Reading {
    issues: Vec<Issue>,
}

impl Reading {
    /// The value read, or another one with the problem noted.
    pub(super) fn take<T>(
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
        let amount = typed::parse_amount(text, claim.currency)?;
        Ok(if amount.is_zero() {
            Waiver::Nothing
        } else {
            Waiver::Amount(amount)
        })
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
