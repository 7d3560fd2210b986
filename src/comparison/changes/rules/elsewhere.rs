//! What two articles say of one thing in sentences that are not linked.

use std::ops::Range;

use super::super::draft::Draft;
use super::super::pair::{Side, Word};
use super::about::{self, About, Spread};
use super::answers::Voices;
use super::contrasts::Described;
use super::denied::Telling;
use super::{answers, contrasts, denied, flat, related, tallies};
use crate::article::segment::SentenceId;
use crate::comparison::align::{Alignment, AlignmentKind};
use crate::comparison::diff;
use crate::order::{Arrange as _, Map};
use crate::story::{ArticleId, Story};

/// Sentences of an article at most that are looked at.
const LOOKED_AT: usize = 400;

/// Words of a sentence at most: a longer one is a page without full stops.
const READ: usize = 150;

/// Sentences with one word at most that are asked for it: a word of more is everybody's.
const HOLDERS: usize = 40;

/// Words that stories have many of: that two sentences share them says little.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "people", "man", "men", "woman", "women", "person", "percent", "cent", "per", "year", "month", "week", "day", "hour",
    "minute", "time", "dollar", "euro", "pound", "million", "billion", "crore", "lakh", "number", "more", "other", "first",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "second", "last", "next", "say", "said", "says",
    "told", "tell", "new", "make", "made", "take", "took", "go", "went", "get",
];

/// A sentence with its words of sense, each by the hash of its stem.
pub(super) struct Line<'s> {
    pub(super) side: Side<'s>,
    /// For each word its hash; 0 for what has no sense of its own.
    pub(super) stems: Vec<u64>,
    /// For each word what stands for it where all are asked what they are about; 0 as for stems.
    keys: Vec<u64>,
    /// The same once each, sorted.
    pub(super) all: Vec<u64>,
    /// The stems once each, sorted, without those that stories have many of.
    pub(super) rare: Vec<u64>,
}

impl Line<'_> {
    pub(super) fn sentence(&self) -> SentenceId {
        self.side.sentences[0]
    }

    /// The first word with some key, and its stem.
    pub(super) fn word(&self, key: u64) -> Option<(&Word<'_>, u64)> {
        let at = self.keys.iter().position(|&own| own == key)?;
        Some((&self.side.words[at], self.stems[at]))
    }

    /// The stems of some words, once each.
    pub(super) fn stems_in(&self, words: &Range<usize>) -> Vec<u64> {
        set(self.stems[words.clone()].to_vec())
    }

    /// The same without those that stories have many of.
    pub(super) fn rare_in(&self, words: &Range<usize>) -> Vec<u64> {
        let mut rare = self.stems_in(words);
        rare.retain(|stem| self.rare.binary_search(stem).is_ok());
        rare
    }
}

/// Sorted, once each, without those that say nothing.
fn set(mut stems: Vec<u64>) -> Vec<u64> {
    stems.retain(|&stem| stem != 0);
    stems.sort_unstable();
    stems.dedup();
    stems
}

/// How many of some stems another sorted list has.
pub(super) fn both(x: &[u64], y: &[u64]) -> usize {
    x.iter().filter(|stem| y.binary_search(stem).is_ok()).count()
}

/// The sentences of an article's body, and for each stem those that have it.
pub(super) struct Text<'s> {
    pub(super) lines: Vec<Line<'s>>,
    pub(super) spread: Spread,
    // Each rare word with each sentence that has it, sorted.
    holders: Vec<(u64, usize)>,
    pub(super) tellings: Vec<Telling>,
    pub(super) voices: Voices,
    pub(super) described: Vec<Described>,
}

impl<'s> Text<'s> {
    fn new(story: &'s Story, id: ArticleId, common: &[u64]) -> Self {
        let article = story.article(id);
        let mut lines: Vec<Line<'_>> = Vec::new();
        let sentences = article.segments.sentences.iter().enumerate();
        let body = sentences
            .filter(|(_, s)| article.document.blocks[s.block].kind.is_body() && s.tokens.len() <= READ);
        for (index, _) in body.take(LOOKED_AT) {
            let side = Side::new(story, id, &[SentenceId(index as u32)]);
            let sense = |word: &Word<'_>| {
                if word.is_content() {
                    diff::root(&word.fold)
                } else {
                    0
                }
            };
            let stems: Vec<u64> = side.words.iter().map(sense).collect();
            let words = side.words.iter().zip(&stems);
            let keys: Vec<u64> = words.map(|(word, &stem)| about::key(word, stem)).collect();
            let all = set(keys.clone());
            let mut rare = set(stems.clone());
            rare.retain(|stem| common.binary_search(stem).is_err());
            lines.push(Line {
                side,
                stems,
                keys,
                all,
                rare,
            });
        }
        Text {
            spread: Spread::new(&lines),
            holders: holders(&lines, |line| &line.rare),
            tellings: denied::tellings(&lines),
            voices: Voices::new(story, &lines),
            described: contrasts::described(&lines),
            lines,
        }
    }

    /// The sentences that have one of some words, by their place, once each.
    pub(super) fn near(&self, stems: &[u64]) -> Vec<usize> {
        near(&self.holders, stems)
    }
}

/// Each of some words of the sentences with each sentence that has it, sorted.
pub(super) fn holders<'s>(
    lines: &[Line<'s>],
    words: for<'l> fn(&'l Line<'s>) -> &'l [u64],
) -> Vec<(u64, usize)> {
    let mut holders = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        holders.extend(words(line).iter().map(|&word| (word, at)));
    }
    holders.sort_unstable();
    holders
}

