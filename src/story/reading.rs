//! Reading a drop: each article alone, then once more with what the others show and what the user decided.
//!
//! The same articles are read again and again while a user corrects them. What is asked of an article is a function of
//! its document, the evidence, its day and the decisions about it; where all these are what they were, so is the article,
//! and it is taken over.

use std::cmp::Ordering;
use std::sync::Arc;

use super::entities::{self, Entity};
use super::{Dating, Story, evidence};
use crate::article::Article;
use crate::article::decisions::{Decision, Decisions};
use crate::article::document::Document;
use crate::article::segment::{self, Segments};
use crate::article::tag::Evidence;
use crate::article::times::Anchors;
use crate::knowledge::Model;
use crate::order::Arrange as _;

/// What the articles of a story were read with.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The documents as ingest made them, in the story's order.
    documents: Vec<Arc<Document>>,
    decisions: Decisions,
    evidence: Evidence,
}

/// Reads all documents of a drop.
pub fn read(documents: Vec<Arc<Document>>, decisions: &Decisions, model: &Model) -> Story {
    read_again(documents, decisions, model, None)
}

/// The same with a story that was read before: what is the same is not read again. The result is that of [`read`].
pub fn read_again(
    mut documents: Vec<Arc<Document>>,
    decisions: &Decisions,
    model: &Model,
    earlier: Option<&Story>,
) -> Story {
    documents.arrange_by(|a, b| order(a, b));
    let other = earlier.map_or_else(Other::default, |earlier| earlier.inputs.other(decisions));
    let known: Vec<Option<Known<'_>>> = documents
        .iter()
        .map(|base| earlier?.known(base, &other))
        .collect();
    let read = known.iter().zip(&documents).map(|(known, base)| {
        if let Some(Known { article, .. }) = known {
            return (Arc::clone(&article.document), article.segments.clone());
        }
        let document = decisions.document(Arc::clone(base));
        let segments = segment::segments(&document, model);
        (document, segments)
    });
    let (decided, segments): (Vec<Arc<Document>>, Vec<Segments>) = read.unzip();
    let dates = evidence::dates(&decided, &segments);
    let same = earlier.filter(|earlier| earlier.has_texts(&decided));
    let evidence = same.map_or_else(
        || evidence::words(&decided, &segments, model),
        |earlier| earlier.inputs.evidence.clone(),
    );
    let texts = decided.into_iter().zip(segments).zip(&known).zip(&dates);
    let articles: Vec<Arc<Article>> = texts
        .map(|(((document, segments), known), dating)| {
            let day = |dating: &Dating| dating.published.as_ref().map(|p| p.day);
            let known = known.as_ref().filter(|k| same.is_some() && k.same_reading);
            if let Some(known) = known.filter(|known| day(known.dating) == day(dating)) {
                return Arc::clone(known.article);
            }
            let anchors = Anchors {
                published: day(dating),
            };
            Arc::new(Article::read(
                document, segments, model, &evidence, &anchors, decisions,
            ))
        })
        .collect();
    let (entities, entity_of) = entities::entities(&articles, decisions, model);
    Story {
        articles,
        dates,
        entities,
        entity_of,
        inputs: Inputs {
            documents,
            decisions: decisions.clone(),
            evidence,
        },
    }
}

/// The order of a story's articles: by file name, then by hash, then by place in the file.
fn order(a: &Document, b: &Document) -> Ordering {
    (&a.file, &a.sha256, &a.part).cmp(&(&b.file, &b.sha256, &b.part))
}

/// An article of an earlier story whose document is the same.
struct Known<'a> {
    article: &'a Arc<Article>,
    dating: &'a Dating,
    /// Whether nothing else was decided about names, or about who speaks in it.
    same_reading: bool,
}

