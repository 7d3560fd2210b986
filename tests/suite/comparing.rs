//! Laws of comparing, on texts that are thrown together from a few words, so that ties and repetitions are frequent.

use crossread::comparison::align::{self, Alignment, AlignmentKind};
use crossread::comparison::diff::Op;
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
    align::alignments(story, &candidates::candidates(story), &Model::embedded())
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
        let comparison = compare(&story, &Model::embedded());
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
        assert_eq!(comparison.kinship.len(), 10);
        assert_eq!(comparison.groups.iter().map(Vec::len).sum::<usize>(), 5);
    }
}
