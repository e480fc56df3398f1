//! The app in a root of somebody's: it stands, it answers, it keeps what was typed, and it goes without a trace.

use crate::page::{
    all_ids, attached, detached, in_shadow, pressed, settled, shown, stand, write, written,
};
use crate::typed_plans::{Dice, any_text};
use quittance::text::{Label, Locale};
use quittance::ui::mount::{Draft, given_case};
use wasm_bindgen_test::wasm_bindgen_test;

fn has(text: &str, label: Label) -> bool {
    text.contains(label.text(Locale::En))
}

#[wasm_bindgen_test]
async fn an_empty_desk_stands_in_an_element_of_no_page_and_in_a_shadow_root() {
    for root in [detached(), in_shadow()] {
        let mounted = stand(&root, Draft::default());
        let text = settled(&root).await;
        for way in [
            Label::StartHere,
            Label::OpenSample,
            Label::PasteOrDrop,
            Label::TypeIn,
        ] {
            assert!(has(&text, way), "{way:?}: {text}");
        }
        assert!(!has(&text, Label::MakeAgreement), "{text}");
        drop(mounted);
        assert_eq!(shown(&root), "");
    }
}

#[wasm_bindgen_test]
async fn a_sample_opens_with_its_total_and_an_option() {
    for root in [attached(), in_shadow()] {
        let mounted = stand(&root, Draft::default());
        pressed(&root, Label::SampleCard).await;
        let text = shown(&root);
        assert!(text.contains("48,532.17"), "{text}");
        assert!(has(&text, Label::MakeAgreement), "{text}");
        assert_eq!(mounted.draft().options.len(), 1);
    }
}

#[wasm_bindgen_test]
async fn what_was_typed_survives_being_taken_down_and_put_up_again() {
    let (first, second) = (attached(), in_shadow());
    let mounted = stand(&first, given_case("card-cn").unwrap());
    settled(&first).await;
    write(&first, Label::HowManyPayments, "24").await;
    write(&first, Label::Discount, "2,00").await;
    mounted.set_locale(Locale::Zh);
    settled(&first).await;
    mounted.set_locale(Locale::En);
    settled(&first).await;
    assert_eq!(written(&first, Label::Discount).as_deref(), Some("2,00"));
    let draft = mounted.draft();
    drop(mounted);
    assert_eq!(shown(&first), "");

    let again = stand(&second, Draft::from_text(&draft.to_text()).unwrap());
    settled(&second).await;
    assert_eq!(
        written(&second, Label::HowManyPayments).as_deref(),
        Some("24")
    );
    assert_eq!(written(&second, Label::Discount).as_deref(), Some("2,00"));
    assert_eq!(again.draft(), draft);
}

#[wasm_bindgen_test]
async fn two_in_one_page_share_no_id_and_no_text() {
    let (one, other) = (attached(), attached());
    let mounted = [
        stand(&one, given_case("card-cn").unwrap()),
        stand(&other, given_case("loan-gb").unwrap()),
    ];
    settled(&one).await;
    let (ids, others) = (all_ids(&one), all_ids(&other));
    assert!(ids.len() > 3 && others.len() > 3, "{ids:?} {others:?}");
    assert!(
        ids.iter().all(|id| !others.contains(id)),
        "{ids:?} {others:?}"
    );
    write(&one, Label::HowManyPayments, "9").await;
    assert_eq!(
        written(&other, Label::HowManyPayments).as_deref(),
        Some("12")
    );
    let counts = mounted.map(|app| app.draft().options.first().unwrap().count.clone());
    assert_eq!(counts, ["9", "12"]);
}

#[wasm_bindgen_test]
async fn whatever_is_typed_stays_in_its_field_and_the_app_stands() {
    let root = attached();
    let _mounted = stand(&root, given_case("card-cn").unwrap());
    settled(&root).await;
    let mut dice = Dice::new(11);
    for at in 0..120 {
        let text = any_text(&mut dice);
        let label = match at % 3 {
            0 => Label::FirstPaymentOn,
            1 => Label::Rate,
            _ => Label::Discount,
        };
        write(&root, label, &text).await;
        assert_eq!(written(&root, label), Some(text));
        assert!(shown(&root).contains("48,532.17"));
    }
}
