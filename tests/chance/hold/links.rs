//! What goes into a link comes out of it, and the figures with it.

use super::{Held, hold};
use crate::dice::Dice;
use crate::draw::Case;
use quittance::agreement::Worked;
use quittance::engine::plan::{Proposal, Repayment, Settlement};
use quittance::share::{LONGEST, ShareError, Verified, decode_offer, encode_offer};

/// So many payments named one by one always fit: a line takes at most thirteen bytes.
const ALWAYS_FIT: usize = 60;

pub fn check(dice: &mut Dice, case: &Case, worked: &Worked) -> Held {
    let offer = case.offer(dice);
    let link = match encode_offer(&offer, worked) {
        Ok(link) => link,
        Err(ShareError::TooLong { length }) if length > LONGEST && names_many(&offer.proposal) => {
            return Ok(());
        }
        Err(error) => return Err(format!("no link: {error:?}")),
    };
    let opened = decode_offer(&link).map_err(|error| format!("{link} is {error:?}"))?;
    hold!(opened.offer == offer, "{link} opens as {:?}", opened.offer);
    hold!(
        opened.worked == *worked && opened.verified == Verified::SameFigures,
        "{link} opens with other figures"
    );
    let again = encode_offer(&opened.offer, &opened.worked);
    hold!(
        again.as_deref() == Ok(link.as_str()),
        "{link} becomes {again:?}"
    );
    Ok(())
}

/// Whether more payments are named one by one than always fit.
fn names_many(proposal: &Proposal) -> bool {
    let named = match &proposal.settlement {
        Settlement::OnDates { payments, .. } => payments.len(),
        Settlement::Instalments {
            repayment: Repayment::Custom { payments, .. },
            ..
        } => payments.len(),
        _ => 0,
    };
    named > ALWAYS_FIT
}
