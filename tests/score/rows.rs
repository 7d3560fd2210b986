//! Which paragraphs of two levels of `OneStopEnglish` belong together.
//!
//! The corpus pairs paragraphs by their row, and where two levels have different numbers of paragraphs the rows slip: the
//! sixth paragraph of one is then "linked" to whatever is sixth in the other. So the rows are held against the words that
//! paragraphs have in common, and paired anew by these. That knows nothing of the aligner, and sees what the aligner is not
//! shown: the whole articles, in their order, before a fifth of each was dropped and a sixth moved.
//!
//! Of the 48 development articles 24 of 549 rows of the intermediate level and 161 of 501 of the elementary one are no pair
//! so, all but nine where numbers of paragraphs differ. In the middle their paragraphs share .09 of what they say, the
//! better partner of one of them, mostly one row on, .72. Against the rows the aligner has F1 .945 and .659, against
//! the pairs .996 and .965.
//!
//! In none of the corpus's 189 articles does a row give two paragraphs other numbers: the rows are no judgement of
//! anybody, the n-th paragraph is "linked" to the n-th. Of the 96 articles that are named as those whose rows really align, the
//! elementary level has another number of paragraphs in 67, the intermediate one in 35. Read by eye were forty rows of
//! `rows.tsv` by lot, and the 29 of which the paragraphs share a fifth, or are the best for each other, or stand in articles of
//! even numbers. Five are pairs (Anita 1, Insects 0, Superbugs 6, Brown bears 8, Pacific Islanders 9, all elementary), five
//! share one statement of several (Coloring Books 8 and Mirrors 11, intermediate; climate change 6, Icelandic names 4, NSA 2),
//! the others none.
//!
//! `SHOW=rows cargo test --test score development_pairs -- --nocapture` lists the rows that are not paired so, with what
//! their two paragraphs share and what the better partner of either shares with it. `rows.tsv` beside this file keeps
//! the list: names of articles, numbers of paragraphs and shares, no text.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::ratchet::shared;

type Pairs = BTreeSet<(usize, usize)>;

/// Two paragraphs that share less belong to different rows. Paragraphs of one article that are no pair share .10 of
/// their words by weight in the middle, and seldom .3; pairs of the two hardest levels share .6 in the middle.
const ENOUGH: f64 = 0.25;

/// The articles of the development pairs, and what each paragraph's words weigh.
pub(crate) struct Rows {
    articles: BTreeMap<String, Value>,
    /// In how many paragraphs each word stands, and how many there are.
    holders: BTreeMap<String, usize>,
    paragraphs: usize,
}

/// Two levels of an article.
pub(crate) struct Levels {
    pub(crate) simple: Vec<String>,
    pub(crate) advanced: Vec<String>,
    /// By row, as the corpus has it.
    pub(crate) rows: Pairs,
    /// By the words that they share.
    pub(crate) paired: Pairs,
}

impl Levels {
    /// Whether both have the same number of paragraphs, so that the rows cannot have slipped much.
    pub(crate) fn are_even(&self) -> bool {
        self.simple.len() == self.advanced.len()
    }
}

impl Rows {
    /// Of these articles; nothing where the corpus is not here.
    pub(crate) fn new(ids: &BTreeSet<String>) -> Option<Self> {
        let text = fs::read_to_string(shared("data/align/onestop_par3.json")?).ok()?;
        let corpus: Value = serde_json::from_str(&text).expect("the corpus is JSON");
        let all = corpus["sets"].as_array().expect("a list of articles").iter();
        let named = all.map(|article| (article["id"].to_string(), article.clone()));
        let articles: BTreeMap<String, Value> = named.filter(|(id, _)| ids.contains(id)).collect();
        let (mut holders, mut count) = (BTreeMap::new(), 0);
        for article in articles.values() {
            for paragraph in ["ele", "int", "adv"]
                .iter()
                .flat_map(|level| texts(article, level))
            {
                count += 1;
                for word in words(&paragraph) {
                    *holders.entry(word).or_default() += 1;
                }
            }
        }
        Some(Self {
            articles,
            holders,
            paragraphs: count,
        })
    }

    /// An article's paragraphs at a level ("int", "ele") and at the highest.
    pub(crate) fn levels(&self, id: &str, level: &str) -> Levels {
        let article = &self.articles[id];
        let place = |row: &Value, level: &str| row[level].as_u64().map(|at| at as usize);
        let rows = article["groups"].as_array().expect("a list of rows").iter();
        let (simple, advanced) = (texts(article, level), texts(article, "adv"));
        Levels {
            rows: rows
                .filter_map(|row| place(row, level).zip(place(row, "adv")))
                .collect(),
            paired: self.paired(&simple, &advanced),
            simple,
            advanced,
        }
    }

    /// The share of what two paragraphs say that both say: their common words, the rarer the heavier, by the geometric
    /// mean of both.
    fn overlap(&self, a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
        let weight = |word: &String| (self.paragraphs as f64 / self.holders[word] as f64).ln();
        let sum = |words: &BTreeSet<String>| words.iter().map(weight).sum::<f64>();
        let both: f64 = a.intersection(b).map(weight).sum();
        both / (sum(a) * sum(b)).sqrt().max(f64::MIN_POSITIVE)
    }

