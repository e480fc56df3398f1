//! Requests, approvals, acceptances, counter-proposals and withdrawals.

use quittance::engine::rules::Role;
use quittance::share::signed::{self, Envelope, Kind};
use quittance::share::{Refusal, TermsId};
use schemars::JsonSchema;
use serde::Deserialize;

use super::about::About;
use super::hand::Hand;
use super::terms::OfferAsked;
use super::{Answer, Stop};
use crate::document::BadInput;
use crate::signed::doubt::of_refusal;
use crate::signed::given::{approver, authority};
use crate::values::Day;

/// That somebody approve an offer.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The text of the offer or menu.
    about: String,
    on: Day,
    /// `supervisor` or `manager`; whom the offer itself names if nothing is said.
    #[serde(default)]
    asked: Option<String>,
    #[serde(default)]
    note: Option<String>,
    /// How far the agent may go, to be shown to whoever approves.
    #[serde(default)]
    authority: Option<String>,
}

/// An approval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// The text of the offer, menu or request, or the id of the offer.
    about: String,
    on: Day,
    /// The last day on which the borrower can accept under it.
    until: Day,
    /// Why: the borrower reads it too.
    reason: String,
}

/// An acceptance.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// The text of the offer or menu, or the id of the offer.
    about: String,
    /// Which option of a menu, from 1.
    #[serde(default)]
    option: Option<usize>,
    on: Day,
    /// Where a recording of an oral agreement is kept.
    #[serde(default)]
    recording: Option<String>,
}

/// What a borrower would rather do.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Counter {
    /// The text of the offer or menu that it answers, or its id; nothing if it comes unasked.
    #[serde(default)]
    about: Option<String>,
    on: Day,
    /// The wish, which no rule judges.
    wish: OfferAsked,
    #[serde(default)]
    note: Option<String>,
}

/// That an offer no longer holds.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawal {
    /// The text of the offer or menu, or its id.
    about: String,
    /// From which day on.
    on: Day,
    #[serde(default)]
    reason: Option<String>,
}

fn written(at: &str, bytes: Result<Vec<u8>, Refusal>) -> Result<Vec<u8>, BadInput> {
    bytes.map_err(|refusal| BadInput::place(at, &of_refusal(refusal)))
}

impl Request {
    /// The request with its offer.
    pub fn signed(self, hand: &Hand<'_>) -> Result<Answer, Stop> {
        let about = About::read("approval_request.about", &self.about, hand)?;
        let offered = about.needed("approval_request.about")?;
        let named = offered.options.iter().filter_map(|option| option.approval);
        let asked = match (&self.asked, named.max()) {
            (Some(text), _) => approver("approval_request.asked", text)?,
            (None, Some(role)) => role,
            (None, None) => Role::Supervisor,
        };
        let request = signed::Request {
            of: about.id,
            on: self.on.0,
            asked,
            note: self.note,
        };
        let mut beside = about.beside(Kind::Request);
        if let Some(text) = &self.authority {
            let authority = authority("approval_request.authority", text)?;
            let payload = written("approval_request.authority", authority.encode())?;
            beside.push(Envelope::unsigned(Kind::Authority, payload));
        }
        let payload = written("approval_request", request.encode())?;
        let object = hand.must_sign(Kind::Request, payload)?;
        hand.sealed(object, beside, Some(about.id))
    }
}

impl Approval {
    /// The approval, with its offer unless it stands alone.
    pub fn signed(self, hand: &Hand<'_>, alone: bool) -> Result<Answer, Stop> {
        let about = About::read("approval.about", &self.about, hand)?;
        let approval = signed::Approval {
            of: about.id,
            on: self.on.0,
            until: self.until.0,
            reason: self.reason,
        };
        let payload = written("approval", approval.encode())?;
        answered(
            &about,
            hand,
            alone,
            hand.must_sign(Kind::Approval, payload)?,
            about.id,
        )
    }
}

impl Acceptance {
    /// The acceptance, with its offer unless it stands alone.
    pub fn signed(self, hand: &Hand<'_>, alone: bool) -> Result<Answer, Stop> {
        let about = About::read("acceptance.about", &self.about, hand)?;
        let of = self.option_of(&about)?;
        let acceptance = signed::Acceptance {
            of,
            on: self.on.0,
            recording: self.recording,
        };
        let payload = written("acceptance", acceptance.encode())?;
        answered(
            &about,
            hand,
            alone,
            hand.may_sign(Kind::Acceptance, payload),
            of,
        )
    }

    fn option_of(&self, about: &About) -> Result<TermsId, BadInput> {
        let at = "acceptance.option";
        match (self.option, &about.offered) {
            (None, Some(offered)) if offered.menu => {
                let problem = format!("missing: the menu has {} options", offered.options.len());
                Err(BadInput::place(at, &problem))
            }
            (None, _) => Ok(about.id),
            (Some(number), Some(offered)) if offered.menu => number
                .checked_sub(1)
                .and_then(|place| offered.options.get(place))
                .map(|option| option.id)
                .ok_or_else(|| {
                    let problem = format!("the menu has {} options", offered.options.len());
                    BadInput::value(at, &number, &problem)
                }),
            (Some(number), _) => {
                let problem = "has a meaning only with the text of a menu";
                Err(BadInput::value(at, &number, problem))
            }
        }
    }
}

impl Counter {
    /// The counter-proposal, which always stands alone.
    pub fn signed(self, hand: &Hand<'_>) -> Result<Answer, Stop> {
        let about = self
            .about
            .as_deref()
            .map(|text| About::read("counter_proposal.about", text, hand))
            .transpose()?;
        let of = about.map(|about| about.id);
        let counter = signed::Counter {
            of,
            on: self.on.0,
            wish: self.wish.wish("counter_proposal.wish", hand)?,
            note: self.note,
        };
        let payload = written("counter_proposal", counter.encode())?;
        hand.sealed(hand.may_sign(Kind::Counter, payload), Vec::new(), of)
    }
}

impl Withdrawal {
    /// The withdrawal, with its offer unless it stands alone.
    pub fn signed(self, hand: &Hand<'_>, alone: bool) -> Result<Answer, Stop> {
        let about = About::read("withdrawal.about", &self.about, hand)?;
        let withdrawal = signed::Withdrawal {
            of: about.id,
            on: self.on.0,
            reason: self.reason,
        };
        let payload = written("withdrawal", withdrawal.encode())?;
        answered(
            &about,
            hand,
            alone,
            hand.must_sign(Kind::Withdrawal, payload)?,
            about.id,
        )
    }
}

/// An answer in one text with what it speaks of, where that was given and nobody wants the answer alone.
fn answered(
    about: &About,
    hand: &Hand<'_>,
    alone: bool,
    object: Envelope,
    of: TermsId,
) -> Result<Answer, Stop> {
    let beside = if alone {
        Vec::new()
    } else {
        about.beside(object.kind)
    };
    hand.sealed(object, beside, Some(of))
}
