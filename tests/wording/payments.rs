//! What is said of payments made, and of where figures come from: in every state, in both languages.

use super::{forbidden_in, is_chinese};
use crate::offers::{card, cents, day, every_kind, worked};
use quittance::agreement::{Offer, Worked};
use quittance::engine::calendar::{Date, add_days};
use quittance::engine::claim::PaymentReceived;
use quittance::engine::money::{Accrued, Money, OutOfRange, Share, YearFraction};
use quittance::engine::plan::{
    Cure, DueStanding, InterestDerived, Keeping, Milestone, Milestones, PlanError, RowKind,
    TrackError, Tracked, Vesting, interest_derived, track,
};
use quittance::text::derived::{Figure, figures, interest_of};
use quittance::text::format::money;
use quittance::text::tracking::{
    due_standing, if_stopped, next_effect, next_payment, overpaid, paid_as_planned, so_far,
    standing, track_problem, waiver_so_far,
};
use quittance::text::{Label, Locale, TrackLabel};

const CURE: Cure = Cure {
    grace_days: 3,
    misses_that_end: 2,
};

fn tracked(offer: &Offer, worked: &Worked, made: &[(Date, i64)], on: Date) -> Tracked {
    let made: Vec<PaymentReceived> = made
        .iter()
        .map(|&(date, minor)| PaymentReceived {
            date,
            amount: cents(minor),
        })
        .collect();
    track(&offer.claim, &offer.proposal, &worked.plan, CURE, &made, on).unwrap()
}

/// The card under each way to vest, in every state that it can be in.
fn every_state() -> Vec<(Offer, Tracked)> {
    let steps = Milestone {
        after: 2,
        share: Share::parse_percent("40").unwrap(),
    };
    let ways = [
        Vesting::OnCompletion,
        Vesting::ProRata,
        Vesting::Milestones(Milestones::new(vec![steps]).unwrap()),
        Vesting::AtOnce,
    ];
    let mut states = Vec::new();
    for way in ways {
        let mut offer = card();
        offer.proposal.relief.vesting = way;
        let worked = worked(&offer);
        let rows: Vec<(Date, i64)> = worked
            .plan
            .rows
            .iter()
            .filter(|row| row.kind != RowKind::Deferral)
            .map(|row| (row.date, row.paid.total().unwrap().minor()))
            .collect();
        let after = |date: Date, days| add_days(date, days).unwrap();
        let second = rows[1].0;
        let some = &rows[..3];
        let all = &rows[..];
        let mut late = rows[..2].to_vec();
        late[1].0 = after(second, 9);
        let mut half = rows[..2].to_vec();
        half[1].1 /= 2;
        let over = [all, &[(after(rows[36].0, 1), 12_345)]].concat();
        for (made, on) in [
            (&[][..], rows[0].0),
            (some, after(rows[2].0, 1)),
            (&some[..1], after(second, 1)),
            (&half[..], after(second, 1)),
            (&some[..1], after(second, 20)),
            (&late[..], after(second, 9)),
            (&half[..], second),
            (&some[..1], after(second, 90)),
            (all, rows[36].0),
            (&over[..], after(rows[36].0, 1)),
            (&all[..36], after(rows[36].0, 10)),
        ] {
            states.push((offer.clone(), tracked(&offer, &worked, made, on)));
        }
    }
    states
}

fn said(locale: Locale, offer: &Offer, tracked: &Tracked) -> Vec<String> {
    let currency = offer.claim.currency;
    let claimed = worked(offer).plan.opening.total().unwrap();
    let vesting = offer.proposal.relief.vesting.kind();
    let mut said = vec![
        so_far(locale, tracked, currency),
        standing(locale, tracked, currency),
    ];
    said.extend(
        tracked
            .next()
            .map(|due| next_payment(locale, due, currency)),
    );
    said.extend(waiver_so_far(locale, tracked, vesting, currency));
    said.extend(
        tracked
            .next_vesting
            .map(|next| next_effect(locale, &next, currency)),
    );
    if let Some(stop) = &tracked.stopped {
        said.extend(if_stopped(locale, stop, claimed, currency));
    }
    if tracked.overpaid.is_positive() {
        said.push(overpaid(locale, tracked.overpaid, currency));
    }
    said
}

fn in_its_language(locale: Locale, text: &str) {
    assert_eq!(forbidden_in(text), Vec::<&str>::new(), "{text}");
    assert!(
        !text.contains(['!', '！']) && !text.contains("  "),
        "{text}"
    );
    assert_eq!(text.chars().any(is_chinese), locale == Locale::Zh, "{text}");
}

