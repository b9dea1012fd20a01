//! Many records as one text: CSV as office programs write it, its header in ids or labels.

use std::borrow::Cow;
use std::rc::Rc;

use crate::engine::{Opening, Session};
use crate::model::Locale;
use crate::pack::{Field, Plan};

/// The rows of a text of comma-separated values (RFC 4180; a line may also end in a bare CR or LF, and empty lines are no rows).
#[derive(Clone, Debug)]
pub struct Table<'t> {
    text: &'t str,
    /// How many bytes were read.
    at: usize,
    row: Vec<Cow<'t, str>>,
}

impl<'t> Table<'t> {
    /// The rows of `text`; a byte order mark at the front is no part of the first cell.
    pub fn new(text: &'t str) -> Self {
        Self { text: text.strip_prefix('\u{feff}').unwrap_or(text), at: 0, row: Vec::new() }
    }

    /// The cells of the next row.
    #[cfg_attr(speed, optimize(speed))]
    pub fn next_row(&mut self) -> Option<&[Cow<'t, str>]> {
        while matches!(self.next(), Some(b'\r' | b'\n')) {
            self.step();
        }
        self.next()?;
        self.row.clear();
        loop {
            let cell = if self.next() == Some(b'"') { self.quoted() } else { Cow::Borrowed(self.up_to_end()) };
            self.row.push(cell);
            if self.next() != Some(b',') {
                return Some(&self.row);
            }
            self.step();
        }
    }

    #[inline(always)]
    fn next(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    #[inline(always)]
    fn step(&mut self) {
        self.at = self.at.wrapping_add(1);
    }

    /// What stands before the end of the cell.
    #[inline(always)]
    fn up_to_end(&mut self) -> &'t str {
        let from = self.at;
        while let Some(byte) = self.next()
            && !matches!(byte, b',' | b'\n' | b'\r')
        {
            self.step();
        }
        self.text.get(from..self.at).unwrap_or("")
    }

    fn up_to_quote(&mut self) -> &'t str {
        let from = self.at;
        while self.next().is_some_and(|byte| byte != b'"') {
            self.step();
        }
        self.text.get(from..self.at).unwrap_or("")
    }

    /// A doubled quotation mark is one; what follows the closing one belongs to the cell, as spreadsheets read it.
    fn quoted(&mut self) -> Cow<'t, str> {
        self.step();
        let mut cell = Cow::Borrowed(self.up_to_quote());
        loop {
            self.step();
            if self.next() != Some(b'"') {
                break;
            }
            self.step();
            let more = self.up_to_quote();
            cell.to_mut().push('"');
            cell.to_mut().push_str(more);
        }
        let stray = self.up_to_end();
        if stray.is_empty() { cell } else { Cow::Owned([&cell, stray].concat()) }
    }
}

/// The places of the fields that a header names, by id, label or alias.
pub fn columns(plan: &Plan, header: &[Cow<'_, str>], locale: Locale) -> Vec<Option<usize>> {
    header.iter().map(|name| column(plan, name.trim(), locale)).collect()
}

/// The id decides; a label or alias counts where only one field has it.
fn column(plan: &Plan, name: &str, locale: Locale) -> Option<usize> {
    let named = |field: &Field| {
        field.label.zh == name || field.label.get(locale) == name || field.aliases.iter().any(|alias| alias == name)
    };
    let mut labelled = plan.fields.iter().enumerate().filter(|(_, field)| named(field)).map(|(place, _)| place);
    plan.field(name).or_else(|| labelled.next().filter(|_| labelled.next().is_none()))
}

/// Judges the records of a table one after the other, on one form that is filled anew for each.
#[derive(Debug)]
pub struct Batch<'t> {
    table: Table<'t>,
    columns: Vec<Option<usize>>,
    session: Session,
}

impl<'t> Batch<'t> {
    /// A table for a form that has the fields of its header; `None` where the header names none.
    pub fn open(plan: Rc<Plan>, text: &'t str, locale: Locale, prior: &[(String, String)]) -> Option<Self> {
        let mut table = Table::new(text);
        let columns = columns(&plan, table.next_row()?, locale);
        let ids = |place: &usize| plan.fields.get(*place).map(|field| field.id.clone());
        let present: Vec<String> = columns.iter().flatten().filter_map(ids).collect();
        if present.is_empty() {
            return None;
        }
        let opening = Opening { present: Some(present), values: Vec::new(), prior: prior.to_vec() };
        let session = Session::open(plan, &opening);
        Some(Self { table, columns, session })
    }

    /// The form, filled with the next record; a cell that the row does not have is blank.
    pub fn next_record(&mut self) -> Option<&Session> {
        let row = self.table.next_row()?;
        let text = |at: usize| row.get(at).map_or("", |cell| cell);
        let filled = self.columns.iter().enumerate().filter_map(|(at, place)| Some(((*place)?, text(at))));
        self.session.refill(filled);
        Some(&self.session)
    }
}
