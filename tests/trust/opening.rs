//! Opening several objects as one text.

use quittance::share::signed::{Doubt, Envelope, Ring, Signed, open_signed, text_of};

use crate::house::House;

/// A ring that has the lender's entry without any certificate.
pub fn bare_ring(house: &House) -> Ring {
    let mut ring = Ring::new();
    let entry = house.entry_of(&house.lender(Vec::new()));
    ring.trust(&entry, None).unwrap();
    ring
}

pub fn opened(objects: &[&Envelope], ring: &Ring) -> Result<Signed, Doubt> {
    let objects = objects.iter().map(|object| (*object).clone()).collect();
    open_signed(&text_of(objects).unwrap(), ring)
}
