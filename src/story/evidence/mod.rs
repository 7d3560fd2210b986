//! What one article of the drop tells about another: how a form is labelled, which day it was.

mod siblings;

use std::sync::Arc;

use super::{ArticleId, Dating};
use crate::article::document::{Day, Document, Published, PublishedSource};
use crate::article::segment::Segments;
use crate::article::times::calendar;

/// The day of publication of each article: its own, or a sibling's (an article with which it shares text), or its
/// own month and day with the year of the latest such day that is not after the latest dated article.
pub fn dates(documents: &[Arc<Document>], segments: &[Segments]) -> Vec<Dating> {
    let dated = |document: &Arc<Document>| {
        document
            .metadata
            .published
            .clone()
            .filter(|p| p.day.year.is_some())
    };
    let own: Vec<Option<Published>> = documents.iter().map(dated).collect();
    let latest = (0..own.len())
        .filter_map(|i| own[i].as_ref().map(|p| (p.day, i)))
        .max_by_key(|&(day, index)| (day, std::cmp::Reverse(index)));
    let shared = siblings::Shared::new(documents, segments, &own);
    let date = |index: usize| {
        if own[index].is_some() {
            return Dating {
                published: own[index].clone(),
                lender: None,
            };
        }
        match &documents[index].metadata.published {
            Some(stated) => with_year(stated, latest),
            None => lent(shared.lender(index), &own),
        }
    };
    (0..documents.len()).map(date).collect()
}

/// A day lent by the article `lender`.
fn lent(lender: Option<usize>, own: &[Option<Published>]) -> Dating {
    let day = lender.and_then(|lender| own[lender].as_ref()).map(|p| p.day);
    Dating {
        published: day.map(|day| Published {
            day,
            source: PublishedSource::Sibling,
            span: None,
        }),
        lender: day.and(lender).map(|lender| ArticleId(lender as u32)),
    }
}

/// A month and day with the year of the latest such day that is not after `latest`; as it is where nothing is dated.
fn with_year(stated: &Published, latest: Option<(Day, usize)>) -> Dating {
    let year = latest.and_then(|(latest, lender)| latest.year.map(|year| (year, latest, lender)));
    let Some((year, latest, lender)) = year else {
        return Dating {
            published: Some(stated.clone()),
            lender: None,
        };
    };
    let after = (stated.day.month, stated.day.day) > (latest.month, latest.day);
    let year = year - i16::from(after);
    // 29 February needs a leap year; one lies within eight.
    let exists = |year| {
        calendar::exists(Day {
            year: Some(year),
            ..stated.day
        })
    };
    let year = (year.saturating_sub(8)..=year)
        .rev()
        .find(|&y| exists(y))
        .unwrap_or(year);
    let day = Day {
        year: Some(year),
        ..stated.day
    };
    Dating {
        published: Some(Published {
            day,
            source: PublishedSource::YearInferred,
            span: stated.span,
        }),
        lender: Some(ArticleId(lender as u32)),
    }
}
