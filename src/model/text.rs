//! Names and descriptions, in one language or several.

use indexmap::IndexMap;
use serde::de::{Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// A text for people: one string, or one for each language (`en`, `ru`, `kk`, …).
///
/// In a file it is either `"Demand"` or `(en: "Demand", ru: "Востребованность")`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// The same words whatever the language.
    Plain(String),
    /// Words by language code, in the order of the file.
    PerLanguage(IndexMap<String, String>),
}

impl Default for Text {
    fn default() -> Self {
        Self::Plain(String::new())
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::Plain(text.to_owned())
    }
}

impl Text {
    /// The words in `language`, else in English, else in the first language given.
    pub fn get(&self, language: &str) -> &str {
        match self {
            Self::Plain(text) => text,
            Self::PerLanguage(map) => map
                .get(language)
                .or_else(|| map.get("en"))
                .or_else(|| map.values().next())
                .map_or("", String::as_str),
        }
    }

    /// The same; `id` where there are no words.
    pub fn get_or<'a>(&'a self, language: &str, id: &'a str) -> &'a str {
        match self.get(language) {
            "" => id,
            words => words,
        }
    }

    /// True if there is no text in any language.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Plain(text) => text.is_empty(),
            Self::PerLanguage(map) => map.values().all(String::is_empty),
        }
    }

    /// Replaces the words of one language and leaves the others alone.
    ///
    /// A plain text stays plain: it has no languages to keep apart.
    pub fn set(&mut self, language: &str, words: &str) {
        match self {
            Self::Plain(text) => *text = words.to_owned(),
            Self::PerLanguage(map) => {
                map.insert(language.to_owned(), words.to_owned());
            }
        }
    }

    /// All words in all languages, for searching.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let (plain, map) = match self {
            Self::Plain(text) => (Some(text.as_str()), None),
            Self::PerLanguage(map) => (None, Some(map)),
        };
        plain.into_iter().chain(map.into_iter().flat_map(|map| map.values().map(String::as_str)))
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Plain(text) => serializer.serialize_str(text),
            Self::PerLanguage(map) => map.serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text, or one text for each language")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
                Ok(Text::Plain(text.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Text, A::Error> {
                let mut map = IndexMap::new();
                while let Some((language, words)) = access.next_entry()? {
                    map.insert(language, words);
                }
                Ok(Text::PerLanguage(map))
            }
        }
        deserializer.deserialize_any(TextVisitor)
    }
}
