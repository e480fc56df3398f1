//! What the person has typed and what it comes to, without a browser.
//!
//! ```text
//! Draft { case: CaseDraft, options: [OptionDraft], ... }   kept as typed, saved as JSON
//! Draft -> open_case -> OpenCase -> evaluate -> Evaluated { proposal, worked, verdict }
//! OpenCase -> look -> Found -> OptionDraft                 what would pass or comes next, typed into the option's fields
//! OpenCase -> fits -> Fits                                 what each term must be for the borrower's number
//! Said, History                                            what was said, and steps back and forward
//! signing                                                  offers to be signed, approved and answered
//! certified, faults                                        whose keys can sign; which page tells what does not stand
//! payments                                                 the borrower's own note of payments made
//! BudgetDraft -> Affordable                                what the borrower can bear; never leaves the device
//! ```

mod applied;
mod budget;
mod case_form;
mod draft;
mod draft_text;
mod evaluation;
mod fits;
mod given;
mod history;
mod offer_log;
mod option_draft;
mod option_issue;
mod option_ways;
mod talk;
pub mod certified;
pub mod faults;
pub mod payments;
pub mod rules;
pub mod signing;

pub use budget::{
    AboveBudget, BudgetDraft, BudgetField, Budgeted, USUAL_SHARE_PERCENT, above_budget,
};
pub use case_form::{CaseForm, FORM_FIELDS, FormField};
pub use draft::{CaseDraft, Draft, MOST_OPTIONS};
pub use evaluation::{Basis, Evaluated, OpenCase, OpenError, Refusal, evaluate, open_case};
pub use fits::{Fit, Fits, Fitting, Unfitting};
pub use given::{GivenError, given_case, given_draft};
pub use history::{History, MOST_STEPS};
pub use offer_log::{MOST_REMARK, MOST_SAID, Said, Side};
pub use option_draft::{OptionDraft, OptionKind, SizeKind};
pub use option_issue::{Issue, OptionField, TypedProblem};
pub use option_ways::WAYS;
pub use talk::{Asked, Found, Standing};
