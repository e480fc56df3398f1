//! Asking for approval of exact terms, and giving it.

use super::super::wire::{
    Draft, Entries, Key, LINE_LENGTH, MOST_DAYS_AHEAD, Numbered, Value, day, day_number,
    in_only_form, int, key, read, refuse, text, text_value, write,
};
use super::super::{Refusal, TermsId};
use super::read_id;
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::rules::Role;

pub(super) const OF: Key = key(0, "of");
pub(super) const ON: Key = key(1, "on");
pub(super) const ASKED: Key = key(2, "asked");
pub(super) const NOTE: Key = key(3, "note");
pub(super) const DAYS: Key = key(2, "days");
pub(super) const REASON: Key = key(3, "reason");

/// An agent asks somebody to approve an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The offer or menu, by the hash of its terms.
    pub of: TermsId,
    /// The day on which it is asked.
    pub on: Date,
    /// Who is asked: never an agent.
    pub asked: Role,
    /// What the agent says about it.
    pub note: Option<String>,
}

/// Somebody who may say so approves an offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approval {
    /// The offer or menu, by the hash of its terms.
    pub of: TermsId,
    /// The day of the approval.
    pub on: Date,
    /// The last day on which the borrower can accept under it.
    pub until: Date,
    /// Why: it is read by whoever checks it later, the borrower among them.
    pub reason: String,
}

impl Request {
    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if the bytes would not be read again.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put(OF, Value::Bytes(self.of.bytes().to_vec()));
        map.put(ON, Value::Int(day_number(self.on)));
        map.put(ASKED, Value::Int(self.asked.number()));
        map.put_some(NOTE, self.note.as_deref().map(text_value));
        let bytes = write(&map.whole())?;
        Self::read(&bytes)?;
        Ok(bytes)
    }

    /// The request in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        in_only_form(Self::read(bytes)?, bytes, Self::encode)
    }

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut map = Entries::of(read(bytes)?, "approval-request")?;
        let of = read_id(&map.need(OF)?, OF)?;
        let on = day(int(&map.need(ON)?, ON)?, ON)?;
        let asked = Role::from_number(int(&map.need(ASKED)?, ASKED)?)
            .filter(|role| *role > Role::Agent)
            .ok_or(refuse(ASKED))?;
        let note = map
            .take(NOTE)
            .map(|value| text(value, NOTE, LINE_LENGTH))
            .transpose()?;
        map.finish()?;
        Ok(Self {
            of,
            on,
            asked,
            note,
        })
    }
}

impl Approval {
    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if the bytes would not be read again.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put(OF, Value::Bytes(self.of.bytes().to_vec()));
        map.put(ON, Value::Int(day_number(self.on)));
        map.put_unless(DAYS, days_between(self.on, self.until), 0);
        map.put(REASON, text_value(&self.reason));
        let bytes = write(&map.whole())?;
        Self::read(&bytes)?;
        Ok(bytes)
    }

    /// The approval in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        in_only_form(Self::read(bytes)?, bytes, Self::encode)
    }

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut map = Entries::of(read(bytes)?, "approval")?;
        let of = read_id(&map.need(OF)?, OF)?;
        let on = day(int(&map.need(ON)?, ON)?, ON)?;
        let days = map.int_or(DAYS, 0)?;
        if !(0..=MOST_DAYS_AHEAD).contains(&days) {
            return Err(refuse(DAYS));
        }
        let until = add_days(on, days).map_err(|_| refuse(DAYS))?;
        let reason = text(map.need(REASON)?, REASON, LINE_LENGTH)?;
        map.finish()?;
        Ok(Self {
            of,
            on,
            until,
            reason,
        })
    }
}
