//! Agreements on screen and paper: the summary that the desk makes, and what a link opens.
//!
//! ```text
//! ready           an offer with everything that its document, link and code need
//! paper, tables   the papers, the same on screen and in print
//! shown           which paper, in which languages
//! runs            words in the other language, marked
//! keeping         print, copy, and what came of it; saving: the files
//! share_panel     link and QR code
//! agreement_page  the desk's summary with its tools
//! glance          a plan at a glance, plain Rust
//! summary, money_bar, dues, if_missed   what a borrower reads first
//! derivations     where each figure of the account comes from
//! tracking, tracked_lines, noted   payments made under it, as the borrower notes them on this device
//! signed, answer, lender_answer  a signed text opened, and what can be answered to it; handed: an answer to be sent
//! sign_panel      signing at the desk; key_panel: the key of this device
//! locked, protect a link under a passphrase, opened and made
//! reader          a link opened: what stands in it, or why it does not open
//! ```

mod agreement_page;
mod answer;
mod derivations;
mod dues;
mod glance;
mod handed;
mod if_missed;
mod keeping;
mod key_panel;
mod lender_answer;
mod locked;
mod money_bar;
mod noted;
mod paper;
mod protect;
mod qr_code;
#[expect(
    clippy::module_inception,
    reason = "the component that gives this folder its name"
)]
mod reader;
mod ready;
mod runs;
mod saving;
mod share_panel;
mod shown;
mod sign_panel;
mod signed;
mod summary;
mod tables;
mod tracked_lines;
mod tracking;

pub use agreement_page::agreement_page;
pub use reader::reader;
