//! How an option is paid, and what becomes of what is given up: typed texts as terms of a proposal.

use super::option_draft::Reading;
use super::{OptionDraft, OptionField, OptionKind, SizeKind};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::Claim;
use crate::engine::money::Money;
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{
    FlatPrincipal, Relief, Repayment, Settlement, Size, Step, Vesting, VestingKind, WhileKept,
};
use crate::text::typed::{self, TypedPayments};

/// Codes of the ways to repay that can be chosen for instalments. Everything with the last payment is a lump sum, and
/// an amount for each payment is a list of agreed days.
pub const WAYS: [&str; 8] = [
    "equal-instalment",
    "equal-principal",
    "interest-first",
    "balloon",
    "stepped",
    "flat",
    "interest-last",
    "minimum-first",
];

impl OptionDraft {
    /// How it is paid, and the day of the first payment.
    pub(super) fn read_settlement(
        &self,
        claim: &Claim,
        reading: &mut Reading,
    ) -> (Settlement, Date) {
        if self.kind == OptionKind::OnDates {
            let read = typed::parse_payments(&self.dated, claim.currency, claim.as_of);
            let read = reading.take(OptionField::Dated, read, TypedPayments::default());
            let first_due = read.first_due().unwrap_or(claim.as_of);
            let TypedPayments { payments, rest_on } = read;
            return (Settlement::OnDates { payments, rest_on }, first_due);
        }
        let settlement = match self.kind {
            OptionKind::Instalments => self.read_instalments(claim, reading),
            OptionKind::LumpSum | OptionKind::OnDates => Settlement::LumpSum,
        };
        let first_due = typed::parse_date_typed(&self.first_due);
        let first_due = reading.take(OptionField::FirstDue, first_due, claim.as_of);
        (settlement, first_due)
    }

    fn read_instalments(&self, claim: &Claim, reading: &mut Reading) -> Settlement {
        let governing = self.governing();
        let size = match governing {
            SizeKind::Count => {
                let count = typed::parse_count(&self.count, 1..=MOST_ROWS);
                Size::Count(reading.take(OptionField::Count, count, 1))
            }
            SizeKind::Payment => {
                let payment = typed::parse_amount(&self.payment, claim.currency);
                Size::Payment(reading.take(OptionField::Payment, payment, Money::ZERO))
            }
        };
        let whole_units = self.whole_units && governing == SizeKind::Count;
        Settlement::Instalments {
            repayment: self.read_way(claim, reading),
            frequency: Frequency::from_code(&self.frequency).unwrap_or(Frequency::MONTHLY),
            size,
            multiple: whole_units.then(|| whole_unit(claim)),
        }
    }

    /// The way to repay, of which only its own fields are read; equal instalments for a code that is not offered.
    fn read_way(&self, claim: &Claim, reading: &mut Reading) -> Repayment {
        let amount = |text: &str| typed::parse_amount(text, claim.currency);
        let rows = |text: &str| typed::parse_count(text, 1..=MOST_ROWS);
        match self.method.as_str() {
            "equal-principal" => Repayment::EqualPrincipal,
            "interest-first" => Repayment::InterestFirst,
            "interest-last" => Repayment::InterestLast,
            "balloon" => {
                let balloon = amount(&self.balloon);
                Repayment::Balloon(reading.take(OptionField::Balloon, balloon, Money::ZERO))
            }
            "stepped" => {
                let step = typed::parse_step(&self.step, claim.currency);
                Repayment::Stepped {
                    step: reading.take(OptionField::Step, step, Step::Plus(Money::ZERO)),
                    every: reading.take(OptionField::StepEvery, rows(&self.step_every), 1),
                }
            }
            "flat" => {
                let principal = FlatPrincipal::from_code(&self.flat);
                Repayment::Flat(principal.unwrap_or(FlatPrincipal::EqualParts))
            }
            "minimum-first" => {
                let minimum = amount(&self.minimum);
                Repayment::MinimumFirst {
                    minimum: reading.take(OptionField::Minimum, minimum, Money::ZERO),
                    rows: reading.take(OptionField::MinimumRows, rows(&self.minimum_rows), 1),
                }
            }
            _ => Repayment::EqualInstalment,
        }
    }

    pub(super) fn read_relief(&self, reading: &mut Reading) -> Relief {
        let vesting = match self.vesting_kind() {
            VestingKind::OnCompletion => Vesting::OnCompletion,
            VestingKind::ProRata => Vesting::ProRata,
            VestingKind::AtOnce => Vesting::AtOnce,
            VestingKind::Milestones => {
                let read = typed::parse_milestones(&self.milestones);
                let read = read.map(Vesting::Milestones);
                reading.take(OptionField::Milestones, read, Vesting::OnCompletion)
            }
        };
        Relief {
            while_kept: self.treatment(),
            vesting,
        }
    }

    /// When what is given up takes effect; the usual for a code that is none.
    #[must_use]
    pub fn vesting_kind(&self) -> VestingKind {
        VestingKind::from_code(&self.vesting).unwrap_or(VestingKind::OnCompletion)
    }

    /// What the time of the plan costs if it breaks; the usual for a code that is none.
    #[must_use]
    pub fn treatment(&self) -> WhileKept {
        WhileKept::from_code(&self.while_kept).unwrap_or_default()
    }
}

/// One whole unit of the claim's currency.
fn whole_unit(claim: &Claim) -> Money {
    let minor = 10_i64
        .checked_pow(claim.currency.minor_digits())
        .unwrap_or(1);
    Money::from_minor(minor).unwrap_or(Money::ZERO)
}
