//! Documents, lines, faults, schemas and help: what holds for every command.

use serde_json::{Value, json};

use crate::program::{answer, help, quittance};

/// The commands that the help lists, `schema` and `help` apart.
fn commands() -> Vec<String> {
    let help = help(&[]);
    let listed = help.split("Commands:").nth(1).unwrap();
    let listed = listed.split("Options:").next().unwrap();
    listed
        .lines()
        .filter_map(|line| line.split_whitespace().next())
        .filter(|name| !matches!(*name, "schema" | "help"))
        .map(str::to_owned)
        .collect()
}

/// The document that the help of a command shows.
fn example(command: &str) -> String {
    let help = help(&[command]);
    let echoed = help.split("echo '").nth(1).unwrap();
    echoed.split('\'').next().unwrap().to_owned()
}

#[test]
fn the_example_of_every_help_is_answered() {
    let commands = commands();
    assert!(!commands.is_empty(), "{commands:?}");
    for command in commands {
        let said = quittance(&[&command], &example(&command));
        assert_eq!(said.status, 0, "{command}: {:?}", said.lines);
        assert!(said.lines[0].is_object(), "{command}: {:?}", said.lines);
    }
}

#[test]
fn every_command_has_schemas_that_name_the_fields_of_its_example_and_answer() {
    for command in commands() {
        let example: Value = serde_json::from_str(&example(&command)).unwrap();
        let answered = answer(&command, &example);
        for (name, document) in [
            (command.clone(), example),
            (format!("{command}-answer"), answered),
        ] {
            let said = quittance(&["schema", &name], "");
            assert_eq!(said.status, 0, "{name}");
            let schema = said.lines[0].to_string();
            for field in document.as_object().unwrap().keys() {
                assert!(
                    schema.contains(&format!("\"{field}\"")),
                    "{name} lacks {field}"
                );
            }
        }
    }
    let said = quittance(&["schema", "wishes"], "");
    assert_eq!(said.status, 2);
    assert!(
        said.lines[0]["error"]["problem"]
            .as_str()
            .unwrap()
            .contains("days")
    );
}

#[test]
fn a_document_over_several_lines_is_one() {
    let document = json!({"day_count": "ACT/365F", "start": "2024-01-01", "end": "2025-01-01"});
    let said = quittance(&["days", "--pretty"], &format!("{document:#}"));
    assert_eq!(said.status, 0);
    assert_eq!(said.lines[0]["days"], 366);
    assert_eq!(said.lines[0]["exactly"], "366/365");
}

#[test]
fn every_line_gets_its_answer_and_the_worst_sets_the_status() {
    let good = r#"{"day_count":"30E/360","start":"2024-01-31","end":"2024-02-29"}"#;
    let early = r#"{"day_count":"30E/360","start":"2024-01-31","end":"2023-02-28"}"#;
    let said = quittance(&["days"], &format!("{good}\n{early}\n\nnot json\n{good}"));
    assert_eq!(said.status, 2);
    assert_eq!(said.lines.len(), 4);
    assert_eq!(said.lines[0]["days"], 29);
    assert_eq!(said.lines[1]["error"]["at"], "end");
    assert_eq!(said.lines[1]["error"]["value"], "2023-02-28");
    assert!(said.lines[2]["error"]["problem"].is_string());
    assert_eq!(said.lines[3], said.lines[0]);
}

#[test]
fn a_fault_names_its_place() {
    for (document, at) in [
        (json!({"day_count": "act/365f", "start": "2024-01-01"}), ""),
        (
            json!({"day_count": "act/365f", "start": "2024-02-30", "end": "2024-03-01"}),
            "start",
        ),
        (
            json!({"day_count": "act/365f", "start": "2024-01-01", "end": 5}),
            "end",
        ),
        (
            json!({"day_count": "act/111", "start": "2024-01-01", "end": "2024-02-01"}),
            "day_count",
        ),
        (
            json!({"day_count": "act/365f", "start": "1899-12-31", "end": "2024-02-01"}),
            "start",
        ),
        (
            json!({"day_count": "act/365f", "start": "2024-01-01", "end": "2024-02-01", "x": 1}),
            "x",
        ),
        (json!([]), ""),
    ] {
        let said = quittance(&["days"], &document.to_string());
        assert_eq!(said.status, 2, "{document}");
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
    let missing = quittance(&["days", "no/such/file.json"], "");
    assert_eq!(missing.status, 2);
}

#[test]
fn a_document_may_have_an_id_and_its_answer_has_it_too() {
    let lines = [
        r#"{"id":"a","day_count":"30E/360","start":"2024-01-31","end":"2024-02-29"}"#,
        r#"{"id":7,"day_count":"30E/360","start":"2024-01-31","end":"2023-02-28"}"#,
        r#"{"id":null,"day_count":"none","start":"2024-01-31","end":"2024-02-28"}"#,
    ];
    let said = quittance(&["days"], &lines.join("\n"));
    assert_eq!(said.lines[0]["id"], "a");
    assert_eq!(said.lines[0]["days"], 29);
    assert_eq!(said.lines[1]["id"], 7);
    assert_eq!(said.lines[1]["error"]["at"], "end");
    assert_eq!(said.lines[2]["error"]["at"], "id");
    let schema = quittance(&["schema", "days"], "");
    assert!(schema.lines[0]["properties"]["id"].is_object());
}
