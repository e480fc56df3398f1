//! The sentences in English.

use super::condition_en::{counts_again, loses, missed, release, until_then};
use super::special_en;
use crate::agreement::Clause;
use crate::engine::calendar::{Date, Frequency};
use crate::engine::claim::Jurisdiction;
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{DeferralInterest, VestingKind};
use crate::text::format::{MINUS, currency_name, date, days, money, payments, plan_rate, rate};
use crate::text::trust::signed;
use crate::text::words::in_words;
use crate::text::{Locale, vocabulary};

const EN: Locale = Locale::En;

#[expect(
    clippy::too_many_lines,
    reason = "one arm per clause: the whole document in one language"
)]
pub(super) fn sentences(clause: &Clause, currency: Currency) -> Vec<String> {
    let sum = |amount: Money| money(EN, amount, currency);
    let day = |on: Date| date(EN, on);
    match clause {
        Clause::Creditor { name, contact } => {
            vec![format!("Creditor: {name}."), format!("Contact: {contact}.")]
        }
        Clause::OriginalCreditor { name: Some(name) } => {
            vec![format!("Original creditor: {name}; the debt was assigned to the creditor above.")]
        }
        Clause::OriginalCreditor { name: None } => {
            vec!["No assignment is on file: the creditor above is the original one.".to_owned()]
        }
        Clause::Borrower { name, account } => {
            vec![format!("Borrower: {name}; account: {account} (both partly hidden).")]
        }
        Clause::Contract { product, signed_on, original_principal } => vec![format!(
            "Kind of debt: {}; contract made on {}; original principal {}.",
            vocabulary::product(EN, *product),
            day(*signed_on),
            sum(*original_principal),
        )],
        Clause::AsOf { date: as_of, days_past_due } => vec![match u32::try_from(*days_past_due) {
            Ok(overdue @ 1..) => format!(
                "The balances below hold on {}, {} past due.",
                day(*as_of),
                days(EN, overdue)
            ),
            _ => format!("The balances below hold on {}; nothing is past due.", day(*as_of)),
        }],
        Clause::Owed { total, .. } => vec![format!(
            "Owed in total: {} ({}), made up as follows.",
            sum(*total),
            in_words(EN, *total, currency)
        )],
        Clause::NothingWaived => vec!["Nothing is waived under this plan.".to_owned()],
        Clause::Waived { component, owed, waived, vesting } => vec![format!(
            "{}: {} is owed, of which {} is waived{}.",
            vocabulary::heading(vocabulary::component(EN, *component)),
            sum(*owed),
            sum(*waived),
            if *vesting == VestingKind::AtOnce { "" } else { " on condition" },
        )],
        Clause::ReleaseCondition { total, vesting, last_date, jurisdiction } => {
            release(&sum(*total), vesting, &day(*last_date), *jurisdiction)
        }
        Clause::ClawBack { total, vesting: VestingKind::OnCompletion } => vec![format!(
            "If the plan ends before that, the waiver does not take effect and the {} stays owed.",
            sum(*total)
        )],
        Clause::ClawBack { .. } => vec![
            "If the plan ends before that, what has taken effect stays waived and the rest stays owed.".to_owned(),
        ],
        Clause::Schedule { .. } => {
            vec!["Every payment, its date, its amount and what it settles, as follows.".to_owned()]
        }
        Clause::FirstAndLast { down_payment, first, last, count, frequency } => {
            let mut said: Vec<String> = down_payment
                .map(|on| format!("The down payment is made on {}.", day(on)))
                .into_iter()
                .collect();
            said.push(first_and_last(*first, *last, *count, *frequency));
            said
        }
        Clause::ToPay { total } => vec![format!(
            "To pay under this plan, in all: {} ({}).",
            sum(*total),
            in_words(EN, *total, currency)
        )],
        Clause::TotalWaived { total, vesting: VestingKind::AtOnce } => {
            vec![format!("Waived in all: {}.", sum(*total))]
        }
        Clause::TotalWaived { total, .. } => {
            vec![format!("Waived in all once everything is paid: {}.", sum(*total))]
        }
        Clause::AgainstNothing { owed, on, difference } => vec![format!(
            "If nothing were paid until {}, the contract would have {} owed; {}.",
            day(*on),
            sum(*owed),
            against_nothing(*difference, &sum(*difference)),
        )],
        Clause::YearlyRate { on_claim, on_balance } => vec![format!(
            "Yearly rate (effective): {} on all that is owed, {} on what the waiver leaves.",
            plan_rate(EN, *on_claim),
            plan_rate(EN, *on_balance),
        )],
        Clause::PlanInterest { rate: yearly, .. } if yearly.is_zero() => {
            vec!["No interest is charged during the plan.".to_owned()]
        }
        Clause::PlanInterest { rate: yearly, basis, total } => vec![format!(
            "During the plan, principal still owed bears interest at {} a year, counted as follows: {}; in all {}.",
            rate(*yearly),
            vocabulary::basis(EN, *basis),
            sum(*total),
        )],
        Clause::BeforeStart { treatment, from, until, interest } => {
            let span = format!("From {} to {}", day(*from), day(*until));
            vec![match treatment {
                DeferralInterest::Frozen => format!("{span} interest is stopped."),
                _ if interest.is_zero() => format!("{span} no interest arises."),
                DeferralInterest::Accrues => format!(
                    "{span} interest runs on; its {} is paid with the payments of the plan.",
                    sum(*interest)
                ),
                DeferralInterest::Capitalised => {
                    format!("{span} interest runs on; its {} is added to principal.", sum(*interest))
                }
            }]
        }
        Clause::NothingElseGrows => vec![
            "While the plan is kept, no penalty interest, compound interest or late charge is added.".to_owned(),
        ],
        Clause::Carried { component, amount, carry, as_given } => vec![format!(
            "{} still to pay, {}: {}.",
            vocabulary::heading(vocabulary::component(EN, *component)),
            sum(*amount),
            vocabulary::carry_in_plan(EN, *carry, *as_given),
        )],
        Clause::Allocation { order, switch } => {
            let mut said = vec![format!(
                "Each payment settles what the schedule says; a down payment, and any payment outside the schedule, settles in this order: {}.",
                vocabulary::order(EN, *order)
            )];
            said.extend(switch.map(|switch| {
                format!(
                    "From day {} past due on, in this order: {}.",
                    switch.from_days_past_due,
                    vocabulary::order(EN, switch.order)
                )
            }));
            said
        }
        Clause::Remainder { rounding, multiple, last } => {
            let mut said =
                vec![format!("Amounts are {}, to the smallest unit.", vocabulary::rounding(EN, *rounding))];
            said.extend(
                multiple.map(|unit| format!("Each payment is rounded up to a multiple of {}.", sum(unit))),
            );
            said.push(match last {
                Some(last) => {
                    format!("The last payment takes what rounding leaves over: it is {}.", sum(*last))
                }
                None => "There is only one payment, so rounding leaves nothing over.".to_owned(),
            });
            said
        }
        Clause::Missed { cure, as_of, waived, vesting, while_kept, rate: yearly } => {
            let falls_away = if waived.is_positive() { loses(*vesting) } else { "" };
            missed(*cure, falls_away, &counts_again(*while_kept, &day(*as_of), *yearly))
        }
        Clause::Stops { .. } => vec![
            "If payments stop after some of them, what is owed on the next due date is as follows.".to_owned(),
        ],
        Clause::RemainingBalance { waived, vesting, last_date }
            if waived.is_positive() && *vesting != VestingKind::AtOnce =>
        {
            vec![format!(
                "Once the last payment ({}) is made and all before it, all of the {} waived on condition is released and no balance of this debt remains.",
                day(*last_date),
                sum(*waived)
            ), until_then(*vesting).to_owned()]
        }
        Clause::RemainingBalance { last_date, .. } => vec![format!(
            "Once the last payment ({}) is made and all before it, no balance of this debt remains.",
            day(*last_date)
        )],
        Clause::CreditReporting { settled_for_less } => {
            let settled = if *settled_for_less {
                ", and may truthfully say that it was settled for less than the full amount"
            } else {
                ""
            };
            vec![
                "This agreement changes no true record: arrears that happened may be reported truthfully.".to_owned(),
                format!("Once everything is paid, the record is to show the debt as settled{settled}."),
                "Nobody can promise to erase a true record.".to_owned(),
            ]
        }
        Clause::EarlySettlement { jurisdiction } => {
            let source = match jurisdiction {
                Jurisdiction::China => " (Civil Code of the People's Republic of China, article 677)",
                Jurisdiction::Britain | Jurisdiction::UnitedStates => "",
            };
            vec![
                format!("You may pay early, in part or in full; interest then counts only for the time until you pay{source}."),
                "Paying everything early counts as completing this plan.".to_owned(),
            ]
        }
        Clause::Channels { channels } if channels.is_empty() => {
            vec!["No channel of payment is on file: ask the creditor before you pay.".to_owned()]
        }
        Clause::Channels { channels } => vec![
            format!("Pay only through: {}.", channels.join("; ")),
            "Do not pay into any person's private account.".to_owned(),
        ],
        Clause::Expiry { on, zone, utc } => vec![format!(
            "This plan can be accepted until {} 23:59 {}, which is {} {:02}:{:02} UTC.",
            day(*on),
            vocabulary::zone(EN, *zone),
            day(utc.date),
            utc.hour,
            utc.minute,
        )],
        Clause::Status { sample, signing } => {
            let mut said = signing.as_deref().map_or_else(
                || vec!["Draft: nobody has signed it.".to_owned()],
                |signing| signed(EN, signing),
            );
            if *sample {
                said.push("Made from sample data; it stands for no real debt.".to_owned());
            }
            said
        }
        Clause::Contacts { complaints, jurisdiction } => {
            let mut said = vec![
                format!("Complaints, disputes and free advice: {complaints}."),
                "You may dispute any figure before you accept.".to_owned(),
            ];
            match jurisdiction {
                Jurisdiction::China => {}
                Jurisdiction::Britain => {
                    said.push("Free and independent debt advice exists, for example from MoneyHelper.".to_owned());
                }
                Jurisdiction::UnitedStates => said.push(
                    "The Consumer Financial Protection Bureau (consumerfinance.gov) takes complaints and explains consumers' rights in debt collection.".to_owned(),
                ),
            }
            said
        }
        Clause::Copy { contact } => vec![format!(
            "Each side has a right to a copy: copy, print or save it, or ask the creditor for one ({contact})."
        )],
        Clause::Versions { pack, pack_version, engine } => {
            vec![format!("Rule pack {pack}, version {pack_version}; engine version {engine}.")]
        }
        Clause::Verification { code } => vec![
            format!("Verification code: {code}."),
            "Open the link of this agreement, or scan its QR code, with Quittance: every figure is worked out again.".to_owned(),
            "If both sides read out the same code, both see the same content; the code does not tell who made it.".to_owned(),
        ],
        Clause::Conventions { currency, basis, jurisdiction } => vec![
            "This copy is in English; the Chinese copy is made from the same figures.".to_owned(),
            format!(
                "Currency: {} ({}); interest: {}; dates are those of {}.",
                currency_name(EN, *currency),
                currency.code(),
                vocabulary::basis(EN, *basis),
                match jurisdiction {
                    Jurisdiction::China => "Beijing",
                    Jurisdiction::Britain => "London",
                    Jurisdiction::UnitedStates => "New York",
                },
            ),
        ],
        Clause::Special(special) => special_en::sentences(special, currency),
        Clause::Limits => vec![
            "What cannot be known offline: whether the plan was revoked, a trusted time of issue, whether this is the latest version, and who held the key.".to_owned(),
            "As long as nobody has signed, anyone could have made such a document: ask the creditor before you pay.".to_owned(),
            "This document sums up a plan; it is not legal advice.".to_owned(),
        ],
    }
}

fn first_and_last(first: Date, last: Date, count: u32, frequency: Option<Frequency>) -> String {
    match frequency {
        None if count > 1 => format!(
            "On the days agreed: the first on {}, the last on {}, {} in all.",
            date(EN, first),
            date(EN, last),
            payments(EN, count),
        ),
        Some(frequency) => format!(
            "{}: the first on {}, the last on {}, {} in all.",
            vocabulary::heading(&vocabulary::frequency(EN, frequency)),
            date(EN, first),
            date(EN, last),
            payments(EN, count),
        ),
        None => format!("In one sum on {}, the first and last date.", date(EN, last)),
    }
}

fn against_nothing(difference: Money, written: &str) -> String {
    let size = written.strip_prefix(MINUS).unwrap_or(written);
    if difference.is_zero() {
        "this plan costs the same".to_owned()
    } else if difference.is_negative() {
        format!("this plan costs {size} less")
    } else {
        format!("this plan costs {size} more")
    }
}
