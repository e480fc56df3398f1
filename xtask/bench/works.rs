//! What is timed: the same 64 debts for every work, on this machine and in WebAssembly.

use std::hint::black_box;

use quittance::engine::calendar::{Date, DayCount, Frequency};
use quittance::engine::claim::{Case, Claim, PerComponent, read_case};
use quittance::engine::money::{Money, Rate, Rounding};
use quittance::engine::plan::schedule::{Instalment, amortise, periods};
use quittance::engine::plan::{
    Carry, Concessions, DatedFlow, DeferralInterest, InterestBasis, Method, PerYear, Proposal,
    Relief, Repayment, Settlement, Size, dated_rate, lay_out, periodic_rate, totals,
};
use quittance::engine::rules::{OfferTerms, Pack, Situation, check_in_passing, library};
use quittance::samples;

/// How many debts a work goes through.
pub const DEBTS: u32 = 64;

/// The debts, and all that is needed to judge a plan for them.
pub struct Works {
    case: Case,
    packs: [Pack; 2],
    debts: Vec<(Claim, Proposal)>,
    flows: Vec<Vec<DatedFlow>>,
}

impl Works {
    /// Debts of so many monthly instalments; `None` if the sample or its packs are gone.
    pub fn new(rows: u32) -> Option<Self> {
        let case = read_case(samples::by_id("card-cn")?.file).ok()?;
        let packs = [
            library::statutory_pack(case.jurisdiction)?,
            library::house_pack(case.jurisdiction, case.product, case.pack.as_deref())?,
        ];
        let debts: Vec<_> = (0..DEBTS)
            .map(|number| debt(&case.claim, number, rows))
            .collect::<Option<_>>()?;
        let flows = debts.iter().map(flows).collect::<Option<_>>()?;
        Some(Self {
            case,
            packs,
            debts,
            flows,
        })
    }

    /// The bare schedule: dates and rows of one balance.
    pub fn bare(&self) -> Option<()> {
        for (claim, proposal) in &self.debts {
            let Settlement::Instalments {
                size: Size::Count(count),
                ..
            } = proposal.settlement
            else {
                return None;
            };
            let (from, first) = (claim.as_of, proposal.first_due);
            let basis = proposal.basis;
            let periods = periods(from, first, Frequency::MONTHLY, count, basis).ok()?;
            let rows = amortise(
                claim.components().principal,
                proposal.rate,
                Method::EqualInstalment,
                &periods,
                Instalment::Fitted,
                proposal.rounding,
            );
            black_box(rows.ok()?);
        }
        Some(())
    }

    /// The whole plan with every allocation.
    pub fn allocated(&self) -> Option<()> {
        for (claim, proposal) in &self.debts {
            black_box(lay_out(claim, proposal).ok()?);
        }
        Some(())
    }

    /// The plan with its head figures and every rule judged.
    pub fn judged(&self) -> Option<()> {
        let [statutory, house] = &self.packs;
        for (claim, proposal) in &self.debts {
            let plan = lay_out(claim, proposal).ok()?;
            let head = totals(claim, proposal, &plan).ok()?;
            let offer = OfferTerms::of(&house.defaults);
            black_box(check_in_passing(
                &[statutory, house],
                &Situation::of_case(&self.case, claim, offer),
                proposal,
                &plan,
                &head,
            ));
        }
        Some(())
    }

    /// The rate a period of each debt's payments.
    pub fn periodic_rates(&self) -> Option<()> {
        let monthly = PerYear::of(Frequency::MONTHLY);
        for flows in &self.flows {
            let amounts: Vec<Money> = flows.iter().map(|flow| flow.amount).collect();
            black_box(periodic_rate(&amounts, monthly));
        }
        Some(())
    }

    /// The yearly rate of each debt's payments on their dates.
    pub fn dated_rates(&self) -> Option<()> {
        for flows in &self.flows {
            black_box(dated_rate(flows, DayCount::Act365Fixed).ok()?);
        }
        Some(())
    }

    /// The rate a period of the first debt, and its yearly rate by dates, in per cent: for a comparison with others.
    pub fn first_rates(&self) -> Option<[String; 2]> {
        let flows = self.flows.first()?;
        let amounts: Vec<Money> = flows.iter().map(|flow| flow.amount).collect();
        let monthly = periodic_rate(&amounts, PerYear::of(Frequency::MONTHLY));
        let dated = dated_rate(flows, DayCount::Act365Fixed).ok()?;
        let text = |rate: rust_decimal::Decimal| rate.round_dp(12).normalize().to_string();
        Some([
            text(monthly.only()?.periodic),
            text(dated.only()?.effective?),
        ])
    }

    /// The principals in minor units, and the first debt's payments: what others are given to do the same.
    pub fn tables(&self) -> Option<String> {
        let principals: Vec<String> = self
            .debts
            .iter()
            .map(|(claim, _)| claim.components().principal.minor().to_string())
            .collect();
        let payments: Vec<String> = self
            .flows
            .iter()
            .map(|flows| {
                let amounts: Vec<String> = flows
                    .iter()
                    .map(|flow| flow.amount.minor().to_string())
                    .collect();
                format!("[{}]", amounts.join(","))
            })
            .collect();
        let dates: Vec<String> = self
            .flows
            .first()?
            .iter()
            .map(|flow| format!("\"{}\"", flow.date))
            .collect();
        Some(format!(
            "{{\"principals\":[{}],\"flows\":[{}],\"dates\":[{}]}}",
            principals.join(","),
            payments.join(","),
            dates.join(",")
        ))
    }
}

/// One of many different debts, so that no branch is learnt by heart.
fn debt(claim: &Claim, number: u32, rows: u32) -> Option<(Claim, Proposal)> {
    let mut claim = *claim;
    let more = i64::from(number).checked_mul(12_345)?;
    let principal = claim.components().principal;
    claim.balances.components.principal =
        principal.checked_add(Money::from_minor(more).ok()?).ok()?;
    claim.balances.overdue_principal = claim.components().principal;
    let proposal = Proposal {
        concessions: Concessions::NONE,
        down_payment: Money::ZERO,
        settlement: Settlement::Instalments {
            repayment: Repayment::EqualInstalment,
            frequency: Frequency::MONTHLY,
            size: Size::Count(rows),
            multiple: None,
        },
        first_due: Frequency::MONTHLY.nth_due(claim.as_of, 1).ok()?,
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::parse_percent("6").ok()?,
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
        relief: Relief::default(),
    };
    Some((claim, proposal))
}

/// What is owed, and the payments that settle it.
fn flows((claim, proposal): &(Claim, Proposal)) -> Option<Vec<DatedFlow>> {
    let flow = |date: Date, amount: Money| DatedFlow { date, amount };
    let owed = claim.components().total().ok()?;
    let mut flows = vec![flow(claim.as_of, owed.checked_neg().ok()?)];
    for row in lay_out(claim, proposal).ok()?.rows {
        flows.push(flow(row.date, row.paid.total().ok()?));
    }
    Some(flows)
}
