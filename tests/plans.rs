//! Whole plans: what a claim and a proposal make of each other, asserted as tables.

use std::fmt::Write as _;

use quittance::engine::calendar::{Date, DayCount, Frequency, parse_date};
use quittance::engine::claim::{
    Balances, Claim, Component, Components, Penalty, PenaltyBase, PenaltyRate, PerComponent, Terms,
    Waterfall,
};
use quittance::engine::money::{Currency, Money, Rate, Rounding, Share};
use quittance::engine::plan::{
    Broken, Carry, Concessions, DeferralInterest, InterestBasis, Plan, PlanError, PlanRate,
    Proposal, Relief, Repayment, Settlement, Size, Waiver, break_table, lay_out, totals,
};
use rust_decimal::Decimal;

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
        relief: Relief::default(),
    }
}

fn monthly(size: Size) -> Settlement {
    Settlement::Instalments {
        repayment: Repayment::EqualInstalment,
        frequency: Frequency::MONTHLY,
        size,
        multiple: None,
    }
}

/// One line a row: kind, date, interest, paid by component, closing total.
fn table(plan: &Plan) -> String {
    let text = |amount: Money| amount.to_decimal_string(Currency::Cny);
    let mut table = String::new();
    for row in &plan.rows {
        let paid: Vec<String> = row
            .paid
            .iter()
            .filter(|(_, amount)| !amount.is_zero())
            .map(|(component, amount)| format!("{} {}", component.code(), text(amount)))
            .collect();
        writeln!(
            table,
            "{:?} {} interest {} pays {} [{}] leaves {}",
            row.kind,
            row.date,
            text(row.interest),
            text(row.paid.total().unwrap()),
            paid.join(", "),
            text(row.closing.total().unwrap()),
        )
        .unwrap();
    }
    table
}

fn laid_out(claim: &Claim, proposal: &Proposal) -> String {
    table(&lay_out(claim, proposal).unwrap())
}

#[test]
fn down_payment_follows_the_contracts_order_and_half_the_penalty_is_given_up() {
    let mut proposal = proposal(monthly(Size::Count(4)));
    proposal.down_payment = yuan("2000");
    proposal.concessions.waivers.penalty = Waiver::Share(Share::parse_percent("50").unwrap());
    let expected = "\
DownPayment 2026-11-20 interest 0.00 pays 2000.00 [penalty 1700.00, charges 300.00] leaves 44575.28
Instalment 2026-12-20 interest 206.00 pays 11272.87 [principal 10228.87, interest 787.12, penalty 256.88] leaves 33508.41
Instalment 2027-01-20 interest 154.86 pays 11272.87 [principal 10276.15, interest 996.72] leaves 22390.40
Instalment 2027-02-20 interest 103.47 pays 11272.87 [principal 10323.64, interest 949.23] leaves 11221.00
Instalment 2027-03-20 interest 51.86 pays 11272.86 [principal 10371.34, interest 901.52] leaves 0.00
";
    assert_eq!(laid_out(&claim(), &proposal), expected);
}

#[test]
fn a_given_amount_is_paid_every_time_and_the_last_is_smaller() {
    let mut proposal = proposal(monthly(Size::Payment(yuan("9000"))));
    proposal.first_due = day("2027-03-20");
    proposal.deferral = DeferralInterest::Capitalised;
    let expected = "\
Deferral 2027-02-20 interest 618.00 pays 0.00 [] leaves 49150.17
Instalment 2027-03-20 interest 209.09 pays 9000.00 [principal 7479.49, interest 209.09, penalty 1011.42, charges 300.00] leaves 40359.26
Instalment 2027-04-20 interest 171.69 pays 9000.00 [principal 7511.31, interest 171.69, penalty 1317.00] leaves 31530.95
Instalment 2027-05-20 interest 134.14 pays 9000.00 [principal 7543.26, interest 134.14, penalty 1322.60] leaves 22665.09
Instalment 2027-06-20 interest 96.42 pays 9000.00 [principal 7575.35, interest 1161.90, penalty 262.75] leaves 13761.51
Instalment 2027-07-20 interest 58.54 pays 9000.00 [principal 7607.58, interest 1392.42] leaves 4820.05
Instalment 2027-08-20 interest 20.51 pays 4840.56 [principal 4101.01, interest 739.55] leaves 0.00
";
    assert_eq!(laid_out(&claim(), &proposal), expected);
}

