//! Exact decimals against two oracles: here every result is held against num-rational; the line that is printed for it
//! is held against Python's decimals and fractions.

use std::io::{self, BufWriter, Write};

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};
use tianbao::model::{ArithmeticError, Decimal, Exact, Rounding};

use crate::dice::Dice;

const WAYS: [Rounding; 3] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Gbt8170];

/// Small numbers of forms mostly, and each kind of extreme now and then; ties are made common.
fn decimal(dice: &mut Dice) -> Decimal {
    let bits = [7, 7, 14, 14, 14, 24, 24, 40, 40, 63, 63, 96, 126][dice.below(13)];
    let wide = (u128::from(dice.next()) << 64) | u128::from(dice.next());
    let size = (wide >> (128 - bits)) as i128;
    let size = if dice.below(4) == 0 && bits < 100 { size * 10 + 5 } else { size };
    let scale = [0, 1, 2, 3, 4, 6, 12, 28][dice.below(8)];
    let mantissa = if dice.below(3) == 0 { -size } else { size };
    Decimal::new(mantissa, scale).unwrap_or(Decimal::ONE)
}

fn rational(value: Decimal) -> BigRational {
    BigRational::new(value.mantissa().into(), BigInt::from(10).pow(value.scale().into()))
}

fn engine(operation: usize, left: Exact, right: Exact) -> Result<Exact, ArithmeticError> {
    match operation {
        0 => left.add(right),
        1 => left.sub(right),
        2 => left.mul(right),
        _ => left.div(right),
    }
}

fn oracle(operation: usize, left: &BigRational, right: &BigRational) -> Option<BigRational> {
    Some(match operation {
        0 => left + right,
        1 => left - right,
        2 => left * right,
        _ if right.is_zero() => return None,
        _ => left / right,
    })
}

fn rounded(number: &BigRational, places: i8, way: Rounding) -> BigRational {
    let power = BigRational::from(BigInt::from(10)).pow(places.into());
    let raised = number.abs() * &power;
    let (floor, rest) = (raised.floor(), raised.fract() * BigInt::from(2));
    let tie_goes_up = way == Rounding::HalfUp || floor.numer().bit(0);
    let one = BigRational::from(BigInt::from(1));
    let up = rest > one || (rest == one && tie_goes_up);
    let size = if up { floor + one } else { floor } / power;
    if number.is_negative() { -size } else { size }
}

/// Whether the engine may refuse: a fraction in lowest terms beyond 127 bits …
fn is_long(number: &BigRational) -> bool {
    i128::try_from(number.numer()).is_err() || i128::try_from(number.denom()).is_err()
}

/// … or a rounded number whose digits, written as a decimal, are beyond them.
fn is_long_decimal(number: &BigRational) -> bool {
    let powers = (0_u32..40).map(|places| number * BigInt::from(10).pow(places));
    let digits = powers.into_iter().find(BigRational::is_integer);
    digits.is_none_or(|digits| i128::try_from(digits.numer()).is_err())
}

/// Two operations and a rounding, until `count` have given a result; prints a line for each, refused ones too, and last how
/// many the first oracle calls wrong.
pub fn run(count: usize, seed: u64) {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut dice = Dice::new(seed);
    let (mut wrong, mut refused, mut given) = (0, 0, 0);
    while given < count {
        let numbers = [decimal(&mut dice), decimal(&mut dice), decimal(&mut dice)];
        let operations = [dice.below(4), dice.below(4)];
        let (places, way) = (dice.below(19) as i8 - 6, WAYS[dice.below(3)]);
        let result = engine(operations[0], numbers[0].into(), numbers[1].into())
            .and_then(|value| engine(operations[1], value, numbers[2].into()))
            .and_then(|value| value.round(places, way));
        let first = oracle(operations[0], &rational(numbers[0]), &rational(numbers[1]));
        let second = first.as_ref().and_then(|value| oracle(operations[1], value, &rational(numbers[2])));
        let expected = second.as_ref().map(|value| rounded(value, places, way));
        let holds = match &result {
            Ok(value) => expected.as_ref() == Some(&rational(*value)),
            Err(ArithmeticError::DivisionByZero) => expected.is_none(),
            Err(_) => {
                [&first, &second].into_iter().flatten().any(is_long) || expected.as_ref().is_some_and(is_long_decimal)
            }
        };
        wrong += usize::from(!holds);
        refused += usize::from(result.is_err());
        given += usize::from(result.is_ok());
        let told = result.map_or_else(|_| "-".to_owned(), |value| value.to_string());
        let [a, b, c] = numbers;
        let marks = operations.map(|operation| ["+", "-", "*", "/"][operation]);
        writeln!(out, "{a} {} {b} {} {c} {places} {} {told}", marks[0], marks[1], way.as_str()).expect("open");
    }
    writeln!(out, "{{\"count\":{given},\"wrong\":{wrong},\"refused\":{refused}}}").expect("open");
}
