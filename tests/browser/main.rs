//! The page in a real browser: Chromium, driven over the `DevTools` protocol, does what people do.
//!
//! `cargo xtask test` builds the page and sees to a browser first; these tests fail where either is missing.

mod access;
mod alone;
mod correcting;
mod crash;
mod failures;
mod firefox;
mod formats;
mod hand;
mod history;
mod hosting;
mod intake;
mod journeys;
mod keyboard;
mod looks;
mod many;
mod modes;
mod needed;
mod offline;
mod palette;
mod privacy;
mod projects;
mod said;
mod same;
mod search;
mod sent;
mod still;
mod stranger;
mod taking;
mod turns;
mod types;
mod views;
mod visit;
