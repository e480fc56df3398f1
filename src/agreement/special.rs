//! What only some documents say: what the law of one place asks for, warnings, and the heads of notices.

use super::document::Source;
use super::{FieldId, Profile};
use crate::engine::calendar::Date;
use crate::engine::claim::{Component, Guarantor, Itemisation, Jurisdiction};
use crate::engine::money::{Currency, Money};
use crate::engine::plan::{Settlement, VestingKind};
use crate::engine::rules::time_limit_passed;

/// A clause of some profiles, a warning, or the head of a notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Special {
    /// How the balance came about since the itemisation date (Regulation F, 12 CFR 1006.34(c)(2)).
    Itemised(Itemisation),
    /// By which method, and in which currency, it is repaid (card Measures, article 70).
    HowRepaid {
        /// The method.
        settlement: Settlement,
        /// The currency.
        currency: Currency,
    },
    /// Whether annual fee, interest and other fees accrue during the plan (card Measures, article 70).
    FeesInPlan {
        /// Whether the plan charges interest.
        interest: bool,
    },
    /// No card is applied for before everything is settled (article 70).
    NoNewCards,
    /// What each side does and may do (article 70).
    RightsAndDuties,
    /// Collection stops while the plan is performed (article 70).
    CollectionStops,
    /// Of an oral agreement a recording is kept until everything is settled (article 70).
    Recording,
    /// The plan changes how the contract is paid and nothing else of it (Civil Code 543).
    ChangesContract,
    /// Late charges that exceed the loss by too much can be reduced (Civil Code 585).
    ChargesReducible,
    /// What a lower settlement leaves of the debt until it is complete (CONC 7.4.2R).
    DebtSurvives {
        /// What is given up in all.
        waived: Money,
        /// When it is given up for good.
        vesting: VestingKind,
        /// The day of the last payment.
        last_date: Date,
    },
    /// The document lets nobody debit an account (Regulation E, 12 CFR 1005.10(b)).
    NoDebitAuthority,
    /// A warning: somebody guarantees the debt (Civil Code 695).
    Guarantor {
        /// What the guarantor said.
        consent: Guarantor,
        /// Whose law is named.
        jurisdiction: Jurisdiction,
    },
    /// A warning: the time in which the debt can be claimed may have run (Civil Code 192 and 195; 12 CFR
    /// 1006.26; Limitation Act 1980).
    TimeLimit {
        /// Months that the law gives.
        months: u32,
        /// Since when the debt is past due.
        overdue_since: Date,
        /// Whose law is named.
        jurisdiction: Jurisdiction,
    },
    /// What a notice of arrears is, and what to do about it.
    ArrearsNotice,
    /// What a repayment plan is.
    PlanNotice,
    /// How far a notice of arrears can be trusted.
    NoticeUnsigned {
        /// Whether it was made from a sample case.
        sample: bool,
    },
}

impl Source<'_> {
    /// What the profile adds to a field.
    pub(super) fn special(&self, field: FieldId) -> Vec<Special> {
        let totals = &self.worked.totals;
        match (self.profile, field) {
            (Profile::CnCard, FieldId::Payments) => vec![Special::HowRepaid {
                settlement: self.offer.proposal.settlement.clone(),
                currency: self.offer.claim.currency,
            }],
            (Profile::CnCard, FieldId::Interest) => vec![Special::FeesInPlan {
                interest: !self.offer.proposal.rate.is_zero(),
            }],
            (Profile::CnCard, FieldId::RemainingBalance) => vec![Special::NoNewCards],
            (Profile::CnCard, FieldId::MissedPayment) => {
                vec![Special::RightsAndDuties, Special::CollectionStops]
            }
            (Profile::CnCard, FieldId::Copy) => vec![Special::Recording],
            (Profile::CnLoan | Profile::CnReceivable, FieldId::Status) => {
                vec![Special::ChangesContract]
            }
            (Profile::CnReceivable, FieldId::Owed) if self.has_charges() => {
                vec![Special::ChargesReducible]
            }
            (Profile::Gb, FieldId::RemainingBalance) => vec![Special::DebtSurvives {
                waived: totals.waived,
                vesting: self.vesting(),
                last_date: totals.last_date,
            }],
            (Profile::Us, FieldId::Owed) => {
                let itemisation = self.offer.known.itemisation;
                itemisation.map(Special::Itemised).into_iter().collect()
            }
            (Profile::Us, FieldId::Channels) => vec![Special::NoDebitAuthority],
            _ => Vec::new(),
        }
    }

    fn has_charges(&self) -> bool {
        self.worked
            .plan
            .opening
            .get(Component::Charges)
            .is_positive()
    }

    /// What whoever agrees is to know first.
    pub(super) fn warnings(&self) -> Vec<Special> {
        let jurisdiction = self.offer.jurisdiction;
        let claim = &self.offer.claim;
        let guaranteed = self
            .offer
            .known
            .guarantor
            .map(|consent| Special::Guarantor {
                consent,
                jurisdiction,
            });
        let limit = time_limit_passed(jurisdiction, self.offer.product, claim);
        let time_limit = limit.map(|months| Special::TimeLimit {
            months,
            overdue_since: claim.overdue_since,
            jurisdiction,
        });
        guaranteed.into_iter().chain(time_limit).collect()
    }
}
