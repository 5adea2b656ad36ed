//! Numbers as people type them into tables of many countries.

/// What stands before the decimals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecimalMark {
    /// `1,234.5`
    #[default]
    Point,
    /// `1.234,5`
    Comma,
}

/// What a text says where a number is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Amount {
    /// A number; one in per cent is given as a share.
    Number(f64),
    /// Words for “not known” or “not applicable”.
    Missing,
    /// Something else.
    Other,
}

/// Words that stand in the place of a number that nobody has.
const MISSING: &[&str] = &[
    "",
    "-",
    "–",
    "—",
    "−",
    "--",
    "---",
    ".",
    "..",
    "...",
    "…",
    "?",
    "*",
    "x",
    "na",
    "n/a",
    "n.a.",
    "n.a",
    "n/d",
    "nd",
    "n.d.",
    "nc",
    "n.c.",
    "s.o.",
    "so",
    "s/o",
    "nil",
    "null",
    "none",
    "nan",
    "tbd",
    "tbc",
    "unknown",
    "not available",
    "not applicable",
    "not known",
    "no data",
    "not recorded",
    "not collected",
    "suppressed",
    "#n/a",
    "нет",
    "нет данных",
    "н/д",
    "н.д.",
    "нд",
    "н/п",
    "неприменимо",
    "не применимо",
    "не применяется",
    "отсутствует",
    "неизвестно",
    "жоқ",
    "деректер жоқ",
    "мәлімет жоқ",
    "белгісіз",
    "sans objet",
    "non disponible",
    "non applicable",
    "inconnu",
    "k.a.",
    "keine angabe",
    "sin datos",
];

/// Reads a number: with blanks, points, commas or apostrophes between thousands,
/// either decimal mark, a sign or brackets for less than nothing, a currency, per
/// cent, “million” and the like behind it.
///
/// `mark` decides only where a text can be read in two ways: `1,234`.
///
/// ```
/// use phasewise::files::tables::{Amount, DecimalMark, read_amount};
/// let read = |text| read_amount(text, DecimalMark::Point);
/// assert_eq!(read("1 234,5"), Amount::Number(1234.5));
/// assert_eq!(read("(1'200)"), Amount::Number(-1200.0));
/// assert_eq!(read("2,5 млн тг"), Amount::Number(2_500_000.0));
/// assert_eq!(read("35 %"), Amount::Number(0.35));
/// assert_eq!(read("н/д"), Amount::Missing);
/// assert_eq!(read("12 or so"), Amount::Other);
/// ```
pub fn read_amount(text: &str, mark: DecimalMark) -> Amount {
    // No number is so long, however it is written.
    if text.len() > 200 {
        return Amount::Other;
    }
    // Most numbers are digits and nothing else.
    if (1..16).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().map_or(Amount::Other, Amount::Number);
    }
    let lower = plain(text);
    if MISSING.contains(&lower.as_str()) {
        return Amount::Missing;
    }
    match amount(&lower, mark) {
        Some(number) if number.is_finite() => Amount::Number(number),
        _ => Amount::Other,
    }
}

/// The decimal mark that a text cannot do without, if it is a number.
pub fn mark_of(text: &str) -> Option<DecimalMark> {
    if !text.contains(['.', ',']) || text.len() > 60 {
        return None;
    }
    let lower = plain(text);
    let (body, _) = body_of(&lower)?;
    let other = |mark| if mark == ',' { DecimalMark::Point } else { DecimalMark::Comma };
    match shape(body) {
        Shape::Decimal(mark) => {
            Some(if mark == ',' { DecimalMark::Comma } else { DecimalMark::Point })
        }
        Shape::Thousands(mark) => Some(other(mark)),
        Shape::Either(_) | Shape::Plain | Shape::Wrong => None,
    }
}

/// Lower case, one sort of blank, one sort of apostrophe.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '’' | 'ʼ' | '‘' | '`' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    };
    text.trim().chars().map(plain).flat_map(char::to_lowercase).collect()
}

/// How the marks of a number can be read.
enum Shape {
    /// Without any.
    Plain,
    /// This one stands before decimals.
    Decimal(char),
    /// This one stands between thousands.
    Thousands(char),
    /// This one may be either.
    Either(char),
    /// In no way.
    Wrong,
}

fn shape(body: &str) -> Shape {
    let (points, commas) = (body.matches('.').count(), body.matches(',').count());
    let blanks = body.contains([' ', '\'']);
    match (points, commas) {
        (0, 0) => Shape::Plain,
        (_, 0) | (0, _) => {
            let (mark, count) = if points > 0 { ('.', points) } else { (',', commas) };
            let Some((before, after)) = body.rsplit_once(mark) else { return Shape::Wrong };
            if count > 1 {
                return if blanks { Shape::Wrong } else { Shape::Thousands(mark) };
            }
            let leading = before.len();
            if after.len() != 3 || blanks || leading > 3 || before.is_empty() || before == "0" {
                Shape::Decimal(mark)
            } else {
                Shape::Either(mark)
            }
        }
        _ => match (body.rfind('.'), body.rfind(',')) {
            (Some(point), Some(comma)) if point > comma && points == 1 => Shape::Decimal('.'),
            (Some(point), Some(comma)) if comma > point && commas == 1 => Shape::Decimal(','),
            _ => Shape::Wrong,
        },
    }
}

