//! One document for many texts: a list in it, or a folder of files beside it; and answers as a table.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde_json::{Map, Value};

use crate::document::BadInput;

/// Documents that differ in one text alone, and the table of their answers.
pub struct Bulk {
    /// The field that takes the text. Where it holds a list, each text in it is a document.
    pub field: &'static str,
    /// The columns of the table: places in an answer, names joined by dots.
    pub columns: &'static [&'static str],
}

/// How files of a folder end to be read.
const ENDING: &str = "quittance";
/// The most that is read of a file, in bytes: what is longer is none of ours, and is answered so.
const MOST: u64 = 1 << 20;

impl Bulk {
    /// The documents that one stands for; none where it stands for itself.
    pub fn documents(
        &self,
        text: &str,
        folder: Option<&str>,
    ) -> Result<Option<Vec<Value>>, BadInput> {
        // What is no object is told so where it is read as a document.
        let Ok(Value::Object(asked)) = serde_json::from_str(text) else {
            return Ok(None);
        };
        if let Some(folder) = folder {
            if asked.contains_key(self.field) {
                let problem = "is given by the files of the folder: leave it out";
                return Err(BadInput::place(self.field, problem));
            }
            return files(folder)?
                .into_iter()
                .map(|path| {
                    let name = path.file_name().unwrap_or_default().to_string_lossy();
                    let text = content(&path)
                        .map_err(|problem| unreadable(&path.to_string_lossy(), &problem))?;
                    Ok(self.document(&asked, Value::from(name), Value::from(text)))
                })
                .collect::<Result<_, _>>()
                .map(Some);
        }
        let Some(Value::Array(texts)) = asked.get(self.field) else {
            return Ok(None);
        };
        let numbered = texts.iter().zip(1_u32..);
        Ok(Some(
            numbered
                .map(|(text, place)| self.document(&asked, Value::from(place), text.clone()))
                .collect(),
        ))
    }

    fn document(&self, asked: &Map<String, Value>, id: Value, text: Value) -> Value {
        let mut one = asked.clone();
        one.insert("id".to_owned(), id);
        one.insert(self.field.to_owned(), text);
        Value::Object(one)
    }

    /// The first line of the table.
    pub fn heading(&self) -> String {
        line(self.columns.iter().map(|column| (*column).to_owned()))
    }

    /// The line of an answer.
    pub fn row(&self, answer: &Value) -> String {
        let rest = answer.get("answer").unwrap_or(answer);
        line(self.columns.iter().map(|column| {
            let found = place(rest, column).or_else(|| place(answer, column));
            found.map_or_else(String::new, cell)
        }))
    }
}

/// The files of a folder that hold texts of ours, by name.
fn files(folder: &str) -> Result<Vec<PathBuf>, BadInput> {
    let fault = |problem| unreadable(folder, &problem);
    let mut paths = fs::read_dir(folder)
        .map_err(fault)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()
        .map_err(fault)?;
    paths.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
    paths.sort();
    Ok(paths)
}

fn unreadable(path: &str, problem: &io::Error) -> BadInput {
    BadInput::value("folder", path, &format!("cannot be read: {problem}"))
}

/// The text of a file without the line end after it. Bytes that are no text are no text of ours either.
fn content(path: &Path) -> io::Result<String> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST).read_to_end(&mut bytes)?;
    Ok(String::from_utf8_lossy(&bytes).trim().to_owned())
}

fn place<'a>(answer: &'a Value, names: &str) -> Option<&'a Value> {
    names
        .split('.')
        .try_fold(answer, |found, name| match name.parse::<usize>() {
            Ok(number) => found.get(number),
            Err(_) => found.get(name),
        })
}

fn cell(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(entries) => entries.iter().map(cell).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    }
}

/// A line of comma-separated values (RFC 4180). A text that a spreadsheet would take for a formula gets an apostrophe.
fn line(cells: impl Iterator<Item = String>) -> String {
    cells
        .map(|cell| {
            let text = if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
                format!("'{cell}")
            } else {
                cell
            };
            if text.contains(['"', ',', '\n', '\r']) {
                format!("\"{}\"", text.replace('"', "\"\""))
            } else {
                text
            }
        })
        .collect::<Vec<_>>()
        .join(",")
}
