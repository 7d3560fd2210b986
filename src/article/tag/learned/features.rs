//! What the model looks at. Each feature is a number; a template's number keeps its features apart from all others.
//!
//! Four families, so that an engine can keep sums: what hangs on the word alone ([`own`]), on one neighbour alone
//! ([`neighbour`]), on the line and the document ([`context`]), and on the first reading ([`elsewhere`]).

use super::form::{Case, Form};
use super::page::{Line, LineKind, Listed, Page};
use super::votes::Ballot;
use crate::knowledge::model::{English, Kinds};

/// Raised with every change of the templates: weights are of use only to the templates they were trained with.
pub const VERSION: u32 = 1;

/// Neighbours are looked at up to this distance.
pub const REACH: isize = 2;

/// Stands for what is before the head or behind the end of a line.
const NOTHING: u64 = 0x5EED;

/// Everything that a first reading looks at for the token `at`.
pub fn all(page: &Page, line: &Line, at: usize, sink: &mut impl FnMut(u32)) {
    own(page.form(at), line.kind, sink);
    for offset in (-REACH..=REACH).filter(|&o| o != 0) {
        let index = at.wrapping_add_signed(-offset);
        if line.tokens.contains(&index) {
            neighbour(page.form(index), offset, sink);
        }
    }
    context(page, line, at, sink);
}

/// What a word says wherever it stands.
pub fn own(form: &Form, line: LineKind, sink: &mut (impl FnMut(u32) + ?Sized)) {
    let mut say = |template: u32, a: u64, b: u64| sink(English::feature(template, a, b));
    // In a line of capitals, how a word is capitalised says nothing.
    let capitals = line == LineKind::Capitals;
    let case = if capitals { 99 } else { form.case as u64 };
    say(1, form.lower, u64::from(capitals));
    if !capitals {
        say(2, form.exact, 0);
        say(3, form.shape, 0);
    }
    say(4, if capitals { 0 } else { form.outline }, 0);
    for length in 0..form.prefixes.len() {
        if form.prefixes[length] != 0 {
            say(5, form.prefixes[length], length as u64);
            say(6, form.suffixes[length], length as u64);
        }
    }
    for (level, &class) in form.classes.iter().enumerate() {
        say(7 + level as u32, u64::from(class), case);
    }
    for part in form.parts.iter().enumerate().filter(|(_, p)| **p != 0) {
        say(11, *part.1, part.0 as u64);
    }
    if form.part_class != 0 {
        say(12, u64::from(form.part_class), case);
    }
    bits(form.kinds, |bit| say(13, bit, case));
    say(14, u64::from(form.kinds.and(Kinds::WORDS).0), case);
    // The last three letters and the class tell what an unknown word is like.
    say(15, form.suffixes[2], u64::from(form.classes[2]));
    say(16, form.suffixes[1], case);
}

/// What a word says about the one that stands `offset` tokens before it (negative: behind it).
pub fn neighbour(form: &Form, offset: isize, sink: &mut (impl FnMut(u32) + ?Sized)) {
    let base = 20 + 12 * (offset + REACH) as u32;
    let mut say = |template: u32, a: u64, b: u64| sink(English::feature(base + template, a, b));
    say(0, form.lower, 0);
    say(1, form.outline, 0);
    for (level, &class) in form.classes.iter().enumerate().skip(1) {
        say(2 + level as u32, u64::from(class), 0);
    }
    if offset.abs() == 1 {
        say(6, form.prefixes[2], 0);
        say(7, form.suffixes[2], 0);
        say(8, u64::from(form.classes[0]), form.case as u64);
    }
    bits(form.kinds, |bit| say(9, bit, 0));
}

/// A window of five tokens around one.
struct Window<'a> {
    forms: [Option<&'a Form>; 5],
    listed: [Listed; 3],
}

impl<'a> Window<'a> {
    fn new(page: &'a Page, line: &Line, at: usize) -> Self {
        let form = |offset: isize| {
            let index = at.checked_add_signed(offset)?;
            line.tokens.contains(&index).then(|| page.form(index))
        };
        let listed = |offset: isize| {
            let index = at.checked_add_signed(offset);
            index
                .filter(|i| line.tokens.contains(i))
                .map_or(Listed::default(), |i| page.listed[i])
        };
        Self {
            forms: [form(-2), form(-1), form(0), form(1), form(2)],
            listed: [listed(-1), listed(0), listed(1)],
        }
    }

    fn lower(&self, offset: isize) -> u64 {
        self.forms[(offset + REACH) as usize].map_or(NOTHING, |f| f.lower)
    }

    fn outline(&self, offset: isize) -> u64 {
        self.forms[(offset + REACH) as usize].map_or(NOTHING, |f| f.outline)
    }

