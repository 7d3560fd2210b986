//! One article: its text and shape, and what is read in it before others are looked at.

pub mod document;
pub mod label;

pub mod decisions;

pub mod segment;

pub mod tag;
pub mod times;

// Reads dates with the grammar of `times`, so it stands below it, though it is the first to run.
pub mod ingest;
pub mod names;

pub mod quotes;

use std::sync::Arc;

use crate::knowledge::Model;
use decisions::Decisions;
use document::Document;
use names::Name;
use quotes::Quote;
use segment::Segments;
use tag::{Evidence, Mention};
use times::{Anchors, Number, Time};

/// One article with everything that was read in it.
#[derive(Debug)]
pub struct Article {
    /// The text and its shape.
    pub document: Arc<Document>,
    /// Tokens and sentences.
    pub segments: Segments,
    /// Names, roles and unnamed sources, in order of their start; of two with one start the longer first.
    pub mentions: Vec<Mention>,
    /// Expressions of time with their values, in order.
    pub times: Vec<Time>,
    /// Amounts, shares and counts with their values, in order.
    pub numbers: Vec<Number>,
    /// Which mentions are one thing, in this article.
    pub names: Vec<Name>,
    /// What is quoted or reported, by whom, in order.
    pub quotes: Vec<Quote>,
}

impl Article {
    /// Reads a segmented document with what is known (`model`) and what the other articles show (`evidence`,
    /// empty the first time). `anchors` tells which dates relative times hang on, `decisions` what the user corrected.
    pub fn read(
        document: Arc<Document>,
        segments: Segments,
        model: &Model,
        evidence: &Evidence,
        anchors: &Anchors,
        decisions: &Decisions,
    ) -> Self {
        let mentions = tag::mentions(&document, &segments, model, evidence);
        let mentions = tag::decided(mentions, &document, decisions);
        Self::with(document, segments, mentions, model, anchors, decisions)
    }

    /// Reads all else where it is known what is named.
    pub(crate) fn with(
        document: Arc<Document>,
        segments: Segments,
        mentions: Vec<Mention>,
        model: &Model,
        anchors: &Anchors,
        decisions: &Decisions,
    ) -> Self {
        let (times, numbers) = times::times_and_numbers(&document, &segments, model, anchors);
        let names = names::names(&document, &segments, &mentions, model);
        let quotes = quotes::quotes(&document, &segments, &mentions, &names, model);
        let quotes = quotes::decided(quotes, &document, &mentions, decisions);
        Self {
            document,
            segments,
            mentions,
            times,
            numbers,
            names,
            quotes,
        }
    }

    /// Whether what was read in it is what was read in another of the same text; its fields may be others.
    pub fn is_read_like(&self, other: &Self) -> bool {
        self.mentions == other.mentions
            && self.times == other.times
            && self.numbers == other.numbers
            && self.quotes == other.quotes
    }

    /// The article's text, which every span points into.
    pub fn text(&self) -> &str {
        &self.document.text
    }
}
