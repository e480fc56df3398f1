//! `quittance protect`: texts put under a passphrase, and taken out of it.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use pbkdf2::pbkdf2_hmac;
use quittance::share::locked::{ASSOCIATED, ITERATIONS, Locked, Phrase, to_lock, unlocked};
use quittance::share::{ShareError, TextKind};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::Sha256;

use crate::bulk::Bulk;
use crate::document::{Answering, BadInput, Outcome};
use crate::signed::doubt::Told;
use crate::signed::given::OneOrMany;
use crate::signed::random;

/// A text, and a passphrase where it is under one.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// A draft or a signed text, to be put under a new passphrase; or a text that is under one, to be taken out of it. Or a
    /// list, each text of which is answered on a line of its own.
    text: OneOrMany,
    /// The passphrase of a text that is under one. Nobody chooses the passphrase of a new one.
    #[serde(default)]
    phrase: Option<String>,
}

/// The text that was made.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// The text.
    text: String,
    /// Its passphrase, where it is under one now: never to be sent by the same way as the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    phrase: Option<String>,
    /// How many characters the text has.
    characters: usize,
}

/// The command.
pub struct Protect;

impl Answering for Protect {
    type Document = Document;
    type Answer = Answer;
    const NAME: &'static str = "protect";
    const ABOUT: &'static str =
        "Put texts under passphrases that it makes, or take one out of its passphrase";
    const EXAMPLE: &'static str = include_str!("protect_example.json");
    const BULK: Option<Bulk> = Some(Bulk {
        field: "text",
        columns: &["phrase", "characters", "text", "error.problem"],
    });

    fn answer(document: Document) -> Result<Outcome<Answer>, BadInput> {
        let text = document.text.0.trim();
        if TextKind::of(text) != Some(TextKind::Locked) {
            if document.phrase.is_some() {
                let problem =
                    "is for texts that begin with p1: a new passphrase is made, not chosen";
                return Err(BadInput::place("phrase", problem));
            }
            return locked(text).map(Outcome::Answered);
        }
        let Some(typed) = document.phrase else {
            let problem = "is missing: the text is under one, which whoever made it has";
            return Err(BadInput::place("phrase", problem));
        };
        let Some(phrase) = Phrase::typed(&typed) else {
            let problem = "a passphrase has twelve letters and digits, such as 7K3M-9QXT-2F4H";
            return Err(BadInput::place("phrase", problem));
        };
        let locked = Locked::read(text).map_err(|error| unread(&Told::of(&error.into(), None)))?;
        let Some(text) = opened(&locked, &phrase) else {
            return Ok(Outcome::Refused {
                reasons: vec![
                    "wrong-passphrase: it does not open the text; ask its maker".to_owned(),
                ],
                answer: None,
            });
        };
        Ok(Outcome::Answered(Answer::of(text, None)))
    }
}

impl Answer {
    fn of(text: String, phrase: Option<String>) -> Self {
        Self {
            characters: text.chars().count(),
            text,
            phrase,
        }
    }
}

fn unread(told: &Told) -> BadInput {
    BadInput::place("text", &told.sentence)
}

fn locked(text: &str) -> Result<Answer, BadInput> {
    let plain = to_lock(text).map_err(|error| unread(&Told::of(&error.into(), None)))?;
    let phrase = Phrase::of_chance(&random()?);
    let (salt, nonce) = (random()?, random()?);
    let payload = Payload {
        msg: &plain,
        aad: ASSOCIATED,
    };
    let cipher = cipher(&phrase, &salt)
        .encrypt(&Nonce::from(nonce), payload)
        .map_err(|_| BadInput::place("text", "cannot be enciphered"))?;
    let locked = Locked {
        salt,
        nonce,
        cipher,
    };
    let text = locked.text().map_err(|error| match error {
        ShareError::TooLong { length } => {
            let problem = format!(
                "under a passphrase it would have {length} characters, more than a link may"
            );
            BadInput::place("text", &problem)
        }
        ShareError::Refused(_) => BadInput::place("text", "cannot stand in a link"),
    })?;
    Ok(Answer::of(text, Some(phrase.shown())))
}

fn opened(locked: &Locked, phrase: &Phrase) -> Option<String> {
    let payload = Payload {
        msg: &locked.cipher,
        aad: ASSOCIATED,
    };
    let plain = cipher(phrase, &locked.salt)
        .decrypt(&Nonce::from(locked.nonce), payload)
        .ok()?;
    unlocked(&plain)
}

fn cipher(phrase: &Phrase, salt: &[u8]) -> Aes256Gcm {
    let mut key = Key::<Aes256Gcm>::default();
    pbkdf2_hmac::<Sha256>(phrase.symbols().as_bytes(), salt, ITERATIONS, &mut key);
    Aes256Gcm::new(&key)
}
