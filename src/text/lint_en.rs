//! What is wrong with a pack, in English.

use super::lint::Said;
use crate::engine::rules::Flaw;

/// The same of rules that nobody can judge by; `None` for every other flaw. Apart from the rest, because the desk says
/// only these.
pub(super) fn barring(flaw: &Flaw, said: &Said) -> Option<String> {
    let Said {
        rule,
        id,
        title,
        other,
        other_id,
        what,
        ..
    } = said;
    Some(match flaw {
        Flaw::Gap { .. } => format!(
            "{title}: no rule covers {what}; {other_id} ends before and {id} begins after. Extend one of the two bands, or \
             add a rule between."
        ),
        Flaw::Overlap { both: Some(_), .. } => format!(
            "{title}: {rule} and {other} bind with equal weight where they overlap ({what}), and nothing says which value \
             counts. End one band where the other begins."
        ),
        Flaw::Overlap { both: None, .. } => format!(
            "{title}: {rule} and {other} bind the same debts with equal weight, and nothing says which value counts. Keep \
             one of them, or give them different severities."
        ),
        Flaw::Loosens { .. } => format!(
            "{title}: {rule} leaves more room than {other} of {what} for the same debts, and a lower layer may only \
             tighten. Bring {id} within that limit, or remove it."
        ),
        _ => return None,
    })
}

/// What is wrong, and how to mend it.
pub(super) fn sentence(flaw: &Flaw, said: &Said) -> String {
    let Said {
        rule,
        id,
        title,
        other,
        other_id,
        what,
        days,
        ..
    } = said;
    match flaw {
        Flaw::Gap { .. } | Flaw::Overlap { .. } | Flaw::Loosens { .. } => {
            barring(flaw, said).unwrap_or_default()
        }
        Flaw::SegmentGap { .. } => format!(
            "No segment takes {what}; {other_id} ends before and {id} begins after, and such cases cannot be judged. Extend \
             one of the two, or add a segment between."
        ),
        Flaw::Narrower { .. } => format!(
            "{title}: {rule} binds some of the debts of {other}, and an option for these has to meet both. Leave it if that is \
             meant; otherwise take these debts out of {other_id}."
        ),
        Flaw::SaidTwice { .. } => {
            format!("{title}: {rule} says what {other_id} says already. Remove one of them.")
        }
        Flaw::NeverInForce => format!(
            "{id} is never in force while its pack is. Change its dates or those of the pack."
        ),
        Flaw::ProductsNotCovered => format!(
            "{id} is written for {what}, and its pack is not. Add that to the products of the pack, or remove the rule."
        ),
        Flaw::OutsideSegments => format!(
            "{id} is written for debts that fall in no segment of its pack. Change what it is written for, or the segments."
        ),
        Flaw::NeverMet => format!(
            "No option can meet {rule}: every option is one payment or instalments. Name at least one of them."
        ),
        Flaw::NeverDecides { .. } => format!(
            "{title}: {rule} never decides, because {other} is graver, at least as tight, and binds the same debts. \
             Tighten {id}, or remove it."
        ),
        Flaw::CountWithoutTime => format!(
            "{id} limits how many payments there are, and nothing limits how long they take: with longer steps a plan runs \
             on. Add a limit on the days or months in all."
        ),
        Flaw::AgreedDaysApart => format!(
            "{id} accepts days agreed one by one, and nothing limits how far apart they lie. Add a limit on the days \
             between payments."
        ),
        Flaw::LumpSumAnyDay => format!(
            "{id} binds instalments, and nothing says by when one sum must be paid. Add a limit on the days to the first \
             payment, or on the days in all."
        ),
        Flaw::UncappedComponents { .. } => format!(
            "{id} limits what is given up of one component, and nothing limits {what} or the total, so that a discount can \
             fall there. Add a limit on the total, or on these."
        ),
        Flaw::StrategiesFree { .. } => format!(
            "{title}: {id} binds only options that use certain strategies, and no rule of its kind binds those with {what}. \
             Name these too, or drop the condition."
        ),
        Flaw::NotNotedFree => format!(
            "{title}: {id} and the other rules of its kind bind customers of every type, but nobody of whom nothing is noted. \
             Add a rule without that condition."
        ),
        Flaw::NeverBoth { .. } => {
            format!("No option can meet both {rule} and {other}. Change one of the two.")
        }
        Flaw::StepTooLong { .. } => format!(
            "Of {id} and {other_id}, one accepts payments {what}, whose longest step is {days}, and the other allows less \
             time between payments. Allow that time, or leave the step out."
        ),
        Flaw::NoSource
        | Flaw::NoMark
        | Flaw::NoDate
        | Flaw::SecondaryDecides
        | Flaw::HiddenLaw
        | Flaw::GivenAway { .. }
        | Flaw::PackExpired { .. }
        | Flaw::PackNotYet { .. }
        | Flaw::RuleExpired { .. }
        | Flaw::DefaultBeyond { .. } => of_itself(flaw, said),
    }
}

/// What is wrong with a rule or a pack whatever the other rules limit.
fn of_itself(flaw: &Flaw, said: &Said) -> String {
    let Said {
        rule,
        id,
        severity,
        other,
        other_id,
        what,
        on,
        ..
    } = said;
    match flaw {
        Flaw::NoSource => format!(
            "{id} does not say where it comes from. Name the article of law, or the lender's own decision."
        ),
        Flaw::NoMark => format!(
            "{id} does not say how its source was read. Add [R] for the original, [2] for another text, or [u] where it \
             was not checked."
        ),
        Flaw::NoDate => format!(
            "{id} bears no date. Give the day from which it is in force, the dates of its contracts, or the year of its \
             source."
        ),
        Flaw::SecondaryDecides => format!(
            "{id} leads to {severity}, but its source was not read in the original. Let it only warn, or read the original \
             and mark it [R]."
        ),
        Flaw::HiddenLaw => format!("{id} is law and stands as private. Make it public."),
        Flaw::GivenAway { .. } => format!(
            "The private value of {id} follows from {other}, which is public. Make {other_id} private too, or choose \
             another value."
        ),
        Flaw::PackExpired { .. } => {
            format!("The pack ended on {what}, before {on}. Use a later version, or extend it.")
        }
        Flaw::PackNotYet { .. } => {
            format!("The pack begins on {what}, after {on}. Use an earlier version until then.")
        }
        Flaw::RuleExpired { .. } => format!(
            "{id} ended on {what}, and no rule of its kind is in force on {on}. Renew it, or remove it."
        ),
        // The desk's defaults.
        _ => format!(
            "The desk starts from {what}, beyond {rule}, which leads to {severity}. Lower what the desk starts from, or \
             change the rule."
        ),
    }
}
