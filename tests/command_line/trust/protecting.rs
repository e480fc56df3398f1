//! `quittance protect`: texts under a passphrase. The journeys in a browser read the same texts with WebCrypto and with Node's
//! own cryptography; here one of a third maker is opened.

use serde_json::json;

use crate::lender::{Lender, draft_of};
use crate::program::{answer, quittance};

/// Made with Python's hashlib and the package `cryptography`, from docs/wire-format.md: salt 1, 2, ... 16, nonce 1, 2, ... 12,
/// over the letter `q` and the bytes `hello`.
const STRANGERS: &str =
    "p1.AQIDBAUGBwgJCgsMDQ4PEAECAwQFBgcICQoLDKRpisiKgtIrYblHP6ElnON6o3EQM2muivk1Cz4YhQ.z";
const PHRASE: &str = "7K3M-9QXT-2F4H";

#[test]
fn a_text_goes_under_a_passphrase_and_comes_back() {
    let lender = Lender::of(1);
    let signed = lender.plain();
    for text in [&signed["text"], &json!(draft_of(&lender, &signed["text"]))] {
        let made = answer("protect", &json!({"text": text}));
        assert!(made["text"].as_str().unwrap().starts_with("p1."));
        let back = answer(
            "protect",
            &json!({"text": made["text"], "phrase": made["phrase"]}),
        );
        assert_eq!(&back["text"], text);
        assert_eq!(back["phrase"], json!(null));
        // Salt, nonce, tag and letter are 45 bytes.
        let longer = made["characters"].as_u64().unwrap() - back["characters"].as_u64().unwrap();
        assert!((60..=61).contains(&longer), "{longer}");
        // The same text never looks the same twice.
        assert_ne!(
            answer("protect", &json!({"text": text}))["text"],
            made["text"]
        );
        let read = lender.verify(&made["text"]);
        assert_eq!(read.lines[0]["answer"]["doubt"]["code"], "under-passphrase");
    }
}

#[test]
fn a_strangers_text_opens_with_its_passphrase_alone() {
    let opened = answer(
        "protect",
        &json!({"text": STRANGERS, "phrase": " 7k3m 9qxt 2f4h"}),
    );
    // The five bytes as a draft would carry them: base64url of them and of eight bytes of checksum.
    assert!(opened["text"].as_str().unwrap().starts_with("q1.aGVsbG"));
    let wrong = json!({"text": STRANGERS, "phrase": "8K3M-9QXT-2F4H"});
    let said = quittance(&["protect"], &wrong.to_string());
    assert_eq!(said.status, 1);
    assert!(
        said.lines[0]["refused"][0]
            .as_str()
            .unwrap()
            .starts_with("wrong-passphrase")
    );
}

#[test]
fn a_changed_text_under_a_passphrase_never_opens() {
    let bytes = STRANGERS.as_bytes();
    let mut tried = 0;
    for place in 3..bytes.len() - 2 {
        for other in [b'A', b'z', b'-'] {
            if bytes[place] == other {
                continue;
            }
            let mut changed = bytes.to_vec();
            changed[place] = other;
            let text = String::from_utf8(changed).unwrap();
            let said = quittance(
                &["protect"],
                &json!({"text": text, "phrase": PHRASE}).to_string(),
            );
            assert_eq!(said.status, 2, "{text}");
            tried += 1;
        }
        if tried > 120 {
            break;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn what_cannot_be_protected_or_opened_is_told() {
    let cases = [
        (json!({"text": "hello"}), "text"),
        (json!({"text": "q1.AAAA.z"}), "text"),
        (json!({"text": "q1.AAAA.z", "phrase": PHRASE}), "phrase"),
        (json!({"text": STRANGERS}), "phrase"),
        (json!({"text": STRANGERS, "phrase": "12345678"}), "phrase"),
        (json!({"text": &STRANGERS[..40], "phrase": PHRASE}), "text"),
    ];
    for (document, at) in cases {
        let said = quittance(&["protect"], &document.to_string());
        assert_eq!(said.status, 2, "{document}");
        assert_eq!(said.lines[0]["error"]["at"], at, "{document}");
    }
}
