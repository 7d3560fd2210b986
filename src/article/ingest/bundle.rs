//! Files of news databases: many articles in one text, each with a header of the database, as Nexis, Factiva and
//! ProQuest write them.
//!
//! A line that these databases put between articles parts them; it is long or odd enough to stand in no article.

use super::draft::{Draft, Fields};
use super::plain;
use super::positions::Positions;
use super::reading::{Piece, Reading};
use super::structure::{Line, Mark, lines};
use super::{decode::Decoded, page};
use crate::article::document::BlockKind;
use crate::knowledge::Model;

/// One article of a bundle.
struct Entry {
    /// Its lines, the parting one among them.
    lines: std::ops::Range<usize>,
    /// What each is.
    marks: Vec<Mark>,
    fields: Fields,
}

/// What a line between articles says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Border {
    /// The article above ends here.
    Ends,
    /// The next one begins here.
    Begins,
    /// The next one begins here, with the name of its outlet.
    BeginsWithOutlet,
}

/// Reads a text that is a bundle; `false` where it is none.
pub(super) fn text(reading: &mut Reading<'_>, piece: &Piece<'_>, decoded: &Decoded) -> bool {
    let text = decoded.text.as_str();
    let all = lines(text);
    let words: Vec<&str> = all.iter().map(|line| line.text).collect();
    let entries = entries(&words, reading.model);
    let same = piece.bytes.ends_with(text.as_bytes());
    let skipped = piece.bytes.len() - if same { text.len() } else { 0 };
    for entry in &entries {
        let span = all[entry.lines.start].span.cover(all[entry.lines.end - 1].span);
        let mark = |lines: &mut [Line<'_>]| {
            for (line, &mark) in lines.iter_mut().zip(&entry.marks) {
                line.mark = mark;
            }
        };
        let own = Decoded {
            text: span.of(text).to_owned(),
            notes: decoded.notes.clone(),
        };
        let bytes = span.of(text).as_bytes();
        let mut document = plain::shaped(bytes, own, "text/plain", mark, reading.model);
        entry.fields.prevail(&mut document.metadata);
        let first = reading.count();
        reading.keep(document);
        let positions = Positions::shifted(skipped + span.start(), bytes.len());
        reading.complete(first, &entry.fields, same.then_some(&positions));
    }
    !entries.is_empty()
}

/// Keeps a draft, or the articles of the bundle that it is.
pub(super) fn draft(reading: &mut Reading<'_>, draft: Draft, media_type: &'static str) {
    let words: Vec<&str> = draft.lines().map(|(words, _)| words).collect();
    let entries = entries(&words, reading.model);
    for entry in &entries {
        let mut part = draft.part(entry.lines.clone());
        part.mark(&entry.marks);
        part.fields = entry.fields.clone();
        reading.draft(part, media_type);
    }
    if entries.is_empty() {
        reading.draft(draft, media_type);
    }
}

/// What a line between articles looks like.
fn border(line: &str) -> Option<Border> {
    let numbered = |line: &str| {
        let mut words = line.split_whitespace();
        let number =
            |word: Option<&str>| word.is_some_and(|w| !w.is_empty() && w.bytes().all(|b| b.is_ascii_digit()));
        (number(words.next()) && words.next() == Some("of") && number(words.next()))
            .then(|| words.next().is_none())
    };
    let code = |code: &str| {
        code.len() >= 16
            && code.bytes().all(|b| b.is_ascii_alphanumeric())
            && code.bytes().filter(u8::is_ascii_digit).count() >= 8
    };
    match () {
        () if line == "End of Document" => Some(Border::Ends),
        () if line.strip_prefix("Document ").is_some_and(code) => Some(Border::Ends),
        () if line
            .strip_prefix("Document ")
            .is_some_and(|rest| numbered(rest) == Some(true)) =>
        {
            Some(Border::Begins)
        }
        () if line.ends_with(" DOCUMENTS") && numbered(line) == Some(false) => Some(Border::BeginsWithOutlet),
        () if line.len() >= 20 && line.bytes().all(|b| b == b'_') => Some(Border::Begins),
        () => None,
    }
}

/// Fewer words between two borders are a list of contents or a remark of the database.
const FEW: usize = 25;

