//! A number with the unit that was typed, brought into the unit of the field.
//!
//! A larger unit converts (nobody writes 1.2万元 for 1.2 元). A smaller one may have been written out of habit: both
//! readings are offered. Land and mass are always asked, because forms mix their rows.

use std::cmp::Ordering;

use super::figure::{self, power_of};
use super::head::Head;
use super::kind::{ARABIC, ARABIC_DIGIT, FIGURE, POWER, all, any, skip_back};
use super::notes::Notes;
use super::unit::{Unit, in_small_money, split};
use crate::entry::Code;
use crate::entry::text::{among, has_letter, last, without_last};
use crate::model::Decimal;

/// Reads what [`Head`] left, as a number in the unit of the field.
pub fn in_unit_of(head: &Head, field: Unit, notes: &mut Notes) -> Result<Decimal, Code> {
    let is_share = !head.share.is_empty();
    let body = if is_share { head.body } else { without_whole(head.body, notes) };
    let may_be_small = !is_share && (field.base == "元" || (field.base != "角" && has_letter(body, "元块角毛")));
    let sum = if may_be_small { in_small_money(body, notes) } else { None };
    let before = notes.codes.len();
    let (value, unit) = match sum {
        _ if is_share => (share(body, notes)?, Unit::known(head.share)),
        Some(sum) => (sum?, Some(Unit::YUAN)),
        None => with_unit(body, head.money, field, notes)?,
    };
    let (value, notice) = settle(value, unit, field, notes)?;
    if let Some(notice) = notice {
        notes.codes.insert(before.min(notes.codes.len()), notice);
    }
    notes.codes.dedup();
    Ok(value)
}

/// The figure behind 百分之.
fn share(body: &str, notes: &mut Notes) -> Result<Decimal, Code> {
    let before = notes.codes.len();
    let value = figure::read(if body == "百" { "一百" } else { body }, notes)?;
    if notes.codes.get(before) != Some(&Code::ChineseNumerals) {
        notes.say(Code::ChineseNumerals);
    }
    Ok(value)
}

/// 整 closes an amount on cheques; it changes nothing.
fn without_whole<'a>(body: &'a str, notes: &mut Notes) -> &'a str {
    match without_last(body, "整正") {
        Some(amount) if among(last(amount), "元块角分") => {
            notes.say(Code::MoneyWords);
            amount
        }
        _ => body,
    }
}

/// A number and its unit, if it has one; ¥ in front says 元.
fn with_unit<'a>(
    body: &'a str,
    money: bool,
    field: Unit<'a>,
    notes: &mut Notes,
) -> Result<(Decimal, Option<Unit<'a>>), Code> {
    let (number, unit) = split(body, field.base).map_or((body, None), |(number, unit)| (number, Some(unit)));
    if any(number, FIGURE) && number.contains('/') {
        return Err(Code::UnitMismatch);
    }
    let written_out = body.len() > number.len();
    let unit = unit.or(money.then_some(Unit::YUAN));
    let (number, power) = match unit {
        Some(unit) if field.power > 0 || (written_out && unit.base == "元") => without_power(number),
        _ => (number, 0),
    };
    Ok((figure::read(number, notes)?, unit.map(|unit| unit.raised(power))))
}

/// 万 as a part of the unit: in 1.2万元, and in 一百二十万元 where it is 万 or 亿.
fn without_power(text: &str) -> (&str, i8) {
    let arabic = skip_back(text, POWER);
    let number = if !arabic.is_empty() && all(arabic, ARABIC) {
        Some(arabic)
    } else {
        without_last(text, "万亿").filter(|words| !any(words, ARABIC_DIGIT))
    };
    let power = number.and_then(|number| Some((number, power_of(text.strip_prefix(number)?)?)));
    power.unwrap_or((text, 0))
}

/// The number in the unit of the field, and the notice that says so.
fn settle(value: Decimal, unit: Option<Unit>, field: Unit, notes: &mut Notes) -> Result<(Decimal, Option<Code>), Code> {
    let Some(unit) = unit else {
        if notes.magnified && field.power > 0 {
            notes.offer(value.shift(field.power.saturating_neg()), Some(value));
            return Err(Code::MagnitudeAmbiguous);
        }
        return Ok((value, looks_like_ratio(value, field).then_some(Code::SuspectRatio)));
    };
    if unit.base != field.base {
        if unit.base != "%" {
            return Err(Code::UnitMismatch);
        }
        let share = unit.convert(value, Unit::PERCENT).and_then(|share| share.shift(-2));
        notes.offer(share, Some(value));
        return Err(Code::PercentInPlainField);
    }
    let order = unit.cmp_size(field);
    if order == Ordering::Equal {
        return Ok((value, unit.everyday.then_some(Code::UnitAlias)));
    }
    let is_larger = order == Ordering::Greater && (unit.power > 0 || field.power > 0 || unit.base == "元");
    match unit.convert(value, field) {
        Some(converted) if is_larger || unit.base == "%" => Ok((converted, Some(Code::UnitConverted))),
        converted => {
            notes.offer(converted, Some(value));
            Err(Code::UnitMismatch)
        }
    }
}

/// In a % field a figure of at most 1 without its sign may be a ratio out of a spreadsheet, where 1 is all of them.
fn looks_like_ratio(value: Decimal, field: Unit) -> bool {
    let percent = field.base == "%" && field.cmp_size(Unit::PERCENT) == Ordering::Equal;
    percent && !value.is_zero() && value.abs() <= Decimal::ONE
}
