//! What a borrower can pay, worked out by hand.

use quittance::engine::calendar::Frequency;
use quittance::engine::money::{Money, Share};
use quittance::engine::negotiate::{Budget, Spending, afford};

use crate::option::{money, share};

fn budget(income: &str) -> Budget {
    Budget {
        income: money(income),
        spending: Spending {
            fixed: money("900"),
            flexible: money("600"),
            priority: money("100"),
            other_plans: money("200"),
        },
        savings_share: share("10"),
        savings_at_most: money("20"),
        offer_share: share("50"),
        residual_at_least: Money::ZERO,
    }
}

#[test]
fn half_of_what_is_left_after_a_little_is_kept() {
    // 2,500 less 1,800 leaves 700; 20 of it is kept, half of 680 may be asked for.
    let found = afford(&budget("2500")).unwrap();
    assert_eq!(found.surplus, money("700"));
    assert_eq!(found.savings, money("20"));
    assert_eq!(found.offer, money("340"));
    // 340 x 12 / 52 = 78.46, a fortnight twice that before it is cut.
    assert_eq!(found.each(Frequency::WEEKLY), Ok(money("78.46")));
    assert_eq!(found.each(Frequency::FORTNIGHTLY), Ok(money("156.92")));
    assert_eq!(found.each(Frequency::MONTHLY), Ok(money("340")));
}

#[test]
fn a_small_surplus_keeps_its_tenth_and_what_must_stay_stays() {
    // 50 left: 5 kept, half of 45.
    let found = afford(&budget("1850")).unwrap();
    assert_eq!((found.savings, found.offer), (money("5"), money("22.50")));
    let mut careful = budget("1850");
    careful.residual_at_least = money("40");
    assert_eq!(afford(&careful).unwrap().offer, money("10"));
    careful.residual_at_least = money("60");
    assert_eq!(afford(&careful).unwrap().offer, Money::ZERO);
}

#[test]
fn a_month_that_does_not_pay_for_itself_offers_nothing() {
    let found = afford(&budget("1700")).unwrap();
    assert_eq!(found.surplus, money("-100"));
    assert_eq!((found.savings, found.offer), (Money::ZERO, Money::ZERO));
    let mut all = budget("1700");
    all.offer_share = Share::ONE;
    assert_eq!(afford(&all).unwrap().offer, Money::ZERO);
}
