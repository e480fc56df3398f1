//! The sample book: every sample case with a few options that lenders are often asked for.

use crate::engine::calendar::{add_days, format_date};
use crate::engine::claim::{Claim, Component};
use crate::engine::rules::DeskDefaults;
use crate::ui::model::{OptionDraft, OptionKind};

/// An option that lenders are often asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SampleOption {
    /// Twelve monthly payments, nothing given up.
    Year,
    /// Thirty-six of them.
    ThreeYears,
    /// A fifth at once, the rest in twenty-four months, and 30 % of the penalty interest given up.
    FifthDown,
    /// One sum in thirty days, and half of the penalty interest given up.
    LumpSum,
    /// Twelve monthly payments that begin in sixty days.
    Later,
}

impl SampleOption {
    /// Every option of the book.
    pub const ALL: [Self; 5] = [
        Self::Year,
        Self::ThreeYears,
        Self::FifthDown,
        Self::LumpSum,
        Self::Later,
    ];

    /// The option as it would be typed for a claim.
    #[must_use]
    pub fn draft(self, claim: &Claim, defaults: &DeskDefaults) -> OptionDraft {
        let mut draft = OptionDraft::starting(claim, defaults);
        let day = |days| {
            add_days(claim.as_of, days)
                .map(format_date)
                .unwrap_or_default()
        };
        match self {
            Self::Year => {}
            Self::ThreeYears => "36".clone_into(&mut draft.count),
            Self::FifthDown => {
                "24".clone_into(&mut draft.count);
                "20%".clone_into(&mut draft.down_payment);
                draft.set_waiver(Component::Penalty, "30%".to_owned());
            }
            Self::LumpSum => {
                draft.kind = OptionKind::LumpSum;
                draft.first_due = day(30);
                draft.set_waiver(Component::Penalty, "50%".to_owned());
            }
            Self::Later => draft.first_due = day(60),
        }
        draft
    }
}

/// One case of the book with one option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookEntry {
    /// The name of the sample case.
    pub sample: &'static str,
    /// The option.
    pub option: SampleOption,
}
