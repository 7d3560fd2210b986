//! Pairs that tell the same story in other words: hardly a run of words in common, yet sentence answers sentence.

use super::{Line, Rarity, Tie, lines, link_retold, shares};
use crate::article::label::Label;
use crate::article::tag::Mention;
use crate::comparison::candidates::{Candidate, Pair};
use crate::comparison::forest::Groups;
use crate::knowledge::Model;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};
use crate::text::shingles::{self, Words};

/// Share of an article's words that stand in sentences which answer each other.
const ANSWERED: f32 = 0.05;

/// Rare words that two articles have in common for each sentence of the one with fewer, to be looked at.
const RARE: f32 = 0.7;

/// So many where two sentences answer each other, and so many where only one does.
///
/// Of 347,000 pairs of articles on one election campaign (`PolNeAR`) that share no text, 14 pass: two reports of one
/// auction, two of one hacker's case, ten of polls and nights of voting, two others. Most reports of one event that were
/// written apart have one and a half and more.
const MANY: [f32; 2] = [1.5, 2.5];

/// The share of both articles' words, the geometric mean, in sentences that are about the same, each the other's nearest:
/// from it on they tell one story, however few rare words they share.
///
/// Of 4,000 pairs of articles of that campaign, written within ten days, two reach this and the next. Fourteen pairs of reports of one
/// event, invented and written apart by others, have .46 to .70.
const ONE_STORY: f32 = 0.35;

/// And so many sentences at least: of short articles one is a third.
const LINKS: usize = 6;

/// Of short articles, that a name stands in both as well, so many sentences, and with so many rare words so large a share:
/// sports and strikes are told in the same words wherever they are.
///
/// Of 2,000 pairs of articles of that campaign, written within ten days and cut to five sentences, eight pass by this alone;
/// of whole ones one of 1,500.
const SHORT: usize = 2;
const NAMED: [(f32, f32); 2] = [(1.5, ONE_STORY), (1.0, 0.5)];

/// The same for two articles that others join to one story.
const JOINED: f32 = 0.15;

/// Fewer rare words are chance, however short the articles are.
const RARE_AT_LEAST: usize = 4;

/// Articles that may hold a word for it to bring two together: what more have is the story's own.
const HOLDERS: usize = 24;

/// Others an article is held against at most, those with the most rare words in common: the work stays near-linear.
const PARTNERS: usize = 8;

/// From ten times this logarithm on a word is rare: one sentence of 490 has it.
const RARE_FROM: f32 = 62.0;

/// Candidates that tell the same in other words, by (a, b): of articles that no chain of `known` ones joins, and then of
/// those that a chain joins and that share no text themselves. What they name in common is asked of short articles only; it is
/// written down with what texts tell, which is asked only where it is not known.
pub fn retold(
    story: &Story,
    words: &[Words],
    known: &[Candidate],
    model: &Model,
    asked: &mut Asked,
) -> Vec<Candidate> {
    let count = story.articles.len();
    if known.len() == count * count.saturating_sub(1) / 2 {
        return Vec::new();
    }
    let met = meeting(story, words, known, model, asked);
    // Two may be books, whose words are too many to be kept.
    if count == 2 {
        (asked.rare, asked.has) = (Vec::new(), Vec::new());
    }
    let Asked { named, told, .. } = asked;
    let mut share = |pair: Pair| {
        let shared = share_a_name(story, pair);
        named.push((pair, shared));
        shared
    };
    let before = std::mem::take(told);
    let mut stories = Groups::new(count);
    for pair in known {
        stories.join(pair.a.0 as usize, pair.b.0 as usize);
    }
    let rarity = Rarity::new(model);
    let mut reader = Reader {
        story,
        rarity: &rarity,
        lines: story.articles.iter().map(|_| None).collect(),
    };
    let mut found: Vec<Pair> = Vec::new();
    // What the first round joins to one story is asked once more.
    for of_one_story in [false, true] {
        let asked = met.iter().filter(|met| {
            let [a, b] = [met.pair.0, met.pair.1].map(|id| stories.find(id as usize));
            (a == b) == of_one_story && found.binary_search(&met.pair).is_err()
        });
        let asked = few_each(asked.collect(), count).into_iter();
        let joined: Vec<Pair> = asked
            .filter(|met| {
                let known = before.binary_search_by_key(&met.pair, |(pair, _)| *pair);
                let one = known.map_or_else(|_| reader.told(met.pair), |at| before[at].1);
                told.push((met.pair, one));
                let told = one;
                tells(&told, met.rare, of_one_story)
                    || !of_one_story && in_short(&told, met.rare) && share(met.pair)
            })
            .map(|met| met.pair)
            .collect();
        for &(a, b) in &joined {
            stories.join(a as usize, b as usize);
        }
        found.extend(joined);
        found.arrange();
    }
    told.arrange_by_key(|(pair, _)| *pair);
    let overlap = |(a, b): Pair| shingles::overlap(&words[a as usize], &words[b as usize]);
    found
        .into_iter()
        .map(|pair| Candidate::new(pair, overlap(pair), true))
        .collect()
}

