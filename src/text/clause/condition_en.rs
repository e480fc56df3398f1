//! When a waiver takes effect, and what a missed payment brings back, in English.

use crate::engine::claim::Jurisdiction;
use crate::engine::money::Rate;
use crate::engine::plan::{Cure, Vesting, VestingKind, WhileKept};
use crate::text::Locale;
use crate::text::format::{days, payments, percent, rate};

const EN: Locale = Locale::En;

/// When a waiver takes effect, and on what condition.
pub(super) fn release(
    total: &str,
    vesting: &Vesting,
    last_date: &str,
    jurisdiction: Jurisdiction,
) -> Vec<String> {
    let china = jurisdiction == Jurisdiction::China;
    let conditional = if china {
        " (Civil Code of the People's Republic of China, article 158)"
    } else {
        ""
    };
    let mut said = vec![match vesting {
        Vesting::OnCompletion => format!(
            "This waiver, {total} in all, is conditional on every payment of this plan: it takes effect with the last one ({last_date}) and not before{conditional}."
        ),
        Vesting::ProRata => format!(
            "This waiver, {total} in all, is conditional on the payments of this plan{conditional}: with each of them the same part of it takes effect as has been paid of everything to pay, and all of it with the last one ({last_date})."
        ),
        Vesting::Milestones(milestones) => {
            let steps: Vec<String> = milestones
                .as_slice()
                .iter()
                .map(|step| {
                    format!(
                        "{} of it after {}",
                        percent(step.share),
                        payments(EN, step.after)
                    )
                })
                .collect();
            format!(
                "This waiver, {total} in all, is conditional on the payments of this plan and takes effect by steps{conditional}: {}; all of it with the last payment ({last_date}).",
                steps.join(", ")
            )
        }
        Vesting::AtOnce => {
            let article = if china {
                " (Civil Code of the People's Republic of China, article 575)"
            } else {
                ""
            };
            return vec![format!(
                "This waiver, {total} in all, takes effect when this plan is agreed{article} and stays, whatever becomes of the plan."
            )];
        }
    }];
    if china {
        said.push(
            "If the creditor improperly prevents the condition for its own benefit, it counts as met (article 159)."
                .to_owned(),
        );
    }
    said
}

/// What stands until the last payment.
pub(super) const fn until_then(vesting: VestingKind) -> &'static str {
    match vesting {
        VestingKind::ProRata | VestingKind::Milestones => {
            "Until then the debt still exists but for what has taken effect of the waiver: the lower sum is accepted on condition that every payment of this plan is made."
        }
        VestingKind::OnCompletion | VestingKind::AtOnce => {
            "Until then the whole debt still exists: the lower sum is accepted on condition that every payment of this plan is made."
        }
    }
}

/// What becomes of the waiver if the plan ends.
pub(super) const fn loses(vesting: VestingKind) -> &'static str {
    match vesting {
        VestingKind::OnCompletion => "the waiver does not take effect, ",
        VestingKind::ProRata | VestingKind::Milestones => {
            "what has not taken effect of the waiver falls away, "
        }
        VestingKind::AtOnce => "the waiver stays, ",
    }
}

/// From when what counts if the plan ends.
pub(super) fn counts_again(while_kept: WhileKept, as_of: &str, yearly: Rate) -> String {
    let since = "the day of the first missed payment";
    match while_kept {
        WhileKept::ReleasedOnCompletion => format!("the contract counts again from {as_of}"),
        WhileKept::AccruesUncharged => format!(
            "the contract's interest counts from {as_of}, its penalty interest, compound interest and late charges only from {since}"
        ),
        WhileKept::NoAccrual => {
            format!(
                "nothing is added for the time from {as_of} to {since}, from which the contract counts again"
            )
        }
        WhileKept::PlanRate => format!(
            "the time from {as_of} to {since} bears interest at {} a year and nothing else, and the contract counts again from then",
            rate(yearly)
        ),
    }
}

/// When a payment is missed, how that is made up, and when it ends the plan.
pub(super) fn missed(cure: Cure, falls_away: &str, counts_again: &str) -> Vec<String> {
    let in_a_row = cure.misses_that_end > 1;
    let mut said = vec![match cure.grace_days {
        0 => "This plan has no days of grace: a payment not made on its due date is missed."
            .to_owned(),
        some if in_a_row => {
            format!(
                "A payment made within {} after its due date is still in time; after that it is missed.",
                days(EN, some)
            )
        }
        some => format!(
            "A payment not made on its due date can be made good within {} after it; the plan then goes on as before.",
            days(EN, some)
        ),
    }];
    let ends = if in_a_row {
        said.push(
            "A missed payment can be made up, and the plan then goes on as before.".to_owned(),
        );
        format!(
            "If {} in a row are missed, the plan may be cancelled",
            payments(EN, cure.misses_that_end)
        )
    } else {
        "If it is not made good, the creditor may end this plan".to_owned()
    };
    said.push(format!(
        "{ends}; then {falls_away}{counts_again}, and what was paid settles in the contract's order."
    ));
    said
}
