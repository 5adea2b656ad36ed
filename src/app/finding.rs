//! Finding anything in a scenario by a few letters.

use super::snapshot::Snapshot;
use super::words::{item_name, words};
use crate::model::{AgencyId, Item, Scenario, Text};
use crate::texts::Texts;

/// Where something that was found is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Whereabouts {
    /// An item, by its position.
    Item(usize),
    /// A place, by its path: a criterion, what a problem speaks of.
    Path(String),
    /// An agency: its items.
    Agency(AgencyId),
    /// The decisions log.
    Decisions,
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it is called, or says.
    pub words: String,
    /// What kind of thing it is, or in what it was found.
    pub aside: String,
    /// Where it is.
    pub at: Whereabouts,
}

/// What holds all words of a query, at most so many: first what is called so, then what
/// says so in descriptions, notes and reasons. None for an empty query. O(text).
pub fn find(snapshot: &Snapshot, query: &str, most: usize, texts: &Texts) -> Vec<Found> {
    let query = query.to_lowercase();
    let wanted: Vec<&str> = query.split_whitespace().collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let fits = |text: &str| {
        let text = text.to_lowercase();
        wanted.iter().all(|word| text.contains(word))
    };
    let scenario = &*snapshot.scenario;
    let items = (0..scenario.items.len()).filter_map(|at| item_called(scenario, at, &fits, texts));
    let called = items.chain(elements_called(scenario, &fits, texts));
    let said = (0..scenario.items.len()).filter_map(|at| item_saying(scenario, at, &fits, texts));
    let said = said.chain(decisions(scenario, &fits, texts));
    called.chain(said).chain(problems(snapshot, &fits, texts)).take(most).collect()
}

fn named(text: &Text, fits: &impl Fn(&str) -> bool) -> bool {
    text.all().any(fits)
}

fn item_called(
    scenario: &Scenario,
    at: usize,
    fits: &impl Fn(&str) -> bool,
    texts: &Texts,
) -> Option<Found> {
    let item = scenario.items.get(at)?;
    let id = item.id.to_string();
    let called = named(&item.name, fits) || fits(&id);
    called.then(|| Found {
        words: item_name(scenario, at, texts),
        aside: id,
        at: Whereabouts::Item(at),
    })
}

/// Criteria and agencies.
fn elements_called<'a>(
    scenario: &'a Scenario,
    fits: &'a impl Fn(&str) -> bool,
    texts: &'a Texts,
) -> impl Iterator<Item = Found> + 'a {
    let shown = |name: &Text, id: &str| name.get_or(texts.language(), id).to_owned();
    let criteria = scenario.criteria.iter().filter(|node| node.value.is_some());
    let criteria = criteria.filter(|node| named(&node.name, fits) || fits(node.id.as_str()));
    let criteria = criteria.map(move |node| Found {
        words: shown(&node.name, node.id.as_str()),
        aside: texts.get("found-criterion"),
        at: Whereabouts::Path(format!("criteria[\"{}\"]", node.id)),
    });
    let agencies = scenario.agencies.iter();
    let agencies = agencies.filter(|agency| named(&agency.name, fits) || fits(agency.id.as_str()));
    let agencies = agencies.map(move |agency| Found {
        words: shown(&agency.name, agency.id.as_str()),
        aside: texts.get("found-agency"),
        at: Whereabouts::Agency(agency.id.clone()),
    });
    criteria.chain(agencies)
}

/// An item in whose descriptions, notes or reasons it stands, unless it is called so.
fn item_saying(
    scenario: &Scenario,
    at: usize,
    fits: &impl Fn(&str) -> bool,
    texts: &Texts,
) -> Option<Found> {
    let item = scenario.items.get(at)?;
    if named(&item.name, fits) || fits(item.id.as_str()) {
        return None;
    }
    let text = sayings(item).find(|text| fits(text))?;
    let words = item_name(scenario, at, texts);
    Some(Found { words, aside: shortened(text), at: Whereabouts::Item(at) })
}

/// Every sentence that people wrote about an item.
fn sayings(item: &Item) -> impl Iterator<Item = &str> {
    let notes = item.scores.values().filter_map(|score| score.note.as_deref());
    let links = item.requires.iter().flat_map(|link| link.reason.all());
    let sources = item.provenance.values().filter_map(|source| source.note.as_deref());
    let pin = item.pin.iter().flat_map(|pin| [pin.reason.as_str(), pin.by.as_str()]);
    let costs = [&item.opex_per_year].into_iter().filter_map(|cost| cost.note.as_deref());
    item.description.all().chain(notes).chain(links).chain(sources).chain(pin).chain(costs)
}

fn decisions<'a>(
    scenario: &'a Scenario,
    fits: &'a impl Fn(&str) -> bool,
    texts: &'a Texts,
) -> impl Iterator<Item = Found> + 'a {
    let found = scenario
        .decisions
        .iter()
        .filter(|decision| fits(&decision.what) || fits(&decision.reason) || fits(&decision.by));
    found.map(|decision| Found {
        words: decision.what.clone(),
        aside: texts.get("found-decision"),
        at: Whereabouts::Decisions,
    })
}

fn problems<'a>(
    snapshot: &'a Snapshot,
    fits: &'a impl Fn(&str) -> bool,
    texts: &'a Texts,
) -> impl Iterator<Item = Found> + 'a {
    let found = snapshot.problems.iter().filter_map(move |problem| {
        let (message, _) = words(problem, texts);
        fits(&message).then(|| (message, problem.path.clone()))
    });
    found.map(|(words, path)| Found {
        words,
        aside: texts.get("found-problem"),
        at: Whereabouts::Path(path),
    })
}

/// The beginning of a sentence.
fn shortened(text: &str) -> String {
    const LETTERS: usize = 48;
    let mut short: String = text.chars().take(LETTERS).collect();
    if text.chars().nth(LETTERS).is_some() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Document, Planner, Workspace, bundled_scenario};

    #[test]
    fn names_come_before_sentences_and_every_kind_of_thing_is_found() {
        let mut scenario = bundled_scenario();
        scenario.items[5].requires[0].reason = "a zebra in a reason".into();
        scenario.items[6].name = "The zebra register".into();
        let decision = crate::model::Decision { what: "No zebra".into(), ..Default::default() };
        scenario.decisions.push(decision);
        let workspace = Workspace::new(Document::unnamed(scenario), Planner::start(|| {}));
        let texts = Texts::new("en");
        let found = |query: &str| find(workspace.snapshot(), query, 50, &texts);
        let at: Vec<Whereabouts> = found("ZEBRA").into_iter().map(|found| found.at).collect();
        let expected = [Whereabouts::Item(6), Whereabouts::Item(5), Whereabouts::Decisions];
        assert_eq!(at, expected);
        let demand = found("demand");
        let criterion = Whereabouts::Path("criteria[\"demand\"]".into());
        assert!(demand.iter().any(|found| found.at == criterion));
        let agency = &workspace.snapshot().scenario.agencies[0];
        let agencies = found(agency.name.get("en"));
        assert!(agencies.iter().any(|found| found.at == Whereabouts::Agency(agency.id.clone())));
        assert_eq!(found(" "), [], "nothing is asked for");
        assert_eq!(find(workspace.snapshot(), "e", 7, &texts).len(), 7);
    }
}
