//! What is packed in a file, taken out, changed and packed again: ZIP's members, gzip, the streams of a PDF.

use std::io::{Read, Write};

use flate2::Compression;
use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};

use super::dice::Dice;

/// What changes the bytes that were packed.
pub(crate) type Change<'a> = dyn FnMut(&[u8], &mut Dice) -> Vec<u8> + 'a;

/// Whether a file is packed as a whole, so that a change of its bytes hardly ever reaches what is in it.
pub(crate) fn is_packed(file: &[u8]) -> bool {
    [&b"PK\x03\x04"[..], b"\x1F\x8B", b"%PDF"]
        .iter()
        .any(|magic| file.starts_with(magic))
}

/// The file with a change to something that is packed in it; `None` where nothing is.
pub(crate) fn inside(file: &[u8], dice: &mut Dice, change: &mut Change<'_>) -> Option<Vec<u8>> {
    if file.starts_with(b"PK\x03\x04") {
        zip(file, dice, change)
    } else if file.starts_with(b"\x1F\x8B") {
        Some(gzip(file, dice, change))
    } else if file.starts_with(b"%PDF") {
        stream(file, dice, change)
    } else {
        None
    }
}

/// A member of an archive: name and bytes.
pub(crate) type Member = (String, Vec<u8>);

/// All members of a whole archive.
pub(crate) fn members(file: &[u8]) -> Vec<Member> {
    let two = |at: usize| usize::from(u16::from_le_bytes([file[at], file[at + 1]]));
    let four = |at: usize| two(at) | two(at + 2) << 16;
    let end = file.windows(4).rposition(|window| window == b"PK\x05\x06");
    let end = end.expect("the archive is whole");
    let mut at = four(end + 16);
    let mut members = Vec::new();
    for _ in 0..two(end + 10) {
        let (packed, name, local) = (four(at + 20), two(at + 28), four(at + 42));
        let start = local + 30 + two(local + 26) + two(local + 28);
        let mut bytes = file[start..start + packed].to_vec();
        if two(at + 10) == 8 {
            bytes = unpacked(DeflateDecoder::new(&bytes[..]));
        }
        members.push((
            String::from_utf8_lossy(&file[at + 46..at + 46 + name]).into_owned(),
            bytes,
        ));
        at += 46 + name + two(at + 30) + two(at + 32);
    }
    members
}

/// An archive of these members; `method` 0 stores and 8 deflates them.
pub(crate) fn archive(members: &[Member], method: u8) -> Vec<u8> {
    let (mut out, mut list) = (Vec::new(), Vec::new());
    for (name, bytes) in members {
        let mut packed = bytes.clone();
        if method == 8 {
            packed = finished(
                DeflateEncoder::new(Vec::new(), Compression::fast()),
                bytes,
                DeflateEncoder::finish,
            );
        }
        let mut sum = flate2::Crc::new();
        sum.update(bytes);
        let mut head = vec![20, 0, 0, 0, method, 0, 0, 0, 0, 0];
        for number in [sum.sum(), packed.len() as u32, bytes.len() as u32] {
            head.extend(number.to_le_bytes());
        }
        head.extend((name.len() as u16).to_le_bytes());
        head.extend([0, 0]);
        list.extend([&b"PK\x01\x02\x14\0"[..], &head, &[0; 10]].concat());
        list.extend((out.len() as u32).to_le_bytes());
        list.extend(name.bytes());
        out.extend([b"PK\x03\x04", &head[..], name.as_bytes(), &packed].concat());
    }
    let count = (members.len() as u16).to_le_bytes();
    let (size, start) = (
        (list.len() as u32).to_le_bytes(),
        (out.len() as u32).to_le_bytes(),
    );
    let end = [b"PK\x05\x06\0\0\0\0", &count[..], &count, &size, &start, &[0, 0]].concat();
    [out, list, end].concat()
}

fn zip(file: &[u8], dice: &mut Dice, change: &mut Change<'_>) -> Option<Vec<u8>> {
    let mut members = members(file);
    if members.is_empty() {
        return None;
    }
    for _ in 0..=dice.roll(2) {
        let at = dice.roll(members.len());
        match dice.roll(16) {
            0 if members.len() > 1 => drop(members.remove(at)),
            1 => members.push(members[at].clone()),
            2 => {
                let name = members[dice.roll(members.len())].0.clone();
                members[at].0 = name;
            }
            _ => {
                let bytes = inside(&members[at].1, dice, change);
                members[at].1 = bytes.unwrap_or_else(|| change(&members[at].1, dice));
            }
        }
    }
    Some(archive(&members, [0, 8][dice.roll(2)]))
}

fn gzip(file: &[u8], dice: &mut Dice, change: &mut Change<'_>) -> Vec<u8> {
    let bytes = change(&unpacked(MultiGzDecoder::new(file)), dice);
    finished(
        GzEncoder::new(Vec::new(), Compression::fast()),
        &bytes,
        GzEncoder::finish,
    )
}

/// Changes one stream of a PDF. Where it fits, it takes the old one's place, so that the file's own table stays true.
fn stream(file: &[u8], dice: &mut Dice, change: &mut Change<'_>) -> Option<Vec<u8>> {
    let starts: Vec<usize> = (0..file.len())
        .filter(|&at| file[at..].starts_with(b"stream\n"))
        .collect();
    let starts: Vec<usize> = starts
        .into_iter()
        .filter(|&at| !file[..at].ends_with(b"end"))
        .collect();
    let start = starts.get(dice.roll(starts.len().max(1)))? + b"stream\n".len();
    let length = file[start..]
        .windows(9)
        .position(|window| window == b"endstream")?;
    let bytes = unpacked(ZlibDecoder::new(&file[start..start + length]));
    let bytes = change(&bytes, dice);
    let mut packed = finished(
        ZlibEncoder::new(Vec::new(), Compression::best()),
        &bytes,
        ZlibEncoder::finish,
    );
    packed.resize(packed.len().max(length - 1), 0);
    packed.push(b'\n');
    Some([&file[..start], &packed, &file[start + length..]].concat())
}

/// All that can be unpacked.
fn unpacked(mut from: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Of what was damaged in a round before, what stands in front of the damage.
    let _ = from.read_to_end(&mut bytes);
    bytes
}

fn finished<W: Write>(mut to: W, bytes: &[u8], end: impl Fn(W) -> std::io::Result<Vec<u8>>) -> Vec<u8> {
    to.write_all(bytes).expect("memory takes it");
    end(to).expect("memory takes it")
}
