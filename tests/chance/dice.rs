//! Dice that fall alike on every machine: a case is its seed and its number, and nothing else.

/// Random numbers by splitmix64.
pub struct Dice(u64);

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

impl Dice {
    /// The dice of one case. Any case can be drawn again without those before it.
    pub fn of_case(seed: u64, number: u64) -> Self {
        let mut dice = Self(seed);
        let start = dice.roll() ^ number.wrapping_mul(0xD134_2543_DE82_EF95);
        Self(start)
    }

    /// Any number.
    pub fn roll(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: u64) -> u64 {
        // The high half of a product: unlike a remainder it costs no division.
        let product = u128::from(self.roll()) * u128::from(limit);
        u64::try_from(product >> 64).unwrap()
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let width = u64::try_from(high - low).unwrap() + 1;
        low + i64::try_from(self.below(width)).unwrap()
    }

    /// A number from `low` to `high`, both included.
    pub fn count(&mut self, low: u32, high: u32) -> u32 {
        u32::try_from(self.between(i64::from(low), i64::from(high))).unwrap()
    }

    /// True once in so many times.
    pub fn once_in(&mut self, times: u64) -> bool {
        self.below(times) == 0
    }

    /// One of several.
    pub fn one_of<T: Copy>(&mut self, choices: &[T]) -> T {
        let at = self.below(u64::try_from(choices.len()).unwrap());
        choices[usize::try_from(at).unwrap()]
    }

    /// The value, once in so many times.
    pub fn sometimes<T>(&mut self, times: u64, draw: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.once_in(times).then(|| draw(self))
    }
}
