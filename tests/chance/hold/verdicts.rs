//! Every answer follows from the rows, the worst of them decides, and a looser pack never refuses more.

use super::{Held, hold};
use crate::dice::Dice;
use crate::draw::Case;
use crate::draw::looser::loosened;
use crate::judged::{Judged, sum};
use crate::oracle::{Answer, answer};
use crate::oracle_beside::uses;
use chrono::Datelike;
use quittance::engine::calendar::days_between;
use quittance::engine::rules::{
    BalanceBand, DaysPastDue, Decision, Finding, Outcome, Pack, Quantity, Rule, Segment, Severity,
    Verdict, Why, check as judge,
};

pub fn verdict(judged: &Judged<'_>, packs: &[Pack]) -> Verdict {
    let case = judged.case;
    let packs: Vec<&Pack> = packs.iter().collect();
    judge(
        &packs,
        &case.situation(),
        &case.proposal,
        judged.plan,
        judged.totals,
    )
}

pub fn check(judged: &Judged<'_>, packs: &[Pack], verdict: &Verdict) -> Held {
    let case = judged.case;
    let mut findings = verdict.findings.iter();
    let mut worst = Decision::Allowed;
    let mut warnings = 0;
    let mut unfit = packs.is_empty();
    for pack in packs {
        let fit = fits(pack, case);
        unfit |= !fit;
        for rule in pack.rules.iter().filter(|rule| in_force(rule, case)) {
            let finding = findings
                .next()
                .ok_or_else(|| format!("{} was not answered", rule.id))?;
            hold!(
                finding.rule == *rule && finding.layer == pack.layer,
                "{} stands where {} should",
                finding.rule.id,
                rule.id
            );
            answered(judged, pack, fit, finding)?;
            if let Outcome::Broken { .. } = finding.outcome {
                match rule.severity {
                    Severity::Warn => warnings += 1,
                    Severity::Route(role) => worst = worst.max(Decision::NeedsApproval(role)),
                    Severity::Block => worst = Decision::Refused,
                }
            }
        }
    }
    hold!(findings.next().is_none(), "a rule was answered twice");
    if unfit {
        worst = Decision::Refused;
    }
    hold!(
        (verdict.decision, verdict.warnings, verdict.unfit.is_some()) == (worst, warnings, unfit),
        "{:?} with {} warnings follows from {worst:?} with {warnings}",
        verdict.decision,
        verdict.warnings
    );
    Ok(())
}

fn fits(pack: &Pack, case: &Case) -> bool {
    let as_of = case.claim.as_of;
    pack.effective.from.is_none_or(|from| from <= as_of)
        && pack.effective.to.is_none_or(|to| as_of <= to)
        && pack.currency == case.claim.currency
        && pack
            .products
            .as_ref()
            .is_none_or(|products| products.contains(&case.product))
        && (pack.segments.is_empty() || segment_of(pack, case).is_some())
}

/// The segment of a pack that a case falls in.
fn segment_of<'a>(pack: &'a Pack, case: &Case) -> Option<&'a Segment> {
    let age = days_between(case.claim.overdue_since, case.claim.as_of);
    let covers = |segment: &&Segment| {
        let products = segment.products.as_ref();
        products.is_none_or(|products| products.contains(&case.product))
            && segment
                .days_past_due
                .is_none_or(|band| within_days(band, age))
            && segment
                .balance
                .is_none_or(|band| within_band(band, owed(case)))
            && segment.customers.is_none_or(|types| {
                case.customer
                    .is_some_and(|noted| types.contains(noted.kind()))
            })
    };
    pack.segments.iter().find(covers)
}

fn within_days(band: DaysPastDue, age: i64) -> bool {
    age >= band.from.into() && band.to.is_none_or(|to| age <= to.into())
}

fn within_band(band: BalanceBand, owed: i64) -> bool {
    band.from.is_none_or(|from| from.minor() <= owed) && band.to.is_none_or(|to| owed <= to.minor())
}

fn owed(case: &Case) -> i64 {
    sum(case.claim.components())
}

fn in_force(rule: &Rule, case: &Case) -> bool {
    let (signed, as_of) = (case.claim.terms.signed_on, case.claim.as_of);
    let within = |range: quittance::engine::rules::DateRange, day| {
        range.from.is_none_or(|from| from <= day) && range.to.is_none_or(|to| day <= to)
    };
    within(rule.applies.signed, signed) && within(rule.effective, as_of)
}

