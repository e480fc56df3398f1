//! The plan that fits: what an unknown term comes to, and the nearest options that a refused one can become.
//!
//! ```text
//! Question = rule packs + Situation                      judge(proposal) -> Judged
//! solve(Question, proposal, Unknown, payment)            the last term, from all the others
//! repair(Question, proposal, authority)                  one term changed, then two, nearest first
//! afford(Budget)                                         what a borrower can pay
//! ```
//!
//! Every answer is laid out and judged again before it is given: none is believed because a formula says so.

mod afford;
mod boundary;
mod held;
mod mends;
mod question;
mod repair;
mod search;
mod solve;
mod term;

pub use afford::{Affordable, Budget, Spending, afford};
pub use question::{Judged, Question};
pub use repair::{Change, Repair, Repairs, repair};
pub use solve::{Solution, Solved, Unknown, Unsolved, solve};
pub use term::{Term, TermValue};
