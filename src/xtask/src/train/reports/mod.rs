//! Trains the reader of reported speech: `src/knowledge/model/reports.bin` and its manifest.

mod gold;
mod learner;
mod lessons;
mod score;

use std::fmt::Write;
use std::time::Instant;

use crossread::article::quotes::learned::{Study, VERSION};
use crossread::knowledge::Model;
use crossread::knowledge::model::{Reports, Writer};

use super::manifest;
use crate::{Outcome, root};
use gold::Article;
use learner::{Choice, Learner};

/// One article in so many is held back when the threshold is chosen; then all are learned.
const HELD: usize = 6;

/// So many features are kept, those that weigh most: fewer read worse on what is held back (30,000 by half a point),
/// and more cost bytes.
const FEATURES: usize = 48_000;

/// A feature that fewer candidates have is not looked at: it says more about them than about others.
const RARE: u8 = 4;

/// Readings are judged by tables that each leave out so large a part of the articles.
const PARTS: usize = 3;

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
/// seen.
fn table(studies: &[(Study<'_>, &Article)], threshold: i32) -> Reports {
    let mut verdicts = Vec::new();
    for part in 0..PARTS {
        let of = |own: bool| {
            let numbered = studies.iter().enumerate();
            numbered
                .filter(move |(n, _)| (n % PARTS == part) == own)
                .map(|(_, study)| study)
        };
        let rest: Vec<&(Study<'_>, &Article)> = of(false).collect();
        let reports = learned(&rest, Vec::new(), 0);
        for (study, article) in of(true) {
            lessons::verdicts(study, article, &reports, &mut verdicts);
        }
    }
    let all: Vec<&(Study<'_>, &Article)> = studies.iter().collect();
    learned(&all, verdicts, threshold)
}

/// Learns a table of these articles and choices: once to see which features matter, then with those alone.
fn learned(studies: &[&(Study<'_>, &Article)], mut choices: Vec<Choice>, threshold: i32) -> Reports {
    let forms = lessons::forms(studies);
    let telling = lessons::telling(&forms);
    for (study, article) in studies {
        lessons::choices(study, article, &forms, &telling, &mut choices);
    }
    println!("{} forms, {} choices", telling.len(), choices.len());
    let kept = strongest(&Learner::learn(&choices, Some(&common(&choices))));
    let learner = Learner::learn(&choices, Some(&kept));
    let whole = |feature: u32| {
        (learner.weight(feature as usize) / UNIT)
            .round()
            .clamp(-127.0, 127.0) as i8
    };
    let all = (0..=Reports::MASK).filter(|f| kept[*f as usize]);
    let mut rows: Vec<(u32, i8)> = all.map(|f| (f, whole(f))).filter(|row| row.1 != 0).collect();
    rows.retain(|row| telling.binary_search(&row.0).is_err());
    rows.extend(telling.iter().map(|form| (*form, 1)));
    rows.sort_unstable();
    Reports::new(&rows, threshold)
}

/// The features that are no accident.
fn common(choices: &[Choice]) -> Vec<bool> {
    let mut counts = vec![0_u8; Reports::MASK as usize + 1];
    for feature in choices
        .iter()
        .flat_map(|choice| choice.candidates.iter().flatten())
    {
        let count = &mut counts[*feature as usize];
        *count = count.saturating_add(1);
    }
    counts.iter().map(|count| *count >= RARE).collect()
}

/// The features that weigh most.
fn strongest(learner: &Learner) -> Vec<bool> {
    let mut ranked: Vec<(f32, usize)> = (0..=Reports::MASK as usize)
        .map(|feature| (learner.weight(feature).abs(), feature))
        .filter(|(weight, _)| *weight > 0.0)
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
