//! In which order rules are tried to be left out, and in which they are told.

use super::rule::Rule;
use super::rulebook::Rulebook;
use super::trial::share_of_limits;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

impl Rulebook {
    /// Rules in the order in which they are tried to be left out, in groups: by
    /// kind; limits with a price after those without; and of what must start the
    /// cheap first, as few dear items are sooner understood than many cheap ones.
    pub fn trial_order(&self, prices: &[f64]) -> Vec<Vec<usize>> {
        let weight = |rule: &Rule, price: f64| match rule {
            Rule::Must { item } | Rule::Pin { item, .. } => share_of_limits(&self.free, *item),
            _ => price,
        };
        let mut order: Vec<((u8, bool), f64, usize)> = (self.rules.iter().zip(prices).enumerate())
            .map(|(at, (rule, &price))| ((rule.order(), price > 0.0), weight(rule, price), at))
            .collect();
        order.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        order.chunk_by(|a, b| a.0 == b.0).map(|c| c.iter().map(|rule| rule.2).collect()).collect()
    }

    /// Sorts rules as they lead to each other: what must start, windows, then links
    /// from what must start on, and limits last.
    pub fn sort_for_reading(&self, rules: &mut [usize]) {
        let mut depth: HashMap<usize, usize> = HashMap::new();
        for &rule in rules.iter() {
            if let Rule::Must { item } | Rule::Pin { item, .. } = self.rules[rule] {
                depth.insert(item, 0);
            }
        }
        // Each pass follows all chains by one link at least.
        for _ in 0..rules.len() {
            let mut is_new = false;
            for &rule in rules.iter() {
                let (item, all) = match &self.rules[rule] {
                    Rule::Needs { item, needs, .. } => (item, std::slice::from_ref(needs)),
                    Rule::AnyOf { item, needs } => (item, needs.as_slice()),
                    _ => continue,
                };
                let Some(&from) = depth.get(item) else { continue };
                for &needs in all {
                    if let Entry::Vacant(place) = depth.entry(needs) {
                        place.insert(from + 1);
                        is_new = true;
                    }
                }
            }
            if !is_new {
                break;
            }
        }
        rules.sort_by_key(|&at| {
            let rule = &self.rules[at];
            let place = match rule {
                Rule::Needs { item, .. } | Rule::AnyOf { item, .. } => {
                    depth.get(item).copied().unwrap_or(usize::MAX)
                }
                _ => 0,
            };
            (std::cmp::Reverse(rule.order()), place, at)
        });
    }
}
