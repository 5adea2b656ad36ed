//! An answer to one cell on its way into an item, exactly as it stands.

use super::said::{About, channel_of, staff_of};
use super::value::put;
use super::{Field, Part, Value};
use crate::model::{
    Capex, Channel, Estimate, Estimated, Item, Measure, Need, Source, StaffNeed, Text,
};

/// Who says something, and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Signature {
    /// Who, as the value's source will name them.
    pub by: String,
    /// When, as `YYYY-MM-DD`, where that is known.
    pub date: Option<String>,
}

/// Puts an answer into an item. Ends of a range that do not hold the best value any more
/// go; `place` is where the answer stands.
pub(super) fn answer(
    item: &mut Item,
    field: &Field,
    value: &Value,
    place: &str,
    main: &str,
    signature: &Signature,
) {
    match (field, value) {
        (Field::Source(of), value) => {
            let source = match value {
                Value::Source(source) => Some(*source),
                _ => None,
            };
            change_about(item, of, |about| about.source = source);
        }
        (Field::Reference(of), value) => {
            let words = match value {
                Value::Words(words) => Some(words.clone()),
                _ => None,
            };
            change_about(item, of, |about| about.reference = words.clone());
        }
        (Field::Score(id, part), value) => {
            match (part, value) {
                (Part::Best, Value::Nothing) => {
                    item.scores.shift_remove(id);
                    return;
                }
                (Part::Best, _) => {
                    item.scores.entry(id.clone()).or_default();
                }
                _ => {}
            }
            if let Some(score) = item.scores.get_mut(id) {
                put_score(score, *part, value);
                sign(score, *part, place, signature);
            }
        }
        (
            Field::Capex(_)
            | Field::Opex(_)
            | Field::Staff(_)
            | Field::StaffOf(..)
            | Field::Need(..),
            value,
        ) => put_number(item, field, value, place, signature),
        (_, Value::Nothing) => empty(item, field, main),
        _ => put(item, field, value, place, main),
    }
}

fn empty(item: &mut Item, field: &Field, main: &str) {
    match field {
        Field::Description(language) => match (&mut item.description, language) {
            (Text::PerLanguage(map), Some(language)) => {
                map.shift_remove(language);
            }
            (text, _) => text.set(main, ""),
        },
        Field::Note => {
            if let Some(about) = item.provenance.get_mut("item") {
                about.note = None;
            }
        }
        Field::EarliestPhase => {
            item.earliest_phase = None;
            item.provenance.shift_remove("earliest_phase");
        }
        Field::LatestPhase => {
            item.latest_phase = None;
            item.provenance.shift_remove("latest_phase");
        }
        Field::Channel(id) => item.channels.retain(|own| own.channel != *id),
        _ => {}
    }
}

fn put_number(item: &mut Item, field: &Field, value: &Value, place: &str, by: &Signature) {
    let part = field.part();
    match (field, value, part) {
        (Field::StaffOf(agency, _), Value::Nothing, Part::Best) => {
            if let Some(at) = staff_of(item, agency) {
                item.staff_months.remove(at);
            }
            return;
        }
        (Field::Need(channel, ..), Value::Nothing, Part::Best) => {
            if let Some(own) = item.channels.iter_mut().find(|own| own.channel == *channel) {
                own.need = None;
            }
            return;
        }
        // Amounts by phase of work keep their proportions.
        (Field::Capex(Part::Best), Value::Amount { best, .. }, _) if item.capex.total() > 0.0 => {
            let total = item.capex.total();
            if let Capex::PerPhase(amounts) = &mut item.capex {
                for amount in amounts {
                    let share = amount.best / total;
                    set(amount, Part::Best, Some(best * share));
                    sign(amount, Part::Best, place, by);
                }
                return;
            }
        }
        (Field::Staff(Part::Best), Value::Amount { .. }, _) if item.staff_months.len() > 1 => {
            put(item, field, value, place, "");
            return;
        }
        _ => {}
    }
    make_room(item, field);
    let Some(estimate) = estimate_mut(item, field) else { return };
    match value {
        Value::Nothing if part == Part::Best => *estimate = Estimate::default(),
        Value::Nothing => set(estimate, part, None),
        Value::Amount { best, .. } => {
            set(estimate, part, Some(*best));
            sign(estimate, part, place, by);
        }
        _ => {}
    }
}

/// Sets one number of an estimate, or takes it away.
fn set(estimate: &mut Estimate, part: Part, number: Option<f64>) {
    match part {
        Part::Best => {
            let best = number.unwrap_or_default();
            estimate.best = best;
            estimate.low = estimate.low.filter(|low| *low <= best);
            estimate.high = estimate.high.filter(|high| *high >= best);
        }
        Part::Low => estimate.low = number.filter(|low| *low <= estimate.best),
        Part::High => estimate.high = number.filter(|high| *high >= estimate.best),
    }
}

