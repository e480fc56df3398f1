//! Maps by key: written with defaults left out, read until nothing is left over.

use super::keys::Key;
use super::value::Value;
use crate::share::Refusal;

/// A map being written, in ascending order of its keys.
#[derive(Clone, Debug, Default)]
pub struct Draft(Vec<(u8, Value)>);

impl Draft {
    /// Adds an entry; each key once.
    pub fn put(&mut self, key: Key, value: Value) {
        let at = self.0.partition_point(|(number, _)| *number < key.number);
        self.0.insert(at, (key.number, value));
    }

    /// Adds an entry if there is a value.
    pub fn put_some(&mut self, key: Key, value: Option<Value>) {
        if let Some(value) = value {
            self.put(key, value);
        }
    }

    /// Adds a number unless it is its key's default.
    pub fn put_unless(&mut self, key: Key, number: i64, default: i64) {
        if number != default {
            self.put(key, Value::Int(number));
        }
    }

    /// Adds `true`; `false` is the default of every such key.
    pub fn put_true(&mut self, key: Key, flag: bool) {
        if flag {
            self.put(key, Value::Bool(true));
        }
    }

    /// The map.
    pub fn whole(self) -> Value {
        Value::Map(self.0)
    }

    /// The map unless it is empty, which is the default of every map that may be left out.
    pub fn unless_empty(self) -> Option<Value> {
        (!self.0.is_empty()).then(|| self.whole())
    }
}

/// A map being read.
#[derive(Clone, Debug)]
pub struct Entries {
    what: &'static str,
    left: Vec<(u8, Value)>,
}

impl Entries {
    /// A value as a map of this name.
    pub fn of(value: Value, what: &'static str) -> Result<Self, Refusal> {
        match value {
            Value::Map(left) => Ok(Self { what, left }),
            _ => Err(Refusal::Value { what }),
        }
    }

    /// Takes an entry out, if it is there.
    pub fn take(&mut self, key: Key) -> Option<Value> {
        let at = self
            .left
            .iter()
            .position(|(number, _)| *number == key.number)?;
        Some(self.left.remove(at).1)
    }

    /// Takes an entry out that must be there.
    pub fn need(&mut self, key: Key) -> Result<Value, Refusal> {
        self.take(key).ok_or(Refusal::Missing { what: key.name })
    }

    /// Takes out a number, or the key's default.
    pub fn int_or(&mut self, key: Key, default: i64) -> Result<i64, Refusal> {
        self.take(key).map_or(Ok(default), |value| int(&value, key))
    }

    /// Takes out `true` or `false`; `false` if it is not there.
    pub fn flag(&mut self, key: Key) -> Result<bool, Refusal> {
        match self.take(key) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(_) => Err(Refusal::Value { what: key.name }),
        }
    }

    /// Takes out a map; an empty one if it is not there.
    pub fn map(&mut self, key: Key) -> Result<Self, Refusal> {
        Self::of(self.take(key).unwrap_or(Value::Map(Vec::new())), key.name)
    }

    /// Takes out a map that may be left out.
    pub fn optional_map(&mut self, key: Key) -> Result<Option<Self>, Refusal> {
        self.take(key)
            .map(|value| Self::of(value, key.name))
            .transpose()
    }

    /// Refuses whatever was not taken out.
    pub fn finish(self) -> Result<(), Refusal> {
        if self.left.is_empty() {
            Ok(())
        } else {
            Err(Refusal::UnknownKey { what: self.what })
        }
    }
}

/// A value as a number.
pub fn int(value: &Value, key: Key) -> Result<i64, Refusal> {
    match value {
        Value::Int(number) => Ok(*number),
        _ => Err(Refusal::Value { what: key.name }),
    }
}
