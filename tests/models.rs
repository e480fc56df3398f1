//! What is typed and what it comes to, without a browser.

#[path = "models/budgets.rs"]
mod budgets;
#[path = "models/drafts.rs"]
mod drafts;
#[path = "models/fits.rs"]
mod fits;
#[path = "models/forms.rs"]
mod forms;
#[path = "models/hands.rs"]
mod hands;
#[path = "models/options.rs"]
mod options;
#[path = "models/payments.rs"]
mod payments;
#[path = "models/repaired.rs"]
mod repaired;
#[path = "models/said.rs"]
mod said;
#[path = "models/signing.rs"]
mod signing;
#[path = "models/steps.rs"]
mod steps;
#[path = "models/rules.rs"]
mod rules;
#[path = "models/ways.rs"]
mod ways;
mod typed_plans;
