//! How an agreement stands with the payments noted: the progress, the sentences, and each payment by itself.

use super::keeping::button_of;
use super::noted::Noted;
use super::ready::Ready;
use crate::engine::money::Money;
use crate::engine::plan::{Tracked, TrackedDue};
use crate::text::format::{date, number};
use crate::text::tracking::{
    due_standing, if_stopped, next_effect, next_payment, overpaid, paid_as_planned, so_far,
    standing, waiver_so_far,
};
use crate::text::{Locale, TrackLabel};
use crate::ui::model::payments::as_planned;
use crate::ui::parts::figure::figure;
use crate::ui::view::{View, view};

/// The progress, how it stands, what comes next with the press that notes it, and the waiver.
#[must_use]
pub fn stands(locale: Locale, ready: &Ready, tracked: &Tracked, noted: Noted) -> View {
    let currency = ready.currency();
    // A plan that may have ended has no next payment; one that was made can still be noted.
    let next = tracked
        .next()
        .map(|due| next_payment(locale, due, currency));
    let next = next.map(|words| view! { <p>{words}</p> });
    let press = tracked.oldest_open().map(|due| {
        let payment = as_planned(due, tracked.on);
        let words = paid_as_planned(locale, due.left, currency);
        button_of(words, move |()| noted.add(payment))
    });
    // Before anything is noted nobody knows what was paid: nothing is said of what may be missing.
    if tracked.paid.is_zero() {
        return view! {
            <p>{TrackLabel::NothingNoted.text(locale)}</p>
            {next}
            {press}
        };
    }
    let over = tracked.overpaid.is_positive();
    let over = over.then(|| view! { <p>{overpaid(locale, tracked.overpaid, currency)}</p> });
    let vesting = ready.offer.proposal.relief.vesting.kind();
    let waiver = waiver_so_far(locale, tracked, vesting, currency).map(|words| {
        let next = tracked.next_vesting.as_ref();
        let next = next.map(|next| next_effect(locale, next, currency));
        view! {
            <h3>{TrackLabel::WaiverSoFar.text(locale)}</h3>
            <p>{words}</p>
            {next.map(|words| view! { <p>{words}</p> })}
        }
    });
    view! {
        {progress(tracked)}
        <p class="so-far">{so_far(locale, tracked, currency)}</p>
        <p role="status">{standing(locale, tracked, currency)}</p>
        {over}
        {next}
        {press}
        {waiver}
    }
}

/// What is paid of everything to pay, as a bar beside the sentence that says it.
fn progress(tracked: &Tracked) -> View {
    let whole = i128::from(tracked.to_pay.minor());
    let paid = tracked.to_pay.checked_sub(tracked.left);
    let paid = i128::from(paid.unwrap_or(Money::ZERO).minor());
    let part = (paid * 1000).checked_div(whole).unwrap_or(1000);
    let part = u32::try_from(part).unwrap_or(0).min(1000);
    let rest = 1000_u32.saturating_sub(part);
    view! {
        <svg
            class="money-bar"
            viewBox="0 0 1000 20"
            preserveAspectRatio="none"
            aria-hidden="true"
            focusable="false"
        >
            <rect class="use-waived" x=part y="0" width=rest height="20" />
            <rect class="use-principal" x="0" y="0" width=part height="20" />
        </svg>
    }
}

/// What would be owed if nothing more were paid, folded.
#[must_use]
pub fn stopped(locale: Locale, ready: &Ready, tracked: &Tracked) -> Option<View> {
    let stop = tracked.stopped.as_ref()?;
    let claimed = ready.worked.plan.opening.total().ok()?;
    let said: Vec<View> = if_stopped(locale, stop, claimed, ready.currency())
        .into_iter()
        .map(|words| view! { <p>{words}</p> })
        .collect();
    let part = view! {
        <details class="all-stops">
            <summary>{TrackLabel::IfStoppedNow.text(locale)}</summary>
            {said}
        </details>
    };
    Some(part)
}

/// Every payment of the plan with how it stands, folded.
#[must_use]
pub fn what_each(locale: Locale, ready: &Ready, tracked: &Tracked) -> View {
    let rows: Vec<View> = tracked
        .dues
        .iter()
        .map(|due| row(locale, ready, due))
        .collect();
    view! {
        <details class="all-stops">
            <summary>{TrackLabel::HowEachStands.text(locale)}</summary>
            <p class="hint">{TrackLabel::HowMatched.text(locale)}</p>
            <ol class="noted">{rows}</ol>
        </details>
    }
}

fn row(locale: Locale, ready: &Ready, due: &TrackedDue) -> View {
    let currency = ready.currency();
    view! {
        <li>
            <span class="due-name">{number(u64::from(due.number))}</span>
            <span class="due-date">
                {date(locale, due.date)} " " <small>{due_standing(locale, due, currency)}</small>
            </span>
            {figure(due.amount, currency)}
        </li>
    }
}
