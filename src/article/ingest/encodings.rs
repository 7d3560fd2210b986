//! The encodings that files declare, by the labels of the WHATWG's Encoding Standard.
//!
//! In the page the browser's own decoder does the work, handed over with each file: the standard leaves no freedom, so
//! the text is the same, and the tables of East Asian encodings need not be loaded with the page.

/// Decodes bytes by an encoding's label: the text, what cannot be read as U+FFFD, and the encoding's name in lower
/// case. `None` where no encoding has the label.
pub type Decoder = fn(&str, &[u8]) -> Option<(String, String)>;

/// The decoder that is built in.
#[cfg(not(target_os = "unknown"))]
pub(super) fn decode(label: &str, bytes: &[u8]) -> Option<(String, String)> {
    let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    Some((text.into_owned(), encoding.name().to_ascii_lowercase()))
}

/// No decoder is built in: the page hands the browser's over.
#[cfg(target_os = "unknown")]
pub(super) fn decode(_label: &str, _bytes: &[u8]) -> Option<(String, String)> {
    None
}
