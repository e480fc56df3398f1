//! One case after another, each drawn from its seed and number alone, checked and counted.

use crate::boundaries::note_boundaries;
use crate::dice::Dice;
use crate::draw::{Case, rules};
use crate::hold::{
    Held, breakage, concessions, conservation, instalments, links, payments, refusals, relief,
    tracking, verdicts,
};
use crate::judged::Judged;
use crate::seen::{note_options, note_ways};
use crate::tally::{Group, Tally};
use quittance::agreement::{Worked, work_out};
use quittance::engine::plan::PlanError;
use quittance::engine::rules::Outcome;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Which cases to try. Chosen by the environment, so that a long run can be cut into shards.
#[derive(Clone, Copy, Debug)]
pub struct Shard {
    pub seed: u64,
    pub first: u64,
    pub cases: u64,
}

/// What came of a shard.
#[derive(Debug, Default)]
pub struct Outcomes {
    pub tally: Tally,
    pub laid_out: u64,
    pub refused: u64,
    pub violations: u64,
    /// The first few of them, worded.
    pub examples: Vec<String>,
}

const MOST_EXAMPLES: usize = 5;

impl Outcomes {
    fn violated(&mut self, what: String) {
        self.violations += 1;
        if self.examples.len() < MOST_EXAMPLES {
            self.examples.push(what);
        }
    }

    fn add(&mut self, other: Self) {
        self.tally.add(&other.tally);
        self.laid_out += other.laid_out;
        self.refused += other.refused;
        self.violations += other.violations;
        self.examples.extend(other.examples);
        self.examples.truncate(MOST_EXAMPLES);
    }
}

/// Tries every case of a shard on so many threads.
pub fn run(shard: Shard, threads: u64) -> Outcomes {
    let mut all = Outcomes::default();
    std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|thread| {
                scope.spawn(move || {
                    let mut outcomes = Outcomes::default();
                    let numbers = shard.first..shard.first + shard.cases;
                    for number in numbers.filter(|number| number % threads == thread) {
                        attempt(shard.seed, number, &mut outcomes);
                    }
                    outcomes
                })
            })
            .collect();
        for worker in workers {
            all.add(worker.join().unwrap());
        }
    });
    all
}

/// One case; a panic in it is a violation like any other.
fn attempt(seed: u64, number: u64, outcomes: &mut Outcomes) {
    let tried = catch_unwind(AssertUnwindSafe(|| one(seed, number, outcomes)));
    let wrong = match tried {
        Ok(Ok(())) => return,
        Ok(Err(wrong)) => wrong,
        Err(_) => "a panic; its words stand above".to_owned(),
    };
    let case = Case::draw(&mut Dice::of_case(seed, number));
    outcomes.violated(format!("seed {seed} case {number}: {wrong}\n{case:#?}"));
}

fn one(seed: u64, number: u64, outcomes: &mut Outcomes) -> Held {
    let mut dice = Dice::of_case(seed, number);
    let case = Case::draw(&mut dice);
    note_boundaries(&mut outcomes.tally, &case);
    match work_out(&case.claim, &case.proposal) {
        Ok(_) if case.flawed => Err("a term out of place was taken".to_owned()),
        Ok(worked) => {
            outcomes.laid_out += 1;
            note_options(&mut outcomes.tally, &case);
            note_ways(&mut outcomes.tally, &case);
            every_law(&mut dice, &case, &worked, &mut outcomes.tally)
        }
        Err(error) => {
            outcomes.refused += 1;
            let name = refusal_name(error);
            outcomes.tally.note(Group::Refused, name);
            // Before the term out of place is come to, a day or an amount may be beyond its range.
            let by_name = [
                case.refused_as.unwrap_or(name),
                BEYOND_DATES,
                BEYOND_AMOUNTS,
            ];
            if !by_name.contains(&name) {
                return Err(format!(
                    "refused by another name than {:?}: {error:?}",
                    case.refused_as
                ));
            }
            refusals::check(&case, error)
        }
    }
}