fn put_score(score: &mut Estimated<Measure>, part: Part, value: &Value) {
    let number = |measure: &Measure| match measure {
        Measure::Number(number) => Some(*number),
        Measure::Level(_) => None,
    };
    match (part, value) {
        (Part::Best, Value::Level(level)) => {
            if score.best != Measure::Level(level.clone()) {
                (score.low, score.high) = (None, None);
            }
            score.best = Measure::Level(level.clone());
        }
        (Part::Best, Value::Amount { best, .. }) => {
            score.best = Measure::Number(*best);
            score.low.take_if(|low| number(low).is_none_or(|low| low > *best));
            score.high.take_if(|high| number(high).is_none_or(|high| high < *best));
        }
        (Part::Low | Part::High, value) => {
            let Some(best) = number(&score.best) else { return };
            let end = match value {
                Value::Amount { best, .. } => Some(*best),
                _ => None,
            };
            let (place, end) = match part {
                Part::Low => (&mut score.low, end.filter(|low| *low <= best)),
                _ => (&mut score.high, end.filter(|high| *high >= best)),
            };
            *place = end.map(Measure::Number);
        }
        _ => {}
    }
}

/// Notes who gave a value. Where it stands is noted for the value itself, not for its
/// range; that it is stated, only where nobody says otherwise.
fn sign<T>(estimate: &mut Estimated<T>, part: Part, place: &str, signature: &Signature) {
    estimate.source = estimate.source.or(Some(Source::Stated));
    if part == Part::Best {
        estimate.note = Some(place.to_owned());
    }
    estimate.by = Some(signature.by.clone()).filter(|by| !by.is_empty());
    estimate.date.clone_from(&signature.date);
}

fn change_about(item: &mut Item, of: &Field, change: impl Fn(&mut About)) {
    fn apply<T>(estimate: &mut Estimated<T>, change: impl Fn(&mut About)) {
        let mut about = About { source: estimate.source, reference: estimate.reference.take() };
        change(&mut about);
        (estimate.source, estimate.reference) = (about.source, about.reference);
    }
    match of {
        Field::Score(id, _) => {
            if let Some(score) = item.scores.get_mut(id) {
                apply(score, change);
            }
        }
        Field::Capex(_) if matches!(item.capex, Capex::PerPhase(_)) => {
            if let Capex::PerPhase(amounts) = &mut item.capex {
                amounts.iter_mut().for_each(|amount| apply(amount, &change));
            }
        }
        _ => {
            if let Some(estimate) = estimate_mut(item, of) {
                apply(estimate, change);
            }
        }
    }
}

fn estimate_mut<'i>(item: &'i mut Item, field: &Field) -> Option<&'i mut Estimate> {
    match field {
        Field::Capex(_) => match &mut item.capex {
            Capex::Total(estimate) => Some(estimate),
            Capex::PerPhase(_) => None,
        },
        Field::Opex(_) => Some(&mut item.opex_per_year),
        Field::Staff(_) => match item.staff_months.as_mut_slice() {
            [only] => Some(&mut only.months),
            _ => None,
        },
        Field::StaffOf(agency, _) => {
            let at = staff_of(item, agency)?;
            Some(&mut item.staff_months.get_mut(at)?.months)
        }
        Field::Need(channel, measure, _) => {
            let own = item.channels.iter_mut().find(|own| own.channel == *channel)?;
            own.need.as_mut().filter(|need| need.measure == *measure).map(|need| &mut need.level)
        }
        _ => None,
    }
}

