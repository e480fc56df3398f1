//! What follows an offer: a counter-proposal, an acceptance, a withdrawal.

use super::super::wire::{
    DEEPEST, Directory, Draft, Entries, Key, LINE_LENGTH, Offering, Value, day, day_number,
    in_only_form, int, key, read, read_to, text, text_value, write,
};
use super::super::{Refusal, TermsId};
use super::read_id;
use crate::engine::calendar::Date;

pub(super) const OF: Key = key(0, "of");
pub(super) const ON: Key = key(1, "on");
pub(super) const WISH: Key = key(2, "wish");
pub(super) const NOTE: Key = key(3, "note");
pub(super) const RECORDING: Key = key(2, "recording");
pub(super) const REASON: Key = key(2, "reason");

/// What a borrower would rather do. Nobody's rules have judged it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counter {
    /// The offer or menu that it answers, by the hash of its terms; none if it comes unasked.
    pub of: Option<TermsId>,
    /// The day on which it was made.
    pub on: Date,
    /// The wish, as an offer that nobody has made yet.
    pub wish: Offering,
    /// What the borrower says about it.
    pub note: Option<String>,
}

/// That an offer was accepted. The same acceptance twice is one acceptance: it names the terms and adds nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptance {
    /// The offer, by the hash of its terms.
    pub of: TermsId,
    /// The day, as whoever made it says.
    pub on: Date,
    /// Where a recording of an oral agreement is kept, if it was one.
    pub recording: Option<String>,
}

/// That an offer which was not yet accepted no longer holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdrawal {
    /// The offer or menu, by the hash of its terms.
    pub of: TermsId,
    /// From which day on.
    pub on: Date,
    /// Why.
    pub reason: Option<String>,
}

impl Counter {
    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put_some(OF, self.of.map(|id| Value::Bytes(id.bytes().to_vec())));
        map.put(ON, Value::Int(day_number(self.on)));
        map.put(WISH, self.wish.value()?);
        map.put_some(NOTE, self.note.as_deref().map(text_value));
        write(&map.whole())
    }

    /// The counter-proposal in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8], directory: Directory<'_>) -> Result<Self, Refusal> {
        let mut map = Entries::of(
            read_to(bytes, DEEPEST.saturating_add(1))?,
            "counter-proposal",
        )?;
        let of = map.take(OF).map(|value| read_id(&value, OF)).transpose()?;
        let on = day(int(&map.need(ON)?, ON)?, ON)?;
        let wish = Offering::read(map.need(WISH)?, directory)?;
        let note = read_line(&mut map, NOTE)?;
        map.finish()?;
        let counter = Self { of, on, wish, note };
        in_only_form(counter, bytes, Self::encode)
    }
}

impl Acceptance {
    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        about(self.of, self.on, RECORDING, self.recording.as_deref())
    }

    /// The acceptance in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        let (of, on, recording) = read_about(bytes, "acceptance", RECORDING)?;
        Ok(Self { of, on, recording })
    }
}

impl Withdrawal {
    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        about(self.of, self.on, REASON, self.reason.as_deref())
    }

    /// The withdrawal in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        let (of, on, reason) = read_about(bytes, "withdrawal", REASON)?;
        Ok(Self { of, on, reason })
    }
}

/// The one form of a day and a line about some terms.
fn about(of: TermsId, on: Date, line: Key, said: Option<&str>) -> Result<Vec<u8>, Refusal> {
    let mut map = Draft::default();
    map.put(OF, Value::Bytes(of.bytes().to_vec()));
    map.put(ON, Value::Int(day_number(on)));
    map.put_some(line, said.map(text_value));
    let bytes = write(&map.whole())?;
    // What nobody could read must not be sent.
    parts(&bytes, "object", line)?;
    Ok(bytes)
}

type About = (TermsId, Date, Option<String>);

fn read_about(bytes: &[u8], what: &'static str, line: Key) -> Result<About, Refusal> {
    in_only_form(parts(bytes, what, line)?, bytes, |(of, on, said)| {
        about(*of, *on, line, said.as_deref())
    })
}

fn parts(bytes: &[u8], what: &'static str, line: Key) -> Result<About, Refusal> {
    let mut map = Entries::of(read(bytes)?, what)?;
    let of = read_id(&map.need(OF)?, OF)?;
    let on = day(int(&map.need(ON)?, ON)?, ON)?;
    let said = read_line(&mut map, line)?;
    map.finish()?;
    Ok((of, on, said))
}

fn read_line(map: &mut Entries, key: Key) -> Result<Option<String>, Refusal> {
    map.take(key)
        .map(|value| text(value, key, LINE_LENGTH))
        .transpose()
}
