//! Ids out of names and codes.

use std::collections::HashSet;

/// Letters of an id made from a name.
const LONGEST: usize = 60;

/// Cyrillic letters, of Russian and of Kazakh, in Latin ones.
const CYRILLIC: &[(char, &str)] = &[
    ('а', "a"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "e"),
    ('ж', "zh"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('о', "o"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ф', "f"),
    ('х', "kh"),
    ('ц', "ts"),
    ('ч', "ch"),
    ('ш', "sh"),
    ('щ', "shch"),
    ('ъ', ""),
    ('ы', "y"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "yu"),
    ('я', "ya"),
    ('ә', "a"),
    ('ғ', "g"),
    ('қ', "k"),
    ('ң', "n"),
    ('ө', "o"),
    ('ұ', "u"),
    ('ү', "u"),
    ('һ', "h"),
    ('і', "i"),
    ('ї', "i"),
    ('є', "e"),
    ('ў', "u"),
];

/// Latin letters with marks, without them.
const MARKED: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("çćč", "c"),
    ("ďđ", "d"),
    ("èéêëēęě", "e"),
    ("ğ", "g"),
    ("ìíîïīı", "i"),
    ("ł", "l"),
    ("ñńň", "n"),
    ("òóôõöøō", "o"),
    ("ř", "r"),
    ("śšş", "s"),
    ("ß", "ss"),
    ("ťţ", "t"),
    ("ùúûüūů", "u"),
    ("ýÿ", "y"),
    ("źżž", "z"),
    ("œ", "oe"),
    ("æ", "ae"),
];

/// A short name in lower case without blanks: `registration-of-birth`. Empty where no
/// letter of the name can be written so.
///
/// ```
/// use phasewise::app::importing::slug;
/// assert_eq!(slug("Délivrance d’un passeport"), "delivrance-d-un-passeport");
/// assert_eq!(slug("Туу туралы куәлік"), "tuu-turaly-kualik");
/// ```
pub fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars().flat_map(char::to_lowercase) {
        if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if let Some((_, latin)) = CYRILLIC.iter().find(|(own, _)| *own == letter) {
            slug.push_str(latin);
        } else if let Some((_, plain)) = MARKED.iter().find(|(marked, _)| marked.contains(letter)) {
            slug.push_str(plain);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
        if slug.len() > LONGEST {
            break;
        }
    }
    if slug.len() > LONGEST {
        let cut = slug[..LONGEST].rfind('-').filter(|at| *at > LONGEST / 2).unwrap_or(LONGEST);
        slug.truncate(cut);
    }
    slug.trim_end_matches('-').to_owned()
}

/// A code as an id: as it is, but for blanks.
pub(in crate::app) fn code_id(code: &str) -> String {
    code.split_whitespace().collect::<Vec<_>>().join("-")
}

/// An id that nobody has yet, after one that is wished for: with `-2`, `-3`, … behind it
/// where that is taken.
pub(in crate::app) fn free(wished: &str, fallback: &str, taken: &mut HashSet<String>) -> String {
    let wished = if wished.is_empty() { fallback } else { wished };
    let mut id = wished.to_owned();
    let mut number = 2;
    while !taken.insert(id.clone()) {
        id = format!("{wished}-{number}");
        number += 1;
    }
    id
}
