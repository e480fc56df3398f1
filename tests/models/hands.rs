//! Hundreds of options typed by a hurried hand: the same figures here as in the browser, and never a panic.

use crate::typed_plans::{
    DIGEST, Dice, PLANS, TEXTS, any_text, digest_of_plans, opened, type_texts_into_every_field,
};
use quittance::ui::model::{CaseForm, Draft, FORM_FIELDS};

#[test]
fn five_hundred_options_come_to_the_figures_that_they_come_to_in_the_browser() {
    let (digest, laid_out) = digest_of_plans();
    assert!(laid_out > PLANS / 2, "{laid_out} of {PLANS}");
    assert!(laid_out < PLANS, "none was refused");
    assert_eq!(digest, DIGEST);
}

#[test]
fn any_text_in_any_field_is_read_or_refused() {
    let laid_out = type_texts_into_every_field();
    assert!(laid_out > 0 && laid_out < TEXTS, "{laid_out} of {TEXTS}");
}

#[test]
fn any_text_in_any_field_is_kept_as_it_was_typed() {
    let mut dice = Dice::new(3);
    for _ in 0..TEXTS / 4 {
        let mut option = opened("card-cn").starting_option();
        option.payment = any_text(&mut dice);
        option.count = any_text(&mut dice);
        option.waivers = std::array::from_fn(|_| any_text(&mut dice));
        let draft = Draft {
            options: vec![option],
            ..Draft::default()
        };
        assert_eq!(Draft::from_text(&draft.to_text()), Some(draft));
    }
}

#[test]
fn any_text_in_a_form_makes_a_case_or_a_refusal() {
    let mut dice = Dice::new(5);
    for at in 0..TEXTS {
        let (path, _) = FORM_FIELDS[at % FORM_FIELDS.len()];
        let mut form = CaseForm::default();
        let text = any_text(&mut dice);
        form.set(path, text.clone());
        assert_eq!(form.text(path), text);
        // Nobody's name stands in the form, so that no text alone can complete it.
        let read = quittance::engine::claim::read_case(&form.to_case_text());
        assert!(read.is_err(), "{path}: {text:?}");
    }
}
