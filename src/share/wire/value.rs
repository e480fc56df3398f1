//! The kinds of CBOR that links use, in their only form.

use minicbor::data::Type;
use minicbor::{Decoder, Encoder};

use crate::engine::plan::schedule::MOST_ROWS;
use crate::share::Refusal;

/// Maps within maps: offer, terms, switch, order.
pub const DEEPEST: u8 = 5;
/// The longest map read; the longest there is has some thirty keys.
const LONGEST_MAP: u64 = 32;
/// The longest list read: the payments of a plan that names each of them.
const LONGEST_LIST: u32 = MOST_ROWS;

/// A CBOR value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Int(i64),
    /// `true` or `false`.
    Bool(bool),
    /// A string of bytes.
    Bytes(Vec<u8>),
    /// UTF-8 text.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// A map in ascending order of its keys, which is the order of their bytes too.
    Map(Vec<(u8, Self)>),
}

/// Writes a value: definite lengths, shortest integers, keys in order.
pub fn write(value: &Value) -> Result<Vec<u8>, Refusal> {
    let mut encoder = Encoder::new(Vec::new());
    put(value, &mut encoder).ok_or(Refusal::NotCanonical)?;
    Ok(encoder.into_writer())
}

/// Reads one value that takes up all of the bytes. Forms that [`write`] would not give pass here; who
/// calls compares the bytes.
pub fn read(bytes: &[u8]) -> Result<Value, Refusal> {
    read_to(bytes, DEEPEST)
}

/// The same with maps and lists within each other so many times.
pub fn read_to(bytes: &[u8], deepest: u8) -> Result<Value, Refusal> {
    let mut decoder = Decoder::new(bytes);
    match take(&mut decoder, deepest) {
        Some(value) if decoder.position() == bytes.len() => Ok(value),
        _ => Err(Refusal::NotCanonical),
    }
}

fn put(value: &Value, encoder: &mut Encoder<Vec<u8>>) -> Option<()> {
    match value {
        Value::Int(number) => encoder.i64(*number).ok()?,
        Value::Bool(flag) => encoder.bool(*flag).ok()?,
        Value::Bytes(bytes) => encoder.bytes(bytes).ok()?,
        Value::Text(text) => encoder.str(text).ok()?,
        Value::List(values) => {
            encoder.array(u64::try_from(values.len()).ok()?).ok()?;
            return values.iter().try_for_each(|value| put(value, encoder));
        }
        Value::Map(entries) => {
            encoder.map(u64::try_from(entries.len()).ok()?).ok()?;
            return entries.iter().try_for_each(|(key, value)| {
                encoder.u8(*key).ok()?;
                put(value, encoder)
            });
        }
    };
    Some(())
}

fn take(decoder: &mut Decoder<'_>, depth: u8) -> Option<Value> {
    let depth = depth.checked_sub(1)?;
    match decoder.datatype().ok()? {
        Type::U8
        | Type::U16
        | Type::U32
        | Type::U64
        | Type::I8
        | Type::I16
        | Type::I32
        | Type::I64 => decoder.i64().ok().map(Value::Int),
        Type::Bool => decoder.bool().ok().map(Value::Bool),
        Type::Bytes => decoder
            .bytes()
            .ok()
            .map(|bytes| Value::Bytes(bytes.to_vec())),
        Type::String => decoder.str().ok().map(|text| Value::Text(text.to_owned())),
        Type::Array => {
            let length = decoder
                .array()
                .ok()?
                .filter(|length| *length <= u64::from(LONGEST_LIST))?;
            (0..length)
                .map(|_| take(decoder, depth))
                .collect::<Option<_>>()
                .map(Value::List)
        }
        Type::Map => {
            let length = decoder
                .map()
                .ok()?
                .filter(|length| *length <= LONGEST_MAP)?;
            let mut entries: Vec<(u8, Value)> = Vec::new();
            for _ in 0..length {
                let key = decoder.u8().ok()?;
                if entries.last().is_some_and(|(last, _)| *last >= key) {
                    return None;
                }
                entries.push((key, take(decoder, depth)?));
            }
            Some(Value::Map(entries))
        }
        _ => None,
    }
}

/// What was read from some bytes, if it has no other form: longer integers, written defaults and the like end here.
///
/// # Errors
/// [`Refusal::NotCanonical`] if written again it gives other bytes, or [`Refusal`] if it cannot be written.
pub fn in_only_form<T>(
    value: T,
    bytes: &[u8],
    encode: impl FnOnce(&T) -> Result<Vec<u8>, Refusal>,
) -> Result<T, Refusal> {
    if encode(&value)? == bytes {
        Ok(value)
    } else {
        Err(Refusal::NotCanonical)
    }
}

#[cfg(test)]
mod tests {
    use super::{Value, read, write};

    #[test]
    fn one_value_takes_up_all_of_the_bytes() {
        let value = Value::List(vec![Value::Int(7), Value::Bool(true)]);
        let mut bytes = write(&value).unwrap();
        assert_eq!(read(&bytes), Ok(value));
        bytes.push(0);
        assert!(read(&bytes).is_err());
        bytes.truncate(2);
        assert!(read(&bytes).is_err());
    }
}
