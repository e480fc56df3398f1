//! Sample cases to open when there is no case at hand. Each file says of itself that it is a sample; nobody in
//! them exists, and every name and number is masked as a lender's system would.

pub mod demo;

/// A sample case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample {
    /// Its name, such as `card-cn`.
    pub id: &'static str,
    /// The case file, format `quittance-case/1`.
    pub file: &'static str,
}

/// Every sample, in the order they are offered.
pub const ALL: [Sample; 6] = [
    Sample {
        id: "card-cn",
        file: include_str!("card-cn.json"),
    },
    Sample {
        id: "loan-cn",
        file: include_str!("loan-cn.json"),
    },
    Sample {
        id: "micro-cn",
        file: include_str!("micro-cn.json"),
    },
    Sample {
        id: "property-cn",
        file: include_str!("property-cn.json"),
    },
    Sample {
        id: "loan-gb",
        file: include_str!("loan-gb.json"),
    },
    Sample {
        id: "agency-us",
        file: include_str!("agency-us.json"),
    },
];

/// The sample of that name.
#[must_use]
pub fn by_id(id: &str) -> Option<Sample> {
    ALL.into_iter().find(|sample| sample.id == id)
}
