//! An analysis as a report: spans become code points, numbers become ids.

use super::article::{Points, article, notes};
use super::codes::Code;
use super::{Report, values, view};
use crate::comparison::align::AlignmentKind;
use crate::comparison::changes::Change;
use crate::order::{Arrange as _, Map};
use crate::story::ArticleId;
use crate::story::entities::EntityId;
use crate::text::Span;
use crate::{Analysis, Error};

/// The report of an analysis, and of the files that could not be read.
pub fn report(analysis: &Analysis, failures: &[Error]) -> Report {
    let failure = |error: &Error| values::Failure {
        file: error.file().to_owned(),
        message: error.to_string(),
    };
    report_with(analysis, failures.iter().map(failure).collect())
}

/// The same where the failures are known in words only. As with articles, the order in which files were named leaves no
/// trace.
pub fn report_with(analysis: &Analysis, mut failures: Vec<values::Failure>) -> Report {
    failures.arrange_by(|x, y| (&x.file, &x.message).cmp(&(&y.file, &y.message)));
    let build = Build::new(analysis);
    let relations = &analysis.comparison.relations;
    Report {
        format: "crossread",
        version: 1,
        engine: env!("CARGO_PKG_VERSION"),
        offset_unit: "codepoint",
        articles: build.articles(),
        entities: build.entities(),
        alignments: build.alignments(),
        passages: build.passages(),
        utterances: build.utterances(),
        speakers: view::speakers(analysis),
        unnamed_sources: build.unnamed_sources(),
        changes: analysis
            .comparison
            .changes
            .iter()
            .enumerate()
            .map(|(i, c)| build.change(i, c))
            .collect(),
        kinship: build.kinship(),
        groups: build.groups(),
        duplicates: build.duplicates(),
        sources: build.sources(),
        limits: relations.limits.clone(),
        failures,
    }
}

/// Makes the report's values one kind at a time, for the report and for what the page shows of it.
pub(super) struct Build<'a> {
    pub(super) analysis: &'a Analysis,
    points: Vec<Points<'a>>,
}

impl<'a> Build<'a> {
    pub(super) fn new(analysis: &'a Analysis) -> Self {
        let points = analysis
            .story
            .articles
            .iter()
            .map(|one| Points::new(one))
            .collect();
        Self { analysis, points }
    }

    /// What is to be said about how an article was read.
    pub(super) fn notes(&self, id: ArticleId) -> Vec<values::Note> {
        notes(self.analysis, id, &self.points[id.0 as usize])
    }

    fn offsets(&self, article: ArticleId, span: Span) -> values::Offsets {
        self.points[article.0 as usize].of(span)
    }

    fn articles(&self) -> Vec<values::Article> {
        let mut utterance_of: Map<(ArticleId, usize), usize> = Map::new();
        for (index, utterance) in self.analysis.comparison.utterances.iter().enumerate() {
            utterance_of.extend(
                utterance
                    .renderings
                    .iter()
                    .map(|&(id, quote, _)| ((id, quote), index)),
            );
        }
        let ids = self.analysis.story.ids();
        ids.map(|id| {
            let utterance = |quote| {
                utterance_of
                    .get(&(id, quote))
                    .map(|index| format!("u{}", index + 1))
            };
            article(self.analysis, id, &self.points[id.0 as usize], utterance)
        })
        .collect()
    }

    pub(super) fn entities(&self) -> Vec<values::Entity> {
        let entities = self.analysis.story.entities.iter().enumerate();
        entities
            .map(|(index, entity)| values::Entity {
                id: format!("e{}", index + 1),
                label: entity.label.code(),
                name: entity.name.clone(),
                aliases: entity.aliases.clone(),
                roles: entity.roles.clone(),
                stands_for: entity.kin.as_ref().map(|kin| values::StandsFor {
                    country: kin.country.clone(),
                    entity: kin.entity.map(|id| format!("e{}", id.0 + 1)),
                    reason: kin.reason,
                }),
            })
            .collect()
    }

    fn alignments(&self) -> Vec<values::Alignment> {
        let sentence = |id: ArticleId, s: &crate::article::segment::SentenceId| {
            self.offsets(
                id,
                self.analysis.story.article(id).segments.sentences[s.0 as usize].span,
            )
        };
        // What is only about the same thing is no link of sentences: the findings and the view tell it.
        let all = self.analysis.comparison.alignments.iter();
        all.filter(|link| link.kind != AlignmentKind::Related)
            .map(|link| values::Alignment {
                a: link.a.to_string(),
                b: link.b.to_string(),
                a_spans: link.a_sentences.iter().map(|s| sentence(link.a, s)).collect(),
                b_spans: link.b_sentences.iter().map(|s| sentence(link.b, s)).collect(),
                kind: link.kind.code(),
                moved: link.moved,
                score: link.score,
                edits: link
                    .edits
                    .iter()
                    .map(|edit| values::Edit {
                        op: edit.op.code(),
                        a: self.offsets(link.a, edit.a),
                        b: self.offsets(link.b, edit.b),
                    })
                    .collect(),
            })
            .collect()
    }

