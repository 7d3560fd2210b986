//! The command line as people run it: the built program, files in a folder, lines on standard input.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use crossread::article::ingest::{File, ingest};
use crossread::knowledge::Model;
use crossread::{analyse, report};
use serde_json::{Value, json};

const WIRE: &str = "The old bridge in Northmoor will close for two years from Monday, the city council said.\n\n\
    “Nobody will be cut off,” Mayor Anna Berg told reporters on Friday. 🎉\n";
const LATE: &str = "The old bridge in Northmoor could close for three years from Monday, the city council said.\n\n\
    “Nobody will be cut off,” Berg said.\n";

/// A folder of its own for each test, emptied when the test begins.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("command").join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the folder can be made");
    for (file, bytes) in files {
        fs::write(folder.join(file), bytes).expect("the file can be written");
    }
    folder
}

fn run(folder: &Path, words: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(words)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program is built");
    let mut pipe = child.stdin.take().expect("standard input is a pipe");
    // A program that does not read closes the pipe; that is its right.
    let _ = pipe.write_all(input.as_bytes());
    drop(pipe);
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

fn line(value: &Value) -> String {
    value.to_string() + "\n"
}

#[test]
fn the_corrections_of_a_project_are_applied() {
    let known = ingest(&File::new("a.txt", WIRE.as_bytes()), &Model::embedded());
    let sha256 = &known.articles[0].sha256;
    let project = format!(
        r#"{{"crossread":1,"decisions":[{{"do":"published","article":{{"sha256":"{sha256}","number":1}},"value":"2019-04-01"}}]}}"#
    );
    let files: [(&str, &[u8]); 4] = [
        ("a.txt", WIRE.as_bytes()),
        ("one.crossread", project.as_bytes()),
        ("later.crossread", br#"{"decisions":[{"do":"paint"}]}"#),
        ("none.crossread", b"Rain."),
    ];
    let folder = folder("project", &files);
    let ended = run(&folder, &["a.txt", "--json", "--project", "one.crossread"], "");
    assert_eq!(ended.status.code(), Some(0));
    assert!(text(&ended.stdout).contains(r#""published":{"value":"2019-04-01","source":"decided""#));
    for (name, reason) in [
        ("later.crossread", "use a newer one"),
        ("none.crossread", "it is no project file"),
        ("absent.crossread", "No such file"),
    ] {
        let ended = run(&folder, &["a.txt", "--project", name], "");
        assert_eq!(ended.status.code(), Some(2), "{name}");
        assert!(
            text(&ended.stderr).contains(reason),
            "{name}: {}",
            text(&ended.stderr)
        );
    }
}

#[test]
fn files_give_the_library_s_report_in_any_order() {
    let files: [(&str, &[u8]); 3] = [
        ("a.txt", WIRE.as_bytes()),
        ("b.txt", LATE.as_bytes()),
        ("c.txt", b"Rain."),
    ];
    let folder = folder("orders", &files);
    let model = Model::embedded();
    let documents = files
        .iter()
        .flat_map(|(name, bytes)| ingest(&File::new(name, bytes), &model).articles);
    let wanted = report::json(&report::report(&analyse(documents, &model), &[]));
    for order in [
        ["a.txt", "b.txt", "c.txt"],
        ["a.txt", "c.txt", "b.txt"],
        ["b.txt", "a.txt", "c.txt"],
        ["b.txt", "c.txt", "a.txt"],
        ["c.txt", "a.txt", "b.txt"],
        ["c.txt", "b.txt", "a.txt"],
    ] {
        let ended = run(&folder, &[&order[..], &["--json"]].concat(), "");
        assert_eq!(ended.status.code(), Some(0));
        assert_eq!(text(&ended.stdout), wanted, "{order:?}");
        assert_eq!(text(&ended.stderr), "");
    }
}

/// A folder is all files in it, at any depth, but for hidden ones.
#[test]
fn a_folder_is_the_files_in_it() {
    let folder = folder("folder", &[]);
    fs::create_dir_all(folder.join("week/monday/.cache")).expect("the folder can be made");
    for (path, text) in [
        ("week/b.txt", LATE),
        ("week/monday/a.txt", WIRE),
        ("week/.hidden.txt", "Hidden words stay hidden."),
        ("week/monday/.cache/c.txt", "Hidden words stay hidden."),
    ] {
        fs::write(folder.join(path), text).expect("the file can be written");
    }
    let named = run(&folder, &["week/b.txt", "week/monday/a.txt", "--json"], "");
    for words in [["week", "--json"], ["./week/", "--json"]] {
        let ended = run(&folder, &words, "");
        assert_eq!(ended.status.code(), Some(0), "{}", text(&ended.stderr));
        assert_eq!(text(&ended.stdout), text(&named.stdout));
    }
    for number in 0..1_001 {
        fs::write(folder.join(format!("week/empty-{number:04}.txt")), "").expect("the file can be written");
    }
    let ended = run(&folder, &["week"], "");
    assert_eq!(ended.status.code(), Some(1));
    assert!(text(&ended.stderr).contains("week cannot be opened: it has more than 1000 files"));
}

#[test]
fn one_bad_file_costs_the_others_nothing() {
    let folder = folder(
        "bad",
        &[
            ("a.txt", WIRE.as_bytes()),
            ("b.txt", LATE.as_bytes()),
            ("empty.txt", b" \n"),
        ],
    );
    fs::create_dir(folder.join("hollow")).expect("the folder can be made");
    let alone = run(&folder, &["a.txt", "b.txt", "--json"], "");
    for words in [
        ["a.txt", "empty.txt", "missing.txt", "b.txt", "hollow"],
        ["missing.txt", "b.txt", "hollow", "empty.txt", "a.txt"],
    ] {
        let ended = run(&folder, &[&words[..], &["--json"]].concat(), "");
        assert_eq!(ended.status.code(), Some(1));
        for message in [
            "empty.txt holds no text; check that it was saved completely\n",
            "missing.txt cannot be opened: there is no such file; check its name\n",
            "hollow cannot be opened: it is a folder without files; name another\n",
        ] {
            assert!(text(&ended.stderr).contains(message), "{}", text(&ended.stderr));
        }
        let (mut report, calm): (Value, Value) = (
            serde_json::from_slice(&ended.stdout).expect("a report"),
            serde_json::from_slice(&alone.stdout).expect("a report"),
        );
        let failed: Vec<&str> = report["failures"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|f| f["file"].as_str())
            .collect();
        assert_eq!(failed, ["empty.txt", "hollow", "missing.txt"]);
        report["failures"] = json!([]);
        assert_eq!(report, calm);
    }
}

#[test]
fn lines_are_read_as_files_are() {
    let folder = folder("lines", &[("a.txt", WIRE.as_bytes()), ("b.md", LATE.as_bytes())]);
    let files = run(&folder, &["a.txt", "b.md", "--json"], "");
    // "VGhl…" is LATE in base64.
    let late = "VGhlIG9sZCBicmlkZ2UgaW4gTm9ydGhtb29yIGNvdWxkIGNsb3NlIGZvciB0aHJlZSB5ZWFycyBmcm9tIE1vbmRheSwgdGhlIGNpdHkg\
        Y291bmNpbCBzYWlkLgoK4oCcTm9ib2R5IHdpbGwgYmUgY3V0IG9mZizigJ0gQmVyZyBzYWlkLgo=";
    let first = line(&json!({"file": "a.txt", "text": WIRE, "unknown": 1, "date": null}));
    let second = line(&json!({"file": "b.md", "base64": late, "format": "md"}));
    for input in [first.clone() + &second, format!("{second}\r\n\n{first}")] {
        let lines = run(&folder, &["--json"], &input);
        assert_eq!(text(&lines.stdout), text(&files.stdout));
        assert_eq!(lines.status.code(), Some(0));
    }
}

#[test]
fn each_line_alone_gives_a_report_a_line() {
    let folder = folder("each", &[("a.txt", WIRE.as_bytes())]);
    let alone = run(&folder, &["a.txt", "--json"], "");
    let good = line(&json!({"file": "a.txt", "text": WIRE}));
    let addressed = line(&json!({"file": "a.txt", "text": WIRE, "url": "https://paper.example/1"}));
    let bad = [
        (
            "not json\n",
            "line 2 cannot be opened: it is not JSON; write one object a line",
        ),
        (
            "[1]\n",
            "line 3 cannot be opened: it is not an object whose values are strings",
        ),
        (
            "{\"file\": \"x\"}\n",
            "x cannot be opened: it has neither \"text\" nor \"base64\"; give one of them",
        ),
        (
            "{\"file\": \"x\", \"base64\": \"*\"}\n",
            "x cannot be opened: its \"base64\" cannot be decoded",
        ),
        (
            "{\"text\": \"a\", \"base64\": \"YQ==\"}\n",
            "line 6 cannot be opened: it has both",
        ),
        (
            "{\"text\": \"a\", \"date\": \"2025-02-30\"}\n",
            "line 7 cannot be opened: its \"date\" is no day",
        ),
        (
            "{\"text\": \"a\", \"format\": \"nothing\"}\n",
            "line 8 cannot be opened: its \"format\" is none",
        ),
        ("{\"text\": \" \"}\n", "line 9 holds no text"),
    ];
    let input = good.clone() + &bad.map(|(line, _)| line).concat() + &addressed + good.trim_end();
    let ended = run(&folder, &["each", "--json"], &input);
    assert_eq!(ended.status.code(), Some(1));
    let reports: Vec<&str> = text(&ended.stdout).split_inclusive('\n').collect();
    assert_eq!(reports.len(), 11);
    assert_eq!([reports[0], reports[10]], [text(&alone.stdout); 2]);
    let addressed: Value = serde_json::from_str(reports[9]).expect("a report");
    assert_eq!(addressed["articles"][0]["url"], "https://paper.example/1");
    for ((_, message), (report, said)) in bad
        .iter()
        .zip(reports[1..].iter().zip(text(&ended.stderr).lines()))
    {
        assert!(said.starts_with(message), "{said}");
        let report: Value = serde_json::from_str(report).expect("a report");
        assert_eq!(report["failures"][0]["message"], said);
        assert_eq!(report["articles"], json!([]));
    }
}

/// The answer to a line comes before the next line is asked for.
#[test]
fn each_streams() {
    use std::io::{BufRead, BufReader};
    let mut child = Command::new(env!("CARGO_BIN_EXE_crossread"))
        .args(["each", "--json"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program is built");
    let mut pipe = child.stdin.take().expect("standard input is a pipe");
    let mut out = BufReader::new(child.stdout.take().expect("standard output is a pipe"));
    for number in 0..3 {
        let name = format!("{number}.txt");
        pipe.write_all(line(&json!({"file": name, "text": WIRE})).as_bytes())
            .expect("the program reads");
        let mut answer = String::new();
        out.read_line(&mut answer).expect("the program answers");
        assert!(answer.contains(&format!("\"file\":\"{name}\"")), "{answer}");
    }
    drop(pipe);
    assert!(child.wait().expect("the program ends").success());
}

#[test]
fn wrong_use_says_how_it_is_right() {
    let folder = folder("use", &[("a.txt", WIRE.as_bytes())]);
    for (words, message) in [
        (&["--jsno", "a.txt"][..], "there is no option --jsno"),
        (&["a.txt", "--from"], "--from takes a value"),
        (
            &["a.txt", "--from", "nothing"],
            "--from nothing: no format of that name is read",
        ),
        (
            &["a.txt", "--date", "2025-02-30"],
            "--date 2025-02-30: no day; write it as 2025-08-07",
        ),
        (
            &["a.txt", "--date", "2025-2-3"],
            "--date 2025-2-3: no day; write it as 2025-08-07",
        ),
        (&["each", "a.txt"], "each reads standard input and takes no files"),
    ] {
        let ended = run(&folder, words, "");
        assert_eq!(ended.status.code(), Some(2), "{words:?}");
        assert!(
            text(&ended.stderr).starts_with(message),
            "{}",
            text(&ended.stderr)
        );
        assert!(text(&ended.stderr).contains("use: crossread FILE"));
        assert!(ended.stdout.is_empty());
    }
}

#[test]
fn help_and_version_are_told() {
    let folder = folder("help", &[("-odd.txt", WIRE.as_bytes())]);
    let help = run(&folder, &["--help"], "");
    assert_eq!((help.status.code(), help.stderr.len()), (Some(0), 0));
    assert!(text(&help.stdout).contains("crossread each < articles.ndjson"));
    let version = run(&folder, &["--version"], "");
    assert_eq!(
        text(&version.stdout),
        format!("crossread {}\n", env!("CARGO_PKG_VERSION"))
    );
    let odd = run(&folder, &["--json", "--", "-odd.txt"], "");
    assert_eq!(odd.status.code(), Some(0), "{}", text(&odd.stderr));
}

#[test]
fn tokens_are_labelled_as_they_came() {
    let folder = folder("tokens", &[]);
    let input = "-DOCSTART-\tO\n\nAnna\tB-PER\nBerg\nmet\nReuters\non\nFriday\n.\n\nBerg\nleft\nParis\n.\n";
    let output = run(&folder, &["tag", "--tokens"], input);
    let expected = "-DOCSTART-\tO\n\nAnna\tB-PERSON\nBerg\tI-PERSON\nmet\tO\nReuters\tB-ORG\non\tO\n\
        Friday\tB-DATE\n.\tO\n\nBerg\tB-PERSON\nleft\tO\nParis\tB-GPE\n.\tO\n";
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
}
