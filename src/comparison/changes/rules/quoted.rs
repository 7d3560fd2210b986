//! Words between quotation marks: altered, trimmed, or given without their marks.

use std::ops::Range;

use super::super::draft::{Draft, Rule, Sheet};
use super::super::pair::{Hunk, SIDES, Side, Word, per_side};
use super::super::phrase;
use super::fragments::stands_elsewhere;
use super::negations;
use crate::article::label::Confidence;
use crate::article::quotes::QuoteKind;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::order::Arrange as _;
use crate::text::Span;

pub(in super::super) const ALTERED: Rule = Rule {
    id: "quote.altered",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.95,
    only: "Only {A has} “{a}” inside the quotation marks.",
    both: "Inside the quotation marks {A has} “{a}”, {B has} “{b}”.",
};

const ANOTHER: Rule = Rule {
    id: "quote.another",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.64,
    only: "Only {A quotes} “{a}”.",
    both: "Here {A quotes} “{a}”, {B quotes} “{b}”.",
};

pub(in super::super) const TRIMMED: Rule = Rule {
    id: "quote.trimmed",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.78,
    only: "Only {A has} “{a}” in this quote.",
    both: "In this quote {A has} “{a}”, {B has} “{b}”.",
};

const UNMARKED: Rule = Rule {
    id: "quote.marks-removed",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.76,
    only: "Only {A puts} “{a}” in quotation marks.",
    both: "{A puts} “{a}” in quotation marks; in {B} the words stand without them.",
};

const REPLACED: Rule = Rule {
    id: "quote.words-and-marks-replaced",
    both: "{A puts} “{a}” in quotation marks; {B has} “{b}” without them.",
    ..UNMARKED
};

pub(in super::super) const PARAPHRASED: Rule = Rule {
    id: "quote.paraphrased",
    kind: ChangeKind::Quote,
    intent: Intent::Narrative,
    weight: 0.6,
    only: "Only {A quotes} “{a}”.",
    both: "{A quotes} “{a}”; {B paraphrases}: “{b}”.",
};

pub(in super::super) const QUOTED: Rule = Rule {
    id: "quote.only-here",
    kind: ChangeKind::Quote,
    intent: Intent::Fact,
    weight: 0.66,
    only: "Only {A quotes} “{a}”.",
    both: "{A quotes} “{a}”; {B has} “{b}”.",
};

/// From this share of its words on a quote without marks is the quote; below, a paraphrase of it.
const SAME_WORDS: f32 = 0.8;

/// Words of a name between marks at most.
const NAME: usize = 3;

/// Words with a sense of their own that a report takes from a quote at least.
const TOLD: usize = 3;

/// Quotes of one side that the other gives without marks.
pub(super) fn unmarked(sheet: &mut Sheet<'_, '_>) {
    for side in SIDES {
        let of = &sheet.pair.sides[side];
        let marked = |kind| matches!(kind, QuoteKind::Direct | QuoteKind::Mixed | QuoteKind::Scare);
        let quotes: Vec<Range<usize>> = of
            .quotes
            .iter()
            .filter(|quote| marked(quote.kind))
            .map(|quote| of.trimmed(&of.words_in(quote.span)))
            .filter(|range| !range.is_empty() && !is_name(of, range))
            .collect();
        for quote in quotes {
            without_marks(sheet, side, &quote);
        }
    }
}

/// Whether quoted words are no words of anybody but a name, as of a ship or a book.
fn is_name(side: &Side<'_>, words: &Range<usize>) -> bool {
    let mut words = side.words[words.clone()].iter();
    words.len() <= NAME && words.all(|word| word.is_word() && word.is_capital())
}

