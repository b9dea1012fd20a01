//! Any bytes as the text of a pack.

use std::rc::Rc;

use tianbao::door::tell;
use tianbao::model::Locale;
use tianbao::pack;

use crate::tell::{LOCALES, blank, everything};

const TYPED: [&str; 4] = ["12", "是", "2024-02-29", "1.2万"];

pub fn run(data: &[u8]) {
    match pack::load_bytes(data) {
        Ok(loaded) => {
            let plan = Rc::new(loaded.plan);
            tianbao::door::packed::Packed::default().info(&plan, Locale::En);
            let mut form = blank(&plan);
            form.set_many((0..plan.fields.len()).map(|place| (place, TYPED[place % TYPED.len()])));
            everything(&form, Locale::Zh);
        }
        Err(complaints) => {
            assert!(!complaints.is_empty() && complaints.len() <= 50, "a reason for the refusal");
            let text = String::from_utf8_lossy(data);
            for (complaint, locale) in complaints.iter().zip(LOCALES.into_iter().cycle()) {
                let told = tell::diagnostic(&text, complaint, locale);
                assert!(told.line > 0 && told.column > 0 && !told.message.is_empty(), "a place and a sentence");
            }
        }
    }
}
