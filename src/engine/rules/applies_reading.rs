//! Which debts, customers and options something is written for, as it stands in a pack's file; and a pack's segments.

use super::{Applicability, BalanceBand, DateRange, DaysPastDue, Segment};
use crate::engine::claim::Product;
use crate::engine::fields::{Field, FieldError, Fields, Problem};
use crate::engine::money::Currency;

const MOST_DAYS: u32 = 36_500;
const MOST_SEGMENTS: u32 = 100;
const NAME_LENGTH: usize = 64;

/// Reads whom a rule binds. `segments` are those of its pack.
///
/// # Errors
/// [`FieldError`] for the first field that is unknown, malformed or at odds with another.
pub(super) fn read_applicability(
    applies: &Fields<'_>,
    currency: Currency,
    segments: &[Segment],
) -> Result<Applicability, FieldError> {
    applies.only(&[
        "products",
        "days_past_due",
        "balance",
        "customers",
        "strategies",
        "segments",
        "signed",
    ])?;
    let signed = match applies.optional("signed") {
        None => DateRange::default(),
        Some(field) => {
            let signed = field.object()?;
            signed.only(&["from", "to"])?;
            read_dates(&signed, "from", "to")?
        }
    };
    Ok(Applicability {
        products: optional(applies, "products", read_products)?,
        days_past_due: optional(applies, "days_past_due", read_days)?,
        balance: optional(applies, "balance", |field| read_balance(field, currency))?,
        customers: optional(applies, "customers", Field::some_words)?,
        strategies: optional(applies, "strategies", Field::some_words)?,
        segments: optional(applies, "segments", |field| read_names(field, segments))?,
        signed,
    })
}

/// Reads the segments of a pack, no two of which may overlap.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another;
/// [`Problem::Overlaps`] for the later of two segments that a case could fall in.
pub(super) fn read_segments(
    field: &Field<'_>,
    currency: Currency,
) -> Result<Vec<Segment>, FieldError> {
    let entries = field.list()?;
    if entries.is_empty()
        || u32::try_from(entries.len()).map_or(true, |count| count > MOST_SEGMENTS)
    {
        let most = MOST_SEGMENTS;
        return Err(field.refuse(Problem::NeedsCount { most }));
    }
    let mut segments: Vec<Segment> = Vec::with_capacity(entries.len());
    for entry in entries {
        let fields = entry.object()?;
        fields.only(&["id", "products", "days_past_due", "balance", "customers"])?;
        let segment = Segment {
            id: fields.required("id")?.text(NAME_LENGTH)?.to_owned(),
            products: optional(&fields, "products", read_products)?,
            days_past_due: optional(&fields, "days_past_due", read_days)?,
            balance: optional(&fields, "balance", |field| read_balance(field, currency))?,
            customers: optional(&fields, "customers", Field::some_words)?,
        };
        if segments.iter().any(|other| other.id == segment.id) {
            return Err(fields.refuse("id", Problem::NotEachOnce));
        }
        if let Some(other) = segments.iter().find(|other| other.overlaps(&segment)) {
            let with = other.id.clone();
            let overlap = entry.refuse(Problem::Overlaps { with });
            return Err(overlap.within(Some(&segment.id)));
        }
        segments.push(segment);
    }
    Ok(segments)
}

/// Reads a list of products, each of them once.
///
/// # Errors
/// [`FieldError`] for an unknown product, one that is there twice, or an empty list.
pub(super) fn read_products(field: &Field<'_>) -> Result<Vec<Product>, FieldError> {
    let codes = Product::ALL.map(Product::code);
    let mut products = Vec::new();
    for entry in field.list()? {
        let product = entry.code(&codes, Product::from_code)?;
        if products.contains(&product) {
            return Err(entry.refuse(Problem::NotEachOnce));
        }
        products.push(product);
    }
    // A rule for no product at all would look like one for every product.
    if products.is_empty() {
        return Err(field.refuse(Problem::NotEachOnce));
    }
    Ok(products)
}

/// Reads a range of days from two fields.
///
/// # Errors
/// [`FieldError`] for a malformed date, or a first day after the last.
pub(super) fn read_dates(
    fields: &Fields<'_>,
    from: &str,
    to: &str,
) -> Result<DateRange, FieldError> {
    let date = |name| optional(fields, name, Field::date);
    let range = DateRange {
        from: date(from)?,
        to: date(to)?,
    };
    match (range.from, range.to) {
        (Some(first), Some(last)) if first > last => {
            Err(fields.refuse(from, Problem::AfterDate { latest: last }))
        }
        _ => Ok(range),
    }
}

fn read_days(field: &Field<'_>) -> Result<DaysPastDue, FieldError> {
    let band = field.object()?;
    band.only(&["from", "to"])?;
    let from = band.required("from")?.count(MOST_DAYS)?;
    let to = optional(&band, "to", |field| field.count(MOST_DAYS))?;
    if let Some(to) = to.filter(|to| from > *to) {
        return Err(band.refuse("from", Problem::NeedsCount { most: to }));
    }
    Ok(DaysPastDue { from, to })
}

fn read_balance(field: &Field<'_>, currency: Currency) -> Result<BalanceBand, FieldError> {
    let band = field.object()?;
    band.only(&["from", "to"])?;
    let amount = |name| optional(&band, name, |field| field.money(currency));
    let (from, to) = (amount("from")?, amount("to")?);
    match (from, to) {
        // A band open at both ends would look like one that binds something.
        (None, None) => Err(band.refuse("from", Problem::Missing)),
        (Some(least), Some(most)) if least > most => {
            Err(band.refuse("from", Problem::Above { most, currency }))
        }
        _ => Ok(BalanceBand { from, to }),
    }
}

fn read_names(field: &Field<'_>, segments: &[Segment]) -> Result<Vec<String>, FieldError> {
    let known: Vec<&str> = segments.iter().map(|segment| segment.id.as_str()).collect();
    let mut names: Vec<String> = Vec::new();
    for entry in field.list()? {
        let name = entry.code(&known, |code| {
            known.contains(&code).then(|| code.to_owned())
        })?;
        if names.contains(&name) {
            return Err(entry.refuse(Problem::NotEachOnce));
        }
        names.push(name);
    }
    if names.is_empty() {
        return Err(field.refuse(Problem::NotEachOnce));
    }
    Ok(names)
}

/// A field that may be left out.
fn optional<'a, T>(
    fields: &Fields<'a>,
    name: &str,
    read: impl Fn(&Field<'a>) -> Result<T, FieldError>,
) -> Result<Option<T>, FieldError> {
    fields.optional(name).map(|field| read(&field)).transpose()
}
