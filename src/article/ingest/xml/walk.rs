//! Events of XML, by a maintained parser that is told to forgive.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event as Raw};

use crate::text::Span;

/// What stands next in the file.
pub(in crate::article::ingest) enum Event<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// Text inside it, without escapes.
    Text(&'a str),
    /// It ends; the place behind its last byte.
    Close(usize),
}

/// The tag that begins an element.
pub(in crate::article::ingest) struct Tag<'a> {
    start: &'a BytesStart<'a>,
    /// Where the tag stands.
    pub(in crate::article::ingest) span: Span,
}

impl Tag<'_> {
    /// Its name in lower case, without the namespace's prefix.
    pub(in crate::article::ingest) fn name(&self) -> String {
        String::from_utf8_lossy(self.start.local_name().as_ref()).to_ascii_lowercase()
    }

    /// All attributes, the names without prefixes.
    pub(in crate::article::ingest) fn attributes(&self) -> Vec<(String, String)> {
        let mut all = self.start.attributes();
        all.with_checks(false)
            .flatten()
            .map(|attribute| {
                let name = String::from_utf8_lossy(attribute.key.local_name().as_ref()).into_owned();
                let raw = String::from_utf8_lossy(&attribute.value);
                let value = quick_xml::escape::unescape(&raw)
                    .unwrap_or(Cow::Borrowed(&raw))
                    .into_owned();
                (name, value)
            })
            .collect()
    }

    /// The attribute of this name, whatever its prefix.
    pub(in crate::article::ingest) fn attribute(&self, name: &str) -> Option<String> {
        self.attributes()
            .into_iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }
}

/// Places at which a damaged text is taken up again: each may scan to the end.
const MOST_BREAKS: usize = 32;

/// Reads a text from its beginning to its end, passing over what cannot be read; whether nothing was.
pub(in crate::article::ingest) fn walk(text: &str, sink: &mut dyn FnMut(Event<'_>)) -> bool {
    let mut open = 0;
    let mut from = 0;
    for _ in 0..MOST_BREAKS {
        let Some(broken) = stretch(text, from, &mut open, sink) else {
            return from == 0 && open == 0;
        };
        let Some(next) = passed(text, broken, sink) else {
            return false;
        };
        from = next;
    }
    false
}

/// Passes over a tag that has no end; the place of the next one.
fn passed(text: &str, broken: usize, sink: &mut dyn FnMut(Event<'_>)) -> Option<usize> {
    let rest = text.get(broken..)?;
    // Marked text that is cut is text to the end.
    if let Some(inner) = rest.strip_prefix("<![CDATA[") {
        sink(Event::Text(inner));
        return None;
    }
    let next = rest.get(1..)?.find('<').map(|at| at + 1);
    let between = &rest[..next.unwrap_or(rest.len())];
    if let Some((_, words)) = between.split_once('>') {
        sink(Event::Text(words));
    }
    next.map(|next| broken + next)
}

/// Reads a text from a place to its end, or to the place that cannot be read.
fn stretch(text: &str, from: usize, open: &mut usize, sink: &mut dyn FnMut(Event<'_>)) -> Option<usize> {
    let mut reader = Reader::from_str(&text[from..]);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    loop {
        let at = from + reader.buffer_position() as usize;
        let event = reader.read_event();
        let end = from + reader.buffer_position() as usize;
        let span = Span::new(at.min(end), end);
        match event {
            Ok(Raw::Start(start)) => {
                *open += 1;
                sink(Event::Open(Tag { start: &start, span }));
            }
            Ok(Raw::Empty(start)) => {
                sink(Event::Open(Tag { start: &start, span }));
                sink(Event::Close(end));
            }
            Ok(Raw::End(_)) => {
                *open = open.saturating_sub(1);
                sink(Event::Close(end));
            }
            Ok(Raw::Text(text)) => sink(Event::Text(&String::from_utf8_lossy(&text))),
            Ok(Raw::CData(text)) => sink(Event::Text(&String::from_utf8_lossy(&text))),
            Ok(Raw::GeneralRef(name)) => {
                let raw = format!("&{};", String::from_utf8_lossy(&name));
                sink(Event::Text(
                    &quick_xml::escape::unescape(&raw).unwrap_or(Cow::Borrowed(" ")),
                ));
            }
            Ok(Raw::Eof) => return None,
            Err(_) => return Some(at),
            Ok(_) => {}
        }
    }
}
