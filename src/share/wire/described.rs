//! What bytes say, key by key, with nothing believed and nothing worked out.

use super::claim::component_key;
use super::keys::{
    Key, by_component, instalments, itemisation, late_charge, offer, parties, penalty, terms,
};
use super::value::Value;
use crate::engine::claim::Component;

/// A value with the names of its keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Described {
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
    /// A map, in the order of its keys. A key that this version does not know goes by its number.
    Map(Vec<(String, Self)>),
}

/// A kind of map: its keys, and what maps stand under them or in lists under them.
#[derive(Clone, Copy)]
pub struct Shape {
    /// Keys, each with the kind of the maps under it.
    pub keys: &'static [(Key, Option<&'static Self>)],
    /// Whether it has an entry for each component besides.
    pub by_component: bool,
}

impl Shape {
    /// A map of keys with no maps under them.
    pub const fn of(keys: &'static [(Key, Option<&'static Self>)]) -> Self {
        Self {
            keys,
            by_component: false,
        }
    }

    fn key(&self, number: u8) -> Option<(Key, Option<&'static Self>)> {
        let named = self.keys.iter().find(|(key, _)| key.number == number);
        named.copied().or_else(|| {
            Component::ALL
                .map(component_key)
                .into_iter()
                .find(|key| self.by_component && key.number == number)
                .map(|key| (key, None))
        })
    }
}

/// A value whose maps are of that kind.
pub fn described(value: Value, shape: Option<&Shape>) -> Described {
    match value {
        Value::Int(number) => Described::Int(number),
        Value::Bool(flag) => Described::Bool(flag),
        Value::Bytes(bytes) => Described::Bytes(bytes),
        Value::Text(text) => Described::Text(text),
        Value::List(values) => Described::List(
            values
                .into_iter()
                .map(|value| described(value, shape))
                .collect(),
        ),
        Value::Map(entries) => Described::Map(
            entries
                .into_iter()
                .map(
                    |(number, value)| match shape.and_then(|shape| shape.key(number)) {
                        Some((key, inner)) => (key.name.to_owned(), described(value, inner)),
                        None => (number.to_string(), described(value, None)),
                    },
                )
                .collect(),
        ),
    }
}

const COMPONENTS: Shape = Shape {
    keys: &[(by_component::OVERDUE_PRINCIPAL, None)],
    by_component: true,
};
const CONCESSIONS: Shape = Shape {
    keys: &[(by_component::DISCOUNT, None)],
    by_component: true,
};
const CARRY: Shape = Shape {
    keys: &[],
    by_component: true,
};

/// The two sides, or a creditor alone.
pub const PARTIES: Shape = Shape::of(&[
    (parties::CREDITOR, None),
    (parties::ORIGINAL, None),
    (parties::CONTACT, None),
    (parties::COMPLAINTS, None),
    (parties::CHANNELS, None),
    (parties::BORROWER, None),
    (parties::ACCOUNT, None),
    (parties::CREDITOR_ID, None),
]);

const PENALTY: Shape = Shape::of(&[
    (penalty::MULTIPLE, None),
    (penalty::OWN_RATE, None),
    (penalty::BASE, None),
    (penalty::COMPOUND, None),
    (penalty::BESIDE_INTEREST, None),
]);

const LATE_CHARGE: Shape = Shape::of(&[(late_charge::RATE, None), (late_charge::CAP, None)]);

const TERMS: Shape = Shape::of(&[
    (terms::SIGNED_ON, None),
    (terms::ORIGINAL_PRINCIPAL, None),
    (terms::INTEREST_RATE, None),
    (terms::PENALTY, Some(&PENALTY)),
    (terms::LATE_CHARGE, Some(&LATE_CHARGE)),
    (terms::CEILING, None),
    (terms::DAY_COUNT, None),
    (terms::ROUNDING, None),
    (terms::ORDER, None),
    (terms::SWITCH_DAYS, None),
    (terms::SWITCH_ORDER, None),
]);

const INSTALMENTS: Shape = Shape::of(&[
    (instalments::METHOD, None),
    (instalments::EVERY, None),
    (instalments::UNIT, None),
    (instalments::COUNT, None),
    (instalments::PAYMENT, None),
    (instalments::MULTIPLE, None),
    (instalments::BALLOON, None),
    (instalments::STEP_TIMES, None),
    (instalments::STEP_PLUS, None),
    (instalments::STEP_EVERY, None),
    (instalments::FLAT_PRINCIPAL, None),
    (instalments::MINIMUM, None),
    (instalments::MINIMUM_ROWS, None),
    (instalments::PAYMENTS, None),
    (instalments::LAST_TAKES_REST, None),
]);

const ITEMISATION: Shape = Shape::of(&[
    (itemisation::ON, None),
    (itemisation::BALANCE, None),
    (itemisation::INTEREST, None),
    (itemisation::FEES, None),
    (itemisation::PAYMENTS, None),
    (itemisation::CREDITS, None),
]);

/// An offer.
pub const OFFER: Shape = Shape::of(&[
    (offer::AS_OF, None),
    (offer::CURRENCY, None),
    (offer::JURISDICTION, None),
    (offer::PRODUCT, None),
    (offer::SAMPLE, None),
    (offer::PARTIES, Some(&PARTIES)),
    (offer::BALANCES, Some(&COMPONENTS)),
    (offer::OVERDUE_SINCE, None),
    (offer::TERMS, Some(&TERMS)),
    (offer::CONCESSIONS, Some(&CONCESSIONS)),
    (offer::DOWN_PAYMENT, None),
    (offer::INSTALMENTS, Some(&INSTALMENTS)),
    (offer::FIRST_DUE, None),
    (offer::DEFERRAL, None),
    (offer::CARRY, Some(&CARRY)),
    (offer::RATE, None),
    (offer::BASIS, None),
    (offer::ROUNDING, None),
    (offer::PACK_ID, None),
    (offer::PACK_VERSION, None),
    (offer::EXPIRES_ON, None),
    (offer::GRACE_DAYS, None),
    (offer::PAID, None),
    (offer::DIGEST, None),
    (offer::ON_DATES, None),
    (offer::REST_ON, None),
    (offer::WHILE_KEPT, None),
    (offer::VESTING, None),
    (offer::MISSES, None),
    (offer::APPROVAL, None),
    (offer::GUARANTOR, None),
    (offer::ITEMISATION, Some(&ITEMISATION)),
]);
