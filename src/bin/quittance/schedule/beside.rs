//! What a schedule's contract says beside the way to repay: a down payment, grace, pauses, new rates, whole units.

use quittance::engine::money::{Money, Rounding, Share};
use quittance::engine::plan::schedule::{
    DownPayment, FirstNight, Grace, Multiple, Pause, RateChange, Refit,
};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::document::BadInput;
use crate::schedule::Document;
use crate::schedule::parts::Part;
use crate::schedule::terms::rounding_or;
use crate::values::{named_or, not_with};

impl Document {
    /// The first payment.
    pub fn down_payment(&self, part: &Part, principal: Money) -> Result<DownPayment, BadInput> {
        let amount = self.amount_if("down_payment.amount", part.amount.as_ref())?;
        let at = "down_payment.pct";
        let share = match &part.pct {
            None => None,
            Some(pct) => Some(
                Share::parse_percent(&pct.0)
                    .map_err(|problem| BadInput::value(at, &pct.0, &problem))?,
            ),
        };
        match (amount, share) {
            (Some(amount), _) => {
                // An amount that is no share of the principal is the engine's to refuse.
                let exact = Share::ratio(amount, principal, Rounding::HalfUp);
                match (&part.pct, share.zip(exact)) {
                    (Some(pct), Some((said, exact))) if !is_rounded(said, &pct.0, exact) => {
                        let exact = exact.to_percent_string();
                        let problem = format!("the amount is {exact} per cent of the principal");
                        Err(BadInput::value(at, &pct.0, &problem))
                    }
                    _ => Ok(DownPayment::Amount(amount)),
                }
            }
            (None, Some(share)) => Ok(DownPayment::Part(share)),
            (None, None) => {
                let problem = "it needs an amount or a pct";
                Err(BadInput::place("down_payment", problem))
            }
        }
    }

    /// What the first rows are spared.
    pub fn grace(&self) -> Result<Grace, BadInput> {
        let Some(spared) = &self.grace else {
            return Ok(Grace::NONE);
        };
        Ok(Grace {
            principal: spared.principal,
            interest_payment: spared.interest_payment,
            interest_free: spared.interest_free,
            instalment: refit("grace.instalment", spared.instalment.as_deref())?,
        })
    }

    /// Stretches without interest, one or several.
    pub fn pauses(&self) -> Result<Vec<Pause>, BadInput> {
        let several = self.pauses.as_deref().unwrap_or_default();
        if self.pause.is_some() && self.pauses.is_some() {
            return Err(not_with("pause", "pauses"));
        }
        let placed = several
            .iter()
            .zip(1_u32..)
            .map(|(stretch, place)| (format!("pauses.{place}.instalment"), stretch));
        let one = self.pause.iter();
        one.map(|stretch| ("pause.instalment".to_owned(), stretch))
            .chain(placed)
            .map(|(at, stretch)| {
                Ok(Pause {
                    from: stretch.start.0,
                    to: stretch.end.0,
                    instalment: refit(&at, stretch.instalment.as_deref())?,
                })
            })
            .collect()
    }

    /// New rates.
    pub fn rate_changes(&self) -> Result<Vec<RateChange>, BadInput> {
        let changes = self.rate_changes.iter().flatten();
        changes
            .zip(1_u32..)
            .map(|(change, place)| {
                let at = |field: &str| format!("rate_changes.{place}.{field}");
                let written = change.first_night.as_deref();
                Ok(RateChange {
                    from: change.from.0,
                    first_night: named_or(
                        &at("first_night"),
                        written,
                        FirstNight::CODES,
                        FirstNight::from_code,
                        FirstNight::Begins,
                    )?,
                    annual_rate: change
                        .annual_rate_pct
                        .percent_rate(&at("annual_rate_pct"))?,
                    instalment: refit(&at("instalment"), change.instalment.as_deref())?,
                })
            })
            .collect()
    }

    /// Whole units that instalments are rounded to.
    pub fn multiple(&self, otherwise: Rounding) -> Result<Option<Multiple>, BadInput> {
        let at = "multiple_rounding";
        let rounding = rounding_or(at, self.multiple_rounding.as_deref(), otherwise)?;
        match self.amount_if(
            "instalment_multiple_of",
            self.instalment_multiple_of.as_ref(),
        )? {
            Some(of) => Ok(Some(Multiple { of, rounding })),
            None if self.multiple_rounding.is_some() => {
                Err(BadInput::place(at, "it needs instalment_multiple_of"))
            }
            None => Ok(None),
        }
    }
}

fn refit(at: &str, written: Option<&str>) -> Result<Refit, BadInput> {
    named_or(at, written, Refit::CODES, Refit::from_code, Refit::Kept)
}

/// Whether a share is the exact one, rounded to the decimals of its per cent as written.
fn is_rounded(said: Share, written: &str, exact: Share) -> bool {
    let decimals = written.split_once('.').map_or(0, |(_, part)| part.len());
    let places = u32::try_from(decimals).unwrap_or(u32::MAX);
    let number = |share: Share| Decimal::from_str_exact(&share.to_percent_string()).ok();
    let half_up = RoundingStrategy::MidpointAwayFromZero;
    number(exact).map(|exact| exact.round_dp_with_strategy(places, half_up)) == number(said)
}
