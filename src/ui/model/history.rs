//! Steps back and forward over the options and the offer log of one case.

use super::{CaseDraft, Draft, OptionDraft, Said};

/// The most steps back that are kept.
pub const MOST_STEPS: usize = 100;

/// What a step brings back. Which option is selected comes with it, but choosing another one is no step.
#[derive(Clone, Debug, Default)]
struct Stand {
    options: Vec<OptionDraft>,
    log: Vec<Said>,
    selected: usize,
}

impl Stand {
    fn of(draft: &Draft) -> Self {
        Self {
            options: draft.options.clone(),
            log: draft.log.clone(),
            selected: draft.selected,
        }
    }

    fn is(&self, draft: &Draft) -> bool {
        self.options == draft.options && self.log == draft.log
    }

    fn put_into(&self, draft: &mut Draft) {
        draft.options.clone_from(&self.options);
        draft.log.clone_from(&self.log);
        draft.selected = self.selected;
    }
}

/// The steps of a case. What is typed becomes a step when it settles: a pause, a button, or a step back.
#[derive(Clone, Debug, Default)]
pub struct History {
    case: CaseDraft,
    past: Vec<Stand>,
    present: Stand,
    future: Vec<Stand>,
}

impl History {
    /// Makes a step of what has changed since the last one, if anything. Another case begins anew.
    pub fn settle(&mut self, draft: &Draft) {
        if self.present.is(draft) && self.case == draft.case {
            self.present.selected = draft.selected;
            return;
        }
        // A case that has just been opened has no options for a moment: nobody wants to go back to that.
        if self.case != draft.case || self.present.options.is_empty() {
            *self = Self {
                case: draft.case.clone(),
                present: Stand::of(draft),
                ..Self::default()
            };
            return;
        }
        let before = std::mem::replace(&mut self.present, Stand::of(draft));
        self.past.push(before);
        let above = self.past.len().saturating_sub(MOST_STEPS);
        self.past.drain(..above);
        self.future.clear();
    }

    /// Brings back what stood before the last step; nothing if there was none.
    pub fn back(&mut self, draft: &mut Draft) {
        self.settle(draft);
        if let Some(before) = self.past.pop() {
            let undone = std::mem::replace(&mut self.present, before);
            self.future.push(undone);
            self.present.put_into(draft);
        }
    }

    /// Brings back what the last step back took away; nothing if there was none, or if something changed since.
    pub fn forward(&mut self, draft: &mut Draft) {
        self.settle(draft);
        if let Some(after) = self.future.pop() {
            let before = std::mem::replace(&mut self.present, after);
            self.past.push(before);
            self.present.put_into(draft);
        }
    }

    /// Whether there is a step back from a draft, settled or not.
    #[must_use]
    pub fn has_back(&self, draft: &Draft) -> bool {
        let unsettled = !self.present.options.is_empty() && !self.present.is(draft);
        self.case == draft.case && (unsettled || !self.past.is_empty())
    }

    /// Whether there is a step forward from a draft.
    #[must_use]
    pub fn has_forward(&self, draft: &Draft) -> bool {
        self.case == draft.case && self.present.is(draft) && !self.future.is_empty()
    }
}
