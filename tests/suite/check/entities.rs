//! Notation of the room `entities`: articles parted by a line `===`; an entity a line,
//! `LABEL  name (other forms): mentions in each article [roles]`.

use std::sync::Arc;

use crossread::article::Article;
use crossread::article::decisions::Decisions;
use crossread::article::label::Label;
use crossread::article::tag::Evidence;
use crossread::article::times::Anchors;
use crossread::knowledge::Model;
use crossread::story::entities;

use super::plain;

pub(crate) fn entities(input: &str) -> String {
    let model = Model::embedded();
    let documents: Vec<_> = input
        .split("\n===\n")
        .map(|text| Arc::new(plain::document("case", text)))
        .collect();
    let segments: Vec<_> = documents
        .iter()
        .map(|document| plain::segments(document))
        .collect();
    let none = Decisions::default();
    let both = documents.iter().zip(&segments);
    let shows: Vec<Evidence> = both
        .map(|(document, of)| Evidence::of(document, of, &model))
        .collect();
    let known = Evidence::sum(shows.iter());
    let articles: Vec<Arc<Article>> = documents
        .into_iter()
        .zip(segments)
        .map(|(document, segments)| {
            Arc::new(Article::read(
                document,
                segments,
                &model,
                &known,
                &Anchors::default(),
                &none,
            ))
        })
        .collect();
    let (entities, of_mention) =
        entities::entities(&entities::joined(&articles, &model), &articles, &none, &model);
    for (article, ids) in articles.iter().zip(&of_mention) {
        assert_eq!(article.mentions.len(), ids.len(), "every mention has an entity");
    }
    let mut lines = String::new();
    for entity in entities.iter().filter(|e| e.label != Label::Role) {
        lines += &format!("{}  {}", entity.label.code(), entity.name);
        if !entity.aliases.is_empty() {
            lines += &format!(" ({})", entity.aliases.join(" | "));
        }
        let counts: Vec<String> = (0..articles.len() as u32)
            .map(|a| {
                entity
                    .mentions
                    .iter()
                    .filter(|(article, _)| article.0 == a)
                    .count()
                    .to_string()
            })
            .collect();
        lines += &format!(": {}", counts.join(" "));
        if !entity.roles.is_empty() {
            lines += &format!(" [{}]", entity.roles.join(" | "));
        }
        lines += "\n";
    }
    lines
}
