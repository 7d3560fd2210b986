//! `crossread tag --tokens`: labels for text that others have cut into tokens, so that any labelled set can be scored.

use std::io::{self, BufRead, Write};

use crossread::article::document::Document;
use crossread::article::label::Label;
use crossread::article::segment::{self, Segments};
use crossread::article::tag::{self, Evidence};
use crossread::article::times::{self, Anchors};
use crossread::knowledge::Model;

/// A line that begins so begins a document.
const DOCUMENT: &str = "-DOCSTART-";

/// Labels each token of standard input: `token<TAB>BIO`, blank lines and document lines as they came.
pub(crate) fn tag(model: &Model, out: &mut impl Write) -> io::Result<()> {
    let mut out = io::BufWriter::new(out);
    let mut lines: Vec<String> = Vec::new();
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.starts_with(DOCUMENT) {
            document(&lines, model, &mut out)?;
            lines.clear();
            writeln!(out, "{line}")?;
        } else {
            lines.push(line);
        }
    }
    document(&lines, model, &mut out)?;
    out.flush()
}

/// Labels the lines of one document.
fn document(lines: &[String], model: &Model, out: &mut impl Write) -> io::Result<()> {
    let (document, segments) = segment::given(lines.iter().map(|line| first_column(line)));
    let labels = labels(&document, &segments, model);
    let mut labels = labels.iter();
    for line in lines {
        match first_column(line) {
            "" => writeln!(out)?,
            token => writeln!(out, "{token}\t{}", labels.next().map_or("O", String::as_str))?,
        }
    }
    Ok(())
}

fn first_column(line: &str) -> &str {
    line.split('\t').next().unwrap_or("").trim()
}

/// A BIO label for each token: names first, then what is left of times and numbers.
fn labels(document: &Document, segments: &Segments, model: &Model) -> Vec<String> {
    let mut labels = vec!["O".to_owned(); segments.tokens.len()];
    let mut put = |tokens: std::ops::Range<usize>, code: &str| {
        if !tokens.is_empty() && labels[tokens.clone()].iter().all(|label| label == "O") {
            for at in tokens.clone() {
                let place = if at == tokens.start { 'B' } else { 'I' };
                labels[at] = format!("{place}-{code}");
            }
        }
    };
    for mention in tag::mentions(document, segments, model, &Evidence::default()) {
        match mention.label {
            Label::Role | Label::AnonSource => {}
            // OntoNotes knows no label for outlets.
            Label::Media => put(mention.tokens, Label::Org.code()),
            label => put(mention.tokens, label.code()),
        }
    }
    let (times, numbers) = times::times_and_numbers(document, segments, model, &Anchors::default());
    for time in times {
        let code = if time.value.contains('T') { "TIME" } else { "DATE" };
        put(segments.tokens_in(time.span), code);
    }
    for number in numbers {
        put(segments.tokens_in(number.span), number.label.code());
    }
    labels
}
