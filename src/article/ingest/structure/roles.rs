//! The role of each unit: what it looks like, weighed against the orders in which articles are written.
//!
//! ```text
//! before the headline   furniture, date, byline, caption …
//! headline
//! before the body       dek, byline, date, caption, credit, furniture …
//! body                  paragraphs and lists; subheads, captions, notes, furniture between them
//! behind the body       byline, note, credit, furniture
//! ```
//!
//! Every role has a score in each unit (about the logarithm of how many times more often than not such a unit has that
//! role) and each step from one phase to the next a price; the cheapest way through all units is taken (Viterbi). The
//! weights are by hand, from what news texts look like; `tests/rooms/ingest` holds what they decide.

use super::facts::{End, Facts};
use super::units::Mark;
use super::words::{Field, Listed};
use crate::article::document::BlockKind;

/// Where in the article a unit stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Phase {
    BeforeHeadline,
    BeforeBody,
    Body,
    BehindBody,
}

/// A phase and a role that a unit can have in it.
type State = (Phase, BlockKind);

#[rustfmt::skip]
const STATES: &[State] = {
    use BlockKind as K;
    use Phase as P;
    &[
        (P::BeforeHeadline, K::Furniture), (P::BeforeHeadline, K::Date), (P::BeforeHeadline, K::Byline),
        (P::BeforeHeadline, K::Caption), (P::BeforeHeadline, K::Credit), (P::BeforeHeadline, K::Note),
        (P::BeforeBody, K::Headline), (P::BeforeBody, K::Dek), (P::BeforeBody, K::Byline), (P::BeforeBody, K::Date),
        (P::BeforeBody, K::Caption), (P::BeforeBody, K::Credit), (P::BeforeBody, K::Furniture),
        (P::BeforeBody, K::Note),
        (P::Body, K::Paragraph), (P::Body, K::List), (P::Body, K::Subhead), (P::Body, K::Caption),
        (P::Body, K::Quote), (P::Body, K::Credit), (P::Body, K::Note), (P::Body, K::Date), (P::Body, K::Byline),
        (P::Body, K::Furniture),
        (P::BehindBody, K::Byline), (P::BehindBody, K::Date), (P::BehindBody, K::Note), (P::BehindBody, K::Credit),
        (P::BehindBody, K::Furniture),
    ]
};

/// What cannot be.
const NEVER: f32 = -1e9;

/// The role of each unit, in order.
pub(super) fn roles(facts: &[Facts]) -> Vec<BlockKind> {
    let mut best: Vec<f32> = STATES.iter().map(|&state| start(state)).collect();
    let mut back: Vec<[u8; STATES.len()]> = Vec::with_capacity(facts.len());
    for (index, unit) in facts.iter().enumerate() {
        if index > 0 {
            let mut from = [0; STATES.len()];
            let next = STATES.iter().zip(&mut from).map(|(&to, from)| {
                let ways = STATES
                    .iter()
                    .zip(&best)
                    .map(|(&state, score)| score + step(state, to));
                // Of equals the first, so that the result does not hang on the order of comparing.
                let (at, score) =
                    ways.enumerate().fold(
                        (0, f32::MIN),
                        |best, (at, score)| {
                            if score > best.1 { (at, score) } else { best }
                        },
                    );
                *from = at as u8;
                score
            });
            best = next.collect();
            back.push(from);
        }
        for (score, &state) in best.iter_mut().zip(STATES) {
            *score += looks(state, unit);
        }
    }
    let ends = best.iter().zip(STATES).map(|(score, &state)| score + end(state));
    let mut at = ends
        .enumerate()
        .fold(
            (0, f32::MIN),
            |best, (at, score)| if score > best.1 { (at, score) } else { best },
        )
        .0;
    let mut roles = vec![BlockKind::Paragraph; facts.len()];
    for index in (0..facts.len()).rev() {
        roles[index] = STATES[at].1;
        at = index
            .checked_sub(1)
            .map_or(0, |before| usize::from(back[before][at]));
    }
    roles
}

