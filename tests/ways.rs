//! Every way to repay what concessions leave, arrears and all, worked out by hand.
#![expect(
    clippy::unwrap_used,
    reason = "a test speaks by failing, in what it calls too"
)]

use quittance::engine::calendar::{Date, DayCount, Frequency, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, PerComponent, Product, Terms, Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::negotiate::Question;
use quittance::engine::plan::{
    Carry, Concessions, DatedPayment, DeferralInterest, FlatPrincipal, InterestBasis, Plan,
    PlanError, PlanRate, Proposal, Relief, Repayment, Settlement, Size, Step, lay_out, totals,
};
use quittance::engine::rules::{Decision, Situation, read_pack};
use rust_decimal::Decimal;

fn yuan(text: &str) -> Money {
    Money::parse(text, Currency::Cny).unwrap()
}

fn day(text: &str) -> Date {
    parse_date(text).unwrap()
}

/// So much principal, and so much penalty interest beside it.
fn claim(principal: &str, penalty: &str) -> Claim {
    Claim {
        currency: Currency::Cny,
        as_of: day("2026-01-01"),
        balances: Balances {
            components: Components {
                principal: yuan(principal),
                penalty: yuan(penalty),
                ..Components::ZERO
            },
            overdue_principal: yuan(principal),
        },
        overdue_since: day("2025-12-01"),
        terms: Terms {
            signed_on: day("2024-01-01"),
            original_principal: yuan("2000"),
            interest_rate: Rate::ZERO,
            penalty: None,
            late_charge: None,
            ceiling: None,
            day_count: DayCount::Act365Fixed,
            rounding: Rounding::HalfUp,
            waterfall: Waterfall::CIVIL_CODE_561,
        },
    }
}

fn proposal(settlement: Settlement, rate: &str, first_due: &str) -> Proposal {
    Proposal {
        concessions: Concessions::NONE,
        down_payment: Money::ZERO,
        settlement,
        first_due: day(first_due),
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::parse_percent(rate).unwrap(),
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
        relief: Relief::default(),
    }
}

/// Three months at a per cent a month.
fn three_months(repayment: Repayment) -> Proposal {
    let settlement = Settlement::Instalments {
        repayment,
        frequency: Frequency::MONTHLY,
        size: Size::Count(3),
        multiple: None,
    };
    proposal(settlement, "12", "2026-02-01")
}

/// Ten days cost a per cent: 36.5 % a year by days.
fn on_dates(payments: &[(&str, &str)], rest_on: Option<&str>) -> Proposal {
    let settlement = Settlement::OnDates {
        payments: payments
            .iter()
            .map(|(date, amount)| DatedPayment {
                date: day(date),
                amount: yuan(amount),
            })
            .collect(),
        rest_on: rest_on.map(day),
    };
    let first = payments.first().map(|(date, _)| *date).or(rest_on);
    let mut proposal = proposal(settlement, "36.5", first.unwrap_or("2026-01-11"));
    proposal.basis = InterestBasis::Daily(DayCount::Act365Fixed);
    proposal
}

/// Every row: interest, then principal and penalty interest paid, then the whole payment.
fn rows(plan: &Plan) -> Vec<String> {
    let text = |amount: Money| amount.to_decimal_string(Currency::Cny);
    let paid = |components: &Components| {
        let parts = [
            Component::Interest,
            Component::Principal,
            Component::Penalty,
        ];
        let parts = parts.map(|part| text(components.get(part)));
        format!(
            "{} = {}",
            parts.join(" + "),
            text(components.total().unwrap())
        )
    };
    plan.rows
        .iter()
        .map(|row| format!("{}: {}", text(row.interest), paid(&row.paid)))
        .collect()
}

fn laid_out(claim: &Claim, proposal: &Proposal) -> Vec<String> {
    let plan = lay_out(claim, proposal).unwrap();
    assert!(plan.rows.last().unwrap().closing.is_zero());
    rows(&plan)
}

#[test]
fn each_way_to_repay_pays_what_it_says() {
    let ways: [(Repayment, [&str; 3]); 7] = [
        (
            Repayment::Balloon(yuan("600")),
            [
                "12.00: 12.00 + 198.01 + 0.00 = 210.01",
                "10.02: 10.02 + 199.99 + 0.00 = 210.01",
                "8.02: 8.02 + 802.00 + 0.00 = 810.02",
            ],
        ),
        (
            Repayment::Flat(FlatPrincipal::EqualParts),
            [
                "12.00: 12.00 + 400.00 + 0.00 = 412.00",
                "12.00: 12.00 + 400.00 + 0.00 = 412.00",
                "12.00: 12.00 + 400.00 + 0.00 = 412.00",
            ],
        ),
        (
            Repayment::OneOff,
            [
                "0.00: 0.00 + 0.00 + 0.00 = 0.00",
                "0.00: 0.00 + 0.00 + 0.00 = 0.00",
                "36.00: 36.00 + 1200.00 + 0.00 = 1236.00",
            ],
        ),
        (
            Repayment::InterestLast,
            [
                "0.00: 0.00 + 400.00 + 0.00 = 400.00",
                "0.00: 0.00 + 400.00 + 0.00 = 400.00",
                "24.00: 24.00 + 400.00 + 0.00 = 424.00",
            ],
        ),
        (
            Repayment::MinimumFirst {
                minimum: yuan("50"),
                rows: 1,
            },
            [
                "12.00: 12.00 + 38.00 + 0.00 = 50.00",
                "11.62: 11.62 + 578.11 + 0.00 = 589.73",
                "5.84: 5.84 + 583.89 + 0.00 = 589.73",
            ],
        ),
        (
            Repayment::Stepped {
                step: Step::Times(Decimal::TWO),
                every: 2,
            },
            // 1200 = x (v + v^2 + 2 v^3) with v = 1 / 1.01: x = 1200 / 3.911575 = 306.78.
            [
                "12.00: 12.00 + 294.78 + 0.00 = 306.78",
                "9.05: 9.05 + 297.73 + 0.00 = 306.78",
                "6.07: 6.07 + 607.49 + 0.00 = 613.56",
            ],
        ),
        (
            Repayment::Custom {
                payments: vec![yuan("300"), yuan("500"), Money::ZERO],
                last_takes_rest: true,
            },
            [
                "12.00: 12.00 + 288.00 + 0.00 = 300.00",
                "9.12: 9.12 + 490.88 + 0.00 = 500.00",
                "4.21: 4.21 + 421.12 + 0.00 = 425.33",
            ],
        ),
    ];
    for (repayment, expected) in ways {
        let name = repayment.code();
        let found = laid_out(&claim("1200", "0"), &three_months(repayment));
        assert_eq!(found, expected, "{name}");
    }
}

#[test]
fn arrears_go_where_each_way_carries_them() {
    let penalties = |repayment| {
        let plan = lay_out(&claim("1200", "90"), &three_months(repayment)).unwrap();
        let paid = plan.rows.iter().map(|row| row.paid.penalty);
        paid.map(|amount| amount.to_decimal_string(Currency::Cny))
            .collect::<Vec<_>>()
    };
    let step = Step::Plus(yuan("10"));
    let evenly = ["30.00", "30.00", "30.00"];
    assert_eq!(penalties(Repayment::Balloon(yuan("600"))), evenly);
    assert_eq!(penalties(Repayment::InterestLast), evenly);
    assert_eq!(penalties(Repayment::Stepped { step, every: 1 }), evenly);
    assert_eq!(penalties(Repayment::OneOff), ["0.00", "0.00", "90.00"]);
    // The smaller payments are what was agreed and no more.
    let minimum = yuan("50");
    let smaller = Repayment::MinimumFirst { minimum, rows: 1 };
    assert_eq!(penalties(smaller), ["0.00", "45.00", "45.00"]);
    // Whole payments settle the contract's order: penalty interest before principal.
    let custom = Repayment::Custom {
        payments: vec![yuan("100"), yuan("500"), Money::ZERO],
        last_takes_rest: true,
    };
    assert_eq!(penalties(custom), ["88.00", "2.00", "0.00"]);
}

#[test]
fn payments_on_agreed_days_bear_interest_by_the_day_and_leave_the_rest() {
    let payments = [("2026-01-11", "100"), ("2026-01-31", "5")];
    let found = laid_out(
        &claim("1000", "40"),
        &on_dates(&payments, Some("2026-02-10")),
    );
    assert_eq!(
        found,
        [
            // 10 of interest, 40 of penalty interest, and 50 of principal.
            "10.00: 10.00 + 50.00 + 40.00 = 100.00",
            // Twenty days on 950 cost 19, of which 14 are carried and bear nothing.
            "19.00: 5.00 + 0.00 + 0.00 = 5.00",
            "9.50: 23.50 + 950.00 + 0.00 = 973.50",
        ]
    );
    let mut frozen = on_dates(&[], Some("2026-01-11"));
    frozen.deferral = DeferralInterest::Frozen;
    let found = laid_out(&claim("1000", "40"), &frozen);
    assert_eq!(found, ["0.00: 0.00 + 1000.00 + 40.00 = 1040.00"]);
}

#[test]
fn payments_that_settle_everything_need_no_rest() {
    let payments = [("2026-01-11", "100"), ("2026-01-21", "919.10")];
    let found = laid_out(&claim("1000", "0"), &on_dates(&payments, None));
    assert_eq!(found[1], "9.10: 9.10 + 910.00 + 0.00 = 919.10");
}

#[test]
fn the_rate_of_agreed_days_is_that_of_their_payments() {
    let rate = |claim: &Claim, proposal: &Proposal| {
        let plan = lay_out(claim, proposal).unwrap();
        match totals(claim, proposal, &plan).unwrap().rate_on_claim {
            PlanRate::Found { simple, .. } => simple.round_dp(10).normalize(),
            other => panic!("{other:?}"),
        }
    };
    let claim = claim("1000", "0");
    // A tenth of a per cent of what is left on each of two days: 1.00 and 0.50, so 36.5 % a year by the day.
    let two_days = [("2026-01-02", "501")];
    let proposal = on_dates(&two_days, Some("2026-01-03"));
    let paid: Vec<_> = rows(&lay_out(&claim, &proposal).unwrap());
    assert_eq!(
        paid,
        [
            "1.00: 1.00 + 500.00 + 0.00 = 501.00",
            "0.50: 0.50 + 500.00 + 0.00 = 500.50"
        ]
    );
    assert_eq!(rate(&claim, &proposal), Decimal::new(365, 3));
}

#[test]
fn given_payments_that_do_not_fit_are_refused_by_name() {
    let refused = |payments: &[(&str, &str)], rest_on| {
        lay_out(&claim("1000", "40"), &on_dates(payments, rest_on)).unwrap_err()
    };
    let too_little = PlanError::PaymentsDoNotAddUp {
        number: 1,
        difference: yuan("-950"),
    };
    assert_eq!(refused(&[("2026-01-11", "100")], None), too_little);
    let too_much = PlanError::PaymentsDoNotAddUp {
        number: 1,
        difference: yuan("0.01"),
    };
    assert_eq!(refused(&[("2026-01-11", "1050.01")], None), too_much);
    let nothing_left = PlanError::PaymentsDoNotAddUp {
        number: 2,
        difference: Money::ZERO,
    };
    let whole = [("2026-01-11", "1050")];
    assert_eq!(refused(&whole, Some("2026-01-12")), nothing_left);
    let nothing = [("2026-01-11", "100"), ("2026-01-12", "0")];
    assert_eq!(
        refused(&nothing, Some("2026-01-13")),
        PlanError::PaymentNotPositive { number: 2 }
    );
    assert_eq!(
        refused(&[("2026-01-11", "100")], Some("2026-01-11")),
        PlanError::DaysOutOfOrder {
            before: day("2026-01-11"),
            date: day("2026-01-11"),
        }
    );
    let mut elsewhere = on_dates(&[("2026-01-11", "100")], Some("2026-02-11"));
    elsewhere.first_due = day("2026-01-12");
    assert_eq!(
        lay_out(&claim("1000", "0"), &elsewhere),
        Err(PlanError::DaysOutOfOrder {
            before: day("2026-01-12"),
            date: day("2026-01-11"),
        })
    );
    let mut arrears_first = on_dates(&[("2026-01-11", "39")], Some("2026-02-11"));
    arrears_first.carry = PerComponent::all(Carry::First);
    assert_eq!(
        lay_out(&claim("1000", "40"), &arrears_first),
        Err(PlanError::FirstBelowArrears {
            payment: yuan("39"),
            arrears: yuan("40"),
        })
    );
    assert!(matches!(
        refused(&[], None),
        PlanError::CountOutOfRange { .. }
    ));
}

#[test]
fn ways_to_repay_that_do_not_fit_are_refused_by_name() {
    let refused = |repayment| lay_out(&claim("1200", "0"), &three_months(repayment)).unwrap_err();
    assert_eq!(
        refused(Repayment::Balloon(yuan("1200.01"))),
        PlanError::BalloonAbovePrincipal {
            principal: yuan("1200"),
            balloon: yuan("1200.01"),
        }
    );
    let step = Step::Times(Decimal::ZERO);
    assert_eq!(
        refused(Repayment::Stepped { step, every: 1 }),
        PlanError::StepOutOfRange
    );
    let step = Step::Plus(yuan("1"));
    assert_eq!(
        refused(Repayment::Stepped { step, every: 0 }),
        PlanError::RowsOutOfRange {
            least: 1,
            most: 600,
        }
    );
    let minimum = |amount, rows| Repayment::MinimumFirst {
        minimum: yuan(amount),
        rows,
    };
    assert_eq!(
        refused(minimum("50", 3)),
        PlanError::RowsOutOfRange { least: 0, most: 2 }
    );
    assert_eq!(
        refused(minimum("11.99", 1)),
        PlanError::RowBelowInterest {
            row: 1,
            interest: yuan("12"),
        }
    );
    assert_eq!(
        refused(minimum("1300", 2)),
        PlanError::SettledEarly { count: 3, rows: 1 }
    );
    let custom = Repayment::Custom {
        payments: vec![yuan("1"), yuan("2")],
        last_takes_rest: false,
    };
    assert_eq!(
        refused(custom),
        PlanError::PaymentsForRows {
            payments: 2,
            rows: 3,
        }
    );
}

#[test]
fn days_agreed_one_by_one_are_a_frequency_that_a_rule_can_allow() {
    let decided = |frequencies: &str, payments: &[(&str, &str)]| {
        let pack = format!(
            r#"{{"format":"quittance-pack/1","id":"own","name":{{"zh":"自有","en":"Own"}},"version":"1",
            "layer":"statutory","jurisdiction":"cn","currency":"CNY","effective_from":"2020-01-01","rules":[{{"id":"STEPS",
            "limit":{{"kind":"allowed-frequencies","frequencies":[{frequencies}]}},"severity":"block",
            "visibility":"public","source":"house: a test"}}]}}"#
        );
        let pack = read_pack(&pack).unwrap();
        let claim = claim("1000", "40");
        let question = Question {
            packs: &[&pack],
            situation: Situation::bare(Product::BankLoan, &claim),
        };
        let option = on_dates(payments, Some("2026-02-11"));
        question.judge(&option).unwrap().verdict.decision
    };
    let several = [("2026-01-11", "100"), ("2026-01-31", "5")];
    assert_eq!(decided(r#""monthly""#, &several), Decision::Refused);
    assert_eq!(
        decided(r#""monthly","agreed-days""#, &several),
        Decision::Allowed
    );
    assert_eq!(decided(r#""monthly""#, &[]), Decision::Allowed);
}
