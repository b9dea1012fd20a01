//! What JavaScript calls: each export reads, calls the engine, and writes. Figures cross as text, never as numbers.

use std::rc::Rc;

use js_sys::{Array, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::engine::{Opening, Session};
use crate::model::Locale;
use crate::pack::{self, Plan};

use super::tell::{self, Teller};

#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Plain objects and arrays; maps stay maps, because as keys of a plain object some ids (`__proto__`) would be lost.
const SERIALIZER: Serializer = Serializer::new().serialize_missing_as_null(true);

fn write(value: &impl Serialize) -> JsValue {
    value.serialize(&SERIALIZER).unwrap_or(JsValue::UNDEFINED)
}

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

/// The crate's version.
#[wasm_bindgen]
pub fn version() -> String {
    tell::VERSION.to_owned()
}

/// A checked pack.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmPack {
    plan: Rc<Plan>,
    locale: Locale,
}

#[wasm_bindgen]
impl WasmPack {
    /// Reads and checks a pack.
    ///
    /// # Errors
    /// An array of diagnostics.
    pub fn load(text: &str, locale: &str) -> Result<WasmPack, JsValue> {
        let locale = Locale::parse(locale);
        match pack::load(text) {
            Ok(loaded) => Ok(Self { plan: Rc::new(loaded.plan), locale }),
            Err(complaints) => {
                let told: Vec<_> =
                    complaints.iter().map(|complaint| tell::diagnostic(text, complaint, locale)).collect();
                Err(write(&told))
            }
        }
    }

    /// What a portal may know of the pack.
    pub fn info(&self) -> JsValue {
        write(&tell::pack_info(&self.plan, self.locale))
    }

    /// Opens a form: `present` ids or nothing for all, `values` and `prior` as pairs, `locale` or nothing for the pack's.
    pub fn open(&self, options: &JsValue) -> WasmSession {
        let present = member(options, "present");
        let present = if present.is_array() { Some(texts(&present)) } else { None };
        let (values, prior) = (pairs(&member(options, "values")), pairs(&member(options, "prior")));
        let session = Session::open(Rc::clone(&self.plan), &Opening { present, values, prior });
        let locale = member(options, "locale").as_string().map_or(self.locale, |tag| Locale::parse(&tag));
        WasmSession { session, locale }
    }
}

/// One form being filled.
#[wasm_bindgen]
#[derive(Debug)]
pub struct WasmSession {
    session: Session,
    locale: Locale,
}

#[wasm_bindgen]
impl WasmSession {
    /// Takes what was typed into the field at this place of the pack; undefined where nothing changed that could be seen.
    pub fn set(&mut self, field: usize, typed: &str) -> JsValue {
        let edit = self.session.set(field, typed);
        if edit.is_empty() { JsValue::UNDEFINED } else { self.changes(&edit) }
    }

    /// Takes what was typed into several fields, given as pairs, as one edit.
    #[wasm_bindgen(js_name = setMany)]
    pub fn set_many(&mut self, values: &JsValue) -> JsValue {
        let values = pairs(values);
        let places: Vec<_> =
            values.iter().filter_map(|(id, typed)| Some((self.session.plan().field(id)?, typed.as_str()))).collect();
        let edit = self.session.set_many(places);
        self.changes(&edit)
    }

    // Called from three exports: one copy of the serialiser is enough.
    #[inline(never)]
    fn changes(&self, edit: &crate::engine::Edit) -> JsValue {
        write(&Teller::new(&self.session, self.locale).changes(edit))
    }

    /// Everything, as it stands now.
    pub fn report(&self) -> JsValue {
        write(&Teller::new(&self.session, self.locale).report())
    }

    /// Why a field, metric or rule says what it says; undefined for an id that the pack does not have.
    pub fn explain(&self, id: &str) -> JsValue {
        let explanation = Teller::new(&self.session, self.locale).explain(id);
        explanation.map_or(JsValue::UNDEFINED, |explanation| write(&explanation))
    }

    /// Keeps a written reason for an open finding of severity verify; `""` takes it back.
    ///
    /// # Errors
    /// The code of the refusal.
    pub fn justify(&mut self, rule: &str, reason: &str) -> Result<JsValue, JsValue> {
        let place = self.session.plan().rule(rule);
        let edit = match place {
            Some(place) => self.session.justify(place, reason),
            None => Err(crate::engine::ReasonRefusal::NotVerify),
        };
        match edit {
            Ok(edit) => Ok(self.changes(&edit)),
            Err(refusal) => Err(write(&Refusal { code: refusal.as_str() })),
        }
    }
}

#[derive(serde::Serialize)]
struct Refusal {
    code: &'static str,
}
