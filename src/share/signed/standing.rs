//! What a text with signatures holds, and where an offer in it stands.

use super::answer::{Acceptance, Counter, Withdrawal};
use super::approval::{Approval, Request};
use super::lender::Lender;
use super::ring::Signer;
use crate::agreement::{Accepted, Approved, Signing};
use crate::engine::calendar::Date;
use crate::engine::rules::Role;
use crate::share::{Opened, TermsId};

/// What a text holds, every signature in it verified and every plan worked out again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signed {
    /// A lender's entry, signed by its own root key: trusted only where that key is pinned.
    Lender(Box<Lender>),
    /// An offer or a menu, with what was answered to it.
    Offered(Box<Offered>),
    /// An agent asks for approval of what stands beside it.
    Request {
        /// What is asked.
        request: Box<Request>,
        /// Who asks.
        by: Box<Signer>,
        /// What it is asked for.
        about: Box<Offered>,
    },
    /// What a borrower would rather do, worked out but judged by nobody.
    Counter {
        /// The counter-proposal.
        counter: Box<Counter>,
        /// Who recorded it; nobody where it came from the borrower's own device.
        by: Option<Signer>,
        /// The wish, worked out.
        wish: Box<Opened>,
    },
    /// An approval by itself: it stands with the offer whose id it names.
    Approval(Approval, Signer),
    /// An acceptance by itself, which the lender may have countersigned.
    Acceptance(Acceptance, Option<Signer>),
    /// A withdrawal by itself.
    Withdrawal(Withdrawal, Signer),
}

/// One plan that was offered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The hash of its terms.
    pub id: TermsId,
    /// The offer with its figures worked out again.
    pub opened: Opened,
    /// Who must approve before it holds, as the offer itself says.
    pub approval: Option<Role>,
}

/// What was offered, by whom, and what came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// The id of the offer, or of the whole menu.
    pub id: TermsId,
    /// Whether it is a menu to choose from.
    pub menu: bool,
    /// The offer, or the menu's options in order; never empty.
    pub options: Vec<Holding>,
    /// Who offered it.
    pub by: Signer,
    /// Who approved it.
    pub approval: Option<(Approval, Signer)>,
    /// That it was accepted, and who countersigned that at the lender.
    pub acceptance: Option<(Acceptance, Option<Signer>)>,
    /// That it was withdrawn.
    pub withdrawal: Option<(Withdrawal, Signer)>,
}

/// Where an offer stands on a day, as far as the objects in one text tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It can be accepted.
    Offered {
        /// Until that day.
        until: Date,
    },
    /// It does not hold until somebody of this role has approved it.
    AwaitingApproval(Role),
    /// It was approved and can be accepted.
    Approved {
        /// Until that day.
        until: Date,
    },
    /// It was accepted.
    Accepted {
        /// On that day, as the acceptance says.
        on: Date,
        /// Which of its options.
        of: TermsId,
    },
    /// It was withdrawn before anybody accepted it.
    Withdrawn {
        /// From that day on.
        on: Date,
    },
    /// Nobody accepted it in time.
    Expired {
        /// The last day on which it could be accepted.
        until: Date,
    },
}

impl Offered {
    /// Where it stands on a day.
    #[must_use]
    pub fn state(&self, today: Date) -> State {
        if let Some((acceptance, _)) = &self.acceptance {
            return State::Accepted {
                on: acceptance.on,
                of: acceptance.of,
            };
        }
        if let Some((withdrawal, _)) = &self.withdrawal {
            return State::Withdrawn { on: withdrawal.on };
        }
        if let Some(role) = self.awaited() {
            return State::AwaitingApproval(role);
        }
        let until = self.until(None);
        if today > until {
            State::Expired { until }
        } else if self.approval.is_some() {
            State::Approved { until }
        } else {
            State::Offered { until }
        }
    }

    /// What an agreement says of it.
    #[must_use]
    pub fn signing(&self) -> Signing {
        Signing {
            lender: self.by.lender.clone(),
            demo: self.by.demo,
            by: self.by.holder.clone(),
            awaited: self.awaited().is_some(),
            approved: self.approval.as_ref().map(|(approval, by)| Approved {
                by: by.holder.clone(),
                on: approval.on,
                until: approval.until,
                reason: approval.reason.clone(),
            }),
            accepted: self.acceptance.as_ref().map(|(acceptance, by)| Accepted {
                on: acceptance.on,
                countersigned: by.as_ref().map(|by| by.holder.clone()),
                recording: acceptance.recording.clone(),
            }),
            withdrawn: self
                .withdrawal
                .as_ref()
                .map(|(withdrawal, _)| withdrawal.on),
            known_on: self.by.known_on,
        }
    }

    /// Who must still approve.
    pub(super) fn awaited(&self) -> Option<Role> {
        let asked = self.options.iter().filter_map(|option| option.approval);
        asked.max().filter(|_| self.approval.is_none())
    }

    /// The last day on which one option, or any of them, can be accepted.
    pub(super) fn until(&self, of: Option<TermsId>) -> Date {
        let offered = self
            .options
            .iter()
            .filter(|option| of.is_none_or(|id| id == option.id))
            .map(|option| option.opened.offer.expires_on)
            .max()
            .unwrap_or_default();
        self.approval
            .as_ref()
            .map_or(offered, |(approval, _)| offered.min(approval.until))
    }

    /// The day on which what is owed holds.
    pub(super) fn as_of(&self) -> Date {
        self.options
            .iter()
            .map(|option| option.opened.offer.claim.as_of)
            .max()
            .unwrap_or_default()
    }
}
