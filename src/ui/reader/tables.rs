//! The tables of a paper on screen and in print.

use super::runs::each;
use crate::text::Languages;
use crate::text::table::{Cell, CellKind, Row, Table};
use crate::ui::view::{View, view};

/// One table with its caption, in a frame of its own that scrolls where the screen is narrow.
#[must_use]
pub fn framed(languages: Languages, table: &Table) -> View {
    let heads: Vec<View> = table
        .columns
        .iter()
        .map(|column| {
            view! {
                <th scope="col" class:amount=column.amount>
                    {each(languages, &column.words)}
                </th>
            }
        })
        .collect();
    let rows: Vec<View> = table.rows.iter().map(|row| line(languages, row)).collect();
    view! {
        <div class="scroller" tabindex="0" role="region" aria-label=table.title.join(" / ")>
            <table class="ledger">
                <caption>
                    <span>{each(languages, &table.title)}</span>
                    <small>{each(languages, &table.unit)}</small>
                </caption>
                <thead>
                    <tr>{heads}</tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
}

fn line(languages: Languages, row: &Row) -> View {
    let cells: Vec<View> = row.cells.iter().map(|it| cell(languages, it)).collect();
    view! { <tr class:sum=row.sum>{cells}</tr> }
}

fn cell(languages: Languages, cell: &Cell) -> View {
    let (words, figure, span) = (&cell.words, cell.figure.clone(), cell.span);
    match cell.kind {
        CellKind::Head => view! {
            <th scope="row" colspan=span>
                {each(languages, words)}
                {figure}
            </th>
        },
        CellKind::Date => view! {
            <td class="date">
                {figure}
                " "
                {(!words.is_empty()).then(|| view! { <small>{each(languages, words)}</small> })}
            </td>
        },
        CellKind::Amount | CellKind::Total => view! {
            <td class="amount" class:total=cell.kind == CellKind::Total colspan=span>
                {(!words.is_empty())
                    .then(|| {
                        view! {
                            {each(languages, words)}
                            " "
                        }
                    })}
                {figure}
            </td>
        },
    }
}
