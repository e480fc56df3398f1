//! The outermost map: an offer and what its link states of the figures.

use super::claim::{
    Directory, read_balances, read_parties, read_terms, write_balances, write_parties, write_terms,
};
use super::codes::Numbered;
use super::entries::{Draft, Entries, int};
use super::keys::{itemisation as itemised, offer as keys};
use super::numbers::{
    NAME_LENGTH, count, day, day_after, day_before, day_number, member, money, money_value, refuse,
    text, text_value,
};
use super::proposal::{read_proposal, write_proposal};
use super::value::{Value, in_only_form, read, write};
use crate::agreement::{Known, Offer, PackReference};
use crate::engine::calendar::{Date, days_between};
use crate::engine::claim::{Claim, Guarantor, Itemisation};
use crate::engine::money::Money;
use crate::engine::plan::Cure;
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::rules::Role;
use crate::share::figures::{DIGEST, Figures};
use crate::share::{CreditorId, Refusal};

const MOST_GRACE_DAYS: u32 = 3_660;

/// An offer as an object of this format states it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offering {
    /// The offer.
    pub offer: Offer,
    /// What its maker worked out.
    pub figures: Figures,
    /// Who must approve before it stands; nobody by default.
    pub approval: Option<Role>,
    /// The reference by which the creditor is named, if it is.
    pub creditor: Option<CreditorId>,
}

/// The bytes of an unsigned offer; the same offer always gives the same bytes.
pub fn encode(offer: &Offer, figures: &Figures) -> Result<Vec<u8>, Refusal> {
    write(&offer_map(offer, figures, None)?.whole())
}

/// The unsigned offer in some bytes, if they are exactly what [`encode`] would give for it.
pub fn decode(bytes: &[u8]) -> Result<(Offer, Figures), Refusal> {
    let offering = Offering::decode(bytes, &|_| None)?;
    if offering.approval.is_some() {
        return Err(Refusal::UnknownKey { what: "offer" });
    }
    Ok((offering.offer, offering.figures))
}

impl Offering {
    /// The bytes of an offering; the same one always gives the same bytes.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn encode(&self) -> Result<Vec<u8>, Refusal> {
        write(&self.value()?)
    }

    /// The offering in some bytes, if they are exactly what [`encode`](Self::encode) would give for it.
    ///
    /// # Errors
    /// [`Refusal`] for anything else.
    pub fn decode(bytes: &[u8], directory: Directory<'_>) -> Result<Self, Refusal> {
        let offering = Self::read(read(bytes)?, directory)?;
        in_only_form(offering, bytes, Self::encode)
    }

    /// The map of an offering.
    ///
    /// # Errors
    /// [`Refusal`] if a value cannot stand in a link.
    pub fn value(&self) -> Result<Value, Refusal> {
        let mut map = offer_map(&self.offer, &self.figures, self.creditor)?;
        let approval = self.approval.map(|role| Value::Int(role.number()));
        map.put_some(keys::APPROVAL, approval);
        Ok(map.whole())
    }

    /// An offering from its map, whose form is not yet compared with the only one.
    ///
    /// # Errors
    /// [`Refusal`] for a key or a value that this version does not know.
    pub fn read(value: Value, directory: Directory<'_>) -> Result<Self, Refusal> {
        let mut map = Entries::of(value, "offer")?;
        let approval = map
            .take(keys::APPROVAL)
            .map(|value| {
                Role::from_number(int(&value, keys::APPROVAL)?)
                    .filter(|role| *role > Role::Agent)
                    .ok_or(refuse(keys::APPROVAL))
            })
            .transpose()?;
        let as_of = day(int(&map.need(keys::AS_OF)?, keys::AS_OF)?, keys::AS_OF)?;
        let parties = Entries::of(map.need(keys::PARTIES)?, keys::PARTIES.name)?;
        let balances = Entries::of(map.need(keys::BALANCES)?, keys::BALANCES.name)?;
        let terms = Entries::of(map.need(keys::TERMS)?, keys::TERMS.name)?;
        let (parties, creditor) = read_parties(parties, directory)?;
        let known = Known {
            guarantor: map
                .take(keys::GUARANTOR)
                .map(|value| {
                    Guarantor::from_number(int(&value, keys::GUARANTOR)?)
                        .ok_or(refuse(keys::GUARANTOR))
                })
                .transpose()?,
            itemisation: map
                .take(keys::ITEMISATION)
                .map(|value| read_itemisation(value, as_of))
                .transpose()?,
        };
        let offer = Offer {
            known,
            sample: map.flag(keys::SAMPLE)?,
            jurisdiction: member(&mut map, keys::JURISDICTION)?,
            product: member(&mut map, keys::PRODUCT)?,
            parties,
            claim: Claim {
                currency: member(&mut map, keys::CURRENCY)?,
                as_of,
                balances: read_balances(balances)?,
                overdue_since: day_before(&mut map, keys::OVERDUE_SINCE, as_of)?,
                terms: read_terms(terms, as_of)?,
            },
            proposal: read_proposal(&mut map, as_of)?,
            pack: PackReference {
                id: text(map.need(keys::PACK_ID)?, keys::PACK_ID, NAME_LENGTH)?,
                version: text(
                    map.need(keys::PACK_VERSION)?,
                    keys::PACK_VERSION,
                    NAME_LENGTH,
                )?,
            },
            expires_on: day_after(&mut map, keys::EXPIRES_ON, as_of)?,
            cure: Cure {
                grace_days: count(&mut map, keys::GRACE_DAYS, MOST_GRACE_DAYS)?,
                misses_that_end: read_misses(&mut map)?,
            },
        };
        let figures = Figures {
            paid: money(&map.need(keys::PAID)?, keys::PAID)?,
            digest: read_digest(&map.need(keys::DIGEST)?)?,
        };
        map.finish()?;
        check_itemisation(&offer)?;
        Ok(Self {
            offer,
            figures,
            approval,
            creditor,
        })
    }
}

