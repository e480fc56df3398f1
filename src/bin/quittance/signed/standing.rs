//! What a text holds, as answers show it.

use quittance::engine::calendar::{Date, format_date};
use quittance::engine::money::Currency;
use quittance::engine::rules::Role;
use quittance::share::signed::{
    Acceptance, Approval, Kind, Menu, Offered, Offering, Ring, Signed, Signer, State, Withdrawal,
    read_objects,
};
use quittance::share::{Opened, TermsId, Verified};
use schemars::JsonSchema;
use serde::Serialize;

use super::doubt::Told;
use super::hex;
use super::parties::By;
use crate::values::{Day, DecimalText};

/// One plan of an offer, worked out here.
#[derive(Serialize, JsonSchema)]
pub struct Figures {
    /// The id of its terms.
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    borrower: String,
    account: String,
    creditor: String,
    currency: &'static str,
    /// The day for which the debt is stated.
    as_of: Day,
    /// The last day on which it can be accepted.
    expires_on: Day,
    /// Owed on the as-of date.
    owed: DecimalText,
    waived: DecimalText,
    /// Everything paid, down payment included.
    paid: DecimalText,
    /// How many payments.
    count: u32,
    first_date: Day,
    last_date: Day,
    /// Who must approve before it holds, as the offer itself says.
    #[serde(skip_serializing_if = "Option::is_none")]
    approval: Option<&'static str>,
    /// Whether it is a sample.
    sample: bool,
}

/// Where an offer stands on the day of the question.
#[derive(Serialize, JsonSchema)]
pub struct Stands {
    /// `offered`, `awaiting-approval`, `approved`, `accepted`, `withdrawn` or `expired`.
    name: &'static str,
    /// The last day on which it can or could be accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    /// The day of the acceptance or the withdrawal.
    #[serde(skip_serializing_if = "Option::is_none")]
    on: Option<Day>,
    /// Which option was accepted.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    /// Who must approve.
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
}

/// What was answered to an offer.
#[derive(Serialize, JsonSchema)]
pub struct Answered {
    /// The offer, menu or option that it speaks of.
    of: String,
    /// Its day, as whoever made it says.
    on: Day,
    /// The last day on which the borrower can accept under an approval.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<Day>,
    /// Who is asked to approve.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<&'static str>,
    /// Why, or a note, or where a recording is kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    words: Option<String>,
    /// Who signed it; nobody where it came from the borrower's own device.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<By>,
}

impl Figures {
    /// The figures of an offer.
    pub fn of(opened: &Opened, id: Option<TermsId>, approval: Option<&'static str>) -> Self {
        let (offer, worked) = (&opened.offer, &opened.worked);
        let digits = offer.claim.currency.minor_digits();
        let totals = &worked.totals;
        Self {
            id: id.map(|id| hex::digits(id.bytes())),
            borrower: offer.parties.borrower.clone(),
            account: offer.parties.account.clone(),
            creditor: offer.parties.creditor.name.clone(),
            currency: offer.claim.currency.code(),
            as_of: Day(offer.claim.as_of),
            expires_on: Day(offer.expires_on),
            owed: DecimalText::of(worked.plan.opening.total().unwrap_or_default(), digits),
            waived: DecimalText::of(totals.waived, digits),
            paid: DecimalText::of(totals.paid, digits),
            count: totals.count,
            first_date: Day(totals.first_date),
            last_date: Day(totals.last_date),
            approval,
            sample: offer.sample,
        }
    }

    /// The figures of everything offered.
    pub fn all(offered: &Offered) -> Vec<Self> {
        offered
            .options
            .iter()
            .map(|option| {
                Self::of(
                    &option.opened,
                    Some(option.id),
                    option.approval.map(Role::code),
                )
            })
            .collect()
    }
}

