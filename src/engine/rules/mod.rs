//! What a lender and the law allow: dated, cited rule packs and the verdict of every rule.
//!
//! ```text
//! Pack = Rules + duties + desk defaults one JSON file, read strictly
//! Rule = Limit + severity + when it applies + source
//! Duty = topic + words + source         what binds whoever collects and limits no option
//! check(packs, Situation, proposal, plan) -> Verdict { decision, a Finding per rule }
//! lint(pack, packs above) -> what is wrong with a pack before anything is judged by it
//! diff(before, after)     -> what changed, and which verdicts of a book change with it
//! ```
//!
//! Every pack's rules must all hold, so that a pack beside the statutory one can only tighten.

mod amounts;
mod applies_reading;
mod bearing;
mod check;
mod cost;
mod debts;
mod diff;
mod diff_book;
mod duty;
mod duty_reading;
mod facts;
mod finding;
mod frequency_list;
mod growth;
mod horizon;
mod ladder;
mod ladder_reading;
pub mod library;
mod limit;
mod limit_kind;
mod limit_reading;
mod lint;
mod pack;
mod pack_reading;
mod reach;
mod rule;
mod segment;
mod situation;
mod skips;
mod standing;
mod strategy;
mod tightness;
mod time_limit;
mod timing;

pub use check::{check, check_in_passing, statutory_ceiling, under_the_law};
pub use debts::{Axis, Band, Choice, End};
pub use diff::{Effect, HeadPart, PackDiff, RuleChange, RulePart, diff};
pub use diff_book::{BookDiff, Shift, VerdictChange, diff_of_book};
pub use duty::{Duty, DutyTopic, DutyWords};
pub use finding::{Decision, Finding, Outcome, Quantity, Unfit, Verdict, Why};
pub use frequency_list::FrequencyList;
pub use horizon::recovery_horizon;
pub use ladder::{Ask, Expectations, Give, Ladder, LadderStep, RELIEF_ORDER, Reveal};
pub use library::{PACK_IDS, house_pack, pack_by_id, packs_for, statutory_pack};
pub use limit::Limit;
pub use limit_kind::LimitKind;
pub use lint::{DeskDefault, Flaw, LintFinding, LintSeverity, fit_to_judge, lint};
pub use pack::{DeskDefaults, Pack, PackName};
pub use pack_reading::{PACK_FORMAT, read_pack};
pub use rule::{
    Applicability, BalanceBand, DateRange, DaysPastDue, Layer, Role, Rule, Severity, Visibility,
};
pub use segment::Segment;
pub use situation::{OfferTerms, Situation};
pub use strategy::Strategy;
pub use tightness::{Edge, Measure, Side, edges, family, looseness};
pub use time_limit::time_limit_passed;
