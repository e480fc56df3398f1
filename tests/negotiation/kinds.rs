//! A limit of each kind, drawn so that it is as often kept as broken by small options.

use crate::dice::Dice;

const COMPONENTS: [&str; 6] = [
    "principal",
    "interest",
    "penalty",
    "compound",
    "charges",
    "costs",
];
const STRATEGIES: [&str; 6] = [
    "lump-sum", "deferral", "waiver", "discount", "rate-cut", "freeze",
];

/// A limit as it stands in a pack's file.
pub fn limit(dice: &mut Dice, kind: &str) -> String {
    let part = dice.one_of(&COMPONENTS);
    let late = dice.one_of(&COMPONENTS[1..]);
    let mut n = |low, high| dice.between(low, high);
    let values = match kind {
        "minimum-settlement" => format!(r#""share":"{}""#, n(60, 105).min(100)),
        "waiver-cap" => format!(r#""component":"{late}","share":"{}""#, n(0, 60)),
        "waiver-cap-total" => format!(r#""share":"{}""#, n(0, 25)),
        "not-waivable" => format!(r#""component":"{part}""#),
        "not-capitalisable" => format!(r#""component":"{late}""#),
        "minimum-down-payment" => format!(r#""share":"{}""#, n(0, 50)),
        "maximum-instalments" => format!(r#""count":{}"#, n(1, 24)),
        "minimum-payments" => format!(r#""count":{}"#, n(2, 24)),
        "maximum-total-days" => format!(r#""days":{}"#, n(20, 500)),
        "maximum-term-months" | "recovery-horizon-months" => format!(r#""months":{}"#, n(1, 20)),
        "maximum-days-between" => format!(r#""days":{}"#, n(7, 31)),
        "maximum-days-to-first" => format!(r#""days":{}"#, n(0, 90)),
        "minimum-instalment" => format!(r#""amount":"{}.00""#, n(3, 60)),
        "allowed-frequencies" => {
            let steps = ["monthly", "half-monthly", "fortnightly", "weekly"];
            let one = steps[usize::try_from(n(0, 3)).unwrap()];
            format!(r#""frequencies":["{one}"]"#)
        }
        "maximum-deferral-days" => format!(r#""days":{}"#, n(0, 60)),
        "all-in-cap" | "arrears-cap" | "total-within-rate" => format!(r#""rate":"{}""#, n(0, 24)),
        "charges-per-month" => format!(r#""amount":"{}.00""#, n(1, 6)),
        "penalty-multiple-band" => format!(r#""from":"1","to":"1.{}""#, n(1, 9)),
        "penalty-rate-cap" => format!(r#""rate":"{}""#, n(5, 30)),
        "broken-promises" => format!(r#""most":{}"#, n(0, 2)),
        "skipped-payments" => r#""most":0,"running":0"#.to_owned(),
        "maximum-grace-days" | "maximum-offer-days" => format!(r#""days":{}"#, n(1, 9)),
        "restructures" => format!(r#""most":{},"within_months":24"#, n(0, 1)),
        "affordable-share" => format!(r#""share":"{}""#, n(20, 60)),
        "minimum-residual" => format!(r#""amount":"{}.00""#, n(5, 60)),
        "minimum-value" => format!(r#""share":"{}","rate":"12""#, n(70, 100)),
        "repayment-behaviour" => format!(r#""payments":{}"#, n(1, 3)),
        "evidence-required" => r#""evidence":["income"]"#.to_owned(),
        "limitation-period" => format!(r#""months":{}"#, n(1, 6)),
        "total-cost-cap" => format!(r#""share":"{}""#, n(1, 15)),
        "allowed-strategies" => format!(
            r#""strategies":["instalments","{}","{}"]"#,
            STRATEGIES[usize::try_from(n(0, 2)).unwrap()],
            STRATEGIES[usize::try_from(n(3, 5)).unwrap()]
        ),
        "balance-within-original-principal" | "guarantor-consent" | "moratorium" => {
            return format!(r#"{{"kind":"{kind}"}}"#);
        }
        other => panic!("{other}: a kind of limit that is not tried"),
    };
    format!(r#"{{"kind":"{kind}",{values}}}"#)
}
