//! Laws of comparing, on texts that are thrown together from a few words, so that ties and repetitions are frequent.

use std::collections::BTreeMap;

use crossread::article::decisions::Decisions;
use crossread::article::document::{Day, Published, PublishedSource};
use crossread::comparison::align::{self, Alignment, AlignmentKind};
use crossread::comparison::diff::Op;
use crossread::comparison::kinship::Verdict;
use crossread::comparison::{candidates, compare};
use crossread::knowledge::Model;
use crossread::story::Story;

use crate::check::dice::Dice;
use crate::check::{drop, tiles};

const WORDS: [&str; 24] = [
    "the",
    "of",
    "said",
    "Harbour",
    "council",
    "bridge",
    "“old”",
    "\"new\"",
    "U.S.",
    "US",
    "us",
    "72",
    "3-1/2",
    "workers",
    "organise",
    "organize",
    "didn’t",
    "didn't",
    "мер",
    "桥",
    "é",
    "🎉",
    "talks,",
    "strike",
];

fn sentence(dice: &mut Dice) -> String {
    let words: Vec<&str> = (0..=dice.roll(12))
        .map(|_| WORDS[dice.roll(WORDS.len())])
        .collect();
    words.join(" ") + "."
}

/// Two texts: the second has most sentences of the first, some edited, some in another place, and some of its own.
fn pair(dice: &mut Dice) -> (String, String) {
    let first: Vec<String> = (0..dice.roll(12)).map(|_| sentence(dice)).collect();
    let mut second = first.clone();
    for _ in 0..dice.roll(5) {
        let at = dice.roll(second.len() + 1);
        match dice.roll(4) {
            0 => second.insert(at, sentence(dice)),
            1 if at < second.len() => {
                second.remove(at);
            }
            2 if at < second.len() => {
                let moved = second.remove(at);
                second.insert(dice.roll(second.len() + 1), moved);
            }
            _ if at < second.len() => {
                second[at] = format!("Later {}", second[at].replacen("the", "a  new", 1));
            }
            _ => {}
        }
    }
    let gap = ["\n", "\n\n", " "][dice.roll(3)];
    (first.join(gap), second.join("\n"))
}

fn links(story: &Story) -> Vec<Alignment> {
    let model = Model::embedded();
    align::alignments(story, &candidates::candidates(story, &model), &model)
}

fn rounds(mut law: impl FnMut(&str, &str)) {
    let mut dice = Dice(7);
    for _ in 0..300 {
        let (a, b) = pair(&mut dice);
        law(&a, &b);
    }
}

#[test]
fn a_text_against_itself_differs_in_nothing() {
    rounds(|a, _| {
        let story = drop::story(&[a, a]);
        for link in links(&story) {
            assert_eq!(link.kind, AlignmentKind::Verbatim, "{a}");
            assert!(
                !link.moved && link.edits.iter().all(|edit| edit.op == Op::Equal),
                "{a}"
            );
        }
    });
}

#[test]
fn exchanging_the_articles_exchanges_the_sides() {
    rounds(|a, b| {
        let there = links(&drop::story(&[a, b]));
        let mut back = links(&drop::story(&[b, a]));
        for link in &mut back {
            std::mem::swap(&mut link.a_sentences, &mut link.b_sentences);
            for edit in &mut link.edits {
                *edit = edit.transposed();
            }
        }
        back.sort_by(|x, y| x.a_sentences.cmp(&y.a_sentences));
        assert_eq!(there, back, "\n{a}\n===\n{b}");
    });
}