    /// Pairs in order, one to one, one to two or two to one, that share most in all.
    fn paired(&self, a: &[String], b: &[String]) -> Pairs {
        let [a, b] = [a, b].map(|side| side.iter().map(|text| words(text)).collect::<Vec<_>>());
        let alone: Vec<Vec<f64>> = a
            .iter()
            .map(|x| b.iter().map(|y| self.overlap(x, y)).collect())
            .collect();
        let gain = |(i, down): (usize, usize), (j, right): (usize, usize)| {
            let both = |side: &[BTreeSet<String>]| side.iter().flatten().cloned().collect::<BTreeSet<_>>();
            let each = (i..i + down).flat_map(|i| alone[i][j..j + right].iter().copied());
            let enough = each.clone().all(|share| share >= ENOUGH);
            let most = each.fold(0.0, f64::max);
            let share = if down + right == 2 {
                most
            } else {
                self.overlap(&both(&a[i..i + down]), &both(&b[j..j + right]))
            };
            (enough && (down + right == 2 || share > most)).then_some(share - ENOUGH)
        };
        // The best gain up to each place, and the step that led there.
        let mut best = vec![vec![(0.0, (0, 0)); b.len() + 1]; a.len() + 1];
        for (i, j) in (0..=a.len()).flat_map(|i| (0..=b.len()).map(move |j| (i, j))) {
            for (down, right) in [(1, 0), (0, 1), (1, 1), (1, 2), (2, 1)] {
                if down > i || right > j {
                    continue;
                }
                let (x, y) = (i - down, j - right);
                let pair = if down * right == 0 {
                    Some(0.0)
                } else {
                    gain((x, down), (y, right))
                };
                if let Some(sum) = pair.map(|gain| best[x][y].0 + gain)
                    && (sum > best[i][j].0 || best[i][j].1 == (0, 0))
                {
                    best[i][j] = (sum, (down, right));
                }
            }
        }
        let (mut i, mut j, mut pairs) = (a.len(), b.len(), Pairs::new());
        while (i, j) != (0, 0) {
            let (down, right) = best[i][j].1;
            (i, j) = (i - down, j - right);
            pairs.extend((i..i + down).flat_map(|i| (j..j + right).map(move |j| (i, j))));
        }
        pairs
    }

    /// Prints how many rows are no pair by their words, and holds the list of these against the file beside this one;
    /// `UPDATE=1` writes it.
    pub(crate) fn keep(&self) {
        let mut list = "# Rows of OneStopEnglish (CC BY-SA 4.0) whose paragraphs are no pair by their words; see rows.rs. Written by\n\
            # UPDATE=1 cargo test --test score development_pairs.\n\
            # level, article, paragraph, paragraph of adv, share of words; best of adv for the first, its share; best for the \
            second, its share\n"
            .to_owned();
        for level in ["int", "ele"] {
            let mut counts = [(0, 0), (0, 0)];
            for id in self.articles.keys() {
                let levels = self.levels(id, level);
                let slipped = self.slipped(&levels);
                let count = &mut counts[usize::from(levels.are_even())];
                *count = (count.0 + slipped.len(), count.1 + levels.rows.len());
                let name = id.trim_matches('"');
                list.extend(slipped.iter().map(|row| format!("{level}\t{name}\t{row}\n")));
            }
            let [(slipped, all), (even_slipped, even_all)] = counts;
            println!(
                "{level}: no pair by their words are {slipped} of {all} rows where numbers of paragraphs differ, \
                 {even_slipped} of {even_all} where they do not"
            );
        }
        if std::env::var("SHOW").is_ok_and(|only| only == "rows") {
            println!("{list}");
        }
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/score/rows.tsv");
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, &list).expect("the list can be written");
        }
        assert!(
            fs::read_to_string(&file).unwrap_or_default() == list,
            "tests/score/rows.tsv is not what the corpus gives; UPDATE=1 writes it"
        );
    }

    /// The rows that are not paired by their words: both paragraphs, what they share, and for either the paragraph of the other
    /// level that shares most with it.
    fn slipped(&self, levels: &Levels) -> Vec<String> {
        let [a, b] = [&levels.simple, &levels.advanced]
            .map(|side| side.iter().map(|text| words(text)).collect::<Vec<_>>());
        let best = |one: &BTreeSet<String>, others: &[BTreeSet<String>]| {
            let shares = others.iter().map(|other| self.overlap(one, other)).enumerate();
            let (at, share) = shares
                .max_by(|x, y| x.1.total_cmp(&y.1))
                .expect("a paragraph at least");
            format!("{at}\t{share:.2}")
        };
        let line = |&(i, j): &(usize, usize)| {
            let (of_a, of_b) = (best(&a[i], &b), best(&b[j], &a));
            format!("{i}\t{j}\t{:.2}\t{of_a}\t{of_b}", self.overlap(&a[i], &b[j]))
        };
        levels.rows.difference(&levels.paired).map(line).collect()
    }
}

fn texts(article: &Value, level: &str) -> Vec<String> {
    let list = article["docs"][level].as_array().into_iter().flatten();
    list.map(|text| text.as_str().unwrap_or("").to_owned()).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}
