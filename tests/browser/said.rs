//! Quotes, the timeline and the overview of many show what the engine found, and lead to where it stands.

use std::cmp::Reverse;

use serde_json::json;
use xtask::Outcome;
use xtask::browser::Page;

use crossread::report::view as values;

use crate::same::analysis;
use crate::visit::{NAMES, file, samples, shows, string, strings, view, visit};

fn opened(page: &mut Page, tab: &str) -> Outcome {
    page.drop_files(&samples())?;
    shows(page, &NAMES)?;
    page.click(&format!("#tab-{tab}"))?;
    view(page, tab)
}

/// How many elements a selector finds.
fn count(page: &mut Page, selector: &str) -> Result<serde_json::Value, String> {
    page.evaluate(&format!("document.querySelectorAll({}).length", json!(selector)))
}

/// Whether something stands in an article that is not set aside: the third sample tells another story.
fn inside<'a>(articles: impl IntoIterator<Item = &'a String>) -> bool {
    articles.into_iter().any(|article| article != "C")
}

/// What is left out is there when it is asked for, and gone when it is not.
fn whole(page: &mut Page, selector: &str, all: usize, some: usize) -> Outcome {
    assert!(some < all, "nothing is left out");
    for wanted in [all, some] {
        page.click("[role=tabpanel]:not([hidden]) [data-do=aside]")?;
        page.wait(&format!(
            "document.querySelectorAll({}).length === {wanted}",
            json!(selector)
        ))?;
    }
    Ok(())
}

#[test]
fn every_utterance_is_shown_once_and_speakers_and_choices_narrow_them() {
    let wanted = values::quotes(&analysis(&samples()));
    assert!(wanted.utterances.len() > 3 && wanted.speakers.len() > 2);
    visit(|page| {
        opened(page, "quotes")?;
        page.wait("document.querySelector('.utterance')")?;
        let shown = wanted.utterances.iter();
        let shown: Vec<_> = shown
            .filter(|one| inside(one.renderings.iter().map(|one| &one.article)))
            .collect();
        assert_eq!(count(page, ".utterance")?, json!(shown.len()));
        whole(page, ".utterance", wanted.utterances.len(), shown.len())?;
        let names = strings(
            page,
            "[...document.querySelectorAll('.speakers .name')].map((one) => one.textContent)",
        )?;
        let speaks = |who: &&values::SpeakerRow| shown.iter().any(|one| one.speaker == who.entity);
        let mut all: Vec<&values::SpeakerRow> = wanted.speakers.iter().filter(speaks).collect();
        // Who speaks most in A and B, which are shown.
        all.sort_by_key(|one| {
            (
                one.entity.is_none(),
                Reverse(one.words[..2].iter().sum::<usize>()),
            )
        });
        let all: Vec<&str> = all
            .into_iter()
            .map(|one| one.name.as_str())
            .map(|name| {
                if name.is_empty() {
                    "Speaker not named"
                } else {
                    name
                }
            })
            .collect();
        assert_eq!(names, all);
        page.click("[data-speaker='0']")?;
        let who = &wanted.speakers[0].entity;
        let first = shown.iter().filter(|one| one.speaker == *who).count();
        page.wait(&format!(
            "document.querySelectorAll('.utterance').length === {first}"
        ))?;
        page.click("[data-speaker='0']")?;
        page.click("[data-said='several']")?;
        let letters = "[...document.querySelectorAll('.utterance')].every((one) =>
            new Set([...one.querySelectorAll('.letter')].map((letter) => letter.textContent)).size > 1)";
        page.wait(&format!("document.querySelector('.utterance') && {letters}"))
    });
}

#[test]
fn a_letter_leads_to_where_a_quote_stands() {
    visit(|page| {
        opened(page, "quotes")?;
        page.wait("document.querySelector('.utterance .marked')")?;
        let words = string(
            page,
            "document.querySelector('.utterance .rendering:has(.marked) blockquote').textContent.slice(0, 20)",
        )?;
        page.click(".utterance .rendering:has(.marked) .spot-link")?;
        view(page, "read")?;
        page.wait("document.querySelector('.spot')")?;
        let there = string(page, "document.querySelector('.spot').textContent")?;
        assert!(there.contains(&words), "{words:?} is not in {there:?}");
        page.press("]")?;
        page.wait("document.querySelector('.reader') && !document.querySelector('.spot')")?;
        page.press("[")?;
        page.wait("document.querySelector('[data-article-id=A]') && !document.querySelector('.spot')")
    });
}

