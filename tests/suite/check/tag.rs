//! Notation of the room `tag`: a mention a line, `LABEL  text  confidence  reason`.

use crossread::article::tag::{self, Evidence};
use crossread::knowledge::Model;

use super::plain;

pub(crate) fn tag(input: &str) -> String {
    let model = Model::embedded();
    let document = plain::document("case", input);
    let segments = plain::segments(&document);
    let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
    let line = |m: &tag::Mention| {
        let confidence = format!("{:?}", m.confidence).to_lowercase();
        format!(
            "{}  {}  {confidence}  {}\n",
            m.label.code(),
            m.span.of(input),
            m.reason
        )
    };
    mentions.iter().map(line).collect()
}
