//! What was said on the call: each offer with its time, who made it, and what was answered.

use super::{Draft, OptionDraft};
use crate::text::offer_line::OfferLine;

/// The most lines that are kept; beyond them the oldest goes.
pub const MOST_SAID: usize = 60;
/// The most characters of a remark: a word or two, not a record of the call.
pub const MOST_REMARK: usize = 80;

/// Who said it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The borrower.
    Borrower,
    /// The creditor's side.
    Us,
}

/// One offer, as it was said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The time of day on the device, such as `14:32`.
    pub at: String,
    /// Who said it.
    pub by: Side,
    /// The option as it was typed then.
    pub option: OptionDraft,
    /// What it came to then: a later change of the case does not change what was said.
    pub line: OfferLine,
    /// The place of the step of the ladder that it is, where it is one.
    pub step: Option<u32>,
    /// What was answered, such as "too much"; mostly empty.
    pub remark: String,
}

impl Draft {
    /// Adds a line to the log.
    pub fn note(&mut self, said: Said) {
        self.log.push(said);
        self.keep_newest();
    }

    /// Keeps the log within its limit.
    pub(super) fn keep_newest(&mut self) {
        let above = self.log.len().saturating_sub(MOST_SAID);
        self.log.drain(..above);
    }

    /// Replaces the remark of a line, cut to what a remark may hold.
    pub fn remark(&mut self, line: usize, text: &str) {
        if let Some(said) = self.log.get_mut(line) {
            said.remark = text.chars().take(MOST_REMARK).collect();
        }
    }

    /// Takes a line out of the log.
    pub fn take_back(&mut self, line: usize) {
        if line < self.log.len() {
            self.log.remove(line);
        }
    }

    /// Puts the option of a line in place of the selected one.
    pub fn put_on_desk(&mut self, line: usize) {
        let selected = self.options.get_mut(self.selected);
        if let (Some(selected), Some(said)) = (selected, self.log.get(line)) {
            selected.clone_from(&said.option);
        }
    }

    /// An option as a further column, which leaves the selected one selected; nothing if there are four.
    pub fn put_beside(&mut self, option: OptionDraft) {
        if self.has_room() {
            self.options.push(option);
        }
    }
}
