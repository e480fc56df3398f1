//! What changed from one pack to another.

use std::cmp::Ordering;
use std::sync::Arc;

use super::reach::Reach;
use super::tightness::looseness;
use super::{Decision, Pack, Rule};

/// What a change does to what may be agreed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Less passes than before.
    Tightens,
    /// More passes than before.
    Loosens,
    /// Less passes in one way and more in another.
    Mixed,
    /// The same passes.
    Nothing,
}

impl Effect {
    /// The name used in answers: `tightens`, `loosens`, `mixed`, `nothing`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Tightens => "tightens",
            Self::Loosens => "loosens",
            Self::Mixed => "mixed",
            Self::Nothing => "nothing",
        }
    }

    /// Two effects together.
    const fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, effect) | (effect, Self::Nothing) => effect,
            (Self::Tightens, Self::Tightens) => Self::Tightens,
            (Self::Loosens, Self::Loosens) => Self::Loosens,
            _ => Self::Mixed,
        }
    }

    const fn of_room(room: Option<Ordering>) -> Self {
        match room {
            Some(Ordering::Less) => Self::Tightens,
            Some(Ordering::Equal) => Self::Nothing,
            Some(Ordering::Greater) => Self::Loosens,
            None => Self::Mixed,
        }
    }
}

/// A part of a rule that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RulePart {
    /// Its name.
    Id,
    /// The limit's value.
    Limit,
    /// What follows when it is broken.
    Severity,
    /// Whom it may be shown to.
    Visibility,
    /// The debts that it is written for.
    Applies,
    /// The dates on which it is in force.
    Effective,
    /// Where it comes from.
    Source,
}

impl RulePart {
    /// Every part, in the order of the file.
    pub const ALL: [Self; 7] = [
        Self::Id,
        Self::Limit,
        Self::Severity,
        Self::Visibility,
        Self::Applies,
        Self::Effective,
        Self::Source,
    ];

    /// The name used in files and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Limit => "limit",
            Self::Severity => "severity",
            Self::Visibility => "visibility",
            Self::Applies => "applies",
            Self::Effective => "effective",
            Self::Source => "source",
        }
    }

    fn differs(self, before: &Rule, after: &Rule) -> bool {
        match self {
            Self::Id => before.id != after.id,
            Self::Limit => before.limit != after.limit,
            Self::Severity => before.severity != after.severity,
            Self::Visibility => before.visibility != after.visibility,
            Self::Applies => before.applies != after.applies,
            Self::Effective => before.effective != after.effective,
            Self::Source => before.source != after.source,
        }
    }
}

/// What happened to a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RuleChange {
    /// It is new.
    Added(Arc<Rule>),
    /// It is gone.
    Removed(Arc<Rule>),
    /// It is there still, and says something else.
    Changed {
        /// As it was.
        before: Arc<Rule>,
        /// As it is.
        after: Arc<Rule>,
        /// What differs, in the order of the file.
        parts: Vec<RulePart>,
    },
}

impl RuleChange {
    /// What it does to what may be agreed.
    #[must_use]
    pub fn effect(&self) -> Effect {
        match self {
            Self::Added(_) => Effect::Tightens,
            Self::Removed(_) => Effect::Loosens,
            Self::Changed { before, after, .. } => {
                let limit = Effect::of_room(looseness(&after.limit, &before.limit));
                let weight = |rule: &Rule| Decision::on_breach(rule.severity);
                let severity = Effect::of_room(Some(weight(before).cmp(&weight(after))));
                limit.and(severity).and(of_reach(before, after))
            }
        }
    }
}

/// A rule that reaches more debts tightens.
fn of_reach(before: &Rule, after: &Rule) -> Effect {
    let (before, after) = (Reach::of_rule_alone(before), Reach::of_rule_alone(after));
    let holds = |one: &Reach, other: &Reach| one.holds(other) && one.names_segments_of(other);
    match (holds(&after, &before), holds(&before, &after)) {
        (true, true) => Effect::Nothing,
        (true, false) => Effect::Tightens,
        (false, true) => Effect::Loosens,
        (false, false) => Effect::Mixed,
    }
}

/// A part of a pack, other than its rules, that changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadPart {
    /// Its id.
    Id,
    /// What people call it.
    Name,
    /// Its version.
    Version,
    /// Where it stands.
    Layer,
    /// Whose law it is written under.
    Jurisdiction,
    /// The currency of its amounts.
    Currency,
    /// The dates on which it is in force.
    Effective,
    /// The products that it is written for.
    Products,
    /// The kinds of cases that it tells apart.
    Segments,
    /// What binds whoever collects.
    Duties,
    /// What the desk starts from.
    Defaults,
    /// How the lender gives way, step by step.
    Ladder,
    /// What the lender expects of its plans.
    Expectations,
}

