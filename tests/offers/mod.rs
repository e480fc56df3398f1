//! Offers of every kind, for the tests of what an agreement says. Names and lines are neutral in both languages.

use quittance::agreement::{Document, Known, Offer, PackReference, Profile, Worked, build};
use quittance::engine::calendar::{Date, DayCount, Frequency, Unit, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, Creditor, Jurisdiction, Order, OrderSwitch, Parties,
    Penalty, PenaltyBase, PenaltyRate, PerComponent, Product, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, Cure, DatedPayment, DeferralInterest, FlatPrincipal, InterestBasis, Method,
    Milestone, Milestones, Proposal, Relief, Repayment, Settlement, Size, Step, Vesting, Waiver,
    WhileKept,
};

/// A verification code as a link would carry it.
pub const CODE: &str = "7F3K-92QD";
/// The version of the engine.
pub const ENGINE: &str = "0.1.0";

pub fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

pub fn cents(minor: i64) -> Money {
    Money::from_minor(minor).unwrap()
}

/// A Chinese card debt of 48,532.17, 45 days past due, to be repaid in 36 months.
pub fn card() -> Offer {
    let components = Components {
        principal: cents(4_120_000),
        interest: cents(311_840),
        penalty: cents(391_377),
        compound: Money::ZERO,
        charges: cents(30_000),
        costs: Money::ZERO,
    };
    Offer {
        sample: true,
        jurisdiction: Jurisdiction::China,
        product: Product::CreditCard,
        parties: Parties {
            creditor: Creditor {
                name: "QTB".to_owned(),
                original: None,
                contact: "955-000".to_owned(),
                complaints: "12378".to_owned(),
                channels: vec!["App 1".to_owned(), "6222-0000".to_owned()],
            },
            borrower: "Z*".to_owned(),
            account: "6222...0417".to_owned(),
        },
        claim: Claim {
            currency: Currency::Cny,
            as_of: day("2026-11-21"),
            balances: Balances {
                components,
                overdue_principal: components.principal,
            },
            overdue_since: day("2026-10-07"),
            terms: Terms {
                signed_on: day("2024-03-01"),
                original_principal: cents(5_000_000),
                interest_rate: Rate::parse_percent("18.25").unwrap(),
                penalty: Some(Penalty {
                    rate: PenaltyRate::Own(Rate::parse_percent("18.25").unwrap()),
                    base: PenaltyBase::OverduePrincipal,
                    compound: false,
                    beside_interest: false,
                }),
                late_charge: None,
                ceiling: None,
                day_count: DayCount::Act365Fixed,
                rounding: Rounding::HalfUp,
                waterfall: Waterfall {
                    order: Order::CIVIL_CODE_561,
                    switch: Some(OrderSwitch {
                        from_days_past_due: 91,
                        order: Order::PRINCIPAL_FIRST,
                    }),
                },
            },
        },
        proposal: Proposal {
            concessions: Concessions {
                waivers: PerComponent::all(Waiver::Nothing).with(
                    Component::Penalty,
                    Waiver::Share(Share::parse_percent("50").unwrap()),
                ),
                discount: Waiver::Nothing,
            },
            down_payment: cents(200_000),
            settlement: Settlement::Instalments {
                repayment: Repayment::EqualInstalment,
                frequency: Frequency::MONTHLY,
                size: Size::Count(36),
                multiple: None,
            },
            first_due: day("2026-12-25"),
            deferral: DeferralInterest::Accrues,
            carry: PerComponent::all(Carry::Spread),
            rate: Rate::parse_percent("6").unwrap(),
            basis: InterestBasis::Periodic,
            rounding: Rounding::HalfUp,
            relief: Relief::default(),
        },
        pack: PackReference {
            id: "house-card-cn".to_owned(),
            version: "2026.1".to_owned(),
        },
        expires_on: day("2026-12-05"),
        cure: Cure {
            grace_days: 3,
            misses_that_end: 1,
        },
        known: Known::default(),
    }
}

/// The same debt in pounds under British law.
pub fn british() -> Offer {
    let mut offer = card();
    offer.sample = false;
    offer.jurisdiction = Jurisdiction::Britain;
    offer.product = Product::PersonalLoan;
    offer.claim.currency = Currency::Gbp;
    offer.claim.terms.waterfall = Waterfall::CIVIL_CODE_561;
    offer.parties.creditor.original = Some("Q1".to_owned());
    "house-loan-gb".clone_into(&mut offer.pack.id);
    offer
}