#[test]
fn days_stand_in_order_with_every_dated_sentence() {
    let wanted = values::timeline(&analysis(&samples()));
    assert!(wanted.len() > 5);
    visit(|page| {
        opened(page, "timeline")?;
        page.wait("document.querySelector('.day')")?;
        let shown = wanted.iter();
        let shown = shown.filter(|one| inside(one.places.iter().map(|one| &one.article)));
        let some = shown.count();
        assert_eq!(count(page, ".day p.words")?, json!(some));
        whole(page, ".day p.words", wanted.len(), some)?;
        let days = strings(
            page,
            "[...document.querySelectorAll('.day')].map((one) => one.dataset.row.slice(4, 14))",
        )?;
        assert!(days.is_sorted(), "{days:?}");
        assert!(string(page, "document.querySelector('#panel-timeline').textContent")?.contains("published"));
        page.wait("document.querySelectorAll('.days-picture circle').length > 5")?;
        page.click(".days-picture circle")?;
        page.wait("document.querySelector('.day.current')")
    });
}

#[test]
fn many_articles_are_grouped_and_a_share_opens_the_two() {
    visit(|page| {
        opened(page, "many")?;
        page.wait("document.querySelector('.matrix')")?;
        assert_eq!(count(page, ".matrix tbody tr")?, json!(2));
        assert!(
            string(page, "document.querySelector('#panel-many').textContent")?
                .contains("Share text with no other")
        );
        page.click(".matrix [data-beside='A B']")?;
        view(page, "side")
    });
}

#[test]
fn sources_without_a_name_tell_how_each_article_calls_them_and_what_they_say() {
    let wanted = values::quotes(&analysis(&samples()));
    assert!(!wanted.unnamed.is_empty());
    visit(|page| {
        opened(page, "quotes")?;
        page.wait("document.querySelector('.call')")?;
        assert_eq!(
            count(page, ".speakers [data-said^=vouched]")?,
            json!(
                wanted
                    .unnamed
                    .iter()
                    .filter(|one| inside(one.calls.iter().map(|one| &one.article)))
                    .count()
            )
        );
        let told = string(page, "document.querySelector('.call').textContent")?;
        let call = &wanted.unnamed[0].calls[0];
        assert!(
            told.starts_with(&call.article) && told.contains(&call.words[0]),
            "{told}"
        );
        page.click("[data-said=vouched-0]")?;
        page.wait(&format!(
            "document.querySelectorAll('.utterance').length === {}",
            wanted.unnamed[0].vouches.len()
        ))?;
        // Pressed again, all are there again.
        page.click(".speakers [data-said][aria-pressed=true]")?;
        page.wait(&format!(
            "document.querySelectorAll('.utterance').length > {}",
            wanted.unnamed[0].vouches.len()
        ))
    });
}

/// What an article says around the words that it quotes is no paraphrase of them, and what it tells of them elsewhere is its own.
#[test]
fn an_article_that_quotes_does_not_paraphrase_itself() {
    let told = |name: &str, words: &str| file("around", name, words.as_bytes());
    let [a, b] = [
        told(
            "a.txt",
            "Council shuts two libraries\n\nMayor Ada Finch said the council had reached a deal with the unions \"in principle\" after nine days of talks in Marlow.\n\nTwo of the five branch libraries will be shut in May, and the staff will be moved to the others.\n",
        ),
        told(
            "b.txt",
            "Deal over libraries\n\nMayor Ada Finch said the council had reached a deal with the unions after nine days of talks in Marlow.\n\nTwo of the five branch libraries will be shut in May, and the staff will be moved to the others.\n",
        ),
    ];
    visit(|page| {
        page.drop_files(&[a, b])?;
        shows(page, &["a.txt", "b.txt"])?;
        page.press("6")?;
        view(page, "quotes")?;
        page.wait("document.querySelector('.rendering')")?;
        let states = strings(
            page,
            "[...document.querySelectorAll('.rendering .state')].map((one) => `${one.closest('.place').querySelector('.letter').textContent} ${one.textContent}`)",
        )?;
        let wanted = ["A The fullest version", "A The words around it", "B Paraphrased"];
        assert_eq!(states, wanted);
        Ok(())
    });
}
