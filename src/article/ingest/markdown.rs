//! Markdown: the text is the decoded file but for escapes; marks around a line are left out of its block.

use super::reading::{Piece, Reading};
use super::structure::{Line, Mark};
use super::{decode, plain};
use crate::error::ErrorKind;

/// Reads Markdown, with or without front matter.
pub(super) fn read(reading: &mut Reading<'_>, piece: &Piece<'_>) -> Result<(), ErrorKind> {
    let mut decoded = decode::text(piece, reading.file.decoder)?;
    if decoded.text.contains('\\') {
        decoded.text = unescaped(&decoded.text);
    }
    let document = plain::shaped(piece.bytes, decoded, "text/markdown", mark, reading.model);
    reading.keep(document);
    Ok(())
}

/// A text without the escapes of marks that mean nothing here, as programs write them: "\\$4". Others stay, since they
/// keep a line from becoming a heading or a list.
fn unescaped(text: &str) -> String {
    const PLAIN: &str = "$'\"<@&%^()";
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if !rest.starts_with(|c| PLAIN.contains(c)) {
            out.push('\\');
        }
    }
    out + rest
}

/// Sets the marks of all lines.
fn mark(lines: &mut [Line<'_>]) {
    let start = front_matter(lines);
    let mut fenced = false;
    for index in start..lines.len() {
        let below = lines.get(index + 1).filter(|next| !next.gap);
        let underline = below.and_then(|next| underline(next.text));
        let line = &mut lines[index];
        let all = line.text.len();
        if line.text.starts_with("```") || line.text.starts_with("~~~") {
            fenced = !fenced;
            line.mark = Mark::Ornament;
        }
        if fenced || line.mark == Mark::Ornament {
            continue;
        }
        if is_ornament(line.text) {
            line.mark = Mark::Ornament;
        } else if let Some((mark, start)) = heading(line.text) {
            let end = line.text.trim_end_matches('#').trim_end().len().max(start);
            line.marked(mark, start, end);
        } else if let Some(mark) = underline.filter(|_| line.mark == Mark::None) {
            line.mark = mark;
        } else if let Some(start) = quotation(line.text) {
            line.marked(Mark::Quote, start, all);
        } else if let Some(width) = emphasis(line.text) {
            line.marked(Mark::Emphasis, width, all - width);
        }
    }
}

/// Marks the fields between the first two lines of `---`; returns the number of lines that were read.
fn front_matter(lines: &mut [Line<'_>]) -> usize {
    if lines.first().is_none_or(|line| line.text != "---") {
        return 0;
    }
    let Some(end) = lines
        .iter()
        .skip(1)
        .position(|line| line.text == "---" || line.text == "...")
    else {
        return 0;
    };
    for line in &mut lines[..end + 2] {
        line.mark = Mark::Matter;
    }
    end + 2
}

/// The level of an ATX heading, and the byte where its words begin.
fn heading(line: &str) -> Option<(Mark, usize)> {
    let level = line.bytes().take_while(|&b| b == b'#').count();
    let is_heading = (1..=6).contains(&level) && line[level..].starts_with([' ', '\t']);
    let mark = if level == 1 { Mark::Title } else { Mark::Heading };
    is_heading.then_some((mark, level))
}

/// What a line of `===` or `---` makes of the line above it.
fn underline(line: &str) -> Option<Mark> {
    let only = |c: char| line.len() >= 3 && line.chars().all(|other| other == c);
    match () {
        () if only('=') => Some(Mark::Title),
        () if only('-') => Some(Mark::Heading),
        () => None,
    }
}

/// A rule, an underline, or a picture alone on its line.
fn is_ornament(line: &str) -> bool {
    let rule = line.len() >= 3
        && ['-', '*', '_', '=']
            .iter()
            .any(|&mark| line.chars().all(|c| c == mark || c == ' '));
    rule || line.starts_with("![") && line.ends_with(')')
}

/// Where the words of a quotation begin.
fn quotation(line: &str) -> Option<usize> {
    let marks = line.len() - line.trim_start_matches(['>', ' ']).len();
    line.starts_with('>').then_some(marks)
}

/// The width of the marks where the whole line is emphasised: `*…*`, `**…**`, `_…_`.
fn emphasis(line: &str) -> Option<usize> {
    let around = |mark: &str| {
        let inner = line.strip_prefix(mark)?.strip_suffix(mark)?;
        let whole = !inner.is_empty() && !inner.contains(mark) && !inner.starts_with(' ');
        whole.then_some(mark.len())
    };
    ["***", "**", "__", "*", "_"].into_iter().find_map(around)
}
