//! Why something does not stand: a name that does not change, its values, and a sentence.

use std::collections::BTreeMap;

use quittance::engine::calendar::{Date, format_date};
use quittance::engine::money::{Currency, Money};
use quittance::share::signed::{Beyond, Doubt};
use quittance::share::{LinkError, Refusal};
use quittance::text::Locale;
use quittance::text::problem::plan_problem;
use schemars::JsonSchema;
use serde::Serialize;

use super::hex;

/// A doubt as answers show it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Told {
    /// What does not stand, by a name that does not change.
    pub code: &'static str,
    /// Its values by name: dates, ids, limits.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<&'static str, String>,
    /// What happened, and what to do.
    pub sentence: String,
}

impl Told {
    /// A doubt with values.
    pub fn new<const N: usize>(
        code: &'static str,
        fields: [(&'static str, String); N],
        sentence: &str,
    ) -> Self {
        Self {
            code,
            fields: fields.into_iter().collect(),
            sentence: sentence.to_owned(),
        }
    }

    /// Its code and its sentence.
    pub fn in_words(&self) -> String {
        format!("{}: {}", self.code, self.sentence)
    }

    /// A doubt; amounts in it are in that currency, or in minor units where none is known.
    pub fn of(doubt: &Doubt, currency: Option<Currency>) -> Self {
        match doubt {
            Doubt::Text(error) => of_text(error, currency),
            Doubt::Unreadable(refusal) => Self::new(
                "unreadable",
                [("what", of_refusal(*refusal))],
                "An object in the text is not in the form that this version writes: ask its maker for another.",
            ),
            Doubt::UnknownSigner(key) => Self::new(
                "unknown-signer",
                [("key", hex::digits(key.bytes()))],
                "No lender known here certified this key: add the lender's entry, or ask the lender whether the key is its own.",
            ),
            Doubt::UnknownRoot => Self::new(
                "unknown-root",
                [],
                "No lender known here signed a certificate in the text: add the lender's entry.",
            ),
            Doubt::Signature(kind) => Self::new(
                "signature",
                [("kind", kind.code().to_owned())],
                "The signature does not fit what it stands under: it was made over something else, or by another key.",
            ),
            Doubt::Unsigned(kind) => Self::new(
                "unsigned",
                [("kind", kind.code().to_owned())],
                "This counts for nothing without a signature, and has none: ask the lender to sign it.",
            ),
            Doubt::Role { kind, role } => Self::new(
                "role",
                [
                    ("kind", kind.code().to_owned()),
                    ("role", role.code().to_owned()),
                ],
                "The signer's role may not do this: somebody of a higher role must sign.",
            ),
            Doubt::NotCertifiedThen { on, from, until } => Self::new(
                "not-certified-then",
                days([("on", *on), ("from", *from), ("until", *until)]),
                "The day that it bears lies outside the time for which the signer's key is certified.",
            ),
            Doubt::KeyWithdrawn { key, from } => Self::new(
                "key-withdrawn",
                [
                    ("key", hex::digits(key.bytes())),
                    ("from", format_date(*from)),
                ],
                "The lender withdrew this key before the day that the signature bears.",
            ),
            Doubt::BeyondAuthority(beyond) => of_limit(beyond, currency),
            Doubt::OtherTerms(kind) => Self::new(
                "other-terms",
                [("kind", kind.code().to_owned())],
                "This speaks of other terms than those beside it.",
            ),
            Doubt::ForeignCreditor => Self::new(
                "foreign-creditor",
                [],
                "The creditor or its ways to pay are not among those that the signer's lender lists: pay nothing on it, and ask the lender.",
            ),
            Doubt::ApprovedByEqual => Self::new(
                "approved-by-equal",
                [],
                "Whoever approved stands no higher than whoever offered: somebody of a higher role must approve.",
            ),
            Doubt::TooLate { kind, on, until } => {
                in_time("too-late", kind.code(), *on, ("until", *until))
            }
            Doubt::TooEarly { kind, on, from } => {
                in_time("too-early", kind.code(), *on, ("from", *from))
            }
            Doubt::NotTogether => Self::new(
                "not-together",
                [],
                "The objects in the text do not belong together.",
            ),
        }
    }
}

fn days<const N: usize>(given: [(&'static str, Date); N]) -> [(&'static str, String); N] {
    given.map(|(name, day)| (name, format_date(day)))
}

fn in_time(code: &'static str, kind: &str, on: Date, limit: (&'static str, Date)) -> Told {
    Told::new(
        code,
        [
            ("kind", kind.to_owned()),
            ("on", format_date(on)),
            (limit.0, format_date(limit.1)),
        ],
        if code == "too-late" {
            "This bears a day after the last one on which it could be given: ask for a new offer."
        } else {
            "This bears a day before that of the offer."
        },
    )
}

fn of_text(error: &LinkError, currency: Option<Currency>) -> Told {
    match error {
        LinkError::NotALink => Told::new("not-a-link", [], "This is no text of Quittance."),
        LinkError::Locked => Told::new(
            "under-passphrase",
            [],
            "The text is under a passphrase: take it out with quittance protect first.",
        ),
        LinkError::CutOff => Told::new(
            "cut-off",
            [],
            "The end of the text is missing: ask for it to be sent again, whole.",
        ),
        LinkError::Damaged => Told::new(
            "damaged",
            [],
            "The text was changed on its way: ask for it to be sent again.",
        ),
        LinkError::TooLong { length } => Told::new(
            "too-long",
            [("length", length.to_string())],
            "The text is longer than any that Quittance makes.",
        ),
        LinkError::NewerVersion { version } => Told::new(
            "newer-version",
            [("version", version.to_string())],
            "The text was made by a later version than this program knows: use a newer program.",
        ),
        LinkError::Unsupported(refusal) => Told::new(
            "unsupported",
            [("what", of_refusal(*refusal))],
            "The text arrived whole, but not as this version writes it: ask its maker for another.",
        ),
        LinkError::NoPlan(error) => Told::new(
            "no-plan",
            [(
                "why",
                plan_problem(Locale::En, currency.unwrap_or(Currency::Cny), error),
            )],
            "The text arrived whole, but its terms do not fit the debt: ask for a new offer.",
        ),
    }
}

/// What is wrong with the bytes, and at which key.
pub fn of_refusal(refusal: Refusal) -> String {
    match refusal {
        Refusal::NotCanonical => "not in its only form".to_owned(),
        Refusal::UnknownKey { what } => format!("an unknown key in {what}"),
        Refusal::Missing { what } => format!("{what} is missing"),
        Refusal::Value { what } => format!("{what} has a value that cannot stand there"),
        Refusal::UnknownCreditor => {
            "the creditor is named by a reference that no lender known here has".to_owned()
        }
    }
}

fn of_limit(beyond: &Beyond, currency: Option<Currency>) -> Told {
    let money = |amount: Money| {
        currency.map_or_else(
            || format!("{} minor units", amount.minor()),
            |currency| amount.to_decimal_string_with(currency.minor_digits()),
        )
    };
    let (measure, limit, actual) = match beyond {
        Beyond::Currency { limit, actual } => (
            "currency",
            limit.code().to_owned(),
            actual.code().to_owned(),
        ),
        Beyond::Owed { limit, actual } => ("owed", money(*limit), money(*actual)),
        Beyond::Waived { limit, actual } => ("waived", money(*limit), money(*actual)),
        Beyond::WaivedShare {
            limit,
            waived,
            owed,
        } => (
            "waived-share",
            format!("{} %", limit.to_percent_string()),
            format!("{} of {}", money(*waived), money(*owed)),
        ),
        Beyond::Days { limit, actual } => ("days", limit.to_string(), actual.to_string()),
    };
    Told::new(
        "beyond-authority",
        [
            ("measure", measure.to_owned()),
            ("limit", limit),
            ("actual", actual),
        ],
        "The offer goes further than its signer may, and nobody who may has approved it: ask for approval.",
    )
}
