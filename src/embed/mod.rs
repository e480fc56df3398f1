//! The custom element's side in Rust: what `v1.js` calls, and what it is told. Converts and delegates.
//!
//! ```text
//! openCase(lang, text) -> draft            throws a sentence if the text cannot be used
//! new Calculator(root, lang, draft, host, deployment)  throws a sentence if the draft cannot
//!   host.changed(plan | undefined)         JSON of a PlanSummary
//!   host.agreed(detail)                    JSON of an AgreedDetail
//!   host.signed(text)                      a text that was signed here
//!   deployment { lender, root, publicKey, certificate, sign }   whose signatures count, and a key that the host keeps
//! watch(house)
//!   house.stopped(place)                   a panic: nothing of this WebAssembly may be called any more
//! ```

use leptos::prelude::Callback;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::text::Locale;
use crate::ui::mount::{
    AgreedDetail, Deployment, Hooks, MountOptions, Mounted, PlanSummary, Root, given_case,
    given_draft, given_problem, mount,
};

#[wasm_bindgen]
extern "C" {
    /// What one element is told of its calculator.
    #[derive(Clone)]
    pub type Host;

    #[wasm_bindgen(method)]
    fn changed(this: &Host, plan: Option<String>);

    #[wasm_bindgen(method)]
    fn agreed(this: &Host, detail: String);

    #[wasm_bindgen(method)]
    fn signed(this: &Host, text: String);

    /// What the script is told of all of them.
    pub type House;

    #[wasm_bindgen(method)]
    fn stopped(this: &House, place: &str);
}

/// A calculator in a shadow root. Freeing it takes it down.
#[wasm_bindgen]
pub struct Calculator(Mounted);

#[wasm_bindgen]
impl Calculator {
    /// Puts up a calculator in `root` with what was typed before.
    ///
    /// # Errors
    /// A sentence, if `draft` is not the text of a draft; then nothing was put up.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: &Root,
        lang: &str,
        draft: &str,
        host: Host,
        deployment: &Deployment,
    ) -> Result<Calculator, String> {
        let locale = locale(lang);
        let draft = given_draft(draft).map_err(|error| given_problem(locale, &error))?;
        let (told, signed) = (host.clone(), host.clone());
        let hooks = Hooks {
            on_change: Some(Callback::new(move |plan: Option<PlanSummary>| {
                told.changed(plan.as_ref().map(json));
            })),
            on_agree: Some(Callback::new(move |detail: AgreedDetail| {
                host.agreed(json(&detail));
            })),
            on_sign: Some(Callback::new(move |text: String| signed.signed(text))),
        };
        Ok(Self(mount(
            root,
            MountOptions {
                locale,
                draft,
                owns_page: false,
                hooks,
                lender: deployment.pinned(),
                signer: deployment.signer(),
            },
        )))
    }

    /// Everything typed so far, as the text of a draft.
    #[must_use]
    pub fn draft(&self) -> String {
        self.0.draft().to_text()
    }

    /// The code of the language that stands now.
    #[must_use]
    pub fn lang(&self) -> String {
        self.0.locale().code().to_owned()
    }

    /// Changes the language; nothing typed is lost.
    #[wasm_bindgen(js_name = setLang)]
    pub fn set_lang(&self, lang: &str) {
        self.0.set_locale(locale(lang));
    }
}

/// The text of a draft with the case that `text` names or holds.
///
/// # Errors
/// A sentence that says what is wrong with it, and where.
#[wasm_bindgen(js_name = openCase)]
pub fn open_case(lang: &str, text: &str) -> Result<String, String> {
    given_case(text)
        .map(|draft| draft.to_text())
        .map_err(|error| given_problem(locale(lang), &error))
}

/// Has every panic told to `house`, after whoever is told already.
#[wasm_bindgen]
pub fn watch(house: House) {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        before(info);
        // Only the place in the source: a message could hold something typed.
        house.stopped(&info.location().map(ToString::to_string).unwrap_or_default());
    }));
}

fn locale(lang: &str) -> Locale {
    Locale::from_code(lang).unwrap_or(Locale::En)
}

fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
