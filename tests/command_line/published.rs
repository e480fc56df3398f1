//! Published cases as documents.

use serde_json::{Map, Value};

/// Says that a published case came out as published: `cargo xtask figures C1` counts these lines.
pub fn reproduced(case: &Value) {
    println!("C1 {}", case["id"].as_str().unwrap());
}

/// The cases of a file, which must be so many.
pub fn cases(file: &str, count: usize) -> Vec<Value> {
    let file: Value = serde_json::from_str(file).unwrap();
    let cases = file["cases"].as_array().unwrap();
    assert_eq!(cases.len(), count);
    cases.clone()
}

/// Those fields of a case that a document has.
pub fn document(case: &Value, asked: &[&str]) -> Value {
    let fields = case.as_object().unwrap().iter();
    let fields = fields.filter(|(name, _)| asked.contains(&name.as_str()));
    let fields: Map<String, Value> = fields
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    assert!(!fields.is_empty(), "{case}");
    Value::Object(fields)
}

/// The same amount, whatever decimals it is written with.
pub fn same_amount(ours: &Value, published: &Value, what: &str) {
    let number = |value: &Value| {
        let text = value.as_str().unwrap_or_else(|| panic!("{what}: {value}"));
        rust_decimal::Decimal::from_str_exact(text).unwrap()
    };
    assert_eq!(number(ours), number(published), "{what}");
}
