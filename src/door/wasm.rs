//! What JavaScript calls: each export reads, calls the engine, and writes. Figures cross as text, never as numbers.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine::{Edit, Opening, Session};
use crate::infer;
use crate::message::Sentences;
use crate::model::{Diagnostic, Locale};
use crate::pack::{self, Plan};

use super::packed::Packed;
use super::table::Batch;
use super::tell::{self, Teller};
use super::wire::DiagnosticReport;

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Plain objects and arrays.
const SERIALIZER: Serializer = Serializer::new().serialize_missing_as_null(true);

/// Texts of an array; what is no text is passed over.
fn texts(value: &JsValue) -> Vec<String> {
    value.dyn_ref::<Array>().map_or_else(Vec::new, |array| array.iter().filter_map(|item| item.as_string()).collect())
}

/// Pairs `[id, text]` of an array; what is no pair of texts is passed over.
fn pairs(value: &JsValue) -> Vec<(String, String)> {
    let pair = |item: JsValue| match <[String; 2]>::try_from(texts(&item)) {
        Ok([id, text]) => Some((id, text)),
        Err(_) => None,
    };
    value.dyn_ref::<Array>().map_or_else(Vec::new, |array| array.iter().filter_map(pair).collect())
}

fn member(options: &JsValue, name: &str) -> JsValue {
    Reflect::get(options, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// A checked pack.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmPack {
    plan: Rc<Plan>,
    locale: Locale,
    mail: Mail,
}

/// What JavaScript puts into memory before a call, and what it finds there behind it. It lies where it lies until the next
/// call: nothing is handed over, so nothing need be freed.
#[derive(Debug, Default)]
struct Mail {
    /// Room for text on its way in, as UTF-8.
    text: Vec<u8>,
    /// Room for whole numbers on their way in.
    words: Vec<u32>,
    /// What goes out.
    packed: Packed,
}

impl Mail {
    fn text_room(&mut self, bytes: usize) -> *const u8 {
        if self.text.len() < bytes {
            self.text.resize(bytes, 0);
        }
        self.text.as_ptr()
    }

    fn word_room(&mut self, words: usize) -> *const u32 {
        if self.words.len() < words {
            self.words.resize(words, 0);
        }
        self.words.as_ptr()
    }
}

/// What JavaScript wrote between the two bytes.
fn part(text: &[u8], from: usize, to: usize) -> &str {
    text.get(from..to).and_then(|bytes| str::from_utf8(bytes).ok()).unwrap_or("")
}

#[wasm_bindgen]
impl WasmPack {
    /// Reads and checks a pack; nothing where it is refused.
    pub fn load(text: &str, locale: &str) -> Option<WasmPack> {
        let plan = Rc::new(pack::load(text).ok()?.plan);
        Some(Self { plan, locale: Locale::parse(locale), mail: Mail::default() })
    }

    /// Why a pack is refused, in the `sentences` for authors: an array of diagnostics, each an array of what
    /// [`DiagnosticReport`] names, in its order.
    pub fn refusal(text: &str, sentences: &str) -> JsValue {
        let sentences = Sentences::of(sentences);
        let complaints = pack::load(text).err().unwrap_or_default();
        let rows: Vec<_> = complaints.iter().map(|complaint| row(&sentences, text, complaint)).collect();
        rows.serialize(&SERIALIZER).unwrap_or(JsValue::UNDEFINED)
    }

    /// What a portal may know of the pack.
    pub fn info(&mut self) -> *const u32 {
        self.mail.packed.info(&self.plan, self.locale);
        self.mail.packed.address()
    }

    /// What the numbers of edits and reports stand for.
    pub fn tables(&mut self) -> *const u32 {
        self.mail.packed.tables(&self.plan);
        self.mail.packed.address()
    }

    /// Room for a text of so many bytes, to be written before a call that names its length.
    #[wasm_bindgen(js_name = textRoom)]
    pub fn text_room(&mut self, bytes: usize) -> *const u8 {
        self.mail.text_room(bytes)
    }

    /// Judges the records of a table, given as text; nought where its header names no field.
    pub fn check(&mut self, bytes: usize, metrics: bool) -> *const u32 {
        let Mail { text, packed, .. } = &mut self.mail;
        match Batch::open(Rc::clone(&self.plan), part(text, 0, bytes), self.locale, &[]) {
            Some(batch) => packed.records(batch, metrics),
            None => return std::ptr::null(),
        }
        packed.address()
    }

    /// Opens a form: `present` ids or nothing for all, `values` and `prior` as pairs, `locale` or nothing for the pack's.
    pub fn open(&self, options: &JsValue) -> WasmSession {
        let present = member(options, "present");
        let present = if present.is_array() { Some(texts(&present)) } else { None };
        let (values, prior) = (pairs(&member(options, "values")), pairs(&member(options, "prior")));
        let session = Session::open(Rc::clone(&self.plan), &Opening { present, values, prior });
        let locale = member(options, "locale").as_string().map_or(self.locale, |tag| Locale::parse(&tag));
        WasmSession { session, locale, mail: Mail::default(), edit: Edit::default() }
    }
}

/// One form being filled.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmSession {
    session: Session,
    locale: Locale,
    mail: Mail,
    edit: Edit,
}

