//! A number with the unit that was typed, brought into the unit of the field.
//!
//! A larger unit converts (nobody writes 1.2万元 for 1.2 元). A smaller one may have been written out of habit: both
//! readings are offered. Land and mass are always asked, because forms mix their rows.

use std::cmp::Ordering;

use super::clean::{has_figure, is_arabic, is_power};
use super::figure::{self, Figure, Refusal, power_of};
use super::head::Head;
use super::unit::{Unit, in_small_money, split};
use crate::entry::Code;
use crate::model::Decimal;

/// Reads what [`Head`] left, as a number in the unit of the field.
pub fn in_unit_of(head: Head, field: Unit) -> Result<Figure, Refusal> {
    let mut codes = head.codes;
    if let Some(share) = head.share {
        let mut number = if head.body == "百" { figure::read("一百")? } else { figure::read(head.body)? };
        number.codes.retain(|code| *code != Code::ChineseNumerals);
        number.codes.push(Code::ChineseNumerals);
        return settle(number, Unit::known(share), field, codes);
    }
    let body = without_whole(head.body, &mut codes);
    let parts = in_small_money(body, |text| figure::read(text).ok().map(|number| number.value));
    if let Some(value) = parts.filter(|_| field.base == "元" || body.contains(['元', '块', '角', '毛'])) {
        codes.retain(|code| *code != Code::MoneyWords);
        codes.push(Code::MoneyWords);
        let number = Figure { value: value?, codes: Vec::new(), magnified: false };
        return settle(number, Unit::known("元"), field, codes);
    }
    let (number, unit) = split(body, field.base).map_or((body, None), |(number, unit)| (number, Some(unit)));
    if has_figure(number) && number.contains('/') {
        return Err(Code::UnitMismatch.into());
    }
    let unit = unit.or(if head.money { Unit::known("元") } else { None });
    let written_out = body != number;
    let (number, power) = match unit {
        Some(unit) if field.power > 0 || (written_out && unit.base == "元") => without_power(number),
        _ => (number, 0),
    };
    settle(figure::read(number)?, unit.map(|unit| unit.raised(power)), field, codes)
}

/// 整 closes an amount on cheques; it changes nothing.
fn without_whole<'a>(body: &'a str, codes: &mut Vec<Code>) -> &'a str {
    match body.strip_suffix(['整', '正']) {
        Some(amount) if amount.ends_with(['元', '块', '角', '分']) => {
            codes.push(Code::MoneyWords);
            amount
        }
        _ => body,
    }
}

/// 万 as a part of the unit: in 1.2万元, and in 一百二十万元 where it is 万 or 亿.
fn without_power(text: &str) -> (&str, i8) {
    let arabic = text.trim_end_matches(is_power);
    let parts = if !arabic.is_empty() && arabic.chars().all(is_arabic) {
        Some(arabic)
    } else {
        text.strip_suffix(['万', '亿']).filter(|words| !words.contains(|letter: char| letter.is_ascii_digit()))
    };
    let power = parts.and_then(|number| Some((number, power_of(text.strip_prefix(number)?)?)));
    power.unwrap_or((text, 0))
}

fn settle(number: Figure, unit: Option<Unit>, field: Unit, codes: Vec<Code>) -> Result<Figure, Refusal> {
    let value = number.value;
    let taken = |value: Decimal, notice: Option<Code>| {
        let mut codes = [codes.as_slice(), notice.as_slice(), &number.codes].concat();
        codes.dedup();
        Ok(Figure { value, codes, magnified: number.magnified })
    };
    let Some(unit) = unit else {
        if number.magnified && field.power > 0 {
            return Err(either(Code::MagnitudeAmbiguous, [value.shift(field.power.saturating_neg()), Some(value)]));
        }
        return taken(value, looks_like_ratio(value, field).then_some(Code::SuspectRatio));
    };
    if unit.base != field.base {
        let share = Unit::known("%").and_then(|percent| unit.convert(value, percent)?.shift(-2));
        return Err(if unit.base == "%" {
            either(Code::PercentInPlainField, [share, Some(value)])
        } else {
            Code::UnitMismatch.into()
        });
    }
    let converted = unit.convert(value, field);
    let larger = unit.power > 0 || field.power > 0 || unit.base == "元";
    match (unit.cmp_size(field), converted) {
        (Ordering::Equal, _) => taken(value, unit.everyday.then_some(Code::UnitAlias)),
        (_, Some(converted)) if unit.base == "%" => taken(converted, Some(Code::UnitConverted)),
        (Ordering::Greater, Some(converted)) if larger => taken(converted, Some(Code::UnitConverted)),
        _ => Err(either(Code::UnitMismatch, [converted, Some(value)])),
    }
}

fn either(code: Code, readings: [Option<Decimal>; 2]) -> Refusal {
    Refusal { code, candidates: readings.into_iter().flatten().collect() }
}

/// In a % field a figure of at most 1 without its sign may be a ratio out of a spreadsheet, where 1 is all of them.
fn looks_like_ratio(value: Decimal, field: Unit) -> bool {
    let percent = Unit::known("%").is_some_and(|percent| percent.cmp_size(field) == Ordering::Equal);
    field.base == "%" && percent && !value.is_zero() && value.abs() <= Decimal::ONE
}
