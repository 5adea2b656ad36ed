//! Weights of leaf criteria: `w = Π swing / Σ sibling swings` down the tree.

use crate::model::{ActiveWeights, CriterionId, Scenario, WeightSet};
use std::collections::HashMap;

/// Weight of each leaf criterion, in the order of [`Scenario::leaf_criteria`],
/// adding up to 1.
///
/// A blend is the mean of the sets' weights by influence. A scenario without
/// weights, or with nothing but zeros, weighs all leaves alike.
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
    let mut children: HashMap<Option<&CriterionId>, Vec<usize>> = HashMap::new();
    for (at, criterion) in scenario.criteria.iter().enumerate() {
        children.entry(criterion.parent.as_ref()).or_default().push(at);
    }
    let mut weight = vec![0.0; scenario.criteria.len()];
    // A level of the tree at a time; a cycle of parents never hangs from the top.
    let mut level: Vec<(Option<&CriterionId>, f64)> = vec![(None, 1.0)];
    while let Some((parent, share)) = level.pop() {
        let Some(siblings) = children.get(&parent) else { continue };
        let swings: Vec<f64> =
            siblings.iter().map(|&at| effective_swing(scenario, set, &children, at, 0)).collect();
        let total: f64 = swings.iter().sum();
        for (&at, swing) in siblings.iter().zip(swings) {
            let own = if total > 0.0 { share * swing / total } else { 0.0 };
            weight[at] = own;
            if scenario.criteria[at].value.is_none() {
                level.push((Some(&scenario.criteria[at].id), own));
            }
        }
    }
    let leaves = scenario.criteria.iter().zip(weight);
    leaves.filter(|(criterion, _)| criterion.value.is_some()).map(|(_, weight)| weight).collect()
}

/// A swing as entered; for a group that is not named, the sum of its members'.
fn effective_swing(
    scenario: &Scenario,
    set: &WeightSet,
    children: &HashMap<Option<&CriterionId>, Vec<usize>>,
    at: usize,
    depth: usize,
) -> f64 {
    let criterion = &scenario.criteria[at];
    if let Some(swing) = set.swings.get(&criterion.id) {
        return swing.max(0.0);
    }
    if criterion.value.is_some() || depth > scenario.criteria.len() {
        return 0.0;
    }
    let members = children.get(&Some(&criterion.id));
    let swing = |&member: &usize| effective_swing(scenario, set, children, member, depth + 1);
    members.map_or(0.0, |members| members.iter().map(swing).sum())
}
