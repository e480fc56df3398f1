//! Claims carried forward through payments, line by line.

use quittance::engine::calendar::Date;
use quittance::engine::claim::{Claim, LateCharge, PaymentReceived, Settling, Terms, statement};
use quittance::engine::money::{Currency, Money, Rounding};

use crate::late::{paid, terms};
use crate::{balances, day, percent, yuan};

/// 100.00 at 1.825 % a year earns half a fen a day.
#[test]
fn amounts_are_rounded_at_each_event_or_once() {
    let terms = Terms {
        interest_rate: percent("1.825"),
        penalty: None,
        rounding: Rounding::TowardZero,
        ..terms()
    };
    let claim = Claim {
        currency: Currency::Cny,
        as_of: day("2026-01-01"),
        balances: balances("100", "0", "0"),
        overdue_since: day("2026-01-01"),
        terms,
    };
    // A payment of nothing each day is an event all the same.
    let payments: Vec<PaymentReceived> = ["02", "03", "04", "05", "06", "07", "08", "09", "10"]
        .iter()
        .map(|date| paid(&format!("2026-01-{date}"), "0"))
        .collect();
    let interest = |settling| {
        let lines = statement(&claim, &payments, day("2026-01-11"), settling).unwrap();
        assert_eq!(lines.len(), 10);
        lines[9].closing.components.interest
    };
    assert_eq!(interest(Settling::EachEvent), Money::ZERO);
    assert_eq!(interest(Settling::AtTheEnd), yuan("0.05"));
    for settling in Settling::ALL {
        assert_eq!(Settling::from_code(settling.code()), Some(settling));
    }
}

#[test]
fn a_statement_adds_up_line_by_line() {
    let claim = Claim {
        currency: Currency::Cny,
        as_of: day("2026-02-01"),
        balances: balances("20000", "10000", "310"),
        overdue_since: day("2026-02-01"),
        terms: terms(),
    };
    let payments = [
        paid("2026-02-21", "700"),
        paid("2026-02-11", "40"),
        paid("2027-01-01", "1"),
    ];
    let lines = statement(&claim, &payments, day("2026-03-01"), Settling::EachEvent).unwrap();
    let dates: Vec<Date> = lines.iter().map(|line| line.date).collect();
    assert_eq!(
        dates,
        [day("2026-02-11"), day("2026-02-21"), day("2026-03-01")]
    );
    let mut before = *claim.components();
    for line in &lines {
        let after = before.checked_add(&line.grown).unwrap();
        assert_eq!(after.checked_sub(&line.paid), Ok(line.closing.components));
        before = line.closing.components;
    }
    // 100 of penalty and 50 of interest in ten days, of which 40 are paid: penalty comes first.
    assert_eq!(lines[0].grown.penalty, yuan("100.00"));
    assert_eq!(lines[0].paid.penalty, yuan("40.00"));
    // Then 160 of penalty, 410 of interest and 130 of principal, overdue principal before the rest.
    assert_eq!(lines[1].paid.principal, yuan("130.00"));
    assert_eq!(lines[1].closing.overdue_principal, yuan("9870.00"));
}

#[test]
fn a_statement_stays_below_the_terms_own_ceiling_and_cap() {
    let claim = Claim {
        currency: Currency::Cny,
        as_of: day("2026-02-01"),
        balances: balances("10000", "10000", "0"),
        overdue_since: day("2026-02-01"),
        terms: Terms {
            ceiling: Some(percent("14.6")),
            ..terms()
        },
    };
    let until = day("2026-05-12");
    let lines = statement(&claim, &[], until, Settling::EachEvent).unwrap();
    assert_eq!(lines[0].grown.total(), Ok(yuan("400.00")));
    assert_eq!(
        Ok(lines[0].closing.components),
        claim.if_nothing_is_paid(until)
    );

    // Charges stated on the as-of date count towards the cap, and paying some of them makes no room under it.
    let mut capped = claim;
    capped.balances.components.charges = yuan("30");
    capped.terms.ceiling = None;
    capped.terms.late_charge = Some(LateCharge {
        rate: percent("36.5"),
        cap: Some(yuan("50")),
    });
    let payments = [paid("2026-02-11", "45")];
    let lines = statement(&capped, &payments, until, Settling::EachEvent).unwrap();
    assert_eq!(lines[0].grown.charges, yuan("20.00"));
    assert_eq!(lines[1].closing.components.charges, yuan("5.00"));
}
