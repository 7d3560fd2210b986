//! The tokens of HTML as a maintained tokenizer reads them, each with its place; no tree is built.
//!
//! A crate of its own: the tokenizer's states are compiled anew for whoever calls them, and here they are compiled once,
//! for size.

use std::convert::Infallible;
use std::ops::Range;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

/// A token, or a part of one, as bytes of UTF-8 with references resolved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event<'a> {
    /// A start tag begins: its name in lower case.
    Start(&'a [u8]),
    /// The name of an attribute of it, in lower case.
    Attribute(&'a [u8]),
    /// The value of that attribute.
    Value(&'a [u8]),
    /// The start tag ends; whether with a slash.
    Started(bool),
    /// An end tag: its name in lower case.
    End(&'a [u8]),
    /// Text.
    Text(&'a [u8]),
}

/// Reads markup; `sink` gets every token and where it stands, in bytes of `markup`. Scripts and styles are text, as the
/// standard has them. Comments and doctypes are left out.
pub fn read(markup: &str, sink: &mut dyn FnMut(Event<'_>, Range<usize>)) {
    let events = |event: CallbackEvent<'_>, at: Span<usize>| -> Option<Infallible> {
        let event = match event {
            CallbackEvent::OpenStartTag { name } => Event::Start(name),
            CallbackEvent::AttributeName { name } => Event::Attribute(name),
            CallbackEvent::AttributeValue { value } => Event::Value(value),
            CallbackEvent::CloseStartTag { self_closing } => Event::Started(self_closing),
            CallbackEvent::EndTag { name } => Event::End(name),
            CallbackEvent::String { value } => Event::Text(value),
            _ => return None,
        };
        sink(event, at.start..at.end);
        None
    };
    let mut emitter: CallbackEmitter<_, Infallible, usize> = CallbackEmitter::new(events);
    emitter.naively_switch_states(true);
    // The callback hands nothing on, so asking for the first token reads everything; memory does not fail.
    let _ = Tokenizer::new_with_emitter(markup, emitter).next();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_come_in_order_with_their_places() {
        let mut seen = Vec::new();
        read("<p Class=a>x &amp; y<br/></p>", &mut |event, at| {
            let words = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
            seen.push(match event {
                Event::Start(name) => format!("start {}", words(name)),
                Event::Attribute(name) => format!("attribute {}", words(name)),
                Event::Value(value) => format!("value {}", words(value)),
                Event::Started(slash) => format!("started {slash}"),
                Event::End(name) => format!("end {}", words(name)),
                Event::Text(text) => format!("text {} at {}", words(text), at.start),
            });
        });
        let wanted = [
            "start p",
            "attribute class",
            "value a",
            "started false",
            "text x & y at 11",
            "start br",
            "started true",
            "end p",
        ];
        assert_eq!(seen, wanted);
    }
}
