//! Differences of house style: they are folded, and never anything else.

use std::ops::Range;

use super::super::draft::{Rule, Sheet};
use super::super::pair::per_side;
use crate::article::label::Confidence;
use crate::comparison::changes::{ChangeKind, Intent};
use crate::text::{class, fold};

macro_rules! style_rules {
    ($($name:ident = $id:literal, $both:literal;)+) => {
        $(pub(super) const $name: Rule = Rule {
            id: $id,
            kind: ChangeKind::Style,
            intent: Intent::Style,
            weight: 0.02,
            only: $both,
            both: $both,
        };)+
    };
}

style_rules! {
    QUOTES = "style.quotation-marks", "{A} and {B} use different quotation marks.";
    CASE = "style.capitals", "{A writes} “{a}”, {B writes} “{b}”: capitals differ.";
    SHORT = "style.abbreviation", "{A writes} “{a}”, {B writes} “{b}”.";
    SPELLING = "style.spelling", "{A spells} “{a}”, {B spells} “{b}”.";
    FIGURES = "style.figures", "{A writes} “{a}”, {B writes} “{b}”: the value is the same.";
    NAME_FORM = "style.name-form", "{A writes} “{a}”, {B writes} “{b}” for the same name.";
    CONTRACTION = "style.contraction", "{A writes} “{a}”, {B writes} “{b}”.";
}

/// Steps that the comparison of words already called style, each sorted by what differs.
pub(super) fn marked(sheet: &mut Sheet<'_, '_>) {
    let pair = sheet.pair;
    for edit in pair.style() {
        let ranges = [pair.sides[0].words_in(edit.a), pair.sides[1].words_in(edit.b)];
        for (i, j) in ranges[0].clone().zip(ranges[1].clone()) {
            let (x, y) = (pair.sides[0].words[i].text, pair.sides[1].words[j].text);
            let opens = pair.sides[0].words[i].first || pair.sides[1].words[j].first;
            // The capital of a sentence's first word is no choice.
            if let Some(rule) = kind(x, y).filter(|rule| rule.id != CASE.id || !opens) {
                sheet.find(rule, &[i..i + 1, j..j + 1], Confidence::High, 1.0);
            }
        }
    }
}

/// What parts two tokens that are the same but for style; nothing where only white space does.
fn kind(x: &str, y: &str) -> Option<&'static Rule> {
    if x == y {
        return None;
    }
    let quote = |text: &str| {
        text.chars()
            .all(|c| class::is_double_quote(c) || class::is_single_quote(c))
    };
    let straight = |text: &str| text.chars().map(fold::character).collect::<String>();
    let (x, y) = if quote(x) && quote(y) {
        return Some(&QUOTES);
    } else {
        (straight(x), straight(y))
    };
    if x == y {
        Some(&QUOTES)
    } else if x.to_lowercase() == y.to_lowercase() {
        Some(&CASE)
    } else if x.contains('.') != y.contains('.') {
        Some(&SHORT)
    } else {
        Some(&SPELLING)
    }
}

/// Numbers and times that are written differently and come to the same.
pub(super) fn figures(sheet: &mut Sheet<'_, '_>, words: &[Range<usize>; 2]) {
    sheet.find(&FIGURES, words, Confidence::High, 1.0);
}

/// Words that are spelled differently in different places of the English-speaking world, and contractions.
pub(super) fn spelled(sheet: &mut Sheet<'_, '_>) {
    for hunk in sheet.open() {
        let words = per_side(|side| sheet.value(side, &hunk[side]));
        if hunk.iter().any(Range::is_empty) {
            continue;
        }
        if spelling(&words[0], &words[1]) {
            sheet.find(&SPELLING, &hunk, Confidence::High, 1.0);
        } else if written_out(&words[0]) == written_out(&words[1]) {
            sheet.find(&CONTRACTION, &hunk, Confidence::High, 1.0);
        }
    }
}

/// Spellings of one word: British, American, older, newer, titles short and long; each with what both are made of.
const ENDINGS: &str = "our/or|ours/ors|oured/ored|ouring/oring|ourite/orite|ourable/orable|tre/ter|tres/ters|tred/tered|ence/ense|\
    ences/enses|ogue/og|ogues/ogs|amme/am|ammes/ams|lled/led|lling/ling|ller/ler|llers/lers|lment/llment|\
    wards/ward|ise/ize|ised/ized|ising/izing|isation/ization|yse/yze|ysed/yzed|dgement/dgment|ement/ment|t/ed|\
    nt/ned|nnes/ns|nne/n|amidst/amid|amongst/among|whilst/while|grey/gray|sceptical/skeptical|\
    scepticism/skepticism|sceptics/skeptics|tyre/tire|tyres/tires|manoeuvre/maneuver|manoeuvres/maneuvers|\
    adviser/advisor|advisers/advisors|per cent/percent|cheque/check|aeroplane/airplane|aluminium/aluminum|\
    mould/mold|plough/plow|kerb/curb|pyjamas/pajamas|storey/story|ageing/aging|jewellery/jewelry|cosy/cozy|\
    two/ii|towards/toward|e-mail/email|e-mails/emails|okay/ok|mum/mom|paediatric/pediatric|\
    anaesthetic/anesthetic|oesophagus/esophagus|foetus/fetus|haemorrhage/hemorrhage|judgement/judgment|\
    percentage/per centage|one/i|mr/mister|st/saint|drs/doctors|sergeant/sgt|doctor/dr|professor/prof|\
    general/gen|lieutenant/lt|captain/capt|colonel/col|major/maj|senator/sen|governor/gov|inspector/insp|\
    superintendent/supt|councillor/cllr|reverend/rev";

/// Letters of such an ending at least that more may follow.
const INSIDE: usize = 3;

/// Whether two folded words are spellings of one. The rest must be long enough to be the word itself.
fn spelling(x: &str, y: &str) -> bool {
    let [x, y] = [x, y].map(|word| word.trim_end_matches('.'));
    let bare = |text: &str| text.replace(['-', ' '], "");
    if bare(x) == bare(y) {
        return true;
    }
    let pair = |long: &str, short: &str, inside: bool| {
        let mut pairs = ENDINGS.split('|').filter_map(|pair| pair.split_once('/'));
        pairs.any(|(british, american)| {
            let (a, b) = (long.strip_suffix(british), short.strip_suffix(american));
            let whole = a.is_some_and(str::is_empty) && british.len() + american.len() > 3;
            let long = a.is_some_and(|a| a.len() >= 3) && (!inside || british.len() >= INSIDE);
            a.is_some() && a == b && (long || whole && !inside)
        })
    };
    // "Colourful" has the ending of "colour" inside.
    let shared = x
        .bytes()
        .rev()
        .zip(y.bytes().rev())
        .take_while(|(x, y)| x == y && x.is_ascii_lowercase());
    (0..=shared.count()).any(|tail| {
        let [x, y] = [&x[..x.len() - tail], &y[..y.len() - tail]];
        pair(x, y, tail > 0) || pair(y, x, tail > 0)
    })
}

/// Folded words with their contractions written out.
fn written_out(words: &str) -> String {
    let out: Vec<&str> = words
        .split(' ')
        .map(|word| match word {
            "n't" => "not",
            "'re" => "are",
            "'ve" => "have",
            "'ll" | "wo" => "will",
            "'m" => "am",
            "ca" => "can",
            other => other,
        })
        .collect();
    out.join(" ").replace("cannot", "can not")
}
