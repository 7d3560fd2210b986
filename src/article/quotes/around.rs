//! To whom and where: "told reporters", "in his weekly speech", "on Telegram".

use std::ops::Range;

use super::page::Page;
use crate::article::label::Label;
use crate::text::{Span, class};

/// Verbs whose object is whom they speak to.
const TELLING: &[&str] = &[
    "told",
    "tell",
    "tells",
    "telling",
    "asked",
    "informed",
    "assured",
    "reminded",
    "warned",
    "reassured",
    "briefed",
    "urged",
    "addressed",
    "addressing",
];

/// Nouns of an occasion on which people speak or of a text they publish.
const OCCASIONS: &[&str] = &[
    "address",
    "interview",
    "statement",
    "speech",
    "post",
    "tweet",
    "letter",
    "email",
    "e-mail",
    "briefing",
    "call",
    "memo",
    "video",
    "message",
    "report",
    "op-ed",
    "podcast",
    "testimony",
    "conference",
    "debate",
    "broadcast",
    "rally",
    "hearing",
    "meeting",
    "event",
    "summit",
    "remarks",
    "appearance",
    "documents",
    "filing",
    "column",
    "essay",
    "ceremony",
    "visit",
    "sermon",
    "session",
    "press",
    "article",
    "blog",
    "thread",
    "posts",
    "tweets",
    "interviews",
    "release",
];

/// Platforms on which people write; names of outlets come from the tagger.
const PLATFORMS: &[&str] = &[
    "telegram",
    "x",
    "twitter",
    "facebook",
    "instagram",
    "tiktok",
    "youtube",
    "linkedin",
    "weibo",
    "vkontakte",
    "reddit",
    "television",
    "tv",
    "radio",
    "cnn",
    "bbc",
    "nbc",
    "abc",
    "cbs",
    "msnbc",
    "threads",
    "mastodon",
    "snapchat",
    "whatsapp",
];

/// Words that begin what is told, or when, and not whom it is told to.
const CLAUSES: &[&str] = &[
    "that", "on", "in", "at", "during", "after", "before", "about", "to", "he", "she", "they", "it", "as",
    "who", "when", "by", "via", "this", "last", "earlier", "later", "if", "whether", "there", "how", "why",
    "what", "not", "against",
];

/// Words that begin another noun phrase.
const DETERMINERS: &[&str] = &[
    "the", "a", "an", "his", "her", "their", "its", "our", "my", "some", "no", "more", "these", "we", "i",
    "you",
];

/// Tokens of an addressee or a venue at most.
const LONGEST: usize = 10;

/// To whom the cue at `cue` speaks.
pub(super) fn addressee(page: &Page, cue: usize, end: usize) -> Option<Span> {
    let start = if TELLING.contains(&page.at(cue)) {
        cue + 1
    } else {
        // "said to reporters", "in remarks to the council": only people and bodies, never an infinitive.
        let to = (cue + 1..(cue + 4).min(end)).find(|at| page.at(*at) == "to")?;
        let named = page
            .mentions_in(to + 1..(to + 5).min(end))
            .next()
            .is_some_and(|m| page.mentions[m].tokens.start <= to + 2);
        (named || page.at(to + 1) == "reporters" || page.at(to + 1) == "journalists").then_some(to + 1)?
    };
    if page.at(cue) == "according" || page.is_mark(start) || CLAUSES.contains(&page.at(start)) {
        return None;
    }
    let stop = phrase_end(page, start, end);
    let pronoun = matches!(page.at(start), "it" | "that" | "there" | "not");
    (start < stop && !pronoun).then(|| page.span(start..stop))
}

