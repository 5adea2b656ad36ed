//! A reduced portfolio laid out for speed: uses as flat rows, and what the
//! prices of the bound say about each unit.

use super::super::presolve::{Reduced, Windows};

/// One use of a unit: a row of amounts from its start on.
#[derive(Debug, Clone, Copy)]
pub struct FlatUse {
    /// Where the resource's phases begin in the table of what is left.
    pub row: u32,
    /// Where its amounts begin.
    pub begin: u32,
    /// How many amounts there are.
    pub len: u32,
    /// What is used in each phase after those.
    pub tail: i64,
}

/// Uses of all units, by unit, and what there is.
///
/// Money that is carried over is counted from the first phase on: both what is
/// used and what there is are running sums, so that one rule fits all rows.
#[derive(Debug, Clone)]
pub struct Table {
    /// How many phases there are.
    pub phases: usize,
    /// What there is, by resource and phase.
    pub limits: Vec<i64>,
    uses: Vec<FlatUse>,
    uses_of: Vec<u32>,
    amounts: Vec<i64>,
}

impl Table {
    /// Lays out a reduced portfolio; limits that never bind are left out.
    pub fn new(reduced: &Reduced) -> Self {
        let phases = reduced.phases as usize;
        let mut limits = Vec::new();
        for limit in &reduced.limits {
            let mut sum = 0;
            limits.extend(limit.phases.iter().map(|amount| {
                sum = if limit.carry_over { sum + amount } else { *amount };
                sum
            }));
        }
        let mut table =
            Self { phases, limits, uses: Vec::new(), uses_of: vec![0], amounts: Vec::new() };
        for unit in &reduced.units {
            for used in unit.uses.iter().filter(|used| reduced.limits[used.resource].can_bind) {
                let begin = table.amounts.len() as u32;
                let mut tail = used.tail;
                if reduced.limits[used.resource].carry_over {
                    let mut sum = 0;
                    table.amounts.extend(used.profile.iter().map(|amount| {
                        sum += amount;
                        sum
                    }));
                    tail = sum;
                } else {
                    table.amounts.extend(&used.profile);
                }
                let len = used.profile.len() as u32;
                let row = (used.resource * phases) as u32;
                table.uses.push(FlatUse { row, begin, len, tail });
            }
            table.uses_of.push(table.uses.len() as u32);
        }
        table
    }

    /// Uses of a unit.
    pub fn uses(&self, unit: usize) -> &[FlatUse] {
        &self.uses[self.uses_of[unit] as usize..self.uses_of[unit + 1] as usize]
    }

    /// Amounts of a use, one for each phase from the start.
    pub fn amounts(&self, used: &FlatUse) -> &[i64] {
        &self.amounts[used.begin as usize..(used.begin + used.len) as usize]
    }

    /// What a unit uses of a row (resource × phases + phase) if it starts in `start`.
    pub fn use_of(&self, used: &FlatUse, start: usize, phase: usize) -> i64 {
        match phase.checked_sub(start) {
            Some(offset) => self.amounts(used).get(offset).copied().unwrap_or(used.tail),
            None => 0,
        }
    }
}

/// What prices say about units: whom to place first, and where.
#[derive(Debug, Clone)]
pub struct Guide {
    /// By unit and phase: worth less priced use.
    pub reduced_worth: Vec<f64>,
    /// By unit: worth, its own and what it unlocks, for each unit of priced use.
    pub density: Vec<f64>,
    /// By unit: the mean start of late closures; the number of phases if mostly out.
    pub usual_start: Vec<f64>,
    phases: usize,
}

impl Guide {
    /// Reads prices by resource and phase, in units of worth; where nothing is
    /// priced, a unit of use costs what all supply together is worth.
    pub fn new(reduced: &Reduced, windows: &Windows, prices: &[Vec<f64>], mean: &[f64]) -> Self {
        let phases = reduced.phases as usize;
        let count = reduced.units.len();
        let total: f64 = reduced.total_worth() as f64;
        let floor: Vec<f64> = reduced
            .limits
            .iter()
            .map(|limit| {
                let supply = limit.phases.iter().map(|amount| *amount as f64).sum::<f64>() + 1.0;
                if limit.can_bind { 0.02 * total / supply } else { 0.0 }
            })
            .collect();
        let mut reduced_worth = vec![0.0; count * phases];
        let mut cost_at_best = vec![0.0; count];
        let mut own = vec![0.0; count];
        for (at, unit) in reduced.units.iter().enumerate() {
            let mut best = f64::NEG_INFINITY;
            for start in 0..phases {
                let (mut priced, mut floored) = (0.0, 0.0);
                for used in &unit.uses {
                    for phase in start..phases {
                        let amount = used.after(phase - start) as f64;
                        let price = prices.get(used.resource).map_or(0.0, |row| row[phase]);
                        priced += amount * price;
                        if (phase - start) < used.profile.len().max(1) {
                            floored += amount * floor[used.resource];
                        }
                    }
                }
                let worth = unit.worth[start] as f64;
                reduced_worth[at * phases + start] = worth - priced;
                let open = (windows.first[at]..=windows.last[at]).contains(&(start as u32));
                if open && worth - priced > best {
                    best = worth - priced;
                    cost_at_best[at] = priced + floored;
                    own[at] = worth;
                }
            }
        }
        // What needs comes after what is needed: worth flows down the links.
        let mut pull = vec![0.0; count];
        for unit in (0..count).rev() {
            let total = f64::max(own[unit], 0.0) + pull[unit];
            let share = 0.5 * total / reduced.needs[unit].len().max(1) as f64;
            for link in &reduced.needs[unit] {
                pull[link.other] += share;
            }
        }
        let density =
            (0..count).map(|unit| (own[unit] + pull[unit]) / (cost_at_best[unit] + 1e-3)).collect();
        let mut usual_start = Vec::with_capacity(count);
        let mut node = 0;
        for unit in &reduced.units {
            // The mean of starts: each phase not yet started adds one.
            let length = (unit.last + 1).saturating_sub(unit.first) as usize;
            let started: f64 = mean.get(node..node + length).map_or(0.0, |m| m.iter().sum());
            usual_start.push(f64::from(unit.first) + length as f64 - started);
            node += length;
        }
        Self { reduced_worth, density, usual_start, phases }
    }

    /// Worth less priced use of a start.
    pub fn reduced_worth(&self, unit: usize, start: u32) -> f64 {
        self.reduced_worth[unit * self.phases + start as usize]
    }
}
