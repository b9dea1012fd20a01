use crate::model::{Diagnostic, FieldProblem, Problem, WhyUndefined};

use super::{FieldNote, RuleVerdict};

pub(super) const ABSENT: &str = "所需的栏目本表没有，或填了不涉及，不计算。";

/// No blank between a unit and the words after it: 8,000 元 至 becomes 8,000 元至. What people typed stays as it is.
fn tight(sentence: &str) -> String {
    let is_word = |letter: char| letter >= '\u{2e80}';
    let (mut out, mut letters, mut quoted) =
        (String::with_capacity(sentence.len()), sentence.chars().peekable(), false);
    while let Some(letter) = letters.next() {
        quoted = letter == '“' || (quoted && letter != '”');
        let between = out.chars().next_back().is_some_and(is_word) && letters.peek().copied().is_some_and(is_word);
        if letter != ' ' || quoted || !between {
            out.push(letter);
        }
    }
    out
}

pub(super) fn field(problem: FieldProblem, note: &FieldNote<'_>) -> String {
    tight(&sentence(problem, note))
}

fn sentence(problem: FieldProblem, note: &FieldNote<'_>) -> String {
    let FieldNote { label, typed, value, .. } = note;
    let limit = |place: usize| note.limits.get(place).map_or("", String::as_str);
    match problem {
        FieldProblem::Required if note.is_number => format!("“{label}”还没有填。请填写；确实没有的填 0。"),
        FieldProblem::Required => format!("“{label}”还没有填。请填写。"),
        FieldProblem::Placeholder if note.is_number => {
            format!("“{label}”里是“{typed}”，不是数字。请填实际数字；确实没有的填 0。")
        }
        FieldProblem::Placeholder => format!("“{label}”里是“{typed}”，像是模板留下的空位。请填实际内容。"),
        FieldProblem::NotANumber => format!("“{label}”里是“{typed}”，{}", reading(note)),
        FieldProblem::Ambiguous => ambiguous(note),
        FieldProblem::Decimals => decimals(note),
        FieldProblem::Min => format!("“{label}”填了 {value}，这一格不小于 {}。请核对数字和正负号。", limit(0)),
        FieldProblem::Max => {
            format!("“{label}”填了 {value}，这一格不大于 {}。请核对是否多写了数字或用错了单位。", limit(0))
        }
        FieldProblem::Length if note.is_least => format!("“{label}”填了“{typed}”，至少要 {} 个字。请补全。", limit(0)),
        FieldProblem::Length => format!("“{label}”填了“{typed}”，最多 {} 个字。请删短。", limit(0)),
        FieldProblem::Pattern => format!("“{label}”填了“{typed}”，写法与这一格要求的不同。请对照表头说明核对。"),
        FieldProblem::Format => format!("“{label}”填了“{typed}”，{}", format_fault(note.entry)),
        FieldProblem::Choice => {
            format!("“{label}”填了“{typed}”，这一格只能选：{}。请改选其中一项。", note.choices.join("、"))
        }
        FieldProblem::Plausible => {
            format!(
                "“{label}”填了 {value}，一般在 {} 至 {} 之间。请看一看数字和单位；确是如此的不必改。",
                limit(0),
                limit(1)
            )
        }
    }
}

fn decimals(note: &FieldNote<'_>) -> String {
    let FieldNote { label, value, .. } = note;
    if note.entry == "NOT_INTEGER" {
        return format!("“{label}”填了 {value}，这一格填整数。请改为整数。");
    }
    let places = note.limits.first().map_or("", String::as_str);
    if note.candidates.is_empty() {
        return format!("“{label}”填了 {value}，小数最多 {places} 位。请核对后改写。");
    }
    let choices = note.candidates.join(" 或 ");
    format!("“{label}”填了 {value}，小数最多 {places} 位。请改为 {choices}。")
}

