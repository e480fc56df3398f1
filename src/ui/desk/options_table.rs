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
use crate::ui::model::{Draft, Evaluated, MOST_OPTIONS, OptionKind, Standing};
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
                <thead>{column_heads(desk)}</thead>
                <tbody>
                    {move || figures(desk)}
                    {move || worth_row(desk, looking)}
                    {move || verdict_row(desk, looking)}
                </tbody>
            </table>
        </div>
        {move || problem.get().map(|text| view! { <p class="wrong">{text}</p> })}
    }
}

fn column_heads(desk: DeskState) -> View {
    // By what stands in them: a keystroke changes nothing of it.
    let kinds = Memo::new(move |_| {
        let kinds = |draft: &Draft| draft.options.iter().map(|option| option.kind).collect();
        desk.session.draft.with(kinds)
    });
    View::live(move || {
        let (kinds, selected): (Vec<OptionKind>, usize) = (kinds.get(), desk.place.get());
        let head = |(place, kind)| column_head(desk, place, kind, place == selected);
        let mut heads: Vec<View> = kinds.into_iter().enumerate().map(head).collect();
        if heads.len() < MOST_OPTIONS {
            heads.push(next_column(desk, heads.len()));
        }
        view! { <tr><td></td>{heads}</tr> }
    })
}

fn column_head(desk: DeskState, place: usize, kind: OptionKind, selected: bool) -> View {
    let kind = kind_name(kind).text(desk.locale);
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

/// The options in the order of their columns.
fn columns(desk: DeskState) -> Vec<OptionView> {
    let options = desk.session.options.iter();
    options.filter_map(|option| option.get()).collect()
}

/// The rows of figures.
fn figures(desk: DeskState) -> View {
    let locale = desk.locale;
    let open = desk.session.last_open.read();
    let Some(currency) = open.as_ref().map(|open| open.claim.currency) else {
        return View::nothing();
    };
    let (views, selected) = (columns(desk), desk.place.get());
    let row = |(label, write): Row| {
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
    };
    ROWS.into_iter().map(row).collect()
}

fn verdict_row(desk: DeskState, looking: Looking) -> View {
    let (views, selected) = (columns(desk), desk.place.get());
    let found = looking.found.read();
    let standing = found.as_ref().map_or(&[][..], |found| &found.standing);
    let cells = views.iter().enumerate();
    let cells: Vec<View> = cells
        .map(|(place, view)| verdict_cell(desk.locale, standing, place, view, place == selected))
        .collect();
    view! {
        <tr class="verdict-row">
            <th scope="row">{Label::Verdict.text(desk.locale)}</th>
            {cells}
        </tr>
    }
}

fn verdict_cell(
    locale: Locale,
    standing: &[Option<Standing>],
    place: usize,
    view: &OptionView,
    selected: bool,
) -> View {
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
            {unbeaten(locale, standing, place)}
            {note.map(|note| view! { <small class="cell-note">{note}</small> })}
        </td>
    }
}

/// What the options are worth to the lender; found after the figures, so that it fills in a moment later.
fn worth_row(desk: DeskState, looking: Looking) -> View {
    let (count, selected) = (desk.count.get(), desk.place.get());
    let (found, outdated) = (looking.found.read(), looking.greyed.get());
    let worth = |place: usize| {
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
    let cells = (0..count).map(|place| {
        view! {
            <td class="amount" class:selected=place == selected class:stale=outdated>
                {worth(place)}
            </td>
        }
    });
    let cells: Vec<View> = cells.collect();
    view! { <tr><th scope="row">{TalkLabel::WorthToUs.text(desk.locale)}</th>{cells}</tr> }
}

/// Said of options that no other beats, where there is another.
fn unbeaten(locale: Locale, standing: &[Option<Standing>], place: usize) -> Option<View> {
    let this = standing.get(place).copied().flatten()?;
    let said = this.unbeaten && standing.iter().flatten().count() > 1;
    said.then(|| view! { <small class="cell-note">{TalkLabel::Unbeaten.text(locale)}</small> })
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
