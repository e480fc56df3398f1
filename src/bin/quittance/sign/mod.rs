//! `quittance sign`: offers, menus, and what follows them.
//!
//! ```text
//! terms    an offer, judged before it is signed
//! about    the offer that an answer speaks of
//! answers  requests, approvals, acceptances, counter-proposals, withdrawals
//! hand     who signs, and what goes into one text
//! ```

mod about;
mod answers;
pub mod hand;
pub mod terms;

use quittance::engine::rules::Role;
use quittance::share::ShareError;
use quittance::share::signed::{Kind, Menu};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::answers::{Acceptance, Approval, Counter, Request, Withdrawal};
use self::hand::Hand;
use self::terms::OfferAsked;
use crate::document::{Answering, BadInput, Outcome};
use crate::signed::doubt::{Told, of_refusal};
use crate::signed::given::Lenders;
use crate::verdict::Judged;

/// One thing to be signed, by whom, and whom its reader will trust.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The seed of the secret key, 64 hexadecimal digits; nothing where a borrower answers.
    #[serde(default)]
    key: Option<String>,
    /// The entries of the lenders that the reader knows.
    lenders: Lenders,
    /// The only root key that counts; every lender's own if nothing is said.
    #[serde(default)]
    pinned: Option<String>,
    /// How far the lender's people may go: what goes beyond is not signed.
    #[serde(default)]
    authorities: Vec<String>,
    /// Certificates that are not in the entries.
    #[serde(default)]
    certificates: Vec<String>,
    /// Whether the signers' certificates stand in the text; where they do not, the reader needs the lender's entry.
    #[serde(default)]
    embed: bool,
    /// Whether an answer stands alone, without the offer that it speaks of.
    #[serde(default)]
    alone: bool,
    /// An offer.
    #[serde(default)]
    offer: Option<OfferAsked>,
    /// Up to eight offers on one debt, any one of which can be accepted.
    #[serde(default)]
    menu: Option<Vec<OfferAsked>>,
    /// That somebody approve an offer.
    #[serde(default)]
    approval_request: Option<Request>,
    /// An approval.
    #[serde(default)]
    approval: Option<Approval>,
    /// An acceptance: a borrower's own without a key, countersigned with one.
    #[serde(default)]
    acceptance: Option<Acceptance>,
    /// What a borrower would rather do.
    #[serde(default)]
    counter_proposal: Option<Counter>,
    /// That an offer no longer holds.
    #[serde(default)]
    withdrawal: Option<Withdrawal>,
}

/// What was signed: it was opened again, and stands.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// `offer`, `menu`, `approval-request`, `approval`, `acceptance`, `counter-proposal` or `withdrawal`.
    what: &'static str,
    /// The text, for a link or a file.
    text: String,
    characters: usize,
    /// The id of the offer or menu that was signed, or that is spoken of.
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<String>,
    /// The ids of a menu's options, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<String>,
    /// Who must approve before it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    approval: Option<&'static str>,
    /// The id of the key that signed; none for a borrower's own answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    key: Option<String>,
    /// The ids of the keys whose certificates stand in the text.
    embedded: Vec<String>,
    /// What the rules say of each offer: for the lender alone, since it names limits.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    verdicts: Vec<Judged>,
}

/// Why nothing is signed.
pub enum Stop {
    /// The document is wrong.
    Bad(BadInput),
    /// The rules, or somebody's limits, do not let it be signed.
    Refused { reasons: Vec<String> },
}

impl From<BadInput> for Stop {
    fn from(fault: BadInput) -> Self {
        Self::Bad(fault)
    }
}

impl Stop {
    /// What would not stand is not signed.
    pub fn of(told: &Told) -> Self {
        Self::Refused {
            reasons: vec![told.in_words()],
        }
    }
}

/// The command.
pub struct Sign;

