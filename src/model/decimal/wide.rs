//! Whole numbers of 256 bits, for the moment between a product and its reduction.

/// A magnitude below 2^256; the field order makes the derived comparison numeric.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Wide {
    high: u128,
    low: u128,
}

impl Wide {
    /// The full product of two numbers, from the four products of their halves.
    #[inline(never)]
    pub fn product(left: u128, right: u128) -> Self {
        let ((a, b), (c, d)) = (halves(left), halves(right));
        let (outer, inner, low) = (a.wrapping_mul(d), b.wrapping_mul(c), b.wrapping_mul(d));
        let (middle, carry) = outer.overflowing_add(inner);
        let (low, second) = low.overflowing_add(middle << 64);
        let high = a.wrapping_mul(c).wrapping_add((u128::from(carry) << 64) | (middle >> 64));
        Self { high: high.wrapping_add(u128::from(second)), low }
    }

    /// The sum. Both must be below 2^255, as products of two numbers below 2^127 are.
    pub const fn plus(self, other: Self) -> Self {
        let (low, carry) = self.low.overflowing_add(other.low);
        let high = self.high.wrapping_add(other.high);
        Self { high: high.wrapping_add(carry as u128), low }
    }

    /// The difference; `other` must not be larger.
    pub const fn minus(self, other: Self) -> Self {
        let (low, borrow) = self.low.overflowing_sub(other.low);
        let high = self.high.wrapping_sub(other.high);
        Self { high: high.wrapping_sub(borrow as u128), low }
    }

    /// Quotient and remainder. `by` lies between 1 and 2^127, so that a remainder can be doubled;
    /// division by nought is the caller's case and gives nought here.
    ///
    /// Small divisors go by 32 bits at a time, as on paper; others bit by bit: slower than the division of 128 bits
    /// that comes with the compiler, and a kilobyte less to load.
    #[inline(never)]
    pub fn divide(self, by: u128) -> (Self, u128) {
        if let Ok(by) = u32::try_from(by) {
            let (high, rest) = divide_small(self.high, by, 0);
            let (low, rest) = divide_small(self.low, by, rest);
            return (Self { high, low }, u128::from(rest));
        }
        let (mut quotient, bits) =
            if self.high == 0 { (Self { high: self.low, low: 0 }, 128_u32) } else { (self, 256) };
        let mut rest = 0_u128;
        for _ in 0..bits {
            rest = (rest << 1) | (quotient.high >> 127);
            quotient.high = (quotient.high << 1) | (quotient.low >> 127);
            quotient.low <<= 1;
            if rest >= by {
                rest = rest.wrapping_sub(by);
                quotient.low |= 1;
            }
        }
        (quotient, rest)
    }

    /// Whether the last binary digit is set.
    pub const fn is_odd(self) -> bool {
        self.low & 1 == 1
    }

    /// The number, where it fits 64 bits.
    #[inline]
    pub fn small(self) -> Option<u64> {
        if self.high == 0 { u64::try_from(self.low).ok() } else { None }
    }

    /// The number, where it fits the magnitude of an `i128`.
    pub fn narrow(self) -> Option<i128> {
        if self.high == 0 { i128::try_from(self.low).ok() } else { None }
    }
}

fn halves(number: u128) -> (u128, u128) {
    (number >> 64, number & u128::from(u64::MAX))
}

impl From<u128> for Wide {
    fn from(low: u128) -> Self {
        Self { high: 0, low }
    }
}

/// Quotient and remainder; `rest` is the remainder of the digits before, below `by`. Nought where `by` is.
#[inline(never)]
fn divide_small(number: u128, by: u32, rest: u64) -> (u128, u64) {
    let (mut left, mut quotient, mut rest) = (number, 0_u128, rest);
    for _ in 0..4_u32 {
        rest = (rest << 32) | u64::try_from(left >> 96).unwrap_or(0);
        quotient = (quotient << 32) | u128::from(rest.checked_div(by.into()).unwrap_or(0));
        rest = rest.checked_rem(by.into()).unwrap_or(0);
        left <<= 32;
    }
    (quotient, rest)
}

/// Quotient and remainder of numbers of 128 bits; as [`Wide::divide`].
pub fn divide_narrow(number: u128, by: u128) -> (u128, u128) {
    let (quotient, rest) = Wide::from(number).divide(by);
    (quotient.low, rest)
}

/// The greatest common divisor, by halving; `gcd(0, n)` is `n`.
#[inline(never)]
pub const fn gcd(left: u128, right: u128) -> u128 {
    if left == 0 || right == 0 {
        return left | right;
    }
    let twos = (left | right).trailing_zeros();
    let mut small = left.wrapping_shr(left.trailing_zeros());
    let mut large = right;
    while large != 0 {
        large = large.wrapping_shr(large.trailing_zeros());
        if small > large {
            (small, large) = (large, small);
        }
        large = large.wrapping_sub(small);
    }
    small.wrapping_shl(twos)
}

/// Ten to the power, where it fits; the largest is 10^38.
#[inline(never)]
pub fn power_of_ten(power: u32) -> Option<u128> {
    let mut number = 1_u128;
    for _ in 0..power.min(38) {
        number = number.wrapping_mul(10);
    }
    (power <= 38).then_some(number)
}

/// Ten to the power as a machine word; the largest is 10^18.
#[inline]
pub fn small_power_of_ten(power: u8) -> Option<i64> {
    SMALL_POWERS.get(usize::from(power)).copied()
}

const SMALL_POWERS: [i64; 19] = [
    1,
    10,
    100,
    1_000,
    10_000,
    100_000,
    1_000_000,
    10_000_000,
    100_000_000,
    1_000_000_000,
    10_000_000_000,
    100_000_000_000,
    1_000_000_000_000,
    10_000_000_000_000,
    100_000_000_000_000,
    1_000_000_000_000_000,
    10_000_000_000_000_000,
    100_000_000_000_000_000,
    1_000_000_000_000_000_000,
];
