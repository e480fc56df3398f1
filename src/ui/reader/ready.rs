//! An offer with everything that its document, its link and its code need.

use crate::agreement::{
    Clause, Document, FieldId, Offer, PaperKind, Signing, Worked, build_signed,
};
use crate::engine::money::Currency;
use crate::papers::Made;
use crate::share::{Opened, ShareError, Verified, encode_offer, short_code};
use crate::text::Languages;
use crate::text::link::LinkFault;
use crate::text::sheet::{Sheet, sheet};

/// The version that made the figures.
pub const ENGINE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// An agreement that can be shown, kept and sent.
#[derive(Clone, Debug)]
pub struct Ready {
    /// The offer.
    pub offer: Offer,
    /// Everything worked out from it.
    pub worked: Worked,
    /// Its document.
    pub document: Document,
    /// The code that both sides can compare.
    pub code: String,
    /// What stands behind `#` in its link, or why it has none.
    pub fragment: Result<String, ShareError>,
    /// Whether the figures are those of the sender; a summary made here has no sender.
    pub verified: Option<Verified>,
}

impl Ready {
    /// The agreement that an offer makes here.
    ///
    /// # Errors
    /// [`LinkFault::NoPlan`] if its terms do not fit together.
    pub fn made_here(offer: Offer) -> Result<Self, LinkFault> {
        let worked = offer.work_out().map_err(|_| LinkFault::NoPlan)?;
        Self::of(offer, worked, None, None)
    }

    /// The agreement that a link opened.
    ///
    /// # Errors
    /// [`LinkFault::NoPlan`] if its totals leave the range of amounts.
    pub fn opened(opened: Opened) -> Result<Self, LinkFault> {
        let Opened {
            offer,
            worked,
            verified,
        } = opened;
        Self::of(offer, worked, None, Some(verified))
    }

    /// One plan of a signed text, which is its link from then on.
    ///
    /// # Errors
    /// [`LinkFault::NoPlan`] if its totals leave the range of amounts.
    pub fn signed(opened: Opened, signing: &Signing, text: String) -> Result<Self, LinkFault> {
        let Opened {
            offer,
            worked,
            verified,
        } = opened;
        let mut ready = Self::of(offer, worked, Some(signing), Some(verified))?;
        ready.fragment = Ok(text);
        Ok(ready)
    }

    fn of(
        offer: Offer,
        worked: Worked,
        signing: Option<&Signing>,
        verified: Option<Verified>,
    ) -> Result<Self, LinkFault> {
        let fragment = encode_offer(&offer, &worked);
        let code = short_code(&offer, &worked).map_err(|_| LinkFault::Unknown)?;
        let document = build_signed(&offer, &worked, signing, &code, ENGINE_VERSION)
            .map_err(|_| LinkFault::NoPlan)?;
        Ok(Self {
            offer,
            worked,
            document,
            code,
            fragment,
            verified,
        })
    }

    /// The currency of every amount.
    #[must_use]
    pub const fn currency(&self) -> Currency {
        self.offer.claim.currency
    }

    /// One of its papers in words.
    #[must_use]
    pub fn sheet(&self, kind: PaperKind, languages: Languages) -> Sheet {
        let paper = self.document.paper(kind);
        sheet(languages, &paper, &self.offer, &self.worked)
    }

    /// What its files are made of.
    #[must_use]
    pub fn made<'a>(&'a self, link: Option<&'a str>) -> Made<'a> {
        Made {
            offer: &self.offer,
            worked: &self.worked,
            document: &self.document,
            code: &self.code,
            link,
        }
    }

    /// Whether the figures are not those of the sender: then nothing is handed out as if they were.
    #[must_use]
    pub const fn differs(&self) -> bool {
        matches!(self.verified, Some(Verified::OtherFigures { .. }))
    }

    /// What the document says in one field.
    #[must_use]
    pub fn clauses(&self, field: FieldId) -> &[Clause] {
        let section = self
            .document
            .sections
            .iter()
            .find(|section| section.field == field);
        section.map_or(&[], |section| &section.clauses)
    }

    /// The whole link behind the address of a page.
    #[must_use]
    pub fn link(&self, page: &str) -> Option<String> {
        self.fragment
            .as_ref()
            .ok()
            .map(|fragment| format!("{page}#{fragment}"))
    }
}