/// Makes the estimate that an answer is about, where it is not there yet.
fn make_room(item: &mut Item, field: &Field) {
    match field {
        // A range is one of the whole.
        Field::Capex(_) => {
            if let Capex::PerPhase(amounts) = &item.capex {
                let phases = u32::try_from(amounts.len()).unwrap_or(u32::MAX);
                let first = amounts.first().cloned().unwrap_or_default();
                let best = item.capex.total();
                item.duration = item.duration.or(Some(phases.max(1)));
                item.capex = Capex::Total(Estimate { best, low: None, high: None, ..first });
            }
        }
        Field::Staff(_) if item.staff_months.is_empty() => {
            let agency = item.owner.clone();
            item.staff_months.push(StaffNeed { agency, months: Estimate::default() });
        }
        Field::StaffOf(agency, _) if staff_of(item, agency).is_none() => {
            let agency = Some(agency.clone());
            item.staff_months.push(StaffNeed { agency, months: Estimate::default() });
        }
        Field::Need(channel, measure, _) => {
            if channel_of(item, channel).is_none() {
                item.channels.push(Channel {
                    channel: channel.clone(),
                    share: 1.0,
                    opens_gate: true,
                    need: None,
                    requires_any_of: Vec::new(),
                    lag: 0,
                });
            }
            let own = item.channels.iter_mut().find(|own| own.channel == *channel);
            if let Some(own) = own {
                let measure = measure.clone();
                own.need.get_or_insert_with(|| Need { measure, level: Estimate::default() });
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::super::said::said;
    use super::*;
    use crate::model::AgencyId;

    fn signature() -> Signature {
        Signature { by: "Ministry".to_owned(), date: Some("2026-11-26".to_owned()) }
    }

    fn tell(item: &mut Item, field: &Field, value: &Value) {
        answer(item, field, value, "a.xlsx, Costs!C5", "en", &signature());
    }

    #[test]
    fn a_best_value_keeps_what_is_told_of_its_range_and_source() {
        let capex = Capex::Total(Estimate {
            low: Some(3.0),
            high: Some(6.0),
            source: Some(Source::Assumption),
            reference: Some("Decree 7".to_owned()),
            ..Estimate::exactly(4.0)
        });
        let mut item = Item { capex, ..Item::default() };
        tell(&mut item, &Field::Capex(Part::Best), &Value::exactly(5.0));
        let Capex::Total(told) = &item.capex else { panic!("it is one amount") };
        assert_eq!((told.low, told.best, told.high), (Some(3.0), 5.0, Some(6.0)));
        assert_eq!(told.source, Some(Source::Assumption));
        assert_eq!(told.reference.as_deref(), Some("Decree 7"));
        assert_eq!(
            (told.by.as_deref(), told.date.as_deref()),
            (Some("Ministry"), Some("2026-11-26"))
        );
        assert_eq!(told.note.as_deref(), Some("a.xlsx, Costs!C5"));
        // What lies outside of the range takes its end away, so that a range is one.
        tell(&mut item, &Field::Capex(Part::Best), &Value::exactly(8.0));
        assert_eq!(said(&item, &Field::Capex(Part::High), "en"), None);
        assert_eq!(said(&item, &Field::Capex(Part::Low), "en"), Some(Value::exactly(3.0)));
    }

    #[test]
    fn amounts_by_phase_keep_their_proportions_until_a_range_is_told() {
        let capex = Capex::PerPhase(vec![1.0.into(), 3.0.into()]);
        let mut item = Item { capex, ..Item::default() };
        tell(&mut item, &Field::Capex(Part::Best), &Value::exactly(8.0));
        let Capex::PerPhase(amounts) = &item.capex else { panic!("it is a list") };
        assert_eq!(amounts.iter().map(|amount| amount.best).collect::<Vec<_>>(), [2.0, 6.0]);
        tell(&mut item, &Field::Capex(Part::Low), &Value::exactly(7.0));
        assert_eq!((item.duration(), item.capex.total()), (2, 8.0));
        assert_eq!(said(&item, &Field::Capex(Part::Low), "en"), Some(Value::exactly(7.0)));
    }

    #[test]
    fn an_agency_answers_for_its_own_people_alone() {
        let need = |agency: Option<&str>, months: f64| StaffNeed {
            agency: agency.map(AgencyId::from),
            months: months.into(),
        };
        let own = Field::StaffOf("a".into(), Part::Best);
        let mut item = Item { staff_months: vec![need(Some("b"), 9.0)], ..Item::default() };
        assert_eq!(said(&item, &own, "en"), None);
        tell(&mut item, &own, &Value::exactly(4.0));
        let months: Vec<f64> = item.staff_months.iter().map(|need| need.months.best).collect();
        assert_eq!(months, [9.0, 4.0]);
        tell(&mut item, &own, &Value::Nothing);
        assert_eq!(item.staff_months, [need(Some("b"), 9.0)]);
        // Who nobody is named for are its own.
        item.staff_months = vec![need(None, 9.0)];
        tell(&mut item, &own, &Value::exactly(4.0));
        assert_eq!((item.staff_months.len(), item.staff_months[0].months.best), (1, 4.0));
    }

    #[test]
    fn what_is_emptied_is_gone() {
        let mut item = Item::default();
        let score = Field::Score("demand".into(), Part::Best);
        tell(&mut item, &score, &Value::exactly(7.0));
        assert_eq!(said(&item, &score, "en"), Some(Value::exactly(7.0)));
        tell(&mut item, &score, &Value::Nothing);
        assert!(item.scores.is_empty());
        let share = Field::Channel("web".into());
        let need = Field::Need("web".into(), "users".into(), Part::Best);
        tell(&mut item, &share, &Value::Share(0.5));
        tell(&mut item, &need, &Value::exactly(20.0));
        tell(&mut item, &need, &Value::Nothing);
        assert_eq!(
            (said(&item, &need, "en"), said(&item, &share, "en")),
            (None, Some(Value::Share(0.5)))
        );
        tell(&mut item, &share, &Value::Nothing);
        assert!(item.channels.is_empty());
    }
}