impl Answering for Sign {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "sign";
    const ABOUT: &'static str = "Sign an offer, a menu, a request, an approval, an acceptance, a counter-proposal, a withdrawal";
    const EXAMPLE: &'static str = include_str!("example.json");

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        outcome(document.signed())
    }
}

/// The outcome of signing.
pub fn outcome(signed: Result<Answer, Stop>) -> Result<Outcome<Answer>, BadInput> {
    match signed {
        Ok(answer) => Ok(Outcome::Answered(answer)),
        Err(Stop::Refused { reasons }) => Ok(Outcome::Refused {
            reasons,
            answer: None,
        }),
        Err(Stop::Bad(fault)) => Err(fault),
    }
}

impl Document {
    fn signed(self) -> Result<Answer, Stop> {
        let ring = self
            .lenders
            .ring(self.pinned.as_deref(), &self.authorities)?;
        let hand = Hand::new(self.key.as_deref(), &ring, &self.certificates, self.embed)?;
        let mut asked: Vec<Result<Answer, Stop>> = Vec::new();
        let alone = self.alone;
        asked.extend(self.offer.map(|offer| one_offer("offer", &offer, &hand)));
        asked.extend(self.menu.map(|menu| several(&menu, &hand)));
        asked.extend(self.approval_request.map(|request| request.signed(&hand)));
        asked.extend(self.approval.map(|approval| approval.signed(&hand, alone)));
        asked.extend(
            self.acceptance
                .map(|accepted| accepted.signed(&hand, alone)),
        );
        asked.extend(self.counter_proposal.map(|counter| counter.signed(&hand)));
        asked.extend(self.withdrawal.map(|gone| gone.signed(&hand, alone)));
        let count = asked.len();
        if let (Some(signed), 1) = (asked.pop(), count) {
            return signed;
        }
        let problem = "write one of offer, menu, approval_request, approval, acceptance, counter_proposal and withdrawal";
        Err(BadInput::place("", problem).into())
    }
}

/// An offer, signed.
pub fn one_offer(at: &str, asked: &OfferAsked, hand: &Hand<'_>) -> Result<Answer, Stop> {
    let terms = asked.terms(at, hand)?;
    let approval = terms.offering.approval;
    let payload = terms
        .offering
        .encode()
        .map_err(|refusal| BadInput::place(at, &of_refusal(refusal)))?;
    let object = hand.must_sign(Kind::Offer, payload)?;
    Ok(Answer {
        approval: approval.map(Role::code),
        verdicts: vec![terms.verdict],
        ..hand.sealed(object, Vec::new(), None)?
    })
}

/// A menu, signed.
fn several(asked: &[OfferAsked], hand: &Hand<'_>) -> Result<Answer, Stop> {
    let (mut options, mut verdicts) = (Vec::new(), Vec::new());
    for (option, place) in asked.iter().zip(1_u32..) {
        let terms = option.terms(&format!("menu.{place}"), hand)?;
        options.push(terms.offering);
        verdicts.push(terms.verdict);
    }
    let approval = options.iter().filter_map(|option| option.approval).max();
    let menu = Menu::of(options).map_err(|refusal| {
        let problem = format!(
            "a menu is one to eight different offers on one debt: {}",
            of_refusal(refusal)
        );
        BadInput::place("menu", &problem)
    })?;
    let payload = menu
        .encode()
        .map_err(|refusal| BadInput::place("menu", &of_refusal(refusal)))?;
    let object = hand.must_sign(Kind::Menu, payload)?;
    Ok(Answer {
        approval: approval.map(Role::code),
        verdicts,
        ..hand.sealed(object, Vec::new(), None)?
    })
}

/// Why something cannot be written.
pub fn unwritten(error: &ShareError) -> String {
    match error {
        ShareError::Refused(refusal) => of_refusal(*refusal),
        ShareError::TooLong { length } => format!(
            "the text would have {length} characters: shorten what people wrote, name the creditor in the lender's entry, or leave the certificates out"
        ),
    }
}
