//! What each profile adds, the warnings before anybody signs, and the notices.

use std::collections::BTreeSet;

use crate::offers::{
    CODE, american, british, card, day, document, every_kind, loan, receivable, worked,
};
use crate::profiles::{document_knowing, every_profile, known, too_old};
use quittance::agreement::{
    Clause, Document, FieldId, Known, Offer, PaperKind, Profile, Special, build,
};
use quittance::engine::claim::{Guarantor, Jurisdiction, Product};
use quittance::engine::money::Currency;
use quittance::engine::plan::Vesting;
use quittance::text::clause::sentences;
use quittance::text::{Languages, Locale, plain};

fn english(document: &Document, currency: Currency) -> String {
    plain::full(Locale::En, document, currency)
}

fn clauses_of(document: &Document, field: FieldId) -> Vec<&Special> {
    let section = document
        .sections
        .iter()
        .find(|it| it.field == field)
        .unwrap();
    let special = section.clauses.iter().filter_map(|clause| match clause {
        Clause::Special(special) => Some(special),
        _ => None,
    });
    special.collect()
}

#[test]
fn jurisdiction_and_product_choose_the_profile_and_every_profile_has_the_22_fields() {
    let mut chosen = BTreeSet::new();
    for place in Jurisdiction::ALL {
        for product in Product::ALL {
            chosen.insert(Profile::of(place, product));
        }
    }
    assert_eq!(chosen.into_iter().collect::<Vec<_>>(), Profile::ALL);
    assert_eq!(
        Profile::ALL.map(Profile::code),
        ["cn-card", "cn-loan", "cn-receivable", "gb", "us"]
    );
    let all: BTreeSet<FieldId> = FieldId::ALL.into_iter().collect();
    for profile in Profile::ALL {
        let fields: BTreeSet<FieldId> = profile.fields().into_iter().collect();
        assert_eq!(fields, all, "{profile:?}");
    }
    assert_eq!(all.len(), 22);
    let met: BTreeSet<Profile> = every_kind()
        .iter()
        .map(|(_, it)| document(it).profile)
        .collect();
    assert_eq!(
        met.len(),
        5,
        "every kind of option is tried with every profile"
    );
}

#[test]
fn a_card_agreement_has_the_contents_of_article_70_in_its_order() {
    let built = document(&card());
    let text = plain::full(Locale::Zh, &built, Currency::Cny);
    let mut rest = text.as_str();
    for wanted in [
        "欠款余额、结构和币种",
        "共欠¥48,532.17",
        "还款周期、方式、币种、日期和每期金额",
        "每月还款一次",
        "还款方式：等额本息；还款币种：人民币（CNY）。",
        "利息、年费和其他费用",
        "不计收年费和其他费用",
        "承诺不向任何银行申请信用卡",
        "双方权利义务与违约责任",
        "停止催收",
        "留存录音，至少保存到欠款结清之日",
    ] {
        let (_, after) = rest
            .split_once(wanted)
            .unwrap_or_else(|| panic!("{wanted} in {text}"));
        rest = after;
    }
    let mut free = card();
    free.proposal.rate = quittance::engine::money::Rate::ZERO;
    let special = document(&free);
    assert_eq!(
        clauses_of(&special, FieldId::Interest),
        [&Special::FeesInPlan { interest: false }]
    );
    for other in [loan(), receivable(), british(), american()] {
        let text = plain::full(Locale::Zh, &document(&other), other.claim.currency);
        assert!(
            !text.contains("信用卡。") && !text.contains("录音"),
            "{text}"
        );
    }
}

#[test]
fn only_a_receivable_with_a_late_charge_says_that_it_can_be_reduced() {
    let said = |offer: &Offer| clauses_of(&document(offer), FieldId::Owed).len();
    assert_eq!(said(&receivable()), 1);
    assert_eq!(said(&loan()), 0);
    let mut without = receivable();
    without.claim.balances.components.charges = quittance::engine::money::Money::ZERO;
    assert_eq!(said(&without), 0);
}

