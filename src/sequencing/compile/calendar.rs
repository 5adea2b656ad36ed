//! Years of service, discounted.

use crate::model::Scenario;

/// How long phases are and what a year of service in each of them counts.
///
/// Time runs in years from the start of the first phase. A phase is as long as
/// its dates say, else as `phase_length_years`; phases follow each other without
/// gaps; the tail of `tail_years` follows the last one. Each phase, and the tail,
/// is cut into years from its own start, the last of them shorter where need be.
/// A year that begins k years after the start of the first phase counts
/// (1 + r)^-k times its length, with r the discount rate:
///
/// D(t) = Σ over the years that begin in phases t … T and in the tail of
/// length × (1 + r)^-k.
///
/// D falls with t, as long as r > -1. Service begins in the phase after the last
/// of work: an item that takes d phases and starts in s serves D(s + d) years.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    lengths: Vec<f64>,
    /// `from[t - 1]` is D(t); the last is the tail alone.
    from: Vec<f64>,
}

impl Calendar {
    /// The calendar of a scenario. O(phases + years).
    pub fn new(scenario: &Scenario) -> Self {
        let parameters = &scenario.parameters;
        let default = parameters.phase_length_years;
        let lengths: Vec<f64> =
            scenario.phases.iter().map(|phase| phase.years().unwrap_or(default)).collect();
        let rate = parameters.discount_rate.best;
        let mut begins = 0.0;
        let mut counts = Vec::with_capacity(lengths.len() + 1);
        for length in lengths.iter().chain([&parameters.tail_years.best]) {
            counts.push(discounted(begins, *length, rate));
            begins += length;
        }
        let mut from = counts;
        for at in (1..from.len()).rev() {
            from[at - 1] += from[at];
        }
        Self { lengths, from }
    }

    /// How many phases there are.
    pub fn phases(&self) -> u32 {
        self.lengths.len() as u32
    }

    /// Length of a phase, counted from 1, in years; 1 for a phase that does not exist.
    pub fn length(&self, phase: u32) -> f64 {
        self.lengths.get((phase as usize).wrapping_sub(1)).copied().unwrap_or(1.0)
    }

    /// D(t): discounted years from the start of phase `t` (from 1) to the end of
    /// the tail; the tail alone for any phase after the last.
    pub fn service_from(&self, phase: u32) -> f64 {
        let at = (phase.max(1) as usize - 1).min(self.from.len() - 1);
        self.from[at]
    }

    /// D(2): the longest service that any item could have, namely one that takes
    /// one phase and starts in the first.
    pub fn longest(&self) -> f64 {
        self.service_from(2)
    }
}

/// What `length` years count that begin `begins` years after the first phase.
fn discounted(begins: f64, length: f64, rate: f64) -> f64 {
    let mut counted = 0.0;
    let mut done = 0.0;
    while length - done > 1e-9 {
        let step = (length - done).min(1.0);
        counted += step * (1.0 + rate).powf(-(begins + done));
        done += step;
    }
    counted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Estimate, Phase};

    fn scenario(rate: f64, tail: f64, phases: usize) -> Scenario {
        let mut scenario =
            Scenario { phases: vec![Phase::default(); phases], ..Default::default() };
        scenario.parameters.discount_rate = Estimate::exactly(rate);
        scenario.parameters.tail_years = Estimate::exactly(tail);
        scenario
    }

    #[test]
    fn years_count_from_the_start_of_the_first_phase() {
        let calendar = Calendar::new(&scenario(0.1, 1.5, 2));
        let tail = 1.1_f64.powi(-2) + 0.5 * 1.1_f64.powi(-3);
        assert!((calendar.service_from(3) - tail).abs() < 1e-12);
        assert!((calendar.service_from(2) - tail - 1.0 / 1.1).abs() < 1e-12);
        assert!((calendar.service_from(1) - tail - 1.0 / 1.1 - 1.0).abs() < 1e-12);
        assert_eq!(calendar.longest(), calendar.service_from(2));
        assert_eq!(calendar.service_from(9), calendar.service_from(3));
    }

    #[test]
    fn dates_give_lengths() {
        let mut scenario = scenario(0.0, 0.0, 2);
        scenario.phases[0].start = "2005-01-01".parse().ok();
        scenario.phases[0].end = "2006-12-31".parse().ok();
        let calendar = Calendar::new(&scenario);
        assert_eq!(calendar.length(1), 2.0);
        assert_eq!(calendar.length(2), 1.0);
        assert_eq!(calendar.service_from(1), 3.0);
        assert_eq!(calendar.service_from(3), 0.0);
    }
}
