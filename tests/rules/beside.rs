//! Limits on what stands around a plan, on what it asks of a month, and on all that it collects: the figures of each,
//! worked out by hand.

use super::option::{Case, card, date, money, rate, sample, share};
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, Components, Evidence, Guarantor};
use quittance::engine::fields::CodeSet;
use quittance::engine::plan::{
    DatedPayment, DeferralInterest, Repayment, Settlement, Size, Waiver, WhileKept,
};
use quittance::engine::rules::{Outcome, Quantity, Strategy, Why};

/// The card debt with everything noted that a rule can ask for.
pub fn noted() -> Case {
    card().offered(Some(7), Some(5)).beside(|noted| {
        noted.payments_since_overdue = Some(2);
        noted.restructured_on = Some(vec![date("2024-11-20"), date("2025-06-01")]);
        noted.guarantor = Some(Guarantor::Consented);
        noted.moratorium_until = Some(date("2026-11-19"));
        noted.evidence = Some(CodeSet::of(&[Evidence::Income, Evidence::Hardship]));
        noted.surplus = Some(money("3000.00"));
    })
}

/// Everything with the last of so many monthly rows.
pub fn one_off(count: u32) -> Settlement {
    Settlement::Instalments {
        repayment: Repayment::OneOff,
        frequency: Frequency::MONTHLY,
        size: Size::Count(count),
        multiple: None,
    }
}

/// 12,000 of principal at no interest, due in twelve monthly instalments of 1,000; a month leaves 1,420.
fn thousand() -> Case {
    noted()
        .owing(|claim| {
            let principal = money("12000.00");
            claim.balances.components = Components::ZERO.with(Component::Principal, principal);
        })
        .with(|proposal| proposal.rate = rate("0"))
        .counted(Frequency::MONTHLY, 12)
        .beside(|noted| noted.surplus = Some(money("1420.00")))
}

fn dated(payments: &[(&str, &str)]) -> Settlement {
    Settlement::OnDates {
        payments: payments
            .iter()
            .map(|(day, amount)| DatedPayment {
                date: date(day),
                amount: money(amount),
            })
            .collect(),
        rest_on: None,
    }
}

fn shortfall(outcome: Outcome) -> Quantity {
    let Outcome::Broken { shortfall, .. } = outcome else {
        panic!("{outcome:?}");
    };
    shortfall
}

#[test]
fn a_plan_asks_at_most_a_share_of_what_a_month_leaves() {
    let half = r#"{"kind":"affordable-share","share":"50"}"#;
    assert_eq!(
        thousand().answer(half),
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("710.00"),
                share: share("50"),
            },
            actual: Quantity::Part {
                amount: money("1000.00"),
                share: share("70.42253521"),
            },
            shortfall: Quantity::Money(money("290.00")),
        }
    );
    // 70.43 % of 1,420 are 1,000.10; 70.42 %, rounded down, 999.96.
    let met = r#"{"kind":"affordable-share","share":"70.43"}"#;
    assert!(!thousand().answer(met).is_broken());
    let missed = r#"{"kind":"affordable-share","share":"70.42"}"#;
    assert_eq!(
        shortfall(thousand().answer(missed)),
        Quantity::Money(money("0.04"))
    );
}

#[test]
fn a_month_is_asked_alike_by_every_step_and_by_payments_without_one() {
    let all = r#"{"kind":"affordable-share","share":"100"}"#;
    let above = |case: Case| shortfall(case.answer(all));
    // A thousand a week is 52,000 a year; less what a month leaves.
    for (frequency, month) in [
        (Frequency::WEEKLY, "4333.34"),
        (Frequency::FORTNIGHTLY, "2166.67"),
        (Frequency::HALF_MONTHLY, "2000.00"),
    ] {
        let expected = money(month).checked_sub(money("1420.00")).unwrap();
        assert_eq!(
            above(thousand().counted(frequency, 12)),
            Quantity::Money(expected)
        );
    }
    // One sum in 60 days: 12,000 * 365 / 720; in 30 days, which is not a whole month, all of it.
    let lump = |due: &str| above(thousand().lump_sum().due(due));
    assert_eq!(lump("2027-01-19"), Quantity::Money(money("4663.34")));
    assert_eq!(lump("2026-12-20"), Quantity::Money(money("10580.00")));
    // So is a single instalment, whatever step it is written with.
    let single = thousand().counted(Frequency::WEEKLY, 1).due("2027-01-19");
    assert_eq!(above(single), Quantity::Money(money("4663.34")));
    // Of days agreed one by one: 12,000 by the second of them is more than 4,000 by the first.
    let agreed = thousand().with(|proposal| {
        proposal.settlement = dated(&[("2026-12-20", "4000.00"), ("2027-01-19", "8000.00")]);
    });
    assert_eq!(above(agreed), Quantity::Money(money("4663.34")));
    // And 9,000 in the first month is more than what 12,000 come to in two.
    let agreed = thousand().with(|proposal| {
        proposal.settlement = dated(&[("2026-12-20", "9000.00"), ("2027-01-19", "3000.00")]);
    });
    assert_eq!(above(agreed), Quantity::Money(money("7580.00")));
}

