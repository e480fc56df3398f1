//! That a key belongs to somebody at the lender, in some role, for some time.

use super::super::Refusal;
use super::super::wire::{
    Draft, Entries, Key, NAME_LENGTH, Numbered, Value, day, day_number, in_only_form, int, key,
    read, refuse, text, text_value, write,
};
use super::authority::AuthorityId;
use super::keys::PublicKey;
use crate::engine::calendar::{Date, add_days, days_between};
use crate::engine::rules::Role;

pub(super) const SUBJECT: Key = key(0, "subject");
pub(super) const ROLE: Key = key(1, "role");
pub(super) const HOLDER: Key = key(2, "holder");
pub(super) const FROM: Key = key(3, "from");
pub(super) const DAYS: Key = key(4, "days");
pub(super) const AUTHORITY: Key = key(5, "authority");

/// The longest time for which a key is certified: ten years.
const MOST_DAYS: i64 = 3_660;

/// What the lender's root key says about another key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The key that it is about.
    pub subject: PublicKey,
    /// What its holder may do: an agent makes offers, the others approve them too.
    pub role: Role,
    /// How the lender names the holder: a name or a number, as it may be shown to a borrower.
    pub holder: String,
    /// The first day on which its signatures count.
    pub from: Date,
    /// The last day on which they do; at most ten years after the first.
    pub until: Date,
    /// The hash of how far the holder may go; none if the lender sets no limit of its own to the key.
    pub authority: Option<AuthorityId>,
}

impl Certificate {
    /// Whether signatures dated that day count.
    #[must_use]
    pub fn holds_on(&self, day: Date) -> bool {
        (self.from..=self.until).contains(&day)
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if the bytes would not be read again: a holder too long, or days that run backwards.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put(SUBJECT, Value::Bytes(self.subject.bytes().to_vec()));
        map.put_unless(ROLE, self.role.number(), 0);
        map.put(HOLDER, text_value(&self.holder));
        map.put(FROM, Value::Int(day_number(self.from)));
        map.put(DAYS, Value::Int(days_between(self.from, self.until)));
        map.put_some(
            AUTHORITY,
            self.authority.map(|id| Value::Bytes(id.0.to_vec())),
        );
        let bytes = write(&map.whole())?;
        // What nobody could read must not be signed.
        Self::read(&bytes)?;
        Ok(bytes)
    }

    /// The certificate in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        in_only_form(Self::read(bytes)?, bytes, Self::encode)
    }

    fn read(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut map = Entries::of(read(bytes)?, "certificate")?;
        let subject = match map.need(SUBJECT)? {
            Value::Bytes(key) => PublicKey::from_bytes(&key).ok_or(refuse(SUBJECT))?,
            _ => return Err(refuse(SUBJECT)),
        };
        let role = Role::from_number(map.int_or(ROLE, 0)?).ok_or(refuse(ROLE))?;
        let holder = text(map.need(HOLDER)?, HOLDER, NAME_LENGTH)?;
        let from = day(int(&map.need(FROM)?, FROM)?, FROM)?;
        let days = int(&map.need(DAYS)?, DAYS)?;
        if !(0..=MOST_DAYS).contains(&days) {
            return Err(refuse(DAYS));
        }
        let until = add_days(from, days).map_err(|_| refuse(DAYS))?;
        let authority = map
            .take(AUTHORITY)
            .map(|value| match value {
                Value::Bytes(id) => id
                    .try_into()
                    .map(AuthorityId)
                    .map_err(|_| refuse(AUTHORITY)),
                _ => Err(refuse(AUTHORITY)),
            })
            .transpose()?;
        map.finish()?;
        Ok(Self {
            subject,
            role,
            holder,
            from,
            until,
            authority,
        })
    }
}
