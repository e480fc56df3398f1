//! Reading named fields of a JSON document so that every refusal says where, what and which value.
//!
//! Case files and rule packs are read through this one door. Nothing is defaulted silently: a field
//! that is not known is refused, so that a misspelt limit cannot go unnoticed.

mod code_set;
mod problem;

use rust_decimal::Decimal;
use serde_json::{Map, Value};

pub use code_set::{CodeSet, Coded};
pub use problem::{FieldError, Problem, Refusal};

use crate::engine::calendar::{Date, parse_date};
use crate::engine::money::{Currency, Money, ParseMoneyError, Rate, Share};

/// The longest document that is read, in bytes.
pub const LONGEST_DOCUMENT: usize = 1 << 20;

/// Parses a document; the beginning of every reading.
///
/// # Errors
/// [`Problem::TooLong`] or [`Problem::NotJson`].
pub fn parse_document(text: &str) -> Result<Value, FieldError> {
    let refuse = |problem| FieldError::new(String::new(), problem);
    if text.len() > LONGEST_DOCUMENT {
        return Err(refuse(Problem::TooLong));
    }
    serde_json::from_str(text).map_err(|error| {
        refuse(Problem::NotJson {
            line: error.line(),
            column: error.column(),
        })
    })
}

/// A value of a document. Where it stands is sought only once it is refused.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    document: &'a Value,
    value: &'a Value,
}

/// An object of a document.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    field: Field<'a>,
    map: &'a Map<String, Value>,
}

impl<'a> Fields<'a> {
    /// One field of this object, which must be there.
    ///
    /// # Errors
    /// [`Problem::Missing`].
    pub fn required(&self, name: &str) -> Result<Field<'a>, FieldError> {
        self.optional(name)
            .ok_or_else(|| self.refuse(name, Problem::Missing))
    }

    /// One field of this object; `None` if it is not there or is `null`.
    #[must_use]
    pub fn optional(&self, name: &str) -> Option<Field<'a>> {
        let value = self.map.get(name).filter(|value| !value.is_null())?;
        Some(Field {
            value,
            ..self.field
        })
    }

    /// Refuses any field whose name is not in `known`.
    ///
    /// # Errors
    /// [`Problem::Unknown`] for the first such field.
    pub fn only(&self, known: &[&str]) -> Result<(), FieldError> {
        match self.map.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(()),
            Some(name) => {
                let known = known.join(", ");
                Err(self.refuse(name, Problem::Unknown { known }))
            }
        }
    }

    /// A refusal at this object or at one of its fields.
    #[must_use]
    pub fn refuse(&self, name: &str, problem: Problem) -> FieldError {
        FieldError::new(join(&self.field.path(), name), problem)
    }
}

impl<'a> Field<'a> {
    /// The root of a document.
    #[must_use]
    pub const fn root(value: &'a Value) -> Self {
        Self {
            document: value,
            value,
        }
    }

    /// A refusal of this value.
    #[must_use]
    pub fn refuse(&self, problem: Problem) -> FieldError {
        FieldError::new(self.path(), problem)
    }

    fn path(&self) -> String {
        path_to(self.document, self.value).unwrap_or_default()
    }

