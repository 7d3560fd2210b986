//! Currencies, units of measure and hedges.

use super::words::Words;

/// Signs before an amount, with ISO 4217 codes. A dollar without a country is read as the US one, as agencies do.
#[rustfmt::skip]
const SIGNS: &[(&str, &str)] = &[
    ("$", "USD"), ("€", "EUR"), ("£", "GBP"), ("¥", "JPY"), ("₹", "INR"), ("₽", "RUB"), ("₴", "UAH"), ("₩", "KRW"),
    ("₺", "TRY"), ("₪", "ILS"), ("₦", "NGN"), ("₱", "PHP"), ("฿", "THB"), ("₫", "VND"), ("₡", "CRC"),
];

/// Letters before a dollar sign.
#[rustfmt::skip]
const DOLLARS: &[(&str, &str)] = &[
    ("us", "USD"), ("a", "AUD"), ("au", "AUD"), ("c", "CAD"), ("ca", "CAD"), ("can", "CAD"), ("hk", "HKD"),
    ("nz", "NZD"), ("s", "SGD"), ("nt", "TWD"), ("r", "BRL"), ("mx", "MXN"),
];

/// Codes before or behind an amount.
const CODES: &[&str] = &[
    "usd", "eur", "gbp", "jpy", "chf", "cad", "aud", "nzd", "cny", "inr", "rub", "uah", "krw", "sek", "nok",
    "dkk", "pln", "czk", "huf", "try", "brl", "mxn", "zar", "ils", "sgd", "hkd",
];

/// Names of currencies behind an amount, singular or plural, with the size of a hundredth where it is one.
#[rustfmt::skip]
const NAMES: &[(&[&str], (&str, f64))] = &[
    (&["us", "dollar"], ("USD", 1.0)), (&["american", "dollar"], ("USD", 1.0)), (&["canadian", "dollar"], ("CAD", 1.0)),
    (&["australian", "dollar"], ("AUD", 1.0)), (&["hong", "kong", "dollar"], ("HKD", 1.0)),
    (&["new", "zealand", "dollar"], ("NZD", 1.0)), (&["singapore", "dollar"], ("SGD", 1.0)), (&["dollar"], ("USD", 1.0)),
    (&["buck"], ("USD", 1.0)), (&["cent"], ("USD", 0.01)), (&["euro"], ("EUR", 1.0)), (&["eurocent"], ("EUR", 0.01)),
    (&["british", "pound"], ("GBP", 1.0)), (&["pound", "sterling"], ("GBP", 1.0)), (&["pound"], ("GBP", 1.0)),
    (&["pence"], ("GBP", 0.01)), (&["japanese", "yen"], ("JPY", 1.0)), (&["yen"], ("JPY", 1.0)),
    (&["chinese", "yuan"], ("CNY", 1.0)), (&["yuan"], ("CNY", 1.0)), (&["renminbi"], ("CNY", 1.0)),
    (&["swiss", "franc"], ("CHF", 1.0)), (&["rupee"], ("INR", 1.0)), (&["russian", "rouble"], ("RUB", 1.0)),
    (&["rouble"], ("RUB", 1.0)), (&["ruble"], ("RUB", 1.0)), (&["hryvnia"], ("UAH", 1.0)), (&["hryvna"], ("UAH", 1.0)),
    (&["won"], ("KRW", 1.0)), (&["zloty"], ("PLN", 1.0)), (&["lira"], ("TRY", 1.0)), (&["shekel"], ("ILS", 1.0)),
    (&["rand"], ("ZAR", 1.0)), (&["real"], ("BRL", 1.0)), (&["reais"], ("BRL", 1.0)), (&["naira"], ("NGN", 1.0)),
    (&["forint"], ("HUF", 1.0)), (&["koruna"], ("CZK", 1.0)), (&["krona"], ("SEK", 1.0)), (&["kronor"], ("SEK", 1.0)),
    (&["krone"], ("NOK", 1.0)), (&["kroner"], ("NOK", 1.0)), (&["riyal"], ("SAR", 1.0)), (&["dirham"], ("AED", 1.0)),
];

