//! Reading a drop: each article alone, then once more with what the others show and what the user decided.
//!
//! The same articles are read again and again while a user corrects them. What is asked of an article is a function of
//! its document, the evidence, its day and the decisions about it; where all these are what they were, so is the article,
//! and it is taken over.

use std::cmp::Ordering;
use std::sync::Arc;

use super::entities::{self, Entity};
use super::{ArticleId, Dating, Story, evidence};
use crate::article::Article;
use crate::article::decisions::{Decision, Decisions};
use crate::article::document::Document;
use crate::article::segment::{self, Segments};
use crate::article::tag::{self, Evidence};
use crate::article::times::Anchors;
use crate::knowledge::Model;
use crate::order::Arrange as _;

/// What the articles of a story were read with, and joined from.
#[derive(Debug, Default)]
pub struct Inputs {
    /// The documents as ingest made them, in the story's order.
    documents: Vec<Arc<Document>>,
    decisions: Decisions,
    /// What each article shows about words, and all together.
    shows: Vec<Arc<Evidence>>,
    evidence: Evidence,
    /// The entities before anything that was decided about what is one thing.
    joined: Arc<Vec<Entity>>,
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
    // An article alone counts its own words anyway.
    let several = decided.len() > 1;
    let shows = decided.iter().zip(&segments).zip(&known).filter(|_| several);
    let shows: Vec<Arc<Evidence>> = shows
        .map(|((document, segments), known)| {
            let known = known.as_ref().and_then(|known| known.shows);
            known.map_or_else(|| Arc::new(Evidence::of(document, segments, model)), Arc::clone)
        })
        .collect();
    let evidence = same.map_or_else(
        || Evidence::sum(shows.iter().map(|one| &**one)),
        |earlier| earlier.inputs.evidence.clone(),
    );
    let changed = earlier.map_or_else(Vec::new, |earlier| match same {
        Some(_) => Vec::new(),
        None => evidence.changed(&earlier.inputs.evidence),
    });
    let texts = decided.into_iter().zip(segments).zip(&known).zip(&dates);
    let articles: Vec<Arc<Article>> = texts
        .map(|(((document, segments), known), dating)| {
            let day = |dating: &Dating| dating.published.as_ref().map(|p| p.day);
            let same_day = |known: &&Known<'_>| known.same_reading && day(known.dating) == day(dating);
            let known = known.as_ref().filter(same_day).map(|known| known.article);
            if let Some(article) = known.filter(|_| !tag::has_any(&document, &segments, &changed)) {
                return Arc::clone(article);
            }
            let mentions = tag::mentions(&document, &segments, model, &evidence);
            let mentions = tag::decided(mentions, &document, decisions);
            // All else hangs on these.
            if let Some(article) = known.filter(|article| article.mentions == mentions) {
                return Arc::clone(article);
            }
            let anchors = Anchors {
                published: day(dating),
            };
            Arc::new(Article::with(
                document, segments, mentions, model, &anchors, decisions,
            ))
        })
        .collect();
    let joined = earlier
        .filter(|earlier| earlier.has_names(&articles))
        .map_or_else(
            || Arc::new(entities::joined(&articles, model)),
            |earlier| Arc::clone(&earlier.inputs.joined),
        );
    let (entities, entity_of) = entities::entities(&joined, &articles, decisions, model);
    Story {
        articles,
        dates,
        entities,
        entity_of,
        inputs: Inputs {
            documents,
            decisions: decisions.clone(),
            shows,
            evidence,
            joined,
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
    shows: Option<&'a Arc<Evidence>>,
    /// Whether nothing else was decided about names, or about who speaks in it.
    same_reading: bool,
}

/// Whether two documents have one text, cut into the same blocks.
fn is_text(a: &Arc<Document>, b: &Arc<Document>) -> bool {
    Arc::ptr_eq(a, b) || a.text == b.text && a.blocks == b.blocks
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
            shows: self.inputs.shows.get(at),
            same_reading: other.agree(|decision| decision.is_read_in(base)),
        })
    }

    /// Whether its articles have these texts, cut into these blocks: then words mean the same.
    fn has_texts(&self, documents: &[Arc<Document>]) -> bool {
        let mut both = self.articles.iter().zip(documents);
        self.articles.len() == documents.len()
            && both.all(|(known, document)| is_text(&known.document, document))
    }

    /// Whether its articles have the same texts with the same names in them, whatever the parts of the texts are.
    fn has_names(&self, articles: &[Arc<Article>]) -> bool {
        let alike = |(known, article): (&Arc<Article>, &Arc<Article>)| {
            let same = known.text() == article.text() && known.mentions == article.mentions;
            Arc::ptr_eq(known, article) || same && known.names == article.names
        };
        self.articles.len() == articles.len() && self.articles.iter().zip(articles).all(alike)
    }

    /// For each article whether it has the text that it had in an earlier story, cut into the same blocks; nothing where the
    /// files are others, or the user decided otherwise about links between sentences.
    pub fn texts_like(&self, earlier: &Self) -> Option<Vec<bool>> {
        let (files, before) = (&self.inputs.documents, &earlier.inputs.documents);
        let same = files.len() == before.len() && files.iter().zip(before).all(|(a, b)| Arc::ptr_eq(a, b));
        let decided = earlier.inputs.other(&self.inputs.decisions);
        let linked = same && decided.agree(|decision| matches!(decision, Decision::Link(..)));
        let both = self.articles.iter().zip(&earlier.articles);
        linked.then(|| {
            both.map(|(now, then)| is_text(&now.document, &then.document))
                .collect()
        })
    }

    /// What is as it was in an earlier story of the same files, in which the articles that are `kept` had the same texts.
    pub fn alike(&self, earlier: &Self, kept: &[bool]) -> Alike {
        let is_kept = |mention: &&(ArticleId, usize)| kept[mention.0.0 as usize];
        let is_same = |entity: &Entity| {
            let mentions = entity.mentions.iter().filter(is_kept);
            let known = mentions.clone().next().and_then(|&(article, mention)| {
                let id = earlier.entity_of.get(article.0 as usize)?.get(mention)?;
                earlier.entities.get(id.0 as usize)
            });
            known.is_some_and(|known| {
                known.label == entity.label && known.mentions.iter().filter(is_kept).eq(mentions)
            })
        };
        let same: Vec<bool> = self.entities.iter().map(is_same).collect();
        let both = || self.articles.iter().zip(&earlier.articles);
        let all = both().zip(&self.entity_of).zip(kept);
        let read = all.map(|(((article, before), entities), kept)| {
            let is_read = *kept && (Arc::ptr_eq(article, before) || article.is_read_like(before));
            is_read && entities.iter().all(|id| same[id.0 as usize])
        });
        let dated = both().zip(self.dates.iter().zip(&earlier.dates));
        Alike {
            read: read.collect(),
            documents: dated
                .map(|((article, before), (date, then))| {
                    date == then && Arc::ptr_eq(&article.document, &before.document)
                })
                .collect(),
        }
    }
}

/// What of a story is as it was in an earlier one of the same files, for each article.
#[derive(Debug)]
pub struct Alike {
    /// Whether the same is read in it, and it names the same things, whatever these are called.
    pub read: Vec<bool>,
    /// Whether its fields and its day are the same.
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
