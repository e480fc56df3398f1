//! How fast the engine is on one core: F4, and this machine's side of F6 and F7.
//!
//! ```text
//! engine                      F4: bare, allocated and judged twelve-row plans a second, against their aims
//! engine speed WORK ROWS      one work a second, on a line of its own
//! engine only WORK ROWS TIMES one work so many times and nothing timed: for a counter of instructions
//! engine tables ROWS          the debts and their payments as JSON
//! ```
//!
//! Every work goes over the same 64 debts (`works.rs`). The median of several rounds is printed, and the spread beside
//! it, since machines are shared. A control first: a known table must be right, so that nothing is timed that does
//! not work.

#[path = "works.rs"]
mod works;

use std::time::Instant;

use quittance::engine::calendar::{Frequency, parse_date};
use quittance::engine::money::{Currency, Money, Rate, Rounding};
use quittance::engine::plan::schedule::{Instalment, InterestBasis, Method, amortise, periods};
use works::{DEBTS, Works};

const ROUNDS: usize = 15;
const BARE_AIM: u128 = 1_000_000;
const JUDGED_AIM: u128 = 400_000;

type Work = fn(&Works) -> Option<()>;

const WORKS: [(&str, Work); 5] = [
    ("bare", Works::bare),
    ("allocated", Works::allocated),
    ("judged", Works::judged),
    ("periodic-rate", Works::periodic_rates),
    ("dated-rate", Works::dated_rates),
];

fn main() {
    control();
    let words: Vec<String> = std::env::args()
        .skip(1)
        .filter(|word| word != "--bench")
        .collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        [] => all(),
        ["speed", name, rows] => {
            let works = works(rows);
            let _ = per_second(name, work(name), &works);
        }
        ["only", name, rows, times] => {
            let (works, work) = (works(rows), work(name));
            let Ok(times) = times.parse::<u32>() else {
                fail("TIMES is a number")
            };
            for _ in 0..times {
                done(work(&works));
            }
        }
        ["tables", rows] => match (works(rows).tables(), works(rows).first_rates()) {
            (Some(tables), Some([periodic, dated])) => {
                println!("{tables}");
                println!("[\"{periodic}\",\"{dated}\"]");
            }
            _ => fail("the debts have no payments"),
        },
        _ => fail("speed WORK ROWS, only WORK ROWS TIMES, tables ROWS, or nothing"),
    }
}

fn all() {
    let works = works("12");
    let [bare, allocated, judged] =
        ["bare", "allocated", "judged"].map(|name| per_second(name, work(name), &works));
    println!(
        "F4: {bare} bare (aim {BARE_AIM}), {allocated} allocated, {judged} judged (aim {JUDGED_AIM}) twelve-row plans a second on one core"
    );
    if bare < BARE_AIM || judged < JUDGED_AIM {
        std::process::exit(1);
    }
}

fn works(rows: &str) -> Works {
    let works = rows.parse().ok().and_then(Works::new);
    works.unwrap_or_else(|| fail("a debt of the bench is not one"))
}

fn work(name: &str) -> Work {
    let work = WORKS.iter().find(|(known, _)| *known == name);
    work.map_or_else(
        || fail("WORK is bare, allocated, judged, periodic-rate or dated-rate"),
        |(_, work)| *work,
    )
}

fn done(work: Option<()>) {
    if work.is_none() {
        fail("a plan of the bench is refused")
    }
}

/// 100 at 7 % in six months, whole months: 17.01 each and 17.00 at the end (Apache Fineract,
/// `test_dailyInterest` of its instalment calculator).
fn control() {
    let yuan = |text| Money::parse(text, Currency::Cny).ok();
    let table = || {
        let start = parse_date("2024-01-01").ok()?;
        let first = parse_date("2024-02-01").ok()?;
        let periods = periods(start, first, Frequency::MONTHLY, 6, InterestBasis::Periodic).ok()?;
        let rate = Rate::parse_percent("7").ok()?;
        let method = Method::EqualInstalment;
        let rows = amortise(
            yuan("100")?,
            rate,
            method,
            &periods,
            Instalment::Fitted,
            Rounding::HalfUp,
        )
        .ok()?;
        rows.iter()
            .map(|row| row.payment().ok())
            .collect::<Option<Vec<_>>>()
    };
    let expected: Option<Vec<_>> = ["17.01", "17.01", "17.01", "17.01", "17.01", "17.00"]
        .into_iter()
        .map(yuan)
        .collect();
    if table().is_none() || table() != expected {
        fail("the control table is wrong: nothing was timed");
    }
}

/// Runs of the work a second times the debts in it: the median of the rounds.
fn per_second(name: &str, work: Work, works: &Works) -> u128 {
    let mut rounds: Vec<u128> = (0..ROUNDS)
        .map(|_| {
            let began = Instant::now();
            let mut loops: u128 = 0;
            while began.elapsed().as_millis() < 100 {
                done(work(works));
                loops += 1;
            }
            loops * u128::from(DEBTS) * 1_000_000_000 / began.elapsed().as_nanos().max(1)
        })
        .collect();
    rounds.sort_unstable();
    let at = |place: usize| rounds.get(place).copied().unwrap_or(0);
    let median = at(ROUNDS / 2);
    println!(
        "{name}: {median} a second (median of {ROUNDS}; {} to {})",
        at(0),
        at(ROUNDS - 1)
    );
    median
}

fn fail(why: &str) -> ! {
    eprintln!("{why}");
    std::process::exit(2);
}
