//! One test a room: every case below `tests/rooms/<room>` holds. See `tests/README.md`.

use crate::check;

#[test]
fn ingest() {
    check::room("ingest", check::ingest);
}

#[test]
fn segment() {
    check::room("segment", check::segment);
}

#[test]
fn tag() {
    check::room("tag", check::tag);
}

#[test]
fn names() {
    check::room("names", check::names);
}

#[test]
fn entities() {
    check::room("entities", check::entities);
}

#[test]
fn times() {
    check::room("times", check::times);
}

#[test]
fn numbers() {
    check::room("numbers", check::numbers);
}

#[test]
fn align() {
    check::room("align", check::align);
}

#[test]
fn diff() {
    check::room("diff", check::diff);
}

#[test]
fn quotes() {
    check::room("quotes", check::quotes);
}

#[test]
fn decisions() {
    check::room("decisions", check::decisions);
}

#[test]
fn consistency() {
    check::room("consistency", check::consistency);
}

#[test]
fn changes() {
    check::room("changes", check::changes);
}

#[test]
fn kinship() {
    check::room("kinship", check::kinship);
}
