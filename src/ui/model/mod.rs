//! What the person has typed and what it comes to, without a browser.
//!
//! ```text
//! Draft { case: CaseDraft, options: [OptionDraft], ... }   kept as typed, saved as JSON
//! Draft -> open_case -> OpenCase -> evaluate -> Evaluated { proposal, worked, verdict }
//! ```

mod case_form;
mod draft;
mod draft_text;
mod evaluation;
mod given;
mod option_draft;
mod option_issue;
mod option_ways;
pub mod rules;

pub use case_form::{CaseForm, FORM_FIELDS, FormField};
pub use draft::{CaseDraft, Draft, MOST_OPTIONS};
pub use evaluation::{Basis, Evaluated, OpenCase, OpenError, Refusal, evaluate, open_case};
pub use given::{GivenError, given_case, given_draft};
pub use option_draft::{OptionDraft, OptionKind, SizeKind};
pub use option_issue::{Issue, OptionField, TypedProblem};
pub use option_ways::WAYS;
