//! What changed from one pack to another, and which verdicts of the sample book change with it.

use super::{BookEntry, SampleOption, try_case};
use crate::engine::rules::{BookDiff, Pack, PackDiff, Verdict, diff, diff_of_book};
use crate::samples;

/// What changed from one pack to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// What differs, part by part and rule by rule.
    pub changes: PackDiff,
    /// The cases of the sample book that both packs can be asked about, in its order.
    pub entries: Vec<BookEntry>,
    /// Which of their verdicts change.
    pub book: BookDiff,
}

impl Comparison {
    /// Whether nothing differs.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.head.is_empty() && self.changes.rules.is_empty()
    }

    /// The case and the option at a place of the book, from 1.
    #[must_use]
    pub fn entry(&self, place: u32) -> Option<BookEntry> {
        let place = usize::try_from(place).ok()?.checked_sub(1)?;
        self.entries.get(place).copied()
    }
}

/// Compares two packs. The book holds the samples under the law of both that at least one of them can judge; an option
/// is the same for both, with the terms that the desk of the pack before starts from.
#[must_use]
pub fn compare(before: &Pack, after: &Pack) -> Comparison {
    let mut entries = Vec::new();
    let mut verdicts: Vec<(Verdict, Verdict)> = Vec::new();
    for sample in samples::ALL {
        let (Ok(was), Ok(is)) = (try_case(before, sample.file), try_case(after, sample.file))
        else {
            continue;
        };
        let unfit = |pack: &Pack| pack.unfit_for(was.case.product, &was.claim).is_some();
        if unfit(before) && unfit(after) {
            continue;
        }
        for option in SampleOption::ALL {
            let draft = option.draft(&was.claim, &before.defaults);
            let Ok(proposal) = was.read(&draft) else {
                continue;
            };
            if let (Some(one), Some(other)) = (was.verdict(&proposal), is.verdict(&proposal)) {
                entries.push(BookEntry {
                    sample: sample.id,
                    option,
                });
                verdicts.push((one, other));
            }
        }
    }
    Comparison {
        changes: diff(before, after),
        book: diff_of_book(&verdicts),
        entries,
    }
}
