//! The rules: every kind of limit met, missed and silent; whom they are written for; packs read strictly, linted and
//! compared; verdicts that never soften when a pack tightens.

#[path = "rules/beside.rs"]
mod beside;
#[path = "rules/caps.rs"]
mod caps;
#[path = "rules/diff.rs"]
mod diff;
#[path = "rules/duties.rs"]
mod duties;
#[path = "rules/figures.rs"]
mod figures;
#[path = "rules/given.rs"]
mod given;
#[path = "rules/heirs.rs"]
mod heirs;
#[path = "rules/kinds.rs"]
mod kinds;
#[path = "rules/kinds_beside.rs"]
mod kinds_beside;
#[path = "rules/least.rs"]
mod least;
#[path = "rules/lint/mod.rs"]
mod lint;
#[path = "rules/ladders.rs"]
mod ladders;
#[path = "rules/option.rs"]
mod option;
#[path = "rules/packs.rs"]
mod packs;
#[path = "rules/reading.rs"]
mod reading;
#[path = "rules/reading_beside.rs"]
mod reading_beside;
#[path = "rules/refused_words.rs"]
mod refused_words;
#[path = "rules/schema.rs"]
mod schema;
#[path = "rules/segments.rs"]
mod segments;
#[path = "rules/strategies.rs"]
mod strategies;
#[path = "rules/tightening.rs"]
mod tightening;
#[path = "rules/verdicts.rs"]
mod verdicts;
#[path = "rules/words.rs"]
mod words;
