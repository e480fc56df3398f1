//! The offer that an answer speaks of.

use quittance::share::TermsId;
use quittance::share::signed::{Envelope, Kind, Offered, Signed, read_objects};

use super::Stop;
use super::hand::Hand;
use crate::document::BadInput;
use crate::signed::given::{standing, terms_id};

/// An offer or a menu, by its id or with all that belongs to it.
pub struct About {
    pub id: TermsId,
    /// What was offered, where its text was given.
    pub offered: Option<Offered>,
    objects: Vec<Envelope>,
}

impl About {
    /// By an id, or by a text that stands.
    pub fn read(at: &str, text: &str, hand: &Hand<'_>) -> Result<Self, Stop> {
        let text = text.trim();
        if !text.starts_with(['s', '#', '%']) {
            return Ok(Self {
                id: terms_id(at, text)?,
                offered: None,
                objects: Vec::new(),
            });
        }
        let offered = match standing(text, hand.ring).map_err(|told| Stop::of(&told))? {
            Signed::Offered(offered) | Signed::Request { about: offered, .. } => *offered,
            _ => return Err(BadInput::place(at, "holds neither an offer nor a menu").into()),
        };
        let bundle = read_objects(text)
            .map_err(|error| Stop::of(&crate::signed::doubt::Told::of(&error.into(), None)))?;
        Ok(Self {
            id: offered.id,
            offered: Some(offered),
            objects: bundle.objects().to_vec(),
        })
    }

    /// What was offered: an id alone is not enough.
    pub fn needed(&self, at: &str) -> Result<&Offered, BadInput> {
        let problem = "write the text of the offer: its id alone is not enough here";
        self.offered
            .as_ref()
            .ok_or_else(|| BadInput::place(at, problem))
    }

    /// What stands beside an answer of a kind: the offer and its answers, without what was for the lender's own people
    /// and without an earlier answer of the same kind.
    pub fn beside(&self, kind: Kind) -> Vec<Envelope> {
        let stays = |object: &&Envelope| match object.kind {
            Kind::Offer | Kind::Menu | Kind::Certificate => true,
            Kind::Approval | Kind::Acceptance | Kind::Withdrawal => {
                kind != Kind::Request && object.kind != kind
            }
            Kind::Lender | Kind::Authority | Kind::Request | Kind::Counter => false,
        };
        self.objects.iter().filter(stays).cloned().collect()
    }
}
