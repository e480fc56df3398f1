//! The agreement says all of its 22 fields, for every kind of offer, in both languages, and only figures of the model.
#![expect(
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "a test speaks by failing, in what it calls too"
)]

mod offers;

use std::collections::BTreeSet;

use offers::{CODE, ENGINE, card, cents, day, document, every_kind, worked};
use quittance::agreement::{Clause, Document, FieldId, Section, build};
use quittance::engine::claim::{Component, Jurisdiction};
use quittance::engine::money::{Currency, Money};
use quittance::engine::plan::{Concessions, RowKind, Vesting, Waiver};
use quittance::text::clause::{section_title, sentences};
use quittance::text::{Locale, format, plain};

/// The kinds of clause without which a field says too little; the second list of a field is its alternative.
fn must_say(field: FieldId) -> Vec<Vec<&'static str>> {
    let one = |kinds: &[&'static str]| vec![kinds.to_vec()];
    match field {
        FieldId::Creditor => one(&["Creditor", "OriginalCreditor"]),
        FieldId::Borrower => one(&["Borrower", "Contract"]),
        FieldId::AsOf => one(&["AsOf"]),
        FieldId::Owed => one(&["Owed"]),
        FieldId::Concessions => {
            vec![
                vec!["NothingWaived"],
                // What is given up at once cannot fall away again.
                vec!["Waived", "ReleaseCondition"],
            ]
        }
        FieldId::Payments => one(&["Schedule", "FirstAndLast"]),
        FieldId::Totals => one(&["ToPay", "TotalWaived", "AgainstNothing", "YearlyRate"]),
        FieldId::Interest => one(&["PlanInterest", "NothingElseGrows"]),
        FieldId::Allocation => one(&["Allocation"]),
        FieldId::Remainder => one(&["Remainder"]),
        FieldId::MissedPayment => one(&["Missed", "Stops"]),
        FieldId::RemainingBalance => one(&["RemainingBalance"]),
        FieldId::CreditReporting => one(&["CreditReporting"]),
        FieldId::EarlySettlement => one(&["EarlySettlement"]),
        FieldId::Channels => one(&["Channels"]),
        FieldId::Expiry => one(&["Expiry"]),
        FieldId::Status => one(&["Status"]),
        FieldId::Contacts => one(&["Contacts"]),
        FieldId::Copy => one(&["Copy"]),
        FieldId::Versions => one(&["Versions"]),
        FieldId::Verification => one(&["Verification"]),
        FieldId::Conventions => one(&["Conventions", "Limits"]),
    }
}

fn section(document: &Document, field: FieldId) -> &Section {
    document
        .sections
        .iter()
        .find(|section| section.field == field)
        .unwrap()
}

fn kind(clause: &Clause) -> String {
    let debug = format!("{clause:?}");
    debug.split([' ', '{']).next().unwrap().to_owned()
}

