//! The faults. Those of peers are named by where they were shipped; the behaviour that must hold is the test's name.

use super::{Fault, Test::Of, Test::Unit};

pub const FAULTS: [Fault; 28] = [
    Fault {
        name: "due dates are counted from the one before",
        peer: Some("frappe/erpnext pull 28034, actualbudget/actual issue 2129"),
        file: "src/engine/plan/schedule/periods.rs",
        find: "let due = frequency.nth_due(anchor, step)?;",
        replace: "let due = frequency.nth_due(if step > 2 { previous } else { anchor }, step.min(2))?;",
        test: Of(
            "schedules",
            "named::thirty_first_of_january_monthly_is_thirty_first_in_march",
        ),
    },
    Fault {
        name: "a plan rounded up ends when the debt is paid",
        peer: Some("frappe/lending pull 1452"),
        file: "src/engine/plan/instalments.rs",
        find: "if needed > 0 && needed < count {",
        replace: "if needed > count {",
        test: Of(
            "plans",
            "a_twelve_month_plan_rounded_up_still_has_twelve_payments",
        ),
    },
    Fault {
        name: "a waiver of one component is taken from principal",
        peer: Some("frappe/lending pull 253"),
        file: "src/engine/plan/concession.rs",
        find: "waived.set(component, given_up);",
        replace: "waived.set(Component::Principal, given_up);",
        test: Of(
            "plans",
            "an_interest_waiver_never_lands_on_principal_or_penalty",
        ),
    },
    Fault {
        name: "what is waived is capitalised all the same",
        peer: Some("frappe/lending pull 1078"),
        file: "src/engine/plan/layout.rs",
        find: "let amount = left.get(component);",
        replace: "let amount = opening.get(component);",
        test: Of("plans", "waiving_comes_before_capitalising"),
    },
    Fault {
        name: "a settlement waiver holds before the money arrives",
        peer: Some("frappe/lending issues 293 and 234"),
        file: "src/engine/plan/breakage.rs",
        find: "let vested = relief.vesting.vested(&plan.waived, progress)?;",
        replace: "let vested = plan.waived;",
        test: Of(
            "plans",
            "a_settlement_waiver_does_not_close_the_debt_before_the_money_arrives",
        ),
    },
    Fault {
        name: "a rescheduled debt stays open after its last payment",
        peer: Some("apache/fineract pull 5360"),
        file: "src/engine/plan/instalments.rs",
        find: "left = left.checked_sub(&paid)?;",
        replace: "left = left.checked_sub(&paid.with(Component::Interest, row.interest))?;",
        test: Of("plans", "a_debt_paid_off_after_a_reschedule_is_closed"),
    },
    Fault {
        name: "the interest total is the principal",
        peer: Some("apache/fineract pull 1220"),
        file: "src/engine/plan/totals.rs",
        find: "interest = interest.checked_add(row.interest)?;",
        replace: "interest = interest.checked_add(row.paid.principal)?;",
        test: Of("plans", "the_interest_total_is_interest_and_not_principal"),
    },
    Fault {
        name: "re-amortising keeps the old instalment",
        peer: Some("Fineract's document on re-amortisation"),
        file: "src/engine/plan/schedule/annuity.rs",
        find: "return Ok(whole.divide_by_count(count, rounding)?);",
        replace: "return Ok(whole.divide_by_count(count.saturating_mul(2), rounding)?);",
        test: Of(
            "plans",
            "reamortising_four_of_250_with_two_missed_is_two_of_500",
        ),
    },
    Fault {
        name: "interest is charged on the opening balance",
        peer: Some("jamesmontemagno/app-fire-calculator issue 45"),
        file: "src/engine/plan/schedule/amortise.rs",
        find: "    let mut rule = Plain {\n        rate,\n        periods: periods.iter(),\n        repays,\n        rounding,\n    };",
        replace: "    struct OnTheOpening<'a>(Debt, Plain<'a>);\n    \
                  impl Rule<ScheduleError> for OnTheOpening<'_> {\n        \
                  fn interest(&mut self, row: u32, _: Debt) -> Result<Money, ScheduleError> {\n            \
                  self.1.interest(row, self.0)\n        }\n        \
                  fn repays(&mut self, row: u32, left: Debt) -> Result<Repays, ScheduleError> {\n            \
                  self.1.repays(row, left)\n        }\n    }\n    \
                  let mut rule = OnTheOpening(debt, Plain {\n        rate,\n        periods: periods.iter(),\n        \
                  repays,\n        rounding,\n    });",
        test: Of(
            "schedules",
            "named::interest_once_a_period_10000_at_20_percent_500_a_month_25_months_2266",
        ),
    },
    Fault {
        name: "late charges bear late charges",
        peer: Some("LabsCrypt/remitlend issue 303"),
        file: "src/engine/claim/accrual.rs",
        find: "Accrued::of(balances.overdue_principal, late_charge.rate, time)?",
        replace: "Accrued::of(balances.overdue_principal.checked_add(owed.charges)?, late_charge.rate, time)?",
        test: Of("claims", "a_late_charges_base_excludes_late_charges"),
    },
    Fault {
        name: "whole units are rounded up and the last is short",
        peer: Some("we-promise/sure pull 3327"),
        file: "src/engine/plan/schedule/amortise.rs",
        find: "Repays::OfPrincipal(debt.principal.divide_by_count(count, rounding)?)",
        replace: "Repays::OfPrincipal(debt.principal.divide_by_count(count, Rounding::AwayFromZero)?)",
        test: Of(
            "schedules",
            "named::thousand_in_three_whole_units_is_333_333_334",
        ),
    },
    Fault {
        name: "the minimum instalment binds monthly plans only",
        peer: Some("a Quantrax support note"),
        file: "src/engine/rules/amounts.rs",
        find: "    // The last one absorbs the remainder.",
        replace: "    if !matches!(\n        facts.proposal.settlement,\n        \
                  crate::engine::plan::Settlement::Instalments {\n            \
                  frequency: crate::engine::calendar::Frequency::MONTHLY,\n            ..\n        }\n    ) {\n        \
                  return Some(silent(Why::SinglePayment));\n    }\n    \
                  // The last one absorbs the remainder.",
        test: Of(
            "rules",
            "figures::minimum_instalment_binds_weekly_plans_too",
        ),
    },
    Fault {
        name: "two bands of one cap overlap by a day",
        peer: Some("the Collect! manual"),
        file: "src/engine/rules/packs/cn-statutory.json",
        find: "\"id\": \"CN-CAP-PRIV-RATE-2020-08-20\",\n      \"limit\": {\"kind\": \"all-in-cap\", \"rate\": \"15.40\"},\n      \
               \"severity\": \"block\",\n      \"visibility\": \"public\",\n      \
               \"applies\": {\"products\": [\"private-loan\"], \"signed\": {\"from\": \"2020-08-20\", \"to\": \"2021-12-19\"}},",
        replace: "\"id\": \"CN-CAP-PRIV-RATE-2020-08-20\",\n      \"limit\": {\"kind\": \"all-in-cap\", \"rate\": \"15.40\"},\n      \
                  \"severity\": \"block\",\n      \"visibility\": \"public\",\n      \
                  \"applies\": {\"products\": [\"private-loan\"], \"signed\": {\"from\": \"2020-08-20\", \"to\": \"2021-12-20\"}},",
        test: Of(
            "rules",
            "packs::four_times_lpr_covers_every_day_since_it_began_exactly_once",
        ),
    },
    Fault {
        name: "amounts below zero are rounded up",
        peer: Some("rustledger issue 2054"),
        file: "src/engine/money/rounding.rs",
        find: "} else if (numerator < 0) == (denominator < 0) {",
        replace: "} else if denominator > 0 {",
        test: Of(
            "schedules",
            "named::rounding_modes_hold_for_negative_amounts",
        ),
    },
    Fault {
        name: "a sum past the end aborts",
        peer: Some("rustledger issue 1890"),
        file: "src/engine/money/amount.rs",
        find: "        Self::from_minor(self.0.wrapping_add(other.0))",
        replace: "        Ok(Self::from_minor(self.0.wrapping_add(other.0)).expect(\"in range\"))",
        test: Unit(
            "engine::money::amount::tests::adding_decimals_past_the_end_is_an_error_not_an_abort",
        ),
    },
    Fault {
        name: "the order of settlement switches a day late",
        peer: None,
        file: "src/engine/claim/waterfall.rs",
        find: "if days_past_due >= i64::from(switch.from_days_past_due)",
        replace: "if days_past_due > i64::from(switch.from_days_past_due)",
        test: Of("claims", "a_card_debt_settles_principal_first_from_day_91"),
    },
    Fault {
        name: "late charges escape the ceiling",
        peer: None,
        file: "src/engine/claim/accrual.rs",
        find: "for component in CUT_ORDER {",
        replace: "for component in CUT_ORDER.into_iter().skip(1) {",
        test: Of(
            "claims",
            "a_ceiling_cuts_late_charges_first_and_interest_last",
        ),
    },
    Fault {
        name: "a late charge may double its cap",
        peer: None,
        file: "src/engine/claim/accrual.rs",
        find: "let room = cap.checked_sub(owed.charges)?;",
        replace: "let room = cap;",
        test: Of("claims", "a_capped_late_charge_stops_at_its_cap"),
    },
    Fault {
        name: "nothing is owed again when payments stop",
        peer: None,
        file: "src/engine/plan/breakage.rs",
        find: "revived: waived.checked_sub(&self.vested)?,",
        replace: "revived: Components::ZERO,",
        test: Of(
            "chance",
            "every_case_keeps_every_law_and_every_kind_of_case_comes_up",
        ),
    },
    Fault {
        name: "a share waived is rounded in its own way",
        peer: None,
        file: "src/engine/plan/concession.rs",
        find: "Waiver::Share(share) => share.of(from, rounding)?,",
        replace: "Waiver::Share(share) => share.of(from, Rounding::HalfUp)?,",
        test: Of(
            "chance",
            "every_case_keeps_every_law_and_every_kind_of_case_comes_up",
        ),
    },
    Fault {
        name: "the last pack's answer replaces the law's",
        peer: None,
        file: "src/engine/rules/check.rs",
        find: "                verdict.decision = verdict.decision.max(Decision::on_breach(rule.severity));",
        replace: "                verdict.decision = Decision::on_breach(rule.severity);",
        test: Of(
            "rules",
            "verdicts::every_pack_binds_and_a_second_one_only_tightens",
        ),
    },
    Fault {
        name: "a year of 360 days is as dear as one of 365",
        peer: None,
        file: "src/engine/rules/growth.rs",
        find: "InterestBasis::Daily(DayCount::Act360) => 360,",
        replace: "InterestBasis::Daily(DayCount::Act360) => 365,",
        test: Of(
            "rules",
            "figures::a_year_of_360_days_costs_more_than_its_rate",
        ),
    },
    Fault {
        name: "a month has four weeks",
        peer: None,
        file: "src/engine/plan/monthly.rs",
        find: "Unit::Weeks => (52, 12),",
        replace: "Unit::Weeks => (4, 1),",
        test: Of(
            "rules",
            "beside::a_month_is_asked_alike_by_every_step_and_by_payments_without_one",
        ),
    },
    Fault {
        name: "a protected time ends a day early",
        peer: None,
        file: "src/engine/rules/standing.rs",
        find: "let free_from = add_days(last, 1).ok()?;",
        replace: "let free_from = last;",
        test: Of(
            "rules",
            "beside::nothing_is_asked_for_while_a_protected_time_runs",
        ),
    },
    Fault {
        name: "the penalty of a failed debit is asked for",
        peer: None,
        file: "src/engine/claim/circumstances_reading.rs",
        find: "    stated.checked_sub(not_owed).map_err(too_large)",
        replace: "    Ok(stated)",
        test: Of(
            "claims",
            "circumstances::the_penalty_of_failed_debits_is_taken_out_and_told_apart",
        ),
    },
    Fault {
        name: "a link is opened without its checksum",
        peer: None,
        file: "src/share/framing.rs",
        find: "        .chain_update(bytes)\n        .finalize();",
        replace: "        .chain_update(bytes.len().to_be_bytes())\n        .finalize();",
        test: Of(
            "links",
            "tampering::every_bit_flip_of_the_payload_is_detected_and_the_checksum_is_why",
        ),
    },
    Fault {
        name: "whole periods before the first payment bear no interest",
        peer: None,
        file: "src/engine/plan/totals.rs",
        find: "                whole_before_first,\n                periods_per_year,",
        replace: "                whole_before_first: whole_before_first.min(0),\n                periods_per_year,",
        test: Of("plans", "a_deferred_plan_is_rated_over_the_whole_time"),
    },
    Fault {
        name: "a payment settles no more than half of what is due first",
        peer: None,
        file: "src/engine/claim/waterfall.rs",
        find: "            *paid = left.min(*owed);",
        replace: "            *paid = left.min(owed.divide_by_count(2, crate::engine::money::Rounding::AwayFromZero)?);",
        test: Of(
            "claims",
            "a_payment_settles_costs_then_interest_then_principal_and_returns_what_is_over",
        ),
    },
];
