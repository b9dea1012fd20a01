//! Number entry, dates and formats against the collected texts and our own.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::arithmetic_side_effects, clippy::panic)]

use serde_json::Value;
use tianbao::entry::{
    AreaLevel, Code, Format, NumberSpec, Outcome, Reading, half_width, plain, read_area_code, read_choice, read_date,
    read_number, read_yes_no, tidy,
};
use tianbao::model::Decimal;

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn text_of(value: Option<Decimal>) -> String {
    value.map_or_else(|| "-".to_owned(), |value| value.to_string())
}

fn names(reading: &Reading) -> Vec<&'static str> {
    reading.codes.iter().map(|code| code.as_str()).collect()
}

#[test]
fn every_collected_text_is_read_as_it_says() {
    let file = json(include_str!("vectors/number-entry.json"));
    let mut wrong = Vec::new();
    for entry in file["entries"].as_array().unwrap() {
        let field = &file["meta"]["fields"][entry["field"].as_str().unwrap()];
        let places = if field["integer"] == true { Some(0) } else { field["places"].as_u64() };
        let spec = NumberSpec {
            unit: field["unit"].as_str(),
            places: places.map(|places| places as u8),
            signed: field["signed"] == true,
        };
        let reading = read_number(entry["text"].as_str().unwrap(), &spec);
        let codes: Vec<&str> = entry["codes"].as_array().unwrap().iter().map(|code| code.as_str().unwrap()).collect();
        let understood = matches!(codes.as_slice(), ["NEGATIVE" | "NOT_INTEGER" | "TOO_MANY_DECIMALS"]);
        let same_value = understood || text_of(reading.value) == entry["value"].as_str().unwrap_or("-");
        let suggested =
            entry["suggest"].as_str().is_none_or(|value| reading.candidates.contains(&Decimal::parse(value).unwrap()));
        if entry["outcome"] != reading.outcome.as_str() || !same_value || codes != names(&reading) || !suggested {
            wrong.push(format!("{} {:?}: {reading:?}, not {:?}", entry["id"], entry["text"], codes));
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

/// A field of the table in `cases/entry.txt`, which says what the names mean.
fn field(name: &str) -> NumberSpec<'static> {
    let (unit, places) = match name.trim_end_matches("_s") {
        "hu" => (Some("户"), Some(0)),
        "ren" => (Some("人"), Some(0)),
        "qi" => (Some("期"), Some(0)),
        "nian" => (Some("年"), Some(0)),
        "yuan" => (Some("元"), Some(2)),
        "wan" => (Some("万元"), Some(2)),
        "pct" => (Some("%"), Some(2)),
        "permille" => (Some("‰"), Some(2)),
        "sqm" => (Some("平方米"), Some(2)),
        "wsqm" => (Some("万平方米"), Some(2)),
        "wrc" => (Some("万人次"), Some(2)),
        "kg" => (Some("千克"), Some(3)),
        "jiao" => (Some("角"), Some(2)),
        "mu" => (Some("亩"), Some(4)),
        "dec" => (None, None),
        other => panic!("no field {other}"),
    };
    NumberSpec { unit, places, signed: name.ends_with("_s") }
}

/// Puts the character for each `\u{a0}`.
fn unescape(text: &str) -> String {
    let mut parts = text.split("\\u{");
    let mut plain = parts.next().unwrap().to_owned();
    for part in parts {
        let (code, rest) = part.split_once('}').unwrap();
        plain.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        plain.push_str(rest);
    }
    plain
}

#[test]
fn our_own_texts_are_read_as_the_table_says() {
    let lines = include_str!("cases/entry.txt").lines();
    let mut wrong = Vec::new();
    let mut count = 0;
    for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let parts: Vec<&str> = line.splitn(6, '|').map(str::trim).collect();
        let [name, text, outcome, value, codes, candidates] = parts.as_slice() else {
            panic!("six columns: {line}");
        };
        let reading = read_number(&unescape(text), &field(name));
        let offered: Vec<String> = reading.candidates.iter().map(Decimal::to_string).collect();
        let same = reading.outcome.as_str() == *outcome && text_of(reading.value) == *value;
        if !same || names(&reading).join(" ") != *codes || offered.join(" ") != *candidates {
            wrong.push(format!("{line}\n    {reading:?}"));
        }
        count += 1;
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    assert!(count > 150, "only {count} texts");
}

/// xorshift64*, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        (self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33) as usize % end
    }

    fn text(&mut self, pieces: &[&str]) -> String {
        (0..=self.below(9)).map(|_| pieces[self.below(pieces.len())]).collect()
    }
}