/// The articles of a bundle; none where it is no bundle.
fn entries(lines: &[&str], model: &Model) -> Vec<Entry> {
    // A row of underscores stands in other texts too.
    let exported = |line: &&str| {
        ["Full text:", "Publication title:"]
            .iter()
            .any(|label| line.starts_with(label))
    };
    let is_rule = |line: &str| line.starts_with('_');
    let rules = lines.iter().any(exported);
    let cuts: Vec<(usize, Border)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| rules || !is_rule(line))
        .filter_map(|(at, line)| border(line).map(|border| (at, border)))
        .collect();
    if cuts.is_empty() {
        return Vec::new();
    }
    let mut entries: Vec<Entry> = Vec::new();
    let (mut start, mut outlet_first) = (0, false);
    let end = (lines.len(), Border::Ends);
    for &(at, border) in cuts.iter().chain([&end]) {
        let stop = if border == Border::Ends {
            (at + 1).min(lines.len())
        } else {
            at
        };
        let words: usize = lines[start..stop]
            .iter()
            .map(|line| line.split_whitespace().count())
            .sum();
        if words >= FEW {
            entries.push(entry(lines, start..stop, outlet_first, model));
        } else if let Some(last) = entries.last_mut().filter(|_| stop > start) {
            last.marks.resize(stop - last.lines.start, Mark::Ornament);
            last.lines.end = stop;
        } else if stop > start && at < lines.len() {
            // What stands before the first article stays with it.
            outlet_first = border == Border::BeginsWithOutlet;
            continue;
        }
        outlet_first = border == Border::BeginsWithOutlet;
        start = stop;
    }
    let labelled = entries
        .iter()
        .filter(|entry| entry.fields.title.is_some())
        .count();
    // One line that happens to look like a border makes no bundle.
    if labelled * 2 > entries.len() && (entries.len() > 1 || cuts.len() > 1 || labelled > 0) {
        entries
    } else {
        Vec::new()
    }
}

/// What a label in front of a line says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Title,
    Dek,
    Byline,
    Outlet,
    Date,
    Place,
    Address,
    Body,
    /// Anything of the database's own.
    Own,
    /// The same, behind the text: all that follows is the database's.
    Behind,
}

/// Labels as the databases print them, without the colon.
#[rustfmt::skip]
const LABELS: &[(&str, Label)] = &[
    ("headline", Label::Title), ("title", Label::Title), ("highlight", Label::Dek), ("byline", Label::Byline), ("author", Label::Byline),
    ("body", Label::Body), ("full text", Label::Body), ("publication title", Label::Outlet), ("publication info", Label::Own),
    ("source", Label::Outlet), ("publication date", Label::Date), ("date", Label::Date), ("dateline", Label::Place),
    ("document url", Label::Address), ("url", Label::Address), ("load-date", Label::Behind), ("language", Label::Behind), ("length", Label::Own),
    ("section", Label::Own), ("copyright", Label::Own), ("publication-type", Label::Behind), ("publication type", Label::Behind),
    ("journal code", Label::Own), ("graphic", Label::Behind), ("classification", Label::Behind), ("subject", Label::Behind), ("location", Label::Behind),
    ("people", Label::Behind), ("company", Label::Behind), ("identifier", Label::Behind), ("abstract", Label::Own), ("links", Label::Own),
    ("publication year", Label::Behind), ("publisher", Label::Behind), ("place of publication", Label::Behind), ("country of publication", Label::Behind),
    ("issn", Label::Behind), ("source type", Label::Behind), ("document type", Label::Behind), ("proquest document id", Label::Behind),
    ("last updated", Label::Behind), ("database", Label::Behind), ("pages", Label::Own), ("correction-date", Label::Behind), ("distribution", Label::Behind),
];

/// Two letters in front of a line, as Factiva prints them when it is asked for fields.
#[rustfmt::skip]
const CODES: &[(&str, Label)] = &[
    ("HD", Label::Title), ("BY", Label::Byline), ("WC", Label::Own), ("PD", Label::Date), ("ET", Label::Own), ("SN", Label::Outlet),
    ("SC", Label::Own), ("LA", Label::Own), ("CY", Label::Own), ("LP", Label::Body), ("TD", Label::Body), ("AN", Label::Behind),
    ("PG", Label::Own), ("ED", Label::Own), ("SE", Label::Own), ("CO", Label::Behind), ("IN", Label::Behind), ("NS", Label::Behind),
    ("RE", Label::Behind), ("PUB", Label::Behind), ("CR", Label::Behind), ("ART", Label::Behind), ("IPC", Label::Behind), ("IPD", Label::Behind),
];