#[test]
fn thirty_percent_off_in_one_sum_is_33972_52() {
    let mut proposal = proposal(Settlement::LumpSum);
    proposal.deferral = DeferralInterest::Frozen;
    proposal.concessions.discount = Waiver::Share(Share::parse_percent("30").unwrap());
    let expected = "\
LumpSum 2026-12-20 interest 0.00 pays 33972.52 [principal 33972.52] leaves 0.00
";
    assert_eq!(laid_out(&claim(), &proposal), expected);
    let plan = lay_out(&claim(), &proposal).unwrap();
    let totals = totals(&claim(), &proposal, &plan).unwrap();
    assert_eq!(totals.waived, yuan("14559.65"));
    assert_eq!(totals.paid.checked_add(totals.waived), Ok(yuan("48532.17")));
}

#[test]
fn a_lump_sum_with_interest_until_the_day_pays_that_interest() {
    let proposal = proposal(Settlement::LumpSum);
    // 41,200 at 6 % for one whole month is 206.00.
    let plan = lay_out(&claim(), &proposal).unwrap();
    assert_eq!(plan.rows.len(), 1);
    assert_eq!(plan.rows[0].interest, yuan("206.00"));
    assert_eq!(plan.rows[0].paid.total(), Ok(yuan("48738.17")));
}

#[test]
fn frozen_and_accruing_deferral_differ_by_exactly_the_interest_of_the_wait() {
    let mut frozen = proposal(Settlement::Instalments {
        repayment: Repayment::EqualPrincipal,
        frequency: Frequency::MONTHLY,
        size: Size::Count(10),
        multiple: None,
    });
    frozen.first_due = day("2027-06-20");
    frozen.deferral = DeferralInterest::Frozen;
    let accruing = Proposal {
        deferral: DeferralInterest::Accrues,
        ..frozen.clone()
    };
    let paid = |proposal: &Proposal| {
        let plan = lay_out(&claim(), proposal).unwrap();
        totals(&claim(), proposal, &plan).unwrap().paid
    };
    // Six months of 41,200 at 6 %.
    assert_eq!(
        paid(&accruing).checked_sub(paid(&frozen)),
        Ok(yuan("1236.00"))
    );
}

#[test]
fn arrears_can_be_paid_with_the_first_instalment() {
    let mut proposal = proposal(monthly(Size::Count(2)));
    proposal.carry = PerComponent::all(Carry::First);
    let plan = lay_out(&claim(), &proposal).unwrap();
    assert_eq!(plan.rows[0].paid.penalty, yuan("3913.77"));
    assert_eq!(plan.rows[0].paid.charges, yuan("300.00"));
    assert_eq!(plan.rows[0].paid.interest, yuan("3324.40"));
    assert_eq!(plan.rows[1].paid.penalty, Money::ZERO);
}

/// frappe/lending pull 253.
#[test]
fn an_interest_waiver_never_lands_on_principal_or_penalty() {
    let mut proposal = proposal(monthly(Size::Count(6)));
    proposal.concessions.waivers.interest = Waiver::Amount(yuan("3118.40"));
    let plan = lay_out(&claim(), &proposal).unwrap();
    assert_eq!(
        plan.waived,
        Components {
            interest: yuan("3118.40"),
            ..Components::ZERO
        }
    );
    proposal.concessions.waivers.interest = Waiver::Amount(yuan("3118.41"));
    assert_eq!(
        lay_out(&claim(), &proposal),
        Err(PlanError::WaiverAboveComponent {
            component: Component::Interest,
            owed: yuan("3118.40"),
            waiver: yuan("3118.41"),
        })
    );
}

