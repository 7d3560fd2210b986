//! Notation of the room `quotes`: a quote a line, `direct "…" — speaker (cue, class) to addressee, venue via source`,
//! `act` where nothing was said, with `= name` where the words for the speaker stand for a name elsewhere.

use crossread::article::names;
use crossread::article::quotes::{self, Quote, QuoteKind};
use crossread::article::tag::{self, Evidence, Mention};
use crossread::knowledge::Model;

use super::plain;

pub(crate) fn quotes(input: &str) -> String {
    let model = Model::embedded();
    let document = plain::document("case", input);
    let segments = plain::segments(&document);
    let mentions = tag::mentions(&document, &segments, &model, &Evidence::default());
    let names = names::names(&document, &segments, &mentions, &model);
    let quotes = quotes::quotes(&document, &segments, &mentions, &names, &model);
    quotes.iter().map(|quote| line(quote, &mentions, input)).collect()
}

fn line(quote: &Quote, mentions: &[Mention], text: &str) -> String {
    let kind = match quote.kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Mixed => "mixed",
        QuoteKind::Indirect if !quote.said => "act",
        QuoteKind::Indirect => "indirect",
        QuoteKind::Title => "title",
        QuoteKind::Scare => "scare",
    };
    let mut line = format!("{kind} \"{}\"", quote.span.of(text).replace('\n', " / "));
    if let Some(speaker) = &quote.speaker {
        let words = speaker.span.of(text);
        line += &format!(" — {words}");
        let name = speaker.mention.map(|m| mentions[m].span.of(text));
        if let Some(name) = name.filter(|name| !words.contains(name)) {
            line += &format!(" = {name}");
        }
    }
    if let Some(cue) = quote.cue {
        line += &format!(" ({}, {})", cue.span.of(text), cue.class.code());
    }
    if let Some(addressee) = quote.addressee {
        line += &format!(" to {}", addressee.of(text));
    }
    if let Some(venue) = quote.venue {
        line += &format!(", {}", venue.of(text));
    }
    if let Some(via) = quote.via {
        line += &format!(" via {}", via.of(text));
    }
    line + "\n"
}
