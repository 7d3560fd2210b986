//! What is known before anything is read: lexicon tables, and later trained weights. All of it is embedded.

pub mod lexicon;

use lexicon::Lexicon;

/// Everything that the stages look up. Made once, shared by all articles, never changed.
#[derive(Debug)]
pub struct Model {
    /// Tables of names and words.
    pub lexicon: Lexicon,
}

impl Model {
    /// The knowledge that is built into this program.
    pub fn embedded() -> Self {
        Self {
            lexicon: Lexicon::embedded(),
        }
    }
}
