//! What the search for a rate answers.

use std::fmt;

use rust_decimal::Decimal;

use super::annualise::PerYear;
use super::factor::Factor;

/// A rate, as fractions: 0.061 is 6.1 %. Each to 18 decimals, and right to 10^-12 of the growth it states.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FoundRate {
    /// Of one period.
    pub periodic: Decimal,
    /// Of a year, the periodic rate times the periods of a year. Also "nominal"; Regulation Z's APR.
    pub simple: Decimal,
    /// Of a year, the periodic rate compounded. Also "effective annual rate"; the European APR. `None` when a
    /// year's growth is above 2^30 or below 2^-30.
    pub effective: Option<Decimal>,
}

/// Why there is no rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoRate {
    /// Nothing flows, or what flows cancels on its own day: every rate would do.
    NothingFlows,
    /// All flows go one way.
    OneWay,
    /// The flows turn, but no rate makes them worth the same.
    NeverEqual,
    /// The only rates make money grow more than 2^30 times, or shrink below 2^-30, in a period or, for dated
    /// flows, in a year.
    OutsideRange,
}

impl fmt::Display for NoRate {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::NothingFlows => "no rate: nothing flows, or all of it cancels on its own day",
            Self::OneWay => "no rate: all flows go one way",
            Self::NeverEqual => "no rate makes the flows worth the same",
            Self::OutsideRange => {
                "no rate in the range searched: money would grow more than 2^30 times a period, or shrink as much"
            }
        })
    }
}

/// The rates at which flows are worth the same, of all that were searched.
///
/// Searched is every growth of a period, or of a year for dated flows, from 2^-30 to 2^30.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RateAnswer {
    /// One rate, nought or above.
    One(FoundRate),
    /// One rate, below zero: less comes back than was lent.
    BelowZero(FoundRate),
    /// Several, the lowest first: none of them alone says what the money costs.
    Several(Vec<FoundRate>),
    /// None.
    None(NoRate),
}

impl RateAnswer {
    /// The one rate there is, below zero or not.
    #[must_use]
    pub fn only(&self) -> Option<FoundRate> {
        match self {
            Self::One(rate) | Self::BelowZero(rate) => Some(*rate),
            Self::Several(_) | Self::None(_) => None,
        }
    }

    /// All the rates there are, the lowest first.
    #[must_use]
    pub fn all(&self) -> &[FoundRate] {
        match self {
            Self::One(rate) | Self::BelowZero(rate) => std::slice::from_ref(rate),
            Self::Several(rates) => rates,
            Self::None(_) => &[],
        }
    }

    /// The answer of the growths found for a period, the smallest first.
    pub(super) fn of_periods(found: &[Factor], per_year: PerYear) -> Self {
        Self::of(found, |factor| {
            let periodic = factor.rate()?;
            Some(FoundRate {
                periodic,
                simple: per_year.simple(periodic)?,
                effective: per_year.yearly(factor).and_then(Factor::rate),
            })
        })
    }

    /// The answer of the growths found for parts of a year, which is the period.
    pub(super) fn of_years(found: &[Factor], parts: PerYear) -> Self {
        Self::of(found, |factor| {
            let yearly = parts.yearly(factor)?.rate()?;
            Some(FoundRate {
                periodic: yearly,
                simple: yearly,
                effective: Some(yearly),
            })
        })
    }

    fn of(found: &[Factor], rate: impl Fn(Factor) -> Option<FoundRate>) -> Self {
        if let [only] = found {
            return match rate(*only) {
                Some(rate) if rate.periodic < Decimal::ZERO => Self::BelowZero(rate),
                Some(rate) => Self::One(rate),
                None => Self::None(NoRate::OutsideRange),
            };
        }
        let rates: Vec<FoundRate> = found.iter().copied().filter_map(&rate).collect();
        match rates.as_slice() {
            [] if found.is_empty() => Self::None(NoRate::NeverEqual),
            [] => Self::None(NoRate::OutsideRange),
            [only] if only.periodic < Decimal::ZERO => Self::BelowZero(*only),
            [only] => Self::One(*only),
            _ => Self::Several(rates),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Factor, FoundRate, NoRate, RateAnswer};
    use rust_decimal::Decimal;

    /// Ten percent up, ten percent down, and one that is out of range.
    const UP: Factor = Factor::Grows(1);
    const DOWN: Factor = Factor::Shrinks(1);
    const OUTSIDE: Factor = Factor::Stays;

    fn rate(factor: Factor) -> Option<FoundRate> {
        let periodic = match factor {
            Factor::Grows(_) => Decimal::new(1, 1),
            Factor::Shrinks(_) => Decimal::new(-1, 1),
            Factor::Stays => return None,
        };
        Some(FoundRate {
            periodic,
            simple: periodic,
            effective: None,
        })
    }

    #[test]
    fn of_several_growths_those_within_the_range_are_told() {
        let answer = |found: &[Factor]| RateAnswer::of(found, rate);
        let (up, down) = (rate(UP).unwrap(), rate(DOWN).unwrap());
        for (found, expected) in [
            (vec![], RateAnswer::None(NoRate::NeverEqual)),
            (vec![OUTSIDE], RateAnswer::None(NoRate::OutsideRange)),
            (vec![OUTSIDE; 2], RateAnswer::None(NoRate::OutsideRange)),
            (vec![UP], RateAnswer::One(up)),
            (vec![OUTSIDE, UP], RateAnswer::One(up)),
            (vec![DOWN], RateAnswer::BelowZero(down)),
            (vec![DOWN, OUTSIDE], RateAnswer::BelowZero(down)),
            (vec![DOWN, UP], RateAnswer::Several(vec![down, up])),
        ] {
            assert_eq!(answer(&found), expected, "{found:?}");
        }
    }

    #[test]
    fn a_rate_of_nought_is_not_below_zero() {
        let nought = FoundRate {
            periodic: Decimal::ZERO,
            simple: Decimal::ZERO,
            effective: None,
        };
        for found in [vec![UP], vec![UP, OUTSIDE]] {
            let rate = |factor| (factor == UP).then_some(nought);
            assert_eq!(RateAnswer::of(&found, rate), RateAnswer::One(nought));
        }
    }
}
