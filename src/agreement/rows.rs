//! The lines of the document's tables.

use super::{OwedThen, Payment};
use crate::engine::money::OutOfRange;
use crate::engine::plan::{Broken, PlanRow, RowKind};

/// The lines of a plan as they are printed, its payments numbered.
pub(super) fn payments(rows: &[PlanRow]) -> Result<Vec<Payment>, OutOfRange> {
    let mut numbers = 1_u32..;
    rows.iter()
        .map(|row| {
            Ok(Payment {
                number: if row.kind == RowKind::Deferral {
                    None
                } else {
                    numbers.next()
                },
                kind: row.kind,
                date: row.date,
                amount: row.paid.total()?,
                paid: row.paid,
                interest: row.interest,
                left: row.closing.total()?,
            })
        })
        .collect()
}

/// What is owed if payments stop, line by line.
pub(super) fn owed_then(stops: &[Broken]) -> Result<Vec<OwedThen>, OutOfRange> {
    stops
        .iter()
        .map(|stop| {
            Ok(OwedThen {
                after: stop.after,
                on: stop.on,
                paid: stop.paid,
                revived: stop.revived.total()?,
                owed: stop.balances.components,
                total: stop.balances.components.total()?,
            })
        })
        .collect()
}
