//! C4: the same digest natively, in Node and in Chromium, over time zones and languages.

use super::{asked::Asked, in_wasm};
use crate::{
    browser::Browser,
    run::{Failure, answer, cargo, must, program},
    tools::Tools,
};

const BUILD: &str = "test --locked --no-default-features --profile native --test chance --no-run";
const TEST: &str = "test --locked --no-default-features --profile native --test chance \
    the_digest_asked_for_is_printed -- --exact --nocapture";
const SEED: u64 = 20_261_122;
const AIM: u64 = 1_000_000;
/// Where a reader may be: both sides of the date line, half hours, and zones that change their clocks.
const ZONES: [&str; 8] = [
    "UTC",
    "Asia/Shanghai",
    "Europe/London",
    "America/New_York",
    "Asia/Kolkata",
    "Australia/Lord_Howe",
    "Pacific/Kiritimati",
    "Pacific/Pago_Pago",
];
const LOCALES: [&str; 3] = ["zh-CN", "en-GB", "ar-EG"];

/// Every part of the cases natively and, in one of the 24 places, in Node and in Chromium.
pub fn alike(asked: &Asked) -> Result<(), Failure> {
    let (seed, cases) = (asked.seed.unwrap_or(SEED), asked.cases.unwrap_or(AIM));
    let (tools, browser) = (Tools::ready()?, Browser::ready()?);
    in_wasm::built(&tools)?;
    must(&mut cargo(BUILD), "the native tests could not be built")?;
    let places: Vec<(&str, &str)> = ZONES
        .iter()
        .flat_map(|zone| LOCALES.iter().map(move |locale| (*zone, *locale)))
        .collect();
    let part = cases.div_ceil(u64::try_from(places.len()).unwrap_or(1));
    let mut differing = 0_u32;
    for (number, (zone, locale)) in (0_u64..).zip(&places) {
        let first = number * part;
        let native = native(seed, first, part)?;
        let mut elsewhere = program("node");
        elsewhere
            .args(["xtask/node/alike.mjs", zone, locale])
            .args([seed, first, part].map(|count| count.to_string()))
            .env("CHROMIUM", &browser.chromium)
            .env("TZ", zone)
            .env("LC_ALL", locale.replace('-', "_"));
        let said = answer(&mut elsewhere)
            .ok_or_else(|| Failure("C4: Node or Chromium gave no digest.".into()))?;
        let same = said.lines().count() == 2 && said.lines().all(|digest| digest == native);
        println!(
            "{zone} {locale}: cases {first} to {}: {}",
            first + part - 1,
            if same { "one digest" } else { "DIFFERENT" }
        );
        if !same {
            differing += 1;
            println!("  native {native}\n  Node and Chromium {said}");
        }
    }
    // The control: another case must make another digest.
    if native(seed, 0, 10)? == native(seed, 1, 10)? {
        return Err(Failure("C4: the digest does not tell cases apart.".into()));
    }
    println!(
        "C4: {differing} of {} parts differ; {} plans, {} time zones, {} locales, seed {seed}; natively, in Node, in Chromium",
        places.len(),
        part * u64::try_from(places.len()).unwrap_or(1),
        ZONES.len(),
        LOCALES.len()
    );
    if differing == 0 {
        Ok(())
    } else {
        Err(Failure("C4 is not met.".into()))
    }
}

fn native(seed: u64, first: u64, cases: u64) -> Result<String, Failure> {
    let mut test = cargo(TEST);
    test.env("QUITTANCE_CHANCE_SEED", seed.to_string())
        .env("QUITTANCE_CHANCE_FIRST", first.to_string())
        .env("QUITTANCE_CHANCE_DIGEST", cases.to_string());
    answer(&mut test)
        .and_then(|text| {
            let line = text
                .lines()
                .find(|line| line.contains("digest seed "))?
                .to_owned();
            line.split_whitespace().last().map(str::to_owned)
        })
        .ok_or_else(|| Failure("C4: the native digest could not be worked out.".into()))
}
