//! `quittance countersign`: drafts that agents made without a key, signed one after the other.

use quittance::share::TextKind;
use quittance::share::signed::{Bundle, Kind, Signed, read_objects};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use crate::bulk::Bulk;
use crate::document::{Answering, BadInput, Outcome};
use crate::sign::hand::Hand;
use crate::sign::terms::OfferAsked;
use crate::sign::{Answer, Stop, one_offer, outcome};
use crate::signed::doubt::Told;
use crate::signed::given::{Lenders, OneOrMany, standing};

/// Drafts, and who signs them.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A draft, `q1.….z`, to be offered; or a text with an acceptance that nobody at the lender has signed yet. Or a
    /// list, each text of which is answered on a line of its own.
    draft: OneOrMany,
    /// The seed of the secret key, 64 hexadecimal digits.
    key: String,
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
    /// Whether the signers' certificates stand in the text.
    #[serde(default)]
    embed: bool,
    /// The rule packs that judge drafts; the law of each draft's jurisdiction and the pack that it names if nothing is
    /// said.
    #[serde(default)]
    packs: Option<Vec<Value>>,
    /// Who must approve: `supervisor` or `manager`; whom the rules ask if nothing is said, and never less.
    #[serde(default)]
    approval: Option<String>,
}

/// The command.
pub struct Countersign;

impl Answering for Countersign {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "countersign";
    const ABOUT: &'static str =
        "Sign drafts and acceptances in bulk: a list, or a folder of .quittance files";
    const EXAMPLE: &'static str = include_str!("sign/countersign_example.json");
    const BULK: Option<Bulk> = Some(Bulk {
        field: "draft",
        columns: &[
            "id",
            "what",
            "terms",
            "approval",
            "key",
            "characters",
            "text",
            "refused",
            "error.problem",
        ],
    });

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        outcome(document.signed())
    }
}

impl Document {
    fn signed(self) -> Result<Answer, Stop> {
        let ring = self
            .lenders
            .ring(self.pinned.as_deref(), &self.authorities)?;
        let hand = Hand::new(Some(&self.key), &ring, &self.certificates, self.embed)?;
        let text = self.draft.0.trim();
        if TextKind::of(text) == Some(TextKind::Signed) {
            return acceptance(text, &hand);
        }
        let offer = OfferAsked::draft(text, self.packs, self.approval);
        one_offer("draft", &offer, &hand)
    }
}

/// A borrower's own acceptance with the lender's signature under it.
fn acceptance(text: &str, hand: &Hand<'_>) -> Result<Answer, Stop> {
    let unsigned = match standing(text, hand.ring).map_err(|told| Stop::of(&told))? {
        Signed::Offered(offered) => matches!(offered.acceptance, Some((_, None))),
        Signed::Acceptance(_, by) => by.is_none(),
        _ => false,
    };
    let bundle = read_objects(text).map_err(|error| Stop::of(&Told::of(&error.into(), None)))?;
    let Some(found) = bundle.only(Kind::Acceptance).filter(|_| unsigned) else {
        let problem = "holds neither a draft nor an acceptance that is still to be signed";
        return Err(BadInput::place("draft", problem).into());
    };
    let signed = hand.must_sign(Kind::Acceptance, found.payload.clone())?;
    let beside = without(&bundle, Kind::Acceptance);
    hand.sealed(signed, beside, None)
}

fn without(bundle: &Bundle, kind: Kind) -> Vec<quittance::share::signed::Envelope> {
    let others = bundle.objects().iter().filter(|object| object.kind != kind);
    others.cloned().collect()
}
