//! What a pack asks beside its limits: rules that bind whoever collects and that no option can break.

use super::DateRange;
use crate::engine::calendar::Date;
use crate::engine::claim::Product;

/// What a duty is about. The list is closed, so that a screen or a document can ask for the duties it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DutyTopic {
    /// Which part of a debt a payment settles first.
    Allocation,
    /// How interest, penalty interest and yearly rates are worked out.
    Interest,
    /// What becomes of interest when somebody pays early.
    EarlyRepayment,
    /// When and how a due date can be moved.
    Extension,
    /// When something given up is given up.
    Waiver,
    /// What somebody in difficulty is to be offered.
    Forbearance,
    /// How what somebody can afford is worked out.
    Affordability,
    /// What binds a guarantor.
    Guarantee,
    /// How long a claim can be brought, and what renews it.
    Limitation,
    /// When, how often and whom one may contact.
    Contact,
    /// How payments may be taken.
    Payment,
    /// What must be written down, handed over or kept.
    Documents,
    /// When an electronic signature can be relied on.
    Signature,
    /// How personal data may be used.
    Data,
    /// What a person may ask of a decision made by a machine.
    Decision,
    /// Where free advice is to be had.
    Advice,
    /// What a release means for taxes.
    Tax,
}

impl DutyTopic {
    /// Every topic, in the order in which duties are listed.
    pub const ALL: [Self; 17] = [
        Self::Allocation,
        Self::Interest,
        Self::EarlyRepayment,
        Self::Extension,
        Self::Waiver,
        Self::Forbearance,
        Self::Affordability,
        Self::Guarantee,
        Self::Limitation,
        Self::Contact,
        Self::Payment,
        Self::Documents,
        Self::Signature,
        Self::Data,
        Self::Decision,
        Self::Advice,
        Self::Tax,
    ];

    /// The name used in files, such as `early-repayment`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Allocation => "allocation",
            Self::Interest => "interest",
            Self::EarlyRepayment => "early-repayment",
            Self::Extension => "extension",
            Self::Waiver => "waiver",
            Self::Forbearance => "forbearance",
            Self::Affordability => "affordability",
            Self::Guarantee => "guarantee",
            Self::Limitation => "limitation",
            Self::Contact => "contact",
            Self::Payment => "payment",
            Self::Documents => "documents",
            Self::Signature => "signature",
            Self::Data => "data",
            Self::Decision => "decision",
            Self::Advice => "advice",
            Self::Tax => "tax",
        }
    }

    /// The topic of that [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|topic| topic.code() == code)
    }
}

/// A sentence of a pack in each language that the app speaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DutyWords {
    /// In Chinese.
    pub zh: String,
    /// In English.
    pub en: String,
}

/// A duty of a pack. It may be shown to anyone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its name, apart from that of every rule and every other duty of the pack.
    pub id: String,
    /// What it is about.
    pub topic: DutyTopic,
    /// What it asks, in one or two sentences.
    pub words: DutyWords,
    /// The debts it is for; all of them if `None`.
    pub products: Option<Vec<Product>>,
    /// Where it comes from, and how that was read.
    pub source: String,
    /// Days on which it is in force.
    pub effective: DateRange,
}

impl Duty {
    /// Whether it is in force on that day for such debts.
    #[must_use]
    pub fn binds(&self, product: Product, day: Date) -> bool {
        self.effective.contains(day)
            && self
                .products
                .as_ref()
                .is_none_or(|products| products.contains(&product))
    }
}
