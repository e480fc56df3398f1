//! The four types of customers: whether they are willing to pay, and whether they are able to.

use super::Customer;
use crate::engine::fields::Coded;

/// Willingness and ability together. Willingness is judged by behaviour, ability by figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CustomerType {
    /// Willing and able.
    WillingAble,
    /// Willing, and not able now.
    WillingUnable,
    /// Able, and not willing.
    UnwillingAble,
    /// Neither.
    UnwillingUnable,
}

impl Coded for CustomerType {
    const ALL: &'static [Self] = &[
        Self::WillingAble,
        Self::WillingUnable,
        Self::UnwillingAble,
        Self::UnwillingUnable,
    ];

    fn code(self) -> &'static str {
        match self {
            Self::WillingAble => "willing-able",
            Self::WillingUnable => "willing-unable",
            Self::UnwillingAble => "unwilling-able",
            Self::UnwillingUnable => "unwilling-unable",
        }
    }
}

impl Customer {
    /// The customer's type.
    #[must_use]
    pub const fn kind(&self) -> CustomerType {
        match (self.willing, self.able) {
            (true, true) => CustomerType::WillingAble,
            (true, false) => CustomerType::WillingUnable,
            (false, true) => CustomerType::UnwillingAble,
            (false, false) => CustomerType::UnwillingUnable,
        }
    }
}
