//! What can be answered to what a link holds; here the borrower's part: to accept, or to propose something else.

use leptos::prelude::*;

use super::handed::Outcome;
use super::keeping::button;
use super::lender_answer::{approving, countersigning, withdrawing};
use super::reader::Asked;
use super::ready::Ready;
use super::signed::this_day;
use crate::agreement::Offer;
use crate::engine::calendar::{Frequency, format_date};
use crate::engine::money::{Currency, Money};
use crate::engine::rules::Role;
use crate::share::TermsId;
use crate::share::signed::{KeyId, Offered, Request, State};
use crate::text::typed::{parse_amount, parse_date_typed};
use crate::text::{Locale, TrustLabel};
use crate::ui::model::signing::{Wish, accept, counter};
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::session::Session;
use crate::ui::trust::{Hand, Trust};
use crate::ui::view::{IntoView, View, view};

/// Who can answer what.
#[derive(Clone, Debug)]
pub enum Answering {
    /// Nothing is to be answered: it is over, or waits for somebody else.
    Nothing,
    /// A borrower accepts, or proposes something else.
    Borrower {
        /// The text that is answered.
        text: String,
        /// What it offers.
        of: TermsId,
    },
    /// A supervisor approves.
    Approving {
        /// The text of the question.
        text: String,
        /// What it is about.
        offered: Box<Offered>,
        /// The question.
        request: Request,
        /// Who asks.
        by: String,
    },
    /// The lender's side countersigns an acceptance.
    Countersigning {
        /// The text with the acceptance.
        text: String,
    },
}

impl Answering {
    /// What can be answered to an offer as it stands on the device's day.
    #[must_use]
    pub fn to_offer(text: &str, offered: &Offered) -> Self {
        let text = text.to_owned();
        match offered.state(this_day()) {
            State::Offered { .. } | State::Approved { .. } => Self::Borrower {
                text,
                of: offered.id,
            },
            State::Accepted { .. } => match &offered.acceptance {
                Some((_, None)) => Self::Countersigning { text },
                _ => Self::Nothing,
            },
            State::AwaitingApproval(_) | State::Withdrawn { .. } | State::Expired { .. } => {
                Self::Nothing
            }
        }
    }
}

/// Whose text is answered: the lender's root key, and whether its keys are the demo lender's.
#[derive(Clone, Copy, Debug)]
pub struct By {
    pub(super) root: KeyId,
    pub(super) demo: bool,
}

impl By {
    /// The lender of an offer.
    #[must_use]
    pub const fn of(offered: &Offered) -> Self {
        Self {
            root: offered.by.root,
            demo: offered.by.demo,
        }
    }

    /// A key at hand that signs for it.
    pub(super) fn hand(self, trust: Trust, least: Role) -> Option<Hand> {
        trust.hand(self.root, least, self.demo)
    }
}

/// The section in which an answer is given; none where nothing is to be answered, or the figures are not those that were
/// signed: nobody accepts or approves what they cannot see as it was meant.
#[must_use]
pub fn answer(
    session: Session,
    answering: Answering,
    by: By,
    (option, ready): (TermsId, &Ready),
) -> Option<Asked> {
    if ready.differs() {
        return None;
    }
    let offer = ready.offer.clone();
    let form = match answering {
        Answering::Nothing => return None,
        Answering::Borrower { text, of } => {
            let withdrawing = withdrawing(session, by, text.clone(), of);
            let borrower = borrower(session, text, of, option, offer);
            view! { {borrower} {withdrawing} }
        }
        Answering::Approving {
            text,
            offered,
            request,
            by: asked_by,
        } => return Some(approving(session, by, text, &offered, (request, asked_by))),
        Answering::Countersigning { text } => countersigning(session, by, text)?,
    };
    Some(Asked { first: None, form })
}

/// What is open of a borrower's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Neither,
    Accepting,
    Proposing,
}

