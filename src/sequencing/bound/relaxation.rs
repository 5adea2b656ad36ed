//! The Lagrangian relaxation: any prices ≥ 0 on the rows give an upper bound.
//!
//! `bound(prices) = Σ price × limit + max over closures of Σ weight`, where a
//! variable's weight is its worth less its priced use (Fisher 1981). Prices and
//! worths are integers on one scale, so the bound is exact: nothing that
//! floating point could make false.

use super::super::presolve::{OUT, Reduced, Windows};
use super::ahead::share;
use super::cuts::separate;
use super::flow::{Flow, Status};
use super::graph::Graph;
use super::prices::Prices;
use super::rows::{RowKind, Rows};
use super::rules::project;
use super::wishes::Wishes;

/// Sums are kept below this, far from the end of 64 bits.
const LARGEST_SUM: i128 = 1 << 61;

/// Graph, rows and flow of one reduced portfolio.
#[derive(Debug, Clone)]
pub struct Relaxation {
    /// Implications.
    pub graph: Graph,
    /// What is relaxed at a price.
    pub rows: Rows,
    /// Units of the scale in one unit of worth; a power of two.
    pub scale: i64,
    /// What is decided about each variable.
    pub status: Vec<Status>,
    /// The closure of the last evaluation.
    pub chosen: Vec<bool>,
    /// The flow of the last evaluation.
    pub flow: Flow,
    /// Preferred orders, whose penalties are shared out.
    pub wishes: Wishes,
    /// How each wish's penalty is spread over its parts, on the scale.
    pub(super) spread: Vec<i64>,
    /// Of each variable, at the prices of the last evaluation.
    pub(super) weight: Vec<i64>,
    /// Σ price × limit of the last evaluation.
    priced_limits: i128,
    fixed: i128,
}

impl Relaxation {
    /// Sets up the relaxation with nothing decided. O(size).
    pub fn new(reduced: &Reduced) -> Self {
        let graph = Graph::new(reduced);
        let rows = Rows::new(reduced, &graph);
        let total = reduced.total_worth().max(1);
        // Priced use can be several times the worth: nine bits are left for it.
        let bits = 52_u32.saturating_sub(i64::BITS - total.leading_zeros());
        let scale = 1_i64 << bits.min(24);
        let nodes = graph.len();
        let mut relaxation = Self {
            flow: Flow::new(&graph),
            spread: vec![0; graph.wish_parts.len()],
            wishes: Wishes::new(reduced, &graph),
            graph,
            rows,
            scale,
            status: vec![Status::Open; nodes],
            chosen: vec![false; nodes],
            weight: vec![0; nodes],
            priced_limits: 0,
            fixed: 0,
        };
        relaxation.decide_all(reduced, &Windows::new(reduced));
        relaxation
    }

    /// Adds cuts that the averaged closures break, at most `most`, and drops those
    /// whose price is zero; how many were added.
    pub fn cut(
        &mut self,
        reduced: &Reduced,
        windows: &Windows,
        prices: &mut Prices,
        most: usize,
    ) -> usize {
        let mut cuts = separate(reduced, &self.graph, windows, &prices.mean);
        cuts.truncate(most);
        if cuts.is_empty() {
            return 0;
        }
        let rows = self.rows.rows.iter().zip(&prices.best);
        let keep: Vec<bool> =
            rows.map(|(row, price)| row.kind != RowKind::Cut || *price > 0.0).collect();
        self.rows.retain(&keep);
        let before = self.rows.len();
        for cut in cuts {
            self.rows.push(RowKind::Cut, cut.limit, cut.entries, reduced, &self.graph);
        }
        prices.follow_rows(&keep, self.rows.len());
        prices.refresh(self);
        self.rows.len() - before
    }

    /// Takes new worths for the same units, links and limits.
    pub fn retarget(&mut self, reduced: &Reduced) {
        for (at, unit) in reduced.units.iter().enumerate() {
            for (node, phase) in self.graph.nodes_of(at).zip(unit.first..) {
                let next = if phase < unit.last { unit.worth[phase as usize + 1] } else { 0 };
                self.graph.worth[node] = unit.worth[phase as usize] - next;
            }
        }
    }

    /// Shares of wishes for prices of rows alone.
    pub fn complete(&self, prices: &mut Vec<f64>) {
        prices.resize(self.rows.len(), 0.0);
        self.wishes.share_evenly(prices);
    }

    /// The nearest multipliers that are allowed.
    pub fn project(&self, prices: &mut [f64]) {
        let (rows, shares) = prices.split_at_mut(self.rows.len());
        project(&self.rows, rows);
        self.wishes.project(shares);
    }

