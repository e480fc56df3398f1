//! Options as a hurried hand types them, and one digest of all that they come to. The native tests and those in
//! the browser read this file, so that both must arrive at the same digest.

use std::fmt::Write as _;

use quittance::engine::calendar::{Frequency, format_date};
use quittance::engine::claim::Component;
use quittance::engine::plan::{Carry, DeferralInterest, Method};
use quittance::samples;
use quittance::ui::model::{
    CaseDraft, Draft, Evaluated, OpenCase, OptionDraft, OptionKind, SizeKind, evaluate, open_case,
};
use sha2::{Digest, Sha256};

/// How many options the digest is of.
pub const PLANS: usize = 500;

/// SHA-256 over every figure, date and verdict of [`PLANS`] options, and over what is wrong with those that
/// cannot be laid out.
pub const DIGEST: &str = "47a891e2b027e6828d214cd0deb18097b0b8a5ec7665a086b2943d613534a095";

/// How many texts are typed into every field.
pub const TEXTS: usize = 2_000;

/// Dice that fall alike on every machine (splitmix64).
pub struct Dice(u64);

impl Dice {
    /// Dice that start from a number.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit).unwrap();
        usize::try_from(self.roll() % limit).unwrap()
    }

    fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len())]
    }
}

/// A sample, opened.
pub fn opened(id: &str) -> OpenCase {
    let file = samples::by_id(id).unwrap().file.to_owned();
    let draft = Draft {
        case: CaseDraft::File(file),
        ..Draft::default()
    };
    open_case(&draft).unwrap()
}

/// Every sample, opened.
pub fn all_opened() -> Vec<OpenCase> {
    samples::ALL
        .iter()
        .map(|sample| opened(sample.id))
        .collect()
}

/// Some text: digits, signs, separators, letters and what else a keyboard or a clipboard brings along.
pub fn any_text(dice: &mut Dice) -> String {
    const PIECES: [&str; 40] = [
        "0",
        "1",
        "9",
        "12",
        "48,532.17",
        "999",
        "000",
        ".",
        ",",
        " ",
        "-",
        "−",
        "+",
        "%",
        "％",
        "¥",
        "￥",
        "元",
        "万",
        "人民币",
        "£",
        "$",
        "４",
        "．",
        "，",
        "８５",
        "e5",
        "1e5",
        "_",
        "NaN",
        "inf",
        "٣",
        "½",
        "\u{200b}",
        "\u{a0}",
        "🙂",
        "年",
        "2026-12-20",
        "99999999999999999999",
        "\"",
    ];
    let length = dice.below(7);
    (0..length).map(|_| *dice.one_of(&PIECES)).collect()
}

/// The option that a case starts with, with most of its terms typed anew; most of it can be laid out.
fn any_option(dice: &mut Dice, open: &OpenCase) -> OptionDraft {
    const AMOUNTS: [&str; 7] = ["", "", "0", "200", "1,956.88", "５０", "0.01万"];
    const SHARES: [&str; 8] = ["", "", "", "10%", "33.33%", "50 %", "１００％", "7.125%"];
    const DAYS: [&str; 6] = [
        "2026-12-20",
        "2026年12月31日",
        "2027/1/31",
        "2027.2.28",
        "29 Feb 2028",
        "2026-11-30",
    ];
    const RATES: [&str; 6] = ["0", "6", "7.2%", "18.25", "35.9", "1200"];
    let mut option = open.starting_option();
    if dice.below(6) == 0 {
        option.kind = OptionKind::LumpSum;
        (*dice.one_of(&SHARES)).clone_into(&mut option.discount);
    }
    match dice.below(4) {
        0 => {
            option.size = SizeKind::Payment;
            option.payment = format!("{}.{:02}", 1_500 + dice.below(20_000), dice.below(100));
        }
        1 => option.whole_units = true,
        _ => dice
            .one_of(&Method::ALL)
            .code()
            .clone_into(&mut option.method),
    }
    option.count = (1 + dice.below(60)).to_string();
    let steps = [
        Frequency::WEEKLY,
        Frequency::FORTNIGHTLY,
        Frequency::MONTHLY,
    ];
    option.frequency = dice.one_of(&steps).code();
    dice.one_of(&DeferralInterest::ALL)
        .code()
        .clone_into(&mut option.deferral);
    dice.one_of(&Carry::ALL)
        .code()
        .clone_into(&mut option.carry);
    (*dice.one_of(&DAYS)).clone_into(&mut option.first_due);
    (*dice.one_of(&RATES)).clone_into(&mut option.rate);
    let texts = if dice.below(2) == 0 {
        &AMOUNTS[..]
    } else {
        &SHARES[..]
    };
    (*dice.one_of(texts)).clone_into(&mut option.down_payment);
    for component in Component::ALL {
        option.set_waiver(component, (*dice.one_of(&SHARES)).to_owned());
    }
    if dice.below(4) == 0 {
        let component = *dice.one_of(&Component::ALL);
        option.set_waiver(component, (*dice.one_of(&AMOUNTS)).to_owned());
    }
    option
}

