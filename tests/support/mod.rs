//! Random claims and proposals for tests, every kind of option among them.

use proptest::prelude::*;
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, add_days, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, LateCharge, Order, OrderSwitch, Penalty, PenaltyBase,
    PenaltyRate, PerComponent, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Proposal, Settlement, Size, Waiver,
};
use rust_decimal::Decimal;

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

fn any_money(most: i64) -> impl Strategy<Value = Money> {
    // Small, ordinary and extreme amounts alike.
    prop_oneof![Just(0), 0..100_i64, 0..10_000_000_i64, 0..=most].prop_map(money)
}

fn any_day_count() -> impl Strategy<Value = DayCount> {
    proptest::sample::select(DayCount::ALL.to_vec())
}

fn any_rounding() -> impl Strategy<Value = Rounding> {
    proptest::sample::select(Rounding::ALL.to_vec())
}

fn any_rate(most_percent: i64) -> impl Strategy<Value = Rate> {
    prop_oneof![
        Just(0),
        0..=(most_percent * 10_000),
        Just(most_percent * 10_000)
    ]
    .prop_map(|units| Rate::from_fraction(Decimal::new(units, 6)).unwrap())
}

fn any_share() -> impl Strategy<Value = Share> {
    (0..=10_000_u32).prop_map(|basis_points| {
        let (whole, part) = (basis_points / 100, basis_points % 100);
        Share::parse_percent(&format!("{whole}.{part:02}")).unwrap()
    })
}

fn any_waiver() -> impl Strategy<Value = Waiver> {
    prop_oneof![
        4 => Just(Waiver::Nothing),
        3 => any_share().prop_map(Waiver::Share),
        1 => any_money(1_000_000).prop_map(Waiver::Amount),
    ]
}

fn any_per_component<T: Copy + std::fmt::Debug + 'static>(
    each: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = PerComponent<T>> {
    proptest::collection::vec(each, 6).prop_map(|values| {
        let mut result = PerComponent::all(values[0]);
        for (component, value) in Component::ALL.into_iter().zip(values) {
            result.set(component, value);
        }
        result
    })
}

fn any_order() -> impl Strategy<Value = Order> {
    Just(Component::ALL.to_vec())
        .prop_shuffle()
        .prop_map(|order| Order::new(order.try_into().unwrap()).unwrap())
}

fn any_waterfall() -> impl Strategy<Value = Waterfall> {
    let switch = (0..400_u32, any_order()).prop_map(|(from_days_past_due, order)| OrderSwitch {
        from_days_past_due,
        order,
    });
    (any_order(), proptest::option::of(switch))
        .prop_map(|(order, switch)| Waterfall { order, switch })
}

fn any_penalty() -> impl Strategy<Value = Penalty> {
    let rate = prop_oneof![
        (100..200_i64).prop_map(|percent| PenaltyRate::Multiple(Decimal::new(percent, 2))),
        any_rate(292).prop_map(PenaltyRate::Own),
    ];
    let base = prop_oneof![
        Just(PenaltyBase::OverduePrincipal),
        Just(PenaltyBase::WholePrincipal)
    ];
    (rate, base, any::<bool>(), any::<bool>()).prop_map(
        |(rate, base, compound, beside_interest)| Penalty {
            rate,
            base,
            compound,
            beside_interest,
        },
    )
}

fn any_as_of() -> impl Strategy<Value = Date> {
    let first = parse_date("2019-12-28").unwrap();
    (0..4000_i64).prop_map(move |days| add_days(first, days).unwrap())
}

fn any_terms(as_of: Date) -> impl Strategy<Value = Terms> {
    let late_charge = (any_rate(40), proptest::option::of(any_money(100_000)))
        .prop_map(|(rate, cap)| LateCharge { rate, cap });
    (
        1..2000_i64,
        any_money(10_000_000_000),
        any_rate(36),
        proptest::option::of(any_penalty()),
        proptest::option::of(late_charge),
        proptest::option::of(any_rate(36)),
        any_day_count(),
        any_rounding(),
        any_waterfall(),
    )
        .prop_map(move |parts| Terms {
            signed_on: add_days(as_of, -parts.0).unwrap(),
            original_principal: parts.1,
            interest_rate: parts.2,
            penalty: parts.3,
            late_charge: parts.4,
            ceiling: parts.5,
            day_count: parts.6,
            rounding: parts.7,
            waterfall: parts.8,
        })
}

