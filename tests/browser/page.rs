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
extern "C" {
    /// An element that stands in no page.
    pub fn detached() -> Root;
    /// An element at the end of the page.
    pub fn attached() -> Root;
    /// A shadow root in the page; it is mounted into as an element is.
    pub fn in_shadow() -> Root;
    /// All the text of a root.
    pub fn shown(root: &Root) -> String;
    fn press(root: &Root, name: &str) -> bool;
    fn type_into(root: &Root, label: &str, text: &str) -> bool;
    fn typed(root: &Root, label: &str) -> Option<String>;
    fn ids(root: &Root) -> String;
}

/// The app in a root, as a guest of the page.
pub fn stand(root: &Root, draft: Draft) -> Mounted {
    let options = MountOptions {
        locale: Locale::En,
        draft,
        owns_page: false,
        hooks: Hooks::default(),
        lender: None,
        signer: None,
    };
    mount(root, options)
}

/// Lets everything that follows from a change be drawn.
async fn drawn() {
    for _ in 0..4 {
        tick().await;
    }
}

/// Presses the button of that name.
pub async fn pressed(root: &Root, label: Label) {
    let name = label.text(Locale::En);
    assert!(press(root, name), "no button {name}: {}", shown(root));
    drawn().await;
}

/// Types a text in place of what stands in the field of that label.
pub async fn write(root: &Root, label: Label, text: &str) {
    let name = label.text(Locale::En);
    assert!(
        type_into(root, name, text),
        "no field {name}: {}",
        shown(root)
    );
    drawn().await;
}

/// What stands in the field of that label.
pub fn written(root: &Root, label: Label) -> Option<String> {
    typed(root, label.text(Locale::En))
}

/// Every id in a root.
pub fn all_ids(root: &Root) -> Vec<String> {
    ids(root).split_whitespace().map(str::to_owned).collect()
}

/// Lets a root that was just filled be drawn to its end.
pub async fn settled(root: &Root) -> String {
    drawn().await;
    shown(root)
}
