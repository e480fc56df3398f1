//! What `quittance plan` answers.

use quittance::agreement::Worked;
use quittance::engine::claim::{Case, Claim, Components};
use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{self, Keeping, PlanRate, PlanRow, RowKind, Totals};
use quittance::engine::rules::Verdict;
use schemars::JsonSchema;
use serde::Serialize;

use crate::amounts::Parts;
use crate::values::{Day, DecimalText};
use crate::verdict::Judged;

/// A plan: `opening + interest = waived + paid` over all rows, and nothing is left.
#[derive(Serialize, JsonSchema)]
pub struct Answer {
    /// Penalty interest that the stated balances hold and that is not owed, as a debit failed on the lender's side: taken
    /// out before anything else, and no concession. Only where there is some.
    #[serde(skip_serializing_if = "Option::is_none")]
    not_owed: Option<NotOwed>,
    /// Owed on the as-of date.
    opening: Parts,
    /// Given up by the end of the plan.
    waived: Parts,
    /// Moved to principal before the schedule.
    capitalised: Parts,
    /// Every payment, and every stretch of interest before the first.
    rows: Vec<Row>,
    /// Head figures.
    totals: Head,
    /// What is owed if payments stop, for every payment that can be the first one missed.
    if_payments_stop: Vec<Broken>,
    /// What the rules say.
    verdict: Judged,
    /// How the plan stands, where payments that arrived were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    standing: Option<Standing>,
}

/// Penalty interest that is not owed.
#[derive(Serialize, JsonSchema)]
struct NotOwed {
    penalty: DecimalText,
    /// The days on which the lender did not collect although the money was there.
    failed_debits: Vec<Day>,
}

/// How a plan stands on a day.
#[derive(Serialize, JsonSchema)]
pub struct Standing {
    /// `kept`, `in-grace`, `cure-offered`, `ended` or `completed`.
    state: &'static str,
    /// The day of the next payment that is not covered yet, where the plan is kept.
    next: Option<Day>,
    /// The last day in time, in grace and for a cure.
    until: Option<Day>,
    /// What is still to be paid by then.
    short: Option<DecimalText>,
    /// How many payments in a row were missed, for a cure.
    missed: Option<u32>,
    /// The day on which the plan ended, or was completed.
    on: Option<Day>,
    /// The due date of the first of the payments missed, where the plan ended.
    missed_since: Option<Day>,
}

#[derive(Serialize, JsonSchema)]
struct Row {
    /// `down-payment`, `deferral`, `instalment` or `lump-sum`.
    kind: &'static str,
    date: Day,
    /// Interest since the row before.
    interest: DecimalText,
    /// The payment by component.
    paid: Parts,
    /// What is left to pay.
    closing: Parts,
}

#[derive(Serialize, JsonSchema)]
struct Head {
    due_now: DecimalText,
    /// The first instalment.
    instalment: Option<DecimalText>,
    last_payment: DecimalText,
    count: u32,
    first_date: Day,
    last_date: Day,
    paid: DecimalText,
    waived: DecimalText,
    interest: DecimalText,
    /// What would be owed on the last date if nothing were paid.
    owed_if_nothing_paid: DecimalText,
    /// Paid less that.
    cost_against_nothing: DecimalText,
    /// Yearly rate on everything owed today.
    rate_on_claim: Yearly,
    /// Yearly rate on what concessions leave.
    rate_on_balance: Yearly,
}

/// A yearly rate in per cent.
#[derive(Serialize, JsonSchema)]
struct Yearly {
    /// `found`, `below-zero` or `none`.
    answer: &'static str,
    /// Periodic rate times periods of a year.
    simple_pct: Option<String>,
    /// Compounded over a year.
    effective_pct: Option<String>,
}

#[derive(Serialize, JsonSchema)]
struct Broken {
    /// After how many payments.
    after: u32,
    on: Day,
    paid: DecimalText,
    /// Of what had been given up, what is given up for good.
    vested: Parts,
    /// Of what had been given up, what is owed again.
    revived: DecimalText,
    /// What accrued since the as-of date.
    accrued: Parts,
    owed: Parts,
    /// What was paid beyond everything owed, to be returned.
    excess: DecimalText,
}

impl Answer {
    /// The answer for a plan and its verdict.
    pub fn of(
        case: &Case,
        claim: &Claim,
        worked: &Worked,
        verdict: &Verdict,
        standing: Option<Standing>,
    ) -> Self {
        let currency = claim.currency;
        let parts = |amounts| parts(amounts, currency);
        Self {
            not_owed: NotOwed::of(case),
            opening: parts(&worked.plan.opening),
            waived: parts(&worked.plan.waived),
            capitalised: parts(&worked.plan.capitalised),
            rows: worked
                .plan
                .rows
                .iter()
                .map(|row| Row::of(row, currency))
                .collect(),
            totals: Head::of(&worked.totals, currency),
            if_payments_stop: worked
                .stops
                .iter()
                .map(|stop| Broken::of(stop, currency))
                .collect(),
            verdict: Judged::of(verdict, currency),
            standing,
        }
    }

