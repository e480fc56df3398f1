//! A draft as text: JSON, for the device's storage and for host pages. Written and read by one table of an option's
//! texts, because code for each field's own type costs the first visit 5 KB (`docs/decisions.md`).

use serde_json::{Map, Value};

use super::{
    Basis, BudgetDraft, CaseDraft, CaseForm, Draft, OptionDraft, OptionKind, Said, Side, SizeKind,
};
use crate::engine::calendar::{format_date, parse_date};
use crate::engine::money::Money;
use crate::text::offer_line::OfferLine;

/// A text of an option, reached in place.
type Reach = fn(&mut OptionDraft) -> &mut String;

/// The texts of an option by their names.
const TEXTS: [(&str, Reach); 20] = [
    ("method", |option| &mut option.method),
    ("frequency", |option| &mut option.frequency),
    ("count", |option| &mut option.count),
    ("payment", |option| &mut option.payment),
    ("down_payment", |option| &mut option.down_payment),
    ("first_due", |option| &mut option.first_due),
    ("deferral", |option| &mut option.deferral),
    ("rate", |option| &mut option.rate),
    ("discount", |option| &mut option.discount),
    ("carry", |option| &mut option.carry),
    ("balloon", |option| &mut option.balloon),
    ("step", |option| &mut option.step),
    ("step_every", |option| &mut option.step_every),
    ("flat", |option| &mut option.flat),
    ("minimum", |option| &mut option.minimum),
    ("minimum_rows", |option| &mut option.minimum_rows),
    ("dated", |option| &mut option.dated),
    ("while_kept", |option| &mut option.while_kept),
    ("vesting", |option| &mut option.vesting),
    ("milestones", |option| &mut option.milestones),
];

/// So many of them stand in every draft; one kept before there were others has the usual terms in their place.
const ALWAYS_THERE: usize = 10;

const KINDS: [(&str, OptionKind); 3] = [
    ("instalments", OptionKind::Instalments),
    ("lump-sum", OptionKind::LumpSum),
    ("on-dates", OptionKind::OnDates),
];
const SIZES: [(&str, SizeKind); 2] = [("count", SizeKind::Count), ("payment", SizeKind::Payment)];
const BASES: [(&str, Basis); 2] = [("stated", Basis::Stated), ("recomputed", Basis::Recomputed)];

const SIDES: [(&str, Side); 2] = [("borrower", Side::Borrower), ("us", Side::Us)];

/// The text of a draft, without its budget and without the lender's own pack, which is not named either: a draft that
/// names a pack that nobody has would not open.
pub(super) fn write(draft: &Draft) -> String {
    let mut map = map_of(draft);
    if draft.own_pack_chosen() {
        map.insert("pack".to_owned(), Value::Null);
    }
    Value::Object(map).to_string()
}

/// The text of a draft, whole.
pub(super) fn write_for_device(draft: &Draft) -> String {
    let mut map = map_of(draft);
    let texts = draft.budget.texts.iter().map(String::as_str);
    map.insert("budget".to_owned(), texts.collect());
    if let Some(pack) = &draft.own_pack {
        map.insert("own_pack".to_owned(), pack.as_str().into());
    }
    Value::Object(map).to_string()
}

fn map_of(draft: &Draft) -> Map<String, Value> {
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| map.insert(name.to_owned(), value);
    put("case", case_value(&draft.case));
    put("basis", code(&BASES, draft.basis));
    put(
        "pack",
        draft.pack.clone().map_or(Value::Null, Value::String),
    );
    put("options", draft.options.iter().map(option_value).collect());
    put("selected", draft.selected.into());
    put("log", draft.log.iter().map(said_value).collect());
    map
}

/// The draft in a text; `None` if there is none in it.
pub(super) fn read(text: &str) -> Option<Draft> {
    let draft: Value = serde_json::from_str(text).ok()?;
    let pack = match draft.get("pack") {
        None | Some(Value::Null) => None,
        Some(id) => Some(id.as_str()?.to_owned()),
    };
    Some(Draft {
        case: read_case(draft.get("case")?)?,
        basis: kind(&BASES, draft.get("basis")?)?,
        pack,
        options: list(draft.get("options")?)?
            .iter()
            .map(read_option)
            .collect::<Option<_>>()?,
        selected: usize::try_from(draft.get("selected")?.as_u64()?).ok()?,
        // Neither is in a draft that was kept before they were. A line that cannot be read is not worth the draft.
        log: draft
            .get("log")
            .and_then(list)
            .map_or_else(Vec::new, |log| log.iter().filter_map(read_said).collect()),
        budget: draft
            .get("budget")
            .and_then(read_budget)
            .unwrap_or_default(),
        // Not in a draft that was kept before there were any.
        own_pack: draft
            .get("own_pack")
            .and_then(Value::as_str)
            .map(str::to_owned),
    })
}