/// The price of beginning with a state. A text may begin with its lede, as wires and clippings do.
fn start((phase, kind): State) -> f32 {
    match (phase, kind) {
        (Phase::BeforeHeadline, _)
        | (Phase::BeforeBody, BlockKind::Headline)
        | (Phase::Body, BlockKind::Paragraph) => 0.0,
        (Phase::Body, BlockKind::List) => -1.0,
        (Phase::Body, BlockKind::Subhead) => -4.0,
        _ => NEVER,
    }
}

/// The price of ending with a state.
fn end((phase, kind): State) -> f32 {
    match (phase, kind) {
        (_, BlockKind::Subhead) => -4.0,
        (Phase::Body | Phase::BehindBody, _) => 0.0,
        // Titles and fields without an article.
        (Phase::BeforeHeadline | Phase::BeforeBody, _) => -2.0,
    }
}

/// Whether one state may stand before another.
fn may_follow((before, kind): State, (phase, next): State) -> bool {
    use BlockKind as K;
    use Phase as P;
    match (before, phase) {
        (P::BeforeHeadline, P::BeforeBody) => next == K::Headline,
        (P::BeforeHeadline | P::BeforeBody, P::Body) => matches!(next, K::Paragraph | K::List | K::Subhead),
        (P::BeforeBody, P::BeforeBody) => next != K::Headline && (kind, next) != (K::Dek, K::Dek),
        (P::Body, P::BehindBody) => true,
        _ => before == phase,
    }
}

/// The price of a step.
fn step(from: State, to: State) -> f32 {
    use BlockKind as K;
    use Phase as P;
    if !may_follow(from, to) {
        return NEVER;
    }
    match (from, to) {
        // A sentence between headline and byline sums the article up.
        ((_, K::Headline), (_, K::Dek)) | ((_, K::Dek), (_, K::Byline | K::Date)) => 0.5,
        ((P::BeforeHeadline | P::BeforeBody, _), (P::Body, K::List)) => -1.0,
        // Between scraps of the page stand other articles' deks.
        ((P::BeforeHeadline | P::BeforeBody, _), (P::Body, K::Subhead))
        | ((_, K::Subhead), (_, K::Subhead))
        | ((_, K::Furniture), (_, K::Dek)) => -3.0,
        ((_, K::Subhead), (P::BehindBody, _)) => -4.0,
        _ => 0.0,
    }
}

/// How much a unit looks like a state.
fn looks((phase, kind): State, facts: &Facts) -> f32 {
    marked(kind, facts)
        + match kind {
            BlockKind::Headline => headline(facts),
            BlockKind::Dek => dek(facts),
            BlockKind::Byline => byline(phase, facts),
            BlockKind::Date => date(phase, facts),
            BlockKind::Caption => caption(phase, facts),
            BlockKind::Credit => credit(facts),
            BlockKind::Subhead => subhead(facts),
            BlockKind::Paragraph => paragraph(facts),
            BlockKind::List => list(facts),
            BlockKind::Note => note(facts),
            BlockKind::Furniture => furniture(phase, facts),
            BlockKind::Quote => sum(&[(facts.mark != Mark::Quote, NEVER)]),
            BlockKind::Dateline => NEVER,
        }
}

/// What a format's marks add: the writer said it, so it outweighs what the words look like.
fn marked(kind: BlockKind, facts: &Facts) -> f32 {
    use BlockKind as K;
    match (facts.mark, kind) {
        (Mark::Title, K::Headline) => 14.0,
        (Mark::Title | Mark::Heading, K::Subhead)
        | (Mark::Heading, K::Headline)
        | (Mark::Quote, K::Quote) => 9.0,
        (Mark::Title | Mark::Heading, K::Paragraph | K::List) => -9.0,
        (Mark::Emphasis, K::Dek | K::Note | K::Caption | K::Byline) => 1.5,
        // A page's headline is known by its markup.
        (Mark::Matter, K::Paragraph | K::List | K::Subhead)
        | (Mark::Kept | Mark::Aside | Mark::As(_), K::Headline) => -20.0,
        (Mark::Matter, K::Furniture) => 4.0,
        (Mark::Ornament, K::Furniture) => 20.0,
        (Mark::As(said), kind) if said == kind => 14.0,
        (Mark::As(K::List) | Mark::Kept | Mark::Heading | Mark::Quote, K::Furniture)
        | (Mark::Plain, K::Headline | K::Subhead) => -12.0,
        (Mark::Kept, kind) if !is_told(kind) => -3.0,
        // What was set aside is no prose.
        (Mark::Aside, kind) if is_told(kind) => -40.0,
        (Mark::As(said), kind) if is_told(kind) && !is_told(said) => -20.0,
        (Mark::Aside, K::Furniture) => 3.0,
        // The site's name stands above the headline as often as a byline below it.
        (Mark::Aside, K::Byline) => -3.0,
        _ => 0.0,
    }
}