fn ambiguous(note: &FieldNote<'_>) -> String {
    let FieldNote { label, typed, .. } = note;
    match note.candidates {
        [] | [_] => format!("“{label}”里的“{typed}”可以有不同的读法。请写成完整的数字。"),
        candidates => {
            format!("“{label}”里的“{typed}”有不同的读法：{}。请选一个，或写成完整的数字。", candidates.join("，或 "))
        }
    }
}

/// What is the matter with a text that is not a figure, and what to write instead.
fn reading(note: &FieldNote<'_>) -> String {
    let (unit, meant) = (note.unit, note.candidates.first().map_or("", String::as_str));
    let fixed = match note.entry {
        "APPROXIMATE" => "是约数。请填一个确切的数。",
        "RANGE" => "是一个范围。请填一个数。",
        "DATE_LIKE" => "像是日期或时间。这一格请填数。",
        "EXPRESSION" => "是算式。请填算好的结果。",
        "FRACTION" => "是分数。请写成小数。",
        "FORMULA" => "是 Excel 公式。请粘贴它的数值。",
        "EXCEL_ERROR" => "是 Excel 的错误值。请回原表核对后再填。",
        "EXCEL_OVERFLOW" => "是 Excel 列宽不够时的显示。请把列拉宽后重新复制。",
        "MULTI_CELL" => "是几个单元格的内容。请一格填一个数。",
        "CONTROL_CHAR" => "夹有看不见的乱码。请重新输入。",
        "GROUPING" | "TRAILING_COMMA" => "千位分隔号的位置不对，可能漏了数字。请核对后重写。",
        "SPACE_INSIDE" => "中间有空格，可能是两个数。请核对后重写。",
        "MULTIPLE_DOTS" => "有不止一个小数点。请核对后重写。",
        "SIGN" | "TRAILING_SIGN" => "正负号的写法不清楚。负数请把“-”写在最前面。",
        "PAREN_NEGATIVE" => "带括号。这一格没有负数，请去掉括号。",
        "QUOTED" => "带引号。请去掉引号。",
        "RADIX" => "不是十进制写法。请写成普通数字。",
        "NOT_FINITE" => "不是确定的数。请填一个数。",
        "OTHER_DIGITS" => "用了别种数字。请用 0 至 9 书写。",
        "CURRENCY_MISMATCH" => "是外币。这一格填人民币金额。",
        "NUMERAL_MALFORMED" | "NUMERAL_UNSUPPORTED" => "不是通行的数字写法。请写成阿拉伯数字。",
        "UNKNOWN_SUFFIX" => "带有不认识的后缀。请写成完整的数字。",
        "TOO_MANY_DIGITS" => "太长，不像一个数。请核对后重写。",
        "LEADING_TEXT" => "数字前有别的文字。请只填数字。",
        "TRAILING_TEXT" => "数字后有别的文字。请只填数字。",
        "PERCENT_IN_PLAIN_FIELD" => "带百分号，而这一格不是百分比。请换算成数字后再填。",
        _ => "",
    };
    match note.entry {
        "LETTER_FOR_DIGIT" => format!("里面有像数字的字母。如果是 {meant}，请照此改写。"),
        "SCIENTIFIC" => format!("是 Excel 的缩写显示，可能丢了数字。请查原表；如果就是 {meant}，请照此改写。"),
        "UNIT_MISMATCH" if unit.is_empty() => "带了单位，而这一格没有单位。请只填数字。".to_owned(),
        "UNIT_MISMATCH" => format!("单位与这一格的“{unit}”不同。请核对是否填错了格，再换算成“{unit}”填写。"),
        _ if fixed.is_empty() => "看不出是什么数。请只填数字。".to_owned(),
        _ => fixed.to_owned(),
    }
}

fn format_fault(code: &str) -> &'static str {
    match code {
        "NOT_A_DATE" => "日历上没有这一天。请核对。",
        "TWO_DIGIT_YEAR" => "年份只有两位。请写成四位，如 2024-03-05。",
        "INCOMPLETE" => "缺少年、月或日。请写全，如 2024-03-05。",
        "LUNAR" => "是农历。请换算成公历。",
        "LENGTH" => "位数不对。请核对。",
        "CHARSET" => "里面有数字以外的字符。请核对。",
        "REGION" => "开头两位不是省级代码。请核对。",
        "TOWN_RANGE" | "LEVEL_GAP" | "VILLAGE_RANGE" => "各级代码的号段对不上。请核对。",
        _ => "写法与这一格要求的不同，如 2024-03-05。请核对。",
    }
}

