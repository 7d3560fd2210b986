//! What can be seen in one unit, before its role is decided.

use super::credits;
use super::units::{Mark, Unit, has_bullet};
use super::words::{self, Listed};
use crate::knowledge::Model;
use crate::text::class;

/// Words that are counted; more make no difference to any role.
const MOST_WORDS: usize = 200;

/// Bytes of a unit that are looked at: enough for `MOST_WORDS` long words. The end is looked at apart.
const MOST_BYTES: usize = 4_000;

/// Bytes that tell furniture: the longest that is listed has some fifty.
const LONGEST_LISTED: usize = 300;

/// Captions with more words than this do not depend on the words they use.
const LONGEST_CAPTION: usize = 80;

/// What can be seen in one unit.
#[derive(Debug, Clone, Default)]
#[allow(clippy::struct_excessive_bools)] // Each is one independent observation.
pub(super) struct Facts {
    /// What a format's marks say.
    pub(super) mark: Mark,
    /// How many words, counted to 200.
    pub(super) words: usize,
    /// The mark behind the last word, closing quotation marks and brackets left out.
    pub(super) end: End,
    /// It begins with a bullet.
    pub(super) bullet: bool,
    /// It begins with a number and a full stop or bracket: "1. ".
    pub(super) numbered: bool,
    /// Its first letter is a small one.
    pub(super) small: bool,
    /// The share of its words of four letters and more, the first left out, that are capitalised.
    pub(super) titled: f32,
    /// All its letters are capitals.
    pub(super) capitals: bool,
    /// A bracket opens it.
    pub(super) bracket: bool,
    /// It is a date, perhaps with a time of day, a label and the names of outlet and place, and nothing else.
    pub(super) date: bool,
    /// "By" and a capitalised word.
    pub(super) by: bool,
    /// It is a list of capitalised words with a listed given name among them.
    pub(super) people: bool,
    /// It names a desk or an office of reporters and nothing else: "Transport correspondent".
    pub(super) desk: bool,
    /// It is the name of an agency or outlet and nothing else.
    pub(super) house: bool,
    /// It is the credit of a picture and nothing else.
    pub(super) credit: bool,
    /// It ends with the credit of a picture.
    pub(super) credited: bool,
    /// Words that captions use: "pictured", "looks on".
    pub(super) pictured: bool,
    /// A label says that it is a caption.
    pub(super) caption: bool,
    /// It is known from web pages.
    pub(super) furniture: Option<Listed>,
    /// It says that a press office sent the text.
    pub(super) release: bool,
    /// It is the name of a body and nothing else: "Hallmere Mining plc".
    pub(super) body: bool,
    /// It says that something was corrected, updated or added.
    pub(super) note: bool,
    /// It says who reported, wrote or edited: "(Reporting by …".
    pub(super) reported: bool,
    /// The field that its label names: "Date: …".
    pub(super) field: Option<words::Field>,
}

/// How a unit ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum End {
    /// With a full stop or ellipsis.
    Stop,
    /// With a question or exclamation mark.
    Call,
    /// With a colon.
    Colon,
    /// Without a mark.
    #[default]
    Open,
}

