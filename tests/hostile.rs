//! T4: texts that somebody changed, by chance and on purpose: refused or opened as they stand, at once, in little memory.
//!
//! A binary of its own, because its allocator counts. `cargo xtask figures T4` runs it longer.

#![cfg(not(target_arch = "wasm32"))]

#[path = "links/cards.rs"]
mod cards;
#[path = "trust/house.rs"]
mod house;
#[path = "hostile/mutate.rs"]
mod mutate;
#[path = "hostile/seeds.rs"]
mod seeds;

use std::env;
use std::time::{Duration, Instant};

use mutate::Mutator;
use peak_alloc::PeakAlloc;
use quittance::share::signed::{Ring, open_signed, read_objects};
use quittance::share::{Verified, decode_offer, encode_offer};
use seeds::Seeds;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const SEED: u64 = 20_261_122;
/// In every run of the tests.
const INPUTS: u64 = 40_000;
/// What takes longer is read again: somebody else may have had the processor.
const ODD: Duration = Duration::from_millis(5);
/// T4, of one text.
const LONGEST: Duration = Duration::from_millis(50);
const MOST_MEMORY: usize = 8 << 20;

fn given(name: &str) -> Option<u64> {
    env::var(name).ok()?.parse().ok()
}

/// What one run saw.
#[derive(Default)]
struct Seen {
    inputs: u64,
    mended: u64,
    drafts_opened: u64,
    objects_read: u64,
    signed_opened: u64,
    slowest: Duration,
    memory: usize,
}

#[test]
fn changed_texts_are_refused_or_opened_as_they_stand() {
    let seeds = Seeds::all();
    let seed = given("QUITTANCE_HOSTILE_SEED").unwrap_or(SEED);
    let time = given("QUITTANCE_HOSTILE_SECONDS").map(Duration::from_secs);
    let most = given("QUITTANCE_HOSTILE_INPUTS").unwrap_or(match time {
        Some(_) => u64::MAX,
        None => INPUTS,
    });
    let mut mutator = Mutator::new(seed, &seeds);
    let mut seen = Seen::default();
    let began = Instant::now();
    while seen.inputs < most && time.is_none_or(|time| began.elapsed() < time) {
        let (text, mended) = mutator.next();
        seen.inputs += 1;
        seen.mended += u64::from(mended);
        read(&text, &seeds, &mut seen);
    }
    println!(
        "T4: {} changed texts ({} under a mended checksum) in {} s, seed {seed}: {} drafts, {} lists of objects and {} signed texts opened as they stand; slowest {} us, most memory {} bytes above start",
        seen.inputs,
        seen.mended,
        began.elapsed().as_secs(),
        seen.drafts_opened,
        seen.objects_read,
        seen.signed_opened,
        seen.slowest.as_micros(),
        seen.memory
    );
    // Enough of them get past the checksum for the rest to be tried.
    assert!(seen.mended > seen.inputs / 2);
    assert!(
        seen.objects_read > seen.inputs / 200,
        "{}",
        seen.objects_read
    );
    assert!(
        seen.drafts_opened > seen.inputs / 1_000,
        "{}",
        seen.drafts_opened
    );
    assert!(seen.memory < MOST_MEMORY, "{}", seen.memory);
    // Tests are not optimised: what is asked of the program is asked of it as it is built.
    if cfg!(not(debug_assertions)) {
        assert!(seen.slowest < LONGEST, "{:?}", seen.slowest);
    }
}

/// One text by every reader.
fn read(text: &str, seeds: &Seeds, seen: &mut Seen) {
    MEMORY.reset_peak_usage();
    let start = MEMORY.current_usage();
    let began = Instant::now();
    let draft = decode_offer(text);
    let objects = read_objects(text);
    let signed = open_signed(text, &seeds.ring);
    let _ = Ring::new().trust(text, Some(&seeds.root));
    let took = began.elapsed();
    seen.memory = seen.memory.max(MEMORY.peak_usage().saturating_sub(start));
    seen.slowest = seen.slowest.max(if took > ODD {
        again(text, seeds).min(took)
    } else {
        took
    });
    if let Ok(opened) = draft {
        seen.drafts_opened += 1;
        // The only text of this offer and these figures, or figures that nobody worked out.
        if opened.verified == Verified::SameFigures {
            let bare = text.trim_start_matches('#');
            assert_eq!(encode_offer(&opened.offer, &opened.worked).unwrap(), bare);
        }
    }
    seen.objects_read += u64::from(objects.is_ok());
    if signed.is_ok() {
        seen.signed_opened += 1;
        // Nothing that carries a signature is new: whatever was changed, nobody signed.
        for object in objects.unwrap().objects() {
            if object.seal.is_some() {
                assert!(seeds.signed.contains(object), "{text}");
            }
        }
    }
}

/// The least of three runs.
fn again(text: &str, seeds: &Seeds) -> Duration {
    let once = || {
        let began = Instant::now();
        let _ = (
            decode_offer(text),
            read_objects(text),
            open_signed(text, &seeds.ring),
        );
        began.elapsed()
    };
    [once(), once(), once()]
        .into_iter()
        .min()
        .unwrap_or_default()
}
