//! One case and one option, judged by a pack.

use super::inspect::law_above;
use crate::agreement::work_out;
use crate::engine::claim::{Case, Claim, read_case};
use crate::engine::fields::FieldError;
use crate::engine::plan::Proposal;
use crate::engine::rules::{
    DeskDefaults, OfferTerms, Pack, Situation, Verdict, check, under_the_law,
};
use crate::samples::{self, Sample};
use crate::ui::model::{Evaluated, Issue, OptionDraft, Refusal};

/// A case under a pack, and under the law above it.
#[derive(Clone, Debug, PartialEq)]
pub struct Trial {
    /// The case.
    pub case: Case,
    /// What is owed, with the ceiling that the rules set over it.
    pub claim: Claim,
    /// The pack of law, where there is one above, and the pack that is tried.
    packs: Vec<Pack>,
    defaults: DeskDefaults,
}

/// Why a case cannot be tried.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrialError {
    /// The case cannot be read.
    Unreadable(FieldError),
    /// The case and the pack are under different laws.
    OtherPlace,
}

/// The samples under the law of a pack: first those that it is written for.
#[must_use]
pub fn samples_for(pack: &Pack) -> Vec<Sample> {
    let mut fitting: Vec<(bool, Sample)> = samples::ALL
        .into_iter()
        .filter_map(|sample| {
            let case = read_case(sample.file).ok()?;
            let here = case.jurisdiction == pack.jurisdiction;
            here.then(|| (!pack.covers(case.product), sample))
        })
        .collect();
    fitting.sort_by_key(|(other, _)| *other);
    fitting.into_iter().map(|(_, sample)| sample).collect()
}

/// Puts a case under a pack. A case that the pack is not written for is tried too: its verdict says so.
///
/// # Errors
/// [`TrialError`]: a case that cannot be read, or one under another law.
pub fn try_case(pack: &Pack, text: &str) -> Result<Trial, TrialError> {
    let case = read_case(text).map_err(TrialError::Unreadable)?;
    if case.jurisdiction != pack.jurisdiction {
        return Err(TrialError::OtherPlace);
    }
    let packs: Vec<Pack> = law_above(pack).into_iter().chain([pack.clone()]).collect();
    let borrowed: Vec<&Pack> = packs.iter().collect();
    let claim = under_the_law(&borrowed, case.product, case.claim);
    Ok(Trial {
        case,
        claim,
        packs,
        defaults: pack.defaults,
    })
}

impl Trial {
    /// The option to start from.
    #[must_use]
    pub fn starting_option(&self) -> OptionDraft {
        OptionDraft::starting(&self.claim, &self.defaults)
    }

    /// Reads an option as it was typed.
    ///
    /// # Errors
    /// Every field that cannot be read.
    pub fn read(&self, option: &OptionDraft) -> Result<Proposal, Refusal> {
        option.read(&self.claim, &self.defaults)
    }

    /// Works an option out and judges it.
    ///
    /// # Errors
    /// Every field that cannot be read, or the one with which no plan can be laid out.
    pub fn judge(&self, option: &OptionDraft) -> Result<Evaluated, Refusal> {
        let proposal = self.read(option)?;
        let worked = work_out(&self.claim, &proposal)
            .map_err(|error| vec![Issue::unplannable(error, option)])?;
        let packs: Vec<&Pack> = self.packs.iter().collect();
        let verdict = check(
            &packs,
            &self.situation(),
            &proposal,
            &worked.plan,
            &worked.totals,
        );
        Ok(Evaluated {
            proposal,
            worked,
            verdict,
        })
    }

    /// What the rules say about a proposal; `None` where no plan can be laid out for it.
    pub(super) fn verdict(&self, proposal: &Proposal) -> Option<Verdict> {
        let worked = work_out(&self.claim, proposal).ok()?;
        let packs: Vec<&Pack> = self.packs.iter().collect();
        Some(check(
            &packs,
            &self.situation(),
            proposal,
            &worked.plan,
            &worked.totals,
        ))
    }

    fn situation(&self) -> Situation<'_> {
        Situation::of_case(&self.case, &self.claim, OfferTerms::of(&self.defaults))
    }
}
