//! One thing counted in two sentences that are not linked: "More than 250 people packed the town hall" and "Around 180
//! people came to the town hall".

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::draft::{Draft, Part, Rule};
use super::super::pair::Side;
use super::super::{phrase, widen};
use super::counted::{counted, led_by, said_of};
use super::facts::{self, Fact, Value};
use super::numbers::{self, AMOUNT, APPROXIMATE, Bound, DATE, PRECISION};
use crate::article::label::Confidence;
use crate::article::segment::SentenceId;
use crate::comparison::align::Alignment;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

/// Words behind a number that may say what it counts.
const COUNTED: usize = 5;

/// Sentences of an article at most that are looked at.
const LOOKED_AT: usize = 400;

/// How much larger one count of a thing may be than another.
const RATIO: f64 = 4.0;

/// Things of which a story counts many: that a number counts them says little.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "people", "man", "men", "woman", "women", "person", "percent", "cent", "per", "year", "month", "week", "day", "hour", "minut", "tim",
    "dollar", "euro", "pound", "million", "billion", "crore", "lakh", "number", "more", "other", "first", "second", "last", "next",
];

/// A number of a sentence, with what it counts.
struct Tally<'s> {
    /// Its sentence, by its place among those looked at.
    at: usize,
    fact: Fact<'s>,
    about: BTreeSet<String>,
}

/// The sentences of one article that hold numbers.
struct Sheet<'s> {
    sides: Vec<Side<'s>>,
    words: Vec<BTreeSet<String>>,
    tallies: Vec<Tally<'s>>,
}

/// Numbers of two articles that count one thing and differ, in sentences that are not linked.
pub(in super::super) fn tallies(story: &Story, links: &[&Alignment]) -> Vec<Draft> {
    let Some(first) = links.first() else {
        return Vec::new();
    };
    let sheets = [sheet(story, first.a), sheet(story, first.b)];
    let linked: BTreeSet<(SentenceId, SentenceId)> = links
        .iter()
        .flat_map(|link| {
            let pairs = |&a| link.b_sentences.iter().map(move |&b| (a, b));
            link.a_sentences.iter().flat_map(pairs)
        })
        .collect();
    let mut found: Vec<(usize, f64, usize, usize)> = Vec::new();
    let mut settled = [BTreeSet::new(), BTreeSet::new()];
    for (i, x) in sheets[0].tallies.iter().enumerate() {
        for (j, y) in sheets[1].tallies.iter().enumerate() {
            let Some(shared) = shared(&sheets, x, y) else {
                continue;
            };
            let together = linked.contains(&(sheets[0].sentence(x), sheets[1].sentence(y)));
            if together || says_the_same(&sheets, x, y) {
                settled[0].insert(i);
                settled[1].insert(j);
            } else {
                found.push((shared, ratio(&x.fact, &y.fact), i, j));
            }
        }
    }
    found.retain(|(_, ratio, i, j)| *ratio <= RATIO && !settled[0].contains(i) && !settled[1].contains(j));
    found.arrange_by(|x, y| {
        (y.0.cmp(&x.0))
            .then(x.1.total_cmp(&y.1))
            .then((x.2, x.3).cmp(&(y.2, y.3)))
    });
    let mut drafts = Vec::new();
    for (_, _, i, j) in found {
        if settled[0].insert(i) && settled[1].insert(j) {
            let tallies = [&sheets[0].tallies[i], &sheets[1].tallies[j]];
            drafts.extend(draft(&sheets, tallies));
        }
    }
    drafts
}

impl Sheet<'_> {
    fn sentence(&self, tally: &Tally<'_>) -> SentenceId {
        self.sides[tally.at].sentences[0]
    }
}

fn sheet(story: &Story, id: ArticleId) -> Sheet<'_> {
    let article = story.article(id);
    let mut sheet = Sheet {
        sides: Vec::new(),
        words: Vec::new(),
        tallies: Vec::new(),
    };
    let sentences = article.segments.sentences.iter().enumerate().take(LOOKED_AT);
    let body = sentences.filter(|(_, s)| article.document.blocks[s.block].kind.is_body());
    for (index, _) in body {
        let side = Side::new(story, id, &[SentenceId(index as u32)]);
        let found = facts::facts(&side);
        if found.is_empty() {
            continue;
        }
        let at = sheet.sides.len();
        sheet.words.push(stems(&side, &(0..side.words.len())));
        // "One party" is some party.
        let counts = found
            .into_iter()
            .filter(|fact| side.fold(fact.words.start) != "one");
        sheet.tallies.extend(counts.map(|fact| Tally {
            at,
            about: about(&side, &fact),
            fact,
        }));
        sheet.sides.push(side);
    }
    sheet
}

fn stems(side: &Side<'_>, words: &Range<usize>) -> BTreeSet<String> {
    let content = words.clone().filter(|&at| side.words[at].is_content());
    content.map(|at| phrase::stem(side.fold(at))).collect()
}

