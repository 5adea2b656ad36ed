//! What stands in a cell, for people and for other programs.

use super::Field;
use crate::app::{Snapshot, kind_key, phase_name};
use crate::model::{AgencyId, Criterion, Item, Measure, PhaseId, Scenario};
use crate::texts::Texts;
use std::cmp::Ordering;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    /// Nothing.
    Nothing,
    /// A number.
    Number(f64),
    /// Words.
    Words(String),
}

/// What stands in a cell of the scenario as it is now.
pub fn content(snapshot: &Snapshot, item: usize, field: Field, texts: &Texts) -> Content {
    let scenario = &*snapshot.scenario;
    let Some(of) = scenario.items.get(item) else { return Content::Nothing };
    match field {
        Field::Value => {
            let row = snapshot.scores.ranking.rows.get(item);
            row.map_or(Content::Nothing, |row| Content::Number(row.value))
        }
        Field::Phase => match (snapshot.planned(), snapshot.start_of(item)) {
            (None, _) => Content::Nothing,
            (_, None) => Content::Words(texts.get("sheet-left-out")),
            (_, Some(phase)) => Content::Words(phase_name(scenario, phase, texts)),
        },
        Field::Score(at) if field.is_result(scenario) => {
            let matrix = &snapshot.scores.matrix;
            let leaf = matrix.leaves.iter().position(|leaf| *leaf == at);
            let cell = leaf.and_then(|leaf| matrix.cells.get(item)?.get(leaf));
            number_or_nothing(cell.and_then(|cell| cell.raw))
        }
        _ => entered(of, field, scenario, texts),
    }
}

/// What stands in a cell that people fill, of an item of a scenario.
pub(super) fn entered(item: &Item, field: Field, scenario: &Scenario, texts: &Texts) -> Content {
    let language = texts.language();
    match field {
        Field::Name => Content::Words(item.name.get(language).to_owned()),
        Field::Kind => Content::Words(texts.get(kind_key(item.kind))),
        Field::Owner => words_or_nothing(item.owner.as_ref().map(|id| owner(id, scenario, texts))),
        Field::Score(at) => {
            let Some(criterion) = scenario.criteria.get(at) else { return Content::Nothing };
            match item.scores.get(&criterion.id).map(|score| &score.best) {
                None => Content::Nothing,
                Some(Measure::Number(number)) => Content::Number(*number),
                Some(Measure::Level(id)) => Content::Words(level(id, criterion, texts)),
            }
        }
        Field::Capex => Content::Number(item.capex.total()),
        Field::Opex => Content::Number(item.opex_per_year.best),
        Field::Staff => {
            Content::Number(item.staff_months.iter().map(|need| need.months.best).sum())
        }
        Field::Duration => Content::Number(f64::from(item.duration())),
        Field::Earliest => {
            words_or_nothing(item.earliest_phase.as_ref().map(|id| phase(id, scenario, texts)))
        }
        Field::Latest => {
            words_or_nothing(item.latest_phase.as_ref().map(|id| phase(id, scenario, texts)))
        }
        Field::Mandatory => {
            Content::Words(texts.get(if item.mandatory { "sheet-yes" } else { "sheet-no" }))
        }
        Field::Value | Field::Phase => Content::Nothing,
    }
}

fn number_or_nothing(number: Option<f64>) -> Content {
    number.map_or(Content::Nothing, Content::Number)
}

fn words_or_nothing(words: Option<String>) -> Content {
    words.map_or(Content::Nothing, Content::Words)
}

/// An agency's name; its id where it has none.
pub(super) fn owner(id: &AgencyId, scenario: &Scenario, texts: &Texts) -> String {
    let agency = scenario.agencies.iter().find(|agency| agency.id == *id);
    agency
        .map_or(id.as_str(), |agency| agency.name.get_or(texts.language(), id.as_str()))
        .to_owned()
}

/// A level's name; its id where it has none.
pub(super) fn level(id: &str, criterion: &Criterion, texts: &Texts) -> String {
    criterion.level_names.get(id).map_or(id, |name| name.get_or(texts.language(), id)).to_owned()
}

/// A phase's name; its id where it has none.
pub(super) fn phase(id: &PhaseId, scenario: &Scenario, texts: &Texts) -> String {
    let at = scenario.phases.iter().position(|phase| phase.id == *id);
    let number = at.and_then(|at| u32::try_from(at + 1).ok());
    number.map_or_else(|| id.to_string(), |number| phase_name(scenario, number, texts))
}

/// A cell's content for the screen; a result with one decimal.
pub fn shown(content: &Content, is_result: bool, texts: &Texts) -> String {
    match content {
        Content::Nothing => String::new(),
        Content::Number(number) if is_result => texts.number(*number, 1),
        Content::Number(number) => texts.exact_number(*number),
        Content::Words(words) => words.clone(),
    }
}

/// A cell's content for other programs: a number with the decimal mark of the
/// language and nothing between thousands, as spreadsheets of that language read it.
pub fn plain(content: &Content, texts: &Texts) -> String {
    match content {
        Content::Nothing => String::new(),
        Content::Number(number) => texts.bare_number(*number),
        Content::Words(words) => words.clone(),
    }
}

/// Puts a list of items into the order of what stands in a column: large numbers
/// first, words from A to Z, nothing last; otherwise they stay as they are.
pub fn order_by(list: &mut [usize], field: Field, snapshot: &Snapshot, texts: &Texts) {
    let key = |item: &usize| match (field, snapshot.start_of(*item)) {
        // Phases by time, whatever they are called.
        (Field::Phase, Some(phase)) => Content::Number(-f64::from(phase)),
        (Field::Phase, None) => Content::Nothing,
        _ => content(snapshot, *item, field, texts),
    };
    let mut keyed: Vec<(Content, usize)> = list.iter().map(|item| (key(item), *item)).collect();
    keyed.sort_by(|(a, _), (b, _)| compare(a, b));
    for (place, (_, item)) in list.iter_mut().zip(keyed) {
        *place = item;
    }
}

fn compare(a: &Content, b: &Content) -> Ordering {
    match (a, b) {
        (Content::Number(a), Content::Number(b)) => b.total_cmp(a),
        (Content::Words(a), Content::Words(b)) => a.to_lowercase().cmp(&b.to_lowercase()),
        _ => standing(a).cmp(&standing(b)),
    }
}

fn standing(content: &Content) -> u8 {
    match content {
        Content::Number(_) => 0,
        Content::Words(_) => 1,
        Content::Nothing => 2,
    }
}
