//! The developer's door.
fn main() {}
