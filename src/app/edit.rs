//! Edits: the only way in which a scenario changes.
//!
//! An edit is plain data. It can be applied, which gives the edit that takes it
//! back, and it serialises, so that the same value is undo step, journal line
//! and entry of the audit log.

use crate::model::*;
use serde::{Deserialize, Serialize};

/// A change of one list.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListEdit<T> {
    /// Puts a new element at a position; at the end if the position is beyond it.
    Insert {
        /// Position, counted from 0.
        at: usize,
        /// The element.
        value: T,
    },
    /// Takes an element out.
    Remove {
        /// Position, counted from 0.
        at: usize,
    },
    /// Puts an element in the place of another.
    Replace {
        /// Position, counted from 0.
        at: usize,
        /// The element.
        value: T,
    },
}

/// A change of a scenario.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Of the candidates.
    Items(ListEdit<Box<Item>>),
    /// Of the criteria and groups.
    Criteria(ListEdit<Box<Criterion>>),
    /// Of the weight sets.
    WeightSets(ListEdit<Box<WeightSet>>),
    /// Of the phases.
    Phases(ListEdit<Box<Phase>>),
    /// Of the agencies.
    Agencies(ListEdit<Agency>),
    /// Of the goals.
    Goals(ListEdit<Goal>),
    /// Of the registers.
    Registers(ListEdit<Register>),
    /// Of the sources of money.
    FundingSources(ListEdit<FundingSource>),
    /// Of the kinds of channel.
    Channels(ListEdit<ChannelKind>),
    /// Of the items that exclude each other.
    Exclusive(ListEdit<Exclusive>),
    /// Of the pairs that are worth more together.
    Synergies(ListEdit<Synergy>),
    /// Of the indicators.
    Indicators(ListEdit<Box<Indicator>>),
    /// Of the decisions log.
    Decisions(ListEdit<Decision>),
    /// Of the forecast.
    Forecast(Box<Forecast>),
    /// Of the settings.
    Parameters(Box<Parameters>),
    /// Of whose weights count.
    ActiveWeights(ActiveWeights),
    /// Of the title.
    Title(Text),
    /// Of the description.
    Description(Text),
    /// Several changes that belong together, in order.
    Several(Vec<Edit>),
    /// Of everything at once, as by a merge.
    Whole(Box<Scenario>),
}

impl Edit {
    /// Changes the scenario and returns the edit that takes this back.
    ///
    /// # Errors
    /// If a position is beyond its list: the edit belongs to another scenario.
    /// The scenario is then as it was.
    pub fn apply(self, scenario: &mut Scenario) -> Result<Self, EditError> {
        Ok(match self {
            Self::Items(edit) => Self::Items(apply_boxed(edit, &mut scenario.items)?),
            Self::Criteria(edit) => Self::Criteria(apply_boxed(edit, &mut scenario.criteria)?),
            Self::WeightSets(edit) => {
                Self::WeightSets(apply_boxed(edit, &mut scenario.weight_sets)?)
            }
            Self::Phases(edit) => Self::Phases(apply_boxed(edit, &mut scenario.phases)?),
            Self::Indicators(edit) => {
                Self::Indicators(apply_boxed(edit, &mut scenario.indicators)?)
            }
            Self::Agencies(edit) => Self::Agencies(apply_list(edit, &mut scenario.agencies)?),
            Self::Goals(edit) => Self::Goals(apply_list(edit, &mut scenario.goals)?),
            Self::Registers(edit) => Self::Registers(apply_list(edit, &mut scenario.registers)?),
            Self::FundingSources(edit) => {
                Self::FundingSources(apply_list(edit, &mut scenario.funding_sources)?)
            }
            Self::Channels(edit) => Self::Channels(apply_list(edit, &mut scenario.channels)?),
            Self::Exclusive(edit) => Self::Exclusive(apply_list(edit, &mut scenario.exclusive)?),
            Self::Synergies(edit) => Self::Synergies(apply_list(edit, &mut scenario.synergies)?),
            Self::Decisions(edit) => Self::Decisions(apply_list(edit, &mut scenario.decisions)?),
            Self::Forecast(mut new) => {
                std::mem::swap(&mut scenario.forecast, &mut new);
                Self::Forecast(new)
            }
            Self::Parameters(mut new) => {
                std::mem::swap(&mut scenario.parameters, &mut new);
                Self::Parameters(new)
            }
            Self::ActiveWeights(new) => {
                Self::ActiveWeights(std::mem::replace(&mut scenario.active_weights, new))
            }
            Self::Title(new) => Self::Title(std::mem::replace(&mut scenario.title, new)),
            Self::Description(new) => {
                Self::Description(std::mem::replace(&mut scenario.description, new))
            }
            Self::Several(edits) => Self::Several(apply_several(edits, scenario)?),
            Self::Whole(mut new) => {
                std::mem::swap(scenario, &mut new);
                Self::Whole(new)
            }
        })
    }
}

/// An edit that does not fit its scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EditError;

impl std::fmt::Display for EditError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this change belongs to another state of the scenario")
    }
}

impl std::error::Error for EditError {}

fn apply_several(edits: Vec<Edit>, scenario: &mut Scenario) -> Result<Vec<Edit>, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    for edit in edits {
        match edit.apply(scenario) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                // Take back what was done; these inverses fit by construction.
                for inverse in inverses.into_iter().rev() {
                    inverse.apply(scenario)?;
                }
                return Err(error);
            }
        }
    }
    inverses.reverse();
    Ok(inverses)
}

fn apply_list<T>(edit: ListEdit<T>, list: &mut Vec<T>) -> Result<ListEdit<T>, EditError> {
    Ok(match edit {
        ListEdit::Insert { at, value } => {
            let at = at.min(list.len());
            list.insert(at, value);
            ListEdit::Remove { at }
        }
        ListEdit::Remove { at } if at < list.len() => {
            ListEdit::Insert { at, value: list.remove(at) }
        }
        ListEdit::Replace { at, value } => {
            let place = list.get_mut(at).ok_or(EditError)?;
            ListEdit::Replace { at, value: std::mem::replace(place, value) }
        }
        ListEdit::Remove { .. } => return Err(EditError),
    })
}

fn apply_boxed<T>(
    edit: ListEdit<Box<T>>,
    list: &mut Vec<T>,
) -> Result<ListEdit<Box<T>>, EditError> {
    let plain = match edit {
        ListEdit::Insert { at, value } => ListEdit::Insert { at, value: *value },
        ListEdit::Remove { at } => ListEdit::Remove { at },
        ListEdit::Replace { at, value } => ListEdit::Replace { at, value: *value },
    };
    Ok(match apply_list(plain, list)? {
        ListEdit::Insert { at, value } => ListEdit::Insert { at, value: Box::new(value) },
        ListEdit::Remove { at } => ListEdit::Remove { at },
        ListEdit::Replace { at, value } => ListEdit::Replace { at, value: Box::new(value) },
    })
}

impl Edit {
    /// True if it touches nothing but weights, so that the compiled portfolio
    /// stays as it is and only what items are worth changes.
    pub fn changes_weights_only(&self) -> bool {
        match self {
            Self::WeightSets(_) | Self::ActiveWeights(_) | Self::Title(_) => true,
            Self::Description(_) | Self::Decisions(_) | Self::Indicators(_) => true,
            Self::Several(edits) => edits.iter().all(Self::changes_weights_only),
            _ => false,
        }
    }
}
