//! Files of other formats, as people drop them.

use std::path::PathBuf;

use xtask::browser::Page;
use xtask::root;

use crate::visit::{failures, shows, string, view, visit};

fn fixture(name: &str) -> PathBuf {
    root().join("tests/formats/files").join(name)
}

#[test]
fn a_word_document_a_saved_page_and_an_archive_become_cards() {
    let files = ["python-tunnel.docx", "tunnel.mhtml", "mixed.zip"].map(fixture);
    visit(|page| {
        page.drop_files(&files)?;
        shows(
            page,
            &["mixed.zip › museum.html", "python-tunnel.docx", "tunnel.mhtml"],
        )?;
        let said = failures(page)?;
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("scan.pdf in mixed.zip"), "{said:?}");
        let titles = string(
            page,
            "[...document.querySelectorAll('.card .title')].map((one) => one.textContent).join('|')",
        )?;
        assert_eq!(
            titles,
            "Museum returns bronze heads to island nation|Harbour tunnel shut after leak in northern tube|\
             Harbour tunnel shut after leak in northern tube"
        );
        page.click("#tab-read")?;
        view(page, "read")
    });
}

#[test]
fn each_article_of_a_file_can_be_removed_and_comes_back() {
    let name = "graph.jsonld";
    visit(|page| {
        page.drop_files(&[fixture(name)])?;
        shows(page, &[name, name])?;
        page.click(".card button")?;
        shows(page, &[name])?;
        page.click("#undo")?;
        shows(page, &[name, name])?;
        // The same file once more changes nothing.
        page.drop_files(&[fixture(name)])?;
        shows(page, &[name, name])
    });
}

#[test]
fn what_reads_pdfs_is_loaded_with_the_first_of_them() {
    let asked = |page: &Page| {
        let requests = &page.records().requests;
        requests
            .iter()
            .filter(|one| one.contains("crossread_pdf"))
            .count()
    };
    visit(|page| {
        page.drop_files(&[fixture("lines.jsonl")])?;
        page.wait("document.querySelectorAll('.card').length === 5")?;
        assert_eq!(asked(page), 0);
        page.drop_files(&[fixture("printed-dam.pdf")])?;
        page.wait("document.querySelectorAll('.card').length === 6")?;
        assert_eq!(asked(page), 2, "the module and its glue");
        page.drop_files(&["nexis.pdf", "mixed.zip"].map(fixture))?;
        page.wait("document.querySelectorAll('.card').length === 10")?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].contains("scan.pdf in mixed.zip is a PDF that is damaged"),
            "{said:?}"
        );
        page.drop_files(
            &["scan.pdf", "locked.pdf"].map(|name| root().join("tests/formats/refused").join(name)),
        )?;
        page.wait("document.querySelectorAll('.failure').length === 3")?;
        let said = failures(page)?.join("\n");
        assert!(
            said.contains("without a text layer") && said.contains("with a password"),
            "{said}"
        );
        assert_eq!(asked(page), 2, "once");
        Ok(())
    });
}

#[test]
fn what_was_copied_from_a_page_keeps_its_parts() {
    visit(|page| {
        page.evaluate(
            "(() => {
                const data = new DataTransfer();
                data.setData('text/plain', 'Bridge to close');
                data.setData('text/html', '<h1>Bridge to close</h1><p>The old bridge will close on Friday, the mayor said.</p>');
                document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
            })()",
        )?;
        shows(page, &["Pasted text 1"])?;
        let title = string(page, "document.querySelector('.card .title').textContent")?;
        assert_eq!(title, "Bridge to close");
        Ok(())
    });
}
