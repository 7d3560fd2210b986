//! What follows from what two articles share, and why, in plain clauses.

use super::descent::Descent;
use super::{Kinship, Measured, SharedWords, Verdict};
use crate::article::document::{Day, Metadata};
use crate::article::label::Label;
use crate::order::Arrange as _;
use crate::story::entities::EntityId;
use crate::story::{ArticleId, Story};
use crate::text::decimal;

/// From this share of its words on an article stands wholly in another: what is left is a credit line or a date.
const WHOLLY: f32 = 0.95;

/// Below this share of either article's words too little is shared to speak of a source of the text.
const SOURCE: f32 = 0.2;

/// Below this share of the later article's words that stand in passages of the earlier it is no copy, whatever else they have
/// in common: of made-up copies hardly one has less; two real reports that quote one statement have .15.
const COPIED: f32 = 0.3;

/// Words outside quotes that speak for one text behind both: a run of so many is hardly chance.
const TOLD: usize = 8;

/// People, organisations and places that two articles on one topic have in common at least; fewer are in all news.
const TOPIC_NAMES: usize = 3;

/// What is known about two articles.
#[derive(Debug)]
pub(super) struct Facts<'s> {
    pub(super) ids: (ArticleId, ArticleId),
    pub(super) metadata: (&'s Metadata, &'s Metadata),
    pub(super) days: (Option<Day>, Option<Day>),
    pub(super) a_in_b: f32,
    pub(super) b_in_a: f32,
    /// Body words that the other lacks.
    pub(super) own_words: (usize, usize),
    /// Words of the body.
    pub(super) all_words: (usize, usize),
    /// Words that both have in the same order.
    pub(super) shared: SharedWords,
    pub(super) longest_run: u32,
    /// Whether they have enough in common to be collated.
    pub(super) passed: bool,
    /// Whether that is no text, but the same told in other words.
    pub(super) retold: bool,
    /// Whether all links are the same but for style, and none moved.
    pub(super) verbatim: bool,
    /// People, organisations and places that both name.
    pub(super) names: Vec<&'s str>,
}

impl Facts<'_> {
    /// How the two are related.
    pub(super) fn kinship(&self, descent: &Descent) -> Kinship {
        let (verdict, evidence) = judge(self, descent);
        Kinship {
            a: self.ids.0,
            b: self.ids.1,
            a_in_b: self.a_in_b,
            b_in_a: self.b_in_a,
            shared: self.shared,
            retold: self.retold,
            verdict,
            evidence,
        }
    }

    /// Whether they are the same text but for style.
    fn is_same(&self) -> bool {
        self.verbatim && self.a_in_b >= WHOLLY && self.b_in_a >= WHOLLY
    }

    /// Whether either has nearly all words of the other.
    pub(super) fn nearly_the_same(&self) -> bool {
        let (a, b) = self.all_words;
        let shared = (self.shared.quoted + self.shared.told) as f32;
        shared > 0.0 && shared >= WHOLLY * a.max(b) as f32
    }
}

/// The verdict and its evidence. A direction is only given with a credit, or with time and a text that stands wholly
/// in the other.
pub(super) fn judge(facts: &Facts<'_>, descent: &Descent) -> (Verdict, Vec<String>) {
    if !facts.passed {
        return apart(facts);
    }
    let (a, b) = facts.ids;
    let mut evidence = vec![
        format!(
            "{} of {a}'s words stand in passages that {b} has too",
            percent(facts.a_in_b)
        ),
        format!(
            "{} of {b}'s words stand in passages that {a} has too",
            percent(facts.b_in_a)
        ),
    ];
    if facts.retold {
        evidence.push("they tell the same in other words".to_owned());
    } else {
        evidence.push(format!("both hold a run of {} words", facts.longest_run));
    }
    evidence.extend(quoted(facts.shared));
    if facts.is_same() {
        evidence.push("they differ in nothing but style".to_owned());
        let verdict = by_time(facts, descent, &mut evidence);
        return (verdict.unwrap_or(Verdict::SameText), evidence);
    }
    let by_time = |evidence: &mut Vec<String>| by_time(facts, descent, evidence).filter(|_| !facts.retold);
    if let Some(verdict) = by_credit(facts, &mut evidence).or_else(|| by_time(&mut evidence)) {
        return (verdict, evidence);
    }
    if facts.retold {
        return (Verdict::CannotTell, evidence);
    }
    if facts.shared.quoted > 0 && facts.shared.told < TOLD {
        evidence.push("nearly all of it is quotes, which both may have heard".to_owned());
        return (Verdict::CannotTell, evidence);
    }
    let both_own = facts.a_in_b < WHOLLY && facts.b_in_a < WHOLLY;
    if both_own && facts.a_in_b.max(facts.b_in_a) >= SOURCE {
        let (own_a, own_b) = facts.own_words;
        evidence.push(format!(
            "{a} has {own_a} words that {b} lacks, {b} has {own_b} that {a} lacks"
        ));
        return (Verdict::SharedSource, evidence);
    }
    evidence.push("nothing tells which was first".to_owned());
    (Verdict::CannotTell, evidence)
}