#[test]
fn every_state_is_said_kindly_in_its_language_and_ends_as_a_sentence() {
    let states = every_state();
    for locale in Locale::ALL {
        for (offer, tracked) in &states {
            for text in said(locale, offer, tracked) {
                in_its_language(locale, &text);
                assert!(text.ends_with(locale.pick("。", ".")), "{text}");
            }
            let currency = offer.claim.currency;
            for due in &tracked.dues {
                in_its_language(locale, &due_standing(locale, due, currency));
                in_its_language(locale, &paid_as_planned(locale, due.amount, currency));
            }
        }
        for label in TrackLabel::ALL {
            in_its_language(locale, label.text(locale));
        }
    }
}

#[test]
fn every_state_comes_up() {
    let states = every_state();
    let kept = |wanted: fn(&Keeping) -> bool| {
        assert!(states.iter().any(|(_, tracked)| wanted(&tracked.keeping)));
    };
    kept(|it| matches!(it, Keeping::Kept { .. }));
    kept(|it| matches!(it, Keeping::InGrace { .. }));
    kept(|it| matches!(it, Keeping::CureOffered { by: Some(_), .. }));
    kept(|it| matches!(it, Keeping::CureOffered { by: None, .. }));
    kept(|it| matches!(it, Keeping::Ended { .. }));
    kept(|it| matches!(it, Keeping::Completed { .. }));
    let due = |wanted: fn(&DueStanding) -> bool| {
        let mut dues = states.iter().flat_map(|(_, tracked)| &tracked.dues);
        assert!(dues.any(|due| wanted(&due.standing)));
    };
    due(|it| matches!(it, DueStanding::PaidInTime { .. }));
    due(|it| matches!(it, DueStanding::PaidLate { .. }));
    due(|it| matches!(it, DueStanding::Ahead));
    due(|it| matches!(it, DueStanding::Due { .. }));
    due(|it| matches!(it, DueStanding::Missed { .. }));
}

#[test]
fn a_waiver_with_a_condition_is_set_aside_until_it_is_met() {
    for (offer, tracked) in every_state() {
        let vesting = offer.proposal.relief.vesting.kind();
        let currency = offer.claim.currency;
        let conditional = tracked.conditional.total().unwrap();
        for locale in Locale::ALL {
            let text = waiver_so_far(locale, &tracked, vesting, currency).unwrap();
            let aside = text.contains(locale.pick("暂不收取", "not cancelled"));
            assert_eq!(aside, conditional.is_positive(), "{text}");
            if conditional.is_positive() {
                assert!(
                    text.contains(&money(locale, conditional, currency)),
                    "{text}"
                );
            }
        }
    }
}

#[test]
fn what_if_stopped_adds_up_as_it_is_written() {
    for (offer, tracked) in every_state() {
        let Some(stop) = &tracked.stopped else {
            continue;
        };
        let claimed = worked(&offer).plan.opening.total().unwrap();
        for locale in Locale::ALL {
            let said = if_stopped(locale, stop, claimed, offer.claim.currency);
            let (sum, result) = said[1].split_once(" = ").unwrap();
            let (mut total, mut sign) = (0, 1);
            for word in sum.split(' ') {
                match word {
                    "+" => sign = 1,
                    "−" => sign = -1,
                    _ => {
                        if let Some(minor) = minor_in(word) {
                            total += sign * minor;
                        }
                    }
                }
            }
            assert_eq!(Some(total), minor_in(result), "{}", said[1]);
        }
    }
}

