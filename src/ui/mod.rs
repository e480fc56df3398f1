//! The app: what people see and touch. `model` is plain Rust and tested natively; the rest is Leptos.
//!
//! ```text
//! mount    the one way in, for the app's own page and for a shadow root
//! app      the shell: head, language, which screen stands
//! session  what every screen shares
//! trust    whose signatures count, and whose keys can sign
//! hooks    what a host page is told
//! view     the one kind of node that all screens are made of
//! rules    the rules place, a page of its own
//! desk, reader, parts, browser
//! ```

pub mod model;

#[cfg(feature = "app")]
mod app;
#[cfg(feature = "app")]
pub mod browser;
#[cfg(feature = "app")]
mod desk;
#[cfg(feature = "app")]
pub mod hooks;
#[cfg(feature = "app")]
pub mod mount;
#[cfg(feature = "app")]
pub mod parts;
#[cfg(feature = "app")]
mod reader;
#[cfg(feature = "app")]
pub mod rules;
#[cfg(feature = "app")]
pub mod session;
#[cfg(feature = "app")]
mod trust;
#[cfg(feature = "app")]
pub mod view;
