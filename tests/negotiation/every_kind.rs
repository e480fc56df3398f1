//! Every kind of limit, alone and beside another: what repair finds against everything that could be tried on a grid.

use std::collections::BTreeMap;

use quittance::engine::negotiate::{Repairs, Term, repair};
use quittance::engine::rules::{LimitKind, Role};

use crate::brute::passes;
use crate::dice::Dice;
use crate::option::{Case, pack_of, rule};
use crate::tried::{apart, nearest, two};
use crate::{kinds, question, small};

const SEED: u64 = 20_261_122;
/// Options drawn for each kind, unless `QUITTANCE_REPAIR_OPTIONS` says how many.
const OPTIONS: u64 = 6;

/// What came of the options of a kind.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    refused: u32,
    mended: u32,
    /// Terms that repair and the grid both move.
    alike: u32,
    /// No plan mends it, and nothing that was tried did.
    beyond: u32,
    /// Neither repair nor any two terms of the grid.
    nothing: u32,
}

fn options() -> u64 {
    let said = std::env::var("QUITTANCE_REPAIR_OPTIONS").ok();
    said.and_then(|text| text.parse().ok()).unwrap_or(OPTIONS)
}

#[test]
fn repair_finds_what_there_is_to_find_for_every_kind_of_limit() {
    let mut seen: BTreeMap<&str, Seen> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (number, kind) in (0_u64..).zip(LimitKind::CODES) {
        for turn in 0..options() {
            let mut dice = Dice::of_case(SEED, number * 1_000_000 + turn);
            let case = small::case(&mut dice);
            let mut limits = vec![kinds::limit(&mut dice, kind)];
            if dice.once_in(2) {
                let other = dice.one_of(&LimitKind::CODES);
                if other != kind {
                    limits.push(kinds::limit(&mut dice, other));
                }
            }
            let seen = seen.entry(kind).or_default();
            if let Err(why) = compared(&case, &limits, seen) {
                wrong.push(format!("{limits:?} {:?}: {why}", case.proposal));
            }
        }
    }
    for (kind, seen) in &seen {
        println!("{kind}: {seen:?}");
    }
    assert!(wrong.is_empty(), "{}: {:#?}", wrong.len(), wrong);
}

/// Holds repair against the grid.
fn compared(case: &Case, limits: &[String], seen: &mut Seen) -> Result<(), String> {
    let rules: Vec<String> = ["ONE", "TWO"]
        .iter()
        .zip(limits)
        .map(|(id, limit)| rule(id, limit, "block", ""))
        .collect();
    let pack = pack_of(&rules);
    let packs = [&pack];
    let question = question(&packs, case);
    if question.judge(&case.proposal).is_err() || passes(&question, &case.proposal) {
        return Ok(());
    }
    seen.refused += 1;
    let answer = repair(&question, &case.proposal, Role::Agent).unwrap();
    for one in &answer.found {
        if !passes(&question, &one.proposal) {
            return Err(format!("does not pass: {:?}", one.changes));
        }
    }
    let mut any = None;
    for term in Term::ALL {
        let Some(from) = term.read(question.claim(), &case.proposal) else {
            continue;
        };
        let Some(tried) = nearest(&question, &case.proposal, term) else {
            continue;
        };
        any = any.or(Some((term, tried)));
        if let Some(ours) = alone(&answer, term) {
            seen.alike += 1;
            if apart(ours, from) > apart(tried, from) + slack(term) {
                return Err(format!(
                    "{term:?}: {tried:?} is nearer to {from:?} than {ours:?}"
                ));
            }
        }
    }
    if !answer.found.is_empty() {
        seen.mended += 1;
        return Ok(());
    }
    if let Some(any) = any {
        return Err(format!("not found: {any:?}"));
    }
    if !answer.beyond.is_empty() {
        seen.beyond += 1;
    } else if let Some(pair) = two(&question, &case.proposal) {
        return Err(format!("not found: {pair:?}"));
    } else if answer.apart.is_empty() {
        return Err("nothing found, and no rules named that stand apart".to_owned());
    } else {
        seen.nothing += 1;
    }
    Ok(())
}

/// The last of up to sixty payments takes what the others round away: so much an amount may be from its turn.
fn slack(term: Term) -> i64 {
    match term {
        Term::Count | Term::FirstDue | Term::Rate => 0,
        _ => 60,
    }
}

/// Where repair moves a term, if it is enough by itself.
fn alone(answer: &Repairs, term: Term) -> Option<quittance::engine::negotiate::TermValue> {
    let mut found = answer.found.iter();
    let one =
        found.find(|one| matches!(one.changes.as_slice(), [change] if change.term == term))?;
    one.changes.first().map(|change| change.to)
}
