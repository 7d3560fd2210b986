//! One test a room: every case below `tests/rooms/<room>` holds. See `tests/README.md`.

use crate::check;
