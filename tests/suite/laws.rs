//! Laws that hold for any input, from bytes to what leaves. Those of single rooms are in `laws_language` and
//! `comparing`.

use crossread::article::ingest::{File, ingest};
use crossread::comparison::diff::Op;
use crossread::comparison::kinship::Verdict;
use crossread::knowledge::Model;
use crossread::report::view;
use crossread::story::ArticleId;
use crossread::{Analysis, Error, analyse};

use crate::check::dice::Dice;
use crate::check::lawful::lawful;

/// News of our own in the shapes that files have.
const ARTICLES: [&str; 4] = [
    "NORTHMOOR, May 6 (Reuters) - The old bridge will close for two years, the city council said on Tuesday.\n\n\
     “Nobody will be cut off,” Mayor Anna Berg told reporters. It will cost $3.5 million, 12% more than planned.\n",
    "# Bridge to close\n\n*By Ann Field*\n\n- 6 May 2031\n- 3 min read\n\nThe old bridge in Northmoor could close for two \
     years.\n\n## What now\n\n> \"Nobody will be cut off,\" Berg said.\n\nComments\n",
    "Photo: Anna Berg, mayor of Northmoor, on March 2, 2029. REUTERS/Tom Hill\r\n\r\nThe old bridge will close for \
     two years, the city council said on Tuesday.\r\n\r\nA council official said it was “unsafe”.\r\n",
    "date 2031-05-06The bridge: 🎉 déjà vu, Zoë’s cafe\u{301}, “Дело” и мост, 旧桥关闭了。市长说。 הגשר ייסגר, \
     amar \u{200f}ראש העיר\u{200e}. 👩‍🚒 said “no”.\n",
];

/// Bytes that decoders, grammars and renderers stumble over.
const HOSTILE: [&[u8]; 30] = [
    b"\xff\xfe",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\x00",
    b"\x00\xd8",
    b"\xed\xa0\x80",
    b"\xc3",
    b"\xf0\x9f\x8e",
    b"\x93quoted\x94",
    b"\x1b[31m",
    b"\r",
    b"\r\n\r\n",
    b"\n\n\n\n",
    b"\x0b\x0c",
    "\u{2028}\u{2029}".as_bytes(),
    "\u{200b}\u{feff}\u{ad}".as_bytes(),
    "\u{301}\u{301}".as_bytes(),
    "\u{10ffff}".as_bytes(),
    "“‘«\"'”".as_bytes(),
    b"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"\"",
    b"((((((((((((((((((((",
    b"- - - - * * * *",
    b"# # # #\n> > > >\n",
    b"99999999999999999999999999 million %",
    b"May May May 31 31 31, 2025-02-30",
    b"................",
    b"A.B.C.D.E.F.G.H.",
    b"<script>alert(1)</script>",
    b"---\ntitle: x\n---\n",
    b"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
];

/// An article whose bytes were tampered with: cut, doubled, overwritten, with hostile pieces put in.
fn tampered(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = ARTICLES[dice.roll(ARTICLES.len())].as_bytes().to_vec();
    if dice.roll(8) == 0 {
        let units = String::from_utf8_lossy(&bytes).encode_utf16().collect::<Vec<_>>();
        bytes = [0xff, 0xfe]
            .into_iter()
            .chain(units.iter().flat_map(|unit| unit.to_le_bytes()))
            .collect();
    }
    for _ in 0..dice.roll(8) {
        let at = dice.roll(bytes.len() + 1);
        let end = (at + dice.roll(40)).min(bytes.len());
        match dice.roll(5) {
            0 => drop(bytes.drain(at..end)),
            1 => {
                let copy = bytes[at..end].to_vec();
                bytes.splice(at..at, copy);
            }
            2 if at < bytes.len() => bytes[at] = dice.roll(256) as u8,
            _ => {
                let piece = HOSTILE[dice.roll(HOSTILE.len())];
                bytes.splice(at..at, piece.repeat(1 + dice.roll(3)));
            }
        }
    }
    bytes
}

