//! The option of a plan's document.

use std::collections::BTreeMap;

use quittance::engine::calendar::Frequency;
use quittance::engine::claim::{Claim, PerComponent};
use quittance::engine::money::{Money, Rounding, Share};
use quittance::engine::plan::{
    Carry, Concessions, DatedPayment, DeferralInterest, InterestBasis, Milestone, Milestones,
    Proposal, Relief, Repayment, Settlement, Size, Vesting, VestingKind, Waiver, WhileKept,
};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::amounts::{component, waiver};
use crate::document::BadInput;
use crate::repayment::{Minimum, Stepping, Written};
use crate::values::{Day, DecimalText, coded, day_count, frequency, named_or, not_with};

/// What is proposed.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OptionDocument {
    /// `instalments`, `lump-sum`, or `on-dates` for amounts agreed for certain days.
    settlement: String,
    /// `equal-instalment` (if nothing is said), `equal-principal`, `interest-first`, `balloon`, `stepped`, `flat`,
    /// `one-off`, `interest-last`, `minimum-first` or `custom`.
    #[serde(default)]
    method: Option<String>,
    /// `monthly` (if nothing is said), `weekly`, `fortnightly`, `half-monthly`, `every-10-days`, `every-2-months` and so on.
    #[serde(default)]
    frequency: Option<String>,
    /// How many instalments.
    #[serde(default)]
    count: Option<u32>,
    /// How much each time, in place of a count.
    #[serde(default)]
    payment: Option<DecimalText>,
    /// Instalments are rounded up to a multiple of this, and the last one is smaller.
    #[serde(default)]
    multiple: Option<DecimalText>,
    /// Under `balloon`: paid with the last instalment on top of it.
    #[serde(default)]
    balloon: Option<DecimalText>,
    /// Under `stepped`: from one payment to the next.
    #[serde(default)]
    step: Option<Stepping>,
    /// Under `flat`: `equal-parts` (if nothing is said; also `level principal`) or `level-instalment`.
    #[serde(default)]
    flat_principal: Option<String>,
    /// Under `minimum-first`: the smaller payment of the first rows.
    #[serde(default)]
    minimum: Option<Minimum>,
    /// Under `custom`: every payment on the regular days, arrears included.
    #[serde(default)]
    payments: Option<Vec<DecimalText>>,
    /// Under `custom`: whether the last payment is what is left, whatever is given for it; `false` if nothing is said.
    #[serde(default)]
    last_takes_rest: Option<bool>,
    /// Under `on-dates`: whole payments and their days, the earliest first, the first on `first_due`.
    #[serde(default)]
    agreed: Option<Vec<Agreed>>,
    /// Under `on-dates`: the day after them on which whatever is left is paid; none if nothing is said.
    #[serde(default)]
    rest_on: Option<Day>,
    /// When the first instalment, or the lump sum, falls due.
    first_due: Day,
    /// Paid on the as-of date; nothing if nothing is said.
    #[serde(default)]
    down_payment: Option<DecimalText>,
    /// What is given up by component, as an amount (`"100.00"`) or a share of it (`"50%"`).
    #[serde(default)]
    waivers: BTreeMap<String, String>,
    /// What is given up of the rest, as an amount or a share.
    #[serde(default)]
    discount: Option<String>,
    /// When what is given up is given up for good: `on-completion` (if nothing is said), `pro-rata`, `milestones` or
    /// `at-once`.
    #[serde(default)]
    vesting: Option<String>,
    /// Under `milestones`: the steps, each later and larger than the one before.
    #[serde(default)]
    milestones: Option<Vec<Step>>,
    /// What the time of the plan costs if it breaks: `released-on-completion` (if nothing is said: all that the contract
    /// accrues), `accrues-uncharged` (contract interest only), `no-accrual` or `plan-rate`.
    #[serde(default)]
    while_kept: Option<String>,
    /// Interest until the instalments start: `accrues` (if nothing is said), `frozen` or `capitalised`.
    #[serde(default)]
    deferral: Option<String>,
    /// Arrears other than principal, by component: `spread` (if nothing is said), `first` or `capitalised`.
    #[serde(default)]
    carry: BTreeMap<String, String>,
    /// Yearly rate while the plan is kept, in per cent.
    rate_pct: DecimalText,
    /// How time counts for interest: `periodic` (if nothing is said) or a day count such as `act/365f`.
    #[serde(default)]
    basis: Option<String>,
    /// `half-up` (if nothing is said), `half-even`, `toward-zero`, `away-from-zero` and so on.
    #[serde(default)]
    rounding: Option<String>,
}

