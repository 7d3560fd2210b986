//! Quotes of all articles that are one utterance.

use super::renderings;
use super::{Rendering, Utterance};
use crate::article::Article;
use crate::article::quotes::QuoteKind;
use crate::article::segment::SentenceId;
use crate::comparison::align::Passage;
use crate::comparison::forest::Groups;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};
use crate::text::{Span, fold, hash};

/// A quote of an article.
pub(super) type Place = (ArticleId, usize);

/// Words of a run that two quotes must share to be compared without an aligned sentence.
const RUN: usize = 4;

/// Words of a quote at least that is found whole where it has no run.
const SHORTEST: usize = 3;

/// Quotes that one run is looked for in; a phrase of more is nobody's own.
const HOLDERS: usize = 40;

/// Words of a fragment at most.
const FRAGMENT: usize = 6;

/// Quotes of one speaker in an article at most in which a fragment is looked for, and articles.
const SAID: usize = 100;
const ASKED: usize = 8;

/// Share of the shorter quote's words that stand in the longer in the same order, from which on they are one.
const SAME: f32 = 0.6;

/// The same for quotes in aligned sentences, whose place says already that they belong together.
const SAME_PLACE: f32 = 0.4;

/// The same where one speaker is quoted in one article and reported in the other: a paraphrase keeps few words.
const TOLD: f32 = 0.2;

/// Groups the quotes of all articles to utterances, in order of their first quote; `quotes` are those of the same texts as they
/// were read before, or none.
pub(super) fn utterances(story: &Story, passages: &[Passage], quotes: &mut Quotes) -> Vec<Utterance> {
    quotes.renew(story);
    let mut groups = Groups::new(quotes.all.len());
    quotes.within_articles(story, &mut groups);
    let aligned = quotes.aligned(story, passages);
    let fragments = quotes.fragments(story);
    for (pairs, least, placed) in [
        (aligned, SAME_PLACE, true),
        (quotes.sharing.clone(), SAME, false),
        (fragments, 1.0, false),
    ] {
        for (x, y) in pairs {
            let least = if placed && quotes.tells(story, x, y) {
                TOLD
            } else {
                least
            };
            if groups.find(x) != groups.find(y) && overlap(&quotes.words[x], &quotes.words[y]) >= least {
                groups.join(x, y);
            }
        }
    }
    let mut members: Map<usize, Vec<usize>> = Map::new();
    for at in 0..quotes.all.len() {
        members.entry(groups.find(at)).or_default().push(at);
    }
    members
        .into_values()
        .map(|group| utterance(story, quotes, &group))
        .collect()
}

fn utterance(story: &Story, quotes: &Quotes, group: &[usize]) -> Utterance {
    let renderings: Vec<(ArticleId, usize, Rendering)> = renderings::renderings(story, quotes, group);
    let speaker = renderings
        .iter()
        .find_map(|&(id, quote, _)| story.speaker(id, quote));
    Utterance { speaker, renderings }
}

/// All quotes that are somebody's speech, with their folded words.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    // Invariant: sorted.
    pub(super) all: Vec<Place>,
    pub(super) words: Vec<Vec<String>>,
    spans: Vec<Span>,
    /// Hashes of their runs of words, each with the quote that has it.
    // Invariant: sorted, each once.
    runs: Vec<(u64, u32)>,
    /// Those of different articles that share a run of words.
    sharing: Vec<(usize, usize)>,
}

impl Quotes {
    /// Forgets the words of articles that are `other` than they were.
    pub(super) fn keep(&mut self, other: &[bool]) {
        for (id, index) in &mut self.all {
            if other[id.0 as usize] {
                *index = usize::MAX;
            }
        }
    }

