//! The integration suite: cases in text files, laws over any input, and the command line as it is built.

mod again;
mod check;
mod command;
mod comparing;
mod dates;
mod formats;
mod fuzz;
mod hostile;
mod laws;
mod laws_language;
mod lists;
mod rooms;
mod sites;
mod trained;
mod traps;
