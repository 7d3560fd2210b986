//! The page's door: a few methods, no logic. What returns a `Result` fails only where the browser is out of memory.

#![allow(clippy::missing_errors_doc, clippy::unused_self)] // Said above, once; the page has one door.

use std::cell::Cell;
use std::sync::Arc;

use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;

use crate::Analysis;
use crate::article::document::Document;
use crate::article::ingest::{self, File, Printer};
use crate::knowledge::Model;
use crate::report::values::Failure;
use crate::report::{project, view};
use crate::story::ArticleId;

/// The most blocks or rows that are handed to the page at once: five million letters. More would fill a tab's memory.
const MOST: usize = 20_000;
/// Plain values as JavaScript objects, with null for what is not there.
const PLAIN: &Serializer = &Serializer::json_compatible();

/// The engine behind the page. It keeps each opened document until it is told to forget it: a removed file may come back.
#[wasm_bindgen]
pub struct Engine {
    model: Model,
    documents: Vec<(u32, Arc<Document>)>, // By ascending key.
    next: u32,
    analysis: Analysis,
    shown: view::Shown,
}

#[wasm_bindgen]
impl Engine {
    /// Loads what is built in. A later panic writes its message to the console before the worker ends.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        std::panic::set_hook(Box::new(|panic| {
            web_sys::console::error_1(&panic.to_string().into());
        }));
        Self {
            model: Model::embedded(),
            documents: Vec::new(),
            next: 0,
            analysis: Analysis::default(),
            shown: view::Shown::default(),
        }
    }

    /// What `open` would return of a file with so many bytes where these are too many to be read; else null.
    pub fn too_large(&self, name: &str, bytes: f64) -> Result<JsValue, JsError> {
        value(&view::too_large(name, bytes as u64))
    }

    /// Reads a file. Returns `{articles: {key, file, sha256, number}[], failures: string[]}`; `null` where it is or holds
    /// a PDF and `printer`, from a PDF's bytes to JSON as the module for them has it, is not given.
    pub fn open(
        &mut self,
        name: &str,
        bytes: &js_sys::Uint8Array,
        printer: Option<js_sys::Function>,
    ) -> Result<JsValue, JsError> {
        let bytes = bytes.to_vec();
        let missed = &Cell::new(false);
        let print = move |bytes: &[u8]| {
            missed.set(printer.is_none());
            let answer = printer
                .as_ref()?
                .call1(&JsValue::NULL, &js_sys::Uint8Array::from(bytes));
            answer.ok()?.as_string()
        };
        let file = File {
            decoder: decode,
            printer: Printer(&print),
            ..File::new(name, &bytes)
        };
        let contents = ingest::ingest(&file, &self.model);
        if missed.get() {
            return Ok(JsValue::NULL);
        }
        let opened = view::opened(self.next, &contents);
        let keys = self.next..;
        self.next += contents.articles.len() as u32;
        self.documents
            .extend(keys.zip(contents.articles.into_iter().map(Arc::new)));
        value(&opened)
    }

    /// Drops a document for good.
    pub fn forget(&mut self, key: u32) {
        self.documents.retain(|(known, _)| *known != key);
    }

    /// Reads the documents with these keys as one drop, with `decisions` as `report::project` has them. Returns an
    /// `Overview`, of the same documents as the last with numbers for rows that stood in their place.
    pub fn analyse(&mut self, keys: &[u32], decisions: &str) -> Result<JsValue, JsError> {
        let known = |key| Some(&self.documents[self.documents.binary_search_by_key(key, |d| d.0).ok()?].1);
        let documents = keys.iter().filter_map(known).cloned();
        let decided = project::decisions(decisions).unwrap_or_default().0;
        let earlier = Some(std::mem::take(&mut self.analysis));
        self.analysis = crate::analyse_again(documents, &decided, &self.model, earlier);
        Ok(self.shown.next(keys, &self.analysis, PLAIN)?)
    }

    /// The article with this place in the report, as an `ArticleView`; null beyond the last.
    pub fn article(&self, index: u32) -> Result<JsValue, JsError> {
        value(&self.id(index).map(|id| view::article(&self.analysis, id, MOST)))
    }

    /// Two articles side by side, as a `PairView`; null beyond the last.
    pub fn pair(&self, a: u32, b: u32) -> Result<JsValue, JsError> {
        let both = |(a, b)| view::pair(&self.analysis, a, b, MOST);
        value(&self.id(a).zip(self.id(b)).map(both))
    }

    /// A view of the drop: "quotes" a `QuotesView` (as `analyse`), "timeline" `TimeRow`s, "many" a `ManyView`, "texts" `PlainView`s.
    pub fn view(&mut self, name: &str) -> Result<JsValue, JsError> {
        match name {
            "quotes" => Ok(self.shown.quotes(&self.analysis, PLAIN)?),
            "timeline" => value(&view::timeline(&self.analysis)),
            "many" => value(&view::many(&self.analysis)),
            "texts" => value(&view::texts(&self.analysis, MOST)),
            _ => Ok(JsValue::NULL),
        }
    }

    /// The report as JSON, as the command line prints it; of each of the `files` that could not be read a message.
    pub fn json(&self, files: Vec<String>, messages: Vec<String>) -> String {
        let failure = |(file, message)| Failure { file, message };
        let failures = files.into_iter().zip(messages).map(failure).collect();
        crate::report::json(&crate::report::report_with(&self.analysis, failures))
    }

    fn id(&self, index: u32) -> Option<ArticleId> {
        self.analysis.story.ids().nth(index as usize)
    }
}

fn value(value: &impl serde::Serialize) -> Result<JsValue, JsError> {
    Ok(value.serialize(PLAIN)?)
}

/// The browser's decoder.
fn decode(label: &str, bytes: &[u8]) -> Option<(String, String)> {
    let decoder = web_sys::TextDecoder::new_with_label(label).ok()?;
    let text = decoder.decode_with_u8_array(bytes).ok()?;
    Some((text, decoder.encoding()))
}
