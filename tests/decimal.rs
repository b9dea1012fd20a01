//! Exact decimals against published vectors and against an arbitrary-precision crate.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::panic)]

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_rational::BigRational;
use serde_json::Value;
use tianbao::model::{ArithmeticError, Decimal, Exact, Rounding};

const WAYS: [Rounding; 3] = [Rounding::HalfUp, Rounding::HalfEven, Rounding::Gbt8170];

fn decimal(text: &str) -> Decimal {
    Decimal::parse(text).unwrap_or_else(|| panic!("{text} is a decimal"))
}

fn vectors() -> Value {
    let text = include_str!("vectors/rounding.json");
    serde_json::from_str(text).unwrap()
}

/// Reads the quotients of the vectors (`(95-100)/100*100`), from left to right.
fn calculate(text: &str) -> Exact {
    let (mut total, mut operator, mut rest) = (Exact::ZERO, '+', text);
    while !rest.is_empty() {
        let value;
        if let Some(inner) = rest.strip_prefix('(') {
            let (inside, after) = inner.split_once(')').unwrap();
            (value, rest) = (calculate(inside), after);
        } else {
            let end = rest.find(['+', '-', '*', '/']).unwrap_or(rest.len());
            (value, rest) = (decimal(&rest[..end]).into(), &rest[end..]);
        }
        total = match operator {
            '+' => total.add(value),
            '-' => total.sub(value),
            '*' => total.mul(value),
            _ => total.div(value),
        }
        .unwrap();
        if let Some(next) = rest.chars().next() {
            (operator, rest) = (next, &rest[1..]);
        }
    }
    total
}

#[test]
fn every_rounding_vector_holds() {
    for vector in vectors()["vectors"].as_array().unwrap() {
        let places = vector["places"].as_i64().unwrap() as i8;
        let value = match vector["expr"].as_str() {
            Some(expression) => calculate(expression),
            None => decimal(vector["value"].as_str().unwrap()).into(),
        };
        for (way, key) in WAYS.iter().zip(["half_up", "half_even", "gbt8170"]) {
            let rounded = value.round(places, *way).unwrap().fixed(places.max(0) as u8);
            assert_eq!(rounded, vector[key].as_str().unwrap(), "{} {key}", vector["id"]);
        }
    }
}

#[test]
fn a_quotient_loses_nothing_before_it_is_rounded() {
    for vector in vectors()["vectors"].as_array().unwrap() {
        let (Some(expression), Some(exact)) = (vector["expr"].as_str(), vector["exact"].as_str()) else {
            continue;
        };
        let exact = calculate(&format!("0{exact}"));
        assert_eq!(calculate(expression).compare(exact), Ok(Ordering::Equal), "{expression}");
    }
}

#[test]
fn the_further_rules_of_gbt8170_hold() {
    for vector in vectors()["gbt8170_extra"].as_array().unwrap() {
        let text = vector["value"].as_str().unwrap();
        let expected = decimal(vector["result"].as_str().unwrap());
        let result = if let Some(interval) = vector["interval"].as_str() {
            decimal(text).round_to_interval(decimal(interval), Rounding::Gbt8170).unwrap()
        } else {
            let truth = match text.get(text.len() - 3..) {
                Some("(+)") => Ordering::Greater,
                Some("(-)") => Ordering::Less,
                _ => Ordering::Equal,
            };
            let number = text.trim_end_matches("(+)").trim_end_matches("(-)");
            decimal(number).round_reported(0, Rounding::Gbt8170, truth).unwrap()
        };
        assert_eq!(result, expected, "{vector}");
    }
}