fn amount(lower: &str, mark: DecimalMark) -> Option<f64> {
    if lower.contains('e') && lower.starts_with(|c: char| c.is_ascii_digit() || "+-".contains(c)) {
        // Spreadsheets export large numbers so.
        let plain = lower.replace(',', ".");
        if let Ok(number) = plain.parse::<f64>() {
            return Some(number);
        }
    }
    let (body, around) = body_of(lower)?;
    let decimal = match shape(body) {
        Shape::Wrong => return None,
        Shape::Plain | Shape::Thousands(_) => None,
        Shape::Decimal(mark) => Some(mark),
        Shape::Either(found) => {
            let wanted = if mark == DecimalMark::Comma { ',' } else { '.' };
            (found == wanted).then_some(found)
        }
    };
    let (whole, decimals) = match decimal {
        Some(mark) => body.rsplit_once(mark)?,
        None => (body, ""),
    };
    if !decimals.chars().all(|c| c.is_ascii_digit()) || !is_grouped(whole) {
        return None;
    }
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let number: f64 = format!("{digits}.{decimals}").parse().ok()?;
    Some(number * around.times / around.over)
}

/// True for digits with nothing between them, or with thousands set apart; in
/// India hundreds of thousands stand apart by two.
fn is_grouped(whole: &str) -> bool {
    let groups: Vec<&str> = whole.split([' ', '\'', '.', ',']).collect();
    let digits = |group: &&str| group.chars().all(|c| c.is_ascii_digit());
    if !groups.iter().all(digits) {
        return false;
    }
    match groups.as_slice() {
        [only] => !only.is_empty() || whole.is_empty(),
        [first, middle @ .., last] => {
            (1..=3).contains(&first.len())
                && last.len() == 3
                && middle.iter().all(|group| (2..=3).contains(&group.len()))
        }
        [] => false,
    }
}

/// What stands around the digits of a number makes of them.
struct Around {
    times: f64,
    /// Per cent divide: 70 hundredths are 0.7 to the last digit.
    over: f64,
}

/// The digits and marks of a number, and what stands around them.
fn body_of(lower: &str) -> Option<(&str, Around)> {
    let is_body = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' ' | '\'');
    let start = lower.find(|c: char| c.is_ascii_digit())?;
    // A decimal mark may come first: “,5”.
    let start = match lower[..start].chars().next_back() {
        Some('.' | ',') => start - 1,
        _ => start,
    };
    let before = lower[..start].trim();
    let rest = &lower[start..];
    let end = rest.find(|c: char| !is_body(c)).unwrap_or(rest.len());
    let body = rest[..end].trim_end_matches([' ', '.', ',', '\'']);
    let after = rest[end..].trim();
    let negative = match before {
        "" | "+" | "~" | "≈" => false,
        "-" | "−" | "–" => true,
        "(" if after.ends_with(')') => true,
        _ => {
            let bare = before.trim_start_matches(['-', '−', '(']).trim();
            if !is_currency(bare) {
                return None;
            }
            before.starts_with(['-', '−', '('])
        }
    };
    let mut around = around(after.trim_end_matches(')').trim())?;
    around.times *= if negative { -1.0 } else { 1.0 };
    Some((body, around))
}

/// What the words behind a number make of it; none if they are about something else.
fn around(words: &str) -> Option<Around> {
    let mut around = Around { times: 1.0, over: 1.0 };
    for word in words.split([' ', '.', '/']).filter(|word| !word.is_empty()) {
        match word {
            "%" => around.over *= 100.0,
            "‰" => around.over *= 1000.0,
            "*" | "**" => {}
            word if is_currency(word) => {}
            word => around.times *= magnitude(word)?,
        }
    }
    Some(around)
}

/// Thousand, million or billion, by the words of several languages.
///
/// ```
/// use phasewise::files::tables::magnitude;
/// assert_eq!([magnitude("тыс"), magnitude("mln"), magnitude("days")], [Some(1e3), Some(1e6), None]);
/// ```
pub fn magnitude(word: &str) -> Option<f64> {
    match word {
        "k" | "tuh" | "ths" | "thsd" | "tsd" | "'000" | "000s" | "000" | "тыс" | "мың"
        | "thousand" | "thousands" | "millier" | "milliers" | "mille" | "tausend" => Some(1e3),
        "m" | "mn" | "mln" | "mio" | "млн" | "million" | "millions" | "миллион" | "миллиона"
        | "миллионов" | "millones" | "millionen" => Some(1e6),
        "bn"
        | "bln"
        | "mrd"
        | "млрд"
        | "billion"
        | "billions"
        | "миллиард"
        | "миллиарда"
        | "миллиардов"
        | "milliard"
        | "milliards" => Some(1e9),
        _ if word.starts_with("тысяч") => Some(1e3),
        _ => None,
    }
}