#[test]
fn british_papers_say_that_the_debt_survives_until_it_is_settled() {
    let text = english(&document(&british()), Currency::Gbp);
    assert!(
        text.contains("until then what is waived on condition is still owed, and can still be asked for if the plan ends (CONC 7.4.2R)."),
        "{text}"
    );
    let mut given = british();
    given.proposal.relief.vesting = Vesting::AtOnce;
    let text = english(&document(&given), Currency::Gbp);
    assert!(
        text.contains("The debt survives until the last payment (25 November 2029) is made"),
        "{text}"
    );
    let mut steps = british();
    steps.proposal.relief.vesting = Vesting::ProRata;
    let text = english(&document(&steps), Currency::Gbp);
    assert!(
        text.contains("what has not taken effect of the waiver is still owed"),
        "{text}"
    );
    assert!(text.contains("MoneyHelper"), "{text}");
}

#[test]
fn american_papers_itemise_where_the_case_does_and_authorise_no_debit() {
    let text = english(&document_knowing(&american()), Currency::Usd);
    assert!(
        text.contains("On the itemisation date, 31 January 2026, US$45,000.00 was owed; since then plus interest US$4,532.17, plus fees US$300.00, less payments US$1,000.00, less credits US$300.00, which is the total above (12 CFR 1006.34)."),
        "{text}"
    );
    assert_eq!(
        known().itemisation.unwrap().current().unwrap(),
        worked(&american()).plan.opening.total().unwrap()
    );
    assert!(
        text.contains("recurring debits need a signed authorisation of their own"),
        "{text}"
    );
    // Not known: not said. And no other place asks for it.
    assert!(!english(&document(&american()), Currency::Usd).contains("itemisation date"));
    assert!(!english(&document_knowing(&british()), Currency::Gbp).contains("itemisation date"));
}

fn with_guarantor(offer: &Offer, guarantor: Option<Guarantor>) -> Document {
    let offer = Offer {
        known: Known {
            guarantor,
            ..Known::default()
        },
        ..offer.clone()
    };
    build(&offer, &worked(&offer), CODE, "0.1.0").unwrap()
}

#[test]
fn a_guarantor_who_was_not_asked_is_warned_of_before_everything_else() {
    assert!(document(&card()).warnings.is_empty());
    assert!(with_guarantor(&card(), None).warnings.is_empty());
    let said = |offer: &Offer, consent| {
        let built = with_guarantor(offer, Some(consent));
        assert_eq!(built.warnings.len(), 1);
        sentences(Locale::En, &built.warnings[0], Currency::Cny).join(" ")
    };
    let asked = said(&card(), Guarantor::NotAsked);
    assert!(
        asked.contains("article 695") && asked.ends_with("before anybody signs."),
        "{asked}"
    );
    let abroad = said(&british(), Guarantor::NotAsked);
    assert!(
        !abroad.contains("article") && abroad.contains("depends on its terms"),
        "{abroad}"
    );
    let agreed = said(&card(), Guarantor::Consented);
    assert!(
        agreed.ends_with("has agreed to the change in writing."),
        "{agreed}"
    );
    // It stands above the first section, and in the message.
    let built = with_guarantor(&card(), Some(Guarantor::NotAsked));
    let text = plain::full(Locale::Zh, &built, Currency::Cny);
    assert!(
        text.find("第695条").unwrap() < text.find("\n1. ").unwrap(),
        "{text}"
    );
    let short = plain::short(Locale::Zh, &built, Currency::Cny);
    assert!(short.contains("保证人尚未书面同意"), "{short}");
}

