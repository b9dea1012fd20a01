//! The architecture document. It cannot rot: the tests below read the sources and hold them against it.
//!
//! ```text
//! pack text ──► pack ──► plan ─┐
//!                              ├─► session ──► findings, metrics, repairs ──► message ──► door ──► www
//! typed text ─► entry ─► value ┘
//! ```
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    clippy::panic,
    missing_docs
)]

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::{files, path};

/// Which room may import from which; an import only ever points further up. `room(A B)`: only these names of it.
const ROOMS: &[(&str, &str)] = &[
    // room       may import
    ("model", ""),
    ("entry", "model"),
    ("formula", "model"),
    ("pack", "model entry formula"),
    // The engine runs the plan, never the text: of `formula` it knows the built-ins, of `pack` the plan.
    (
        "engine",
        "model entry formula(BinaryOperator Function UnaryOperator) \
         pack(Choice Field FieldKind Formula Metric Node NodeIndex Parameter Piece Plan Readers ReasonPolicy Rule \
         Section Shown Sum UnitName Words)",
    ),
    // Inference reads the plan's formulas as the engine does, and asks the engine what it says of other figures.
    ("infer", "model formula(BinaryOperator Function) pack(Choice FieldKind Formula Node NodeIndex Plan Rule) engine"),
    // Facts first, words last: what comes in is printed already.
    ("message", "model"),
    ("door", "model entry formula pack engine infer message"),
    // The front hall shows every room.
    ("lib.rs", "model entry formula pack engine infer message door"),
    // The command line is a user of the crate like any other: `tianbao::…`, public names only, and its own files.
    ("bin", ""),
];

/// Words that only some files may use, and why.
const WORDS: &[(&str, &str, &str)] = &[
    // word                 where                   why
    ("wasm_bindgen", "door/wasm", "the web's types stay behind the one door"),
    ("js_sys", "door/wasm", "the web's types stay behind the one door"),
    ("web_sys", "door/wasm", "the web's types stay behind the one door"),
    ("serde_wasm_bindgen", "door/wasm", "the web's types stay behind the one door"),
    ("println!", "bin/", "a library does not talk"),
    ("eprintln!", "bin/", "a library does not talk"),
    ("print!", "bin/", "a library does not talk"),
    ("dbg!", "", "left over from a search for a fault"),
    ("todo!", "", "what is not built is left out"),
    ("unimplemented!", "", "what is not built is left out"),
    ("std::fs", "bin/", "a library is given texts, it does not fetch them"),
    ("std::env", "bin/", "the same input gives the same answer everywhere"),
    ("std::time", "bin/", "the engine has no clock: today is an input"),
    ("std::thread", "", "a form is one thread's"),
    ("HashMap", "", "nothing depends on a hashing order: BTreeMap"),
    ("HashSet", "", "nothing depends on a hashing order: BTreeSet"),
    ("f32", "", "figures are exact decimals"),
    ("f64", "", "figures are exact decimals"),
    ("unsafe", "", "forbidden in the whole crate"),
];

/// A sentence in the sources is a text that ends in a Chinese full stop.
const SENTENCES_ONLY_IN: &str = "message/";

#[test]
fn imports_point_up_the_table() {
    let mut wrong = Vec::new();
    for file in sources() {
        for import in imports(&file) {
            if let Some(rule) = breaks(&file.room, &import) {
                wrong.push(format!("src/{}:{}: names {}; {rule}", file.name, import.line, import.path()));
            }
        }
    }
    told(wrong);
}

#[test]
fn words_stay_where_they_belong() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (line, text) in file.code.lines().enumerate() {
            for (word, place, why) in WORDS.iter().filter(|(word, ..)| has_word(text, word)) {
                if place.is_empty() || !file.name.starts_with(place) {
                    let only = if place.is_empty() { "nowhere" } else { place };
                    wrong.push(format!("src/{}:{}: `{word}` stands in {only} only: {why}", file.name, line + 1));
                }
            }
        }
    }
    told(wrong);
}

#[test]
fn sentences_stand_in_one_room() {
    let mut wrong = Vec::new();
    for file in sources().into_iter().filter(|file| !file.name.starts_with(SENTENCES_ONLY_IN)) {
        let code = file.full.split("#[cfg(test)]").next().unwrap();
        for (line, _) in code.lines().enumerate().filter(|(_, text)| has_sentence(text)) {
            wrong.push(format!("src/{}:{}: a sentence; all sentences stand in src/message", file.name, line + 1));
        }
    }
    told(wrong);
}

