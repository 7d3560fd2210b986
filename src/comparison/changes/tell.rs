//! A finding in one sentence of plain English.

use super::draft::{Finding, Part};
use super::phrase::DETERMINERS;
use super::rules::TRIMMED;
use super::widen::{BREAKS, PREPOSITIONS};
use crate::article::quotes::QuoteKind;
use crate::comparison::changes::ChangeKind;
use crate::order::Arrange as _;
use crate::story::Story;
use crate::text::{Span, fold};

/// Characters of a passage that a summary shows; the page shows all of it.
const SHOWN: usize = 140;

/// Bytes of a passage from which on a summary shows what was found there, and some words around it.
const PASSAGE: usize = 80;

/// Words on either side of what was found that are shown of a longer passage.
const AROUND: usize = 6;

/// Words that no passage that is cut breaks off behind.
const DANGLING: [&[&str]; 3] = [BREAKS, PREPOSITIONS, DETERMINERS];

/// Says what was found.
pub(super) fn summary(story: &Story, finding: &Finding) -> String {
    let (mut with, without): (Vec<_>, Vec<_>) = finding
        .readings
        .iter()
        .partition(|reading| reading.iter().any(|part| !part.spans.is_empty()));
    // The sort keeps the order of the others.
    with.arrange_by_key(|reading| !reading.iter().any(|part| Some(part.article) == finding.lead));
    let readings: Vec<Told> = with
        .iter()
        .chain(&without)
        .map(|reading| told(story, reading, finding.rule.kind == ChangeKind::Quote))
        .collect();
    let empty = Told::default();
    let first = readings.first().unwrap_or(&empty);
    let second = readings.get(1).unwrap_or(&empty);
    let template = if with.len() > 1 {
        finding.rule.both
    } else {
        finding.rule.only
    };
    if finding.rule.id == TRIMMED.id && with.len() == 2 {
        let whole = [0, 1].map(|at| {
            with[at]
                .first()
                .map_or_else(String::new, |part| whole(story, part, true))
        });
        let [a, b] = [&whole[0], &whole[1]].map(|words| words.split(' ').collect::<Vec<_>>());
        let longer = usize::from(b.len() > a.len());
        let cut = if longer == 0 { cut(&a, &b) } else { cut(&b, &a) };
        if let Some(cut) = cut {
            let told = Told {
                words: limited(cut),
                ..readings[longer].clone()
            };
            return fill(finding.rule.only, &told, &empty);
        }
        // What the other has of the quote is another piece of it.
        if !a.iter().any(|word| b.contains(word)) {
            return fill(finding.rule.only, first, &empty);
        }
    }
    let mut said = fill(template, first, second);
    for more in readings.iter().skip(2).take(with.len().saturating_sub(2)) {
        let stop = said.pop().unwrap_or('.');
        said += &format!(", {} “{}”{stop}", conjugate("has", more), more.words);
    }
    said
}

/// What a quote has more than the other at its beginning, at its end or inside, where that is all they differ by.
fn cut(longer: &[&str], shorter: &[&str]) -> Option<String> {
    let word = |at: usize, words: &[&str]| {
        let plain = words[at]
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        (!plain.is_empty()).then_some((plain, at))
    };
    let [all, kept] = [longer, shorter].map(|words| {
        (0..words.len())
            .filter_map(|at| word(at, words))
            .collect::<Vec<_>>()
    });
    let same = |(x, y): &(&(String, usize), &(String, usize))| x.0 == y.0;
    let ahead = all.iter().zip(&kept).take_while(same).count();
    let behind = all.iter().rev().zip(kept.iter().rev()).take_while(same).count();
    let rest = kept.len() - ahead;
    let cut = all.get(ahead..all.len().checked_sub(rest)?)?;
    let cut = longer[cut.first()?.1..=cut.last()?.1].join(" ");
    let cut = cut.trim_matches([',', '.', ';', ' ']);
    (behind >= rest).then(|| cut.to_owned())
}

/// A reading in words.
#[derive(Clone, Default)]
struct Told {
    names: String,
    several: bool,
    words: String,
}

fn told(story: &Story, reading: &[Part], quoted: bool) -> Told {
    let names: Vec<String> = reading.iter().map(|part| part.article.to_string()).collect();
    Told {
        several: names.len() > 1,
        names: listed(&names),
        words: reading
            .first()
            .map_or_else(String::new, |part| words(story, part, quoted)),
    }
}

/// "A", "A and B", "A, B and C"; of many the first three and how many more.
fn listed(names: &[String]) -> String {
    const MOST: usize = 4;
    if names.len() > MOST {
        let more = names.len() - (MOST - 1);
        return format!("{} and {more} more", names[..MOST - 1].join(", "));
    }
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// What is said in quotation marks inside these spans; the spans themselves where nothing is.
fn inside(story: &Story, part: &Part) -> Vec<Span> {
    let quotes = &story.article(part.article).quotes;
    let direct = || {
        quotes
            .iter()
            .filter(|quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Mixed))
    };
    let clip = |span: &Span| -> Vec<Span> {
        let over = direct().filter(|quote| quote.span.overlaps(*span));
        over.map(|quote| {
            Span::new(
                quote.span.start().max(span.start()),
                quote.span.end().min(span.end()),
            )
        })
        .collect()
    };
    let clipped: Vec<Span> = part.spans.iter().flat_map(clip).collect();
    if clipped.is_empty() {
        part.spans.clone()
    } else {
        clipped
    }
}

