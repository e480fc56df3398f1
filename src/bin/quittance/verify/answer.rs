//! What `quittance verify` answers.

use quittance::engine::calendar::{Date, format_date};
use quittance::share::decode_offer;
use quittance::share::signed::{Lender, Offered, PublicKey, Ring, Signed};
use schemars::JsonSchema;
use serde::Serialize;

use crate::signed::doubt::Told;
use crate::signed::hex;
use crate::signed::parties::{By, Entry};
use crate::signed::standing::{Answered, Figures, Stands, differing};

/// A text that stands, or the first thing about it that does not. Nothing of a text that does not stand is shown but of
/// drafts, which claim no signature.
#[derive(Default, Serialize, JsonSchema)]
pub struct Answer {
    /// Whether every signature in it is right, by somebody who may, and every figure comes to the same here.
    stands: bool,
    /// `offer`, `menu`, `approval-request`, `counter-proposal`, `approval`, `acceptance`, `withdrawal`, `lender`
    /// or `draft`.
    #[serde(skip_serializing_if = "Option::is_none")]
    what: Option<&'static str>,
    /// What it is and where it stands, in a sentence.
    says: String,
    /// The id of the offer or the menu.
    #[serde(skip_serializing_if = "Option::is_none")]
    terms: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<Stands>,
    /// Who offered.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<By>,
    /// The offer, or what there is to choose from in a menu, or the wish of a counter-proposal.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    options: Vec<Figures>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<Answered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    approval: Option<Answered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    acceptance: Option<Answered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    withdrawal: Option<Answered>,
    #[serde(skip_serializing_if = "Option::is_none")]
    counter_proposal: Option<Wished>,
    #[serde(skip_serializing_if = "Option::is_none")]
    lender: Option<Entry>,
    /// Why it does not stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    doubt: Option<Told>,
}

/// What a borrower would rather do, beside the wish itself.
#[derive(Serialize, JsonSchema)]
struct Wished {
    /// The offer or menu that it answers; nothing where it came unasked.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    on: crate::values::Day,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<String>,
    /// Who recorded it; nobody where it came from the borrower's own device.
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<By>,
}

impl Answer {
    /// Why it does not stand, in a sentence.
    pub fn reason(&self) -> Option<String> {
        self.doubt.as_ref().map(|told| told.sentence.clone())
    }

    /// A text that does not stand.
    pub fn doubted(what: Option<&'static str>, told: Told) -> Self {
        Self {
            what,
            says: told.sentence.clone(),
            doubt: Some(told),
            ..Self::default()
        }
    }

    /// A draft: its figures can be worked out, and nobody signed it.
    pub fn draft(text: &str) -> Self {
        let opened = match decode_offer(text) {
            Ok(opened) => opened,
            Err(error) => return Self::doubted(Some("draft"), Told::of(&error.into(), None)),
        };
        if let Some(told) = differing(&opened) {
            return Self::doubted(Some("draft"), told);
        }
        let told = Told::new(
            "not-signed",
            [],
            "This is a draft that arrived whole, and nobody has signed it: it binds nobody.",
        );
        Self {
            options: vec![Figures::of(&opened, None, None)],
            ..Self::doubted(Some("draft"), told)
        }
    }

    /// What a text holds, on a day.
    pub fn of(signed: &Signed, ring: &Ring, root: Option<&PublicKey>, today: Date) -> Self {
        match signed {
            Signed::Lender(lender) => Self::lender(lender, ring, root),
            Signed::Offered(offered) => Self {
                says: format!(
                    "An offer by {}: {}.",
                    By::words(&offered.by),
                    Stands::words(offered, today)
                ),
                state: Some(Stands::of(offered, today)),
                approval: offered
                    .approval
                    .as_ref()
                    .map(|(approval, by)| Answered::approval(approval, by)),
                acceptance: offered
                    .acceptance
                    .as_ref()
                    .map(|(acceptance, by)| Answered::acceptance(acceptance, by.as_ref())),
                withdrawal: offered
                    .withdrawal
                    .as_ref()
                    .map(|(withdrawal, by)| Answered::withdrawal(withdrawal, by)),
                ..Self::offered(offered)
            },
            Signed::Request { request, by, about } => {
                let asked = request.asked.code();
                Self {
                    what: Some("approval-request"),
                    says: format!("{} asks a {asked} to approve an offer.", By::words(by)),
                    request: Some(Answered::request(
                        request.of,
                        request.on,
                        asked,
                        request.note.as_ref(),
                        by,
                    )),
                    ..Self::offered(about)
                }
            }
            Signed::Counter { counter, by, wish } => Self {
                options: vec![Figures::of(wish, None, None)],
                counter_proposal: Some(Wished {
                    of: counter.of.map(|id| hex::digits(id.bytes())),
                    on: crate::values::Day(counter.on),
                    note: counter.note.clone(),
                    by: by.as_ref().map(By::of),
                }),
                ..Self::standing(
                    "counter-proposal",
                    "What a borrower would rather do; nobody has judged it.".to_owned(),
                )
            },
            Signed::Approval(approval, by) => Self {
                approval: Some(Answered::approval(approval, by)),
                ..Self::standing(
                    "approval",
                    format!(
                        "An approval by {} until {}: it stands with the offer whose id it names.",
                        By::words(by),
                        format_date(approval.until)
                    ),
                )
            },
            Signed::Acceptance(acceptance, by) => Self {
                acceptance: Some(Answered::acceptance(acceptance, by.as_ref())),
                ..Self::standing(
                    "acceptance",
                    "An acceptance: it stands with the offer whose id it names.".to_owned(),
                )
            },
            Signed::Withdrawal(withdrawal, by) => Self {
                withdrawal: Some(Answered::withdrawal(withdrawal, by)),
                ..Self::standing(
                    "withdrawal",
                    format!(
                        "A withdrawal by {}: it stands with the offer whose id it names.",
                        By::words(by)
                    ),
                )
            },
        }
    }

    fn standing(what: &'static str, says: String) -> Self {
        Self {
            stands: true,
            what: Some(what),
            says,
            ..Self::default()
        }
    }

    fn offered(offered: &Offered) -> Self {
        Self {
            terms: Some(hex::digits(offered.id.bytes())),
            by: Some(By::of(&offered.by)),
            options: Figures::all(offered),
            ..Self::standing(if offered.menu { "menu" } else { "offer" }, String::new())
        }
    }

    /// A lender's entry proves itself to nobody: it stands where its root key was known before.
    fn lender(lender: &Lender, ring: &Ring, root: Option<&PublicKey>) -> Self {
        let known = root.map_or_else(
            || ring.lenders().any(|known| known.root == lender.root),
            |root| *root == lender.root,
        );
        let entry = Some(Entry::of(lender));
        if known {
            return Self {
                lender: entry,
                ..Self::standing(
                    "lender",
                    format!(
                        "The entry of {}, whose root key is known here.",
                        lender.label
                    ),
                )
            };
        }
        let told = Told::new(
            "lender-not-known",
            [("fingerprint", lender.root.fingerprint())],
            "A lender's entry that fits its own root key, which nobody pinned here: compare the fingerprint with the lender by another way.",
        );
        Self {
            lender: entry,
            ..Self::doubted(Some("lender"), told)
        }
    }
}
