//! Each kind of limit: an option that keeps to it, the same option against a tighter value, and silence with its
//! reason.

use super::kinds_beside;
use super::option::{Case, card, pack_of, rate, rule, sample};
use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Component, Components, Customer};
use quittance::engine::money::Money;
use quittance::engine::plan::{Carry, DeferralInterest};
use quittance::engine::rules::{LimitKind, Outcome, Quantity, Why};

fn loan() -> Case {
    sample("loan-cn")
}

fn capitalising(case: Case, component: Component) -> Case {
    case.with(|proposal| proposal.carry.set(component, Carry::Capitalised))
}

pub fn nothing_owed() -> Case {
    sample("card-cn")
        .owing(|claim| claim.balances.components = Components::ZERO)
        .lump_sum()
}

pub fn nothing_owed_but_principal(case: Case) -> Case {
    case.owing(|claim| {
        let principal = claim.balances.components.principal;
        claim.balances.components = Components::ZERO.with(Component::Principal, principal);
    })
}

/// Kind; an option; a value it keeps to; a value it misses; an option on which the kind is silent, and why.
pub struct Row {
    kind: &'static str,
    case: Case,
    met: &'static str,
    missed: &'static str,
    silent: Option<(Case, Why)>,
}

pub fn row(
    kind: &'static str,
    case: Case,
    met: &'static str,
    missed: &'static str,
    silent: Option<(Case, Why)>,
) -> Row {
    Row {
        kind,
        case,
        met,
        missed,
        silent,
    }
}

fn table() -> Vec<Row> {
    amounts()
        .into_iter()
        .chain(timing())
        .chain(growth())
        .chain(kinds_beside::rows())
        .collect()
}

fn amounts() -> Vec<Row> {
    let plain = || sample("card-cn");
    vec![
        row(
            "minimum-settlement",
            card().with(|proposal| proposal.rate = rate("0")),
            r#""share":"95""#,
            r#""amount":"46600.00","share":"10""#,
            Some((nothing_owed(), Why::NothingOwed)),
        ),
        row(
            "waiver-cap",
            card(),
            r#""component":"penalty","share":"50""#,
            r#""component":"penalty","share":"49.99""#,
            Some((nothing_owed_but_principal(plain()), Why::NothingOwed)),
        ),
        row(
            "waiver-cap-total",
            card(),
            r#""share":"5""#,
            r#""share":"4""#,
            Some((nothing_owed(), Why::NothingOwed)),
        ),
        row(
            "not-waivable",
            card(),
            r#""component":"interest""#,
            r#""component":"penalty""#,
            Some((nothing_owed_but_principal(plain()), Why::NothingOwed)),
        ),
        row(
            "not-capitalisable",
            capitalising(card(), Component::Charges),
            r#""component":"penalty""#,
            r#""component":"charges""#,
            Some((nothing_owed_but_principal(plain()), Why::NothingOwed)),
        ),
        row(
            "minimum-down-payment",
            card().down("5000.00"),
            r#""share":"10""#,
            r#""share":"20""#,
            Some((card().lump_sum(), Why::PaidInOneSum)),
        ),
        row(
            "maximum-instalments",
            card(),
            r#""count":36"#,
            r#""count":35"#,
            None,
        ),
    ]
}

fn timing() -> Vec<Row> {
    let able = Customer {
        willing: true,
        able: true,
        promises_broken: 0,
    };
    vec![
        row(
            "minimum-payments",
            card().counted(Frequency::MONTHLY, 2),
            r#""count":2"#,
            r#""count":3"#,
            Some((card().noted(Some(able)), Why::OtherCustomer)),
        ),
        row(
            "maximum-total-days",
            card(),
            r#""days":1096"#,
            r#""days":1095"#,
            None,
        ),
        row(
            "maximum-term-months",
            card(),
            r#""months":36"#,
            r#""months":35"#,
            None,
        ),
        row(
            "maximum-days-between",
            card(),
            r#""days":31"#,
            r#""days":30"#,
            Some((card().lump_sum(), Why::SinglePayment)),
        ),
        row(
            "maximum-days-to-first",
            card(),
            r#""days":30"#,
            r#""days":29"#,
            None,
        ),
        row(
            "minimum-instalment",
            card(),
            r#""amount":"1300.00""#,
            r#""amount":"1500.00""#,
            Some((card().counted(Frequency::MONTHLY, 1), Why::SinglePayment)),
        ),
        row(
            "allowed-frequencies",
            card(),
            r#""frequencies":["weekly","monthly"]"#,
            r#""frequencies":["weekly"]"#,
            Some((card().lump_sum(), Why::PaidInOneSum)),
        ),
        row(
            "maximum-deferral-days",
            card().due("2027-01-20"),
            r#""days":30"#,
            r#""days":29"#,
            None,
        ),
    ]
}

