//! Notation of the room `changes`: articles parted by a line `===`; then a finding a line, `kind rule: summary`, in their
//! order. Differences of style are last.

use crossread::article::ingest::{File, ingest};
use crossread::comparison::changes::{Change, ChangeKind};
use crossread::knowledge::Model;

pub(crate) fn changes(input: &str) -> String {
    let model = Model::embedded();
    let articles = input.split("\n===\n").enumerate();
    let documents = articles.flat_map(|(index, text)| {
        let name = format!("{index}.txt");
        ingest(&File::new(&name, text.as_bytes()), &model).articles
    });
    let analysis = crossread::analyse(documents.collect::<Vec<_>>(), &model);
    let line = |change: &Change| {
        let kind = format!("{:?}", change.kind).to_lowercase();
        let folded = if change.kind == ChangeKind::Style {
            "(folded) "
        } else {
            ""
        };
        format!("{folded}{kind} {}: {}\n", change.rule, change.summary)
    };
    let lines: Vec<String> = analysis.comparison.changes.iter().map(|one| line(one)).collect();
    lines.concat()
}
