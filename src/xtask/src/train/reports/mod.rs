//! Trains the reader of reported speech: `src/knowledge/model/reports.bin` and its manifest.

mod converged;
mod gold;
mod learner;
mod lessons;
mod score;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::thread;
use std::time::Instant;

use crossread::article::quotes::learned::{Reading, Study, VERSION, WIDTH};
use crossread::knowledge::Model;
use crossread::knowledge::model::{Reports, Writer};

use super::manifest;
use super::pages::boost::{self, Plan, Rows};
use crate::{Outcome, root};
use gold::Article;
use learner::{Choice, Learner};
use lessons::Lesson;

/// One article in so many is held back when the threshold is chosen; then all are learned.
const HELD: usize = 6;

/// So many features of the choices are kept, those that change most, and so many of the verdict: fewer read worse on what
/// is held back, and more cost bytes.
const FEATURES: usize = 32_000;
const VERDICTS: usize = 14_000;

/// A feature that fewer candidates have is not looked at: it says more about them than about others.
const RARE: u32 = 4;

/// Readings are judged by tables that each leave out so large a part of the articles.
const PARTS: usize = 5;

/// Parts that are learned at a time.
const THREADS: usize = 2;

/// Small trees: with twice as many F1 is no better.
const PLAN: Plan = Plan {
    trees: 100,
    depth: 3,
    rate: 0.08,
    calm: 2.0,
    least: 10.0,
};

/// One unit of a stored weight.
const UNIT: f32 = 0.04;

const SET: &str = "quotes/quote_polnear_train.jsonl";

/// Trains and writes the file.
pub fn train() -> Outcome {
    let clock = Instant::now();
    let data = root().join("../shared/data");
    let model = Model::embedded();
    let articles = gold::read(&data.join(SET), &model)?;
    let studies = lessons::studies(&articles, &model);
    println!(
        "{} articles, {:.0} s",
        studies.len(),
        clock.elapsed().as_secs_f32()
    );
    let (held, learned) = parted(lessons::studies(&articles, &model));
    let scores = score::best(&held, &table(&learned, 0));
    println!("{scores:?}, {:.0} s", clock.elapsed().as_secs_f32());
    let mut writer = Writer::default();
    table(&studies, scores.threshold).write(&mut writer);
    let manifest = about(&writer.bytes, &scores)?
        + &manifest::source(
            &data,
            SET,
            "networkdynamics/PolNeAR",
            "research corpus, weights learned from it; no text ships",
        )?;
    println!("{manifest}\n{:.0} s", clock.elapsed().as_secs_f32());
    super::write("reports.bin", &writer.bytes)?;
    super::write("reports.toml", manifest.as_bytes())
}

type Studies<'a> = Vec<(Study<'a>, &'a Article)>;

/// What is held back, and the rest.
fn parted(studies: Studies<'_>) -> (Studies<'_>, Studies<'_>) {
    let (mut held, mut rest) = (Vec::new(), Vec::new());
    for (number, study) in studies.into_iter().enumerate() {
        if number % HELD == 0 {
            held.push(study);
        } else {
            rest.push(study);
        }
    }
    (held, rest)
}

