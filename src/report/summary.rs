//! A summary that people can read in a terminal.

use super::view::{self, Card};
use crate::Analysis;
use crate::comparison::changes::Unnamed;
use crate::story::ArticleId;
use crate::story::entities::EntityId;
use crate::text::fold;

/// Findings and names that are listed; the rest is counted.
const LISTED: usize = 15;

/// The analysis as plain text: verdict, cards, findings, names. Lines are not wrapped.
pub fn summary(analysis: &Analysis) -> String {
    let overview = view::overview(analysis);
    let mut out = String::new();
    let mut line = |text: &str| {
        out += text;
        out.push('\n');
    };
    let verdict = &overview.verdict;
    line(&verdict.headline);
    for detail in verdict.summary.iter().chain(&verdict.details) {
        line(&format!("  {detail}"));
    }
    for card in &overview.articles {
        line("");
        for text in card_lines(card) {
            line(&text);
        }
    }
    let changes = overview.changes.iter().map(|row| &row.change);
    let changes: Vec<_> = changes.filter(|change| change.kind != "style").collect();
    if !changes.is_empty() {
        line("");
        line("What changed");
        for change in changes.iter().take(LISTED) {
            line(&format!(
                "  {:>2}. [{}] {}",
                change.rank, change.kind, change.summary
            ));
        }
        line(&more(changes.len()));
    }
    for text in said(analysis) {
        line(&text);
    }
    let entities = overview.entities.iter();
    let named: Vec<_> = entities.filter(|row| row.entity.label != "ROLE").collect();
    if !named.is_empty() {
        line("");
        line("Who and what is named");
        for row in named.iter().take(LISTED) {
            let entity = &row.entity;
            let counts = overview
                .articles
                .iter()
                .zip(&row.counts)
                .filter(|(_, count)| **count > 0);
            let counts: Vec<String> = counts
                .map(|(card, count)| format!("{} {count}", card.id))
                .collect();
            let aliases = match entity.aliases.as_slice() {
                [] => String::new(),
                aliases => format!(" (also {})", aliases.join(", ")),
            };
            line(&format!(
                "  {:<11} {}{aliases}: {}",
                entity.label,
                entity.name,
                counts.join(", ")
            ));
        }
        line(&more(named.len()));
    }
    // An empty line stands where nothing more is to be said.
    out.replace("\n\n\n", "\n\n").trim_end().to_owned() + "\n"
}

/// Who is quoted with how many words in which article, and who vouches without a name; only where articles can differ.
fn said(analysis: &Analysis) -> Vec<String> {
    let ids: Vec<String> = analysis.story.ids().map(|id| id.to_string()).collect();
    let speakers = view::speakers(analysis);
    let quoted = speakers
        .iter()
        .filter(|row| row.entity.is_some() && row.words.iter().any(|&n| n > 0));
    let quoted: Vec<String> = quoted
        .take(LISTED)
        .map(|row| {
            let words = ids.iter().zip(&row.words).map(|(id, n)| format!("{id} {n}"));
            format!("  {}: {}", row.name, words.collect::<Vec<_>>().join(", "))
        })
        .collect();
    let unnamed: Vec<String> = analysis
        .comparison
        .unnamed
        .iter()
        .filter(|source| source.calls.len() + source.named.len() > 1)
        .take(LISTED)
        .map(|source| unnamed(analysis, source))
        .collect();
    let headed = |title: &str, lines: Vec<String>| {
        let head = [String::new(), title.to_owned()];
        if lines.is_empty() {
            Vec::new()
        } else {
            head.into_iter().chain(lines).collect()
        }
    };
    let mut all = headed("Words in quotation marks", quoted);
    all.extend(headed("Sources without a name", unnamed));
    all
}

/// Articles that are named before the rest is counted.
const NAMED: usize = 3;

fn unnamed(analysis: &Analysis, source: &Unnamed) -> String {
    let mut calls: Vec<(String, Vec<String>)> = Vec::new();
    for (id, spans) in &source.calls {
        let Some(span) = spans.first() else { continue };
        let words = fold::style(span.of(analysis.story.article(*id).text()));
        match calls.iter_mut().find(|(known, _)| *known == words) {
            Some((_, ids)) => ids.push(id.to_string()),
            None => calls.push((words, vec![id.to_string()])),
        }
    }
    let calls = calls.iter().map(|(words, ids)| {
        let more = match ids.len().saturating_sub(NAMED) {
            0 => String::new(),
            rest => format!(" and {rest} more"),
        };
        format!("{}{more} “{words}”", ids[..ids.len().min(NAMED)].join(", "))
    });
    let name = |&(id, entity): &(ArticleId, EntityId)| {
        format!("{id} names {}", analysis.story.entities[entity.0 as usize].name)
    };
    let calls = calls.chain(source.named.iter().take(NAMED).map(name));
    let statements = match source.vouches.len() {
        1 => "1 statement".to_owned(),
        n => format!("{n} statements"),
    };
    format!("  {}: {statements}", calls.collect::<Vec<_>>().join("; "))
}

fn more(count: usize) -> String {
    match count.saturating_sub(LISTED) {
        0 => String::new(),
        rest => format!("  and {rest} more; --json prints all"),
    }
}

fn card_lines(card: &Card) -> Vec<String> {
    let title = card.title.as_deref().unwrap_or("no headline");
    let mut lines = vec![format!("{}  {title}", card.id)];
    if card.title.is_none() {
        lines.push(format!("   {}", card.opening));
    }
    let date = match &card.date {
        Some(date) => format!("{date} ({})", card.date_source),
        None => card.date_source.clone(),
    };
    let mut facts = vec![card.file.clone()];
    facts.extend(card.member.clone());
    facts.extend(card.origin.clone());
    facts.push(date);
    facts.push(format!("{} words", card.words));
    lines.push(format!("   {}", facts.join(" · ")));
    lines.extend(card.notes.iter().map(|note| format!("   {}", note.message)));
    lines
}