fn borrower(session: Session, text: String, of: TermsId, option: TermsId, offer: Offer) -> View {
    let currency = offer.claim.currency;
    let open = RwSignal::new(Open::Neither);
    let outcome = Outcome::new();
    let text = StoredValue::new(text);
    let offer = StoredValue::new(offer);
    let wish = Typed::new();
    let body = move || {
        let locale = session.locale.get();
        let words = |label: TrustLabel| label.text(locale);
        match open.get() {
            Open::Neither => view! {
                <div class="button-row">
                    {button(words(TrustLabel::Accept), true, move |()| open.set(Open::Accepting))}
                    {button(words(TrustLabel::Rather), false, move |()| open.set(Open::Proposing))}
                </div>
            },
            Open::Accepting => {
                let now = move |()| {
                    let text = text.with_value(|text| accept(text, option, this_day()));
                    outcome.set(TrustLabel::AcceptedNow, text, TrustLabel::TextFailed);
                };
                view! {
                    <p>{words(TrustLabel::AcceptReview)}</p>
                    <div class="button-row">
                        {button(words(TrustLabel::AcceptNow), true, now)}
                        {button(words(TrustLabel::NotYet), false, move |()| open.set(Open::Neither))}
                    </div>
                }
            }
            Open::Proposing => {
                let propose = move |()| {
                    let Some(wish) = wish.read(currency) else {
                        outcome.refuse(TrustLabel::CannotPropose);
                        return;
                    };
                    let made = offer.with_value(|offer| counter(of, offer, &wish, this_day()));
                    outcome.set(TrustLabel::ProposedNow, made, TrustLabel::CannotPropose);
                };
                view! {
                    <p>{words(TrustLabel::RatherHint)}</p>
                    {wish.fields(locale, currency)}
                    <div class="button-row">
                        {button(words(TrustLabel::Propose), true, propose)}
                        {button(words(TrustLabel::NotYet), false, move |()| open.set(Open::Neither))}
                    </div>
                }
            }
        }
    };
    titled(session, TrustLabel::YourAnswer, body.into_view(), outcome)
}

/// A wish as it is typed.
#[derive(Clone, Copy)]
struct Typed {
    now: RwSignal<String>,
    each: RwSignal<String>,
    first: RwSignal<String>,
    note: RwSignal<String>,
}

impl Typed {
    fn new() -> Self {
        Self {
            now: RwSignal::new(String::new()),
            each: RwSignal::new(String::new()),
            first: RwSignal::new(String::new()),
            note: RwSignal::new(String::new()),
        }
    }

    fn fields(self, locale: Locale, currency: Currency) -> View {
        let field = |label: TrustLabel, value: RwSignal<String>, keyboard| {
            text_field(&plain_field(
                label.text(locale),
                value,
                keyboard,
                Some(currency),
            ))
        };
        view! {
            {field(TrustLabel::WishEach, self.each, Keyboard::Figures)}
            {field(TrustLabel::WishFirst, self.first, Keyboard::Date)}
            {field(TrustLabel::WishNow, self.now, Keyboard::Figures)}
            {field(TrustLabel::WishNote, self.note, Keyboard::Lines)}
        }
    }

    fn read(self, currency: Currency) -> Option<Wish> {
        let now = self.now.get_untracked();
        let now = if now.trim().is_empty() {
            Money::ZERO
        } else {
            parse_amount(&now, currency).ok()?
        };
        let note = self.note.get_untracked().trim().to_owned();
        Some(Wish {
            now,
            each: parse_amount(&self.each.get_untracked(), currency).ok()?,
            frequency: Frequency::MONTHLY,
            first_due: parse_date_typed(&self.first.get_untracked()).ok()?,
            note: (!note.is_empty()).then_some(note),
        })
    }
}

/// A section with its title and what came of it.
pub(super) fn titled(session: Session, title: TrustLabel, body: View, outcome: Outcome) -> View {
    view! {
        <section class="part answer">
            <h2>{move || title.text(session.locale.get())}</h2>
            {body}
            {outcome.view(session)}
        </section>
    }
}

/// A field without a problem line of its own.
pub(super) fn plain_field(
    label: &str,
    value: RwSignal<String>,
    keyboard: Keyboard,
    currency: Option<Currency>,
) -> TextField {
    let amount_in = (keyboard == Keyboard::Figures).then(|| Signal::stored(currency));
    TextField {
        label: label.to_owned(),
        keyboard,
        value: value.into(),
        placeholder: Signal::stored(if keyboard == Keyboard::Date {
            format_date(this_day())
        } else {
            String::new()
        }),
        problem: Signal::stored(None),
        on_text: Callback::new(move |text| value.set(text)),
        amount_in,
        focus: None,
    }
}