/// What holds of the rows alone.
pub fn laws_of_rows(judged: &Judged<'_>) -> Held {
    concessions::check(judged)?;
    conservation::check(judged)?;
    instalments::check(judged)?;
    breakage::check(judged)
}

/// Every check of a case that was laid out.
pub fn every_law(dice: &mut Dice, case: &Case, worked: &Worked, tally: &mut Tally) -> Held {
    let judged = Judged {
        case,
        plan: &worked.plan,
        totals: &worked.totals,
        stops: &worked.stops,
    };
    laws_of_rows(&judged)?;
    let packs = rules::packs(dice, &judged);
    let verdict = verdicts::verdict(&judged, &packs);
    verdicts::check(&judged, &packs, &verdict)?;
    for finding in &verdict.findings {
        let group = match finding.outcome {
            Outcome::Met { .. } => Group::Met,
            Outcome::Broken { .. } => Group::Broken,
            Outcome::DoesNotApply { .. } => Group::Silent,
        };
        tally.note(group, finding.kind().code());
    }
    verdicts::looser_never_refuses(dice, &judged, &packs, &verdict)?;
    tally.note(Group::Relation, "looser packs");
    // The dearer relations are tried on a share of the cases, which the printed counts state.
    if dice.once_in(8) {
        tally.note(Group::Relation, "worked out twice alike");
        let again = work_out(&case.claim, &case.proposal);
        if again.as_ref() != Ok(worked) {
            return Err(format!("worked out again it is {again:?}"));
        }
    }
    if dice.once_in(8) && payments::check(dice, case)? {
        tally.note(Group::Relation, "larger payments");
    }
    if dice.once_in(8) && relief::check(dice, &judged)? {
        tally.note(Group::Relation, "broken under relief");
    }
    if dice.once_in(8) {
        links::check(dice, case, worked)?;
        tally.note(Group::Relation, "links there and back");
    }
    if dice.once_in(8) {
        tracking::as_planned(dice, &judged)?;
        tracking::at_random(dice, &judged)?;
        tally.note(Group::Relation, "payments really made");
    }
    Ok(())
}

const BEYOND_AMOUNTS: &str = "amount out of range";
const BEYOND_DATES: &str = "date out of range";

const fn refusal_name(error: PlanError) -> &'static str {
    match error {
        PlanError::WaiverAboveComponent { .. } => "waiver above component",
        PlanError::DiscountAboveTotal { .. } => "discount above total",
        PlanError::DownPaymentAboveBalance { .. } => "down payment above balance",
        PlanError::FirstDueBeforeAsOf { .. } => "first due before as-of",
        PlanError::PaymentTooSmall { .. } => "payment too small",
        PlanError::CountOutOfRange { .. } => "count out of range",
        PlanError::NeedsEqualInstalments => "needs equal instalments",
        PlanError::MultipleNotPositive => "multiple not positive",
        PlanError::MultipleShortensPlan { .. } => "multiple shortens plan",
        PlanError::BalloonAbovePrincipal { .. } => "balloon above principal",
        PlanError::StepOutOfRange => "step out of range",
        PlanError::RowsOutOfRange { .. } => "rows out of range",
        PlanError::RowBelowInterest { .. } => "row below interest",
        PlanError::SettledEarly { .. } => "settled early",
        PlanError::PaymentsForRows { .. } => "payments for rows",
        PlanError::PaymentNotPositive { .. } => "payment not positive",
        PlanError::PaymentsDoNotAddUp { .. } => "payments do not add up",
        PlanError::FirstBelowArrears { .. } => "first below arrears",
        PlanError::DaysOutOfOrder { .. } => "days out of order",
        PlanError::Amount(_) => BEYOND_AMOUNTS,
        PlanError::Date(_) => BEYOND_DATES,
        PlanError::Accrual => "accrual out of range",
    }
}
