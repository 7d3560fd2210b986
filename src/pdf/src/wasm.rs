//! The page's door.

use wasm_bindgen::prelude::*;

/// What a PDF says, as JSON; see [`crate::json`].
#[wasm_bindgen]
pub fn read(bytes: &[u8]) -> String {
    crate::json(bytes)
}
