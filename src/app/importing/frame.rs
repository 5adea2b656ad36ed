//! A scenario for a table that goes into no file yet.

use super::slug::slug;
use super::target::usual_demand;
use super::{Field, Mapping};
use crate::files::tables::Layout;
use crate::model::{CriterionId, SCHEMA, Scenario, Text, WeightSet, WeightSetId};

/// An empty scenario for the items of a table: its languages and its currency, one
/// weight set for what it scores, and demand as a criterion where it scores nothing.
pub fn frame(title: &str, layout: &Layout, mapping: &Mapping) -> Scenario {
    let mut scenario = Scenario { schema: SCHEMA, ..Scenario::default() };
    scenario.id = slug(title);
    scenario.title = Text::Plain(title.to_owned());
    let mut scored: Vec<CriterionId> = Vec::new();
    for field in mapping.fields() {
        match field {
            Field::Name(Some(language)) => scenario.languages.push(language),
            Field::Score(id, _) if !scored.contains(&id) => scored.push(id),
            _ => {}
        }
    }
    if scored.is_empty() {
        let demand = usual_demand();
        scored.push(demand.id.clone());
        scenario.criteria.push(demand);
    }
    scenario.weight_sets.push(WeightSet {
        id: WeightSetId::from("base"),
        swings: scored.into_iter().map(|id| (id, 100.0)).collect(),
        ..WeightSet::default()
    });
    let money = mapping
        .columns
        .iter()
        .filter(|own| matches!(own.field, Some(Field::Capex(_) | Field::Opex(_))));
    let mut units =
        money.filter_map(|own| layout.columns.iter().find(|column| column.at == own.column));
    scenario.currency =
        units.find_map(|column| column.unit.currency).unwrap_or_default().to_owned();
    scenario
}
