//! Opening a text: every object read strictly, every signature verified, and every answer bound to its terms.

use super::answer::{Acceptance, Counter, Withdrawal};
use super::approval::{Approval, Request};
use super::authority::Authority;
use super::cose::{Bundle, Envelope};
use super::lender::Lender;
use super::making::read_objects;
use super::menu::Menu;
use super::offer_id;
use super::ring::{Brought, Ring, Signer};
use super::standing::{Holding, Offered, Signed};
use super::{Doubt, Kind};
use crate::engine::calendar::Date;
use crate::share::Opened;
use crate::share::wire::Offering;

/// Opens a text with signatures: reads it strictly, verifies every signature against the lenders of a ring, checks who
/// may do what, and works every plan out again.
///
/// # Errors
/// [`Doubt`] for the first thing that does not stand; nothing of the text is shown then.
pub fn open_signed(text: &str, ring: &Ring) -> Result<Signed, Doubt> {
    let bundle = read_objects(text)?;
    if let [object] = bundle.objects()
        && object.kind == Kind::Lender
    {
        return Ok(Signed::Lender(Box::new(Lender::open(object)?)));
    }
    let opening = Opening::of(&bundle, ring)?;
    if let Some(object) = opening.one(Kind::Request)? {
        let about = opening.offered()?.ok_or(Doubt::NotTogether)?;
        opening.nothing_of(&[
            Kind::Counter,
            Kind::Approval,
            Kind::Acceptance,
            Kind::Withdrawal,
        ])?;
        let request = Box::new(Request::decode(&object.payload)?);
        let by = Box::new(opening.signer(object, request.on)?);
        if request.of != about.id {
            return Err(Doubt::OtherTerms(Kind::Request));
        }
        let about = Box::new(about);
        return Ok(Signed::Request { request, by, about });
    }
    opening.nothing_of(&[Kind::Authority])?;
    if let Some(offered) = opening.offered()? {
        opening.nothing_of(&[Kind::Counter])?;
        return opening.answered(offered).map(Box::new).map(Signed::Offered);
    }
    opening.alone()
}

/// The objects of one text by kind.
struct Opening<'a> {
    objects: &'a [Envelope],
    brought: Brought<'a>,
    ring: &'a Ring,
}

impl<'a> Opening<'a> {
    fn of(bundle: &'a Bundle, ring: &'a Ring) -> Result<Self, Doubt> {
        let objects = bundle.objects();
        let mut brought = Brought::default();
        for object in objects {
            if object.kind.must_be_signed() && object.seal.is_none() {
                return Err(Doubt::Unsigned(object.kind));
            }
            if object.kind == Kind::Certificate {
                let (lender, certificate) = ring.certified(object)?;
                let key = Some(certificate.subject.id());
                let signs = |object: &Envelope| object.seal.is_some_and(|seal| seal.key == key);
                // One that nothing needs could hold anything.
                if !objects.iter().any(signs) {
                    return Err(Doubt::NotTogether);
                }
                brought.certificates.push((lender, certificate));
            }
            // What an agent's request says of the agent's own limits counts if a certificate names it.
            if object.kind == Kind::Authority {
                let authority = Authority::decode(&object.payload)?;
                brought.authorities.push(authority);
            }
        }
        let opening = Self {
            objects,
            brought,
            ring,
        };
        opening.nothing_of(&[Kind::Lender])?;
        Ok(opening)
    }

