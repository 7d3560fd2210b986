//! Notation of the room `consistency`: a note a line, `kind "words": message`; articles are read as they are dropped.

use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;
use crossread::story::{ArticleId, consistency};

pub(crate) fn consistency(input: &str) -> String {
    let model = Model::embedded();
    let documents = ingest(&File::new("case.txt", input.as_bytes()), &model).articles;
    let analysis = crossread::analyse(documents, &model);
    let notes = consistency::notes(&analysis.story, ArticleId(0));
    let line = |note: &crossread::article::document::Note| {
        let words = note.span.map_or("", |span| span.of(input));
        let kind = format!("{:?}", note.kind).to_lowercase();
        format!("{kind} \"{words}\": {}\n", note.message)
    };
    notes.iter().map(line).collect()
}
