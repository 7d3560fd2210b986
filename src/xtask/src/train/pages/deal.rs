//! Which fold a site is dealt to; the score of pages reads this file too, so that both mean the same sites.

use crossread::text::hash;

/// Folds of sites that the trees are grown on; as many sites as in one fold are held back for the score.
pub(crate) const FOLDS: usize = 4;

/// A site's number, and its fold; `None` where it is held back.
pub(crate) fn deal(url: &str) -> (u64, Option<usize>) {
    let site = hash::verbatim(site(url));
    let deal = (hash::finish(site) % (FOLDS as u64 + 1)) as usize;
    (site, deal.checked_sub(1))
}

/// The part of a host that one owner has: two labels, three below "co.uk" and the like.
fn site(url: &str) -> &str {
    let host = url
        .split("://")
        .nth(1)
        .unwrap_or(url)
        .split(['/', ':', '?'])
        .next()
        .unwrap_or("");
    let labels: Vec<&str> = host.rsplit('.').collect();
    let short = |label: &&str| matches!(*label, "co" | "com" | "org" | "ac" | "gov" | "net" | "edu");
    let keep = if labels.get(1).is_some_and(short) && labels[0].len() == 2 {
        3
    } else {
        2
    };
    let length: usize = labels.iter().take(keep).map(|label| label.len() + 1).sum();
    &host[host.len().saturating_sub(length.saturating_sub(1))..]
}