/// The same debt as a Chinese bank loan.
pub fn loan() -> Offer {
    let mut offer = card();
    offer.product = Product::BankLoan;
    offer.claim.terms.waterfall = Waterfall::CIVIL_CODE_561;
    offer
}

/// The same debt as a Chinese trade receivable.
pub fn receivable() -> Offer {
    let mut offer = loan();
    offer.product = Product::Receivable;
    offer
}

/// The same debt in dollars under the law of the United States.
pub fn american() -> Offer {
    let mut offer = british();
    offer.jurisdiction = Jurisdiction::UnitedStates;
    offer.claim.currency = Currency::Usd;
    offer
}

fn instalments(repayment: impl Into<Repayment>, frequency: Frequency, size: Size) -> Settlement {
    Settlement::Instalments {
        repayment: repayment.into(),
        frequency,
        size,
        multiple: None,
    }
}

/// Every way to repay a few ten thousand over twelve payments.
fn ways() -> Vec<Repayment> {
    let mut payments = vec![cents(300_000); 11];
    payments.push(Money::ZERO);
    vec![
        Repayment::EqualInstalment,
        Repayment::EqualPrincipal,
        Repayment::InterestFirst,
        Repayment::Balloon(cents(500_000)),
        Repayment::Stepped {
            step: Step::Plus(cents(10_000)),
            every: 3,
        },
        Repayment::Flat(FlatPrincipal::EqualParts),
        Repayment::OneOff,
        Repayment::InterestLast,
        Repayment::MinimumFirst {
            minimum: cents(100_000),
            rows: 3,
        },
        Repayment::Custom {
            payments,
            last_takes_rest: true,
        },
    ]
}

