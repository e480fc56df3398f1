//! The command line, built for speed: C3 and F7 ask it.

use crate::run::{Failure, cargo, must};

const BUILD: &str =
    "build --locked --profile native --no-default-features --features cli --bin quittance";
/// Where the program is, below the checkout.
pub const BUILT: &str = "target/native/quittance";

/// Builds it.
pub fn built() -> Result<(), Failure> {
    must(&mut cargo(BUILD), "the command line could not be built")
}
