//! One polite sentence for those who listen: what the selected option comes to, once the typing pauses.

use std::time::Duration;

use leptos::leptos_dom::helpers::debounce;
use leptos::prelude::*;

use super::DeskState;
use super::option_texts::{kind_name, letter};
use crate::text::Label;
use crate::text::finding::decision;
use crate::text::format::{earlier_shown, money};
use crate::text::offer_line::pays_alike;
use crate::ui::view::{View, effect, view};

/// Long enough for a number to be typed to its end.
const PAUSE: Duration = Duration::from_millis(900);

/// The status sentence.
pub fn status(desk: DeskState) -> View {
    let said = RwSignal::new(String::new());
    let mut say = debounce(PAUSE, move |text: String| said.set(text));
    let sentence = Memo::new(move |_| sentence(desk));
    effect(move || say(sentence.get()));
    view! { <p class="heard" role="status">{move || said.get()}</p> }
}

fn sentence(desk: DeskState) -> String {
    let locale = desk.locale;
    let place = desk.place.get();
    let (open, selected) = (desk.session.last_open.read(), desk.selected.read());
    let (Some(open), Some(view)) = (open.as_ref(), selected.as_ref()) else {
        return String::new();
    };
    let name = format!(
        "{} {}",
        letter(place),
        kind_name(view.draft.kind).text(locale)
    );
    match &view.result {
        Err(_) => match &view.good_at {
            Some(time) => format!("{name}: {}", earlier_shown(locale, time)),
            None => String::new(),
        },
        Ok(good) => {
            let totals = &good.worked.totals;
            let each = totals.instalment.unwrap_or(totals.last_payment);
            let amount = |amount| money(locale, amount, open.claim.currency);
            let payments = if pays_alike(&good.proposal) {
                let each_payment = Label::EachPayment.text(locale);
                format!("{each_payment} {} × {}", amount(each), totals.count)
            } else {
                format!(
                    "{} {}, {} {}, {} {}",
                    Label::FirstPayment.text(locale),
                    amount(each),
                    Label::LastPayment.text(locale),
                    amount(totals.last_payment),
                    Label::Payments.text(locale),
                    totals.count,
                )
            };
            format!(
                "{name}: {}. {payments}, {} {}",
                decision(locale, good.verdict.decision),
                Label::TotalToPay.text(locale),
                amount(totals.paid),
            )
        }
    }
}