/// frappe/lending pull 1078.
#[test]
fn waiving_comes_before_capitalising() {
    let mut proposal = proposal(monthly(Size::Count(6)));
    proposal.concessions.waivers.penalty = Waiver::Share(Share::ONE);
    proposal.carry = PerComponent::all(Carry::Capitalised);
    let plan = lay_out(&claim(), &proposal).unwrap();
    assert_eq!(plan.capitalised.penalty, Money::ZERO);
    assert_eq!(plan.capitalised.interest, yuan("3118.40"));
    let repaid = plan.rows.iter().map(|row| row.paid.principal);
    assert_eq!(Money::sum(repaid), Ok(yuan("44618.40")));
}

/// frappe/lending issues 293 and 234.
#[test]
fn a_settlement_waiver_does_not_close_the_debt_before_the_money_arrives() {
    let mut proposal = proposal(Settlement::LumpSum);
    proposal.concessions.discount = Waiver::Share(Share::parse_percent("30").unwrap());
    let plan = lay_out(&claim(), &proposal).unwrap();
    let stops = break_table(&claim(), &proposal, &plan).unwrap();
    assert_eq!(stops.len(), 1);
    assert_eq!(stops[0].revived.total().unwrap(), yuan("14559.65"));
    // The whole claim, and 30 days of penalty interest at 18 % on 41,200 and of compound interest on 3,118.40.
    let grown = yuan("609.53").checked_add(yuan("46.14")).unwrap();
    assert_eq!(
        stops[0].balances.components.total(),
        yuan("48532.17").checked_add(grown)
    );
}

/// apache/fineract pull 5360.
#[test]
fn a_debt_paid_off_after_a_reschedule_is_closed() {
    for carry in Carry::ALL {
        for deferral in DeferralInterest::ALL {
            let mut proposal = proposal(monthly(Size::Count(7)));
            proposal.carry = PerComponent::all(carry);
            proposal.deferral = deferral;
            proposal.first_due = day("2027-04-05");
            let plan = lay_out(&claim(), &proposal).unwrap();
            assert!(
                plan.rows.last().unwrap().closing.is_zero(),
                "{carry:?} {deferral:?}"
            );
        }
    }
}

/// apache/fineract pull 1220.
#[test]
fn the_interest_total_is_interest_and_not_principal() {
    let proposal = proposal(monthly(Size::Count(4)));
    let plan = lay_out(&claim(), &proposal).unwrap();
    let totals = totals(&claim(), &proposal, &plan).unwrap();
    assert_eq!(totals.interest, yuan("516.10"));
    assert_eq!(totals.paid, yuan("49048.27"));
}

/// Fineract's document on re-amortisation: 4 x 250, two missed, two left.
#[test]
fn reamortising_four_of_250_with_two_missed_is_two_of_500() {
    let mut claim = claim();
    claim.balances.components = Components {
        principal: yuan("1000"),
        ..Components::ZERO
    };
    claim.balances.overdue_principal = yuan("500");
    let mut proposal = proposal(monthly(Size::Count(2)));
    proposal.rate = Rate::ZERO;
    let expected = "\
Instalment 2026-12-20 interest 0.00 pays 500.00 [principal 500.00] leaves 500.00
Instalment 2027-01-20 interest 0.00 pays 500.00 [principal 500.00] leaves 0.00
";
    assert_eq!(laid_out(&claim, &proposal), expected);
}

