//! What people take with them: tables whose offsets point at the text beside them, and findings as text.

use serde_json::Value;
use xtask::Outcome;
use xtask::browser::Page;

use crate::hand::Keys;
use crate::visit::{file, shows, string, strings, take, taken, view, visit};

/// A text in which bytes, UTF-16 and code points all differ, with a cell that a spreadsheet would take for a formula.
const TEXT: &str = "😀 Ferry news\n\n“=1+1 is e\u{301}asy,” Jane Dorrit said on 3 May 2024, with 25% of «it».\r\n\r\nשלום, she said.\n";

/// The members of an archive that packs nothing, each held against its sum.
pub(crate) fn members(archive: &[u8]) -> Vec<(String, String)> {
    let number =
        |at: usize, bytes: usize| (0..bytes).fold(0, |sum, i| sum | usize::from(archive[at + i]) << (8 * i));
    let mut found = Vec::new();
    let mut at = 0;
    while number(at, 4) == 0x0403_4b50 {
        let (sum, size, name) = (number(at + 14, 4), number(at + 18, 4), number(at + 26, 2));
        let (path, text) = (
            &archive[at + 30..at + 30 + name],
            &archive[at + 30 + name..at + 30 + name + size],
        );
        assert_eq!(crc(text), sum, "{}", String::from_utf8_lossy(path));
        let words = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("all is UTF-8");
        found.push((words(path), words(text)));
        at += 30 + name + size;
    }
    // The directory, and the end, which counts its entries.
    assert_eq!(number(at, 4), 0x0201_4b50);
    let end = archive.len() - 22;
    assert_eq!(
        (number(end, 4), number(end + 10, 2), number(end + 16, 4)),
        (0x0605_4b50, found.len(), at)
    );
    found
}

fn crc(bytes: &[u8]) -> usize {
    let step = |sum: u32| {
        if sum & 1 == 1 {
            sum >> 1 ^ 0xedb8_8320
        } else {
            sum >> 1
        }
    };
    let sum = bytes.iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| step(sum))
    });
    !sum as usize
}

/// The rows of a table, the first with the names of its columns.
pub(crate) fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let (mut quoted, mut letters) = (false, csv.chars().peekable());
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("one is open");
        let cell = row.last_mut().expect("one is open");
        match letter {
            '"' if quoted && letters.next_if_eq(&'"').is_some() => cell.push('"'),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(String::new()),
            '\n' if !quoted && cell.ends_with('\r') => {
                cell.pop();
                rows.push(vec![String::new()]);
            }
            _ => cell.push(letter),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends");
    rows
}

/// Holds every text of a table against its offsets in the report, and gives the column of texts.
fn holds(name: &str, csv: &str, report: &Value, defused: &str) -> Vec<String> {
    let rows = rows(csv.trim_start_matches('\u{feff}'));
    let place = |column: &str| rows[0].iter().position(|one| one == column);
    let (Some(start), Some(end), Some(text)) = (place("start"), place("end"), place("text")) else {
        return Vec::new();
    };
    let whole: Vec<char> = report["articles"][0]["text"]
        .as_str()
        .expect("a text")
        .chars()
        .collect();
    let number = |cell: &String| cell.parse::<usize>().expect("a number");
    for row in &rows[1..] {
        let cut: String = whole[number(&row[start])..number(&row[end])].iter().collect();
        assert_eq!(
            row[text].strip_prefix(defused).unwrap_or(&row[text]),
            cut,
            "{name}"
        );
    }
    rows[1..].iter().map(|row| row[text].clone()).collect()
}

fn opened(page: &mut Page) -> Outcome {
    page.drop_files(&[file("taking", "ferry.txt", TEXT.as_bytes())])?;
    shows(page, &["ferry.txt"])
}

