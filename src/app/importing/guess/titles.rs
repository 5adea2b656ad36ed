//! How surely a title speaks of a topic.

use crate::app::importing::vocabulary::{List, Topic, any, is, language_of, phrases, turns_away};
use crate::app::importing::{Field, Part};
use crate::files::tables::{is_currency, magnitude, title_words};

/// Above this a title is taken to mean a topic.
pub(super) const ENOUGH: f64 = 0.5;

/// A title taken apart.
#[derive(Debug, Clone)]
pub(super) struct Title {
    /// All its words.
    pub(super) words: Vec<String>,
    /// Those that say what it is about: without languages, years, units, ranges and
    /// what joins words.
    pub(super) core: Vec<String>,
    /// The language that it names.
    pub(super) language: Option<&'static str>,
    /// The last year that it names.
    pub(super) year: Option<u32>,
    /// The end of a range that it names.
    pub(super) part: Part,
    /// True if it names a code or an abbreviation.
    pub(super) is_code: bool,
}

impl Title {
    pub(super) fn new(text: &str) -> Self {
        let words = title_words(text);
        let ends = [words.last(), words.first()].into_iter().flatten();
        // “de” and “et” are languages at the end of a title and little words within.
        let whole = words.iter().filter(|word| word.chars().count() > 2);
        let language = ends.chain(whole).find_map(|word| language_of(word));
        let year = |word: &String| {
            word.parse().ok().filter(|year| word.len() == 4 && (1900..2101).contains(year))
        };
        let part = match () {
            () if any(&words, List::Low) => Part::Low,
            () if any(&words, List::High) => Part::High,
            () => Part::Best,
        };
        let money = words.iter().any(|word| is_currency(word));
        let says = |word: &&String| {
            let own = std::slice::from_ref(*word);
            let aside = [List::Low, List::High, List::Joining].iter().any(|list| any(own, *list));
            let unit = ((money || word.chars().count() > 1) && magnitude(word).is_some())
                || is_currency(word);
            let number = word.chars().all(char::is_numeric);
            !(aside || unit || number || language_of(word).is_some())
        };
        let core: Vec<String> = words.iter().filter(says).cloned().collect();
        // “En” alone, or “год”, is still a title.
        let core = if core.is_empty() { words.clone() } else { core };
        let is_code = words.len() > 1 && any(&words, List::Code);
        let year = words.iter().rev().find_map(year);
        Self { language, year, part, is_code, words, core }
    }

    /// How surely it speaks of a topic, 0..1.
    pub(super) fn about(&self, topic: Topic) -> f64 {
        let titles = phrases().iter().filter(|phrase| phrase.topic == topic);
        let best =
            titles.map(|phrase| phrase.sure * self.covers(&phrase.words)).fold(0.0, f64::max);
        if turns_away(topic, &self.core) { best * 0.3 } else { best }
    }

    /// How much of it a phrase is: 1 if all, 0 if it is not in it.
    pub(super) fn covers(&self, phrase: &[String]) -> f64 {
        if phrase.is_empty() || phrase.len() > self.core.len() {
            return 0.0;
        }
        let matches =
            |words: &[String]| words.iter().zip(phrase).all(|(word, pattern)| is(word, pattern));
        let found = self.core.windows(phrase.len()).any(matches);
        if found { 0.55 + 0.45 * phrase.len() as f64 / self.core.len() as f64 } else { 0.0 }
    }

    /// Its words without the year, by which columns of several years are the same.
    pub(super) fn without_year(&self) -> Vec<&String> {
        self.words.iter().filter(|word| !word.chars().all(char::is_numeric)).collect()
    }
}

/// True for a title that columns of tables on services often have.
///
/// ```
/// use phasewise::app::importing::is_known_title;
/// assert!(is_known_title("Наименование услуги") && is_known_title("owner_org_title"));
/// assert!(!is_known_title("Registration of birth"));
/// ```
pub fn is_known_title(text: &str) -> bool {
    if text.chars().count() > 80 {
        return false;
    }
    let title = Title::new(text);
    text.parse::<Field>().is_ok() || Topic::ALL.iter().any(|(topic, _)| title.about(*topic) >= 0.75)
}
