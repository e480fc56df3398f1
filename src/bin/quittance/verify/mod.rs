//! `quittance verify`: whether a text stands, what it is, who made it and when.

mod answer;

use quittance::share::TextKind;
use quittance::share::signed::Ring;
use schemars::JsonSchema;
use serde::Deserialize;

use self::answer::Answer;
use crate::bulk::Bulk;
use crate::document::{Answering, BadInput, Outcome};
use crate::signed::given::{Lenders, OneOrMany, public_key, standing};
use crate::values::Day;

/// A text, and whom to believe.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The text, such as `s1.….z`; or a list, each text of which is answered on a line of its own.
    text: OneOrMany,
    /// The entries of the lenders whose signatures count. With none of them nothing signed stands.
    lenders: Lenders,
    /// The only root key that counts, as 64 hexadecimal digits; every lender's own if nothing is said.
    #[serde(default)]
    pinned: Option<String>,
    /// How far the lenders' people may go, as `quittance keys` wrote it; no limit is checked that does not stand here.
    #[serde(default)]
    authorities: Vec<String>,
    /// The day for which it is asked where things stand.
    today: Day,
}

/// The command.
pub struct Verify;

impl Answering for Verify {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "verify";
    const ABOUT: &'static str =
        "A text with signatures: whether it stands, what it is, who made it, and where it is";
    const EXAMPLE: &'static str = include_str!("example.json");
    const BULK: Option<Bulk> = Some(Bulk {
        field: "text",
        columns: &[
            "id",
            "stands",
            "what",
            "state.name",
            "state.until",
            "state.on",
            "terms",
            "by.holder",
            "by.role",
            "by.lender",
            "by.demo",
            "approval.by.holder",
            "options.0.currency",
            "options.0.paid",
            "options.0.count",
            "options.0.first_date",
            "options.0.last_date",
            "doubt.code",
            "says",
            "error.problem",
        ],
    });

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let pinned = document.pinned.as_deref();
        let ring = document.lenders.ring(pinned, &document.authorities)?;
        let root = pinned.map(|text| public_key("pinned", text)).transpose()?;
        let text = document.text.0.trim();
        let answer = judged(text, &ring, root.as_ref(), document.today);
        Ok(match answer.reason() {
            None => Outcome::Answered(answer),
            Some(reason) => Outcome::Refused {
                reasons: vec![reason],
                answer: Some(answer),
            },
        })
    }
}

fn judged(
    text: &str,
    ring: &Ring,
    root: Option<&quittance::share::signed::PublicKey>,
    today: Day,
) -> Answer {
    if TextKind::of(text) == Some(TextKind::Draft) {
        return Answer::draft(text);
    }
    match standing(text, ring) {
        Ok(signed) => Answer::of(&signed, ring, root, today.0),
        Err(told) => Answer::doubted(None, told),
    }
}
