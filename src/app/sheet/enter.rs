//! What a text makes of a cell.

use super::Field;
use super::content::{level, owner, phase};
use crate::app::kind_key;
use crate::model::{Capex, Item, ItemKind, Measure, Scenario, Score, StaffNeed, ValueFunction};
use crate::texts::{Arg, Texts};

/// More phases of work than any programme has.
const MOST_PHASES: f64 = 1000.0;

/// Why a text cannot be entered into a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Refusal {
    /// The program works the cell out.
    Result,
    /// It is no number.
    NoNumber,
    /// It is below 0.
    Negative,
    /// It is no whole number from 1 on.
    NotWhole,
    /// It is none of the words that may stand there.
    UnknownWord(Vec<String>),
    /// The amount is given phase by phase: which one is meant?
    ByPhase,
    /// Several agencies give staff: whose is meant?
    SeveralAgencies,
    /// Something must stand there.
    Empty,
    /// There is nothing yet of which a share could be taken.
    NothingToChange,
    /// Nothing is there: it is beyond the last row or column.
    Outside,
}

impl Refusal {
    /// The refusal as a sentence.
    pub fn words(&self, texts: &Texts) -> String {
        let key = match self {
            Self::Result => "sheet-refused-result",
            Self::NoNumber => "sheet-refused-no-number",
            Self::Negative => "sheet-refused-negative",
            Self::NotWhole => "sheet-refused-not-whole",
            Self::ByPhase => "sheet-refused-by-phase",
            Self::SeveralAgencies => "sheet-refused-several-agencies",
            Self::Empty => "sheet-refused-empty",
            Self::NothingToChange => "sheet-refused-nothing-to-change",
            Self::Outside => "sheet-refused-outside",
            Self::UnknownWord(allowed) => {
                let allowed = allowed.join(", ");
                let args = [("allowed", Arg::from(allowed.as_str()))];
                return texts.with("sheet-refused-unknown", &args);
            }
        };
        texts.get(key)
    }
}

/// The scenario that a text is entered into, and the language that it is written in.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub scenario: &'a Scenario,
    pub texts: &'a Texts,
}

impl Field {
    /// The words of which one must stand in the cell; none where anything may.
    pub fn choices(self, scenario: &Scenario, texts: &Texts) -> Option<Vec<String>> {
        let words = match self {
            Self::Kind => ItemKind::ALL.iter().map(|kind| texts.get(kind_key(*kind))).collect(),
            Self::Owner => {
                let agencies = scenario.agencies.iter();
                agencies.map(|agency| owner(&agency.id, scenario, texts)).collect()
            }
            Self::Earliest | Self::Latest => {
                let phases = scenario.phases.iter();
                phases.map(|other| phase(&other.id, scenario, texts)).collect()
            }
            Self::Mandatory => vec![texts.get("sheet-yes"), texts.get("sheet-no")],
            Self::Score(at) => {
                let criterion = scenario.criteria.get(at)?;
                let Some(ValueFunction::Levels(levels)) = &criterion.value else { return None };
                levels.keys().map(|id| level(id, criterion, texts)).collect()
            }
            _ => return None,
        };
        Some(words)
    }
}

