//! Packs that nobody should write, each within the size that is read (1 MiB) unless its name says otherwise.
//!
//! What becomes of each is listed in `tests/cases/hostile.txt`. For tests in JavaScript they are written out as files:
//! see `written_out` in `tests/hostile.rs`.

mod bytes;
mod formulas;
mod graphs;
mod json;
mod messages;
mod parts;
mod patterns;
mod units;

/// A pack's text, and the name it is told by.
type Named = (&'static str, String);

/// The most bytes of a pack.
pub const MIB: usize = 1_048_576;

/// A pack's text around parts: fields, metrics and rules as the inside of their lists.
pub fn pack(fields: &str, metrics: &str, rules: &str) -> String {
    pack_with("", fields, metrics, rules)
}

/// As [`pack`], with more keys at the top, each followed by a comma.
pub fn pack_with(more: &str, fields: &str, metrics: &str, rules: &str) -> String {
    format!(
        r#"{{"tianbao":1,"id":"p","version":"1","title":"t",{more}"sections":[],"fields":[{fields}],"metrics":[{metrics}],"rules":[{rules}]}}"#
    )
}

/// A whole-number field without a unit.
pub fn field(id: &str) -> String {
    format!(r#"{{"id":"{id}","label":"{id}","type":"integer"}}"#)
}

pub fn metric(id: &str, formula: &str) -> String {
    format!(r#"{{"id":"{id}","label":"{id}","places":0,"formula":{}}}"#, quote(formula))
}

pub fn rule(id: &str, assert: &str) -> String {
    format!(r#"{{"id":"{id}","severity":"verify","assert":{},"message":"请核对。"}}"#, quote(assert))
}

fn quote(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => out.extend(['\\', letter]),
            control if control < ' ' => out.push_str(&format!("\\u{:04x}", control as u32)),
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// The list of `count` parts.
pub fn list(count: usize, part: impl Fn(usize) -> String) -> String {
    (0..count).map(part).collect::<Vec<_>>().join(",")
}

/// As many parts as fit into `bytes`.
fn full(bytes: usize, part: impl Fn(usize) -> String) -> String {
    let mut out = String::new();
    for place in 0.. {
        let next = part(place);
        if out.len() + next.len() + 1 > bytes {
            return out;
        }
        if place > 0 {
            out.push(',');
        }
        out.push_str(&next);
    }
    out
}

fn fields(count: usize) -> String {
    list(count, |place| field(&format!("f{place}")))
}

/// All of them, each with its name.
pub fn packs() -> Vec<(&'static str, Vec<u8>)> {
    let texts =
        [json::packs, parts::packs, formulas::packs, graphs::packs, units::packs, patterns::packs, messages::packs];
    let texts = texts.into_iter().flat_map(|group| group());
    bytes::packs().into_iter().chain(texts.map(|(name, text)| (name, text.into_bytes()))).collect()
}
