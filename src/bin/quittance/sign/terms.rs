//! An offer to be signed: from a draft, or from a case, an option and the rules, which may refuse it.

use quittance::agreement::{Known, Offer, PackReference, Worked};
use quittance::engine::calendar::{add_days, days_between};
use quittance::engine::claim::Circumstances;
use quittance::engine::rules::{
    Decision, Layer, OfferTerms, Pack, Situation, Verdict, check, pack_by_id, statutory_pack,
};
use quittance::share::signed::{Offering, offering};
use quittance::share::{Opened, decode_offer};
use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

use super::hand::Hand;
use super::{Stop, unwritten};
use crate::asked::Asked;
use crate::document::BadInput;
use crate::option::OptionDocument;
use crate::rule_pack::judging_packs;
use crate::signed::doubt::Told;
use crate::signed::given::approver;
use crate::signed::standing::differing;
use crate::values::Day;
use crate::verdict::Judged;

/// An offer: a draft, or a case and an option for it.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferAsked {
    /// A draft, `q1.….z`. It is judged again by what stands in it; what only the case notes is not judged.
    #[serde(default)]
    draft: Option<String>,
    /// In place of a draft: a case file, or the name of a sample case.
    #[serde(default)]
    case: Option<Value>,
    /// Which balances count, as in `quittance plan`.
    #[serde(default)]
    balances: Option<String>,
    /// The option, as in `quittance plan`.
    #[serde(default)]
    option: Option<OptionDocument>,
    /// The rule packs, as in `quittance plan`; for a draft, if nothing is said, the law of its jurisdiction and the pack
    /// that it names.
    #[serde(default)]
    packs: Option<Vec<Value>>,
    /// The last day on which it can be accepted; as the house pack says if nothing is said. A draft has its own.
    #[serde(default)]
    expires_on: Option<Day>,
    /// Who must approve: `supervisor` or `manager`; whom the rules ask if nothing is said, and never less.
    #[serde(default)]
    approval: Option<String>,
}

/// An offer that may be signed.
pub struct Terms {
    pub offering: Offering,
    pub verdict: Judged,
}

impl OfferAsked {
    /// A draft by itself.
    pub fn draft(text: &str, packs: Option<Vec<Value>>, approval: Option<String>) -> Self {
        Self {
            draft: Some(text.to_owned()),
            packs,
            approval,
            ..Self::default()
        }
    }

    /// The offer, if the rules let somebody make it. A signer of the role that the rules ask needs no approval.
    pub fn terms(&self, at: &str, hand: &Hand<'_>) -> Result<Terms, Stop> {
        let (offer, worked, verdict) = self.judged(at)?;
        let currency = offer.claim.currency;
        let judged = Judged::of(&verdict, currency);
        let needed = match verdict.decision {
            Decision::Refused => {
                return Err(Stop::Refused {
                    reasons: judged.refusals(),
                });
            }
            Decision::NeedsApproval(role) if hand.role().is_none_or(|own| own < role) => Some(role),
            Decision::NeedsApproval(_) | Decision::Allowed => None,
        };
        let wanted = match &self.approval {
            None => None,
            Some(text) => {
                let at = format!("{at}.approval");
                let role = approver(&at, text)?;
                if needed.is_some_and(|needed| role < needed) {
                    let problem = "the rules ask for somebody of a higher role";
                    return Err(BadInput::value(&at, text, problem).into());
                }
                Some(role)
            }
        };
        let offering = offering(&offer, &worked, wanted.or(needed), hand.ring)
            .map_err(|error| BadInput::place(at, &unwritten(&error)))?;
        Ok(Terms {
            offering,
            verdict: judged,
        })
    }

    /// A wish, which no rule judges.
    pub fn wish(&self, at: &str, hand: &Hand<'_>) -> Result<Offering, Stop> {
        let (offer, worked, _) = self.judged(at)?;
        offering(&offer, &worked, None, hand.ring)
            .map_err(|error| BadInput::place(at, &unwritten(&error)).into())
    }

    fn judged(&self, at: &str) -> Result<(Offer, Worked, Verdict), Stop> {
        match (&self.draft, &self.case, &self.option) {
            (Some(draft), None, None) => self.of_draft(at, draft),
            (None, Some(case), Some(option)) => self.of_case(at, case, option),
            _ => {
                let problem = "write a draft, or a case and an option for it";
                Err(BadInput::place(at, problem).into())
            }
        }
    }

