//! A debt as the lender's system knows it: who owes whom what, under which terms.

use super::{Circumstances, Claim, Components, Itemisation, Recomputed};
use crate::engine::money::Money;

/// Whose law governs the debt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Jurisdiction {
    /// Mainland China.
    China,
    /// Great Britain.
    Britain,
    /// The United States, their federal law: that of a state is not told apart.
    UnitedStates,
}

impl Jurisdiction {
    /// Every jurisdiction.
    pub const ALL: [Self; 3] = [Self::China, Self::Britain, Self::UnitedStates];

    /// Their codes, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::China.code(),
        Self::Britain.code(),
        Self::UnitedStates.code(),
    ];

    /// The code used in files: `cn`, `gb`, `us`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::China => "cn",
            Self::Britain => "gb",
            Self::UnitedStates => "us",
        }
    }

    /// The jurisdiction of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|place| place.code() == code)
    }
}

/// What kind of debt it is; rules are written per product.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// A credit-card balance.
    CreditCard,
    /// A bank loan repaid by instalments.
    BankLoan,
    /// A small loan by a licensed lender that is not a bank.
    MicroLoan,
    /// A trade or service receivable, property-management fees among them.
    Receivable,
    /// An unsecured personal loan.
    PersonalLoan,
    /// A loan by a person or a firm without a licence to lend. In China what the courts call private lending, which
    /// micro-loan companies under supervision are not.
    PrivateLoan,
}

impl Product {
    /// Every product.
    pub const ALL: [Self; 6] = [
        Self::CreditCard,
        Self::BankLoan,
        Self::MicroLoan,
        Self::Receivable,
        Self::PersonalLoan,
        Self::PrivateLoan,
    ];

    /// The code used in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CreditCard => "credit-card",
            Self::BankLoan => "bank-loan",
            Self::MicroLoan => "micro-loan",
            Self::Receivable => "receivable",
            Self::PersonalLoan => "personal-loan",
            Self::PrivateLoan => "private-loan",
        }
    }

    /// The product of that code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|product| product.code() == code)
    }
}

/// Who is owed, and how to reach and pay them. Everything here may be printed on an agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Creditor {
    /// The creditor's name.
    pub name: String,
    /// The first creditor, if the debt was assigned.
    pub original: Option<String>,
    /// How to reach the creditor.
    pub contact: String,
    /// Where to complain, dispute or get free advice.
    pub complaints: String,
    /// The only channels through which payments are taken.
    pub channels: Vec<String>,
}

/// The two sides, as they may be shown: the borrower's name and account come masked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parties {
    /// Who is owed.
    pub creditor: Creditor,
    /// The borrower's masked name.
    pub borrower: String,
    /// The masked account or contract number.
    pub account: String,
}

/// What the agent noted about the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Customer {
    /// Whether the customer is willing to pay.
    pub willing: bool,
    /// Whether the customer is able to pay.
    pub able: bool,
    /// Promises broken so far.
    pub promises_broken: u32,
}

/// A case as read from its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Whether the file calls itself a sample.
    pub sample: bool,
    /// Whose law governs the debt.
    pub jurisdiction: Jurisdiction,
    /// What kind of debt it is.
    pub product: Product,
    /// Id of the house rule pack that the file names.
    pub pack: Option<String>,
    /// The two sides.
    pub parties: Parties,
    /// What the agent noted about the customer, if anything.
    pub customer: Option<Customer>,
    /// What else is noted that rules ask for.
    pub circumstances: Circumstances,
    /// Balances as the lender states them; as recomputed where the file states none.
    pub stated: Components,
    /// Penalty interest among them that is not owed of right, as the lender did not collect although the money was
    /// there. No concession: it was never owed.
    pub penalty_not_owed: Money,
    /// The claim: the stated balances without that penalty interest.
    pub claim: Claim,
    /// The claim worked out from the file's history, if it has one.
    pub recomputed: Option<Recomputed>,
    /// How the balances came about since the itemisation date, if the file says so; it comes to their total.
    pub itemisation: Option<Itemisation>,
}

impl Case {
    /// The claim with its balances as recomputed from the history, if the file has one; without the penalty interest
    /// that is not owed, or without any where less was recomputed.
    #[must_use]
    pub fn recomputed_claim(&self) -> Option<Claim> {
        self.recomputed.map(|recomputed| {
            let mut balances = recomputed.balances;
            let penalty = balances.components.penalty;
            balances.components.penalty = penalty
                .checked_sub(self.penalty_not_owed)
                .map_or(Money::ZERO, Money::or_zero_if_negative);
            Claim {
                balances,
                overdue_since: recomputed.overdue_since.unwrap_or(self.claim.as_of),
                ..self.claim
            }
        })
    }

    /// The difference stated minus recomputed, in the claim's total; positive where the lender states more.
    #[must_use]
    pub fn stated_above_recomputed(&self) -> Option<Money> {
        let recomputed = self.recomputed?.balances.components.total().ok()?;
        self.stated.total().ok()?.checked_sub(recomputed).ok()
    }
}
