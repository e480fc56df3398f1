//! A pack to read: its head, its rules by what they limit, and its duties.

use leptos::prelude::*;

use super::{Place, language_of};
use crate::engine::claim::Product;
use crate::engine::rules::{Duty, Pack};
use crate::text::format::currency_name;
use crate::text::vocabulary::{duty_topic, heading, jurisdiction, list, product};
use crate::text::{Locale, RulesLabel, limit, pack_ladder};
use crate::ui::model::rules::{RuleRow, Topic, rows};
use crate::ui::parts::field::{Keyboard, TextField, no_problem, text_field};
use crate::ui::view::{View, view};

/// The pack that stands.
pub fn browse(place: Place, locale: Locale) -> View {
    let shown = move || {
        let pack = place.stands.get()?;
        Some(view! {
            {head(locale, &pack)}
            {rules(place, locale, &pack)}
            {duties(locale, &pack)}
            {ladder(locale, &pack)}
            {expectations(locale, &pack)}
        })
    };
    View::live(shown)
}

fn products(locale: Locale, products: Option<&Vec<Product>>) -> String {
    match products {
        None => RulesLabel::EveryProduct.text(locale).to_owned(),
        Some(products) => {
            let names: Vec<&str> = products.iter().map(|one| product(locale, *one)).collect();
            list(locale, &names)
        }
    }
}

fn head(locale: Locale, pack: &Pack) -> View {
    let line = |label: RulesLabel, value: String| {
        view! { <dt>{label.text(locale)}</dt><dd>{value}</dd> }
    };
    let segments: Vec<View> = pack
        .segments
        .iter()
        .map(|segment| {
            let words = limit::segment(locale, segment, pack.currency);
            view! { <li><span class="rule-id">{segment.id.clone()}</span> " " {words}</li> }
        })
        .collect();
    let segments = (!segments.is_empty()).then(|| {
        view! {
            <dt>{RulesLabel::PackSegments.text(locale)}</dt>
            <dd><ul>{segments}</ul></dd>
        }
    });
    view! {
        <dl class="pack-head">
            {line(RulesLabel::PackId, pack.id.clone())}
            {line(RulesLabel::PackVersion, pack.version.clone())}
            {line(RulesLabel::PackLayer, limit::layer(locale, pack.layer).to_owned())}
            {line(RulesLabel::PackPlace, jurisdiction(locale, pack.jurisdiction).to_owned())}
            {line(RulesLabel::PackCurrency, currency_name(locale, pack.currency).to_owned())}
            {line(RulesLabel::PackDates, limit::in_force(locale, &pack.effective, pack.currency))}
            {line(RulesLabel::PackProducts, products(locale, pack.products.as_ref()))}
            {segments}
        </dl>
    }
}

const fn topic_label(topic: Topic) -> RulesLabel {
    match topic {
        Topic::GivenUp => RulesLabel::TopicGivenUp,
        Topic::Payments => RulesLabel::TopicPayments,
        Topic::Time => RulesLabel::TopicTime,
        Topic::Cost => RulesLabel::TopicCost,
        Topic::People => RulesLabel::TopicPeople,
    }
}

/// The rules that have the words of the filter, and how many those are.
fn rules(place: Place, locale: Locale, pack: &Pack) -> View {
    let all = StoredValue::new(rows(locale, pack));
    let lang = language_of(pack.jurisdiction);
    let kept = Memo::new(move |_| {
        let filter = place.filter.read();
        all.with_value(|rows| {
            let kept = rows.iter().filter(|row| row.has(&filter));
            kept.cloned().collect::<Vec<RuleRow>>()
        })
    });
    let filter = text_field(&TextField {
        label: RulesLabel::FilterRules.text(locale).to_owned(),
        keyboard: Keyboard::Text,
        value: place.filter.into(),
        placeholder: Signal::derive(move || RulesLabel::FilterHint.text(locale).to_owned()),
        problem: no_problem(),
        on_text: Callback::new(move |text| place.filter.set(text)),
        amount_in: None,
        focus: None,
    });
    let counted = move || {
        let (kept, all) = (kept.read().len(), all.with_value(Vec::len));
        if kept == 0 && all > 0 {
            return RulesLabel::NoRuleLikeThat.text(locale).to_owned();
        }
        let (name, colon) = (RulesLabel::RulesShown.text(locale), locale.pick("：", ": "));
        format!("{name}{colon}{kept}/{all}")
    };
    let groups = move || {
        let kept = kept.read();
        let group = |topic: Topic| {
            let of: Vec<View> = kept
                .iter()
                .filter(|row| row.topic == topic)
                .map(|row| rule(locale, lang, row))
                .collect();
            (!of.is_empty()).then(|| {
                view! {
                    <section class="topic">
                        <h2>{topic_label(topic).text(locale)}</h2>
                        <ul class="rules">{of}</ul>
                    </section>
                }
            })
        };
        Topic::ALL.into_iter().filter_map(group).collect::<View>()
    };
    view! {
        <div class="filter">
            {filter}
            <p class="hint" role="status">{counted}</p>
        </div>
        {groups}
    }
}

