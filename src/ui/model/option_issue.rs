//! What stands in the way of an option, and at which field.

use super::{OptionDraft, OptionKind, SizeKind};
use crate::engine::claim::Component;
use crate::engine::plan::PlanError;
use crate::text::typed::TypedError;

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
    Balloon,
    Step,
    StepEvery,
    Minimum,
    MinimumRows,
    Dated,
    Milestones,
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

impl Issue {
    /// The issue of a proposal that could be read but not laid out, at the field that can mend it.
    #[must_use]
    pub fn unplannable(error: PlanError, draft: &OptionDraft) -> Self {
        let field = if draft.kind == OptionKind::OnDates {
            of_days(&error)
        } else {
            None
        };
        let field = field.or_else(|| of_terms(&error, draft));
        Self {
            field,
            problem: TypedProblem::Unplannable(error),
        }
    }
}

/// Where payments on agreed days are listed, what is wrong with a day or an amount is mended there.
const fn of_days(error: &PlanError) -> Option<OptionField> {
    match error {
        PlanError::FirstDueBeforeAsOf { .. }
        | PlanError::CountOutOfRange { .. }
        | PlanError::PaymentNotPositive { .. }
        | PlanError::PaymentsDoNotAddUp { .. }
        | PlanError::FirstBelowArrears { .. }
        | PlanError::DaysOutOfOrder { .. }
        | PlanError::Date(_) => Some(OptionField::Dated),
        _ => None,
    }
}

fn of_terms(error: &PlanError, draft: &OptionDraft) -> Option<OptionField> {
    let smaller_first = draft.has_smaller_first();
    let field = match error {
        PlanError::WaiverAboveComponent { component, .. } => OptionField::Waiver(*component),
        PlanError::DiscountAboveTotal { .. } => OptionField::Discount,
        PlanError::DownPaymentAboveBalance { .. } => OptionField::DownPayment,
        PlanError::FirstDueBeforeAsOf { .. } | PlanError::DaysOutOfOrder { .. } => {
            OptionField::FirstDue
        }
        PlanError::PaymentTooSmall { .. } | PlanError::NeedsEqualInstalments
            if draft.governing() == SizeKind::Payment =>
        {
            OptionField::Payment
        }
        PlanError::CountOutOfRange { .. } => OptionField::Count,
        PlanError::NeedsEqualInstalments | PlanError::MultipleShortensPlan { .. } => {
            OptionField::WholeUnits
        }
        PlanError::BalloonAbovePrincipal { .. } => OptionField::Balloon,
        PlanError::RowsOutOfRange { .. } if smaller_first => OptionField::MinimumRows,
        PlanError::RowsOutOfRange { .. } => OptionField::StepEvery,
        PlanError::RowBelowInterest { .. }
        | PlanError::PaymentNotPositive { .. }
        | PlanError::SettledEarly { .. }
            if smaller_first =>
        {
            OptionField::Minimum
        }
        PlanError::StepOutOfRange | PlanError::RowBelowInterest { .. } => OptionField::Step,
        _ => return None,
    };
    Some(field)
}
