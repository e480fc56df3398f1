//! A certificate, and the limits that it names by their hash.

use quittance::engine::calendar::days_between;
use quittance::engine::money::{Currency, Money, Share};
use quittance::share::signed::{Authority, Certificate, Envelope, Kind, text_of};
use schemars::JsonSchema;
use serde::Deserialize;

use super::Answer;
use crate::document::BadInput;
use crate::signed::doubt::of_refusal;
use crate::signed::given::{public_key, role, secret_key};
use crate::signed::{hex, random};
use crate::values::{Day, DecimalText, coded};

/// A key to be certified.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Certify {
    /// The seed of the root key.
    root: String,
    /// The public key.
    subject: String,
    /// `agent`, `supervisor` or `manager`.
    role: String,
    /// How the lender names the holder: as it may be shown to a borrower.
    holder: String,
    /// The first day on which its signatures count.
    from: Day,
    /// The last day on which they do, at most ten years later.
    until: Day,
    /// How far the holder may go; as far as the rules let anybody if nothing is said.
    #[serde(default)]
    authority: Option<Limits>,
}

/// Limits of a key. One left out does not bind.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Limits {
    /// The currency of its amounts and of every offer under it, such as `CNY`.
    currency: String,
    /// The most that may be owed on the as-of date.
    #[serde(default)]
    most_owed: Option<DecimalText>,
    /// The most that may be given up in all.
    #[serde(default)]
    most_waived: Option<DecimalText>,
    /// The largest part of what is owed that may be given up, in per cent.
    #[serde(default)]
    most_waived_pct: Option<DecimalText>,
    /// The most days from the as-of date to the last payment.
    #[serde(default)]
    most_days: Option<i64>,
    /// Sixteen bytes as 32 hexadecimal digits, which keep the limits from being searched; random if nothing is said.
    #[serde(default)]
    salt: Option<String>,
}

impl Certify {
    /// The certificate, and apart from it the limits.
    pub fn certified(self) -> Result<Answer, BadInput> {
        let root = secret_key("certify.root", &self.root)?;
        let subject = public_key("certify.subject", &self.subject)?;
        if subject == root.public() {
            let problem = "the root key certifies other keys and signs entries: make another key for a person";
            return Err(BadInput::value("certify.subject", &self.subject, problem));
        }
        if days_between(self.from.0, self.until.0) < 0 {
            let problem = "must not be before the first day";
            return Err(BadInput::place("certify.until", problem));
        }
        let authority = self.authority.map(Limits::authority).transpose()?;
        let named =
            match &authority {
                None => None,
                Some(authority) => Some(authority.id().map_err(|refusal| {
                    BadInput::place("certify.authority", &of_refusal(refusal))
                })?),
            };
        let certificate = Certificate {
            subject,
            role: role("certify.role", &self.role)?,
            holder: self.holder,
            from: self.from.0,
            until: self.until.0,
            authority: named,
        };
        let payload = certificate
            .encode()
            .map_err(|refusal| BadInput::place("certify", &of_refusal(refusal)))?;
        let certificate = Envelope::signed(Kind::Certificate, payload, &root);
        let authority = authority
            .map(|authority| {
                let payload = authority.encode().map_err(|refusal| {
                    BadInput::place("certify.authority", &of_refusal(refusal))
                })?;
                alone(Envelope::unsigned(Kind::Authority, payload))
            })
            .transpose()?;
        Ok(Answer {
            certificate: Some(alone(certificate)?),
            authority,
            ..Answer::named(&subject)
        })
    }
}

/// The text of one object.
pub fn alone(object: Envelope) -> Result<String, BadInput> {
    text_of(vec![object]).map_err(|error| BadInput::place("", &crate::sign::unwritten(&error)))
}

impl Limits {
    fn authority(self) -> Result<Authority, BadInput> {
        let at = |field: &str| format!("certify.authority.{field}");
        let currency = coded(
            &at("currency"),
            &self.currency,
            Currency::CODES,
            Currency::from_code,
        )?;
        let amount = |field: &str, text: &Option<DecimalText>| -> Result<Option<Money>, BadInput> {
            let Some(text) = text else { return Ok(None) };
            let amount = text.amount(&at(field), currency.minor_digits())?;
            if amount.is_negative() {
                let problem = "must not be below zero";
                return Err(BadInput::value(&at(field), &text.0, problem));
            }
            Ok(Some(amount))
        };
        let salt = match &self.salt {
            None => random()?,
            Some(text) => hex::bytes(text).ok_or_else(|| {
                let problem = "a salt is 16 bytes as 32 hexadecimal digits";
                BadInput::place(&at("salt"), problem)
            })?,
        };
        let authority = Authority {
            salt,
            currency,
            most_owed: amount("most_owed", &self.most_owed)?,
            most_waived: amount("most_waived", &self.most_waived)?,
            most_waived_share: self
                .most_waived_pct
                .as_ref()
                .map(|text| {
                    Share::parse_percent(&text.0).map_err(|problem| {
                        BadInput::value(&at("most_waived_pct"), &text.0, &problem)
                    })
                })
                .transpose()?,
            most_days: self.most_days,
        };
        // What its own reader refuses must not be named in a certificate.
        let read = authority
            .encode()
            .and_then(|bytes| Authority::decode(&bytes));
        read.map_err(|refusal| BadInput::place("certify.authority", &of_refusal(refusal)))
    }
}