/// What can be seen in `unit`.
pub(super) fn facts(text: &str, unit: Unit, model: &Model) -> Facts {
    let whole = unit.span.of(text);
    let piece = head(whole, MOST_BYTES);
    let bullet = has_bullet(piece);
    let bare = if bullet { words::unbulleted(piece) } else { piece };
    let words = bare.split_whitespace().take(MOST_WORDS).count();
    let lexicon = &model.lexicon;
    let short = words <= words::LONGEST_LINE;
    let by = short && words::begins_by(bare);
    let lower = if short { bare.to_lowercase() } else { String::new() };
    let release = words::release(&lower);
    let credit = credits::at_end(whole, lexicon);
    // "…in Helsinki. —Reuters" ends with a full stop.
    let told = credit.map_or(whole, |(at, _)| &whole[..at]);
    Facts {
        mark: unit.mark,
        words,
        end: end(told.trim_end_matches(|c: char| {
            c.is_whitespace() || class::is_dash(c) || matches!(c, '-' | '|' | '(')
        })),
        bullet,
        numbered: is_numbered(bare),
        small: bare
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_lowercase),
        titled: titled(bare),
        capitals: bare.chars().any(char::is_alphabetic) && !bare.chars().any(char::is_lowercase),
        bracket: bare.starts_with(['(', '[']),
        date: short && (words::is_date(bare) || words::is_dated(bare) || release.is_some_and(words::is_date)),
        by,
        people: short && words::are_people(bare, lexicon),
        desk: words <= 5 && words::is_desk(bare),
        house: short && words::is_house(bare, lexicon),
        credit: short && credits::is_credit(bare, lexicon),
        credited: credit.is_some(),
        pictured: words <= LONGEST_CAPTION && words::has_picture(bare),
        caption: words::begins_caption(bare),
        furniture: words::furniture(head(bare, LONGEST_LISTED), lexicon)
            .or(release.is_some().then_some(Listed::Whole)),
        release: release.is_some(),
        body: words <= LONGEST_BODY && words::is_body(bare, lexicon),
        note: words::begins_note(bare),
        reported: words::begins_reported(bare),
        field: words::field(bare).map(|(field, _)| field),
    }
}

/// Units above which a press office says that it sent the text.
const HEAD: usize = 10;

/// Words of a body's name at most.
const LONGEST_BODY: usize = 8;

/// Sets a letterhead apart: what stands above "Press release" is none of the article, where a title follows, nor is the name
/// of a body right below.
pub(super) fn letterhead(facts: &mut [Facts]) {
    let Some(last) = facts.iter().take(HEAD).rposition(|unit| unit.release) else {
        return;
    };
    let may_head = |unit: &Facts| !unit.date && !unit.by && unit.field.is_none();
    let heads = |unit: &Facts| unit.end == End::Open && unit.words > 2;
    let mut below = (last + 1..facts.len()).filter(|&at| may_head(&facts[at]));
    let (Some(first), second) = (below.next(), below.next()) else {
        return;
    };
    let named = facts[first].body && second.is_some_and(|at| heads(&facts[at]));
    if !named && !heads(&facts[first]) {
        return;
    }
    let end = if named { first } else { last };
    let lines = facts[..=end].iter_mut();
    for unit in lines.filter(|unit| !unit.date && unit.end == End::Open) {
        if !matches!(unit.mark, Mark::Title | Mark::Heading) {
            unit.furniture = Some(Listed::Whole);
        }
    }
}

/// The first `most` bytes, cut at a character.
fn head(text: &str, most: usize) -> &str {
    let cut = (0..=most.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at));
    &text[..cut.unwrap_or(0)]
}

fn end(text: &str) -> End {
    let closing = |c: char| {
        class::is_double_quote(c) || class::is_single_quote(c) || matches!(c, ')' | ']' | '*' | '_')
    };
    match text.trim_end_matches(closing).chars().next_back() {
        Some('?' | '!' | '？' | '！' | '؟') => End::Call,
        Some(c) if class::is_terminal(c) => End::Stop,
        Some(':' | '：') => End::Colon,
        _ => End::Open,
    }
}

fn is_numbered(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    (1..=2).contains(&digits) && (rest.starts_with(". ") || rest.starts_with(") "))
}

fn titled(text: &str) -> f32 {
    let long = |word: &&str| word.chars().filter(|c| c.is_alphabetic()).count() >= 4;
    let (mut all, mut capitals) = (0_u16, 0_u16);
    for word in text.split_whitespace().skip(1).take(MOST_WORDS).filter(long) {
        all += 1;
        let first = word.chars().find(|c| c.is_alphabetic());
        capitals += u16::from(first.is_some_and(char::is_uppercase));
    }
    if all == 0 {
        0.0
    } else {
        f32::from(capitals) / f32::from(all)
    }
}