/// Two articles with rare words in common.
struct Met {
    pair: Pair,
    count: usize,
    /// How many these are for each sentence of the article with fewer.
    rare: f32,
}

/// Whether two articles tell one story.
fn tells(told: &Told, rare: f32, of_one_story: bool) -> bool {
    let answers = |least: usize| told.answers >= least && told.answered >= ANSWERED;
    if of_one_story {
        answers(1) || told.about >= JOINED && told.links > 1
    } else {
        rare >= MANY[1] && answers(1)
            || rare >= MANY[0] && answers(2)
            || told.about >= ONE_STORY && told.links >= LINKS
    }
}

/// Whether two short articles may tell one story.
fn in_short(told: &Told, rare: f32) -> bool {
    told.links >= SHORT
        && NAMED
            .iter()
            .any(|&(least, about)| rare >= least && told.about >= about)
}

/// Whether a person, body or place is named in both articles.
pub fn share_a_name(story: &Story, (a, b): Pair) -> bool {
    let [x, y] = [a, b].map(|id| {
        let article = story.article(ArticleId(id));
        let named = article.mentions.iter().filter(|mention| {
            matches!(
                mention.label,
                Label::Person | Label::Org | Label::Gpe | Label::Loc | Label::Fac | Label::Event
            )
        });
        // "Mayor Vance's" is Vance.
        let last = |mention: &Mention| {
            let last = mention.span.of(article.text()).rsplit([' ', '-']).next();
            let last = last.unwrap_or_default();
            shingles::hash(last.trim_end_matches("'s").trim_end_matches("’s"))
        };
        let mut hashes: Vec<u64> = named.map(last).collect();
        hashes.sort_unstable();
        hashes
    });
    x.iter().any(|name| y.binary_search(name).is_ok())
}

/// Of pairs of `count` articles those that leave each article with a few others, those with the most rare words in common.
fn few_each(mut asked: Vec<&Met>, count: usize) -> Vec<&Met> {
    asked.arrange_by_key(|met| (usize::MAX - met.count, met.pair));
    let mut partners = vec![0; count];
    asked.retain(|met| {
        let (a, b) = (met.pair.0 as usize, met.pair.1 as usize);
        let room = partners[a].max(partners[b]) < PARTNERS;
        partners[a] += usize::from(room);
        partners[b] += usize::from(room);
        room
    });
    asked
}

/// The sentences of articles, made ready when first asked for.
struct Reader<'s> {
    story: &'s Story,
    rarity: &'s Rarity<'s>,
    lines: Vec<Option<Vec<Line<'s>>>>,
}

/// What was asked of two articles each.
#[derive(Debug, Default)]
pub struct Asked {
    /// Whether they name something in common.
    pub named: Vec<(Pair, bool)>,
    // Invariant: sorted by pair.
    told: Vec<(Pair, Told)>,
    /// The rare words of articles, each with one that has it.
    // Invariant: sorted, each once.
    rare: Vec<(u64, u32)>,
    /// For each article whether its words are there.
    has: Vec<bool>,
    /// Hashes of the words that are not rare, sorted.
    frequent: Vec<u64>,
}

impl Asked {
    /// Leaves what the texts that are `kept` tell of one another.
    pub fn keep(&mut self, kept: &[bool]) {
        self.named.clear();
        for (pair, told) in std::mem::take(&mut self.told) {
            if kept[pair.0 as usize] && kept[pair.1 as usize] {
                self.told.push((pair, told));
            }
        }
        for (has, kept) in self.has.iter_mut().zip(kept) {
            *has &= kept;
        }
        self.rare.retain(|&(_, id)| kept[id as usize]);
    }

