//! Two articles side by side.

use std::collections::BTreeMap;

use super::article::paragraphs;
use super::runs::{Marks, marks, plain, runs};
use super::{Cell, PairView, Row, Run};
use crate::Analysis;
use crate::article::segment::SentenceId;
use crate::comparison::align::Alignment;
use crate::comparison::diff::Op;
use crate::report::codes::Code;
use crate::story::ArticleId;
use crate::text::Span;

/// Above this share of replaced text before and after read better as blocks ("over about two thirds changed",
/// product.md).
const REWRITTEN: f64 = 2.0 / 3.0;

/// Two articles side by side; `a` is to be before `b`.
pub fn pair(analysis: &Analysis, a: ArticleId, b: ArticleId) -> PairView {
    let links: Vec<&Alignment> = analysis
        .comparison
        .alignments
        .iter()
        .filter(|link| link.a == a && link.b == b)
        .collect();
    let sides = [Side::new(analysis, a), Side::new(analysis, b)];
    let mut rows = Vec::new();
    let mut shown = vec![false; sides[1].count()];
    let mut link_of_a = BTreeMap::new();
    let mut link_of_b = BTreeMap::new();
    for (index, link) in links.iter().enumerate() {
        link_of_a.extend(link.a_sentences.iter().map(|&s| (s, index)));
        link_of_b.extend(link.b_sentences.iter().map(|&s| (s, index)));
    }
    let mut row_of_link: BTreeMap<usize, usize> = BTreeMap::new();
    let mut next_b = 0;
    for s in (0..sides[0].count() as u32).map(SentenceId) {
        match link_of_a.get(&s) {
            None => rows.push(only(&sides[0], s, true)),
            Some(index) if row_of_link.contains_key(index) => {}
            Some(&index) => {
                let link = links[index];
                let first = link.b_sentences.first().map_or(0, |s| s.0);
                if !link.moved {
                    while next_b < first {
                        b_row(
                            &sides,
                            SentenceId(next_b),
                            &link_of_b,
                            &links,
                            &mut shown,
                            &mut rows,
                        );
                        next_b += 1;
                    }
                }
                row_of_link.insert(index, rows.len());
                rows.push(linked(&sides, link));
                link.b_sentences
                    .iter()
                    .for_each(|s| shown[s.0 as usize] = !link.moved);
            }
        }
    }
    for s in next_b..sides[1].count() as u32 {
        b_row(&sides, SentenceId(s), &link_of_b, &links, &mut shown, &mut rows);
    }
    PairView {
        a: a.to_string(),
        b: b.to_string(),
        rows: named(rows),
    }
}

