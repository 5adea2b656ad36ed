//! Numbers as people write them: thin spaces, decimal commas, large units.

use super::Texts;

/// Between thousands; does not break.
const THIN_SPACE: char = '\u{202f}';

impl Texts {
    /// What stands between a number and its decimals.
    pub fn decimal_mark(&self) -> char {
        if self.language == "en" { '.' } else { ',' }
    }

    /// A number with so many decimals: `12 345.6`, in Russian and Kazakh `12 345,6`.
    ///
    /// Thousands are set apart from five digits on.
    pub fn number(&self, number: f64, decimals: usize) -> String {
        if !number.is_finite() {
            return "–".to_owned();
        }
        let text = format!("{:.decimals$}", number.abs());
        let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
        let mut grouped = String::new();
        // Rounding may have left nothing to be negative about.
        if number < 0.0 && text.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
            grouped.push('−');
        }
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len() > 4 && (whole.len() - at) % 3 == 0 {
                grouped.push(THIN_SPACE);
            }
            grouped.push(digit);
        }
        if !fraction.is_empty() {
            grouped.push(self.decimal_mark());
            grouped.push_str(fraction);
        }
        grouped
    }

    /// A number with as many decimals as it needs, at most six.
    pub fn exact_number(&self, number: f64) -> String {
        let text = format!("{number:.6}");
        let trimmed = text.trim_end_matches('0');
        let decimals = trimmed.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        self.number(number, decimals)
    }

    /// A number for other programs: all its digits, the decimal mark of the language,
    /// nothing between thousands.
    pub fn bare_number(&self, number: f64) -> String {
        number.to_string().replace('.', &self.decimal_mark().to_string())
    }

    /// A number with its magnitude in a word: `1 k`, `10 M`.
    pub fn short_number(&self, number: f64) -> String {
        let (divisor, key) = magnitude(number);
        let scaled = self.exact_number((number / divisor * 100.0).round() / 100.0);
        match key {
            Some(key) => format!("{scaled}{THIN_SPACE}{}", self.get(key)),
            None => scaled,
        }
    }

    /// An amount of money in its magnitude, with the currency: `80.5 M USD`.
    pub fn money(&self, amount: f64, currency: &str) -> String {
        let (divisor, unit) = self.money_unit(amount, currency);
        let decimals = usize::from(divisor > 1.0 || amount.fract() != 0.0);
        format!("{}{THIN_SPACE}{unit}", self.number(amount / divisor, decimals)).trim_end().into()
    }

    /// The magnitude in which to show amounts up to `greatest`: what to divide
    /// by, and the unit's words.
    pub fn money_unit(&self, greatest: f64, currency: &str) -> (f64, String) {
        let (divisor, key) = magnitude(greatest);
        let unit = match key {
            Some(key) => format!("{} {currency}", self.get(key)),
            None => currency.to_owned(),
        };
        (divisor, unit.trim_end().to_owned())
    }

    /// A share of 0..1 in per cent.
    pub fn percent(&self, share: f64, decimals: usize) -> String {
        format!("{}{THIN_SPACE}%", self.number(share * 100.0, decimals))
    }

    /// Reads a number as people write it: spaces between thousands, a decimal
    /// point or comma, a sign. None if it is none, or not finite.
    pub fn parse_number(text: &str) -> Option<f64> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && *c != THIN_SPACE && *c != '\'')
            .map(|c| match c {
                '−' => '-',
                ',' => '.',
                other => other,
            })
            .collect();
        plain.parse::<f64>().ok().filter(|number| number.is_finite())
    }
}

fn magnitude(number: f64) -> (f64, Option<&'static str>) {
    match number.abs() {
        n if n >= 1e9 => (1e9, Some("unit-billion")),
        n if n >= 1e6 => (1e6, Some("unit-million")),
        n if n >= 1e4 => (1e3, Some("unit-thousand")),
        _ => (1.0, None),
    }
}
