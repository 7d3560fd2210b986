//! Notation of the room `kinship`: articles parted by a line `===`; then for each two that share text `A, B: verdict,
//! quotes Q told T` (words that both have), `B is A` for a near-duplicate, and `source of A B C: passages N` with its
//! evidence for a source that is not there.

use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;

pub(crate) fn kinship(input: &str) -> String {
    let model = Model::embedded();
    let articles = input.split("\n===\n").enumerate();
    let documents = articles.flat_map(|(index, text)| {
        let name = format!("{index}.txt");
        ingest(&File::new(&name, text.as_bytes()), &model).articles
    });
    let analysis = crossread::analyse(documents.collect::<Vec<_>>(), &model);
    let relations = &analysis.comparison.relations;
    let mut out = String::new();
    for kin in &relations.kinship {
        let (a, b, shared) = (kin.a, kin.b, kin.shared);
        out += &format!(
            "{a}, {b}: {:?}, quotes {} told {}\n",
            kin.verdict, shared.quoted, shared.told
        );
    }
    for fold in &relations.duplicates {
        for other in &fold.others {
            out += &format!("{other} is {}\n", fold.of);
        }
    }
    for source in &relations.sources {
        let articles: Vec<String> = source.articles.iter().map(ToString::to_string).collect();
        out += &format!(
            "source of {}: passages {}\n",
            articles.join(" "),
            source.passages.len()
        );
        for clause in &source.evidence {
            out += &format!("  {clause}\n");
        }
    }
    out
}
