//! A link opened: what stands in it, worked out again on this device, or why it does not open.

use leptos::prelude::*;

use super::derivations::derivations;
use super::glance::Glance;
use super::keeping::{Keeping, button};
use super::locked::locked_reader;
use super::noted::Noted;
use super::paper::{Place, clause_lines, paper, sample_mark};
use super::ready::Ready;
use super::share_panel::own_link;
use super::shown::Shown;
use super::signed::signed_reader;
use super::summary::{field_lines, section, summary};
use super::tracking::{is_tracked, tracking};
use crate::agreement::FieldId;
use crate::engine::rules::Decision;
use crate::share::{TextKind, Verified, decode_offer};
use crate::text::borrower::{open_until, other_figures};
use crate::text::format::date_iso;
use crate::text::link::{LinkFault, PlainPage, fault_page, read_out};
use crate::text::trust::{status, what_signatures_show, who_signed};
use crate::text::{Label, Locale, TrustLabel};
use crate::ui::browser::today;
use crate::ui::model::faults::fault_of_link;
use crate::ui::parts::verdict::verdict_icon;
use crate::ui::session::Session;
use crate::ui::view::{View, view};

/// What the fragment of a link holds.
pub fn reader(fragment: &str, on_desk: Callback<()>) -> View {
    let session = Session::current();
    match TextKind::of(fragment) {
        Some(TextKind::Signed) => signed_reader(session, fragment, on_desk),
        Some(TextKind::Locked) => locked_reader(session, fragment, on_desk),
        Some(TextKind::Draft) | None => match open(fragment) {
            Ok((ready, glance)) => page(session, ready, glance, Beside::Nothing, on_desk),
            Err(fault) => fault_view(session, fault, on_desk),
        },
    }
}

fn open(fragment: &str) -> Result<(Ready, Glance), LinkFault> {
    let ready = Ready::opened(decode_offer(fragment).map_err(fault_of_link)?)?;
    let glance = Glance::of(&ready.offer, &ready.worked).map_err(|_| LinkFault::NoPlan)?;
    Ok((ready, glance))
}

/// A link that does not stand: one plain page, one reason, one next step.
#[must_use]
pub fn fault_view(session: Session, fault: LinkFault, on_desk: Callback<()>) -> View {
    plain_page(session, move |locale| fault_page(locale, fault), on_desk)
}

/// A page that says what something is, and what to do next.
#[must_use]
pub fn plain_page(
    session: Session,
    page: impl Fn(Locale) -> PlainPage + 'static,
    on_desk: Callback<()>,
) -> View {
    let body = move || {
        let locale = session.locale.get();
        let page = page(locale);
        view! {
            <h1>{page.title}</h1>
            <p>{page.reason}</p>
            <p class="fault-next">{page.next_step}</p>
            {to_desk(locale, on_desk)}
        }
    };
    view! { <main class="fault">{body}</main> }
}

/// The way to the desk.
pub(super) fn to_desk(locale: Locale, on_desk: Callback<()>) -> View {
    view! {
        <button type="button" class="button plain" on:click=move |_| on_desk.run(())>
            {Label::OpenCalculator.text(locale)}
        </button>
    }
}

/// What is open above the bar at the bottom edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sheet {
    Help,
    Keep,
}

/// What stands beside a plan that a link opened.
pub(super) enum Beside {
    /// Nothing more.
    Nothing,
    /// That it is nobody's offer but a wish: said before anything else.
    Wish(View),
    /// Something to be answered: then that is the one thing to do on the page.
    Asks(Asked),
}

/// What is to be answered to a plan.
pub(super) struct Asked {
    /// What whoever answers is to know before they look at the plan.
    pub(super) first: Option<View>,
    /// Where they answer.
    pub(super) form: View,
}

