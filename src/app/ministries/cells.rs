//! Values as cells and cells as values: as they are shown to a ministry, and as the
//! version keeps them, which is the same in every language.

use super::lists::{Lists, Reading, id_of};
use crate::app::importing::{Doubt, Field, Number, Part, Value, alike, number};
use crate::files::tables::{Cell, DecimalMark};
use crate::model::Scenario;

/// Halves of UTF-16 that a cell holds; a spreadsheet allows 32,767.
const LONGEST: usize = 32_000;
/// Phases that work can take.
pub(super) const MOST_PHASES: u32 = 1_000;

/// Words as a cell gives them back: without blanks at the ends and what does not show.
pub(super) fn clean(words: &str) -> String {
    let lines = words.replace("\r\n", "\n").replace('\r', "\n");
    let Cell::Text(mut text) = Cell::words(&lines) else { return String::new() };
    text.retain(|c| c != '\u{fffe}' && c != '\u{ffff}');
    let mut units = 0;
    let cut = text.char_indices().find(|(_, c)| {
        units += c.len_utf16();
        units > LONGEST
    });
    if let Some((at, _)) = cut {
        text.truncate(at);
    }
    text
}

/// A value as a ministry sees it.
pub(super) fn shown(field: &Field, value: Option<&Value>, lists: &Lists) -> Cell {
    match value {
        Some(value) if lists.of(field).is_some() => {
            lists.word(field, value).map_or(Cell::Empty, |word| Cell::Text(word.to_owned()))
        }
        other => kept(other),
    }
}

/// A value as the version keeps it.
pub(super) fn kept(value: Option<&Value>) -> Cell {
    let number = |number: f64| if number.is_finite() { Cell::Number(number) } else { Cell::Empty };
    match value {
        None | Some(Value::Nothing) => Cell::Empty,
        Some(Value::Amount { best, .. }) => number(*best),
        Some(Value::Share(share)) => number(*share),
        Some(Value::Count(count)) => Cell::Number(f64::from(*count)),
        Some(Value::Words(words)) => match clean(words) {
            words if words.is_empty() => Cell::Empty,
            words => Cell::Text(words),
        },
        Some(other) => id_of(other).map_or(Cell::Empty, Cell::Text),
    }
}

/// What the version kept of a field; none where it was empty.
pub(super) fn unkept(field: &Field, cell: &Cell, reading: &Reading<'_>) -> Option<Value> {
    if cell.is_empty() {
        return None;
    }
    if reading.chosen(field) {
        return reading.named(field, &cell.shown());
    }
    let number = match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    };
    match field {
        Field::Duration => Some(Value::Count(number? as u32)),
        Field::Channel(_) => Some(Value::Share(number?)),
        _ if is_words(field) => Some(Value::Words(cell.shown().into_owned())),
        _ => Some(Value::exactly(number?)),
    }
}

fn is_words(field: &Field) -> bool {
    matches!(field, Field::Description(_) | Field::Note | Field::Reference(_) | Field::Name(_))
}

/// True if two values of a field are the same to who reads them.
pub(super) fn same(a: Option<&Value>, b: Option<&Value>) -> bool {
    match (a, b) {
        (Some(Value::Amount { best: a, .. }), Some(Value::Amount { best: b, .. }))
        | (Some(Value::Share(a)), Some(Value::Share(b))) => alike(*a, *b),
        (Some(Value::Words(a)), Some(Value::Words(b))) => {
            let (a, b) = (clean(a), clean(b));
            a.split_whitespace().eq(b.split_whitespace())
        }
        // A channel that carries nothing is shown as one that is not there.
        (None, Some(Value::Share(share))) | (Some(Value::Share(share)), None) => *share == 0.0,
        _ => kept(a) == kept(b),
    }
}

/// What stands in a ministry's cell.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Found {
    /// Nothing, or a word for it.
    Nothing,
    /// An answer.
    Value(Value),
    /// An answer that is taken only if a person says so.
    Held(Value, Doubt),
    /// What cannot be one.
    Doubt(Doubt),
}

/// Understands a ministry's cell; `place` is where it stands.
pub(super) fn understood(
    field: &Field,
    cell: &Cell,
    place: &str,
    mark: DecimalMark,
    scenario: &Scenario,
    reading: &Reading<'_>,
) -> Found {
    let text = || cell.shown().into_owned();
    let place = || place.to_owned();
    match cell {
        Cell::Empty => return Found::Nothing,
        Cell::Error(error) => {
            return Found::Doubt(Doubt::CellError { place: place(), error: error.clone() });
        }
        _ => {}
    }
    if reading.chosen(field) {
        let value = match cell {
            Cell::Bool(flag) if *field == Field::Mandatory => Some(Value::Flag(*flag)),
            cell => reading.named(field, &cell.shown()),
        };
        return match value {
            Some(value) => Found::Value(value),
            None => {
                let doubt =
                    Doubt::NotUnderstood { field: field.clone(), place: place(), text: text() };
                Found::Doubt(doubt)
            }
        };
    }
    if is_words(field) {
        return match clean(&cell.shown()) {
            words if words.is_empty() => Found::Nothing,
            words => Found::Value(Value::Words(words)),
        };
    }
    let found = match number(cell, mark) {
        Number::Known(number) => number,
        Number::Percent(share) if matches!(field, Field::Channel(_)) => share,
        Number::Missing => return Found::Nothing,
        _ => return Found::Doubt(Doubt::NotANumber { place: place(), text: text() }),
    };
    let impossible =
        || Found::Doubt(Doubt::Impossible { field: field.clone(), place: place(), text: text() });
    match field {
        Field::Duration => {
            let most = f64::from(MOST_PHASES);
            if found.fract() != 0.0 || !(1.0..=most).contains(&found) {
                return impossible();
            }
            Found::Value(Value::Count(found as u32))
        }
        Field::Channel(_) => match found {
            found if found > 0.0 && found <= 1.0 => Found::Value(Value::Share(found)),
            // Who is reached by nobody has no such channel.
            0.0 => Found::Nothing,
            _ => impossible(),
        },
        Field::Score(id, part) => {
            let ends = scenario.criterion(id.as_str()).and_then(|own| scale(own.value.as_ref()?));
            let value = Value::exactly(found);
            // Rounding at the very ends is no reason to ask, as in scoring.
            let beyond = |(least, most): &(f64, f64)| {
                let slack = (most - least) * 1e-9;
                *part == Part::Best && (found < least - slack || found > most + slack)
            };
            match ends.filter(beyond) {
                Some((least, most)) => {
                    let (field, place) = (field.clone(), place());
                    let doubt = Doubt::OutsideScale { field, place, number: found, least, most };
                    Found::Held(value, doubt)
                }
                None => Found::Value(value),
            }
        }
        // Money, people and infrastructure are never below nothing.
        _ if found < 0.0 => Found::Doubt(Doubt::Negative { place: place(), number: found }),
        _ => Found::Value(Value::exactly(found)),
    }
}

/// The ends of a scale of numbers, the lesser first.
pub(super) fn scale(function: &crate::model::ValueFunction) -> Option<(f64, f64)> {
    use crate::model::ValueFunction;
    let (a, b) = match function {
        ValueFunction::Linear { worst, best } | ValueFunction::Log10 { worst, best } => {
            (*worst, *best)
        }
        ValueFunction::Points(points) => (points.first()?[0], points.last()?[0]),
        ValueFunction::Levels(_) => return None,
    };
    Some((a.min(b), a.max(b)))
}
