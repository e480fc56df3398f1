//! The valid texts that are changed.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use quittance::share::encode_offer;
use quittance::share::signed::{Envelope, Kind, PublicKey, Ring, read_objects, sealed};

use crate::cards;
use crate::house::{House, acceptance, counter, id_of};

/// A text by its bytes.
pub struct Text {
    /// `q1.` or `s1.`.
    pub prefix: &'static str,
    pub cbor: Vec<u8>,
}

/// Valid texts, and whom their reader trusts.
pub struct Seeds {
    pub texts: Vec<Text>,
    /// Every object in them that carries a signature.
    pub signed: Vec<Envelope>,
    pub ring: Ring,
    pub root: PublicKey,
}

impl Seeds {
    /// Drafts, offers, menus, answers alone and with their offers, requests with limits, entries.
    pub fn all() -> Self {
        let house = House::of(1);
        let offer = house.offer(&cards::card(), None);
        let id = id_of(&house, &offer);
        let mut other = cards::card();
        other.proposal.down_payment = cards::minor(1_000_00);
        let menu = house.menu(&[cards::card(), other]);
        let limits = House::agent_authority().encode().unwrap();
        let people = house.certificates();
        let mut whole = people[..2].to_vec();
        whole.extend([
            offer.clone(),
            house.approval(id),
            acceptance(id, "2026-11-22"),
        ]);
        let bundles = [
            vec![offer.clone()],
            vec![house.offer(&cards::loan(), None)],
            vec![menu],
            whole,
            vec![
                Envelope::unsigned(Kind::Authority, limits),
                house.request(id),
                offer.clone(),
            ],
            vec![offer.clone(), acceptance(id, "2026-11-22")],
            vec![offer, house.withdrawal(id, "2026-11-22")],
            vec![counter(Some(id), &cards::loan())],
            vec![house.approval(id)],
            vec![acceptance(id, "2026-11-22")],
            vec![people[0].clone()],
        ];
        let mut texts: Vec<String> = bundles
            .into_iter()
            .map(|objects| sealed(objects).unwrap())
            .collect();
        texts.push(house.entry());
        let signed = texts
            .iter()
            .flat_map(|text| read_objects(text).unwrap().objects().to_vec())
            .filter(|object| object.seal.is_some())
            .collect();
        texts.extend(
            cards::all()
                .iter()
                .map(|(_, offer)| encode_offer(offer, &offer.work_out().unwrap()).unwrap()),
        );
        Self {
            texts: texts.iter().map(|text| Text::of(text)).collect(),
            signed,
            ring: house.own_ring(),
            root: house.root.public(),
        }
    }
}

impl Text {
    fn of(text: &str) -> Self {
        let body = URL_SAFE_NO_PAD.decode(&text[3..text.len() - 2]).unwrap();
        Self {
            prefix: if text.starts_with('q') { "q1." } else { "s1." },
            cbor: body[..body.len() - 8].to_vec(),
        }
    }
}
