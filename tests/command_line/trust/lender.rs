//! A lender whose keys, certificates and entry the program makes, from seeds that are written out.

use std::fs;
use std::path::PathBuf;

use quittance::share::encode_offer;
use quittance::share::signed::{Ring, Signed, open_signed};
use serde_json::{Value, json};

use crate::program::{Said, answer, quittance};

pub const TODAY: &str = "2026-11-22";
/// Limits that stand nowhere else: a borrower must never see them.
pub const SECRET_PCT: &str = "87.6543";
pub const SECRET_AMOUNT: &str = "31415926.53";

/// The seed of a number.
pub fn seed(number: u8) -> String {
    format!("{number:02x}").repeat(32)
}

pub fn public(number: u8) -> Value {
    answer("keys", &json!({"make": {"seed": seed(number)}}))["public_key"].clone()
}

/// The creditor of a sample case.
pub fn creditor(case: &str) -> Value {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/src/samples");
    let text = std::fs::read_to_string(format!("{folder}/{case}.json")).unwrap();
    serde_json::from_str::<Value>(&text).unwrap()["creditor"].clone()
}

/// A lender: its root has this number, its agent, supervisor and manager the next ones.
pub struct Lender {
    pub number: u8,
    pub certificates: Vec<Value>,
    pub authorities: Vec<Value>,
    pub entry: Value,
}

impl Lender {
    pub fn of(number: u8) -> Self {
        let limits = [
            Some(json!({
                "currency": "CNY", "most_owed": SECRET_AMOUNT, "most_waived_pct": "3", "most_days": 1100,
                "salt": "0a".repeat(16)
            })),
            Some(
                json!({"currency": "CNY", "most_waived_pct": SECRET_PCT, "salt": "0b".repeat(16)}),
            ),
            None,
        ];
        let (mut certificates, mut authorities) = (Vec::new(), Vec::new());
        for ((role, authority), next) in ["agent", "supervisor", "manager"]
            .into_iter()
            .zip(limits)
            .zip(1..)
        {
            let mut asked = json!({
                "root": seed(number), "subject": public(number + next), "role": role, "holder": format!("The {role}"),
                "from": "2026-01-01", "until": "2027-12-31"
            });
            if let Some(authority) = authority {
                asked["authority"] = authority;
            }
            let made = answer("keys", &json!({"certify": asked}));
            certificates.push(made["certificate"].clone());
            authorities.extend(made.get("authority").cloned());
        }
        let entry = answer("keys", &json!({"entry": {
            "root": seed(number), "label": "Tests", "issued_on": "2026-11-01", "demo": true,
            "creditors": [creditor("card-cn"), creditor("loan-cn")], "certificates": certificates
        }}))["entry"]
            .clone();
        Self {
            number,
            certificates,
            authorities,
            entry,
        }
    }

    /// The same lender's entry without any certificate.
    pub fn bare_entry(&self) -> Value {
        answer(
            "keys",
            &json!({"entry": {
                "root": seed(self.number), "label": "Tests", "issued_on": "2026-11-01",
                "creditors": [creditor("card-cn")]
            }}),
        )["entry"]
            .clone()
    }

    pub fn agent(&self) -> String {
        seed(self.number + 1)
    }

    pub fn supervisor(&self) -> String {
        seed(self.number + 2)
    }

    /// A document for `quittance sign` by a key, or by nobody.
    pub fn asked(&self, key: Option<String>, what: &str, body: Value) -> Value {
        let mut asked = json!({"lenders": [self.entry], "authorities": self.authorities});
        asked[what] = body;
        if let Some(key) = key {
            asked["key"] = json!(key);
        }
        asked
    }

    /// What is signed.
    pub fn sign(&self, key: Option<String>, what: &str, body: Value) -> Value {
        answer("sign", &self.asked(key, what, body))
    }

    /// What a reader says who knows the entry alone.
    pub fn verify(&self, text: &Value) -> Said {
        let asked = json!({"text": text, "lenders": [self.entry], "today": TODAY});
        quittance(&["verify"], &asked.to_string())
    }

    pub fn stands(&self, text: &Value) -> Value {
        let said = self.verify(text);
        assert_eq!(said.status, 0, "{:?}", said.lines);
        said.lines[0].clone()
    }

    /// The offer that any agent may make.
    pub fn plain(&self) -> Value {
        self.sign(Some(self.agent()), "offer", offer(24, "30%"))
    }

    /// An offer that somebody must approve.
    pub fn large(&self) -> Value {
        self.sign(Some(self.agent()), "offer", offer(24, "50%"))
    }
}

/// Instalments on the card case with so much of the penalty waived.
pub fn offer(count: u32, penalty: &str) -> Value {
    json!({"case": "card-cn", "option": {
        "settlement": "instalments", "count": count, "first_due": "2026-12-21", "rate_pct": "6",
        "waivers": {"penalty": penalty}, "down_payment": "9707.00"
    }})
}

/// The doubt of a text that does not stand.
pub fn doubt(said: &Said) -> &Value {
    assert_eq!(said.status, 1, "{:?}", said.lines);
    assert_eq!(said.lines[0]["answer"]["stands"], false);
    &said.lines[0]["answer"]["doubt"]
}

/// The draft of the offer in a signed text.
pub fn draft_of(lender: &Lender, text: &Value) -> String {
    let mut ring = Ring::new();
    ring.trust(lender.entry.as_str().unwrap(), None).unwrap();
    let Signed::Offered(offered) = open_signed(text.as_str().unwrap(), &ring).unwrap() else {
        panic!("{text}");
    };
    let opened = &offered.options[0].opened;
    encode_offer(&opened.offer, &opened.worked).unwrap()
}

/// A folder of these files, below the folder for temporary ones.
pub fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in files {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}
