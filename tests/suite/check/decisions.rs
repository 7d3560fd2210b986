//! Notation of the room `decisions`: articles parted by a line `===`; behind a line `!!!` a decision a line, as a project
//! file has it, with `@A` for the key of article A. Then each article with its title, day and blocks, the names, who says
//! each quote, and the links between the first two articles.

use std::sync::Arc;

use crossread::Analysis;
use crossread::article::decisions::Decisions;
use crossread::article::document::Document;
use crossread::article::ingest::{File, ingest};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use crossread::report::{self, project};
use crossread::story::ArticleId;

pub(crate) fn decisions(input: &str) -> String {
    let model = Model::embedded();
    let (articles, wanted) = input.split_once("\n!!!\n").expect("a case has decisions");
    let articles = articles.split("\n===\n").enumerate();
    let documents: Vec<Document> = articles
        .flat_map(|(index, text)| {
            let name = format!("{index}.txt");
            ingest(&File::new(&name, text.as_bytes()), &model).articles
        })
        .collect();
    let mut json = format!("[{}]", wanted.trim().lines().collect::<Vec<_>>().join(","));
    for (id, document) in (0..).map(ArticleId).zip(&documents) {
        let key = format!("{{\"sha256\":\"{}\",\"number\":1}}", document.sha256);
        json = json.replace(&format!("@{id}"), &key);
    }
    let (decisions, unread) = project::decisions(&json).expect("decisions are a list");
    let documents: Vec<Arc<Document>> = documents.into_iter().map(Arc::new).collect();
    let analysis = crossread::analyse_with(documents.clone(), &decisions, &model);
    again(&documents, &decisions, &model);
    let mut told: String = analysis.story.ids().map(|id| article(&analysis, id)).collect();
    told += &names(&analysis);
    told += &links(&analysis);
    if unread > 0 {
        told += &format!("{unread} unread\n");
    }
    told
}

/// One decision after the other, and back again: what is taken over from before is what would be read anew.
fn again(documents: &[Arc<Document>], decisions: &Decisions, model: &Model) {
    let json = |analysis: &Analysis| report::json(&report::report(analysis, &[]));
    let counts = (0..=decisions.0.len()).chain((0..decisions.0.len()).rev());
    let mut earlier: Option<Analysis> = None;
    for count in counts {
        let some = Decisions(decisions.0[..count].to_vec());
        let anew = crossread::analyse_with(documents.to_vec(), &some, model);
        let again = crossread::analyse_again(documents.to_vec(), &some, model, earlier);
        assert_eq!(json(&again), json(&anew), "{some:?}");
        earlier = Some(again);
    }
    // Other articles: the first alone, and all again.
    for few in [&documents[..1], documents] {
        let anew = crossread::analyse_with(few.to_vec(), decisions, model);
        let again = crossread::analyse_again(few.to_vec(), decisions, model, earlier);
        assert_eq!(json(&again), json(&anew));
        earlier = Some(again);
    }
}

fn article(analysis: &Analysis, id: ArticleId) -> String {
    let article = analysis.story.article(id);
    let metadata = &article.document.metadata;
    let title = metadata.title.as_ref().map_or("-", |field| &field.value);
    let authors: Vec<&str> = metadata
        .authors
        .iter()
        .map(|field| field.value.as_str())
        .collect();
    let dating = &analysis.story.dates[id.0 as usize];
    let day = dating
        .published
        .as_ref()
        .map(|published| calendar::iso(published.day));
    let mut told = format!(
        "{id}: {title} | {} | {} {:?}\n",
        authors.join("; "),
        day.unwrap_or_default(),
        dating.source()
    );
    let kinds = article
        .document
        .blocks
        .iter()
        .map(|block| format!("{:?}", block.kind).to_lowercase());
    told += &format!("  {}\n", kinds.collect::<Vec<_>>().join(" "));
    for time in &article.times {
        told += &format!("  {} = {}\n", time.span.of(article.text()), time.value);
    }
    for (index, quote) in article.quotes.iter().enumerate() {
        let speaker = analysis.story.speaker(id, index);
        let name = speaker.map_or("nobody", |speaker| {
            &analysis.story.entities[speaker.0 as usize].name
        });
        told += &format!("  {name}: {}\n", quote.span.of(article.text()));
    }
    told
}

fn names(analysis: &Analysis) -> String {
    let named = analysis.story.entities.iter().map(|entity| {
        let forms = [std::slice::from_ref(&entity.name), &entity.aliases].concat();
        format!("{} {}\n", entity.label.code(), forms.join(" | "))
    });
    named.collect()
}

fn links(analysis: &Analysis) -> String {
    let all = analysis.comparison.alignments.iter();
    let told = all.filter(|link| (link.a.0, link.b.0) == (0, 1)).map(|link| {
        let number = |sentences: &[crossread::article::segment::SentenceId]| {
            sentences
                .iter()
                .map(|s| s.0.to_string())
                .collect::<Vec<_>>()
                .join(",")
        };
        let moved = if link.moved { " moved" } else { "" };
        format!(
            "{} = {}{moved}\n",
            number(&link.a_sentences),
            number(&link.b_sentences)
        )
    });
    told.collect()
}
