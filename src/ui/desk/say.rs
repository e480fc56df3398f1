//! What can be said, for the stage of the debt and the type of customer: one moment of the talk at a time.

use leptos::prelude::*;

use super::DeskState;
use super::case_column::language_of;
use crate::engine::claim::CustomerType;
use crate::engine::rules::Duty;
use crate::text::talk::{Moment, Objection, answer, objection, promises, say};
use crate::text::{Label, TalkLabel};
use crate::ui::parts::fresh_id;
use crate::ui::view::{View, view};

/// The talking points. While nothing is noted about the customer there is only the beginning, which is the same for all.
pub fn talking_points(desk: DeskState) -> View {
    let locale = desk.locale;
    let about = Memo::new(move |_| {
        let open = desk.session.last_open.read();
        let open = open.as_ref()?;
        let customer = open.case.customer;
        let broken = open.on_broken_promises();
        let kind = customer.map(|customer| customer.kind());
        Some((open.claim.stage(), kind, broken, open.call_duties()))
    });
    View::live(move || {
        let (stage, kind, broken, duties) = about.get()?;
        // Opening one closes the others: what is read out stands alone.
        let group = fresh_id();
        let moments: &[Moment] = match kind {
            Some(_) => &Moment::ALL,
            None => &[Moment::Opening],
        };
        let customer = kind.unwrap_or(CustomerType::WillingUnable);
        let points = moments.iter().enumerate().map(|(place, moment)| {
            let name = name_of(*moment).text(locale);
            let words = view! { <p>{say(locale, *moment, stage, customer)}</p> };
            fold(&group, name, place == 0, words)
        });
        let mut points: Vec<View> = points.collect();
        if !broken.is_empty() {
            let words: View = broken
                .iter()
                .map(|effect| view! { <p>{promises(locale, *effect)}</p> })
                .collect();
            let name = Label::PromisesBroken.text(locale);
            points.push(fold(&group, name, false, words));
        }
        let objections: Vec<View> = Objection::ALL
            .iter()
            .map(|one| {
                view! {
                    <dt>{objection(locale, *one)}</dt>
                    <dd>{answer(locale, *one)}</dd>
                }
            })
            .collect();
        let objections = view! { <dl class="objections">{objections}</dl> };
        points.push(fold(
            &group,
            TalkLabel::IfTheySay.text(locale),
            false,
            objections,
        ));
        let binding = bound(desk, &duties);
        points.extend(
            binding.map(|words| fold(&group, TalkLabel::CallDuties.text(locale), false, words)),
        );
        Some(view! {
            <section class="say">
                <h2>{TalkLabel::Say.text(locale)}</h2>
                {points}
            </section>
        })
    })
}

/// What the law and the lender ask of whoever calls, each with its source.
fn bound(desk: DeskState, duties: &[Duty]) -> Option<View> {
    let open = desk.session.last_open.read_untracked();
    let lang = language_of(open.as_ref()?.case.jurisdiction);
    let words = duties.iter().map(|duty| {
        let words = desk.locale.pick(&duty.words.zh, &duty.words.en).to_owned();
        view! { <li><p>{words}</p><p class="hint" lang=lang>{duty.source.clone()}</p></li> }
    });
    let words: Vec<View> = words.collect();
    (!words.is_empty()).then(|| view! { <ul class="call-duties">{words}</ul> })
}

fn fold(group: &str, name: &'static str, open: bool, words: View) -> View {
    view! {
        <details name=group.to_owned() open=open>
            <summary>{name}</summary>
            {words}
        </details>
    }
}

const fn name_of(moment: Moment) -> TalkLabel {
    match moment {
        Moment::Opening => TalkLabel::TalkOpening,
        Moment::Listen => TalkLabel::TalkListen,
        Moment::FindWay => TalkLabel::TalkFindWay,
        Moment::Facts => TalkLabel::TalkFacts,
        Moment::Close => TalkLabel::TalkClose,
    }
}
