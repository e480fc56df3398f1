//! What limits on a plan's whole cost, on what it asks of a month and on what stands around it should answer.

use crate::judged::{Judged, minor, sum};
use crate::oracle::{Answer, SILENT, STEPS, after_months, broken_if, months_on, part};
use chrono::Datelike;
use quittance::engine::calendar::{Date, Unit, days_between};
use quittance::engine::claim::Guarantor;
use quittance::engine::fields::Coded;
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::{DeferralInterest, Settlement, Waiver, WhileKept};
use quittance::engine::rules::{Limit, Strategy, Why};

const NOT_NOTED: Answer = Answer::Silent(Some(Why::NotNoted));

pub fn answer(limit: &Limit, judged: &Judged<'_>) -> Answer {
    let (case, noted) = (judged.case, &judged.case.circumstances);
    match *limit {
        Limit::SkippedPayments { most, running } => skipped(judged, most, running),
        Limit::MaximumGraceDays { days } => of_the_offer(case.terms.grace_days, days),
        Limit::MaximumOfferDays { days } => of_the_offer(case.terms.open_days, days),
        Limit::Restructures {
            most,
            within_months,
        } => match &noted.restructured_on {
            None => NOT_NOTED,
            Some(days) => {
                let as_of = case.claim.as_of;
                let count = |day: &&Date| {
                    let over = months_on(**day, within_months.into());
                    over > (as_of.year().into(), as_of.month().into(), as_of.day())
                };
                let counted = days.iter().filter(count).count();
                broken_if(counted > usize::try_from(most).unwrap())
            }
        },
        Limit::AffordableShare { share } => match noted.surplus {
            None => NOT_NOTED,
            Some(surplus) => {
                let most = part(share, minor(surplus), Rounding::TowardZero);
                broken_if(judged.month().is_none_or(|month| month > most))
            }
        },
        Limit::MinimumResidual { amount } => match noted.surplus {
            None => NOT_NOTED,
            Some(surplus) => broken_if(
                judged
                    .month()
                    .is_none_or(|month| minor(surplus) - month < minor(amount)),
            ),
        },
        Limit::GuarantorConsent => match noted.guarantor {
            None => NOT_NOTED,
            Some(said) => broken_if(said == Guarantor::NotAsked),
        },
        Limit::MinimumValue { share, rate } => worth(judged, share, rate),
        Limit::RepaymentBehaviour { payments } => match noted.payments_since_overdue {
            None => NOT_NOTED,
            Some(arrived) => broken_if(arrived < payments),
        },
        Limit::EvidenceRequired { evidence } => match noted.evidence {
            None => NOT_NOTED,
            Some(there) => broken_if(evidence.iter().any(|paper| !there.contains(paper))),
        },
        Limit::Moratorium => match noted.moratorium_until {
            None => NOT_NOTED,
            Some(until) => broken_if(case.claim.as_of <= until),
        },
        Limit::LimitationPeriod { .. } if judged.days_past_due() == 0 => {
            Answer::Silent(Some(Why::NotPastDue))
        }
        Limit::LimitationPeriod { months } => broken_if(after_months(
            case.claim.as_of,
            case.claim.overdue_since,
            months,
        )),
        Limit::TotalCostCap { share } => {
            let principal = minor(case.claim.terms.original_principal);
            broken_if(judged.cost() > part(share, principal, Rounding::AwayFromZero))
        }
        Limit::TotalWithinRate { rate } => within_rate(judged, rate),
        Limit::AllowedStrategies { strategies } => broken_if(
            Strategy::ALL
                .iter()
                .any(|one| uses(judged, *one) && !strategies.contains(*one)),
        ),
        _ => panic!("{limit:?} is not judged here"),
    }
}

fn of_the_offer(days: Option<u32>, most: u32) -> Answer {
    match days {
        None => Answer::Silent(Some(Why::OfferTermUnknown)),
        Some(days) => broken_if(days > most),
    }
}

fn skipped(judged: &Judged<'_>, most: u32, running: u32) -> Answer {
    match judged.case.proposal.settlement {
        Settlement::LumpSum => Answer::Silent(Some(Why::PaidInOneSum)),
        _ if judged.payments().count() == 1 => Answer::Silent(Some(Why::SinglePayment)),
        _ => {
            let (in_all, in_a_row) = judged.skipped();
            broken_if(in_all > most.into() || in_a_row > running.into())
        }
    }
}

