//! One rule: a limit, whom it binds, when, and where it comes from.

use super::{Limit, Strategy};
use crate::engine::calendar::Date;
use crate::engine::claim::{Claim, CustomerType, Product};
use crate::engine::fields::CodeSet;
use crate::engine::money::Money;

/// Where a pack stands. Both layers bind; neither can loosen the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// Law and supervision of a jurisdiction.
    Statutory,
    /// The lender's own rules.
    House,
}

/// Who may say yes, from the front line up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The person on the call.
    Agent,
    /// The person whom the agent asks first.
    Supervisor,
    /// The person whom the supervisor asks.
    Manager,
}

impl Role {
    /// Every role, from the front line up.
    pub const ALL: [Self; 3] = [Self::Agent, Self::Supervisor, Self::Manager];

    /// The name used in files: `agent`, `supervisor`, `manager`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Supervisor => "supervisor",
            Self::Manager => "manager",
        }
    }

    /// The role of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

/// What follows when a rule is broken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// It is said, and nothing else follows.
    Warn,
    /// Someone of this role must approve. Packs never route to the agent.
    Route(Role),
    /// The option is refused.
    Block,
}

/// Whom a rule's limit may be shown to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// Anyone.
    Public,
    /// The lender's people only: never in anything a borrower receives.
    Private,
}

/// Days from one to another, both included; a missing end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct DateRange {
    /// The first day.
    pub from: Option<Date>,
    /// The last day.
    pub to: Option<Date>,
}

impl DateRange {
    /// Whether the day lies within.
    #[must_use]
    pub fn contains(&self, day: Date) -> bool {
        self.from.is_none_or(|from| day >= from) && self.to.is_none_or(|to| day <= to)
    }

    /// Whether a day lies within both.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        let begins_in_time = |from: Option<Date>, to: Option<Date>| match (from, to) {
            (Some(from), Some(to)) => from <= to,
            _ => true,
        };
        begins_in_time(self.from, other.to) && begins_in_time(other.from, self.to)
    }
}

/// A band of days past due, both ends included; without an end it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaysPastDue {
    /// The fewest days past due.
    pub from: u32,
    /// The most days past due.
    pub to: Option<u32>,
}

impl DaysPastDue {
    /// Whether a debt of that many days past due lies within.
    #[must_use]
    pub fn contains(&self, days: i64) -> bool {
        days >= i64::from(self.from) && self.to.is_none_or(|to| days <= i64::from(to))
    }
}

/// A band of what is owed in all, both ends included; a missing end is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct BalanceBand {
    /// The least owed.
    pub from: Option<Money>,
    /// The most owed.
    pub to: Option<Money>,
}

impl BalanceBand {
    /// Whether that much owed lies within.
    #[must_use]
    pub fn contains(&self, owed: Money) -> bool {
        self.from.is_none_or(|from| owed >= from) && self.to.is_none_or(|to| owed <= to)
    }
}

/// Which debts, customers and options a rule is written for.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Applicability {
    /// The products; all of them if `None`.
    pub products: Option<Vec<Product>>,
    /// The ages of debt; all of them if `None`.
    pub days_past_due: Option<DaysPastDue>,
    /// How much is owed in all; any amount if `None`.
    pub balance: Option<BalanceBand>,
    /// The types of customers; all of them if `None`, and those of whom nothing is noted.
    pub customers: Option<CodeSet<CustomerType>>,
    /// It binds only options that use one of these; all options if `None`.
    pub strategies: Option<CodeSet<Strategy>>,
    /// Ids of segments of its pack; all of them if `None`.
    pub segments: Option<Vec<String>>,
    /// Days on which the contract was made. A rule for other contracts is not in force for this one.
    pub signed: DateRange,
}

/// One rule of a pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name within the pack.
    pub id: String,
    /// What it limits, and at what value.
    pub limit: Limit,
    /// What follows when it is broken.
    pub severity: Severity,
    /// Whom it may be shown to.
    pub visibility: Visibility,
    /// Which debts it is written for.
    pub applies: Applicability,
    /// As-of dates on which it is in force.
    pub effective: DateRange,
    /// Where it comes from: an article of law, or the lender's own decision.
    pub source: String,
}

impl Rule {
    /// Whether this version of the rule is the one in force for the claim: on its as-of date, for a
    /// contract of its age. A rule not in force gives no finding at all.
    #[must_use]
    pub fn in_force(&self, claim: &Claim) -> bool {
        self.effective.contains(claim.as_of) && self.applies.signed.contains(claim.terms.signed_on)
    }
}
