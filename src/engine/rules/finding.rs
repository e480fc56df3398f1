//! What checking an option answers: one finding per rule, and what follows from all of them.

use std::ops::Deref;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::{FrequencyList, Layer, LimitKind, Role, Rule, Severity, Strategy};
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::{CustomerType, Evidence, Guarantor, Product};
use crate::engine::fields::CodeSet;
use crate::engine::money::{Money, Rate, Share};

/// A value of a limit or of an option, with its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quantity {
    /// An amount of the claim's currency.
    Money(Money),
    /// An amount, and what share of its whole it is.
    Part {
        /// The amount.
        amount: Money,
        /// Its share of the whole.
        share: Share,
    },
    /// An amount that accrued, and the yearly rate at which it did; no rate where no time passed.
    Accrual {
        /// The amount.
        amount: Money,
        /// The yearly rate.
        rate: Option<Rate>,
    },
    /// A yearly rate.
    Rate(Rate),
    /// Calendar days.
    Days(u32),
    /// Months.
    Months(u32),
    /// A number of payments.
    Payments(u32),
    /// A number of promises.
    Promises(u32),
    /// How often something happened.
    Times(u32),
    /// A number of payments that follow each other.
    Running(u32),
    /// A day.
    Day(Date),
    /// Papers.
    Evidence(CodeSet<Evidence>),
    /// Strategies for settling a debt.
    Strategies(CodeSet<Strategy>),
    /// What a guarantor said.
    Consent(Guarantor),
    /// A multiple of the contract's interest rate.
    Multiple(Decimal),
    /// A band of such multiples, both ends included.
    Band {
        /// The lowest.
        from: Decimal,
        /// The highest.
        to: Decimal,
    },
    /// How often instalments fall due.
    Frequency(Frequency),
    /// The steps allowed.
    Frequencies(FrequencyList),
    /// Days agreed one by one, which follow no step.
    OwnDates,
    /// A miss that has no size.
    Unmeasured,
    /// Beyond the amounts that the engine works with.
    OutOfRange,
}

/// Why a rule says nothing about an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is written for other products.
    OtherProduct,
    /// It is written for debts of another age.
    OtherDaysPastDue,
    /// It is written for debts of another size.
    OtherBalance,
    /// It is written for options of another kind.
    OtherStrategy,
    /// It is written for another segment of its pack.
    OtherSegment,
    /// Everything is paid in one sum.
    PaidInOneSum,
    /// There is a single payment, and the rule is about those before the last, or between two.
    SinglePayment,
    /// Nothing is owed of what it is about.
    NothingOwed,
    /// Nothing is left to finance.
    NothingFinanced,
    /// The contract has no penalty interest, or no interest to measure it by.
    NoPenaltyRate,
    /// The plan collects no penalty interest.
    NoPenaltyCollected,
    /// Nothing is past due.
    NotPastDue,
    /// Nothing is noted about the customer.
    CustomerNotNoted,
    /// It is about another type of customer.
    OtherCustomer,
    /// The case notes nothing of what it is about.
    NotNoted,
    /// How the option is offered is not known.
    OfferTermUnknown,
    /// The pack is not fit for this claim; see [`Unfit`].
    PackUnfit,
}

/// A rule's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The option keeps to the limit.
    Met {
        /// What the rule asks.
        limit: Quantity,
        /// What the option has.
        actual: Quantity,
    },
    /// The option misses the limit.
    Broken {
        /// What the rule asks.
        limit: Quantity,
        /// What the option has.
        actual: Quantity,
        /// By how much it misses.
        shortfall: Quantity,
    },
    /// The rule says nothing about this option.
    DoesNotApply {
        /// Why not.
        why: Why,
    },
}

impl Outcome {
    /// The answer where the figures leave the supported range: the option cannot be shown to keep to the limit.
    pub(super) const BEYOND: Self = Self::Broken {
        limit: Quantity::OutOfRange,
        actual: Quantity::OutOfRange,
        shortfall: Quantity::OutOfRange,
    };

    /// Whether the option misses the limit.
    #[must_use]
    pub const fn is_broken(&self) -> bool {
        matches!(self, Self::Broken { .. })
    }
}

/// One rule and its answer. `R` is how the rule is held: shared, or borrowed from its pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding<R = Arc<Rule>> {
    /// The rule, with its id, limit, severity, visibility and source.
    pub rule: R,
    /// The layer that the rule stands in.
    pub layer: Layer,
    /// Its answer.
    pub outcome: Outcome,
}

impl<R: Deref<Target = Rule>> Finding<R> {
    /// What the rule limits.
    #[must_use]
    pub fn kind(&self) -> LimitKind {
        self.rule.limit.kind()
    }

    /// What follows from this finding alone.
    #[must_use]
    pub fn decision(&self) -> Decision {
        if self.outcome.is_broken() {
            Decision::on_breach(self.rule.severity)
        } else {
            Decision::Allowed
        }
    }
}

/// What may be done with an option, from the best answer to the worst.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Decision {
    /// It may be agreed now.
    Allowed,
    /// Someone of this role must approve first.
    NeedsApproval(Role),
    /// Nobody may agree to it.
    Refused,
}

impl Decision {
    /// What follows from a broken rule of that severity.
    pub(super) const fn on_breach(severity: Severity) -> Self {
        match severity {
            Severity::Warn => Self::Allowed,
            Severity::Route(role) => Self::NeedsApproval(role),
            Severity::Block => Self::Refused,
        }
    }
}

/// Why a pack cannot judge a claim. An option that no pack can judge is refused, never waved through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// No pack was given.
    NoPack,
    /// A pack is not in force on the as-of date.
    NotInForce,
    /// A pack's amounts are in another currency.
    OtherCurrency,
    /// A pack is written for other kinds of debt.
    OtherProduct,
    /// A pack has segments, and none of them covers the case.
    NoSegment {
        /// What kind of debt it is.
        product: Product,
        /// Days past due on the as-of date.
        days_past_due: i64,
        /// Owed in all; `None` beyond the supported range.
        owed: Option<Money>,
        /// The customer's type, where it is noted.
        customer: Option<CustomerType>,
    },
}

/// What all rules say about an option. `R` is how findings hold their rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict<R = Arc<Rule>> {
    /// The worst that any rule asks for.
    pub decision: Decision,
    /// Every rule's answer, pack by pack, in the packs' order.
    pub findings: Vec<Finding<R>>,
    /// How many broken rules only warn.
    pub warnings: u32,
    /// A pack that could not judge, if there was one; the decision is then [`Decision::Refused`].
    pub unfit: Option<Unfit>,
}

impl<R: Deref<Target = Rule>> Verdict<R> {
    /// The findings of broken rules, the most severe first.
    #[must_use]
    pub fn broken(&self) -> Vec<&Finding<R>> {
        let mut broken: Vec<&Finding<R>> = Vec::new();
        // Put in one by one: the library's sort is 8 KB of WebAssembly, and these are a handful.
        for finding in self.findings.iter().filter(|one| one.outcome.is_broken()) {
            let decision = finding.decision();
            let place = broken.partition_point(|other| other.decision() >= decision);
            broken.insert(place, finding);
        }
        broken
    }
}
