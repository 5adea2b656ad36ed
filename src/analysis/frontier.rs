//! The frontier: what the best plan is worth against the money, or the people,
//! that there are.
//!
//! A plan for less holds with more, and what no plan can exceed with more it
//! cannot exceed with less. Both are used between the points, so that plans and
//! bounds rise from point to point by construction and tighten each other.

use crate::sequencing::compile::Compiled;
use crate::sequencing::{Answer, Budget, CancelFlag, Engine, MAX_AMOUNT, Options, Plan, Portfolio};
use std::sync::Arc;

/// What is made more or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Axis {
    /// Money for building, in all phases alike.
    Budget,
    /// People, of the programme and of every agency, in all phases alike.
    Staff,
}

/// One point of the frontier.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// What the limits are multiplied by; 1 is as they are.
    pub factor: f64,
    /// The best plan that was found; none if not all that must start has room.
    pub plan: Option<Plan>,
    /// What it is worth, in units of worth; none without a plan.
    pub objective: Option<i64>,
    /// No plan is worth more.
    pub upper_bound: i64,
    /// True if it is proven that no plan satisfies all that must hold.
    pub impossible: bool,
}

impl Point {
    /// True if no plan is better.
    pub fn is_optimal(&self) -> bool {
        self.objective == Some(self.upper_bound)
    }

    /// True if nothing is left to find out.
    pub fn is_exact(&self) -> bool {
        self.is_optimal() || self.impossible
    }
}

/// Points in rising order of their factor.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Frontier {
    /// The points that are there.
    pub points: Vec<Point>,
    /// True once they are not worked on any more.
    pub complete: bool,
}

impl Frontier {
    /// What is known of the best plan at a factor between the points: it is worth
    /// at least what the plan of the point below is, and at most the bound of the
    /// point above. None beyond the points, or where no plan is known.
    pub fn between(&self, factor: f64) -> Option<(i64, i64)> {
        // A hair of tolerance, as factors are sums of steps.
        let below = self.points.iter().rev().find(|point| point.factor <= factor + 1e-9)?;
        let above = self.points.iter().find(|point| point.factor >= factor - 1e-9)?;
        Some((below.objective?, above.upper_bound))
    }

    /// How many points are exact.
    pub fn exact(&self) -> usize {
        self.points.iter().filter(|point| point.is_exact()).count()
    }

    /// Puts a point in its place, or what more is known of it, and lets it and the
    /// others tighten each other.
    fn put(&mut self, mut point: Point) {
        let at = self.points.partition_point(|other| other.factor < point.factor);
        match self.points.get_mut(at).filter(|known| known.factor == point.factor) {
            Some(known) => {
                point.upper_bound = point.upper_bound.min(known.upper_bound);
                point.impossible |= known.impossible;
                if point.objective < known.objective {
                    (point.objective, point.plan) = (known.objective, known.plan.take());
                }
                *known = point;
            }
            None => self.points.insert(at, point),
        }
        for at in 1..self.points.len() {
            let (before, after) = self.points.split_at_mut(at);
            let (Some(less), Some(more)) = (before.last(), after.first_mut()) else { continue };
            // None is less than any: a plan found with less holds with more.
            if less.objective > more.objective {
                more.objective = less.objective;
                more.plan = less.plan.clone();
                more.impossible = false;
            }
        }
        for at in (1..self.points.len()).rev() {
            let (before, after) = self.points.split_at_mut(at);
            let (Some(less), Some(more)) = (before.last_mut(), after.first()) else { continue };
            less.upper_bound = less.upper_bound.min(more.upper_bound);
            less.impossible |= more.impossible && less.objective.is_none();
        }
    }
}

/// Factors from `least` to `most` in `steps` even steps, with 1 among them if it
/// lies between.
pub fn even_factors(least: f64, most: f64, steps: usize) -> Vec<f64> {
    let step = (most - least) / steps.max(1) as f64;
    let mut factors: Vec<f64> = (0..=steps).map(|at| least + step * at as f64).collect();
    if !factors.iter().any(|factor| (factor - 1.0).abs() < 1e-9) && least < 1.0 && most > 1.0 {
        factors.push(1.0);
        factors.sort_by(f64::total_cmp);
    }
    factors
}

/// A resource that is made more or less.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaledRow {
    /// The resource, by position in the portfolio.
    pub resource: usize,
    /// The first phase, from 1, that is made more or less: what is over is over.
    pub from: u32,
    /// By phase: what items that have begun use, and what stays with any factor.
    pub least: Vec<i64>,
}

/// Resources that an axis makes more or less, by their ids in the portfolio:
/// `capex`; `staff` and `staff:<agency>`.
pub fn scaled_rows(compiled: &Compiled, axis: Axis) -> Vec<ScaledRow> {
    let belongs = |id: &str| match axis {
        Axis::Budget => id == "capex",
        Axis::Staff => id == "staff" || id.starts_with("staff:"),
    };
    let rows = compiled.portfolio.resources.iter().zip(compiled.committed()).enumerate();
    rows.filter(|(_, (resource, _))| belongs(&resource.id))
        .map(|(resource, (_, least))| ScaledRow { resource, from: compiled.today, least })
        .collect()
}