/// frappe/lending pull 1452.
#[test]
fn a_twelve_month_plan_rounded_up_still_has_twelve_payments() {
    let mut proposal = proposal(Settlement::Instalments {
        repayment: Repayment::EqualInstalment,
        frequency: Frequency::MONTHLY,
        size: Size::Count(12),
        multiple: Some(yuan("1")),
    });
    let plan = lay_out(&claim(), &proposal).unwrap();
    let payments: Vec<Money> = plan
        .rows
        .iter()
        .map(|row| row.paid.total().unwrap())
        .collect();
    assert_eq!(payments.len(), 12);
    assert!(payments[..11].iter().all(|payment| *payment == payments[0]));
    assert_eq!(payments[0].minor() % 100, 0);
    assert!(payments[11] < payments[0]);
    // Where rounding up would end the plan early, that is said instead of a shorter plan given.
    let mut small = claim();
    small.balances.components = Components {
        principal: yuan("5"),
        ..Components::ZERO
    };
    small.balances.overdue_principal = yuan("5");
    proposal.rate = Rate::ZERO;
    assert_eq!(
        lay_out(&small, &proposal),
        Err(PlanError::MultipleShortensPlan { count: 12, rows: 5 })
    );
}

#[test]
fn if_payments_stop_the_waiver_is_owed_again_and_what_was_paid_counts() {
    let mut proposal = proposal(monthly(Size::Count(4)));
    proposal.concessions.waivers.penalty = Waiver::Share(Share::ONE);
    let plan = lay_out(&claim(), &proposal).unwrap();
    let stops = break_table(&claim(), &proposal, &plan).unwrap();
    assert_eq!(stops.len(), 4);
    assert_eq!(stops[0].paid, Money::ZERO);
    assert_eq!(
        stops[0].balances.components,
        claim().if_nothing_is_paid(day("2026-12-20")).unwrap()
    );
    let owed = |stop: &Broken| stop.balances.components.total().unwrap();
    for pair in stops.windows(2) {
        assert!(owed(&pair[1]) < owed(&pair[0]));
        assert_eq!(pair[1].revived.total().unwrap(), yuan("3913.77"));
    }
}

#[test]
fn rates_of_a_plan_are_found_negative_or_none_and_never_a_wrong_number() {
    let percent = |rate: PlanRate| match rate {
        PlanRate::Found { simple, effective } => {
            let text = |rate: Decimal| (rate * Decimal::ONE_HUNDRED).round_dp(4).to_string();
            format!("{} {}", text(simple), text(effective))
        }
        PlanRate::BelowZero { .. } => "below zero".to_owned(),
        PlanRate::None => "none".to_owned(),
    };
    let rate = |claim: &Claim, proposal: &Proposal| {
        let plan = lay_out(claim, proposal).unwrap();
        totals(claim, proposal, &plan).unwrap().rate_on_balance
    };
    let mut bare = claim();
    bare.balances.components = Components {
        principal: yuan("12000"),
        ..Components::ZERO
    };
    let level = proposal(monthly(Size::Count(12)));
    // A level plan at 6 % costs 6 %, and what rounding the instalment up to the fen adds.
    assert_eq!(percent(rate(&bare, &level)), "6.0002 6.1680");
    let free = Proposal {
        rate: Rate::ZERO,
        ..level
    };
    assert_eq!(percent(rate(&bare, &free)), "0 0");
    let mut forgiving = free;
    forgiving.concessions.waivers.principal = Waiver::Amount(yuan("2000"));
    let plan = lay_out(&bare, &forgiving).unwrap();
    let both = totals(&bare, &forgiving, &plan).unwrap();
    assert_eq!(percent(both.rate_on_claim), "below zero");
    assert_eq!(percent(both.rate_on_balance), "0 0");
    let mut today = proposal(Settlement::LumpSum);
    today.first_due = bare.as_of;
    assert_eq!(percent(rate(&bare, &today)), "none");
}

