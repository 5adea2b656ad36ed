//! Words and numbers in the language of the reader.
//!
//! All text for people stands in `assets/i18n/<language>/*.ftl` (Fluent). A
//! message that a language lacks is taken from English.

mod numbers;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// Codes and own names of the languages that the program speaks.
pub const LANGUAGES: &[(&str, &str)] = &[("en", "English"), ("ru", "Русский"), ("kk", "Қазақша")];

/// One file of one language: language, file, content.
macro_rules! source {
    ($language:literal, $file:literal) => {
        ($language, $file, include_str!(concat!("../assets/i18n/", $language, "/", $file, ".ftl")))
    };
}

/// The same files for every language, in the order of [`LANGUAGES`].
macro_rules! sources {
    ($($file:literal),+ $(,)?) => {
        [
            &[$(source!("en", $file)),+],
            &[$(source!("ru", $file)),+],
            &[$(source!("kk", $file)),+],
        ]
    };
}

/// The text of all language files by language: language, file, content. A new
/// file is one word here and one file in each folder of `assets/i18n/`.
pub const SOURCES: [&[(&str, &str, &str)]; 3] = sources![
    "text",
    "problems",
    "explain",
    "changes",
    "cli",
    "window",
    "graph",
    "export",
    "paper",
    "history",
    "versions",
    "variants",
    "sheet",
    "tour",
    "importing",
    "ministries",
];

/// What a message names.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg {
    /// Words.
    Text(String),
    /// A number, for plural forms.
    Number(f64),
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// The words of one language.
pub struct Texts {
    language: &'static str,
    /// The language itself, then English.
    bundles: Vec<FluentBundle<FluentResource>>,
}

impl std::fmt::Debug for Texts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Texts({})", self.language)
    }
}

impl Texts {
    /// The words of a language by its code; English for codes that we do not know.
    pub fn new(language: &str) -> Self {
        let known = LANGUAGES.iter().map(|(code, _)| *code).find(|code| *code == language);
        let language = known.unwrap_or("en");
        let mut bundles = vec![bundle(language)];
        if language != "en" {
            bundles.push(bundle("en"));
        }
        Self { language, bundles }
    }

    /// The code of the language.
    pub fn language(&self) -> &'static str {
        self.language
    }

    /// The words of a message; its key if there is no such message.
    pub fn get(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The words of a message with what it names put in.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            values.set(
                *name,
                match arg {
                    Arg::Text(text) => FluentValue::from(text.as_str()),
                    Arg::Number(number) => FluentValue::from(*number),
                },
            );
        }
        let patterns = self.bundles.iter().filter_map(|bundle| {
            bundle.get_message(key).and_then(|message| message.value()).map(|value| (bundle, value))
        });
        for (bundle, pattern) in patterns {
            let mut errors = Vec::new();
            let words = bundle.format_pattern(pattern, Some(&values), &mut errors);
            if errors.is_empty() {
                return words.into_owned();
            }
        }
        key.to_owned()
    }

    /// True if there is such a message.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }
}

fn bundle(language: &str) -> FluentBundle<FluentResource> {
    let id: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // The marks around what is put in show as boxes in fonts without them.
    bundle.set_use_isolating(false);
    let sources = SOURCES.iter().copied().flatten().filter(|(code, _, _)| *code == language);
    for (_, _, source) in sources {
        let resource = match FluentResource::try_new((*source).to_owned()) {
            Ok(resource) => resource,
            // What could be read is there; a test reads every file strictly.
            Err((resource, _)) => resource,
        };
        bundle.add_resource_overriding(resource);
    }
    bundle
}
