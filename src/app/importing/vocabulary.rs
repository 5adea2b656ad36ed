//! What columns are called in tables of many countries: `assets/tables/titles.txt`, read
//! once.

use std::sync::LazyLock;

/// The lists, as they stand in the file. A test reads it strictly.
static VOCABULARY: LazyLock<Vocabulary> =
    LazyLock::new(|| Vocabulary::read(include_str!("../../../assets/tables/titles.txt")));

/// What a title speaks of, before anybody looks at a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Topic {
    Id,
    Name,
    Description,
    Kind,
    Owner,
    Demand,
    Capex,
    Opex,
    Staff,
    Duration,
    Earliest,
    Latest,
    Mandatory,
    Goals,
    Requires,
    Year,
    Note,
}

impl Topic {
    /// All topics, and their names in the file.
    pub(super) const ALL: [(Self, &str); 17] = [
        (Self::Id, "id"),
        (Self::Name, "name"),
        (Self::Description, "description"),
        (Self::Kind, "kind"),
        (Self::Owner, "owner"),
        (Self::Demand, "demand"),
        (Self::Capex, "capex"),
        (Self::Opex, "opex"),
        (Self::Staff, "staff"),
        (Self::Duration, "duration"),
        (Self::Earliest, "earliest"),
        (Self::Latest, "latest"),
        (Self::Mandatory, "mandatory"),
        (Self::Goals, "goals"),
        (Self::Requires, "requires"),
        (Self::Year, "year"),
        (Self::Note, "note"),
    ];

    fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == name).map(|(topic, _)| *topic)
    }
}

/// A list of words that tell more of a title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// What people do with services, not how often they get them: counted, but no demand
    /// where anything better is there.
    Lesser,
    /// A whole made of parts.
    Total,
    /// Ways by which people reach a service: such a column is a part of the whole.
    Channel,
    /// The least of a range.
    Low,
    /// The most of a range.
    High,
    /// An abbreviation or a code beside a name.
    Code,
    /// What joins words and says nothing alone.
    Joining,
}

impl List {
    const ALL: [(Self, &str); 7] = [
        (Self::Lesser, "lesser"),
        (Self::Total, "total"),
        (Self::Channel, "channel"),
        (Self::Low, "low"),
        (Self::High, "high"),
        (Self::Code, "code"),
        (Self::Joining, "joining"),
    ];
}

/// A title of a topic.
#[derive(Debug)]
pub(super) struct Phrase {
    pub(super) topic: Topic,
    /// How surely it means the topic, 0..1.
    pub(super) sure: f64,
    /// Its words without what joins them.
    pub(super) words: Vec<String>,
}

#[derive(Debug, Default)]
struct Vocabulary {
    phrases: Vec<Phrase>,
    turns: Vec<(Topic, Vec<String>)>,
    lists: Vec<(List, Vec<String>)>,
    languages: Vec<(String, Vec<String>)>,
    /// Heads of sections that are none.
    unknown: Vec<String>,
}

impl Vocabulary {
    fn read(text: &str) -> Self {
        let lines = text.lines().filter(|line| !line.starts_with('#'));
        let mut sections: Vec<(&str, Vec<String>)> = Vec::new();
        for line in lines {
            if let Some(head) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                sections.push((head, Vec::new()));
            } else if let Some((_, words)) = sections.last_mut() {
                let more = line.split(',').map(|word| word.trim().to_owned());
                words.extend(more.filter(|word| !word.is_empty()));
            }
        }
        let mut vocabulary = Self::default();
        for (head, words) in &sections {
            vocabulary.add(head, words);
        }
        // Joining words are known only once all sections are.
        let joining = vocabulary.list(List::Joining).to_vec();
        for phrase in &mut vocabulary.phrases {
            phrase.words.retain(|word| !joining.contains(word));
        }
        vocabulary.phrases.retain(|phrase| !phrase.words.is_empty());
        vocabulary
    }

    fn add(&mut self, head: &str, words: &[String]) {
        let parts: Vec<&str> = head.split(' ').collect();
        match parts.as_slice() {
            ["title", topic, sure] => {
                if let (Some(topic), Ok(sure)) = (Topic::named(topic), sure.parse()) {
                    let split = |title: &String| title.split(' ').map(str::to_owned).collect();
                    let phrase = |title| Phrase { topic, sure, words: split(title) };
                    self.phrases.extend(words.iter().map(phrase));
                    return;
                }
            }
            ["turn", topics @ ..] => {
                let topics: Option<Vec<Topic>> =
                    topics.iter().map(|name| Topic::named(name)).collect();
                if let Some(topics) = topics {
                    self.turns.extend(topics.into_iter().map(|topic| (topic, words.to_vec())));
                    return;
                }
            }
            ["words", name] => {
                if let Some((list, _)) = List::ALL.iter().find(|(_, own)| own == name) {
                    self.lists.push((*list, words.to_vec()));
                    return;
                }
            }
            ["language", code] => {
                self.languages.push(((*code).to_owned(), words.to_vec()));
                return;
            }
            _ => {}
        }
        self.unknown.push(head.to_owned());
    }

    fn list(&self, list: List) -> &[String] {
        self.lists.iter().find(|(own, _)| *own == list).map_or(&[], |(_, words)| words)
    }
}

/// All titles that are known.
pub(super) fn phrases() -> &'static [Phrase] {
    &VOCABULARY.phrases
}

/// True if any word turns a title away from a topic.
pub(super) fn turns_away(topic: Topic, words: &[String]) -> bool {
    VOCABULARY.turns.iter().any(|(own, list)| *own == topic && any_of(words, list))
}

/// True if any word stands in a list.
pub(super) fn any(words: &[String], list: List) -> bool {
    any_of(words, VOCABULARY.list(list))
}

/// The code of the language that a word names.
pub(super) fn language_of(word: &str) -> Option<&'static str> {
    let names = VOCABULARY.languages.iter();
    let known = names.into_iter().find(|(_, names)| names.iter().any(|name| is(word, name)));
    known.map(|(code, _)| code.as_str())
}

/// True if a word is that of a list, whose words may go on where they end in `*`.
pub(super) fn is(word: &str, pattern: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(stem) => word.starts_with(stem),
        None => word == pattern,
    }
}

fn any_of(words: &[String], list: &[String]) -> bool {
    words.iter().any(|word| list.iter().any(|pattern| is(word, pattern)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_section_of_the_file_is_understood() {
        let known = &*VOCABULARY;
        assert!(known.unknown.is_empty(), "{:?}", known.unknown);
        for (topic, name) in Topic::ALL {
            assert!(known.phrases.iter().any(|phrase| phrase.topic == topic), "{name}");
        }
        for (list, name) in List::ALL {
            assert!(!known.list(list).is_empty(), "{name}");
        }
        assert!(known.phrases.len() > 500 && known.languages.len() > 10);
        let mut seen = HashSet::new();
        for Phrase { topic, words, .. } in &known.phrases {
            assert!(seen.insert((topic, words)), "{words:?} stands twice under {topic:?}");
        }
    }
}