/// A line's label and what stands behind it.
fn label(line: &str, coded: bool) -> Option<(Label, &str)> {
    if coded {
        let (code, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        if let Some(&(_, label)) = CODES.iter().find(|(known, _)| *known == code) {
            return Some((label, rest.trim()));
        }
    }
    if line == "Body" {
        return Some((Label::Body, ""));
    }
    let (name, rest) = line.split_once(':')?;
    let known = LABELS
        .iter()
        .find(|(known, _)| name.eq_ignore_ascii_case(known))?;
    Some((known.1, rest.trim()))
}

/// Lines of a header that are neither labelled nor of a known kind: a title of two lines and an outlet.
const UNKNOWN: usize = 3;

/// Where the text begins that no label announces: behind the last line of the header.
fn header(labels: &[Option<(Label, &str)>], head: impl Fn(usize) -> bool) -> usize {
    let (mut body, mut unknown) = (0, 0);
    for (at, label) in labels.iter().enumerate() {
        if unknown > UNKNOWN || label.is_some_and(|(label, _)| label == Label::Behind) {
            break;
        }
        if head(at) {
            (body, unknown) = (at + 1, 0);
        } else {
            unknown += 1;
        }
    }
    body
}

fn entry(lines: &[&str], range: std::ops::Range<usize>, outlet_first: bool, model: &Model) -> Entry {
    let own = &lines[range.clone()];
    let coded = own
        .iter()
        .filter(|line| {
            CODES
                .iter()
                .any(|(code, _)| line.split_whitespace().next() == Some(*code))
        })
        .count()
        >= 3;
    let labels: Vec<Option<(Label, &str)>> = own.iter().map(|line| label(line, coded)).collect();
    let begun = labels
        .iter()
        .position(|label| label.is_some_and(|(label, _)| label == Label::Body));
    let head = |at: usize| labels[at].is_some() || is_header(own[at]) || own[at].starts_with("By ");
    let body = begun.unwrap_or_else(|| header(&labels, head));
    let mut entry = Entry {
        lines: range,
        marks: vec![Mark::None; own.len()],
        fields: Fields::default(),
    };
    let mut plain: Vec<usize> = Vec::new();
    let mut trails = false;
    for (at, line) in own.iter().enumerate() {
        entry.marks[at] = match labels[at] {
            _ if border(line).is_some() => Mark::Ornament,
            Some((Label::Body, value)) => {
                if value.is_empty() {
                    Mark::Ornament
                } else {
                    Mark::None
                }
            }
            Some((label, value)) if at < body || trails || label == Label::Behind => {
                entry.fields.label(label, value, model)
            }
            None if trails => Mark::Ornament,
            None if at < body => entry.header(line, at, &mut plain, model),
            _ => Mark::None,
        };
        trails |= labels[at].is_some_and(|(label, _)| label == Label::Behind);
    }
    entry.name(own, &plain, outlet_first);
    entry
}

/// Whether an unlabelled line is one that databases print above the text.
fn is_header(line: &str) -> bool {
    is_count(line) || is_rights(line) || is_code(line) || is_day(line)
}

fn is_count(line: &str) -> bool {
    line.strip_suffix(" words")
        .is_some_and(|n| n.bytes().all(|b| b.is_ascii_digit() || b == b','))
}

fn is_rights(line: &str) -> bool {
    line.len() < 200
        && ["Copyright", "©", "(c) ", "(C) ", "All Rights Reserved"]
            .iter()
            .any(|begin| line.starts_with(begin))
}

/// A time of day, a language or a source's code.
fn is_code(line: &str) -> bool {
    let capitals = line.len() <= 8
        && line.len() >= 3
        && line.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit());
    let time = line.len() <= 5 && line.contains(':') && line.bytes().all(|b| b.is_ascii_digit() || b == b':');
    capitals || time || line == "English"
}

fn is_day(line: &str) -> bool {
    line.len() <= 50 && line.bytes().filter(u8::is_ascii_digit).count() >= 5 && page::day(line).is_some()
}

impl Fields {
    /// Takes a labelled value; what its line is.
    fn label(&mut self, label: Label, value: &str, model: &Model) -> Mark {
        let set = |place: &mut Option<String>| {
            if place.is_none() && !value.is_empty() {
                *place = Some(value.to_owned());
            }
        };
        match label {
            Label::Title => set(&mut self.title),
            Label::Dek => set(&mut self.dek),
            Label::Byline => self.by(value, model),
            Label::Outlet => set(&mut self.outlet),
            Label::Date => self.on(value),
            Label::Place => set(&mut self.place),
            Label::Address => set(&mut self.url),
            Label::Body | Label::Own | Label::Behind => {}
        }
        Mark::Ornament
    }
}

impl Entry {
    /// What an unlabelled line of the header is.
    fn header(&mut self, line: &str, at: usize, plain: &mut Vec<usize>, model: &Model) -> Mark {
        if is_day(line) {
            self.fields.on(line);
            return Mark::As(BlockKind::Date);
        }
        if line.starts_with("By ") {
            self.fields.by(line, model);
            return Mark::As(BlockKind::Byline);
        }
        if !is_header(line) {
            plain.push(at);
        }
        Mark::Ornament
    }

    /// Which of the unlabelled lines is the title and which the outlet.
    fn name(&mut self, lines: &[&str], plain: &[usize], outlet_first: bool) {
        let places = if outlet_first { [1, 0] } else { [0, 1] };
        if let Some(&at) = plain.get(places[0]).filter(|_| self.fields.title.is_none()) {
            self.fields.title = Some(lines[at].to_owned());
            self.marks[at] = Mark::Title;
        }
        if let Some(&at) = plain.get(places[1]).filter(|_| self.fields.outlet.is_none()) {
            self.fields.outlet = Some(lines[at].to_owned());
        }
    }
}
