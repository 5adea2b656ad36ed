//! Numbers: how they are understood and how they are written.

use super::{Format, tree::Number};

/// Understands a number's text, or gives `None` if it is not one in this notation.
pub(super) fn understand(text: &str, format: Format) -> Option<Number> {
    match format {
        Format::Json if !is_json(text) => None,
        Format::Json => decimal(text),
        Format::Ron => ron(text),
    }
}

/// The grammar of RFC 8259, section 6.
fn is_json(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (text, None),
    };
    let (whole, fraction) = match mantissa.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    digits(whole)
        && (whole == "0" || !whole.starts_with('0'))
        && fraction.is_none_or(digits)
        && exponent.is_none_or(|e| digits(e.strip_prefix(['+', '-']).unwrap_or(e)))
}

fn ron(text: &str) -> Option<Number> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    match unsigned {
        "inf" if negative => return Some(Number::Float(f64::NEG_INFINITY)),
        "inf" => return Some(Number::Float(f64::INFINITY)),
        "NaN" => return Some(Number::Float(f64::NAN)),
        _ => {}
    }
    let radix = match unsigned.get(..2) {
        Some("0x") => Some(16),
        Some("0o") => Some(8),
        Some("0b") => Some(2),
        _ => None,
    };
    if let Some(radix) = radix {
        let digits = unsigned[2..].replace('_', "");
        if digits.starts_with(['+', '-']) {
            return None;
        }
        let size = i128::from(u64::from_str_radix(&digits, radix).ok()?);
        return whole(if negative { -size } else { size });
    }
    // A blank of a number stands between digits or after them, never first.
    if unsigned.starts_with('_') {
        return None;
    }
    let digits = unsigned.replace('_', "");
    let start = digits.strip_prefix('.').unwrap_or(&digits);
    if !start.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    decimal(&if negative { format!("-{digits}") } else { digits })
}

/// A decimal number: whole if it is written so and fits, a float otherwise.
fn decimal(text: &str) -> Option<Number> {
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
        if let Ok(n) = text.parse::<i64>() {
            return Some(Number::Integer(n));
        }
        if let Ok(n) = text.parse::<u64>() {
            return Some(Number::Unsigned(n));
        }
    }
    text.parse().ok().map(Number::Float)
}

/// A whole number in the narrower type that holds it.
pub(super) fn whole(n: i128) -> Option<Number> {
    match i64::try_from(n) {
        Ok(n) => Some(Number::Integer(n)),
        Err(_) => u64::try_from(n).ok().map(Number::Unsigned),
    }
}

/// The text of a number, the same in both notations and read back to the same number: the
/// fewest digits, no exponent from 1e-5 up to 1e15, whole floats without `.0`, and no `-0`.
pub(super) fn plain(number: Number) -> String {
    match number {
        Number::Integer(n) => n.to_string(),
        Number::Unsigned(n) => n.to_string(),
        Number::Float(x) if x.is_nan() => "NaN".to_owned(),
        Number::Float(x) if x.is_infinite() => if x > 0.0 { "inf" } else { "-inf" }.to_owned(),
        Number::Float(0.0) => "0".to_owned(),
        Number::Float(x) if (1e-5..=1e15).contains(&x.abs()) => x.to_string(),
        Number::Float(x) => format!("{x:e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::{Number, plain, understand};
    use crate::files::text::Format::{Json, Ron};

    #[test]
    fn ron_numbers() {
        let float = |x| Some(Number::Float(x));
        let int = |n| Some(Number::Integer(n));
        for (text, number) in [
            ("1_000", int(1000)),
            ("0x1F", int(31)),
            ("-0b101", int(-5)),
            ("0o17", int(15)),
            ("+3", int(3)),
            (".5", float(0.5)),
            ("1.", float(1.0)),
            ("1e6", float(1e6)),
            ("1E-3", float(1e-3)),
            ("-inf", float(f64::NEG_INFINITY)),
            ("18446744073709551615", Some(Number::Unsigned(u64::MAX))),
            ("18446744073709551616", float(18_446_744_073_709_551_616.0)),
            ("1e999", float(f64::INFINITY)),
            ("1.2.3", None),
            ("12abc", None),
            ("_1", None),
            ("0x", None),
            ("0x-1", None),
            ("-", None),
            ("--1", None),
            (".", None),
            ("3.5%", None),
        ] {
            assert_eq!(understand(text, Ron), number, "{text}");
        }
    }

    #[test]
    fn json_numbers_are_strict() {
        for good in ["0", "-0", "10", "1.5", "1e5", "1E+5", "-1.5e-5"] {
            assert!(understand(good, Json).is_some(), "{good}");
        }
        for bad in ["01", "+1", ".5", "1.", "1_000", "0x1", "1e", "--1", "-", "inf", "1e+-5"] {
            assert!(understand(bad, Json).is_none(), "{bad}");
        }
    }

    #[test]
    fn written_numbers_are_short_and_come_back() {
        for (x, text) in [
            (20000.0, "20000"),
            (-0.0, "0"),
            (1e15, "1000000000000000"),
            (1e16, "1e16"),
            (0.1, "0.1"),
            (1e-7, "1e-7"),
            (1.5e300, "1.5e300"),
            (f64::MIN_POSITIVE, "2.2250738585072014e-308"),
        ] {
            assert_eq!(plain(Number::Float(x)), text);
            for format in [Ron, Json] {
                assert_eq!(understand(text, format).map(Number::as_f64), Some(x));
            }
        }
    }
}