pub(super) fn notice(code: &str, value: &str) -> String {
    tight(&reading_as(code, value))
}

fn reading_as(code: &str, value: &str) -> String {
    match code {
        "SUSPECT_RATIO" => format!("读作 {value}。这一格填百分号前的数，如 95.48，请确认没有填成小数。"),
        "UNIT_CONVERTED" | "MAGNITUDE" => format!("已换算为 {value}。"),
        "LEADING_ZEROS" => format!("前面的 0 不计，读作 {value}。如果这是编号，请填到编号栏。"),
        "DASH_AS_MINUS" | "SPACE_AFTER_SIGN" | "PAREN_NEGATIVE" => format!("读作负数 {value}，请确认。"),
        "SPACE_GROUPING" => format!("中间的空格不计，读作 {value}，请确认不是两个数。"),
        "DECIMAL_MARK" => format!("“。”读作小数点，即 {value}。"),
        "TRAILING_DOT" => format!("末尾的小数点不计，读作 {value}。"),
        _ => format!("读作 {value}。"),
    }
}

pub(super) fn undefined(why: WhyUndefined, divisor: &str) -> String {
    match why {
        WhyUndefined::ZeroDivisor if divisor.is_empty() => "除数为 0，不计算。".to_owned(),
        WhyUndefined::ZeroDivisor => format!("“{divisor}”为 0，不能作除数，不计算。"),
        WhyUndefined::TooLarge => "数字太大，超出可以准确计算的位数。请核对所填的数。".to_owned(),
    }
}

pub(super) fn waiting(labels: &[&str]) -> String {
    format!("等待填写：{}。", labels.join("、"))
}

pub(super) fn verdict(verdict: RuleVerdict) -> &'static str {
    match verdict {
        RuleVerdict::Holds => "成立",
        RuleVerdict::Fails => "不成立",
        RuleVerdict::NotApplicable => "不适用",
        RuleVerdict::Undefined => "不判断：有一项无法计算",
    }
}

/// What the checker calls by its English name.
fn name(word: &str) -> &str {
    match word {
        "number" => "数",
        "text" => "文字",
        "choice" => "选项",
        "integer" | "decimal" => "数",
        "boolean" => "是否判断",
        "date" => "日期",
        "true/false" => "是否判断",
        "string" => "文字（加引号）",
        "fires" => "触发",
        "passes" => "通过",
        other => other,
    }
}

