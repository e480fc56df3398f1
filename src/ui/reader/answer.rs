//! What can be answered to what a link holds: a borrower accepts or proposes, a supervisor approves, an agent countersigns.

use leptos::prelude::*;

use super::handed::handed;
use super::keeping::{Keeping, button};
use super::signed::this_day;
use crate::agreement::Offer;
use crate::engine::calendar::{Date, Frequency, format_date};
use crate::engine::money::{Currency, Money};
use crate::engine::rules::Role;
use crate::share::TermsId;
use crate::share::signed::{Offered, Request, State};
use crate::text::trust::asked_by;
use crate::text::typed::{parse_amount, parse_date_typed};
use crate::text::{Locale, TrustLabel};
use crate::ui::model::signing::{Wish, accept, approve, counter, countersign, demo_key};
use crate::ui::parts::field::{Keyboard, TextField, text_field};
use crate::ui::session::Session;
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
            // The only keys that this page has of a lender are published ones.
            State::Accepted { .. } => match &offered.acceptance {
                Some((_, None)) if offered.by.demo => Self::Countersigning { text },
                _ => Self::Nothing,
            },
            State::AwaitingApproval(_) | State::Withdrawn { .. } | State::Expired { .. } => {
                Self::Nothing
            }
        }
    }
}

/// The section in which an answer is given; none where nothing is to be answered.
#[must_use]
pub fn answer(
    session: Session,
    answering: Answering,
    option: TermsId,
    offer: Offer,
    currency: Currency,
) -> Option<View> {
    let section = match answering {
        Answering::Nothing => return None,
        Answering::Borrower { text, of } => borrower(session, text, of, option, offer, currency),
        Answering::Approving {
            text,
            offered,
            request,
            by,
        } => approving(session, text, *offered, request, by),
        Answering::Countersigning { text } => countersigning(session, text),
    };
    Some(section)
}

/// What came of answering.
#[derive(Clone, Copy)]
struct Outcome {
    made: RwSignal<Option<(TrustLabel, String)>>,
    problem: RwSignal<Option<TrustLabel>>,
    keeping: Keeping,
}

impl Outcome {
    fn new() -> Self {
        Self {
            made: RwSignal::new(None),
            problem: RwSignal::new(None),
            keeping: Keeping::new(),
        }
    }

    fn set<E>(self, said: TrustLabel, text: Result<String, E>, problem: TrustLabel) {
        match text {
            Ok(text) => {
                self.problem.set(None);
                self.made.set(Some((said, text)));
            }
            Err(_) => self.problem.set(Some(problem)),
        }
    }

    /// The text that was made, or why none was.
    fn view(self, session: Session) -> View {
        let body = move || {
            let locale = session.locale.get();
            if let Some(problem) = self.problem.get() {
                return view! { <p class="field-problem" role="alert">{problem.text(locale)}</p> };
            }
            self.made.get().map_or_else(View::nothing, |(said, text)| {
                handed(session, locale, said, &text, self.keeping)
            })
        };
        body.into_view()
    }
}

/// What is open of a borrower's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Neither,
    Accepting,
    Proposing,
}

fn borrower(
    session: Session,
    text: String,
    of: TermsId,
    option: TermsId,
    offer: Offer,
    currency: Currency,
) -> View {
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
                        outcome.problem.set(Some(TrustLabel::CannotPropose));
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

/// A field without a problem line of its own.
fn plain_field(
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

fn approving(
    session: Session,
    text: String,
    offered: Offered,
    request: Request,
    by: String,
) -> View {
    let outcome = Outcome::new();
    let (reason, until) = (
        RwSignal::new(String::new()),
        RwSignal::new(format_date(last_day(&offered))),
    );
    let demo = offered.by.demo;
    let asked = StoredValue::new((text, offered, request, by));
    let body = move || {
        let locale = session.locale.get();
        let said = asked.with_value(|(_, _, request, by)| {
            asked_by(locale, by, request.on, request.note.as_deref())
        });
        if !demo {
            return view! {
                <p>{said}</p>
                <p class="hint">{TrustLabel::NoKeyHere.text(locale)}</p>
            };
        }
        let act = move |()| {
            let Ok(until) = parse_date_typed(&until.get_untracked()) else {
                outcome.problem.set(Some(TrustLabel::ValidUntil));
                return;
            };
            let reason = reason.get_untracked();
            if reason.trim().is_empty() {
                outcome.problem.set(Some(TrustLabel::ReasonMissing));
                return;
            }
            let made = asked.with_value(|(text, offered, _, _)| {
                let key = demo_key(Role::Supervisor);
                approve(text, offered, &reason, (this_day(), until), &key)
            });
            outcome.set(TrustLabel::ApprovedNow, made, TrustLabel::TextFailed);
        };
        let field = |label: TrustLabel, value, keyboard| {
            text_field(&plain_field(label.text(locale), value, keyboard, None))
        };
        view! {
            <p>{said}</p>
            {field(TrustLabel::Reason, reason, Keyboard::Text)}
            {field(TrustLabel::ValidUntil, until, Keyboard::Date)}
            <div class="button-row">
                {button(TrustLabel::ApproveWithDemo.text(locale), true, act)}
            </div>
        }
    };
    titled(
        session,
        TrustLabel::ApprovalAsked,
        body.into_view(),
        outcome,
    )
}

/// The last day on which any of the options can be accepted.
fn last_day(offered: &Offered) -> Date {
    offered
        .options
        .iter()
        .map(|option| option.opened.offer.expires_on)
        .max()
        .unwrap_or_default()
}

fn countersigning(session: Session, text: String) -> View {
    let outcome = Outcome::new();
    let text = StoredValue::new(text);
    let body = move || {
        let locale = session.locale.get();
        let act = move |()| {
            let made = text.with_value(|text| countersign(text, &demo_key(Role::Agent)));
            outcome.set(TrustLabel::CountersignedNow, made, TrustLabel::TextFailed);
        };
        view! {
            <p class="hint">{TrustLabel::CountersignHint.text(locale)}</p>
            <div class="button-row">
                {button(TrustLabel::Countersign.text(locale), false, act)}
            </div>
        }
    };
    titled(session, TrustLabel::Countersign, body.into_view(), outcome)
}

fn titled(session: Session, title: TrustLabel, body: View, outcome: Outcome) -> View {
    view! {
        <section class="part answer">
            <h2>{move || title.text(session.locale.get())}</h2>
            {body}
            {outcome.view(session)}
        </section>
    }
}
