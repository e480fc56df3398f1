//! The plan that fits: what an unknown term comes to, and the nearest options that a refused one can become.
//!
//! ```text
//! Question = rule packs + Situation                      judge(proposal) -> Judged
//! solve(Question, proposal, Unknown, payment)            the last term, from all the others
//! repair(Question, proposal, authority)                  one term changed, then two, nearest first
//! afford(Budget)                                         what a borrower can pay
//! compare(Question, proposals, Prospects)                the same axes for both sides, and what no other beats
//! ladder(Question, proposal, Footing)                    what to give next, what to ask for it, what it costs
//! ```
//!
//! Every answer is laid out and judged again before it is given: none is believed because a formula says so.

mod afford;
mod boundary;
mod compare;
mod held;
mod ladder;
mod ladder_derived;
mod ladder_step;
mod mends;
mod question;
mod reach;
mod repair;
mod search;
mod solve;
mod standoff;
mod term;
mod worth;

pub use afford::{Affordable, Budget, Spending, afford};
pub use compare::{Axes, Compared, compare};
pub use ladder::{Footing, LadderNote, LadderRung, LadderView, StepCost, ladder};
pub use question::{Judged, Question};
pub use repair::{Change, Repair, Repairs, repair};
pub use solve::{Solution, Solved, Unknown, Unsolved, solve};
pub use standoff::Nearest;
pub use term::{Term, TermValue};
pub use worth::{Prospects, Worth, worth};
