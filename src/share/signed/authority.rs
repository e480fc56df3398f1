//! How far a certified key may go. A certificate holds only a salted hash of it, so that what a borrower receives
//! gives no limit away; the lender's own programs hold the limits themselves.

use super::super::ids::short_hash;
use super::super::wire::{
    Draft, Entries, Key, Numbered, Value, in_only_form, int, key, money, money_value, read, refuse,
    share, steps_value, write,
};
use super::super::{Opened, Refusal};
use crate::engine::calendar::days_between;
use crate::engine::money::{Currency, Money, Rounding, Share};

pub(super) const SALT: Key = key(0, "salt");
pub(super) const CURRENCY: Key = key(1, "currency");
pub(super) const MOST_OWED: Key = key(2, "most-owed");
pub(super) const MOST_WAIVED: Key = key(3, "most-waived");
pub(super) const MOST_WAIVED_SHARE: Key = key(4, "most-waived-share");
pub(super) const MOST_DAYS: Key = key(5, "most-days");

/// The hash by which a certificate names an authority: without the salt it cannot be searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct AuthorityId(pub(super) [u8; 12]);

/// The limits of one key. A limit left out does not bind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Authority {
    /// Sixteen random bytes, which keep the hash from being searched.
    pub salt: [u8; 16],
    /// The currency of the amounts and of every offer under it.
    pub currency: Currency,
    /// The most that may be owed on the as-of date.
    pub most_owed: Option<Money>,
    /// The most that may be given up in all.
    pub most_waived: Option<Money>,
    /// The largest share of what is owed that may be given up.
    pub most_waived_share: Option<Share>,
    /// The most days from the as-of date to the last payment.
    pub most_days: Option<i64>,
}

/// The first limit that an offer goes beyond, with the limit and what the offer has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Another currency.
    Currency {
        /// The authority's.
        limit: Currency,
        /// The offer's.
        actual: Currency,
    },
    /// Owed on the as-of date.
    Owed {
        /// At most.
        limit: Money,
        /// In the offer.
        actual: Money,
    },
    /// Given up in all.
    Waived {
        /// At most.
        limit: Money,
        /// In the offer.
        actual: Money,
    },
    /// Given up as a share of what is owed.
    WaivedShare {
        /// At most.
        limit: Share,
        /// What is given up.
        waived: Money,
        /// What is owed.
        owed: Money,
    },
    /// Days from the as-of date to the last payment.
    Days {
        /// At most.
        limit: i64,
        /// In the offer.
        actual: i64,
    },
}

impl Authority {
    /// The hash that stands in a certificate.
    ///
    /// # Errors
    /// [`Refusal`] if an amount is below zero.
    pub fn id(&self) -> Result<AuthorityId, Refusal> {
        Ok(AuthorityId(short_hash(
            "quittance-authority-id-1",
            &self.encode()?,
        )))
    }

    /// The first limit that an offer goes beyond; none if it is within all.
    #[must_use]
    pub fn beyond(&self, opened: &Opened) -> Option<Beyond> {
        let claim = &opened.offer.claim;
        let totals = &opened.worked.totals;
        let waived = totals.waived;
        if claim.currency != self.currency {
            return Some(Beyond::Currency {
                limit: self.currency,
                actual: claim.currency,
            });
        }
        // A total beyond every amount is beyond every limit.
        let owed = opened.worked.plan.opening.total().unwrap_or(Money::MAX);
        if let Some(limit) = self.most_owed.filter(|limit| owed > *limit) {
            return Some(Beyond::Owed {
                limit,
                actual: owed,
            });
        }
        if let Some(limit) = self.most_waived.filter(|limit| waived > *limit) {
            return Some(Beyond::Waived {
                limit,
                actual: waived,
            });
        }
        let at_most = |limit: &Share| limit.of(owed, Rounding::TowardZero).unwrap_or(Money::ZERO);
        if let Some(limit) = self
            .most_waived_share
            .filter(|limit| waived > at_most(limit))
        {
            return Some(Beyond::WaivedShare {
                limit,
                waived,
                owed,
            });
        }
        let actual = days_between(claim.as_of, totals.last_date);
        self.most_days
            .filter(|limit| actual > *limit)
            .map(|limit| Beyond::Days { limit, actual })
    }

    /// The bytes.
    ///
    /// # Errors
    /// [`Refusal`] if an amount is below zero.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        let mut map = Draft::default();
        map.put(SALT, Value::Bytes(self.salt.to_vec()));
        map.put_unless(CURRENCY, self.currency.number(), 0);
        map.put_some(MOST_OWED, self.most_owed.map(money_value));
        map.put_some(MOST_WAIVED, self.most_waived.map(money_value));
        map.put_some(
            MOST_WAIVED_SHARE,
            self.most_waived_share
                .map(|share| steps_value(share.scaled())),
        );
        map.put_some(MOST_DAYS, self.most_days.map(Value::Int));
        write(&map.whole())
    }

    /// The authority in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8]) -> Result<Self, Refusal> {
        let mut map = Entries::of(read(bytes)?, "authority")?;
        let salt = match map.need(SALT)? {
            Value::Bytes(salt) => salt.try_into().map_err(|_| refuse(SALT))?,
            _ => return Err(refuse(SALT)),
        };
        let currency = Currency::from_number(map.int_or(CURRENCY, 0)?).ok_or(refuse(CURRENCY))?;
        let mut amount = |key| map.take(key).map(|value| money(&value, key)).transpose();
        let (most_owed, most_waived) = (amount(MOST_OWED)?, amount(MOST_WAIVED)?);
        let most_waived_share = map
            .take(MOST_WAIVED_SHARE)
            .map(|value| share(&value).ok_or(refuse(MOST_WAIVED_SHARE)))
            .transpose()?;
        let most_days = map
            .take(MOST_DAYS)
            .map(|value| match int(&value, MOST_DAYS)? {
                days @ 0..=MOST_DAYS_OF_A_PLAN => Ok(days),
                _ => Err(refuse(MOST_DAYS)),
            })
            .transpose()?;
        map.finish()?;
        let authority = Self {
            salt,
            currency,
            most_owed,
            most_waived,
            most_waived_share,
            most_days,
        };
        in_only_form(authority, bytes, Self::encode)
    }
}

/// A century: longer than any plan that a link can carry.
const MOST_DAYS_OF_A_PLAN: i64 = 36_525;
