//! One cent and ten million million, nothing and a thousand times a year, one row and six hundred.

use quittance::engine::money::Money;
use quittance::engine::plan::schedule::{Repayment, ScheduleError, TermsError, lay_out};

use crate::refusals::every_way;
use crate::ways::monthly;

#[test]
fn extremes_make_a_schedule_or_a_typed_error() {
    let extremes = ["0.01", "1", "10000000000000", "1000000000000000"];
    let (mut made, mut refused) = (0, 0);
    for repayment in every_way() {
        for principal in extremes {
            for rate in ["0", "400", "100000"] {
                for count in [1, 12, 600] {
                    let mut terms = monthly(principal, rate, count, repayment.clone());
                    if let Repayment::Custom { payments, .. } = &mut terms.repayment {
                        *payments = vec![Money::ZERO; usize::try_from(count).unwrap()];
                    }
                    match lay_out(&terms) {
                        Ok(schedule) => {
                            let rows = schedule.rows;
                            assert_eq!(rows.len(), usize::try_from(count).unwrap());
                            let repaid = Money::sum(rows.iter().map(|row| row.principal));
                            assert_eq!(repaid, Ok(terms.principal));
                            assert!(rows[rows.len() - 1].closing.is_zero());
                            made += 1;
                        }
                        Err(TermsError::Schedule(
                            ScheduleError::Amount(_)
                            | ScheduleError::InstalmentBelowInterest { .. },
                        )) => refused += 1,
                        Err(other) => panic!("{terms:?}: {other:?}"),
                    }
                }
            }
        }
    }
    println!("{made} extremes laid out, {refused} refused");
    assert_eq!(made + refused, 11 * 4 * 3 * 3);
    assert!(made > 300, "{made}");
}
