//! What a borrower can afford, as typed: presented as it is in Britain and, without its savings, in the United States, or as it is in
//! China. Kept on the device only.

use super::Evaluated;
use crate::engine::claim::Jurisdiction;
use crate::engine::money::{Currency, Money, Share};
use crate::engine::negotiate::{Affordable, Budget, Spending, afford};
use crate::engine::plan::{RowKind, Settlement};
use crate::text::offer_line::pays_alike;
use crate::text::typed::{self, TypedAmountError, TypedError};

/// Half of what is left, where no other share was typed: the share from which HMRC's Time to Pay starts.
pub const USUAL_SHARE_PERCENT: &str = "50";
/// In Britain a tenth of the surplus may be kept for emergencies (the Standard Financial Statement) ...
const BRITISH_SAVINGS_PERCENT: &str = "10";
/// ... and at most so many pounds of it a month.
const BRITISH_SAVINGS_AT_MOST: &str = "20";

/// A field of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetField {
    /// What comes in.
    Income,
    /// What is the same every month; in China everything that a household must spend.
    Fixed,
    /// What is not.
    Flexible,
    /// Debts that come first.
    Priority,
    /// Other repayment plans.
    OtherPlans,
    /// What must stay with the borrower after paying.
    Residual,
    /// The share of what is left that may be asked for.
    Share,
}

impl BudgetField {
    /// The fields of a budget as a place presents it, in order.
    #[must_use]
    pub const fn of(place: Jurisdiction) -> &'static [Self] {
        match place {
            Jurisdiction::Britain | Jurisdiction::UnitedStates => &[
                Self::Income,
                Self::Fixed,
                Self::Flexible,
                Self::Priority,
                Self::OtherPlans,
                Self::Share,
            ],
            Jurisdiction::China => &[
                Self::Income,
                Self::Fixed,
                Self::OtherPlans,
                Self::Residual,
                Self::Share,
            ],
        }
    }
}

/// How many fields there are in all.
pub(super) const BUDGET_FIELDS: usize = 7;

/// A month as typed: a text for each field, in the order of [`BudgetField`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BudgetDraft {
    pub(super) texts: [String; BUDGET_FIELDS],
}

/// What a budget comes to: nothing while no income is typed, or every field that cannot be read.
pub type Budgeted = Result<Option<Affordable>, Vec<(BudgetField, TypedError)>>;

impl BudgetDraft {
    /// What was typed into a field.
    #[must_use]
    pub fn text(&self, field: BudgetField) -> &str {
        self.texts.get(field as usize).map_or("", String::as_str)
    }

    /// Replaces what was typed into a field.
    pub fn set(&mut self, field: BudgetField, text: String) {
        if let Some(slot) = self.texts.get_mut(field as usize) {
            *slot = text;
        }
    }

    /// Whether nothing is typed in any field.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.texts.iter().all(String::is_empty)
    }

    /// What the month leaves for this debt. Only the fields that the place presents are read.
    ///
    /// # Errors
    /// Every field that cannot be read, in the order of the form.
    pub fn work_out(&self, place: Jurisdiction, currency: Currency) -> Budgeted {
        let mut issues = Vec::new();
        let mut amount = |field: BudgetField| {
            let text = self.text(field);
            if text.trim().is_empty() || !BudgetField::of(place).contains(&field) {
                return Money::ZERO;
            }
            typed::parse_amount(text, currency).unwrap_or_else(|error| {
                issues.push((field, error.into()));
                Money::ZERO
            })
        };
        let income = amount(BudgetField::Income);
        let spending = Spending {
            fixed: amount(BudgetField::Fixed),
            flexible: amount(BudgetField::Flexible),
            priority: amount(BudgetField::Priority),
            other_plans: amount(BudgetField::OtherPlans),
        };
        let residual_at_least = amount(BudgetField::Residual);
        let offer_share = match self.text(BudgetField::Share).trim() {
            "" => known_share(USUAL_SHARE_PERCENT),
            text => typed::parse_percent_typed(text).unwrap_or_else(|error| {
                issues.push((BudgetField::Share, error.into()));
                Share::ZERO
            }),
        };
        if !issues.is_empty() {
            return Err(issues);
        }
        if self.text(BudgetField::Income).trim().is_empty() {
            return Ok(None);
        }
        let (savings_share, savings_at_most) = match place {
            Jurisdiction::Britain => (
                known_share(BRITISH_SAVINGS_PERCENT),
                Money::parse(BRITISH_SAVINGS_AT_MOST, currency).unwrap_or(Money::ZERO),
            ),
            Jurisdiction::China | Jurisdiction::UnitedStates => (Share::ZERO, Money::ZERO),
        };
        let budget = Budget {
            income,
            spending,
            savings_share,
            savings_at_most,
            offer_share,
            residual_at_least,
        };
        let too_large = |_| vec![(BudgetField::Income, TypedAmountError::TooLarge.into())];
        afford(&budget).map(Some).map_err(too_large)
    }
}

fn known_share(percent: &str) -> Share {
    Share::parse_percent(percent).unwrap_or(Share::ZERO)
}

/// A payment that a budget does not bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AboveBudget {
    /// The largest that an option asks.
    pub asked: Money,
    /// The most that the budget leaves each time.
    pub at_most: Money,
}

/// By what an option asks for more each time than a budget leaves; `None` where it does not, and for options that are
/// not paid step by step.
#[must_use]
pub fn above_budget(option: &Evaluated, affordable: &Affordable) -> Option<AboveBudget> {
    let Settlement::Instalments { frequency, .. } = &option.proposal.settlement else {
        return None;
    };
    let at_most = affordable.each(*frequency).ok()?;
    let asked = largest_payment(option)?;
    (asked > at_most).then_some(AboveBudget { asked, at_most })
}

/// The payment that a borrower must be able to bear: of equal ones the usual one, not a remainder of some cents.
fn largest_payment(option: &Evaluated) -> Option<Money> {
    if pays_alike(&option.proposal) {
        return option.worked.totals.instalment;
    }
    let rows = option.worked.plan.rows.iter();
    let payments = rows.filter(|row| row.kind == RowKind::Instalment);
    payments.filter_map(|row| row.paid.total().ok()).max()
}
