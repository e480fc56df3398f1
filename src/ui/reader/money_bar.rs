//! Where each unit of money goes: one bar, and the same in words and figures below it.

use super::glance::{Glance, Use};
use crate::engine::claim::Component;
use crate::engine::money::Currency;
use crate::text::Locale;
use crate::text::vocabulary::{self, heading};
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// The bar with its key.
#[must_use]
pub fn money_bar(locale: Locale, glance: &Glance, currency: Currency) -> View {
    let stretches: Vec<View> = glance
        .stretches()
        .into_iter()
        .map(|(part, start, length)| {
            view! { <rect class=class(part) x=start y="0" width=length height="20" /> }
        })
        .collect();
    let key: Vec<View> = glance
        .uses
        .iter()
        .map(|(part, sum)| {
            let words = match part {
                Use::Settles(component) => vocabulary::component(locale, *component),
                Use::Waived => glance.waived_label().text(locale),
            };
            view! {
                <div>
                    <dt>
                        <svg class="swatch" viewBox="0 0 10 10" aria-hidden="true" focusable="false">
                            <rect class=class(*part) width="10" height="10" />
                        </svg>
                        {heading(words)}
                    </dt>
                    <dd>{figure(*sum, currency)}</dd>
                </div>
            }
        })
        .collect();
    view! {
        <svg
            class="money-bar"
            viewBox="0 0 1000 20"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            {stretches}
        </svg>
        <dl class="account-lines">{key}</dl>
    }
}

const fn class(part: Use) -> &'static str {
    match part {
        Use::Settles(Component::Principal) => "use-principal",
        Use::Settles(Component::Interest) => "use-interest",
        Use::Settles(Component::Penalty | Component::Compound) => "use-penalty",
        Use::Settles(Component::Charges | Component::Costs) => "use-charges",
        Use::Waived => "use-waived",
    }
}
