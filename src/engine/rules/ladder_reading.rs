//! A ladder and a lender's expectations as they stand in a pack's file, read strictly.

use super::ladder::RELIEF_ORDER;
use super::{Ask, Expectations, Give, Ladder, LadderStep, Reveal};
use crate::engine::claim::{Component, PerComponent};
use crate::engine::fields::{Field, FieldError, Fields, Problem};
use crate::engine::money::Share;
use crate::engine::plan::schedule::MOST_ROWS;

const MOST_STEPS: u32 = 24;
const MOST_DAYS: u32 = 3_660;
const NAME_LENGTH: usize = 64;
const SOURCE_LENGTH: usize = 400;

/// Reads a ladder.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another: a step that gives
/// nothing more than those before it, or money after time.
pub(super) fn read_ladder(field: &Field<'_>) -> Result<Ladder, FieldError> {
    let ladder = field.object()?;
    ladder.only(&["reveal", "steps", "source"])?;
    let entries = ladder.required("steps")?;
    let list = entries.list()?;
    if list.is_empty() {
        return Err(entries.refuse(Problem::Missing));
    }
    if u32::try_from(list.len()).map_or(true, |count| count > MOST_STEPS) {
        return Err(entries.refuse(Problem::NeedsCount { most: MOST_STEPS }));
    }
    let mut steps: Vec<LadderStep> = Vec::with_capacity(list.len());
    let mut so_far = Give::default();
    for entry in list {
        let fields = entry.object()?;
        let step = read_step(&fields)?;
        if steps.iter().any(|other| other.id == step.id) {
            return Err(fields.refuse("id", Problem::NotEachOnce));
        }
        let now = step.give.after(&so_far);
        let more_money = now.relief_alone() != so_far.relief_alone();
        if now == so_far {
            return Err(fields.refuse("give", Problem::GivesNoMore));
        }
        // Relief of what was added comes before longer terms; a step may give both at once.
        if so_far.gives_time() && more_money {
            return Err(fields.refuse("give", Problem::ReliefAfterTime));
        }
        so_far = now;
        steps.push(step);
    }
    Ok(Ladder {
        reveal: ladder
            .required("reveal")?
            .code(&Reveal::ALL.map(Reveal::code), Reveal::from_code)?,
        steps,
        source: ladder.required("source")?.text(SOURCE_LENGTH)?.to_owned(),
    })
}

fn read_step(step: &Fields<'_>) -> Result<LadderStep, FieldError> {
    step.only(&["id", "give", "ask"])?;
    let asks = step.required("ask")?;
    let mut ask: Vec<Ask> = Vec::new();
    for entry in asks.list()? {
        let one = read_ask(&entry)?;
        if ask.iter().any(|other| other.code() == one.code()) {
            return Err(entry.refuse(Problem::NotEachOnce));
        }
        ask.push(one);
    }
    // Nothing is given up for nothing.
    if ask.is_empty() {
        return Err(asks.refuse(Problem::Missing));
    }
    Ok(LadderStep {
        id: step.required("id")?.text(NAME_LENGTH)?.to_owned(),
        give: read_give(&step.required("give")?.object()?)?,
        ask,
    })
}

fn read_give(give: &Fields<'_>) -> Result<Give, FieldError> {
    give.only(&["waivers", "discount", "rate", "count", "deferral_days"])?;
    let mut waivers = PerComponent::all(Share::ZERO);
    if let Some(field) = give.optional("waivers") {
        let given = field.object()?;
        given.only(&RELIEF_ORDER.map(Component::code))?;
        for component in RELIEF_ORDER {
            if let Some(field) = given.optional(component.code()) {
                waivers.set(component, field.share()?);
            }
        }
    }
    let count = |name: &str, most| {
        let field = give.optional(name);
        field.map(|field| field.count(most)).transpose()
    };
    let discount = give.optional("discount").map(|field| field.share());
    Ok(Give {
        waivers,
        discount: discount.transpose()?.unwrap_or(Share::ZERO),
        rate: give
            .optional("rate")
            .map(|field| field.rate())
            .transpose()?,
        count: count("count", MOST_ROWS)?,
        deferral_days: count("deferral_days", MOST_DAYS)?,
    })
}

fn read_ask(field: &Field<'_>) -> Result<Ask, FieldError> {
    let ask = field.object()?;
    let kind = ask.required("kind")?.code(&Ask::CODES, |code| {
        Ask::CODES.into_iter().find(|known| *known == code)
    })?;
    ask.only(match kind {
        "down-payment" => &["kind", "share"],
        "first-payment" => &["kind", "days"],
        _ => &["kind"],
    })?;
    Ok(match kind {
        "down-payment" => Ask::DownPayment {
            share: ask.required("share")?.share()?,
        },
        "first-payment" => Ask::FirstPayment {
            days: ask.required("days")?.count(MOST_DAYS)?,
        },
        "lump-sum" => Ask::LumpSum,
        "autopay" => Ask::Autopay,
        "security" => Ask::Security,
        _ => Ask::Evidence,
    })
}

/// Reads what a lender expects of its plans.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown or malformed.
pub(super) fn read_expectations(field: &Field<'_>) -> Result<Expectations, FieldError> {
    let fields = field.object()?;
    fields.only(&["rate", "kept", "recovers", "source"])?;
    Ok(Expectations {
        rate: fields.required("rate")?.rate()?,
        kept: fields.required("kept")?.share()?,
        recovers: fields.required("recovers")?.share()?,
        source: fields.required("source")?.text(SOURCE_LENGTH)?.to_owned(),
    })
}
