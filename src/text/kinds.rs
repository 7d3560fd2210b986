//! Short lists of words, built when the program is compiled: which of them a word stands in, with one look-up.

use super::fold;

/// Room for the words of all lists; at most half of it is taken, so that most words are found or missed at once.
const SLOTS: usize = 640;

/// Lists of folded words. The kinds of a word are the lists that it stands in, a bit each.
pub struct Kinds {
    slots: [(&'static str, u32); SLOTS],
}

impl std::fmt::Debug for Kinds {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let words = self.slots.iter().filter(|(_, kinds)| *kinds != 0).count();
        write!(f, "Kinds of {words} words")
    }
}

impl Kinds {
    /// Lists, each with its bit.
    ///
    /// # Panics
    ///
    /// Where the lists have too many words; when the program is compiled, since that is when they are built.
    pub const fn of(lists: &[(u32, &[&'static str])]) -> Self {
        let mut slots = [("", 0); SLOTS];
        let (mut list, mut taken) = (0, 0);
        while list < lists.len() {
            let (kind, words) = lists[list];
            let mut number = 0;
            while number < words.len() {
                let mut at = home(words[number]);
                while slots[at].1 != 0 && !same(slots[at].0, words[number]) {
                    at = (at + 1) % SLOTS;
                }
                slots[at] = (words[number], slots[at].1 | kind);
                taken += 1;
                number += 1;
            }
            list += 1;
        }
        assert!(
            taken * 2 <= SLOTS,
            "the lists have more words than there is room for"
        );
        Self { slots }
    }

    /// The bits of the lists that the word stands in; 0 where it stands in none.
    #[inline]
    pub fn get(&self, word: &str) -> u32 {
        self.find(home(word), |form| form == word)
    }

    /// The same of a word that is not folded yet.
    pub fn get_folding(&self, text: &str) -> u32 {
        if text.bytes().all(|b| b.is_ascii_alphanumeric()) {
            let home = home_of(text.as_bytes(), 0x20);
            return self.find(home, |form| form.eq_ignore_ascii_case(text));
        }
        self.get(&fold::word(text))
    }

    fn find(&self, mut at: usize, is: impl Fn(&str) -> bool) -> u32 {
        loop {
            let (form, kinds) = self.slots[at];
            if kinds == 0 || is(form) {
                return kinds;
            }
            at = (at + 1) % SLOTS;
        }
    }
}

/// Where a word is looked for first: length and three of its letters tell most short words apart.
#[inline]
const fn home(word: &str) -> usize {
    home_of(word.as_bytes(), 0)
}

/// The same with some bits set: the bit of small letters is set in digits too.
#[inline]
const fn home_of(bytes: &[u8], set: u8) -> usize {
    let length = bytes.len();
    if length == 0 {
        return 0;
    }
    let (first, middle, last) = (bytes[0] | set, bytes[length / 2] | set, bytes[length - 1] | set);
    (length + first as usize * 37 + middle as usize * 101 + last as usize * 331) % SLOTS
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let mut at = 0;
    while at < a.len() && at < b.len() && a[at] == b[at] {
        at += 1;
    }
    at == a.len() && at == b.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_has_the_bits_of_its_lists() {
        const KINDS: Kinds = Kinds::of(&[(1, &["to", "of"]), (2, &["to", "and"])]);
        let found = ["to", "of", "and", "ot", ""].map(|word| KINDS.get(word));
        assert_eq!(found, [3, 1, 2, 0, 0]);
    }
}
