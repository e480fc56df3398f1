//! Rule packs as files: JSON, read strictly.
//!
//! Format `quittance-pack/1`: amounts, rates and shares are decimal text, dates are ISO text, as in case files.

use std::sync::Arc;

use super::applies_reading::{read_applicability, read_dates, read_products, read_segments};
use super::duty_reading::read_duties;
use super::ladder_reading::{read_expectations, read_ladder};
use super::limit_reading::read_limit;
use super::{
    Applicability, DateRange, DeskDefaults, Layer, Pack, PackName, Role, Rule, Segment, Severity,
    Visibility,
};
use crate::engine::calendar::DayCount;
use crate::engine::claim::{Component, Jurisdiction, PerComponent};
use crate::engine::fields::{Field, FieldError, Fields, Problem, parse_document};
use crate::engine::money::{Currency, Rounding, Share};
use crate::engine::plan::schedule::MOST_ROWS;
use crate::engine::plan::{Cure, InterestBasis};

/// The format that [`read_pack`] reads.
pub const PACK_FORMAT: &str = "quittance-pack/1";

/// The fields that every pack may have.
const STATUTORY_FIELDS: [&str; 14] = [
    "format",
    "id",
    "name",
    "version",
    "layer",
    "jurisdiction",
    "currency",
    "effective_from",
    "effective_to",
    "products",
    "segments",
    "defaults",
    "rules",
    "duties",
];
/// The fields that only a lender's own pack may have.
const HOUSE_FIELDS: [&str; 2] = ["ladder", "expectations"];

const MOST_RULES: u32 = 500;
const MOST_DAYS: u32 = 36_500;
pub(super) const NAME_LENGTH: usize = 64;
pub(super) const SOURCE_LENGTH: usize = 400;

/// Reads a rule pack.
///
/// # Errors
/// [`FieldError`] for the first field that is missing, unknown, malformed or at odds with another.
pub fn read_pack(text: &str) -> Result<Pack, FieldError> {
    let document = parse_document(text)?;
    let root = Field::root(&document).object()?;
    root.only(&[&STATUTORY_FIELDS[..], &HOUSE_FIELDS[..]].concat())?;
    root.required("format")?
        .code(&[PACK_FORMAT], |code| (code == PACK_FORMAT).then_some(()))?;
    let currency = root
        .required("currency")?
        .code(Currency::CODES, Currency::from_code)?;
    let layer = root
        .required("layer")?
        .code(&["statutory", "house"], |code| match code {
            "statutory" => Some(Layer::Statutory),
            "house" => Some(Layer::House),
            _ => None,
        })?;
    root.required("effective_from")?;
    let defaults = match (layer, root.optional("defaults")) {
        (Layer::House, None) => return Err(root.refuse("defaults", Problem::Missing)),
        (Layer::Statutory, None) => DeskDefaults::NEUTRAL,
        (_, Some(field)) => read_defaults(&field.object()?)?,
    };
    // What a lender gives up and expects is its own affair: no law states it.
    let house_only = |name: &str| match (layer, root.optional(name)) {
        (Layer::Statutory, Some(_)) => {
            let known = STATUTORY_FIELDS.join(", ");
            Err(root.refuse(name, Problem::Unknown { known }))
        }
        (_, field) => Ok(field),
    };
    let ladder = house_only("ladder")?;
    let expectations = house_only("expectations")?;
    let effective = read_dates(&root, "effective_from", "effective_to")?;
    let segments = match root.optional("segments") {
        None => Vec::new(),
        Some(field) => read_segments(&field, currency)?,
    };
    let rules = read_rules(&root.required("rules")?, currency, effective, &segments)?;
    let duties = match root.optional("duties") {
        None => Vec::new(),
        Some(field) => read_duties(&field, effective, |id| {
            rules.iter().any(|rule| rule.id == id)
        })?,
    };
    Ok(Pack {
        id: root.required("id")?.text(NAME_LENGTH)?.to_owned(),
        name: read_name(&root.required("name")?.object()?)?,
        version: root.required("version")?.text(NAME_LENGTH)?.to_owned(),
        layer,
        jurisdiction: root
            .required("jurisdiction")?
            .code(Jurisdiction::CODES, Jurisdiction::from_code)?,
        currency,
        effective,
        products: root
            .optional("products")
            .map(|field| read_products(&field))
            .transpose()?,
        segments,
        defaults,
        rules,
        ladder: ladder.map(|field| read_ladder(&field)).transpose()?,
        expectations: expectations
            .map(|field| read_expectations(&field))
            .transpose()?,
        duties,
    })
}

fn read_name(name: &Fields<'_>) -> Result<PackName, FieldError> {
    name.only(&["zh", "en"])?;
    Ok(PackName {
        zh: name.required("zh")?.text(NAME_LENGTH)?.to_owned(),
        en: name.required("en")?.text(NAME_LENGTH)?.to_owned(),
    })
}

