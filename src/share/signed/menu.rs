//! Several offers on one debt in one object: what they share stands once.

use super::super::ids::hash;
use super::super::wire::{
    DEEPEST, Directory, Draft, Entries, Key, Offering, Value, in_only_form, key, read_to, refuse,
    write,
};
use super::super::{Refusal, TermsId};
use super::offer_id;

pub(super) const COMMON: Key = key(0, "common");
pub(super) const OPTIONS: Key = key(1, "options");

/// The keys of an offer that differ from option to option: how it is settled, what that comes to, until when it
/// holds, and who must approve. All others are about the debt and stand in the common map.
const OF_AN_OPTION: [u8; 18] = [
    9, 10, 11, 12, 13, 14, 15, 16, 17, 20, 22, 23, 24, 25, 26, 27, 28, 29,
];
/// The most options: more are no choice but a catalogue, and no link carries them.
const MOST_OPTIONS: usize = 8;

/// Offers that a borrower can choose from, each signed with the whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Menu(Vec<Offering>);

impl Menu {
    /// A menu of offers on one debt, in the order in which they are shown.
    ///
    /// # Errors
    /// [`Refusal`] if there are none or more than eight, two are the same, or they are about different debts.
    pub fn of(options: Vec<Offering>) -> Result<Self, Refusal> {
        let menu = Self(options);
        menu.encode()?;
        Ok(menu)
    }

    /// The offers.
    #[must_use]
    pub fn options(&self) -> &[Offering] {
        &self.0
    }

    /// The menu's own id: the hash of its options' ids, in their order.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn id(&self) -> Result<TermsId, Refusal> {
        let mut ids = Vec::new();
        for option in &self.0 {
            ids.extend(offer_id(&option.offer, &option.figures)?.bytes());
        }
        Ok(TermsId(hash("quittance-menu-id-1", &ids)))
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] as for [`of`](Self::of).
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        if self.0.len() > MOST_OPTIONS {
            return Err(refuse(OPTIONS));
        }
        let mut common: Option<Vec<(u8, Value)>> = None;
        let mut options = Vec::new();
        for option in &self.0 {
            let Value::Map(entries) = option.value()? else {
                return Err(refuse(OPTIONS));
            };
            let (own, shared): (Vec<_>, Vec<_>) = entries
                .into_iter()
                .partition(|(key, _)| OF_AN_OPTION.contains(key));
            if common.get_or_insert_with(|| shared.clone()) != &shared {
                return Err(refuse(COMMON));
            }
            let own = Value::Map(own);
            if options.contains(&own) {
                return Err(refuse(OPTIONS));
            }
            options.push(own);
        }
        let mut map = Draft::default();
        map.put(COMMON, Value::Map(common.ok_or(refuse(OPTIONS))?));
        map.put(OPTIONS, Value::List(options));
        write(&map.whole())
    }

    /// The menu in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8], directory: Directory<'_>) -> Result<Self, Refusal> {
        let mut map = Entries::of(read_to(bytes, DEEPEST.saturating_add(2))?, "menu")?;
        let (Value::Map(common), Value::List(options)) = (map.need(COMMON)?, map.need(OPTIONS)?)
        else {
            return Err(refuse(OPTIONS));
        };
        map.finish()?;
        if options.len() > MOST_OPTIONS {
            return Err(refuse(OPTIONS));
        }
        let options = options
            .into_iter()
            .map(|own| {
                let Value::Map(mut entries) = own else {
                    return Err(refuse(OPTIONS));
                };
                entries.extend(common.iter().cloned());
                entries.sort_by_key(|(key, _)| *key);
                Offering::read(Value::Map(entries), directory)
            })
            .collect::<Result<_, _>>()?;
        in_only_form(Self(options), bytes, Self::encode)
    }
}
