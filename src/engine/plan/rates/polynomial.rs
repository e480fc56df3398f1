//! Sums of flows times powers of a factor, their values and slopes, and one root between two points.

use super::factor::ONE;
use crate::engine::money::high_product;

/// Binary size of the sum of all coefficients: room for a sign and for one carry.
const SUM_BITS: u32 = 125;
/// The bracket of a root is halved at least every fourth step once eight were taken: 128 halvings.
const MOST_STEPS: u32 = 8 + 4 * 128;
/// A root is known to 2^-50 of a year's growth.
const RATE_BITS: u32 = 50;

/// `sum c_k x^e_k` with exponents that rise from nought, for `x` from nought to one.
///
/// Coefficients are scaled so that their sizes add up to 2^124 or more and less than 2^125. A value is then wrong
/// by less than the terms and the largest exponent: see [`Polynomial::noise`].
pub(super) struct Polynomial {
    terms: Vec<Term>,
    /// The exponents' different steps: far fewer than the terms, as months have few lengths.
    steps: Vec<Step>,
    span: u64,
}

struct Term {
    coefficient: i128,
    /// Which of the steps leads to the next term.
    step: usize,
}

struct Step {
    length: u64,
    /// The length as a part of the span, in units of 2^-32.
    weight: i64,
}

/// A value, and the slope in the logarithm of the factor over the span, in units of 2^64.
struct Reading {
    value: i128,
    slope: i64,
}

impl Polynomial {
    /// The polynomial of coefficients with rising exponents, which are counted from the first.
    ///
    /// `None` when there are fewer than two terms, the exponents do not rise, or nothing is not nought.
    pub(super) fn of(pairs: &[(u64, i128)]) -> Option<Self> {
        let size = pairs.iter().try_fold(0_u128, |sum, (_, part)| {
            sum.checked_add(part.unsigned_abs())
        })?;
        let bits = u128::BITS.checked_sub(size.leading_zeros())?;
        let (first, last) = (pairs.first()?.0, pairs.last()?.0);
        let span = last.checked_sub(first).filter(|span| *span > 0)?;
        let mut steps: Vec<Step> = Vec::with_capacity(4);
        let mut terms = Vec::with_capacity(pairs.len());
        let after = pairs.iter().skip(1).map(Some).chain([None]);
        for ((exponent, part), next) in pairs.iter().zip(after) {
            let mut step = 0;
            if let Some((next, _)) = next {
                let length = next.checked_sub(*exponent).filter(|step| *step > 0)?;
                let known = steps.iter().position(|known| known.length == length);
                step = known.unwrap_or(steps.len());
                if known.is_none() {
                    let share = (u128::from(length) << 32).checked_div(span.into())?;
                    let weight = i64::try_from(share).unwrap_or(i64::MAX);
                    steps.push(Step { length, weight });
                }
            }
            let coefficient = if bits <= SUM_BITS {
                part.checked_shl(SUM_BITS.wrapping_sub(bits))?
            } else {
                part >> bits.wrapping_sub(SUM_BITS)
            };
            terms.push(Term { coefficient, step });
        }
        (bits > 0).then_some(Self { terms, steps, span })
    }

    /// The sign at nought: that of the first coefficient that is anything.
    pub(super) fn sign_at_nought(&self) -> i128 {
        let signs = self.terms.iter().map(|term| term.coefficient.signum());
        signs.into_iter().find(|sign| *sign != 0).unwrap_or(0)
    }

    /// The sign at one, exactly: that of the sum.
    pub(super) fn sign_at_one(&self) -> i128 {
        let parts = self.terms.iter().map(|term| term.coefficient);
        // The sizes add up to less than 2^125.
        parts.fold(0_i128, i128::wrapping_add).signum()
    }

    /// The sign at a point, or nought when the value is too small to have one.
    pub(super) fn sign_at(&self, point: u128) -> i128 {
        let value = self.read(point).value;
        if value.unsigned_abs() <= self.noise() {
            0
        } else {
            value.signum()
        }
    }

    /// More than the largest error of a value: a power is low by its exponent's worth of 2^-128 of itself, and
    /// each of the products by one.
    fn noise(&self) -> u128 {
        let terms = u128::try_from(self.terms.len()).unwrap_or(0);
        u128::from(self.span).wrapping_add(terms.wrapping_mul(4))
    }

    fn read(&self, point: u128) -> Reading {
        /// As many different steps as need no memory of their own.
        const FEW: usize = 8;
        let mut few = [ONE; FEW];
        if let Some(powers) = few.get_mut(..self.steps.len()) {
            self.raise(point, powers);
            return self.sum(powers);
        }
        let mut many = vec![ONE; self.steps.len()];
        self.raise(point, &mut many);
        self.sum(&many)
    }

    /// The value from the last term inwards, and the slope beside it.
    fn sum(&self, powers: &[u128]) -> Reading {
        let (mut value, mut slope) = (0_i128, 0_i64);
        for term in self.terms.iter().rev() {
            let power = powers.get(term.step).copied().unwrap_or(ONE);
            let weight = self.steps.get(term.step).map_or(0, |step| step.weight);
            // Upper halves of 62 bits at most; a weight is a part, and parts add up to one.
            let gained = wide_product(upper(value), weight) >> 32;
            let moved = slope.wrapping_add(lower(gained));
            slope = lower(wide_product(moved, upper((power >> 1).cast_signed())) >> 63);
            value = scaled(value, power).wrapping_add(term.coefficient);
        }
        Reading { value, slope }
    }