fn growth() -> Vec<Row> {
    let plain = || sample("card-cn");
    vec![
        row(
            "balance-within-original-principal",
            card(),
            "",
            "",
            Some((
                card().lump_sum().with(|proposal| {
                    proposal.deferral = DeferralInterest::Frozen;
                }),
                Why::NothingFinanced,
            )),
        ),
        row(
            "all-in-cap",
            card(),
            r#""rate":"6""#,
            r#""rate":"5.99""#,
            Some((
                nothing_owed_but_principal(plain()).down("41200.00"),
                Why::NothingFinanced,
            )),
        ),
        row(
            "arrears-cap",
            loan(),
            r#""rate":"24""#,
            r#""rate":"4""#,
            Some((
                nothing_owed_but_principal(plain())
                    .owing(|claim| claim.overdue_since = claim.as_of),
                Why::NotPastDue,
            )),
        ),
        row(
            "charges-per-month",
            plain(),
            r#""amount":"150.00""#,
            r#""amount":"149.99""#,
            Some((nothing_owed_but_principal(plain()), Why::NothingOwed)),
        ),
        row(
            "penalty-multiple-band",
            loan(),
            r#""from":"1.3","to":"1.5""#,
            r#""from":"1.0","to":"1.4""#,
            Some((sample("property-cn"), Why::NoPenaltyRate)),
        ),
        row(
            "penalty-rate-cap",
            loan(),
            r#""rate":"10.8""#,
            r#""rate":"10.79""#,
            Some((sample("property-cn"), Why::NoPenaltyRate)),
        ),
        row(
            "recovery-horizon-months",
            card(),
            r#""months":36"#,
            r#""months":35"#,
            Some((card().noted(None), Why::CustomerNotNoted)),
        ),
        row(
            "broken-promises",
            card(),
            r#""most":1"#,
            r#""most":0"#,
            Some((card().noted(None), Why::CustomerNotNoted)),
        ),
    ]
}

fn limit(kind: &str, fields: &str) -> String {
    let comma = if fields.is_empty() { "" } else { "," };
    format!(r#"{{"kind":"{kind}"{comma}{fields}}}"#)
}

#[test]
fn every_kind_of_limit_is_in_the_table() {
    let kinds: Vec<&str> = table().iter().map(|row| row.kind).collect();
    assert_eq!(kinds, LimitKind::CODES);
}

#[test]
fn every_kind_is_met_and_missed_by_the_same_option() {
    for Row {
        kind,
        case,
        met,
        missed,
        ..
    } in table()
    {
        let answer = case.answer(&limit(kind, met));
        assert!(
            matches!(answer, Outcome::Met { .. }),
            "{kind} met: {answer:?}"
        );
        if missed.is_empty() {
            continue; // There is no value to tighten: missed where its figures are.
        }
        let answer = case.answer(&limit(kind, missed));
        let Outcome::Broken {
            limit,
            actual,
            shortfall,
        } = answer
        else {
            panic!("{kind} missed: {answer:?}");
        };
        for value in [limit, actual, shortfall] {
            assert_ne!(value, Quantity::OutOfRange, "{kind}");
        }
        assert_ne!(shortfall, Quantity::Money(Money::ZERO), "{kind}");
    }
}

#[test]
fn every_kind_says_why_it_is_silent() {
    for Row {
        kind,
        case,
        met,
        silent,
        ..
    } in table()
    {
        if let Some((option, why)) = silent {
            assert_eq!(
                option.answer(&limit(kind, met)),
                Outcome::DoesNotApply { why },
                "{kind}"
            );
        }
        let other_product = r#""applies":{"products":["receivable"]},"#;
        let young = r#""applies":{"days_past_due":{"from":0,"to":30}},"#;
        for (applies, why) in [
            (other_product, Why::OtherProduct),
            (young, Why::OtherDaysPastDue),
        ] {
            let pack = pack_of(&[rule("R", &limit(kind, met), "block", applies)]);
            let finding = &case.verdict(&[&pack]).findings[0];
            assert_eq!(finding.outcome, Outcome::DoesNotApply { why }, "{kind}");
        }
    }
}

#[test]
fn no_option_escapes_a_limit_but_for_a_reason() {
    // What may be silent on a lump sum; nothing may be on a deferral.
    let one_sum = [
        "minimum-down-payment",
        "maximum-days-between",
        "minimum-instalment",
        "allowed-frequencies",
        "skipped-payments",
    ];
    for Row {
        kind, case, met, ..
    } in table()
    {
        let text = limit(kind, met);
        let lump = case.clone().lump_sum().answer(&text);
        let silent = matches!(lump, Outcome::DoesNotApply { .. });
        assert_eq!(
            silent,
            one_sum.contains(&kind),
            "{kind} on a lump sum: {lump:?}"
        );
        let deferred = case
            .counted(Frequency::MONTHLY, 12)
            .due("2027-05-20")
            .answer(&text);
        assert!(
            !matches!(deferred, Outcome::DoesNotApply { .. }),
            "{kind} deferred: {deferred:?}"
        );
    }
    // The ones that bound a wait bind both.
    for wait in [
        "maximum-total-days",
        "maximum-days-to-first",
        "maximum-deferral-days",
    ] {
        let text = limit(wait, r#""days":100"#);
        assert!(
            card()
                .lump_sum()
                .due("2027-05-20")
                .answer(&text)
                .is_broken(),
            "{wait}"
        );
        let deferred = card().counted(Frequency::WEEKLY, 3).due("2027-05-20");
        assert!(deferred.answer(&text).is_broken(), "{wait}");
    }
}
