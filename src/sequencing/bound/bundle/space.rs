//! Coordinates in which all that prices may be is a range for each.
//!
//! Prices of carried money never rise, so the falls from each phase to the next
//! are the coordinates there, each at least zero. What such a fall costs is use up
//! to its phase beyond what there was up to then.

use super::super::prices::Prices;
use super::super::relaxation::Relaxation;
use super::super::rows::RowKind;
use std::ops::Range;

/// The coordinates of one relaxation's rows.
pub struct Space {
    carried: Vec<Range<usize>>,
    /// How far each coordinate moves beside others, squared.
    pub width: Vec<f64>,
    /// The end of each coordinate's range, which begins at zero.
    pub most: Vec<f64>,
}

impl Space {
    /// Coordinates of rows, as wide as the prices' own steps are there.
    pub fn new(relaxation: &Relaxation, prices: &Prices) -> Self {
        let rows = &relaxation.rows;
        let mut width: Vec<f64> = prices.widths(relaxation).take(rows.len()).collect();
        for range in &rows.carried {
            // A fall moves all prices before it.
            let count = range.len().max(1) as f64;
            let mean = width[range.clone()].iter().sum::<f64>() / (count * count);
            width[range.clone()].fill(mean);
        }
        let most = rows.rows.iter().map(|row| match row.kind {
            RowKind::Pair { most } => most as f64,
            _ => f64::INFINITY,
        });
        Self { carried: rows.carried.clone(), width, most: most.collect() }
    }

    /// Coordinates of prices on a scale.
    pub fn coordinates(&self, scaled: &[i64], scale: i64) -> Vec<f64> {
        let rows = &scaled[..self.width.len()];
        let mut out: Vec<f64> = rows.iter().map(|price| *price as f64 / scale as f64).collect();
        for range in &self.carried {
            for at in range.clone().skip(1) {
                out[at - 1] -= out[at];
            }
        }
        out
    }

    /// Prices of rows at coordinates.
    pub fn prices(&self, mut coordinates: Vec<f64>) -> Vec<f64> {
        for range in &self.carried {
            for at in range.clone().rev().skip(1) {
                coordinates[at] += coordinates[at + 1];
            }
        }
        coordinates
    }

    /// What coordinates gain per unit, for what rows are exceeded by.
    pub fn slopes(&self, excess: &[f64]) -> Vec<f64> {
        let mut out = excess[..self.width.len()].to_vec();
        for range in &self.carried {
            for at in range.clone().skip(1) {
                out[at] += out[at - 1];
            }
        }
        out
    }

    /// What rows are exceeded by, for slopes of coordinates.
    pub fn excess(&self, mut slopes: Vec<f64>) -> Vec<f64> {
        for range in &self.carried {
            for at in range.clone().rev() {
                if at > range.start {
                    slopes[at] -= slopes[at - 1];
                }
            }
        }
        slopes
    }
}
