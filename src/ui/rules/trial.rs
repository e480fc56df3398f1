//! A case and an option, judged by the pack that stands.

use leptos::prelude::*;

use super::findings::findings;
use super::{Place, language_of};
use crate::samples;
use crate::text::problem::{field_problem, plan_problem};
use crate::text::typed::typed_problem;
use crate::text::vocabulary::{component, heading};
use crate::text::{Label, Locale, RulesLabel};
use crate::ui::desk::sample_name;
use crate::ui::model::rules::{OWN, Trial, TrialError, samples_for, try_case};
use crate::ui::model::{
    Evaluated, Issue, OptionDraft, OptionField, OptionKind, Refusal, TypedProblem,
};
use crate::ui::parts::field::{Choice, Keyboard, TextField, select_field, strip, text_field};
use crate::ui::view::{View, view};

/// What a trial needs, in one language.
#[derive(Clone, Copy)]
struct Bench {
    place: Place,
    locale: Locale,
    /// The name of the case that is tried: of a sample, or [`OWN`].
    chosen: Memo<String>,
    trial: Memo<Option<Result<Trial, TrialError>>>,
    option: Memo<Option<OptionDraft>>,
    result: Memo<Option<Result<Evaluated, Refusal>>>,
}

/// What a sample case is called.
pub fn sample_words(locale: Locale, id: &str) -> &'static str {
    sample_name(id).text(locale)
}

/// The case, the option and the verdict.
pub fn trial(place: Place, locale: Locale) -> View {
    let chosen = Memo::new(move |_| chosen_case(place));
    let trial = Memo::new(move |_| {
        let pack = place.stands.get()?;
        let text = chosen.with(|chosen| match samples::by_id(chosen) {
            Some(sample) => sample.file.to_owned(),
            None => place.case_text.get(),
        });
        (!text.trim().is_empty()).then(|| try_case(&pack, &text))
    });
    let option = Memo::new(move |_| {
        let trial = trial.read();
        let trial = trial.as_ref()?.as_ref().ok()?;
        let typed = place.option.get();
        Some(typed.unwrap_or_else(|| trial.starting_option()))
    });
    let result = Memo::new(move |_| {
        let trial = trial.read();
        let trial = trial.as_ref()?.as_ref().ok()?;
        Some(trial.judge(option.read().as_ref()?))
    });
    let bench = Bench {
        place,
        locale,
        chosen,
        trial,
        option,
        result,
    };
    let there = Memo::new(move |_| matches!(&*trial.read(), Some(Ok(_))));
    view! {
        {case_choice(bench)}
        {move || there.get().then(|| terms(bench))}
        {move || verdict(bench)}
    }
}

/// The case that was chosen if it is under the law of the pack, otherwise the first that is.
fn chosen_case(place: Place) -> String {
    let fitting = place.stands.read().as_ref().map(samples_for);
    let fitting = fitting.unwrap_or_default();
    let asked = place.case.get();
    if asked == OWN || fitting.iter().any(|sample| sample.id == asked) {
        return asked;
    }
    let first = fitting.first().map(|sample| sample.id);
    first.unwrap_or(OWN).to_owned()
}

fn case_choice(bench: Bench) -> View {
    let Bench {
        place,
        locale,
        chosen,
        ..
    } = bench;
    let fitting = Memo::new(move |_| {
        let pack = place.stands.read();
        let samples = pack.as_ref().map(samples_for).unwrap_or_default();
        samples.iter().map(|sample| sample.id).collect::<Vec<_>>()
    });
    let select = move || {
        let own = (OWN.to_owned(), RulesLabel::OwnCase.text(locale).to_owned());
        let known = fitting.get();
        let named = |id: &&str| ((*id).to_owned(), sample_words(locale, id).to_owned());
        select_field(Choice {
            label: RulesLabel::WhichCase.text(locale).to_owned(),
            choices: known.iter().map(named).chain([own]).collect(),
            value: chosen.into(),
            on_choice: Callback::new(move |id| {
                place.case.set(id);
                place.option.set(None);
            }),
        })
    };
    let none = move || {
        fitting
            .read()
            .is_empty()
            .then(|| view! { <p class="hint">{RulesLabel::NoSampleOfPlace.text(locale)}</p> })
    };
    let is_own = Memo::new(move |_| *chosen.read() == OWN);
    view! {
        <div class="case-choice">
            {select}
            {none}
            {move || is_own.get().then(|| case_text(bench))}
        </div>
    }
}

