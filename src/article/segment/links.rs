//! Addresses, handles and tags: one token each, since nothing inside is a word of the article.

use super::tokens::Source;

/// An address before its "@" is no longer than this (RFC 5321), which bounds the look-ahead at each word.
const LONGEST_LOCAL_PART: usize = 64;

/// Endings that make "example.com" one token. Endings that are words ("it", "me", "no") are left out: a missing
/// space after a full stop is more frequent than they are.
const DOMAINS: &[&str] = &[
    "com", "org", "net", "gov", "edu", "info", "biz", "io", "eu", "uk", "de", "fr", "ca", "au", "ru", "ua",
];

/// Where the link that begins at `at` ends, if one does.
pub(super) fn link(source: &Source<'_>, at: usize, c: char) -> Option<usize> {
    let glued = source.before(at).is_alphanumeric();
    match c {
        _ if glued => None,
        'h' | 'H' | 'w' | 'W' | 'f' | 'F' => address(source, at).or_else(|| mail(source, at)),
        '@' | '#' => handle(source, at, c),
        _ => mail(source, at),
    }
    .or_else(|| domain(source, at, c))
}

fn address(source: &Source<'_>, at: usize) -> Option<usize> {
    let rest = source.text.as_bytes().get(at..)?;
    let begins = |head: &str| {
        rest.get(..head.len())
            .is_some_and(|b| b.eq_ignore_ascii_case(head.as_bytes()))
    };
    let head = ["http://", "https://", "www.", "ftp://"]
        .into_iter()
        .find(|head| begins(head))?;
    let end = source.run(at, |c| {
        !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '“' | '”' | '»' | '«')
    });
    let end = without_marks(source, at, end);
    (end > at + head.len()).then_some(end)
}

/// Marks behind an address belong to the sentence around it; a closing bracket only where none opened inside.
fn without_marks(source: &Source<'_>, at: usize, mut end: usize) -> usize {
    let mut open: isize = source.text[at..end]
        .bytes()
        .map(|b| match b {
            b'(' => 1,
            b')' => -1,
            _ => 0,
        })
        .sum();
    while end > at {
        let last = source.before(end);
        match last {
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | ']' | '*' | '…' => {}
            ')' if open < 0 => open += 1,
            _ => break,
        }
        end -= last.len_utf8();
    }
    end
}

/// "@name", "#topic".
fn handle(source: &Source<'_>, at: usize, c: char) -> Option<usize> {
    let first = source.at(at + 1);
    let fits = if c == '#' {
        first.is_alphabetic()
    } else {
        first.is_ascii_alphanumeric() || first == '_'
    };
    fits.then(|| source.run(at + 1, |c| c.is_alphanumeric() || c == '_'))
}

fn mail(source: &Source<'_>, at: usize) -> Option<usize> {
    if !source.has_at {
        return None;
    }
    let window = &source.text.as_bytes()[at..(at + LONGEST_LOCAL_PART + 1).min(source.text.len())];
    let local = window
        .iter()
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'%' | b'+' | b'-'))
        .count();
    if local == 0 || window.get(local) != Some(&b'@') {
        return None;
    }
    let host = at + local + 1;
    let end = source.run(host, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let end = host + source.text[host..end].trim_end_matches(['.', '-']).len();
    source.text[host..end].contains('.').then_some(end)
}

/// "example.com", "news.example.co.uk/path".
fn domain(source: &Source<'_>, at: usize, c: char) -> Option<usize> {
    if !c.is_ascii_alphanumeric() || source.before(at).is_alphanumeric() {
        return None;
    }
    let first = source.bytes(at, |b| b.is_ascii_alphanumeric() || *b == b'-');
    if source.at(first) != '.' || !source.at(first + 1).is_ascii_alphanumeric() {
        return None;
    }
    let end = source.run(first, |c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-'));
    let end = at + source.text[at..end].trim_end_matches(['.', '-']).len();
    let name = &source.text[at..end];
    let (_, ending) = name.rsplit_once('.')?;
    let known = DOMAINS.iter().any(|d| ending.eq_ignore_ascii_case(d));
    // "3.5.de" is no host, and neither is a name that begins with its second part in capitals ("ended.De").
    if !known || !name.contains(|c: char| c.is_ascii_alphabetic()) || ending.starts_with(char::is_uppercase) {
        return None;
    }
    if source.at(end) == '/' {
        let path = source.run(end, |c| {
            !c.is_whitespace() && !matches!(c, '"' | '<' | '>' | '“' | '”')
        });
        return Some(without_marks(source, at, path));
    }
    Some(end)
}