/// The amount in a word, in minor units.
fn minor_in(word: &str) -> Option<i64> {
    let (_, figure) = word.split_once('¥')?;
    let digits: String = figure.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

#[test]
fn every_refusal_says_what_to_mend() {
    let number = 1;
    let (amount, most) = (cents(5_000_000), cents(4_000_000));
    let (date, as_of, on) = (day("2026-01-02"), day("2026-11-21"), day("2026-11-30"));
    let errors = [
        (
            TrackError::NotPositive {
                number,
                amount: Money::ZERO,
            },
            ["大于零", "above zero"],
        ),
        (
            TrackError::BeforeAgreement {
                number,
                date,
                as_of,
            },
            ["2026年11月21日", "21 November 2026 or later"],
        ),
        (
            TrackError::NotYetMade {
                number,
                date: on,
                on: as_of,
            },
            ["不晚于2026年11月21日", "not after 21 November 2026"],
        ),
        (
            TrackError::MoreThanOwed {
                number,
                amount,
                most,
            },
            ["¥40,000.00：请检查", "¥40,000.00: check"],
        ),
        (TrackError::TooMany { most: 1200 }, ["1,200", "1,200"]),
        (
            TrackError::DayBeforeAgreement { on: date, as_of },
            ["请检查设备的日期", "check the device's date"],
        ),
        (TrackError::Plan(PlanError::Amount(OutOfRange)), ["。", "."]),
    ];
    for (error, words) in errors {
        for (locale, expected) in Locale::ALL.into_iter().zip(words) {
            let text = track_problem(locale, &error, card().claim.currency);
            in_its_language(locale, &text);
            assert!(text.contains(expected), "{text}");
        }
    }
}

#[test]
fn every_figure_of_the_account_says_where_it_comes_from() {
    for (name, offer) in every_kind() {
        let worked = worked(&offer);
        for locale in Locale::ALL {
            let told = figures(locale, &offer, &worked);
            let amounts: Vec<Money> = told
                .iter()
                .filter_map(|it| match it.figure {
                    Figure::Amount(amount) => Some(amount),
                    Figure::Rate(_) => None,
                })
                .collect();
            assert!(amounts.contains(&worked.totals.paid), "{name}");
            for (_, amount) in worked.plan.opening.iter().chain(worked.plan.waived.iter()) {
                assert!(
                    amount.is_zero() || amounts.contains(&amount),
                    "{name}: {amount:?}"
                );
            }
            for derived in &told {
                assert!(!derived.said.is_empty(), "{name}: {}", derived.name);
                for text in &derived.said {
                    assert_eq!(forbidden_in(text), Vec::<&str>::new(), "{text}");
                    assert!(text.ends_with(locale.pick("。", ".")), "{name}: {text}");
                }
            }
        }
    }
}

#[test]
fn the_interest_of_a_row_is_the_product_that_is_written() {
    let mut derived_rows = 0;
    for (name, offer) in every_kind() {
        let plan = worked(&offer).plan;
        let derived = interest_derived(&offer.claim, &offer.proposal, &plan).unwrap();
        assert_eq!(derived.len(), plan.rows.len(), "{name}");
        for (row, derived) in plan.rows.iter().zip(derived) {
            let Some(derived) = derived else { continue };
            derived_rows += 1;
            let InterestDerived {
                principal,
                rate,
                part_of_year: (over, under),
                ..
            } = derived;
            let time = YearFraction::of_periods(over, u32::try_from(under).unwrap()).unwrap();
            let product = Accrued::of(principal, rate, time).unwrap();
            assert_eq!(
                product.settle(offer.proposal.rounding),
                Ok(row.interest),
                "{name}"
            );
            assert_eq!(
                (derived.interest, derived.to),
                (row.interest, row.date),
                "{name}"
            );
            for locale in Locale::ALL {
                let text = interest_of(locale, &derived, row.paid.interest, &offer);
                in_its_language(locale, &text);
                let product = format!("× {over}/{under} = ");
                assert!(text.contains(&product), "{text}");
            }
        }
    }
    assert!(derived_rows > 200, "{derived_rows} rows");
    // Every row of equal instalments has one.
    let offer = card();
    let plan = worked(&offer).plan;
    let derived = interest_derived(&offer.claim, &offer.proposal, &plan).unwrap();
    let missing = plan.rows.iter().zip(derived);
    let missing = missing.filter(|(row, derived)| row.interest.is_positive() && derived.is_none());
    assert_eq!(missing.count(), 0);
}

#[test]
fn the_first_interest_of_the_card_as_anybody_can_work_it_out() {
    let offer = card();
    let plan = worked(&offer).plan;
    let derived = interest_derived(&offer.claim, &offer.proposal, &plan).unwrap();
    // The down payment bears none; 21 to 25 November, before the instalments start, is four days over 365.
    assert_eq!(derived[0], None);
    let before = derived[1].unwrap();
    assert_eq!((before.days, before.part_of_year), (4, (4, 365)));
    // 2,000 settle late charges, penalty interest and a part of interest: 41,200 bear 6 % for a twelfth of a year.
    let first = derived[2].unwrap();
    assert_eq!((first.days, first.part_of_year), (30, (1, 12)));
    let text = interest_of(Locale::En, &first, first.interest, &offer);
    assert!(
        text.contains("¥41,200.00 × 6% × 1/12 = ¥206.00 ("),
        "{text}"
    );
    assert!(!text.contains("from before"), "{text}");
    let more = first.interest.checked_add(cents(1_234)).unwrap();
    let text = interest_of(Locale::Zh, &first, more, &offer);
    assert!(text.contains("另外¥12.34是"), "{text}");
    let told = figures(Locale::En, &offer, &worked(&offer));
    let own = told
        .iter()
        .find(|it| it.name == Label::PlanInterest.text(Locale::En));
    assert!(
        own.unwrap().said[1].contains("× 6% × 4/365 = ¥27.09 ("),
        "{own:?}"
    );
}
