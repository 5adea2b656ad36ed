//! The performance matrix: every item's score and value on every leaf criterion.

use super::infrastructure::lacking;
use super::leverage::LeverageGraph;
use super::value::{Valued, value_of};
use crate::model::{Computed, Criterion, Item, Measure, Scenario};

/// One item on one criterion.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Cell {
    /// The score in the criterion's unit; none if it is missing or a level.
    pub raw: Option<f64>,
    /// The value, 0..100; none if the score is missing.
    pub value: Option<f64>,
    /// True if the score lay outside the scale.
    pub clamped: bool,
    /// True if the program computed the score.
    pub computed: bool,
}

/// Scores and values of all items.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Matrix {
    /// Positions of the leaf criteria in the scenario's list.
    pub leaves: Vec<usize>,
    /// By item, then by leaf.
    pub cells: Vec<Vec<Cell>>,
}

impl Matrix {
    /// Scores a scenario; `weights` by leaf, for leverage.
    pub fn new(scenario: &Scenario, weights: &[f64]) -> Self {
        Self::with_graph(scenario, weights, &LeverageGraph::new(scenario))
    }

    /// The same with a graph that was made before, of the same items and links.
    ///
    /// O(items × leaves + descendants).
    pub fn with_graph(scenario: &Scenario, weights: &[f64], graph: &LeverageGraph) -> Self {
        let leaves: Vec<usize> = (0..scenario.criteria.len())
            .filter(|&at| scenario.criteria[at].value.is_some())
            .collect();
        let mut cells: Vec<Vec<Cell>> = scenario
            .items
            .iter()
            .map(|item| {
                let cell = |&at: &usize| cell_of(scenario, item, &scenario.criteria[at]);
                leaves.iter().map(cell).collect()
            })
            .collect();
        let benefit = benefits(scenario, &leaves, &cells, weights);
        for (leaf, &at) in leaves.iter().enumerate() {
            let criterion = &scenario.criteria[at];
            if criterion.computed == Some(Computed::Leverage) {
                let leverage = graph.leverage(&benefit, scenario.parameters.leverage_discount);
                for (row, raw) in cells.iter_mut().zip(leverage) {
                    row[leaf] = computed_cell(criterion, raw);
                }
            }
        }
        Self { leaves, cells }
    }
}

/// Each item's benefit for leverage: the weighted mean of its values on the
/// benefit criteria (those whose baseline is 0) other than leverage itself,
/// 0..100.
fn benefits(
    scenario: &Scenario,
    leaves: &[usize],
    cells: &[Vec<Cell>],
    weights: &[f64],
) -> Vec<f64> {
    let counts = |leaf: usize| {
        let criterion = &scenario.criteria[leaves[leaf]];
        criterion.baseline == 0.0 && criterion.computed != Some(Computed::Leverage)
    };
    let counted: Vec<(usize, f64)> = weights
        .iter()
        .copied()
        .enumerate()
        .filter(|(leaf, _)| *leaf < leaves.len() && counts(*leaf))
        .collect();
    let total: f64 = counted.iter().map(|(_, weight)| weight).sum();
    let mean = |row: &Vec<Cell>| {
        let part = |(leaf, weight): &(usize, f64)| weight * row[*leaf].value.unwrap_or(0.0);
        if total > 0.0 { counted.iter().map(part).sum::<f64>() / total } else { 0.0 }
    };
    cells.iter().map(mean).collect()
}

fn cell_of(scenario: &Scenario, item: &Item, criterion: &Criterion) -> Cell {
    match criterion.computed {
        Some(Computed::InfrastructureRisk) => {
            let phase =
                item.earliest_phase.as_ref().and_then(|id| scenario.phase_index(id.as_str()));
            let level = scenario.parameters.gate_uses;
            computed_cell(criterion, lacking(scenario, item, phase.unwrap_or(0), level))
        }
        // Filled in once all benefits are known.
        Some(Computed::Leverage) => Cell { computed: true, ..Cell::default() },
        None => match item.scores.get(&criterion.id) {
            Some(score) => {
                let raw = match &score.best {
                    Measure::Number(number) => Some(*number),
                    Measure::Level(_) => None,
                };
                let function = criterion.value.as_ref();
                let valued = function.and_then(|function| value_of(function, &score.best));
                entered_cell(raw, valued)
            }
            None => Cell::default(),
        },
    }
}

fn entered_cell(raw: Option<f64>, valued: Option<Valued>) -> Cell {
    let clamped = valued.is_some_and(|valued| valued.clamped);
    Cell { raw, value: valued.map(|valued| valued.value), clamped, computed: false }
}

/// A computed score beyond the scale is at its end, and that is meant so.
fn computed_cell(criterion: &Criterion, raw: f64) -> Cell {
    let measure = Measure::Number(raw);
    let valued = criterion.value.as_ref().and_then(|function| value_of(function, &measure));
    let value = valued.map(|valued| valued.value);
    Cell { raw: Some(raw), value, clamped: false, computed: true }
}