fn offer_map(
    offer: &Offer,
    figures: &Figures,
    creditor: Option<CreditorId>,
) -> Result<Draft, Refusal> {
    let claim = &offer.claim;
    let mut map = Draft::default();
    map.put(keys::AS_OF, Value::Int(day_number(claim.as_of)));
    map.put_unless(keys::CURRENCY, claim.currency.number(), 0);
    map.put_unless(keys::JURISDICTION, offer.jurisdiction.number(), 0);
    map.put_unless(keys::PRODUCT, offer.product.number(), 0);
    map.put_true(keys::SAMPLE, offer.sample);
    map.put(keys::PARTIES, write_parties(&offer.parties, creditor));
    map.put(keys::BALANCES, write_balances(&claim.balances));
    map.put_unless(
        keys::OVERDUE_SINCE,
        days_between(claim.overdue_since, claim.as_of),
        0,
    );
    map.put(keys::TERMS, write_terms(&claim.terms, claim.as_of)?);
    write_proposal(&offer.proposal, claim.as_of, &mut map)?;
    map.put(keys::PACK_ID, text_value(&offer.pack.id));
    map.put(keys::PACK_VERSION, text_value(&offer.pack.version));
    map.put_unless(
        keys::EXPIRES_ON,
        days_between(claim.as_of, offer.expires_on),
        0,
    );
    map.put_unless(keys::GRACE_DAYS, i64::from(offer.cure.grace_days), 0);
    map.put_unless(keys::MISSES, i64::from(offer.cure.misses_that_end), 1);
    map.put(keys::PAID, money_value(figures.paid));
    map.put(keys::DIGEST, Value::Bytes(figures.digest.to_vec()));
    let known = &offer.known;
    let guarantor = known.guarantor.map(|it| Value::Int(it.number()));
    map.put_some(keys::GUARANTOR, guarantor);
    let itemisation = known.itemisation.as_ref();
    map.put_some(
        keys::ITEMISATION,
        itemisation.map(|it| write_itemisation(it, claim.as_of)),
    );
    Ok(map)
}

fn write_itemisation(itemisation: &Itemisation, as_of: Date) -> Value {
    let mut map = Draft::default();
    map.put_unless(itemised::ON, days_between(itemisation.on, as_of), 0);
    for (key, amount) in [
        (itemised::BALANCE, itemisation.balance),
        (itemised::INTEREST, itemisation.interest),
        (itemised::FEES, itemisation.fees),
        (itemised::PAYMENTS, itemisation.payments),
        (itemised::CREDITS, itemisation.credits),
    ] {
        map.put_some(key, (!amount.is_zero()).then(|| money_value(amount)));
    }
    map.whole()
}

fn read_itemisation(value: Value, as_of: Date) -> Result<Itemisation, Refusal> {
    let mut map = Entries::of(value, keys::ITEMISATION.name)?;
    let mut amount = |key| {
        let value = map.take(key);
        value.map_or(Ok(Money::ZERO), |value| money(&value, key))
    };
    let itemisation = Itemisation {
        balance: amount(itemised::BALANCE)?,
        interest: amount(itemised::INTEREST)?,
        fees: amount(itemised::FEES)?,
        payments: amount(itemised::PAYMENTS)?,
        credits: amount(itemised::CREDITS)?,
        on: day_before(&mut map, itemised::ON, as_of)?,
    };
    map.finish()?;
    Ok(itemisation)
}

/// A sum that is not what is owed would stand under the debt as if it were.
fn check_itemisation(offer: &Offer) -> Result<(), Refusal> {
    let Some(itemisation) = offer.known.itemisation else {
        return Ok(());
    };
    let owed = offer.claim.components().total();
    match (itemisation.current(), owed) {
        (Ok(itemised), Ok(owed)) if itemised == owed => Ok(()),
        _ => Err(refuse(keys::ITEMISATION)),
    }
}

/// By default one, which is how offers were made before it could be said.
fn read_misses(map: &mut Entries) -> Result<u32, Refusal> {
    let misses = map.int_or(keys::MISSES, 1)?;
    u32::try_from(misses)
        .ok()
        .filter(|misses| (1..=MOST_ROWS).contains(misses))
        .ok_or(refuse(keys::MISSES))
}

fn read_digest(value: &Value) -> Result<[u8; DIGEST], Refusal> {
    match value {
        Value::Bytes(bytes) => bytes
            .as_slice()
            .try_into()
            .map_err(|_| refuse(keys::DIGEST)),
        _ => Err(refuse(keys::DIGEST)),
    }
}