const NASTY: &str = "0 1 9 12 345 000 99999999999999999999 . , 。 、 · - + – − （ ） ( ) % ‰ ¥ $ / * × ~ ± ' \" # = : e E x o l 零 一 两 二 九 十 \
    百 千 万 亿 点 负 廿 半 兆 几 余 多 左右 约 元 角 分 整 块 人民币 RMB 万元 户 人 斤 亩 m² 百分之 分之 年 月 日 时 ０ ５ ． ， ％ － ² ½ Ⅻ ① १ \
    𝟏 é \u{332} \u{20e3} 😀 null 无 NaN abc 成 数 至 到 \u{fffd}";

#[test]
fn a_million_nasty_texts_are_read_without_a_fall() {
    let blanks = [" ", "\u{a0}", "\u{3000}", "\t", "\n", "\u{200b}", "\u{feff}", "\u{2005}", "\0"];
    let pieces: Vec<&str> = NASTY.split_whitespace().chain(blanks).collect();
    let fields =
        ["hu", "yuan", "yuan_s", "wan_s", "pct_s", "permille", "dec", "dec_s", "mu", "kg", "wrc", "nian"].map(field);
    let mut dice = Dice(0x656E_7472_7921_2121);
    for _ in 0..1_000_000 {
        let text = dice.text(&pieces);
        let spec = &fields[dice.below(fields.len())];
        let reading = read_number(&text, spec);
        match reading.outcome {
            Outcome::Accept => assert_eq!(reading.value.is_none(), reading.codes == [Code::Blank], "{text:?}"),
            Outcome::Notice => assert!(reading.value.is_some() && !reading.codes.is_empty(), "{text:?}"),
            Outcome::Reject => assert!(reading.codes.len() == 1, "{text:?}"),
        }
        if let (Some(value), true) = (reading.value, reading.outcome != Outcome::Reject) {
            assert_eq!(read_number(&value.to_string(), spec).value, Some(value), "{text:?}");
        }
        let rewritten = plain(&text);
        if rewritten != text {
            let again = read_number(&rewritten, spec);
            assert_eq!((again.outcome, again.value), (reading.outcome, reading.value), "{text:?}");
        }
        let _ = (read_date(&text), read_area_code(&text), read_yes_no(&text), tidy(&text));
    }
}

#[test]
fn a_long_text_is_refused_at_once() {
    let spec = field("dec");
    for (piece, code) in
        [("9", Code::TooManyDigits), ("一", Code::Syntax), ("--", Code::TooManyDigits), ("户", Code::Syntax)]
    {
        for length in [400, 100_000] {
            assert_eq!(read_number(&piece.repeat(length), &spec).codes, [code], "{piece}");
        }
    }
    assert_eq!(read_number(&" ".repeat(100_000), &spec).codes, [Code::Blank]);
}

#[test]
fn only_typography_is_written_back() {
    for (typed, written) in [
        ("１，２３４．５", "1234.5"),
        ("1,234", "1234"),
        ("1\u{a0}234", "1234"),
        ("\u{3000}－１２\u{200b}", "-12"),
        ("−5", "-5"),
        (" 35 ", "35"),
        ("12.0", "12.0"),
        ("", ""),
        ("1 234", "1 234"),
        ("12,34", "12,34"),
        ("1.2万", "1.2万"),
        ("35户", "35户"),
        ("007", "007"),
        ("12。5", "12。5"),
        ("- 5", "- 5"),
        ("一百", "一百"),
    ] {
        assert_eq!(plain(typed), written, "{typed:?}");
    }
}

