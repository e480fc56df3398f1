//! A pack's ladder and what it expects of plans, as somebody reads them who does not stand in a talk.

use super::Locale;
use super::format::{days, payments, percent, rate};
use super::vocabulary::{component, list};
use crate::engine::money::Share;
use crate::engine::rules::{Ask, Expectations, Give, Ladder, LadderStep, Reveal};

/// How much of a ladder the person on the call sees.
#[must_use]
pub const fn reveal(locale: Locale, reveal: Reveal) -> &'static str {
    let (zh, en) = match reveal {
        Reveal::Reached => (
            "前面的步骤都提出过，才显示下一步",
            "a step is shown once those before it were put to the borrower",
        ),
        Reveal::Next => ("只显示下一步", "the next step is shown"),
        Reveal::All => ("显示全部步骤", "every step is shown"),
    };
    locale.pick(zh, en)
}

/// One step: what it gives altogether, then what it asks in return.
#[must_use]
pub fn step(locale: Locale, step: &LadderStep) -> String {
    let gives = list(locale, &gives(locale, &step.give));
    let asks: Vec<String> = step.ask.iter().map(|one| ask(locale, *one)).collect();
    let asks = list(locale, &asks);
    match locale {
        Locale::Zh => format!("给予{gives}；要求{asks}"),
        Locale::En => format!("gives {gives}; asks for {asks}"),
    }
}

fn gives(locale: Locale, give: &Give) -> Vec<String> {
    let mut said: Vec<String> = Vec::new();
    for (part, share) in give.waivers.iter() {
        if share > Share::ZERO {
            let (part, share) = (component(locale, part), percent(share));
            said.push(match locale {
                Locale::Zh => format!("{part}减免{share}"),
                Locale::En => format!("{share} off {part}"),
            });
        }
    }
    if give.discount > Share::ZERO {
        let share = percent(give.discount);
        said.push(match locale {
            Locale::Zh => format!("合计减免{share}"),
            Locale::En => format!("{share} off the total"),
        });
    }
    said.extend(give.rate.map(|yearly| match locale {
        Locale::Zh => format!("年利率{}", rate(yearly)),
        Locale::En => format!("a rate of {} a year", rate(yearly)),
    }));
    said.extend(give.count.map(|most| match locale {
        Locale::Zh => format!("最多{}", payments(locale, most)),
        Locale::En => format!("up to {}", payments(locale, most)),
    }));
    said.extend(give.deferral_days.map(|most| match locale {
        Locale::Zh => format!("{}后开始", days(locale, most)),
        Locale::En => format!("{} until it begins", days(locale, most)),
    }));
    said
}

fn ask(locale: Locale, ask: Ask) -> String {
    let (zh, en) = match ask {
        Ask::DownPayment { share } => {
            let share = percent(share);
            return match locale {
                Locale::Zh => format!("当天先付至少{share}"),
                Locale::En => format!("at least {share} down"),
            };
        }
        Ask::FirstPayment { days: most } => {
            let most = days(locale, most);
            return match locale {
                Locale::Zh => format!("{most}内付第一笔"),
                Locale::En => format!("a first payment within {most}"),
            };
        }
        Ask::LumpSum => ("一次付清", "the rest in one sum"),
        Ask::Autopay => ("同意自动扣款", "payments taken by agreement"),
        Ask::Security => ("担保", "security"),
        Ask::Evidence => ("收入或困难的材料", "papers on income or hardship"),
    };
    locale.pick(zh, en).to_owned()
}

/// What a lender expects of its plans.
#[must_use]
pub fn expectations(locale: Locale, expected: &Expectations) -> String {
    let (yearly, kept, recovers) = (
        rate(expected.rate),
        percent(expected.kept),
        percent(expected.recovers),
    );
    match locale {
        Locale::Zh => format!(
            "以后的款项按年利率{yearly}折现；履行中的方案三十日后仍有{kept}在履行；没有方案时收回未付部分的{recovers}"
        ),
        Locale::En => format!(
            "later money is discounted at {yearly} a year; of plans kept so far {kept} are kept thirty days on; without a \
             plan {recovers} of what is unpaid is recovered"
        ),
    }
}

/// A whole ladder in a line, for a comparison.
#[must_use]
pub fn ladder(locale: Locale, ladder: &Ladder) -> String {
    let steps = ladder.steps.iter().map(|one| step(locale, one));
    let mut said = vec![reveal(locale, ladder.reveal).to_owned()];
    said.extend((1_u32..).zip(steps).map(|(place, words)| match locale {
        Locale::Zh => format!("第{place}步{words}"),
        Locale::En => format!("step {place} {words}"),
    }));
    said.join(locale.pick("；", "; "))
}
