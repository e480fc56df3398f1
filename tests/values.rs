//! The value of a plan to its lender, against figures worked by hand.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

use quittance::engine::calendar::{Date, DateOutOfRange, DayCount, parse_date};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    DatedFlow, ExpectedPayment, Valuation, ValueError, against_doing_nothing, distress,
    present_value, value,
};

fn date(text: &str) -> Date {
    parse_date(text).unwrap()
}

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn share(percent: &str) -> Share {
    Share::parse_percent(percent).unwrap()
}

fn payment(day: &str, pays: i64, kept: &str, recovers: i64) -> ExpectedPayment {
    ExpectedPayment {
        date: date(day),
        pays: money(pays),
        kept: share(kept),
        recovers: money(recovers),
    }
}

fn valuation<'a>(rate: &str, payments: &'a [ExpectedPayment], cost: i64) -> Valuation<'a> {
    Valuation {
        as_of: date("2026-01-01"),
        rate: Rate::parse_percent(rate).unwrap(),
        day_count: DayCount::Act365Fixed,
        payments,
        cost: money(cost),
        rounding: Rounding::HalfUp,
    }
}

#[test]
fn a_plan_is_worth_what_it_pays_while_it_is_kept_and_recovers_where_it_breaks() {
    let payments = [
        payment("2027-01-01", 110_000, "90", 40_000),
        payment("2028-01-01", 121_000, "60", 20_000),
    ];
    // At 10 %: 0.9 x 1,100.00 / 1.1 + 0.6 x 1,210.00 / 1.21 = 900.00 + 600.00;
    // 0.1 x 400.00 / 1.1 + 0.3 x 200.00 / 1.21 = 36.3636 + 49.5868 = 85.9504.
    let found = value(&valuation("10", &payments, 2_500)).unwrap();
    assert_eq!(found.paid, money(150_000));
    assert_eq!(found.recovered, money(8_595));
    assert_eq!(found.total, money(150_000 + 8_595 - 2_500));
    // At nothing: 990.00 + 726.00 and 40.00 + 60.00.
    let undiscounted = value(&valuation("0", &payments, 0)).unwrap();
    assert_eq!(undiscounted.paid, money(171_600));
    assert_eq!(undiscounted.recovered, money(10_000));
    let none = value(&valuation("10", &[], 2_500)).unwrap();
    assert_eq!(none.total, money(-2_500));
}

#[test]
fn a_present_value_is_rounded_once_and_as_named() {
    let flows = |amounts: &[(&str, i64)]| -> Vec<DatedFlow> {
        let flow = |(day, amount): &(&str, i64)| DatedFlow {
            date: date(day),
            amount: money(*amount),
        };
        amounts.iter().map(flow).collect()
    };
    let worth = |flows: &[DatedFlow], rate: &str, rounding| {
        let rate = Rate::parse_percent(rate).unwrap();
        present_value(
            date("2026-01-01"),
            flows,
            rate,
            DayCount::Act365Fixed,
            rounding,
        )
    };
    // 110 in a year at 10 % is 100 whatever the rounding.
    for rounding in Rounding::ALL {
        let year = flows(&[("2027-01-01", 110)]);
        assert_eq!(worth(&year, "10", rounding), Ok(money(100)), "{rounding:?}");
        let both = flows(&[("2026-01-01", -100), ("2028-01-01", 121)]);
        assert_eq!(
            worth(&both, "10", rounding),
            Ok(Money::ZERO),
            "{rounding:?}"
        );
    }
    // 1,000.00 in 73 days at 24 %: 1.24^-0.2 = 0.957889..., by logarithms: 0.2 x 0.2151114 = 0.0430223.
    let fifth = flows(&[("2026-03-15", 100_000)]);
    assert_eq!(worth(&fifth, "24", Rounding::HalfUp), Ok(money(95_789)));
    assert_eq!(worth(&fifth, "24", Rounding::TowardZero), Ok(money(95_789)));
    assert_eq!(
        worth(&fifth, "24", Rounding::AwayFromZero),
        Ok(money(95_790))
    );
    let past = worth(&flows(&[("2025-12-31", 1)]), "24", Rounding::HalfUp);
    assert_eq!(past, Err(ValueError::Date(DateOutOfRange::EndBeforeStart)));
    // The highest rate and the largest amount stay within range.
    let large = flows(&[("2026-01-01", 100_000_000_000_000_000)]);
    assert_eq!(worth(&large, "100000", Rounding::HalfUp), Ok(Money::MAX));
    let far = flows(&[("9999-12-31", 100_000_000_000_000_000)]);
    assert_eq!(worth(&far, "100000", Rounding::HalfUp), Ok(Money::ZERO));
}

