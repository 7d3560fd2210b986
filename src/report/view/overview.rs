use super::Overview;
use crate::report::{report, verdict};
use crate::{Analysis, Error};

/// What the page shows first.
pub fn overview(analysis: &Analysis, failures: &[Error]) -> Overview {
    Overview {
        report: report(analysis, failures),
        verdict: verdict(analysis),
        cards: Vec::new(),
        entities: Vec::new(),
        changes: Vec::new(),
    }
}