impl Story {
    /// The article that was made of a document with the same decisions about its fields and blocks.
    fn known(&self, base: &Arc<Document>, other: &Other<'_>) -> Option<Known<'_>> {
        let documents = &self.inputs.documents;
        let at = documents.partition_point(|known| order(known, base).is_lt());
        let known = documents.get(at)?;
        let same = Arc::ptr_eq(known, base) && other.agree(|decision| decision.is_about(base));
        same.then(|| Known {
            article: &self.articles[at],
            dating: &self.dates[at],
            same_reading: other.agree(|decision| decision.is_read_in(base)),
        })
    }

    /// Whether its articles have these texts, cut into these blocks: then words mean the same.
    fn has_texts(&self, documents: &[Arc<Document>]) -> bool {
        let alike = |(known, document): (&Arc<Article>, &Arc<Document>)| {
            known.document.text == document.text && known.document.blocks == document.blocks
        };
        self.articles.len() == documents.len() && self.articles.iter().zip(documents).all(alike)
    }

    /// Whether another has the same texts, of the same files, and the user decided the same about links between sentences.
    pub fn is_linked_like(&self, other: &Self) -> bool {
        let documents: Vec<Arc<Document>> = other.articles.iter().map(|a| Arc::clone(&a.document)).collect();
        let same = self.inputs.documents.iter().zip(&other.inputs.documents);
        let decided = self.inputs.other(&other.inputs.decisions);
        self.has_texts(&documents)
            && same.clone().all(|(a, b)| Arc::ptr_eq(a, b))
            && decided.agree(|decision| matches!(decision, Decision::Link(..)))
    }

    /// What is as it was in an earlier story of the same texts.
    pub fn alike(&self, earlier: &Self) -> Alike {
        let is_same = |entity: &Entity| {
            let known = entity.mentions.first().and_then(|&(article, mention)| {
                let id = earlier.entity_of.get(article.0 as usize)?.get(mention)?;
                earlier.entities.get(id.0 as usize)
            });
            known.is_some_and(|known| known.mentions == entity.mentions && known.label == entity.label)
        };
        let same: Vec<bool> = self.entities.iter().map(is_same).collect();
        let both = || self.articles.iter().zip(&earlier.articles);
        let read = both().zip(&self.entity_of).map(|((article, before), entities)| {
            let is_read = Arc::ptr_eq(article, before) || article.is_read_like(before);
            is_read && entities.iter().all(|id| same[id.0 as usize])
        });
        Alike {
            read: read.collect(),
            documents: both()
                .map(|(article, before)| Arc::ptr_eq(&article.document, &before.document))
                .collect(),
        }
    }
}

/// What of a story is as it was in an earlier one of the same texts, for each article.
#[derive(Debug)]
pub struct Alike {
    /// Whether the same is read in it, and it names the same things, whatever these are called.
    pub read: Vec<bool>,
    /// Whether its fields are the same.
    pub documents: Vec<bool>,
}

impl Alike {
    /// Nothing, of so many articles.
    pub fn none(articles: usize) -> Self {
        Self {
            read: vec![false; articles],
            documents: vec![false; articles],
        }
    }
}

/// Decisions that differ from others: those of before and those of now, without what both have in front and behind.
#[derive(Default)]
struct Other<'d> {
    before: &'d [Decision],
    now: &'d [Decision],
}

impl Other<'_> {
    /// Whether the decisions of one matter are the same.
    fn agree(&self, matter: impl Fn(&Decision) -> bool) -> bool {
        let of_it = |one: &&Decision| matter(one);
        let (before, now) = (self.before.iter(), self.now.iter());
        before.filter(of_it).eq(now.filter(of_it))
    }
}

impl Inputs {
    fn other<'d>(&'d self, decisions: &'d Decisions) -> Other<'d> {
        let (mut before, mut now) = (&self.decisions.0[..], &decisions.0[..]);
        while let ([x, rest @ ..], [y, others @ ..]) = (before, now)
            && x == y
        {
            (before, now) = (rest, others);
        }
        while let ([rest @ .., x], [others @ .., y]) = (before, now)
            && x == y
        {
            (before, now) = (rest, others);
        }
        Other { before, now }
    }
}