#[test]
fn a_plan_is_set_against_doing_nothing() {
    let plan = [payment("2027-01-01", 110_000, "80", 0)];
    // Nothing is paid by itself; half the debts recover 1,100.00 in two years.
    let nothing = [
        payment("2027-01-01", 0, "100", 0),
        payment("2028-01-01", 0, "50", 121_000),
    ];
    let compared = against_doing_nothing(
        &valuation("10", &plan, 1_000),
        &valuation("10", &nothing, 5_000),
    );
    let compared = compared.unwrap();
    assert_eq!(compared.plan.total, money(79_000));
    assert_eq!(compared.nothing.total, money(45_000));
    assert_eq!(compared.gain, money(34_000));
}

#[test]
fn a_higher_rate_never_makes_a_plan_worth_more() {
    let payments: Vec<ExpectedPayment> = (1..=12)
        .map(|month| payment(&format!("2026-{month:02}-15"), 10_000, "95", 0))
        .collect();
    let mut before = money(120_000);
    for rate in ["0", "0.00000001", "1", "10", "24", "400", "100000"] {
        let now = value(&valuation(rate, &payments, 0)).unwrap().total;
        assert!(now <= before, "{rate}");
        before = now;
    }
    assert!(before < money(20_000));
}

#[test]
fn more_than_the_limit_lost_is_distressed_and_the_limit_itself_is_not() {
    let judged = |before, after| distress(money(before), money(after), share("1")).unwrap();
    assert!(!judged(100_000, 99_000).distressed);
    assert!(judged(100_000, 98_999).distressed);
    assert_eq!(judged(100_000, 98_999).lost.to_percent_string(), "1.001");
    // A gain loses nothing.
    let gained = judged(100_000, 100_001);
    assert_eq!((gained.distressed, gained.lost), (false, Share::ZERO));
    // More than everything is lost when what is owed afterwards is below nothing.
    assert_eq!(judged(100, -5).lost, Share::ONE);
    assert_eq!(
        distress(Money::ZERO, money(1), share("1")),
        Err(ValueError::NothingBefore {
            before: Money::ZERO
        })
    );
}

#[test]
fn what_cannot_be_valued_is_named() {
    let refused = |payments: &[ExpectedPayment]| value(&valuation("10", payments, 0));
    let early = payment("2025-12-31", 1, "100", 0);
    let out_of_order = ValueError::OutOfOrder {
        date: early.date,
        earliest: date("2026-01-01"),
    };
    assert_eq!(refused(&[early]), Err(out_of_order));
    let rising = [
        payment("2026-02-01", 1, "50", 0),
        payment("2026-03-01", 1, "50.1", 0),
    ];
    let kept_rises = ValueError::KeptRises {
        date: date("2026-03-01"),
        kept: share("50.1"),
        most: share("50"),
    };
    assert_eq!(refused(&rising), Err(kept_rises));
    let negative = ValueError::Negative { amount: money(-1) };
    assert_eq!(
        refused(&[payment("2026-02-01", -1, "50", 0)]),
        Err(negative)
    );
    assert_eq!(
        refused(&[payment("2026-02-01", 0, "50", -1)]),
        Err(negative)
    );
    assert_eq!(value(&valuation("10", &[], -1)), Err(negative));
}
