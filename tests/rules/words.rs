//! What people read of a finding.

use super::option::{Case, card, pack_of, rule, sample};
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, Guarantor, PerComponent};
use quittance::engine::fields::CodeSet;
use quittance::engine::money::Currency;
use quittance::engine::plan::Carry;
use quittance::engine::rules::{Decision, LimitKind, Role, Unfit, Why};
use quittance::text::Locale;
use quittance::text::finding::{decision, role, rule_title, sentence, title, unfit, why};

fn say(locale: Locale, case: &Case, limit: &str, severity: &str) -> String {
    let verdict = case.verdict(&[&pack_of(&[rule("R", limit, severity, "")])]);
    sentence(locale, &verdict.findings[0], Currency::Cny)
}

#[test]
fn a_missed_limit_is_said_with_what_to_do() {
    let down = r#"{"kind":"minimum-down-payment","share":"20"}"#;
    let case = card().down("7279.83");
    assert_eq!(
        say(Locale::En, &case, down, "block"),
        "Needs ¥2,426.60 more up front: the rules ask 20% down (you have 15%). Raise the down payment to ¥9,706.43."
    );
    assert_eq!(
        say(Locale::Zh, &case, down, "block"),
        "首付款还差¥2,426.60：规则要求首付20%，目前为15%。可以把首付款提高到¥9,706.43。"
    );
    let waiver = r#"{"kind":"waiver-cap","component":"penalty","share":"30"}"#;
    assert_eq!(
        say(Locale::En, &case, waiver, "supervisor"),
        "Gives up ¥782.75 more penalty interest than the rules allow: up to 30% (this gives up 50%). \
         Lower the waiver or the discount until it is ¥1,174.14 or less, or ask a supervisor to approve."
    );
    assert_eq!(
        say(Locale::Zh, &case, waiver, "supervisor"),
        "罚息减免超出¥782.75：规则允许最多30%，本方案为50%。可以把减免或折扣降到¥1,174.14以内，或请主管审批。"
    );
    let micro = sample("micro-cn").counted(Frequency::MONTHLY, 12);
    let cap = r#"{"kind":"arrears-cap","rate":"12"}"#;
    assert_eq!(
        say(Locale::En, &micro, cap, "warn"),
        "Collects ¥12,773.97 too much interest and charges: up to ¥526.03 (12% a year) for the time past due \
         (this collects ¥13,300.00 (303.41% a year)). Give up ¥12,773.97 more of them. This is a note, not a bar."
    );
    assert_eq!(
        say(Locale::Zh, &micro, cap, "warn"),
        "利息和费用多收了¥12,773.97：逾期期间最多可收¥526.03（年化12%），本方案收取¥13,300.00（年化303.41%）。\
         可以再减免¥12,773.97；此条仅作提示。"
    );
}

#[test]
fn a_met_and_a_silent_rule_are_said_too() {
    let count = r#"{"kind":"maximum-instalments","count":36}"#;
    assert_eq!(
        say(Locale::En, &card(), count, "block"),
        "At most 36 payments; here 36 payments."
    );
    assert_eq!(
        say(Locale::Zh, &card(), count, "block"),
        "不超过36期；本方案为36期。"
    );
    let steps = r#"{"kind":"allowed-frequencies","frequencies":["weekly","monthly"]}"#;
    assert_eq!(
        say(Locale::En, &card(), steps, "block"),
        "Accepted: weekly and monthly; here monthly."
    );
    let lump = card().lump_sum();
    assert_eq!(
        say(Locale::En, &lump, steps, "block"),
        "Says nothing here: everything is paid in one sum."
    );
    assert_eq!(
        say(Locale::Zh, &lump, steps, "block"),
        "此处不适用：款项一次付清。"
    );
}

#[test]
fn a_floor_is_not_told_before_it_is_reached() {
    let floor = r#"{"kind":"minimum-settlement","share":"88"}"#;
    let private = |case: &Case, locale| {
        let text = rule("R", floor, "block", "").replace("public", "private");
        let verdict = case.verdict(&[&pack_of(&[text])]);
        sentence(locale, &verdict.findings[0], Currency::Cny)
    };
    assert!(say(Locale::En, &card(), floor, "block").contains("88%"));
    assert_eq!(
        private(
            &card()
                .lump_sum()
                .with(|proposal| proposal.rate = super::option::rate("0")),
            Locale::En
        ),
        "Not below the lender's floor; here ¥46,575.28 (95.97%)."
    );
    for locale in Locale::ALL {
        assert!(!private(&card(), locale).contains("88"), "{locale:?}");
        assert!(!private(&card(), locale).contains("42,708"), "{locale:?}");
    }
    let below = card()
        .lump_sum()
        .waiving(Component::Interest, "100")
        .waiving(Component::Penalty, "100");
    assert!(private(&below, Locale::En).contains("88%"));
}

