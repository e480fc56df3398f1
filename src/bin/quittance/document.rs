//! Documents in, answers out.

use std::fmt::Display;
use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};

use schemars::{JsonSchema, Schema, schema_for};
use serde::{Deserialize, Deserializer, Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

use crate::bulk::Bulk;
use crate::files::File;

/// Exit status of an answered document.
pub const ANSWERED: u8 = 0;
/// Exit status of a document refused with reasons.
pub const REFUSED: u8 = 1;
/// Exit status of a document that could not be understood.
pub const BAD_INPUT: u8 = 2;

/// The longest document or line read, in bytes.
const LONGEST: u64 = 16 << 20;

/// One command: what it reads, what it answers.
pub trait Answering {
    /// The document it reads.
    type Document: DeserializeOwned + JsonSchema;
    /// What it answers.
    type Answer: Serialize + JsonSchema;
    /// Its name on the command line.
    const NAME: &'static str;
    /// What it does, in one line.
    const ABOUT: &'static str;
    /// A document that it answers, on one line and without a single quote.
    const EXAMPLE: &'static str;
    /// How one document asks about many texts, where it can.
    const BULK: Option<Bulk> = None;

    /// Answers a document.
    fn answer(document: Self::Document) -> Result<Outcome<Self::Answer>, BadInput>;
}

/// What a document that makes sense comes to.
pub enum Outcome<A> {
    /// The answer.
    Answered(A),
    /// There is no answer, or one that must not be used, and why.
    Refused {
        /// Each reason as a sentence.
        reasons: Vec<String>,
        /// What was worked out all the same.
        answer: Option<A>,
    },
}

/// What is wrong with a document: where, what stands there, and what would do.
#[derive(Debug, Serialize)]
pub struct BadInput {
    /// Field names and list positions (from 1) joined by dots; empty for the document itself.
    pub at: String,
    /// What stands there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    /// What is wrong, and what the limit is.
    pub problem: String,
}

impl BadInput {
    /// A value that does not do.
    pub fn value(
        at: &str,
        value: &(impl Display + ?Sized),
        problem: &(impl Display + ?Sized),
    ) -> Self {
        Self {
            at: at.to_owned(),
            value: Some(value.to_string()),
            problem: problem.to_string(),
        }
    }

    /// The same, where the document it was found in stands inside another.
    pub fn within(mut self, outer: &str) -> Self {
        self.at = if self.at.is_empty() {
            outer.to_owned()
        } else {
            format!("{outer}.{}", self.at)
        };
        self
    }

    /// Something that is wrong with a place as a whole.
    pub fn place(at: &str, problem: &(impl Display + ?Sized)) -> Self {
        Self {
            at: at.to_owned(),
            value: None,
            problem: problem.to_string(),
        }
    }
}

/// A command in the table of all of them.
pub struct Entry {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub about: &'static str,
    /// A document that it answers.
    pub example: &'static str,
    /// Whether it takes a folder and gives a table.
    pub bulk: bool,
    /// Answers every document of a source; gives the exit status.
    pub run: fn(&Source) -> u8,
    /// The schemas of its document and of its answer.
    schemas: fn() -> [Schema; 2],
}

impl Entry {
    /// The entry of a command.
    pub const fn of<C: Answering>() -> Self {
        Self {
            name: C::NAME,
            about: C::ABOUT,
            example: C::EXAMPLE,
            bulk: C::BULK.is_some(),
            run: run::<C>,
            schemas: || [schema_for!(C::Document), schema_for!(C::Answer)].map(with_id),
        }
    }
}

/// A schema with the field that every document may have, and every answer then has.
fn with_id(mut schema: Schema) -> Schema {
    let fields = schema.get_mut("properties").and_then(Value::as_object_mut);
    if let Some(fields) = fields {
        let id = json!({"description": "Anything, to tell documents apart; stands in the answer again."});
        fields.insert("id".to_owned(), id);
    }
    schema
}

/// Where documents come from, and how answers are written.
pub struct Source {
    /// A path, or `-` for standard input.
    pub file: String,
    /// Answers over several lines.
    pub pretty: bool,
    /// A folder whose files are asked about one by one.
    pub folder: Option<String>,
    /// Answers as comma-separated values.
    pub csv: bool,
}

/// Writes the schema of that name; gives the exit status.
pub fn schema(commands: &[Entry], files: &[File], wanted: &str) -> u8 {
    if let Some(file) = files.iter().find(|file| file.name == wanted) {
        write_line(&(file.schema)(), true);
        return ANSWERED;
    }
    let (name, answer) = match wanted.strip_suffix("-answer") {
        Some(name) => (name, true),
        None => (wanted, false),
    };
    let Some(entry) = commands.iter().find(|entry| entry.name == name) else {
        let mut known: Vec<&str> = commands.iter().map(|entry| entry.name).collect();
        known.extend(files.iter().map(|file| file.name));
        let problem = format!("no such schema: there are {}", known.join(", "));
        let error = &BadInput::value("", wanted, &problem);
        write_line(&Fault { error }, true);
        return BAD_INPUT;
    };
    let [document, given] = (entry.schemas)();
    let chosen = if answer { given } else { document };
    write_line(&chosen, true);
    ANSWERED
}

fn run<C: Answering>(source: &Source) -> u8 {
    if let Some(bulk) = C::BULK.filter(|_| source.csv)
        && !write_text(&bulk.heading())
    {
        return BAD_INPUT;
    }
    if source.file == "-" {
        return all_of::<C>(io::stdin().lock(), source);
    }
    match fs::File::open(&source.file) {
        Ok(file) => all_of::<C>(BufReader::new(file), source),
        Err(problem) => {
            let problem = format!("the file cannot be read: {problem}");
            let error = &BadInput::value("", &source.file, &problem);
            write_line(&Fault { error }, source.pretty);
            BAD_INPUT
        }
    }
}

fn all_of<C: Answering>(mut documents: impl BufRead, source: &Source) -> u8 {
    let pretty = source.pretty;
    let mut first = String::new();
    let read = documents.by_ref().take(LONGEST).read_line(&mut first);
    if let Err(problem) = read {
        return unreadable(&problem, pretty);
    }
    let whole_line = serde_json::from_str::<serde::de::IgnoredAny>(&first).is_ok();
    let mut worst = ANSWERED;
    if !whole_line {
        let rest = documents.take(LONGEST).read_to_string(&mut first);
        if let Err(problem) = rest {
            return unreadable(&problem, pretty);
        }
        return one::<C>(&first, source);
    }
    let mut line = first;
    loop {
        if !line.trim().is_empty() {
            worst = worst.max(one::<C>(&line, source));
        }
        line.clear();
        match documents.by_ref().take(LONGEST).read_line(&mut line) {
            Ok(0) => return worst,
            Ok(_) => {}
            Err(problem) => return unreadable(&problem, pretty),
        }
    }
}

fn unreadable(problem: &io::Error, pretty: bool) -> u8 {
    let problem = format!("the input cannot be read as UTF-8 text: {problem}");
    let error = &BadInput::place("", &problem);
    write_line(&Fault { error }, pretty);
    BAD_INPUT
}

/// Answers a document, or each of those that it stands for.
fn one<C: Answering>(text: &str, source: &Source) -> u8 {
    let Some(bulk) = C::BULK else {
        return answered::<C>(text, source);
    };
    match bulk.documents(text, source.folder.as_deref()) {
        Ok(None) => answered::<C>(text, source),
        Ok(Some(documents)) => documents.iter().fold(ANSWERED, |worst, document| {
            worst.max(answered::<C>(&document.to_string(), source))
        }),
        Err(error) => {
            write_answer::<C>(&Fault { error: &error }, source);
            BAD_INPUT
        }
    }
}

fn answered<C: Answering>(text: &str, source: &Source) -> u8 {
    // What is no document at all has no id either.
    let id = serde_json::from_str::<Named>(text).map_or(None, |named| named.id);
    let answer = read::<C::Document>(text, id.is_some()).and_then(C::answer);
    let (written, status) = match &answer {
        Ok(Outcome::Answered(rest)) => (write_answer::<C>(&Line { id, rest }, source), ANSWERED),
        Ok(Outcome::Refused { reasons, answer }) => {
            let rest = &Refusal {
                refused: reasons,
                answer: answer.as_ref(),
            };
            (write_answer::<C>(&Line { id, rest }, source), REFUSED)
        }
        Err(error) => {
            let rest = &Fault { error };
            (write_answer::<C>(&Line { id, rest }, source), BAD_INPUT)
        }
    };
    if written { status } else { BAD_INPUT }
}

/// An answer as a line of JSON, or of the table that was asked for.
fn write_answer<C: Answering>(line: &impl Serialize, source: &Source) -> bool {
    match (C::BULK, serde_json::to_value(line)) {
        (Some(bulk), Ok(value)) if source.csv => write_text(&bulk.row(&value)),
        _ => write_line(line, source.pretty),
    }
}

/// The one field that every document may have: whatever it holds stands in the answer again.
#[derive(Deserialize)]
struct Named {
    #[serde(default)]
    id: Option<Value>,
}

#[derive(Serialize)]
struct Line<'a, T> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Value>,
    #[serde(flatten)]
    rest: &'a T,
}