/// Enters a text into an item's cell; an empty one empties it. `+10 %` and `−10 %`
/// change a number by a share of itself.
///
/// # Errors
/// Why not; the item is then as it was.
pub(super) fn enter(
    item: &mut Item,
    field: Field,
    text: &str,
    place: Place<'_>,
) -> Result<(), Refusal> {
    let Place { scenario, texts } = place;
    let text = text.trim();
    if field.is_result(scenario) {
        return Err(Refusal::Result);
    }
    match field {
        Field::Name if text.is_empty() => return Err(Refusal::Empty),
        Field::Name => item.name.set(texts.language(), text),
        Field::Kind => {
            let ids = ItemKind::ALL.map(|kind| kind_key(kind).trim_start_matches("kind-"));
            let at = chosen(text, field, &ids, place)?.ok_or(Refusal::Empty)?;
            item.kind = ItemKind::ALL[at];
        }
        Field::Owner => {
            let ids: Vec<&str> =
                scenario.agencies.iter().map(|agency| agency.id.as_str()).collect();
            let at = chosen(text, field, &ids, place)?;
            item.owner = at.map(|at| scenario.agencies[at].id.clone());
        }
        Field::Earliest | Field::Latest => {
            let ids: Vec<&str> = scenario.phases.iter().map(|phase| phase.id.as_str()).collect();
            let phase = chosen(text, field, &ids, place)?.map(|at| scenario.phases[at].id.clone());
            match field {
                Field::Earliest => item.earliest_phase = phase,
                _ => item.latest_phase = phase,
            }
        }
        Field::Mandatory => {
            item.mandatory = chosen(text, field, &["yes", "no"], place)? == Some(0);
        }
        Field::Score(at) => enter_score(item, at, text, place)?,
        Field::Capex => {
            let amount = amount(text, item.capex.total())?;
            match &mut item.capex {
                Capex::Total(total) => total.set_best(amount),
                Capex::PerPhase(amounts) => match amounts.as_mut_slice() {
                    [only] => only.set_best(amount),
                    _ => return Err(Refusal::ByPhase),
                },
            }
        }
        Field::Opex => {
            let amount = amount(text, item.opex_per_year.best)?;
            item.opex_per_year.set_best(amount);
        }
        Field::Staff => match item.staff_months.as_mut_slice() {
            [] => {
                let months = amount(text, 0.0)?.into();
                item.staff_months.push(StaffNeed { agency: item.owner.clone(), months });
            }
            [only] => {
                let months = amount(text, only.months.best)?;
                only.months.set_best(months);
            }
            _ => return Err(Refusal::SeveralAgencies),
        },
        Field::Duration => {
            let phases = number(text, f64::from(item.duration()))?;
            if phases.fract() != 0.0 || !(1.0..=MOST_PHASES).contains(&phases) {
                return Err(Refusal::NotWhole);
            }
            item.set_duration(phases as u32);
        }
        Field::Value | Field::Phase => return Err(Refusal::Result),
    }
    Ok(())
}

fn enter_score(item: &mut Item, at: usize, text: &str, place: Place<'_>) -> Result<(), Refusal> {
    let criterion = place.scenario.criteria.get(at).ok_or(Refusal::Result)?;
    if text.is_empty() {
        item.scores.shift_remove(&criterion.id);
        return Ok(());
    }
    let present = item.scores.get(&criterion.id).map(|score| &score.best);
    let best = match &criterion.value {
        Some(ValueFunction::Levels(levels)) => {
            let ids: Vec<&str> = levels.keys().map(String::as_str).collect();
            let at = chosen(text, Field::Score(at), &ids, place)?.ok_or(Refusal::Empty)?;
            Measure::Level(ids[at].to_owned())
        }
        _ => {
            let present = match present {
                Some(Measure::Number(number)) => Some(*number),
                _ => None,
            };
            if share_of(text).is_some() && present.is_none() {
                return Err(Refusal::NothingToChange);
            }
            Measure::Number(number(text, present.unwrap_or(0.0))?)
        }
    };
    let score = item.scores.entry(criterion.id.clone());
    score.or_insert_with(|| Score::exactly(best.clone())).set_measure(best);
    Ok(())
}

/// Which of the words that may stand in a cell is meant, by name or by id in any
/// case; none where nothing is written.
fn chosen(
    text: &str,
    field: Field,
    ids: &[&str],
    place: Place<'_>,
) -> Result<Option<usize>, Refusal> {
    if text.is_empty() {
        return Ok(None);
    }
    let words = field.choices(place.scenario, place.texts).unwrap_or_default();
    let wanted = text.to_lowercase();
    let by_word = words.iter().position(|word| word.to_lowercase() == wanted);
    let found = by_word.or_else(|| ids.iter().position(|id| id.to_lowercase() == wanted));
    found.map(Some).ok_or(Refusal::UnknownWord(words))
}

/// An amount that is not below 0; nothing is 0.
fn amount(text: &str, present: f64) -> Result<f64, Refusal> {
    let amount = if text.is_empty() { 0.0 } else { number(text, present)? };
    if amount < 0.0 { Err(Refusal::Negative) } else { Ok(amount) }
}

fn number(text: &str, present: f64) -> Result<f64, Refusal> {
    if let Some(share) = share_of(text) {
        // Of 1/10 more than 3 nobody wants 3.3000000000000003.
        let changed = (present * (1.0 + share) * 1e6).round() / 1e6;
        return Ok(changed);
    }
    Texts::parse_number(text).ok_or(Refusal::NoNumber)
}

/// The share of `+10 %` or `−10 %`, here 0.1 or −0.1.
fn share_of(text: &str) -> Option<f64> {
    let rest = text.strip_suffix('%')?;
    let signed = rest.starts_with(['+', '-', '−']);
    let number = Texts::parse_number(rest.strip_prefix('+').unwrap_or(rest))?;
    signed.then_some(number / 100.0)
}