    fn case(&self, offset: isize) -> u64 {
        self.forms[(offset + REACH) as usize].map_or(NOTHING, |f| f.case as u64)
    }

    fn class(&self, offset: isize, level: usize) -> u64 {
        self.forms[(offset + REACH) as usize].map_or(NOTHING, |f| u64::from(f.classes[level]))
    }

    fn listed(&self, offset: isize) -> Listed {
        self.listed[(offset + 1) as usize]
    }
}

/// Two numbers as one.
fn pair(a: u64, b: u64) -> u64 {
    crate::text::hash::mix(a, b)
}

/// What several words, the line and the document say about a token.
pub fn context(page: &Page, line: &Line, at: usize, sink: &mut impl FnMut(u32)) {
    let window = Window::new(page, line, at);
    let mut say = |template: u32, a: u64, b: u64| sink(English::feature(template, a, b));
    words(&window, &mut say);
    listed(&window, &mut say);
    place(page, line, at, &window, &mut say);
    run(page, line, at, &mut say);
}

/// Words, classes and outlines side by side.
fn words(w: &Window<'_>, say: &mut impl FnMut(u32, u64, u64)) {
    say(100, w.lower(-1), w.lower(0));
    say(101, w.lower(0), w.lower(1));
    say(102, w.lower(-1), w.lower(1));
    say(103, w.lower(-2), w.lower(-1));
    say(104, w.lower(1), w.lower(2));
    say(105, w.class(-1, 1), w.class(0, 1));
    say(106, w.class(0, 1), w.class(1, 1));
    say(107, w.class(-1, 2), w.class(1, 2));
    say(108, w.class(-2, 2), w.class(-1, 2));
    say(109, w.class(1, 2), w.class(2, 2));
    say(110, pair(w.class(-1, 3), w.class(0, 3)), w.class(1, 3));
    say(111, w.outline(-1), w.outline(0));
    say(112, w.outline(0), w.outline(1));
    say(113, pair(w.outline(-1), w.outline(0)), w.outline(1));
    let cases = pair(pair(w.case(-2), w.case(-1)), pair(w.case(1), w.case(2)));
    say(114, cases, w.case(0));
    say(115, w.lower(-1), w.outline(0));
    say(116, w.lower(1), w.outline(0));
    say(117, w.lower(-1), w.class(0, 2));
    say(118, w.lower(1), w.class(0, 2));
    say(119, w.class(-1, 1), w.case(0));
    say(120, w.class(1, 1), w.case(0));
    say(121, pair(w.class(-1, 2), w.case(0)), w.class(1, 2));
    say(122, pair(w.lower(-2), w.lower(-1)), w.case(0));
    say(123, pair(w.lower(1), w.lower(2)), w.case(0));
}

/// Listed names over the token and beside it.
fn listed(w: &Window<'_>, say: &mut impl FnMut(u32, u64, u64)) {
    let spot = |l: Listed| u64::from(l.before.min(1)) << 1 | u64::from(l.behind.min(1));
    let whole = |l: Listed| pair(u64::from(l.kinds.0), spot(l));
    for offset in -1..=1 {
        let l = w.listed(offset);
        bits(l.kinds, |bit| say((140 + offset) as u32, bit, spot(l)));
    }
    let here = w.listed(0);
    if !here.kinds.is_empty() {
        bits(here.kinds, |bit| say(142, pair(bit, spot(here)), w.outline(0)));
        bits(here.kinds, |bit| say(143, pair(bit, spot(here)), w.class(-1, 2)));
        bits(here.kinds, |bit| say(144, pair(bit, spot(here)), w.class(1, 2)));
        say(145, whole(here), u64::from(here.before + here.behind));
    }
    say(146, whole(w.listed(-1)), whole(here));
    say(147, whole(here), whole(w.listed(1)));
    say(148, whole(here), w.case(-1));
    say(149, whole(here), w.case(1));
    // Words of names side by side: a given name before a capital, a title before it.
    let kinds = |offset: isize| {
        w.forms[(offset + REACH) as usize].map_or(NOTHING, |f| u64::from(f.kinds.and(Kinds::WORDS).0))
    };
    say(150, pair(kinds(-1), w.case(-1)), pair(kinds(0), w.case(0)));
    say(151, pair(kinds(0), w.case(0)), pair(kinds(1), w.case(1)));
}