/// What of the shared words is quotes, if any: two who heard the same words need no source in common.
fn quoted(shared: SharedWords) -> Option<String> {
    let SharedWords { quoted, told } = shared;
    let all = quoted + told;
    (quoted > 0).then(|| format!("of {all} words that both have, {quoted} are quotes and {told} are not"))
}

/// Two articles that share no text to speak of.
fn apart(facts: &Facts<'_>) -> (Verdict, Vec<String>) {
    if let Some(names) = facts.names.get(..TOPIC_NAMES) {
        let evidence = format!("both name {}, but they share no passage", list(names));
        return (Verdict::RelatedTopic, vec![evidence]);
    }
    (Verdict::Unrelated, vec!["they share no passage".to_owned()])
}

/// A direction, where one article credits the outlet of the other; a remark, where both credit one agency.
fn by_credit(facts: &Facts<'_>, evidence: &mut Vec<String>) -> Option<Verdict> {
    let (a, b) = facts.ids;
    let (of_a, of_b) = facts.metadata;
    let agency = |metadata: &Metadata| metadata.agency.as_ref().map(|field| field.value.to_lowercase());
    let outlet = |metadata: &Metadata| metadata.outlet.as_ref().map(|field| field.value.to_lowercase());
    let names = |agency: Option<String>, outlet: Option<String>| agency.is_some() && agency == outlet;
    if let Some(field) = &of_a.agency
        && agency(of_a) == agency(of_b)
    {
        evidence.push(format!("both credit {}", field.value));
        return None;
    }
    let (from_b, from_a) = (
        names(agency(of_a), outlet(of_b)),
        names(agency(of_b), outlet(of_a)),
    );
    let (verdict, who, other, credit) = match (from_b, from_a) {
        (true, false) => (Verdict::AFromB, a, b, &of_a.agency),
        (false, true) => (Verdict::BFromA, b, a, &of_b.agency),
        _ => return None,
    };
    let credit = credit.as_ref().map_or("", |field| field.value.as_str());
    evidence.push(format!("{who} credits {credit}, which published {other}"));
    Some(verdict)
}

/// A direction, where one article is later. What the other articles of the story word alike or in another way tells
/// whether it is a copy; where there are no others, only a text that stands wholly in the earlier one is. Two cuts of one
/// agency text look the same, so a common credit speaks against it.
fn by_time(facts: &Facts<'_>, descent: &Descent, evidence: &mut Vec<String>) -> Option<Verdict> {
    let (a, b) = facts.ids;
    let (of_a, of_b) = facts.metadata;
    if of_a.agency.is_some() || of_b.agency.is_some() {
        return None;
    }
    let (day_a, day_b) = (facts.days.0?, facts.days.1?);
    let (source, copy, share, verdict) = if day_a < day_b {
        (a, b, facts.b_in_a, Verdict::BFromA)
    } else {
        (b, a, facts.a_in_b, Verdict::AFromB)
    };
    let trace = descent.trace(source, copy)?;
    if facts.is_same() && !trace.is_shown() {
        return None;
    }
    if trace.is_telling() && share >= COPIED {
        let (kept, brought) = (trace.kept, trace.brought);
        evidence.push(match trace.between {
            Some(between) => format!("{copy} comes from {between}, which comes from {source}"),
            None => format!(
                "{copy} is later and has {kept} of {brought} passages, wordings or sequences that came up with {source}"
            ),
        });
    } else if trace.is_alone() && share >= WHOLLY {
        evidence.push(format!(
            "nearly all of {copy} stands in {source}, and {copy} is later"
        ));
    } else {
        return None;
    }
    Some(verdict)
}

fn percent(share: f32) -> String {
    format!("{}%", decimal::whole(f64::from(share * 100.0)))
}

/// "X, Y and Z".
fn list(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// The people, organisations and places that an article names, sorted.
pub(super) fn names(story: &Story, id: ArticleId) -> Vec<EntityId> {
    let is_one = |label: Label| {
        matches!(
            label,
            Label::Person | Label::Org | Label::Gpe | Label::Fac | Label::Event
        )
    };
    let entities = story.entity_of.get(id.0 as usize).into_iter().flatten().copied();
    let mut names: Vec<EntityId> = entities
        .filter(|id| {
            story
                .entities
                .get(id.0 as usize)
                .is_some_and(|entity| is_one(entity.label))
        })
        .collect();
    names.arrange();
    names.dedup();
    names
}

/// What two articles both name, in order.
pub(super) fn common<'m>([x, y]: [&'m Measured<'_>; 2]) -> impl Iterator<Item = EntityId> + use<'m> {
    let mut others = y.names().iter().peekable();
    x.names().iter().copied().filter(move |name| {
        while others.next_if(|other| *other < name).is_some() {}
        others.peek() == Some(&name)
    })
}

/// Whether two articles name enough in common to be about one topic.
pub(super) fn has_topic(pair: [&Measured<'_>; 2]) -> bool {
    common(pair).nth(TOPIC_NAMES - 1).is_some()
}