fn answered(judged: &Judged<'_>, pack: &Pack, fit: bool, finding: &Finding) -> Held {
    let case = judged.case;
    let applies = &finding.rule.applies;
    let age = judged.days_past_due();
    let expected = if !fit {
        Answer::Silent(Some(Why::PackUnfit))
    } else if applies
        .products
        .as_ref()
        .is_some_and(|products| !products.contains(&case.product))
    {
        Answer::Silent(Some(Why::OtherProduct))
    } else if applies
        .days_past_due
        .is_some_and(|band| !within_days(band, age))
    {
        Answer::Silent(Some(Why::OtherDaysPastDue))
    } else if applies.segments.as_ref().is_some_and(|names| {
        segment_of(pack, case).is_none_or(|segment| !names.contains(&segment.id))
    }) {
        Answer::Silent(Some(Why::OtherSegment))
    } else if applies
        .balance
        .is_some_and(|band| !within_band(band, owed(case)))
    {
        Answer::Silent(Some(Why::OtherBalance))
    } else if applies.customers.is_some() && case.customer.is_none() {
        Answer::Silent(Some(Why::CustomerNotNoted))
    } else if applies.customers.is_some_and(|types| {
        case.customer
            .is_some_and(|noted| !types.contains(noted.kind()))
    }) {
        Answer::Silent(Some(Why::OtherCustomer))
    } else if let Some(strategies) = applies.strategies
        && !strategies.iter().any(|one| uses(judged, one))
    {
        Answer::Silent(Some(Why::OtherStrategy))
    } else {
        answer(&finding.rule.limit, judged)
    };
    let fits = match (expected, finding.outcome) {
        (Answer::Unknown, _)
        | (Answer::Silent(None), Outcome::DoesNotApply { .. })
        | (Answer::Met, Outcome::Met { .. }) => true,
        (Answer::Silent(Some(expected)), Outcome::DoesNotApply { why }) => why == expected,
        (
            Answer::Broken,
            Outcome::Broken {
                limit,
                actual,
                shortfall,
            },
        ) => misses_by(limit, actual, shortfall),
        _ => false,
    };
    hold!(
        fits,
        "{expected:?} was to be expected of {:?}: {:?}",
        finding.rule.limit,
        finding.outcome
    );
    Ok(())
}

/// Whether limit and actual value are as far apart as the shortfall says.
fn misses_by(limit: Quantity, actual: Quantity, shortfall: Quantity) -> bool {
    let number = |quantity| match quantity {
        Quantity::Money(amount)
        | Quantity::Part { amount, .. }
        | Quantity::Accrual { amount, .. } => Some(amount.minor()),
        Quantity::Rate(rate) => Some(rate.scaled()),
        Quantity::Days(count)
        | Quantity::Months(count)
        | Quantity::Payments(count)
        | Quantity::Promises(count)
        | Quantity::Times(count)
        | Quantity::Running(count) => Some(count.into()),
        Quantity::Day(day) => Some(day.num_days_from_ce().into()),
        Quantity::Multiple(_)
        | Quantity::Band { .. }
        | Quantity::Frequency(_)
        | Quantity::Frequencies(_)
        | Quantity::OwnDates
        | Quantity::Evidence(_)
        | Quantity::Strategies(_)
        | Quantity::Consent(_)
        | Quantity::Unmeasured
        | Quantity::OutOfRange => None,
    };
    // Of words it is those that are missing, or too many.
    match (limit, actual, shortfall) {
        (Quantity::Evidence(wanted), Quantity::Evidence(there), Quantity::Evidence(missing)) => {
            return !missing.is_empty() && missing == wanted.without(there);
        }
        (Quantity::Strategies(known), Quantity::Strategies(used), Quantity::Strategies(beyond)) => {
            return !beyond.is_empty() && beyond == used.without(known);
        }
        _ => {}
    }
    match (number(limit), number(actual), number(shortfall)) {
        (Some(limit), Some(actual), Some(shortfall)) => {
            shortfall > 0 && (actual - limit).abs() == shortfall
        }
        (None, None, None) => true,
        (None, None, Some(_)) | (None, Some(_), None) => false,
        // A band has no single number, and a frequency is missed by no amount.
        _ => matches!(limit, Quantity::Band { .. }) || matches!(shortfall, Quantity::Unmeasured),
    }
}

/// A looser pack never refuses what a tighter one allowed.
pub fn looser_never_refuses(
    dice: &mut Dice,
    judged: &Judged<'_>,
    packs: &[Pack; 2],
    tight: &Verdict,
) -> Held {
    let looser = [loosened(dice, &packs[0]), loosened(dice, &packs[1])];
    let loose = verdict(judged, &looser);
    hold!(
        loose.decision <= tight.decision,
        "{:?} where a tighter pack says {:?}: {:?}",
        loose.decision,
        tight.decision,
        loose.broken()
    );
    Ok(())
}