fn without_marks(sheet: &mut Sheet<'_, '_>, side: usize, quote: &Range<usize>) {
    let pair = sheet.pair;
    let other = &pair.sides[1 - side];
    let partners: Vec<usize> = pair.sides[side].words[quote.clone()]
        .iter()
        .filter(|word| word.is_word())
        .filter_map(|word| word.partner)
        .collect();
    let bare = partners.iter().filter(|&&at| !other.words[at].quoted).count();
    let (Some(&first), Some(&last)) = (partners.iter().min(), partners.iter().max()) else {
        replaced(sheet, side, quote);
        return;
    };
    if 2 * bare <= partners.len() {
        return;
    }
    if 2 * partners.len() < pair.sides[side].count(quote) {
        told(sheet, side, quote, &partners);
        return;
    }
    let answer = hunks_within(sheet, side, quote, first..last + 1);
    let same =
        partners.len() as f32 >= SAME_WORDS * pair.sides[side].count(quote).max(other.count(&answer)) as f32;
    let rule = if same { &UNMARKED } else { &PARAPHRASED };
    let evidence = ordered(side, quote.clone(), answer);
    let confidence = if same {
        Confidence::High
    } else {
        Confidence::Medium
    };
    sheet.find(rule, &evidence, confidence, 1.0);
    sheet.tell_from(side);
}

/// A longer quote of which the other side reports a part in words of its own.
fn told(sheet: &mut Sheet<'_, '_>, side: usize, quote: &Range<usize>, partners: &[usize]) {
    let (of, other) = (&sheet.pair.sides[side], &sheet.pair.sides[1 - side]);
    let reports = other
        .quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Indirect);
    let mut words = reports.map(|report| other.trimmed(&other.words_in(report.span)));
    let answer = words.find(|words| {
        let own = &sheet.pair.sides[side].words[quote.clone()];
        let shared = words
            .clone()
            .filter(|&at| own.iter().any(|word| word.fold == other.words[at].fold));
        let content = shared.clone().filter(|&at| other.words[at].is_content()).count();
        let much = content >= TOLD && 2 * shared.count() >= other.count(words);
        partners.iter().any(|at| words.contains(at))
            && (much
                || has_all(own, &other.words[words.clone()])
                    && negations::denials(of, quote) == negations::denials(other, words))
    });
    if let Some(answer) = answer {
        sheet.find(
            &PARAPHRASED,
            &ordered(side, quote.clone(), answer),
            Confidence::Medium,
            1.0,
        );
        sheet.tell_from(side);
    }
}

/// Whether a report has all words of sense of a quote, two at least, in whatever form: "This protects jobs" is told by "the
/// ruling would protect jobs".
fn has_all(quote: &[Word<'_>], report: &[Word<'_>]) -> bool {
    let mut sense = quote.iter().filter(|word| word.is_content()).peekable();
    let stems: Vec<String> = report.iter().map(|word| phrase::stem(&word.fold)).collect();
    let (mut all, mut count) = (sense.peek().is_some(), 0);
    for word in sense {
        all &= stems.contains(&phrase::stem(&word.fold));
        count += 1;
    }
    all && count > 1 && report.len() <= REPORT * count
}

/// Words of a report at most for each of a quote that it has.
const REPORT: usize = 4;

/// What answers a quote: from the first to the last of its words there, with the hunks that face the quote.
fn hunks_within(
    sheet: &Sheet<'_, '_>,
    side: usize,
    quote: &Range<usize>,
    known: Range<usize>,
) -> Range<usize> {
    let facing = sheet.pair.hunks.iter().filter(|hunk| {
        !hunk[1 - side].is_empty() && quote.start <= hunk[side].start && hunk[side].end <= quote.end
    });
    facing.fold(known, |known, hunk| {
        known.start.min(hunk[1 - side].start)..known.end.max(hunk[1 - side].end)
    })
}

