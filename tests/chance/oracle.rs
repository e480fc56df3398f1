//! What every limit should answer, written once more in plain integers and from the rows alone.

use crate::hold::rounded;
use crate::judged::{Judged, minor, sum};
use crate::oracle_beside;
use chrono::Datelike;
use quittance::engine::calendar::{Date, DayCount, Unit, days_between};
use quittance::engine::claim::{Components, PenaltyRate};
use quittance::engine::money::{Money, Rate, Rounding, Share};
use quittance::engine::plan::{InterestBasis, PlanRate, Settlement};
use quittance::engine::rules::{Limit, Why};
use rust_decimal::Decimal;

/// What a rule should answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Met,
    Broken,
    /// For this reason, where there can be but one.
    Silent(Option<Why>),
    /// Not worked out a second time.
    Unknown,
}

pub const STEPS: i128 = 10_000_000_000;
pub const SILENT: Answer = Answer::Silent(None);

pub fn broken_if(broken: bool) -> Answer {
    if broken { Answer::Broken } else { Answer::Met }
}

/// A share of an amount, in minor units.
pub fn part(share: Share, whole: i64, rounding: Rounding) -> i64 {
    rounded(
        i128::from(whole) * i128::from(share.scaled()),
        STEPS,
        rounding,
    )
}

