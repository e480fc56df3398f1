//! Currencies a claim may be in.

/// The currency of a whole claim: amounts do not carry it one by one.
///
/// Codes and minor digits: ISO 4217.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Currency {
    /// Chinese yuan, two decimals.
    Cny,
    /// Pound sterling, two decimals.
    Gbp,
    /// United States dollar, two decimals.
    Usd,
    /// Euro, two decimals.
    Eur,
    /// Indian rupee, two decimals.
    Inr,
    /// Hong Kong dollar, two decimals.
    Hkd,
    /// Japanese yen, no decimals.
    Jpy,
}

impl Currency {
    /// Every supported currency, in the order they are offered.
    pub const ALL: [Self; 7] = [
        Self::Cny,
        Self::Gbp,
        Self::Usd,
        Self::Eur,
        Self::Inr,
        Self::Hkd,
        Self::Jpy,
    ];

    /// Their names in files and links, in the same order.
    pub const CODES: &'static [&'static str] = &[
        Self::Cny.code(),
        Self::Gbp.code(),
        Self::Usd.code(),
        Self::Eur.code(),
        Self::Inr.code(),
        Self::Hkd.code(),
        Self::Jpy.code(),
    ];

    /// The three-letter ISO 4217 code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cny => "CNY",
            Self::Gbp => "GBP",
            Self::Usd => "USD",
            Self::Eur => "EUR",
            Self::Inr => "INR",
            Self::Hkd => "HKD",
            Self::Jpy => "JPY",
        }
    }

    /// The currency of an ISO 4217 code in capitals; `None` when it is not supported.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|currency| currency.code() == code)
    }

    /// How many decimals the minor unit has: 2 for fen, pence and cents, 0 for yen.
    #[must_use]
    pub const fn minor_digits(self) -> u32 {
        match self {
            Self::Jpy => 0,
            Self::Cny | Self::Gbp | Self::Usd | Self::Eur | Self::Inr | Self::Hkd => 2,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Currency;

    #[test]
    fn every_code_leads_back_to_its_currency() {
        for currency in Currency::ALL {
            assert_eq!(Currency::from_code(currency.code()), Some(currency));
        }
        assert_eq!(Currency::from_code("cny"), None);
        assert_eq!(Currency::from_code("XAU"), None);
    }
}