    /// The quotes of the story; of those that are others than before, their words.
    fn renew(&mut self, story: &Story) {
        let mut before = std::mem::take(self);
        let mut place = vec![u32::MAX; before.all.len()];
        let (mut then, mut more) = (0, Vec::new());
        for id in story.ids() {
            for (index, quote) in story.article(id).quotes.iter().enumerate() {
                if !matches!(
                    quote.kind,
                    QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Indirect
                ) {
                    continue;
                }
                let at = self.all.len() as u32;
                while before.all.get(then).is_some_and(|known| *known < (id, index)) {
                    then += 1;
                }
                let is_known = before.all.get(then) == Some(&(id, index)) && before.spans[then] == quote.span;
                self.words.push(if is_known {
                    place[then] = at;
                    std::mem::take(&mut before.words[then])
                } else {
                    let words = words(story.article(id), index);
                    more.extend(runs(&words).into_iter().map(|run| (run, at)));
                    words
                });
                self.all.push((id, index));
                self.spans.push(quote.span);
            }
        }
        self.runs = before.runs;
        if (&self.all, &self.spans) == (&before.all, &before.spans) {
            self.sharing = before.sharing;
            return;
        }
        self.runs.retain_mut(|(_, at)| {
            *at = place[*at as usize];
            *at != u32::MAX
        });
        self.runs.extend(more);
        // What stays keeps its order, so that this only merges.
        #[expect(
            clippy::stable_sort_primitive,
            reason = "the stable sort merges what is sorted already"
        )]
        self.runs.sort();
        self.runs.dedup();
        self.sharing = self.sharing_runs();
    }

    /// Whether one of two quotes reports without marks what the other quotes of the same speaker.
    fn tells(&self, story: &Story, x: usize, y: usize) -> bool {
        let [x, y] = [self.all[x], self.all[y]];
        let marked = |(id, at): Place| story.article(id).quotes[at].kind != QuoteKind::Indirect;
        let speaker = |(id, at): Place| story.speaker(id, at);
        marked(x) != marked(y) && speaker(x).is_some() && speaker(x) == speaker(y)
    }

    /// Pieces of one quotation that the verb of saying parts, and marked words inside a report.
    fn within_articles(&self, story: &Story, groups: &mut Groups) {
        for at in 1..self.all.len() {
            let ((id, before), (other, here)) = (self.all[at - 1], self.all[at]);
            if id != other {
                continue;
            }
            let article = story.article(id);
            let (x, y) = (&article.quotes[before], &article.quotes[here]);
            let both_direct = x.kind == QuoteKind::Direct && y.kind == QuoteKind::Direct;
            let block = |offset| {
                article
                    .segments
                    .sentence_at(offset)
                    .map(|s| article.segments.sentences[s.0 as usize].block)
            };
            let one_speaker = story.speaker(id, before) == story.speaker(id, here);
            let pieces = both_direct && one_speaker && block(x.span.start()) == block(y.span.start());
            if pieces || x.span.contains(y.span) && y.kind == QuoteKind::Mixed {
                groups.join(at - 1, at);
            }
        }
    }

    /// Quotes in sentences of one passage.
    fn aligned(&self, story: &Story, passages: &[Passage]) -> Vec<(usize, usize)> {
        let mut of_sentence: Map<(ArticleId, SentenceId), Vec<usize>> = Map::new();
        for (at, &(id, quote)) in self.all.iter().enumerate() {
            let article = story.article(id);
            let span = article.quotes[quote].span;
            let first = article.segments.sentence_at(span.start());
            if let Some(sentence) = first {
                of_sentence.entry((id, sentence)).or_default().push(at);
            }
        }
        let mut pairs = Vec::new();
        for passage in passages.iter().filter(|passage| passage.members.len() > 1) {
            // Each member against the first: the rest follows, and work stays linear.
            let mut members = passage
                .members
                .iter()
                .filter_map(|member| of_sentence.get(member));
            let Some(first) = members.next() else { continue };
            for other in members {
                pairs.extend(first.iter().flat_map(|&x| other.iter().map(move |&y| (x, y))));
            }
        }
        pairs.retain(|&(x, y)| self.all[x].0 != self.all[y].0);
        pairs
    }

    /// Quotes of a few words, each with one of the same speaker in every other article that holds them.
    fn fragments(&self, story: &Story) -> Vec<(usize, usize)> {
        let marked = |&(id, quote): &Place| story.article(id).quotes[quote].kind != QuoteKind::Indirect;
        let speaker = |(at, place): (usize, &Place)| {
            let speaker = story.speaker(place.0, place.1).filter(|_| marked(place))?;
            Some((speaker.0, place.0.0, at))
        };
        let mut said: Vec<(u32, u32, usize)> = self.all.iter().enumerate().filter_map(speaker).collect();
        said.arrange();
        let mut pairs = Vec::new();
        for of_one in said.chunk_by(|x, y| x.0 == y.0) {
            let articles: Vec<&[(u32, u32, usize)]> = of_one.chunk_by(|x, y| x.1 == y.1).collect();
            for &(_, own, x) in of_one.iter().filter(|said| self.words[said.2].len() <= FRAGMENT) {
                for others in articles.iter().filter(|of| of[0].1 != own).take(ASKED) {
                    let mut others = others.iter().take(SAID).map(|other| other.2);
                    let found = others.find(|&y| self.is_piece(x, y));
                    pairs.extend(found.map(|y| (x.min(y), x.max(y))));
                }
            }
        }
        pairs
    }

    /// Whether a quote has no more than a part of another's words.
    fn is_piece(&self, x: usize, y: usize) -> bool {
        let (piece, whole) = (
            &self.words[x],
            &self.words[y][..self.words[y].len().min(COMPARED)],
        );
        whole.len() > piece.len() && holds(whole, piece)
    }

    /// Quotes of different articles that share a run of words.
    fn sharing_runs(&self) -> Vec<(usize, usize)> {
        // Two numbers in one: the sort for these is compiled already.
        let mut pairs: Vec<u64> = Vec::new();
        for holders in self
            .runs
            .chunk_by(|x, y| x.0 == y.0)
            .filter(|holders| holders.len() <= HOLDERS)
        {
            for (n, &(_, x)) in holders.iter().enumerate() {
                let others = holders[n + 1..].iter().map(|&(_, y)| y);
                let apart = others.filter(|&y| self.all[x as usize].0 != self.all[y as usize].0);
                pairs.extend(apart.map(|y| u64::from(x) << 32 | u64::from(y)));
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        let pair = |both: u64| ((both >> 32) as usize, both as u32 as usize);
        pairs.into_iter().map(pair).collect()
    }
}

/// Hashes of the runs of words by which a quote is found; whether two have enough in common is asked of their words.
fn runs(words: &[String]) -> Vec<u64> {
    let hashes: Vec<u64> = words.iter().map(|word| hash::verbatim(word)).collect();
    let run = |run: &[u64]| run.iter().fold(0, |sum, &word| hash::mix(sum, word));
    let mut runs: Vec<u64> = hashes.windows(RUN).map(run).collect();
    // "We are devastated" is found whole.
    if hashes.len() == SHORTEST {
        runs.push(run(&hashes));
    }
    // "not quite one of us" and "not one of us"
    if hashes.len() == RUN + 1 {
        for left in 0..hashes.len() {
            let mut rest = hashes.clone();
            rest.remove(left);
            runs.push(run(&rest));
        }
    }
    runs
}

pub(super) fn words(article: &Article, quote: usize) -> Vec<String> {
    let span = article.quotes[quote].span;
    let tokens = &article.segments.tokens[article.segments.tokens_in(span)];
    let words = tokens
        .iter()
        .map(|token| fold::word(token.span.of(article.text())));
    words
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(std::borrow::Cow::into_owned)
        .collect()
}

/// Whether a quote has the words of a shorter one: one or two side by side, more, with sense among them, in their order.
pub(super) fn holds<T: AsRef<str>>(quote: &[T], piece: &[String]) -> bool {
    if piece.len() <= 2 {
        let run = |run: &[T]| run.iter().zip(piece).all(|(x, y)| x.as_ref() == y);
        return !piece.is_empty() && quote.windows(piece.len()).any(run);
    }
    let mut rest = piece.iter().peekable();
    for word in quote {
        rest.next_if(|next| word.as_ref() == next.as_str());
    }
    rest.peek().is_none() && piece.iter().any(|word| word.len() > GRAMMAR)
}

/// Letters of a word that most often carries grammar alone, at most.
const GRAMMAR: usize = 4;

/// Words of a quote that are compared; a longer one is a document.
const COMPARED: usize = 200;

/// Share of the shorter quote's words that stand in the longer in the same order.
pub(super) fn overlap(x: &[String], y: &[String]) -> f32 {
    let least = x.len().min(y.len()).min(COMPARED);
    common(x, y) as f32 / least.max(1) as f32
}

/// Length of the longest common subsequence.
pub(super) fn common(x: &[String], y: &[String]) -> usize {
    let (x, y) = (&x[..x.len().min(COMPARED)], &y[..y.len().min(COMPARED)]);
    if x == y {
        return x.len();
    }
    let mut row = vec![0_usize; y.len() + 1];
    for a in x {
        let mut diagonal = 0;
        for (at, b) in y.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if a == b { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row.last().copied().unwrap_or(0)
}
