//! Everything typed at the desk, as it is kept on the device.

use super::{Basis, BudgetDraft, CaseForm, OptionDraft, Said, draft_text};

/// The most options that stand side by side.
pub const MOST_OPTIONS: usize = 4;

/// Where the case comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum CaseDraft {
    /// No case yet.
    #[default]
    Empty,
    /// A case file's text, pasted, dropped or opened from the samples, as it came.
    File(String),
    /// A form being filled in.
    Form(Box<CaseForm>),
}

/// Everything typed at the desk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    /// The case.
    pub case: CaseDraft,
    /// Which balances count: as stated by the lender or as recomputed.
    pub basis: Basis,
    /// Id of the house rule pack, where another one than the case's own was chosen.
    pub pack: Option<String>,
    /// One to four options.
    pub options: Vec<OptionDraft>,
    /// Which option is shown in detail.
    pub selected: usize,
    /// What was said on the call, in its order.
    pub log: Vec<Said>,
    /// What the borrower can afford. It stays on this device.
    pub budget: BudgetDraft,
}

impl Draft {
    /// The selected option.
    #[must_use]
    pub fn selected_option(&self) -> Option<&OptionDraft> {
        self.options.get(self.selected)
    }

    /// Whether another option can stand beside those that do.
    #[must_use]
    pub const fn has_room(&self) -> bool {
        self.options.len() < MOST_OPTIONS
    }

    /// A copy of the selected option as a further one; nothing if there are four.
    pub fn add_option(&mut self, starting: &OptionDraft) {
        if self.has_room() {
            let option = self.selected_option().unwrap_or(starting).clone();
            self.options.push(option);
            self.selected = self.options.len().saturating_sub(1);
        }
    }

    /// Removes an option; the last one stays.
    pub fn remove_option(&mut self, place: usize) {
        if self.options.len() > 1 && place < self.options.len() {
            self.options.remove(place);
            if self.selected >= place {
                self.selected = self.selected.saturating_sub(1);
            }
        }
    }

    /// The draft as text for a host page that keeps it: without the budget, which never leaves the device.
    #[must_use]
    pub fn to_text(&self) -> String {
        draft_text::write(self)
    }

    /// The draft as text for the device's own storage, whole.
    #[must_use]
    pub fn to_device_text(&self) -> String {
        draft_text::write_with_budget(self)
    }

    /// A draft from either text, or from one that an older version kept; `None` if it is none.
    #[must_use]
    pub fn from_text(text: &str) -> Option<Self> {
        let mut draft = draft_text::read(text)?;
        draft.options.truncate(MOST_OPTIONS);
        draft.keep_newest();
        draft.selected = draft.selected.min(draft.options.len().saturating_sub(1));
        Some(draft)
    }
}
