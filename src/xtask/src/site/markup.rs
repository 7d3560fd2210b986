//! The page's own HTML, read line by line: it is ours, and each element of its head has a line of its own.

use serde_json::Value;

/// How a line begins that names a style.
const STYLE: &str = "<link rel=\"stylesheet\" ";

/// The styles of a page, as CSS imports them: `"./styles/print.css" print`.
pub(super) fn styles(page: &str) -> Vec<String> {
    let lines = page.lines().filter(|line| line.starts_with(STYLE));
    let named = lines.filter_map(|line| {
        let address = attribute(line, "href")?;
        let media = attribute(line, "media").unwrap_or_default();
        Some(format!("\"./{address}\" {media}").trim().to_owned())
    });
    named.collect()
}

/// The hosted page: one file of styles, and the service worker named.
pub(super) fn hosted(page: &str, service: &str) -> Result<String, String> {
    let page = restyled(page, "<link rel=\"stylesheet\" href=\"style.css\">");
    replaced(
        &page,
        "<html lang=\"en\">",
        &format!("<html lang=\"en\" data-service=\"{service}\">"),
    )
}

/// The page with other lines in place of its styles.
pub(super) fn restyled(page: &str, styles: &str) -> String {
    let mut lines: Vec<&str> = page.lines().collect();
    let first = lines.iter().position(|line| line.starts_with(STYLE));
    lines.retain(|line| !line.starts_with(STYLE));
    lines.insert(first.unwrap_or(0), styles);
    lines.join("\n") + "\n"
}

/// The page with its texts where its script would put them, so that it is there before it and nothing moves with it.
pub(super) fn filled(page: &str, texts: &Value) -> Result<String, String> {
    const MARK: &str = "data-text=\"";
    let mut parts = page.split(MARK);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        whole += MARK;
        let (name, _) = part.split_once('"').unwrap_or_default();
        let (tag, rest) = part.split_once('>').unwrap_or_default();
        whole += &format!("{tag}>{}{rest}", escaped(text(texts, name)?));
    }
    let whole = behind(&whole, " data-hint=\"", texts, |text| {
        format!(" placeholder=\"{text}\"")
    })?;
    behind(&whole, " data-title=\"", texts, |text| {
        format!(" aria-label=\"{text}\" title=\"{text}\"")
    })
}

/// The page with more attributes behind those of a name, made of the texts that they name.
fn behind(page: &str, mark: &str, texts: &Value, made: impl Fn(&str) -> String) -> Result<String, String> {
    let mut parts = page.split(mark);
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once('"').unwrap_or_default();
        let text = escaped(text(texts, name)?).replace('"', "&quot;");
        whole += &format!("{mark}{name}\"{}{rest}", made(&text));
    }
    Ok(whole)
}

fn text<'t>(texts: &'t Value, name: &str) -> Result<&'t str, String> {
    let text = texts[name].as_str();
    text.ok_or_else(|| format!("standing.js has no text {name}"))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// The page with something in it replaced that must be there.
pub(super) fn replaced(page: &str, old: &str, new: &str) -> Result<String, String> {
    if page.contains(old) {
        Ok(page.replace(old, new))
    } else {
        Err(format!("index.html has no {old}"))
    }
}

/// The line that begins in this way.
pub(super) fn line<'p>(page: &'p str, begin: &str) -> Result<&'p str, String> {
    let found = page.lines().find(|line| line.starts_with(begin));
    found.ok_or_else(|| format!("index.html has no line {begin}"))
}

fn attribute<'l>(line: &'l str, name: &str) -> Option<&'l str> {
    let (_, rest) = line.split_once(&format!("{name}=\""))?;
    Some(rest.split_once('"')?.0)
}
