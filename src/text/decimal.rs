//! Numbers as people write them.
//!
//! The standard library's way to print a fraction is 20 KB of code; that of JSON has the same digits and is there already.

/// The fewest digits that say this number: "3", "3.5"; from seventeen digits on with an exponent.
pub fn shortest(number: f64) -> String {
    let mut digits = zmij::Buffer::new().format(number).to_owned();
    if digits.ends_with(".0") {
        digits.truncate(digits.len() - 2);
    }
    digits
}

/// The nearest whole number; of two the even one.
pub fn whole(number: f64) -> i64 {
    number.round_ties_even() as i64
}

#[cfg(test)]
mod tests {
    use super::{shortest, whole};

    #[test]
    fn as_the_standard_library_prints() {
        for n in 0..20_000_u32 {
            for number in [
                f64::from(n) / 1000.0,
                f64::from(n) / 8.0,
                f64::from(n) * 1e6,
                f64::from(n) / 3.0,
            ] {
                assert_eq!(shortest(number), number.to_string());
                assert_eq!(whole(number).to_string(), format!("{number:.0}"));
            }
        }
    }
}