/// Units of measure, singular, by the code that comparisons use.
#[rustfmt::skip]
const MEASURES: &[(&[&str], &str)] = &[
    (&["square", "kilometre"], "km²"), (&["square", "kilometer"], "km²"), (&["sq", "km"], "km²"), (&["square", "mile"], "sq mi"),
    (&["square", "metre"], "m²"), (&["square", "meter"], "m²"), (&["square", "foot"], "sq ft"), (&["square", "feet"], "sq ft"),
    (&["cubic", "metre"], "m³"), (&["cubic", "meter"], "m³"), (&["cubic", "feet"], "cu ft"),
    (&["kilometre", "per", "hour"], "km/h"), (&["kilometer", "per", "hour"], "km/h"), (&["kilometre", "an", "hour"], "km/h"),
    (&["kilometer", "an", "hour"], "km/h"), (&["kph"], "km/h"), (&["km", "/", "h"], "km/h"), (&["mile", "per", "hour"], "mph"),
    (&["mile", "an", "hour"], "mph"), (&["mph"], "mph"), (&["knot"], "kn"),
    (&["kilometre"], "km"), (&["kilometer"], "km"), (&["km"], "km"), (&["nautical", "mile"], "nmi"), (&["mile"], "mi"),
    (&["metre"], "m"), (&["meter"], "m"), (&["centimetre"], "cm"), (&["centimeter"], "cm"), (&["cm"], "cm"),
    (&["millimetre"], "mm"), (&["millimeter"], "mm"), (&["mm"], "mm"), (&["foot"], "ft"), (&["feet"], "ft"), (&["ft"], "ft"),
    (&["inch"], "in"), (&["inche"], "in"), (&["yard"], "yd"), (&["hectare"], "ha"), (&["acre"], "ac"),
    (&["kilogramme"], "kg"), (&["kilogram"], "kg"), (&["kilo"], "kg"), (&["kg"], "kg"), (&["gramme"], "g"), (&["gram"], "g"),
    (&["metric", "ton"], "t"), (&["tonne"], "t"), (&["ton"], "ton"), (&["kiloton"], "kt"), (&["megaton"], "Mt"),
    (&["ounce"], "oz"), (&["lb"], "lb"), (&["pound", "of"], "lb"), (&["stone"], "st"),
    (&["litre"], "l"), (&["liter"], "l"), (&["gallon"], "gal"), (&["barrel", "per", "day"], "bbl/d"),
    (&["barrel", "a", "day"], "bbl/d"), (&["bpd"], "bbl/d"), (&["barrel"], "bbl"), (&["bushel"], "bu"),
    (&["degree", "celsius"], "°C"), (&["degree", "centigrade"], "°C"), (&["degree", "fahrenheit"], "°F"), (&["°", "c"], "°C"), (&["celsius"], "°C"), (&["fahrenheit"], "°F"),
    (&["°", "f"], "°F"), (&["degree"], "°"), (&["kilowatt"], "kW"), (&["megawatt"], "MW"), (&["mw"], "MW"), (&["gigawatt"], "GW"),
    (&["gw"], "GW"), (&["kilowatt", "-", "hour"], "kWh"), (&["kwh"], "kWh"), (&["hertz"], "Hz"), (&["kilobyte"], "kB"),
    (&["megabyte"], "MB"), (&["gigabyte"], "GB"), (&["terabyte"], "TB"), (&["carat"], "ct"), (&["volt"], "V"), (&["watt"], "W"),
    (&["basis", "point"], "basis point"), (&["percentage", "point"], "percentage point"),
];

/// Words before a number that hedge it.
#[rustfmt::skip]
const HEDGES: &[&[&str]] = &[
    &["about"], &["around"], &["some"], &["roughly"], &["approximately"], &["nearly"], &["almost"], &["over"], &["under"],
    &["estimated"], &["circa"], &["more", "than"], &["less", "than"], &["fewer", "than"], &["at", "least"], &["at", "most"],
    &["up", "to"], &["as", "many", "as"], &["as", "much", "as"], &["as", "high", "as"], &["as", "low", "as"],
    &["as", "few", "as"], &["close", "to"], &["upwards", "of"], &["no", "more", "than"], &["just", "over"], &["below"],
    &["above"], &["~"], &["maybe"], &["perhaps"], &["possibly"], &["virtually"], &["barely"], &["only", "about"],
];

fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|w| w.len() > 1).unwrap_or(word)
}

