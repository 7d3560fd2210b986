//! What the Latin spellings of one foreign name have in common.

/// The skeleton of a name's part: sounds that transcriptions write differently are made one, doubled letters
/// single, and what only some write (a final -y, -iy, -yy, the Ye- of Yermak) is dropped.
///
/// General to transcriptions from Cyrillic and Arabic: it knows letters, no names.
pub(super) fn skeleton(part: &str) -> String {
    let mut plain: String = part.to_lowercase().chars().filter_map(base).collect();
    for (from, to) in PAIRS {
        plain = plain.replace(from, to);
    }
    if let Some(rest) = plain.strip_prefix("ie") {
        plain = format!("e{rest}");
    }
    let mut folded = String::with_capacity(plain.len());
    for c in plain.chars() {
        if !folded.ends_with(c) {
            folded.push(c);
        }
    }
    folded
}

/// Letter groups and the one that stands for them; the longer first.
const PAIRS: [(&str, &str); 12] = [
    ("shch", "sch"),
    ("kh", "h"),
    ("ks", "x"),
    ("ph", "f"),
    ("dj", "j"),
    ("ou", "u"),
    ("oe", "o"),
    ("ue", "u"),
    ("ck", "k"),
    ("ei", "i"),
    ("q", "k"),
    ("w", "v"),
];

/// A letter without its marks; vowels that stand for one another are one; hyphens and apostrophes vanish.
fn base(c: char) -> Option<char> {
    Some(match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ā' | 'ă' | 'ą' => 'a',
        'é' | 'è' | 'ê' | 'ë' | 'ē' | 'ė' | 'ę' | 'ě' => 'e',
        'í' | 'ì' | 'î' | 'ï' | 'ī' | 'ı' | 'y' | 'ý' | 'j' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'ō' | 'ő' => 'o',
        'ú' | 'ù' | 'û' | 'ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ç' | 'ć' | 'č' => 'c',
        'ş' | 'ś' | 'š' | 'ș' => 's',
        'ž' | 'ź' | 'ż' => 'z',
        'ñ' | 'ń' | 'ň' => 'n',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'ť' | 'ț' | 'ţ' => 't',
        'ď' | 'đ' => 'd',
        '-' | '\'' | '.' | '’' | 'ʼ' => return None,
        other => other,
    })
}