/// A payment agreed for a day.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Agreed {
    date: Day,
    amount: DecimalText,
}

/// What has vested after so many payments.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Step {
    /// How many payments, the down payment included.
    after: u32,
    /// How many per cent of what is given up has vested by then, earlier steps included.
    pct: DecimalText,
}

/// Where a field of the option stands in the document.
fn place(field: &str) -> String {
    format!("option.{field}")
}

impl OptionDocument {
    /// The proposal, in the currency of a claim.
    pub fn proposal(&self, claim: &Claim) -> Result<Proposal, BadInput> {
        let digits = claim.currency.minor_digits();
        let amount = |field: &str, text: &DecimalText| text.amount(&place(field), digits);
        let mut waivers = PerComponent::all(Waiver::Nothing);
        for (name, text) in &self.waivers {
            let at = place(&format!("waivers.{name}"));
            waivers.set(component(&at, name)?, waiver(&at, text, digits)?);
        }
        let mut carry = PerComponent::all(Carry::Spread);
        for (name, code) in &self.carry {
            let at = place(&format!("carry.{name}"));
            let known = Carry::ALL.map(Carry::code);
            carry.set(
                component(&at, name)?,
                coded(&at, code, &known, Carry::from_code)?,
            );
        }
        Ok(Proposal {
            concessions: Concessions {
                waivers,
                discount: match &self.discount {
                    None => Waiver::Nothing,
                    Some(text) => waiver(&place("discount"), text, digits)?,
                },
            },
            down_payment: match &self.down_payment {
                None => Money::ZERO,
                Some(text) => amount("down_payment", text)?,
            },
            settlement: self.settlement(digits)?,
            first_due: self.first_due.0,
            deferral: named_or(
                &place("deferral"),
                self.deferral.as_deref(),
                &DeferralInterest::ALL.map(DeferralInterest::code),
                DeferralInterest::from_code,
                DeferralInterest::Accrues,
            )?,
            carry,
            rate: self.rate_pct.percent_rate(&place("rate_pct"))?,
            basis: match self.basis.as_deref() {
                None | Some("periodic") => InterestBasis::Periodic,
                Some(code) => InterestBasis::Daily(day_count(&place("basis"), code)?),
            },
            rounding: named_or(
                &place("rounding"),
                self.rounding.as_deref(),
                Rounding::CODES,
                Rounding::from_code,
                Rounding::HalfUp,
            )?,
            relief: Relief {
                while_kept: named_or(
                    &place("while_kept"),
                    self.while_kept.as_deref(),
                    &WhileKept::ALL.map(WhileKept::code),
                    WhileKept::from_code,
                    WhileKept::default(),
                )?,
                vesting: self.vesting()?,
            },
        })
    }

    fn settlement(&self, digits: u32) -> Result<Settlement, BadInput> {
        let of = [
            ("agreed", self.agreed.is_some(), "on-dates"),
            ("rest_on", self.rest_on.is_some(), "on-dates"),
            ("method", self.method.is_some(), "instalments"),
            ("frequency", self.frequency.is_some(), "instalments"),
            ("count", self.count.is_some(), "instalments"),
            ("payment", self.payment.is_some(), "instalments"),
            ("multiple", self.multiple.is_some(), "instalments"),
            ("balloon", self.balloon.is_some(), "instalments"),
            ("step", self.step.is_some(), "instalments"),
            (
                "flat_principal",
                self.flat_principal.is_some(),
                "instalments",
            ),
            ("minimum", self.minimum.is_some(), "instalments"),
            ("payments", self.payments.is_some(), "instalments"),
            (
                "last_takes_rest",
                self.last_takes_rest.is_some(),
                "instalments",
            ),
        ];
        let known = ["lump-sum", "on-dates", "instalments"].contains(&self.settlement.as_str());
        if let Some((field, ..)) = of
            .iter()
            .find(|(_, given, owner)| known && *given && *owner != self.settlement)
        {
            let with = format!("settlement {}", self.settlement);
            return Err(not_with(&place(field), &with));
        }
        match self.settlement.as_str() {
            "lump-sum" => Ok(Settlement::LumpSum),
            "on-dates" => self.on_dates(digits),
            "instalments" => self.instalments(digits),
            other => {
                let problem = "not known: write instalments, lump-sum or on-dates";
                Err(BadInput::value(&place("settlement"), other, problem))
            }
        }
    }

