//! Checks: a case's input is given to a room, what comes back is printed in the room's notation and compared.
//!
//! A room's notation lives in the file of its name beside this one.

mod cases;

pub(crate) use cases::room;