/// The portfolio with some limits multiplied; rounded down, so that what fits
/// in whole units fits in money.
fn scaled(portfolio: &Portfolio, rows: &[ScaledRow], factor: f64) -> Portfolio {
    let mut changed = portfolio.clone();
    for row in rows {
        if let Some(resource) = changed.resources.get_mut(row.resource) {
            let to_come = resource.limit.iter_mut().zip(&row.least).skip(row.from as usize - 1);
            for (limit, least) in to_come {
                // A hair upwards: 0.7 × 10 is 7 and not 6.
                let units = (*limit as f64 * factor.max(0.0) * (1.0 + 1e-12)).floor();
                // Money carried over may serve what runs, so its use may exceed the limit.
                let least = (*least).min(*limit);
                *limit = (units as i64).clamp(least, MAX_AMOUNT);
            }
        }
    }
    changed
}

/// Makes the frontier from one engine that stays warm, the present plan first,
/// then outwards; `found` is told of the points so far whenever there is one
/// more, or more is known of one. Each point is worked on for the first of `efforts`;
/// where the present plan is proven, those that are not exact once more for the second.
///
/// When somebody asks to stop, the points so far are returned; they hold.
pub fn frontier(
    portfolio: &Arc<Portfolio>,
    rows: &[ScaledRow],
    factors: &[f64],
    present: &Answer,
    efforts: [u64; 2],
    cancel: &CancelFlag,
    found: &mut dyn FnMut(&Frontier),
) -> Frontier {
    let mut order: Vec<f64> = factors.iter().copied().filter(|f| f.is_finite()).collect();
    order.sort_by(|a, b| (a - 1.0).abs().total_cmp(&(b - 1.0).abs()).then(a.total_cmp(b)));
    order.dedup();
    let mut frontier = Frontier::default();
    let mut engine = Engine::new(Arc::clone(portfolio), Options::default());
    let [first, again] = efforts;
    let rounds = if present.optimal { vec![first, again] } else { vec![first] };
    for (factor, effort) in rounds.iter().flat_map(|effort| order.iter().map(|at| (*at, *effort))) {
        if cancel.is_cancelled() {
            return frontier;
        }
        if frontier.points.iter().any(|known| known.factor == factor && known.is_exact()) {
            continue;
        }
        let point = if factor == 1.0 {
            point_of(factor, present)
        } else {
            // The nearest point inwards has the plan that needs the least repair.
            let toward = |point: &&Point| (point.factor < 1.0) == (factor < 1.0);
            let near = frontier
                .points
                .iter()
                .filter(toward)
                .min_by(|a, b| (a.factor - factor).abs().total_cmp(&(b.factor - factor).abs()));
            let near = near.and_then(|point| point.plan.clone());
            engine.start_from(near.unwrap_or_else(|| present.plan.clone()));
            engine.retarget(Arc::new(scaled(portfolio, rows, factor)));
            let answer = engine.run(Budget::Effort(effort), cancel, &mut |_| {});
            point_of(factor, &answer)
        };
        frontier.put(point);
        found(&frontier);
    }
    frontier.complete = !cancel.is_cancelled();
    found(&frontier);
    frontier
}

fn point_of(factor: f64, answer: &Answer) -> Point {
    let plan = answer.infeasible.is_none().then(|| answer.plan.clone());
    Point {
        factor,
        objective: plan.as_ref().map(|_| answer.objective),
        plan,
        upper_bound: answer.upper_bound,
        impossible: answer.infeasible.as_ref().is_some_and(|conflict| conflict.proven),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(factor: f64, objective: Option<i64>, upper_bound: i64) -> Point {
        Point { factor, plan: None, objective, upper_bound, impossible: false }
    }

    #[test]
    fn points_tighten_each_other() {
        let mut frontier = Frontier::default();
        for (factor, objective, bound) in
            [(1.0, Some(10), 14), (0.5, None, 13), (1.5, Some(9), 12), (0.75, Some(4), 30)]
        {
            frontier.put(point(factor, objective, bound));
        }
        let found: Vec<(Option<i64>, i64)> =
            frontier.points.iter().map(|p| (p.objective, p.upper_bound)).collect();
        assert_eq!(found, [(None, 12), (Some(4), 12), (Some(10), 12), (Some(10), 12)]);
        assert_eq!(frontier.between(0.9), Some((4, 12)));
        assert_eq!(frontier.between(0.6), None);
        assert_eq!(frontier.between(1.6), None);
    }

    #[test]
    fn the_present_is_among_the_factors() {
        let factors = even_factors(0.5, 1.5, 20);
        assert_eq!(factors.len(), 21);
        assert!(factors.iter().any(|factor| (factor - 1.0).abs() < 1e-12));
        assert_eq!(even_factors(0.4, 1.9, 4).len(), 6);
    }
}
