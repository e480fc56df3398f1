//! What is wrong with a pack before anything is judged by it.
//!
//! ```text
//! bands     gaps, overlaps, the same said twice       decides   rules that can never decide
//! escapes   what no rule catches                      layers    looser than the law
//! both      two rules that no option meets            sources   where a rule comes from, and its dates
//! secrets   private values that public ones tell      desk      what the desk starts from
//! ```

mod bands;
mod both;
mod decides;
mod desk;
mod escapes;
mod finding;
mod layers;
mod secrets;
mod sources;

use std::sync::Arc;

use super::reach::Reach;
use super::tightness::family;
use super::{Decision, LimitKind, Pack, Rule};
use crate::engine::calendar::Date;

pub use finding::{DeskDefault, Flaw, LintFinding, LintSeverity};

/// Everything that is wrong with a pack, in the order of its file: alone, and under the packs `above` it. `on` is the
/// day for which dates are looked at; without one they are not.
///
/// Packs of `above` that stand on the same layer, in another jurisdiction or in another currency are not above it, and
/// say nothing.
#[must_use]
pub fn lint(pack: &Pack, above: &[&Pack], on: Option<Date>) -> Vec<LintFinding> {
    let linted = Linted::of(pack, above, on);
    let mut found = Found::default();
    bands::look(&linted, &mut found);
    decides::look(&linted, &mut found);
    escapes::look(&linted, &mut found);
    layers::look(&linted, &mut found);
    both::look(&linted, &mut found);
    sources::look(&linted, &mut found);
    secrets::look(&linted, &mut found);
    desk::look(&linted, &mut found);
    found.in_order()
}

/// Those findings of [`lint`] that [bar judging](Flaw::bars_judging): only bands and layers are looked at, so that who
/// judges need not carry the rest of the linter.
fn barring(pack: &Pack, above: &[&Pack]) -> Vec<LintFinding> {
    let linted = Linted::of(pack, above, None);
    let mut found = Found::default();
    bands::look(&linted, &mut found);
    layers::look(&linted, &mut found);
    let mut findings = found.in_order();
    findings.retain(|finding| finding.flaw.bars_judging());
    findings
}

/// Whether packs can be judged by together.
///
/// # Errors
/// The findings of each pack, alone and under the others, that [bar judging](Flaw::bars_judging).
pub fn fit_to_judge(packs: &[&Pack]) -> Result<(), Vec<LintFinding>> {
    let barring: Vec<LintFinding> = packs.iter().flat_map(|pack| barring(pack, packs)).collect();
    if barring.is_empty() {
        Ok(())
    } else {
        Err(barring)
    }
}

/// A rule where it stands.
struct Placed<'a> {
    pack: &'a Pack,
    /// Its place in the file, from 1.
    place: u32,
    rule: &'a Arc<Rule>,
    reach: Reach,
}

impl Placed<'_> {
    fn family(&self) -> LimitKind {
        family(self.rule.limit.kind())
    }

    /// What follows when it is broken.
    fn weight(&self) -> Decision {
        Decision::on_breach(self.rule.severity)
    }
}

fn placed(pack: &Pack) -> Vec<Placed<'_>> {
    let of = |(rule, place)| Placed {
        pack,
        place,
        rule,
        reach: Reach::of(pack, rule),
    };
    pack.rules.iter().zip(1_u32..).map(of).collect()
}

/// A pack as the checks look at it.
struct Linted<'a> {
    pack: &'a Pack,
    rules: Vec<Placed<'a>>,
    above: Vec<Placed<'a>>,
    on: Option<Date>,
}

impl<'a> Linted<'a> {
    fn of(pack: &'a Pack, above: &[&'a Pack], on: Option<Date>) -> Self {
        let is_above = |other: &&&Pack| {
            other.layer < pack.layer
                && other.jurisdiction == pack.jurisdiction
                && other.currency == pack.currency
        };
        Self {
            pack,
            rules: placed(pack),
            above: above
                .iter()
                .filter(is_above)
                .flat_map(|other| placed(other))
                .collect(),
            on,
        }
    }

    /// The pack's own rules, then those above.
    fn all(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.rules.iter().chain(&self.above)
    }

    /// Whether a rule of such a kind, own or above, binds everything that `reach` does.
    fn binds(&self, reach: &Reach, kind: impl Fn(LimitKind) -> bool) -> bool {
        self.all()
            .any(|one| kind(one.rule.limit.kind()) && one.reach.holds(reach))
    }
}

/// Findings with the places that they stand at.
#[derive(Default)]
struct Found(Vec<(u32, LintFinding)>);

impl Found {
    fn in_order(mut self) -> Vec<LintFinding> {
        self.0.sort_by_key(|(place, _)| *place);
        self.0.into_iter().map(|(_, finding)| finding).collect()
    }

    /// Something about a rule, at one of its fields.
    fn rule(&mut self, severity: LintSeverity, at: &Placed<'_>, field: &str, flaw: Flaw) {
        let finding = LintFinding {
            severity,
            pack: at.pack.id.clone(),
            path: format!("rules.{}.{field}", at.place),
            rule: Some(Arc::clone(at.rule)),
            flaw,
        };
        self.0.push((at.place, finding));
    }

    /// Something about the pack as a whole, at one of its fields.
    fn pack(&mut self, severity: LintSeverity, pack: &Pack, field: &str, flaw: Flaw) {
        let finding = LintFinding {
            severity,
            pack: pack.id.clone(),
            path: field.to_owned(),
            rule: None,
            flaw,
        };
        self.0.push((0, finding));
    }

    /// Something that the desk starts from, and the rule that does not let it pass.
    fn desk(
        &mut self,
        severity: LintSeverity,
        pack: &Pack,
        field: &str,
        rule: &Placed<'_>,
        flaw: Flaw,
    ) {
        let finding = LintFinding {
            severity,
            pack: pack.id.clone(),
            path: field.to_owned(),
            rule: Some(Arc::clone(rule.rule)),
            flaw,
        };
        self.0.push((0, finding));
    }
}