fn read_rules(
    field: &Field<'_>,
    currency: Currency,
    pack: DateRange,
    segments: &[Segment],
) -> Result<Vec<Arc<Rule>>, FieldError> {
    let entries = field.list()?;
    if u32::try_from(entries.len()).map_or(true, |count| count > MOST_RULES) {
        return Err(field.refuse(Problem::NeedsCount { most: MOST_RULES }));
    }
    let mut rules: Vec<Arc<Rule>> = Vec::with_capacity(entries.len());
    for entry in entries {
        let fields = entry.object()?;
        let id = name_of(&fields);
        let rule = read_rule(&fields, currency, segments).map_err(|error| error.within(id))?;
        within_the_pack(&fields, pack, rule.effective).map_err(|error| error.within(id))?;
        if rules.iter().any(|other| other.id == rule.id) {
            return Err(fields.refuse("id", Problem::NotEachOnce).within(id));
        }
        rules.push(Arc::new(rule));
    }
    Ok(rules)
}

/// The id of a rule or a duty, if it can be read, for a refusal to name.
pub(super) fn name_of<'a>(fields: &Fields<'a>) -> Option<&'a str> {
    fields
        .optional("id")
        .and_then(|field| field.text(NAME_LENGTH).ok())
}

/// Refuses days of its own that lie wholly outside those of its pack.
pub(super) fn within_the_pack(
    fields: &Fields<'_>,
    pack: DateRange,
    own: DateRange,
) -> Result<(), FieldError> {
    if pack.meets(own) {
        return Ok(());
    }
    let ended = own
        .to
        .is_some_and(|last| pack.from.is_some_and(|from| last < from));
    let name = if ended {
        "effective_to"
    } else {
        "effective_from"
    };
    let DateRange { from, to } = pack;
    Err(fields.refuse(name, Problem::NeverInForce { from, to }))
}

fn read_rule(
    rule: &Fields<'_>,
    currency: Currency,
    segments: &[Segment],
) -> Result<Rule, FieldError> {
    rule.only(&[
        "id",
        "limit",
        "severity",
        "visibility",
        "applies",
        "effective_from",
        "effective_to",
        "source",
    ])?;
    Ok(Rule {
        id: rule.required("id")?.text(NAME_LENGTH)?.to_owned(),
        limit: read_limit(&rule.required("limit")?, currency)?,
        severity: rule.required("severity")?.code(
            &["block", "warn", "supervisor", "manager"],
            |code| match code {
                "block" => Some(Severity::Block),
                "warn" => Some(Severity::Warn),
                "supervisor" => Some(Severity::Route(Role::Supervisor)),
                "manager" => Some(Severity::Route(Role::Manager)),
                _ => None,
            },
        )?,
        visibility: rule.required("visibility")?.code(
            &["public", "private"],
            |code| match code {
                "public" => Some(Visibility::Public),
                "private" => Some(Visibility::Private),
                _ => None,
            },
        )?,
        applies: match rule.optional("applies") {
            Some(field) => read_applicability(&field.object()?, currency, segments)?,
            None => Applicability::default(),
        },
        effective: read_dates(rule, "effective_from", "effective_to")?,
        source: rule.required("source")?.text(SOURCE_LENGTH)?.to_owned(),
    })
}

fn read_defaults(defaults: &Fields<'_>) -> Result<DeskDefaults, FieldError> {
    defaults.only(&[
        "plan_rate",
        "basis",
        "rounding",
        "grace_days",
        "misses_that_end",
        "offer_days",
        "waivers",
    ])?;
    let mut waivers = PerComponent::all(Share::ZERO);
    if let Some(field) = defaults.optional("waivers") {
        let given = field.object()?;
        given.only(&Component::ALL.map(Component::code))?;
        for component in Component::ALL {
            if let Some(field) = given.optional(component.code()) {
                waivers.set(component, field.share()?);
            }
        }
    }
    let mut bases = vec!["periodic"];
    bases.extend(DayCount::CODES);
    Ok(DeskDefaults {
        plan_rate: defaults.required("plan_rate")?.rate()?,
        basis: defaults
            .required("basis")?
            .code(&bases, |code| match code {
                "periodic" => Some(InterestBasis::Periodic),
                _ => DayCount::from_code(code).map(InterestBasis::Daily),
            })?,
        rounding: defaults
            .required("rounding")?
            .code(Rounding::CODES, Rounding::from_code)?,
        cure: Cure {
            grace_days: defaults.required("grace_days")?.count(MOST_DAYS)?,
            misses_that_end: match defaults.optional("misses_that_end") {
                None => 1,
                Some(field) => field.count(MOST_ROWS)?.max(1),
            },
        },
        offer_days: defaults.required("offer_days")?.count(MOST_DAYS)?,
        waivers,
    })
}
