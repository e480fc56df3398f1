//! Every figure with its last value, as `docs/figures.md` has it.

use crate::run::{Failure, root};
use std::fs;

/// Every id, in the order of the list.
pub const IDS: [&str; 33] = [
    "C1", "C2", "C3", "C4", "C5", "C6", "C7", "T1", "T2", "T3", "T4", "T5", "T6", "T7", "T8", "T9",
    "D1", "D2", "D3", "D4", "U1", "U2", "U3", "U4", "U5", "F1", "F2", "F3", "F4", "F5", "F6", "F7",
    "S1",
];

/// The columns of the table that are printed, beside the id.
const COLUMNS: [&str; 5] = ["last value", "of", "seed", "read on", "how to see it"];

/// One line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Line {
    id: String,
    cells: Vec<String>,
}

/// Prints every id with its last value, denominator, seed, date and command.
pub fn list() -> Result<(), Failure> {
    let file = root().join("docs/figures.md");
    let text = fs::read_to_string(&file)
        .map_err(|error| Failure(format!("{}: {error}.", file.display())))?;
    let lines = read(&text)?;
    let mut measured = 0;
    for id in IDS {
        let Some(line) = lines.iter().find(|line| line.id == id) else {
            println!("{id}: not measured yet");
            continue;
        };
        measured += 1;
        println!("{id}: {}", line.cells.first().map_or("", String::as_str));
        for (name, cell) in COLUMNS.iter().zip(&line.cells).skip(1) {
            println!("    {name}: {cell}");
        }
    }
    println!(
        "figures: {measured} of {} measured at least in part",
        IDS.len()
    );
    Ok(())
}

/// The lines of every table that has all columns.
fn read(text: &str) -> Result<Vec<Line>, Failure> {
    let mut places: Option<Vec<usize>> = None;
    let mut lines = Vec::new();
    for line in text.lines() {
        let Some(cells) = cells(line) else {
            places = None;
            continue;
        };
        if cells.first().is_some_and(|cell| *cell == "id") {
            let wanted = COLUMNS
                .iter()
                .map(|name| cells.iter().position(|cell| cell == name));
            places = wanted.collect();
        } else if let Some(places) = &places
            && let Some(id) = cells.first().filter(|id| !id.starts_with('-'))
        {
            lines.push(Line {
                // A figure met in part is still that figure.
                id: id.trim_end_matches(", part").to_owned(),
                cells: places
                    .iter()
                    .map(|at| cells.get(*at).copied().unwrap_or_default().to_owned())
                    .collect(),
            });
        }
    }
    if lines.is_empty() {
        return Err(Failure(format!(
            "docs/figures.md has no table with the columns id, {}.",
            COLUMNS.join(", ")
        )));
    }
    Ok(lines)
}

fn cells(line: &str) -> Option<Vec<&str>> {
    let inner = line.trim().strip_prefix('|')?.strip_suffix('|')?;
    Some(inner.split('|').map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::{IDS, read};
    use crate::run::root;

    const TABLE: &str = "text\n\n| id | aim | last value | of | seed | read on | how to see it |\n\
                         |---|---|---|---|---|---|---|\n\
                         | C2, part | none | 0 | 10^6 | 7 | 2026-11-22 | `a` |\n\nend";

    #[test]
    fn a_figure_is_read_by_the_names_of_the_columns() {
        let lines = read(TABLE).unwrap();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].id, "C2");
        assert_eq!(lines[0].cells, ["0", "10^6", "7", "2026-11-22", "`a`"]);
        assert!(read("no table").is_err());
    }

    #[test]
    fn every_published_figure_has_an_id_a_denominator_and_a_date() {
        let text = std::fs::read_to_string(root().join("docs/figures.md")).unwrap();
        let lines = read(&text).unwrap();
        for line in &lines {
            let known = IDS.contains(&line.id.as_str()) || line.id == "link";
            assert!(known, "{} is not a known figure", line.id);
            assert!(line.cells.iter().all(|cell| !cell.is_empty()), "{line:?}");
        }
        assert!(lines.len() >= 10, "{} figures", lines.len());
    }
}
