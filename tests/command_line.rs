//! The command line as a script meets it: documents in, answers and exit statuses out.

#[path = "command_line/accrue.rs"]
mod accrue;
#[path = "command_line/allocate.rs"]
mod allocate;
#[path = "command_line/documents.rs"]
mod documents;
#[path = "command_line/plan.rs"]
mod plan;
#[path = "command_line/program.rs"]
mod program;
#[path = "command_line/published.rs"]
mod published;
#[path = "command_line/second.rs"]
mod second;
