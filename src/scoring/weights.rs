//! Weights of leaf criteria: `w = Π swing / Σ sibling swings` down the tree.
//!
//! Source: design section 2 and [`WeightSet::swings`]; DCLG, Multi-criteria
//! analysis: a manual (2009), 6.2.10, on swing weights.

use crate::model::{ActiveWeights, Criterion, CriterionId, Scenario, WeightSet};
use std::collections::HashMap;

/// Weight of each leaf criterion, in the order of [`Scenario::leaf_criteria`],
/// adding up to 1.
///
/// A blend is the mean of the sets' weights by influence; where no set has any,
/// all count alike. A set with nothing but zeros, and a scenario without sets or
/// with an unknown active one, weighs all leaves alike. O(sets × criteria).
///
/// ```
/// use phasewise::model::{ActiveWeights, Criterion, Scenario, ValueFunction, WeightSet};
/// use phasewise::scoring::leaf_weights;
/// let leaf = |id: &str, parent: &str| Criterion {
///     id: id.into(),
///     parent: Some(parent.into()).filter(|_| !parent.is_empty()),
///     value: Some(ValueFunction::Linear { worst: 0.0, best: 1.0 }),
///     ..Default::default()
/// };
/// let mut scenario = Scenario::default();
/// scenario.criteria = vec![
///     Criterion { id: "value".into(), ..Default::default() },
///     leaf("demand", "value"),
///     leaf("speed", "value"),
///     leaf("risk", ""),
/// ];
/// let mut set = WeightSet::default();
/// set.swings = [("demand", 60.0), ("speed", 20.0), ("risk", 80.0)]
///     .map(|(id, swing)| (id.into(), swing))
///     .into();
/// scenario.weight_sets = vec![set];
/// // The group is not named and weighs what its members do: 60 + 20.
/// assert_eq!(leaf_weights(&scenario, &ActiveWeights::First), [0.375, 0.125, 0.5]);
/// scenario.weight_sets[0].swings.insert("value".into(), 240.0);
/// assert_eq!(leaf_weights(&scenario, &ActiveWeights::First), [0.5625, 0.1875, 0.25]);
/// ```
pub fn leaf_weights(scenario: &Scenario, active: &ActiveWeights) -> Vec<f64> {
    match active {
        ActiveWeights::First => weights_or_equal(scenario, scenario.weight_sets.first()),
        ActiveWeights::Set(id) => weights_or_equal(scenario, scenario.weight_set(id.as_str())),
        ActiveWeights::Blend => blend(scenario),
    }
}

/// Weights of one set; see [`leaf_weights`].
pub fn set_weights(scenario: &Scenario, set: &WeightSet) -> Vec<f64> {
    weights_or_equal(scenario, Some(set))
}

fn blend(scenario: &Scenario) -> Vec<f64> {
    let influence = |set: &WeightSet| set.influence.max(0.0);
    let total: f64 = scenario.weight_sets.iter().map(influence).sum();
    let mut blended = vec![0.0; scenario.leaf_criteria().count()];
    for set in &scenario.weight_sets {
        // Without any influence all sets count alike.
        let share = if total > 0.0 {
            influence(set) / total
        } else {
            1.0 / scenario.weight_sets.len() as f64
        };
        for (sum, weight) in blended.iter_mut().zip(set_weights(scenario, set)) {
            *sum += share * weight;
        }
    }
    if scenario.weight_sets.is_empty() { weights_or_equal(scenario, None) } else { blended }
}

fn weights_or_equal(scenario: &Scenario, set: Option<&WeightSet>) -> Vec<f64> {
    let raw = set.map(|set| tree_weights(scenario, set)).unwrap_or_default();
    let total: f64 = raw.iter().sum();
    if total > 0.0 {
        // The product of shares adds up to 1 but for groups without members.
        return raw.iter().map(|weight| weight / total).collect();
    }
    let count = scenario.leaf_criteria().count();
    vec![1.0 / count.max(1) as f64; count]
}

/// The product of normalised swings down each leaf's path.
fn tree_weights(scenario: &Scenario, set: &WeightSet) -> Vec<f64> {
    let shares = weight_tree(&scenario.criteria, set).shares;
    let leaves = scenario.criteria.iter().zip(shares);
    leaves.filter(|(criterion, _)| criterion.value.is_some()).map(|(_, share)| share).collect()
}

/// How the weights of a set come about, by criterion and group.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightTree {
    /// Criteria from the top down with their parents; see [`criteria_top_down`].
    pub order: Vec<(usize, Option<usize>)>,
    /// Swings that count: as entered, and of a group that is not named the sum of its
    /// members'.
    pub swings: Vec<f64>,
    /// `Π swing / Σ sibling swings` down the path; 0 for what hangs from nothing.
    pub shares: Vec<f64>,
}

/// The tree behind [`set_weights`]. O(criteria).
pub fn weight_tree(criteria: &[Criterion], set: &WeightSet) -> WeightTree {
    let order = criteria_top_down(criteria);
    let swings = effective_swings(criteria, set, &order);
    let mut siblings = vec![0.0; criteria.len() + 1];
    // Where the swings of those under one parent are added up.
    let slot = |parent: Option<usize>| parent.map_or(0, |at| at + 1);
    for &(at, parent) in &order {
        siblings[slot(parent)] += swings[at];
    }
    let mut shares = vec![0.0; criteria.len()];
    for &(at, parent) in &order {
        let above = parent.map_or(1.0, |parent| shares[parent]);
        let all = siblings[slot(parent)];
        shares[at] = if all > 0.0 { above * (swings[at] / all) } else { 0.0 };
    }
    WeightTree { order, swings, shares }
}

/// Criteria that hang from the top, each once and after its parent, with the
/// parent's position: level by level, those of one parent in a row.
///
/// Members of a leaf, of an unknown parent or of a circle of parents (validation
/// refuses them) hang from nothing and are not there. O(criteria).
pub fn criteria_top_down(criteria: &[Criterion]) -> Vec<(usize, Option<usize>)> {
    let mut members: HashMap<Option<&CriterionId>, Vec<usize>> = HashMap::new();
    for (at, criterion) in criteria.iter().enumerate() {
        members.entry(criterion.parent.as_ref()).or_default().push(at);
    }
    // Taken out, so that two groups of one name do not both get them.
    let mut taken = |id| members.remove(&id).unwrap_or_default().into_iter();
    let mut order: Vec<(usize, Option<usize>)> = taken(None).map(|at| (at, None)).collect();
    let mut next = 0;
    while let Some(&(at, _)) = order.get(next) {
        if criteria[at].value.is_none() {
            order.extend(taken(Some(&criteria[at].id)).map(|member| (member, Some(at))));
        }
        next += 1;
    }
    order
}

/// Swings as entered; of a group that is not named, the sum of its members'.
fn effective_swings(
    criteria: &[Criterion],
    set: &WeightSet,
    order: &[(usize, Option<usize>)],
) -> Vec<f64> {
    let mut swings = vec![0.0; criteria.len()];
    for &(at, parent) in order.iter().rev() {
        if let Some(&named) = set.swings.get(&criteria[at].id) {
            swings[at] = if named.is_finite() { named.max(0.0) } else { 0.0 };
        }
        if let Some(parent) = parent
            && !set.swings.contains_key(&criteria[parent].id)
        {
            swings[parent] += swings[at];
        }
    }
    swings
}
