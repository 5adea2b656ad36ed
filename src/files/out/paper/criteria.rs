//! Criteria with their scales, and the weights that people give them.

use super::flow::{Flow, SMALL};
use super::table::Table;
use crate::files::out::Handout;
use crate::files::out::pictures::leaf_name;
use crate::model::{Criterion, ValueFunction};
use crate::texts::Texts;

/// Weight sets beside each other in one table.
const SETS: usize = 5;

/// Criteria in the order of their groups.
pub fn criteria(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    flow.paragraph(&texts.get("export-weights-note"), SMALL);
    flow.paragraph(&handout.weighing, SMALL);
    let heads = [
        (texts.get("export-criterion"), false),
        (texts.get("export-weight"), true),
        (texts.get("export-scale"), false),
        (texts.get("export-at-0"), false),
        (texts.get("export-at-100"), false),
        (texts.get("export-source"), false),
    ];
    let mut table = Table::new(7.5, &heads);
    for (leaf, &position) in handout.matrix.leaves.iter().enumerate() {
        let criterion = &handout.scenario.criteria[position];
        let weight = handout.weights.get(leaf).copied().unwrap_or_default();
        let anchor = |text: &crate::model::Text| text.get(texts.language()).to_owned();
        let provenance = &criterion.provenance;
        let source = provenance.source.map(|s| texts.get(&format!("source-{}", s.word())));
        let source = [source, provenance.reference.clone(), provenance.note.clone()];
        let source: Vec<String> = source.into_iter().flatten().collect();
        table.row(vec![
            leaf_name(handout, leaf, texts),
            texts.percent(weight, 1),
            scale(criterion, texts),
            anchor(&criterion.anchors.at_0),
            anchor(&criterion.anchors.at_100),
            source.join("; "),
        ]);
    }
    table.place(flow);
}

/// A criterion's scale in words: its form, its ends, its unit.
fn scale(criterion: &Criterion, texts: &Texts) -> String {
    let number = |x: f64| texts.exact_number(x);
    let form = match &criterion.value {
        None => return String::new(),
        Some(ValueFunction::Linear { worst, best }) => {
            format!("{}, {} → {}", texts.get("export-scale-linear"), number(*worst), number(*best))
        }
        Some(ValueFunction::Log10 { worst, best }) => {
            format!("{}, {} → {}", texts.get("export-scale-log"), number(*worst), number(*best))
        }
        Some(ValueFunction::Points(points)) => {
            let point =
                |[score, value]: &[f64; 2]| format!("{} → {}", number(*score), number(*value));
            let points: Vec<String> = points.iter().map(point).collect();
            format!("{}: {}", texts.get("export-scale-points"), points.join("; "))
        }
        Some(ValueFunction::Levels(levels)) => {
            let level = |(id, value): (&String, &f64)| {
                let name = criterion.level_names.get(id);
                let name = name.map(|name| name.get(texts.language()));
                let name = name.filter(|name| !name.is_empty()).unwrap_or(id);
                format!("{name} → {}", number(*value))
            };
            let levels: Vec<String> = levels.iter().map(level).collect();
            format!("{}: {}", texts.get("export-scale-levels"), levels.join("; "))
        }
    };
    let unit = criterion.unit.get(texts.language());
    if unit.is_empty() { form } else { format!("{form} ({unit})") }
}

/// Swings of each weight set, some sets a table.
pub fn weight_sets(flow: &mut Flow<'_>, handout: &Handout<'_>) {
    let texts = flow.texts;
    let sets = &handout.scenario.weight_sets;
    if sets.is_empty() {
        return;
    }
    flow.heading(2, &texts.get("paper-weight-sets"));
    for some in sets.chunks(SETS) {
        let mut heads = vec![(texts.get("export-criterion"), false)];
        let name = |set: &crate::model::WeightSet| {
            (set.name.get_or(texts.language(), set.id.as_str()).to_owned(), true)
        };
        heads.extend(some.iter().map(name));
        let mut table = Table::new(7.5, &heads);
        for criterion in &handout.scenario.criteria {
            let swing = |set: &crate::model::WeightSet| set.swings.get(&criterion.id).copied();
            if some.iter().all(|set| swing(set).is_none()) {
                continue;
            }
            let name = criterion.name.get_or(texts.language(), criterion.id.as_str());
            let mut row = vec![name.to_owned()];
            let words = |swing: Option<f64>| {
                swing.map_or_else(|| "–".to_owned(), |swing| texts.exact_number(swing))
            };
            row.extend(some.iter().map(|set| words(swing(set))));
            table.row(row);
        }
        table.place(flow);
    }
}