#[test]
fn a_month_leaves_the_customer_something() {
    let limit = r#"{"kind":"minimum-residual","amount":"500.00"}"#;
    assert_eq!(
        thousand().answer(limit),
        Outcome::Broken {
            limit: Quantity::Money(money("500.00")),
            actual: Quantity::Money(money("420.00")),
            shortfall: Quantity::Money(money("80.00")),
        }
    );
    let weekly = thousand().counted(Frequency::WEEKLY, 12).answer(limit);
    assert_eq!(shortfall(weekly), Quantity::Money(money("3413.34")));
    let met = r#"{"kind":"minimum-residual","amount":"420.00"}"#;
    assert!(!thousand().answer(met).is_broken());
}

#[test]
fn what_is_paid_later_is_worth_less() {
    let limit = r#"{"kind":"minimum-value","share":"95","rate":"10"}"#;
    // 12,000 in a year of 365 days at 10 %: 10,909.0909.
    assert_eq!(
        thousand().lump_sum().due("2027-11-20").answer(limit),
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("11400.00"),
                share: share("95"),
            },
            actual: Quantity::Part {
                amount: money("10909.10"),
                share: share("90.90916667"),
            },
            shortfall: Quantity::Money(money("490.90")),
        }
    );
    // What is paid down is worth all of itself: 6,000 and 6,000 / 1.1.
    let half_down = thousand().lump_sum().due("2027-11-20").down("6000.00");
    assert!(!half_down.answer(limit).is_broken());
}

#[test]
fn interest_and_charges_are_capped_by_the_contracts_principal() {
    let free = card()
        .with(|proposal| proposal.rate = rate("0"))
        .with(|proposal| proposal.concessions.waivers.penalty = Waiver::Nothing);
    // Interest 3,118.40, penalty 3,913.77, charges 300.00; a tenth of 50,000.
    assert_eq!(
        free.clone()
            .answer(r#"{"kind":"total-cost-cap","share":"10"}"#),
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("5000.00"),
                share: share("10"),
            },
            actual: Quantity::Part {
                amount: money("7332.17"),
                share: share("14.66434"),
            },
            shortfall: Quantity::Money(money("2332.17")),
        }
    );
    let met = r#"{"kind":"total-cost-cap","share":"14.67"}"#;
    assert!(!free.answer(met).is_broken());
    // The plan's own interest counts in.
    let charged = free.with(|proposal| proposal.rate = rate("6"));
    assert!(charged.answer(met).is_broken());
}

