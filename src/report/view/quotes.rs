//! Who said what: each utterance once, with how every article gives it.

use std::cell::OnceCell;

use serde::Serialize;

use super::row::{Side, inline};
use super::{Place, Run, thing};
use crate::Analysis;
use crate::article::Article;
use crate::article::quotes::{Quote, QuoteKind};
use crate::article::segment::TokenKind;
use crate::comparison::changes::{Rendering, Utterance};
use crate::comparison::diff;
use crate::order::Arrange as _;
use crate::report::build::Build;
use crate::report::codes::Code;
use crate::report::values::UnnamedSource;
use crate::story::ArticleId;
use crate::story::entities::EntityId;
use crate::text::Span;

/// All that is said, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct QuotesView {
    /// Everybody who is quoted or reported, the most quoted words first.
    pub speakers: Vec<SpeakerRow>,
    /// Each utterance once, in the report's order.
    pub utterances: Vec<UtteranceRow>,
    /// Sources that some article leaves without a name, as in the report.
    pub unnamed: Vec<UnnamedSource>,
}

/// Somebody who is quoted or reported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SpeakerRow {
    /// The entity; null for all whose speaker could not be told.
    pub entity: Option<String>,
    /// Its name; empty for those.
    pub name: String,
    /// The code of its label; `null` for those.
    pub label: Option<&'static str>,
    /// Words between quotation marks in each article, in order of the articles.
    pub words: Vec<usize>,
    /// Utterances.
    pub utterances: usize,
}

/// One utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct UtteranceRow {
    /// Its id, as in the report.
    pub id: String,
    /// The entity that says it, as among the speakers; null where nobody could be told.
    pub speaker: Option<String>,
    /// How each article gives it; the fullest first.
    pub renderings: Vec<RenderingRow>,
}

/// How one article gives an utterance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct RenderingRow {
    /// Id of the article.
    pub article: String,
    /// Where it begins.
    pub place: Place,
    /// The number of its body paragraph, from 1.
    pub paragraph: Option<usize>,
    /// Its state against the fullest, as in the report.
    pub state: &'static str,
    /// direct, mixed or indirect.
    pub kind: &'static str,
    /// The words; where they were trimmed or altered, with what the fullest has and this has not.
    pub runs: Vec<Run>,
    /// The words that name who says it here.
    pub speaker: Option<String>,
    /// The words that introduce it, and their class.
    pub cue: Option<[String; 2]>,
    /// To whom.
    pub addressee: Option<String>,
    /// Where.
    pub venue: Option<String>,
    /// Who reports it, in nested attribution.
    pub via: Option<String>,
}

/// All that is said, and by whom.
pub fn quotes(analysis: &Analysis) -> QuotesView {
    let all = Quotes::new(analysis);
    QuotesView {
        utterances: (0..all.said.len()).map(|at| all.row(at)).collect(),
        speakers: all.speakers,
        unnamed: all.unnamed,
    }
}

/// The same, each utterance made when it is asked for.
pub(super) struct Quotes<'a> {
    analysis: &'a Analysis,
    sides: Vec<OnceCell<Side<'a>>>,
    /// What is said, with the index of each.
    pub(super) said: Vec<(usize, &'a Utterance)>,
    pub(super) speakers: Vec<SpeakerRow>,
    pub(super) unnamed: Vec<UnnamedSource>,
}

impl<'a> Quotes<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Self {
        let said = said(analysis);
        Self {
            analysis,
            sides: analysis.story.ids().map(|_| OnceCell::new()).collect(),
            speakers: ranked(analysis, &said, thing),
            said,
            unnamed: Build::new(analysis).unnamed_sources(),
        }
    }

    /// Who says what stands in a place.
    pub(super) fn speaker(&self, at: usize) -> Option<String> {
        self.said[at].1.speaker.map(|who| thing(self.analysis, who))
    }

    /// The utterance in a place.
    pub(super) fn row(&self, at: usize) -> UtteranceRow {
        let (index, utterance) = self.said[at];
        UtteranceRow {
            id: format!("u{}", index + 1),
            speaker: self.speaker(at),
            renderings: self.renderings(utterance),
        }
    }

    fn side(&self, id: ArticleId) -> &Side<'a> {
        self.sides[id.0 as usize].get_or_init(|| Side::new(self.analysis, id))
    }

    fn renderings(&self, utterance: &Utterance) -> Vec<RenderingRow> {
        let fullest = utterance.renderings.first();
        let row = |&(id, index, state): &(ArticleId, usize, Rendering)| {
            let side = self.side(id);
            let article = side.article();
            let quote = &article.quotes[index];
            let words = |span: Span| span.of(article.text()).to_owned();
            let place = side.place(quote.span.start());
            let edited = matches!(
                state,
                Rendering::Trimmed | Rendering::Extended | Rendering::Altered | Rendering::ReAttributed
            );
            let full = fullest.filter(|_| edited);
            RenderingRow {
                article: id.to_string(),
                place,
                paragraph: side.paragraph(place.block),
                state: state.code(),
                kind: quote.kind.code(),
                runs: full.map_or_else(
                    || side.runs(quote.span),
                    |&(other, first, _)| against(self.side(other), first, side, quote),
                ),
                speaker: quote.speaker.as_ref().map(|speaker| words(speaker.span)),
                cue: quote
                    .cue
                    .map(|cue| [words(cue.span), cue.class.code().to_owned()]),
                addressee: quote.addressee.map(words),
                venue: quote.venue.map(words),
                via: quote.via.map(words),
            }
        };
        utterance.renderings.iter().map(row).collect()
    }
}

