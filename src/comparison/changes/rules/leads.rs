//! Sentences that only lead to the next: "Not everyone is convinced."

use super::super::draft::Finding;
use super::super::pair::{Side, Word};
use super::super::phrase;
use super::only::STATEMENT;
use crate::article::segment::SentenceId;
use crate::comparison::changes::ChangeKind;
use crate::story::{ArticleId, Story};

/// Words of such a sentence at most.
const WORDS: usize = 8;

/// Beginnings of what they say of what follows.
const LEADS: &str = "convinc persuad unconvinc impress agree disagre scept skept divid mixed differ welcom critic happy unhappy \
    pleas alone sure optimis pessimis concern worr reaction opinion";

/// Tells what leads to the next sentence with it, where that is told alone too.
pub(super) fn leads(story: &Story, findings: &mut Vec<Finding>) {
    let alone = |finding: &Finding| {
        let mut parts = finding.parts().filter(|part| !part.spans.is_empty());
        let part = parts.next().filter(|part| part.sentences.len() == 1)?;
        let told = finding.rule.id == STATEMENT.id || finding.rule.kind == ChangeKind::Caveat;
        (parts.next().is_none() && told).then_some((part.article, part.sentences[0]))
    };
    let mut at = 0;
    while at < findings.len() {
        let lead = alone(&findings[at]).filter(|&(id, sentence)| is_lead(story, id, sentence));
        let next = lead.and_then(|(id, sentence)| {
            let next = SentenceId(sentence.0 + 1);
            let all = &story.article(id).segments.sentences;
            let same = all.get(next.0 as usize)?.block == all[sentence.0 as usize].block;
            let tells = |finding: &Finding| {
                let mut parts = finding.parts();
                parts.any(|part| part.article == id && part.sentences.first() == Some(&next))
            };
            findings.iter().position(tells).filter(|_| same)
        });
        let Some(next) = next else {
            at += 1;
            continue;
        };
        let lead = findings.remove(at);
        let whole = &mut findings[next - usize::from(next > at)];
        for known in whole.readings.iter_mut().flatten() {
            let mut parts = lead.parts();
            if let Some(part) = parts.find(|part| part.article == known.article && !part.spans.is_empty()) {
                known.take_in(part);
            }
        }
        whole.weight = whole.weight.max(lead.weight);
    }
}

fn is_lead(story: &Story, id: ArticleId, sentence: SentenceId) -> bool {
    // Most sentences are longer, and are not read.
    let tokens = &story.article(id).segments.sentences[sentence.0 as usize].tokens;
    tokens.len() <= 2 * WORDS && {
        let side = Side::new(story, id, &[sentence]);
        let leads = |word: &Word<'_>| phrase::listed(LEADS, &word.fold);
        side.count(&(0..side.words.len())) <= WORDS && side.words.iter().any(leads)
    }
}