#[test]
fn reading_and_writing_keep_the_number() {
    for (typed, shown, grouped, fixed) in [
        ("0", "0", "0", "0.00"),
        ("-0.00", "0", "0", "0.00"),
        ("-0.004", "-0.004", "-0.004", "0.00"),
        ("1234567.5", "1234567.5", "1,234,567.5", "1234567.50"),
        ("-123456.10", "-123456.1", "-123,456.1", "-123456.10"),
        ("100000", "100000", "100,000", "100000.00"),
        ("999", "999", "999", "999.00"),
        ("0.005", "0.005", "0.005", "0.01"),
        (
            "12345678901234567890123456789012345678",
            "12345678901234567890123456789012345678",
            "12,345,678,901,234,567,890,123,456,789,012,345,678",
            "12345678901234567890123456789012345678.00",
        ),
    ] {
        let value = decimal(typed);
        assert_eq!(value.to_string(), shown);
        assert_eq!(format!("{value:?}"), shown);
        assert_eq!(value.grouped(), grouped);
        assert_eq!(value.fixed(2), fixed);
    }
    assert_eq!(decimal("1234567.895").grouped_fixed(2), "1,234,567.90");
    let longer = "1".repeat(39);
    for text in ["", "-", ".5", "5.", "1.2.3", "+1", "1e3", " 1", "１", "--1", &longer] {
        assert_eq!(Decimal::parse(text), None, "{text:?}");
    }
}

#[test]
fn nought_moves_and_what_is_too_large_does_not_come_round() {
    assert_eq!([100, -100].map(|power| Decimal::ZERO.shift(power)), [Some(Decimal::ZERO); 2]);
    let word = decimal("18446744073709551616");
    assert_eq!(word.checked_mul(word), None);
}

/// xorshift64*, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, end: u64) -> u64 {
        self.next() % end
    }

    /// Small numbers of forms mostly, and each kind of extreme now and then.
    fn decimal(&mut self) -> Decimal {
        let bits = [7, 14, 24, 40, 63, 96, 127][self.below(7) as usize];
        let wide = (u128::from(self.next()) << 64) | u128::from(self.next());
        let size = (wide >> (128 - bits)) as i128;
        let scale = match self.below(8) {
            0..4 => self.below(5),
            4..6 => self.below(12),
            6 => 0,
            _ => self.below(39),
        };
        let mantissa = if self.below(3) == 0 { -size } else { size };
        Decimal::new(mantissa, scale as u8).unwrap_or(Decimal::ONE)
    }
}

fn ten_to(power: u32) -> BigInt {
    BigInt::from(10).pow(power)
}

/// Numerator and denominator, in any terms: equal values have equal products across.
#[derive(Clone, Debug)]
struct Ratio(BigInt, BigInt);

impl Ratio {
    fn of(value: Exact) -> Self {
        let (top, under) = value.fraction();
        Self(top.into(), under.into())
    }

    fn of_decimal(value: Decimal) -> Self {
        Self(value.mantissa().into(), ten_to(value.scale().into()))
    }

    fn add(&self, other: &Self) -> Self {
        Self(&self.0 * &other.1 + &other.0 * &self.1, &self.1 * &other.1)
    }

    fn neg(&self) -> Self {
        Self(-&self.0, self.1.clone())
    }

    fn mul(&self, other: &Self) -> Self {
        Self(&self.0 * &other.0, &self.1 * &other.1)
    }

    fn div(&self, other: &Self) -> Self {
        let sign = BigInt::from(if other.0 < BigInt::from(0) { -1 } else { 1 });
        Self(&self.0 * &other.1 * &sign, &self.1 * &other.0 * &sign)
    }

    fn cmp(&self, other: &Self) -> Ordering {
        (&self.0 * &other.1).cmp(&(&other.0 * &self.1))
    }

    fn equals(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }

    fn shift(&self, power: i8) -> Self {
        let factor = ten_to(u32::from(power.unsigned_abs()));
        match power {
            0.. => Self(&self.0 * factor, self.1.clone()),
            _ => Self(self.0.clone(), &self.1 * factor),
        }
    }

    /// Rounded by the definition: how many whole units, and what is left of one, doubled.
    fn round(&self, places: i8, way: Rounding) -> Self {
        let raised = self.shift(places);
        let (size, sign) = (raised.0.magnitude().clone(), raised.0.sign());
        let under = raised.1.magnitude();
        let (kept, rest) = (&size / under, (&size % under) * 2_u8);
        let up = match rest.cmp(under) {
            Ordering::Equal => way == Rounding::HalfUp || kept.bit(0),
            order => order == Ordering::Greater,
        };
        let kept = kept + u8::from(up);
        Self(BigInt::from_biguint(sign, kept), 1.into()).shift(-places)
    }

    fn reduced(&self) -> BigRational {
        BigRational::new(self.0.clone(), self.1.clone())
    }