#[test]
fn all_22_fields_stand_in_every_document_and_on_every_screen() {
    let fields: BTreeSet<FieldId> = FieldId::ALL.into_iter().collect();
    assert_eq!(fields.len(), 22);
    for (name, offer) in every_kind() {
        let built = document(&offer);
        let found: Vec<FieldId> = built.sections.iter().map(|section| section.field).collect();
        assert_eq!(found, built.profile.fields(), "{name}");
        assert_eq!(found.into_iter().collect::<BTreeSet<_>>(), fields, "{name}");
        for section in &built.sections {
            let kinds: Vec<String> = section.clauses.iter().map(kind).collect();
            let complete = must_say(section.field).iter().any(|wanted| {
                wanted
                    .iter()
                    .all(|kind| kinds.iter().any(|found| found == kind))
            });
            assert!(complete, "{name}: {:?} says only {kinds:?}", section.field);
            for locale in Locale::ALL {
                assert!(!section_title(locale, built.profile, section.field).is_empty());
                for clause in &section.clauses {
                    let said = sentences(locale, clause, offer.claim.currency);
                    assert!(!said.is_empty(), "{name}: {clause:?} says nothing");
                    assert!(
                        said.iter().all(|sentence| !sentence.trim().is_empty()),
                        "{clause:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_field_and_every_sentence_stands_in_the_plain_text() {
    for (name, offer) in every_kind() {
        let built = document(&offer);
        for locale in Locale::ALL {
            let text = plain::full(locale, &built, offer.claim.currency);
            let mut rest = text.as_str();
            for (field, number) in built.profile.fields().into_iter().zip(1..) {
                let heading = format!(
                    "\n{number}. {}\n",
                    section_title(locale, built.profile, field)
                );
                let (_, after) = rest
                    .split_once(&heading)
                    .unwrap_or_else(|| panic!("{name}, {locale:?}: no heading {heading:?}"));
                rest = after;
            }
            for clause in built.sections.iter().flat_map(|section| &section.clauses) {
                for sentence in sentences(locale, clause, offer.claim.currency) {
                    assert!(text.contains(&sentence), "{name}, {locale:?}: {sentence}");
                }
            }
        }
    }
}

#[test]
fn every_figure_of_the_model_stands_in_the_plain_text_and_no_other_amount() {
    for (name, offer) in every_kind() {
        let (built, worked) = (document(&offer), worked(&offer));
        let currency = offer.claim.currency;
        let money = |amount| format::money(Locale::En, amount, currency);
        let totals = &worked.totals;
        let mut expected: BTreeSet<String> = BTreeSet::new();
        for row in &worked.plan.rows {
            expected.insert(money(row.paid.total().unwrap()));
            expected.insert(money(row.closing.total().unwrap()));
        }
        for stop in &worked.stops {
            expected.insert(money(stop.balances.components.total().unwrap()));
            expected.insert(money(stop.paid));
            expected.insert(money(stop.revived.total().unwrap()));
        }
        for amount in [totals.paid, totals.waived, totals.owed_if_nothing_paid] {
            expected.insert(money(amount));
        }
        expected.insert(money(worked.plan.opening.total().unwrap()));
        // Nothing is paid in a row that only adds interest, so the zero of its payment is not shown.
        let shown_rows = worked
            .plan
            .rows
            .iter()
            .filter(|row| row.kind != RowKind::Deferral);
        let shown: BTreeSet<String> = shown_rows
            .map(|row| money(row.paid.total().unwrap()))
            .collect();
        let mut allowed = expected.clone();
        for components in [
            worked.plan.opening,
            worked.plan.waived,
            worked.plan.capitalised,
        ] {
            allowed.extend(components.iter().map(|(_, amount)| money(amount)));
        }
        for row in &worked.plan.rows {
            allowed.insert(money(row.interest));
        }
        let size = totals.cost_against_nothing;
        allowed.insert(money(if size.is_negative() {
            size.checked_neg().unwrap()
        } else {
            size
        }));
        allowed.insert(money(offer.claim.terms.original_principal));
        allowed.insert(money(totals.interest));
        let left = worked.plan.rows.first().unwrap();
        allowed.extend(left.closing.iter().map(|(_, amount)| money(amount)));
        let kept = worked
            .plan
            .opening
            .checked_sub(&worked.plan.waived)
            .unwrap();
        allowed.extend(kept.iter().map(|(_, amount)| money(amount)));
        allowed.insert(money(cents(1_000)));
        for locale in Locale::ALL {
            let text = plain::full(locale, &built, currency);
            for figure in &shown {
                assert!(
                    text.contains(figure),
                    "{name}, {locale:?}: {figure} is not printed"
                );
            }
            for figure in expected
                .iter()
                .filter(|figure| **figure != money(Money::ZERO))
            {
                assert!(
                    text.contains(figure),
                    "{name}, {locale:?}: {figure} is not printed"
                );
            }
            for figure in amounts(&text, format::symbol(currency)) {
                assert!(
                    allowed.contains(&figure),
                    "{name}, {locale:?}: {figure} is not of the model"
                );
            }
        }
    }
}

/// Every amount with its sign in a text.
fn amounts(text: &str, sign: &str) -> Vec<String> {
    text.match_indices(sign)
        .map(|(at, _)| {
            let digits: String = text[at + sign.len()..]
                .chars()
                .take_while(|letter| letter.is_ascii_digit() || matches!(letter, ',' | '.'))
                .collect();
            format!("{sign}{}", digits.trim_end_matches([',', '.']))
        })
        .collect()
}

#[test]
fn the_payments_of_the_document_add_up_to_what_it_says_is_to_pay() {
    for (name, offer) in every_kind() {
        let built = document(&offer);
        let clauses: Vec<&Clause> = built
            .sections
            .iter()
            .flat_map(|section| &section.clauses)
            .collect();
        let rows = clauses
            .iter()
            .find_map(|clause| match clause {
                Clause::Schedule { rows } => Some(rows),
                _ => None,
            })
            .unwrap();
        let paid = Money::sum(rows.iter().map(|row| row.amount)).unwrap();
        assert!(clauses.contains(&&Clause::ToPay { total: paid }), "{name}");
        let numbers: Vec<u32> = rows.iter().filter_map(|row| row.number).collect();
        let expected: Vec<u32> = (1..).take(numbers.len()).collect();
        assert_eq!(numbers, expected, "{name}");
        assert_eq!(rows.last().unwrap().left, Money::ZERO, "{name}");
        let stops = clauses
            .iter()
            .find_map(|clause| match clause {
                Clause::Stops { rows } => Some(rows),
                _ => None,
            })
            .unwrap();
        assert_eq!(
            stops.len(),
            numbers.len(),
            "{name}: one line for each payment that can be missed"
        );
    }
}

#[test]
fn a_waiver_is_conditional_and_never_presented_as_given() {
    let built = document(&card());
    let section = section(&built, FieldId::Concessions);
    let said = |locale| -> String {
        section
            .clauses
            .iter()
            .flat_map(|clause| sentences(locale, clause, Currency::Cny))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let zh = said(Locale::Zh);
    assert!(
        zh.contains("罚息：所欠¥3,913.77，其中¥1,956.89附条件减免。"),
        "{zh}"
    );
    assert!(
        zh.contains("《中华人民共和国民法典》第158条") && zh.contains("第159条"),
        "{zh}"
    );
    assert!(
        zh.contains("在此之前尚未生效") && zh.contains("减免不生效，这¥1,956.89仍须偿还"),
        "{zh}"
    );
    let en = said(Locale::En);
    assert!(
        en.contains("conditional on every payment") && en.contains("and not before"),
        "{en}"
    );
    assert!(
        en.contains("stays owed") && en.contains("article 158"),
        "{en}"
    );
}

#[test]
fn british_papers_cite_no_chinese_article_and_say_what_becomes_of_the_balance() {
    let offer = offers::british();
    let text = plain::full(Locale::En, &document(&offer), Currency::Gbp);
    assert!(!text.contains("Civil Code"), "{text}");
    assert!(text.contains(
        "the £1,956.89 waived on condition is released and no balance of this debt remains"
    ));
    assert!(text.contains("Until then the whole debt still exists"));
    assert!(text.contains("MoneyHelper"));
    let mut full = offer;
    full.proposal.concessions = Concessions::NONE;
    let text = plain::full(Locale::En, &document(&full), Currency::Gbp);
    assert!(text.contains("no balance of this debt remains"));
    assert!(!text.contains("the lower sum is accepted"), "{text}");
    assert!(!text.contains("settled for less"), "{text}");
}

#[test]
fn american_papers_cite_no_chinese_article_and_count_the_days_of_new_york() {
    let mut offer = offers::british();
    offer.jurisdiction = Jurisdiction::UnitedStates;
    offer.claim.currency = Currency::Usd;
    offer.expires_on = day("2027-06-30");
    let text = plain::full(Locale::En, &document(&offer), Currency::Usd);
    assert!(
        !text.contains("Civil Code") && !text.contains("MoneyHelper"),
        "{text}"
    );
    assert!(
        text.contains("Consumer Financial Protection Bureau"),
        "{text}"
    );
    assert!(text.contains("dates are those of New York"), "{text}");
    assert!(
        text.contains(
            "until 30 June 2027 23:59 New York summer time (UTC−4), which is 1 July 2027 03:59 UTC."
        ),
        "{text}"
    );
    let chinese = plain::full(Locale::Zh, &document(&offer), Currency::Usd);
    assert!(!chinese.contains("民法典"), "{chinese}");
    assert!(chinese.contains("美国消费者金融保护局"), "{chinese}");
}

#[test]
fn an_offer_ends_at_a_moment_given_here_and_in_utc() {
    let chinese = plain::full(Locale::Zh, &document(&card()), Currency::Cny);
    assert!(
        chinese.contains("在2026年12月5日23:59（北京时间（UTC+8））之前可以接受本方案，即协调世界时2026年12月5日15:59。"),
        "{chinese}"
    );
    let mut offer = offers::british();
    offer.expires_on = day("2027-06-30");
    let text = plain::full(Locale::En, &document(&offer), Currency::Gbp);
    assert!(
        text.contains(
            "until 30 June 2027 23:59 London summer time (UTC+1), which is 30 June 2027 22:59 UTC."
        ),
        "{text}"
    );
}

#[test]
fn what_happens_before_the_start_follows_the_deferral() {
    let said = |wanted: &str, locale: Locale| -> String {
        let (_, offer) = every_kind()
            .into_iter()
            .find(|(name, _)| name == wanted)
            .unwrap();
        let built = document(&offer);
        section(&built, FieldId::Interest)
            .clauses
            .iter()
            .filter(|clause| matches!(clause, Clause::BeforeStart { .. }))
            .flat_map(|clause| sentences(locale, clause, offer.claim.currency))
            .collect()
    };
    let en = |wanted| said(wanted, Locale::En);
    assert_eq!(
        en("cn, waiver true, deferral frozen"),
        "From 21 November 2026 to 25 April 2027 interest is stopped."
    );
    assert!(en("cn, waiver true, deferral capitalised").ends_with("is added to principal."));
    assert!(
        en("cn, waiver true, deferral accrues").ends_with("is paid with the payments of the plan.")
    );
    assert_eq!(
        en("cn, waiver true, deferral accrues at 0 %"),
        "From 21 November 2026 to 25 April 2027 no interest arises."
    );
    // One sum pays its interest itself, whatever the treatment is called.
    assert!(
        en("cn, waiver true, lump sum capitalised").ends_with("with the payments of the plan.")
    );
    assert_eq!(
        said("card", Locale::Zh),
        "自2026年11月21日至2026年11月25日照常计息，利息¥27.09随方案款项支付。"
    );
}

#[test]
fn the_code_the_pack_and_the_engine_are_those_given() {
    let offer = card();
    let worked = worked(&offer);
    let built = build(&offer, &worked, "AAAA-BBBB", "9.9.9").unwrap();
    let text = plain::full(Locale::En, &built, Currency::Cny);
    assert!(text.contains("Verification code: AAAA-BBBB."));
    assert!(text.contains("Rule pack house-card-cn, version 2026.1; engine version 9.9.9."));
    assert!(!text.contains(CODE) && !text.contains(&format!("engine version {ENGINE}.")));
}

#[test]
fn the_short_form_fits_a_message_and_keeps_the_condition() {
    for (name, offer) in every_kind() {
        let (built, worked) = (document(&offer), worked(&offer));
        for locale in Locale::ALL {
            let short = plain::short(locale, &built, offer.claim.currency);
            let sum = |amount| format::money(locale, amount, offer.claim.currency);
            // Five parts of a long text message, in Chinese or in the alphabet of phones.
            let most = if locale == Locale::Zh { 335 } else { 765 };
            assert!(short.chars().count() <= most, "{name}, {locale:?}: {short}");
            assert!(
                short.contains(&sum(worked.totals.paid)),
                "{name}, {locale:?}: {short}"
            );
            assert!(
                short.contains(&sum(worked.totals.last_payment)),
                "{name}, {locale:?}: {short}"
            );
            assert!(short.contains(CODE), "{name}, {locale:?}: {short}");
            let (zh, en) = match offer.proposal.relief.vesting {
                Vesting::OnCompletion => ("中途终止则不减免", "not if the plan ends early"),
                Vesting::AtOnce => ("方案达成时减免", "Waived when the plan is agreed"),
                _ => (
                    "中途终止则其余不减免",
                    "not the rest if the plan ends early",
                ),
            };
            let waived = worked.totals.waived.is_positive();
            assert_eq!(
                short.contains(locale.pick(zh, en)),
                waived,
                "{name}, {locale:?}: {short}"
            );
        }
    }
}

#[test]
fn a_discount_reaches_the_page_component_by_component() {
    let mut offer = card();
    offer.proposal.concessions = Concessions::NONE;
    offer.proposal.concessions.discount = Waiver::Amount(cents(500_000));
    let built = document(&offer);
    let waived: Vec<(Component, Money)> = section(&built, FieldId::Concessions)
        .clauses
        .iter()
        .filter_map(|clause| match clause {
            Clause::Waived {
                component, waived, ..
            } => Some((*component, *waived)),
            _ => None,
        })
        .collect();
    assert_eq!(
        waived,
        [
            (Component::Interest, cents(78_623)),
            (Component::Penalty, cents(391_377)),
            (Component::Charges, cents(30_000)),
        ]
    );
}
