//! The program under test.

use std::io::Write;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What the program said: its exit status and its lines as JSON.
pub struct Said {
    pub status: i32,
    pub lines: Vec<Value>,
}

/// Runs a command on a text.
pub fn quittance(arguments: &[&str], input: &str) -> Said {
    let mut child = Command::new(env!("CARGO_BIN_EXE_quittance"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // A command that reads no input closes it at once.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let lines = match serde_json::from_str(&text) {
        Ok(document) => vec![document],
        Err(_) => text
            .lines()
            .map(|line| serde_json::from_str(line).unwrap_or(Value::String(line.to_owned())))
            .collect(),
    };
    Said {
        status: output.status.code().unwrap(),
        lines,
    }
}

/// The only answer of a command to a document.
pub fn answer(command: &str, document: &Value) -> Value {
    let said = quittance(&[command], &document.to_string());
    assert_eq!(said.status, 0, "{document}: {:?}", said.lines);
    assert_eq!(said.lines.len(), 1);
    said.lines.into_iter().next().unwrap()
}

/// The help of a command, or of the program.
pub fn help(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_quittance"))
        .args(arguments)
        .arg("--help")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Each document is bad input to a command, at that place.
pub fn refuses(command: &str, documents: &[(Value, &str)]) {
    for (document, at) in documents {
        let said = quittance(&[command], &document.to_string());
        assert_eq!(said.status, 2, "{document}: {:?}", said.lines);
        let fault = &said.lines[0]["error"];
        assert_eq!(fault["at"], *at, "{document}: {fault}");
        assert!(!fault["problem"].as_str().unwrap().is_empty());
    }
}
