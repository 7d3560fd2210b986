//! Trains the reader of pages: `src/knowledge/model/page.bin` and `page.toml`, from labelled pages beside the project.

pub(crate) mod boost;
mod corpus;
pub mod dates;
mod deal;
mod markup;

use std::time::Instant;

use crossread::article::ingest::page::{self, data, features};
use crossread::knowledge::Model;
use crossread::knowledge::model::{Forest, PageModel, PageWords, Writer, percent};

use super::manifest::{hash, source};
use super::write;
use crate::{Outcome, root};
use boost::{Plan, Rows};
use corpus::{Lesson, SETS};
use deal::FOLDS;

/// How the forest is grown: more trees gain less than a thousandth and cost bytes.
const PLAN: Plan = Plan {
    trees: 120,
    depth: 5,
    rate: 0.12,
    calm: 1.0,
    least: 0.5,
};

/// Trains and writes the file.
pub fn train() -> Outcome {
    let clock = Instant::now();
    let folder = root().join("../shared/data/extract");
    let mut model = Model::embedded();
    let lessons = corpus::lessons(&folder)?;
    // What a fold's pages are seen by was counted on other pages, as it will be with pages of tomorrow.
    let others = |fold: usize| move |lesson: &Lesson| lesson.fold.is_some_and(|other| other != fold);
    let tables: Vec<PageWords> = (0..FOLDS)
        .map(|fold| markup::words(&lessons, others(fold)))
        .collect();
    model.page.words = markup::words(&lessons, |lesson| lesson.fold.is_some());
    let features: Vec<Vec<[i16; features::COUNT]>> = lessons
        .iter()
        .map(|lesson| {
            view(
                lesson,
                lesson.fold.map_or(&model.page.words, |fold| &tables[fold]),
                &model,
            )
            .rows()
        })
        .collect();
    println!("{} pages, {:.0} s", lessons.len(), clock.elapsed().as_secs_f32());
    let views = |at: usize| {
        let lesson = &lessons[at];
        let words = lesson.fold.map_or(&model.page.words, |fold| &tables[fold]);
        view(lesson, words, &model)
    };
    let grown: Vec<Forest> = crosswise(|fold| boost::grow(&rows(&lessons, &features, others(fold)), PLAN, 7));
    let forest = boost::grow(&rows(&lessons, &features, |l| l.fold.is_some()), PLAN, 7);
    let said: Vec<Vec<i16>> = lessons
        .iter()
        .zip(&features)
        .map(|(l, rows)| answers(l.fold.map_or(&forest, |fold| &grown[fold]), rows))
        .collect();
    let kept = |at: usize, _: &Lesson| page::chosen(&views(at), &said[at]);
    let crossed = score(&lessons, &|l| l.fold.is_some(), &kept);
    println!("crossed {crossed:.4}, {:.0} s", clock.elapsed().as_secs_f32());
    let held = score(&lessons, &|l| l.fold.is_none(), &kept);
    model.page.forest = forest;
    let mut writer = Writer::default();
    model.page.write(&mut writer);
    let manifest = manifest(&folder, &model.page, &writer.bytes, crossed, held)?;
    println!("{manifest}\n{:.0} s", clock.elapsed().as_secs_f32());
    write("page.bin", &writer.bytes)?;
    write("page.toml", manifest.as_bytes())
}

/// One forest a fold, two at a time.
fn crosswise(grow: impl Fn(usize) -> Forest + Sync) -> Vec<Forest> {
    let mut forests = Vec::new();
    for pair in (0..FOLDS).collect::<Vec<_>>().chunks(2) {
        std::thread::scope(|scope| {
            let handles: Vec<_> = pair
                .iter()
                .map(|&fold| {
                    scope.spawn({
                        let grow = &grow;
                        move || grow(fold)
                    })
                })
                .collect();
            forests.extend(
                handles
                    .into_iter()
                    .map(|handle| handle.join().expect("training does not panic")),
            );
        });
    }
    forests
}

fn view<'a>(lesson: &'a Lesson, words: &PageWords, model: &Model) -> features::View<'a> {
    let told = data::told(&lesson.page);
    let title = page::title(&lesson.page, &told);
    features::View::new(&lesson.page, &title, &told.body, words, model)
}

fn answers<const N: usize>(forest: &Forest, rows: &[[i16; N]]) -> Vec<i16> {
    rows.iter().map(|row| percent(forest.score(row))).collect()
}

/// The labelled rows of the chosen pages.
fn rows<const N: usize>(
    lessons: &[Lesson],
    features: &[Vec<[i16; N]>],
    choose: impl Fn(&Lesson) -> bool,
) -> Rows {
    let mut rows = Rows {
        width: N,
        ..Rows::default()
    };
    for (lesson, cells) in lessons.iter().zip(features).filter(|(lesson, _)| choose(lesson)) {
        for (line, row) in cells.iter().enumerate() {
            if let Some(gold) = lesson.gold[line] {
                rows.cells.extend_from_slice(row);
                rows.gold.push(gold);
                rows.weights.push(lesson.weights[line]);
            }
        }
    }
    // The mean row weighs one, so that the plan's numbers mean the same for any corpus.
    let mean = rows.weights.iter().sum::<f32>() / rows.weights.len().max(1) as f32;
    rows.weights.iter_mut().for_each(|weight| *weight /= mean);
    rows
}

/// The mean F1 over bags of words of the chosen pages whose whole text is known.
fn score(
    lessons: &[Lesson],
    choose: &dyn Fn(&Lesson) -> bool,
    kept: &dyn Fn(usize, &Lesson) -> Vec<bool>,
) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (at, lesson) in lessons
        .iter()
        .enumerate()
        .filter(|(_, l)| choose(l) && !l.body.is_empty())
    {
        let kept = lesson
            .page
            .lines
            .iter()
            .zip(kept(at, lesson))
            .filter(|(_, kept)| *kept);
        let text: Vec<&str> = kept.map(|(line, _)| line.span.of(&lesson.page.text)).collect();
        sum += f1(&corpus::words(&text.join("\n")), &corpus::words(&lesson.body));
        count += 1.0;
    }
    sum / count
}

fn f1(ours: &[String], gold: &[String]) -> f64 {
    let mut left = std::collections::BTreeMap::new();
    for word in gold {
        *left.entry(word.as_str()).or_insert(0) += 1;
    }
    let mut hits = 0.0;
    for word in ours {
        if let Some(count) = left.get_mut(word.as_str()).filter(|count| **count > 0) {
            *count -= 1;
            hits += 1.0;
        }
    }
    if hits == 0.0 {
        0.0
    } else {
        2.0 * hits / (ours.len() + gold.len()) as f64
    }
}

fn manifest(
    folder: &std::path::Path,
    page: &PageModel,
    bytes: &[u8],
    crossed: f64,
    held: f64,
) -> Result<String, String> {
    let mut text = format!(
        "# Made by the command below; page.bin is made again bit for bit by it.\n\
         command = \"cargo xtask train-pages\"\n\
         features = {}\n\
         bytes = {}\n\
         sha256 = \"{}\"\n\
         words = {}\n\
         nodes = {}\n\n\
         # Mean F1 over bags of words: each fold of sites read by forests of the others, and the sites held back.\n\
         [text]\n\
         cross_validated = {crossed:.4}\n\
         held_back = {held:.4}\n",
        features::VERSION,
        bytes.len(),
        hash(bytes),
        page.words.rows.len(),
        page.forest.nodes.len(),
    );
    for (name, origin, licence) in SETS {
        text += &source(&folder.join(".."), &format!("extract/{name}"), origin, licence)?;
    }
    Ok(text)
}