/// The page of one plan.
pub(super) fn page(
    session: Session,
    ready: Ready,
    glance: Glance,
    beside: Beside,
    on_desk: Callback<()>,
) -> View {
    let asks = matches!(beside, Beside::Asks(_));
    let wish = matches!(beside, Beside::Wish(_));
    // A borrower's wish is no agreement that could be paid.
    let tracks = !wish && is_tracked(&ready);
    let noted = tracks.then(|| Noted::of(session, &ready.code));
    let (told, below) = match beside {
        Beside::Nothing => (None, None),
        Beside::Wish(view) => (Some(view), None),
        Beside::Asks(Asked { first, form }) => (first, Some(form)),
    };
    let over = date_iso(ready.offer.expires_on) < today::iso();
    let (ready, glance) = (StoredValue::new(ready), StoredValue::new(glance));
    let shown = Shown::new();
    let place = NodeRef::<leptos::html::Div>::new();
    let to_answer = asks.then(|| {
        Callback::new(move |()| {
            if let Some(place) = place.get_untracked() {
                place.scroll_into_view();
                // The focus follows; a browser that refuses leaves it at the bar.
                let _ = place.focus();
            }
        })
    });
    let first = move || {
        let locale = session.locale.get();
        let tracking = noted.map(|noted| tracking(session, locale, ready, noted));
        ready.with_value(|ready| {
            let standing = standing(locale, ready, over, wish);
            let summary = glance.with_value(|glance| summary(locale, ready, glance, standing));
            view! {
                {warning(locale, ready)}
                {summary}
                {tracking}
                {derivations(locale, ready)}
                {section(Label::HelpAndDispute, locale, help(locale, ready))}
                {section(Label::HowToCheck, locale, how_to_check(locale, ready))}
            }
        })
    };
    let document = move || {
        let locale = session.locale.get();
        ready.with_value(|ready| {
            let link = own_link(session, ready);
            let sheet = ready.sheet(shown.kind(), shown.languages(locale));
            view! {
                {paper(locale, &sheet, ready, link.as_deref(), Place::Part)}
                <footer class="reader-foot">{to_desk(locale, on_desk)}</footer>
            }
        })
    };
    view! {
        <main class="reader">
            <div class="reader-first">
                {told} {first} <div class="answer-place" tabindex="-1" node_ref=place>{below}</div>
            </div>
            <div class="reader-document">{document}</div>
            {bottom_bar(session, ready, shown, to_answer)}
        </main>
    }
}

/// That the figures are not those of the sender: above everything else.
fn warning(locale: Locale, ready: &Ready) -> Option<View> {
    let Some(Verified::OtherFigures {
        paid_in_link,
        paid_here,
    }) = ready.verified
    else {
        return None;
    };
    let words = other_figures(locale, paid_in_link, paid_here, ready.currency());
    let warning = view! {
        <p class="not-verified" role="alert">
            <strong class="is-refused">
                {verdict_icon(Decision::Refused)} " " {Label::NotVerified.text(locale)}
            </strong>
            " "
            {words}
        </p>
    };
    Some(warning)
}

/// A sample or not, unsigned, the sender's figures worked out again here, and until when it can be accepted.
fn standing(locale: Locale, ready: &Ready, over: bool, wish: bool) -> View {
    let same = ready.verified == Some(Verified::SameFigures);
    let same = same.then(|| {
        view! {
            <p>
                <strong class="is-allowed">
                    {verdict_icon(Decision::Allowed)} " " {Label::SameFigures.text(locale)}
                </strong>
                " "
                {Label::WorkedOutHere.text(locale)}
            </p>
        }
    });
    let signing = ready.document.signing();
    // What was accepted or withdrawn is no longer open, and a wish is not open yet.
    let open = !wish
        && signing.is_none_or(|it| it.accepted.is_none() && it.withdrawn.is_none() && !it.awaited);
    let status = if wish {
        TrustLabel::Proposed.text(locale)
    } else {
        status(signing).text(locale)
    };
    let until = open.then(|| format!(" · {}", open_until(locale, ready.offer.expires_on, over)));
    let said: Vec<View> = signing
        .map(|signing| who_signed(locale, signing))
        .unwrap_or_default()
        .into_iter()
        .map(|line| view! { <p>{line}</p> })
        .collect();
    view! {
        <div class="standing">
            {ready.offer.sample.then(|| view! { <p>{sample_mark(locale)}</p> })} {same}
            <p class:standing-over=over>
                <strong>{status}</strong> {until}
            </p>
            {said}
        </div>
    }
}