    fn on_dates(&self, digits: u32) -> Result<Settlement, BadInput> {
        let agreed = self.agreed.as_deref().unwrap_or_default();
        let payments = agreed.iter().zip(1_u32..).map(|(payment, number)| {
            let at = place(&format!("agreed.{number}.amount"));
            Ok(DatedPayment {
                date: payment.date.0,
                amount: payment.amount.amount(&at, digits)?,
            })
        });
        Ok(Settlement::OnDates {
            payments: payments.collect::<Result<_, BadInput>>()?,
            rest_on: self.rest_on.map(|day| day.0),
        })
    }

    fn instalments(&self, digits: u32) -> Result<Settlement, BadInput> {
        let amount = |field: &str, text: &DecimalText| text.amount(&place(field), digits);
        let repayment = Written {
            at: "option.",
            digits,
            method: self
                .method
                .as_deref()
                .unwrap_or(Repayment::EqualInstalment.code()),
            balloon: self.balloon.as_ref(),
            step: self.step.as_ref(),
            flat_principal: self.flat_principal.as_deref(),
            minimum: self.minimum.as_ref(),
            payments: self.payments.as_deref(),
            last_takes_rest: self.last_takes_rest,
        }
        .read()?;
        let given = match &repayment {
            Repayment::Custom { payments, .. } => u32::try_from(payments.len()).ok(),
            _ => None,
        };
        let size = match (self.count.or(given), &self.payment) {
            (Some(count), None) => Size::Count(count),
            (None, Some(payment)) => Size::Payment(amount("payment", payment)?),
            _ => {
                let problem = "instalments need a count or a payment, and not both";
                return Err(BadInput::place("option", problem));
            }
        };
        Ok(Settlement::Instalments {
            repayment,
            frequency: match &self.frequency {
                None => Frequency::MONTHLY,
                Some(code) => frequency(&place("frequency"), code)?,
            },
            size,
            multiple: self
                .multiple
                .as_ref()
                .map(|text| amount("multiple", text))
                .transpose()?,
        })
    }

    fn vesting(&self) -> Result<Vesting, BadInput> {
        let kind = named_or(
            &place("vesting"),
            self.vesting.as_deref(),
            &VestingKind::ALL.map(VestingKind::code),
            VestingKind::from_code,
            VestingKind::OnCompletion,
        )?;
        match (kind, &self.milestones) {
            (VestingKind::Milestones, Some(steps)) => milestones(steps).map(Vesting::Milestones),
            (VestingKind::Milestones, None) => Err(BadInput::place(
                &place("milestones"),
                "missing: the way to vest needs them",
            )),
            (kind, Some(_)) => Err(not_with(
                &place("milestones"),
                &format!("vesting {}", kind.code()),
            )),
            (VestingKind::OnCompletion, None) => Ok(Vesting::OnCompletion),
            (VestingKind::ProRata, None) => Ok(Vesting::ProRata),
            (VestingKind::AtOnce, None) => Ok(Vesting::AtOnce),
        }
    }
}

fn milestones(steps: &[Step]) -> Result<Milestones, BadInput> {
    let mut milestones = Vec::with_capacity(steps.len());
    for (step, number) in steps.iter().zip(1_u32..) {
        let at = place(&format!("milestones.{number}.pct"));
        let share = Share::parse_percent(&step.pct.0)
            .map_err(|problem| BadInput::value(&at, &step.pct.0, &problem))?;
        milestones.push(Milestone {
            after: step.after,
            share,
        });
    }
    Milestones::new(milestones).map_err(|error| {
        let number = error.milestone.saturating_add(1);
        let problem = "must be later and larger than the one before";
        BadInput::place(&place(&format!("milestones.{number}")), problem)
    })
}
