//! Words of headers, without what is written differently by different people.

/// The words of a title in lower case: `num_applicationsTotal` and `Num. applications,
/// total` are the same three; numbers stand alone.
///
/// ```
/// use phasewise::files::tables::title_words;
/// assert_eq!(title_words("agencyOrBody_2024"), ["agency", "or", "body", "2024"]);
/// assert_eq!(title_words("№ п/п, Объём"), ["№", "п", "п", "объем"]);
/// ```
pub fn title_words(title: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for letter in title.chars() {
        let part =
            letter.is_alphanumeric() || matches!(letter, '№' | '#' | '%' | '$' | '€' | '£' | '₸');
        let starts = before.is_none_or(|before| splits(before, letter));
        if part {
            match words.last_mut().filter(|_| !starts) {
                Some(word) => word.extend(folded(letter)),
                None => words.push(folded(letter).collect()),
            }
        }
        before = part.then_some(letter);
    }
    words
}

fn folded(letter: char) -> impl Iterator<Item = char> {
    let letter = match letter {
        'ё' | 'Ё' => 'е',
        letter => letter,
    };
    letter.to_lowercase()
}

/// True where a new word begins without a blank.
fn splits(before: char, letter: char) -> bool {
    let digits = before.is_numeric() != letter.is_numeric();
    let camel = before.is_lowercase() && letter.is_uppercase();
    let sign = !before.is_alphanumeric() || !letter.is_alphanumeric();
    digits || camel || sign
}
