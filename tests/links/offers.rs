//! Random offers: every kind of settlement, waiver and carry, every optional field, the ends of ranges.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use quittance::agreement::{Known, Offer, PackReference};
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, add_days, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, Creditor, Guarantor, Itemisation, Jurisdiction,
    LateCharge, Order, OrderSwitch, Parties, Penalty, PenaltyBase, PenaltyRate, PerComponent,
    Product, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, Cure, DatedPayment, DeferralInterest, FlatPrincipal, InterestBasis, Method,
    Milestone, Milestones, Proposal, Relief, Repayment, Settlement, Size, Step, Vesting, Waiver,
    WhileKept,
};
use rust_decimal::Decimal;

fn money(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// Amounts of every length, nothing among them.
fn amount() -> impl Strategy<Value = i64> {
    prop_oneof![
        Just(0),
        1..100_i64,
        1..1_000_000_i64,
        1..100_000_000_i64,
        1..1_000_000_000_000_i64
    ]
}

fn rate() -> impl Strategy<Value = Rate> {
    let steps = prop_oneof![
        2 => Just(0_i64),
        6 => (1..4_000_i64).prop_map(|points| points * 1_000_000),
        2 => 1..4_000_000_000_i64,
        1 => Just(29_200_000_000),
    ];
    steps.prop_map(|steps| Rate::from_fraction(Decimal::new(steps, 10)).unwrap())
}

fn share() -> impl Strategy<Value = Share> {
    let steps = prop_oneof![
        (0..=100_i64).prop_map(|percent| percent * 100_000_000),
        0..=10_000_000_000_i64
    ];
    steps.prop_map(|steps| {
        Share::ratio(money(steps), money(10_000_000_000), Rounding::TowardZero).unwrap()
    })
}

fn line(most: usize) -> impl Strategy<Value = String> {
    let symbol = select(
        "张银行客服电话示例aZ09 -*.,:/()（）·é£¥𠮷"
            .chars()
            .collect::<Vec<_>>(),
    );
    (select(vec!['示', 'E', '4']), vec(symbol, 0..most))
        .prop_map(|(first, rest)| std::iter::once(first).chain(rest).collect())
}

fn parties() -> impl Strategy<Value = Parties> {
    let texts = (line(20), line(20), line(20), line(8), line(10));
    (texts, option::of(line(12)), vec(line(20), 0..3)).prop_map(|(texts, original, channels)| {
        let (name, contact, complaints, borrower, account) = texts;
        let creditor = Creditor {
            name,
            original,
            contact,
            complaints,
            channels,
        };
        Parties {
            creditor,
            borrower,
            account,
        }
    })
}

fn order() -> impl Strategy<Value = Order> {
    prop_oneof![
        Just(Order::CIVIL_CODE_561),
        Just(Order::PRINCIPAL_FIRST),
        Just(Component::ALL.to_vec())
            .prop_shuffle()
            .prop_map(|order| { Order::new(order.try_into().unwrap()).unwrap() }),
    ]
}

fn penalty() -> impl Strategy<Value = Penalty> {
    let multiple = prop_oneof![
        (100..200_i64).prop_map(|hundredths| Decimal::new(hundredths, 2)),
        (1_000..2_000_i64).prop_map(|thousandths| Decimal::new(thousandths, 3)),
        Just(Decimal::ZERO),
        Just(Decimal::from(2)),
    ];
    let rate = prop_oneof![
        multiple.prop_map(PenaltyRate::Multiple),
        rate().prop_map(PenaltyRate::Own)
    ];
    let base = select(vec![
        PenaltyBase::OverduePrincipal,
        PenaltyBase::WholePrincipal,
    ]);
    (rate, base, any::<bool>(), any::<bool>()).prop_map(
        |(rate, base, compound, beside_interest)| Penalty {
            rate,
            base,
            compound,
            beside_interest,
        },
    )
}

fn terms(as_of: Date) -> impl Strategy<Value = Terms> {
    let charge = (rate(), option::of(amount().prop_map(money)))
        .prop_map(|(rate, cap)| LateCharge { rate, cap });
    let switch = (0..200_u32, order()).prop_map(|(from_days_past_due, order)| OrderSwitch {
        from_days_past_due,
        order,
    });
    let extras = (
        option::of(penalty()),
        option::of(charge),
        option::of(rate()),
    );
    let conventions = (
        select(DayCount::ALL.to_vec()),
        select(Rounding::ALL.to_vec()),
    );
    let waterfall =
        (order(), option::of(switch)).prop_map(|(order, switch)| Waterfall { order, switch });
    (
        0..9_000_i64,
        amount(),
        rate(),
        extras,
        conventions,
        waterfall,
    )
        .prop_map(
            move |(days, principal, interest_rate, extras, conventions, waterfall)| Terms {
                signed_on: add_days(as_of, -days).unwrap(),
                original_principal: money(principal),
                interest_rate,
                penalty: extras.0,
                late_charge: extras.1,
                ceiling: extras.2,
                day_count: conventions.0,
                rounding: conventions.1,
                waterfall,
            },
        )
}

fn claim(as_of: Date) -> impl Strategy<Value = Claim> {
    let amounts = (
        1..=100_000_000_i64,
        amount(),
        amount(),
        amount(),
        amount(),
        amount(),
    );
    (
        select(Currency::ALL.to_vec()),
        amounts,
        0..=4_i64,
        0..800_i64,
        terms(as_of),
    )
        .prop_map(move |(currency, amounts, quarters, days, terms)| {
            let components = Components {
                principal: money(amounts.0),
                interest: money(amounts.1),
                penalty: money(amounts.2),
                compound: money(amounts.3),
                charges: money(amounts.4),
                costs: money(amounts.5),
            };
            let overdue_principal = money(amounts.0 * quarters / 4);
            let balances = Balances {
                components,
                overdue_principal,
            };
            let overdue_since = add_days(as_of, -days).unwrap();
            Claim {
                currency,
                as_of,
                balances,
                overdue_since,
                terms,
            }
        })
}

/// A waiver of an amount as so many thousandths of what is owed, so that most of them fit.
fn waiver() -> impl Strategy<Value = (u8, Share, i64)> {
    (0..4_u8, share(), 0..=1_000_i64)
}

fn waiver_of((kind, share, thousandths): (u8, Share, i64), owed: Money) -> Waiver {
    match kind {
        0 | 1 => Waiver::Nothing,
        2 => Waiver::Share(share),
        _ => Waiver::Amount(money(owed.minor() / 1_000 * thousandths)),
    }
}

fn settlement(first_due: Date, total: i64) -> impl Strategy<Value = Settlement> {
    let unit = prop_oneof![
        Just(Unit::Days),
        Just(Unit::Weeks),
        Just(Unit::HalfMonths),
        Just(Unit::Months)
    ];
    let frequency = prop_oneof![
        Just(Frequency::MONTHLY),
        Just(Frequency::WEEKLY),
        Just(Frequency::FORTNIGHTLY),
        (1..40_u16, unit).prop_map(|(every, unit)| Frequency::new(every, unit).unwrap()),
    ];
    let size = prop_oneof![
        8 => (1..=24_u32).prop_map(Size::Count),
        1 => (25..=60_u32).prop_map(Size::Count),
        2 => (80..700_i64).prop_map(move |part| Size::Payment(money(total / 1_000 * part + 1))),
    ];
    let multiple = option::weighted(0.2, select(vec![1_i64, 100, 1_000]).prop_map(money));
    let instalments = (repayment(total), frequency, size, multiple).prop_map(
        |(way, frequency, size, multiple)| {
            let fixed = matches!(size, Size::Payment(_));
            let multiple = multiple.filter(|_| !fixed);
            let (repayment, size) = match way {
                _ if fixed || multiple.is_some() => (Repayment::EqualInstalment, size),
                // Given payments decide how many there are.
                Repayment::Custom { ref payments, .. } => {
                    let count = u32::try_from(payments.len()).unwrap();
                    (way, Size::Count(count))
                }
                way => (way, size),
            };
            Settlement::Instalments {
                repayment,
                frequency,
                size,
                multiple,
            }
        },
    );
    prop_oneof![
        1 => Just(Settlement::LumpSum),
        6 => instalments,
        2 => on_dates(first_due, total)
    ]
}

/// Every way to repay, with terms that mostly fit a debt of that size.
fn repayment(total: i64) -> impl Strategy<Value = Repayment> {
    let part = move |of: i64| (0..300_i64).prop_map(move |part| money(total / 1_000 * part / of));
    let step = prop_oneof![
        (95..112_i64).prop_map(|hundredths| Step::Times(Decimal::new(hundredths, 2).normalize())),
        (1..20_000_000_000_i64).prop_map(|steps| Step::Times(Decimal::new(steps, 10).normalize())),
        (-50..200_i64).prop_map(|minor| Step::Plus(money(minor))),
    ];
    prop_oneof![
        4 => select(Method::ALL.to_vec()).prop_map(Repayment::from),
        2 => part(2).prop_map(Repayment::Balloon),
        1 => (step, 1..4_u32).prop_map(|(step, every)| Repayment::Stepped { step, every }),
        1 => select(FlatPrincipal::ALL.to_vec()).prop_map(Repayment::Flat),
        1 => Just(Repayment::OneOff),
        1 => Just(Repayment::InterestLast),
        1 => (part(20), 0..3_u32)
            .prop_map(|(minimum, rows)| Repayment::MinimumFirst { minimum, rows }),
        4 => (vec(part(40), 1..6), prop::bool::weighted(0.97)).prop_map(|(payments, last_takes_rest)| {
            Repayment::Custom { payments, last_takes_rest }
        }),
    ]
}

/// Amounts on days of their own, mostly with a rest that settles them.
fn on_dates(first_due: Date, total: i64) -> impl Strategy<Value = Settlement> {
    let amounts = vec((1..60_i64, 1..100_i64), 1..6);
    (amounts, option::weighted(0.97, 1..60_i64)).prop_map(move |(amounts, rest)| {
        let mut days = 0;
        let mut payments = Vec::new();
        for (place, (gap, part)) in amounts.into_iter().enumerate() {
            days += if place == 0 { 0 } else { gap };
            payments.push(DatedPayment {
                date: add_days(first_due, days).unwrap(),
                amount: money(total / 1_000 * part + 1),
            });
        }
        Settlement::OnDates {
            payments,
            rest_on: rest.map(|gap| add_days(first_due, days + gap).unwrap()),
        }
    })
}

/// Every freeze and every way to vest.
fn relief() -> impl Strategy<Value = Relief> {
    let milestones = vec((1..9_u32, 1..25_i64), 0..4).prop_map(|steps| {
        let (mut after, mut part) = (0, 0);
        let steps = steps.into_iter().map(|(later, more)| {
            (after, part) = (after + later, part + more);
            let share = Share::ratio(money(part), money(100), Rounding::HalfUp).unwrap();
            Milestone { after, share }
        });
        Vesting::Milestones(Milestones::new(steps.collect()).unwrap())
    });
    let vesting = prop_oneof![
        3 => Just(Vesting::OnCompletion),
        1 => Just(Vesting::ProRata),
        1 => milestones,
        1 => Just(Vesting::AtOnce),
    ];
    (select(WhileKept::ALL.to_vec()), vesting).prop_map(|(while_kept, vesting)| Relief {
        while_kept,
        vesting,
    })
}

fn proposal(claim: &Claim) -> impl Strategy<Value = Proposal> + use<> {
    let (as_of, components) = (claim.as_of, *claim.components());
    let total = components.total().unwrap().minor();
    let carries = prop::array::uniform6(select(vec![
        Carry::Spread,
        Carry::First,
        Carry::Capitalised,
    ]));
    let basis = prop_oneof![
        Just(InterestBasis::Periodic),
        select(DayCount::ALL.to_vec()).prop_map(InterestBasis::Daily),
    ];
    let concessions = (prop::array::uniform6(waiver()), waiver());
    let timing = (0..400_i64, select(DeferralInterest::ALL.to_vec()));
    let conventions = (rate(), basis, select(Rounding::ALL.to_vec()));
    let settled = timing.prop_flat_map(move |timing| {
        let first_due = add_days(as_of, timing.0).unwrap();
        (settlement(first_due, total), Just((first_due, timing.1)))
    });
    (
        concessions,
        option::of(0..300_i64),
        settled,
        carries,
        conventions,
        relief(),
    )
        .prop_map(
            move |(
                (waivers, discount),
                down,
                (settlement, timing),
                carries,
                conventions,
                relief,
            )| {
                let mut proposal = Proposal {
                    concessions: Concessions {
                        waivers: PerComponent::all(Waiver::Nothing),
                        discount: waiver_of(discount, money(total / 10)),
                    },
                    down_payment: money(down.map_or(0, |thousandths| total / 4_000 * thousandths)),
                    settlement,
                    first_due: timing.0,
                    deferral: timing.1,
                    carry: PerComponent::all(Carry::Spread),
                    rate: conventions.0,
                    basis: conventions.1,
                    rounding: conventions.2,
                    relief,
                };
                for (place, component) in Component::ALL.into_iter().enumerate() {
                    let waiver = waiver_of(waivers[place], components.get(component));
                    proposal.concessions.waivers.set(component, waiver);
                    proposal.carry.set(component, carries[place]);
                }
                proposal
            },
        )
}

/// What else is known of a debt, by numbers that were drawn for something else: an itemisation always adds up to it.
fn known(claim: &Claim, days: i64, grace_days: u32) -> Known {
    let owed = claim.components().total().unwrap();
    let part = |percent: i64| money(owed.minor() / 100 * percent);
    let (payments, credits) = (part(days), part(i64::from(grace_days)));
    let interest = part(i64::from(grace_days) * 2);
    let less = payments.checked_add(credits).unwrap();
    let itemisation = Itemisation {
        on: add_days(claim.as_of, -days).unwrap(),
        balance: owed
            .checked_sub(interest)
            .and_then(|rest| rest.checked_add(less))
            .unwrap(),
        interest,
        fees: Money::ZERO,
        payments,
        credits,
    };
    Known {
        guarantor: match days % 4 {
            0 => Some(Guarantor::Consented),
            1 => Some(Guarantor::NotAsked),
            _ => None,
        },
        itemisation: (days % 3 == 0).then_some(itemisation),
    }
}

/// Any offer; nine in ten can be laid out.
pub fn offer() -> impl Strategy<Value = Offer> {
    let as_of =
        (0..60_000_i64).prop_map(|days| add_days(parse_date("1965-01-01").unwrap(), days).unwrap());
    as_of
        .prop_flat_map(claim)
        .prop_flat_map(|claim| {
            let whose = (
                any::<bool>(),
                select(Jurisdiction::ALL.to_vec()),
                select(Product::ALL.to_vec()),
            );
            let ends = (line(10), line(5), 0..90_i64, (0..40_u32, 1..4_u32));
            (whose, parties(), Just(claim), proposal(&claim), ends)
        })
        .prop_map(
            |(whose, parties, claim, proposal, (id, version, days, (grace_days, misses)))| Offer {
                sample: whose.0,
                jurisdiction: whose.1,
                product: whose.2,
                parties,
                claim,
                proposal,
                pack: PackReference { id, version },
                expires_on: add_days(claim.as_of, days).unwrap(),
                cure: Cure {
                    grace_days,
                    misses_that_end: misses,
                },
                known: known(&claim, days, grace_days),
            },
        )
}