/// Five months without a payment are five months of interest. It is not compounded by the month, 1.025 instead of
/// 1.02525, which over the eight and a half months that the money is lent on average is 0.035 % a year below the 6 %.
#[test]
fn a_deferred_plan_is_rated_over_the_whole_time() {
    let mut claim = claim();
    claim.balances.components = Components {
        principal: yuan("41200"),
        ..Components::ZERO
    };
    let mut proposal = proposal(monthly(Size::Count(6)));
    proposal.first_due = day("2027-05-20");
    proposal.deferral = DeferralInterest::Capitalised;
    let plan = lay_out(&claim, &proposal).unwrap();
    let rate = totals(&claim, &proposal, &plan).unwrap().rate_on_claim;
    let PlanRate::Found { simple, .. } = rate else {
        panic!("{rate:?}");
    };
    assert!(
        simple > Decimal::new(596, 4) && simple < Decimal::new(597, 4),
        "{simple}"
    );
}

/// 17.13 at 14.91 % over actual days of 360 earns 0.21 in a month of 30 or 31 days once it is cut to the cent, and
/// less in February: 0.21 a month pays it off in the end, and must not be called too little.
#[test]
fn a_payment_that_is_named_as_too_small_is_too_small() {
    let mut claim = claim();
    claim.balances.components = Components {
        principal: yuan("17.13"),
        ..Components::ZERO
    };
    let mut proposal = proposal(monthly(Size::Payment(Money::ZERO)));
    proposal.rate = Rate::parse_percent("14.91").unwrap();
    proposal.basis = InterestBasis::Daily(DayCount::Act360);
    proposal.rounding = Rounding::TowardZero;
    let too_small = PlanError::PaymentTooSmall {
        payment: Money::ZERO,
        least: yuan("0.20"),
    };
    assert_eq!(lay_out(&claim, &proposal), Err(too_small));
    proposal.settlement = monthly(Size::Payment(yuan("0.20")));
    let refused = lay_out(&claim, &proposal);
    assert!(matches!(refused, Err(PlanError::PaymentTooSmall { .. })));
    proposal.settlement = monthly(Size::Payment(yuan("0.21")));
    assert!(lay_out(&claim, &proposal).is_ok());
}

#[test]
fn every_term_out_of_place_is_refused_by_name() {
    let base = proposal(monthly(Size::Count(6)));
    let refused = |change: &dyn Fn(&mut Proposal)| {
        let mut proposal = base.clone();
        change(&mut proposal);
        lay_out(&claim(), &proposal).unwrap_err()
    };
    assert_eq!(
        refused(&|p| p.first_due = day("2026-11-19")),
        PlanError::FirstDueBeforeAsOf {
            as_of: day("2026-11-20"),
            first_due: day("2026-11-19")
        }
    );
    assert_eq!(
        refused(&|p| p.down_payment = yuan("48532.18")),
        PlanError::DownPaymentAboveBalance {
            owed: yuan("48532.17"),
            down_payment: yuan("48532.18")
        }
    );
    assert_eq!(
        refused(&|p| p.concessions.discount = Waiver::Amount(yuan("48532.18"))),
        PlanError::DiscountAboveTotal {
            owed: yuan("48532.17"),
            discount: yuan("48532.18")
        }
    );
    for count in [0, 601, u32::MAX] {
        assert_eq!(
            refused(&|p| p.settlement = monthly(Size::Count(count))),
            PlanError::CountOutOfRange { most: 600 }
        );
    }
    // 41,200 at 6 % bears 206.00 a month; arrears of 7,332.17 over 600 payments add 12.21 to each.
    assert!(matches!(
        refused(&|p| p.settlement = monthly(Size::Payment(yuan("206.00")))),
        PlanError::PaymentTooSmall { .. }
    ));
    assert_eq!(
        refused(&|p| p.settlement = Settlement::Instalments {
            repayment: Repayment::InterestFirst,
            frequency: Frequency::MONTHLY,
            size: Size::Payment(yuan("900")),
            multiple: None,
        }),
        PlanError::NeedsEqualInstalments
    );
    assert_eq!(
        refused(&|p| p.settlement = Settlement::Instalments {
            repayment: Repayment::EqualInstalment,
            frequency: Frequency::MONTHLY,
            size: Size::Count(6),
            multiple: Some(Money::ZERO),
        }),
        PlanError::MultipleNotPositive
    );
}
