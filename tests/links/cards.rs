//! Three offers written out by hand: a card debt in instalments, a loan in a lump sum, an invoice put off.

use quittance::agreement::{Known, Offer, PackReference};
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, Creditor, Jurisdiction, LateCharge, Order, OrderSwitch,
    Parties, Penalty, PenaltyBase, PenaltyRate, PerComponent, Product, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, Cure, DeferralInterest, InterestBasis, Proposal, Relief, Repayment,
    Settlement, Size, Waiver,
};
use rust_decimal::Decimal;

pub fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn minor(amount: i64) -> Money {
    Money::from_minor(amount).unwrap()
}

pub fn rate(percent: &str) -> Rate {
    Rate::parse_percent(percent).unwrap()
}

fn share(percent: &str) -> Waiver {
    Waiver::Share(Share::parse_percent(percent).unwrap())
}

fn owed(amounts: [i64; 6]) -> Components {
    let mut components = Components::ZERO;
    for (component, amount) in Component::ALL.into_iter().zip(amounts) {
        components.set(component, minor(amount));
    }
    components
}

fn parties(texts: [&str; 5], original: Option<&str>, channels: &[&str]) -> Parties {
    let [name, contact, complaints, borrower, account] = texts.map(str::to_owned);
    let channels = channels
        .iter()
        .map(|channel| (*channel).to_owned())
        .collect();
    let original = original.map(str::to_owned);
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
}

/// A Chinese credit card 45 days past due: penalty waived, half the charges, twelve equal instalments.
pub fn card() -> Offer {
    let components = owed([45_200_00, 1_864_32, 627_85, 0, 840_00, 0]);
    let switch = OrderSwitch {
        from_days_past_due: 91,
        order: Order::PRINCIPAL_FIRST,
    };
    Offer {
        sample: true,
        jurisdiction: Jurisdiction::China,
        product: Product::CreditCard,
        parties: parties(
            [
                "示例银行信用卡中心",
                "400-000-0000",
                "投诉 12378",
                "张**",
                "**** 3391",
            ],
            None,
            &["还款专户 尾号 8821"],
        ),
        claim: Claim {
            currency: Currency::Cny,
            as_of: day("2026-11-21"),
            balances: Balances {
                components,
                overdue_principal: components.principal,
            },
            overdue_since: day("2026-10-07"),
            terms: Terms {
                signed_on: day("2023-03-15"),
                original_principal: minor(50_000_00),
                interest_rate: rate("18.25"),
                penalty: None,
                late_charge: None,
                ceiling: Some(rate("24")),
                day_count: DayCount::Act365Fixed,
                rounding: Rounding::HalfUp,
                waterfall: Waterfall {
                    order: Order::CIVIL_CODE_561,
                    switch: Some(switch),
                },
            },
        },
        proposal: Proposal {
            concessions: Concessions {
                waivers: PerComponent::all(Waiver::Nothing)
                    .with(Component::Penalty, share("100"))
                    .with(Component::Charges, share("50")),
                discount: Waiver::Nothing,
            },
            down_payment: minor(3_000_00),
            settlement: Settlement::Instalments {
                repayment: Repayment::EqualInstalment,
                frequency: Frequency::MONTHLY,
                size: Size::Count(12),
                multiple: None,
            },
            first_due: day("2026-12-21"),
            deferral: DeferralInterest::Accrues,
            carry: PerComponent::all(Carry::Spread),
            rate: rate("9"),
            basis: InterestBasis::Periodic,
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        },
        pack: PackReference {
            id: "sample-bank-cards".to_owned(),
            version: "1.0".to_owned(),
        },
        expires_on: day("2026-11-28"),
        cure: Cure {
            grace_days: 3,
            misses_that_end: 1,
        },
        known: Known::default(),
    }
}

