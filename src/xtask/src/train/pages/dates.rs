//! Trains what tells a page's day of publication from the other days that it gives: `src/knowledge/model/days.bin` and
//! `days.toml`, from labelled pages beside the project.

use crossread::article::ingest::page::{self, when};
use crossread::article::times::calendar;
use crossread::knowledge::Model;
use crossread::knowledge::model::{Forest, Writer};

use super::boost::{self, Plan, Rows};
use super::corpus::{self, Lesson, SETS};
use super::crosswise;
use crate::train::manifest::{hash, source};
use crate::train::write;
use crate::{Outcome, root};

/// Few pages and few days a page: small trees. Larger ones and more of them are no better across folds, by the mean of six
/// seeds, smaller ones half a hundredth worse.
const PLAN: Plan = Plan {
    trees: 60,
    depth: 4,
    rate: 0.1,
    calm: 1.0,
    least: 2.0,
};

/// Trains and writes the file.
pub fn train() -> Outcome {
    let folder = root().join("../shared/data/extract");
    let model = Model::embedded();
    let lessons = corpus::lessons(&folder)?;
    let pages: Vec<(&Lesson, Vec<when::Candidate>)> = lessons
        .iter()
        .filter(|lesson| !lesson.day.is_empty())
        .map(|lesson| (lesson, page::days(&lesson.page, &model)))
        .collect();
    let grown = crosswise(|fold| {
        boost::grow(
            &rows(&pages, |l| l.fold.is_some_and(|other| other != fold)),
            PLAN,
            7,
        )
    });
    let forest = boost::grow(&rows(&pages, |l| l.fold.is_some()), PLAN, 7);
    let crossed = share(&pages, |l| l.fold.map(|fold| &grown[fold]));
    let held = share(&pages, |l| l.fold.is_none().then_some(&forest));
    let mut writer = Writer::default();
    forest.write(&mut writer);
    let mut about = format!(
        "# Made by the command below; days.bin is made again bit for bit by it.\n\
         command = \"cargo xtask train-days\"\n\
         features = {}\n\
         bytes = {}\n\
         sha256 = \"{}\"\n\
         nodes = {}\n\n\
         # Pages whose day was found, of those whose day people told: each fold of sites read by forests of the others, and the\n\
         # sites held back; and the share that gives that day anywhere.\n\
         [day]\n\
         cross_validated = {crossed:.4}\n\
         held_back = {held:.4}\n\
         given = {:.4}\n\
         given_held_back = {:.4}\n",
        when::VERSION,
        writer.bytes.len(),
        hash(&writer.bytes),
        forest.nodes.len(),
        given(&pages, false),
        given(&pages, true),
    );
    for (name, origin, licence) in SETS {
        about += &source(&folder.join(".."), &format!("extract/{name}"), origin, licence)?;
    }
    println!("{about}");
    write("days.bin", &writer.bytes)?;
    write("days.toml", about.as_bytes())
}

type Pages<'a> = [(&'a Lesson, Vec<when::Candidate>)];

fn is_right(lesson: &Lesson, day: &when::Candidate) -> bool {
    lesson.day.get(..10) == Some(calendar::iso(day.0).as_str())
}

/// The days of the chosen pages; one that does not give the day that people told teaches nothing.
fn rows(pages: &Pages<'_>, choose: impl Fn(&Lesson) -> bool) -> Rows {
    let mut rows = Rows {
        width: when::COUNT,
        ..Rows::default()
    };
    let chosen = pages.iter().filter(|(lesson, _)| choose(lesson));
    for (lesson, days) in chosen.filter(|(lesson, days)| days.iter().any(|day| is_right(lesson, day))) {
        for day in days {
            rows.cells.extend_from_slice(&day.1);
            rows.gold.push(is_right(lesson, day));
            rows.weights.push(1.0);
        }
    }
    rows
}

/// The share of pages whose likeliest day is the right one, of those that a forest reads.
fn share<'a>(pages: &Pages<'_>, forest: impl Fn(&Lesson) -> Option<&'a Forest>) -> f64 {
    let read = pages.iter().filter_map(|(lesson, days)| {
        let forest = forest(lesson)?;
        // Of equals the first, as the reader of pages has it.
        let best = days.iter().rev().max_by_key(|day| forest.score(&day.1));
        Some(best.is_some_and(|day| is_right(lesson, day)))
    });
    mean(read)
}

/// The share of pages that give the right day somewhere.
fn given(pages: &Pages<'_>, is_held: bool) -> f64 {
    let side = pages
        .iter()
        .filter(|(lesson, _)| lesson.fold.is_none() == is_held);
    mean(side.map(|(lesson, days)| days.iter().any(|day| is_right(lesson, day))))
}

fn mean(right: impl Iterator<Item = bool>) -> f64 {
    let (hits, all) = right.fold((0.0, 0.0), |(hits, all), right| {
        (hits + f64::from(u8::from(right)), all + 1.0)
    });
    hits / f64::max(all, 1.0)
}
