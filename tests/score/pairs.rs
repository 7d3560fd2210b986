//! Name pairs: the persons of nomenklatura's cases, F1 of "same", by letters alone.

use std::fs;

use crossread::story::entities::same_person;
use serde_json::Value;

use crate::ratchet::{hold, shared};

#[test]
fn name_pairs() {
    let Some(path) = shared("data/names/names_nomenklatura_cases.jsonl") else {
        return;
    };
    let text = fs::read_to_string(path).expect("the set is UTF-8");
    let cases = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a case a line"));
    // The rules were chosen on the even half; both are printed.
    let mut halves = [(0.0, 0.0, 0.0); 2];
    for (number, case) in cases.filter(|case| case["schema"] == "Person").enumerate() {
        let name = |key: &str| case[key].as_str().expect("a name");
        let (found, same) = (same_person(name("a"), name("b")), case["match"] == true);
        let (hits, founds, wanted) = &mut halves[number % 2];
        *hits += f64::from(u8::from(found && same));
        *founds += f64::from(u8::from(found));
        *wanted += f64::from(u8::from(same));
        if std::env::var_os("PAIRS").is_some() && found != same {
            println!(
                "{} {} | {}",
                if found { "EXTRA" } else { "MISSED" },
                case["a"],
                case["b"]
            );
        }
    }
    let f1 = |(hits, found, wanted): (f64, f64, f64)| 2.0 * hits / (found + wanted);
    println!("even half {:.4}, odd half {:.4}", f1(halves[0]), f1(halves[1]));
    let [a, b] = halves;
    hold(
        "name pairs nomenklatura persons F1",
        f1((a.0 + b.0, a.1 + b.1, a.2 + b.2)),
    );
}
