//! What changed from one pack to another, in words: both values, and what the change does.

use super::Locale;
use super::finding::{decision, rule_title, unfit};
use super::format::{Noun, count, currency_name, days, number, payments, percent, rate};
use super::limit::{applies, bounds, in_force, layer, limit, segment, severity, visibility};
use super::pack_ladder;
use super::vocabulary::{basis, component, jurisdiction, list, product, rounding};
use crate::engine::claim::Component;
use crate::engine::money::Currency;
use crate::engine::rules::{
    BookDiff, DeskDefaults, Duty, Effect, HeadPart, Pack, Rule, RuleChange, RulePart, Shift,
    VerdictChange,
};

/// What a change does to what may be agreed.
#[must_use]
pub const fn effect(locale: Locale, effect: Effect) -> &'static str {
    let (zh, en) = match effect {
        Effect::Tightens => ("规则包因此更严。", "This tightens the pack."),
        Effect::Loosens => ("规则包因此更宽。", "This loosens the pack."),
        Effect::Mixed => (
            "规则包因此有的地方更严，有的地方更宽。",
            "This tightens the pack in one way and loosens it in another.",
        ),
        Effect::Nothing => ("可以达成的方案不变。", "What may be agreed stays the same."),
    };
    locale.pick(zh, en)
}

/// What happened to a rule, with both values and what that does.
#[must_use]
pub fn rule_change(locale: Locale, change: &RuleChange, currency: Currency) -> String {
    let does = effect(locale, change.effect());
    let says = |rule: &Rule| {
        let (limit, follows) = (
            limit(locale, &rule.limit, currency),
            severity(locale, rule.severity),
        );
        match locale {
            Locale::Zh => format!("{limit}，违反后果为{follows}"),
            Locale::En => format!("{limit}; a breach means {follows}"),
        }
    };
    match (locale, change) {
        (Locale::Zh, RuleChange::Added(rule)) => {
            format!("新增{}：{}。{does}", rule.id, says(rule))
        }
        (Locale::Zh, RuleChange::Removed(rule)) => {
            format!("删去{}：原为{}。{does}", rule.id, says(rule))
        }
        (Locale::En, RuleChange::Added(rule)) => {
            format!("{} is new. {}. {does}", rule.id, says(rule))
        }
        (Locale::En, RuleChange::Removed(rule)) => {
            format!("{} is gone. It was: {}. {does}", rule.id, says(rule))
        }
        (
            _,
            RuleChange::Changed {
                before,
                after,
                parts,
            },
        ) => {
            let said: Vec<String> = parts
                .iter()
                .map(|part| rule_part(locale, *part, before, after, currency))
                .collect();
            let title = rule_title(locale, after.limit.kind());
            match locale {
                Locale::Zh => format!("{}（{title}）：{}。{does}", after.id, said.join("；")),
                Locale::En => format!("{} ({title}): {}. {does}", after.id, said.join("; ")),
            }
        }
    }
}

/// One value in place of another.
fn in_place(locale: Locale, name: &str, before: &str, after: &str) -> String {
    match locale {
        Locale::Zh => format!("{name}由{before}改为{after}"),
        Locale::En => format!("{name} {after} in place of {before}"),
    }
}

fn rule_part(
    locale: Locale,
    part: RulePart,
    before: &Rule,
    after: &Rule,
    currency: Currency,
) -> String {
    let both =
        |name: &str, of: &dyn Fn(&Rule) -> String| in_place(locale, name, &of(before), &of(after));
    let quoted = |text: &str| match locale {
        Locale::Zh => format!("“{text}”"),
        Locale::En => format!("\"{text}\""),
    };
    // Bounds alone do where both limit the same thing.
    let same_kind = before.limit.kind() == after.limit.kind();
    match part {
        RulePart::Id => both(locale.pick("编号", "called"), &|rule| rule.id.clone()),
        RulePart::Limit => both(locale.pick("限额", "limit"), &|rule| {
            bounds(locale, &rule.limit, currency)
                .filter(|_| same_kind)
                .unwrap_or_else(|| limit(locale, &rule.limit, currency))
        }),
        RulePart::Severity => both(locale.pick("违反后果", "a breach means"), &|rule| {
            severity(locale, rule.severity)
        }),
        RulePart::Visibility => both(locale.pick("公开范围", "shown as"), &|rule| {
            visibility(locale, rule.visibility).to_owned()
        }),
        RulePart::Applies => both(locale.pick("适用范围", "applies to"), &|rule| {
            applies(locale, &rule.applies, currency)
        }),
        RulePart::Effective => both(locale.pick("有效期", "in force"), &|rule| {
            in_force(locale, &rule.effective, currency)
        }),
        RulePart::Source => both(locale.pick("依据", "source"), &|rule| {
            quoted(&rule.source)
        }),
    }
}

