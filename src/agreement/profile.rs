//! Which document a debt is owed: whose law, which product, and so in which order the fields stand.

use super::FieldId;
use crate::engine::claim::{Jurisdiction, Product};

/// A form of the agreement. Each says all 22 fields; order and some of the words follow what its law asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// The personalised instalment agreement for a Chinese credit card
    /// (商业银行信用卡业务监督管理办法 article 70).
    CnCard,
    /// A Chinese loan.
    CnLoan,
    /// A Chinese trade or service receivable.
    CnReceivable,
    /// A debt under British law (CONC 7).
    Gb,
    /// A debt under the federal law of the United States (Regulation F, 12 CFR 1006).
    Us,
}

impl Profile {
    /// Every profile.
    pub const ALL: [Self; 5] = [
        Self::CnCard,
        Self::CnLoan,
        Self::CnReceivable,
        Self::Gb,
        Self::Us,
    ];

    /// The profile of a debt.
    #[must_use]
    pub const fn of(jurisdiction: Jurisdiction, product: Product) -> Self {
        match (jurisdiction, product) {
            (Jurisdiction::China, Product::CreditCard) => Self::CnCard,
            (Jurisdiction::China, Product::Receivable) => Self::CnReceivable,
            (Jurisdiction::China, _) => Self::CnLoan,
            (Jurisdiction::Britain, _) => Self::Gb,
            (Jurisdiction::UnitedStates, _) => Self::Us,
        }
    }

    /// The code used in files: `cn-card`, `cn-loan`, `cn-receivable`, `gb`, `us`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CnCard => "cn-card",
            Self::CnLoan => "cn-loan",
            Self::CnReceivable => "cn-receivable",
            Self::Gb => "gb",
            Self::Us => "us",
        }
    }

    /// The 22 fields in the order in which this document has them.
    ///
    /// Cards follow the list of article 70: the balance, then how it is repaid, then what accrues, then what is undertaken
    /// until it is settled, then breach. In Britain what a lower settlement leaves of the debt stands beside the waiver
    /// (CONC 7.4.2R asks that it be clear); in the United States the right to dispute beside the itemisation.
    #[must_use]
    pub const fn fields(self) -> [FieldId; 22] {
        use FieldId as F;
        match self {
            Self::CnCard => [
                F::Creditor,
                F::Borrower,
                F::AsOf,
                F::Owed,
                F::Payments,
                F::Totals,
                F::Interest,
                F::Concessions,
                F::RemainingBalance,
                F::MissedPayment,
                F::Allocation,
                F::Remainder,
                F::EarlySettlement,
                F::CreditReporting,
                F::Channels,
                F::Expiry,
                F::Status,
                F::Contacts,
                F::Copy,
                F::Versions,
                F::Verification,
                F::Conventions,
            ],
            Self::CnLoan | Self::CnReceivable => FieldId::ALL,
            Self::Gb => [
                F::Creditor,
                F::Borrower,
                F::AsOf,
                F::Owed,
                F::Concessions,
                F::RemainingBalance,
                F::Payments,
                F::Totals,
                F::Interest,
                F::Allocation,
                F::Remainder,
                F::MissedPayment,
                F::CreditReporting,
                F::EarlySettlement,
                F::Channels,
                F::Expiry,
                F::Status,
                F::Contacts,
                F::Copy,
                F::Versions,
                F::Verification,
                F::Conventions,
            ],
            Self::Us => [
                F::Creditor,
                F::Borrower,
                F::AsOf,
                F::Owed,
                F::Contacts,
                F::Concessions,
                F::Payments,
                F::Totals,
                F::Interest,
                F::Allocation,
                F::Remainder,
                F::MissedPayment,
                F::RemainingBalance,
                F::CreditReporting,
                F::EarlySettlement,
                F::Channels,
                F::Expiry,
                F::Status,
                F::Copy,
                F::Versions,
                F::Verification,
                F::Conventions,
            ],
        }
    }
}
