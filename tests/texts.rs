//! Every language says the same things, and nothing on screen lacks its words.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use phasewise::texts::{Arg, LANGUAGES, SOURCES, Texts};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Keys of a language with what each message names.
fn messages(language: usize) -> BTreeMap<String, BTreeSet<String>> {
    let mut messages = BTreeMap::new();
    for (_, _, source) in SOURCES[language] {
        let mut key = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((head, _)) = line.split_once(" =")
                && !line.starts_with(' ')
            {
                key = head.to_owned();
                let before = messages.insert(key.clone(), BTreeSet::new());
                assert!(before.is_none(), "{key} stands twice in {}", LANGUAGES[language].0);
            }
            for named in line.split("{ $").skip(1) {
                let name: String =
                    named.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                messages.entry(key.clone()).or_default().insert(name);
            }
        }
    }
    messages
}

#[test]
fn all_languages_have_the_same_messages() {
    let english = messages(0);
    assert!(english.len() > 300);
    for (at, (code, _)) in LANGUAGES.iter().enumerate().skip(1) {
        let other = messages(at);
        let missing: Vec<&String> =
            english.keys().filter(|key| !other.contains_key(*key)).collect();
        let surplus: Vec<&String> =
            other.keys().filter(|key| !english.contains_key(*key)).collect();
        assert!(missing.is_empty() && surplus.is_empty(), "{code}: {missing:?} {surplus:?}");
        for (key, names) in &other {
            assert!(names.is_subset(&english[key]), "{code}: {key} names what English does not");
        }
    }
}

/// Words of a language by key, selectors and all.
fn words(language: usize) -> BTreeMap<String, String> {
    let mut words: BTreeMap<String, String> = BTreeMap::new();
    let mut key = String::new();
    for (_, _, source) in SOURCES[language] {
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            match line.split_once(" =").filter(|_| !line.starts_with(' ')) {
                Some((head, rest)) => {
                    key = head.to_owned();
                    words.insert(key.clone(), rest.to_owned());
                }
                None => words.entry(key.clone()).or_default().push_str(line),
            }
        }
    }
    words
}

#[test]
fn no_sentence_was_left_in_english() {
    let english = words(0);
    let is_word = |word: &&str| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
    for (at, (code, _)) in LANGUAGES.iter().enumerate().skip(1) {
        let left: Vec<String> = words(at)
            .into_iter()
            .filter(|(key, said)| english.get(key) == Some(said))
            .filter(|(_, said)| said.split(' ').filter(is_word).count() > 1)
            .map(|(key, _)| key)
            .collect();
        assert!(left.is_empty(), "{code} still says in English: {left:?}");
    }
}

/// What a message prints of its arguments, leaving out those that only choose.
fn printed(said: &str) -> BTreeSet<String> {
    said.split("{ $")
        .skip(1)
        .filter_map(|rest| rest.split_once(" }"))
        .map(|(n, _)| n)
        .filter(|n| n.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'))
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_language_prints_the_same_arguments() {
    let english = words(0);
    let mut differing = Vec::new();
    for (at, (code, _)) in LANGUAGES.iter().enumerate().skip(1) {
        for (key, said) in words(at) {
            if english.get(&key).is_some_and(|english| printed(english) != printed(&said)) {
                differing.push(format!("{code}: {key}"));
            }
        }
    }
    assert!(differing.is_empty(), "{differing:#?}");
}

#[test]
fn every_message_can_be_read_in_every_language() {
    for (code, _) in LANGUAGES {
        let texts = Texts::new(code);
        for (key, names) in messages(0) {
            let args: Vec<(&str, Arg)> =
                names.iter().map(|name| (name.as_str(), Arg::from("7"))).collect();
            let words = texts.with(&key, &args);
            assert_ne!(words, key, "{code} has no words for {key}");
            assert!(!words.contains("{ $"), "{code}: {key} is “{words}”");
        }
    }
}

/// Keys in the source, as string literals of two parts or more.
fn used_keys(folder: &Path, keys: &mut BTreeSet<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            used_keys(&path, keys);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let source = std::fs::read_to_string(&path).unwrap();
            for call in [".get(\"", ".with(\"", "of(\""] {
                for rest in source.split(call).skip(1) {
                    let key: String = rest.chars().take_while(|c| *c != '"').collect();
                    if key.contains('-') {
                        keys.insert(key);
                    }
                }
            }
        }
    }
}

#[test]
fn every_key_in_the_source_has_words() {
    let mut keys = BTreeSet::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for folder in ["app", "cli", "ui"] {
        used_keys(&source.join(folder), &mut keys);
    }
    assert!(keys.len() > 150, "only {} keys were found", keys.len());
    let texts = Texts::new("en");
    let silent: Vec<&String> = keys.iter().filter(|key| !texts.has(key)).collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn numbers_are_written_as_people_write_them() {
    let (english, russian) = (Texts::new("en"), Texts::new("ru"));
    assert_eq!(english.number(1234.5, 1), "1234.5");
    assert_eq!(english.number(12345.5, 1), "12\u{202f}345.5");
    assert_eq!(russian.number(12345.5, 1), "12\u{202f}345,5");
    assert_eq!(english.number(-0.04, 1), "0.0");
    assert_eq!(english.number(-1.5, 1), "−1.5");
    assert_eq!(english.money(80_500_000.0, "USD"), "80.5\u{202f}M USD");
    assert_eq!(russian.money(80_500_000.0, "USD"), "80,5\u{202f}млн USD");
    for (text, number) in [("1 234,5", 1234.5), ("−3", -3.0), ("12\u{202f}000", 12_000.0)] {
        assert_eq!(Texts::parse_number(text), Some(number));
    }
    for text in ["", "much", "1e999", "NaN"] {
        assert_eq!(Texts::parse_number(text), None, "{text}");
    }
}
