//! One article to be read.

use super::runs::{marks, runs};
use super::shared::{provenance, shared};
use super::{ArticleView, BlockView};
use crate::Analysis;
use crate::article::Article;
use crate::report::codes::Code;
use crate::story::ArticleId;

/// One article cut into runs, its first `most` blocks.
pub fn article(analysis: &Analysis, id: ArticleId, most: usize) -> ArticleView {
    let article = analysis.story.article(id);
    let (text, marks) = (article.text(), marks(analysis, id));
    let numbers = paragraphs(article);
    let shared = shared(analysis, id);
    let mut end = 0;
    let mut blocks = Vec::new();
    for (block, paragraph) in article.document.blocks.iter().zip(numbers).take(most) {
        let gap = text.get(end..block.span.start()).unwrap_or("").to_owned();
        let prose = block
            .kind
            .is_prose()
            .then(|| provenance(text, &shared, block.span));
        let runs = runs(text, block.span, &marks, &prose.unwrap_or_default());
        blocks.push(BlockView {
            gap,
            kind: block.kind.code(),
            paragraph,
            runs,
        });
        end = block.span.end();
    }
    let more = article.document.blocks.len() - blocks.len();
    ArticleView {
        id: id.to_string(),
        blocks,
        tail: text.get(end..).filter(|_| more == 0).unwrap_or("").to_owned(),
        more,
    }
}

/// The number of each block among the body's paragraphs, from 1.
pub(super) fn paragraphs(article: &Article) -> Vec<Option<usize>> {
    let mut count = 0;
    let number = |block: &crate::article::document::Block| {
        block.kind.is_body().then(|| {
            count += 1;
            count
        })
    };
    article.document.blocks.iter().map(number).collect()
}
