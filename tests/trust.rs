//! Objects with signatures: what stands, what does not, and that nothing in between exists.

#[path = "links/cards.rs"]
mod cards;
#[path = "trust/demo.rs"]
mod demo;
#[path = "trust/edge_keys.rs"]
mod edge_keys;
#[path = "trust/house.rs"]
mod house;
#[path = "trust/injected_texts.rs"]
mod injected_texts;
#[path = "trust/injections.rs"]
mod injections;
#[path = "trust/leaks.rs"]
mod leaks;
#[path = "trust/objects.rs"]
mod objects;
#[path = "trust/opening.rs"]
mod opening;
#[path = "trust/published.rs"]
mod published;
#[path = "trust/sizes.rs"]
mod sizes;
#[path = "trust/splices.rs"]
mod splices;
#[path = "trust/states.rs"]
mod states;
#[path = "trust/tampering.rs"]
mod tampering;
