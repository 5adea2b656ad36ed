//! Prices at the nodes of a tree: a few steps from what the node above handed on.

use super::super::relaxation::Relaxation;
use super::{FIRST_SHARE, Prices};

/// Polishing aims at this part of the target below it.
const BEYOND: i128 = 2_000;

/// Length of the first step at a node of a large tree, as a share of what the
/// bound is above the best plan.
const SETTLING: f64 = 0.005;

/// What a node of a tree hands on to those below it.
#[derive(Debug, Clone, Default)]
pub struct Kept {
    best: Vec<f64>,
    /// Averages of closures and of excess; empty where nobody needs them.
    mean: Vec<f32>,
    direction: Vec<f32>,
}

impl Prices {
    /// What another may go on from, with averages or without.
    pub fn keep(&self, averages: bool) -> Kept {
        let list = |of: &[f64]| of.iter().map(|value| *value as f32).collect();
        let (mean, direction) = if averages {
            (list(&self.mean), list(&self.direction))
        } else {
            (Vec::new(), Vec::new())
        };
        Kept { best: self.best.clone(), mean, direction }
    }

    /// Goes on from what was kept, not yet evaluated.
    pub fn go_on_from(&mut self, kept: &Kept) {
        self.set_best(&kept.best);
        let lists = [(&mut self.mean, &kept.mean), (&mut self.direction, &kept.direction)];
        for (list, kept) in lists {
            list.iter_mut().zip(kept).for_each(|(value, kept)| *value = f64::from(*kept));
        }
    }

    /// A few steps at a node of the tree, until the value is below `target` (on
    /// the scale). `seen` is shown every closure with what it exceeds rows by.
    ///
    /// The relaxation is left as evaluated at the best prices.
    pub fn polish(
        &mut self,
        relaxation: &mut Relaxation,
        target: i128,
        steps: u32,
        mut seen: impl FnMut(&Relaxation, &[f64]),
    ) {
        // Steps grow short near what they aim at: it must lie beyond the target.
        let aim = target - target.abs() / BEYOND;
        self.best_value = i128::MAX;
        self.current.clone_from(&self.best);
        let mut value = self.evaluate(relaxation);
        let mut factor = 1.0;
        let mut checked = value;
        for step in 0..steps {
            if value < target {
                return;
            }
            if step > 0 && step.is_multiple_of(4) {
                // Little hope: better branch than polish.
                let (fallen, rest) = (checked - self.best_value, self.best_value - target);
                if fallen * 25 < rest {
                    break;
                }
                checked = self.best_value;
            }
            relaxation.excess(&mut self.excess);
            seen(relaxation, &self.excess);
            if step == 0 {
                self.direction.clone_from(&self.excess);
                self.take_mean(relaxation, 1.0);
            } else {
                for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
                    *direction = 0.3 * *direction + 0.7 * excess;
                }
                self.take_mean(relaxation, 0.15);
            }
            let before = self.best_value;
            let above = (value - aim) as f64 / relaxation.scale as f64;
            self.move_along(relaxation, above * factor);
            value = self.evaluate(relaxation);
            if value >= before {
                factor *= 0.8;
            }
        }
        if value < target {
            return;
        }
        relaxation.excess(&mut self.excess);
        seen(relaxation, &self.excess);
        self.take_mean(relaxation, 0.15);
        if value > self.best_value {
            let scaled = std::mem::take(&mut self.best_scaled);
            relaxation.evaluate(&scaled);
            self.best_scaled = scaled;
        }
    }

    /// Steps at a node of a tree that is too large to finish: the bound shall come
    /// near its lowest, which is not far from the node's before, whatever the plans
    /// are worth. Ends early where it is below `target`.
    ///
    /// The relaxation is left as evaluated at the best prices, unless it ended
    /// early.
    pub fn settle(&mut self, relaxation: &mut Relaxation, target: i128, steps: u32) {
        self.refresh(relaxation);
        self.restart(SETTLING);
        relaxation.excess(&mut self.excess);
        for (direction, excess) in self.direction.iter_mut().zip(&self.excess) {
            *direction += FIRST_SHARE * (excess - *direction);
        }
        self.take_mean(relaxation, FIRST_SHARE);
        for _ in 0..steps {
            if self.best_value < target {
                return;
            }
            self.volume_step(relaxation, target as f64);
        }
        let scaled = std::mem::take(&mut self.best_scaled);
        relaxation.evaluate(&scaled);
        self.best_scaled = scaled;
    }
}
