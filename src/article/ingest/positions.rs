//! From bytes of a decoded piece back to bytes of what it was decoded from.

use crate::text::Span;

/// Stretches that were taken over in order, each byte for byte, or three bytes for four.
#[derive(Debug, Default)]
pub(super) struct Positions {
    /// Where a stretch begins inside and outside, in order.
    anchors: Vec<(u32, u32)>,
    /// Behind the last byte inside and outside.
    end: (u32, u32),
    /// Whether four bytes outside are three inside.
    quads: bool,
}

impl Positions {
    /// A stretch that was taken over as it is, from byte `outer` on.
    pub(super) fn shifted(outer: usize, length: usize) -> Self {
        let mut positions = Self::default();
        positions.stretch(0, outer);
        positions.close(length, outer + length);
        positions
    }

    /// Stretches of base64.
    pub(super) fn quads() -> Self {
        Self {
            quads: true,
            ..Self::default()
        }
    }

    /// From `inner` on, bytes stand at `outer` and behind it.
    pub(super) fn stretch(&mut self, inner: usize, outer: usize) {
        self.anchors.push((inner as u32, outer as u32));
    }

    /// Behind the last byte.
    pub(super) fn close(&mut self, inner: usize, outer: usize) {
        self.end = (inner as u32, outer as u32);
    }

    /// The bytes outside that a span inside came from.
    pub(super) fn outer(&self, span: Span) -> Option<Span> {
        let start = self.at(span.start())?;
        let end = if span.end() >= self.end.0 as usize {
            self.end.1 as usize
        } else {
            self.at(span.end())?
        };
        (start <= end).then(|| Span::new(start, end))
    }

    fn at(&self, inner: usize) -> Option<usize> {
        let inner = u32::try_from(inner).ok()?;
        let behind = self.anchors.partition_point(|&(at, _)| at <= inner);
        let (from, to) = *self.anchors.get(behind.checked_sub(1)?)?;
        // A stretch that became shorter, such as an escape of three bytes for one, ends where the next begins.
        let next = self.anchors.get(behind).map_or(self.end.1, |&(_, to)| to);
        let inside = u64::from(inner - from);
        let outside = if self.quads { inside * 4 / 3 } else { inside };
        Some((u64::from(to) + outside).min(u64::from(next)) as usize)
    }
}