#[test]
fn everything_collected_stays_within_what_the_contract_could_earn() {
    let case = thousand()
        .owing(|claim| {
            claim.balances.components.interest = money("2000.00");
            claim.terms.original_principal = money("12000.00");
            claim.terms.signed_on = date("2025-11-20");
        })
        .lump_sum()
        .due("2026-12-20");
    // 395 days at 10 %: 12,000 * 0.1 * 395 / 365 = 1,298.6301.
    assert_eq!(
        case.answer(r#"{"kind":"total-within-rate","rate":"10"}"#),
        Outcome::Broken {
            limit: Quantity::Accrual {
                amount: money("13298.64"),
                rate: Some(rate("10")),
            },
            actual: Quantity::Money(money("14000.00")),
            shortfall: Quantity::Money(money("701.36")),
        }
    );
    // 12,000 * 0.155 * 395 / 365 = 2,012.88.
    let met = r#"{"kind":"total-within-rate","rate":"15.5"}"#;
    assert!(!case.answer(met).is_broken());
}

#[test]
fn payments_that_are_left_out_are_counted_in_all_and_running() {
    let limit = |most: u32, running: u32| {
        format!(r#"{{"kind":"skipped-payments","most":{most},"running":{running}}}"#)
    };
    let late = thousand().with(|proposal| proposal.settlement = one_off(12));
    assert_eq!(
        late.answer(&limit(3, 3)),
        Outcome::Broken {
            limit: Quantity::Payments(3),
            actual: Quantity::Payments(11),
            shortfall: Quantity::Payments(8),
        }
    );
    assert_eq!(
        late.answer(&limit(11, 5)),
        Outcome::Broken {
            limit: Quantity::Running(5),
            actual: Quantity::Running(11),
            shortfall: Quantity::Payments(6),
        }
    );
    assert!(!late.answer(&limit(11, 11)).is_broken());
    // Of days agreed one by one: three months apart leave out two, a month and a half leaves out none.
    let agreed = thousand().with(|proposal| {
        proposal.settlement = dated(&[
            ("2026-12-20", "4000.00"),
            ("2027-03-20", "4000.00"),
            ("2027-05-05", "4000.00"),
        ]);
    });
    assert_eq!(
        shortfall(agreed.answer(&limit(1, 1))),
        Quantity::Payments(1)
    );
    assert_eq!(
        agreed.answer(&limit(2, 1)),
        Outcome::Broken {
            limit: Quantity::Running(1),
            actual: Quantity::Running(2),
            shortfall: Quantity::Payments(1),
        }
    );
    assert!(!agreed.answer(&limit(2, 2)).is_broken());
    assert!(!thousand().answer(&limit(0, 0)).is_broken());
}

#[test]
fn the_terms_of_an_offer_are_bound_in_days() {
    let grace = r#"{"kind":"maximum-grace-days","days":3}"#;
    assert_eq!(shortfall(noted().answer(grace)), Quantity::Days(2));
    let open = r#"{"kind":"maximum-offer-days","days":6}"#;
    assert_eq!(shortfall(noted().answer(open)), Quantity::Days(1));
    assert!(!noted().offered(Some(6), None).answer(open).is_broken());
}

#[test]
fn a_restructuring_counts_until_its_months_are_over() {
    let within = |months: u32| {
        noted().answer(&format!(
            r#"{{"kind":"restructures","most":1,"within_months":{months}}}"#
        ))
    };
    // Restructured on 20 November 2024 and 1 June 2025; the as-of date is 20 November 2026.
    assert_eq!(
        within(24),
        Outcome::Met {
            limit: Quantity::Times(1),
            actual: Quantity::Times(1),
        }
    );
    assert_eq!(
        within(25),
        Outcome::Broken {
            limit: Quantity::Times(1),
            actual: Quantity::Times(2),
            shortfall: Quantity::Times(1),
        }
    );
    let never = noted().beside(|noted| noted.restructured_on = Some(Vec::new()));
    let none = r#"{"kind":"restructures","most":0,"within_months":1200}"#;
    assert!(!never.answer(none).is_broken());
}

#[test]
fn nothing_is_asked_for_while_a_protected_time_runs() {
    let until = |day: &str| {
        let day = date(day);
        noted()
            .beside(|noted| noted.moratorium_until = Some(day))
            .answer(r#"{"kind":"moratorium"}"#)
    };
    assert_eq!(
        until("2026-12-01"),
        Outcome::Broken {
            limit: Quantity::Day(date("2026-12-02")),
            actual: Quantity::Day(date("2026-11-20")),
            shortfall: Quantity::Days(12),
        }
    );
    assert_eq!(shortfall(until("2026-11-20")), Quantity::Days(1));
    assert!(!until("2026-11-19").is_broken());
    // A time that ends with the calendar never ends, and is not waved through.
    assert_eq!(shortfall(until("9999-12-31")), Quantity::OutOfRange);
}

#[test]
fn a_guarantor_who_was_not_asked_stands_in_the_way() {
    let limit = r#"{"kind":"guarantor-consent"}"#;
    let asked = |said| noted().beside(|noted| noted.guarantor = said).answer(limit);
    assert_eq!(
        asked(Some(Guarantor::NotAsked)),
        Outcome::Broken {
            limit: Quantity::Consent(Guarantor::Consented),
            actual: Quantity::Consent(Guarantor::NotAsked),
            shortfall: Quantity::Unmeasured,
        }
    );
    assert!(!asked(Some(Guarantor::Consented)).is_broken());
    let why = Why::NotNoted;
    assert_eq!(asked(None), Outcome::DoesNotApply { why });
}

#[test]
fn papers_that_are_missing_are_named() {
    let answer = noted()
        .answer(r#"{"kind":"evidence-required","evidence":["recovery","income","illness"]}"#);
    let missing = CodeSet::of(&[Evidence::Illness, Evidence::Recovery]);
    assert_eq!(shortfall(answer), Quantity::Evidence(missing));
    let none = noted().beside(|noted| noted.evidence = Some(CodeSet::EMPTY));
    let answer = none.answer(r#"{"kind":"evidence-required","evidence":["income"]}"#);
    let income = CodeSet::of(&[Evidence::Income]);
    assert_eq!(shortfall(answer), Quantity::Evidence(income));
}

#[test]
fn payments_that_arrived_are_counted() {
    let answer = noted().answer(r#"{"kind":"repayment-behaviour","payments":5}"#);
    assert_eq!(
        answer,
        Outcome::Broken {
            limit: Quantity::Times(5),
            actual: Quantity::Times(2),
            shortfall: Quantity::Times(3),
        }
    );
}

#[test]
fn a_limitation_period_is_over_the_day_after() {
    let since = |day: &str| {
        let day = date(day);
        noted()
            .owing(|claim| claim.overdue_since = day)
            .answer(r#"{"kind":"limitation-period","months":36}"#)
    };
    assert_eq!(
        since("2023-11-20"),
        Outcome::Met {
            limit: Quantity::Months(36),
            actual: Quantity::Months(36),
        }
    );
    assert_eq!(shortfall(since("2023-11-19")), Quantity::Months(1));
}

#[test]
fn a_floor_may_be_of_some_components_alone() {
    let case = card().waiving(Component::Principal, "10");
    // Of 41,200.00, of which 4,120.00 are given up; the penalty that is given up beside it counts for nothing here.
    assert_eq!(
        case.answer(
            r#"{"kind":"minimum-settlement","share":"95","components":["principal","costs"]}"#
        ),
        Outcome::Broken {
            limit: Quantity::Part {
                amount: money("39140.00"),
                share: share("95"),
            },
            actual: Quantity::Part {
                amount: money("37080.00"),
                share: share("90"),
            },
            shortfall: Quantity::Money(money("2060.00")),
        }
    );
    let met = r#"{"kind":"minimum-settlement","share":"90","components":["principal"]}"#;
    assert!(!case.answer(met).is_broken());
    // Nothing is owed of costs.
    let costs = r#"{"kind":"minimum-settlement","share":"90","components":["costs"]}"#;
    let why = Why::NothingOwed;
    assert_eq!(case.answer(costs), Outcome::DoesNotApply { why });
}

#[test]
fn of_a_share_and_an_amount_the_lower_one_caps_a_waiver() {
    let cap = |fields: &str| {
        let limit = format!(r#"{{"kind":"waiver-cap","component":"penalty",{fields}}}"#);
        shortfall(card().answer(&limit))
    };
    // 1,956.89 of 3,913.77 are given up; 30 % are 1,174.14.
    let money_above = |text: &str| Quantity::Money(money(text));
    assert_eq!(cap(r#""amount":"1000.00""#), money_above("956.89"));
    assert_eq!(
        cap(r#""share":"30","amount":"1000.00""#),
        money_above("956.89")
    );
    assert_eq!(
        cap(r#""share":"30","amount":"2000.00""#),
        money_above("782.75")
    );
}

#[test]
fn an_option_is_known_by_the_strategies_that_it_uses() {
    use Strategy::{Deferral, Discount, Freeze, Instalments, LumpSum, RateCut};
    let only = r#"{"kind":"allowed-strategies","strategies":["waiver"]}"#;
    // The contract's rate is 18.25 %.
    let plain = || sample("card-cn").with(|proposal| proposal.rate = rate("18.25"));
    let beyond = |case: Case| match shortfall(case.answer(only)) {
        Quantity::Strategies(used) => used.iter().collect::<Vec<_>>(),
        other => panic!("{other:?}"),
    };
    assert_eq!(beyond(plain()), [Instalments]);
    assert_eq!(
        beyond(plain().waiving(Component::Penalty, "50")),
        [Instalments]
    );
    assert_eq!(beyond(plain().lump_sum()), [LumpSum]);
    // One instalment is one payment, whatever it is called.
    assert_eq!(beyond(plain().counted(Frequency::WEEKLY, 1)), [LumpSum]);
    assert_eq!(beyond(card()), [Instalments, RateCut]);
    assert_eq!(beyond(plain().due("2026-12-21")), [Instalments, Deferral]);
    // A week is over sooner than a month.
    let weekly = plain().counted(Frequency::WEEKLY, 60);
    assert_eq!(beyond(weekly.due("2026-12-20")), [Instalments, Deferral]);
    let discount = plain().with(|proposal| {
        proposal.concessions.discount = Waiver::Amount(money("0.01"));
    });
    assert_eq!(beyond(discount), [Instalments, Discount]);
    for frozen in [
        plain().with(|proposal| proposal.rate = rate("0")),
        plain().with(|proposal| proposal.relief.while_kept = WhileKept::NoAccrual),
    ] {
        assert_eq!(beyond(frozen), [Instalments, Freeze]);
    }
    let frozen = plain()
        .due("2027-01-20")
        .with(|proposal| proposal.deferral = DeferralInterest::Frozen);
    assert_eq!(beyond(frozen), [Instalments, Deferral, Freeze]);
    // Nothing is given up of what is not owed.
    let costs = plain().waiving(Component::Costs, "100");
    let known = r#"{"kind":"allowed-strategies","strategies":["instalments"]}"#;
    assert!(!costs.answer(known).is_broken());
}