fn read(files: &[(&str, &[u8])], model: &Model) -> (Analysis, Vec<Error>) {
    let mut failures = Vec::new();
    let mut documents = Vec::new();
    for (name, bytes) in files {
        let contents = ingest(&File::new(name, bytes), model);
        documents.extend(contents.articles);
        failures.extend(contents.failures);
    }
    (analyse(documents, model), failures)
}

#[test]
fn any_bytes_are_read_whole_or_refused() {
    let model = Model::embedded();
    let mut dice = Dice(5);
    let mut refused = 0;
    for _ in 0..400 {
        let files: Vec<Vec<u8>> = (0..=dice.roll(3)).map(|_| tampered(&mut dice)).collect();
        let names = ["a.txt", "b.md", "c", "d.txt"];
        let files: Vec<(&str, &[u8])> = names.into_iter().zip(files.iter().map(Vec::as_slice)).collect();
        let (analysis, failures) = read(&files, &model);
        assert_eq!(analysis.story.articles.len() + failures.len(), files.len());
        lawful(&analysis, &failures);
        refused += failures.len();
    }
    assert!(refused > 0, "no file was hostile enough to be refused");
    for bytes in HOSTILE {
        let (analysis, failures) = read(&[("a.txt", bytes), ("b.md", &bytes.repeat(50))], &model);
        lawful(&analysis, &failures);
    }
}

/// Emoji, CRLF, combining marks and right-to-left text, where bytes, code points and UTF-16 differ.
#[test]
fn offsets_point_in_any_script() {
    let model = Model::embedded();
    let files = ARTICLES.map(|text| text.replace("the city", "🎉 the “ville d’Évian” ירושלים e\u{301}"));
    let files: Vec<(&str, &[u8])> = files.iter().map(|text| ("a.txt", text.as_bytes())).collect();
    let (analysis, failures) = read(&files, &model);
    assert!(failures.is_empty());
    lawful(&analysis, &failures);
    let found = |count: fn(&crossread::article::Article) -> usize| {
        analysis
            .story
            .articles
            .iter()
            .map(|one| count(one))
            .sum::<usize>()
            > 3
    };
    assert!(found(|article| article.mentions.len()) && found(|article| article.times.len()));
    assert!(
        found(|article| article.quotes.len()),
        "the law was tried on nothing"
    );
    assert!(!analysis.comparison.alignments.is_empty());
}

#[test]
fn no_order_leaves_a_trace() {
    let model = Model::embedded();
    // Two files of one name, a copy, and one that is refused.
    let files: [(&str, &[u8]); 5] = [
        ("a.txt", ARTICLES[0].as_bytes()),
        ("a.txt", ARTICLES[2].as_bytes()),
        ("b.md", ARTICLES[1].as_bytes()),
        ("c.txt", ARTICLES[0].as_bytes()),
        ("d.txt", b" "),
    ];
    let mut dice = Dice(9);
    let mut order = files;
    let wanted = {
        let (analysis, failures) = read(&files, &model);
        lawful(&analysis, &failures)
    };
    for _ in 0..24 {
        order.swap(dice.roll(5), dice.roll(5));
        let (analysis, failures) = read(&order, &model);
        assert!(
            lawful(&analysis, &failures) == wanted,
            "{:?}",
            order.map(|(name, _)| name)
        );
    }
}

#[test]
fn an_article_against_itself_differs_in_nothing() {
    let model = Model::embedded();
    for text in ARTICLES {
        let text = text.as_bytes();
        let (analysis, _) = read(&[("a.txt", text), ("b.txt", text)], &model);
        let comparison = &analysis.comparison;
        assert!(comparison.changes.is_empty(), "{:?}", comparison.changes);
        for link in &comparison.alignments {
            assert!(
                !link.moved && link.edits.iter().all(|edit| edit.op == Op::Equal),
                "{link:?}"
            );
        }
        for passage in &comparison.passages {
            assert_eq!(passage.members.len(), 2, "{passage:?}");
        }
        assert_eq!(comparison.relations.kinship[0].verdict, Verdict::SameText);
    }
}

