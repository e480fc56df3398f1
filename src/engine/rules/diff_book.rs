//! Which verdicts of a book of cases change with a pack.

use super::{Decision, Unfit, Verdict};

/// One case of a book whose decision changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VerdictChange {
    /// Its place in the book, from 1.
    pub place: u32,
    /// The decision before.
    pub before: Decision,
    /// The decision after.
    pub after: Decision,
    /// The ids of rules broken now that were not broken before.
    pub broken_now: Vec<String>,
    /// The ids of rules broken before that are not broken now.
    pub broken_before: Vec<String>,
    /// Why no pack can judge the case now, where none can.
    pub unfit: Option<Unfit>,
}

/// Cases that change from one decision to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shift {
    /// The decision before.
    pub before: Decision,
    /// The decision after.
    pub after: Decision,
    /// The places of the cases in the book, from 1.
    pub cases: Vec<u32>,
}

/// What a change of packs does to a book of cases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BookDiff {
    /// How many cases the book has.
    pub cases: u32,
    /// Those whose decision changes, in the order of the book.
    pub changes: Vec<VerdictChange>,
    /// The same, gathered by what changes into what; the mildest decision before comes first.
    pub shifts: Vec<Shift>,
}

/// What changes in the verdicts of a book: each pair is one case, judged before and after.
#[must_use]
pub fn diff_of_book(pairs: &[(Verdict, Verdict)]) -> BookDiff {
    let mut changes = Vec::new();
    let mut shifts: Vec<Shift> = Vec::new();
    let mut cases = 0;
    for ((before, after), place) in pairs.iter().zip(1_u32..) {
        cases = place;
        if before.decision == after.decision {
            continue;
        }
        let between = (before.decision, after.decision);
        match shifts
            .iter_mut()
            .find(|shift| (shift.before, shift.after) == between)
        {
            Some(shift) => shift.cases.push(place),
            None => shifts.push(Shift {
                before: before.decision,
                after: after.decision,
                cases: vec![place],
            }),
        }
        changes.push(VerdictChange {
            place,
            before: before.decision,
            after: after.decision,
            broken_now: broken_only_in(after, before),
            broken_before: broken_only_in(before, after),
            unfit: after.unfit,
        });
    }
    shifts.sort_by_key(|shift| (shift.before, shift.after));
    BookDiff {
        cases,
        changes,
        shifts,
    }
}

fn broken_only_in(one: &Verdict, other: &Verdict) -> Vec<String> {
    let breaks = |verdict: &Verdict, id: &str| {
        let mut findings = verdict.findings.iter();
        findings.any(|finding| finding.rule.id == id && finding.outcome.is_broken())
    };
    one.findings
        .iter()
        .filter(|finding| finding.outcome.is_broken())
        .map(|finding| finding.rule.id.clone())
        .filter(|id| !breaks(other, id))
        .collect()
}