/// The sentences that have one of some words, by their place, once each; what many have leads nowhere.
pub(super) fn near(holders: &[(u64, usize)], words: &[u64]) -> Vec<usize> {
    let each = words.iter().map(|&word| of(holders, word));
    let few = each.filter(|holders| holders.len() <= HOLDERS).flatten();
    let mut near: Vec<usize> = few.map(|(_, at)| *at).collect();
    near.sort_unstable();
    near.dedup();
    near
}

/// The entries of a word in a sorted list.
pub(super) fn of(sorted: &[(u64, usize)], stem: u64) -> &[(u64, usize)] {
    let first = sorted.partition_point(|entry| entry.0 < stem);
    let last = sorted.partition_point(|entry| entry.0 <= stem);
    &sorted[first..last]
}

/// Two articles of which sentences are compared that are not linked.
pub(super) struct Room<'r, 's> {
    pub(super) texts: [&'r Text<'s>; 2],
    // Sorted.
    linked: Vec<(SentenceId, SentenceId)>,
    /// The sentences that are about one thing.
    pub(super) related: Vec<About>,
}

impl Room<'_, '_> {
    /// Whether two sentences, by their places, are linked.
    pub(super) fn is_linked(&self, a: usize, b: usize) -> bool {
        let [x, y] = [&self.texts[0].lines[a], &self.texts[1].lines[b]];
        self.linked.binary_search(&(x.sentence(), y.sentence())).is_ok()
    }

    /// Whether a link stands beside two sentences, by their places: of those before or behind both, or of either with what
    /// is beside the other.
    pub(super) fn is_beside(&self, a: usize, b: usize) -> bool {
        const ASIDE: [(isize, isize); 8] = [
            (-1, -1),
            (-1, 0),
            (-1, 1),
            (0, -1),
            (0, 1),
            (1, -1),
            (1, 0),
            (1, 1),
        ];
        ASIDE.iter().any(|&(of_a, of_b)| {
            let places = a.checked_add_signed(of_a).zip(b.checked_add_signed(of_b));
            places.is_some_and(|(a, b)| {
                a < self.texts[0].lines.len() && b < self.texts[1].lines.len() && self.is_linked(a, b)
            })
        })
    }

    /// For each sentence of either side whether it is linked.
    pub(super) fn taken(&self) -> [Vec<bool>; 2] {
        let mut taken = self.texts.map(|text| vec![false; text.lines.len()]);
        for &(a, b) in &self.linked {
            for (side, sentence) in [(0, a), (1, b)] {
                let lines = &self.texts[side].lines;
                if let Ok(at) = lines.binary_search_by_key(&sentence, Line::sentence) {
                    taken[side][at] = true;
                }
            }
        }
        taken
    }
}

/// Every sentence of one side of a link with every one of the other.
fn pairs(link: &Alignment) -> impl Iterator<Item = (SentenceId, SentenceId)> {
    let pairs = |&a| link.b_sentences.iter().map(move |&b| (a, b));
    link.a_sentences.iter().flat_map(pairs)
}

/// A sentence that is told beside one of another article, and that article.
pub(in super::super) type Told = (ArticleId, SentenceId, ArticleId);

/// What was found in sentences that are not linked.
#[derive(Default)]
pub(in super::super) struct Elsewhere {
    pub(in super::super) drafts: Vec<Draft>,
    /// Sorted.
    pub(in super::super) told: Vec<Told>,
}

/// The sentences of which a finding shows nearly all: they are not told again by themselves.
fn told(story: &Story, draft: &Draft) -> Vec<Told> {
    let [x, y] = &draft.sides;
    let mut told = Vec::new();
    for (part, other) in [(x, y), (y, x)] {
        let sentences = &story.article(part.article).segments.sentences;
        let shown: usize = part.spans.iter().map(|span| span.len()).sum();
        let whole = |id: &&SentenceId| 3 * shown >= 2 * sentences[id.0 as usize].span.len();
        let whole = part.sentences.iter().filter(whole);
        told.extend(whole.map(|&id| (part.article, id, other.article)));
    }
    told
}

/// What every two linked articles say of one thing in sentences that are not linked.
pub(in super::super) fn elsewhere(
    story: &Story,
    by_pair: &Map<(ArticleId, ArticleId), Vec<&Alignment>>,
) -> Elsewhere {
    let common = set(COMMON.iter().map(|word| diff::root(word)).collect());
    let ids = story
        .ids()
        .filter(|id| by_pair.keys().any(|&(a, b)| a == *id || b == *id));
    let texts: Vec<(ArticleId, Text<'_>)> = ids.map(|id| (id, Text::new(story, id, &common))).collect();
    let text = |id: ArticleId| texts.iter().find(|(known, _)| *known == id).map(|(_, text)| text);
    let mut all = Elsewhere::default();
    for (&(a, b), links) in by_pair {
        let (Some(x), Some(y)) = (text(a), text(b)) else {
            continue;
        };
        let linked = links.iter().filter(|link| link.kind != AlignmentKind::Related);
        let mut linked: Vec<(SentenceId, SentenceId)> = linked.copied().flat_map(pairs).collect();
        linked.arrange();
        // What is a part of a sentence there is not only here, though many articles may keep their passages apart.
        all.told
            .extend(linked.iter().flat_map(|&(x, y)| [(a, x, b), (b, y, a)]));
        let mut room = Room {
            texts: [x, y],
            related: Vec::new(),
            linked,
        };
        room.related = about::about(&room);
        let mut found = tallies::tallies(&room);
        found.extend(flat::flat(&room));
        found.extend(contrasts::contrasts(&room));
        let whole = [denied::denied(&room), answers::answers(&room)].concat();
        all.told.extend(whole.iter().flat_map(|draft| told(story, draft)));
        found.extend(whole);
        related::related(&room, &mut found, &mut all.told);
        related::unharmed(&room, &mut all.told);
        all.drafts.extend(found);
    }
    all.told.arrange();
    all
}
