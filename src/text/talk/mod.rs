//! What an agent can say: for every stage and type of customer a beginning, a question to listen to, a way that may help,
//! the facts of what follows, and an end that reads the agreement back; and an answer to what people object.
//!
//! The order is that of a talk: understand first, then help to find a way; what follows is said as a fact, and only what
//! does follow. No sentence holds a figure: figures are read from the screen, where they are worked out.

mod en;
mod words;
mod zh;

use super::Locale;
use crate::engine::claim::{CustomerType, PromiseEffect, Stage};

pub use words::{approach, customer_type, recovery, sign};

/// A moment of a talk, in the order in which they come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Moment {
    /// Who calls, and why.
    Opening,
    /// A question, and time for the answer.
    Listen,
    /// A way that may help.
    FindWay,
    /// What follows, as a fact.
    Facts,
    /// What was agreed, read back.
    Close,
}

impl Moment {
    /// Every moment, in order.
    pub const ALL: [Self; 5] = [
        Self::Opening,
        Self::Listen,
        Self::FindWay,
        Self::Facts,
        Self::Close,
    ];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Opening => "opening",
            Self::Listen => "listen",
            Self::FindWay => "find-way",
            Self::Facts => "facts",
            Self::Close => "close",
        }
    }
}

/// What people object, and what can be answered with facts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Objection {
    /// "I have paid already."
    PaidAlready,
    /// "The penalty is too high."
    PenaltyTooHigh,
    /// "Somebody else used the money."
    SomebodyElse,
    /// "I have lost my job."
    LostJob,
    /// "Other banks let me pay less."
    OtherBanks,
    /// "I only talk to your manager."
    OnlyTheManager,
}

impl Objection {
    /// Every objection.
    pub const ALL: [Self; 6] = [
        Self::PaidAlready,
        Self::PenaltyTooHigh,
        Self::SomebodyElse,
        Self::LostJob,
        Self::OtherBanks,
        Self::OnlyTheManager,
    ];

    /// The name used in documents.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PaidAlready => "paid-already",
            Self::PenaltyTooHigh => "penalty-too-high",
            Self::SomebodyElse => "somebody-else",
            Self::LostJob => "lost-job",
            Self::OtherBanks => "other-banks",
            Self::OnlyTheManager => "only-the-manager",
        }
    }
}

/// What can be said at a moment of a talk.
#[must_use]
pub const fn say(
    locale: Locale,
    moment: Moment,
    stage: Stage,
    customer: CustomerType,
) -> &'static str {
    match locale {
        Locale::Zh => zh::say(moment, stage, customer),
        Locale::En => en::say(moment, stage, customer),
    }
}

/// How an objection sounds.
#[must_use]
pub const fn objection(locale: Locale, objection: Objection) -> &'static str {
    match locale {
        Locale::Zh => zh::objection(objection),
        Locale::En => en::objection(objection),
    }
}

/// What can be answered to it.
#[must_use]
pub const fn answer(locale: Locale, objection: Objection) -> &'static str {
    match locale {
        Locale::Zh => zh::answer(objection),
        Locale::En => en::answer(objection),
    }
}

/// What can be said of promises: a reminder, a cure, or that the plan may be cancelled. Never more, and never a date.
#[must_use]
pub const fn promises(locale: Locale, effect: PromiseEffect) -> &'static str {
    let (zh, en) = match effect {
        PromiseEffect::Remind => (
            "我会在约定日期之前提醒您一次，方便吗？",
            "I will remind you once before the date we agree. Is that all right?",
        ),
        PromiseEffect::CureAndReplan => (
            "上次约定的款项没有到，我想先了解原因。可以补上这一笔；如果数目太紧，我们一起重新排一下。",
            "The last payment we agreed did not arrive, and I would like to understand why. It can be made up; if the sum was too tight, we can plan it again together.",
        ),
        PromiseEffect::MayBeCancelled => (
            "约定的还款不止一次没有到，分期方案可能被取消。我们先看看怎样能让它继续下去。",
            "More than one agreed payment did not arrive, and the plan may be cancelled. Let us see first what would let it go on.",
        ),
    };
    locale.pick(zh, en)
}