/// A British personal loan settled in one sum, assigned once, with no interest.
pub fn loan() -> Offer {
    let components = owed([4_120_00, 86_40, 0, 0, 24_00, 0]);
    Offer {
        sample: false,
        jurisdiction: Jurisdiction::Britain,
        product: Product::PersonalLoan,
        parties: parties(
            [
                "Example Recoveries",
                "0800 000 000",
                "Financial Ombudsman",
                "J. S*****",
                "***-412",
            ],
            Some("Example Bank plc"),
            &["Sort code 00-00-00", "Post: PO Box 1, Leeds"],
        ),
        claim: Claim {
            currency: Currency::Gbp,
            as_of: day("2026-02-28"),
            balances: Balances {
                components,
                overdue_principal: minor(612_50),
            },
            overdue_since: day("2025-11-30"),
            terms: Terms {
                signed_on: day("2022-02-28"),
                original_principal: minor(9_000_00),
                interest_rate: rate("11.9"),
                penalty: None,
                late_charge: None,
                ceiling: None,
                day_count: DayCount::ActActIsda,
                rounding: Rounding::HalfEven,
                waterfall: Waterfall::CIVIL_CODE_561,
            },
        },
        proposal: Proposal {
            concessions: Concessions {
                waivers: PerComponent::all(Waiver::Nothing),
                discount: Waiver::Amount(minor(1_230_40)),
            },
            down_payment: Money::ZERO,
            settlement: Settlement::LumpSum,
            first_due: day("2026-03-31"),
            deferral: DeferralInterest::Frozen,
            carry: PerComponent::all(Carry::Spread),
            rate: Rate::ZERO,
            basis: InterestBasis::Daily(DayCount::Act365Fixed),
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        },
        pack: PackReference {
            id: "example-recoveries".to_owned(),
            version: "2026-01".to_owned(),
        },
        expires_on: day("2026-03-14"),
        cure: Cure {
            grace_days: 0,
            misses_that_end: 1,
        },
        known: Known::default(),
    }
}

/// A bank loan with a penalty multiple and an order of its own, put off and paid every ten days.
pub fn deferred() -> Offer {
    let components = owed([80_000_00, 2_310_55, 415_07, 12_09, 0, 300_00]);
    let order = Order::new([
        Component::Costs,
        Component::Interest,
        Component::Compound,
        Component::Penalty,
        Component::Charges,
        Component::Principal,
    ]);
    let penalty = Penalty {
        rate: PenaltyRate::Multiple(Decimal::new(15, 1)),
        base: PenaltyBase::WholePrincipal,
        compound: true,
        beside_interest: false,
    };
    let charge = LateCharge {
        rate: rate("3.65000001"),
        cap: Some(minor(2_000_00)),
    };
    Offer {
        sample: false,
        jurisdiction: Jurisdiction::China,
        product: Product::BankLoan,
        parties: parties(
            [
                "示例农商银行",
                "0571-0000000 分机 8",
                "12378",
                "李*",
                "贷 2024***18",
            ],
            None,
            &[],
        ),
        claim: Claim {
            currency: Currency::Cny,
            as_of: day("2027-01-31"),
            balances: Balances {
                components,
                overdue_principal: minor(20_000_00),
            },
            overdue_since: day("2026-11-17"),
            terms: Terms {
                signed_on: day("2024-06-17"),
                original_principal: minor(120_000_00),
                interest_rate: rate("7.3"),
                penalty: Some(penalty),
                late_charge: Some(charge),
                ceiling: Some(rate("24")),
                day_count: DayCount::Act360,
                rounding: Rounding::HalfUp,
                waterfall: Waterfall {
                    order: order.unwrap(),
                    switch: None,
                },
            },
        },
        proposal: Proposal {
            concessions: Concessions {
                waivers: PerComponent::all(Waiver::Nothing)
                    .with(Component::Penalty, share("33.33333333"))
                    .with(Component::Costs, Waiver::Amount(minor(300_00))),
                discount: share("0"),
            },
            down_payment: Money::ZERO,
            settlement: Settlement::Instalments {
                repayment: Repayment::EqualPrincipal,
                frequency: Frequency::new(10, Unit::Days).unwrap(),
                size: Size::Count(9),
                multiple: None,
            },
            first_due: day("2027-05-01"),
            deferral: DeferralInterest::Capitalised,
            carry: PerComponent::all(Carry::Spread)
                .with(Component::Interest, Carry::Capitalised)
                .with(Component::Compound, Carry::First),
            rate: rate("6.5"),
            basis: InterestBasis::Daily(DayCount::Act360),
            rounding: Rounding::HalfEven,
            relief: Relief::default(),
        },
        pack: PackReference {
            id: "example-rural".to_owned(),
            version: "3".to_owned(),
        },
        expires_on: day("2027-02-15"),
        cure: Cure {
            grace_days: 5,
            misses_that_end: 1,
        },
        known: Known::default(),
    }
}

/// All three, with the names of the files that pin their links.
pub fn all() -> [(&'static str, Offer); 3] {
    [("card", card()), ("loan", loan()), ("deferred", deferred())]
}
