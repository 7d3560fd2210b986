//! Notation of the room `align`: articles parted by a line `===`; then a link a line, `A1 = B2 edited moved .91`
//! (sentences counted from 1, `A1+2` for two that the other has as one), what only one article has, and for three
//! articles or more the passages that several have. Two articles below the document gate are "not collated".

use crossread::comparison::align::{self, Alignment};
use crossread::comparison::candidates;
use crossread::knowledge::Model;
use crossread::story::{ArticleId, Story};

use super::drop;

pub(crate) fn align(input: &str) -> String {
    let model = Model::embedded();
    let story = drop::story(&input.split("\n===\n").collect::<Vec<_>>());
    let related = candidates::candidates(&story, &model);
    let links = align::alignments(&story, &related, &model);
    let mut out = String::new();
    for a in story.ids() {
        for b in story.ids().filter(|&b| b > a) {
            if related.iter().any(|c| (c.a, c.b) == (a, b)) {
                let links: Vec<&Alignment> = links.iter().filter(|link| (link.a, link.b) == (a, b)).collect();
                out += &pair(&story, a, b, &links);
            } else {
                out += &format!("{a}, {b}: not collated\n");
            }
        }
    }
    let passages = align::passages(&story, &links);
    let sentences: usize = story
        .articles
        .iter()
        .map(|article| article.segments.sentences.len())
        .sum();
    let members: usize = passages.iter().map(|passage| passage.members.len()).sum();
    assert_eq!(members, sentences, "every sentence is in exactly one passage");
    if story.articles.len() > 2 {
        for passage in passages.iter().filter(|passage| passage.members.len() > 1) {
            let places = passage
                .members
                .iter()
                .map(|(article, id)| format!("{article}{}", id.0 + 1));
            out += &format!("passage {}\n", places.collect::<Vec<_>>().join(" "));
        }
    }
    out
}

fn pair(story: &Story, a: ArticleId, b: ArticleId, links: &[&Alignment]) -> String {
    let mut out = String::new();
    for link in links {
        let moved = if link.moved { " moved" } else { "" };
        let kind = format!("{:?}", link.kind).to_lowercase();
        let score = format!("{:.2}", link.score);
        let (of_a, of_b) = (
            ids(link.a_sentences.iter().map(|id| id.0)),
            ids(link.b_sentences.iter().map(|id| id.0)),
        );
        out += &format!(
            "{a}{of_a} = {b}{of_b} {kind}{moved} {}\n",
            score.trim_start_matches('0')
        );
    }
    let only = |article: ArticleId, of: fn(&Alignment) -> Vec<u32>| {
        let linked: Vec<u32> = links.iter().flat_map(|link| of(link)).collect();
        let all = 0..story.article(article).segments.sentences.len() as u32;
        let rest = ids(all.filter(|id| !linked.contains(id)));
        if rest.is_empty() {
            String::new()
        } else {
            format!("only {article}: {rest}\n")
        }
    };
    out += &only(a, |link| link.a_sentences.iter().map(|id| id.0).collect());
    out += &only(b, |link| link.b_sentences.iter().map(|id| id.0).collect());
    out
}

fn ids(ids: impl Iterator<Item = u32>) -> String {
    ids.map(|id| (id + 1).to_string()).collect::<Vec<_>>().join("+")
}
