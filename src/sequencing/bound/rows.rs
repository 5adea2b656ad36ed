//! Rules that are no implications: linear rows over the graph's variables, each
//! relaxed at a price.
//!
//! | rule | row |
//! | --- | --- |
//! | resource r in phase q | Σ use of what has started, in q ≤ limit |
//! | exclusive group | Σ y\[u, last\] ≤ 1 |
//! | alternatives, by phase t | y\[u,t\] − Σ y\[v, t−gap\] ≤ 0 |
//! | pair that loses worth p | y\[a\] + y\[b\] ≤ 1, price at most p |
//!
//! Money that is carried over has one row a phase, and prices that do not rise:
//! money can only move to later phases.

use super::super::presolve::Reduced;
use super::graph::{Graph, both_by, pair_steps};
use std::ops::Range;

/// What a row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// No more of the resource than there is in the phase (from 0).
    Resource {
        /// The resource.
        resource: usize,
        /// The phase.
        phase: usize,
    },
    /// At most one of an exclusive group.
    Exclusive,
    /// One of several alternatives in time.
    Alternatives,
    /// Not both of a pair that loses worth; breaking it costs at most this.
    Pair {
        /// In units of worth.
        most: i64,
    },
    /// A cut: valid for all plans, not for all fractions of plans.
    Cut,
}

/// One row: Σ coefficient × variable ≤ limit.
#[derive(Debug, Clone)]
pub struct Row {
    /// What it says.
    pub kind: RowKind,
    /// The right-hand side.
    pub limit: i64,
    entries: Range<usize>,
    /// Sum of the sizes of its coefficients.
    pub size: i64,
    /// What a price of this row typically is, in units of worth; it scales steps.
    pub typical: f64,
}

/// All rows, with their coefficients.
#[derive(Debug, Clone, Default)]
pub struct Rows {
    /// The rows.
    pub rows: Vec<Row>,
    /// Rows of resources with money carried over, in order of phase.
    pub carried: Vec<Range<usize>>,
    entries: Vec<(u32, i64)>,
}

impl Rows {
    /// The rows of a reduced portfolio. O(size of the portfolio × phases).
    pub fn new(reduced: &Reduced, graph: &Graph) -> Self {
        let mut rows = Self::default();
        rows.add_resources(reduced, graph);
        for group in &reduced.exclusive {
            let last = |&unit: &usize| (graph.offset[unit + 1] - 1, 1);
            rows.push(RowKind::Exclusive, 1, group.iter().map(last).collect(), reduced, graph);
        }
        for group in &reduced.alternatives {
            for node in graph.nodes_of(group.unit) {
                let phase = i64::from(reduced.units[group.unit].first)
                    + (node - graph.nodes_of(group.unit).start) as i64;
                let mut entries = vec![(node as u32, 1)];
                entries.extend(group.of.iter().filter_map(|link| {
                    let by = phase - i64::from(link.gap);
                    graph.started_by(reduced, link.other, by).map(|node| (node, -1))
                }));
                rows.push(RowKind::Alternatives, 0, entries, reduced, graph);
            }
        }
        for pair in &reduced.pairs {
            for (done, step) in pair_steps(pair).filter(|(_, step)| *step < 0) {
                if let [Some(a), Some(b)] = both_by(graph, reduced, pair, done) {
                    let kind = RowKind::Pair { most: -step };
                    rows.push(kind, 1, vec![(a, 1), (b, 1)], reduced, graph);
                }
            }
        }
        rows
    }

    fn add_resources(&mut self, reduced: &Reduced, graph: &Graph) {
        let phases = reduced.phases as usize;
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); reduced.limits.len()];
        for (at, unit) in reduced.units.iter().enumerate() {
            unit.uses.iter().for_each(|used| users[used.resource].push(at));
        }
        for (resource, limit) in reduced.limits.iter().enumerate() {
            if !limit.can_bind {
                continue;
            }
            let begin = self.rows.len();
            for phase in 0..phases {
                let mut row = PhaseRow::new(reduced, graph, resource, phase, &users[resource]);
                // A phase that cannot run short needs no row, unless money may
                // move through it.
                if !limit.carry_over {
                    row.tighten();
                }
                if limit.carry_over || row.most() > row.limit {
                    let kind = RowKind::Resource { resource, phase };
                    self.push(kind, row.limit, row.entries(graph), reduced, graph);
                }
            }
            if limit.carry_over {
                self.carried.push(begin..self.rows.len());
            }
        }
    }

    /// Adds a row.
    pub fn push(
        &mut self,
        kind: RowKind,
        limit: i64,
        entries: Vec<(u32, i64)>,
        reduced: &Reduced,
        graph: &Graph,
    ) {
        let typical = typical_price(kind, &entries, reduced, graph);
        let begin = self.entries.len();
        let size = entries.iter().map(|entry| entry.1.abs()).fold(0, i64::saturating_add);
        self.entries.extend(entries);
        let entries = begin..self.entries.len();
        self.rows.push(Row { kind, limit, entries, size, typical });
    }

    /// Keeps the rows for which it is told to; carried money must stay whole.
    pub fn retain(&mut self, keep: &[bool]) {
        let mut entries = Vec::with_capacity(self.entries.len());
        let old = std::mem::take(&mut self.rows);
        for (mut row, _) in old.into_iter().zip(keep).filter(|(_, keep)| **keep) {
            let begin = entries.len();
            entries.extend_from_slice(&self.entries[row.entries.clone()]);
            row.entries = begin..entries.len();
            self.rows.push(row);
        }
        self.entries = entries;
    }

    /// True if a plan that exceeds rows by this much (below 0: leaves so much)
    /// keeps all hard rules: both of a pair may start, and money that one phase
    /// leaves pays for a later one.
    pub fn are_kept(&self, excess: &[f64]) -> bool {
        let carried = |at: usize| self.carried.iter().any(|range| range.contains(&at));
        let hard = self.rows.iter().zip(excess).enumerate().all(|(at, (row, excess))| {
            *excess <= 0.0 || matches!(row.kind, RowKind::Pair { .. } | RowKind::Cut) || carried(at)
        });
        hard && self.carried.iter().all(|range| {
            let mut sum = 0.0;
            excess[range.clone()].iter().all(|excess| {
                sum += excess;
                sum <= 0.0
            })
        })
    }

    /// Variables of a row with their coefficients.
    pub fn entries(&self, row: usize) -> &[(u32, i64)] {
        &self.entries[self.rows[row].entries.clone()]
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// All coefficients together, a measure of the work of one evaluation.
    pub fn coefficients(&self) -> usize {
        self.entries.len()
    }
}

