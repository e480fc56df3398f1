//! The command line as a script meets it: documents in, answers and exit statuses out.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test speaks by failing, in what it calls too"
)]

#[path = "command_line/accrue.rs"]
mod accrue;
#[path = "command_line/accrue_faults.rs"]
mod accrue_faults;
#[path = "command_line/allocate.rs"]
mod allocate;
#[path = "command_line/allocate_faults.rs"]
mod allocate_faults;
#[path = "command_line/trust/countersigning.rs"]
mod countersigning;
#[path = "command_line/days.rs"]
mod days;
#[path = "command_line/documents.rs"]
mod documents;
#[path = "command_line/files.rs"]
mod files;
#[path = "command_line/trust/inspecting.rs"]
mod inspecting;
#[path = "command_line/trust/keys.rs"]
mod keys;
#[path = "command_line/ladder.rs"]
mod ladder;
#[path = "command_line/trust/lender.rs"]
mod lender;
#[path = "command_line/negotiation.rs"]
mod negotiation;
#[path = "command_line/paper.rs"]
mod paper;
#[path = "command_line/plan.rs"]
mod plan;
#[path = "command_line/program.rs"]
mod program;
#[path = "command_line/trust/protecting.rs"]
mod protecting;
#[path = "command_line/published.rs"]
mod published;
#[path = "command_line/rate.rs"]
mod rate;
#[path = "command_line/rate_faults.rs"]
mod rate_faults;
#[path = "command_line/roll.rs"]
mod roll;
#[path = "command_line/roll_faults.rs"]
mod roll_faults;
#[path = "command_line/rule_packs.rs"]
mod rule_packs;
#[path = "command_line/schedule.rs"]
mod schedule;
#[path = "command_line/schedule_faults.rs"]
mod schedule_faults;
#[path = "command_line/trust/sealed_limits.rs"]
mod sealed_limits;
#[path = "command_line/second.rs"]
mod second;
#[path = "command_line/trust/signing.rs"]
mod signing;
#[path = "command_line/trust/signing_faults.rs"]
mod signing_faults;
#[path = "command_line/value.rs"]
mod value;
#[path = "command_line/trust/verifying.rs"]
mod verifying;