/// The present value, as near as it must be known.
#[expect(
    clippy::cast_precision_loss,
    reason = "what is too near to say is not said"
)]
fn worth(judged: &Judged<'_>, share: Share, rate: Rate) -> Answer {
    let owed = sum(&judged.plan.opening);
    if owed == 0 {
        return SILENT;
    }
    let least = part(share, owed, Rounding::TowardZero);
    let growth = 1.0 + rate.scaled() as f64 / STEPS as f64;
    let value: f64 = judged
        .plan
        .rows
        .iter()
        .map(|row| {
            let years = judged.days_to(row.date) as f64 / 365.0;
            sum(&row.paid) as f64 / growth.powf(years)
        })
        .sum();
    let over = value - least as f64;
    if over.abs() < 2.0 + value * 1e-9 {
        if rate.is_zero() {
            broken_if(judged.paid() < least)
        } else {
            Answer::Unknown
        }
    } else {
        broken_if(over < 0.0)
    }
}

fn within_rate(judged: &Judged<'_>, rate: Rate) -> Answer {
    let terms = &judged.case.claim.terms;
    let principal = i128::from(minor(terms.original_principal));
    let last = judged.payments().last().map(|row| row.date);
    let days = days_between(terms.signed_on, last.unwrap_or(judged.case.claim.as_of));
    let earned = principal * i128::from(rate.scaled()) * i128::from(days);
    let earned = (earned + 365 * STEPS - 1) / (365 * STEPS);
    let most = principal + earned;
    // Beyond the largest amount nothing can be shown to keep to the limit.
    broken_if(i128::from(judged.paid()) > most || most > i128::from(minor(Money::MAX)))
}

/// Whether an option uses a strategy.
pub fn uses(judged: &Judged<'_>, strategy: Strategy) -> bool {
    let (proposal, terms) = (&judged.case.proposal, &judged.case.claim.terms);
    let single = judged.payments().count() < 2;
    let some = |waiver: Waiver| match waiver {
        Waiver::Nothing => false,
        Waiver::Share(share) => share.scaled() != 0,
        Waiver::Amount(amount) => minor(amount) != 0,
    };
    let last = judged.payments().last().map(|row| judged.days_to(row.date));
    let takes_time = last.is_some_and(|days| days > 0);
    let charges = proposal.rate.scaled();
    match strategy {
        Strategy::LumpSum => single,
        Strategy::Instalments => !single,
        Strategy::Deferral => judged.waits().is_some_and(|days| days > 0),
        Strategy::Waiver => proposal
            .concessions
            .waivers
            .iter()
            .any(|(part, waiver)| some(waiver) && minor(judged.plan.waived.get(part)) > 0),
        Strategy::Discount => some(proposal.concessions.discount) && sum(&judged.plan.waived) > 0,
        Strategy::RateCut => takes_time && charges > 0 && charges < terms.interest_rate.scaled(),
        Strategy::Freeze => {
            let grows = terms.interest_rate.scaled() > 0
                || terms.penalty.is_some()
                || terms.late_charge.is_some();
            let waits = judged.waits().is_some_and(|days| days > 0);
            grows
                && takes_time
                && (charges == 0
                    || proposal.relief.while_kept == WhileKept::NoAccrual
                    || waits && proposal.deferral == DeferralInterest::Frozen)
        }
    }
}

impl Judged<'_> {
    /// Days from the as-of date to the day one step before the first due date; a step is a month where there is none.
    fn waits(&self) -> Option<i64> {
        let first = self.case.proposal.first_due;
        let step = match self.case.proposal.settlement {
            Settlement::Instalments { frequency, .. } if self.payments().count() > 1 => {
                Some(frequency)
            }
            _ => None,
        };
        let months = match step.map(|step| (step.unit(), i64::from(step.every()))) {
            None => 1,
            Some((Unit::Days, every)) => return Some(self.days_to(first) - every),
            Some((Unit::Weeks, every)) => return Some(self.days_to(first) - 7 * every),
            Some((Unit::Months, every)) => every,
            // Halves of months are laid out by a rule of their own, tested where it stands.
            Some((Unit::HalfMonths, _)) => {
                let begins = step?.step_back(first).ok()?;
                return Some(self.days_to(begins));
            }
        };
        let (year, month, day) = months_on(first, -months);
        let begins = Date::from_ymd_opt(
            i32::try_from(year).unwrap(),
            u32::try_from(month).unwrap(),
            day,
        );
        Some(self.days_to(begins.unwrap()))
    }
}