    /// The object of a kind; several of one kind do not belong together.
    fn one(&self, kind: Kind) -> Result<Option<&'a Envelope>, Doubt> {
        let mut found = self.objects.iter().filter(|object| object.kind == kind);
        match (found.next(), found.next()) {
            (first, None) => Ok(first),
            _ => Err(Doubt::NotTogether),
        }
    }

    fn nothing_of(&self, kinds: &[Kind]) -> Result<(), Doubt> {
        if self
            .objects
            .iter()
            .any(|object| kinds.contains(&object.kind))
        {
            return Err(Doubt::NotTogether);
        }
        Ok(())
    }

    fn signer(&self, object: &Envelope, on: Date) -> Result<Signer, Doubt> {
        self.ring.signer(object, &self.brought, on)
    }

    /// The signer of an object that needs none.
    fn countersigner(&self, object: &Envelope, on: Date) -> Result<Option<Signer>, Doubt> {
        object
            .seal
            .is_some()
            .then(|| self.signer(object, on))
            .transpose()
    }

    /// The offer or menu of the text, verified by itself.
    fn offered(&self) -> Result<Option<Offered>, Doubt> {
        let directory = &|id| self.ring.creditor(id);
        let (object, id, options) = match (self.one(Kind::Offer)?, self.one(Kind::Menu)?) {
            (None, None) => return Ok(None),
            (Some(object), None) => {
                let offering = Offering::decode(&object.payload, directory)?;
                let id = offer_id(&offering.offer, &offering.figures)?;
                (object, id, vec![offering])
            }
            (None, Some(object)) => {
                let menu = Menu::decode(&object.payload, directory)?;
                (object, menu.id()?, menu.options().to_vec())
            }
            (Some(_), Some(_)) => return Err(Doubt::NotTogether),
        };
        let options = options
            .into_iter()
            .map(|offering| {
                Ok(Holding {
                    id: offer_id(&offering.offer, &offering.figures)?,
                    approval: offering.approval,
                    opened: Opened::of(offering.offer, offering.figures)?,
                })
            })
            .collect::<Result<Vec<_>, Doubt>>()?;
        let on = options
            .iter()
            .map(|option| option.opened.offer.claim.as_of)
            .max()
            .ok_or(Doubt::NotTogether)?;
        let by = self.signer(object, on)?;
        for option in &options {
            let creditor = &option.opened.offer.parties.creditor;
            if !self.ring.lists(by.root, creditor) {
                return Err(Doubt::ForeignCreditor);
            }
        }
        Ok(Some(Offered {
            id,
            menu: object.kind == Kind::Menu,
            options,
            by,
            approval: None,
            acceptance: None,
            withdrawal: None,
        }))
    }

    /// The offer with the answers beside it, each bound to its terms and within its time.
    fn answered(&self, mut offered: Offered) -> Result<Offered, Doubt> {
        if let Some(object) = self.one(Kind::Approval)? {
            let approval = Approval::decode(&object.payload)?;
            let by = self.signer(object, approval.on)?;
            check_approval(&offered, &approval, &by)?;
            offered.approval = Some((approval, by));
        }
        within_authority(&offered)?;
        if let Some(object) = self.one(Kind::Acceptance)? {
            let acceptance = Acceptance::decode(&object.payload)?;
            let by = self.countersigner(object, acceptance.on)?;
            let known = offered
                .options
                .iter()
                .any(|option| option.id == acceptance.of);
            if !known {
                return Err(Doubt::OtherTerms(Kind::Acceptance));
            }
            let until = offered.until(Some(acceptance.of));
            in_time(Kind::Acceptance, acceptance.on, offered.as_of(), until)?;
            offered.acceptance = Some((acceptance, by));
        }
        if let Some(object) = self.one(Kind::Withdrawal)? {
            let withdrawal = Withdrawal::decode(&object.payload)?;
            let by = self.signer(object, withdrawal.on)?;
            if withdrawal.of != offered.id {
                return Err(Doubt::OtherTerms(Kind::Withdrawal));
            }
            // What was accepted before stays accepted.
            let before = offered
                .acceptance
                .as_ref()
                .is_none_or(|(acceptance, _)| withdrawal.on < acceptance.on);
            if before {
                offered.acceptance = None;
            }
            offered.withdrawal = Some((withdrawal, by));
        }
        Ok(offered)
    }

    /// An answer that came without what it answers.
    fn alone(&self) -> Result<Signed, Doubt> {
        let mut answers = self
            .objects
            .iter()
            .filter(|object| object.kind != Kind::Certificate);
        let (Some(object), None) = (answers.next(), answers.next()) else {
            return Err(Doubt::NotTogether);
        };
        match object.kind {
            Kind::Counter => {
                let directory = &|id| self.ring.creditor(id);
                let counter = Counter::decode(&object.payload, directory)?;
                let by = self.countersigner(object, counter.on)?;
                let wish = counter.wish.clone();
                let wish = Box::new(Opened::of(wish.offer, wish.figures)?);
                let counter = Box::new(counter);
                Ok(Signed::Counter { counter, by, wish })
            }
            Kind::Approval => {
                let approval = Approval::decode(&object.payload)?;
                let by = self.signer(object, approval.on)?;
                Ok(Signed::Approval(approval, by))
            }
            Kind::Acceptance => {
                let acceptance = Acceptance::decode(&object.payload)?;
                let by = self.countersigner(object, acceptance.on)?;
                Ok(Signed::Acceptance(acceptance, by))
            }
            Kind::Withdrawal => {
                let withdrawal = Withdrawal::decode(&object.payload)?;
                let by = self.signer(object, withdrawal.on)?;
                Ok(Signed::Withdrawal(withdrawal, by))
            }
            _ => Err(Doubt::NotTogether),
        }
    }
}

/// An approval speaks of these terms, in time, by somebody who stands high enough and may go that far.
fn check_approval(offered: &Offered, approval: &Approval, by: &Signer) -> Result<(), Doubt> {
    if approval.of != offered.id {
        return Err(Doubt::OtherTerms(Kind::Approval));
    }
    if by.role <= offered.by.role {
        return Err(Doubt::ApprovedByEqual);
    }
    if let Some(asked) = offered
        .options
        .iter()
        .filter_map(|option| option.approval)
        .max()
        && by.role < asked
    {
        return Err(Doubt::Role {
            kind: Kind::Approval,
            role: by.role,
        });
    }
    for option in &offered.options {
        if let Some(beyond) = by.beyond(&option.opened) {
            return Err(Doubt::BeyondAuthority(beyond));
        }
    }
    let until = offered.until(None);
    in_time(Kind::Approval, approval.on, offered.as_of(), until)
}

/// What was not approved, and does not ask to be, must lie within its maker's own authority.
fn within_authority(offered: &Offered) -> Result<(), Doubt> {
    if offered.approval.is_some() {
        return Ok(());
    }
    for option in &offered.options {
        if option.approval.is_none()
            && let Some(beyond) = offered.by.beyond(&option.opened)
        {
            return Err(Doubt::BeyondAuthority(beyond));
        }
    }
    Ok(())
}

fn in_time(kind: Kind, on: Date, from: Date, until: Date) -> Result<(), Doubt> {
    if on < from {
        return Err(Doubt::TooEarly { kind, on, from });
    }
    if on > until {
        return Err(Doubt::TooLate { kind, on, until });
    }
    Ok(())
}
