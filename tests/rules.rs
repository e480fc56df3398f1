//! The rules: every kind of limit met, missed and silent; packs read strictly, linted and
//! compared; verdicts that never soften when a pack tightens.

#[path = "rules/caps.rs"]
mod caps;
#[path = "rules/diff.rs"]
mod diff;
#[path = "rules/figures.rs"]
mod figures;
#[path = "rules/kinds.rs"]
mod kinds;
#[path = "rules/lint/mod.rs"]
mod lint;
#[path = "rules/option.rs"]
mod option;
#[path = "rules/packs.rs"]
mod packs;
#[path = "rules/reading.rs"]
mod reading;
#[path = "rules/tightening.rs"]
mod tightening;
#[path = "rules/verdicts.rs"]
mod verdicts;
#[path = "rules/words.rs"]
mod words;