/// Days of one's own: several and a rest, and the rest alone.
fn agreed_days() -> [(&'static str, Settlement); 2] {
    let payment = |date, minor| DatedPayment {
        date: day(date),
        amount: cents(minor),
    };
    let some = Settlement::OnDates {
        payments: vec![
            payment("2026-12-20", 200_000),
            payment("2027-01-03", 1_000_000),
        ],
        rest_on: Some(day("2027-03-31")),
    };
    let rest = Settlement::OnDates {
        payments: Vec::new(),
        rest_on: Some(day("2026-12-20")),
    };
    [("agreed days", some), ("the rest on a day", rest)]
}

fn milestones() -> Milestones {
    let step = |after, percent| Milestone {
        after,
        share: Share::parse_percent(percent).unwrap(),
    };
    Milestones::new(vec![step(3, "20"), step(6, "50")]).unwrap()
}

fn without_waiver(mut offer: Offer) -> Offer {
    offer.proposal.concessions = Concessions::NONE;
    offer
}

/// Every kind of option with and without a waiver, and every term that changes what is said.
pub fn every_kind() -> Vec<(String, Offer)> {
    let mut offers: Vec<(String, Offer)> = vec![
        ("card".to_owned(), card()),
        ("card, no waiver".to_owned(), without_waiver(card())),
        ("British".to_owned(), british()),
        ("British, no waiver".to_owned(), without_waiver(british())),
    ];
    let bases = [card(), british(), without_waiver(card())].map(|base| {
        let waived = base.proposal.concessions != Concessions::NONE;
        (
            format!("{}, waiver {waived}", base.jurisdiction.code()),
            base,
        )
    });
    let further = [loan(), receivable(), american()].map(|base| {
        let profile = Profile::of(base.jurisdiction, base.product);
        (profile.code().to_owned(), base)
    });
    for (place, base) in bases.into_iter().chain(further) {
        for repayment in ways() {
            let mut offer = base.clone();
            offer.proposal.down_payment = Money::ZERO;
            let name = format!("{place}, {}", repayment.code());
            offer.proposal.settlement = instalments(repayment, Frequency::MONTHLY, Size::Count(12));
            offers.push((name, offer));
        }
        for (name, settlement) in agreed_days() {
            let mut offer = base.clone();
            offer.proposal.down_payment = Money::ZERO;
            offer.proposal.first_due = day("2026-12-20");
            offer.proposal.settlement = settlement;
            offers.push((format!("{place}, {name}"), offer));
        }
        for while_kept in WhileKept::ALL {
            for vesting in [
                Vesting::OnCompletion,
                Vesting::ProRata,
                Vesting::Milestones(milestones()),
                Vesting::AtOnce,
            ] {
                let mut offer = base.clone();
                offer.cure.misses_that_end = 2;
                let name = format!("{place}, {}, {}", while_kept.code(), vesting.kind().code());
                offer.proposal.relief = Relief {
                    while_kept,
                    vesting,
                };
                offers.push((name, offer));
            }
        }
        for treatment in DeferralInterest::ALL {
            let mut offer = base.clone();
            offer.proposal.first_due = day("2027-05-25");
            offer.proposal.deferral = treatment;
            offers.push((
                format!("{place}, deferral {}", treatment.code()),
                offer.clone(),
            ));
            offer.proposal.rate = Rate::ZERO;
            offers.push((
                format!("{place}, deferral {} at 0 %", treatment.code()),
                offer.clone(),
            ));
            offer.proposal.rate = Rate::parse_percent("6").unwrap();
            offer.proposal.settlement = Settlement::LumpSum;
            offers.push((format!("{place}, lump sum {}", treatment.code()), offer));
        }
        for carry in [Carry::First, Carry::Capitalised] {
            let mut offer = base.clone();
            offer.proposal.carry = PerComponent::all(carry);
            offers.push((format!("{place}, carry {carry:?}"), offer));
        }
        let every = |every, unit| Frequency::new(every, unit).unwrap();
        for frequency in [
            Frequency::WEEKLY,
            Frequency::FORTNIGHTLY,
            Frequency::HALF_MONTHLY,
            every(10, Unit::Days),
            every(3, Unit::Weeks),
            every(3, Unit::HalfMonths),
            every(2, Unit::Months),
        ] {
            let mut offer = base.clone();
            offer.proposal.settlement =
                instalments(Method::EqualInstalment, frequency, Size::Count(6));
            offer.proposal.basis = InterestBasis::Daily(DayCount::Act365Fixed);
            offers.push((format!("{place}, {}", frequency.code()), offer));
        }
        offers.extend(
            odd_ones(&base)
                .into_iter()
                .map(|(name, offer)| (format!("{place}, {name}"), offer)),
        );
    }
    offers
}

fn odd_ones(base: &Offer) -> Vec<(&'static str, Offer)> {
    let changed = |change: &dyn Fn(&mut Offer)| {
        let mut offer = base.clone();
        change(&mut offer);
        offer
    };
    vec![
        (
            "lump sum today",
            changed(&|offer| {
                offer.proposal.settlement = Settlement::LumpSum;
                offer.proposal.down_payment = Money::ZERO;
                offer.proposal.first_due = offer.claim.as_of;
            }),
        ),
        (
            "lump sum with a discount",
            changed(&|offer| {
                offer.proposal.settlement = Settlement::LumpSum;
                offer.proposal.concessions.discount =
                    Waiver::Share(Share::parse_percent("30").unwrap());
            }),
        ),
        (
            "payment given",
            changed(&|offer| {
                offer.proposal.settlement = instalments(
                    Method::EqualInstalment,
                    Frequency::MONTHLY,
                    Size::Payment(cents(160_000)),
                );
            }),
        ),
        (
            "rounded up",
            changed(&|offer| {
                offer.proposal.settlement = Settlement::Instalments {
                    repayment: Repayment::EqualInstalment,
                    frequency: Frequency::MONTHLY,
                    size: Size::Count(24),
                    multiple: Some(cents(1_000)),
                };
            }),
        ),
        (
            "no grace, no channel, summer",
            changed(&|offer| {
                offer.cure.grace_days = 0;
                offer.parties.creditor.channels.clear();
                offer.expires_on = day("2027-06-30");
            }),
        ),
        (
            "one day of grace",
            changed(&|offer| offer.cure.grace_days = 1),
        ),
        (
            "not past due",
            changed(&|offer| offer.claim.overdue_since = offer.claim.as_of),
        ),
        (
            "one instalment",
            changed(&|offer| {
                offer.proposal.settlement =
                    instalments(Method::EqualInstalment, Frequency::MONTHLY, Size::Count(1));
            }),
        ),
    ]
}

pub fn worked(offer: &Offer) -> Worked {
    offer.work_out().unwrap()
}

pub fn document(offer: &Offer) -> Document {
    build(offer, &worked(offer), CODE, ENGINE).unwrap()
}
