//! What an attribute, class or property is set to.

use std::borrow::Cow;

/// A value as it stands.
#[derive(Clone, PartialEq, Eq)]
pub enum Value {
    /// Not there; false.
    Absent,
    /// There without a text; true.
    Present,
    /// This text.
    Text(Cow<'static, str>),
}

/// Where a value comes from.
pub enum Source {
    /// It stands for good.
    Fixed(Value),
    /// It is what the closure gives, again whenever a signal that it reads changes.
    Live(Box<dyn Fn() -> Value>),
}

/// What a value may be written as.
pub trait IntoValue {
    /// As a value.
    fn into_value(self) -> Value;
}

impl IntoValue for bool {
    fn into_value(self) -> Value {
        if self { Value::Present } else { Value::Absent }
    }
}

impl IntoValue for &'static str {
    fn into_value(self) -> Value {
        Value::Text(Cow::Borrowed(self))
    }
}

impl IntoValue for String {
    fn into_value(self) -> Value {
        Value::Text(Cow::Owned(self))
    }
}

impl IntoValue for u32 {
    fn into_value(self) -> Value {
        self.to_string().into_value()
    }
}

impl IntoValue for usize {
    fn into_value(self) -> Value {
        self.to_string().into_value()
    }
}

impl<V: IntoValue> IntoValue for Option<V> {
    fn into_value(self) -> Value {
        self.map_or(Value::Absent, V::into_value)
    }
}

/// What may stand behind the name of an attribute: a value, or a closure that gives one.
pub trait IntoSource {
    /// As the source of a value.
    fn into_source(self) -> Source;
}

macro_rules! fixed_sources {
    ($($kind:ty),*) => {
        $(impl IntoSource for $kind {
            fn into_source(self) -> Source {
                Source::Fixed(self.into_value())
            }
        })*
    };
}

fixed_sources!(
    bool,
    u32,
    usize,
    &'static str,
    String,
    Option<&'static str>,
    Option<String>
);

impl<V: IntoValue, F: Fn() -> V + 'static> IntoSource for F {
    fn into_source(self) -> Source {
        Source::Live(Box::new(move || self().into_value()))
    }
}
