//! What the page shows first.

use super::article::paragraphs;
use super::ledger;
use super::{Card, EntityRow, FieldRow, Overview, thing};
use crate::Analysis;
use crate::article::document::{Field, Metadata};
use crate::report::article::words;
use crate::report::build::Build;
use crate::report::values::Entity;
use crate::report::verdict;
use crate::story::ArticleId;
use crate::story::entities::EntityId;

/// Characters of an article's opening on its card.
const OPENING: usize = 120;

/// What the page shows first.
pub fn overview(analysis: &Analysis) -> Overview {
    let verdict = verdict(analysis);
    let build = Build::new(analysis);
    let card = |id: ArticleId| card(&build, id, verdict.set_aside.contains(&id.to_string()));
    Overview {
        articles: analysis.story.ids().map(card).collect(),
        entities: entities(&build),
        changes: ledger::changes(&build),
        verdict,
    }
}

fn card(build: &Build<'_>, id: ArticleId, set_aside: bool) -> Card {
    use crate::article::document::PublishedSource as Source;
    let analysis = build.analysis;
    let article = analysis.story.article(id);
    let document = &article.document;
    let (metadata, dating) = (&document.metadata, &analysis.story.dates[id.0 as usize]);
    let lender = dating.lender.map(|lender| lender.to_string()).unwrap_or_default();
    let origin = [&metadata.agency, &metadata.outlet]
        .into_iter()
        .flatten()
        .chain(&metadata.authors)
        .next();
    Card {
        id: id.to_string(),
        file: document.file.clone(),
        sha256: document.sha256.clone(),
        member: document.part.member(),
        number: document.part.number,
        title: metadata.title.as_ref().map(|f| f.value.clone()),
        opening: opening(article),
        origin: origin.map(|f| f.value.clone()),
        date: dating
            .published
            .as_ref()
            .map(|p| crate::article::times::calendar::iso(p.day)),
        date_source: match dating.source() {
            Source::Decided => "set by you".to_owned(),
            Source::Stated => "stated in the text".to_owned(),
            Source::Markup => "from the file’s markup".to_owned(),
            Source::Sibling => format!("borrowed from {lender}"),
            Source::YearInferred => format!("year inferred from {lender}"),
            Source::None => "no date found".to_owned(),
        },
        words: words(article),
        paragraphs: paragraphs(article).into_iter().flatten().count(),
        notes: build.notes(id),
        set_aside,
        fields: fields(metadata),
    }
}

/// The first words of the body, cut at a word.
fn opening(article: &crate::article::Article) -> String {
    let body = article.document.blocks.iter().find(|block| block.kind.is_body());
    let text = body.map_or("", |block| block.span.of(article.text()));
    if text.chars().count() <= OPENING {
        return text.to_owned();
    }
    let cut: String = text.chars().take(OPENING).collect();
    cut.rsplit_once(' ')
        .map_or(cut.as_str(), |(head, _)| head)
        .to_owned()
        + "…"
}

fn fields(metadata: &Metadata) -> Vec<FieldRow> {
    let one = |name, field: &Option<Field>| FieldRow {
        name,
        value: field.as_ref().map_or_else(String::new, |f| f.value.clone()),
        in_text: field.as_ref().is_some_and(|f| f.span.is_some()),
    };
    let authors = &metadata.authors;
    let names: Vec<&str> = authors.iter().map(|f| f.value.as_str()).collect();
    vec![
        one("title", &metadata.title),
        one("dek", &metadata.dek),
        FieldRow {
            name: "authors",
            value: names.join("; "),
            in_text: authors.iter().any(|f| f.span.is_some()),
        },
        one("outlet", &metadata.outlet),
        one("agency", &metadata.agency),
        one("place", &metadata.place),
        one("url", &metadata.url),
    ]
}

fn entities(build: &Build<'_>) -> Vec<EntityRow> {
    let story = &build.analysis.story;
    let row = |(index, (mut entity, named)): (usize, (Entity, &crate::story::entities::Entity))| {
        entity.id = thing(build.analysis, EntityId(index as u32));
        if let Some((country, kin)) = entity.stands_for.as_mut().zip(named.kin.as_ref()) {
            country.entity = kin.entity.map(|id| thing(build.analysis, id));
        }
        let mut counts = vec![0; story.articles.len()];
        for (article, _) in &named.mentions {
            counts[article.0 as usize] += 1;
        }
        EntityRow {
            entity,
            counts,
            total: named.mentions.len(),
        }
    };
    build
        .entities()
        .into_iter()
        .zip(&story.entities)
        .enumerate()
        .map(row)
        .collect()
}