    fn of_case(
        &self,
        at: &str,
        case: &Value,
        option: &OptionDocument,
    ) -> Result<(Offer, Worked, Verdict), Stop> {
        let within = |fault: BadInput| fault.within(at);
        let asked =
            Asked::read(case, self.balances.as_deref(), self.packs.as_deref()).map_err(within)?;
        let claim = asked.claim;
        let packs = asked.packs();
        let house = packs
            .iter()
            .find(|pack| pack.layer == Layer::House)
            .or(packs.last())
            .ok_or_else(|| BadInput::place(&format!("{at}.packs"), "at least one is needed"))?;
        let expires_on = match self.expires_on {
            Some(day) => day.0,
            None => {
                add_days(claim.as_of, i64::from(house.defaults.offer_days)).unwrap_or(claim.as_of)
            }
        };
        let offer = Offer {
            sample: asked.case.sample,
            jurisdiction: asked.case.jurisdiction,
            product: asked.case.product,
            parties: asked.case.parties.clone(),
            claim,
            proposal: option.proposal(&claim).map_err(within)?,
            pack: PackReference {
                id: house.id.clone(),
                version: house.version.clone(),
            },
            expires_on,
            cure: house.defaults.cure,
            known: Known::of(&asked.case),
        };
        let situation = Situation::of_case(&asked.case, &claim, terms_of(&offer, at)?);
        let worked = offer
            .work_out()
            .map_err(|error| asked.unplannable("option", &error).within(at))?;
        let verdict = verdict(&packs, &situation, &offer, &worked);
        Ok((offer, worked, verdict))
    }

    fn of_draft(&self, at: &str, draft: &str) -> Result<(Offer, Worked, Verdict), Stop> {
        if self.balances.is_some() || self.expires_on.is_some() {
            let problem = "a draft has its own balances and its own last day";
            return Err(BadInput::place(at, problem).into());
        }
        let opened =
            decode_offer(draft.trim()).map_err(|error| Stop::of(&Told::of(&error.into(), None)))?;
        if let Some(told) = differing(&opened) {
            return Err(Stop::of(&told));
        }
        let Opened { offer, worked, .. } = opened;
        let packs = match &self.packs {
            Some(given) => judging_packs(given, &format!("{at}.packs"))?,
            None => packs_of(&offer, at)?,
        };
        let situation = Situation {
            product: offer.product,
            claim: &offer.claim,
            customer: None,
            circumstances: Circumstances::nothing_noted(),
            offer: terms_of(&offer, at)?,
        };
        let packs: Vec<&Pack> = packs.iter().collect();
        let verdict = verdict(&packs, &situation, &offer, &worked);
        Ok((offer, worked, verdict))
    }
}

fn verdict(packs: &[&Pack], situation: &Situation<'_>, offer: &Offer, worked: &Worked) -> Verdict {
    check(
        packs,
        situation,
        &offer.proposal,
        &worked.plan,
        &worked.totals,
    )
}

/// How it is offered, for the rules about that.
fn terms_of(offer: &Offer, at: &str) -> Result<OfferTerms, BadInput> {
    let open = days_between(offer.claim.as_of, offer.expires_on);
    let open_days = u32::try_from(open).map_err(|_| {
        let problem = "must not be before the day for which the debt is stated";
        BadInput::place(&format!("{at}.expires_on"), problem)
    })?;
    Ok(OfferTerms {
        open_days: Some(open_days),
        grace_days: Some(offer.cure.grace_days),
    })
}

/// The law of a draft's jurisdiction and the very pack that it names.
fn packs_of(offer: &Offer, at: &str) -> Result<Vec<Pack>, BadInput> {
    let named = &offer.pack;
    let house = pack_by_id(&named.id).filter(|pack| pack.version == named.version);
    if let (Some(law), Some(house)) = (statutory_pack(offer.jurisdiction), house) {
        return Ok(vec![law, house]);
    }
    let problem = format!(
        "the draft was judged by {} {}, which is not part of this program: give the packs",
        named.id, named.version
    );
    Err(BadInput::place(&format!("{at}.packs"), &problem))
}
