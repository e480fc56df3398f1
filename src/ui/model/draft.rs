//! Everything typed at the desk, as it is kept on the device.

use super::rules::{OwnPackFault, read_own_pack};
use super::{Basis, BudgetDraft, CaseForm, OptionDraft, Said, draft_text};
use crate::engine::rules::Pack;

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
    /// The file of the lender's own rule pack, as it came. It stays on this device: no link holds it.
    pub own_pack: Option<String>,
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

    /// What the open case follows from, and nothing else: while that stays the same, so does the case.
    #[must_use]
    pub fn of_case(&self) -> Self {
        Self {
            case: self.case.clone(),
            basis: self.basis,
            pack: self.pack.clone(),
            own_pack: self.own_pack.clone(),
            ..Self::default()
        }
    }

    /// The lender's own pack, if there is one that can judge.
    #[must_use]
    pub fn read_own_pack(&self) -> Option<Pack> {
        read_own_pack(self.own_pack.as_deref()?).ok()
    }

    /// Takes a lender's own pack, which judges from now on.
    ///
    /// # Errors
    /// [`OwnPackFault`] if it cannot judge; then the pack that stood does.
    pub fn take_own_pack(&mut self, text: String) -> Result<Pack, OwnPackFault> {
        let pack = read_own_pack(&text)?;
        self.pack = Some(pack.id.clone());
        self.own_pack = Some(text);
        Ok(pack)
    }

    /// Whether the lender's own pack was chosen to judge.
    #[must_use]
    pub fn own_pack_chosen(&self) -> bool {
        let chosen = self.pack.as_ref();
        chosen.is_some() && self.read_own_pack().map(|own| own.id).as_ref() == chosen
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

    /// The draft as text for a host page that keeps it: without the budget and the
    /// lender's own pack, which never leave the device.
    #[must_use]
    pub fn to_text(&self) -> String {
        draft_text::write(self)
    }

    /// The draft as text for the device's own storage, whole.
    #[must_use]
    pub fn to_device_text(&self) -> String {
        draft_text::write_for_device(self)
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
