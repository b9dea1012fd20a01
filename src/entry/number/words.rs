//! Texts that are answers of another kind: none at all, an error of a spreadsheet, a quotation.

use super::clean::{is_dash, is_sign};
use crate::entry::Code;
use crate::entry::text::is_blank;

/// What people write where they have no figure. It may mean nought, unknown or not applicable, so nothing is taken.
const PLACEHOLDERS: &str = "无 暂无 没有 无数据 暂无数据 暂缺 缺 空 未知 不详 不明 不清楚 不知道 不确定 不适用 不涉及 无此项 \
    无此情况 未统计 未填 未报 未发生 未开展 待定 待填 待补 待补充 待核 待核实 待统计 待确认 同上 同左 同前 略 见附件 详见附件 \
    见附表 详见附表 见备注 详见备注 见说明 保密 涉密 n/a na n.a. null none nil undefined unknown tbd tba 〃";

/// Marks that stand for no answer, alone or repeated.
const FILLERS: [char; 11] = ['-', '/', '\\', '*', '?', 'x', '×', '╳', '✕', '_', '~'];

const NOT_FINITE: [&str; 8] = ["nan", "inf", "infinity", "infinite", "∞", "无穷", "无穷大", "无限"];

const QUOTES: [char; 10] = ['"', '“', '”', '„', '「', '」', '『', '』', '《', '》'];

/// The apostrophe that keeps a cell as text, in the forms that keyboards give it.
pub const APOSTROPHES: [char; 4] = ['\'', '‘', '’', '`'];

/// Names what a whole text is, where it is no figure at all.
pub fn other_answer(line: &str) -> Option<Code> {
    let text: String = line.chars().filter(|letter| !is_blank(*letter)).collect::<String>().to_ascii_lowercase();
    let inner = text.strip_prefix(APOSTROPHES).and_then(|rest| rest.strip_suffix(APOSTROPHES));
    let quoted = text.starts_with(QUOTES) || text.ends_with(QUOTES) || inner.is_some();
    if text.starts_with(|letter: char| letter.is_ascii_digit()) {
        quoted.then_some(Code::Quoted)
    } else if is_placeholder(&text) {
        Some(Code::Placeholder)
    } else if text.starts_with('=') {
        Some(Code::Formula)
    } else if quoted {
        Some(Code::Quoted)
    } else if NOT_FINITE.contains(&text.trim_start_matches(is_sign)) {
        Some(Code::NotFinite)
    } else {
        spreadsheet(&text)
    }
}

fn is_placeholder(text: &str) -> bool {
    let dotted = text.strip_prefix("...").is_some_and(|rest| rest.chars().all(|letter| letter == '.'));
    let mut letters = text.chars().map(|letter| if is_dash(letter) { '-' } else { letter });
    let first = letters.next().unwrap_or('0');
    let filled = FILLERS.contains(&first) && letters.all(|letter| letter == first);
    dotted || filled || PLACEHOLDERS.split(' ').any(|word| word == text)
}

/// Error values begin with a hash and a letter; hashes alone show a column that is too narrow.
fn spreadsheet(text: &str) -> Option<Code> {
    let rest = text.strip_prefix('#')?.trim_start_matches('#');
    match rest.chars().next() {
        None => Some(Code::ExcelOverflow),
        Some(letter) if letter.is_ascii_alphabetic() => Some(Code::ExcelError),
        Some(_) => None,
    }
}
