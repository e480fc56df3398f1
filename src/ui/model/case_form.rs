//! A case typed into a form: each field keeps its text; together they make a case file.

use serde_json::{Map, Value};

use crate::engine::calendar::format_date;
use crate::engine::claim::{CASE_FORMAT, Component};
use crate::engine::money::{Currency, Rate};
use crate::text::typed;

/// How a form field's text becomes a case file's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormField {
    /// Text as it is.
    Text,
    /// An amount, typed as people type amounts.
    Amount,
    /// A percentage.
    Percentage,
    /// A date.
    Date,
    /// One of a closed list of codes.
    Choice,
}

/// Every field of the form by its path in a case file, in the order of the form.
pub const FORM_FIELDS: [(&str, FormField); 22] = [
    ("creditor.name", FormField::Text),
    ("creditor.contact", FormField::Text),
    ("creditor.complaints", FormField::Text),
    ("creditor.channels.1", FormField::Text),
    ("borrower.name", FormField::Text),
    ("borrower.account", FormField::Text),
    ("product", FormField::Choice),
    ("jurisdiction", FormField::Choice),
    ("currency", FormField::Choice),
    ("as_of", FormField::Date),
    ("overdue_since", FormField::Date),
    ("contract.signed_on", FormField::Date),
    ("contract.original_principal", FormField::Amount),
    ("contract.interest_rate", FormField::Percentage),
    ("contract.penalty.multiple", FormField::Percentage),
    ("balances.principal", FormField::Amount),
    ("balances.interest", FormField::Amount),
    ("balances.penalty", FormField::Amount),
    ("balances.compound", FormField::Amount),
    ("balances.charges", FormField::Amount),
    ("balances.costs", FormField::Amount),
    ("contract.late_charge.rate", FormField::Percentage),
];

/// A form being filled in: texts by path, as its draft keeps them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseForm {
    texts: Map<String, Value>,
}

impl Default for CaseForm {
    fn default() -> Self {
        let choices = [
            ("product", "bank-loan"),
            ("jurisdiction", "cn"),
            ("currency", "CNY"),
        ];
        let mut form = Self { texts: Map::new() };
        for (path, code) in choices {
            form.set(path, code.to_owned());
        }
        form
    }
}

impl CaseForm {
    /// A form of these texts by path; `None` where one of them is no text.
    pub(super) fn of(texts: &Map<String, Value>) -> Option<Self> {
        let texts = texts.clone();
        texts
            .values()
            .all(Value::is_string)
            .then_some(Self { texts })
    }

    /// All texts by path.
    pub(super) const fn texts(&self) -> &Map<String, Value> {
        &self.texts
    }

    /// What was typed at a path.
    #[must_use]
    pub fn text(&self, path: &str) -> &str {
        self.texts.get(path).and_then(Value::as_str).unwrap_or("")
    }

    /// Replaces what was typed at a path.
    pub fn set(&mut self, path: &str, text: String) {
        self.texts.insert(path.to_owned(), text.into());
    }

    /// The form as a case file. Text that cannot be read as its field's kind goes in as it was typed, so that
    /// the one reader of case files refuses it at its path.
    #[must_use]
    pub fn to_case_text(&self) -> String {
        let currency = Currency::from_code(self.text("currency")).unwrap_or(Currency::Cny);
        let mut root = Map::new();
        root.insert("format".to_owned(), CASE_FORMAT.into());
        for (path, kind) in FORM_FIELDS {
            let text = self.text(path).trim();
            if !text.is_empty() {
                insert(&mut root, path, canonical(text, kind, currency));
            }
        }
        insert(&mut root, "contract.day_count", "act/365f".to_owned());
        let mut value = Value::Object(root);
        complete(&mut value);
        value.to_string()
    }
}

fn canonical(text: &str, kind: FormField, currency: Currency) -> String {
    let read = match kind {
        FormField::Text | FormField::Choice => None,
        FormField::Amount => typed::parse_amount(text, currency)
            .ok()
            .map(|money| money.to_decimal_string(currency)),
        FormField::Percentage => typed::parse_rate_typed(text)
            .ok()
            .map(Rate::to_percent_string),
        FormField::Date => typed::parse_date_typed(text).ok().map(format_date),
    };
    read.unwrap_or_else(|| text.to_owned())
}

fn insert(map: &mut Map<String, Value>, path: &str, text: String) {
    match path.split_once('.') {
        None => {
            map.insert(path.to_owned(), Value::String(text));
        }
        Some((head, "1")) => {
            map.insert(head.to_owned(), Value::Array(vec![Value::String(text)]));
        }
        Some((head, rest)) => {
            let inner = map.entry(head).or_insert_with(|| Value::Object(Map::new()));
            if let Some(inner) = inner.as_object_mut() {
                insert(inner, rest, text);
            }
        }
    }
}

/// What the form does not ask: penalty interest, where there is some, is on overdue principal in place of contract
/// interest and does not compound; the plain reading of a contract that says no more.
fn complete(root: &mut Value) {
    let Some(contract) = root.get_mut("contract").and_then(Value::as_object_mut) else {
        return;
    };
    if let Some(penalty) = contract.get_mut("penalty").and_then(Value::as_object_mut) {
        penalty.insert("base".to_owned(), "overdue-principal".into());
        penalty.insert("compound".to_owned(), false.into());
        penalty.insert("beside_interest".to_owned(), false.into());
    }
    if let Some(balances) = root.get_mut("balances").and_then(Value::as_object_mut) {
        for component in Component::ALL {
            balances
                .entry(component.code())
                .or_insert_with(|| "0".into());
        }
    }
}
