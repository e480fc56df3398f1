//! Amounts as they stand on screen.

use crate::engine::money::{Currency, Money};
use crate::text::format::{MINUS, money_bare, symbol};
use crate::ui::view::{View, view};

/// An amount with its sign, the sign smaller and lighter than the number.
#[must_use]
pub fn figure(amount: Money, currency: Currency) -> View {
    let bare = money_bare(amount, currency);
    let (minus, size) = match bare.strip_prefix(MINUS) {
        Some(size) => (MINUS, size.to_owned()),
        None => ("", bare),
    };
    view! {
        <span class="figure">
            {minus}<span class="sign">{symbol(currency)}</span>{size}
        </span>
    }
}