pub fn answer(limit: &Limit, judged: &Judged<'_>) -> Answer {
    let (plan, case) = (judged.plan, judged.case);
    let owed = sum(&plan.opening);
    let lump_sum = matches!(case.proposal.settlement, Settlement::LumpSum);
    let payments = i64::try_from(judged.payments().count()).unwrap();
    let first = judged.payments().next().map(|row| row.date);
    let last = judged.payments().last().map(|row| row.date);
    let (Some(first), Some(last)) = (first, last) else {
        return Answer::Unknown;
    };
    match *limit {
        Limit::MinimumSettlement {
            share,
            amount,
            components: Some(components),
        } => {
            let of =
                |parts: &Components| components.iter().map(|part| minor(parts.get(part))).sum();
            let (owed, waived): (i64, i64) = (of(&plan.opening), of(&plan.waived));
            let by_share = share.map_or(0, |share| part(share, owed, Rounding::TowardZero));
            let least = by_share.max(amount.map_or(0, minor)).min(owed);
            if owed == 0 {
                SILENT
            } else {
                broken_if(owed - waived < least)
            }
        }
        Limit::MinimumSettlement { share, amount, .. } => {
            let by_share = share.map_or(0, |share| part(share, owed, Rounding::TowardZero));
            let least = by_share.max(amount.map_or(0, minor)).min(owed);
            let paid: i64 = plan.rows.iter().map(|row| sum(&row.paid)).sum();
            if owed == 0 {
                SILENT
            } else {
                broken_if(paid < least)
            }
        }
        Limit::WaiverCap {
            component,
            share,
            amount,
        } => {
            let of = minor(plan.opening.get(component));
            let waived = minor(plan.waived.get(component));
            let most = share.map_or(i64::MAX, |share| part(share, of, Rounding::AwayFromZero));
            match of {
                0 => SILENT,
                _ => broken_if(waived > most.min(amount.map_or(i64::MAX, minor))),
            }
        }
        Limit::WaiverCapTotal { share } => at_most_a_share(sum(&plan.waived), share, owed),
        Limit::NotWaivable { component } => match minor(plan.opening.get(component)) {
            0 => SILENT,
            _ => broken_if(minor(plan.waived.get(component)) > 0),
        },
        Limit::NotCapitalisable { component } => {
            let moved = minor(plan.capitalised.get(component));
            if moved == 0 && plan.opening.get(component).is_zero() {
                SILENT
            } else {
                broken_if(moved > 0)
            }
        }
        Limit::MinimumDownPayment { .. } if lump_sum || owed == 0 => SILENT,
        Limit::MinimumDownPayment { share } => {
            let down = minor(case.proposal.down_payment);
            broken_if(down < part(share, owed, Rounding::TowardZero))
        }
        Limit::MaximumInstalments { count } => broken_if(payments > count.into()),
        Limit::MinimumPayments { .. } if case.customer.is_some_and(|customer| customer.able) => {
            Answer::Silent(Some(Why::OtherCustomer))
        }
        Limit::MinimumPayments { count } => broken_if(payments < count.into()),
        Limit::MaximumTotalDays { days } => broken_if(judged.days_to(last) > days.into()),
        Limit::MaximumDaysToFirst { days } => broken_if(judged.days_to(first) > days.into()),
        Limit::MaximumTermMonths { months } => {
            broken_if(after_months(last, case.claim.as_of, months))
        }
        Limit::RecoveryHorizonMonths { months } => match case.customer {
            None => Answer::Silent(Some(Why::CustomerNotNoted)),
            // Days of a month begun are not counted: only the next whole month is too late.
            Some(customer) if customer.willing && !customer.able => {
                let next = months + 1;
                broken_if(!before_months(last, case.claim.as_of, next))
            }
            Some(_) => Answer::Silent(Some(Why::OtherCustomer)),
        },
        Limit::MaximumDaysBetween { days } => match judged.widest_gap() {
            None => Answer::Silent(Some(Why::SinglePayment)),
            Some(gap) => broken_if(gap > days.into()),
        },
        Limit::MinimumInstalment { .. } if lump_sum => Answer::Silent(Some(Why::PaidInOneSum)),
        Limit::MinimumInstalment { amount } => match judged.smallest_but_last() {
            None => Answer::Silent(Some(Why::SinglePayment)),
            Some(smallest) => broken_if(smallest < minor(amount)),
        },
        Limit::AllowedFrequencies { frequencies } => match case.proposal.settlement {
            Settlement::LumpSum => Answer::Silent(Some(Why::PaidInOneSum)),
            Settlement::OnDates { .. } if payments == 1 => Answer::Silent(Some(Why::SinglePayment)),
            Settlement::OnDates { .. } => broken_if(!frequencies.agreed_days()),
            Settlement::Instalments { frequency, .. } => {
                broken_if(!frequencies.iter().any(|allowed| allowed == frequency))
            }
        },
        Limit::MaximumDeferralDays { days } => deferral(judged, days),
        Limit::BalanceWithinOriginalPrincipal => {
            let financed = financed(judged);
            let interest: i64 = plan.rows.iter().map(|row| minor(row.interest)).sum();
            if financed == 0 || lump_sum && interest == 0 {
                Answer::Silent(Some(Why::NothingFinanced))
            } else {
                broken_if(financed > minor(case.claim.terms.original_principal))
            }
        }
        Limit::AllInCap { rate } => all_in(judged, rate),
        Limit::ArrearsCap { rate } => arrears(judged, rate),
        Limit::ChargesPerMonth { amount } => {
            if plan.opening.charges.is_zero() {
                return Answer::Silent(Some(Why::NothingOwed));
            }
            let begun = i128::from((judged.days_past_due() + 29) / 30);
            let most = i128::from(minor(amount)) * begun;
            let collected = minor(plan.opening.charges) - minor(plan.waived.charges);
            broken_if(i128::from(collected) > most || most > i128::from(minor(Money::MAX)))
        }
        Limit::PenaltyMultipleBand { from, to } => multiple_band(judged, from, to),
        Limit::PenaltyRateCap { rate } => {
            let Ok(Some(actual)) = case.claim.terms.penalty_rate() else {
                return Answer::Silent(Some(Why::NoPenaltyRate));
            };
            let collected =
                sum(&plan.opening.with_only_penalties()) - sum(&plan.waived.with_only_penalties());
            if collected == 0 {
                Answer::Silent(Some(Why::NoPenaltyCollected))
            } else {
                broken_if(actual.scaled() > rate.scaled())
            }
        }
        Limit::BrokenPromises { most } => match case.customer {
            None => Answer::Silent(Some(Why::CustomerNotNoted)),
            Some(customer) => broken_if(customer.promises_broken > most),
        },
        _ => oracle_beside::answer(limit, judged),
    }
}

/// Penalty and compound interest alone.
trait OnlyPenalties {
    fn with_only_penalties(&self) -> Self;
}

impl OnlyPenalties for quittance::engine::claim::Components {
    fn with_only_penalties(&self) -> Self {
        Self {
            penalty: self.penalty,
            compound: self.compound,
            ..Self::ZERO
        }
    }
}

fn at_most_a_share(waived: i64, share: Share, of: i64) -> Answer {
    if of == 0 {
        return Answer::Silent(Some(Why::NothingOwed));
    }
    broken_if(waived > part(share, of, Rounding::AwayFromZero))
}

fn financed(judged: &Judged<'_>) -> i64 {
    sum(&judged.plan.opening) - sum(&judged.plan.waived) - minor(judged.case.proposal.down_payment)
}

/// Year, month and day of a date so many months on, its day no later than the month's last.
pub fn months_on(from: Date, months: i64) -> (i64, i64, u32) {
    let number = i64::from(from.year()) * 12 + i64::from(from.month0()) + months;
    let (year, month) = (number.div_euclid(12), number.rem_euclid(12) + 1);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    (year, month, from.day().min(last))
}