    /// The value as an object.
    ///
    /// # Errors
    /// [`Problem::NeedsObject`].
    pub fn object(&self) -> Result<Fields<'a>, FieldError> {
        let map = self
            .value
            .as_object()
            .ok_or_else(|| self.refuse(Problem::NeedsObject))?;
        Ok(Fields { field: *self, map })
    }

    /// The value as a list.
    ///
    /// # Errors
    /// [`Problem::NeedsList`].
    pub fn list(&self) -> Result<Vec<Field<'a>>, FieldError> {
        let values = self
            .value
            .as_array()
            .ok_or_else(|| self.refuse(Problem::NeedsList))?;
        Ok(values
            .iter()
            .map(|value| Field { value, ..*self })
            .collect())
    }

    /// The value as text of 1 to `most` characters.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::TextLength`].
    pub fn text(&self, most: usize) -> Result<&'a str, FieldError> {
        let text = self.raw()?;
        if text.trim().is_empty() || text.chars().count() > most {
            return Err(self.refuse(Problem::TextLength { most }));
        }
        Ok(text)
    }

    /// The value as `true` or `false`.
    ///
    /// # Errors
    /// [`Problem::NeedsYesNo`].
    pub fn yes_no(&self) -> Result<bool, FieldError> {
        self.value
            .as_bool()
            .ok_or_else(|| self.refuse(Problem::NeedsYesNo))
    }

    /// The value as a whole number from 0 to `most`.
    ///
    /// # Errors
    /// [`Problem::NeedsCount`].
    pub fn count(&self, most: u32) -> Result<u32, FieldError> {
        self.value
            .as_u64()
            .and_then(|number| u32::try_from(number).ok())
            .filter(|number| *number <= most)
            .ok_or_else(|| self.refuse(Problem::NeedsCount { most }))
    }

    /// The value as an amount of at least zero, written as text such as `"48532.17"`.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotAnAmount`], [`Problem::TooManyDecimals`],
    /// [`Problem::TooLarge`], [`Problem::Negative`].
    pub fn money(&self, currency: Currency) -> Result<Money, FieldError> {
        let text = self.raw()?;
        let found = || text.to_owned();
        let amount = Money::parse(text, currency).map_err(|error| {
            self.refuse(match error {
                ParseMoneyError::TooManyDecimals { allowed } => Problem::TooManyDecimals {
                    found: found(),
                    allowed,
                },
                ParseMoneyError::TooLarge => Problem::TooLarge { found: found() },
                ParseMoneyError::Empty | ParseMoneyError::NotANumber => {
                    Problem::NotAnAmount { found: found() }
                }
            })
        })?;
        if amount.is_negative() {
            return Err(self.refuse(Problem::Negative { found: found() }));
        }
        Ok(amount)
    }

    /// The value as a day, written as text such as `"2026-11-21"`.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotADate`].
    pub fn date(&self) -> Result<Date, FieldError> {
        let text = self.raw()?;
        parse_date(text).map_err(|_| {
            self.refuse(Problem::NotADate {
                found: text.to_owned(),
            })
        })
    }

    /// The value as a yearly rate in percent, written as text such as `"18.25"`.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotAPercentage`].
    pub fn rate(&self) -> Result<Rate, FieldError> {
        let text = self.raw()?;
        Rate::parse_percent(text).map_err(|_| {
            self.refuse(Problem::NotAPercentage {
                found: text.to_owned(),
            })
        })
    }

    /// The value as a share from 0 to 100 percent, written as text such as `"20"`.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotAPercentage`].
    pub fn share(&self) -> Result<Share, FieldError> {
        let text = self.raw()?;
        Share::parse_percent(text).map_err(|_| {
            self.refuse(Problem::NotAPercentage {
                found: text.to_owned(),
            })
        })
    }

    /// The value as a plain decimal number of at least zero, written as text such as `"1.5"`.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotANumber`].
    pub fn decimal(&self) -> Result<Decimal, FieldError> {
        let text = self.raw()?;
        let plain = !text.is_empty()
            && text.len() <= 20
            && text
                .bytes()
                .all(|byte| byte.is_ascii_digit() || byte == b'.');
        // Nothing to round in twenty characters; `parse` would bring the reading of exponents along.
        Decimal::from_str_exact(text)
            .ok()
            .filter(|_| plain)
            .ok_or_else(|| {
                self.refuse(Problem::NotANumber {
                    found: text.to_owned(),
                })
            })
    }

    /// The value as one of the codes of a closed list.
    ///
    /// # Errors
    /// [`Problem::NeedsText`], [`Problem::NotOneOf`].
    pub fn code<T>(
        &self,
        known: &[&str],
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Result<T, FieldError> {
        let text = self.raw()?;
        from_code(text).ok_or_else(|| {
            self.refuse(Problem::NotOneOf {
                found: text.to_owned(),
                known: known.join(", "),
            })
        })
    }

    fn raw(&self) -> Result<&'a str, FieldError> {
        self.value
            .as_str()
            .ok_or_else(|| self.refuse(Problem::NeedsText))
    }
}

/// The names and places (from 1) that lead from `from` to `value`, itself and no equal of it, joined by dots.
fn path_to(from: &Value, value: &Value) -> Option<String> {
    if std::ptr::eq(from, value) {
        return Some(String::new());
    }
    match from {
        Value::Object(map) => map
            .iter()
            .find_map(|(name, inner)| Some(join(name, &path_to(inner, value)?))),
        Value::Array(list) => list
            .iter()
            .zip(1_u32..)
            .find_map(|(inner, place)| Some(join(&place.to_string(), &path_to(inner, value)?))),
        _ => None,
    }
}

/// Two parts of a path, either of which may be empty.
fn join(path: &str, rest: &str) -> String {
    if path.is_empty() || rest.is_empty() {
        format!("{path}{rest}")
    } else {
        format!("{path}.{rest}")
    }
}