    /// What each multiplier typically is, in units of worth; it scales steps.
    pub fn typical(&self) -> impl Iterator<Item = f64> {
        self.rows.rows.iter().map(|row| row.typical).chain(self.wishes.typical())
    }

    /// Decides variables by the windows of all units.
    pub fn decide_all(&mut self, reduced: &Reduced, windows: &Windows) {
        for unit in 0..reduced.units.len() {
            self.decide(reduced, windows, unit);
        }
        self.decide_pairs();
    }

    /// Decides the variables of one unit by its window.
    pub fn decide(&mut self, reduced: &Reduced, windows: &Windows, unit: usize) {
        let out = windows.is_out(unit);
        for (node, phase) in self.graph.nodes_of(unit).zip(reduced.units[unit].first..) {
            self.status[node] = if out || phase < windows.first[unit] {
                Status::No
            } else if windows.must[unit] && phase >= windows.last[unit] {
                Status::Yes
            } else {
                Status::Open
            };
        }
    }

    /// Decides the variables of pairs by those of their units.
    pub fn decide_pairs(&mut self) {
        let first = self.graph.offset.last().copied().unwrap_or(0) as usize;
        for node in first..self.graph.len() {
            let ends = self.graph.ends(node).iter().map(|end| self.status[end.other as usize]);
            let (mut all, mut any_no) = (true, false);
            for status in ends {
                all &= status == Status::Yes;
                any_no |= status == Status::No;
            }
            self.status[node] = match (all, any_no) {
                (true, _) => Status::Yes,
                (_, true) => Status::No,
                _ => Status::Open,
            };
        }
    }

    /// Multipliers in units of worth, on the relaxation's scale: non-negative, and
    /// small enough for all sums to be exact.
    pub fn on_scale(&self, prices: &[f64], scaled: &mut Vec<i64>) {
        scaled.clear();
        let mut sum: i128 = 0;
        for (row, price) in self.rows.rows.iter().zip(prices) {
            let most = match row.kind {
                RowKind::Pair { most } => most.saturating_mul(self.scale),
                _ => (1 << 56) / row.size.max(1),
            };
            let price = (price.max(0.0) * self.scale as f64).min(most as f64) as i64;
            sum += i128::from(price) * i128::from(row.size);
            scaled.push(price);
        }
        while sum >= LARGEST_SUM {
            // Halving keeps prices of carried money from rising.
            scaled.iter_mut().for_each(|price| *price /= 2);
            sum /= 2;
        }
        self.wishes.on_scale(&prices[self.rows.len()..], self.scale, scaled);
    }

    /// Evaluates the bound at multipliers on the scale: what no plan within the
    /// decided windows exceeds, times the scale. `chosen` is then the closure.
    ///
    /// O(coefficients + rounds × (nodes + arcs)).
    pub fn evaluate(&mut self, prices: &[i64]) -> i128 {
        let (rows, shares) = prices.split_at(self.rows.len());
        self.spread.copy_from_slice(shares);
        self.weigh(rows);
        self.load_flow();
        self.flow.settle(&self.graph, &self.status);
        let value = self.value();
        self.flow.closure(&self.graph, &self.status, &mut self.chosen);
        value
    }

    /// A measure of the work of one evaluation, in some 10 ns.
    pub fn evaluation_cost(&self) -> u64 {
        let size = self.graph.len() + self.graph.arcs.len() + self.rows.coefficients();
        // Flows on large graphs take several rounds, and leave the cache.
        let size = size as u64 + 1;
        size * (2 + size.ilog2().saturating_sub(9) as u64) + 100
    }

    /// Weights of all variables at prices, and what does not depend on open ones.
    fn weigh(&mut self, prices: &[i64]) {
        let scale = self.scale;
        for (weight, worth) in self.weight.iter_mut().zip(&self.graph.worth) {
            *weight = worth * scale;
        }
        self.priced_limits = 0;
        for (row, &price) in prices.iter().enumerate().filter(|(_, price)| **price > 0) {
            self.priced_limits += i128::from(price) * i128::from(self.rows.rows[row].limit);
            for &(node, coefficient) in self.rows.entries(row) {
                self.weight[node as usize] -= price * coefficient;
            }
        }
        self.fixed = self.priced_limits;
    }

