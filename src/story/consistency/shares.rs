//! A share that is not what its counts come to: "30 of 120 members, or 20 percent".

use crate::article::Article;
use crate::article::document::{Note, NoteKind};
use crate::article::label::Label;
use crate::article::times::Number;
use crate::text::{decimal, fold};

/// How many points a share may be off: it is rounded, and "nearly" and "over" round further.
const ROUNDED: f64 = 2.0;

/// Characters between a count and its share at most: "members, or ".
const NEAR: usize = 24;

/// Shares beside the two counts that they are made of, in the same sentence, that differ from what those come to.
pub(super) fn notes(article: &Article) -> Vec<Note> {
    let text = article.text();
    let wrong = article.numbers.windows(3).filter_map(|three| {
        let [part, whole, share] = told(article, three)?;
        let counts = part.label == Label::Cardinal && whole.label == Label::Cardinal;
        let single = share.to.is_none() && part.to.is_none() && whole.to.is_none();
        if !counts || !single || whole.value <= 0.0 || part.value > whole.value {
            return None;
        }
        let comes_to = 100.0 * part.value / whole.value;
        let span = three[0].span.cover(three[2].span);
        ((comes_to - share.value).abs() > ROUNDED).then(|| Note {
            kind: NoteKind::Number,
            span: Some(span),
            message: format!(
                "“{}” does not add up: {} of {} is {} percent",
                fold::style(span.of(text)),
                decimal::shortest(part.value),
                decimal::shortest(whole.value),
                decimal::whole(comes_to)
            ),
        })
    });
    wrong.collect()
}

/// The part, the whole and the share among three numbers that follow each other, where words tie them together.
fn told<'a>(article: &'a Article, three: &'a [Number]) -> Option<[&'a Number; 3]> {
    let [x, y, z] = three else { return None };
    let sentence = |number: &Number| article.segments.sentence_at(number.span.start());
    if sentence(x) != sentence(z) {
        return None;
    }
    let text = article.text();
    let between = |x: &Number, y: &Number| text.get(x.span.end()..y.span.start()).unwrap_or("").trim();
    let percent = |number: &Number| number.unit.as_deref() == Some("percent");
    let (first, second) = (between(x, y), between(y, z));
    let before = text.get(..x.span.start()).unwrap_or("").trim_end().to_lowercase();
    match [percent(x), percent(y), percent(z)] {
        // "30 of 120 members, or 20 percent"
        [false, false, true] if is_of(first) && is_beside(second) => Some([x, y, z]),
        // "of the 120 members, 30, or 20 percent"
        [false, false, true]
            if before
                .strip_suffix("the")
                .map_or(before.as_str(), str::trim_end)
                .split(|c: char| !c.is_alphanumeric())
                .next_back()
                == Some("of")
                && first.ends_with(',')
                && first.len() <= NEAR
                && is_beside(second) =>
        {
            Some([y, x, z])
        }
        // "20 percent of the members, 30 of 120"
        [true, false, false] if is_set_off(first) && is_of(second) => Some([y, z, x]),
        // "40 percent of the 200 workers, or 90"
        [true, false, false] if is_of(first) && is_beside(second) => Some([z, y, x]),
        _ => None,
    }
}

fn is_of(gap: &str) -> bool {
    matches!(
        gap,
        "of" | "out of" | "of the" | "out of the" | "of its" | "of their" | "of all"
    )
}

/// Whether words say that the next number is the same in another form.
fn is_beside(gap: &str) -> bool {
    let or = gap.contains(", or") || gap.contains("- or") || gap.contains("– or");
    gap.len() <= NEAR && (or || gap.ends_with('('))
}

/// The same where the counts stand behind the share.
fn is_set_off(gap: &str) -> bool {
    gap.len() <= NEAR && (gap.ends_with([',', '(', '–', '—']) || gap.ends_with(", or") || gap.ends_with(" -"))
}