#[wasm_bindgen]
impl WasmSession {
    /// Room for a text of so many bytes, to be written before a call that names its length.
    #[wasm_bindgen(js_name = textRoom)]
    pub fn text_room(&mut self, bytes: usize) -> *const u8 {
        self.mail.text_room(bytes)
    }

    /// Room for so many whole numbers, to be written before a call that needs them.
    #[wasm_bindgen(js_name = wordRoom)]
    pub fn word_room(&mut self, words: usize) -> *const u32 {
        self.mail.word_room(words)
    }

    /// Takes the text of so many bytes as typed into the field at this place of the pack; nought where nothing changed that
    /// could be seen, else where the changes lie.
    pub fn set(&mut self, field: usize, bytes: usize) -> *const u32 {
        self.session.set_into(field, part(&self.mail.text, 0, bytes), &mut self.edit);
        if self.edit.is_empty() { std::ptr::null() } else { self.changes() }
    }

    /// Takes so many texts as one edit: for each, two numbers wait, its field and the end of the text in bytes.
    #[wasm_bindgen(js_name = setMany)]
    pub fn set_many(&mut self, count: usize) -> *const u32 {
        let mut from = 0;
        let mut pairs = Vec::with_capacity(count);
        for pair in self.mail.words.chunks_exact(2).take(count) {
            let [field, to] = pair else { continue };
            let to = usize::try_from(*to).unwrap_or(0);
            pairs.push((usize::try_from(*field).unwrap_or(usize::MAX), part(&self.mail.text, from, to)));
            from = to;
        }
        self.edit = self.session.set_many(pairs);
        self.changes()
    }

    fn changes(&mut self) -> *const u32 {
        self.mail.packed.edit(&self.edit, &Teller::new(&self.session, self.locale));
        self.mail.packed.address()
    }

    /// Everything, as it stands now.
    pub fn report(&mut self) -> *const u32 {
        self.mail.packed.report(&Teller::new(&self.session, self.locale));
        self.mail.packed.address()
    }

    /// The rules that can no longer pass whatever the blanks become.
    pub fn early(&mut self) -> *const u32 {
        self.mail.packed.early(&Teller::new(&self.session, self.locale));
        self.mail.packed.address()
    }

    /// Which values the other answers still allow for the field at this place of the pack; nought where that is nothing to be told.
    pub fn range(&mut self, field: usize) -> *const u32 {
        let Some(range) = infer::range(&self.session, field) else { return std::ptr::null() };
        self.mail.packed.range(&range);
        self.mail.packed.address()
    }

    /// What is most probably wrong, best first.
    pub fn repairs(&mut self) -> *const u32 {
        self.mail.packed.repairs(&Teller::new(&self.session, self.locale));
        self.mail.packed.address()
    }

    /// Computes and judges everything anew, as nobody needs but whoever measures how long that takes.
    #[wasm_bindgen(js_name = judgeAll)]
    pub fn judge_all(&mut self) {
        self.session.judge_all();
    }

    /// Why a field, metric or rule says what it says; nought for an id that the pack does not have.
    pub fn explain(&mut self, id: &str) -> *const u32 {
        let Some(explanation) = Teller::new(&self.session, self.locale).explain(id) else { return std::ptr::null() };
        self.mail.packed.explanation(&explanation);
        self.mail.packed.address()
    }

    /// Keeps a written reason for an open finding of severity verify; `""` takes it back.
    ///
    /// # Errors
    /// The code of the refusal.
    pub fn justify(&mut self, rule: &str, reason: &str) -> Result<*const u32, JsValue> {
        let place = self.session.plan().rule(rule);
        let edit = match place {
            Some(place) => self.session.justify(place, reason),
            None => Err(crate::engine::ReasonRefusal::NotVerify),
        };
        match edit {
            Ok(edit) => {
                self.edit = edit;
                Ok(self.changes())
            }
            Err(refusal) => Err(JsValue::from_str(refusal.as_str())),
        }
    }
}

/// A diagnostic as a row of what its shape names: names as keys would cost a table of them in the module.
fn row(sentences: &Sentences<'_>, text: &str, complaint: &Diagnostic) -> impl Serialize + use<> {
    let DiagnosticReport { severity, code, line, column, path, expected, found, message } =
        tell::diagnostic_in(sentences, text, complaint);
    (severity, code, line, column, path, expected, found, message)
}
