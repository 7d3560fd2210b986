//! Notation of the room `segment`: a sentence a line; an empty line in the input parts paragraphs.

use crossread::article::segment;
use crossread::knowledge::Model;

use super::paragraphs;

pub(crate) fn segment(input: &str) -> String {
    let document = paragraphs::document(input);
    let segments = segment::segments(&document, &Model::embedded());
    let mut lines = String::new();
    for sentence in &segments.sentences {
        lines += &sentence.span.of(input).replace('\n', " ");
        lines += "\n";
    }
    lines
}
