//! What a lender expects of plans, as documents give it and answers show it.

use quittance::engine::claim::Claim;
use quittance::engine::money::Share;
use quittance::engine::negotiate::Prospects;
use quittance::engine::rules::Pack;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::document::BadInput;
use crate::values::DecimalText;

/// What is expected in place of what the packs say.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The effective yearly rate at which later money is discounted, in per cent.
    #[serde(rename = "rate_pct")]
    rate: DecimalText,
    /// How many per cent of the plans kept so far are still kept thirty days on.
    #[serde(rename = "kept_pct")]
    kept: DecimalText,
    /// How many per cent of what is unpaid are recovered without a plan; nothing is set against doing nothing if nothing
    /// is said.
    #[serde(default, rename = "recovers_pct")]
    recovers: Option<DecimalText>,
}

/// What was expected.
#[derive(Serialize, JsonSchema)]
pub struct Shown {
    #[serde(rename = "rate_pct")]
    rate: String,
    #[serde(rename = "kept_pct")]
    kept: String,
    #[serde(rename = "recovers_pct")]
    recovers: Option<String>,
}

/// What a document expects, or else its packs, or else that plans are kept, at the contract's own rate.
pub fn prospects(
    given: Option<&Expected>,
    packs: &[&Pack],
    claim: &Claim,
) -> Result<Prospects, BadInput> {
    let Some(given) = given else {
        return Ok(Prospects::of(packs, claim));
    };
    let share = |field: &str, text: &DecimalText| {
        let at = format!("expectations.{field}");
        Share::parse_percent(&text.0).map_err(|problem| BadInput::value(&at, &text.0, &problem))
    };
    Ok(Prospects {
        rate: given.rate.percent_rate("expectations.rate_pct")?,
        kept: share("kept_pct", &given.kept)?,
        recovers: given
            .recovers
            .as_ref()
            .map(|text| share("recovers_pct", text))
            .transpose()?,
    })
}

impl Shown {
    /// As per cent.
    pub fn of(prospects: &Prospects) -> Self {
        Self {
            rate: prospects.rate.to_percent_string(),
            kept: prospects.kept.to_percent_string(),
            recovers: prospects.recovers.map(Share::to_percent_string),
        }
    }
}