/// What changed in a pack besides its rules, with both values.
#[must_use]
pub fn head_change(locale: Locale, part: HeadPart, before: &Pack, after: &Pack) -> String {
    let both =
        |name: &str, of: &dyn Fn(&Pack) -> String| in_place(locale, name, &of(before), &of(after));
    let said = match part {
        HeadPart::Id => both(locale.pick("编号", "Id"), &|pack| pack.id.clone()),
        HeadPart::Name => both(locale.pick("名称", "Name"), &|pack| {
            locale.pick(&pack.name.zh, &pack.name.en).to_owned()
        }),
        HeadPart::Version => both(locale.pick("版本", "Version"), &|pack| {
            pack.version.clone()
        }),
        HeadPart::Layer => both(locale.pick("层级", "Layer:"), &|pack| {
            layer(locale, pack.layer).to_owned()
        }),
        HeadPart::Jurisdiction => both(locale.pick("适用地", "Law of"), &|pack| {
            jurisdiction(locale, pack.jurisdiction).to_owned()
        }),
        HeadPart::Currency => both(locale.pick("币种", "Currency:"), &|pack| {
            currency_name(locale, pack.currency).to_owned()
        }),
        HeadPart::Effective => both(locale.pick("有效期", "In force"), &|pack| {
            in_force(locale, &pack.effective, pack.currency)
        }),
        HeadPart::Products => both(locale.pick("业务类型", "Written for"), &|pack| {
            products(locale, pack)
        }),
        HeadPart::Segments => both(locale.pick("分类", "Segments:"), &|pack| {
            segments(locale, pack)
        }),
        HeadPart::Duties => duties(locale, before, after),
        HeadPart::Defaults => desk(locale, &before.defaults, &after.defaults),
        HeadPart::Ladder => beside(
            locale,
            locale.pick("让步步骤", "Concessions:"),
            before,
            after,
            &|pack| {
                pack.ladder
                    .as_ref()
                    .map(|one| pack_ladder::ladder(locale, one))
            },
        ),
        HeadPart::Expectations => beside(
            locale,
            locale.pick("预期", "Expected:"),
            before,
            after,
            &|pack| {
                pack.expectations
                    .as_ref()
                    .map(|one| pack_ladder::expectations(locale, one))
            },
        ),
    };
    match locale {
        Locale::Zh => format!("{said}。"),
        Locale::En => format!("{said}."),
    }
}

/// What a pack may have beside its rules: both in words, or that only what the words leave out differs.
fn beside(
    locale: Locale,
    name: &str,
    before: &Pack,
    after: &Pack,
    of: &dyn Fn(&Pack) -> Option<String>,
) -> String {
    let (was, is) = (of(before), of(after));
    if was == is {
        return match locale {
            Locale::Zh => format!("{name}的名称或依据不同"),
            Locale::En => format!("{name} other names or another source"),
        };
    }
    let or_none =
        |words: Option<String>| words.unwrap_or_else(|| locale.pick("无", "none").to_owned());
    in_place(locale, name, &or_none(was), &or_none(is))
}

fn segments(locale: Locale, pack: &Pack) -> String {
    if pack.segments.is_empty() {
        return locale.pick("无", "none").to_owned();
    }
    let named = pack.segments.iter();
    let said: Vec<String> = named
        .map(|one| segment(locale, one, pack.currency))
        .collect();
    said.join(locale.pick("；", "; "))
}

/// The duties that differ, by their ids.
fn duties(locale: Locale, before: &Pack, after: &Pack) -> String {
    let named = |pack: &Pack, other: &Pack, is_there: bool| -> Vec<String> {
        let differs = |duty: &&Duty| match other.duties.iter().find(|one| one.id == duty.id) {
            Some(same) => is_there && same != *duty,
            None => !is_there,
        };
        let found = pack.duties.iter().filter(differs);
        found.map(|duty| duty.id.clone()).collect()
    };
    let said: Vec<String> = [
        (
            locale.pick("新增义务", "New duties"),
            named(after, before, false),
        ),
        (
            locale.pick("删去义务", "Duties gone"),
            named(before, after, false),
        ),
        (
            locale.pick("修改义务", "Duties changed"),
            named(after, before, true),
        ),
    ]
    .into_iter()
    .filter(|(_, ids)| !ids.is_empty())
    .map(|(what, ids)| match locale {
        Locale::Zh => format!("{what}：{}", list(locale, &ids)),
        Locale::En => format!("{what}: {}", list(locale, &ids)),
    })
    .collect();
    if said.is_empty() {
        return locale
            .pick("义务的顺序不同", "Duties stand in another order")
            .to_owned();
    }
    said.join(locale.pick("；", "; "))
}

