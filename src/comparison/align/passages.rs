//! Pairwise links joined to passages over all articles.

use super::{Alignment, AlignmentKind, Passage};
use crate::article::segment::SentenceId;
use crate::order::Arrange as _;
use crate::story::{ArticleId, Story};

/// Joins pairwise links to passages over all articles. Every sentence of a prose block is in exactly one passage,
/// alone where no other article has it.
///
/// Two passages are joined only where at least half of the possible pairs between them are linked, and more over a split or
/// a merge: one false link among many articles must not tie two statements together, nor one sentence that tells both. The order is that of the first article, with what only
/// later articles have behind what precedes it there.
pub fn passages(story: &Story, alignments: &[Alignment]) -> Vec<Passage> {
    let places = Places::new(story);
    let mut ties = ties(alignments, &places);
    // The surest first; of equals the first by place.
    ties.arrange_by(|x, y| y.score.total_cmp(&x.score).then((x.a, x.b).cmp(&(y.a, y.b))));
    let mut linked: Vec<Vec<u32>> = vec![Vec::new(); places.count()];
    for tie in &ties {
        linked[tie.a as usize].push(tie.b);
        linked[tie.b as usize].push(tie.a);
    }
    for others in &mut linked {
        others.arrange();
    }
    let mut groups = Groups::new(places.count());
    for tie in &ties {
        groups.join(tie, &linked, &places);
    }
    let order = places.reading_order(&groups);
    order
        .into_iter()
        .map(|group| places.passage(&groups.members[group as usize]))
        .collect()
}

/// Two sentences that are linked.
struct Tie {
    a: u32,
    b: u32,
    score: f32,
    /// Whether one of them is told in several: what these say besides is not what the others say.
    split: bool,
}

fn ties(alignments: &[Alignment], places: &Places) -> Vec<Tie> {
    let mut ties = Vec::new();
    for link in alignments
        .iter()
        .filter(|link| link.kind != AlignmentKind::Related)
    {
        for &a in &link.a_sentences {
            for &b in &link.b_sentences {
                ties.push(Tie {
                    a: places.number(link.a, a),
                    b: places.number(link.b, b),
                    score: link.score,
                    split: link.a_sentences.len() + link.b_sentences.len() > 2,
                });
            }
        }
    }
    ties
}

/// Numbers for all sentences of a drop, article by article.
struct Places {
    // The number of each article's first sentence, and at the end the count of all.
    first: Vec<u32>,
}

impl Places {
    fn new(story: &Story) -> Self {
        let mut first = vec![0];
        for article in &story.articles {
            first.push(first[first.len() - 1] + article.segments.sentences.len() as u32);
        }
        Self { first }
    }

    fn count(&self) -> usize {
        self.first[self.first.len() - 1] as usize
    }

    fn number(&self, article: ArticleId, sentence: SentenceId) -> u32 {
        self.first[article.0 as usize] + sentence.0
    }

    fn article(&self, number: u32) -> usize {
        self.first.partition_point(|&first| first <= number) - 1
    }

    fn passage(&self, members: &[u32]) -> Passage {
        let mut members = members.to_vec();
        members.arrange();
        let place = |number| {
            let article = self.article(number);
            (
                ArticleId(article as u32),
                SentenceId(number - self.first[article]),
            )
        };
        Passage {
            members: members.into_iter().map(place).collect(),
        }
    }

    /// The groups in reading order: article by article, a new group behind the group of the sentence before it.
    fn reading_order(&self, groups: &Groups) -> Vec<u32> {
        const NONE: u32 = u32::MAX;
        let head = groups.members.len();
        let mut next = vec![NONE; head + 1];
        let mut placed = vec![false; head];
        for article in self.first.windows(2) {
            let mut cursor = head;
            for number in article[0]..article[1] {
                let group = groups.of[number as usize] as usize;
                if !placed[group] {
                    placed[group] = true;
                    next[group] = next[cursor];
                    next[cursor] = group as u32;
                }
                cursor = group;
            }
        }
        let mut order = Vec::new();
        let mut at = next[head];
        while at != NONE {
            order.push(at);
            at = next[at as usize];
        }
        order
    }
}

/// Sentences in groups, at first each alone.
struct Groups {
    of: Vec<u32>,
    members: Vec<Vec<u32>>,
}

impl Groups {
    fn new(count: usize) -> Self {
        Self {
            of: (0..count as u32).collect(),
            members: (0..count as u32).map(|number| vec![number]).collect(),
        }
    }

    /// Joins the groups of two sentences, if enough of the pairs between them are linked.
    fn join(&mut self, tie: &Tie, linked: &[Vec<u32>], places: &Places) {
        let (a, b) = (self.of[tie.a as usize], self.of[tie.b as usize]);
        if a == b {
            return;
        }
        let (mut possible, mut found) = (0, 0);
        for &x in &self.members[a as usize] {
            let others = self.members[b as usize].iter();
            for &y in others.filter(|&&y| places.article(y) != places.article(x)) {
                possible += 1;
                found += usize::from(linked[x as usize].binary_search(&y).is_ok());
            }
        }
        if 2 * found < possible + usize::from(tie.split && possible > 1) {
            return;
        }
        // The smaller group moves, so that each sentence moves at most log n times.
        let (small, large) = if self.members[a as usize].len() < self.members[b as usize].len() {
            (a, b)
        } else {
            (b, a)
        };
        let moving = std::mem::take(&mut self.members[small as usize]);
        for &number in &moving {
            self.of[number as usize] = large;
        }
        self.members[large as usize].extend(moving);
    }
}
