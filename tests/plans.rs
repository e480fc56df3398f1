//! Whole plans: what a claim and a proposal make of each other, asserted as tables.

use quittance::engine::calendar::{Date, DayCount, Frequency, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, PerComponent, Penalty, PenaltyBase, PenaltyRate, Terms,
    Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Plan, PlanRate, Proposal, RowKind,
    Settlement, Size, Waiver, if_payments_stop, lay_out, totals,
};

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// The card debt of `product.md`: 48,532.17 yuan, 45 days past due.
fn claim() -> Claim {
    Claim {
        currency: Currency::Cny,
        as_of: day("2026-11-20"),
        balances: Balances {
            components: Components {
                principal: yuan("41200.00"),
                interest: yuan("3118.40"),
                penalty: yuan("3913.77"),
                charges: yuan("300.00"),
                ..Components::ZERO
            },
            overdue_principal: yuan("41200.00"),
        },
        overdue_since: day("2026-10-06"),
        terms: Terms {
            signed_on: day("2023-05-10"),
            original_principal: yuan("50000.00"),
            interest_rate: Rate::parse_percent("12").unwrap(),
            penalty: Some(Penalty {
                rate: PenaltyRate::Own(Rate::parse_percent("18").unwrap()),
                base: PenaltyBase::OverduePrincipal,
                compound: true,
                beside_interest: false,
            }),
            late_charge: None,
            ceiling: None,
            day_count: DayCount::Act365Fixed,
            rounding: Rounding::HalfUp,
            waterfall: Waterfall::CIVIL_CODE_561,
        },
    }
}

fn proposal(settlement: Settlement) -> Proposal {
    Proposal {
        concessions: Concessions::NONE,
        down_payment: Money::ZERO,
        settlement,
        first_due: day("2026-12-20"),
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::parse_percent("6").unwrap(),
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
    }
}

fn monthly(size: Size) -> Settlement {
    Settlement::Instalments {
        method: Method::EqualInstalment,
        frequency: Frequency::MONTHLY,
        size,
        multiple: None,
    }
}

/// One line a row: kind, date, interest, paid by component, closing total.
fn table(plan: &Plan) -> String {
    let text = |amount: Money| amount.to_decimal_string(Currency::Cny);
    plan.rows
        .iter()
        .map(|row| {
            let paid: Vec<String> = row
                .paid
                .iter()
                .filter(|(_, amount)| !amount.is_zero())
                .map(|(component, amount)| format!("{} {}", component.code(), text(amount)))
                .collect();
            format!(
                "{:?} {} interest {} pays {} [{}] leaves {}\n",
                row.kind,
                row.date,
                text(row.interest),
                text(row.paid.total().unwrap()),
                paid.join(", "),
                text(row.closing.total().unwrap()),
            )
        })
        .collect()
}

fn print(claim: &Claim, proposal: &Proposal) {
    let plan = lay_out(claim, proposal).unwrap();
    println!("{}", table(&plan));
    println!("{:#?}", totals(claim, proposal, &plan).unwrap());
    for s in if_payments_stop(claim, &plan).unwrap() {
        println!("{} {} {:?} {:?}", s.after, s.on, s.paid, s.owed.total());
    }
}

#[test]
fn smoke() {
    let c = claim();
    let mut p = proposal(monthly(Size::Count(4)));
    p.down_payment = yuan("2000");
    p.concessions.waivers.penalty = Waiver::Share(Share::parse_percent("50").unwrap());
    print(&c, &p);
    let mut p = proposal(monthly(Size::Payment(yuan("9000"))));
    p.first_due = day("2027-03-20");
    p.deferral = DeferralInterest::Capitalised;
    print(&c, &p);
    let mut p = proposal(Settlement::LumpSum);
    p.concessions.discount = Waiver::Share(Share::parse_percent("30").unwrap());
    print(&c, &p);
    let _ = (PlanRate::None, RowKind::Deferral, Component::Costs);
}
