//! Gates as windows, links and helper items.

use super::gates::{Gate, Way};
use super::links::{AnyOfOrigin, Links, PrerequisiteOrigin};
use super::windows::Bound;
use crate::sequencing::{AnyOf, Item, Prerequisite};
use std::collections::HashMap;

/// An item of the portfolio that no scenario has: it costs nothing, is worth
/// nothing, and starts where one way of opening gates is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Helper {
    /// Its id in the portfolio.
    pub id: String,
    /// The first phase in which the forecast, with `access`, meets the need.
    pub from: u32,
    /// Access projects that must be done before.
    pub access: Vec<usize>,
    /// Items of which one must be ready.
    pub requires: Vec<usize>,
    /// Phases from the last phase of work of that item on.
    pub lag: u32,
}

/// Helpers made so far; equal ones are shared between items.
pub struct Helpers<'s> {
    ids: Vec<&'s str>,
    by_way: HashMap<(u32, Vec<usize>, Vec<usize>, u32), usize>,
    /// In the order of the portfolio, after the scenario's items.
    pub helpers: Vec<Helper>,
}

impl<'s> Helpers<'s> {
    pub fn new(ids: Vec<&'s str>) -> Self {
        Self { ids, by_way: HashMap::new(), helpers: Vec::new() }
    }

    /// Makes an item keep its gate.
    ///
    /// One way alone needs no helper: its phase bounds the window, its access
    /// projects are prerequisites from the phase after their last phase of work,
    /// its counter is a group of alternatives. Of several ways each is one of a
    /// group of alternatives: the counter's items themselves where they are all
    /// that is needed, else a helper.
    pub fn keep_gate(
        &mut self,
        item: usize,
        gate: &Gate,
        bounds: &mut Vec<Bound>,
        links: &mut Links,
    ) {
        let starts = bounds.iter().map(|bound| bound.earliest()).max().unwrap_or(1);
        match gate.ways.as_slice() {
            [] => bounds.push(Bound::GateStaysShut),
            [way] => {
                if way.from > starts {
                    bounds.push(Bound::GateOpens(way.from));
                }
                let prerequisite = PrerequisiteOrigin::Gate { item };
                need(links, item, way, prerequisite, AnyOfOrigin::Gate { item });
            }
            ways => {
                let mut needs = Vec::new();
                for way in ways {
                    let counter_alone = way.from <= starts && way.access.is_empty() && way.lag == 0;
                    if counter_alone {
                        needs.extend(&way.requires);
                    } else {
                        needs.push(self.helper(way, links));
                    }
                }
                needs.sort_unstable();
                needs.dedup();
                links.any_of.push(AnyOf { item, needs, lag: 0, after: true });
                links.any_of_origins.push(AnyOfOrigin::Gate { item });
            }
        }
    }

    /// The position in the portfolio of the helper for a way.
    fn helper(&mut self, way: &Way, links: &mut Links) -> usize {
        let key = (way.from, way.access.clone(), way.requires.clone(), way.lag);
        if let Some(&known) = self.by_way.get(&key) {
            return self.ids.len() + known;
        }
        let helper = self.helpers.len();
        let at = self.ids.len() + helper;
        let (prerequisite, any_of) =
            (PrerequisiteOrigin::Helper { helper }, AnyOfOrigin::Helper { helper });
        need(links, at, way, prerequisite, any_of);
        self.helpers.push(Helper {
            id: self.free_id(way),
            from: way.from,
            access: way.access.clone(),
            requires: way.requires.clone(),
            lag: way.lag,
        });
        self.by_way.insert(key, helper);
        at
    }

    /// An id that says what the helper stands for and is nobody else's.
    fn free_id(&self, way: &Way) -> String {
        let mut id = format!("gate:{}", way.from);
        for (mark, items) in [(':', &way.access), ('@', &way.requires)] {
            for item in items {
                id.push(mark);
                id.push_str(self.ids[*item]);
            }
        }
        while self.ids.contains(&id.as_str()) || self.helpers.iter().any(|helper| helper.id == id) {
            id.push('\'');
        }
        id
    }
}

/// Adds what a way needs beside its phase.
fn need(
    links: &mut Links,
    item: usize,
    way: &Way,
    prerequisite: PrerequisiteOrigin,
    any_of: AnyOfOrigin,
) {
    for &needs in &way.access {
        links.prerequisites.push(Prerequisite { item, needs, lag: 1, after: true });
        links.prerequisite_origins.push(prerequisite);
    }
    if !way.requires.is_empty() {
        let needs = way.requires.clone();
        links.any_of.push(AnyOf { item, needs, lag: way.lag, after: true });
        links.any_of_origins.push(any_of);
    }
}

impl Helper {
    /// The helper as an item of the portfolio.
    pub fn item(&self, phases: u32) -> Item {
        Item {
            id: self.id.clone(),
            duration: 1,
            earliest: self.from,
            latest: phases,
            mandatory: false,
            worth: vec![0; phases as usize],
            uses: Vec::new(),
        }
    }
}
