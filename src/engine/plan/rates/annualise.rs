//! From a rate a period to a rate a year, and back.

use rust_decimal::Decimal;

use super::factor::{Factor, factor_of_rate};
use crate::engine::calendar::Frequency;
use crate::engine::money::{YearFraction, common_divisor};

/// How many periods make how many years: 12 months one year, 52 periods of three weeks three years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PerYear {
    periods: u32,
    years: u32,
}

impl PerYear {
    /// A period of a year.
    pub const YEARLY: Self = Self {
        periods: 1,
        years: 1,
    };

    /// So many periods in so many years, in lowest terms; `None` when either is nothing.
    #[must_use]
    pub fn new(periods: u32, years: u32) -> Option<Self> {
        Self::lowest(periods.into(), years.into())
    }

    /// [`PerYear::new`] for numbers that may fit only in lowest terms.
    pub(super) fn lowest(periods: u64, years: u64) -> Option<Self> {
        let shared = common_divisor(periods, years);
        let part = |whole: u64| u32::try_from(whole.checked_div(shared)?).ok();
        let (periods, years) = (part(periods)?, part(years)?);
        (periods != 0 && years != 0).then_some(Self { periods, years })
    }

    /// The periods of a frequency: 12, 24, 26, 52, or 12 in five years for every five months.
    #[must_use]
    pub fn of(frequency: Frequency) -> Self {
        let period = frequency.period_fraction().units().unsigned_abs();
        // A period is at least one unit, and both numbers are below 2^32 in lowest terms: never the default.
        Self::lowest(YearFraction::DENOMINATOR.unsigned_abs(), period).unwrap_or(Self::YEARLY)
    }

    /// Periods for each [`PerYear::years`].
    #[must_use]
    pub const fn periods(self) -> u32 {
        self.periods
    }

    /// The years that [`PerYear::periods`] fill.
    #[must_use]
    pub const fn years(self) -> u32 {
        self.years
    }

    /// Growth over a year of a growth over a period.
    pub(super) fn yearly(self, period: Factor) -> Option<Factor> {
        // The root first: it is nearer to one, where a power loses nothing.
        let part = if self.years == 1 {
            period
        } else {
            period.root(self.years.into())?
        };
        Some(part.power(self.periods.into()))
    }

    /// Growth over a period of a growth over a year.
    fn periodic(self, year: Factor) -> Option<Factor> {
        Some(year.root(self.periods.into())?.power(self.years.into()))
    }

    /// A rate a period times the periods of a year.
    pub(super) fn simple(self, periodic: Decimal) -> Option<Decimal> {
        let simple = periodic.checked_mul(self.periods.into())?;
        if self.years == 1 {
            Some(simple)
        } else {
            simple.checked_div(self.years.into())
        }
    }
}

/// The effective yearly rate of a simple one: compounded once a period. `(1 + r / m)^m - 1`.
///
/// To 18 decimals; a year of a broken number of periods compounds by the exact root. `None` when a period's
/// rate is not above -100 %, or the growth of a year is above 2^30.
#[must_use]
pub fn effective_from_simple(simple: Decimal, per_year: PerYear) -> Option<Decimal> {
    let periodic = simple
        .checked_mul(per_year.years.into())?
        .checked_div(per_year.periods.into())?;
    per_year.yearly(factor_of_rate(periodic)?)?.rate()
}

/// The simple yearly rate that compounds to an effective one. `m ((1 + e)^(1/m) - 1)`.
///
/// To 18 decimals less those that the number of periods takes. `None` when the effective rate is not above
/// -100 % or is above 2^30 times.
#[must_use]
pub fn simple_from_effective(effective: Decimal, per_year: PerYear) -> Option<Decimal> {
    let periodic = per_year.periodic(factor_of_rate(effective)?)?.rate()?;
    per_year.simple(periodic)
}