/// Learns a table: first tables that each leave out a part, to see how well they read it; then all, with what was
/// seen; then the trees.
fn table(studies: &[(Study<'_>, &Article)], threshold: i32) -> Reports {
    let part = |part: usize| {
        let of = |own: bool| {
            let numbered = studies.iter().enumerate();
            numbered
                .filter(move |(n, _)| (n % PARTS == part) == own)
                .map(|(_, study)| study)
        };
        let rest: Vec<&(Study<'_>, &Article)> = of(false).collect();
        let reports = table_of(&learned(&rest), threshold);
        let own = of(true).map(|pair| (pair, lessons::lesson(&pair.0, pair.1, &reports)));
        own.collect::<Vec<_>>()
    };
    // Each part is learned by itself, so that which is done first says nothing.
    let parts: Vec<Vec<(&(Study<'_>, &Article), Lesson)>> = thread::scope(|scope| {
        let threads: Vec<_> = (0..THREADS)
            .map(|thread| scope.spawn(move || (thread..PARTS).step_by(THREADS).map(part).collect::<Vec<_>>()))
            .collect();
        let mut done: Vec<_> = threads
            .into_iter()
            .map(|thread| thread.join().expect("a part is learned").into_iter())
            .collect();
        (0..PARTS)
            .map(|n| done[n % THREADS].next().expect("each part is learned"))
            .collect()
    });
    let all: Vec<&(Study<'_>, &Article)> = studies.iter().collect();
    let mut whole = learned(&all);
    let lessons: Vec<&Lesson> = parts.iter().flatten().map(|(_, lesson)| lesson).collect();
    let features = chosen(&lessons, &whole);
    let judge = judge(&lessons, &whole, &features);
    let rows = rows(&parts, &whole, &features);
    // What weighs one unit changes no verdict and costs as many bytes as the rest.
    whole
        .units
        .extend(judge.into_iter().filter(|(_, unit)| unit.abs() > 1));
    let mut reports = table_of(&whole, threshold);
    reports.forest = boost::grow(&rows, PLAN, 7);
    reports
}

type Part<'a, 'b> = Vec<(&'b (Study<'a>, &'a Article), Lesson)>;

/// The features that a verdict looks at, beside those that say something of the choices.
fn chosen(lessons: &[&Lesson], choices: &Learned) -> Vec<u32> {
    let mut counts = vec![0_u32; Reports::MASK as usize + 1];
    let features = lessons.iter().flat_map(|lesson| lesson.features.iter().flatten());
    features.for_each(|feature| counts[*feature as usize] += 1);
    let common: Vec<u32> = (0..=Reports::MASK)
        .filter(|f| counts[*f as usize] >= RARE && !choices.units.contains_key(f))
        .collect();
    let weights = weights(lessons, choices, &common);
    let worth = |(feature, weight): (&u32, f64)| weight.abs() * f64::from(counts[*feature as usize]).sqrt();
    let worths = common.iter().zip(weights);
    let mut ranked: Vec<(f64, u32)> = worths.map(|(f, weight)| (worth((f, weight)), *f)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut kept: Vec<u32> = ranked
        .iter()
        .take(VERDICTS)
        .map(|(_, feature)| *feature)
        .collect();
    kept.sort_unstable();
    println!("{} of {} features of verdicts", kept.len(), ranked.len());
    kept
}

/// What these features say of a verdict, learned until it changes no more.
fn weights(lessons: &[&Lesson], choices: &Learned, features: &[u32]) -> Vec<f64> {
    let mut column = vec![u32::MAX; Reports::MASK as usize + 1];
    for (number, feature) in features.iter().enumerate() {
        column[*feature as usize] = number as u32;
    }
    let mut rows = converged::Rows::default();
    for lesson in lessons {
        for (number, seen) in lesson
            .features
            .iter()
            .enumerate()
            .filter(|(n, _)| lesson.counts[*n])
        {
            // A feature that meets another's number says what that one says.
            let known: i32 = seen
                .iter()
                .filter_map(|f| choices.units.get(f))
                .map(|unit| i32::from(*unit))
                .sum();
            let columns = seen
                .iter()
                .map(|f| column[*f as usize])
                .filter(|c| *c != u32::MAX);
            rows.push(columns, lesson.right[number], f64::from(known) * f64::from(UNIT));
        }
    }
    rows.weights(features.len())
}

/// The same in units.
fn judge(lessons: &[&Lesson], choices: &Learned, features: &[u32]) -> BTreeMap<u32, i8> {
    let weights = weights(lessons, choices, features);
    let all = features.iter().zip(weights);
    all.map(|(feature, weight)| (*feature, units(weight as f32)))
        .collect()
}

/// What the trees learn from: they see verdicts by weights that were learned from the other parts.
fn rows(parts: &[Part<'_, '_>], choices: &Learned, features: &[u32]) -> Rows {
    let mut rows = Rows {
        width: WIDTH,
        ..Rows::default()
    };
    for (number, part) in parts.iter().enumerate() {
        let others = parts.iter().enumerate().filter(|(n, _)| *n != number);
        let others: Vec<&Lesson> = others
            .flat_map(|(_, part)| part.iter().map(|(_, lesson)| lesson))
            .collect();
        let judge = judge(&others, choices, features);
        let mut units = vec![0_i8; Reports::MASK as usize + 1];
        for (feature, unit) in judge.iter().chain(&choices.units) {
            units[*feature as usize] = *unit;
        }
        let weight = |feature: u32| i32::from(units[feature as usize]);
        for ((study, _), lesson) in part {
            let likely = |r: &Reading| study.likely(&r.moment, r.cue_score, weight);
            let numbers: Vec<usize> = (0..lesson.readings.len())
                .filter(|n| likely(&lesson.readings[*n]))
                .collect();
            let readings: Vec<Reading> = numbers.iter().map(|n| lesson.readings[*n].clone()).collect();
            let score = |number: usize| {
                let features = study.verdict(&readings, number).into_iter();
                features.map(weight).sum::<i32>()
            };
            let scores: Vec<i32> = (0..readings.len()).map(score).collect();
            for (number, cells) in numbers.into_iter().zip(study.rows(&readings, &scores)) {
                if lesson.counts[number] {
                    rows.cells.extend(cells);
                    rows.gold.push(lesson.right[number]);
                    rows.weights.push(1.0);
                }
            }
        }
    }
    rows
}

/// What was learned: what each feature says in units, and which forms are looked at.
struct Learned {
    units: BTreeMap<u32, i8>,
    telling: Vec<u32>,
}

/// A weight in units.
fn units(weight: f32) -> i8 {
    (weight / UNIT).round().clamp(-127.0, 127.0) as i8
}

/// The table that is stored.
fn table_of(learned: &Learned, threshold: i32) -> Reports {
    let all = learned.units.iter().filter(|(_, unit)| **unit != 0);
    let mut rows: Vec<(u32, i8)> = all.map(|(feature, unit)| (*feature, *unit)).collect();
    rows.retain(|row| learned.telling.binary_search(&row.0).is_err());
    rows.extend(learned.telling.iter().map(|form| (*form, 1)));
    rows.sort_unstable();
    Reports::new(&rows, threshold)
}

/// Learns the choices of these articles: once to see which features matter, then with those alone.
fn learned(studies: &[&(Study<'_>, &Article)]) -> Learned {
    let forms = lessons::forms(studies);
    let telling = lessons::telling(&forms);
    let mut choices = Vec::new();
    for (study, article) in studies {
        lessons::choices(study, article, &forms, &telling, &mut choices);
    }
    println!("{} forms, {} choices", telling.len(), choices.len());
    let counts = counts(&choices);
    let common: Vec<bool> = counts.iter().map(|count| *count >= RARE).collect();
    let kept = strongest(&Learner::learn(&choices, Some(&common)), &counts);
    let learner = Learner::learn(&choices, Some(&kept));
    let features = (0..=Reports::MASK).filter(|f| kept[*f as usize]);
    Learned {
        units: features.map(|f| (f, units(learner.weight(f as usize)))).collect(),
        telling,
    }
}

/// How many candidates have each feature.
fn counts(choices: &[Choice]) -> Vec<u32> {
    let mut counts = vec![0_u32; Reports::MASK as usize + 1];
    let features = choices
        .iter()
        .flat_map(|choice| choice.candidates.iter().flatten());
    features.for_each(|feature| counts[*feature as usize] += 1);
    counts
}

/// The features that change most: by what they weigh and how often they are met. By weight alone 150,000 of them read no
/// better than 48,000 of these.
fn strongest(learner: &Learner, counts: &[u32]) -> Vec<bool> {
    let worth = |feature: usize| learner.weight(feature).abs() * (counts[feature] as f32).sqrt();
    let mut ranked: Vec<(f32, usize)> = (0..=Reports::MASK as usize)
        .map(|feature| (worth(feature), feature))
        .filter(|(worth, _)| *worth > 0.0)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    println!("{} features", ranked.len());
    let mut kept = vec![false; Reports::MASK as usize + 1];
    ranked
        .iter()
        .take(FEATURES)
        .for_each(|(_, feature)| kept[*feature] = true);
    kept
}

fn about(bytes: &[u8], scores: &score::Scores) -> Result<String, String> {
    let mut text = format!(
        "# Made by the command below; reports.bin is made again bit for bit by it.\n\
         command = \"cargo xtask train-reports\"\n\
         templates = {VERSION}\n\
         bytes = {}\n\
         sha256 = \"{}\"\n\
         licence = \"CC BY-SA 4.0\"\n",
        bytes.len(),
        manifest::hash(bytes),
    );
    write!(
        text,
        "\n# F1 on one article in {HELD}, held back from a first training that the threshold is chosen by.\n\
         [held_back]\nsource = {:.4}\ncontent = {:.4}\n",
        scores.source, scores.content
    )
    .map_err(|error| error.to_string())?;
    Ok(text)
}
