//! The app: what people see and touch. `model` is plain Rust and tested natively; the rest is Leptos.

pub mod model;