/// A sentence of the right article at its own place: its text, or a sign where a moved one stands.
fn b_row(
    sides: &[Side<'_>; 2],
    s: SentenceId,
    link_of_b: &BTreeMap<SentenceId, usize>,
    links: &[&Alignment],
    shown: &mut [bool],
    rows: &mut Vec<Row>,
) {
    if std::mem::replace(&mut shown[s.0 as usize], true) {
        return;
    }
    match link_of_b.get(&s) {
        None => rows.push(only(&sides[1], s, false)),
        Some(&index) if links[index].moved && links[index].b_sentences.first() == Some(&s) => {
            rows.push(Row {
                id: String::new(),
                kind: "elsewhere",
                moved: true,
                // The link's first sentence of `a` names the row until all rows have their ids.
                partner: Some(key(links[index])),
                a: None,
                b: None,
                inline: Vec::new(),
                rewritten: false,
            });
        }
        Some(_) => {}
    }
}

fn key(link: &Alignment) -> String {
    format!("{}", link.a_sentences.first().map_or(0, |s| s.0))
}

/// Gives rows their ids, and moved rows their partners.
fn named(mut rows: Vec<Row>) -> Vec<Row> {
    let mut places: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (index, row) in rows.iter().enumerate() {
        if let Some(partner) = &row.partner {
            places.entry(partner.clone()).or_default().push(index);
        }
    }
    for (index, row) in rows.iter_mut().enumerate() {
        row.id = format!("r{}", index + 1);
        let pair = row.partner.take().and_then(|key| places.get(&key));
        let other = pair.and_then(|pair| pair.iter().find(|&&other| other != index));
        row.partner = other.map(|other| format!("r{}", other + 1));
    }
    rows
}

fn only(side: &Side<'_>, s: SentenceId, left: bool) -> Row {
    let cell = side.cell(&[s], &Vec::new());
    let kind = if left { "delete" } else { "insert" };
    let inline = over(cell.runs.clone(), kind);
    let (a, b) = if left {
        (Some(cell), None)
    } else {
        (None, Some(cell))
    };
    let kind = if left { "only-a" } else { "only-b" };
    Row {
        id: String::new(),
        kind,
        moved: false,
        partner: None,
        a,
        b,
        inline,
        rewritten: false,
    }
}

fn linked(sides: &[Side<'_>; 2], link: &Alignment) -> Row {
    let op = |op: Op| plain(op.code());
    let left: Marks = link.edits.iter().map(|edit| (edit.a, op(edit.op))).collect();
    let right: Marks = link.edits.iter().map(|edit| (edit.b, op(edit.op))).collect();
    let mut inline = Vec::new();
    let (mut changed, mut all) = (0, 0);
    for edit in &link.edits {
        let (a, b) = (edit.a.len(), edit.b.len());
        all += a + b;
        let pieces: &[(usize, Span, &'static str)] = match edit.op {
            Op::Equal | Op::Style => &[(0, edit.a, edit.op.code())],
            Op::Delete | Op::Insert | Op::Replace => {
                changed += a + b;
                &[(0, edit.a, "delete"), (1, edit.b, "insert")]
            }
        };
        for &(side, span, kind) in pieces.iter().filter(|(_, span, _)| !span.is_empty()) {
            inline.extend(over(runs(sides[side].text(), span, &sides[side].marks), kind));
        }
    }
    Row {
        id: String::new(),
        kind: link.kind.code(),
        moved: link.moved,
        partner: link.moved.then(|| key(link)),
        a: Some(sides[0].cell(&link.a_sentences, &left)),
        b: Some(sides[1].cell(&link.b_sentences, &right)),
        inline,
        rewritten: f64::from(changed as u32) > REWRITTEN * f64::from(all as u32),
    }
}

/// The runs with one more mark around each.
fn over(mut runs: Vec<Run>, kind: &'static str) -> Vec<Run> {
    for run in &mut runs {
        run.marks.insert(0, plain(kind));
    }
    runs
}

/// One article of the pair.
struct Side<'a> {
    analysis: &'a Analysis,
    id: ArticleId,
    marks: Marks,
    paragraphs: Vec<Option<usize>>,
}

impl<'a> Side<'a> {
    fn new(analysis: &'a Analysis, id: ArticleId) -> Self {
        let paragraphs = paragraphs(analysis.story.article(id));
        Self {
            analysis,
            id,
            marks: marks(analysis, id),
            paragraphs,
        }
    }

    fn text(&self) -> &'a str {
        self.analysis.story.article(self.id).text()
    }

    fn count(&self) -> usize {
        self.analysis.story.article(self.id).segments.sentences.len()
    }

    /// Sentences as a cell; between two that do not touch stands a space.
    fn cell(&self, sentences: &[SentenceId], edits: &Marks) -> Cell {
        let article = self.analysis.story.article(self.id);
        let all = &article.segments.sentences;
        let first = &all[sentences.first().map_or(0, |s| s.0 as usize)];
        let block = article.document.blocks[first.block];
        let mut marks = self.marks.clone();
        marks.extend(edits.iter().filter(|(span, _)| !span.is_empty()).cloned());
        marks.sort_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
        let mut runs = Vec::new();
        for sentence in sentences {
            if !runs.is_empty() {
                runs.push(Run {
                    text: " ".to_owned(),
                    marks: Vec::new(),
                });
            }
            runs.extend(self::runs(self.text(), all[sentence.0 as usize].span, &marks));
        }
        Cell {
            article: self.id.to_string(),
            block: block.kind.code(),
            paragraph: self.paragraphs[first.block],
            opens: first.span.start() <= block.span.start(),
            runs,
        }
    }
}
