//! Articles that were copied from each other, with known truth: which sentence tells what, and who took it from whom.
//!
//! A story begins with one article of real sentences. Each further one is made from an earlier one, or from two: cut,
//! expanded, reordered, edited, split, joined and restyled. Some articles are then hidden, as a source is that nobody
//! dropped.

use crate::dice::Dice;

/// Sentences of other people, drawn without putting back, and the words in them.
pub(super) struct Pool {
    sentences: Vec<String>,
    words: Vec<String>,
    next: u32,
}

impl Pool {
    pub(super) fn new(sentences: Vec<String>) -> Self {
        let words = sentences.iter().flat_map(|s| s.split(' ').skip(1));
        let words = words
            .filter(|word| word.chars().all(char::is_alphanumeric))
            .map(str::to_owned)
            .collect();
        Self {
            sentences,
            words,
            next: 0,
        }
    }

    /// A sentence that no article has.
    fn fresh(&mut self) -> Line {
        let text = self.sentences[self.next as usize % self.sentences.len()].clone();
        let turn = self.next as usize / self.sentences.len();
        assert_eq!(
            turn, 0,
            "the pool is empty: a second use would be no new statement"
        );
        self.next += 1;
        Line {
            told: vec![Told {
                fact: self.next,
                from: 0,
                to: WHOLE,
            }],
            text,
            worn: false,
        }
    }

    fn word(&self, dice: &mut Dice) -> String {
        self.words[dice.roll(self.words.len())].clone()
    }
}

/// Into so many parts a statement can be split.
const WHOLE: usize = 1024;

/// A statement or the part of it that stands in a sentence.
#[derive(Clone, Copy)]
pub(super) struct Told {
    pub(super) fact: u32,
    from: usize,
    to: usize,
}

impl Told {
    pub(super) fn overlaps(self, other: Self) -> bool {
        self.fact == other.fact && self.from < other.to && other.from < self.to
    }
}

/// A sentence, and what it tells: two statements where two were joined.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) told: Vec<Told>,
    pub(super) text: String,
    /// Whether a third of its words was replaced already: once more, and little would be left of it.
    worn: bool,
}

impl Line {
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.told
            .iter()
            .any(|&x| other.told.iter().any(|&y| x.overlaps(y)))
    }
}

/// An article of a family.
#[derive(Clone)]
pub(super) struct Copy {
    pub(super) lines: Vec<Line>,
    /// What it was made from, by place in the family; none for the first.
    pub(super) parents: Vec<usize>,
    /// Days since the first.
    pub(super) day: u8,
}

impl Copy {
    pub(super) fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.clone() + "\n").collect()
    }
}

/// A family of so many articles.
pub(super) fn family(pool: &mut Pool, count: usize, dice: &mut Dice) -> Vec<Copy> {
    let lines = (0..12 + dice.roll(16)).map(|_| pool.fresh()).collect();
    let mut copies = vec![Copy {
        lines,
        parents: Vec::new(),
        day: 0,
    }];
    while copies.len() < count {
        let parent = dice.roll(copies.len());
        let mut parents = vec![parent];
        let mut lines = copies[parent].lines.clone();
        if copies.len() > 2 && dice.roll(6) == 0 {
            let other = dice.roll(copies.len());
            if other != parent {
                merge(&mut lines, &copies[other].lines, dice);
                parents.push(other);
            }
        }
        change(&mut lines, pool, dice);
        let eldest = parents.iter().map(|&at| copies[at].day).max().unwrap_or(0);
        copies.push(Copy {
            lines,
            parents,
            day: eldest + 1 + dice.roll(2) as u8,
        });
    }
    copies
}

/// Adds what only the other source tells, each piece behind what it followed there.
fn merge(lines: &mut Vec<Line>, other: &[Line], dice: &mut Dice) {
    let mut at = 0;
    for line in other {
        if let Some(place) = lines.iter().position(|has| has.overlaps(line)) {
            at = place + 1;
        } else if dice.roll(3) > 0 {
            lines.insert(at, line.clone());
            at += 1;
        }
    }
}

