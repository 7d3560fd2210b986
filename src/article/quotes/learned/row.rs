//! What the trees ask of a reading: how sure its parts are, where they stand, and how likely what else is read is in its
//! sentence, in the ones beside it, of its source, and at the same verb.

use super::Study;
use super::verdict::{Reading, shared};
use crate::knowledge::model::percent;
use crate::order::Arrange as _;

/// Questions that can be asked.
pub const WIDTH: usize = 34;

/// Readings on each side that are looked at: more of them stand in no sentence.
const NEIGHBOURS: usize = 12;

/// A verdict by features alone in hundredths of a logit, for one in units of the weights.
const UNIT: i32 = 4;

/// Shares of likely readings under one key, in order of the keys.
struct Likes(Vec<(u64, i32)>);

impl Likes {
    fn new(keys: impl Iterator<Item = u64>, shares: &[i32]) -> Self {
        let mut rows: Vec<(u64, i32)> = keys.zip(shares.iter().copied()).collect();
        rows.arrange();
        Self(rows)
    }

    /// How likely the other readings with this key are, and how many there are.
    fn others(&self, key: u64, own: i32) -> (i32, i32) {
        /// What a key with no other reading is worth: a third of all readings are right.
        const USUAL: i32 = 30;
        let first = self.0.partition_point(|row| row.0 < key);
        let rest = &self.0[first..];
        let same = &rest[..rest.partition_point(|row| row.0 == key)];
        let sum: i32 = same.iter().map(|row| row.1).sum();
        let count = same.len() as i32;
        ((sum - own + USUAL) / count.max(1), count - 1)
    }
}

/// A sentence with its readings.
struct Sentence {
    start: usize,
    end: usize,
    /// How likely its likeliest reading is.
    most: i32,
}

/// All rows of an article.
pub(super) fn rows(study: &Study, readings: &[Reading], scores: &[i32]) -> Vec<[i16; WIDTH]> {
    let shares: Vec<i32> = scores
        .iter()
        .map(|score| i32::from(percent(score * UNIT)))
        .collect();
    let page = &study.page;
    let mut sentences: Vec<Sentence> = Vec::new();
    let mut own = Vec::with_capacity(readings.len());
    for (reading, &share) in readings.iter().zip(&shares) {
        let tokens = page.sentence(reading.moment.cue);
        match sentences.last_mut() {
            Some(last) if last.end > reading.moment.cue => last.most = last.most.max(share),
            _ => sentences.push(Sentence {
                start: tokens.start,
                end: tokens.end,
                most: share,
            }),
        }
        own.push(sentences.len() - 1);
    }
    let stem = |reading: &Reading| study.word(reading.moment.cue).stem;
    let source = |reading: &Reading| study.word(reading.source.tokens.end - 1).print;
    let article = Article {
        stems: Likes::new(readings.iter().map(stem), &shares),
        sources: Likes::new(readings.iter().map(source), &shares),
        likely: shares.iter().sum(),
        quoted: (0..page.tokens.len()).filter(|at| page.quoted(*at)).count(),
        shares,
        sentences,
        own,
    };
    (0..readings.len())
        .map(|number| {
            let reading = &readings[number];
            let keys = (stem(reading), source(reading));
            article.row(study, readings, number, scores[number], keys)
        })
        .collect()
}

/// What is known of all readings of an article.
struct Article {
    stems: Likes,
    sources: Likes,
    likely: i32,
    quoted: usize,
    shares: Vec<i32>,
    sentences: Vec<Sentence>,
    own: Vec<usize>,
}

impl Article {
    fn row(
        &self,
        study: &Study,
        all: &[Reading],
        number: usize,
        score: i32,
        (stem, source): (u64, u64),
    ) -> [i16; WIDTH] {
        let page = &study.page;
        let reading = &all[number];
        let (at, content) = (reading.moment.cue, &reading.content);
        let share = self.shares[number];
        let place = self.own[number];
        let sentence = &self.sentences[place];
        let near = |other: Option<&Sentence>| {
            let beside = |s: &&Sentence| {
                s.end == sentence.start || s.start == sentence.end || s.end.abs_diff(sentence.start) <= 1
            };
            other.filter(beside).map_or(0, |s| s.most)
        };
        let beside = self.beside(all, number);
        let (by_stem, stems) = self.stems.others(stem, share);
        let (by_source, sources) = self.sources.others(source, share);
        let quoted = (sentence.start..sentence.end)
            .filter(|at| page.quoted(*at))
            .count();
        let tokens = page.tokens.len().max(1);
        let rest = all.len().max(2) as i32 - 1;
        let far = |a: usize, b: usize| a as i32 - b as i32;
        let values = [
            score,
            reading.cue_score,
            reading.source_score,
            reading.source_lead,
            reading.content_score,
            reading.moment.ruled() as i32,
            content.len() as i32,
            far(content.start, at),
            far(at, content.end),
            far(reading.source.tokens.start, at),
            beside[0],
            beside[1],
            beside[2],
            beside[3],
            beside[4],
            beside[5],
            beside[6],
            near(place.checked_sub(1).and_then(|p| self.sentences.get(p))),
            near(self.sentences.get(place + 1)),
            by_source,
            sources,
            by_stem,
            stems,
            (self.likely - share) * 10 / tokens as i32,
            (self.likely - share) / rest,
            quoted as i32,
            (self.quoted * 1000 / tokens) as i32,
            (sentence.end - sentence.start) as i32,
            far(at, sentence.start),
            far(sentence.end, at),
            reading.source.sort as i32,
            study.word(at).ending as i32,
            place as i32,
            study.spoken(at) as i32,
        ];
        values.map(|value| value.clamp(-30_000, 30_000) as i16)
    }

    /// How likely other readings of the sentence are: the likeliest in whose content this one's cue lies, that has its
    /// cue in this one's content, that shares words of it, that has the same source, of all; their sum and number.
    fn beside(&self, all: &[Reading], number: usize) -> [i32; 7] {
        let own = &all[number];
        let mut found = [0; 7];
        let low = number.saturating_sub(NEIGHBOURS);
        for (at, other) in all.iter().enumerate().take(number + NEIGHBOURS + 1).skip(low) {
            if at == number || self.own[at] != self.own[number] {
                continue;
            }
            let share = self.shares[at];
            let ways = [
                other.content.contains(&own.moment.cue),
                own.content.contains(&other.moment.cue),
                shared(&own.content, &other.content) > 0,
                own.source.tokens == other.source.tokens,
                true,
            ];
            for (way, most) in ways.into_iter().zip(&mut found) {
                *most = if way { share.max(*most) } else { *most };
            }
            found[5] += share;
            found[6] += 1;
        }
        found
    }
}
