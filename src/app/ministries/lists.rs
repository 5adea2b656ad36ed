//! Words that cells are chosen from: kinds, levels, phases, sources, yes and no.

use crate::app::importing::{Field, Value, folded, kind_named, yes_or_no};
use crate::app::{kind_key, phase_name};
use crate::model::{CriterionId, ItemKind, Scenario, Source, ValueFunction};
use crate::texts::{LANGUAGES, Texts};
use std::collections::{HashMap, HashSet};

/// Which list a field is chosen from.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) enum ListName {
    Kinds,
    Phases,
    Sources,
    YesNo,
    Levels(CriterionId),
}

/// One list: words as they are shown, and what they mean.
#[derive(Debug, Clone, Default)]
pub(super) struct List {
    pub(super) words: Vec<String>,
    pub(super) values: Vec<Value>,
}

/// All lists of a scenario in one language.
#[derive(Debug)]
pub(super) struct Lists {
    pub(super) lists: Vec<List>,
    at: HashMap<ListName, usize>,
}

impl Lists {
    /// The lists in the language of `texts`.
    pub(super) fn new(scenario: &Scenario, texts: &Texts) -> Self {
        let language = texts.language();
        let mut made = Self { lists: Vec::new(), at: HashMap::new() };
        let kinds = ItemKind::ALL.map(|kind| (texts.get(kind_key(kind)), Value::Kind(kind)));
        made.add(ListName::Kinds, kinds);
        let source = |source: Source| {
            (texts.get(&format!("source-{}", source.word())), Value::Source(source))
        };
        made.add(ListName::Sources, Source::ALL.map(source));
        let flags = [("import-yes", true), ("import-no", false)];
        made.add(ListName::YesNo, flags.map(|(key, flag)| (texts.get(key), Value::Flag(flag))));
        let phase = |(number, phase): (u32, &crate::model::Phase)| {
            (phase_name(scenario, number, texts), Value::Phase(phase.id.clone()))
        };
        made.add(ListName::Phases, (1..).zip(&scenario.phases).map(phase));
        for criterion in &scenario.criteria {
            let Some(ValueFunction::Levels(levels)) = &criterion.value else { continue };
            let level = |level: &String| {
                let name = criterion.level_names.get(level);
                let name = name.map_or(level.as_str(), |name| name.get_or(language, level));
                (name.to_owned(), Value::Level(level.clone()))
            };
            made.add(ListName::Levels(criterion.id.clone()), levels.keys().map(level));
        }
        made
    }

    fn add(&mut self, name: ListName, members: impl IntoIterator<Item = (String, Value)>) {
        let mut list = List::default();
        let mut taken = HashSet::new();
        for (word, value) in members {
            // Two of one name are told apart by a number.
            let plain = super::cells::clean(&word);
            let mut own = plain.clone();
            let mut number = 2;
            while !taken.insert(folded(&own)) {
                own = format!("{plain} ({number})");
                number += 1;
            }
            list.words.push(own);
            list.values.push(value);
        }
        self.at.insert(name, self.lists.len());
        self.lists.push(list);
    }

    /// The position of the list that a field is chosen from; none if it is from none.
    pub(super) fn of(&self, field: &Field) -> Option<usize> {
        let name = match field {
            Field::Kind => ListName::Kinds,
            Field::EarliestPhase | Field::LatestPhase => ListName::Phases,
            Field::Mandatory => ListName::YesNo,
            Field::Source(_) => ListName::Sources,
            Field::Score(id, _) => ListName::Levels(id.clone()),
            _ => return None,
        };
        self.at.get(&name).copied()
    }

    /// The word for a value of a field; none if its list does not hold it.
    pub(super) fn word(&self, field: &Field, value: &Value) -> Option<&str> {
        let list = self.lists.get(self.of(field)?)?;
        let at = list.values.iter().position(|own| own == value)?;
        list.words.get(at).map(String::as_str)
    }

    fn named(&self, field: &Field, wanted: &str) -> Option<Value> {
        let list = self.lists.get(self.of(field)?)?;
        let at = list.words.iter().position(|word| folded(word) == wanted)?;
        list.values.get(at).cloned()
    }
}

/// The lists in all languages, for reading what somebody chose or typed.
#[derive(Debug)]
pub(super) struct Reading<'s> {
    scenario: &'s Scenario,
    lists: Vec<Lists>,
}

impl<'s> Reading<'s> {
    pub(super) fn new(scenario: &'s Scenario) -> Self {
        let lists = |(code, _): &(&str, _)| Lists::new(scenario, &Texts::new(code));
        Self { scenario, lists: LANGUAGES.iter().map(lists).collect() }
    }

    /// True if a field is chosen from a list.
    pub(super) fn chosen(&self, field: &Field) -> bool {
        self.lists.first().is_some_and(|lists| lists.of(field).is_some())
    }

    /// What a word means in a field, in any language, as a name or as the word of the
    /// scenario's file.
    pub(super) fn named(&self, field: &Field, word: &str) -> Option<Value> {
        let wanted = folded(word);
        let known = || self.lists.iter().find_map(|lists| lists.named(field, &wanted));
        let by_id = || {
            let list = self.lists.first()?.lists.get(self.lists.first()?.of(field)?)?;
            let own = |value: &&Value| id_of(value).is_some_and(|id| id == word.trim());
            list.values.iter().find(own).cloned()
        };
        let else_named = || match field {
            Field::Kind => kind_named(word).map(Value::Kind),
            Field::Mandatory => yes_or_no(word).map(Value::Flag),
            Field::EarliestPhase | Field::LatestPhase => {
                let year = word.trim().get(..4)?.parse::<i32>().ok()?;
                let of_year = self.scenario.phases.iter().find(|phase| phase.year() == Some(year));
                of_year.map(|phase| Value::Phase(phase.id.clone()))
            }
            _ => None,
        };
        by_id().or_else(known).or_else(else_named)
    }
}

/// The word of the scenario's file for what is chosen from a list.
pub(super) fn id_of(value: &Value) -> Option<String> {
    Some(match value {
        Value::Kind(kind) => kind.word().to_owned(),
        Value::Source(source) => source.word().to_owned(),
        Value::Phase(phase) => phase.to_string(),
        Value::Level(level) => level.clone(),
        Value::Flag(flag) => if *flag { "yes" } else { "no" }.to_owned(),
        _ => return None,
    })
}