/// Where in the line, and what the document shows of the word.
fn place(page: &Page, line: &Line, at: usize, w: &Window<'_>, say: &mut impl FnMut(u32, u64, u64)) {
    let seen = page.seen[page.tokens[at] as usize];
    let seen = u64::from(seen.small) << 1 | u64::from(seen.capital);
    let first = u64::from(at == line.tokens.start);
    let kind = line.kind as u64;
    let place = pair(first, kind);
    say(160, place, w.outline(0));
    say(161, pair(place, seen), w.case(0));
    say(162, pair(first, w.class(0, 2)), w.case(0));
    say(163, pair(first, seen), w.class(0, 2));
    if first == 1 {
        say(164, w.lower(0), w.case(1));
        say(165, w.class(0, 1), w.class(1, 1));
    }
    if line.kind != LineKind::Running {
        say(166, w.class(0, 1), kind);
        say(167, pair(seen, kind), w.class(0, 2));
        bits(w.listed(0).kinds, |bit| say(168, bit, kind));
    }
}

/// The capitalised run around the token: where in it, what stands before and behind it, how it begins and ends.
fn run(page: &Page, line: &Line, at: usize, say: &mut impl FnMut(u32, u64, u64)) {
    let capital = |i: usize| page.form(i).case.is_capital();
    if !capital(at) {
        return;
    }
    let lowest = line.tokens.start.max(at.saturating_sub(LONGEST_RUN));
    let first = (lowest..at)
        .rev()
        .take_while(|&i| capital(i))
        .last()
        .unwrap_or(at);
    let end = line.tokens.end.min(at + LONGEST_RUN);
    let last = (at + 1..end).take_while(|&i| capital(i)).last().unwrap_or(at);
    let length = (last - first) as u64;
    let spot = ((at - first) as u64) << 8 | (last - at) as u64;
    say(180, spot, page.form(at).case as u64);
    let before = first.checked_sub(1).filter(|i| line.tokens.contains(i));
    let behind = Some(last + 1).filter(|i| line.tokens.contains(i));
    let lower = |i: Option<usize>| i.map_or(NOTHING, |i| page.form(i).lower);
    let class = |i: Option<usize>| i.map_or(NOTHING, |i| u64::from(page.form(i).classes[1]));
    say(181, lower(before), length);
    say(182, lower(behind), length);
    say(183, class(before), spot);
    say(184, class(behind), spot);
    if length > 0 {
        let (head, tail) = (page.form(first), page.form(last));
        say(185, tail.lower, (last - at) as u64);
        say(186, head.lower, (at - first) as u64);
        say(187, u64::from(tail.classes[1]), spot);
        say(188, u64::from(head.classes[1]), spot);
        say(189, u64::from(tail.kinds.0), spot);
        say(190, u64::from(head.kinds.0), spot);
    } else {
        say(191, lower(before), lower(behind));
    }
}

/// A run is not looked at further than this.
const LONGEST_RUN: usize = 8;

/// What the first reading says about the word where it stands elsewhere, and about its neighbours.
pub fn elsewhere(ballots: [Ballot; 3], form: &Form, sink: &mut impl FnMut(u32)) {
    let mut say = |template: u32, a: u64, b: u64| sink(English::feature(template, a, b));
    let [before, here, behind] = ballots.map(verdict);
    if here != 0 {
        say(200, here, 0);
        say(201, here, form.case as u64);
        say(202, here, u64::from(form.classes[2]));
        say(203, here, behind);
        say(204, before, here);
        // How sure: alone, a few, many; all the same or not.
        say(205, here, agreement(ballots[1]));
    }
    if before != 0 {
        say(206, before, form.case as u64);
    }
    if behind != 0 {
        say(207, behind, form.case as u64);
    }
}

/// The column with most votes, counted from 1; of equals the first; 0 without votes.
fn verdict(ballot: Ballot) -> u64 {
    let most = ballot.iter().copied().max().unwrap_or(0);
    if most == 0 {
        return 0;
    }
    ballot
        .iter()
        .position(|&count| count == most)
        .map_or(0, |at| at as u64 + 1)
}

fn agreement(ballot: Ballot) -> u64 {
    let all: u32 = ballot.iter().map(|&count| u32::from(count)).sum();
    let most = u32::from(ballot.iter().copied().max().unwrap_or(0));
    let count = match all {
        1 => 1,
        2..=3 => 2,
        4..=9 => 3,
        _ => 4,
    };
    let share = u64::from(most == all) + u64::from(most * 4 >= all * 3);
    count << 2 | share
}

/// Each kind that is held, by the number of its bit.
fn bits(kinds: Kinds, mut each: impl FnMut(u64)) {
    let mut rest = kinds.0 & !Kinds::GOES_ON.0;
    while rest != 0 {
        each(u64::from(rest.trailing_zeros()));
        rest &= rest - 1;
    }
}

/// Whether a word of this case takes part in votes.
pub fn votes(case: Case) -> bool {
    case.is_capital()
}