/// Of a long passage what was found, with some words around it.
fn around(story: &Story, part: &Part, span: Span) -> Span {
    let inside = part.core.iter().copied().filter(|core| span.contains(*core));
    let Some(core) = inside.reduce(Span::cover).filter(|_| span.len() > PASSAGE) else {
        return span;
    };
    let segments = &story.article(part.article).segments;
    let words = segments.tokens_in(span);
    let found = segments.tokens_in(core);
    // What would be left of the passage is shown too where it is short.
    let before = found.start.saturating_sub(words.start);
    let after = words.end.saturating_sub(found.end);
    let shown = |there: usize| if there < 2 * AROUND { there } else { AROUND };
    let (first, mut last) = (found.start - shown(before), found.end + shown(after));
    let leads = |at: usize| {
        let word = segments
            .tokens
            .get(at)
            .map(|token| fold::word(token.span.of(story.article(part.article).text())));
        word.is_some_and(|word| DANGLING.iter().any(|list| list.contains(&word.as_ref())))
    };
    while last < words.end && last > found.end && leads(last - 1) {
        last -= 1;
    }
    let shown = segments.tokens.get(first..last).unwrap_or_default();
    let ends = shown.first().zip(shown.last());
    ends.map_or(span, |(first, last)| first.span.cover(last.span))
}

/// The words of a reading, cut at a word.
fn words(story: &Story, part: &Part, quoted: bool) -> String {
    limited(whole(story, part, quoted))
}

/// Some words, cut at a word where they are long.
fn limited(words: String) -> String {
    if words.chars().count() <= SHOWN {
        return words;
    }
    let cut: String = words.chars().take(SHOWN).collect();
    let whole = cut.rsplit_once(' ').map_or(cut.as_str(), |(head, _)| head);
    format!("{whole} …")
}

/// The words of a reading; marks at the ends are left to the template.
fn whole(story: &Story, part: &Part, quoted: bool) -> String {
    let text = story.article(part.article).text();
    let spans = if quoted {
        inside(story, part)
    } else {
        part.spans.iter().map(|&span| around(story, part, span)).collect()
    };
    let mut joined = String::new();
    for (at, span) in spans.iter().enumerate() {
        let before = at.checked_sub(1).map(|before| spans[before].end());
        let gap = match before.map(|end| text.get(end..span.start()).unwrap_or("…").trim()) {
            None => "",
            Some("") => " ",
            Some(_) => {
                joined.truncate(joined.trim_end_matches([',', ' ']).len());
                " … "
            }
        };
        joined += gap;
        joined += &fold::style(span.of(text));
    }
    let joined = joined.replace('"', "'");
    let plain = joined.trim_matches(|c: char| matches!(c, '\'' | ' ' | ','));
    let last = plain.rsplit(' ').next().unwrap_or("");
    let abbreviation = last.matches('.').count() > 1;
    let plain = if abbreviation {
        plain
    } else {
        plain.trim_end_matches(['.', ',', '\''])
    };
    let ends = |spans: &[Span]| spans.first().zip(spans.last()).map(|(x, y)| (x.start(), y.end()));
    let (shown, whole) = (ends(&spans), ends(&part.spans));
    let [before, after] = [
        shown.map(|it| it.0) > whole.map(|it| it.0),
        shown.map(|it| it.1) < whole.map(|it| it.1),
    ];
    let dots = |cut: bool, dots: &'static str| if cut && !quoted { dots } else { "" };
    format!("{}{}{}", dots(before, "… "), curl(plain), dots(after, " …"))
}

/// Inside quotation marks stand single ones; apostrophes look the same.
fn curl(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        let opens = before.is_whitespace() || matches!(before, '(' | '[');
        out.push(match c {
            '\'' if opens => '‘',
            '\'' => '’',
            c => c,
        });
        before = c;
    }
    out
}

fn fill(template: &str, first: &Told, second: &Told) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, more)) = rest.split_once('{') {
        let (name, after) = more.split_once('}').unwrap_or((more, ""));
        out += before;
        let (which, verb) = name.split_once(' ').unwrap_or((name, ""));
        let told = if matches!(which, "A" | "a") { first } else { second };
        out += &match (which, verb) {
            ("a" | "b", _) => told.words.clone(),
            (_, "") => told.names.clone(),
            (_, verb) => conjugate(verb, told),
        };
        rest = after;
    }
    out + rest
}

/// The names with a verb, given in the third person singular.
fn conjugate(verb: &str, told: &Told) -> String {
    let plural = match verb {
        "has" => "have".to_owned(),
        "paraphrases" => "paraphrase".to_owned(),
        other => other.strip_suffix('s').unwrap_or(other).to_owned(),
    };
    format!(
        "{} {}",
        told.names,
        if told.several { plural.as_str() } else { verb }
    )
}
