//! A share that is not what its counts come to: "30 of 120 members, or 20 percent".

use crate::article::Article;
use crate::article::document::{Note, NoteKind};
use crate::article::label::Label;
use crate::article::times::Number;
use crate::text::fold;

/// How many points a share may be off: it is rounded, and "nearly" and "over" round further.
const ROUNDED: f64 = 2.0;

/// Characters between a count and its share at most: "members, or ".
const NEAR: usize = 24;

/// Shares that stand right behind "x of y" in the same sentence and differ from it.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let text = article.text();
    let between = |x: &Number, y: &Number| text.get(x.span.end()..y.span.start()).unwrap_or("").trim();
    let wrong = article.numbers.windows(3).filter_map(|three| {
        let [part, whole, share] = three else { return None };
        let counts = part.label == Label::Cardinal && whole.label == Label::Cardinal;
        let of = matches!(
            between(part, whole),
            "of" | "out of" | "of the" | "of its" | "of their"
        );
        let gap = between(whole, share);
        let joined =
            gap.len() <= NEAR && (gap.contains(", or") || gap.ends_with('(') || gap.ends_with("- or"));
        let percent = share.unit.as_deref() == Some("percent") && share.to.is_none();
        let sentence = |number: &Number| article.segments.sentence_at(number.span.start());
        let one = sentence(part) == sentence(share);
        if !counts || !of || !joined || !percent || !one || whole.value <= 0.0 || part.value > whole.value {
            return None;
        }
        let comes_to = 100.0 * part.value / whole.value;
        let span = part.span.cover(share.span);
        ((comes_to - share.value).abs() > ROUNDED).then(|| Note {
            kind: NoteKind::Number,
            span: Some(span),
            message: format!(
                "“{}” does not add up: {} of {} is {comes_to:.0} percent",
                fold::style(span.of(text)),
                part.value,
                whole.value
            ),
        })
    });
    wrong.collect()
}
