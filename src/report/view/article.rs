use super::ArticleView;
use crate::Analysis;
use crate::story::ArticleId;

/// One article cut into runs.
pub fn article(_analysis: &Analysis, id: ArticleId) -> ArticleView {
    ArticleView {
        id: id.to_string(),
        blocks: Vec::new(),
        tail: String::new(),
    }
}
