//! CPU time of this thread, so that other work on the machine counts little.

use std::time::Instant;

/// Runs of each measurement, the best of which counts: the others were disturbed.
pub(crate) const RUNS: usize = 5;

/// A run repeats its work until it has taken so many seconds: Linux counts in ticks of some milliseconds.
const LEAST: f64 = 0.1;

/// Seconds that the work takes once, in the best run.
pub(crate) fn best<T>(mut work: impl FnMut() -> T) -> f64 {
    let run = |_| {
        let (start, mut count) = (Clock::now(), 0);
        loop {
            std::hint::black_box(work());
            count += 1;
            let seconds = start.seconds();
            if seconds >= LEAST {
                return seconds / f64::from(count);
            }
        }
    };
    (0..RUNS).map(run).min_by(f64::total_cmp).unwrap_or_default()
}

/// When something began.
pub(crate) struct Clock {
    cpu: Option<f64>,
    wall: Instant,
}

impl Clock {
    pub(crate) fn now() -> Self {
        Self {
            cpu: cpu_seconds(),
            wall: Instant::now(),
        }
    }

    pub(crate) fn seconds(&self) -> f64 {
        let cpu = self.cpu.zip(cpu_seconds());
        cpu.map_or_else(|| self.wall.elapsed().as_secs_f64(), |(then, now)| now - then)
    }
}

/// Linux tells the nanoseconds that a thread has run; elsewhere the wall clock must do.
fn cpu_seconds() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds: f64 = text.split(' ').next()?.parse().ok()?;
    Some(nanoseconds / 1e9)
}
