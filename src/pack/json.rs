use crate::model::{Places, Problem, Span, numeral};

/// The deepest nesting of arrays and objects.
const DEEPEST: usize = 32;
/// The most values in all: in a mebibyte half a million would fit, and take fifty times as much memory.
const MOST_VALUES: usize = 200_000;

/// One JSON value with its place in the text. Numbers keep their source text, so that no digit is lost.
#[derive(Clone, Debug)]
pub struct Json {
    /// From its first to its last byte.
    pub span: Span,
    /// What it is.
    pub kind: JsonKind,
}

/// What a JSON value is.
#[derive(Clone, Debug)]
#[allow(missing_docs)]
pub enum JsonKind {
    Null,
    Bool(bool),
    Number(String),
    String(String),
    Array(Vec<Json>),
    Object(Vec<Member>),
}

/// One `"key": value` of an object.
#[derive(Clone, Debug)]
pub struct Member {
    /// The key, unescaped.
    pub key: String,
    /// Where the key stands, quotes included.
    pub key_span: Span,
    /// The value.
    pub value: Json,
}

/// Where a text stops being JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct JsonError {
    /// What is wrong.
    pub problem: Problem,
    /// Where.
    pub span: Span,
    /// What could stand there.
    pub expected: &'static str,
}

impl Json {
    /// Reads a JSON text (RFC 8259), nested at most 32 deep and of at most 200,000 values; a byte order mark before it is passed over.
    ///
    /// # Errors
    /// The first place that is not JSON, or a key that an object has twice.
    pub fn parse(text: &str) -> Result<Self, JsonError> {
        let at = if text.starts_with('\u{feff}') { 3 } else { 0 };
        let mut reader = Reader { text, at, depth: 0, values: 0 };
        let value = reader.value()?;
        reader.blanks();
        if reader.at < text.len() { Err(reader.error("")) } else { Ok(value) }
    }

    /// The member `key` of an object.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.members().iter().find(|member| member.key == key).map(|member| &member.value)
    }

    /// The way to the value, or key, that the byte at `at` of the text belongs to: `rules[3].assert`.
    pub fn path_to(&self, at: usize) -> String {
        let (mut path, mut here) = (String::new(), self);
        loop {
            let holds = |json: &Json| json.span.start <= at && at < json.span.end;
            let member = here.members().iter().find(|member| member.key_span.start <= at && at < member.value.span.end);
            if let Some(member) = member {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(&member.key);
                here = &member.value;
            } else if let Some((place, item)) = here.items().iter().enumerate().find(|(_, item)| holds(item)) {
                path = [&path, "[", &numeral(place), "]"].concat();
                here = item;
            } else {
                return path;
            }
        }
    }

    /// The members of an object; none for anything else.
    pub fn members(&self) -> &[Member] {
        match &self.kind {
            JsonKind::Object(members) => members,
            _ => &[],
        }
    }

    /// The items of an array; none for anything else.
    pub fn items(&self) -> &[Json] {
        match &self.kind {
            JsonKind::Array(items) => items,
            _ => &[],
        }
    }

    /// The text of a string.
    pub fn as_str(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The text of a string, or the source text of a number.
    pub fn as_figure(&self) -> Option<&str> {
        match &self.kind {
            JsonKind::String(text) | JsonKind::Number(text) => Some(text),
            _ => None,
        }
    }

    /// The name of what it is, as a pack author would say it.
    pub fn type_name(&self) -> &'static str {
        match self.kind {
            JsonKind::Null => "null",
            JsonKind::Bool(_) => "true/false",
            JsonKind::Number(_) => "number",
            JsonKind::String(_) => "string",
            JsonKind::Array(_) => "[…]",
            JsonKind::Object(_) => "{…}",
        }
    }

    /// The text without blanks and with every string written in one way, so that two writings of one pack are equal.
    pub fn canonical(&self, out: &mut String) {
        match &self.kind {
            JsonKind::Null => out.push_str("null"),
            JsonKind::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
            JsonKind::Number(digits) => out.push_str(digits),
            JsonKind::String(text) => quote(text, out),
            JsonKind::Array(items) => {
                out.push('[');
                for item in items {
                    item.canonical(out);
                    out.push(',');
                }
                out.push(']');
            }
            JsonKind::Object(members) => {
                out.push('{');
                for member in members {
                    quote(&member.key, out);
                    out.push(':');
                    member.value.canonical(out);
                    out.push(',');
                }
                out.push('}');
            }
        }
    }
}

