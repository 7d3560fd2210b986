use super::PairView;
use crate::Analysis;
use crate::story::ArticleId;

/// Two articles side by side.
pub fn pair(_analysis: &Analysis, a: ArticleId, b: ArticleId) -> PairView {
    PairView {
        a: a.to_string(),
        b: b.to_string(),
        rows: Vec::new(),
    }
}
