//! Checking an option against rule packs. Never fails, and never answers a bare yes or no.

use std::ops::Deref;
use std::sync::Arc;

use super::facts::{Facts, silent};
use super::{
    BalanceBand, Decision, Finding, Layer, Limit, Outcome, Pack, Rule, Segment, Severity,
    Situation, Strategy, Unfit, Verdict, Why, amounts, bearing, cost, growth, skips, standing,
    timing,
};
use crate::engine::claim::{Claim, Product};
use crate::engine::money::Rate;
use crate::engine::plan::{Plan, Proposal, Totals};

/// Checks an option, laid out, against every rule in force of every pack. `plan` and `totals` must be those of
/// the situation's claim and this proposal.
///
/// An option passes only if every pack's rules let it pass. Where a figure leaves the supported range, or a pack
/// cannot judge the claim, the option is refused and the verdict says so.
#[must_use]
pub fn check(
    packs: &[&Pack],
    situation: &Situation<'_>,
    proposal: &Proposal,
    plan: &Plan,
    totals: &Totals,
) -> Verdict {
    verdict(packs, &facts(situation, proposal, plan, totals), Arc::clone)
}

/// [`check`] for one option of very many, whose verdict borrows its rules and is gone before the packs are: sharing
/// a rule costs as much as judging by it.
#[must_use]
pub fn check_in_passing<'packs>(
    packs: &[&'packs Pack],
    situation: &Situation<'_>,
    proposal: &Proposal,
    plan: &Plan,
    totals: &Totals,
) -> Verdict<&'packs Rule> {
    verdict(
        packs,
        &facts(situation, proposal, plan, totals),
        AsRef::as_ref,
    )
}

fn facts<'a>(
    situation: &'a Situation<'a>,
    proposal: &'a Proposal,
    plan: &'a Plan,
    totals: &'a Totals,
) -> Facts<'a> {
    Facts {
        situation,
        claim: situation.claim,
        proposal,
        plan,
        totals,
        owed: plan.opening.total().ok(),
        days_past_due: situation.claim.days_past_due(situation.claim.as_of),
    }
}

