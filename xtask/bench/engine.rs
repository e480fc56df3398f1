//! F4: how many plans the engine works out a second on one core.
//!
//! Three loops over the same 64 debts, twelve monthly rows each: the bare schedule, the whole plan with every
//! allocation, and the plan with its head figures and every rule judged. The median of several rounds is
//! printed, and the spread beside it, since the machine is shared. A control first: the sums of a
//! known plan must be right, so that nothing is timed that does not work.

use std::hint::black_box;
use std::time::Instant;

use quittance::engine::calendar::{Frequency, parse_date};
use quittance::engine::claim::read_case;
use quittance::engine::claim::{Claim, PerComponent};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::plan::schedule::{Instalment, amortise, periods};
use quittance::engine::plan::{
    Carry, Concessions, DeferralInterest, InterestBasis, Method, Proposal, Settlement, Size,
    lay_out, totals,
};
use quittance::engine::rules::{check, library};
use quittance::samples;

const DEBTS: usize = 64;
const ROUNDS: usize = 15;
const BARE_AIM: u128 = 1_000_000;
const JUDGED_AIM: u128 = 400_000;

fn main() {
    let Some(sample) = samples::by_id("card-cn") else {
        fail("the card sample is gone")
    };
    let Ok(case) = read_case(sample.file) else {
        fail("the card sample cannot be read")
    };
    let Some(statutory) = library::statutory_pack(case.jurisdiction) else {
        fail("no pack")
    };
    let Some(house) = library::house_pack(case.jurisdiction, case.product, case.pack.as_deref())
    else {
        fail("no house pack")
    };
    let packs = [&statutory, &house];
    let debts: Vec<(Claim, Proposal)> = (0..DEBTS).filter_map(|n| debt(&case.claim, n)).collect();
    if debts.len() != DEBTS {
        fail("a debt of the bench is not one");
    }
    control();

    let bare = || {
        for (claim, proposal) in &debts {
            let made = periods(
                claim.as_of,
                proposal.first_due,
                Frequency::MONTHLY,
                12,
                proposal.basis,
            )
            .and_then(|periods| {
                amortise(
                    claim.components().principal,
                    proposal.rate,
                    Method::EqualInstalment,
                    &periods,
                    Instalment::Fitted,
                    proposal.rounding,
                )
            });
            black_box(made.is_ok());
        }
    };
    let allocated = || {
        for (claim, proposal) in &debts {
            black_box(lay_out(claim, proposal).is_ok());
        }
    };
    let judged = || {
        for (claim, proposal) in &debts {
            let Ok(plan) = lay_out(claim, proposal) else {
                fail("a plan of the bench is refused")
            };
            let Ok(head) = totals(claim, proposal, &plan) else {
                fail("no head figures")
            };
            let customer = case.customer.as_ref();
            let verdict = check(
                &packs,
                case.product,
                claim,
                customer,
                proposal,
                &plan,
                &head,
            );
            black_box(verdict.findings.len());
        }
    };
    let works: [(&str, &dyn Fn()); 3] = [
        ("bare", &bare),
        ("allocated", &allocated),
        ("judged", &judged),
    ];
    // For a counter of instructions: one work so many times, and nothing is timed.
    if let [_, only, name, times, ..] = std::env::args().collect::<Vec<_>>().as_slice()
        && only == "only"
    {
        let work = works.iter().find(|(known, _)| known == name);
        let (Some((_, work)), Ok(times)) = (work, times.parse::<u32>()) else {
            fail("only bare|allocated|judged TIMES")
        };
        (0..times).for_each(|_| work());
        return;
    }
    let [bare, plans, judged] = works.map(|(name, work)| per_second(name, work));
    println!(
        "F4: {bare} bare (aim {BARE_AIM}), {plans} allocated, {judged} judged (aim {JUDGED_AIM}) twelve-row plans a second on one core"
    );
    if bare < BARE_AIM || judged < JUDGED_AIM {
        std::process::exit(1);
    }
}

/// One of many different debts, so that no branch is learnt by heart.
fn debt(claim: &Claim, number: usize) -> Option<(Claim, Proposal)> {
    let mut claim = *claim;
    let more = i64::try_from(number).ok()?.checked_mul(12_345)?;
    claim.balances.components.principal = claim
        .components()
        .principal
        .checked_add(Money::from_minor(more).ok()?)
        .ok()?;
    claim.balances.overdue_principal = claim.components().principal;
    let proposal = Proposal {
        concessions: Concessions::NONE,
        down_payment: Money::ZERO,
        settlement: Settlement::Instalments {
            method: Method::EqualInstalment,
            frequency: Frequency::MONTHLY,
            size: Size::Count(12),
            multiple: None,
        },
        first_due: Frequency::MONTHLY.nth_due(claim.as_of, 1).ok()?,
        deferral: DeferralInterest::Accrues,
        carry: PerComponent::all(Carry::Spread),
        rate: Rate::parse_percent("6").ok()?,
        basis: InterestBasis::Periodic,
        rounding: Rounding::HalfUp,
    };
    Some((claim, proposal))
}

/// 100 at 7 % in six months, whole months: 17.01 each and 17.00 at the end (Apache Fineract,
/// `test_dailyInterest` of its instalment calculator).
fn control() {
    let yuan = |text| Money::parse(text, Currency::Cny).ok();
    let table = || {
        let start = parse_date("2024-01-01").ok()?;
        let first = parse_date("2024-02-01").ok()?;
        let periods = periods(start, first, Frequency::MONTHLY, 6, InterestBasis::Periodic).ok()?;
        let rate = Rate::parse_percent("7").ok()?;
        let method = Method::EqualInstalment;
        let rows = amortise(
            yuan("100")?,
            rate,
            method,
            &periods,
            Instalment::Fitted,
            Rounding::HalfUp,
        )
        .ok()?;
        rows.iter()
            .map(|row| row.payment().ok())
            .collect::<Option<Vec<_>>>()
    };
    let expected: Option<Vec<_>> = ["17.01", "17.01", "17.01", "17.01", "17.01", "17.00"]
        .into_iter()
        .map(yuan)
        .collect();
    if table().is_none() || table() != expected {
        fail("the control table is wrong: nothing was timed");
    }
}

/// Runs of the loop a second times the debts in it: the median of the rounds.
fn per_second(name: &str, work: impl Fn()) -> u128 {
    let mut rounds: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            let mut loops: u128 = 0;
            while began.elapsed().as_millis() < 100 {
                work();
                loops += 1;
            }
            loops * DEBTS as u128 * 1_000_000_000 / began.elapsed().as_nanos().max(1)
        })
        .collect();
    rounds.sort_unstable();
    let at = |place: usize| rounds.get(place).copied().unwrap_or(0);
    let median = at(ROUNDS / 2);
    println!(
        "{name}: {median} a second (median of {ROUNDS}; {} to {})",
        at(0),
        at(ROUNDS - 1)
    );
    median
}

fn fail(why: &str) -> ! {
    eprintln!("{why}");
    std::process::exit(2);
}
