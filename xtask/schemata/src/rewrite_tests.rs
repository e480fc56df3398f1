//! What stands in a rewritten text.

use super::{Choice, switched};
use crate::sites::{self, Shape};

/// Every site gets the replacements of its kind, numbered from 1.
fn with_all(text: &str, replacements: &[(&str, &[&str])]) -> String {
    let found = sites::find(text).unwrap();
    let mut number = 0;
    let sites: Vec<_> = found
        .all
        .iter()
        .enumerate()
        .map(|(index, site)| {
            let word = match &site.shape {
                Shape::Binary { operator, .. } | Shape::Unary { operator } => {
                    &text[operator.clone()]
                }
                Shape::Body { .. } => "body",
                Shape::Arm { .. } => "arm",
                Shape::Guard => "guard",
                Shape::Field { .. } => "field",
                Shape::Fixed => "fixed",
            };
            let known = replacements.iter().find(|(known, _)| *known == word);
            let choices = known.map_or(Vec::new(), |(_, values)| {
                let numbered = |value: &&str| {
                    number += 1;
                    Choice {
                        number,
                        replacement: (*value).to_owned(),
                    }
                };
                values.iter().map(numbered).collect()
            });
            (index, site, choices)
        })
        .collect();
    let removed: Vec<_> = found.const_fns.iter().map(|one| one.word.clone()).collect();
    let new = switched(text, &sites, &removed).text;
    assert!(syn::parse_file(&new).is_ok(), "{new}");
    new.replace("crate::mutant::", "")
}

#[test]
fn a_body_begins_with_its_values() {
    let new = with_all("const fn f() -> i64 { g() }", &[("body", &["0", "1"])]);
    assert_eq!(
        new,
        " fn f() -> i64 { if on(1) { return 0; } if on(2) { return 1; } g() }"
    );
}

#[test]
fn operands_are_worked_out_once_and_in_order() {
    let all: [(&str, &[&str]); 3] = [("<", &["=="]), ("+", &["-"]), ("!", &[""])];
    assert_eq!(
        with_all("fn f() -> bool { !(a + b < c) }", &all),
        "fn f() -> bool { (match (((match (&((match ((a ), ( b)) { (left, right) => \
         if on(3) { left - right } else { left + right } }) ), &( c)) { (left, right) => \
         if on(2) { left == right } else { left < right } }))) { held => \
         if on(1) { held } else { !held } }) }"
    );
}

#[test]
fn lazy_operators_stay_lazy() {
    let new = with_all("fn f() -> bool { a && b }", &[("&&", &["||"])]);
    assert!(
        new.contains("if schemata_held != on(1) {  b } else { schemata_held }"),
        "{new}"
    );
    let new = with_all("fn f() -> bool { a || b }", &[("||", &["&&"])]);
    assert!(
        new.contains("if schemata_held == on(1) {  b } else { schemata_held }"),
        "{new}"
    );
}

#[test]
fn arms_guards_and_fields_have_their_switches() {
    let text = "fn f(x: S) -> S { match x { A => S { a, ..x }, B if g(x) => S { a: 1, ..S::new() }, _ => x } }";
    let all: [(&str, &[&str]); 3] = [
        ("arm", &[""]),
        ("guard", &["true", "false"]),
        ("field", &[""]),
    ];
    let new = with_all(text, &all);
    for part in [
        "A if !on(1) =>",
        "a: if on(2) { (x).a } else { a }",
        "B if on(3) || !on(4) && (g(x)) =>",
        "a: if on(5) { { let base: S = S::new(); base.a } } else { 1 }",
    ] {
        assert!(new.contains(part), "{part} in {new}");
    }
}

#[test]
fn what_the_compiler_works_out_is_left_to_builds_of_their_own() {
    let found = sites::find("const A: i64 = 1 + 2; fn f() -> i64 { 1 + 2 }").unwrap();
    let constant: Vec<bool> = found.all.iter().map(|site| site.constant).collect();
    assert_eq!(constant, [true, false, false]);
    let found = sites::find("fn f() { if a && let B = c && d {} }").unwrap();
    let fixed = found.all.iter().filter(|site| site.shape == Shape::Fixed);
    assert_eq!(fixed.count(), 2);
}
