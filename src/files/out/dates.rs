//! Dates as people write them.

use crate::texts::Texts;
use jiff::civil::Date;

/// A date in the language's form: `2005-12-31`, in Russian and Kazakh `31.12.2005`.
pub fn date_words(date: Date, texts: &Texts) -> String {
    if writes_day_first(texts) { date.strftime("%d.%m.%Y").to_string() } else { date.to_string() }
}

/// True if the language writes the day before the month, with points.
pub fn writes_day_first(texts: &Texts) -> bool {
    texts.language() != "en"
}

/// Days from one date to another; below 0 backwards.
pub fn days_between(from: Date, to: Date) -> i64 {
    // Dates are at most 20,000 years apart, so this cannot fail.
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
