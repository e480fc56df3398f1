//! The rules: every kind of limit met, missed and silent; packs read strictly; verdicts that never soften when a
//! pack tightens.

#[path = "rules/caps.rs"]
mod caps;
#[path = "rules/figures.rs"]
mod figures;
#[path = "rules/kinds.rs"]
mod kinds;
#[path = "rules/ladders.rs"]
mod ladders;
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
