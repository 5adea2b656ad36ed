//! Good plans that differ: each is mended in its turn, and what two of them
//! disagree on is worth planning anew.

use super::super::presolve::Found;

/// So many are kept.
const MOST: usize = 8;

/// Plans of which fewer than one in so many units differ are kin.
const KIN: usize = 20;

/// A few good plans, no two of them kin.
#[derive(Debug, Clone, Default)]
pub struct Pool {
    plans: Vec<Found>,
}

impl Pool {
    /// Takes in a plan: in place of its next of kin if it is better, else in place
    /// of the worst where there are many. O(units).
    pub fn add(&mut self, found: &Found) {
        if found.score.missing > 0 {
            return;
        }
        let apart =
            |plan: &Found| plan.start.iter().zip(&found.start).filter(|(a, b)| a != b).count();
        let plans = self.plans.iter().enumerate();
        let nearest = plans.map(|(at, plan)| (apart(plan), at)).min();
        let rival = match nearest {
            Some((apart, at)) if apart * KIN < found.start.len() => Some(at),
            _ if self.plans.len() < MOST => None,
            _ => (0..self.plans.len()).min_by_key(|at| self.plans[*at].score.worth),
        };
        match rival {
            Some(at) if found.score.beats(self.plans[at].score) => self.plans[at] = found.clone(),
            Some(_) => {}
            None => self.plans.push(found.clone()),
        }
    }

    /// All of them.
    pub fn plans(&self) -> &[Found] {
        &self.plans
    }
}
