//! What the linter finds: which rule of which pack, what is wrong with it, and how grave that is.

use std::sync::Arc;

use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::Component;
use crate::engine::fields::CodeSet;
use crate::engine::money::{Rate, Share};
use crate::engine::rules::{Band, Rule, Strategy};

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LintSeverity {
    /// The pack can be used; somebody should look.
    Warning,
    /// The pack does not say what its author can have meant.
    Error,
}

impl LintSeverity {
    /// The name used in answers: `warning`, `error`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One thing that is wrong with a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LintFinding {
    /// How grave it is.
    pub severity: LintSeverity,
    /// The id of the pack whose file it stands in.
    pub pack: String,
    /// Where in that file: names and places (from 1) joined by dots, such as `rules.3.limit`.
    pub path: String,
    /// The rule, where the finding is about one.
    pub rule: Option<Arc<Rule>>,
    /// What is wrong.
    pub flaw: Flaw,
}

impl LintFinding {
    /// The ids of the rules that it is about: the rule itself, then the one that it is at odds with.
    #[must_use]
    pub fn rule_ids(&self) -> Vec<&str> {
        let ours = self.rule.as_ref();
        let rules = ours.into_iter().chain(self.flaw.other());
        rules.map(|rule| rule.id.as_str()).collect()
    }
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// Two bands follow each other, and no rule of that kind speaks for what lies between.
    Gap {
        /// The rule whose band ends before the gap.
        other: Arc<Rule>,
        /// What no band covers.
        between: Band,
    },
    /// Two segments follow each other, and no segment takes what lies between: such cases cannot be judged.
    SegmentGap {
        /// The id of the segment that ends before the gap.
        before: String,
        /// The id of the segment that begins after it.
        after: String,
        /// What no segment takes.
        between: Band,
    },
    /// Two values of equal weight bind the same debts.
    Overlap {
        /// The rule with the other value.
        other: Arc<Rule>,
        /// Where both bind; `None` where both are written for the same debts.
        both: Option<Band>,
    },
    /// Another value for some of the debts of a rule of equal weight, told apart by a condition that the other rule does
    /// not set: both bind there.
    Narrower {
        /// The other rule.
        other: Arc<Rule>,
    },
    /// Another rule says the same for the same debts.
    SaidTwice {
        /// The other rule.
        other: Arc<Rule>,
    },
    /// No as-of date lies both in the rule's dates and in the pack's.
    NeverInForce,
    /// The rule is written for products that the pack is not written for.
    ProductsNotCovered,
    /// The pack has segments, and the rule is written for debts of none of them.
    OutsideSegments,
    /// The rule allows no strategy that every option has to use one of.
    NeverMet,
    /// A graver rule, at least as tight, answers first wherever this one could.
    NeverDecides {
        /// The graver rule.
        other: Arc<Rule>,
    },
    /// The count of payments is limited, but not the time that they take: longer steps stretch it.
    CountWithoutTime,
    /// Payments may fall on agreed days, and nothing limits how far apart.
    AgreedDaysApart,
    /// Instalments are limited, but nothing limits when a lump sum falls due.
    LumpSumAnyDay,
    /// Some components have a cap on what is given up; these have none, and neither has the total.
    UncappedComponents {
        /// The components.
        components: Vec<Component>,
    },
    /// The rules of this kind bind only options that use certain strategies; these slip past.
    StrategiesFree {
        /// The strategies that no rule of the kind binds.
        strategies: CodeSet<Strategy>,
    },
    /// The rules of this kind bind customers of every type, but not those of whom nothing is noted.
    NotNotedFree,
    /// The limit is looser than that of a layer above for the same debts.
    Loosens {
        /// The rule above.
        above: Arc<Rule>,
        /// The id of its pack.
        pack: String,
    },
    /// No option can meet both rules.
    NeverBoth {
        /// The other rule.
        other: Arc<Rule>,
    },
    /// A frequency is allowed whose steps can be longer than the time allowed between two payments.
    StepTooLong {
        /// The rule about the time between payments.
        other: Arc<Rule>,
        /// The frequency.
        frequency: Frequency,
        /// How many days its longest step takes.
        days: u32,
    },
    /// The source is empty or says nothing.
    NoSource,
    /// The source of a rule of law does not say how it was read: `[R]`, `[2]` or `[u]`.
    NoMark,
    /// A rule of law bears no date: neither its own, nor that of contracts, nor a year in its source.
    NoDate,
    /// A rule of law refuses or asks for approval on a source that was not read in the original.
    SecondaryDecides,
    /// A rule of law is private.
    HiddenLaw,
    /// The value of a private rule follows from a public one.
    GivenAway {
        /// The public rule.
        by: Arc<Rule>,
    },
    /// The pack is not in force any more.
    PackExpired {
        /// The day of the question.
        on: Date,
        /// The last day in force.
        last: Date,
    },
    /// The pack is not in force yet.
    PackNotYet {
        /// The day of the question.
        on: Date,
        /// The first day in force.
        first: Date,
    },
    /// The rule is not in force any more, and no other of its kind took its place.
    RuleExpired {
        /// The day of the question.
        on: Date,
        /// The last day in force.
        last: Date,
    },
    /// What the desk starts from is beyond this rule.
    DefaultBeyond {
        /// What the desk starts from.
        default: DeskDefault,
    },
}