/// One option that misses a limit of every kind.
fn every_kind_missed() -> Vec<(Case, String)> {
    let limits = [
        r#""minimum-settlement","amount":"48532.17""#,
        r#""waiver-cap","component":"penalty","share":"1""#,
        r#""waiver-cap-total","share":"1""#,
        r#""not-waivable","component":"penalty""#,
        r#""not-capitalisable","component":"charges""#,
        r#""minimum-down-payment","share":"20""#,
        r#""maximum-instalments","count":1"#,
        r#""minimum-payments","count":3"#,
        r#""maximum-total-days","days":30"#,
        r#""maximum-term-months","months":1"#,
        r#""maximum-days-between","days":6"#,
        r#""maximum-days-to-first","days":20"#,
        r#""minimum-instalment","amount":"99999.00""#,
        r#""allowed-frequencies","frequencies":["weekly"]"#,
        r#""maximum-deferral-days","days":20"#,
        r#""balance-within-original-principal""#,
        r#""all-in-cap","rate":"1""#,
        r#""arrears-cap","rate":"1""#,
        r#""charges-per-month","amount":"1.00""#,
        r#""penalty-multiple-band","from":"2","to":"3""#,
        r#""penalty-rate-cap","rate":"1""#,
        r#""recovery-horizon-months","months":1"#,
        r#""broken-promises","most":0"#,
        r#""skipped-payments","most":0,"running":0"#,
        r#""maximum-grace-days","days":3"#,
        r#""restructures","most":0,"within_months":24"#,
        r#""affordable-share","share":"50""#,
        r#""minimum-residual","amount":"800.00""#,
        r#""guarantor-consent""#,
        r#""minimum-value","share":"100","rate":"20""#,
        r#""repayment-behaviour","payments":3"#,
        r#""evidence-required","evidence":["income","recovery"]"#,
        r#""maximum-offer-days","days":7"#,
        r#""moratorium""#,
        r#""limitation-period","months":1"#,
        r#""total-cost-cap","share":"1""#,
        r#""total-within-rate","rate":"0""#,
        r#""allowed-strategies","strategies":["instalments"]"#,
    ];
    let case = card()
        .counted(Frequency::MONTHLY, 2)
        .due("2027-02-20")
        .with(|proposal| proposal.carry.set(Component::Charges, Carry::Capitalised))
        .owing(|claim| claim.terms.original_principal = super::option::money("1000.00"))
        .offered(Some(10), Some(10))
        .beside(|noted| {
            noted.restructured_on = Some(vec![super::option::date("2026-01-05")]);
            noted.surplus = Some(super::option::money("900.00"));
            noted.guarantor = Some(Guarantor::NotAsked);
            noted.payments_since_overdue = Some(1);
            noted.evidence = Some(CodeSet::EMPTY);
            noted.moratorium_until = Some(super::option::date("2026-12-01"));
        });
    let one_off = case.clone().with(|proposal| {
        proposal.settlement = super::beside::one_off(2);
        proposal.carry = PerComponent::all(Carry::Capitalised);
    });
    let free = case
        .clone()
        .with(|proposal| proposal.rate = super::option::rate("0"));
    limits
        .into_iter()
        .map(|limit| {
            let case = if limit.contains("settlement") {
                &free
            } else if limit.contains("skipped") {
                &one_off
            } else {
                &case
            };
            (case.clone(), format!(r#"{{"kind":{limit}}}"#))
        })
        .collect()
}

#[test]
fn every_kind_has_words_in_both_languages_with_its_figures() {
    let missed = every_kind_missed();
    assert_eq!(missed.len(), LimitKind::CODES.len());
    let mut seen = Vec::new();
    for (case, limit) in missed {
        let verdict = case.verdict(&[&pack_of(&[rule("R", &limit, "manager", "")])]);
        let finding = &verdict.findings[0];
        assert!(
            finding.outcome.is_broken(),
            "{limit}: {:?}",
            finding.outcome
        );
        for locale in Locale::ALL {
            let text = sentence(locale, finding, Currency::Cny);
            for mark in ["!", "！", "{", "()", "（）", "  ", ".."] {
                assert!(!text.contains(mark), "{text}");
            }
            let figures = text.contains(|letter: char| letter.is_ascii_digit());
            // Steps, papers, ways and consent have names, and no figures.
            let named = ["frequencies", "evidence", "strategies", "guarantor"];
            assert!(
                figures || named.iter().any(|kind| limit.contains(kind)),
                "{text}"
            );
            assert!(
                text.ends_with(locale.pick("经理审批。", "ask a manager to approve.")),
                "{text}"
            );
            assert!(!seen.contains(&text), "{text}");
            assert_eq!(title(locale, finding), rule_title(locale, finding.kind()));
            seen.push(text);
        }
    }
}

#[test]
fn decisions_roles_and_reasons_read_well() {
    let approval = Decision::NeedsApproval(Role::Supervisor);
    assert_eq!(decision(Locale::En, approval), "Needs approval: supervisor");
    assert_eq!(decision(Locale::Zh, approval), "需主管审批");
    assert_eq!(decision(Locale::En, Decision::Refused), "Not allowed");
    assert_eq!(decision(Locale::Zh, Decision::Allowed), "可以达成");
    assert_eq!(role(Locale::Zh, Role::Manager), "经理");
    assert_eq!(why(Locale::En, Why::NotPastDue), "nothing is past due");
    for reason in [
        Unfit::NoPack,
        Unfit::NotInForce,
        Unfit::OtherCurrency,
        Unfit::OtherProduct,
    ] {
        assert!(unfit(Locale::En, reason, Currency::Cny).ends_with('.'));
        assert!(unfit(Locale::Zh, reason, Currency::Cny).ends_with('。'));
    }
}
