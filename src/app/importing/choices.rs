//! What a column may be used for, as a person is offered it.

use super::guess::demand_criterion;
use super::slug::slug;
use super::{Field, Part};
use crate::model::Scenario;
use crate::texts::LANGUAGES;

/// All fields that a column with this title may fill in a scenario, those that people
/// use most first: criteria and channels that the scenario has, and new ones called as
/// the column is.
pub fn possible_fields(scenario: &Scenario, title: &str) -> Vec<Field> {
    let mut fields = vec![Field::Name(None), Field::Id];
    let scored = scenario.criteria.iter().filter(|own| own.value.is_some());
    let scored: Vec<Field> = scored.map(|own| Field::Score(own.id.clone(), Part::Best)).collect();
    fields.extend(scored.iter().cloned());
    let called = slug(title);
    let new = [demand_criterion(scenario), called.as_str().into()];
    for id in new.into_iter().filter(|id| !id.as_str().is_empty()) {
        let field = Field::Score(id.clone(), Part::Best);
        let taken = scenario.criteria.iter().any(|own| own.id == id);
        if !taken && !fields.contains(&field) {
            fields.push(field);
        }
    }
    let amounts = [Field::Capex(Part::Best), Field::Opex(Part::Best), Field::Staff(Part::Best)];
    fields.extend(amounts.iter().cloned());
    fields.extend([
        Field::Duration,
        Field::Kind,
        Field::Owner,
        Field::OwnerName,
        Field::EarliestPhase,
        Field::LatestPhase,
        Field::Mandatory,
        Field::Goals,
        Field::Requires,
        Field::Year,
        Field::Note,
        Field::Description(None),
    ]);
    fields.extend(scenario.channels.iter().map(|own| Field::Channel(own.id.clone())));
    if !called.is_empty() && scenario.channels.iter().all(|own| own.id != *called.as_str()) {
        fields.push(Field::Channel(called.as_str().into()));
    }
    let mut languages: Vec<&str> = scenario.languages.iter().map(String::as_str).collect();
    for (code, _) in LANGUAGES {
        if !languages.contains(code) {
            languages.push(code);
        }
    }
    for language in languages {
        fields.push(Field::Name(Some(language.to_owned())));
        fields.push(Field::Description(Some(language.to_owned())));
    }
    for part in [Part::Low, Part::High] {
        fields.extend(amounts.iter().chain(&scored).cloned().map(|field| field.with_part(part)));
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Criterion, ValueFunction};

    #[test]
    fn every_field_is_offered_once_and_criteria_without_scores_are_not() {
        let criterion =
            |id: &str, value| Criterion { id: id.into(), value, ..Criterion::default() };
        let linear = Some(ValueFunction::Linear { worst: 0.0, best: 100.0 });
        let scenario = Scenario {
            criteria: vec![criterion("demand", linear), criterion("leverage", None)],
            languages: vec!["kk".to_owned()],
            ..Scenario::default()
        };
        let fields = possible_fields(&scenario, "Calls a year");
        for (at, field) in fields.iter().enumerate() {
            assert!(!fields[..at].contains(field), "{field} is offered twice");
            assert_eq!(field.to_string().parse().as_ref(), Ok(field), "a mapping can keep it");
        }
        let has = |text: &str| fields.iter().any(|field| field.to_string() == text);
        for text in ["scores.demand", "scores.demand.low", "scores.calls-a-year", "name.kk"] {
            assert!(has(text), "{text}");
        }
        assert!(!has("scores.leverage"));
    }
}