#[derive(Serialize)]
struct Refusal<'a, A> {
    refused: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    answer: Option<&'a A>,
}

#[derive(Serialize)]
struct Fault<'a> {
    error: &'a BadInput,
}

fn read<D: DeserializeOwned>(text: &str, named: bool) -> Result<D, BadInput> {
    if named {
        let mut document: Value =
            serde_json::from_str(text).map_err(|problem| BadInput::place("", &problem))?;
        if let Some(fields) = document.as_object_mut() {
            fields.remove("id");
        }
        return typed(document);
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let document = typed(&mut reader)?;
    reader
        .end()
        .map_err(|problem| BadInput::place("", &problem))?;
    Ok(document)
}

fn typed<'de, D: Deserialize<'de>>(
    reader: impl Deserializer<'de, Error = serde_json::Error>,
) -> Result<D, BadInput> {
    serde_path_to_error::deserialize(reader).map_err(|problem| {
        let at = place_of(problem.path());
        BadInput::place(&at, &problem.into_inner())
    })
}

/// List positions from 1, as everywhere people read them.
fn place_of(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(index.saturating_add(1).to_string()),
            Segment::Map { key } => Some(key.clone()),
            Segment::Enum { variant } => Some(variant.clone()),
            Segment::Unknown => None,
        })
        .collect::<Vec<_>>()
        .join(".")
}

/// Whether the line could be written: a reader that has gone away ends the work.
fn write_line(line: &impl Serialize, pretty: bool) -> bool {
    let text = if pretty {
        serde_json::to_string_pretty(line)
    } else {
        serde_json::to_string(line)
    };
    text.is_ok_and(|text| write_text(&text))
}

fn write_text(text: &str) -> bool {
    writeln!(io::stdout().lock(), "{text}").is_ok()
}
