//! Lines to paragraphs.

use crate::Paragraph;
use crate::lines::{Laid, Line};

/// Sizes of type that differ by no more than this share are one.
const SAME_SIZE: f32 = 0.08;

/// A line that follows at more than this many times the usual distance begins a paragraph.
const SPACED: f32 = 1.22;

/// A distance that is there at least so many times less often than the most frequent one may still be that of lines.
const OFTEN: usize = 8;

/// Lines farther apart than this many sizes are no paragraph, whatever is usual on the page.
const FARTHEST: f32 = 2.6;

/// An indent from this many sizes on begins a paragraph.
const INDENT: f32 = 0.7;

/// How many sizes the left ends of two lines of one column lie apart at most.
const SHIFT: f32 = 4.0;

/// A letter's mean width as a share of the size.
const LETTER: f32 = 0.5;

/// Joins the lines of all pages.
pub(crate) fn paragraphs(pages: Vec<Laid>) -> Vec<Paragraph> {
    let words = words(&pages);
    let usual = distances(&pages);
    let mut joined = Joined {
        words: &words,
        body: body(&pages) as f32 / 10.0,
        all: Vec::new(),
        open: None,
    };
    for (number, page) in pages.into_iter().enumerate() {
        let edges = Edges::new(&page.lines);
        for line in page.lines {
            joined.line(line, number + 1, &usual, &edges);
        }
    }
    joined.all
}

/// The size of type that most letters have, in tenths of a point.
pub(crate) fn body(pages: &[Laid]) -> u32 {
    let lines = pages
        .iter()
        .flat_map(|page| &page.lines)
        .filter(|line| !line.margin);
    let mut sizes: Vec<(i32, usize)> = lines.map(|line| (tenths(line.size), line.text.len())).collect();
    sizes.sort_unstable();
    let sums = sizes
        .chunk_by(|x, y| x.0 == y.0)
        .map(|run| (run.iter().map(|line| line.1).sum::<usize>(), run[0].0));
    sums.max().map_or(0, |(_, size)| size.max(0) as u32)
}

/// How far to the right lines reach that are set alike and begin below each other, as in a column.
struct Edges(Vec<((i32, bool, i32), i32)>);

impl Edges {
    fn new(lines: &[Line]) -> Self {
        let mut edges: Vec<_> = lines
            .iter()
            .filter(|line| !line.margin)
            .map(|line| (Self::place(line), line.right.ceil() as i32))
            .collect();
        edges.sort_unstable_by_key(|&(place, right)| (place, -right));
        edges.dedup_by_key(|edge| edge.0);
        Self(edges)
    }

    /// Where a line begins, in steps of two sizes.
    fn place(line: &Line) -> (i32, bool, i32) {
        (
            tenths(line.size),
            line.bold,
            (line.left / (line.size * 2.0).max(1.0)) as i32,
        )
    }

    fn of(&self, line: &Line) -> f32 {
        let (size, bold, column) = Self::place(line);
        let at = |column| {
            self.0
                .binary_search_by_key(&(size, bold, column), |edge| edge.0)
                .map_or(0, |at| self.0[at].1)
        };
        (column - 1..=column + 1).map(at).max().unwrap_or(0) as f32
    }
}

/// The words with a hyphen inside that are in the text, sorted: "long-term".
fn words(pages: &[Laid]) -> Vec<String> {
    let mut words = Vec::new();
    for line in pages.iter().flat_map(|page| &page.lines) {
        let inner = line
            .text
            .split_whitespace()
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        words.extend(inner.filter(|word| word.contains('-')).map(str::to_lowercase));
    }
    words.sort_unstable();
    words
}

/// The usual distance of lines for each size of type, in tenths of a point: the smallest that is there often. In a text of
/// short paragraphs their distance may be there more often.
fn distances(pages: &[Laid]) -> Vec<(i32, f32)> {
    let mut met: Vec<(i32, i32)> = pages
        .iter()
        .flat_map(|page| page.lines.windows(2))
        .filter(|pair| alike(&pair[0], &pair[1]) && !pair[0].margin && !pair[1].margin)
        .map(|pair| (tenths(pair[1].size), tenths(pair[1].y - pair[0].y)))
        .filter(|&(size, distance)| distance > size / 2 && distance < (size as f32 * FARTHEST) as i32)
        .collect();
    met.sort_unstable();
    let sizes = met.chunk_by(|x, y| x.0 == y.0);
    let usual = sizes.map(|of_size| {
        let runs = || of_size.chunk_by(|x, y| y.1 - x.1 <= 1);
        let most = runs().map(<[_]>::len).max().unwrap_or(0);
        let smallest = runs().find(|run| run.len() >= 2.max(most / OFTEN) || run.len() == most);
        smallest.map(|run| (run[0].0, run[run.len() - 1].1 as f32 / 10.0))
    });
    usual.flatten().collect()
}

fn tenths(points: f32) -> i32 {
    (points * 10.0).round() as i32
}

/// Whether two lines are set alike.
fn alike(x: &Line, y: &Line) -> bool {
    (x.size - y.size).abs() <= x.size.max(y.size) * SAME_SIZE && x.bold == y.bold
}

/// The paragraph that lines are being added to.
struct Open {
    at: usize,
    first: Line,
    last: Line,
    page: usize,
    lines: usize,
    /// Where its lines begin and end at most.
    left: f32,
    right: f32,
}

struct Joined<'a> {
    words: &'a [String],
    /// The size of the text's type.
    body: f32,
    all: Vec<Paragraph>,
    open: Option<Open>,
}