fn case_text(bench: Bench) -> View {
    let Bench {
        place,
        locale,
        trial,
        ..
    } = bench;
    let problem = Signal::derive(move || match &*trial.read() {
        Some(Err(TrialError::Unreadable(error))) => Some(field_problem(locale, error)),
        Some(Err(TrialError::OtherPlace)) => {
            Some(RulesLabel::CaseOfOtherPlace.text(locale).to_owned())
        }
        _ => None,
    });
    text_field(&TextField {
        label: RulesLabel::OwnCaseText.text(locale).to_owned(),
        keyboard: Keyboard::Lines,
        value: place.case_text.into(),
        placeholder: Signal::derive(move || RulesLabel::PasteCase.text(locale).to_owned()),
        problem,
        on_text: Callback::new(move |text| place.case_text.set(text)),
        amount_in: None,
        focus: None,
    })
}

fn terms(bench: Bench) -> View {
    let Bench { locale, option, .. } = bench;
    let kind = Memo::new(move |_| option.read().as_ref().map(|option| option.kind));
    let kinds = strip(Choice {
        label: RulesLabel::TermsToTry.text(locale).to_owned(),
        choices: [OptionKind::Instalments, OptionKind::LumpSum]
            .map(|kind| {
                (
                    kind_code(kind).to_owned(),
                    kind_label(kind).text(locale).to_owned(),
                )
            })
            .to_vec(),
        value: Signal::derive(move || kind.get().map(kind_code).unwrap_or_default().to_owned()),
        on_choice: Callback::new(move |code: String| {
            bench.edit(|option| {
                option.kind = if code == kind_code(OptionKind::LumpSum) {
                    OptionKind::LumpSum
                } else {
                    OptionKind::Instalments
                };
            });
        }),
    });
    let in_parts = move || {
        (kind.get() == Some(OptionKind::Instalments)).then(|| {
            view! {
                {bench.field(OptionField::Count)}
                {bench.field(OptionField::DownPayment)}
            }
        })
    };
    let owed = Memo::new(move |_| {
        let trial = bench.trial.read();
        Some(*trial.as_ref()?.as_ref().ok()?.claim.components())
    });
    let waivers = move || {
        let owed = owed.get()?;
        let there = owed.iter().filter(|(_, amount)| amount.is_positive());
        Some(
            there
                .map(|(part, _)| bench.field(OptionField::Waiver(part)))
                .collect::<View>(),
        )
    };
    view! {
        <div class="terms-to-try">
            {kinds}
            <div class="fields-grid">{in_parts} {bench.field(OptionField::FirstDue)}</div>
            <fieldset>
                <legend class="field-label">{Label::GivenUp.text(locale)}</legend>
                <div class="fields-grid">{waivers}</div>
            </fieldset>
            {bench.other_problem()}
        </div>
    }
}

const fn kind_code(kind: OptionKind) -> &'static str {
    match kind {
        OptionKind::LumpSum => "lump-sum",
        OptionKind::Instalments | OptionKind::OnDates => "instalments",
    }
}

const fn kind_label(kind: OptionKind) -> Label {
    match kind {
        OptionKind::LumpSum => Label::LumpSum,
        OptionKind::Instalments | OptionKind::OnDates => Label::Instalments,
    }
}