/// Whether a kind tells the story.
fn is_told(kind: BlockKind) -> bool {
    kind.is_body() || kind == BlockKind::Subhead
}

/// The sum of the weights whose condition holds.
fn sum(weights: &[(bool, f32)]) -> f32 {
    weights
        .iter()
        .filter(|(holds, _)| *holds)
        .map(|(_, weight)| weight)
        .sum()
}

/// Whether the unit is known as something that is neither title nor prose.
fn is_known(facts: &Facts) -> bool {
    let labelled = facts
        .field
        .is_some_and(|field| !matches!(field, Field::Title | Field::Dek));
    facts.date || facts.by || facts.credit || facts.note || facts.reported || facts.caption || labelled
}

fn headline(facts: &Facts) -> f32 {
    sum(&[
        (true, 1.0),
        (facts.field == Some(Field::Title), 9.0),
        ((4..=18).contains(&facts.words), 1.5),
        (facts.words < 3, -3.5),
        (facts.words > 18, -1.5),
        // The longest headlines of news have about thirty words; a lede seldom has fewer and a full stop besides.
        (facts.words > 30, -4.0),
        (facts.end == End::Open, 1.0),
        (facts.end == End::Stop, -4.0),
        (facts.titled > 0.7 && facts.words > 3, 1.0),
        (facts.capitals, 0.5),
        (facts.desk, -3.0),
        (facts.bullet || facts.numbered || facts.bracket, -2.5),
        (facts.small, -2.0),
        (facts.people && facts.words < 5, -1.0),
        (facts.credited, -3.0),
        (facts.house, -2.0),
        (facts.furniture == Some(Listed::Whole), -5.0),
        (facts.furniture == Some(Listed::Begins), -1.5),
        (is_known(facts), -6.0),
    ])
}

fn dek(facts: &Facts) -> f32 {
    sum(&[
        (facts.field == Some(Field::Dek), 9.0),
        ((6..=40).contains(&facts.words), 0.5),
        (facts.words < 4, -3.0),
        (facts.words > 45, -4.0),
        (facts.end == End::Open, 2.0),
        (facts.end == End::Stop, -0.5),
        (facts.bullet, -2.0),
        (facts.people && facts.words < 8, -1.0),
        (facts.desk, -3.0),
        (facts.furniture.is_some(), -4.0),
        (facts.credited || is_known(facts), -4.0),
    ])
}

fn byline(phase: Phase, facts: &Facts) -> f32 {
    let behind = phase >= Phase::Body;
    let short = facts.words <= 4 && facts.end == End::Open && !facts.small;
    sum(&[
        (true, -2.5),
        (facts.by, if behind { 4.0 } else { 7.0 }),
        (matches!(facts.field, Some(Field::Author | Field::Outlet)), 8.0),
        (facts.reported, if behind { 9.0 } else { 0.0 }),
        (
            facts.people && facts.words <= 12 && facts.end == End::Open && !behind,
            3.5,
        ),
        (facts.house && !behind, 3.5),
        (facts.desk && !behind, 5.0),
        // A name in a list of fields: "- C MONEY".
        (facts.bullet && short && !behind, 2.5),
        (facts.capitals && short && !behind, 0.5),
        (facts.words > 24, -4.0),
        (facts.end == End::Stop && !facts.reported, -1.5),
        (facts.date, -3.0),
        (facts.furniture == Some(Listed::Whole), -4.0),
        (facts.credit || facts.note, -3.0),
    ])
}

fn date(phase: Phase, facts: &Facts) -> f32 {
    let labelled = facts.field == Some(Field::Date);
    sum(&[
        (true, -8.0),
        (facts.date, 14.0),
        (labelled, 12.0),
        // Between paragraphs only where nothing else will do, as in a log of updates.
        (
            phase == Phase::Body && !matches!(facts.mark, Mark::Aside | Mark::As(_)),
            -4.0,
        ),
    ])
}