    /// The same at one, where every power is one.
    fn read_at_one(&self) -> Reading {
        let (mut value, mut slope) = (0_i128, 0_i64);
        for term in self.terms.iter().rev() {
            let weight = self.steps.get(term.step).map_or(0, |step| step.weight);
            slope = slope.wrapping_add(lower(wide_product(upper(value), weight) >> 32));
            value = value.wrapping_add(term.coefficient);
        }
        Reading { value, slope }
    }

    /// The point to the power of every step, sharing the squares; the powers begin as ones.
    fn raise(&self, point: u128, powers: &mut [u128]) {
        let longest = self.steps.iter().fold(0, |all, step| all | step.length);
        let (mut square, mut bit) = (point, 0_u32);
        loop {
            for (power, step) in powers.iter_mut().zip(&self.steps) {
                if step.length.checked_shr(bit).unwrap_or(0) & 1 == 1 {
                    *power = if *power == ONE {
                        square
                    } else {
                        high_product(*power, square)
                    };
                }
            }
            bit = bit.wrapping_add(1);
            if longest.checked_shr(bit).unwrap_or(0) == 0 {
                return;
            }
            square = high_product(square, square);
        }
    }

    /// The root between two points of opposite sign, by Newton's steps within a shrinking bracket; they begin at
    /// the upper end, where flows that turn once make them approach from one side.
    ///
    /// `parts` is how many of the factor's lengths make a year. The sign turns within 2^-50 of a year's growth
    /// of the answer.
    pub(super) fn root_between(
        &self,
        low: u128,
        high: u128,
        sign_at_low: i128,
        parts: u32,
    ) -> u128 {
        let (mut low, mut high, mut point) = (low, high, high);
        for step in 0..MOST_STEPS {
            let reading = if point == ONE {
                self.read_at_one()
            } else {
                self.read(point)
            };
            if reading.value == 0 {
                return point;
            }
            if reading.value.signum() == sign_at_low {
                low = point;
            } else {
                high = point;
            }
            let middle = low.midpoint(high);
            let close = (point >> RATE_BITS)
                .checked_div(parts.into())
                .unwrap_or(0)
                .max(4);
            if high.wrapping_sub(low) <= close {
                return middle;
            }
            let Some(next) = self
                .newton(point, &reading)
                .filter(|next| *next > low && *next < high)
                .filter(|_| step < 8 || step & 3 != 3)
            else {
                point = middle;
                continue;
            };
            let moved = next.abs_diff(point);
            let from_above = next < point;
            point = next;
            // What is left after a step is about its square, times at most the span.
            let left = high_product(moved, moved).saturating_mul(self.span.into());
            if left <= close && self.turns_beyond(next, close, from_above, sign_at_low) {
                return next;
            }
        }
        low.midpoint(high)
    }

    /// Whether the sign has turned a little beyond a point, seen from the side it was reached from, and the tangent
    /// there leads back no further than it should.
    fn turns_beyond(&self, point: u128, close: u128, from_above: bool, sign_at_low: i128) -> bool {
        let beyond = if from_above {
            point.saturating_sub(close)
        } else {
            point.saturating_add(close)
        };
        let reading = self.read(beyond);
        let turned = (reading.value.signum() == sign_at_low) == from_above;
        let back = self.newton(beyond, &reading);
        let near = back.is_some_and(|back| back.abs_diff(point) <= close);
        turned && near && reading.value != 0
    }

    /// Where the tangent in the logarithm of the factor meets nought.
    fn newton(&self, point: u128, reading: &Reading) -> Option<u128> {
        let slope = i128::from(reading.slope).checked_mul(self.span.into())?;
        // value / (slope 2^64) as a fraction, from the upper 64 bits of each.
        let (size, below) = (reading.value.unsigned_abs(), slope.unsigned_abs());
        let widen = size.leading_zeros();
        let narrow = u64::BITS.saturating_sub(below.leading_zeros());
        let ratio = size
            .checked_shl(widen)?
            .checked_div((below >> narrow).max(1))?;
        // ratio 2^-widen 2^-narrow 2^-64 of one, of which one is 2^128.
        let shift = i64::from(u64::BITS)
            .checked_sub(i64::from(widen))?
            .checked_sub(i64::from(narrow))?;
        let fraction = if shift >= 0 {
            let shift = u32::try_from(shift).ok()?;
            if ratio.leading_zeros() < shift {
                return None;
            }
            ratio.checked_shl(shift)?
        } else {
            let shift = u32::try_from(shift.checked_neg()?).ok()?;
            ratio.checked_shr(shift).unwrap_or(0)
        };
        let moved = high_product(fraction, point);
        if (reading.value < 0) == (slope < 0) {
            point.checked_sub(moved)
        } else {
            point.checked_add(moved)
        }
    }
}

/// The upper 64 bits, with their sign.
fn upper(value: i128) -> i64 {
    lower(value >> 64)
}

/// A number that fits 64 bits, as such.
fn lower(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(0)
}

fn wide_product(left: i64, right: i64) -> i128 {
    i128::from(left).wrapping_mul(i128::from(right))
}

/// A signed number times a fraction.
fn scaled(value: i128, fraction: u128) -> i128 {
    let size = high_product(value.unsigned_abs(), fraction).cast_signed();
    if value < 0 { size.wrapping_neg() } else { size }
}
