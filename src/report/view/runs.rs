//! Spans to runs: a text is cut wherever a mark begins or ends.

use super::{Mark, Run, thing};
use crate::Analysis;
use crate::order::Arrange as _;
use crate::report::codes::Code;
use crate::story::ArticleId;
use crate::text::Span;

/// Marks of one article with the bytes they cover.
pub(super) struct Marks {
    // Invariant: in order of their start, the longer first.
    sorted: Vec<(Span, Mark)>,
    // Bytes of the longest: how far back a mark that reaches into a piece can begin.
    longest: usize,
}

impl Marks {
    /// The marks that share a byte with `piece`, in order.
    fn over(&self, piece: Span) -> impl Iterator<Item = &(Span, Mark)> {
        let far = piece.start().saturating_sub(self.longest);
        let first = self.sorted.partition_point(|(span, _)| span.start() < far);
        let last = self
            .sorted
            .partition_point(|(span, _)| span.start() < piece.end());
        self.sorted[first..last]
            .iter()
            .filter(move |(span, _)| span.overlaps(piece))
    }
}

/// A mark without a label or an id.
pub(super) fn plain(kind: &'static str) -> Mark {
    mark(kind, None, None)
}

fn mark(kind: &'static str, label: Option<&'static str>, id: Option<String>) -> Mark {
    Mark { kind, label, id }
}

/// What is to be said about an article's text wherever it is shown: entities, times, numbers, quotes.
pub(super) fn marks(analysis: &Analysis, id: ArticleId) -> Marks {
    let article = analysis.story.article(id);
    let entities = &analysis.story.entity_of[id.0 as usize];
    let names = article.mentions.iter().enumerate().map(|(index, mention)| {
        let entity = entities.get(index).map(|&entity| thing(analysis, entity));
        (mention.span, mark("entity", Some(mention.label.code()), entity))
    });
    let times = article.times.iter().map(|time| {
        (
            time.span,
            mark("time", Some(time.kind.code()), Some(time.value.clone())),
        )
    });
    let numbers = article
        .numbers
        .iter()
        .map(|number| (number.span, mark("number", Some(number.label.code()), None)));
    // Acts and stances are no quotes to a reader; the list of the report has them all.
    let said = article.quotes.iter().enumerate().filter(|(_, quote)| quote.said);
    let quotes = said.map(|(index, quote)| {
        let id = format!("q{}", index + 1);
        (quote.span, mark("quote", Some(quote.kind.code()), Some(id)))
    });
    let mut sorted: Vec<_> = names.chain(times).chain(numbers).chain(quotes).collect();
    sorted.arrange_by_key(|(span, mark)| (span.start(), std::cmp::Reverse(span.end()), mark.kind));
    let longest = sorted.iter().map(|(span, _)| span.len()).max().unwrap_or(0);
    Marks { sorted, longest }
}

/// Cuts a piece of a text into runs by the marks that cover it, and by `more` marks.
pub(super) fn runs(text: &str, piece: Span, marks: &Marks, more: &[(Span, Mark)]) -> Vec<Run> {
    let further = more.iter().filter(|(span, _)| span.overlaps(piece));
    let mut covering: Vec<_> = marks.over(piece).chain(further).collect();
    covering.arrange_by_key(|(span, _)| (span.start(), std::cmp::Reverse(span.end())));
    let mut borders = vec![piece.start(), piece.end()];
    let ends = covering.iter().flat_map(|(span, _)| [span.start(), span.end()]);
    borders.extend(ends.filter(|at| (piece.start()..piece.end()).contains(at)));
    borders.arrange();
    borders.dedup();
    let mut ahead = covering.into_iter().peekable();
    let mut over: Vec<&(Span, Mark)> = Vec::new();
    let cut = borders.windows(2).map(|ends| Span::new(ends[0], ends[1]));
    cut.map(|span| {
        // No mark begins or ends inside a cut, so those that have begun and not ended cover it.
        over.retain(|(covered, _)| covered.end() > span.start());
        while let Some(next) = ahead.next_if(|(covered, _)| covered.start() <= span.start()) {
            over.push(next);
        }
        Run {
            text: span.of(text).to_owned(),
            marks: over.iter().map(|(_, mark)| mark.clone()).collect(),
        }
    })
    .collect()
}
