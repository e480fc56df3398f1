//! Private values that public rules tell.

use super::{CLEAN, alone, days, house, private, rule};

#[test]
fn a_public_rule_of_the_same_value() {
    let cap = |share: u32| format!(r#"{{"kind":"waiver-cap-total","share":"{share}"}}"#);
    let pair = |public: u32, more: &str| {
        alone(&house(&[
            private("A", &cap(20), "block"),
            rule("B", &cap(public), "supervisor", more),
        ]))
    };
    let both = [
        "warning given-away rules.1.visibility A B",
        "warning never-decides rules.2.limit B A",
    ];
    assert_eq!(pair(20, ""), both);
    assert_eq!(pair(20, &days(31, None)), both);
    assert_eq!(pair(10, ""), CLEAN);
}

#[test]
fn a_public_rule_that_lets_one_work_it_out() {
    let floor = |share: u32| format!(r#"{{"kind":"minimum-settlement","share":"{share}"}}"#);
    let cap = r#"{"kind":"waiver-cap-total","share":"12"}"#;
    let told = |share: u32| {
        alone(&house(&[
            private("A", &floor(share), "block"),
            rule("B", cap, "block", ""),
        ]))
    };
    assert_eq!(told(88), ["warning given-away rules.1.visibility A B"]);
    assert_eq!(told(85), CLEAN);
    let the_other_way = house(&[
        private("A", cap, "block"),
        rule("B", &floor(88), "block", ""),
    ]);
    assert_eq!(
        alone(&the_other_way),
        ["warning given-away rules.1.visibility A B"]
    );
    let both_private = house(&[
        private("A", cap, "block"),
        private("B", &floor(88), "block"),
    ]);
    assert_eq!(alone(&both_private), CLEAN);
}