fn read_budget(budget: &Value) -> Option<BudgetDraft> {
    let texts = texts_of(budget)?.try_into().ok()?;
    Some(BudgetDraft { texts })
}

fn said_value(said: &Said) -> Value {
    let OfferLine {
        due_now,
        each,
        alike,
        count,
        last_date,
        total,
    } = said.line;
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| map.insert(name.to_owned(), value);
    put("at", said.at.as_str().into());
    put("by", code(&SIDES, said.by));
    put("remark", said.remark.as_str().into());
    put("option", option_value(&said.option));
    put("due_now", due_now.minor().into());
    put("each", each.minor().into());
    put("alike", alike.into());
    put("count", count.into());
    put("last_date", format_date(last_date).into());
    put("total", total.minor().into());
    if let Some(step) = said.step {
        put("step", step.into());
    }
    Value::Object(map)
}

fn read_said(said: &Value) -> Option<Said> {
    let text = |name: &str| Some(said.get(name)?.as_str()?.to_owned());
    let money = |name: &str| Money::from_minor(said.get(name)?.as_i64()?).ok();
    Some(Said {
        at: text("at")?,
        by: kind(&SIDES, said.get("by")?)?,
        remark: text("remark")?,
        step: said
            .get("step")
            .and_then(Value::as_u64)
            .and_then(|step| u32::try_from(step).ok()),
        option: read_option(said.get("option")?)?,
        line: OfferLine {
            due_now: money("due_now")?,
            each: money("each")?,
            alike: said.get("alike")?.as_bool()?,
            count: u32::try_from(said.get("count")?.as_u64()?).ok()?,
            last_date: parse_date(said.get("last_date")?.as_str()?).ok()?,
            total: money("total")?,
        },
    })
}

fn case_value(case: &CaseDraft) -> Value {
    match case {
        CaseDraft::Empty => "empty".into(),
        CaseDraft::File(text) => alone("file", text.as_str().into()),
        CaseDraft::Form(form) => alone("form", alone("texts", Value::Object(form.texts().clone()))),
    }
}

/// An object of one field.
fn alone(name: &str, value: Value) -> Value {
    let mut map = Map::new();
    map.insert(name.to_owned(), value);
    Value::Object(map)
}

fn read_case(case: &Value) -> Option<CaseDraft> {
    if case.as_str() == Some("empty") {
        return Some(CaseDraft::Empty);
    }
    if let Some(file) = case.get("file") {
        return Some(CaseDraft::File(file.as_str()?.to_owned()));
    }
    let texts = case.get("form")?.get("texts")?.as_object()?;
    Some(CaseDraft::Form(Box::new(CaseForm::of(texts)?)))
}

fn option_value(option: &OptionDraft) -> Value {
    let mut texts = option.clone();
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| map.insert(name.to_owned(), value);
    for (name, reach) in TEXTS {
        put(name, std::mem::take(reach(&mut texts)).into());
    }
    put("kind", code(&KINDS, option.kind));
    put("size", code(&SIZES, option.size));
    put("whole_units", option.whole_units.into());
    put(
        "waivers",
        option.waivers.iter().map(String::as_str).collect(),
    );
    Value::Object(map)
}

fn read_option(value: &Value) -> Option<OptionDraft> {
    let mut option = OptionDraft {
        kind: kind(&KINDS, value.get("kind")?)?,
        size: kind(&SIZES, value.get("size")?)?,
        whole_units: value.get("whole_units")?.as_bool()?,
        waivers: texts_of(value.get("waivers")?)?.try_into().ok()?,
        ..OptionDraft::with_usual_terms()
    };
    for (place, (name, reach)) in TEXTS.into_iter().enumerate() {
        match value.get(name) {
            None if place >= ALWAYS_THERE => {}
            text => text?.as_str()?.clone_into(reach(&mut option)),
        }
    }
    Some(option)
}

fn texts_of(value: &Value) -> Option<Vec<String>> {
    let texts = list(value)?.iter();
    texts.map(|text| text.as_str().map(str::to_owned)).collect()
}

fn list(value: &Value) -> Option<&[Value]> {
    value.as_array().map(Vec::as_slice)
}

fn code<T: Copy + PartialEq>(codes: &[(&'static str, T)], of: T) -> Value {
    let known = codes.iter().find(|(_, kind)| *kind == of);
    known.map_or(Value::Null, |(code, _)| (*code).into())
}

fn kind<T: Copy>(codes: &[(&'static str, T)], value: &Value) -> Option<T> {
    let text = value.as_str()?;
    let known = codes.iter().find(|(code, _)| *code == text)?;
    Some(known.1)
}
