//! Units as people write them behind a figure, and how they relate to the unit of the field.

use std::cmp::Ordering;

use super::figure::{self, power_of};
use super::kind::{ARABIC, all};
use super::notes::Notes;
use crate::entry::Code;
use crate::entry::text::{cut, find_word, is_word};
use crate::model::{Decimal, Exact};

/// Spellings of one unit, parted by blanks, and how many of the base unit it is: `times` / `over`.
struct Row {
    spellings: &'static str,
    base: &'static str,
    times: u32,
    over: u32,
}

const fn row(spellings: &'static str, base: &'static str, times: u32, over: u32) -> Row {
    Row { spellings, base, times, over }
}

/// Factors: 法定计量单位 (1 斤 = 500 克), and 15 亩 a hectare as in land statistics.
const UNITS: &[Row] = &[
    row("元 块 块钱", "元", 1, 1),
    row("人 名 位 口", "人", 1, 1),
    row("%", "%", 1, 1),
    row("‰", "%", 1, 10),
    row("‱", "%", 1, 100),
    row("百分点 个百分点", "百分点", 1, 1),
    row("千克 公斤 kg", "千克", 1, 1),
    row("斤 市斤", "千克", 1, 2),
    row("克 g", "千克", 1, 1_000),
    row("吨 t", "千克", 1_000, 1),
    row("平方米 平方 平米 m2", "平方米", 1, 1),
    row("亩", "平方米", 2_000, 3),
    row("公顷 ha hm2", "平方米", 10_000, 1),
    row("平方公里 平方千米 km2", "平方米", 1_000_000, 1),
    row(COUNTS, OWN, 1, 1),
];

/// Units that convert into no other: whoever writes one may be in the wrong row.
const COUNTS: &str = "户 家 个 人次 次 期 种 处 项 场 场次 件 只 头 台 辆 条 座 所 村 个村 间 套 份 篇 批 株 棵 箱 袋 瓶 本 册 公里 千米 km 米 \
    厘米 立方米 m3 升 小时 分 分钟 天 周 个月 岁 倍 亩次 工日 人天 度 千瓦 千瓦时 kw kwh 对 组 队 班 届 批次";

/// In the place of the base: each spelling is a unit of its own kind.
const OWN: &str = "";

/// Everyday words: understood, and shown as understood.
const EVERYDAY: &str = "块 块钱 位 口";

/// What a figure is counted in: `times` / `over` × 10^`power` of the base unit.
#[derive(Clone, Copy, Debug)]
pub struct Unit<'a> {
    /// The unit that all of its kind are counted in; a unit of its own kind is its own base.
    pub base: &'a str,
    times: u32,
    over: u32,
    /// 4 for 万元.
    pub power: i8,
    /// An everyday word.
    pub everyday: bool,
}

impl<'a> Unit<'a> {
    /// 元
    pub const YUAN: Self = Self::own("元");
    /// %
    pub const PERCENT: Self = Self::own("%");

    /// A unit printed on a form: 万元, ‰, 人次, or any other text as a unit of its own kind.
    pub fn of_field(text: &'a str) -> Self {
        let is_power = |word: &str| text.strip_prefix(word).and_then(Unit::known).is_some();
        let word =
            if Self::known(text).is_some() { None } else { find_word("百万 千万 万 亿 千 百", &is_power) };
        let unit = Self::known(text.strip_prefix(word.unwrap_or("")).unwrap_or(text)).unwrap_or(Self::own(text));
        unit.raised(word.and_then(power_of).unwrap_or(0))
    }

    /// A unit of the tables.
    #[inline(never)]
    pub fn known(text: &'a str) -> Option<Self> {
        let row = UNITS.iter().find(|row| is_word(text, row.spellings))?;
        let base = if row.base == OWN { text } else { row.base };
        Some(Self { base, times: row.times, over: row.over, power: 0, everyday: is_word(text, EVERYDAY) })
    }

    const fn own(text: &'a str) -> Self {
        Self { base: text, times: 1, over: 1, power: 0, everyday: false }
    }

    /// The unit with another power of ten.
    pub const fn raised(self, power: i8) -> Self {
        Self { power, ..self }
    }

    /// How one of this unit compares with one of the other, of the same base.
    pub fn cmp_size(self, other: Unit<'_>) -> Ordering {
        let (times, over) = self.ratio(other);
        times.shift(self.power.saturating_sub(other.power)).map_or(Ordering::Equal, |times| times.cmp(&over))
    }

    /// A number of this unit in the other, of the same base, where that can be written down.
    pub fn convert(self, value: Decimal, other: Unit<'_>) -> Option<Decimal> {
        let (times, over) = self.ratio(other);
        let converted = Exact::from(value).mul(times.into()).and_then(|value| value.div(over.into()));
        converted.ok()?.to_decimal()?.shift(self.power.saturating_sub(other.power))
    }

    /// One of this unit in the other, powers aside, as a fraction.
    fn ratio(self, other: Unit<'_>) -> (Decimal, Decimal) {
        let product = |left: u32, right: u32| Decimal::from_int(i64::from(left).saturating_mul(i64::from(right)));
        (product(self.times, other.over), product(self.over, other.times))
    }
}

/// Splits a text into what stands before its unit, and the longest unit that it ends with. `own` is the base of the
/// field, which need not be in the tables.
pub fn split<'a>(text: &'a str, own: &'a str) -> Option<(&'a str, Unit<'a>)> {
    if all(text, ARABIC) {
        return None;
    }
    let mut longest = if text.ends_with(own) { own.len() } else { 0 };
    for spelling in UNITS.iter().flat_map(|row| row.spellings.split(' ')) {
        if text.ends_with(spelling) {
            longest = longest.max(spelling.len());
        }
    }
    let (number, unit) = text.split_at_checked(text.len().saturating_sub(longest))?;
    (longest > 0).then(|| (number, Unit::known(unit).unwrap_or(Unit::own(unit))))
}

/// An amount in 元, 角 and 分: `None` where the text is none, or has no 角 or 分.
pub fn in_small_money(text: &str, notes: &mut Notes) -> Option<Result<Decimal, Code>> {
    let (yuan, small) = cut(text, "元块").unwrap_or(("", text));
    let (jiao, rest) = cut(small, "角毛").unwrap_or(("", small));
    let fen = rest.strip_suffix('分').unwrap_or(rest);
    if fen.len() == small.len() {
        return None;
    }
    let noted = notes.codes.len();
    let is_dangling = fen == rest && !rest.is_empty();
    let sum = if is_dangling { None } else { sum_of([yuan, jiao, fen], notes) };
    notes.candidates.clear();
    notes.codes.truncate(noted);
    if notes.codes.last() != Some(&Code::MoneyWords) {
        notes.say(Code::MoneyWords);
    }
    Some(sum.ok_or(Code::NumeralMalformed))
}

/// Under 元 there is room for one digit in each place.
fn sum_of([yuan, jiao, fen]: [&str; 3], notes: &mut Notes) -> Option<Decimal> {
    let mut sum = Decimal::ZERO;
    for (part, power) in [(yuan, 0), (jiao, -1), (fen, -2)] {
        let part = if power < 0 { part.strip_prefix('零').unwrap_or(part) } else { part };
        let number = if part.is_empty() { Decimal::ZERO } else { figure::read(part, notes).ok()? };
        if power < 0 && (!number.is_integer() || (!yuan.is_empty() && number.mantissa() >= 10)) {
            return None;
        }
        sum = sum.checked_add(number.shift(power)?)?;
    }
    Some(sum)
}
