//! Every key of every map: its number, fixed for ever, and its name in `docs/wire-format.md`.

/// A key of a map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key {
    /// The number that stands in the bytes.
    pub number: u8,
    /// The name that errors and the documentation use.
    pub name: &'static str,
}

pub const fn key(number: u8, name: &'static str) -> Key {
    Key { number, name }
}

/// The outermost map.
pub mod offer {
    use super::{Key, key};

    pub const AS_OF: Key = key(0, "as-of");
    pub const CURRENCY: Key = key(1, "currency");
    pub const JURISDICTION: Key = key(2, "jurisdiction");
    pub const PRODUCT: Key = key(3, "product");
    pub const SAMPLE: Key = key(4, "sample");
    pub const PARTIES: Key = key(5, "parties");
    pub const BALANCES: Key = key(6, "balances");
    pub const OVERDUE_SINCE: Key = key(7, "overdue-since");
    pub const TERMS: Key = key(8, "terms");
    pub const CONCESSIONS: Key = key(9, "concessions");
    pub const DOWN_PAYMENT: Key = key(10, "down-payment");
    pub const INSTALMENTS: Key = key(11, "instalments");
    pub const FIRST_DUE: Key = key(12, "first-due");
    pub const DEFERRAL: Key = key(13, "deferral");
    pub const CARRY: Key = key(14, "carry");
    pub const RATE: Key = key(15, "plan-rate");
    pub const BASIS: Key = key(16, "basis");
    pub const ROUNDING: Key = key(17, "plan-rounding");
    pub const PACK_ID: Key = key(18, "pack-id");
    pub const PACK_VERSION: Key = key(19, "pack-version");
    pub const EXPIRES_ON: Key = key(20, "expires-on");
    pub const GRACE_DAYS: Key = key(21, "grace-days");
    pub const PAID: Key = key(22, "paid");
    pub const DIGEST: Key = key(23, "digest");
    pub const ON_DATES: Key = key(24, "on-dates");
    pub const REST_ON: Key = key(25, "rest-on");
    pub const WHILE_KEPT: Key = key(26, "while-kept");
    pub const VESTING: Key = key(27, "vesting");
    pub const MISSES: Key = key(28, "misses-that-end");
    pub const APPROVAL: Key = key(29, "approval");
    pub const GUARANTOR: Key = key(30, "guarantor");
    pub const ITEMISATION: Key = key(31, "itemisation");
}

/// How the balance came about since a day.
pub mod itemisation {
    use super::{Key, key};

    pub const ON: Key = key(0, "itemised-on");
    pub const BALANCE: Key = key(1, "itemised-balance");
    pub const INTEREST: Key = key(2, "interest-since");
    pub const FEES: Key = key(3, "fees-since");
    pub const PAYMENTS: Key = key(4, "payments-since");
    pub const CREDITS: Key = key(5, "credits-since");
}

/// The two sides.
pub mod parties {
    use super::{Key, key};

    pub const CREDITOR: Key = key(0, "creditor-name");
    pub const ORIGINAL: Key = key(1, "original-creditor");
    pub const CONTACT: Key = key(2, "creditor-contact");
    pub const COMPLAINTS: Key = key(3, "complaints");
    pub const CHANNELS: Key = key(4, "channels");
    pub const BORROWER: Key = key(5, "borrower");
    pub const ACCOUNT: Key = key(6, "account");
    pub const CREDITOR_ID: Key = key(7, "creditor-id");
}

/// Maps that have one entry per component, by its number in [`super::codes`], and one more.
pub mod by_component {
    use super::{Key, key};

    pub const OVERDUE_PRINCIPAL: Key = key(6, "overdue-principal");
    pub const DISCOUNT: Key = key(6, "discount");
}

/// The contract's terms.
pub mod terms {
    use super::{Key, key};

    pub const SIGNED_ON: Key = key(0, "signed-on");
    pub const ORIGINAL_PRINCIPAL: Key = key(1, "original-principal");
    pub const INTEREST_RATE: Key = key(2, "interest-rate");
    pub const PENALTY: Key = key(3, "penalty");
    pub const LATE_CHARGE: Key = key(4, "late-charge");
    pub const CEILING: Key = key(5, "ceiling");
    pub const DAY_COUNT: Key = key(6, "day-count");
    pub const ROUNDING: Key = key(7, "rounding");
    pub const ORDER: Key = key(8, "order");
    pub const SWITCH_DAYS: Key = key(9, "switch-days");
    pub const SWITCH_ORDER: Key = key(10, "switch-order");
}

/// Penalty interest.
pub mod penalty {
    use super::{Key, key};

    pub const MULTIPLE: Key = key(0, "penalty-multiple");
    pub const OWN_RATE: Key = key(1, "penalty-rate");
    pub const BASE: Key = key(2, "penalty-base");
    pub const COMPOUND: Key = key(3, "penalty-compound");
    pub const BESIDE_INTEREST: Key = key(4, "penalty-beside-interest");
}

/// The late charge.
pub mod late_charge {
    use super::{Key, key};

    pub const RATE: Key = key(0, "late-charge-rate");
    pub const CAP: Key = key(1, "late-charge-cap");
}

/// Instalments.
pub mod instalments {
    use super::{Key, key};

    pub const METHOD: Key = key(0, "method");
    pub const EVERY: Key = key(1, "every");
    pub const UNIT: Key = key(2, "unit");
    pub const COUNT: Key = key(3, "count");
    pub const PAYMENT: Key = key(4, "payment");
    pub const MULTIPLE: Key = key(5, "multiple");
    pub const BALLOON: Key = key(6, "balloon");
    pub const STEP_TIMES: Key = key(7, "step-times");
    pub const STEP_PLUS: Key = key(8, "step-plus");
    pub const STEP_EVERY: Key = key(9, "step-every");
    pub const FLAT_PRINCIPAL: Key = key(10, "flat-principal");
    pub const MINIMUM: Key = key(11, "minimum");
    pub const MINIMUM_ROWS: Key = key(12, "minimum-rows");
    pub const PAYMENTS: Key = key(13, "payments");
    pub const LAST_TAKES_REST: Key = key(14, "last-takes-rest");
}
