//! The horizon within which a customer who is willing and not able is expected to recover.

use super::{Limit, Pack};
use crate::engine::claim::{Claim, Product};

/// The fewest months that any rule in force names for it; `None` where no pack does.
#[must_use]
pub fn recovery_horizon(packs: &[&Pack], product: Product, claim: &Claim) -> Option<u32> {
    packs
        .iter()
        .filter(|pack| pack.unfit_for(product, claim).is_none())
        .flat_map(|pack| &pack.rules)
        .filter(|rule| rule.in_force(claim))
        .filter_map(|rule| match rule.limit {
            Limit::RecoveryHorizonMonths { months } => Some(months),
            _ => None,
        })
        .min()
}
