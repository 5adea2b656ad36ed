//! Units that stand in headers: “KZT mln”, “тыс. чел.”, “coût (k€)”, “per month”.

use super::super::number::{currency, magnitude};

/// A stretch of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimeUnit {
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// A year.
    Year,
}

impl TimeUnit {
    /// How many of them a year has; of days those of the calendar.
    pub fn in_a_year(self) -> f64 {
        match self {
            Self::Day => 365.0,
            Self::Week => 52.0,
            Self::Month => 12.0,
            Self::Quarter => 4.0,
            Self::Year => 1.0,
        }
    }
}

/// What a header says its numbers count.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    /// What a number in the column stands for, times itself: 1,000,000 for “mln”.
    pub factor: f64,
    /// Code of a currency.
    pub currency: Option<&'static str>,
    /// Numbers are per cent.
    pub percent: bool,
    /// Numbers count time.
    pub time: Option<TimeUnit>,
    /// Numbers are of every such time: “per month”.
    pub every: Option<TimeUnit>,
}

impl Default for Unit {
    fn default() -> Self {
        Self { factor: 1.0, currency: None, percent: false, time: None, every: None }
    }
}

impl Unit {
    /// True if a header said nothing of a unit.
    pub fn is_plain(&self) -> bool {
        *self == Self::default()
    }

    /// The unit that stands in a title.
    ///
    /// ```
    /// use phasewise::files::tables::{TimeUnit, Unit};
    /// let unit = Unit::in_title("Стоимость, млн тг");
    /// assert_eq!((unit.factor, unit.currency), (1e6, Some("KZT")));
    /// assert_eq!(Unit::in_title("Coût (k€)").factor, 1e3);
    /// assert_eq!(Unit::in_title("Applications per month").every, Some(TimeUnit::Month));
    /// assert!(Unit::in_title("Length (m)").is_plain());
    /// ```
    pub fn in_title(title: &str) -> Self {
        let words = unit_words(title);
        let mut unit =
            Self { currency: words.iter().find_map(|word| currency(word)), ..Self::default() };
        for (at, word) in words.iter().enumerate() {
            let lone_letter = word.chars().count() == 1 && !word.starts_with('%');
            // An “m” is a million of money and a metre of anything else.
            if let Some(factor) =
                magnitude(word).filter(|_| !lone_letter || unit.currency.is_some())
            {
                unit.factor *= factor;
            }
            // Spanish thousands are English miles.
            if matches!(word.as_str(), "miles" | "mil") && unit.currency.is_some() {
                unit.factor *= 1e3;
            }
            unit.percent |=
                matches!(word.as_str(), "%" | "percent" | "процент" | "проценты" | "пайыз");
            let before = at.checked_sub(1).and_then(|at| words.get(at)).map_or("", String::as_str);
            let is_rate =
                matches!(before, "per" | "a" | "each" | "every" | "в" | "за" | "par" | "pro");
            match time(word) {
                Some((time, Said::Every)) => unit.every = Some(time),
                Some((time, Said::Plain)) if is_rate => unit.every = Some(time),
                Some((time, Said::Plain)) => unit.time = unit.time.or(Some(time)),
                None => {}
            }
        }
        unit
    }

    /// This unit, and what another says where this says nothing.
    pub fn or(self, other: Self) -> Self {
        Self {
            factor: if self.factor == 1.0 { other.factor } else { self.factor },
            currency: self.currency.or(other.currency),
            percent: self.percent || other.percent,
            time: self.time.or(other.time),
            every: self.every.or(other.every),
        }
    }
}

/// True for a text that is nothing but a unit, such as the cells of a row of units.
pub(super) fn is_unit(text: &str) -> bool {
    let words = unit_words(text);
    let known = |word: &String| {
        magnitude(word).is_some() || currency(word).is_some() || time(word).is_some() || {
            let counted = [
                "%",
                "person",
                "persons",
                "people",
                "man",
                "человеко",
                "чел",
                "ед",
                "шт",
                "дней",
                "дн",
                "час",
                "pcs",
                "units",
            ];
            counted.contains(&word.as_str()) || word == "per" || word == "в"
        }
    };
    !words.is_empty() && words.len() <= 4 && words.iter().all(known)
}

/// How a word speaks of time.
enum Said {
    /// `month`
    Plain,
    /// `monthly`
    Every,
}

fn time(word: &str) -> Option<(TimeUnit, Said)> {
    let begins = |starts: &[&str]| starts.iter().any(|start| word.starts_with(start));
    let every = [
        (TimeUnit::Day, &["daily", "ежедневн", "күнделікті", "journali", "quotidien"][..]),
        (TimeUnit::Week, &["weekly", "еженедельн", "hebdomadaire"]),
        (TimeUnit::Month, &["monthly", "ежемесячн", "айына", "mensuel"]),
        (TimeUnit::Quarter, &["quarterly", "ежеквартальн", "trimestriel"]),
        (TimeUnit::Year, &["annual", "yearly", "ежегодн", "годов", "жылына", "жылдық", "annuel"]),
    ];
    if let Some((unit, _)) = every.iter().find(|(_, starts)| begins(starts)) {
        return Some((*unit, Said::Every));
    }
    let unit = match word {
        "day" | "days" | "дней" | "день" | "дни" | "дн" | "дня" | "сут" | "күн" | "jour"
        | "jours" => TimeUnit::Day,
        "week" | "weeks" | "недель" | "неделя" | "неделю" | "апта" | "semaine" | "semaines" => {
            TimeUnit::Week
        }
        "month" | "months" | "mo" | "мес" | "месяц" | "месяцев" | "месяца" | "ай" | "mois" => {
            TimeUnit::Month
        }
        "quarter" | "quarters" | "квартал" | "тоқсан" | "trimestre" => {
            TimeUnit::Quarter
        }
        "year" | "years" | "yr" | "лет" | "год" | "года" | "жыл" | "an" | "ans" | "année"
        | "années" => TimeUnit::Year,
        _ => return None,
    };
    Some((unit, Said::Plain))
}

/// Words, signs of currencies apart from the letters beside them.
fn unit_words(title: &str) -> Vec<String> {
    const SIGNS: [char; 8] = ['$', '€', '£', '₸', '₽', '₴', '₹', '%'];
    let mut spaced = String::new();
    let mut before = ' ';
    for letter in title.replace("'000", " thousand ").replace("’000", " thousand ").chars() {
        let sign = SIGNS.contains(&letter);
        let camel = before.is_lowercase() && letter.is_uppercase();
        if sign || SIGNS.contains(&before) || camel {
            spaced.push(' ');
        }
        let part = letter.is_alphanumeric() || sign;
        spaced.push(if part { letter } else { ' ' });
        before = letter;
    }
    spaced.split_whitespace().map(str::to_lowercase).collect()
}
