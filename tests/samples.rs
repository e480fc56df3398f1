//! The sample cases: what they are, and the stories that they must be able to tell.

use quittance::agreement::work_out;
use quittance::engine::calendar::{Frequency, parse_date};
use quittance::engine::claim::{
    Case, Component, Components, PenaltyRate, PerComponent, Product, Stage, read_case,
};
use quittance::engine::money::{Money, Share};
use quittance::engine::plan::schedule::{Instalment, amortise, periods_after};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Proposal, Relief, Repayment,
    Settlement, Size, Waiver,
};
use quittance::engine::rules::{
    Decision, OfferTerms, Outcome, Role, Situation, Unfit, Verdict, check, house_pack, pack_by_id,
    statutory_ceiling, statutory_pack,
};
use quittance::samples::{ALL, by_id};

fn case(id: &str) -> Case {
    let sample = by_id(id).unwrap();
    read_case(sample.file).unwrap_or_else(|error| panic!("{id}: {error:?}"))
}

fn amount(case: &Case, text: &str) -> Money {
    Money::parse(text, case.claim.currency).unwrap()
}

fn share(percent: &str) -> Share {
    Share::parse_percent(percent).unwrap()
}

/// Monthly instalments at the house's rate from 2026-12-20, with a share down and shares waived.
fn proposal(case: &Case, count: u32, down: &str, waived: &[(Component, &str)]) -> Proposal {
    let house = pack_by_id(case.pack.as_deref().unwrap()).unwrap();
    let owed = case.claim.components().total().unwrap();
    let mut waivers = PerComponent::all(Waiver::Nothing);
    for (component, percent) in waived {
        waivers.set(*component, Waiver::Share(share(percent)));
    }
    Proposal {
        concessions: Concessions {
            waivers,
            ..Concessions::NONE
        },
        down_payment: share(down).of(owed, house.defaults.rounding).unwrap(),
        settlement: Settlement::Instalments {
            repayment: Repayment::EqualInstalment,
            frequency: Frequency::MONTHLY,
            size: Size::Count(count),
            multiple: None,
        },
        first_due: parse_date("2026-12-20").unwrap(),
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: house.defaults.plan_rate,
        basis: house.defaults.basis,
        rounding: house.defaults.rounding,
        relief: Relief::default(),
    }
}

fn verdict(case: &Case, proposal: &Proposal) -> Verdict {
    let house = pack_by_id(case.pack.as_deref().unwrap()).unwrap();
    let law = statutory_pack(case.jurisdiction).unwrap();
    let mut claim = case.claim;
    claim.terms.ceiling = statutory_ceiling(&[&law, &house], case.product, &claim);
    let worked = work_out(&claim, proposal).unwrap();
    check(
        &[&law, &house],
        &Situation::of_case(case, &claim, OfferTerms::of(&house.defaults)),
        proposal,
        &worked.plan,
        &worked.totals,
    )
}

fn broken(verdict: &Verdict) -> Vec<(&str, Decision)> {
    let broken = verdict.broken();
    broken
        .iter()
        .map(|finding| (finding.rule.id.as_str(), finding.decision()))
        .collect()
}

#[test]
fn every_sample_reads_says_that_it_is_one_and_masks_its_people() {
    for sample in ALL {
        let case = case(sample.id);
        assert!(case.sample, "{}", sample.id);
        assert!(case.parties.borrower.contains('*'), "{}", sample.id);
        assert!(case.parties.account.contains('*'), "{}", sample.id);
        let name = &case.parties.creditor.name;
        assert!(name.contains("样例") || name.contains("sample"), "{name}");
        assert!(case.customer.is_some(), "{}", sample.id);
        assert!(case.claim.components().total().unwrap().is_positive());
    }
    assert_eq!(by_id("card"), None);
}

#[test]
fn ages_and_stages_are_what_the_samples_are_for() {
    for (id, product, days, stage) in [
        ("card-cn", Product::CreditCard, 45, Stage::M2),
        ("loan-cn", Product::BankLoan, 75, Stage::M3),
        ("micro-cn", Product::PrivateLoan, 80, Stage::M3),
        ("property-cn", Product::Receivable, 507, Stage::M3Plus),
        ("loan-gb", Product::PersonalLoan, 65, Stage::M3),
        ("agency-us", Product::CreditCard, 383, Stage::M3Plus),
    ] {
        let case = case(id);
        assert_eq!(case.product, product, "{id}");
        assert_eq!(case.claim.days_past_due(case.claim.as_of), days, "{id}");
        assert_eq!(case.claim.stage(), stage, "{id}");
    }
}

#[test]
fn every_sample_names_a_pack_that_fits_it() {
    for sample in ALL {
        let case = case(sample.id);
        let pack = house_pack(case.jurisdiction, case.product, case.pack.as_deref()).unwrap();
        assert_eq!(Some(pack.id.as_str()), case.pack.as_deref());
        assert_eq!(
            pack.unfit_for(case.product, &case.claim),
            None,
            "{}",
            sample.id
        );
        let law = statutory_pack(case.jurisdiction).unwrap();
        assert_eq!(
            law.unfit_for(case.product, &case.claim),
            None::<Unfit>,
            "{}",
            sample.id
        );
    }
}