fn quote(text: &str, out: &mut String) {
    out.push('"');
    for letter in text.chars() {
        if matches!(letter, '"' | '\\') {
            out.push('\\');
        }
        out.push(letter);
    }
    out.push('"');
}

/// The byte of `text` at which the character number `offset` (in bytes of the unescaped string) of the string literal
/// at `literal` stands.
pub fn place_in_string(text: &str, literal: Span, offset: usize) -> usize {
    let start = literal.start.saturating_add(1);
    let Some(inside) = text.get(start..literal.end.saturating_sub(1)) else { return literal.start };
    let mut reader = Reader { text: inside, at: 0, depth: 0, values: 0 };
    let mut unescaped = 0_usize;
    while unescaped < offset {
        match reader.letter() {
            Ok(letter) => unescaped = unescaped.saturating_add(letter.len_utf8()),
            Err(_) => break,
        }
    }
    start.saturating_add(reader.at)
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
    values: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn step(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    fn blanks(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.step(1);
        }
    }

    fn take(&mut self, mark: u8) -> bool {
        let here = self.peek() == Some(mark);
        if here {
            self.step(1);
        }
        here
    }

    fn error(&self, expected: &'static str) -> JsonError {
        let width = self.rest().chars().next().map_or(0, char::len_utf8);
        let problem = if width == 0 { Problem::UnexpectedEnd } else { Problem::Json };
        JsonError { problem, span: Span::new(self.at, self.at.saturating_add(width)), expected }
    }

    fn value(&mut self) -> Result<Json, JsonError> {
        self.blanks();
        self.values = self.values.saturating_add(1);
        if self.values > MOST_VALUES {
            return Err(JsonError { problem: Problem::Limits, ..self.error("200000") });
        }
        let start = self.at;
        let kind = match self.peek() {
            Some(b'{') => self.nested(Self::object)?,
            Some(b'[') => self.nested(Self::array)?,
            Some(b'"') => JsonKind::String(self.string()?),
            Some(b'-' | b'0'..=b'9') => JsonKind::Number(self.number()?),
            _ => self.word()?,
        };
        Ok(Json { span: Span::new(start, self.at), kind })
    }

    fn nested(&mut self, read: fn(&mut Self) -> Result<JsonKind, JsonError>) -> Result<JsonKind, JsonError> {
        self.depth = self.depth.saturating_add(1);
        if self.depth > DEEPEST {
            return Err(JsonError { problem: Problem::TooDeep, ..self.error("32") });
        }
        self.step(1);
        let kind = read(self)?;
        self.depth = self.depth.saturating_sub(1);
        Ok(kind)
    }

    fn word(&mut self) -> Result<JsonKind, JsonError> {
        let words = [("null", JsonKind::Null), ("true", JsonKind::Bool(true)), ("false", JsonKind::Bool(false))];
        for (word, kind) in words {
            if self.rest().starts_with(word) {
                self.step(word.len());
                return Ok(kind);
            }
        }
        Err(self.error("\"…\" · 1 · { · ["))
    }

    fn array(&mut self) -> Result<JsonKind, JsonError> {
        let mut items = Vec::new();
        self.blanks();
        if self.take(b']') {
            return Ok(JsonKind::Array(items));
        }
        loop {
            items.push(self.value()?);
            self.blanks();
            if self.take(b']') {
                items.shrink_to_fit();
                return Ok(JsonKind::Array(items));
            }
            if !self.take(b',') {
                return Err(self.error(", · ]"));
            }
        }
    }

    fn object(&mut self) -> Result<JsonKind, JsonError> {
        let (mut members, mut seen) = (Vec::new(), Places::default());
        self.blanks();
        if self.take(b'}') {
            return Ok(JsonKind::Object(members));
        }
        loop {
            let member = self.member()?;
            if seen.insert(&member.key, members.len()).is_some() {
                return Err(JsonError { problem: Problem::DuplicateKey, span: member.key_span, expected: "" });
            }
            members.push(member);
            self.blanks();
            if self.take(b'}') {
                return Ok(JsonKind::Object(members));
            }
            if !self.take(b',') {
                return Err(self.error(", · }"));
            }
        }
    }

    fn member(&mut self) -> Result<Member, JsonError> {
        self.blanks();
        let start = self.at;
        if self.peek() != Some(b'"') {
            return Err(self.error("\"…\""));
        }
        let key = self.string()?;
        let key_span = Span::new(start, self.at);
        self.blanks();
        if !self.take(b':') {
            return Err(self.error(":"));
        }
        Ok(Member { key, key_span, value: self.value()? })
    }

    fn string(&mut self) -> Result<String, JsonError> {
        self.step(1);
        let mut out = String::new();
        loop {
            let plain = self.rest().find(['"', '\\']).unwrap_or(self.rest().len());
            let Some((head, tail)) = self.rest().split_at_checked(plain) else { return Err(self.error("")) };
            if let Some(control) = head.find(|letter: char| letter < ' ') {
                self.step(control);
                return Err(self.error("\\n \\t"));
            }
            out.push_str(head);
            self.step(plain);
            match tail.as_bytes().first() {
                Some(b'"') => {
                    self.step(1);
                    return Ok(out);
                }
                Some(_) => out.push(self.letter()?),
                None => return Err(self.error("\"")),
            }
        }
    }

    /// One character of a string, escaped or not.
    fn letter(&mut self) -> Result<char, JsonError> {
        let letter = self.rest().chars().next().ok_or_else(|| self.error("\""))?;
        if letter != '\\' {
            self.step(letter.len_utf8());
            return Ok(letter);
        }
        self.step(1);
        let plain = match self.peek() {
            Some(b'"') => '"',
            Some(b'\\') => '\\',
            Some(b'/') => '/',
            Some(b'b') => '\u{8}',
            Some(b'f') => '\u{c}',
            Some(b'n') => '\n',
            Some(b'r') => '\r',
            Some(b't') => '\t',
            Some(b'u') => return self.unicode(),
            _ => return Err(self.error("\\\" \\\\ \\n \\t \\u0000")),
        };
        self.step(1);
        Ok(plain)
    }

    fn unicode(&mut self) -> Result<char, JsonError> {
        let first = self.four_digits()?;
        let code = match first {
            0xd800..=0xdbff if self.rest().starts_with("\\u") => {
                self.step(1);
                let low = self.four_digits()?;
                if !(0xdc00..=0xdfff).contains(&low) {
                    return Err(self.error("\\udc00"));
                }
                (((first & 0x3ff) << 10) | (low & 0x3ff)).wrapping_add(0x1_0000)
            }
            code => code,
        };
        char::from_u32(code).ok_or_else(|| self.error("\\u0000"))
    }

    fn four_digits(&mut self) -> Result<u32, JsonError> {
        let digits = self.rest().get(1..5).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()));
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok());
        let code = code.ok_or_else(|| self.error("\\u0000"))?;
        self.step(5);
        Ok(code)
    }

    fn number(&mut self) -> Result<String, JsonError> {
        let start = self.at;
        self.take(b'-');
        if !self.take(b'0') {
            self.digits()?;
        }
        if self.take(b'.') {
            self.digits()?;
        }
        if self.take(b'e') || self.take(b'E') {
            let _ = self.take(b'+') || self.take(b'-');
            self.digits()?;
        }
        Ok(self.text.get(start..self.at).unwrap_or("").to_owned())
    }

    fn digits(&mut self) -> Result<(), JsonError> {
        if !matches!(self.peek(), Some(b'0'..=b'9')) {
            return Err(self.error("0-9"));
        }
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.step(1);
        }
        Ok(())
    }
}
