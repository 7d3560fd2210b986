//! Word edits inside aligned passages, made readable.

use crate::text::Span;

/// One step from `a` to `b`. The steps of an alignment, in order, tile both sides: the `a` spans of all steps joined
/// are the text of a's sentences (white space between tokens included with the token before it), the `b` spans b's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Edit {
    /// What happens.
    pub op: Op,
    /// Bytes of the article `a`; empty where `b` adds.
    pub a: Span,
    /// Bytes of the article `b`; empty where `b` leaves out.
    pub b: Span,
}

/// What happens in an edit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// The same, byte for byte but for white space at the end.
    Equal,
    /// The same but for style: quotation marks, case, US/U.S., -ise/-ize, white space.
    Style,
    /// Only in `a`.
    Delete,
    /// Only in `b`.
    Insert,
    /// Words of `a` stand where others of `b` stand.
    Replace,
}
