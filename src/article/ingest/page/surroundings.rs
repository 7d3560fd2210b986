//! Where each line stands: what its elements hold, and which of them hold the article.

use super::looks::Look;
use super::parse::Page;
use super::tags::Tag;

/// What an element holds.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Holds {
    pub(super) words: u32,
    pub(super) linked: u32,
    pub(super) lines: u32,
    /// Words of lines that look like prose.
    pub(super) prose: u32,
    /// Points after Readability's idea: prose speaks for its parent, and half for the one around it.
    pub(super) points: f32,
}

/// What elements hold, and which are the likeliest to be the article.
#[derive(Debug, Default)]
pub(super) struct Surroundings {
    pub(super) holds: Vec<Holds>,
    /// The element with the most points.
    pub(super) favourite: u32,
    /// The smallest element with more than half of the page's prose.
    pub(super) core: u32,
    /// The line that repeats the page's title, best as a heading.
    pub(super) headline: Option<usize>,
}

/// Whether a line looks like prose: a dozen words or more, few of them links, and a mark at its end.
pub(super) fn is_prose(look: &Look) -> bool {
    look.words >= 12 && look.linked < 50 && (matches!(look.end, 1 | 2) || look.words >= 30)
}

pub(super) fn surroundings(page: &Page, looks: &[Look], title: &str) -> Surroundings {
    let mut holds = vec![Holds::default(); page.elements.len()];
    for (line, look) in page.lines.iter().zip(looks) {
        let words = look.words as u32;
        let linked = words * look.linked as u32 / 100;
        let prose = if is_prose(look) { words } else { 0 };
        let points = if prose > 0 {
            (1.0 + f32::from(look.commas.min(10)) + (words as f32 / 20.0).min(4.0))
                * (1.0 - f32::from(look.linked) / 100.0)
        } else {
            0.0
        };
        let mut at = line.element;
        let mut level = 0;
        loop {
            let element = &mut holds[at as usize];
            element.words += words;
            element.linked += linked;
            element.lines += 1;
            element.prose += prose;
            let tag = page.elements[at as usize].tag;
            // A paragraph speaks for what it stands in, a loose line for its own element.
            if !(level == 0 && matches!(tag, Tag::P | Tag::Li | Tag::Blockquote)) {
                level += 1;
                element.points += match level {
                    1 => points,
                    2 => points / 2.0,
                    n if n < 6 => points / (n as f32 * 3.0),
                    _ => 0.0,
                };
            }
            if at == 0 {
                break;
            }
            at = page.elements[at as usize].parent;
        }
    }
    let favourite = (0..holds.len()).fold(0, |best, at| {
        let worth =
            |at: usize| holds[at].points * (1.0 - holds[at].linked as f32 / holds[at].words.max(1) as f32);
        if worth(at) > worth(best) { at } else { best }
    });
    let half = holds[0].prose / 2;
    // Elements are in order of opening, so the last with more than half is the innermost.
    let core = (0..holds.len())
        .rev()
        .find(|&at| holds[at].prose > half)
        .unwrap_or(0);
    Surroundings {
        favourite: favourite as u32,
        core: core as u32,
        headline: headline(page, looks, title),
        holds,
    }
}

/// The heading that says most of what the page's title says: of "Bridge opens - Tide Daily" both may be headings. Without
/// one the first heading of the first level.
fn headline(page: &Page, looks: &[Look], title: &str) -> Option<usize> {
    let title = fold(title);
    let tag = |at: usize| page.elements[page.lines[at].element as usize].tag;
    let headings = || (0..page.lines.len()).filter(|&at| tag(at).is_heading() && looks[at].words <= 60);
    let said = |at: usize| {
        let line = fold(page.lines[at].span.of(&page.text));
        let told = if title.starts_with(&line) || title.ends_with(&line) {
            line.len()
        } else if line.starts_with(&title) {
            title.len()
        } else {
            0
        };
        if told < LEAST { 0 } else { told }
    };
    let best = |lines: &mut dyn Iterator<Item = usize>| {
        let (mut most, mut best) = (0, None);
        for at in lines {
            let told = said(at);
            if told > most {
                (most, best) = (told, Some(at));
            }
        }
        best
    };
    best(&mut headings())
        .or_else(|| headings().find(|&at| tag(at) == Tag::H1))
        .or_else(|| best(&mut (0..page.lines.len().min(2000)).filter(|&at| looks[at].words <= 40)))
}

/// Letters of a headline that are enough to know it by.
const LEAST: usize = 8;

/// Letters and figures in lower case.
pub(super) fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
