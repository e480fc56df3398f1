//! The closed lists of the engine: every word has one code, no two words share one, and a code leads back to its word.
//! Files and links hold codes, so that one that changed would be another word to whoever kept a file.

use quittance::engine::calendar::{
    AnnualRule, AnnualUnit, BusinessCalendar, Counting, DayCount, Frequency, Roll, Unit,
};
use quittance::engine::claim::{
    Advance, Approach, Cell, ChargeTiming, Component, CustomerType, Fill, Jurisdiction,
    PenaltyBase, PenaltyStart, Product, Settling, Sign, Stage, Timing,
};
use quittance::engine::money::{Currency, Rounding, Share};
use quittance::engine::negotiate::Term;
use quittance::engine::plan::schedule::{
    Balances, FirstNight, LastInstalment, OverdueInterest, Refit,
};
use quittance::engine::plan::{
    Carry, DeferralInterest, FlatPrincipal, Method, VestingKind, WhileKept,
};
use quittance::engine::rules::{Ask, DutyTopic, Effect, HeadPart, Reveal, Role, RulePart};
use std::collections::BTreeSet;
use std::fmt::Debug;

/// Codes are short words of lower-case letters, digits and hyphens, each of them once.
fn distinct<T: Copy>(list: &str, all: &[T], code: impl Fn(T) -> String) -> BTreeSet<String> {
    let codes: BTreeSet<String> = all.iter().map(|one| code(*one)).collect();
    assert_eq!(codes.len(), all.len(), "{list}: {codes:?}");
    for code in &codes {
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-/+.:".contains(&byte);
        assert!(
            !code.is_empty() && code.bytes().all(plain),
            "{list}: {code:?}"
        );
    }
    codes
}

fn there_and_back<T: Copy + PartialEq + Debug>(
    list: &str,
    all: &[T],
    code: impl Fn(T) -> String,
    from_code: impl Fn(&str) -> Option<T>,
) {
    for known in distinct(list, all, &code) {
        let word = from_code(&known);
        assert_eq!(word.map(&code), Some(known), "{list}");
    }
    for one in all {
        assert_eq!(from_code(&code(*one)), Some(*one), "{list}");
    }
    for unknown in ["", "xyzzy", " ", "none-of-these"] {
        assert_eq!(from_code(unknown), None, "{list}: {unknown:?}");
    }
}

macro_rules! read_back {
    ($($list:ident),+ $(,)?) => {
        $(there_and_back(stringify!($list), &$list::ALL, |one| one.code().to_owned(), $list::from_code);)+
    };
}

macro_rules! written {
    ($($list:ident),+ $(,)?) => {
        $(distinct(stringify!($list), &$list::ALL, |one: $list| one.code().to_owned());)+
    };
}

#[test]
fn a_code_leads_back_to_its_word() {
    read_back!(
        AnnualRule,
        AnnualUnit,
        Counting,
        DayCount,
        Roll,
        Unit,
        Advance,
        ChargeTiming,
        Component,
        CustomerType,
        Fill,
        Jurisdiction,
        PenaltyBase,
        PenaltyStart,
        Product,
        Settling,
        Sign,
        Timing,
        Currency,
        Rounding,
        Carry,
        DeferralInterest,
        FlatPrincipal,
        Method,
        VestingKind,
        WhileKept,
        Balances,
        FirstNight,
        LastInstalment,
        OverdueInterest,
        Refit,
        DutyTopic,
        Reveal,
        Role
    );
}

#[test]
fn words_that_are_only_written_have_codes_of_their_own() {
    written!(Approach, Stage, HeadPart, RulePart);
    // A waiver's and a carry's name leave the component out.
    let terms: BTreeSet<&str> = Term::ALL.into_iter().map(Term::code).collect();
    assert_eq!((Term::ALL.len(), terms.len()), (15, 10), "{terms:?}");
    let effects = [
        Effect::Tightens,
        Effect::Loosens,
        Effect::Mixed,
        Effect::Nothing,
    ];
    distinct("Effect", &effects, |effect| effect.code().to_owned());
}

#[test]
fn a_calendar_and_a_frequency_lead_back_too() {
    let calendars = ["every-day", "weekdays", "cn", "gb-eaw"];
    for code in calendars {
        let calendar = BusinessCalendar::from_code(code);
        assert_eq!(calendar.map(|calendar| calendar.code()), Some(code));
    }
    assert_eq!(BusinessCalendar::from_code("xyzzy"), None);
    for unit in Unit::ALL {
        for every in [1, 2, 3, 31] {
            let frequency = Frequency::new(every, unit);
            let again = frequency.and_then(|one| Frequency::from_code(&one.code()));
            assert_eq!(again, frequency);
        }
    }
}

#[test]
fn every_cell_of_the_grid_leads_back() {
    let mut codes = BTreeSet::new();
    for timing in Timing::ALL {
        for component in Component::ALL {
            let cell = Cell { timing, component };
            assert_eq!(Cell::from_code(&cell.code()), Some(cell));
            codes.insert(cell.code());
        }
    }
    assert_eq!(codes.len(), Timing::ALL.len() * Component::ALL.len());
}

#[test]
fn whatever_is_asked_for_in_return_has_a_code_of_its_own() {
    let days = 3;
    let share = Share::ONE;
    let asked = [
        Ask::DownPayment { share },
        Ask::FirstPayment { days },
        Ask::LumpSum,
        Ask::Autopay,
        Ask::Security,
        Ask::Evidence,
    ];
    distinct("Ask", &asked, |ask| ask.code().to_owned());
}
