//! The pieces of schemas.

use quittance::engine::fields::Coded;
use serde_json::{Map, Value, json};

/// A field of an object: its name, whether it must be there, and what it holds.
pub struct Field {
    name: &'static str,
    required: bool,
    shape: Value,
}

/// A field that must be there.
pub const fn must(name: &'static str, shape: Value) -> Field {
    Field {
        name,
        required: true,
        shape,
    }
}

/// A field that may be left out.
pub const fn may(name: &'static str, shape: Value) -> Field {
    Field {
        name,
        required: false,
        shape,
    }
}

/// An object of these fields and no others.
pub fn object(about: &str, fields: Vec<Field>) -> Value {
    let required: Vec<&str> = fields
        .iter()
        .filter(|field| field.required)
        .map(|field| field.name)
        .collect();
    let properties: Map<String, Value> = fields
        .into_iter()
        .map(|field| (field.name.to_owned(), field.shape))
        .collect();
    json!({
        "description": about,
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": false,
    })
}

/// The same schema with one more keyword.
pub fn with(mut shape: Value, keyword: &str, value: Value) -> Value {
    if let Some(keywords) = shape.as_object_mut() {
        keywords.insert(keyword.to_owned(), value);
    }
    shape
}

/// Of these fields at least one.
pub fn any_of(shape: Value, names: &[&[&str]]) -> Value {
    with(shape, "anyOf", some_required(names))
}

/// Of these fields exactly one.
pub fn one_of(shape: Value, names: &[&[&str]]) -> Value {
    with(shape, "oneOf", some_required(names))
}

fn some_required(names: &[&[&str]]) -> Value {
    names
        .iter()
        .map(|names| json!({ "required": names }))
        .collect()
}

/// A list of so many entries.
pub fn list(about: &str, entry: &Value, least: u32, most: u32) -> Value {
    json!({"description": about, "type": "array", "items": entry, "minItems": least, "maxItems": most})
}

/// A list that names nothing twice, at least one.
pub fn set(about: &str, entry: &Value) -> Value {
    json!({"description": about, "type": "array", "items": entry, "minItems": 1, "uniqueItems": true})
}

/// Text that is not blank, of so many characters at most.
pub fn text(about: &str, most: u32) -> Value {
    json!({"description": about, "type": "string", "minLength": 1, "maxLength": most, "pattern": "\\S"})
}

/// A whole number from 0 on.
pub fn count(about: &str, most: u32) -> Value {
    json!({"description": about, "type": "integer", "minimum": 0, "maximum": most})
}

/// `true` or `false`.
pub fn yes_no(about: &str) -> Value {
    json!({"description": about, "type": "boolean"})
}

/// One word of a closed list.
pub fn word(about: &str, codes: &[&str]) -> Value {
    json!({"description": about, "type": "string", "enum": codes})
}

/// One word of a vocabulary of the engine.
pub fn coded<T: Coded>(about: &str) -> Value {
    let codes: Vec<&str> = T::ALL.iter().map(|word| word.code()).collect();
    word(about, &codes)
}

/// A value that [`definitions`] spell out.
fn defined(about: &str, name: &str) -> Value {
    json!({"description": about, "$ref": format!("#/$defs/{name}")})
}

/// An amount of the file's currency.
pub fn amount(about: &str) -> Value {
    defined(about, "amount")
}

/// A yearly rate.
pub fn rate(about: &str) -> Value {
    defined(about, "rate")
}

/// A share of a whole.
pub fn share(about: &str) -> Value {
    defined(about, "share")
}

/// A multiple.
pub fn multiple(about: &str) -> Value {
    defined(about, "multiple")
}

/// A day.
pub fn date(about: &str) -> Value {
    defined(about, "date")
}

/// The values that stand in many places of a file.
fn definitions() -> Value {
    let decimal = |about: &str, pattern: &str| json!({"description": about, "type": "string", "pattern": pattern});
    json!({
        "amount": decimal(
            "An amount as decimal text such as \"48532.17\": no separators, no sign of the currency, no more decimals than it has.",
            r"^(0|[1-9][0-9]{0,15})(\.[0-9]{1,2})?$",
        ),
        "rate": decimal(
            "Percent a year as decimal text such as \"18.25\".",
            r"^(0|[1-9][0-9]{0,4}|100000)(\.[0-9]{1,8})?$",
        ),
        "share": decimal(
            "Percent of a whole, from 0 to 100, as decimal text such as \"20\".",
            r"^(100(\.0{1,8})?|[1-9]?[0-9](\.[0-9]{1,8})?)$",
        ),
        "multiple": decimal(
            "A multiple as decimal text such as \"1.5\".",
            r"^[0-9]{1,10}(\.[0-9]{1,9})?$",
        ),
        "date": {
            "description": "A day of the calendar such as \"2026-11-21\".",
            "type": "string",
            "format": "date",
            "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
        },
    })
}

/// A whole schema.
pub fn document(title: &str, shape: Value) -> Value {
    let shape = with(shape, "$defs", definitions());
    let shape = with(shape, "title", json!(title));
    with(
        shape,
        "$schema",
        json!("https://json-schema.org/draft/2020-12/schema"),
    )
}
