//! The options as columns of one table with shared rows, so that the eye compares along a line.

use leptos::prelude::*;

use super::DeskState;
use super::looking::Looking;
use super::option_texts::{kind_name, letter, other_problem};
use crate::engine::money::Currency;
use crate::engine::plan::RowKind;
use crate::engine::rules::Decision;
use crate::text::finding::decision;
use crate::text::format::{date_iso, earlier, money_bare, number, plan_rate};
use crate::text::offer_line::pays_alike;
use crate::text::{Label, Locale, TalkLabel};
use crate::ui::model::{Evaluated, MOST_OPTIONS, OptionDraft};
use crate::ui::parts::verdict::verdict_mark;
use crate::ui::session::OptionView;
use crate::ui::view::{View, view};

/// The table, with a button for the next column.
pub fn options_table(desk: DeskState, looking: Looking) -> View {
    let problem = other_problem(desk);
    view! {
        <div class="scroller" tabindex="0" role="group" aria-label=Label::Choices.text(desk.locale)>
            <table class="ledger options">
                <caption class="heard">{Label::Choices.text(desk.locale)}</caption>
                <thead>{move || column_heads(desk)}</thead>
                <tbody>{move || body(desk, looking)}</tbody>
            </table>
        </div>
        {move || problem.get().map(|text| view! { <p class="wrong">{text}</p> })}
    }
}

fn column_heads(desk: DeskState) -> View {
    let mut heads: Vec<View> = desk.session.draft.with(|draft| {
        let head = |(place, option): (usize, &OptionDraft)| {
            column_head(desk, place, option, place == draft.selected)
        };
        draft.options.iter().enumerate().map(head).collect()
    });
    if heads.len() < MOST_OPTIONS {
        heads.push(next_column(desk, heads.len()));
    }
    view! { <tr><td></td>{heads}</tr> }
}

fn column_head(desk: DeskState, place: usize, option: &OptionDraft, selected: bool) -> View {
    let kind = kind_name(option.kind).text(desk.locale);
    view! {
        <th scope="col" class="amount" class:selected=selected>
            <button
                type="button"
                class="column-head"
                aria-pressed=if selected { "true" } else { "false" }
                on:click=move |_| desk.session.draft.update(|draft| draft.selected = place)
            >
                <b>{letter(place)}</b> " " {kind}
            </button>
        </th>
    }
}

/// What stands in one cell: the figure, and a second line where one figure does not say it all.
type Cell = (String, Option<String>);
type Row = (Label, fn(Locale, Currency, &Evaluated) -> Cell);

const ROWS: [Row; 8] = [
    (Label::DueNow, |_, currency, option| {
        (money_bare(option.worked.totals.due_now, currency), None)
    }),
    (Label::EachPayment, each_payment),
    (Label::Payments, |_, _, option| {
        (number(u64::from(option.worked.totals.count)), None)
    }),
    (Label::LastDate, |_, _, option| {
        (date_iso(option.worked.totals.last_date), None)
    }),
    (Label::TotalToPay, |_, currency, option| {
        (money_bare(option.worked.totals.paid, currency), None)
    }),
    (Label::TotalWaived, |_, currency, option| {
        (money_bare(option.worked.totals.waived, currency), None)
    }),
    (Label::AgainstNothing, |_, currency, option| {
        (
            money_bare(option.worked.totals.cost_against_nothing, currency),
            None,
        )
    }),
    (Label::YearlyRate, |locale, _, option| {
        (
            plan_rate(locale, option.worked.totals.rate_on_balance),
            None,
        )
    }),
];

/// One figure where all payments are alike but for a remainder; otherwise the first, and the largest or the last.
fn each_payment(locale: Locale, currency: Currency, option: &Evaluated) -> Cell {
    let totals = &option.worked.totals;
    let last = totals.last_payment;
    let Some(first) = totals.instalment else {
        return (money_bare(last, currency), None);
    };
    let note = (!pays_alike(&option.proposal) && totals.count > 1).then(|| {
        let rows = option.worked.plan.rows.iter();
        let payments = rows.filter(|row| row.kind == RowKind::Instalment);
        let largest = payments.filter_map(|row| row.paid.total().ok()).max();
        let (label, amount) = match largest {
            Some(largest) if largest > first && largest > last => (Label::LargestPayment, largest),
            _ => (Label::LastPayment, last),
        };
        format!("{} {}", label.text(locale), money_bare(amount, currency))
    });
    (money_bare(first, currency), note)
}

