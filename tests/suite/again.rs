//! What is taken over from an earlier analysis is what would be made anew: corrections of every kind come, go and stand in
//! another order, about a few articles and about more than are compared two by two.

use std::sync::Arc;

use crossread::Analysis;
use crossread::article::decisions::{ArticleKey, Decision, Decisions, FieldName, Place, Thing};
use crossread::article::document::{BlockKind, Day, Document};
use crossread::article::ingest::{File, ingest};
use crossread::article::label::Label;
use crossread::knowledge::Model;
use crossread::report::{self, view};
use crossread::story::ArticleId;
use serde_json::Value;

use crate::check::dice::Dice;

const STORIES: [&str; 5] = [
    "triple-oil-spill",
    "triple-museum-theft",
    "triple-school-reform",
    "business-airline-strike",
    "disaster-ferry",
];

/// Two articles on one topic that share no passage: what tells so says what things are called.
const TOPIC: [&str; 2] = [
    "A bridge was opened on Friday after twelve years of work. It cost three million dollars. Ann Field cut the ribbon in \
     the rain, and Carl Osterman held her umbrella.\n\nThe river has flooded the old road each winter. Maria Lindqvist drew \
     the plans.",
    "Six new buses run on hydrogen since spring. Critics wanted trams instead of them.\n\nThe critics are led by Maria \
     Lindqvist. The tickets became cheaper by half. No other town has such a fleet, Carl Osterman said. It was bought by Ann \
     Field.",
];

/// What a part of a text may be taken for: its sentences stay prose, or are none any more.
const ROLES: [BlockKind; 6] = [
    BlockKind::Caption,
    BlockKind::Furniture,
    BlockKind::Headline,
    BlockKind::Paragraph,
    BlockKind::Note,
    BlockKind::Byline,
];

fn documents(stories: &[&str], model: &Model) -> Vec<Arc<Document>> {
    let mut documents = Vec::new();
    for (at, text) in TOPIC.iter().enumerate() {
        documents.extend(ingest(&File::new(&format!("topic-{at}.txt"), text.as_bytes()), model).articles);
    }
    for story in stories {
        for letter in ["a", "b", "c"] {
            let path = format!("{}/tests/cases/{story}/{letter}.txt", env!("CARGO_MANIFEST_DIR"));
            if let Ok(bytes) = std::fs::read(path) {
                let name = format!("{story}-{letter}.txt");
                documents.extend(ingest(&File::new(&name, &bytes), model).articles);
            }
        }
    }
    documents.into_iter().map(Arc::new).collect()
}

/// Some correction of what an analysis shows.
fn decision(dice: &mut Dice, analysis: &Analysis) -> Decision {
    let story = &analysis.story;
    let thing = |dice: &mut Dice| {
        let entity = &story.entities[dice.roll(story.entities.len())];
        let names = std::iter::once(&entity.name).chain(&entity.aliases);
        Thing {
            names: names.cloned().collect(),
            label: entity.label,
        }
    };
    let key = |id: ArticleId| {
        let document = &story.article(id).document;
        ArticleKey {
            sha256: document.sha256.clone(),
            number: document.part.number,
        }
    };
    let place = |id: ArticleId, byte: usize| {
        let blocks = &story.article(id).document.blocks;
        let block = blocks.partition_point(|block| block.span.start() <= byte) - 1;
        let before = &story.article(id).text()[blocks[block].span.start()..byte];
        Place {
            article: key(id),
            block,
            at: before.chars().count(),
        }
    };
    let id = ArticleId(dice.roll(story.articles.len()) as u32);
    let text = ["Reuters", "The Harbour Gazette", ""][dice.roll(3)];
    match dice.roll(12) {
        0 => Decision::Rename(thing(dice), format!("Another {}", dice.roll(3))),
        1 | 2 => Decision::Merge(thing(dice), thing(dice)),
        3 => {
            let of = thing(dice);
            let form = of.names[dice.roll(of.names.len())].clone();
            Decision::Split(of, form)
        }
        4 => {
            let labels = [
                None,
                Some(Label::Org),
                Some(Label::Person),
                Some(Label::AnonSource),
            ];
            Decision::Label(thing(dice), labels[dice.roll(4)])
        }
        5 => {
            let fields = [FieldName::Title, FieldName::Agency, FieldName::Outlet];
            Decision::Field(key(id), fields[dice.roll(3)], Some(text.to_owned()))
        }
        6 => {
            let day = Day {
                year: Some(2025),
                month: 6,
                day: 1 + dice.roll(4) as u8,
            };
            Decision::Published(key(id), (dice.roll(4) > 0).then_some(day))
        }
        7 | 8 if !story.article(id).quotes.is_empty() => {
            let quotes = &story.article(id).quotes;
            let at = place(id, quotes[dice.roll(quotes.len())].span.start());
            let who = (dice.roll(2) > 0).then(|| thing(dice));
            Decision::Speaker(at, who)
        }
        9 | 10 => {
            let blocks = story.article(id).document.blocks.len();
            Decision::Block(key(id), dice.roll(blocks), ROLES[dice.roll(ROLES.len())])
        }
        _ => {
            let other = ArticleId(dice.roll(story.articles.len()) as u32);
            let [a, b] = [id, other].map(|id| {
                let sentences = &story.article(id).segments.sentences;
                place(id, sentences[dice.roll(sentences.len())].span.start())
            });
            Decision::Link(a, b, dice.roll(2) > 0)
        }
    }
}

