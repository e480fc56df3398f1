//! Changes to valid texts: bits, bytes, stretches, lengths that promise too much, halves of two texts.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};

use crate::seeds::Seeds;

/// Bytes with a meaning in CBOR: heads of huge and of endless things, tags, floats, simple values.
const HEADS: [&[u8]; 14] = [
    &[0x1b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x1b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x3b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x7a, 0xff, 0xff, 0xff, 0xff],
    &[0x9a, 0x00, 0x00, 0x02, 0x58],
    &[0x9b, 0x00, 0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00],
    &[0xba, 0x7f, 0xff, 0xff, 0xff],
    &[0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81, 0x81],
    &[0xa1, 0x00, 0xa1, 0x00, 0xa1, 0x00, 0xa1, 0x00],
    &[0x9f],
    &[0xbf],
    &[0xc0],
    &[0xfb, 0x7f, 0xf0, 0, 0, 0, 0, 0, 0],
];

/// Changed texts, the same every time for a seed.
pub struct Mutator<'a> {
    seeds: &'a Seeds,
    state: u64,
}

impl<'a> Mutator<'a> {
    pub const fn new(seed: u64, seeds: &'a Seeds) -> Self {
        Self { seeds, state: seed }
    }

    /// Vigna's splitmix64.
    fn number(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.state ^ (self.state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.number() % bound.max(1) as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.number().to_le_bytes()[0]
    }

    /// A changed text, and whether its checksum was mended.
    pub fn next(&mut self) -> (String, bool) {
        let seeds = self.seeds;
        let which = self.below(seeds.texts.len());
        let text = &seeds.texts[which];
        let mut cbor = text.cbor.clone();
        if self.below(8) == 0 {
            // The text itself, its checksum left as it was.
            let mut symbols = sealed(text.prefix, &cbor).into_bytes();
            for _ in 0..=self.below(3) {
                self.change(&mut symbols);
            }
            return (String::from_utf8_lossy(&symbols).into_owned(), false);
        }
        for _ in 0..=self.below(4) {
            self.change(&mut cbor);
        }
        // Now and then as a text of the other kind.
        let prefix = match self.below(50) {
            0 if text.prefix == "q1." => "s1.",
            0 => "q1.",
            _ => text.prefix,
        };
        (sealed(prefix, &cbor), true)
    }

    fn change(&mut self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            bytes.push(self.byte());
        }
        let at = self.below(bytes.len());
        match self.below(10) {
            0 | 1 => bytes[at] ^= 1 << self.below(8),
            2 => bytes[at] = self.byte(),
            3 => bytes.insert(at, self.byte()),
            4 => {
                bytes.remove(at);
            }
            5 => bytes.truncate(at),
            6 => {
                // A stretch once more, or moved.
                let length = self.below((bytes.len() - at).min(80));
                let stretch = bytes[at..at + length].to_vec();
                let to = self.below(bytes.len());
                bytes.splice(to..to, stretch);
            }
            7 => {
                // Half of another text behind half of this one.
                let other = self.below(self.seeds.texts.len());
                let other = &self.seeds.texts[other].cbor;
                let from = self.below(other.len());
                bytes.truncate(at);
                bytes.extend(&other[from..]);
            }
            8 => {
                let head = HEADS[self.below(HEADS.len())];
                let end = (at + self.below(head.len() + 1)).min(bytes.len());
                bytes.splice(at..end, head.iter().copied());
            }
            _ => {
                // A number one more or one less: the nearest other meaning.
                bytes[at] = if self.below(2) == 0 {
                    bytes[at].wrapping_add(1)
                } else {
                    bytes[at].wrapping_sub(1)
                };
            }
        }
    }
}

/// The text of some bytes, with their checksum.
fn sealed(prefix: &str, cbor: &[u8]) -> String {
    let sum = Sha256::new()
        .chain_update(prefix)
        .chain_update(cbor)
        .finalize();
    let payload = [cbor, &sum[..8]].concat();
    format!("{prefix}{}.z", URL_SAFE_NO_PAD.encode(payload))
}