/// A quote of which no word is left, where other words stand in its place.
fn replaced(sheet: &mut Sheet<'_, '_>, side: usize, quote: &Range<usize>) {
    let pair = sheet.pair;
    let facing = pair
        .hunks
        .iter()
        .find(|hunk| hunk[side].start <= quote.start && quote.end <= hunk[side].end);
    let Some(hunk) = facing.filter(|hunk| !hunk[1 - side].is_empty()) else {
        return;
    };
    let answer = hunk[1 - side].clone();
    let bare = pair.sides[1 - side].words[answer.clone()]
        .iter()
        .all(|word| !word.quoted);
    // A quote that fills its hunk was replaced; one in a longer rewrite was left out. "The envoy of" is half of something else,
    // and so is what "and" begins.
    let of = &pair.sides[1 - side];
    let half = phrase::one_of("and|but|or|who|which", of.fold(answer.start))
        || phrase::one_of(
            "of|the|a|an|to|in|for|by|at|on|with|and|that",
            of.fold(answer.end - 1),
        );
    if bare
        && !half
        && pair.is_close()
        && 2 * quote.len() >= hunk[side].len()
        && answer.len() <= 2 * quote.len() + 2
    {
        sheet.find(
            &REPLACED,
            &ordered(side, quote.clone(), answer),
            Confidence::High,
            1.0,
        );
        sheet.tell_from(side);
    }
}

/// Differences between the marks, and quotes that only one side has.
pub(super) fn inside(sheet: &mut Sheet<'_, '_>) {
    let first = sheet.drafts.len();
    differences(sheet);
    let found = sheet.drafts.split_off(first);
    let (altered, others): (Vec<Draft>, Vec<Draft>) = found
        .into_iter()
        .partition(|draft| [ALTERED.id, TRIMMED.id].contains(&draft.rule.id));
    sheet.drafts.extend(others);
    let altered = together(altered).map(|draft| another(sheet, draft));
    sheet.drafts.extend(altered);
}

/// What two quotes share of the shorter one's words of sense, if they are one.
const ONE: f32 = 0.4;

/// The difference of two quotes, or, where they share so little that they are no renderings of one, both.
fn another(sheet: &Sheet<'_, '_>, mut draft: Draft) -> Draft {
    let quotes = per_side(|side| {
        let of = &sheet.pair.sides[side];
        let span = draft.sides[side].spans.iter().copied().reduce(Span::cover);
        span.map(|span| quoted_run(of, of.words_in(span)))
    });
    let [Some(a), Some(b)] = &quotes else { return draft };
    let sides = &sheet.pair.sides;
    let least = sides[0].content(a).min(sides[1].content(b));
    let both = a.clone().filter(|&at| {
        let word = &sides[0].words[at];
        word.is_content() && word.partner.is_some_and(|there| b.contains(&there))
    });
    if (both.count() as f32) < ONE * least as f32 {
        draft.rule = &ANOTHER;
        draft.weight = ANOTHER.weight;
        for (side, quote) in [a, b].into_iter().enumerate() {
            draft.sides[side].set(sides[side].span(quote));
        }
    }
    draft
}

/// What is altered in the quotes of one pair of passages is one finding.
fn together(altered: Vec<Draft>) -> Option<Draft> {
    let mut altered = altered.into_iter();
    let mut all = altered.next()?;
    for draft in altered {
        // Words inside the quote weigh more than words at its end.
        let inside = |draft: &Draft| draft.rule.id == ALTERED.id;
        let heavier = inside(&draft) == inside(&all) && draft.weight > all.weight;
        if inside(&draft) && !inside(&all) || heavier {
            (all.rule, all.weight) = (draft.rule, draft.weight);
        }
        for (part, more) in all.sides.iter_mut().zip(draft.sides) {
            part.spans.extend(more.spans);
            part.spans.arrange();
            part.value += &format!(" {}", more.value);
        }
    }
    Some(all)
}