pub(super) fn diagnostic(diagnostic: &Diagnostic) -> String {
    // Only here are the words the checker's own; elsewhere they are what the author wrote.
    let own = [
        Problem::WrongType,
        Problem::ExpectedNumber,
        Problem::ExpectedTruth,
        Problem::TypeMismatch,
        Problem::UnlikeLast,
        Problem::CaseFails,
        Problem::CaseMissing,
    ];
    let word = |text| if own.contains(&diagnostic.problem) { name(text) } else { text };
    let (expected, found) = (word(&diagnostic.expected), word(&diagnostic.found));
    let sentence = match diagnostic.problem {
        Problem::TooLarge => format!("规则包有 {found} 字节，最多 {expected}。"),
        Problem::NotUtf8 => "规则包不是 UTF-8 文本。请另存为 UTF-8。".to_owned(),
        Problem::Json | Problem::Syntax if found.is_empty() => "这里写不通。".to_owned(),
        Problem::Json | Problem::Syntax => format!("“{found}”在这里写不通。"),
        Problem::UnexpectedEnd => "到这里就断了，没有写完。".to_owned(),
        Problem::TooDeep => format!("套得太深，最多 {expected} 层。"),
        Problem::DuplicateKey => "同一个键写了两次。请删去一个。".to_owned(),
        Problem::FormatVersion => format!("规则包格式是“{found}”，本引擎认识的是 {expected}。"),
        Problem::MissingKey => format!("缺少“{expected}”。"),
        Problem::UnknownKey => format!("没有“{found}”这个键。"),
        Problem::WrongType => format!("这里应是 {expected}，写的是 {found}。"),
        Problem::EmptyText => "这里不能是空的。".to_owned(),
        Problem::BadValue if found.is_empty() => "这里的写法不对。".to_owned(),
        Problem::BadValue => format!("“{found}”的写法不对。"),
        Problem::BadId => format!("“{found}”不能作代号：用 1 至 64 个文字、数字或 _ . -，以文字或 _ 开头。"),
        Problem::DuplicateId => format!("代号“{found}”用了两次。请改其中一个。"),
        Problem::DuplicateLabel => format!("“{found}”与 {expected} 同名，按名称绑定时分不清。"),
        Problem::UnknownReference => format!("没有代号为“{found}”的项目。"),
        Problem::Limits => "超出了规定的大小。".to_owned(),
        Problem::TooMany => format!("有 {found} 项，最多 {expected} 项。"),
        Problem::BadPattern => format!("“{found}”不是可用的格式表达式。"),
        Problem::UnknownName => format!("没有叫“{found}”的栏目或指标。"),
        Problem::AmbiguousName => format!("叫“{found}”的不止一个。请改用代号。"),
        Problem::UnknownFunction => format!("没有叫“{found}”的函数。"),
        Problem::ArgumentCount => format!("函数 {expected} 的参数个数不对。"),
        Problem::ExpectedNumber => format!("这里要一个数，写的是 {found}。"),
        Problem::ExpectedTruth => format!("这里要一个判断（如 a <= b），写的是 {found}。"),
        Problem::TypeMismatch => format!("{expected} 不能与 {found} 相比。"),
        Problem::UnitMismatch => {
            format!("单位不同：“{expected}”与“{found}”不能直接加减、比较或换算。确要如此的，用 NUM(…) 去掉单位。")
        }
        Problem::PointMismatch => format!("“{expected}”与“{found}”不是一回事：两个 % 之差是百分点。"),
        Problem::RatioMismatch => format!("一边是比值，一边是“{found}”或“{expected}”。请把比值写成 … * 100%。"),
        Problem::BareBesideUnit => format!("一边写了单位“{expected}”，另一边的数没有写。请写上单位。"),
        Problem::PercentTwice => "乘了 100 又按 % 显示，会大一百倍。".to_owned(),
        Problem::HiddenConversion => "去掉单位前要说清按哪个单位取数。".to_owned(),
        Problem::UnknownChoice => format!("没有“{found}”这个选项。"),
        Problem::Cycle => format!("指标绕成了圈：{found}。"),
        Problem::NumberTooLong => format!("数字太长，最多 {expected} 位。"),
        Problem::CaseFails => format!("用例结果与预期不同：应为 {expected}，实为 {found}。"),
        Problem::CaseMissing => format!("规则“{found}”缺少{expected}的用例。"),
        Problem::UnlikeLast => format!("上期数应与本期同类同单位：本期是 {expected}，这里是 {found}。"),
        Problem::NoInputs => format!("规则“{found}”没有用到任何栏目。"),
    };
    let told = [
        Problem::Json,
        Problem::Syntax,
        Problem::UnexpectedEnd,
        Problem::BadValue,
        Problem::BadPattern,
        Problem::HiddenConversion,
        Problem::PercentTwice,
        Problem::UnknownChoice,
    ];
    let guess = [Problem::UnknownKey, Problem::UnknownReference, Problem::UnknownName, Problem::UnknownFunction];
    if expected.is_empty() {
        sentence
    } else if told.contains(&diagnostic.problem) {
        format!("{sentence}可以写：{expected}")
    } else if guess.contains(&diagnostic.problem) {
        format!("{sentence}是不是“{expected}”？")
    } else {
        sentence
    }
}
