//! Roots to mount the app into, and what a person does there: reading, pressing, typing.

use leptos::task::tick;
use quittance::text::{Label, Locale};
use quittance::ui::hooks::Hooks;
use quittance::ui::mount::{Draft, MountOptions, Mounted, Root, mount};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(inline_js = r#"
const labelled = (root, label) => {
  const found = [...root.querySelectorAll("label")].find((one) => one.textContent.trim().startsWith(label));
  return found && root.querySelector(`#${found.htmlFor}`);
};
export function detached() { return document.createElement("div"); }
export function attached() { return document.body.appendChild(document.createElement("div")); }
export function in_shadow() { return attached().attachShadow({ mode: "open" }); }
export function shown(root) { return root.textContent; }
export function press(root, name) {
  const button = [...root.querySelectorAll("button")].find((one) => one.textContent.trim() === name);
  button?.click();
  return Boolean(button);
}
export function type_into(root, label, text) {
  const field = labelled(root, label);
  if (!field) return false;
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  return true;
}
export function typed(root, label) { return labelled(root, label)?.value; }
export function ids(root) { return [...root.querySelectorAll("[id]")].map((one) => one.id).join(" "); }
"#)]
unsafe extern "C" {
    /// An element that stands in no page.
    pub safe fn detached() -> Root;
    /// An element at the end of the page.
    pub safe fn attached() -> Root;
    /// A shadow root in the page; it is mounted into as an element is.
    pub safe fn in_shadow() -> Root;
    /// All the text of a root.
    pub safe fn shown(root: &Root) -> String;
    safe fn press(root: &Root, name: &str) -> bool;
    safe fn type_into(root: &Root, label: &str, text: &str) -> bool;
    safe fn typed(root: &Root, label: &str) -> Option<String>;
    safe fn ids(root: &Root) -> String;
}