fn body(desk: DeskState, looking: Looking) -> View {
    let locale = desk.locale;
    let open = desk.session.last_open.read();
    let Some(currency) = open.as_ref().map(|open| open.claim.currency) else {
        return View::nothing();
    };
    let selected = desk.session.draft.with(|draft| draft.selected);
    let views: Vec<OptionView> = desk
        .session
        .options
        .iter()
        .filter_map(|option| option.get())
        .collect();
    let rows: Vec<View> = ROWS
        .into_iter()
        .map(|(label, write)| {
            let cells = views.iter().enumerate().map(|(place, view)| {
                let (figure, note) = match &view.last_good {
                    Some(good) => write(locale, currency, good),
                    None => ("–".to_owned(), None),
                };
                let (stale, chosen) = (view.result.is_err(), place == selected);
                view! {
                    <td class="amount" class:stale=stale class:selected=chosen>
                        {figure}
                        {note.map(|note| view! { <small class="cell-note">{note}</small> })}
                    </td>
                }
            });
            let cells: Vec<View> = cells.collect();
            view! { <tr><th scope="row">{label.text(locale)}</th>{cells}</tr> }
        })
        .collect();
    let verdicts: Vec<View> = views
        .iter()
        .enumerate()
        .map(|(place, view)| verdict_cell(desk, looking, place, view, place == selected))
        .collect();
    view! {
        {rows}
        {worth_row(desk, looking, views.len(), selected)}
        <tr class="verdict-row">
            <th scope="row">{Label::Verdict.text(locale)}</th>
            {verdicts}
        </tr>
    }
}

fn verdict_cell(
    desk: DeskState,
    looking: Looking,
    place: usize,
    view: &OptionView,
    selected: bool,
) -> View {
    let locale = desk.locale;
    let stale = view.result.is_err();
    let note = view.good_at.as_ref().map(|time| earlier(locale, time));
    let mark = view.last_good.as_ref().map(|good| {
        let broken = good.verdict.broken().len();
        let words = decision(locale, good.verdict.decision);
        let refused = good.verdict.decision == Decision::Refused && broken > 0;
        let count = refused.then(|| {
            let broken = u64::try_from(broken).unwrap_or(u64::MAX);
            format!(" ({})", number(broken))
        });
        verdict_mark(
            good.verdict.decision,
            format!("{words}{}", count.unwrap_or_default()),
        )
    });
    view! {
        <td class="amount" class:stale=stale class:selected=selected>
            {mark}
            {unbeaten(desk, looking, place)}
            {note.map(|note| view! { <small class="cell-note">{note}</small> })}
        </td>
    }
}

/// What the options are worth to the lender; found after the figures, so that it fills in a moment later.
fn worth_row(desk: DeskState, looking: Looking, columns: usize, selected: usize) -> View {
    let cells: Vec<View> = (0..columns)
        .map(|place| {
            let worth = move || {
                let found = looking.found.read();
                let found = found.as_ref()?;
                let standing = (*found.standing.get(place)?)?;
                let amount = |amount| money_bare(amount, found.currency);
                let against = TalkLabel::AgainstNoPlan.text(desk.locale);
                let gain = standing
                    .gain
                    .map(|gain| format!("{against} {}", amount(gain)));
                Some(view! {
                    {amount(standing.worth)}
                    {gain.map(|gain| view! { <small class="cell-note">{gain}</small> })}
                })
            };
            view! {
                <td
                    class="amount"
                    class:selected=place == selected
                    class:stale=move || looking.outdated.get()
                >
                    {View::live(worth)}
                </td>
            }
        })
        .collect();
    view! { <tr><th scope="row">{TalkLabel::WorthToUs.text(desk.locale)}</th>{cells}</tr> }
}

/// Said of options that no other beats, where there is another.
fn unbeaten(desk: DeskState, looking: Looking, place: usize) -> View {
    let unbeaten = Memo::new(move |_| {
        let found = looking.found.read();
        let standing = found.as_ref().map(|found| &found.standing);
        standing.is_some_and(|all| {
            let this = all.get(place).copied().flatten();
            all.iter().flatten().count() > 1 && this.is_some_and(|this| this.unbeaten)
        })
    });
    let words = TalkLabel::Unbeaten.text(desk.locale);
    View::live(move || {
        unbeaten
            .get()
            .then(|| view! { <small class="cell-note">{words}</small> })
    })
}

/// The head of the column that is not there yet: its button makes it.
fn next_column(desk: DeskState, place: usize) -> View {
    let add = move |_: leptos::ev::MouseEvent| {
        let Some(open) = desk.case_now() else { return };
        desk.session.draft.update(|draft| {
            if draft.options.len() < MOST_OPTIONS {
                draft.options.push(open.starting_option());
                draft.selected = draft.options.len().saturating_sub(1);
            }
        });
        desk.just_opened.set(true);
    };
    view! {
        <td class="next-column">
            <button type="button" class="column-head" on:click=add>
                {letter(place)} " + "
                <span class="add-words" class:heard=place + 1 == MOST_OPTIONS>
                    {Label::AddChoice.text(desk.locale)}
                </span>
            </button>
        </td>
    }
}
