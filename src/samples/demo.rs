//! A lender for trying signatures out. Its secret keys stand here for everybody to read: what they sign binds nobody, its
//! entry says so, and every page that shows such a signature says so too.

/// The seed of the demo lender's root key.
pub const ROOT_SEED: [u8; 32] = *b"quittance demo root, proves none";
/// The seed of its agent's key.
pub const AGENT_SEED: [u8; 32] = *b"quittance demo agent proves none";
/// The seed of its supervisor's key.
pub const SUPERVISOR_SEED: [u8; 32] = *b"quittance demo super proves none";
/// The demo lender's entry: the creditors of the sample cases, and its two people.
pub const LENDER: &str = include_str!("demo-lender.quittance");
