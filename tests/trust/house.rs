//! A lender with its people and their keys, for the tests. The seeds are written out: these keys prove nothing.

use quittance::agreement::Offer;
use quittance::engine::calendar::Date;
use quittance::engine::claim::Creditor;
use quittance::engine::money::{Currency, Share};
use quittance::engine::rules::Role;
use quittance::share::TermsId;
use quittance::share::signed::{
    Acceptance, Approval, Authority, Certificate, Counter, Envelope, Kind, Lender, Menu, Request,
    Ring, SecretKey, Signed, Withdrawal, offering, open_signed, sealed, text_of,
};

use crate::cards::{self, day, minor};

/// A lender's people.
pub struct House {
    pub root: SecretKey,
    pub agent: SecretKey,
    pub supervisor: SecretKey,
    pub manager: SecretKey,
    pub creditors: Vec<Creditor>,
    pub withdrawn: Vec<(quittance::share::signed::KeyId, Date)>,
}

pub fn key(number: u8) -> SecretKey {
    SecretKey::from_seed(&[number; 32])
}

impl House {
    /// A lender whose keys come from this number on.
    pub fn of(number: u8) -> Self {
        Self {
            root: key(number),
            agent: key(number + 1),
            supervisor: key(number + 2),
            manager: key(number + 3),
            creditors: cards::all()
                .into_iter()
                .map(|(_, offer)| offer.parties.creditor)
                .collect(),
            withdrawn: Vec::new(),
        }
    }

    /// How far the agent may go: a tenth of what is owed, and two years.
    pub fn agent_authority() -> Authority {
        Authority {
            salt: [7; 16],
            currency: Currency::Cny,
            most_owed: Some(minor(100_000_00)),
            most_waived: Some(minor(10_000_00)),
            most_waived_share: Some(Share::parse_percent("12").unwrap()),
            most_days: Some(731),
        }
    }

    /// The supervisor may give up a fifth.
    pub fn supervisor_authority() -> Authority {
        Authority {
            salt: [8; 16],
            currency: Currency::Cny,
            most_owed: None,
            most_waived: None,
            most_waived_share: Some(Share::parse_percent("20").unwrap()),
            most_days: None,
        }
    }

    pub fn certificate(&self, subject: &SecretKey, role: Role, holder: &str) -> Certificate {
        let authority = match role {
            Role::Agent => Some(Self::agent_authority()),
            Role::Supervisor => Some(Self::supervisor_authority()),
            Role::Manager => None,
        };
        let _ = self;
        Certificate {
            subject: subject.public(),
            role,
            holder: holder.to_owned(),
            from: day("2026-01-01"),
            until: day("2027-12-31"),
            authority: authority.map(|authority| authority.id().unwrap()),
        }
    }

    pub fn certificates(&self) -> Vec<Envelope> {
        [
            (&self.agent, Role::Agent, "Agent 0417"),
            (&self.supervisor, Role::Supervisor, "Lin, team 3"),
            (&self.manager, Role::Manager, "Collections"),
        ]
        .map(|(subject, role, holder)| self.certified(&self.certificate(subject, role, holder)))
        .to_vec()
    }

    pub fn certified(&self, certificate: &Certificate) -> Envelope {
        Envelope::signed(Kind::Certificate, certificate.encode().unwrap(), &self.root)
    }

    pub fn lender(&self, certificates: Vec<Envelope>) -> Lender {
        Lender {
            root: self.root.public(),
            label: "QTB".to_owned(),
            issued_on: day("2026-11-01"),
            demo: true,
            creditors: self.creditors.clone(),
            certificates,
            withdrawn: self.withdrawn.clone(),
        }
    }

    /// The lender's entry, with its people's certificates.
    pub fn entry(&self) -> String {
        self.entry_of(&self.lender(self.certificates()))
    }

    pub fn entry_of(&self, lender: &Lender) -> String {
        let entry = Envelope::signed(Kind::Lender, lender.encode().unwrap(), &self.root);
        text_of(vec![entry]).unwrap()
    }

    /// What a borrower's reader trusts: nothing of how far anybody may go.
    pub fn ring(&self) -> Ring {
        let mut ring = Ring::new();
        ring.trust(&self.entry(), Some(&self.root.public()))
            .unwrap();
        ring
    }

    /// What the lender's own programs know.
    pub fn own_ring(&self) -> Ring {
        let mut ring = self.ring();
        ring.know(Self::agent_authority());
        ring.know(Self::supervisor_authority());
        ring
    }

    pub fn offer(&self, offer: &Offer, approval: Option<Role>) -> Envelope {
        self.offer_by(&self.agent, offer, approval)
    }

    pub fn offer_by(&self, by: &SecretKey, offer: &Offer, approval: Option<Role>) -> Envelope {
        let worked = offer.work_out().unwrap();
        let offering = offering(offer, &worked, approval, &self.ring()).unwrap();
        Envelope::signed(Kind::Offer, offering.encode().unwrap(), by)
    }

    pub fn menu(&self, offers: &[Offer]) -> Envelope {
        let ring = self.ring();
        let options = offers
            .iter()
            .map(|offer| offering(offer, &offer.work_out().unwrap(), None, &ring).unwrap())
            .collect();
        let menu = Menu::of(options).unwrap();
        Envelope::signed(Kind::Menu, menu.encode().unwrap(), &self.agent)
    }

    pub fn approval(&self, of: TermsId) -> Envelope {
        self.approval_by(&self.supervisor, of)
    }

    pub fn approval_by(&self, by: &SecretKey, of: TermsId) -> Envelope {
        let approval = Approval {
            of,
            on: day("2026-11-21"),
            until: day("2026-11-28"),
            reason: "Income shown".to_owned(),
        };
        Envelope::signed(Kind::Approval, approval.encode().unwrap(), by)
    }

    pub fn request(&self, of: TermsId) -> Envelope {
        let request = Request {
            of,
            on: day("2026-11-21"),
            asked: Role::Supervisor,
            note: Some("Lost her work in June".to_owned()),
        };
        Envelope::signed(Kind::Request, request.encode().unwrap(), &self.agent)
    }

    pub fn withdrawal(&self, of: TermsId, on: &str) -> Envelope {
        let withdrawal = Withdrawal {
            of,
            on: day(on),
            reason: None,
        };
        Envelope::signed(Kind::Withdrawal, withdrawal.encode().unwrap(), &self.agent)
    }
}

/// A borrower's own acceptance: nobody certified a key of theirs.
pub fn acceptance(of: TermsId, on: &str) -> Envelope {
    let acceptance = Acceptance {
        of,
        on: day(on),
        recording: None,
    };
    Envelope::unsigned(Kind::Acceptance, acceptance.encode().unwrap())
}

pub fn counter(of: Option<TermsId>, wish: &Offer) -> Envelope {
    let worked = wish.work_out().unwrap();
    let counter = Counter {
        of,
        on: day("2026-11-21"),
        wish: offering(wish, &worked, None, &Ring::new()).unwrap(),
        note: Some("Wages come on the 5th".to_owned()),
    };
    Envelope::unsigned(Kind::Counter, counter.encode().unwrap())
}

/// The id that a reader finds for an offer or a menu.
pub fn id_of(house: &House, object: &Envelope) -> TermsId {
    match open_signed(&sealed(vec![object.clone()]).unwrap(), &house.ring()).unwrap() {
        Signed::Offered(offered) => offered.id,
        other => panic!("{other:?}"),
    }
}