/// Everybody who is quoted or reported, the most quoted words first, with the report's ids.
pub fn speakers(analysis: &Analysis) -> Vec<SpeakerRow> {
    ranked(analysis, &said(analysis), |_, who| format!("e{}", who.0 + 1))
}

/// The utterances that are words, by their index.
fn said(analysis: &Analysis) -> Vec<(usize, &Utterance)> {
    let utterances = analysis.comparison.utterances.iter().enumerate();
    utterances.filter(|(_, u)| is_said(analysis, u)).collect()
}

/// Whether any article gives it as words, not as an act or a stance.
fn is_said(analysis: &Analysis, utterance: &Utterance) -> bool {
    let mut all = utterance.renderings.iter();
    all.any(|&(id, quote, _)| analysis.story.article(id).quotes[quote].said)
}

fn ranked(
    analysis: &Analysis,
    said: &[(usize, &Utterance)],
    named: fn(&Analysis, EntityId) -> String,
) -> Vec<SpeakerRow> {
    let mut of: Vec<(Option<EntityId>, usize)> = said
        .iter()
        .enumerate()
        .map(|(at, (_, utterance))| (utterance.speaker, at))
        .collect();
    of.arrange();
    let row = |same: &[(Option<EntityId>, usize)]| {
        let who = same[0].0;
        let entity = who.map(|who| &analysis.story.entities[who.0 as usize]);
        let mut words = vec![0; analysis.story.articles.len()];
        for &(id, quote, _) in same.iter().flat_map(|&(_, at)| &said[at].1.renderings) {
            words[id.0 as usize] += quoted(analysis.story.article(id), quote);
        }
        let row = SpeakerRow {
            entity: who.map(|who| named(analysis, who)),
            name: entity.map_or_else(String::new, |entity| entity.name.clone()),
            label: entity.map(|entity| entity.label.code()),
            words,
            utterances: same.len(),
        };
        (who, row)
    };
    let mut speakers: Vec<(Option<EntityId>, SpeakerRow)> = of.chunk_by(|x, y| x.0 == y.0).map(row).collect();
    speakers.arrange_by(|(x, a), (y, b)| {
        let words = |row: &SpeakerRow| row.words.iter().sum::<usize>();
        (x.is_none(), words(b), b.utterances, x).cmp(&(y.is_none(), words(a), a.utterances, y))
    });
    speakers.into_iter().map(|(_, row)| row).collect()
}

/// The words of a quote that stand between marks.
fn quoted(article: &Article, quote: usize) -> usize {
    let quote = &article.quotes[quote];
    if quote.kind == QuoteKind::Indirect {
        return 0;
    }
    let tokens = &article.segments.tokens[article.segments.tokens_in(quote.span)];
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    tokens.iter().filter(|token| is_word(token.kind)).count()
}

/// A quote with what it leaves out of the fullest, and what it has instead.
fn against(full: &Side<'_>, first: usize, side: &Side<'_>, quote: &Quote) -> Vec<Run> {
    let whole = pieces(full.article(), full.article().quotes[first].span);
    let here = pieces(side.article(), quote.span);
    inline([full, side], &diff::edits(&whole, &here))
}

/// The words of a span, with the white space between its sentences.
fn pieces(article: &Article, span: Span) -> diff::Side<'_> {
    let segments = &article.segments;
    diff::Side::new(
        article.text(),
        [(span, &segments.tokens[segments.tokens_in(span)])],
    )
}
