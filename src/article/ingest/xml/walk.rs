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

/// Reads a text from its beginning to its end or to what cannot be read; whether it was the end.
pub(in crate::article::ingest) fn walk(text: &str, sink: &mut dyn FnMut(Event<'_>)) -> bool {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut open = 0_usize;
    loop {
        let at = reader.buffer_position() as usize;
        let event = reader.read_event();
        let end = reader.buffer_position() as usize;
        let span = Span::new(at.min(end), end);
        match event {
            Ok(Raw::Start(start)) => {
                open += 1;
                sink(Event::Open(Tag { start: &start, span }));
            }
            Ok(Raw::Empty(start)) => {
                sink(Event::Open(Tag { start: &start, span }));
                sink(Event::Close(end));
            }
            Ok(Raw::End(_)) => {
                open = open.saturating_sub(1);
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
            Ok(Raw::Eof) => return open == 0,
            Err(_) => return false,
            Ok(_) => {}
        }
    }
}
