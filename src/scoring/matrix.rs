//! The performance matrix: every item's score and value on every leaf criterion.

use super::additive::{contributions, total};
use super::infrastructure::{first_phase, lacking};
use super::leverage::LeverageGraph;
use super::value::{Valued, value_of};
use crate::model::{Computed, Criterion, CriterionId, Item, Measure, Scenario, Score};

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
                let mut next = 0;
                let cell = |&at: &usize| cell_of(scenario, item, &scenario.criteria[at], &mut next);
                leaves.iter().map(cell).collect()
            })
            .collect();
        let direct = direct_values(scenario, &leaves, &cells, weights);
        for (leaf, &at) in leaves.iter().enumerate() {
            let criterion = &scenario.criteria[at];
            if criterion.computed == Some(Computed::Leverage) {
                let leverage = graph.leverage(&direct, scenario.parameters.leverage_discount);
                for (row, raw) in cells.iter_mut().zip(leverage) {
                    row[leaf] = computed_cell(criterion, raw);
                }
            }
        }
        Self { leaves, cells }
    }
}

/// Each item's direct value, 0..100: `Σ w v / Σ w` over the criteria that
/// people enter, so neither leverage itself nor infrastructure risk.
///
/// A missing score counts by the scenario's policy. The Kazakhstan scenario's
/// scale for leverage ends at 450, at its strongest enabler's 449.3.
fn direct_values(
    scenario: &Scenario,
    leaves: &[usize],
    cells: &[Vec<Cell>],
    weights: &[f64],
) -> Vec<f64> {
    let entered: Vec<(usize, f64)> = leaves
        .iter()
        .zip(weights)
        .enumerate()
        .filter(|(_, (at, _))| scenario.criteria[**at].computed.is_none())
        .map(|(leaf, (_, &weight))| (leaf, weight))
        .collect();
    let all: f64 = entered.iter().map(|(_, weight)| weight).sum();
    if all <= 0.0 {
        return vec![0.0; cells.len()];
    }
    let shares: Vec<f64> = entered.iter().map(|(_, weight)| weight / all).collect();
    let policy = scenario.parameters.missing_score_policy;
    let direct = |row: &Vec<Cell>| {
        let values = entered.iter().map(|&(leaf, _)| row[leaf].value);
        total(&contributions(values, &shares, policy))
    };
    cells.iter().map(direct).collect()
}

fn cell_of(scenario: &Scenario, item: &Item, criterion: &Criterion, next: &mut usize) -> Cell {
    match criterion.computed {
        Some(Computed::InfrastructureRisk) => {
            let (phase, level) = (first_phase(scenario, item), scenario.parameters.gate_uses);
            computed_cell(criterion, lacking(scenario, item, phase, level))
        }
        // Filled in once all benefits are known.
        Some(Computed::Leverage) => Cell { computed: true, ..Cell::default() },
        None => match score_of(item, &criterion.id, next) {
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

/// An item's score. Scores mostly stand in the order of the criteria, so the one
/// after the last found (`next`) is tried before the name is looked up.
fn score_of<'s>(item: &'s Item, id: &CriterionId, next: &mut usize) -> Option<&'s Score> {
    let expected = item.scores.get_index(*next).filter(|(other, _)| *other == id);
    let (at, score) = match expected {
        Some((_, score)) => (*next, score),
        None => item.scores.get_full(id).map(|(at, _, score)| (at, score))?,
    };
    *next = at + 1;
    Some(score)
}

fn entered_cell(raw: Option<f64>, valued: Option<Valued>) -> Cell {
    let clamped = valued.is_some_and(|valued| valued.clamped);
    Cell { raw, value: valued.map(|valued| valued.value), clamped, computed: false }
}

fn computed_cell(criterion: &Criterion, raw: f64) -> Cell {
    let measure = Measure::Number(raw);
    let valued = criterion.value.as_ref().and_then(|function| value_of(function, &measure));
    Cell { computed: true, ..entered_cell(Some(raw), valued) }
}
