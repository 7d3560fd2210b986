//! Checks: a case's input is given to a room, what comes back is printed in the room's notation and compared.
//!
//! A room's notation lives in the file of its name beside this one.

mod align;
mod cases;
mod changes;
mod consistency;
mod decisions;
pub(crate) mod dice;
mod diff;
pub(crate) mod drop;
mod entities;
mod ingest;
mod kinship;
pub(crate) mod lawful;
pub(crate) mod mutate;
mod names;
pub(crate) mod packing;
mod paragraphs;
pub(crate) mod plain;
mod quotes;
mod segment;
mod tag;
mod times;

pub(crate) use align::align;
pub(crate) use cases::room;
pub(crate) use changes::changes;
pub(crate) use consistency::consistency;
pub(crate) use decisions::decisions;
pub(crate) use diff::{diff, tiles};
pub(crate) use entities::entities;
pub(crate) use ingest::ingest;
pub(crate) use kinship::kinship;
pub(crate) use names::names;
pub(crate) use quotes::quotes;
pub(crate) use segment::segment;
pub(crate) use tag::tag;
pub(crate) use times::{numbers, times};
