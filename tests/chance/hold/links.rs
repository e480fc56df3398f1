//! What goes into a link comes out of it, and the figures with it.

use super::{Held, hold};
use crate::dice::Dice;
use crate::draw::Case;
use quittance::agreement::Worked;
use quittance::share::{Verified, decode_offer, encode_offer};

pub fn check(dice: &mut Dice, case: &Case, worked: &Worked) -> Held {
    let offer = case.offer(dice);
    let link = encode_offer(&offer, worked).map_err(|error| format!("no link: {error:?}"))?;
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