#[test]
fn the_card_is_refused_understood_and_changed_until_it_is_allowed() {
    let case = case("card-cn");
    assert_eq!(
        case.claim.components().total(),
        Ok(amount(&case, "48532.17"))
    );
    let supervisor = Decision::NeedsApproval(Role::Supervisor);
    let first = verdict(
        &case,
        &proposal(&case, 36, "0", &[(Component::Penalty, "50")]),
    );
    assert_eq!(first.decision, Decision::Refused);
    assert_eq!(
        broken(&first),
        [
            ("CARD-DOWN-10", Decision::Refused),
            ("CARD-DOWN-20", supervisor),
            ("CARD-PENALTY-30", supervisor),
            ("CARD-HORIZON-24", supervisor),
        ]
    );
    let down = verdict(
        &case,
        &proposal(&case, 36, "10", &[(Component::Penalty, "50")]),
    );
    assert_eq!(down.decision, supervisor);
    let less = verdict(
        &case,
        &proposal(&case, 24, "20", &[(Component::Penalty, "50")]),
    );
    assert_eq!(broken(&less), [("CARD-PENALTY-30", supervisor)]);
    let agreed = verdict(
        &case,
        &proposal(&case, 24, "20", &[(Component::Penalty, "30")]),
    );
    assert_eq!((agreed.decision, agreed.warnings), (Decision::Allowed, 0));
}

#[test]
fn every_sample_has_terms_that_its_rules_allow() {
    // The contract's penalty rate stays what it is, and is said, whatever is given up.
    let noted = [("CN-CAP-PRIV-OVERDUE-2025-05-20", Decision::Allowed)];
    for (id, count, down, waived, notes) in [
        ("loan-cn", 24, "5", &[][..], &[][..]),
        (
            "micro-cn",
            24,
            "10",
            &[(Component::Penalty, "96"), (Component::Charges, "100")][..],
            &noted[..],
        ),
        (
            "property-cn",
            12,
            "20",
            &[(Component::Charges, "50")][..],
            &[][..],
        ),
        (
            "loan-gb",
            24,
            "0",
            &[(Component::Charges, "100")][..],
            &[][..],
        ),
        (
            "agency-us",
            24,
            "0",
            &[(Component::Interest, "100"), (Component::Charges, "100")][..],
            &[][..],
        ),
    ] {
        let case = case(id);
        let verdict = verdict(&case, &proposal(&case, count, down, waived));
        assert_eq!(
            verdict.decision,
            Decision::Allowed,
            "{id}: {:?}",
            broken(&verdict)
        );
        assert_eq!(broken(&verdict), notes, "{id}");
    }
}

#[test]
fn the_bank_loan_is_an_equal_instalment_contract_with_a_penalty_of_one_and_a_half() {
    let case = case("loan-cn");
    let terms = case.claim.terms;
    let penalty = terms.penalty.unwrap();
    assert_eq!(penalty.rate, PenaltyRate::Multiple("1.5".parse().unwrap()));
    assert!(penalty.compound);
    let start = parse_date("2025-06-06").unwrap();
    let periods = periods_after(start, Frequency::MONTHLY, 36, InterestBasis::Periodic).unwrap();
    let rows = amortise(
        terms.original_principal,
        terms.interest_rate,
        Method::EqualInstalment,
        &periods,
        Instalment::Fitted,
        terms.rounding,
    )
    .unwrap();
    let file = by_id("loan-cn").unwrap().file;
    for row in &rows {
        let text = |money: Money| money.to_decimal_string(case.claim.currency);
        let line = format!(
            r#"{{"due": "{}", "principal": "{}", "interest": "{}"}}"#,
            row.due,
            text(row.principal),
            text(row.interest)
        );
        assert!(file.contains(&line), "{line}");
    }
    assert_eq!(file.matches(r#""due""#).count(), 36);
}

#[test]
fn the_bank_loan_states_a_penalty_that_its_history_does_not_bear_out() {
    let case = case("loan-cn");
    let recomputed = case.recomputed.unwrap();
    let stated = case.claim.components();
    let difference = stated.checked_sub(&recomputed.balances.components).unwrap();
    // The lender counted a year of 360 days; the contract says 365.
    assert_eq!(
        difference,
        Components {
            penalty: amount(&case, "1.64"),
            compound: amount(&case, "0.11"),
            ..Components::ZERO
        }
    );
    assert_eq!(case.stated_above_recomputed(), Some(amount(&case, "1.75")));
    assert_eq!(recomputed.overdue_since, Some(case.claim.overdue_since));
}

#[test]
fn the_property_fees_state_what_their_history_bears_out() {
    let case = case("property-cn");
    assert_eq!(case.stated_above_recomputed(), Some(Money::ZERO));
    assert_eq!(
        case.recomputed.unwrap().balances.components,
        *case.claim.components()
    );
}

#[test]
fn the_micro_loan_asks_292_percent_a_year_and_the_law_says_no() {
    let case = case("micro-cn");
    let yearly = case.claim.terms.penalty_rate().unwrap().unwrap();
    assert_eq!(yearly.to_percent_string(), "292");
    let verdict = verdict(&case, &proposal(&case, 24, "10", &[]));
    assert_eq!(verdict.decision, Decision::Refused);
    let law = verdict
        .findings
        .iter()
        .find(|finding| finding.decision() == Decision::Refused);
    assert_eq!(
        law.map(|finding| finding.rule.id.as_str()),
        Some("CN-CAP-PRIV-ARREARS-2025-05-20")
    );
}

#[test]
fn a_british_settlement_in_one_sum_is_noted_but_not_barred() {
    let case = case("loan-gb");
    let lump = Proposal {
        settlement: Settlement::LumpSum,
        ..proposal(&case, 1, "0", &[(Component::Charges, "100")])
    };
    let verdict = verdict(&case, &lump);
    assert_eq!((verdict.decision, verdict.warnings), (Decision::Allowed, 1));
    let noted = verdict.broken();
    assert_eq!(noted[0].rule.id, "GB-CONC-7.3.10");
    assert!(matches!(noted[0].outcome, Outcome::Broken { .. }));
}
