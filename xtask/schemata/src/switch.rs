//! The module that is put into the crate and says which mutant is on.

/// The name of the variable that chooses: a number, or `record`.
pub const CHOSEN: &str = "QUITTANCE_MUTANT";

/// The name of the variable that names the file of numbers reached while recording.
pub const REACHED: &str = "QUITTANCE_REACHED";

/// Its text for numbers from 1 to `last`.
pub fn module(last: u32) -> String {
    TEXT.replace("LAST_NUMBER", &last.to_string())
        .replace("CHOSEN_NAME", CHOSEN)
        .replace("REACHED_NAME", REACHED)
}

const TEXT: &str = r#"//! Which mutant of this build is on: none, one by its number, or none while every one that is reached is noted.
#![allow(warnings, clippy::all, clippy::pedantic)]

use std::io::Write;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering::Relaxed};
use std::sync::Mutex;

const RECORDING: u32 = u32::MAX - 1;
const UNREAD: u32 = u32::MAX;

static CHOSEN: AtomicU32 = AtomicU32::new(UNREAD);
static SEEN: [AtomicBool; LAST_NUMBER + 1] = [const { AtomicBool::new(false) }; LAST_NUMBER + 1];
static FILE: Mutex<Option<std::fs::File>> = Mutex::new(None);

#[inline]
pub fn on(number: u32) -> bool {
    let chosen = CHOSEN.load(Relaxed);
    chosen == number || (chosen >= RECORDING && first(number))
}

#[cold]
#[inline(never)]
fn first(number: u32) -> bool {
    if CHOSEN.load(Relaxed) == UNREAD {
        let word = std::env::var("CHOSEN_NAME").unwrap_or_default();
        let chosen = match word.as_str() {
            "" => 0,
            "record" => RECORDING,
            number => number.parse().expect("CHOSEN_NAME is a number"),
        };
        if chosen == RECORDING {
            let path = std::env::var("REACHED_NAME").expect("REACHED_NAME names a file");
            let file = std::fs::OpenOptions::new().create(true).append(true).open(path);
            *FILE.lock().unwrap() = Some(file.expect("the file opens"));
        }
        CHOSEN.store(chosen, Relaxed);
        return on(number);
    }
    if !SEEN[number as usize].swap(true, Relaxed) {
        let mut file = FILE.lock().unwrap();
        writeln!(file.as_mut().unwrap(), "{number}").unwrap();
    }
    false
}

/// One of two iterators, where a function says no more of what it returns.
#[derive(Clone)]
pub enum Either<A, B> {
    One(A),
    Other(B),
}

impl<T, A: Iterator<Item = T>, B: Iterator<Item = T>> Iterator for Either<A, B> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        match self {
            Self::One(one) => one.next(),
            Self::Other(other) => other.next(),
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match self {
            Self::One(one) => one.size_hint(),
            Self::Other(other) => other.size_hint(),
        }
    }
}

impl<T, A: DoubleEndedIterator<Item = T>, B: DoubleEndedIterator<Item = T>> DoubleEndedIterator for Either<A, B> {
    fn next_back(&mut self) -> Option<T> {
        match self {
            Self::One(one) => one.next_back(),
            Self::Other(other) => other.next_back(),
        }
    }
}

impl<T, A: ExactSizeIterator<Item = T>, B: ExactSizeIterator<Item = T>> ExactSizeIterator for Either<A, B> {}
"#;
