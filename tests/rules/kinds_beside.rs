//! The kinds of limits on what stands around a plan, and on what it costs and bears in all, for the table of every kind.

use super::beside::{noted, one_off};
use super::kinds::{Row, nothing_owed, nothing_owed_but_principal, row};
use super::option::{Case, card, sample};
use quittance::engine::claim::Circumstances;
use quittance::engine::rules::Why;

fn not_noted() -> Option<(Case, Why)> {
    let bare = noted().beside(|noted| *noted = Circumstances::default());
    Some((bare, Why::NotNoted))
}

fn not_offered() -> Option<(Case, Why)> {
    Some((noted().offered(None, None), Why::OfferTermUnknown))
}

pub fn rows() -> Vec<Row> {
    let skipping = nothing_owed_but_principal(sample("card-cn"))
        .with(|proposal| proposal.settlement = one_off(36));
    let not_due = noted().owing(|claim| claim.overdue_since = claim.as_of);
    vec![
        row(
            "skipped-payments",
            skipping,
            r#""most":35,"running":35"#,
            r#""most":34,"running":35"#,
            Some((card().lump_sum(), Why::PaidInOneSum)),
        ),
        row(
            "maximum-grace-days",
            noted(),
            r#""days":5"#,
            r#""days":4"#,
            not_offered(),
        ),
        row(
            "restructures",
            noted(),
            r#""most":1,"within_months":24"#,
            r#""most":0,"within_months":24"#,
            not_noted(),
        ),
        row(
            "affordable-share",
            noted(),
            r#""share":"60""#,
            r#""share":"40""#,
            not_noted(),
        ),
        row(
            "minimum-residual",
            noted(),
            r#""amount":"1000.00""#,
            r#""amount":"2000.00""#,
            not_noted(),
        ),
        row("guarantor-consent", noted(), "", "", not_noted()),
        row(
            "minimum-value",
            noted(),
            r#""share":"90","rate":"6""#,
            r#""share":"90","rate":"20""#,
            Some((nothing_owed(), Why::NothingOwed)),
        ),
        row(
            "repayment-behaviour",
            noted(),
            r#""payments":2"#,
            r#""payments":3"#,
            not_noted(),
        ),
        row(
            "evidence-required",
            noted(),
            r#""evidence":["hardship","income"]"#,
            r#""evidence":["income","recovery"]"#,
            not_noted(),
        ),
        row(
            "maximum-offer-days",
            noted(),
            r#""days":7"#,
            r#""days":6"#,
            not_offered(),
        ),
        row("moratorium", noted(), "", "", not_noted()),
        row(
            "limitation-period",
            noted(),
            r#""months":2"#,
            r#""months":1"#,
            Some((not_due, Why::NotPastDue)),
        ),
        row(
            "total-cost-cap",
            noted(),
            r#""share":"25""#,
            r#""share":"5""#,
            None,
        ),
        row(
            "total-within-rate",
            noted(),
            r#""rate":"6""#,
            r#""rate":"0""#,
            None,
        ),
        row(
            "allowed-strategies",
            noted(),
            r#""strategies":["instalments","waiver","rate-cut"]"#,
            r#""strategies":["instalments","rate-cut"]"#,
            None,
        ),
    ]
}