/// The word behind the noun phrase at `start`.
fn phrase_end(page: &Page, start: usize, end: usize) -> usize {
    let limit = end.min(start + LONGEST);
    let mut at = start;
    while at < limit && !page.quoted(at) {
        let inner = page.glued(at + 1) && matches!(page.raw(at), "-" | ".")
            || matches!(page.raw(at), "&" | "'s" | "’s");
        // A mark that is not of a quotation belongs to a title: CNN's "Early Harbour".
        let title = page.raw(at).starts_with(class::is_double_quote);
        let mark = page.is_mark(at) && !inner && !title;
        let another = at > start
            && DETERMINERS.contains(&page.at(at))
            && !matches!(page.at(at - 1), "of" | "for" | "from" | "and" | "with" | "&");
        let day = page.capital(at) && page.at(at).ends_with("day");
        if mark
            || day
            || another
            || CLAUSES.contains(&page.at(at)) && at > start
            || page.cue(at).is_some() && at > start
        {
            break;
        }
        // A second name behind a complete one begins the clause: "told reporters Kyiv was ready".
        let name_ends = page.mention_ending(at).is_some() || page.at(at.wrapping_sub(1)).ends_with("ers");
        if at > start
            && name_ends
            && page.capital(at)
            && page
                .mention_ending(at)
                .is_none_or(|m| page.mentions[m].tokens.end == at)
        {
            break;
        }
        at += 1;
    }
    at
}

/// Where the words of a sentence were said: the place nearest to the cue.
pub(super) fn venue(page: &Page, cue: usize, sentence: &Range<usize>) -> Option<Span> {
    let near = (cue..sentence.end).chain((sentence.start..cue).rev());
    near.filter(|at| !page.quoted(*at))
        .find_map(|at| place(page, at, sentence.end))
}

/// The place that the preposition at `at` begins.
fn place(page: &Page, at: usize, end: usize) -> Option<Span> {
    let word = page.at(at);
    if !matches!(word, "in" | "on" | "at" | "during" | "via") {
        return None;
    }
    let stop = end.min(at + 1 + LONGEST);
    if matches!(word, "on" | "via")
        && let Some(platform) = platform(page, at, stop)
    {
        return Some(platform);
    }
    let determined = matches!(
        page.at(at + 1),
        "a" | "an" | "his" | "her" | "their" | "the" | "its" | "another" | "one"
    ) || matches!(
        page.at(at + 2),
        "posts" | "interviews" | "remarks" | "tweets" | "testimony"
    ) || OCCASIONS.contains(&page.at(at + 1));
    determined.then_some(())?;
    let plain = |t: usize| !page.is_mark(t) || matches!(page.raw(t), "-" | "'s" | "’s");
    let noun = (at + 1..stop.min(at + 7))
        .take_while(|t| plain(*t) && !page.quoted(*t) && clause_goes_on(page, *t))
        .filter(|t| OCCASIONS.contains(&page.at(*t)))
        .last()?;
    let mut last = noun + 1;
    // "an interview with Channel One", "a post on Telegram", "a press conference in Oslo".
    if matches!(page.at(last), "with" | "on" | "to" | "in" | "at") {
        let named = page
            .mentions_in(last + 1..(last + 7).min(end))
            .find(|m| page.mentions[*m].tokens.start <= last + 2);
        if let Some(named) = named {
            last = page.mentions[named].tokens.end;
        } else if PLATFORMS.contains(&page.at(last + 1)) || page.at(last + 1) == "reporters" {
            last += 2;
        }
    }
    Some(page.span(at..last))
}

fn clause_goes_on(page: &Page, at: usize) -> bool {
    !matches!(
        page.at(at),
        "that" | "who" | "which" | "and" | "between" | "of" | "with" | "for"
    )
}

/// "on Telegram", "on the X social media platform", "on Fox Business".
fn platform(page: &Page, at: usize, stop: usize) -> Option<Span> {
    let start = at + 1 + usize::from(page.at(at + 1) == "the");
    let media = page
        .mentions_in(start..stop)
        .find(|m| page.mentions[*m].tokens.start <= start + 1 && page.mentions[*m].label == Label::Media);
    if let Some(media) = media {
        return Some(page.span(at..medium_end(page, page.mentions[media].tokens.end, stop)));
    }
    if PLATFORMS.contains(&page.at(start))
        && (page.capital(start) || page.at(start).len() > 2 && start == at + 1)
    {
        return Some(page.span(at..medium_end(page, start + 1, stop)));
    }
    matches!((page.at(start), page.at(start + 1)), ("social", "media")).then(|| page.span(at..start + 2))
}

/// Behind the words for what kind of medium it is: "X social media platform".
fn medium_end(page: &Page, from: usize, stop: usize) -> usize {
    let kind = |&at: &usize| {
        matches!(
            page.at(at),
            "social" | "media" | "platform" | "app" | "network" | "channel"
        )
    };
    from + (from..stop).take_while(kind).count()
}
