//! What is wrong with a pack, the gravest first.

use crate::engine::calendar::Date;
use crate::engine::rules::{
    Layer, LintFinding, LintSeverity, Pack, fit_to_judge, lint, statutory_pack,
};

/// What is wrong with a pack.
#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    /// The id of the pack of law that it was looked at under; none for one of law itself, and where there is none.
    pub under: Option<String>,
    /// What somebody has to mend, in the order of the file.
    pub errors: Vec<LintFinding>,
    /// What somebody should look at, in the order of the file.
    pub warnings: Vec<LintFinding>,
    /// Whether options can be judged by it.
    pub fit: bool,
}

/// Looks at a pack under the law of its place. `today` is the day for which dates are looked at; without one they are
/// not.
#[must_use]
pub fn inspect(pack: &Pack, today: Option<Date>) -> Inspection {
    let law = law_above(pack);
    let above: Vec<&Pack> = law.iter().collect();
    let (errors, warnings) = lint(pack, &above, today)
        .into_iter()
        .partition(|finding| finding.severity == LintSeverity::Error);
    let together: Vec<&Pack> = above.iter().copied().chain([pack]).collect();
    Inspection {
        under: law.as_ref().map(|law| law.id.clone()),
        errors,
        warnings,
        fit: fit_to_judge(&together).is_ok(),
    }
}

/// The pack of law that stands above a lender's.
pub(super) fn law_above(pack: &Pack) -> Option<Pack> {
    if pack.layer == Layer::House {
        statutory_pack(pack.jurisdiction)
    } else {
        None
    }
}
