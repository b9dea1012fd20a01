use super::text::{digits, is_word, squeeze};

/// The level that a code names, from the zeros at its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AreaLevel {
    /// 省
    Province,
    /// 市
    Prefecture,
    /// 县
    County,
    /// 乡
    Township,
    /// 村
    Village,
}

/// What the digits of a statistical division code say (统计用区划代码编制规则, 国统字〔2009〕91 号).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaCode {
    /// 9 or 12 digits.
    pub code: String,
    /// The lowest level that is named.
    pub level: AreaLevel,
    /// 街道, 镇, 乡 or 类似乡级单位, where a township is named.
    pub town_kind: Option<&'static str>,
    /// 居民委员会, 村民委员会 or what is like them, where a village is named.
    pub village_kind: Option<&'static str>,
    /// 498 and 598 stand for what belongs to no village.
    pub virtual_village: bool,
    /// 00 in the place of the county under a township, as in 东莞.
    pub no_county: bool,
}

/// The first two digits of GB/T 2260-2007.
const PROVINCES: &str =
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82";

/// The cities that have townships and no counties: 东莞, 中山 and 儋州 (division table of 2023).
const WITHOUT_COUNTIES: &str = "4419 4420 4604";

const TOWNS: [(u16, u16, &str); 4] = [(1, 99, "街道"), (100, 199, "镇"), (200, 399, "乡"), (400, 599, "类似乡级单位")];

const VILLAGES: [(u16, u16, &str); 4] =
    [(1, 199, "居民委员会"), (200, 399, "村民委员会"), (400, 499, "类似居民委员会"), (500, 599, "类似村民委员会")];

/// Reads a code of 9 or 12 digits; blanks and width do not count.
///
/// Errors: `CHARSET`, `LENGTH`, `REGION` (no such province), `LEVEL_GAP` (a lower level under a missing one),
/// `TOWN_RANGE`, `VILLAGE_RANGE`.
pub fn read_area_code(text: &str) -> Result<AreaCode, &'static str> {
    let code = squeeze(text);
    if !code.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err("CHARSET");
    }
    let part = |from: usize, to: usize| code.get(from..to).unwrap_or("000");
    if !matches!(code.len(), 9 | 12) {
        return Err("LENGTH");
    }
    if !is_word(part(0, 2), PROVINCES) {
        return Err("REGION");
    }
    let named = [part(2, 4), part(4, 6), part(6, 9), part(9, 12)].map(|digits| digits.bytes().any(|byte| byte != b'0'));
    let (level, no_county) = level(named, is_word(part(0, 4), WITHOUT_COUNTIES))?;
    let village = part(9, 12);
    let town_kind = kind(part(6, 9), &TOWNS, "TOWN_RANGE")?;
    let village_kind = kind(village, &VILLAGES, "VILLAGE_RANGE")?;
    let virtual_village = is_word(village, "498 598");
    Ok(AreaCode { level, town_kind, village_kind, virtual_village, no_county, code })
}

fn level(named: [bool; 4], may_skip_county: bool) -> Result<(AreaLevel, bool), &'static str> {
    match named {
        [false, false, false, false] => Ok((AreaLevel::Province, false)),
        [true, false, false, false] => Ok((AreaLevel::Prefecture, false)),
        [true, true, false, false] => Ok((AreaLevel::County, false)),
        [true, county, true, village] if county || may_skip_county => {
            Ok((if village { AreaLevel::Village } else { AreaLevel::Township }, !county))
        }
        _ => Err("LEVEL_GAP"),
    }
}

/// What the number says in a table of the first and the last of each kind; nought says nothing.
fn kind(
    text: &str,
    table: &[(u16, u16, &'static str)],
    error: &'static str,
) -> Result<Option<&'static str>, &'static str> {
    match digits(text).map_or(0, |digits| digits.value) {
        0 => Ok(None),
        number => table.iter().find(|row| (row.0..=row.1).contains(&number)).map(|row| Some(row.2)).ok_or(error),
    }
}