#[test]
fn every_room_is_in_the_table_and_opens_with_its_contents() {
    let mut wrong = Vec::new();
    for file in sources() {
        if !ROOMS.iter().any(|(room, _)| *room == file.room) {
            wrong.push(format!(
                "src/{}: the room `{}` is not in the table of tests/architecture.rs",
                file.name, file.room
            ));
        }
        let is_entry = file.name.ends_with("mod.rs") || file.name.ends_with("main.rs") || file.name == "lib.rs";
        if is_entry && file.name.matches('/').count() < 2 && !file.full.starts_with("//!") {
            wrong.push(format!("src/{}: a room's first file opens with what the room is for (`//!`)", file.name));
        }
    }
    told(wrong);
}

#[test]
fn the_table_itself_points_up() {
    for (place, (room, may)) in ROOMS.iter().enumerate() {
        for name in allowed(may).map(|(name, _)| name) {
            let above = ROOMS[..place].iter().any(|(other, _)| *other == name);
            assert!(above, "{room} may import {name}, which does not stand above it");
        }
    }
}

#[test]
fn the_reader_of_imports_sees_what_it_should() {
    let code = "use crate::model::{Decimal, Span};\nuse super::{super::pack::load, names};\n\
                fn f() { crate::{entry::tidy, door::{tell, wire::Report}}; }\nuse crate::engine as e;\nlet crates = 1;";
    let file = Source::new("pack/check.rs", &format!("// crate::door\n{code} /* crate::bin */ \"crate::message\""));
    let found: Vec<String> = imports(&file).iter().map(|import| format!("{} {}", import.line, import.path())).collect();
    let expected = [
        "2 model::Decimal",
        "2 model::Span",
        "3 pack::load",
        "4 entry::tidy",
        "4 door::tell",
        "4 door::wire",
        "5 engine",
    ];
    assert_eq!(found, expected);
}

/// One file of `src/`.
struct Source {
    /// From `src/` on.
    name: String,
    /// Its folder below `src/`, or its own name.
    room: String,
    full: String,
    /// Without comments and the insides of texts; line numbers as in the file.
    code: String,
}

impl Source {
    fn new(name: &str, full: &str) -> Self {
        let room = name.split('/').next().unwrap().to_owned();
        Self { name: name.to_owned(), room, full: full.to_owned(), code: bare(full) }
    }

    /// How many `super::` lead from here to the crate.
    fn depth(&self) -> usize {
        let steps = self.name.matches('/').count();
        let is_entry = self.name.ends_with("mod.rs");
        if self.name == "lib.rs" { 0 } else { steps + usize::from(!is_entry) }
    }
}

fn sources() -> Vec<Source> {
    let top = path("src");
    let name = |file: &Path| file.strip_prefix(&top).unwrap().to_string_lossy().replace('\\', "/");
    let files = files(&top, ".rs");
    // A file of tests stands outside, as what follows `#[cfg(test)]` does.
    let shipped = files.iter().filter(|file| !file.ends_with("tests.rs"));
    shipped.map(|file| Source::new(&name(file), &std::fs::read_to_string(file).unwrap())).collect()
}

/// A name of another room: the room, and the first name in it.
struct Import {
    line: usize,
    room: String,
    name: Option<String>,
}

impl Import {
    fn path(&self) -> String {
        let name = self.name.as_ref().map(|name| format!("::{name}")).unwrap_or_default();
        format!("{}{name}", self.room)
    }
}

/// Everything that is named by way of `crate::` or of enough `super::`, in `use` lines and elsewhere.
fn imports(file: &Source) -> Vec<Import> {
    let tokens = tokens(&file.code);
    let rooms: BTreeSet<&str> = ROOMS.iter().map(|(room, _)| *room).collect();
    let mut found = Vec::new();
    for start in 0..tokens.len() {
        let word = tokens[start].1.as_str();
        if matches!(word, "crate" | "super") && (start == 0 || tokens[start - 1].1 != "::") {
            let mut branches = Vec::new();
            tree(&tokens, start, &mut Vec::new(), &mut branches);
            for (line, branch) in branches {
                let up = branch.iter().take_while(|part| *part == "super").count();
                let inside = if branch[0] == "crate" { 1 } else { up };
                if branch[0] == "super" && up < file.depth() {
                    continue;
                }
                if let Some(room) = branch.get(inside).filter(|room| rooms.contains(room.as_str())) {
                    found.push(Import { line, room: room.clone(), name: branch.get(inside + 1).cloned() });
                }
            }
        }
    }
    found
}

/// The leaves of `a::{b, c::d}` with the line of each.
fn tree(
    tokens: &[(usize, String)],
    mut at: usize,
    so_far: &mut Vec<String>,
    out: &mut Vec<(usize, Vec<String>)>,
) -> usize {
    let depth = so_far.len();
    let line = tokens[at].0;
    loop {
        so_far.push(tokens[at].1.clone());
        at += 1;
        if tokens.get(at).is_none_or(|token| token.1 != "::") {
            out.push((line, so_far.clone()));
            break;
        }
        at += 1;
        if tokens.get(at).is_some_and(|token| token.1 == "{") {
            at += 1;
            while tokens[at].1 != "}" {
                at = tree(tokens, at, so_far, out);
                while !matches!(tokens[at].1.as_str(), "," | "}") {
                    at += 1;
                }
                at += usize::from(tokens[at].1 == ",");
            }
            break;
        }
    }
    so_far.truncate(depth);
    at
}

