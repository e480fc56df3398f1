//! The command line as a script meets it: documents in, answers and exit statuses out.

#[path = "command_line/days.rs"]
mod days;
#[path = "command_line/documents.rs"]
mod documents;
#[path = "command_line/plan.rs"]
mod plan;
#[path = "command_line/program.rs"]
mod program;
#[path = "command_line/rate.rs"]
mod rate;
#[path = "command_line/rate_faults.rs"]
mod rate_faults;
#[path = "command_line/roll.rs"]
mod roll;
#[path = "command_line/second.rs"]
mod second;
