//! What a start in each phase is worth, in whole units.

use super::calendar::Calendar;
use crate::scoring::Worth;

/// Units of worth for one value point over one discounted year of service.
///
/// Worths are rounded to the nearest unit: an item's worth is off by at most
/// half a unit, 0.0005 value-point years.
pub const UNITS_PER_POINT_YEAR: f64 = 1000.0;

/// What a start in each phase is worth.
///
/// With D of [`Calendar`] and an item that takes d phases:
///
/// worth(s) = benefit × D(s + d) − trouble × D(2)
///
/// Trouble is met once, whenever the item starts, and so is a benefit below
/// zero: neither gets smaller by waiting. So the worth never grows with s, and
/// may be negative. Where the item would not be done by the last phase it is 0,
/// or what it was before if that is less; such a start is not allowed anyway.
pub fn worth_by_phase(calendar: &Calendar, duration: u32, worth: Worth) -> Vec<i64> {
    let phases = calendar.phases();
    let once = worth.benefit.min(0.0) - worth.trouble;
    let mut values = Vec::with_capacity(phases as usize);
    for start in 1..=phases {
        let done = start.saturating_add(duration) - 1;
        values.push(if done <= phases {
            let years = calendar.service_from(done + 1);
            units(worth.benefit.max(0.0) * years + once * calendar.longest())
        } else {
            values.last().copied().unwrap_or(0).min(0)
        });
    }
    values
}

/// What a pair brings by the last phase of work of whichever is done later:
/// points × D(k + 1).
pub fn synergy_by_phase(calendar: &Calendar, points: f64) -> Vec<i64> {
    (1..=calendar.phases()).map(|done| units(points * calendar.service_from(done + 1))).collect()
}

/// What a preferred order that is not kept costs: points × D(2).
pub fn penalty(calendar: &Calendar, points: f64) -> i64 {
    units(points.max(0.0) * calendar.longest())
}

/// Whole units of a worth in value-point years.
pub fn units(point_years: f64) -> i64 {
    (point_years * UNITS_PER_POINT_YEAR).round() as i64
}
