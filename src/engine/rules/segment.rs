//! A kind of case that a pack tells apart: product, age, size and customer together.

use super::{BalanceBand, DaysPastDue, Situation};
use crate::engine::claim::{Customer, CustomerType, Product};
use crate::engine::fields::CodeSet;

/// A kind of case. What is `None` makes no difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// Its name within the pack.
    pub id: String,
    /// The products.
    pub products: Option<Vec<Product>>,
    /// How old the debt is.
    pub days_past_due: Option<DaysPastDue>,
    /// How much is owed in all.
    pub balance: Option<BalanceBand>,
    /// The types of customers; a customer of whom nothing is noted is none of them.
    pub customers: Option<CodeSet<CustomerType>>,
}

impl Segment {
    /// Whether a case falls in it.
    #[must_use]
    pub fn covers(&self, situation: &Situation<'_>) -> bool {
        let kind = situation.customer.map(Customer::kind);
        self.products
            .as_ref()
            .is_none_or(|products| products.contains(&situation.product))
            && self
                .days_past_due
                .is_none_or(|band| band.contains(situation.days_past_due()))
            && self.balance.is_none_or(|band| {
                let owed = situation.claim.components().total();
                owed.is_ok_and(|owed| band.contains(owed))
            })
            && self
                .customers
                .is_none_or(|types| kind.is_some_and(|kind| types.contains(kind)))
    }

    /// Whether a case could fall in both.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let product = |product: &Product| {
            let has = |segment: &Self| {
                let products = segment.products.as_ref();
                products.is_none_or(|products| products.contains(product))
            };
            has(self) && has(other)
        };
        Product::ALL.iter().any(product)
            && ages_meet(self.days_past_due, other.days_past_due)
            && sizes_meet(self.balance, other.balance)
            && customers_meet(self.customers, other.customers)
    }
}

fn ages_meet(one: Option<DaysPastDue>, other: Option<DaysPastDue>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    one.to.is_none_or(|to| other.from <= to) && other.to.is_none_or(|to| one.from <= to)
}

fn sizes_meet(one: Option<BalanceBand>, other: Option<BalanceBand>) -> bool {
    let (Some(one), Some(other)) = (one, other) else {
        return true;
    };
    let begins_in_time = |from: Option<_>, to: Option<_>| match (from, to) {
        (Some(from), Some(to)) => from <= to,
        _ => true,
    };
    begins_in_time(one.from, other.to) && begins_in_time(other.from, one.to)
}

fn customers_meet(
    one: Option<CodeSet<CustomerType>>,
    other: Option<CodeSet<CustomerType>>,
) -> bool {
    let all = CodeSet::of(&CustomerType::ALL);
    one.unwrap_or(all).meets(other.unwrap_or(all))
}
