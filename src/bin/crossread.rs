//! The command line: the second door into the engine.

fn main() {}