/// One thing over and over, which grammars and diffs may find slow: work is capped, so each ends in good time.
#[test]
fn monotony_is_no_trap() {
    let model = Model::embedded();
    let times = |piece: &str| piece.repeat(30_000 / piece.len());
    for piece in [
        "\"",
        "“",
        "'",
        "(",
        "a ",
        "A. ",
        "A",
        "\n",
        "# x\n",
        "- x\n",
        "> x\n\n",
        "1 ",
        "1,",
        "May ",
        "said ",
        "Mr. ",
        "Berg ",
        "\"a\" she said. ",
        "The mayor said that ",
        "of the ",
        "今天",
        "\u{301}",
        "🎉",
        "U.S. ",
        "Anna Berg, ",
        "— ",
        "... ",
        "Photo: ",
        "By Ann Field\n",
        "2031-05-06\n",
        "http://a.example/",
        "x\u{200d}",
        "* * *\n",
        "| ",
        "&amp;",
    ] {
        let start = std::time::Instant::now();
        let (first, second) = (times(piece), times(piece) + "The end.");
        let (analysis, failures) = read(
            &[("a.txt", first.as_bytes()), ("b.md", second.as_bytes())],
            &model,
        );
        lawful(&analysis, &failures);
        let seconds = start.elapsed().as_secs_f32();
        println!("{piece:?}: {seconds:.2} s");
        // Each takes below one second here, in a debug build; what is quadratic took a minute.
        assert!(seconds < 15.0, "{piece:?} over and over took {seconds} s");
    }
}

/// Either way: the sentence that tells both stands beside its halves, and where the far one stands a sign leads there.
#[test]
fn halves_that_stand_apart_are_beside_their_sentence() {
    const WHOLE: &str =
        "The council approved the plan on Monday, and the mayor said that work would begin in May.";
    const HALVES: [&str; 2] = [
        "The council approved the plan on Monday.",
        "Work will begin in May, the mayor said.",
    ];
    const MORE: &str = "\n\nThe harbour has been closed since a storm damaged its western wall two years ago.\n\n\
        Fishermen had asked for a decision for months, and some of them had moved their boats to the next town.\n\n";
    let whole = format!("{WHOLE}{MORE}");
    let cut = format!("{}{MORE}{}", HALVES[0], HALVES[1]);
    let model = Model::embedded();
    for turned in [false, true] {
        let names = if turned {
            ["b.txt", "a.txt"]
        } else {
            ["a.txt", "b.txt"]
        };
        let texts = [(names[0], &whole), (names[1], &cut)];
        let contents = texts.map(|(name, text)| ingest(&File::new(name, text.as_bytes()), &model));
        let analysis = analyse(contents.into_iter().flat_map(|one| one.articles), &model);
        lawful(&analysis, &[]);
        let pair = view::pair(&analysis, ArticleId(0), ArticleId(1), usize::MAX);
        let signs: Vec<_> = pair.rows.iter().filter(|row| row.kind == "elsewhere").collect();
        let [sign] = signs.as_slice() else {
            panic!("one sign: {signs:?}");
        };
        let row = pair
            .rows
            .iter()
            .find(|row| Some(&row.id) == sign.partner.as_ref());
        let row = row.expect("a sign leads to a row");
        assert_eq!((row.kind, row.moved), ("edited", false));
        let own = if turned { &sign.a } else { &sign.b };
        let words = |cell: &view::Cell| cell.runs.iter().map(|run| run.text.as_str()).collect::<String>();
        assert_eq!(own.as_ref().map(words).as_deref(), Some(HALVES[1]));
        let halves = if turned { &row.a } else { &row.b };
        assert_eq!(halves.as_ref().map(words), Some(HALVES.join(" ")));
    }
}