/// One of the things that the desk starts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeskDefault {
    /// The share of a component given up.
    Waiver {
        /// The component.
        component: Component,
        /// The share.
        share: Share,
    },
    /// The yearly rate of plans.
    PlanRate(Rate),
    /// Days after a due date on which a payment is still in time.
    GraceDays(u32),
    /// Days for which an offer can be accepted.
    OfferDays(u32),
}

impl Flaw {
    /// The name used in answers. Stable: only ever added to.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Gap { .. } => "gap",
            Self::SegmentGap { .. } => "segment-gap",
            Self::Overlap { .. } => "overlap",
            Self::Narrower { .. } => "narrower",
            Self::SaidTwice { .. } => "said-twice",
            Self::NeverInForce => "never-in-force",
            Self::ProductsNotCovered => "products-not-covered",
            Self::OutsideSegments => "outside-segments",
            Self::NeverMet => "never-met",
            Self::NeverDecides { .. } => "never-decides",
            Self::CountWithoutTime => "count-without-time",
            Self::AgreedDaysApart => "agreed-days-apart",
            Self::LumpSumAnyDay => "lump-sum-any-day",
            Self::UncappedComponents { .. } => "uncapped-components",
            Self::StrategiesFree { .. } => "strategies-free",
            Self::NotNotedFree => "not-noted-free",
            Self::Loosens { .. } => "loosens",
            Self::NeverBoth { .. } => "never-both",
            Self::StepTooLong { .. } => "step-too-long",
            Self::NoSource => "no-source",
            Self::NoMark => "no-mark",
            Self::NoDate => "no-date",
            Self::SecondaryDecides => "secondary-decides",
            Self::HiddenLaw => "hidden-law",
            Self::GivenAway { .. } => "given-away",
            Self::PackExpired { .. } => "pack-expired",
            Self::PackNotYet { .. } => "pack-not-yet",
            Self::RuleExpired { .. } => "rule-expired",
            Self::DefaultBeyond { .. } => "default-beyond",
        }
    }

    /// The rule that it is at odds with, where there is one.
    #[must_use]
    pub const fn other(&self) -> Option<&Arc<Rule>> {
        match self {
            Self::Gap { other, .. }
            | Self::Overlap { other, .. }
            | Self::Narrower { other }
            | Self::SaidTwice { other }
            | Self::NeverDecides { other }
            | Self::NeverBoth { other }
            | Self::StepTooLong { other, .. } => Some(other),
            Self::Loosens { above, .. } => Some(above),
            Self::GivenAway { by } => Some(by),
            _ => None,
        }
    }

    /// Whether nothing can be judged by such a pack: it would not be clear which value counts, or a lower layer would
    /// stand where only the law may.
    #[must_use]
    pub const fn bars_judging(&self) -> bool {
        matches!(
            self,
            Self::Gap { .. } | Self::Overlap { .. } | Self::Loosens { .. }
        )
    }
}
