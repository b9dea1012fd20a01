//! Units as people write them behind a figure, and how they relate to the unit of the field.

use super::clean::is_plain;
use crate::entry::Code;
use crate::model::{Decimal, Exact};

/// One spelling: how many of the base unit one of it is.
type Row = (&'static str, &'static str, i64, i64);

/// Factors: 法定计量单位 (1 斤 = 500 克), and 15 亩 a hectare as in land statistics.
const UNITS: &[Row] = &[
    ("元", "元", 1, 1),
    ("块", "元", 1, 1),
    ("块钱", "元", 1, 1),
    ("人", "人", 1, 1),
    ("名", "人", 1, 1),
    ("位", "人", 1, 1),
    ("口", "人", 1, 1),
    ("%", "%", 1, 1),
    ("‰", "%", 1, 10),
    ("‱", "%", 1, 100),
    ("百分点", "百分点", 1, 1),
    ("个百分点", "百分点", 1, 1),
    ("千克", "千克", 1, 1),
    ("公斤", "千克", 1, 1),
    ("kg", "千克", 1, 1),
    ("斤", "千克", 1, 2),
    ("市斤", "千克", 1, 2),
    ("克", "千克", 1, 1_000),
    ("g", "千克", 1, 1_000),
    ("吨", "千克", 1_000, 1),
    ("t", "千克", 1_000, 1),
    ("平方米", "平方米", 1, 1),
    ("平方", "平方米", 1, 1),
    ("平米", "平方米", 1, 1),
    ("m2", "平方米", 1, 1),
    ("亩", "平方米", 2_000, 3),
    ("公顷", "平方米", 10_000, 1),
    ("ha", "平方米", 10_000, 1),
    ("hm2", "平方米", 10_000, 1),
    ("平方公里", "平方米", 1_000_000, 1),
    ("平方千米", "平方米", 1_000_000, 1),
    ("km2", "平方米", 1_000_000, 1),
];

/// Units that convert into no other: whoever writes one may be in the wrong row.
const COUNTS: &str = "户 家 个 人次 次 期 种 处 项 场 场次 件 只 头 台 辆 条 座 所 村 个村 间 套 份 篇 批 株 棵 箱 袋 瓶 本 册 公里 千米 km 米 \
    厘米 立方米 m3 升 小时 分 分钟 天 周 个月 岁 倍 亩次 工日 人天 度 千瓦 千瓦时 kw kwh 对 组 队 班 届 批次";

/// Everyday words: understood, and shown as understood.
const EVERYDAY: [&str; 4] = ["块", "块钱", "位", "口"];

/// What a figure is counted in: `times` / `over` × 10^`power` of the base unit.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// The unit that all of its kind are counted in; a unit of its own kind is its own base.
    pub base: &'a str,
    times: i64,
    over: i64,
    /// 4 for 万元.
    pub power: i8,
    /// An everyday word.
    pub everyday: bool,
}

impl<'a> Unit<'a> {
    /// A unit printed on a form: 万元, ‰, 人次, or any other text as a unit of its own kind.
    pub fn of_field(text: &'a str) -> Self {
        let powers = ["", "百万", "千万", "万", "亿", "千", "百"].iter();
        let known = powers.zip([0, 6, 7, 4, 8, 3, 2]).find_map(|(word, power)| {
            let unit = Self::known(text.strip_prefix(word)?)?;
            Some(unit.raised(power))
        });
        known.unwrap_or_else(|| Self::own(text))
    }

    /// A unit of the tables.
    pub fn known(text: &'a str) -> Option<Self> {
        let everyday = EVERYDAY.contains(&text);
        let row = UNITS.iter().find(|row| row.0 == text);
        let unit = row.map(|(_, base, times, over)| Self { base, times: *times, over: *over, power: 0, everyday });
        unit.or_else(|| COUNTS.split(' ').find(|count| *count == text).map(Self::own))
    }

    const fn own(text: &'a str) -> Self {
        Self { base: text, times: 1, over: 1, power: 0, everyday: false }
    }

    /// The unit with another power of ten.
    pub const fn raised(self, power: i8) -> Self {
        Self { power, ..self }
    }

    /// How one of this unit compares with one of the other, of the same base.
    pub fn cmp_size(self, other: Unit<'_>) -> std::cmp::Ordering {
        let size = |unit: Unit<'_>, against: Unit<'_>| {
            let power = 10_i128.saturating_pow(u32::from(unit.power.unsigned_abs()));
            power.saturating_mul(unit.times.into()).saturating_mul(against.over.into())
        };
        size(self, other).cmp(&size(other, self))
    }

    /// A number of this unit in the other, of the same base, where that can be written down.
    pub fn convert(self, value: Decimal, other: Unit<'_>) -> Option<Decimal> {
        let times = Decimal::from_int(self.times.checked_mul(other.over)?);
        let over = Decimal::from_int(self.over.checked_mul(other.times)?);
        let converted = Exact::from(value).mul(times.into()).and_then(|value| value.div(over.into()));
        converted.ok()?.to_decimal()?.shift(self.power.saturating_sub(other.power))
    }
}

/// Splits a text into what stands before its unit, and the longest unit that it ends with. `own` is the base of the
/// field, which need not be in the tables.
pub fn split<'a>(text: &'a str, own: &'a str) -> Option<(&'a str, Unit<'a>)> {
    if is_plain(text) {
        return None;
    }
    let known = UNITS.iter().map(|row| row.0).chain(COUNTS.split(' '));
    let ends = known.chain([own]).filter(|unit| !unit.is_empty() && text.ends_with(unit));
    let unit = ends.max_by_key(|unit| unit.len())?;
    Some((text.strip_suffix(unit)?, Unit::known(unit).unwrap_or(Unit::own(unit))))
}

/// An amount in 元, 角 and 分: `None` where the text is none, or has no 角 or 分.
pub fn in_small_money(text: &str, read: impl Fn(&str) -> Option<Decimal>) -> Option<Result<Decimal, Code>> {
    let (yuan, small) = text.split_once(['元', '块']).unwrap_or(("", text));
    let (jiao, rest) = small.split_once(['角', '毛']).unwrap_or(("", small));
    let fen = rest.strip_suffix('分').unwrap_or(rest);
    if small == rest && fen == rest {
        return None;
    }
    let part = |text: &str, places: u8| {
        let text = text.strip_prefix('零').unwrap_or(text);
        let number = if text.is_empty() { Some(Decimal::ZERO) } else { read(text) };
        let number = number.filter(|number| number.is_integer() && (yuan.is_empty() || number.mantissa() < 10));
        number.and_then(|number| Decimal::new(number.mantissa(), places))
    };
    let yuan = if yuan.is_empty() { Some(Decimal::ZERO) } else { read(yuan) };
    let sum = yuan.and_then(|sum| sum.checked_add(part(jiao, 1)?)?.checked_add(part(fen, 2)?));
    let dangling = fen == rest && !rest.is_empty();
    Some(sum.filter(|_| !dangling).ok_or(Code::NumeralMalformed))
}