fn differences(sheet: &mut Sheet<'_, '_>) {
    let hunks = sheet.open();
    let quoted = |hunk: &&Hunk| {
        SIDES
            .iter()
            .any(|&side| has_quoted(&sheet.pair.sides[side], &hunk[side]))
    };
    let longest = if hunks.iter().filter(quoted).count() > 1 {
        IN_PIECES
    } else {
        AT_A_GLANCE
    };
    for hunk in hunks {
        if !SIDES.iter().any(|&side| sheet.any_open(side, &hunk[side])) {
            continue;
        }
        let quoted = per_side(|side| {
            let words = &sheet.pair.sides[side].words[hunk[side].clone()];
            let count = words.iter().filter(|word| word.is_word() && word.quoted).count();
            (count, words.iter().filter(|word| word.is_word()).count())
        });
        let all = |side: usize| quoted[side].1 > 0 && quoted[side].0 == quoted[side].1;
        if all(0) && all(1) {
            let glued = per_side(|side| phrase::glued(&sheet.pair.sides[side], &hunk[side]));
            let evidence = in_full(sheet, &glued, longest);
            sheet.find(&ALTERED, &evidence, Confidence::High, weight_of(sheet, &hunk));
            continue;
        }
        for side in SIDES {
            if quoted[side].0 == 0 || quoted[1 - side].0 > 0 {
                continue;
            }
            one_sided(sheet, side, &hunk, (all(side), longest));
        }
    }
}

fn has_quoted(side: &Side<'_>, words: &Range<usize>) -> bool {
    side.words[words.clone()]
        .iter()
        .any(|word| word.is_word() && word.quoted)
}

fn one_sided(sheet: &mut Sheet<'_, '_>, side: usize, hunk: &Hunk, (all, longest): (bool, usize)) {
    let mine = hunk[side].clone();
    // What stands behind the other side's quotation is no answer to the rest of this one.
    let behind =
        neighbours(sheet, side, &mine)[0] && !has_quoted(&sheet.pair.sides[1 - side], &hunk[1 - side]);
    let lacking = hunk[1 - side].is_empty() || all && behind;
    let place = hunk[1 - side].start..hunk[1 - side].start;
    if all && lacking && goes_on(sheet, side, &mine) {
        // A "not" is no trimming, wherever it stands.
        let denies = negations::negations(&sheet.pair.sides[side], &mine) > 0 && mine.len() <= NAME;
        let inner = is_inner(sheet, side, &mine) && !is_marked_cut(sheet, 1 - side, place.start);
        let rule = if inner || denies { &ALTERED } else { &TRIMMED };
        let factor = if sheet.pair.sides[side].content(&mine) == 0 {
            0.8
        } else {
            1.0
        };
        let evidence = in_full(sheet, &ordered(side, mine, place), longest);
        sheet.find(rule, &evidence, Confidence::High, factor);
    } else if let Some(report) = report(sheet, 1 - side).filter(|_| lacking && all) {
        let whole = quoted_run(&sheet.pair.sides[side], mine);
        sheet.find(
            &PARAPHRASED,
            &ordered(side, whole, report),
            Confidence::Medium,
            1.0,
        );
        sheet.tell_from(side);
    } else if lacking && !stands_elsewhere(sheet, side, &mine) {
        sheet.take(side, &mine);
        let of = &sheet.pair.sides[side];
        let said = |at: &usize| of.words[*at].quoted && of.words[*at].is_word();
        let (first, last) = (mine.clone().find(said), mine.clone().rev().find(said));
        let said = first.zip(last).map_or(0..0, |(first, last)| first..last + 1);
        let shown = of.span(&mine);
        sheet.find(&QUOTED, &ordered(side, said, place), Confidence::High, 1.0);
        if let Some(draft) = sheet.drafts.last_mut() {
            draft.sides[side].show(shown.as_slice());
        }
    }
}

/// Whether dots beside a place say that words were left out there.
fn is_marked_cut(sheet: &Sheet<'_, '_>, side: usize, place: usize) -> bool {
    let words = &sheet.pair.sides[side].words;
    let near = &words[place.saturating_sub(2)..(place + 1).min(words.len())];
    near.iter()
        .any(|word| word.text == "…" || word.text.starts_with(".."))
}

/// What somebody is reported to say without marks, as far as the other side lacks the words.
fn report(sheet: &Sheet<'_, '_>, side: usize) -> Option<Range<usize>> {
    let of = &sheet.pair.sides[side];
    let reports = of.quotes.iter().filter(|quote| quote.kind == QuoteKind::Indirect);
    let mut open = reports.map(|quote| {
        let words = of.words_in(quote.span).filter(|&at| sheet.is_open(side, at));
        let ends = (words.clone().min(), words.max());
        ends.0.zip(ends.1).map_or(0..0, |(first, last)| first..last + 1)
    });
    open.find(|words| of.content(words) > 0 && !of.words[words.clone()].iter().any(|word| word.quoted))
}

