//! What cannot be read never costs the rest, and is said in words that help.

use std::fs::File;

use serde_json::json;

use crate::visit::{NAMES, failures, file, fresh, samples, shows, visit};

#[test]
fn bad_files_among_good_ones_cost_nothing_and_say_why() {
    let place = "bad-files";
    let mut files = vec![
        file(place, "empty.txt", b""),
        file(place, "blank.txt", b" \n\t\n"),
        file(
            place,
            "binary.dat",
            &[0, 159, 146, 150, 0, 0, 1, 2, 255, 0, 7, 0, 3],
        ),
        file(place, "picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"),
        file(place, "report.pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"),
        file(place, "report.docx", b"PK\x03\x04\x14\0\x06\0\x08\0\0\0!\0"),
    ];
    files.splice(1..1, samples());
    visit(|page| {
        page.drop_files(&files)?;
        shows(page, &NAMES)?;
        let said = failures(page)?;
        let told = [
            "empty.txt",
            "blank.txt",
            "binary.dat",
            "picture.txt",
            "report.pdf",
            "report.docx",
        ];
        for (name, words) in told.iter().zip(&said) {
            assert!(words.starts_with(name), "{words} does not begin with {name}");
            assert!(
                words.ends_with('.') && !words.ends_with(".."),
                "{words} is no sentence"
            );
            assert!(words.contains(';'), "{words} does not say what to do");
        }
        assert_eq!(said.len(), told.len(), "{said:#?}");
        assert!(said[4].contains("PDF"), "{}", said[4]);
        // Each message goes when it is dismissed, and only it.
        page.click(".failure button")?;
        page.wait("document.querySelectorAll('.failure').length === 5")?;
        assert!(failures(page)?[0].starts_with("blank.txt"));
        shows(page, &NAMES)?;
        // A few stand above what was read, the rest is folded; all go at once, or with what they came with.
        let seen = "[...document.querySelectorAll('.failure')].filter((one) => one.checkVisibility()).length";
        assert_eq!(page.evaluate(seen)?, json!(3));
        page.click("#failures summary")?;
        page.wait(&format!("{seen} === 5"))?;
        page.click(".failure button")?;
        page.wait(&format!("{seen} === 4"))?;
        page.click("#failures [data-do=dismiss]")?;
        page.wait("!document.querySelector('#failures *')")?;
        page.drop_files(&files)?;
        page.wait(
            "document.querySelectorAll('.failure').length === 6 && !document.querySelector('progress')",
        )?;
        page.click("#clear-all")?;
        page.wait("!document.querySelector('#failures *, .card')")
    });
}

#[test]
fn a_file_that_is_too_large_is_not_read_and_says_so() {
    let place = fresh("large");
    let large = place.join("archive.txt");
    // A hole in the disk: it takes no room, and is more than a browser could hold.
    let hole = File::create(&large).expect("target is ours");
    hole.set_len(6 * 1024 * 1024 * 1024).expect("target is ours");
    let mut files = samples();
    files.insert(0, large.clone());
    visit(|page| {
        page.drop_files(&files)?;
        shows(page, &NAMES)?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].starts_with("archive.txt is larger than 256 MB"),
            "{said:?}"
        );
        Ok(())
    });
    std::fs::remove_file(large).expect("target is ours");
}

#[test]
fn a_file_that_is_gone_before_it_is_read_is_named() {
    let gone = file(
        "gone",
        "gone.txt",
        b"The bridge will open on Friday, the mayor said.",
    );
    let mut files = samples();
    files.insert(0, gone.clone());
    visit(|page| {
        // The first to see the drop takes the file away, before the page asks for its bytes.
        page.evaluate("addEventListener('drop', () => { const end = Date.now() + 300; while (Date.now() < end); }, true)")?;
        let away = std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_millis(150));
            std::fs::remove_file(gone)
        });
        page.drop_files(&files)?;
        away.join()
            .expect("it does not panic")
            .expect("the file was there");
        shows(page, &NAMES)?;
        let said = failures(page)?;
        assert!(
            said.len() == 1 && said[0].starts_with("gone.txt could not be opened"),
            "{said:?}"
        );
        Ok(())
    });
}

#[test]
fn nothing_but_bad_files_leaves_the_page_as_it_was() {
    let empty = file("only-bad", "empty.txt", b"");
    visit(|page| {
        page.drop_files(&[empty])?;
        page.wait("document.querySelector('.failure') && !document.querySelector('progress')")?;
        page.wait(
            "document.body.dataset.state === 'empty' && !document.querySelector('#result').checkVisibility()",
        )?;
        // A good file afterwards is read as ever.
        page.drop_files(&samples()[..1])?;
        shows(page, &NAMES[..1])
    });
}
