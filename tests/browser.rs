//! What only a browser can show: the app standing in whatever root it is given, and the same figures in
//! WebAssembly as anywhere else.
#![cfg(target_arch = "wasm32")]

#[path = "browser/page.rs"]
mod page;
#[path = "browser/standing.rs"]
mod standing;
mod typed_plans;

use typed_plans::{DIGEST, PLANS, TEXTS, digest_of_plans, type_texts_into_every_field};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn five_hundred_options_come_to_the_figures_that_they_come_to_natively() {
    let (digest, laid_out) = digest_of_plans();
    assert!(laid_out > PLANS / 2 && laid_out < PLANS, "{laid_out}");
    assert_eq!(digest, DIGEST);
}

#[wasm_bindgen_test]
fn any_text_in_any_field_is_read_or_refused() {
    let laid_out = type_texts_into_every_field();
    assert!(laid_out > 0 && laid_out < TEXTS, "{laid_out}");
}