fn field_name(locale: Locale, field: OptionField) -> String {
    match field {
        OptionField::Count => Label::HowManyPayments.text(locale).to_owned(),
        OptionField::DownPayment => Label::DownPayment.text(locale).to_owned(),
        OptionField::Waiver(part) => heading(component(locale, part)),
        _ => Label::FirstPaymentOn.text(locale).to_owned(),
    }
}

fn text_of(option: &OptionDraft, field: OptionField) -> String {
    match field {
        OptionField::Count => option.count.clone(),
        OptionField::DownPayment => option.down_payment.clone(),
        OptionField::Waiver(part) => option.waiver(part).to_owned(),
        _ => option.first_due.clone(),
    }
}

fn write(option: &mut OptionDraft, field: OptionField, text: String) {
    match field {
        OptionField::Count => option.count = text,
        OptionField::DownPayment => option.down_payment = text,
        OptionField::Waiver(part) => option.set_waiver(part, text),
        _ => option.first_due = text,
    }
}

impl Bench {
    /// A field of the option, with what is wrong with it.
    fn field(self, field: OptionField) -> View {
        let (option, locale) = (self.option, self.locale);
        let keyboard = match field {
            OptionField::FirstDue => Keyboard::Date,
            _ => Keyboard::Figures,
        };
        let placeholder = match field {
            OptionField::DownPayment | OptionField::Waiver(_) => "0%",
            _ => "",
        };
        text_field(&TextField {
            label: field_name(locale, field),
            keyboard,
            value: Signal::derive(move || {
                let option = option.read();
                let option = option.as_ref();
                option
                    .map(|option| text_of(option, field))
                    .unwrap_or_default()
            }),
            placeholder: Signal::derive(move || placeholder.to_owned()),
            problem: self.problem(move |issue| issue.field == Some(field)),
            on_text: Callback::new(move |text| self.edit(|option| write(option, field, text))),
            amount_in: None,
            focus: None,
        })
    }

    /// What is wrong with the option at none of the fields that stand here.
    fn other_problem(self) -> View {
        let problem = self.problem(|issue| {
            !matches!(
                issue.field,
                Some(
                    OptionField::Count
                        | OptionField::DownPayment
                        | OptionField::FirstDue
                        | OptionField::Waiver(_)
                )
            )
        });
        View::live(move || {
            problem
                .get()
                .map(|words| view! { <p class="wrong" role="status">{words}</p> })
        })
    }

    fn problem(
        self,
        wanted: impl Fn(&Issue) -> bool + Send + Sync + 'static,
    ) -> Signal<Option<String>> {
        Signal::derive(move || {
            let (result, trial) = (self.result.read(), self.trial.read());
            let issues = result.as_ref()?.as_ref().err()?;
            let issue = issues.iter().find(|issue| wanted(issue))?;
            let currency = trial.as_ref()?.as_ref().ok()?.claim.currency;
            Some(match &issue.problem {
                TypedProblem::Unreadable(error) => typed_problem(self.locale, *error),
                TypedProblem::Unplannable(error) => plan_problem(self.locale, currency, error),
            })
        })
    }

    /// Changes the option, starting from the one that stands.
    fn edit(self, change: impl FnOnce(&mut OptionDraft)) {
        if let Some(mut option) = self.option.get_untracked() {
            change(&mut option);
            self.place.option.set(Some(option));
        }
    }
}

fn verdict(bench: Bench) -> Option<View> {
    let result = bench.result.read();
    let (trial, good) = (bench.trial.read(), result.as_ref()?.as_ref().ok()?);
    let trial = trial.as_ref()?.as_ref().ok()?;
    let lang = language_of(trial.case.jurisdiction);
    let told = findings(bench.locale, lang, &good.verdict, trial.claim.currency);
    Some(view! {
        <section class="topic">
            <h2>{RulesLabel::RuleByRule.text(bench.locale)}</h2>
            {told}
        </section>
    })
}
