//! Duties as they stand in a pack's file.

use super::applies_reading::{read_dates, read_products};
use super::pack_reading::{NAME_LENGTH, SOURCE_LENGTH, name_of, within_the_pack};
use super::{DateRange, Duty, DutyTopic, DutyWords};
use crate::engine::fields::{Field, FieldError, Fields, Problem};

const MOST_DUTIES: u32 = 200;
const WORDS_LENGTH: usize = 400;

/// Reads a list of duties of a pack, none of which bears a name that is `taken` or the name of another.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub(super) fn read_duties(
    field: &Field<'_>,
    pack: DateRange,
    taken: impl Fn(&str) -> bool,
) -> Result<Vec<Duty>, FieldError> {
    let entries = field.list()?;
    if u32::try_from(entries.len()).map_or(true, |count| count > MOST_DUTIES) {
        return Err(field.refuse(Problem::NeedsCount { most: MOST_DUTIES }));
    }
    let mut duties: Vec<Duty> = Vec::with_capacity(entries.len());
    for entry in entries {
        let fields = entry.object()?;
        let id = name_of(&fields);
        let duty = read_duty(&fields).map_err(|error| error.within(id))?;
        within_the_pack(&fields, pack, duty.effective).map_err(|error| error.within(id))?;
        if taken(&duty.id) || duties.iter().any(|other| other.id == duty.id) {
            return Err(fields.refuse("id", Problem::NotEachOnce).within(id));
        }
        duties.push(duty);
    }
    Ok(duties)
}

fn read_duty(duty: &Fields<'_>) -> Result<Duty, FieldError> {
    duty.only(&[
        "id",
        "topic",
        "words",
        "products",
        "source",
        "effective_from",
        "effective_to",
    ])?;
    let words = duty.required("words")?.object()?;
    words.only(&["zh", "en"])?;
    Ok(Duty {
        id: duty.required("id")?.text(NAME_LENGTH)?.to_owned(),
        topic: duty
            .required("topic")?
            .code(&DutyTopic::ALL.map(DutyTopic::code), DutyTopic::from_code)?,
        words: DutyWords {
            zh: words.required("zh")?.text(WORDS_LENGTH)?.to_owned(),
            en: words.required("en")?.text(WORDS_LENGTH)?.to_owned(),
        },
        products: duty
            .optional("products")
            .map(|field| read_products(&field))
            .transpose()?,
        source: duty.required("source")?.text(SOURCE_LENGTH)?.to_owned(),
        effective: read_dates(duty, "effective_from", "effective_to")?,
    })
}