fn tokens(code: &str) -> Vec<(usize, String)> {
    let mut tokens = Vec::new();
    for (line, text) in code.lines().enumerate() {
        let mut rest = text.trim_start();
        while let Some(first) = rest.chars().next() {
            let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
            let length = match first {
                _ if rest.starts_with("::") => 2,
                first if is_word(first) => rest.find(|letter| !is_word(letter)).unwrap_or(rest.len()),
                other => other.len_utf8(),
            };
            tokens.push((line + 1, rest[..length].to_owned()));
            rest = rest[length..].trim_start();
        }
    }
    tokens
}

/// The code without comments and without what stands in texts; line ends stay.
fn bare(full: &str) -> String {
    let letters: Vec<char> = full.chars().collect();
    let mut out = String::new();
    let mut at = 0;
    let ends = |at: usize, mark: &str| letters[at..].iter().take(mark.len()).collect::<String>() == mark;
    while at < letters.len() {
        let start = at;
        let previous_is_word = start > 0 && (letters[start - 1].is_alphanumeric() || letters[start - 1] == '_');
        if ends(at, "//") {
            while at < letters.len() && letters[at] != '\n' {
                at += 1;
            }
        } else if ends(at, "/*") {
            at += 2;
            while at < letters.len() && !ends(at, "*/") {
                at += 1;
            }
            at += 2;
        } else if letters[at] == 'r' && !previous_is_word && (ends(at, "r\"") || ends(at, "r#")) {
            let marks = letters[at + 1..].iter().take_while(|letter| **letter == '#').count();
            let close = format!("\"{}", "#".repeat(marks));
            at += marks + 2;
            while at < letters.len() && !ends(at, &close) {
                at += 1;
            }
            at += close.len();
        } else if letters[at] == '"' {
            at += 1;
            while at < letters.len() && letters[at] != '"' {
                at += 1 + usize::from(letters[at] == '\\');
            }
            at += 1;
        } else if letters[at] == '\'' && (letters.get(at + 2) == Some(&'\'') || letters.get(at + 1) == Some(&'\\')) {
            at += 2;
            while at < letters.len() && letters[at] != '\'' {
                at += 1;
            }
            at += 1;
        } else {
            out.push(letters[at]);
            at += 1;
            continue;
        }
        let lost = letters[start..at.min(letters.len())].iter().filter(|letter| **letter == '\n').count();
        out.push(' ');
        out.push_str(&"\n".repeat(lost));
    }
    out
}

/// True where a text ends in words and a Chinese full stop; comments do not count.
fn has_sentence(text: &str) -> bool {
    let ends = |(at, _)| text[..at].chars().next_back().is_some_and(|letter| letter.is_alphanumeric() || letter == '}');
    !text.trim_start().starts_with("//") && text.match_indices("。\"").any(ends)
}

fn has_word(text: &str, word: &str) -> bool {
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back().is_some_and(is_word);
        let after = text[at + word.len()..].chars().next().is_some_and(is_word);
        !before && !after
    })
}

/// The rooms of `room(A B) other`, each with the only names that may be taken from it.
fn allowed(may: &str) -> impl Iterator<Item = (&str, Option<Vec<&str>>)> {
    let mut rest = may.trim();
    std::iter::from_fn(move || {
        let end = rest.find([' ', '(']).unwrap_or(rest.len());
        let (room, tail) = rest.split_at(end);
        let names = tail.strip_prefix('(').map(|tail| tail.split_once(')').unwrap());
        rest = names.map_or(tail, |(_, tail)| tail).trim_start();
        (!room.is_empty()).then(|| (room, names.map(|(names, _)| names.split_whitespace().collect())))
    })
}

/// The rule that an import breaks.
fn breaks(room: &str, import: &Import) -> Option<String> {
    if import.room == room {
        return None;
    }
    let (_, may) = ROOMS.iter().find(|(name, _)| *name == room)?;
    let Some((_, names)) = allowed(may).find(|(name, _)| *name == import.room) else {
        let may = if may.is_empty() { "no other room" } else { may };
        return Some(format!("{room} may import {may}"));
    };
    let name = import.name.as_deref().unwrap_or("*");
    match names {
        Some(names) if !names.contains(&name) => {
            Some(format!("of {}, {room} may import {} only", import.room, names.join(" ")))
        }
        _ => None,
    }
}

fn told(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} lines break the architecture:\n{}", wrong.len(), wrong.join("\n"));
}
