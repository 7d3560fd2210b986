//! Spans to runs.