/// Every figure, date and decision of an option as text; which words explain them does not matter here.
fn figures(text: &mut String, option: &Evaluated) {
    let totals = &option.worked.totals;
    write!(
        text,
        "{:?} {:?}",
        totals.rate_on_claim, totals.rate_on_balance
    )
    .unwrap();
    write!(
        text,
        " {} {}",
        totals.cost_against_nothing.minor(),
        totals.count
    )
    .unwrap();
    for row in &option.worked.plan.rows {
        write!(text, "\n{:?} {}", row.kind, format_date(row.date)).unwrap();
        for ((_, paid), (_, left)) in row.paid.iter().zip(row.closing.iter()) {
            write!(text, " {}/{}", paid.minor(), left.minor()).unwrap();
        }
    }
    for stop in &option.worked.stops {
        let owed = stop.balances.components.total().unwrap();
        write!(text, "\n{} {}", format_date(stop.on), owed.minor()).unwrap();
    }
    write!(text, "\n{:?}", option.verdict.decision).unwrap();
    for finding in &option.verdict.findings {
        write!(text, "\n{} {:?}", finding.rule.id, finding.outcome).unwrap();
    }
}

/// The digest of [`PLANS`] options, and how many of them could be laid out.
pub fn digest_of_plans() -> (String, usize) {
    let cases = all_opened();
    let mut dice = Dice::new(20_261_121);
    let mut sum = Sha256::new();
    let mut laid_out = 0;
    for _ in 0..PLANS {
        let open = dice.one_of(&cases);
        let mut text = String::new();
        match evaluate(open, &any_option(&mut dice, open)) {
            Ok(option) => {
                laid_out += 1;
                figures(&mut text, &option);
            }
            Err(issues) => write!(text, "{issues:?}").unwrap(),
        }
        sum.update(text);
    }
    let digest = sum
        .finalize()
        .iter()
        .fold(String::new(), |text, byte| format!("{text}{byte:02x}"));
    (digest, laid_out)
}

/// Types [`TEXTS`] texts into the fields of an option and works each out; how many of them could be laid out.
pub fn type_texts_into_every_field() -> usize {
    let cases = all_opened();
    let mut dice = Dice::new(7);
    let mut laid_out = 0;
    for at in 0..TEXTS {
        let open = dice.one_of(&cases);
        let mut option = open.starting_option();
        let text = any_text(&mut dice);
        match at % 8 {
            0 => option.down_payment = text,
            1 => {
                option.size = SizeKind::Payment;
                option.payment = text;
            }
            2 => option.count = text,
            3 => option.rate = text,
            4 => option.first_due = text,
            5 => option.discount = text,
            6 => {
                let component = *dice.one_of(&Component::ALL);
                option.set_waiver(component, text);
            }
            // Every field at once, and the codes that a kept draft may have wrong too.
            _ => {
                option.method = any_text(&mut dice);
                option.frequency = any_text(&mut dice);
                option.carry = any_text(&mut dice);
                option.count = any_text(&mut dice);
                option.down_payment = any_text(&mut dice);
                option.rate = text;
            }
        }
        laid_out += usize::from(evaluate(open, &option).is_ok());
    }
    laid_out
}
