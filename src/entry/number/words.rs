//! Texts that are answers of another kind: none at all, an error of a spreadsheet, a quotation.

use crate::model::head_of;

use super::kind::{ARABIC_DIGIT, BLANK, DASH, SIGN, is, skip};
use crate::entry::Code;
use crate::entry::text::{among, first, is_word, kept, last};

/// What people write where they have no figure. It may mean nought, unknown or not applicable, so nothing is taken.
const PLACEHOLDERS: &str = "无 暂无 没有 无数据 暂无数据 暂缺 缺 空 未知 不详 不明 不清楚 不知道 不确定 不适用 不涉及 无此项 \
    无此情况 未统计 未填 未报 未发生 未开展 待定 待填 待补 待补充 待核 待核实 待统计 待确认 同上 同左 同前 略 见附件 详见附件 \
    见附表 详见附表 见备注 详见备注 见说明 保密 涉密 n/a na n.a. null none nil undefined unknown tbd tba 〃";

/// Marks that stand for no answer, alone or repeated.
const FILLERS: &str = "-/\\*?x×╳✕_~";

const NOT_FINITE: &str = "nan inf infinity infinite ∞ 无穷 无穷大 无限";

const QUOTES: &str = "\"“”„「」『』《》";

/// The apostrophe that keeps a cell as text, in the forms that keyboards give it.
pub const APOSTROPHES: &str = "'‘’`";

/// Names what a whole clean text is, where it is no figure at all.
pub fn other_answer(line: &str) -> Option<Code> {
    let text = kept(line, |letter| Some(letter).filter(|letter| !is(*letter, BLANK)));
    let (front, end) = (first(&text), last(&text));
    let in_apostrophes = head_of(&text, 1).is_some() && among(front, APOSTROPHES) && among(end, APOSTROPHES);
    let quoted = among(front, QUOTES) || among(end, QUOTES) || in_apostrophes;
    if is(front, ARABIC_DIGIT) {
        quoted.then_some(Code::Quoted)
    } else if is_placeholder(&text) {
        Some(Code::Placeholder)
    } else if front == '=' {
        Some(Code::Formula)
    } else if quoted {
        Some(Code::Quoted)
    } else if is_word(skip(&text, SIGN), NOT_FINITE) {
        Some(Code::NotFinite)
    } else {
        spreadsheet(&text)
    }
}

fn is_placeholder(text: &str) -> bool {
    let plain = |letter| if is(letter, DASH) { '-' } else { letter };
    let mark = plain(first(text));
    let filled = among(mark, FILLERS) && text.chars().all(|letter| plain(letter) == mark);
    let dotted = text.starts_with("...") && text.bytes().all(|byte| byte == b'.');
    dotted || filled || is_word(text, PLACEHOLDERS)
}

/// Error values begin with a hash and a letter; hashes alone show a column that is too narrow.
fn spreadsheet(text: &str) -> Option<Code> {
    let rest = text.strip_prefix('#')?.trim_start_matches('#');
    match first(rest) {
        '\0' => Some(Code::ExcelOverflow),
        'a'..='z' => Some(Code::ExcelError),
        _ => None,
    }
}
