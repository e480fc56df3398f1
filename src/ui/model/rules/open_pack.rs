//! The pack that is open: one that the app ships with, or the text of a file. A text that cannot be read changes
//! nothing but its own fault.

use crate::engine::fields::FieldError;
use crate::engine::rules::{PACK_IDS, Pack, pack_by_id, read_pack};
use crate::text::Locale;

/// The code of the pack whose text was given. No pack that the app ships with is called so.
pub const OWN: &str = "own";

/// The pack that is open, and the text that was given last.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenPack {
    chosen: String,
    text: String,
    own: Option<Pack>,
    fault: Option<FieldError>,
}

impl OpenPack {
    /// A pack that the app ships with; the first one if there is none of that id.
    #[must_use]
    pub fn shipped(id: &str) -> Self {
        let known = PACK_IDS.iter().find(|known| **known == id);
        let first = PACK_IDS.first().copied().unwrap_or_default();
        Self {
            chosen: known.copied().unwrap_or(first).to_owned(),
            text: String::new(),
            own: None,
            fault: None,
        }
    }

    /// The code of the pack that stands: its id, or [`OWN`].
    #[must_use]
    pub fn chosen(&self) -> &str {
        &self.chosen
    }

    /// The text as it was given.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Why the text cannot be read, if it cannot.
    #[must_use]
    pub const fn fault(&self) -> Option<&FieldError> {
        self.fault.as_ref()
    }

    /// Chooses a pack by its code. A code that is none changes nothing.
    pub fn choose(&mut self, code: &str) {
        let there = if code == OWN {
            self.own.is_some()
        } else {
            PACK_IDS.contains(&code)
        };
        if there {
            code.clone_into(&mut self.chosen);
        }
    }

    /// Takes a text. One that can be read stands at once; one that cannot leaves the pack that stood.
    pub fn take_text(&mut self, text: String) {
        self.fault = None;
        if !text.trim().is_empty() {
            match read_pack(&text) {
                Ok(pack) => {
                    self.own = Some(pack);
                    OWN.clone_into(&mut self.chosen);
                }
                Err(error) => self.fault = Some(error),
            }
        }
        self.text = text;
    }

    /// The pack that stands.
    #[must_use]
    pub fn pack(&self) -> Option<Pack> {
        if self.chosen == OWN {
            self.own.clone()
        } else {
            pack_by_id(&self.chosen)
        }
    }

    /// Every pack that can be chosen: its code, whether its text was given, and what people call it.
    #[must_use]
    pub fn choices(&self, locale: Locale) -> Vec<(String, bool, String)> {
        let named = |pack: &Pack| locale.pick(&pack.name.zh, &pack.name.en).to_owned();
        let shipped = PACK_IDS
            .iter()
            .filter_map(|id| Some(((*id).to_owned(), false, named(&pack_by_id(id)?))));
        let own = self
            .own
            .iter()
            .map(|pack| (OWN.to_owned(), true, named(pack)));
        shipped.chain(own).collect()
    }
}