/// Any claim up to 10^12 in each component.
pub fn any_claim() -> impl Strategy<Value = Claim> {
    (
        any_as_of(),
        any_per_component(any_money(100_000_000_000_000)),
        any_share(),
        0..1500_i64,
        proptest::sample::select(Currency::ALL.to_vec()),
    )
        .prop_flat_map(|(as_of, components, overdue, days_past_due, currency)| {
            any_terms(as_of).prop_map(move |terms| {
                let components: Components = components;
                let overdue_principal = overdue
                    .of(components.principal, Rounding::TowardZero)
                    .unwrap();
                Claim {
                    currency,
                    as_of,
                    balances: Balances {
                        components,
                        overdue_principal,
                    },
                    overdue_since: add_days(as_of, -days_past_due).unwrap(),
                    terms,
                }
            })
        })
}

/// Any frequency that plans are offered with, and some that they are not.
pub fn any_frequency() -> impl Strategy<Value = Frequency> {
    prop_oneof![
        Just(Frequency::WEEKLY),
        Just(Frequency::FORTNIGHTLY),
        Just(Frequency::HALF_MONTHLY),
        Just(Frequency::MONTHLY),
        (1..90_u16).prop_map(|days| Frequency::new(days, Unit::Days).unwrap()),
        (2..13_u16).prop_map(|months| Frequency::new(months, Unit::Months).unwrap()),
    ]
}

fn any_settlement() -> impl Strategy<Value = Settlement> {
    let count = prop_oneof![Just(1), 1..=60_u32, 1..=600_u32].prop_map(Size::Count);
    let equal = (
        any_frequency(),
        prop_oneof![
            3 => count.clone(),
            1 => (1..5_000_000_i64).prop_map(|minor| Size::Payment(money(minor))),
        ],
    )
        .prop_map(|(frequency, size)| Settlement::Instalments {
            method: Method::EqualInstalment,
            frequency,
            size,
            multiple: None,
        });
    let rounded_up =
        (any_frequency(), count.clone(), 1..10_000_i64).prop_map(|(frequency, size, unit)| {
            Settlement::Instalments {
                method: Method::EqualInstalment,
                frequency,
                size,
                multiple: Some(money(unit)),
            }
        });
    let others = (
        prop_oneof![Just(Method::EqualPrincipal), Just(Method::InterestFirst)],
        any_frequency(),
        count,
    )
        .prop_map(|(method, frequency, size)| Settlement::Instalments {
            method,
            frequency,
            size,
            multiple: None,
        });
    prop_oneof![2 => Just(Settlement::LumpSum), 4 => equal, 1 => rounded_up, 3 => others]
}

/// Any proposal for a claim; most can be laid out, some ask for more than there is.
pub fn any_proposal(claim: &Claim) -> impl Strategy<Value = Proposal> + use<> {
    let as_of = claim.as_of;
    let owed = claim.components().total().unwrap();
    let concessions = (any_per_component(any_waiver()), any_waiver())
        .prop_map(|(waivers, discount)| Concessions { waivers, discount });
    let down_payment = prop_oneof![
        2 => Just(Money::ZERO),
        2 => any_share().prop_map(move |share| share.of(owed, Rounding::TowardZero).unwrap()),
    ];
    let basis = prop_oneof![
        Just(InterestBasis::Periodic),
        any_day_count().prop_map(InterestBasis::Daily),
    ];
    (
        concessions,
        down_payment,
        any_settlement(),
        0..400_i64,
        proptest::sample::select(DeferralInterest::ALL.to_vec()),
        any_per_component(proptest::sample::select(Carry::ALL.to_vec())),
        any_rate(400),
        basis,
        any_rounding(),
    )
        .prop_map(move |parts| Proposal {
            concessions: parts.0,
            down_payment: parts.1,
            settlement: parts.2,
            first_due: add_days(as_of, parts.3).unwrap(),
            deferral: parts.4,
            // What is said of principal is without effect; a link does not carry it.
            carry: parts.5.with(Component::Principal, Carry::Spread),
            rate: parts.6,
            basis: parts.7,
            rounding: parts.8,
        })
}

/// A claim and a proposal for it.
pub fn any_case() -> impl Strategy<Value = (Claim, Proposal)> {
    any_claim().prop_flat_map(|claim| {
        let proposal = any_proposal(&claim);
        (Just(claim), proposal)
    })
}
