//! What is known before anything is read: lexicon tables and trained weights. All of it is embedded.

pub mod lexicon;
pub mod model;

use lexicon::Lexicon;
use model::{English, PageModel, Reports};

/// Everything that the stages look up. Made once, shared by all articles, never changed.
#[derive(Debug)]
pub struct Model {
    /// Tables of names and words.
    pub lexicon: Lexicon,
    /// The trained tagger of names.
    pub english: English,
    /// The trained reader of pages.
    pub page: PageModel,
    /// The trained reader of reported speech.
    pub reports: Reports,
}

impl Model {
    /// The knowledge that is built into this program.
    pub fn embedded() -> Self {
        let lexicon = Lexicon::embedded();
        let english = English::embedded(&lexicon);
        let page = PageModel::embedded();
        Self {
            lexicon,
            english,
            page,
            reports: Reports::embedded(),
        }
    }
}