fn products(locale: Locale, pack: &Pack) -> String {
    match &pack.products {
        None => locale.pick("所有业务", "every kind of debt").to_owned(),
        Some(products) => {
            let names: Vec<&str> = products.iter().map(|one| product(locale, *one)).collect();
            list(locale, &names)
        }
    }
}

/// What the desk starts from, where it differs.
fn desk(locale: Locale, before: &DeskDefaults, after: &DeskDefaults) -> String {
    let mut said = Vec::new();
    let mut both = |name: &str, of: &dyn Fn(&DeskDefaults) -> String| {
        let (was, is) = (of(before), of(after));
        if was != is {
            said.push(in_place(locale, name, &was, &is));
        }
    };
    both(locale.pick("方案利率", "rate"), &|desk| {
        rate(desk.plan_rate)
    });
    both(locale.pick("计息方式", "interest"), &|desk| {
        basis(locale, desk.basis)
    });
    both(locale.pick("取整方式", "rounding"), &|desk| {
        rounding(locale, desk.rounding).to_owned()
    });
    both(locale.pick("宽限期", "grace of"), &|desk| {
        days(locale, desk.cure.grace_days)
    });
    both(
        locale.pick("连续未还即终止", "ends after missing"),
        &|desk| payments(locale, desk.cure.misses_that_end),
    );
    both(locale.pick("方案有效", "offers open for"), &|desk| {
        days(locale, desk.offer_days)
    });
    for part in Component::ALL {
        let name = component(locale, part);
        let name = match locale {
            Locale::Zh => format!("{name}减免"),
            Locale::En => format!("waiver of {name}"),
        };
        both(&name, &|desk| percent(desk.waivers.get(part)));
    }
    let said = said.join(locale.pick("；", "; "));
    match locale {
        Locale::Zh => format!("工作台默认条件：{said}"),
        Locale::En => format!("The desk starts from: {said}"),
    }
}

/// How many cases of a book change their verdict.
#[must_use]
pub fn book(locale: Locale, book: &BookDiff) -> String {
    let changed = u64::try_from(book.changes.len()).unwrap_or(u64::MAX);
    let (changed, all) = (number(changed), number(u64::from(book.cases)));
    match locale {
        Locale::Zh => format!("{all}个案件中有{changed}个的结论改变。"),
        Locale::En => format!("Cases whose verdict changes: {changed} of {all}."),
    }
}

/// Which cases change from one decision to another.
#[must_use]
pub fn shift(locale: Locale, shift: &Shift) -> String {
    let (before, after) = (
        decision(locale, shift.before),
        decision(locale, shift.after),
    );
    let places: Vec<String> = shift
        .cases
        .iter()
        .map(|place| number(u64::from(*place)))
        .collect();
    let places = list(locale, &places);
    match locale {
        Locale::Zh => format!("“{before}”变为“{after}”：第{places}个。"),
        Locale::En => format!("\"{before}\" becomes \"{after}\": {places}."),
    }
}

/// How the verdict of one case changes, and which rules make the difference. `currency` is that of the pack after.
#[must_use]
pub fn verdict_change(locale: Locale, change: &VerdictChange, currency: Currency) -> String {
    let (before, after) = (
        decision(locale, change.before),
        decision(locale, change.after),
    );
    let mut said = vec![match locale {
        Locale::Zh => format!("“{before}”变为“{after}”。"),
        Locale::En => format!("\"{before}\" becomes \"{after}\"."),
    }];
    let named = |ids: &[String]| {
        let rules = u64::try_from(ids.len()).unwrap_or(u64::MAX);
        (count(locale, rules, Noun::Rule), list(locale, ids))
    };
    if !change.broken_now.is_empty() {
        let (rules, ids) = named(&change.broken_now);
        said.push(match locale {
            Locale::Zh => format!("新增不符合的{rules}：{ids}。"),
            Locale::En => format!("Not met now, {rules}: {ids}."),
        });
    }
    if !change.broken_before.is_empty() {
        let (rules, ids) = named(&change.broken_before);
        said.push(match locale {
            Locale::Zh => format!("不再违反的{rules}：{ids}。"),
            Locale::En => format!("No longer in the way, {rules}: {ids}."),
        });
    }
    said.extend(change.unfit.map(|why| unfit(locale, why, currency)));
    said.join(locale.pick("", " "))
}