fn rule(locale: Locale, lang: &'static str, row: &RuleRow) -> View {
    let RuleRow {
        id,
        limit,
        binds,
        follows,
        shown_to,
        in_force,
        source,
        ..
    } = row.clone();
    let colon = locale.pick("：", ": ");
    view! {
        <li>
            <h3>{limit}</h3>
            <p class="rule-facts">
                <span class="rule-id">{id}</span>
                <span>{RulesLabel::BreachMeans.text(locale)} {colon} {follows}</span>
                <span>{RulesLabel::BindsWhom.text(locale)} {colon} {binds}</span>
                <span>{shown_to}</span>
                {in_force.map(|dates| {
                    view! { <span>{RulesLabel::PackDates.text(locale)} {colon} {dates}</span> }
                })}
            </p>
            <p class="hint" lang=lang>{source}</p>
        </li>
    }
}

/// How the lender gives way.
fn ladder(locale: Locale, pack: &Pack) -> Option<View> {
    let ladder = pack.ladder.as_ref()?;
    let lang = language_of(pack.jurisdiction);
    let steps: Vec<View> = ladder
        .steps
        .iter()
        .map(|step| {
            view! {
                <li>
                    <p>{heading(&pack_ladder::step(locale, step))}</p>
                    <p class="rule-facts"><span class="rule-id">{step.id.clone()}</span></p>
                </li>
            }
        })
        .collect();
    let colon = locale.pick("：", ": ");
    Some(view! {
        <section class="topic">
            <h2>{RulesLabel::LadderOfPack.text(locale)}</h2>
            <p class="hint">{RulesLabel::LadderOfPackHint.text(locale)}</p>
            <p class="hint">
                {RulesLabel::ShownOnCall.text(locale)} {colon}
                {pack_ladder::reveal(locale, ladder.reveal)}
            </p>
            <ol class="rules">{steps}</ol>
            <p class="hint" lang=lang>{ladder.source.clone()}</p>
        </section>
    })
}

fn expectations(locale: Locale, pack: &Pack) -> Option<View> {
    let expected = pack.expectations.as_ref()?;
    let words = heading(&pack_ladder::expectations(locale, expected));
    let lang = language_of(pack.jurisdiction);
    Some(view! {
        <section class="topic">
            <h2>{RulesLabel::Expected.text(locale)}</h2>
            <p>{words}</p>
            <p class="hint" lang=lang>{expected.source.clone()}</p>
        </section>
    })
}

fn duties(locale: Locale, pack: &Pack) -> Option<View> {
    let lang = language_of(pack.jurisdiction);
    let one = |duty: &Duty| {
        let topic = heading(duty_topic(locale, duty.topic));
        let words = locale.pick(&duty.words.zh, &duty.words.en).to_owned();
        let binds = duty.products.as_ref().map(|_| {
            let colon = locale.pick("：", ": ");
            let debts = products(locale, duty.products.as_ref());
            view! { <span>{RulesLabel::BindsWhom.text(locale)} {colon} {debts}</span> }
        });
        view! {
            <li>
                <h3>{topic}</h3>
                <p>{words}</p>
                <p class="rule-facts"><span class="rule-id">{duty.id.clone()}</span> {binds}</p>
                <p class="hint" lang=lang>{duty.source.clone()}</p>
            </li>
        }
    };
    let list: Vec<View> = pack.duties.iter().map(one).collect();
    (!list.is_empty()).then(|| {
        view! {
            <section class="topic">
                <h2>{RulesLabel::Duties.text(locale)}</h2>
                <p class="hint">{RulesLabel::DutiesHint.text(locale)}</p>
                <ul class="rules">{list}</ul>
            </section>
        }
    })
}
