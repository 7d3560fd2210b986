//! Notation of the room `names`: a group a line, `LABEL  fullest form: its mentions [roles]`.

use crossread::article::label::Label;
use crossread::article::names;
use crossread::article::tag::{self, Evidence};
use crossread::knowledge::Model;

use super::plain;

pub(crate) fn names(input: &str) -> String {
    let model = Model::embedded();
    let document = plain::document("case", input);
    let segments = plain::segments(&document);
    let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
    let names = names::names(&document, &segments, &mentions, &model);
    let mut lines = String::new();
    for name in names.iter().filter(|n| n.label != Label::Role) {
        let forms: Vec<&str> = name
            .mentions
            .iter()
            .map(|&m| mentions[m].span.of(input))
            .collect();
        lines += &format!("{}  {}: {}", name.label.code(), name.form, forms.join(" | "));
        if !name.roles.is_empty() {
            lines += &format!(" [{}]", name.roles.join(" | "));
        }
        lines += "\n";
    }
    lines
}