/// True for the sign or code of a currency that tables of our readers use.
pub fn is_currency(word: &str) -> bool {
    currency(word).is_some()
}

/// The code of a currency by its sign, its code or its name.
pub fn currency(word: &str) -> Option<&'static str> {
    Some(match word {
        "$" | "usd" | "us$" | "долл" | "долларов" | "доллар" | "dollars" => "USD",
        "€" | "eur" | "евро" | "euro" | "euros" => "EUR",
        "£" | "gbp" | "pounds" => "GBP",
        "₸" | "kzt" | "тг" | "тенге" | "теңге" | "tenge" => "KZT",
        "₽" | "rub" | "руб" | "рублей" | "рубль" => "RUB",
        "cad" | "c$" | "ca$" => "CAD",
        "chf" | "fr" => "CHF",
        "kgs" | "сом" => "KGS",
        "uzs" | "сум" => "UZS",
        "₴" | "uah" | "грн" => "UAH",
        "₹" | "inr" => "INR",
        "pln" | "zł" => "PLN",
        "czk" | "kč" => "CZK",
        "xof" | "fcfa" => "XOF",
        "aud" => "AUD",
        "nzd" => "NZD",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::Amount::{Missing, Number, Other};
    use super::*;

    #[test]
    fn numbers_of_many_countries() {
        let cases: &[(&str, Amount, Amount)] = &[
            // text, where the table's mark is a point, where it is a comma
            ("1234", Number(1234.0), Number(1234.0)),
            ("1 234", Number(1234.0), Number(1234.0)),
            ("1\u{a0}234\u{202f}567", Number(1_234_567.0), Number(1_234_567.0)),
            ("1’234’567.25", Number(1_234_567.25), Number(1_234_567.25)),
            ("1,234", Number(1234.0), Number(1.234)),
            ("1.234", Number(1.234), Number(1234.0)),
            ("1,234.5", Number(1234.5), Number(1234.5)),
            ("1.234,5", Number(1234.5), Number(1234.5)),
            ("12,34,567", Number(1_234_567.0), Number(1_234_567.0)),
            ("12,5", Number(12.5), Number(12.5)),
            ("0,125", Number(0.125), Number(0.125)),
            (",5", Number(0.5), Number(0.5)),
            ("1 234,567", Number(1234.567), Number(1234.567)),
            ("-3", Number(-3.0), Number(-3.0)),
            ("−3,5", Number(-3.5), Number(-3.5)),
            ("(250)", Number(-250.0), Number(-250.0)),
            ("$1,200", Number(1200.0), Number(1.2)),
            ("€ 12.50", Number(12.5), Number(12.5)),
            ("12 500 ₸", Number(12500.0), Number(12500.0)),
            ("3 тыс.", Number(3000.0), Number(3000.0)),
            ("1,5 млрд тенге", Number(1.5e9), Number(1.5e9)),
            ("12.5%", Number(0.125), Number(0.125)),
            ("1.2E+06", Number(1.2e6), Number(1.2e6)),
            ("1,2E+06", Number(1.2e6), Number(1.2e6)),
            ("+7", Number(7.0), Number(7.0)),
            ("450*", Number(450.0), Number(450.0)),
            ("n/a", Missing, Missing),
            ("—", Missing, Missing),
            ("Нет данных", Missing, Missing),
            ("<5", Other, Other),
            ("01.02.2024", Other, Other),
            ("12 34", Other, Other),
            ("1,23,45", Other, Other),
            ("10-20", Other, Other),
            ("about 12", Other, Other),
            ("12 services", Other, Other),
            ("1e999", Other, Other),
            ("1.2.3,4,5", Other, Other),
            ("twelve", Other, Other),
        ];
        for (text, point, comma) in cases {
            assert_eq!(read_amount(text, DecimalMark::Point), *point, "{text} with points");
            assert_eq!(read_amount(text, DecimalMark::Comma), *comma, "{text} with commas");
        }
    }

    #[test]
    fn marks_are_told_only_where_they_are_certain() {
        assert_eq!(mark_of("12,5"), Some(DecimalMark::Comma));
        assert_eq!(mark_of("1.234.567"), Some(DecimalMark::Comma));
        assert_eq!(mark_of("1,234.5"), Some(DecimalMark::Point));
        for text in ["1,234", "1.234", "1234", "word", "01.02.2024x"] {
            assert_eq!(mark_of(text), None, "{text}");
        }
    }
}