/// What the page has: where a number stands in these lists, what the last answer had in that place.
fn filled(mut shown: Value, last: &Value, lists: &[&str]) -> Value {
    for &list in lists {
        for (at, row) in shown[list].as_array_mut().expect("a list").iter_mut().enumerate() {
            if let Some(place) = row.as_u64() {
                *row = last[list][place as usize].clone();
                // Findings are numbered by their place.
                if list == "changes" {
                    row["change"]["id"] = format!("c{}", at + 1).into();
                    row["change"]["rank"] = (at + 1).into();
                }
            }
        }
    }
    shown
}

fn holds(stories: &[&str], seed: u64, steps: usize) {
    let model = Model::embedded();
    let documents = documents(stories, &model);
    let dice = &mut Dice(seed);
    let (mut decisions, mut earlier) = (Decisions::default(), None);
    let (mut shown, mut last, mut quotes) = (view::Shown::default(), Value::Null, Value::Null);
    for _ in 0..steps {
        let anew = crossread::analyse_with(documents.clone(), &decisions, &model);
        let again = crossread::analyse_again(documents.clone(), &decisions, &model, earlier);
        let json = |analysis: &Analysis| report::json(&report::report(analysis, &[]));
        assert!(json(&again) == json(&anew), "{seed}: {decisions:?}");
        let whole = serde_json::to_value(view::overview(&anew)).expect("plain values are JSON");
        let next = shown.next(&[1], &again, serde_json::value::Serializer);
        let next = next.expect("plain values are JSON");
        last = filled(next, &last, &["articles", "entities", "changes"]);
        assert!(last == whole, "{seed}: {decisions:?}");
        // Quotes are asked for while they are looked at.
        for _ in 0..dice.roll(3) {
            let next = shown.quotes(&again, serde_json::value::Serializer);
            quotes = filled(next.expect("plain values are JSON"), &quotes, &["utterances"]);
            let whole = serde_json::to_value(view::quotes(&anew)).expect("plain values are JSON");
            assert!(quotes == whole, "{seed}: {decisions:?}");
        }
        let count = decisions.0.len();
        match dice.roll(5) {
            0 if count > 0 => drop(decisions.0.remove(dice.roll(count))),
            1 if count > 1 => decisions.0.swap(dice.roll(count), dice.roll(count)),
            _ => decisions.0.push(decision(dice, &again)),
        }
        earlier = Some(again);
    }
}

#[test]
fn what_is_taken_over_of_many_articles_is_what_would_be_made_anew() {
    for seed in 0..4 {
        holds(&STORIES, seed, 24);
    }
}

#[test]
fn what_is_taken_over_of_few_articles_is_what_would_be_made_anew() {
    for seed in 0..16 {
        holds(&STORIES[seed as usize % 3..][..1], seed, 24);
    }
}
