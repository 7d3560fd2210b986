//! Labelled sets as documents: words, lines and the tags that are right.

use std::fs;
use std::ops::Range;
use std::path::Path;

use crossread::knowledge::model::{Kind, Place, Tag};

/// A document with its answers.
#[derive(Debug, Clone, Default)]
pub(crate) struct Labelled {
    pub words: Vec<String>,
    pub sentences: Vec<Range<usize>>,
    pub tags: Vec<Tag>,
}

/// Sets whose documents are many unrelated posts or sentences: each sentence is cut off as a document of its own.
const UNRELATED: [&str; 3] = ["btc", "wnut17", "crossner_politics"];

/// Reads a set of `token<TAB>BIO` lines.
pub(crate) fn read(folder: &Path, name: &str) -> Result<Vec<Labelled>, String> {
    let path = folder.join(format!("{name}.tsv"));
    let text =
        fs::read_to_string(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let mut documents = Vec::new();
    for document in text.split("-DOCSTART-").skip(1) {
        let document = labelled(document);
        if UNRELATED.contains(&name) {
            documents.extend(document.sentences.iter().map(|s| cut(&document, s)));
        } else if !document.words.is_empty() {
            documents.push(document);
        }
    }
    Ok(documents)
}

fn labelled(lines: &str) -> Labelled {
    let mut document = Labelled::default();
    let mut names: Vec<(Range<usize>, Kind)> = Vec::new();
    let mut open: Option<(usize, Kind)> = None;
    let mut start = 0;
    for line in lines.lines().skip(1).chain([""]) {
        let at = document.words.len();
        let Some((word, label)) = line.split_once('\t') else {
            names.extend(open.take().map(|(first, kind)| (first..at, kind)));
            if at > start {
                document.sentences.push(start..at);
                start = at;
            }
            continue;
        };
        let inside = label
            .strip_prefix("I-")
            .and_then(kind)
            .is_some_and(|kind| open.is_some_and(|(_, o)| o == kind));
        if !inside {
            names.extend(open.take().map(|(first, kind)| (first..at, kind)));
            open = label.get(2..).and_then(kind).map(|kind| (at, kind));
        }
        document.words.push(word.to_owned());
    }
    document.tags = tags(document.words.len(), &names);
    document
}

/// The kind of a set's label; `None` for amounts and times.
fn kind(label: &str) -> Option<Kind> {
    Some(match label {
        "PER" => Kind::Person,
        "ORG" => Kind::Organisation,
        "LOC" => Kind::Location,
        "NORP" => Kind::People,
        "MISC" => Kind::Other,
        _ => return None,
    })
}

/// The tags of so many words with these names among them.
pub(crate) fn tags(words: usize, names: &[(Range<usize>, Kind)]) -> Vec<Tag> {
    let mut tags = vec![Tag::OUTSIDE; words];
    for (tokens, kind) in names {
        for index in tokens.clone() {
            let place = match (index == tokens.start, index + 1 == tokens.end) {
                (true, true) => Place::Unit,
                (true, false) => Place::Begin,
                (false, true) => Place::Last,
                (false, false) => Place::Inside,
            };
            tags[index] = Tag::new(*kind, place);
        }
    }
    tags
}

/// The names that tags spell.
pub(crate) fn names(tags: &[Tag]) -> Vec<(Range<usize>, Kind)> {
    let mut names = Vec::new();
    let mut start = 0;
    for (index, tag) in tags.iter().enumerate() {
        if tag.opens() {
            start = index;
        }
        if let Some(kind) = tag.kind().filter(|_| tag.closes()) {
            names.push((start..index + 1, kind));
        }
    }
    names
}

/// One sentence as a document.
pub(crate) fn cut(document: &Labelled, sentence: &Range<usize>) -> Labelled {
    Labelled {
        words: document.words[sentence.clone()].to_vec(),
        sentences: std::iter::once(0..sentence.len()).collect(),
        tags: document.tags[sentence.clone()].to_vec(),
    }
}
