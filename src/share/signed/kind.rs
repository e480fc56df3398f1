//! The kinds of objects, each with its number and a domain of its own.

/// What an object is. The number stands in the bytes and the order is that of the objects in one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A lender's entry: its root key, its creditors' lines and its people's certificates.
    Lender,
    /// That a key belongs to an agent or an approver.
    Certificate,
    /// How far a certified key may go. Never in anything a borrower receives.
    Authority,
    /// An agent asks for approval of an offer.
    Request,
    /// An offer.
    Offer,
    /// Several offers on one debt, any one of which can be accepted.
    Menu,
    /// What a borrower would rather do.
    Counter,
    /// That an offer may be made, by somebody who may say so.
    Approval,
    /// That an offer was accepted.
    Acceptance,
    /// That an offer no longer holds.
    Withdrawal,
}

impl Kind {
    /// Every kind, in the order of their numbers.
    pub const ALL: [Self; 10] = [
        Self::Lender,
        Self::Certificate,
        Self::Authority,
        Self::Request,
        Self::Offer,
        Self::Menu,
        Self::Counter,
        Self::Approval,
        Self::Acceptance,
        Self::Withdrawal,
    ];

    /// The number in the bytes, fixed for ever.
    #[must_use]
    pub const fn number(self) -> i64 {
        self as i64
    }

    /// The kind of a number.
    #[must_use]
    pub fn from_number(number: i64) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.number() == number)
    }

    /// The name in files and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Lender => "lender",
            Self::Certificate => "certificate",
            Self::Authority => "authority",
            Self::Request => "approval-request",
            Self::Offer => "offer",
            Self::Menu => "menu",
            Self::Counter => "counter-proposal",
            Self::Approval => "approval",
            Self::Acceptance => "acceptance",
            Self::Withdrawal => "withdrawal",
        }
    }

    /// What a signature covers besides the payload (RFC 9052, `external_aad`), so that no object can pass for one
    /// of another kind or version.
    #[must_use]
    pub const fn domain(self) -> &'static str {
        match self {
            Self::Lender => "quittance-lender-1",
            Self::Certificate => "quittance-certificate-1",
            Self::Authority => "quittance-authority-1",
            Self::Request => "quittance-approval-request-1",
            Self::Offer => "quittance-offer-1",
            Self::Menu => "quittance-menu-1",
            Self::Counter => "quittance-counter-proposal-1",
            Self::Approval => "quittance-approval-1",
            Self::Acceptance => "quittance-acceptance-1",
            Self::Withdrawal => "quittance-withdrawal-1",
        }
    }

    /// Whether an object of this kind counts for nothing without a signature. What a borrower answers has none, since
    /// nobody certified a key of theirs; an authority is known by its hash, which a certificate holds.
    #[must_use]
    pub const fn must_be_signed(self) -> bool {
        !matches!(self, Self::Authority | Self::Counter | Self::Acceptance)
    }

    /// Whether a lender's root key signs it, and nothing else does. Its signature names no key.
    #[must_use]
    pub const fn is_of_the_root(self) -> bool {
        matches!(self, Self::Lender | Self::Certificate)
    }
}