#[test]
fn every_date_of_the_collection_is_read_as_it_says() {
    let date = &json(include_str!("vectors/formats.json"))["formats"]["date"];
    for vector in date["valid"].as_array().unwrap() {
        let read = read_date(vector["input"].as_str().unwrap()).map(|date| date.to_string());
        assert_eq!(read.as_deref().ok(), vector["canonical"].as_str(), "{vector}");
    }
    for vector in date["invalid"].as_array().unwrap() {
        let problem = read_date(vector["input"].as_str().unwrap()).unwrap_err();
        assert_eq!(problem.as_str(), vector["code"], "{vector}");
    }
    for (typed, result) in [
        ("２０２４年３月５日", Ok("2024-03-05")),
        ("2024.3.5", Ok("2024-03-05")),
        ("2024–03–05", Ok("2024-03-05")),
        ("二○二四年十二月三十一日", Ok("2024-12-31")),
        ("2000-2-29", Ok("2000-02-29")),
        ("1900-02-29", Err("NOT_A_DATE")),
        ("5/3/2024", Err("ORDER_AMBIGUOUS")),
        ("45356", Err("EXCEL_SERIAL")),
        ("民国113年3月5日", Err("ERA")),
        ("3月5日", Err("INCOMPLETE")),
        ("2024年3月5", Err("SYNTAX")),
        ("2101-01-01", Err("YEAR_RANGE")),
        ("5日", Err("INCOMPLETE")),
        ("2024-3", Err("INCOMPLETE")),
        ("二○二四年一二月三日", Err("SYNTAX")),
        ("二○二四年零月三日", Err("SYNTAX")),
        ("", Err("SYNTAX")),
        ("年月日", Err("SYNTAX")),
    ] {
        let read = read_date(typed).map(|date| date.to_string()).map_err(|problem| problem.as_str());
        assert_eq!(read.as_deref().map_err(|code| *code), result, "{typed}");
    }
    assert!(read_date("2024-3-5").unwrap() < read_date("2024-3-15").unwrap());
}

#[test]
fn every_division_code_of_the_collection_is_read_as_it_says() {
    let division = &json(include_str!("vectors/formats.json"))["formats"]["division_stat"];
    for vector in division["valid"].as_array().unwrap() {
        let area = read_area_code(vector["input"].as_str().unwrap()).unwrap();
        let level = match area.level {
            AreaLevel::Province => "province",
            AreaLevel::Prefecture => "prefecture",
            AreaLevel::County => "county",
            AreaLevel::Township => "township",
            AreaLevel::Village => "village",
        };
        let facts = &vector["facts"];
        assert_eq!(
            (area.code.as_str(), level),
            (vector["canonical"].as_str().unwrap(), facts["level"].as_str().unwrap())
        );
        assert_eq!(area.town_kind, facts["town_kind"].as_str(), "{vector}");
        assert_eq!(area.village_kind, facts["village_kind"].as_str(), "{vector}");
        let codes = vector["codes"].as_array().unwrap();
        assert_eq!(area.virtual_village, codes.contains(&"VIRTUAL_VILLAGE".into()), "{vector}");
        assert_eq!(area.no_county, codes.contains(&"NO_COUNTY_LEVEL".into()), "{vector}");
    }
    for vector in division["invalid"].as_array().unwrap() {
        let check = Format::parse("area-code").unwrap().check(vector["input"].as_str().unwrap());
        assert_eq!(check.unwrap_err(), vector["code"], "{vector}");
    }
    assert_eq!(Format::AreaCode.check("１１０１０１ ００１\u{200b}"), Ok(()));
    assert_eq!(Format::AreaCode.check("110101600"), Err("TOWN_RANGE"));
    assert_eq!(Format::AreaCode.check("330100001"), Err("LEVEL_GAP"));
    let levels = ["330000000", "330100000", "330106000", "441900001"].map(|code| read_area_code(code).unwrap().level);
    assert_eq!(levels, [AreaLevel::Province, AreaLevel::Prefecture, AreaLevel::County, AreaLevel::Township]);
    assert_eq!(Format::AreaCode.as_str(), "area-code");
    assert_eq!(Format::parse("area"), None);
}

#[test]
fn choices_are_read_by_value_and_label() {
    let words = ["是", " 否 ", "有", "无", "True", "ＦＡＬＳＥ", "1", "", "是的"].map(read_yes_no);
    let expected = [Some(true), Some(false), Some(true), Some(false), Some(true), Some(false), None, None, None];
    assert_eq!(words, expected);
    let terrain = [("plain", "平原"), ("hill", "丘陵"), ("山区", "hill")];
    let places = ["丘陵", "ＨＩＬＬ", "\u{200b}平原 ", "山区", "高原", ""].map(|text| read_choice(text, &terrain));
    assert_eq!(places, [Some(1), Some(1), Some(0), Some(2), None, None]);
    assert_eq!(tidy("\u{feff} 城关 镇\u{3000}"), "城关 镇");
    assert_eq!(['\u{3000}', 'Ａ', '～', '￥', '一'].map(half_width), [' ', 'A', '~', '¥', '一']);
}