fn parts_of(date: Date) -> (i64, i64, u32) {
    (date.year().into(), date.month().into(), date.day())
}

pub fn after_months(date: Date, from: Date, months: u32) -> bool {
    parts_of(date) > months_on(from, months.into())
}

fn before_months(date: Date, from: Date, months: u32) -> bool {
    parts_of(date) < months_on(from, months.into())
}

fn deferral(judged: &Judged<'_>, days: u32) -> Answer {
    let first_due = judged.case.proposal.first_due;
    if first_due.year() < 1910 {
        // A step back may leave the calendar.
        return Answer::Unknown;
    }
    let back = match judged.case.proposal.settlement {
        Settlement::LumpSum | Settlement::OnDates { .. } => 0,
        Settlement::Instalments { frequency, .. } => {
            let every = i64::from(frequency.every());
            match frequency.unit() {
                Unit::Days => every,
                Unit::Weeks => every * 7,
                Unit::Months => {
                    let (year, month, day) = months_on(first_due, -every);
                    let start = Date::from_ymd_opt(
                        i32::try_from(year).unwrap(),
                        u32::try_from(month).unwrap(),
                        day,
                    );
                    days_between(start.unwrap(), first_due)
                }
                Unit::HalfMonths => return Answer::Unknown,
            }
        }
    };
    broken_if(judged.days_to(first_due) - back > days.into())
}

fn all_in(judged: &Judged<'_>, cap: Rate) -> Answer {
    if financed(judged) == 0 {
        return Answer::Silent(Some(Why::NothingFinanced));
    }
    if judged.plan.rows.iter().all(|row| row.interest.is_zero()) {
        return Answer::Met;
    }
    let proposal = &judged.case.proposal;
    let days: i128 = match proposal.basis {
        InterestBasis::Daily(DayCount::Act360) => 360,
        InterestBasis::Daily(DayCount::Act364) => 364,
        _ => 365,
    };
    let own = rounded(
        i128::from(proposal.rate.scaled()) * 365,
        days,
        Rounding::HalfEven,
    );
    if own > cap.scaled() {
        return Answer::Broken;
    }
    match judged.totals.rate_on_balance {
        PlanRate::Found { simple, .. } => beyond_the_calendar(simple, own, cap),
        _ => Answer::Met,
    }
}

/// A rate solved from the payments counts where no calendar explains that it is above the plan's own.
fn beyond_the_calendar(simple: Decimal, own: i64, cap: Rate) -> Answer {
    let steps = (simple * Decimal::from(STEPS)).round();
    let steps = i64::try_from(steps).unwrap().min(Rate::MAX.scaled());
    let unexplained = i128::from(steps) * 100 - i128::from(own) * 125;
    if unexplained.abs() < 200 {
        // Rounded here, and not where it was judged.
        Answer::Unknown
    } else {
        broken_if(unexplained > 0 && steps > cap.scaled())
    }
}

fn arrears(judged: &Judged<'_>, cap: Rate) -> Answer {
    let days = judged.days_past_due();
    let collected = judged.arrears();
    let interest = minor(judged.plan.opening.interest) - minor(judged.plan.waived.interest);
    if days == 0 && collected == interest {
        return Answer::Silent(Some(Why::NotPastDue));
    }
    let principal = i128::from(minor(judged.plan.opening.principal));
    let earned = principal * i128::from(cap.scaled()) * i128::from(days);
    let most = rounded(earned, 365 * STEPS, Rounding::AwayFromZero);
    // Beyond the largest amount nothing can be shown to keep to the limit.
    broken_if(collected > most || most > minor(Money::MAX))
}

fn multiple_band(judged: &Judged<'_>, from: Decimal, to: Decimal) -> Answer {
    let terms = &judged.case.claim.terms;
    let contract = Decimal::from(terms.interest_rate.scaled());
    let rate = match terms.penalty.map(|penalty| penalty.rate) {
        None => return Answer::Silent(Some(Why::NoPenaltyRate)),
        Some(PenaltyRate::Multiple(multiple)) => {
            return broken_if(multiple < from || multiple > to);
        }
        Some(PenaltyRate::Own(_)) if contract.is_zero() => {
            return Answer::Silent(Some(Why::NoPenaltyRate));
        }
        Some(PenaltyRate::Own(rate)) => Decimal::from(rate.scaled()),
    };
    broken_if(rate < from * contract || rate > to * contract)
}