/// Use of one resource in one phase, by start of each unit.
struct PhaseRow {
    limit: i64,
    /// By user: the unit, and its use for a start in each phase of its window.
    users: Vec<(usize, Vec<i64>)>,
}

impl PhaseRow {
    fn new(
        reduced: &Reduced,
        graph: &Graph,
        resource: usize,
        phase: usize,
        users: &[usize],
    ) -> Self {
        let of = |&unit: &usize| {
            let entry = &reduced.units[unit];
            let used = entry.uses.iter().find(|used| used.resource == resource)?;
            let starts = graph.nodes_of(unit).len();
            let amount = |at: usize| {
                phase.checked_sub(entry.first as usize + at).map_or(0, |offset| used.after(offset))
            };
            let amounts: Vec<i64> = (0..starts).map(amount).collect();
            amounts.iter().any(|amount| *amount != 0).then_some((unit, amounts))
        };
        let limit = reduced.limits[resource].phases[phase];
        Self { limit, users: users.iter().filter_map(of).collect() }
    }

    /// What would be used if every unit started where it uses most.
    fn most(&self) -> i64 {
        self.users.iter().map(|(_, amounts)| largest(amounts)).sum()
    }

    /// Tightens coefficients: where the others alone could never use all, what
    /// they leave unused in any case is taken from this unit's use and from the
    /// limit. All plans keep the row as before; fewer fractions do (Savelsbergh
    /// 1994). O(users × starts) for each unit that changes.
    fn tighten(&mut self) {
        let mut most = self.most();
        if most <= self.limit {
            return;
        }
        let mut at = 0;
        let mut unchanged = 0;
        while unchanged < self.users.len() {
            let amounts = &mut self.users[at].1;
            let own = largest(amounts);
            let unused = self.limit - (most - own);
            if own > 0 && unused > 0 {
                amounts.iter_mut().for_each(|amount| *amount = (*amount - unused).max(0));
                self.limit -= unused;
                most -= own - largest(amounts);
                unchanged = 0;
            } else {
                unchanged += 1;
            }
            at = (at + 1) % self.users.len();
        }
    }

    /// Coefficients over "started by": the difference of following starts.
    fn entries(&self, graph: &Graph) -> Vec<(u32, i64)> {
        let mut entries = Vec::new();
        for (unit, amounts) in &self.users {
            for (at, node) in graph.nodes_of(*unit).enumerate() {
                let next = amounts.get(at + 1).copied().unwrap_or(0);
                if amounts[at] != next {
                    entries.push((node as u32, amounts[at] - next));
                }
            }
        }
        entries
    }
}

fn largest(amounts: &[i64]) -> i64 {
    amounts.iter().copied().max().unwrap_or(0)
}

/// What a unit of a row is typically worth: a third of worth for use, over the
/// units in the row.
fn typical_price(kind: RowKind, entries: &[(u32, i64)], reduced: &Reduced, graph: &Graph) -> f64 {
    let unit_worth = |node: u32| match graph.meaning[node as usize] {
        super::graph::Meaning::Started { unit, .. } => {
            let unit = &reduced.units[unit as usize];
            unit.worth[unit.first as usize].max(0) as f64
        }
        super::graph::Meaning::Both => 0.0,
    };
    let (mut worth, mut size) = (0.0, 0.0);
    for (node, coefficient) in entries.iter().filter(|entry| entry.1 > 0) {
        worth += unit_worth(*node);
        size += *coefficient as f64;
    }
    let typical = 0.3 * worth / f64::max(size, 1.0);
    match kind {
        RowKind::Pair { most } => f64::min(most as f64, typical.max(1e-3)),
        _ => typical.max(1e-6),
    }
}