/// Where to complain, dispute or get advice, and how to reach the creditor.
fn help(locale: Locale, ready: &Ready) -> View {
    let creditor = ready.clauses(FieldId::Creditor).first();
    view! {
        {field_lines(locale, ready, FieldId::Contacts)}
        {creditor.map(|clause| clause_lines(locale, ready, clause))}
    }
}

/// The sentence to read out, with the code kept on one line.
fn how_to_check(locale: Locale, ready: &Ready) -> View {
    let words = read_out(locale, &ready.code);
    let (before, after) = words.split_once(&ready.code).unwrap_or((&words, ""));
    let (before, after) = (before.to_owned(), after.to_owned());
    let signing = ready.document.signing();
    let shown = signing.map(|signing| what_signatures_show(locale, signing));
    view! {
        <p>
            {before} <strong class="code-run">{ready.code.clone()}</strong> {after}
        </p>
        {shown.map(|shown| view! { <p>{shown}</p> })}
    }
}

/// The bar within the thumb's reach: help one press away, and the one thing to do.
fn bottom_bar(
    session: Session,
    ready: StoredValue<Ready>,
    shown: Shown,
    to_answer: Option<Callback<()>>,
) -> View {
    let open = RwSignal::new(None::<Sheet>);
    let keeping = Keeping::new();
    let sheet = move || {
        let locale = session.locale.get();
        let body = match open.get()? {
            Sheet::Help => ready.with_value(|ready| help(locale, ready)),
            Sheet::Keep => keep(session, locale, ready, keeping, shown),
        };
        Some(view! { <div class="sheet">{body}</div> })
    };
    let outcome = keeping.outcome(session);
    let toggle = move |this: Sheet, label: Label, primary: bool| {
        view! {
            <button
                type="button"
                class="button"
                class:primary=primary
                aria-expanded=move || (open.get() == Some(this)).to_string()
                on:click=move |_| {
                    open.update(|open| *open = (*open != Some(this)).then_some(this));
                }
            >
                {move || label.text(session.locale.get())}
            </button>
        }
    };
    // Where something is to be answered, that is the one thing to do.
    let answer_button = to_answer.map(|to_answer| {
        view! {
            <button type="button" class="button primary" on:click=move |_| to_answer.run(())>
                {move || TrustLabel::YourAnswer.text(session.locale.get())}
            </button>
        }
    });
    view! {
        <div
            class="bottom-bar"
            on:keydown=move |event| {
                if event.key() == "Escape" {
                    open.set(None);
                }
            }
        >
            <div class="bottom-buttons">
                {toggle(Sheet::Help, Label::HelpAndDispute, false)}
                {toggle(Sheet::Keep, Label::KeepThis, to_answer.is_none())} {answer_button}
            </div>
            <div class="sheet-place">{sheet} {outcome}</div>
        </div>
    }
}

fn keep(
    session: Session,
    locale: Locale,
    ready: StoredValue<Ready>,
    keeping: Keeping,
    shown: Shown,
) -> View {
    let link = ready.with_value(|ready| own_link(session, ready));
    let copy_link = link.map(|link| {
        button(Label::CopyLink.text(locale), false, move |()| {
            keeping.copy(link.clone());
        })
    });
    view! {
        {keeping.buttons(session, locale, ready, shown)}
        {copy_link}
    }
}