/// Words of a quote at most that is shown in full on both sides: it reads at a glance. Of a longer one only what differs.
const AT_A_GLANCE: usize = 30;

/// The same where it differs in several places: pieces with gaps between them read badly.
const IN_PIECES: usize = 40;

/// The quotes around a difference, where they are short.
fn in_full(sheet: &Sheet<'_, '_>, evidence: &Hunk, longest: usize) -> Hunk {
    let whole = per_side(|side| {
        let inside = if evidence[side].is_empty() {
            facing(sheet, side, evidence)
        } else {
            Some(evidence[side].clone())
        };
        inside.map(|inside| quoted_run(&sheet.pair.sides[side], inside))
    });
    let short = |side: usize| {
        let of = &sheet.pair.sides[side];
        whole[side]
            .as_ref()
            .is_some_and(|words| of.count(words) <= longest)
    };
    if short(0) && short(1) {
        whole.map(Option::unwrap_or_default)
    } else {
        evidence.clone()
    }
}

/// A quoted word of the side that lacks the words, beside the place where they would stand.
fn facing(sheet: &Sheet<'_, '_>, side: usize, evidence: &[Range<usize>; 2]) -> Option<Range<usize>> {
    let other = &sheet.pair.sides[1 - side];
    let mine = &evidence[1 - side];
    let before = (0..mine.start).rev().find(|&at| other.words[at].is_word());
    let after = (mine.end..other.words.len()).find(|&at| other.words[at].is_word());
    let partners = [before, after]
        .into_iter()
        .flatten()
        .filter_map(|at| other.words[at].partner);
    let mut quoted = partners.filter(|&at| sheet.pair.sides[side].words[at].quoted);
    quoted.next().map(|at| at..at + 1)
}

/// The range with all words of its quotation.
fn quoted_run(side: &Side<'_>, inside: Range<usize>) -> Range<usize> {
    let mut range = inside;
    while range.start > 0 && side.words[range.start - 1].quoted && !side.words[range.start].first {
        range.start -= 1;
    }
    while range.end < side.words.len() && side.words[range.end].quoted && !side.words[range.end].first {
        range.end += 1;
    }
    side.trimmed(&range)
}

/// Whether the words beside a range are quoted on both sides: the quote is there, these words are not.
fn goes_on(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    neighbours(sheet, side, words).into_iter().any(|quoted| quoted)
}

/// Whether the quote goes on before and behind the words on both sides.
fn is_inner(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> bool {
    neighbours(sheet, side, words) == [true, true]
}

fn neighbours(sheet: &Sheet<'_, '_>, side: usize, words: &Range<usize>) -> [bool; 2] {
    let pair = sheet.pair;
    let of = &pair.sides[side];
    let kept = |at: usize| {
        let word = &of.words[at];
        word.quoted && word.partner.is_some_and(|p| pair.sides[1 - side].words[p].quoted)
    };
    let before = (0..words.start).rev().find(|&at| of.words[at].is_word());
    let after = (words.end..of.words.len()).find(|&at| of.words[at].is_word());
    let within = |at: Option<usize>| at.is_some_and(kept);
    [within(before), within(after)]
}

/// Words of grammar inside a quote matter less than what it says.
fn weight_of(sheet: &Sheet<'_, '_>, hunk: &[Range<usize>; 2]) -> f32 {
    let content = per_side(|side| sheet.pair.sides[side].content(&hunk[side]));
    if content[0] + content[1] == 0 { 0.85 } else { 1.0 }
}

/// Two ranges in the order of the sides, where `mine` belongs to `side`.
pub(super) fn ordered(side: usize, mine: Range<usize>, other: Range<usize>) -> [Range<usize>; 2] {
    if side == 0 { [mine, other] } else { [other, mine] }
}
