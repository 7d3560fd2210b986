//! Made-up texts, the same every time.

use crate::dice::Dice;

/// A made-up word; low numbers are frequent, as in any language.
fn word(dice: &mut Dice) -> String {
    let range = 1 << (1 + dice.roll(15));
    let mut number = dice.roll(range);
    let mut word = String::new();
    loop {
        word.push(char::from(b"bdfgklmnprst"[number % 12]));
        word.push(char::from(b"aeiou"[number / 12 % 5]));
        number /= 60;
        if number == 0 {
            return word;
        }
    }
}

/// A sentence of 8 to 37 words.
pub(crate) fn sentence(dice: &mut Dice) -> String {
    let words: Vec<String> = (0..8 + dice.roll(30)).map(|_| word(dice)).collect();
    format!("T{}.", words.join(" "))
}

/// Two versions of a text: of so many percent of the sentences some words differ, some move, some are new.
pub(crate) fn versions(words: usize, percent: usize) -> (String, String) {
    let mut dice = Dice(3);
    let first: Vec<String> = (0..words / 22).map(|_| sentence(&mut dice)).collect();
    (first.join("\n"), edited(&first, percent, &mut dice).join("\n"))
}

/// The second version of some sentences.
pub(crate) fn edited(first: &[String], percent: usize, dice: &mut Dice) -> Vec<String> {
    let mut second = first.to_vec();
    for at in 0..second.len() {
        if dice.roll(100) >= percent {
            continue;
        }
        match dice.roll(10) {
            0 => second[at] = sentence(dice),
            1 => {
                let other = (at + dice.roll(20)).min(second.len() - 1);
                second.swap(at, other);
            }
            _ => {
                let mut words: Vec<String> = second[at].split(' ').map(str::to_owned).collect();
                for _ in 0..=dice.roll(4) {
                    let place = dice.roll(words.len());
                    words[place] = word(dice);
                }
                second[at] = words.join(" ");
            }
        }
    }
    second
}