#[test]
fn tables_hold_the_text_that_their_offsets_say() {
    visit(|page| {
        opened(page)?;
        let report = taken(page, "json", "taking-json")?;
        let report: Value = serde_json::from_slice(&report).expect("the report is JSON");
        for (button, defused, begins) in [
            ("tables", "", "document,"),
            ("spreadsheet", "'", "\u{feff}document,"),
        ] {
            let archive = taken(page, button, &format!("taking-{button}"))?;
            let tables = members(&archive);
            assert_eq!(tables.len(), 10);
            for (name, csv) in &tables {
                let texts = holds(name, csv, &report, defused);
                if [
                    "paragraphs.csv",
                    "sentences.csv",
                    "mentions.csv",
                    "quotes.csv",
                    "times.csv",
                    "numbers.csv",
                ]
                .contains(&name.as_str())
                {
                    assert!(!texts.is_empty() && csv.starts_with(begins), "{name}: {csv}");
                }
                if name == "quotes.csv" {
                    assert!(texts[0].starts_with(&format!("{defused}=1+1")), "{texts:?}");
                }
            }
        }
        Ok(())
    });
}

#[test]
fn findings_are_copied_as_markdown() {
    visit(|page| {
        page.drop_files(&crate::visit::samples()[..2])?;
        shows(page, &crate::visit::NAMES[..2])?;
        page.evaluate(
            "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }",
        )?;
        take(page, "markdown")?;
        page.wait("window.copied && document.querySelector('#toast').textContent.includes('Markdown')")?;
        let text = string(page, "window.copied")?;
        assert!(
            text.starts_with("# ") && text.contains("- **A** ") && text.contains("\n1. **"),
            "{text}"
        );
        Ok(())
    });
}

/// The window is used by keys alone, every choice says what it is, and the focus comes back.
#[test]
fn all_that_can_be_taken_is_offered_in_groups() {
    visit(|page| {
        page.drop_files(&crate::visit::samples())?;
        shows(page, &crate::visit::NAMES)?;
        page.evaluate(
            "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }",
        )?;
        Keys.uses(page, "#take")?;
        let open = "document.querySelector('#take-dialog').open";
        page.wait(open)?;
        let groups = strings(
            page,
            "[...document.querySelectorAll('#take-dialog fieldset')].map((one) => one.querySelector('legend').textContent + ' '
                + [...one.querySelectorAll('button')].filter((one) => one.querySelector('b').textContent && one.querySelector('small').textContent).length)",
        )?;
        assert_eq!(groups.len(), 4);
        let named: Vec<_> = groups
            .iter()
            .map(|one| one.rsplit_once(' ').expect("a count"))
            .collect();
        assert!(named.iter().all(|(legend, _)| !legend.is_empty()), "{groups:?}");
        let counts: Vec<_> = named.iter().map(|(_, count)| *count).collect();
        assert_eq!(counts, ["4", "2", "3", "4"]);
        Keys.uses(page, "#take-dialog [data-do=markdown]")?;
        page.wait(&format!(
            "window.copied && !{open} && document.activeElement.id === 'take'"
        ))?;
        // From the end of the page too, and given up.
        Keys.uses(page, "#foot button")?;
        page.wait(open)?;
        page.press("Escape")?;
        page.wait(&format!(
            "!{open} && document.activeElement.matches('#foot button')"
        ))?;
        // A picture is in sight where it can be saved.
        Keys.uses(page, "#foot button")?;
        Keys.uses(page, "#take-dialog [data-view=timeline]")?;
        view(page, "timeline")?;
        page.wait("(({ top, bottom }) => top < innerHeight && bottom > 0)(document.querySelector('.days-picture').getBoundingClientRect())")?;
        // Two articles have no overview.
        page.click("[data-remove=C]")?;
        shows(page, &crate::visit::NAMES[..2])?;
        page.click("#take")?;
        page.wait(&format!(
            "{open} && document.querySelector('#take-dialog [data-view=many]').hidden"
        ))
    });
}