    /// Puts in the rare words of the articles that have none there.
    fn renew(&mut self, words: &[Words], model: &Model) {
        if self.frequent.is_empty() {
            self.frequent = frequent(model);
        }
        for (id, words) in (0_u32..).zip(words) {
            if self.has.get(id as usize) != Some(&true) {
                let words = words.hashes().iter().copied();
                let words = words.filter(|word| self.frequent.binary_search(word).is_err());
                self.rare.extend(words.map(|word| (word, id)));
            }
        }
        self.has = vec![true; words.len()];
        // What stays is in order, so that this only merges.
        #[expect(
            clippy::stable_sort_primitive,
            reason = "the stable sort merges what is sorted already"
        )]
        self.rare.sort();
        self.rare.dedup();
    }
}

/// What two articles tell of one another.
#[derive(Debug, Clone, Copy)]
struct Told {
    /// Sentences that answer each other.
    answers: usize,
    /// The larger share of an article's words that stand in these.
    answered: f32,
    /// The geometric mean of both shares, with what is only about the same.
    about: f32,
    /// All these sentences.
    links: usize,
}

impl Reader<'_> {
    fn told(&mut self, (a, b): Pair) -> Told {
        for id in [a, b] {
            let lines = || lines(self.story.article(ArticleId(id)), self.rarity);
            self.lines[id as usize].get_or_insert_with(lines);
        }
        let sides = [a, b].map(|id| self.lines[id as usize].as_deref().unwrap_or_default());
        let mut links = link_retold(sides[0], sides[1]);
        let about = shares(&links, sides[0], sides[1]);
        let all = links.len();
        links.retain(|link| link.tie != Tie::Topic);
        let answered = shares(&links, sides[0], sides[1]);
        Told {
            answers: links.len(),
            answered: answered[0].max(answered[1]),
            about: (about[0] * about[1]).sqrt(),
            links: all,
        }
    }
}

/// The pairs, but the `known` ones, with many rare words in common.
fn meeting(
    story: &Story,
    words: &[Words],
    known: &[Candidate],
    model: &Model,
    asked: &mut Asked,
) -> Vec<Met> {
    let is_known = |(a, b): Pair| {
        let key = |known: &Candidate| (known.a.0, known.b.0);
        known.binary_search_by_key(&(a, b), key).is_ok()
    };
    let sentences = |id: u32| story.article(ArticleId(id)).segments.sentences.len();
    asked.renew(words, model);
    let rare = &asked.rare;
    // Two numbers in one: the sort for these is compiled already.
    let mut shared: Vec<u64> = Vec::new();
    for holders in rare
        .chunk_by(|x, y| x.0 == y.0)
        .filter(|holders| holders.len() <= HOLDERS)
    {
        for (at, &(_, a)) in holders.iter().enumerate() {
            let pairs = holders[at + 1..].iter().map(|&(_, b)| (a, b));
            let unknown = pairs.filter(|&pair| !is_known(pair));
            shared.extend(unknown.map(|(a, b)| u64::from(a) << 32 | u64::from(b)));
        }
    }
    shared.sort_unstable();
    let met = |shared: &[u64]| {
        let pair = ((shared[0] >> 32) as u32, shared[0] as u32);
        let count = shared.len();
        let rare = count as f32 / sentences(pair.0).min(sentences(pair.1)).max(1) as f32;
        let enough = count >= RARE_AT_LEAST && rare >= RARE;
        enough.then_some(Met { pair, count, rare })
    };
    shared.chunk_by(|x, y| x == y).filter_map(met).collect()
}

/// Hashes of the words that are not rare, sorted.
fn frequent(model: &Model) -> Vec<u64> {
    let entries = model.lexicon.frequencies.entries();
    let listed = entries.filter(|(_, tenths)| tenths.parse::<f32>().is_ok_and(|tenths| tenths < RARE_FROM));
    let mut hashes: Vec<u64> = listed.map(|(form, _)| shingles::hash_folded(form)).collect();
    hashes.sort_unstable();
    hashes
}