impl Joined<'_> {
    fn line(&mut self, line: Line, page: usize, usual: &[(i32, f32)], edges: &Edges) {
        if line.margin {
            self.all.push(paragraph(&line));
            return;
        }
        let goes_on = self.open.as_ref().is_some_and(|open| {
            if open.page == page && line.y > open.last.y - line.size * 0.5 {
                let is_display = line.bold || line.size > self.body * (1.0 + 2.0 * SAME_SIZE);
                open.goes_on_below(&line, usual, edges, is_display)
            } else {
                open.goes_on_elsewhere(&line)
            }
        });
        if let Some(open) = self.open.as_mut().filter(|_| goes_on) {
            join(&mut self.all[open.at].text, &line.text, self.words);
            open.add(line, page);
        } else {
            self.all.push(paragraph(&line));
            self.open = Some(Open::new(self.all.len() - 1, line, page));
        }
    }
}

fn paragraph(line: &Line) -> Paragraph {
    Paragraph {
        text: line.text.clone(),
        size: tenths(line.size).max(0) as u32,
        bold: line.bold,
        margin: line.margin,
    }
}

impl Open {
    fn new(at: usize, line: Line, page: usize) -> Self {
        Self {
            at,
            page,
            lines: 1,
            left: line.left,
            right: line.right,
            first: line.clone(),
            last: line,
        }
    }

    fn add(&mut self, line: Line, page: usize) {
        let moved = page != self.page || line.y < self.last.y;
        self.left = if moved {
            line.left
        } else {
            self.left.min(line.left)
        };
        self.right = if moved {
            line.right
        } else {
            self.right.max(line.right)
        };
        self.page = page;
        self.lines += 1;
        self.last = line;
    }

    /// Whether a line below the last one goes on. Lines of display type are as long as they look best.
    fn goes_on_below(&self, line: &Line, usual: &[(i32, f32)], edges: &Edges, is_display: bool) -> bool {
        let distance = line.y - self.last.y;
        let known = usual
            .iter()
            .find(|(size, _)| *size == tenths(line.size))
            .map(|&(_, distance)| distance);
        let most = known
            .map_or(line.size * FARTHEST / 2.0, |known| known * SPACED)
            .min(line.size * FARTHEST);
        let is_column = line.left < self.right
            && line.right > self.left
            && (line.left - self.left).abs() < line.size * SHIFT;
        if distance.abs() <= line.size * 0.3 && (line.left - self.last.right).abs() < line.size {
            return true;
        }
        if !alike(&self.last, line) || distance <= line.size * 0.5 || distance > most || !is_column {
            return false;
        }
        is_display
            || !is_byline(&line.text)
                && !self.is_indented(line)
                && !self.has_ended(line, edges.of(&self.last))
    }

    /// Whether a line is set in from the lines above it, as the first of a paragraph is.
    fn is_indented(&self, line: &Line) -> bool {
        let above = if self.lines == 1 {
            self.first.left
        } else {
            self.left
        };
        line.left - above > line.size * INDENT && ends_sentence(&self.last.text)
    }

    /// Whether the last line ends a paragraph: the next word would have found its place beside it.
    fn has_ended(&self, line: &Line, edge: f32) -> bool {
        let word = line.text.split(' ').next().unwrap_or_default().chars().count() as f32;
        let needed = (word + 2.0) * LETTER + if ends_sentence(&self.last.text) { 0.5 } else { 2.0 };
        edge - self.last.right > needed * line.size
    }

    /// Whether a line at the head of another column or page goes on.
    fn goes_on_elsewhere(&self, line: &Line) -> bool {
        let begins_small = line
            .text
            .chars()
            .find(|c| c.is_alphanumeric())
            .is_some_and(char::is_lowercase);
        let unfinished = !ends_sentence(&self.last.text) && (self.lines > 2 || begins_small);
        alike(&self.last, line)
            && unfinished
            && (begins_small || self.last.right > self.right - line.size * 4.0)
    }
}

/// Whether a line names who wrote: "By Ann Field".
fn is_byline(text: &str) -> bool {
    let name = text.strip_prefix("By ").or_else(|| text.strip_prefix("by "));
    name.is_some_and(|name| name.starts_with(char::is_uppercase)) && text.split(' ').count() <= 8
}

fn ends_sentence(text: &str) -> bool {
    let inner = text.trim_end_matches(['"', '\'', '”', '’', ')', ']', '»', '«', '“']);
    inner.ends_with(['.', '!', '?', '…', ':', '。', '！', '？'])
}

/// Adds a line's text; a word that was broken at a hyphen is put together.
fn join(text: &mut String, line: &str, words: &[String]) {
    let broken = text.ends_with(['-', '\u{2010}', '\u{AD}'])
        && text
            .trim_end_matches(['-', '\u{2010}', '\u{AD}'])
            .ends_with(char::is_alphabetic)
        && line.starts_with(char::is_lowercase);
    if broken {
        let head = text
            .rsplit(' ')
            .next()
            .unwrap_or_default()
            .trim_start_matches(|c: char| !c.is_alphanumeric());
        let tail = line
            .split(' ')
            .next()
            .unwrap_or_default()
            .trim_end_matches(|c: char| !c.is_alphanumeric());
        let whole = format!("{head}{tail}").to_lowercase().replace('\u{2010}', "-");
        if words.binary_search(&whole).is_err() {
            text.pop();
        }
    } else if is_spaced(text, line) {
        text.push(' ');
    }
    text.push_str(line);
}

/// Whether a space stands between two lines: not in scripts that know none.
fn is_spaced(text: &str, line: &str) -> bool {
    let wide = |c: Option<char>| {
        c.is_some_and(
            |c| matches!(c, '\u{3000}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'),
        )
    };
    !(wide(text.chars().next_back()) && wide(line.chars().next()))
}