/// The first of these phrases that stands at `at`, its nouns in the singular or the plural.
fn find<T>(
    words: &Words,
    at: usize,
    table: &'static [(&'static [&'static str], T)],
) -> Option<&'static (&'static [&'static str], T)> {
    // Hundreds of phrases are asked about: the first letter tells most of them off.
    let first = *words.at(at).as_bytes().first()?;
    let begins = |phrase: &[&str]| phrase[0].as_bytes()[0] == first;
    let same = |at: usize, word: &str| words.at(at) == word || singular(words.at(at)) == word;
    table
        .iter()
        .find(|(phrase, _)| begins(phrase) && phrase.iter().enumerate().all(|(n, word)| same(at + n, word)))
}

/// The unit of measure at word `at`, and the word behind it.
pub(super) fn unit(words: &Words, at: usize) -> Option<(usize, &'static str)> {
    // "27C"; a letter that stands apart is a grade or a name.
    if words.glued(at) && words.capital(at) && !words.glued(at + 1) {
        match words.at(at) {
            "c" => return Some((at + 1, "°C")),
            "f" => return Some((at + 1, "°F")),
            _ => {}
        }
    }
    let (phrase, code) = find(words, at, MEASURES)?;
    // "20 pounds of flour": the "of" tells weight from money and is no part of it.
    let of = usize::from(phrase.last() == Some(&"of"));
    Some((at + phrase.len() - of, code))
}

/// The sign or code of a currency at word `at`, and the word behind it.
pub(super) fn sign(words: &Words, at: usize) -> Option<(usize, String)> {
    let find = |word: &str| {
        SIGNS
            .iter()
            .find(|(sign, _)| *sign == word)
            .map(|(_, code)| *code)
    };
    if let Some(code) = find(words.at(at)) {
        return Some((at + 1, code.to_owned()));
    }
    let letters = words.at(at);
    if words.at(at + 1) == "$" && words.glued(at + 1) && words.capital(at) {
        let (_, code) = DOLLARS.iter().find(|(form, _)| *form == letters)?;
        return Some((at + 2, (*code).to_owned()));
    }
    code(words, at).filter(|(end, _)| words.figures(*end))
}

fn code(words: &Words, at: usize) -> Option<(usize, String)> {
    if words.at(at) == "rs" && words.capital(at) {
        return Some((at + 1, "INR".to_owned()));
    }
    let upper = words.raw(at).bytes().all(|b| b.is_ascii_uppercase());
    let known = upper && CODES.contains(&words.at(at));
    known.then(|| (at + 1, words.raw(at).to_owned()))
}

/// The name of a currency behind an amount: the word behind it, its code and how much one is.
pub(super) fn currency(words: &Words, at: usize) -> Option<(usize, String, f64)> {
    if let Some((end, code)) = code(words, at) {
        return Some((end, code, 1.0));
    }
    // "20 pounds of flour" is a weight; "he won" and "real" are words that only a plural or a figure makes money.
    let (phrase, (code, size)) = find(words, at, NAMES)?;
    let end = at + phrase.len();
    let doubtful = matches!(phrase, ["won" | "real" | "rand"])
        && !words.figures(at.wrapping_sub(1))
        && !matches!(words.before(at, 1), "million" | "billion" | "trillion");
    let weight =
        *code == "GBP" && words.at(end) == "of" && !matches!(words.before(at, 1), "million" | "billion");
    (!doubtful && !weight).then(|| (end, (*code).to_owned(), *size))
}

/// Whether the word before `start` says which way something went: a fraction or a sum behind it is by how much.
pub(super) fn moved(words: &Words, start: usize) -> bool {
    #[rustfmt::skip]
    const MOVED: &[&str] = &[
        "rose", "fell", "dropped", "grew", "shrank", "jumped", "slumped", "plunged", "tumbled", "surged", "climbed", "declined",
        "slid", "gained", "lost", "added", "soared", "up", "down", "by", "rise", "fall", "drop", "rising", "falling",
    ];
    #[rustfmt::skip]
    const BETWEEN: &[&str] = &["almost", "nearly", "about", "around", "roughly", "over", "than", "more", "less", "just", "least", "at"];
    let hedges = (1..=2)
        .take_while(|back| BETWEEN.contains(&words.before(start, *back)))
        .count();
    MOVED.contains(&words.before(start, hedges + 1))
}

/// Whether the words before `start` hedge the number there.
pub(super) fn hedged(words: &Words, start: usize) -> bool {
    let last = words.before(start, 1);
    HEDGES
        .iter()
        .filter(|phrase| phrase.last() == Some(&last))
        .any(|phrase| start >= phrase.len() && words.reads(start - phrase.len(), phrase))
}