    fn passages(&self) -> Vec<values::Passage> {
        let member = |&(id, s): &(ArticleId, crate::article::segment::SentenceId)| {
            let span = self.analysis.story.article(id).segments.sentences[s.0 as usize].span;
            let [start, end] = self.offsets(id, span);
            values::Place {
                article: id.to_string(),
                start,
                end,
            }
        };
        let passages = self.analysis.comparison.passages.iter().enumerate();
        passages
            .map(|(index, passage)| values::Passage {
                id: format!("p{}", index + 1),
                members: passage.members.iter().map(member).collect(),
            })
            .collect()
    }

    fn utterances(&self) -> Vec<values::Utterance> {
        let utterances = self.analysis.comparison.utterances.iter().enumerate();
        utterances
            .map(|(index, utterance)| values::Utterance {
                id: format!("u{}", index + 1),
                speaker: utterance.speaker.map(|entity| format!("e{}", entity.0 + 1)),
                renderings: utterance
                    .renderings
                    .iter()
                    .map(|(id, quote, state)| values::Rendering {
                        article: id.to_string(),
                        quote: format!("q{}", quote + 1),
                        state: state.code(),
                    })
                    .collect(),
            })
            .collect()
    }

    pub(super) fn unnamed_sources(&self) -> Vec<values::UnnamedSource> {
        let call = |(id, spans): &(ArticleId, Vec<Span>)| {
            let text = self.analysis.story.article(*id).text();
            let mut words: Vec<String> = Vec::new();
            for span in spans {
                let said = span.of(text).to_owned();
                if !words.contains(&said) {
                    words.push(said);
                }
            }
            values::Call {
                article: id.to_string(),
                words,
                spans: spans.iter().map(|&span| self.offsets(*id, span)).collect(),
            }
        };
        let named = |&(id, entity): &(ArticleId, EntityId)| values::Named {
            article: id.to_string(),
            entity: format!("e{}", entity.0 + 1),
            name: self.analysis.story.entities[entity.0 as usize].name.clone(),
        };
        let sources = self.analysis.comparison.unnamed.iter();
        sources
            .map(|source| values::UnnamedSource {
                calls: source.calls.iter().map(call).collect(),
                named: source.named.iter().map(named).collect(),
                vouches: source.vouches.iter().map(|at| format!("u{}", at + 1)).collect(),
            })
            .collect()
    }

    pub(super) fn change(&self, index: usize, change: &Change) -> values::Change {
        let side = |reading: usize| {
            let first = change.readings.get(reading).and_then(|r| r.spans.first());
            first.map_or_else(
                || values::Side {
                    article: String::new(),
                    spans: Vec::new(),
                },
                |(id, spans)| values::Side {
                    article: id.to_string(),
                    spans: spans.iter().map(|&span| self.offsets(*id, span)).collect(),
                },
            )
        };
        values::Change {
            id: format!("c{}", index + 1),
            rank: index + 1,
            kind: change.kind.code(),
            intent: change.intent.code(),
            confidence: change.confidence.code(),
            rule: change.rule.to_owned(),
            why: change.why.clone(),
            summary: change.summary.clone(),
            a: side(0),
            b: side(1),
            readings: change
                .readings
                .iter()
                .map(|reading| self.reading(reading))
                .collect(),
        }
    }

    fn reading(&self, reading: &crate::comparison::changes::Reading) -> values::Reading {
        let spans = reading.spans.iter().map(|(id, spans)| {
            (
                id.to_string(),
                spans.iter().map(|&span| self.offsets(*id, span)).collect(),
            )
        });
        let mut spans: Vec<(String, Vec<values::Offsets>)> = spans.collect();
        spans.arrange_by(|x, y| x.0.cmp(&y.0));
        values::Reading {
            articles: reading.spans.iter().map(|(id, _)| id.to_string()).collect(),
            spans,
        }
    }

    pub(super) fn groups(&self) -> Vec<Vec<String>> {
        let groups = self.analysis.comparison.relations.groups.iter();
        groups.map(|group| ids(group)).collect()
    }

    pub(super) fn kinship(&self) -> Vec<values::Kinship> {
        let kinship = self.analysis.comparison.relations.kinship.iter();
        kinship
            .map(|kin| values::Kinship {
                a: kin.a.to_string(),
                b: kin.b.to_string(),
                a_in_b: kin.a_in_b,
                b_in_a: kin.b_in_a,
                shared_quoted_words: kin.shared.quoted,
                shared_told_words: kin.shared.told,
                verdict: kin.verdict.code(),
                evidence: kin.evidence.clone(),
            })
            .collect()
    }

    pub(super) fn duplicates(&self) -> Vec<values::Duplicates> {
        let all = self.analysis.comparison.relations.duplicates.iter();
        all.map(|fold| values::Duplicates {
            of: fold.of.to_string(),
            others: ids(&fold.others),
        })
        .collect()
    }

    pub(super) fn sources(&self) -> Vec<values::HiddenSource> {
        let all = self.analysis.comparison.relations.sources.iter();
        all.map(|source| values::HiddenSource {
            articles: ids(&source.articles),
            passages: source.passages.iter().map(|at| format!("p{}", at + 1)).collect(),
            evidence: source.evidence.clone(),
        })
        .collect()
    }
}

fn ids(articles: &[ArticleId]) -> Vec<String> {
    articles.iter().map(ToString::to_string).collect()
}