    /// The sentences of the rules that refuse.
    pub fn reasons(&self) -> Vec<String> {
        self.verdict.refusals()
    }
}

fn text(amount: Money, currency: Currency) -> DecimalText {
    DecimalText::of(amount, currency.minor_digits())
}

fn parts(amounts: &Components, currency: Currency) -> Parts {
    Parts::of(amounts, currency.minor_digits())
}

impl NotOwed {
    fn of(case: &Case) -> Option<Self> {
        let debits = case.circumstances.failed_debits.iter();
        case.penalty_not_owed.is_positive().then(|| Self {
            penalty: text(case.penalty_not_owed, case.claim.currency),
            failed_debits: debits.map(|debit| Day(debit.on)).collect(),
        })
    }
}

impl Row {
    fn of(row: &PlanRow, currency: Currency) -> Self {
        Self {
            kind: match row.kind {
                RowKind::DownPayment => "down-payment",
                RowKind::Deferral => "deferral",
                RowKind::Instalment => "instalment",
                RowKind::LumpSum => "lump-sum",
            },
            date: Day(row.date),
            interest: text(row.interest, currency),
            paid: parts(&row.paid, currency),
            closing: parts(&row.closing, currency),
        }
    }
}

impl Head {
    fn of(totals: &Totals, currency: Currency) -> Self {
        let money = |amount| text(amount, currency);
        Self {
            due_now: money(totals.due_now),
            instalment: totals.instalment.map(money),
            last_payment: money(totals.last_payment),
            count: totals.count,
            first_date: Day(totals.first_date),
            last_date: Day(totals.last_date),
            paid: money(totals.paid),
            waived: money(totals.waived),
            interest: money(totals.interest),
            owed_if_nothing_paid: money(totals.owed_if_nothing_paid),
            cost_against_nothing: money(totals.cost_against_nothing),
            rate_on_claim: Yearly::of(totals.rate_on_claim),
            rate_on_balance: Yearly::of(totals.rate_on_balance),
        }
    }
}

impl Yearly {
    fn of(rate: PlanRate) -> Self {
        let percent = |fraction: rust_decimal::Decimal| {
            fraction
                .checked_mul(rust_decimal::Decimal::ONE_HUNDRED)
                .map(|percent| percent.round_dp(10).normalize().to_string())
        };
        match rate {
            PlanRate::Found { simple, effective } => Self {
                answer: "found",
                simple_pct: percent(simple),
                effective_pct: percent(effective),
            },
            PlanRate::BelowZero { simple } => Self {
                answer: "below-zero",
                simple_pct: percent(simple),
                effective_pct: None,
            },
            PlanRate::None => Self {
                answer: "none",
                simple_pct: None,
                effective_pct: None,
            },
        }
    }
}

impl Broken {
    fn of(stop: &plan::Broken, currency: Currency) -> Self {
        // The waiver's own total was worked out before: a part of it fits.
        let revived = stop.revived.total().unwrap_or(Money::ZERO);
        Self {
            after: stop.after,
            on: Day(stop.on),
            paid: text(stop.paid, currency),
            vested: parts(&stop.vested, currency),
            revived: text(revived, currency),
            accrued: parts(&stop.accrued, currency),
            owed: parts(&stop.balances.components, currency),
            excess: text(stop.excess, currency),
        }
    }
}

impl Standing {
    /// How a plan stands.
    pub fn of(keeping: Keeping, currency: Currency) -> Self {
        let mut standing = Self {
            state: "kept",
            next: None,
            until: None,
            short: None,
            missed: None,
            on: None,
            missed_since: None,
        };
        match keeping {
            Keeping::Kept { next } => standing.next = Some(Day(next)),
            Keeping::InGrace { until, short } => {
                standing.state = "in-grace";
                standing.until = Some(Day(until));
                standing.short = Some(text(short, currency));
            }
            Keeping::CureOffered { missed, short, by } => {
                standing.state = "cure-offered";
                standing.missed = Some(missed);
                standing.short = Some(text(short, currency));
                standing.until = by.map(Day);
            }
            Keeping::Ended { on, missed_since } => {
                standing.state = "ended";
                standing.on = Some(Day(on));
                standing.missed_since = Some(Day(missed_since));
            }
            Keeping::Completed { on } => {
                standing.state = "completed";
                standing.on = Some(Day(on));
            }
        }
        standing
    }
}