    /// Weights after the moves of the last flow, as far as these still hold.
    fn load_flow(&mut self) {
        let Self { graph, status, flow, spread, weight, fixed, .. } = self;
        for ((left, weight), status) in flow.left.iter_mut().zip(&*weight).zip(&*status) {
            *left = if *status == Status::Open { *weight } else { 0 };
            if *status == Status::Yes {
                *fixed += i128::from(*weight);
            }
        }
        for (part, &cost) in graph.wish_parts.iter().zip(&*spread) {
            let needs = part.needs.map_or(Status::No, |needs| status[needs as usize]);
            let share = share(status[part.from as usize], needs, cost);
            *fixed += i128::from(share.fixed);
            flow.left[part.from as usize] += share.from;
            if let Some(needs) = part.needs {
                flow.left[needs as usize] += share.needs;
            }
        }
        let wishes = graph.arcs[graph.first_wish_arc..].iter().zip(&mut flow.capacity);
        for ((arc, capacity), moved) in wishes.zip(&mut flow.moved[graph.first_wish_arc..]) {
            let cost = arc.wish.map_or(0, |part| spread[part as usize]);
            *capacity = cost;
            *moved = (*moved).min(cost);
        }
        for (arc, moved) in graph.arcs.iter().zip(&mut flow.moved) {
            let (from, to) = (arc.from as usize, arc.to as usize);
            if *moved == 0 {
                continue;
            }
            if status[from] == Status::Open && status[to] == Status::Open {
                flow.left[from] -= *moved;
                flow.left[to] += *moved;
            } else {
                *moved = 0;
            }
        }
    }

    /// The bound that the present flow certifies, times the scale.
    pub fn value(&self) -> i128 {
        // What is decided has nothing left.
        self.fixed + self.flow.left.iter().map(|left| i128::from((*left).max(0))).sum::<i128>()
    }

    /// What a closure is worth at the prices of the last evaluation, times the
    /// scale, with what it exceeds rows by; nothing if decisions bar it.
    pub fn value_of(&self, chosen: &[bool], excess: &mut Vec<f64>) -> Option<i128> {
        let mut value = self.priced_limits;
        for ((&chosen, status), weight) in chosen.iter().zip(&self.status).zip(&self.weight) {
            match (status, chosen) {
                (Status::Yes, false) | (Status::No, true) => return None,
                (_, true) => value += i128::from(*weight),
                (_, false) => {}
            }
        }
        for (part, cost) in self.graph.wish_parts.iter().zip(&self.spread) {
            let kept = part.needs.is_some_and(|needs| chosen[needs as usize]);
            if chosen[part.from as usize] && !kept {
                value -= i128::from(*cost);
            }
        }
        self.excess_of(chosen, excess);
        Some(value)
    }

    /// How much each row is exceeded by the closure of the last evaluation, and how
    /// much more than others each part of a wish is broken.
    pub fn excess(&self, out: &mut Vec<f64>) {
        self.excess_of(&self.chosen, out);
    }

    fn excess_of(&self, chosen: &[bool], out: &mut Vec<f64>) {
        out.clear();
        for at in 0..self.rows.len() {
            // Without a branch, which nobody could foresee.
            let of =
                |&(node, coefficient): &(u32, i64)| coefficient & -i64::from(chosen[node as usize]);
            let used: i64 = self.rows.entries(at).iter().map(of).sum();
            out.push((used - self.rows.rows[at].limit) as f64);
        }
        self.wishes.excess(&self.graph, chosen, out);
    }

    /// Start phase of each unit in the closure of the last evaluation.
    pub fn closure_starts(&self, reduced: &Reduced) -> Vec<u32> {
        (0..reduced.units.len())
            .map(|unit| {
                let mut nodes = self.graph.nodes_of(unit).zip(reduced.units[unit].first..);
                nodes.find(|(node, _)| self.chosen[*node]).map_or(OUT, |(_, phase)| phase)
            })
            .collect()
    }

    /// What one unit of each resource in each phase (from 0) is priced at, in
    /// units of worth.
    pub fn resource_prices(&self, reduced: &Reduced, prices: &[i64]) -> Vec<Vec<f64>> {
        let mut table = vec![vec![0.0; reduced.phases as usize]; reduced.limits.len()];
        for (row, price) in self.rows.rows.iter().zip(prices) {
            if let RowKind::Resource { resource, phase } = row.kind {
                table[resource][phase] = *price as f64 / self.scale as f64;
            }
        }
        table
    }

    /// Prices by row for prices of resources by phase; other rows at zero.
    pub fn row_prices(&self, prices: &[Vec<f64>]) -> Vec<f64> {
        let of = |row: &super::rows::Row| match row.kind {
            RowKind::Resource { resource, phase } => prices[resource][phase],
            _ => 0.0,
        };
        self.rows.rows.iter().map(of).collect()
    }

    /// An upper bound in whole units of worth from a value on the scale.
    pub fn whole(&self, value: i128) -> i64 {
        i64::try_from(value.div_euclid(i128::from(self.scale))).unwrap_or(i64::MAX)
    }
}