fn caption(phase: Phase, facts: &Facts) -> f32 {
    // "… — Reuters" behind the last paragraph credits the article, before the first one a picture.
    let head = phase < Phase::Body;
    sum(&[
        (true, -4.0),
        (facts.caption, 9.0),
        (facts.credited, if head { 6.5 } else { 3.5 }),
        (facts.pictured, 2.5),
        (facts.pictured && facts.credited, 1.5),
        (facts.words < 4, -2.0),
        (facts.words > 60, -3.0),
        (facts.credit && facts.words <= 10, -2.0),
        (facts.furniture.is_some(), -3.0),
        (facts.date || facts.by || facts.note || facts.reported, -4.0),
    ])
}

fn credit(facts: &Facts) -> f32 {
    sum(&[
        (true, -4.0),
        (facts.credit, 8.0),
        (facts.credit && facts.words > 14, -4.0),
        (facts.credited && facts.words <= 5, 3.0),
        (facts.by, -4.0),
    ])
}

fn subhead(facts: &Facts) -> f32 {
    sum(&[
        (true, 1.0),
        (facts.words <= 8, 1.0),
        (facts.words > 10, -1.5),
        (facts.words > 14, -3.5),
        (facts.end == End::Stop, -5.0),
        (facts.end == End::Colon, -1.0),
        (facts.titled > 0.7, 0.5),
        (facts.capitals, 0.5),
        (facts.small, -2.0),
        (facts.bullet || facts.bracket, -3.0),
        (facts.credited, -3.0),
        (facts.furniture.is_some(), -4.0),
        (is_known(facts), -6.0),
    ])
}

fn paragraph(facts: &Facts) -> f32 {
    sum(&[
        (facts.words >= 12, 2.0),
        (facts.words >= 30, 1.5),
        (facts.words < 5, -1.5),
        (matches!(facts.end, End::Stop | End::Call), 2.0),
        (facts.end == End::Open && facts.words < 30, -2.0),
        (facts.end == End::Colon, 0.5),
        (
            facts.titled > 0.7 && facts.words > 2 && facts.end != End::Stop,
            -1.0,
        ),
        (facts.capitals, -1.0),
        (facts.bullet || facts.numbered, -3.0),
        (facts.furniture == Some(Listed::Whole), -5.0),
        (facts.furniture == Some(Listed::Begins), -1.0),
        (facts.date || facts.by || facts.credit || facts.caption, -5.0),
        (facts.note || facts.reported, -4.0),
        (facts.field.is_some(), -2.0),
    ])
}

fn list(facts: &Facts) -> f32 {
    sum(&[
        (true, -5.0),
        (facts.bullet, 8.0),
        (facts.numbered, 8.5),
        (facts.words < 2, -1.0),
        (facts.furniture == Some(Listed::Whole), -5.0),
        (facts.date || facts.by, -4.0),
    ])
}

fn note(facts: &Facts) -> f32 {
    sum(&[(true, -6.0), (facts.note, 13.0), (facts.words < 3, -2.0)])
}

fn furniture(phase: Phase, facts: &Facts) -> f32 {
    // What a page set aside says nothing about where it stands: a menu of forty links is no end of the article.
    let scrap = facts.end == End::Open && facts.mark != Mark::Aside;
    sum(&[
        (true, -3.0),
        (facts.furniture == Some(Listed::Whole), 8.0),
        (facts.furniture == Some(Listed::Begins), 4.5),
        (facts.field == Some(Field::Url), 7.0),
        (facts.field == Some(Field::Aside), 6.0),
        // Sections and other short scraps before the headline.
        (
            phase == Phase::BeforeHeadline && facts.words <= 2 && scrap && !facts.people,
            2.0,
        ),
        // Short scraps behind the last paragraph belong to the page.
        (phase == Phase::BehindBody && facts.words <= 6 && scrap, 2.0),
        (facts.words > 25, -1.5),
        (
            is_known(facts) && facts.furniture.is_none() && facts.field.is_none(),
            -2.0,
        ),
    ])
}
