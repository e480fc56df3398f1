//! `quittance keys`: keys, certificates and a lender's entry.

mod certify;
mod entry;

use quittance::share::signed::SecretKey;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use self::certify::Certify;
use self::entry::EntryAsked;
use crate::document::{Answering, BadInput, Outcome};
use crate::signed::given::secret_key;
use crate::signed::{hex, random};

/// One of three things to do.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// Make a key.
    #[serde(default)]
    make: Option<Make>,
    /// Certify a key with a root key.
    #[serde(default)]
    certify: Option<Certify>,
    /// Make a lender's entry, which readers pin.
    #[serde(default)]
    entry: Option<EntryAsked>,
}

/// A key.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Make {
    /// The seed, 64 hexadecimal digits; from the operating system's randomness if nothing is said.
    #[serde(default)]
    seed: Option<String>,
}

/// What was made.
#[derive(Default, Serialize, JsonSchema)]
pub struct Answer {
    /// The seed of the secret key, which nobody else may see: keep it where only its holder can read it.
    #[serde(skip_serializing_if = "Option::is_none")]
    seed: Option<String>,
    /// The public key that was made or certified, or the root key of an entry.
    public_key: String,
    key_id: String,
    /// As two people read it to each other.
    fingerprint: String,
    /// The certificate: it goes into the lender's entry, or beside what the key signs.
    #[serde(skip_serializing_if = "Option::is_none")]
    certificate: Option<String>,
    /// How far the key may go, for the lender's own programs: never to be given to a borrower.
    #[serde(skip_serializing_if = "Option::is_none")]
    authority: Option<String>,
    /// The entry.
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<String>,
    /// The ids of the creditors' lines by which offers name them, in the order given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    creditors: Vec<String>,
}

/// The command.
pub struct Keys;

impl Answering for Keys {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "keys";
    const ABOUT: &'static str =
        "Keys for signing: make one, certify one with its limits, make a lender's entry";
    const EXAMPLE: &'static str = r#"{"make":{}}"#;

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let answer = match (document.make, document.certify, document.entry) {
            (Some(make), None, None) => make.made()?,
            (None, Some(certify), None) => certify.certified()?,
            (None, None, Some(entry)) => entry.made()?,
            _ => {
                let problem = "write one of make, certify and entry";
                return Err(BadInput::place("", problem));
            }
        };
        Ok(Outcome::Answered(answer))
    }
}

impl Make {
    fn made(self) -> Result<Answer, BadInput> {
        let seed = match self.seed {
            Some(seed) => seed.to_ascii_lowercase(),
            None => hex::digits(&random::<32>()?),
        };
        let key = secret_key("make.seed", &seed)?;
        Ok(Answer {
            seed: Some(seed),
            ..Answer::of(&key)
        })
    }
}

impl Answer {
    /// The names of a key.
    fn of(key: &SecretKey) -> Self {
        Self::named(&key.public())
    }

    fn named(key: &quittance::share::signed::PublicKey) -> Self {
        Self {
            public_key: hex::digits(key.bytes()),
            key_id: hex::digits(key.id().bytes()),
            fingerprint: key.fingerprint(),
            ..Self::default()
        }
    }
}
