//! What differs between two scenarios, as differences that can be copied one by one.

use super::inputs::{Between, input_words};
use crate::explain::{InputChange, differences};
use crate::files::merge::{Choice, Conflict, SettleError, places, settle};
use crate::files::text::{WriteError, brief};
use crate::model::{Problem, Scenario, Severity, validate};
use crate::texts::{Arg, Texts};
use std::collections::HashMap;

/// A difference that can be copied.
#[derive(Debug, Clone)]
pub struct Difference {
    /// The way to it, such as `items["e-tax"].scores.demand`.
    pub path: String,
    /// The input that it is; none for words, on which no plan depends.
    input: Option<InputChange>,
    /// All places that belong to it.
    places: Vec<Conflict>,
}

/// Why a difference was not copied.
#[derive(Debug)]
pub enum CopyError {
    /// What it is part of is not there.
    Gone,
    /// It would make these problems.
    Breaks(Vec<Problem>),
}

impl Difference {
    /// What `other` has and what `own` has, in words.
    pub fn words(&self, other: &Scenario, own: &Scenario, texts: &Texts) -> String {
        if let Some(input) = &self.input {
            return input_words(input, Between { before: other, after: own }, texts);
        }
        let place = self.places.first();
        let value = |choice| {
            let node = place.and_then(|place| place.value(choice));
            node.map_or_else(|| texts.get("input-absent"), brief)
        };
        let args = [
            ("what", Arg::from(self.path.as_str())),
            ("from", Arg::from(value(Choice::Theirs).as_str())),
            ("to", Arg::from(value(Choice::Mine).as_str())),
        ];
        texts.with("input-changed-to", &args)
    }

    /// True if plans may depend on it.
    pub fn is_input(&self) -> bool {
        self.input.is_some()
    }

    /// `own` with what `other` has here.
    ///
    /// # Errors
    /// If the place is gone, or `own` would be wrong with it.
    pub fn copied(&self, own: &Scenario) -> Result<Scenario, CopyError> {
        let mut scenario = own.clone();
        for place in &self.places {
            scenario = settle(&scenario, place, Choice::Theirs).map_err(|error| match error {
                SettleError::Unreadable(problems) => CopyError::Breaks(problems),
                SettleError::NotWritable(_) | SettleError::Gone => CopyError::Gone,
            })?;
        }
        let known = errors(own);
        let mut new = errors(&scenario);
        new.retain(|problem| !known.contains(problem));
        if new.is_empty() { Ok(scenario) } else { Err(CopyError::Breaks(new)) }
    }
}

fn errors(scenario: &Scenario) -> Vec<Problem> {
    let mut problems = validate::problems(scenario);
    problems.retain(|problem| problem.severity == Severity::Error);
    problems
}

/// What differs: first what plans depend on, then words, each in the order of the file.
/// O(size + differences).
///
/// # Errors
/// If a number is not finite.
pub fn differing(other: &Scenario, own: &Scenario) -> Result<Vec<Difference>, WriteError> {
    let mut places = places(own, other)?;
    // What a scenario is called is not part of what it holds.
    places.retain(|place| place.path != "id");
    let mut found: Vec<Difference> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    for input in differences(other, own) {
        known.insert(input.path(), found.len());
        found.push(Difference { path: input.path(), input: Some(input), places: Vec::new() });
    }
    let mut words = Vec::new();
    for place in places {
        // A place belongs to the input that it is, or is part of.
        let part = prefixes(&place.path).find_map(|prefix| known.get(prefix).copied());
        // Some places are wider than an input: a pin with its phase and its reason.
        let within = |found: &[Difference]| {
            let inputs = found.iter().take(known.len());
            let is_part = |path: &str| {
                let inside = path.strip_prefix(place.path.as_str());
                inside.is_some_and(|rest| rest.starts_with(['.', '[']))
            };
            inputs.into_iter().position(|difference| is_part(&difference.path))
        };
        let part = part.or_else(|| within(&found));
        match part.and_then(|at| found.get_mut(at)) {
            Some(difference) => difference.places.push(place),
            None => {
                let path = place.path.clone();
                words.push(Difference { path, input: None, places: vec![place] });
            }
        }
    }
    // Of several inputs in one place the first stands for all.
    found.retain(|difference| !difference.places.is_empty());
    found.extend(words);
    Ok(found)
}

/// A path, what it is part of, what that is part of, ….
fn prefixes(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.char_indices().rev().filter(|(_, c)| matches!(c, '.' | '['));
    std::iter::once(path).chain(ends.map(|(at, _)| &path[..at]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::bundled_scenario;

    #[test]
    fn each_difference_is_copied_alone_and_all_of_them_make_both_the_same() {
        let own = bundled_scenario();
        let mut other = own.clone();
        other.items[3].name = "Another name".into();
        other.items[4].mandatory = !other.items[4].mandatory;
        other.phases[1].budget = Some(1.0);
        let mut new = other.items[0].clone();
        new.id = "new".into();
        other.items.push(new);
        let found = differing(&other, &own).unwrap();
        let inputs = found.iter().filter(|difference| difference.is_input()).count();
        assert_eq!((inputs, found.len()), (3, 4), "{found:?}");
        assert!(found[..3].iter().all(Difference::is_input), "words come last");
        let mut all = own.clone();
        for difference in &found {
            let one = difference.copied(&own).unwrap_or_else(|error| panic!("{error:?}"));
            assert_eq!(differing(&other, &one).unwrap().len(), 3);
            all = difference.copied(&all).unwrap_or_else(|error| panic!("{error:?}"));
        }
        assert_eq!(all, other);
        assert!(differing(&other, &all).unwrap().is_empty());
    }

    #[test]
    fn what_would_break_the_scenario_is_not_copied_alone() {
        let own = bundled_scenario();
        let mut other = own.clone();
        let mut new = other.items[0].clone();
        new.id = "new".into();
        other.items.push(new);
        other.items[5].requires.push(crate::model::Requires {
            item: "new".into(),
            ..crate::model::Requires::default()
        });
        let found = differing(&other, &own).unwrap();
        let link = found.iter().find(|difference| difference.path.contains("requires")).unwrap();
        assert!(
            matches!(link.copied(&own), Err(CopyError::Breaks(problems)) if problems.len() == 1)
        );
        let item = found.iter().find(|difference| difference.path == "items[\"new\"]").unwrap();
        let with = item.copied(&own).unwrap_or_else(|error| panic!("{error:?}"));
        assert_eq!(link.copied(&with).unwrap_or_else(|error| panic!("{error:?}")), other);
    }
}