#[test]
fn edits_rebuild_both_sides_and_sentences_are_linked_once() {
    rounds(|a, b| {
        let story = drop::story(&[a, b]);
        let mut seen = Vec::new();
        for link in links(&story) {
            assert!(
                link.a_sentences.len() == 1 || link.b_sentences.len() == 1,
                "several to several"
            );
            assert!((0.0..=1.0).contains(&link.score));
            let side = |article: usize| {
                let segments = &story.articles[article].segments;
                let ids = if article == 0 {
                    &link.a_sentences
                } else {
                    &link.b_sentences
                };
                ids.iter()
                    .map(|id| {
                        segments.sentences[id.0 as usize]
                            .span
                            .of(story.articles[article].text())
                    })
                    .collect()
            };
            let joined = |of: fn(&crossread::comparison::diff::Edit) -> crossread::text::Span,
                          article: usize|
             -> String {
                link.edits
                    .iter()
                    .map(|edit| of(edit).of(story.articles[article].text()))
                    .collect()
            };
            let (wanted_a, wanted_b): (String, String) = (side(0), side(1));
            assert_eq!(joined(|edit| edit.a, 0), wanted_a);
            assert_eq!(joined(|edit| edit.b, 1), wanted_b);
            seen.extend(link.a_sentences.iter().map(|id| (0, id.0)));
            seen.extend(link.b_sentences.iter().map(|id| (1, id.0)));
        }
        let count = seen.len();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), count, "a sentence is in two links\n{a}\n===\n{b}");
    });
}

#[test]
fn edits_of_whole_texts_tile_both_sides() {
    rounds(|a, b| {
        let story = drop::story(&[a, b]);
        let side = |at: usize| {
            let segments = &story.articles[at].segments;
            let sentences = segments
                .sentences
                .iter()
                .map(|s| (s.span, &segments.tokens[s.tokens.clone()]));
            crossread::comparison::diff::Side::new(story.articles[at].text(), sentences)
        };
        let edits = crossread::comparison::diff::edits(&side(0), &side(1));
        tiles(&story, &edits);
        tiles(&story, &crossread::comparison::diff::readable(&edits, a, b));
    });
}

#[test]
fn every_sentence_is_in_exactly_one_passage() {
    let mut dice = Dice(11);
    for _ in 0..60 {
        let (a, b) = pair(&mut dice);
        let (c, d) = pair(&mut dice);
        let story = drop::story(&[&a, &b, &c, &d, &a]);
        let comparison = compare(&story, &Decisions::default(), &Model::embedded());
        let mut members: Vec<_> = comparison
            .passages
            .iter()
            .flat_map(|passage| &passage.members)
            .collect();
        let count = members.len();
        members.sort_unstable();
        members.dedup();
        let sentences: usize = story
            .articles
            .iter()
            .map(|article| article.segments.sentences.len())
            .sum();
        assert_eq!((count, members.len()), (sentences, sentences));
        assert_eq!(comparison.relations.kinship.len(), 10);
        assert_eq!(comparison.relations.groups.iter().map(Vec::len).sum::<usize>(), 5);
    }
}

/// A story whose articles are each a day later than the one before, and the verdicts on all pairs, those from the back
/// turned round, by the days of both.
fn verdicts(texts: &[&str], days: &[u8], model: &Model) -> BTreeMap<(u8, u8), Verdict> {
    let mut story = drop::story(texts);
    for (dating, &day) in story.dates.iter_mut().zip(days) {
        let day = Day {
            year: Some(2024),
            month: 5,
            day,
        };
        dating.published = Some(Published {
            day,
            source: PublishedSource::Stated,
            span: None,
        });
    }
    let each = compare(&story, &Decisions::default(), model)
        .relations
        .kinship
        .into_iter()
        .map(|kin| {
            let (a, b) = (days[kin.a.0 as usize], days[kin.b.0 as usize]);
            match kin.verdict {
                Verdict::AFromB if a > b => ((b, a), Verdict::BFromA),
                Verdict::BFromA if a > b => ((b, a), Verdict::AFromB),
                other => ((a.min(b), a.max(b)), other),
            }
        });
    each.collect()
}

#[test]
fn a_copy_is_later_than_its_source_whatever_the_order() {
    let model = Model::embedded();
    let mut dice = Dice(13);
    let mut directions = 0;
    for _ in 0..80 {
        let (a, b) = pair(&mut dice);
        let c = b.replacen("bridge", "new tunnel", 2);
        let there = verdicts(&[&a, &b, &c], &[1, 2, 3], &model);
        let back = verdicts(&[&c, &a, &b], &[3, 1, 2], &model);
        assert_eq!(there, back, "\n{a}\n===\n{b}");
        assert!(
            !there.values().any(|&verdict| verdict == Verdict::AFromB),
            "\n{a}\n===\n{b}"
        );
        directions += there
            .values()
            .filter(|&&verdict| verdict == Verdict::BFromA)
            .count();
    }
    assert!(directions > 10, "the law was hardly tried: {directions}");
}
