//! What only some documents say, in English.

use crate::agreement::Special;
use crate::engine::claim::{Guarantor, Jurisdiction};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Settlement, VestingKind};
use crate::text::format::{currency_name, date, money, months};
use crate::text::{Locale, vocabulary};

const EN: Locale = Locale::En;

pub(super) fn sentences(special: &Special, currency: Currency) -> Vec<String> {
    let sum = |amount: Money| money(EN, amount, currency);
    let one = |sentence: &str| vec![sentence.to_owned()];
    match special {
        Special::Itemised(since) => vec![format!(
            "On the itemisation date, {}, {} was owed; since then plus interest {}, plus fees {}, less payments {}, less credits {}, which is the total above (12 CFR 1006.34).",
            date(EN, since.on),
            sum(since.balance),
            sum(since.interest),
            sum(since.fees),
            sum(since.payments),
            sum(since.credits),
        )],
        Special::HowRepaid {
            settlement,
            currency,
        } => {
            let method = match settlement {
                Settlement::LumpSum => "one sum",
                Settlement::OnDates { .. } => "payments on agreed days",
                Settlement::Instalments { repayment, .. } => vocabulary::repayment(EN, repayment),
            };
            vec![format!(
                "Method of repayment: {method}; currency of repayment: {} ({}).",
                currency_name(EN, *currency),
                currency.code()
            )]
        }
        Special::FeesInPlan { interest: true } => {
            one("During the plan the interest above is charged, and no annual fee and no other fee.")
        }
        Special::FeesInPlan { interest: false } => {
            one("During the plan no interest, no annual fee and no other fee is charged.")
        }
        Special::NoNewCards => one(
            "Until everything under this agreement is paid, the cardholder undertakes not to apply to any bank for a credit card.",
        ),
        Special::RightsAndDuties => vec![
            "The cardholder pays on the days and in the amounts of the schedule, and may pay early, dispute a figure and ask for a copy.".to_owned(),
            "The bank books payments as this agreement says and charges nothing that it does not name.".to_owned(),
        ],
        Special::CollectionStops => one(
            "While payments are made as agreed, the bank and those who act for it stop collecting; this does not hold if they are not made.",
        ),
        Special::Recording => one(
            "If the agreement is made by word of mouth, the bank keeps a recording of it, at least until the debt is settled.",
        ),
        Special::ChangesContract => one(
            "Once both sides agree, this plan changes how the contract is paid (Civil Code of the People's Republic of China, article 543) and nothing else of it.",
        ),
        Special::ChargesReducible => one(
            "Late charges that exceed the loss by too much can be reduced on request by a court or an arbitral tribunal (Civil Code of the People's Republic of China, article 585).",
        ),
        Special::DebtSurvives {
            waived,
            vesting,
            last_date,
        } => vec![debt_survives(*waived, *vesting, &date(EN, *last_date))],
        Special::NoDebitAuthority => one(
            "This document lets nobody debit an account: recurring debits need a signed authorisation of their own, with a copy for whoever pays (12 CFR 1005.10(b)).",
        ),
        Special::Guarantor {
            consent,
            jurisdiction,
        } => guarantor(*consent, *jurisdiction),
        Special::TimeLimit {
            months: limit,
            overdue_since,
            jurisdiction,
        } => time_limit(&months(EN, *limit), &date(EN, *overdue_since), *jurisdiction),
        Special::ArrearsNotice => vec![
            "This notice says what is owed on the debt below on the day stated.".to_owned(),
            "If it cannot all be paid now, tell the creditor what can be paid: a plan can be worked out together.".to_owned(),
        ],
        Special::PlanNotice => one(
            "This plan sets out the day and the amount of every payment, and what follows if it is kept and if it stops.",
        ),
        Special::NoticeUnsigned { sample } => {
            let mut said = one("This notice is not signed: check with the creditor before you pay.");
            if *sample {
                said.push("Made from sample data; it stands for no real debt.".to_owned());
            }
            said
        }
    }
}

fn debt_survives(waived: Money, vesting: VestingKind, last_date: &str) -> String {
    if waived.is_positive() && vesting != VestingKind::AtOnce {
        let part = match vesting {
            VestingKind::OnCompletion => "what is waived on condition",
            _ => "what has not taken effect of the waiver",
        };
        format!(
            "The lower sum settles this debt only once all of it is paid (the last payment is on {last_date}); until then {part} is still owed, and can still be asked for if the plan ends (CONC 7.4.2R)."
        )
    } else {
        format!(
            "The debt survives until the last payment ({last_date}) is made, and not after it (CONC 7.4.2R)."
        )
    }
}

fn guarantor(consent: Guarantor, jurisdiction: Jurisdiction) -> Vec<String> {
    let china = jurisdiction == Jurisdiction::China;
    match (consent, china) {
        (Guarantor::Consented, _) => {
            vec!["There is a guarantor for this debt, who has agreed to the change in writing.".to_owned()]
        }
        (Guarantor::NotAsked, true) => vec![
            "There is a guarantor for this debt, who has not agreed in writing yet: for what a change adds to the debt the guarantor is not bound (Civil Code of the People's Republic of China, article 695).".to_owned(),
            "Ask for the guarantor's written consent before anybody signs.".to_owned(),
        ],
        (Guarantor::NotAsked, false) => vec![
            "There is a guarantor for this debt, who has not agreed in writing yet; what a change means for the guarantee depends on its terms.".to_owned(),
            "Ask for the guarantor's written consent before anybody signs.".to_owned(),
        ],
    }
}

fn time_limit(limit: &str, since: &str, jurisdiction: Jurisdiction) -> Vec<String> {
    match jurisdiction {
        Jurisdiction::China => vec![
            format!("This debt has been past due since {since}, for more than {limit}: unless something interrupted it, the time in which it can be claimed may have run out."),
            "Whoever agrees to pay after that can no longer rely on it, and where time was left it starts again (Civil Code of the People's Republic of China, articles 192 and 195).".to_owned(),
            "You may take advice before you agree.".to_owned(),
        ],
        Jurisdiction::UnitedStates => vec![
            format!("This debt has been past due since {since}, for more than {limit}: under the law of some states it may be time-barred."),
            "On a time-barred debt nobody may sue or say that they will (12 CFR 1006.26(b)); in some states signing or paying starts the time again.".to_owned(),
            "Look at the rule of your state before you agree.".to_owned(),
        ],
        Jurisdiction::Britain => vec![
            format!("This debt has been past due since {since}, for more than {limit}: the time in which a court can be asked for it may have run out; an acknowledgement or a payment within that time starts it again (Limitation Act 1980)."),
            "Free debt advice can tell you more before you agree.".to_owned(),
        ],
    }
}