/// What an editor does: each of these to some articles.
fn change(lines: &mut Vec<Line>, pool: &mut Pool, dice: &mut Dice) {
    if dice.roll(2) == 0 {
        cut(lines, dice);
    }
    if dice.roll(2) == 0 {
        for _ in 0..=dice.roll(4) {
            lines.insert(dice.roll(lines.len() + 1), pool.fresh());
        }
    }
    if dice.roll(4) == 0 {
        let start = dice.roll(lines.len());
        let block: Vec<Line> = lines
            .drain(start..lines.len().min(start + 1 + dice.roll(3)))
            .collect();
        let to = dice.roll(lines.len() + 1);
        lines.splice(to..to, block);
    }
    let edited = dice.roll(50);
    for line in lines.iter_mut() {
        if dice.roll(100) < edited {
            edit(line, pool, dice);
        }
    }
    if dice.roll(3) == 0 {
        join(lines, dice);
    }
    if dice.roll(3) == 0 {
        split(lines, dice);
    }
    if dice.roll(3) == 0 {
        for line in lines.iter_mut() {
            line.text = restyled(&line.text);
        }
    }
}

/// From the end, as a desk cuts, or here and there.
fn cut(lines: &mut Vec<Line>, dice: &mut Dice) {
    let least = 6.min(lines.len());
    if dice.roll(2) == 0 {
        lines.truncate((lines.len() - dice.roll(1 + lines.len() / 2)).max(least));
    } else {
        for _ in 0..dice.roll(1 + lines.len() / 4) {
            if lines.len() > least {
                lines.remove(dice.roll(lines.len()));
            }
        }
    }
}

/// Words replaced, dropped and added: one to three, or of one in four sentences a third.
fn edit(line: &mut Line, pool: &Pool, dice: &mut Dice) {
    let mut words: Vec<String> = line.text.split(' ').map(str::to_owned).collect();
    let much = dice.roll(4) == 0 && !line.worn;
    line.worn |= much;
    let times = if much { words.len() / 3 } else { 1 + dice.roll(3) };
    for _ in 0..times {
        // The first word has the capital, the last the full stop.
        let at = 1 + dice.roll(words.len().saturating_sub(2).max(1));
        match dice.roll(4) {
            0 => words.insert(at, pool.word(dice)),
            1 if words.len() > 6 => {
                words.remove(at);
            }
            _ if at + 1 < words.len() => words[at] = pool.word(dice),
            _ => {}
        }
    }
    line.text = words.join(" ");
}

/// Two neighbours as one sentence.
fn join(lines: &mut Vec<Line>, dice: &mut Dice) {
    let at = dice.roll(lines.len());
    if at + 1 < lines.len() && lines[at].text.ends_with('.') {
        let next = lines.remove(at + 1);
        let line = &mut lines[at];
        line.text.pop();
        line.text = format!("{}, while {}", line.text, lowered(&next.text));
        line.told.extend(next.told);
        line.worn |= next.worn;
    }
}

/// A long sentence as two, at a comma in its middle.
fn split(lines: &mut Vec<Line>, dice: &mut Dice) {
    let at = dice.roll(lines.len());
    let text = &lines[at].text;
    let middle = text
        .match_indices(", ")
        .map(|(place, _)| place)
        .min_by_key(|place| place.abs_diff(text.len() / 2));
    let Some(place) = middle.filter(|&place| place > 60 && text.len() - place > 60) else {
        return;
    };
    // Which words of a joined sentence tell which statement is not kept: only one statement is split.
    if let [told] = *lines[at].told.as_slice() {
        let border = told.from + (told.to - told.from) * place / text.len();
        let mut rest = lines[at].clone();
        rest.text = raised(&text[place + 2..]);
        rest.told[0].from = border;
        lines[at].text = format!("{}.", &text[..place]);
        lines[at].told[0].to = border;
        lines.insert(at + 1, rest);
    }
}

fn restyled(text: &str) -> String {
    text.replace(['“', '”'], "\"")
        .replace('’', "'")
        .replace("U.S.", "US")
        .replace(" per cent", "%")
}

fn lowered(text: &str) -> String {
    first(text, |c| c.to_lowercase().collect())
}

fn raised(text: &str) -> String {
    first(text, |c| c.to_uppercase().collect())
}

fn first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or(String::new(), |c| change(c) + characters.as_str())
}
