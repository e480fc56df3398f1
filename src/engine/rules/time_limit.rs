//! Whether the time in which a claim can be brought has run.

use super::timing::months_between;
use super::{Limit, statutory_pack};
use crate::engine::claim::{Claim, Jurisdiction, Product};

/// The months within which the law's pack lets such a debt be claimed, if more of them have begun since it fell past
/// due: the shortest of them where there are several. `None` where time is left, nothing is past due, or the pack
/// knows no such rule.
///
/// It may have been interrupted, and a debt due in instalments runs from the last of them: this tells when to ask, not
/// that the claim is lost. The rules judge by the same count ([`Limit::LimitationPeriod`]).
#[must_use]
pub fn time_limit_passed(
    jurisdiction: Jurisdiction,
    product: Product,
    claim: &Claim,
) -> Option<u32> {
    if claim.days_past_due(claim.as_of) <= 0 {
        return None;
    }
    let (whole, more) = months_between(claim.overdue_since, claim.as_of)?;
    let begun = whole.saturating_add(u32::from(more));
    let pack = statutory_pack(jurisdiction)?;
    let of_product = |products: &Option<Vec<Product>>| {
        products
            .as_ref()
            .is_none_or(|products| products.contains(&product))
    };
    let rules = pack
        .rules
        .iter()
        .filter(|rule| rule.in_force(claim) && of_product(&rule.applies.products));
    let limits = rules.filter_map(|rule| match rule.limit {
        Limit::LimitationPeriod { months } => Some(months),
        _ => None,
    });
    limits.filter(|months| begun > *months).min()
}
