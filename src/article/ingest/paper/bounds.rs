//! What the streams of a PDF unpack to, counted before anything of it is read.

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::{TINFL_FLAG_HAS_MORE_INPUT, TINFL_FLAG_PARSE_ZLIB_HEADER};
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

/// The window of the decompressor; what it holds is only counted.
const WINDOW: usize = 1 << 16;

/// How often a file's bytes are looked at: once where its streams are sound, and again behind each that is not.
const LOOKS: usize = 8;

/// How many bytes come out of all streams of a file; more than `most` where it is more than that, or cannot be counted.
pub(super) fn unpacked(bytes: &[u8], most: usize) -> usize {
    let (mut at, mut sum, mut looked) = (0, 0, 0);
    while let Some(start) = stream(bytes, at) {
        let stream = inflated(&bytes[start..], most - sum + 1);
        sum += stream.out;
        looked += stream.read;
        if sum > most || looked > bytes.len().saturating_mul(LOOKS) {
            return most + 1;
        }
        at = if stream.sound { start + stream.read } else { start };
    }
    sum
}

/// Where the bytes of the next stream begin, behind its keyword and the end of that line.
fn stream(bytes: &[u8], from: usize) -> Option<usize> {
    const WORD: &[u8] = b"stream";
    let mut at = from;
    loop {
        at += bytes
            .get(at..)?
            .windows(WORD.len())
            .position(|window| window == WORD)?;
        let is_end = bytes[..at].ends_with(b"end");
        at += WORD.len();
        if !is_end {
            let line = bytes[at..]
                .iter()
                .take(2)
                .take_while(|byte| byte.is_ascii_whitespace());
            return Some(at + line.count());
        }
    }
}

/// What came of a stream.
struct Inflated {
    /// Bytes that were read of it.
    read: usize,
    /// Bytes that came out.
    out: usize,
    /// Whether it was packed, and whole.
    sound: bool,
}

/// Unpacks a stream until `most` bytes came out.
fn inflated(packed: &[u8], most: usize) -> Inflated {
    let mut decompressor = DecompressorOxide::new();
    let mut window = vec![0; WINDOW];
    let flags = TINFL_FLAG_PARSE_ZLIB_HEADER | TINFL_FLAG_HAS_MORE_INPUT;
    let (mut read, mut out) = (0, 0);
    loop {
        let step = decompress(
            &mut decompressor,
            &packed[read..],
            &mut window,
            out % WINDOW,
            flags,
        );
        read += step.1;
        out += step.2;
        if step.0 != TINFLStatus::HasMoreOutput || out >= most || step.1 + step.2 == 0 {
            let sound = step.0 == TINFLStatus::Done;
            return Inflated { read, out, sound };
        }
    }
}