impl HeadPart {
    /// Every part, in the order of the file.
    pub const ALL: [Self; 13] = [
        Self::Id,
        Self::Name,
        Self::Version,
        Self::Layer,
        Self::Jurisdiction,
        Self::Currency,
        Self::Effective,
        Self::Products,
        Self::Segments,
        Self::Duties,
        Self::Defaults,
        Self::Ladder,
        Self::Expectations,
    ];

    /// The name used in files and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::Version => "version",
            Self::Layer => "layer",
            Self::Jurisdiction => "jurisdiction",
            Self::Currency => "currency",
            Self::Effective => "effective",
            Self::Products => "products",
            Self::Segments => "segments",
            Self::Duties => "duties",
            Self::Defaults => "defaults",
            Self::Ladder => "ladder",
            Self::Expectations => "expectations",
        }
    }

    fn differs(self, before: &Pack, after: &Pack) -> bool {
        match self {
            Self::Id => before.id != after.id,
            Self::Name => before.name != after.name,
            Self::Version => before.version != after.version,
            Self::Layer => before.layer != after.layer,
            Self::Jurisdiction => before.jurisdiction != after.jurisdiction,
            Self::Currency => before.currency != after.currency,
            Self::Effective => before.effective != after.effective,
            Self::Products => before.products != after.products,
            Self::Segments => before.segments != after.segments,
            Self::Duties => before.duties != after.duties,
            Self::Defaults => before.defaults != after.defaults,
            Self::Ladder => before.ladder != after.ladder,
            Self::Expectations => before.expectations != after.expectations,
        }
    }
}

/// What changed from one pack to another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackDiff {
    /// What differs besides the rules.
    pub head: Vec<HeadPart>,
    /// The rules that changed or are gone, in the order of the pack before; then the new ones, in the order of the pack
    /// after.
    pub rules: Vec<RuleChange>,
}

/// What changed from one pack to another.
///
/// A rule is the same rule where its id is. Where an id is gone, a new rule that limits the same thing is taken for the
/// same rule under another name: first one for the same debts and of the same severity, then one for the same debts, then
/// one of the same severity.
#[must_use]
pub fn diff(before: &Pack, after: &Pack) -> PackDiff {
    let mut fresh: Vec<&Arc<Rule>> = after
        .rules
        .iter()
        .filter(|rule| !before.rules.iter().any(|other| other.id == rule.id))
        .collect();
    let mut heirs: Vec<Option<&Arc<Rule>>> = before
        .rules
        .iter()
        .map(|rule| after.rules.iter().find(|other| other.id == rule.id))
        .collect();
    let likenesses: [fn(&Rule, &Rule) -> bool; 3] = [
        |one, other| one.applies == other.applies && one.severity == other.severity,
        |one, other| one.applies == other.applies,
        |one, other| one.severity == other.severity,
    ];
    for alike in likenesses {
        for (rule, heir) in before.rules.iter().zip(&mut heirs) {
            if heir.is_none() {
                let same = |other: &&Arc<Rule>| {
                    other.limit.kind() == rule.limit.kind() && alike(rule, other)
                };
                *heir = fresh.iter().copied().find(|other| same(other));
                fresh.retain(|other| heir.is_none_or(|taken| taken.id != other.id));
            }
        }
    }
    let kept = before.rules.iter().zip(heirs);
    let changed = kept.filter_map(|(rule, heir)| match heir {
        None => Some(RuleChange::Removed(Arc::clone(rule))),
        Some(heir) => changed(rule, heir),
    });
    let added = fresh
        .into_iter()
        .map(|rule| RuleChange::Added(Arc::clone(rule)));
    PackDiff {
        head: HeadPart::ALL
            .into_iter()
            .filter(|part| part.differs(before, after))
            .collect(),
        rules: changed.chain(added).collect(),
    }
}

fn changed(before: &Arc<Rule>, after: &Arc<Rule>) -> Option<RuleChange> {
    let parts: Vec<RulePart> = RulePart::ALL
        .into_iter()
        .filter(|part| part.differs(before, after))
        .collect();
    (!parts.is_empty()).then(|| RuleChange::Changed {
        before: Arc::clone(before),
        after: Arc::clone(after),
        parts,
    })
}