fn verdict<'packs, R: Deref<Target = Rule>>(
    packs: &[&'packs Pack],
    facts: &Facts<'_>,
    hold: impl Fn(&'packs Arc<Rule>) -> R,
) -> Verdict<R> {
    let rules = packs
        .iter()
        .fold(0_usize, |sum, pack| sum.saturating_add(pack.rules.len()));
    let mut verdict = Verdict {
        decision: Decision::Allowed,
        findings: Vec::with_capacity(rules),
        warnings: 0,
        unfit: packs.is_empty().then_some(Unfit::NoPack),
    };
    for pack in packs {
        let (unfit, segment) = match pack.unfit_for(facts.situation.product, facts.claim) {
            Some(unfit) => (Some(unfit), None),
            None => match pack.segment_of(facts.situation) {
                Ok(segment) => (None, segment),
                Err(unfit) => (Some(unfit), None),
            },
        };
        verdict.unfit = verdict.unfit.or(unfit);
        for rule in pack.rules.iter().filter(|rule| rule.in_force(facts.claim)) {
            let outcome = match unfit {
                Some(_) => Some(silent(Why::PackUnfit)),
                None => answer(rule, segment, facts),
            };
            // Looked at where it lies, and copied once: an outcome is as long as a row.
            let outcome = outcome.as_ref().unwrap_or(&Outcome::BEYOND);
            if outcome.is_broken() {
                verdict.decision = verdict.decision.max(Decision::on_breach(rule.severity));
                let warns = rule.severity == Severity::Warn;
                verdict.warnings = verdict.warnings.saturating_add(warns.into());
            }
            verdict.findings.push(Finding {
                rule: hold(rule),
                layer: pack.layer,
                outcome: *outcome,
            });
        }
    }
    if verdict.unfit.is_some() {
        verdict.decision = Decision::Refused;
    }
    verdict
}

/// A rule's answer; `None` where the figures leave the supported range.
#[inline(never)]
fn answer(rule: &Rule, segment: Option<&Segment>, facts: &Facts<'_>) -> Option<Outcome> {
    let applies = &rule.applies;
    if applies
        .products
        .as_ref()
        .is_some_and(|products| !products.contains(&facts.situation.product))
    {
        return Some(silent(Why::OtherProduct));
    }
    if applies
        .days_past_due
        .is_some_and(|band| !band.contains(facts.days_past_due))
    {
        return Some(silent(Why::OtherDaysPastDue));
    }
    if let Some(segments) = &applies.segments
        && segment.is_none_or(|segment| !segments.contains(&segment.id))
    {
        return Some(silent(Why::OtherSegment));
    }
    if let Some(band) = applies.balance
        && !band.contains(facts.owed?)
    {
        return Some(silent(Why::OtherBalance));
    }
    if let Some(types) = applies.customers {
        match facts.situation.customer {
            None => return Some(silent(Why::CustomerNotNoted)),
            Some(customer) if !types.contains(customer.kind()) => {
                return Some(silent(Why::OtherCustomer));
            }
            Some(_) => {}
        }
    }
    if let Some(strategies) = applies.strategies
        && !strategies.meets(Strategy::used_by(
            facts.claim,
            facts.proposal,
            facts.plan,
            facts.totals,
        ))
    {
        return Some(silent(Why::OtherStrategy));
    }
    judge(&rule.limit, facts)
}

fn judge(limit: &Limit, facts: &Facts<'_>) -> Option<Outcome> {
    match *limit {
        Limit::MinimumSettlement {
            share,
            amount,
            components,
        } => amounts::minimum_settlement(facts, share, amount, components),
        Limit::WaiverCap {
            component,
            share,
            amount,
        } => amounts::waiver_cap(facts, component, share, amount),
        Limit::WaiverCapTotal { share } => amounts::waiver_cap_total(facts, share),
        Limit::NotWaivable { component } => amounts::not_waivable(facts, component),
        Limit::NotCapitalisable { component } => amounts::not_capitalisable(facts, component),
        Limit::MinimumDownPayment { share } => amounts::minimum_down_payment(facts, share),
        Limit::MinimumInstalment { amount } => amounts::minimum_instalment(facts, amount),
        Limit::BalanceWithinOriginalPrincipal => amounts::within_original_principal(facts),
        Limit::ChargesPerMonth { amount } => amounts::charges_per_month(facts, amount),
        Limit::MaximumInstalments { count } => Some(timing::maximum_instalments(facts, count)),
        Limit::MinimumPayments { count } => Some(timing::minimum_payments(facts, count)),
        Limit::MaximumTotalDays { days } => timing::maximum_total_days(facts, days),
        Limit::MaximumTermMonths { months } => timing::maximum_term_months(facts, months),
        Limit::MaximumDaysBetween { days } => timing::maximum_days_between(facts, days),
        Limit::MaximumDaysToFirst { days } => timing::maximum_days_to_first(facts, days),
        Limit::MaximumDeferralDays { days } => timing::maximum_deferral_days(facts, days),
        Limit::AllowedFrequencies { frequencies } => {
            Some(timing::allowed_frequencies(facts, frequencies))
        }
        Limit::RecoveryHorizonMonths { months } => timing::recovery_horizon(facts, months),
        Limit::BrokenPromises { most } => Some(timing::broken_promises(facts, most)),
        Limit::AllInCap { rate } => growth::all_in_cap(facts, rate),
        Limit::ArrearsCap { rate } => growth::arrears_cap(facts, rate),
        Limit::PenaltyMultipleBand { from, to } => growth::penalty_multiple_band(facts, from, to),
        Limit::PenaltyRateCap { rate } => growth::penalty_rate_cap(facts, rate),
        Limit::SkippedPayments { most, running } => skips::skipped_payments(facts, most, running),
        Limit::MaximumGraceDays { days } => {
            Some(timing::at_most_days(facts.situation.offer.grace_days, days))
        }
        Limit::MaximumOfferDays { days } => {
            Some(timing::at_most_days(facts.situation.offer.open_days, days))
        }
        Limit::Restructures {
            most,
            within_months,
        } => standing::restructures(facts, most, within_months),
        Limit::AffordableShare { share } => bearing::affordable_share(facts, share),
        Limit::MinimumResidual { amount } => bearing::minimum_residual(facts, amount),
        Limit::GuarantorConsent => Some(standing::guarantor_consent(facts)),
        Limit::MinimumValue { share, rate } => cost::minimum_value(facts, share, rate),
        Limit::RepaymentBehaviour { payments } => {
            Some(standing::repayment_behaviour(facts, payments))
        }
        Limit::EvidenceRequired { evidence } => Some(standing::evidence_required(facts, evidence)),
        Limit::Moratorium => standing::moratorium(facts),
        Limit::LimitationPeriod { months } => standing::limitation_period(facts, months),
        Limit::TotalCostCap { share } => cost::total_cost_cap(facts, share),
        Limit::TotalWithinRate { rate } => cost::total_within_rate(facts, rate),
        Limit::AllowedStrategies { strategies } => {
            Some(standing::allowed_strategies(facts, strategies))
        }
    }
}

/// A claim under the law: where its terms name no ceiling, the [`statutory_ceiling`] of the packs.
#[must_use]
pub fn under_the_law(packs: &[&Pack], product: Product, mut claim: Claim) -> Claim {
    if claim.terms.ceiling.is_none() {
        claim.terms.ceiling = statutory_ceiling(packs, product, &claim);
    }
    claim
}

/// The yearly ceiling that the law sets over everything still to accrue on this claim: the lowest all-in cap of the
/// statutory packs that refuses, for this product and a contract of this age. For [`Terms::ceiling`].
///
/// [`Terms::ceiling`]: crate::engine::claim::Terms::ceiling
#[must_use]
pub fn statutory_ceiling(packs: &[&Pack], product: Product, claim: &Claim) -> Option<Rate> {
    packs
        .iter()
        .filter(|pack| pack.layer == Layer::Statutory && pack.unfit_for(product, claim).is_none())
        .flat_map(|pack| &pack.rules)
        .filter(|rule| rule.severity == Severity::Block && rule.in_force(claim))
        .filter(|rule| {
            rule.applies
                .products
                .as_ref()
                .is_none_or(|products| products.contains(&product))
        })
        .filter(|rule| {
            let owed = claim.components().total();
            let within = |band: BalanceBand| owed.is_ok_and(|owed| band.contains(owed));
            rule.applies.balance.is_none_or(within)
        })
        .filter_map(|rule| match rule.limit {
            Limit::AllInCap { rate } => Some(rate),
            _ => None,
        })
        .min()
}