/// The stems of what a number counts: of the words behind it in its phrase, else of the word before.
fn about(side: &Side<'_>, fact: &Fact<'_>) -> BTreeSet<String> {
    let ends = |at: usize| {
        let word = &side.words[at];
        !word.is_word() && word.fold != "-" || word.first || widen::BREAKS.contains(&word.fold.as_ref())
    };
    let behind = fact.words.end..side.words.len().min(fact.words.end + COUNTED);
    let end = behind.clone().find(|&at| ends(at)).unwrap_or(behind.end);
    let mut about = stems(side, &(fact.words.start..end));
    let own = stems(side, &fact.words);
    about.retain(|stem| !own.contains(stem) || stem.chars().all(char::is_alphabetic));
    if about.is_empty() {
        let before = fact.words.start.saturating_sub(3)..fact.words.start;
        let from = before
            .clone()
            .rev()
            .find(|&at| ends(at))
            .map_or(before.start, |at| at + 1);
        about = stems(side, &(from..before.end));
    }
    about
}

/// How many words two sentences share whose numbers may count one thing.
fn shared(sheets: &[Sheet<'_>; 2], x: &Tally<'_>, y: &Tally<'_>) -> Option<usize> {
    if x.fact.family() != y.fact.family() {
        return None;
    }
    let mut both = x.about.intersection(&y.about);
    let common = |stem: &String| COMMON.contains(&stem.as_str());
    let own = both.clone().next().is_some() && both.any(|stem| !common(stem));
    let any = x.about.intersection(&y.about).next().is_some();
    let words = sheets[0].words[x.at].intersection(&sheets[1].words[y.at]);
    let count = words.filter(|stem| !common(stem)).count();
    let alone = own && both_alone(sheets, x, y);
    (any && count
        >= match (alone, own) {
            (true, _) => 1,
            (_, true) => 2,
            _ => 3,
        })
    .then_some(count)
}

/// Whether no other number of either article counts a thing that both count.
fn both_alone(sheets: &[Sheet<'_>; 2], x: &Tally<'_>, y: &Tally<'_>) -> bool {
    let mut both = x
        .about
        .intersection(&y.about)
        .filter(|stem| !COMMON.contains(&stem.as_str()));
    let once = |sheet: &Sheet<'_>, stem: &String| {
        sheet
            .tallies
            .iter()
            .filter(|tally| tally.about.contains(stem))
            .count()
            == 1
    };
    both.any(|stem| once(&sheets[0], stem) && once(&sheets[1], stem))
}

fn says_the_same(sheets: &[Sheet<'_>; 2], x: &Tally<'_>, y: &Tally<'_>) -> bool {
    x.fact.agrees(&y.fact) && bounds(sheets, x, y)
}

fn bounds(sheets: &[Sheet<'_>; 2], x: &Tally<'_>, y: &Tally<'_>) -> bool {
    let bound = |sheet: &Sheet<'_>, tally: &Tally<'_>| match numbers::bound(
        &sheet.sides[tally.at],
        tally.fact.words.start,
    ) {
        // "Just two inspectors" are two.
        Bound::Little => Bound::Exact,
        bound => bound,
    };
    bound(&sheets[0], x) == bound(&sheets[1], y)
}

/// How much larger one of two numbers is; of times one.
fn ratio(x: &Fact<'_>, y: &Fact<'_>) -> f64 {
    match (x.value, y.value) {
        (Value::Number(x), Value::Number(y)) if x.unit == y.unit => {
            let (small, large) = (x.value.abs().min(y.value.abs()), x.value.abs().max(y.value.abs()));
            if small > 0.0 { large / small } else { f64::INFINITY }
        }
        (Value::Number(_), Value::Number(_)) => f64::INFINITY,
        _ => 1.0,
    }
}

fn draft(sheets: &[Sheet<'_>; 2], tallies: [&Tally<'_>; 2]) -> Option<Draft> {
    let [x, y] = tallies;
    let sides = [&sheets[0].sides[x.at], &sheets[1].sides[y.at]];
    let vague = [0, 1].map(|side| numbers::is_vague(sides[side], &tallies[side].fact.words));
    let same = x.fact.agrees(&y.fact);
    let (rule, factor): (&'static Rule, f32) = match numbers::rule(&x.fact, &y.fact) {
        _ if same => (&APPROXIMATE, 1.0),
        (rule, _) if rule.id == AMOUNT.id && vague[0] != vague[1] => (&PRECISION, 1.0),
        other => other,
    };
    if facts::may_fall_on(&x.fact, &y.fact) || facts::is_unsettled(&x.fact, &y.fact) {
        return None;
    }
    let evidence = [0, 1].map(|side| {
        let of = sides[side];
        let words = phrase::glued(of, &tallies[side].fact.words);
        let evidence = counted(of, &(led_by(of, words.start)..words.end));
        if rule.id == DATE.id {
            evidence
        } else {
            said_of(of, &evidence)
        }
    });
    let evidence = widen::clauses(sides, &evidence).unwrap_or(evidence);
    let part = |side: usize| {
        let of = sides[side];
        Part {
            article: of.id,
            sentences: of.sentences.clone(),
            spans: of.span(&evidence[side]).into_iter().collect(),
            value: tallies[side].fact.key(),
        }
    };
    Some(Draft {
        rule,
        confidence: Confidence::Medium,
        weight: rule.weight * factor,
        lead: None,
        sides: [part(0), part(1)],
    })
}