impl Stands {
    /// Where something offered stands on a day.
    pub fn of(offered: &Offered, today: Date) -> Self {
        let bare = |name| Self {
            name,
            until: None,
            on: None,
            of: None,
            role: None,
        };
        let until = |name, day| Self {
            until: Some(Day(day)),
            ..bare(name)
        };
        match offered.state(today) {
            State::Offered { until: day } => until("offered", day),
            State::Approved { until: day } => until("approved", day),
            State::Expired { until: day } => until("expired", day),
            State::AwaitingApproval(role) => Self {
                role: Some(role.code()),
                ..bare("awaiting-approval")
            },
            State::Accepted { on, of } => Self {
                on: Some(Day(on)),
                of: Some(hex::digits(of.bytes())),
                ..bare("accepted")
            },
            State::Withdrawn { on } => Self {
                on: Some(Day(on)),
                ..bare("withdrawn")
            },
        }
    }

    /// In half a sentence.
    pub fn words(offered: &Offered, today: Date) -> String {
        match offered.state(today) {
            State::Offered { until } => {
                format!("it can be accepted until {}", format_date(until))
            }
            State::Approved { until } => format!(
                "it was approved and can be accepted until {}",
                format_date(until)
            ),
            State::Expired { until } => {
                format!("it could be accepted until {}", format_date(until))
            }
            State::AwaitingApproval(role) => {
                format!("it does not hold until a {} approves it", role.code())
            }
            State::Accepted { on, .. } => {
                format!(
                    "it was accepted on {}, as the acceptance says",
                    format_date(on)
                )
            }
            State::Withdrawn { on } => format!("it was withdrawn from {} on", format_date(on)),
        }
    }
}

impl Answered {
    fn of(of: TermsId, on: Date, words: Option<&String>, by: Option<&Signer>) -> Self {
        Self {
            of: hex::digits(of.bytes()),
            on: Day(on),
            until: None,
            asked: None,
            words: words.cloned(),
            by: by.map(By::of),
        }
    }

    pub fn approval(approval: &Approval, by: &Signer) -> Self {
        Self {
            until: Some(Day(approval.until)),
            ..Self::of(approval.of, approval.on, Some(&approval.reason), Some(by))
        }
    }

    pub fn request(
        of: TermsId,
        on: Date,
        asked: &'static str,
        note: Option<&String>,
        by: &Signer,
    ) -> Self {
        Self {
            asked: Some(asked),
            ..Self::of(of, on, note, Some(by))
        }
    }

    pub fn acceptance(acceptance: &Acceptance, by: Option<&Signer>) -> Self {
        Self::of(
            acceptance.of,
            acceptance.on,
            acceptance.recording.as_ref(),
            by,
        )
    }

    pub fn withdrawal(withdrawal: &Withdrawal, by: &Signer) -> Self {
        Self::of(
            withdrawal.of,
            withdrawal.on,
            withdrawal.reason.as_ref(),
            Some(by),
        )
    }
}

/// That a plan comes to other figures here than its maker stated: such a text never stands.
pub fn other_figures(signed: &Signed) -> Option<Told> {
    let opened: Vec<&Opened> = match signed {
        Signed::Offered(offered) | Signed::Request { about: offered, .. } => offered
            .options
            .iter()
            .map(|option| &option.opened)
            .collect(),
        Signed::Counter { wish, .. } => vec![wish],
        _ => Vec::new(),
    };
    opened.into_iter().find_map(differing)
}

/// That one plan comes to other figures here.
pub fn differing(opened: &Opened) -> Option<Told> {
    let Verified::OtherFigures {
        paid_in_link,
        paid_here,
    } = opened.verified
    else {
        return None;
    };
    let digits = opened.offer.claim.currency.minor_digits();
    Some(Told::new(
        "other-figures",
        [
            ("stated", paid_in_link.to_decimal_string_with(digits)),
            ("here", paid_here.to_decimal_string_with(digits)),
        ],
        "Its plan comes to other figures here than its maker stated: ask its maker which are right.",
    ))
}

/// The currency of what a text offers, read without trusting anything in it.
pub fn currency_of(text: &str, ring: &Ring) -> Option<Currency> {
    let directory = &|id| ring.creditor(id);
    let bundle = read_objects(text).ok()?;
    bundle.objects().iter().find_map(|object| {
        let offering = match object.kind {
            Kind::Offer => Offering::decode(&object.payload, directory).ok()?,
            Kind::Menu => Menu::decode(&object.payload, directory)
                .ok()?
                .options()
                .first()?
                .clone(),
            _ => return None,
        };
        Some(offering.offer.claim.currency)
    })
}
