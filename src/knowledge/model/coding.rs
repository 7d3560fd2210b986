//! Small numbers in fewer bits than a compressor finds: each is coded by how often it stands where it stands.
//!
//! The method is Duda's asymmetric numeral systems ("Asymmetric numeral systems: entropy coding combining speed of
//! Huffman coding with compression rate of arithmetic coding", 2013), bytewise, with fixed tables: what is coded last is
//! read first, so symbols are coded from the end.

use super::bytes::{Reader, Writer};

/// The shares of the symbols of one context sum up to this: finer shares gain nothing measurable.
const WHOLE: u32 = 1 << BITS;
const BITS: u32 = 12;

/// The state is kept between this and 256 times as much; a byte is written or read where it leaves that.
const LEAST: u32 = 1 << 23;

/// A symbol's place in its context: it owns `share` numbers of [`WHOLE`], from `first` on.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    first: u32,
    share: u32,
}

/// Codes symbols, each below `alphabet` and in one of `contexts`; no alphabet is longer than a byte counts; [`Decoder::new`]
/// is told the same two.
pub(super) fn encode(symbols: &[(usize, u8)], contexts: usize, alphabet: usize, writer: &mut Writer) {
    let mut counts = vec![0_u32; contexts * alphabet];
    for &(context, symbol) in symbols {
        counts[context * alphabet + usize::from(symbol)] += 1;
    }
    for context in counts.chunks_mut(alphabet) {
        to_shares(context);
        for &mut share in context {
            writer.number(share);
        }
    }
    let places = places(&counts, alphabet);
    let mut state = LEAST;
    let mut bytes = Vec::new();
    for &(context, symbol) in symbols.iter().rev() {
        let Place { first, share } = places[context * alphabet + usize::from(symbol)];
        while state >= (LEAST >> BITS << 8) * share {
            bytes.push(state as u8);
            state >>= 8;
        }
        state = ((state / share) << BITS) + state % share + first;
    }
    writer.number(state);
    writer.number(bytes.len() as u32);
    writer.bytes.extend(bytes.iter().rev());
}

/// Counts become shares of [`WHOLE`]; what was counted keeps at least one. The most frequent one bears the rounding.
fn to_shares(counts: &mut [u32]) {
    let sum: u64 = counts.iter().map(|&count| u64::from(count)).sum();
    if sum == 0 {
        return;
    }
    for count in counts.iter_mut().filter(|count| **count > 0) {
        *count = ((u64::from(*count) * u64::from(WHOLE) / sum) as u32).max(1);
    }
    let mut sum: u32 = counts.iter().sum();
    while let Some(most) = counts.iter_mut().max().filter(|_| sum != WHOLE) {
        let step = if sum < WHOLE { WHOLE - sum } else { u32::MAX };
        *most = most.wrapping_add(step);
        sum = sum.wrapping_add(step);
    }
}

fn places(shares: &[u32], alphabet: usize) -> Vec<Place> {
    let mut places = Vec::with_capacity(shares.len());
    for context in shares.chunks(alphabet) {
        let mut first = 0;
        for &share in context {
            places.push(Place { first, share });
            first += share;
        }
    }
    places
}

/// Of a number that is coded in bytes of seven bits, the first byte and those that follow stand in contexts of their own.
const BYTES: usize = 2;

/// Codes numbers that rise, by how far each is from the one before.
pub(super) fn encode_rising(numbers: impl Iterator<Item = u32>, writer: &mut Writer) {
    let (mut symbols, mut last) = (Vec::new(), 0);
    for number in numbers {
        let mut step = Writer::default();
        step.number(number - last);
        last = number;
        let bytes = step.bytes.iter().enumerate();
        symbols.extend(bytes.map(|(at, &byte)| (at.min(1), byte)));
    }
    encode(&symbols, BYTES, 1 << 8, writer);
}

/// Reads back so many of what [`encode_rising`] wrote.
pub(super) fn rising(count: usize, reader: &mut Reader<'_>) -> Vec<u32> {
    let mut steps = Decoder::new(BYTES, 1 << 8, reader);
    let mut numbers = Vec::with_capacity(count);
    let mut last = 0_u32;
    for _ in 0..count {
        for at in 0..5 {
            let byte = steps.next(at.min(1));
            last = last.wrapping_add(u32::from(byte & 0x7F) << (7 * at as u32));
            if byte < 0x80 {
                break;
            }
        }
        numbers.push(last);
    }
    numbers
}

/// Reads back what [`encode`] wrote.
pub(super) struct Decoder<'a> {
    state: u32,
    bytes: Reader<'a>,
    places: Vec<Place>,
    /// For each number below [`WHOLE`] of each context, the symbol that owns it.
    owners: Vec<u8>,
    alphabet: usize,
}

impl<'a> Decoder<'a> {
    /// Reads the tables and finds the stream.
    pub(super) fn new(contexts: usize, alphabet: usize, reader: &mut Reader<'a>) -> Self {
        let shares: Vec<u32> = (0..contexts * alphabet).map(|_| reader.number()).collect();
        let mut owners = vec![0; contexts << BITS];
        let places = places(&shares, alphabet);
        for (number, place) in places.iter().enumerate() {
            let start = ((number / alphabet) << BITS) + place.first as usize;
            let owned = owners.iter_mut().skip(start).take(place.share as usize);
            owned.for_each(|owner| *owner = (number % alphabet) as u8);
        }
        let state = reader.number();
        let length = reader.number() as usize;
        Self {
            state,
            bytes: Reader::new(reader.take(length)),
            places,
            owners,
            alphabet,
        }
    }

    /// The next symbol, which stands in this context.
    #[inline]
    pub(super) fn next(&mut self, context: usize) -> u8 {
        let number = self.state & (WHOLE - 1);
        let symbol = self.owners[(context << BITS) + number as usize];
        let Place { first, share } = self.places[context * self.alphabet + usize::from(symbol)];
        self.state = share * (self.state >> BITS) + number - first;
        for _ in 0..2 {
            if self.state < LEAST {
                self.state = self.state << 8 | u32::from(self.bytes.byte());
            }
        }
        symbol
    }
}
