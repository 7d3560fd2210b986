//! Labelled articles as choices to learn.

use std::collections::BTreeMap;
use std::ops::Range;

use crossread::article::quotes::learned::{Moment, Reading, Seen, Study};
use crossread::knowledge::Model;
use crossread::knowledge::model::Reports;

use super::gold::{Article, Attribution, Kind};
use super::learner::Choice;

/// A form is looked at where so large a share of its uses are cues: others cost time and bring little.
const SHARE: f32 = 0.02;

/// How often a form is met, and how often inside a cue. The forms of a verb are one.
pub(crate) type Forms = BTreeMap<u32, (u32, u32)>;

/// Counts forms.
pub(crate) fn forms(studies: &[&(Study<'_>, &Article)]) -> Forms {
    let mut forms = Forms::new();
    for (study, article) in studies {
        let mut inside = vec![false; article.segments.tokens.len()];
        let cues = article.attributions.iter().flat_map(|a| &a.cue);
        cues.for_each(|cue| inside[cue.clone()].fill(true));
        for (_, at, form) in study.forms() {
            let count = forms.entry(form).or_default();
            count.0 += 1;
            count.1 += u32::from(inside[at]);
        }
    }
    forms
}

/// The forms that are looked at.
pub(crate) fn telling(forms: &Forms) -> Vec<u32> {
    let tells = |(met, cue): &(u32, u32)| *cue > 0 && *cue as f32 >= SHARE * *met as f32;
    forms
        .iter()
        .filter(|(_, count)| tells(count))
        .map(|(form, _)| *form)
        .collect()
}

/// The word of a cue that tells most: of "has long said" the last. Words of grammar are asked only where no other is
/// in it: "has" of "has waffled" is met in many cues and tells nothing.
fn head(
    study: &Study<'_>,
    cue: &[Range<usize>],
    tokens: &BTreeMap<usize, (usize, u32)>,
    forms: &Forms,
) -> Option<usize> {
    let share = |at: usize| {
        let (_, form) = tokens.get(&at)?;
        let (met, cue) = forms.get(form)?;
        Some((!study.grammar(at), *cue as f32 / (*met as f32 + 3.0)))
    };
    let all = cue.iter().flat_map(Clone::clone);
    all.filter_map(|at| Some((share(at)?, at)))
        .max_by(|(a, p), (b, q)| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(q.cmp(p)))
        .map(|(_, at)| at)
}

/// All choices of an article.
pub(crate) fn choices(
    study: &Study<'_>,
    article: &Article,
    forms: &Forms,
    telling: &[u32],
    all: &mut Vec<Choice>,
) {
    let tokens: BTreeMap<usize, (usize, u32)> = study
        .forms()
        .map(|(block, at, form)| (at, (block, form)))
        .collect();
    let mut cues: BTreeMap<usize, &Attribution> = BTreeMap::new();
    for attribution in &article.attributions {
        if let Some(at) = head(study, &attribution.cue, &tokens, forms) {
            let old = cues.entry(at).or_insert(attribution);
            if attribution.kind == Kind::Indirect {
                *old = attribution;
            }
        }
    }
    for (&at, &(block, form)) in &tokens {
        let attribution = cues.get(&at).copied().filter(|a| a.kind != Kind::Direct);
        if attribution.is_none() && telling.binary_search(&form).is_err() {
            continue;
        }
        let moment = study.moment(block, at);
        all.push(Choice {
            candidates: vec![study.cue(&moment)],
            right: vec![attribution.is_some()],
            none: true,
        });
        if let Some(attribution) = attribution {
            parts(study, &moment, attribution, all);
        }
    }
}

fn choice<T>(seen: Vec<Seen<T>>, none: bool, right: impl Fn(&T) -> bool) -> Choice {
    Choice {
        right: seen.iter().map(|(candidate, _)| right(candidate)).collect(),
        candidates: seen.into_iter().map(|(_, features)| features).collect(),
        none,
    }
}

/// The choices of source and content.
fn parts(study: &Study<'_>, moment: &Moment, gold: &Attribution, all: &mut Vec<Choice>) {
    let candidates = study.sources(moment);
    let within = |tokens: &Range<usize>| {
        gold.source
            .iter()
            .any(|s| s.start < tokens.end && tokens.start < s.end)
    };
    let source = candidates
        .iter()
        .map(|(candidate, _)| candidate)
        .find(|c| within(&c.tokens))
        .cloned();
    if source.is_some() || gold.source.is_empty() {
        all.push(choice(candidates, true, |c| within(&c.tokens)));
    }
    let Some(content) = gold.content.iter().max_by_key(|c| c.len()) else {
        return;
    };
    let starts = study.starts(moment, source.as_ref());
    let places: Vec<usize> = starts.iter().map(|(at, _)| *at).collect();
    // What lies beyond the sentence cannot be chosen; the part in it is.
    let first = places.iter().copied().find(|at| content.contains(at));
    let Some(first) = first else { return };
    all.push(choice(starts, false, |at| *at == first));
    let ends = study.ends(moment, source.as_ref(), first);
    if let Some(last) = ends.iter().map(|(at, _)| *at).rfind(|at| content.contains(at)) {
        all.push(choice(ends, false, |at| *at == last));
    }
}

/// Studies of articles.
pub(crate) fn studies<'a>(articles: &'a [Article], model: &'a Model) -> Vec<(Study<'a>, &'a Article)> {
    let study = |a: &'a Article| (Study::new(&a.document, &a.segments, &a.mentions, model), a);
    articles.iter().map(study).collect()
}

/// Whether words overlap those of a quotation by half.
pub(crate) fn marked(article: &Article, content: &Range<usize>) -> bool {
    let marked = |gold: &Attribution| {
        let by_half = |c: &Range<usize>| super::score::shared(c, content) * 2 >= content.len();
        gold.kind != Kind::Indirect && gold.content.iter().any(by_half)
    };
    article.attributions.iter().any(marked)
}

/// The readings of an article, with what is seen of each.
pub(crate) struct Lesson {
    pub readings: Vec<Reading>,
    pub features: Vec<Vec<u32>>,
    pub right: Vec<bool>,
    /// Which of them count: what is marked as a quotation is neither right nor wrong.
    pub counts: Vec<bool>,
}

/// Whether each reading of an article is right.
pub(crate) fn lesson(study: &Study<'_>, article: &Article, reports: &Reports) -> Lesson {
    let readings = study.readings(reports, false);
    let shared = super::score::shared;
    let mut right = vec![false; readings.len()];
    for gold in article.attributions.iter().filter(|a| a.kind == Kind::Indirect) {
        let common = |n: usize| {
            gold.content
                .iter()
                .map(|c| shared(c, &readings[n].content))
                .sum::<usize>()
        };
        let sourced = |n: usize| {
            gold.source
                .iter()
                .any(|s| shared(s, &readings[n].source.tokens) > 0)
        };
        let cued = |n: usize| gold.cue.iter().any(|s| s.contains(&readings[n].moment.at()));
        let best = (0..readings.len())
            .filter(|n| common(*n) > 0 && sourced(*n) && !right[*n])
            .max_by_key(|n| (cued(*n), common(*n), std::cmp::Reverse(*n)));
        if let Some(best) = best {
            right[best] = true;
        }
    }
    let counts = readings.iter().map(|r| !marked(article, &r.content)).collect();
    Lesson {
        features: (0..readings.len()).map(|n| study.verdict(&readings, n)).collect(),
        right,
        counts,
        readings,
    }
}
