//! One cell that somebody answers for: what an item holds in it.
//!
//! A foreign table tells a field as a whole; here lowest, best and highest value, source
//! and document are cells of their own, and each can be emptied ([`super::answer`]).

use super::value::held;
use super::{Field, Part, Value};
use crate::model::{
    AgencyId, Capex, Channel, ChannelId, Estimate, Estimated, Item, Measure, Source,
};

/// What an item holds in a cell; none where it holds nothing. `main` is the language of
/// texts that name none.
pub(in crate::app) fn said(item: &Item, field: &Field, main: &str) -> Option<Value> {
    match field {
        Field::Capex(Part::Best) => held(item, field, main).and_then(without_range),
        Field::Duration => Some(Value::Count(item.duration())),
        Field::Score(id, part) => part_of_score(item.scores.get(id)?, *part),
        Field::Source(of) => about(item, of)?.source.map(Value::Source),
        Field::Reference(of) => {
            let words = about(item, of)?.reference.unwrap_or_default();
            (!words.is_empty()).then_some(Value::Words(words))
        }
        Field::Capex(_)
        | Field::Opex(_)
        | Field::Staff(_)
        | Field::StaffOf(..)
        | Field::Need(..) => part_of(estimate(item, field)?, field.part()),
        _ => held(item, field, main),
    }
}

/// True if a field can hold nothing.
pub(in crate::app) fn can_be_empty(field: &Field) -> bool {
    !matches!(field, Field::Kind | Field::Duration | Field::Mandatory)
}

/// True if a lowest or highest value, or a source, makes no sense without the best value
/// that it belongs to.
pub(in crate::app) fn needs_best(field: &Field) -> bool {
    matches!(field, Field::Source(_) | Field::Reference(_)) || field.part() != Part::Best
}

fn without_range(value: Value) -> Option<Value> {
    match value {
        Value::Amount { best, .. } => Some(Value::exactly(best)),
        _ => None,
    }
}

fn part_of(estimate: &Estimate, part: Part) -> Option<Value> {
    // Nought stands where nobody has entered anything.
    let entered = *estimate != Estimate::default();
    let number = match part {
        Part::Best => entered.then_some(estimate.best),
        Part::Low => estimate.low,
        Part::High => estimate.high,
    };
    number.map(Value::exactly)
}

fn part_of_score(score: &Estimated<Measure>, part: Part) -> Option<Value> {
    let measure = match part {
        Part::Best => Some(&score.best),
        Part::Low => score.low.as_ref(),
        Part::High => score.high.as_ref(),
    };
    Some(match measure? {
        Measure::Number(number) => Value::exactly(*number),
        Measure::Level(level) => Value::Level(level.clone()),
    })
}

/// Where a value comes from, whatever it is a value of.
#[derive(Debug, Clone, Default)]
pub(super) struct About {
    pub(super) source: Option<Source>,
    pub(super) reference: Option<String>,
}

fn about(item: &Item, of: &Field) -> Option<About> {
    fn read<T>(estimate: &Estimated<T>) -> About {
        About { source: estimate.source, reference: estimate.reference.clone() }
    }
    match of {
        Field::Score(id, _) => item.scores.get(id).map(read),
        _ => estimate(item, of).map(read),
    }
}

/// Which of the item's needs for people an agency answers for: its own; else the only
/// one that names nobody.
pub(super) fn staff_of(item: &Item, agency: &AgencyId) -> Option<usize> {
    let own = item.staff_months.iter().position(|need| need.agency.as_ref() == Some(agency));
    own.or_else(|| match item.staff_months.as_slice() {
        [only] if only.agency.is_none() => Some(0),
        _ => None,
    })
}

/// The estimate that a field is about; of amounts by phase of work the first, for what is
/// told of all of them.
fn estimate<'i>(item: &'i Item, field: &Field) -> Option<&'i Estimate> {
    match field {
        Field::Capex(part) => match &item.capex {
            Capex::Total(estimate) => Some(estimate),
            Capex::PerPhase(amounts) if *part == Part::Best => amounts.first(),
            Capex::PerPhase(_) => None,
        },
        Field::Opex(_) => Some(&item.opex_per_year),
        Field::Staff(part) => match item.staff_months.as_slice() {
            [only] => Some(&only.months),
            [first, ..] if *part == Part::Best => Some(&first.months),
            _ => None,
        },
        Field::StaffOf(agency, _) => Some(&item.staff_months.get(staff_of(item, agency)?)?.months),
        Field::Need(channel, measure, _) => {
            let need = channel_of(item, channel)?.need.as_ref()?;
            (need.measure == *measure).then_some(&need.level)
        }
        _ => None,
    }
}

pub(super) fn channel_of<'i>(item: &'i Item, channel: &ChannelId) -> Option<&'i Channel> {
    item.channels.iter().find(|own| own.channel == *channel)
}

/// True if an item can be asked for a field: what its channel needs is asked in the unit
/// of what the channel runs on, and it may be stated in another.
pub(in crate::app) fn can_be_asked(item: &Item, field: &Field) -> bool {
    let field = match field {
        Field::Source(of) | Field::Reference(of) => of,
        other => other,
    };
    match field {
        Field::Need(channel, measure, _) => channel_of(item, channel)
            .and_then(|own| own.need.as_ref())
            .is_none_or(|need| need.measure == *measure),
        _ => true,
    }
}