    fn fits_fraction(&self) -> bool {
        let value = self.reduced();
        i128::try_from(value.numer()).is_ok() && i128::try_from(value.denom()).is_ok()
    }

    fn fits_decimal(&self) -> bool {
        let value = self.reduced();
        let places = (0..=38).find(|places| (ten_to(*places) % value.denom()).bits() == 0);
        places.is_some_and(|places| i128::try_from((&value * ten_to(places)).to_integer()).is_ok())
    }
}

/// A rounding is refused exactly where the rounded number is no decimal of ours.
fn check_rounding(value: Exact, places: i8, way: Rounding) {
    let expected = Ratio::of(value).round(places, way);
    match value.round(places, way) {
        Ok(result) => assert!(Ratio::of_decimal(result).equals(&expected), "{value:?} {places}"),
        Err(error) => {
            assert_eq!(error, ArithmeticError::TooLarge);
            assert!(!expected.fits_decimal() || places > 38, "{value:?} to {places}");
        }
    }
}

/// A result is refused exactly where its lowest terms are no fraction of ours.
fn check_operation(operation: u64, left: Exact, right: Exact) -> Option<Exact> {
    let (a, b) = (Ratio::of(left), Ratio::of(right));
    if operation == 3 && right.is_zero() {
        assert_eq!(left.div(right).err(), Some(ArithmeticError::DivisionByZero));
        return None;
    }
    let (result, expected) = match operation {
        0 => (left.add(right), a.add(&b)),
        1 => (left.sub(right), a.add(&b.neg())),
        2 => (left.mul(right), a.mul(&b)),
        _ => (left.div(right), a.div(&b)),
    };
    if let Err(error) = result {
        assert_eq!(error, ArithmeticError::TooLarge);
        assert!(!expected.fits_fraction(), "{operation}: {left:?}, {right:?}");
    }
    let result = result.ok()?;
    assert!(Ratio::of(result).equals(&expected), "{operation}: {left:?}, {right:?}");
    match result.to_decimal() {
        Some(decimal) => assert!(Ratio::of_decimal(decimal).equals(&expected)),
        None => assert!(!expected.fits_decimal(), "{result:?}"),
    }
    Some(result)
}

#[test]
fn a_million_random_operations_agree_with_the_oracle() {
    let mut dice = Dice(0x7469_616E_6261_6F21);
    let mut kept = [Exact::ZERO; 16];
    let mut given = 0_u32;
    for _ in 0..1_000_000 {
        let left = kept[dice.below(16) as usize];
        let right = Exact::from(dice.decimal());
        match dice.below(8) {
            operation @ 0..4 => {
                let result = check_operation(operation, left, right);
                given += u32::from(result.is_some());
                kept[dice.below(16) as usize] = result.unwrap_or(right);
            }
            4 => {
                let expected = Ratio::of(left).cmp(&Ratio::of(right));
                assert_eq!(left.compare(right), Ok(expected), "{left:?}, {right:?}");
            }
            mode => {
                let way = WAYS[(mode - 5) as usize];
                check_rounding(left, dice.below(46) as i8 - 6, way);
            }
        }
    }
    assert!(given > 250_000, "only {given} results were given");
}

#[test]
fn decimals_alone_agree_with_the_oracle() {
    let mut dice = Dice(0x4745_4E41_5520_2121);
    for _ in 0..200_000 {
        let (left, right) = (dice.decimal(), dice.decimal());
        let (a, b) = (Ratio::of_decimal(left), Ratio::of_decimal(right));
        assert_eq!(left.cmp(&right), a.cmp(&b), "{left} and {right}");
        let power = dice.below(60) as i8 - 30;
        for (result, expected) in [
            (left.checked_add(right), a.add(&b)),
            (left.checked_sub(right), a.add(&b.neg())),
            (left.checked_mul(right), a.mul(&b)),
            (left.shift(power), a.shift(power)),
        ] {
            match result {
                Some(value) => assert!(Ratio::of_decimal(value).equals(&expected)),
                None => assert!(!expected.fits_decimal(), "{left} {right} {power}"),
            }
        }
        assert_eq!(Decimal::parse(&left.to_string()).unwrap_or(left), left);
    }
}