#[test]
fn the_time_limit_is_warned_of_once_more_months_have_begun_than_the_law_gives() {
    let warned = |mut offer: Offer, since: &str| {
        offer.claim.terms.signed_on = day("2019-03-01");
        offer.claim.overdue_since = day(since);
        !document(&offer).warnings.is_empty()
    };
    // As of 21 November 2026, with 36 months.
    assert!(!warned(card(), "2023-11-21"));
    assert!(warned(card(), "2023-11-20"));
    assert!(warned(american(), "2023-11-20") && !warned(american(), "2023-11-21"));
    // Six years in Britain.
    assert!(warned(british(), "2020-11-20") && !warned(british(), "2020-11-21"));
    let said = |offer: Offer, locale| {
        let built = document(&too_old(offer));
        plain::full(locale, &built, Currency::Cny)
    };
    let zh = said(card(), Locale::Zh);
    assert!(
        zh.contains("自2023年11月20日起逾期，已经超过36个月") && zh.contains("第192条、第195条"),
        "{zh}"
    );
    let us = said(american(), Locale::En);
    assert!(
        us.contains("nobody may sue or say that they will") && !us.contains("Civil Code"),
        "{us}"
    );
}

#[test]
fn in_both_languages_each_clause_stands_in_the_one_and_then_in_the_other() {
    for (profile, offer) in every_profile() {
        let paper = document_knowing(&offer).paper(PaperKind::Agreement);
        let currency = offer.claim.currency;
        let text = plain::whole(Languages::Both, &paper, currency);
        let mut rest = text.as_str();
        let all = paper.sections.iter().flat_map(|section| &section.clauses);
        for clause in paper.warnings.iter().chain(all) {
            for locale in Locale::ALL {
                for sentence in sentences(locale, clause, currency) {
                    let (_, after) = rest
                        .split_once(&sentence)
                        .unwrap_or_else(|| panic!("{profile:?}: {sentence}"));
                    rest = after;
                }
            }
        }
    }
}

#[test]
fn a_notice_of_arrears_says_what_is_owed_and_nothing_of_an_offer() {
    for (profile, offer) in every_profile() {
        let document = document_knowing(&offer);
        let notice = document.paper(PaperKind::Arrears);
        let fields: Vec<FieldId> = notice
            .sections
            .iter()
            .map(|section| section.field)
            .collect();
        for field in [
            FieldId::Creditor,
            FieldId::Borrower,
            FieldId::AsOf,
            FieldId::Owed,
            FieldId::Channels,
            FieldId::Contacts,
            FieldId::Status,
        ] {
            assert!(fields.contains(&field), "{profile:?}: {field:?}");
        }
        assert_eq!(fields.len(), 7);
        let text = plain::whole(Languages::One(Locale::En), &notice, offer.claim.currency);
        let sign = quittance::text::format::symbol(offer.claim.currency);
        assert!(text.starts_with("Notice of arrears\n"), "{text}");
        assert!(
            text.contains(&format!("Owed in total: {sign}48,532.17")),
            "{text}"
        );
        assert!(
            text.contains("tell the creditor what can be paid"),
            "{text}"
        );
        let paid = worked(&offer).totals.paid;
        for gone in [
            quittance::text::format::money_bare(paid, offer.claim.currency).as_str(),
            CODE,
            "waive",
            "Draft",
        ] {
            assert!(!text.contains(gone), "{profile:?}: {gone} in {text}");
        }
    }
}

#[test]
fn a_repayment_plan_holds_every_payment_and_what_follows_if_they_stop() {
    for (name, offer) in every_kind() {
        let agreement = document(&offer).paper(PaperKind::Agreement);
        let plan = document(&offer).paper(PaperKind::Plan);
        for section in &plan.sections {
            assert!(
                agreement.sections.contains(section),
                "{name}: {:?} differs",
                section.field
            );
        }
        let held: BTreeSet<FieldId> = plan.sections.iter().map(|section| section.field).collect();
        assert_eq!(held.len(), 15, "{name}");
        for field in [
            FieldId::Owed,
            FieldId::Concessions,
            FieldId::Payments,
            FieldId::MissedPayment,
            FieldId::RemainingBalance,
            FieldId::Contacts,
        ] {
            assert!(held.contains(&field), "{name}: {field:?}");
        }
    }
}
