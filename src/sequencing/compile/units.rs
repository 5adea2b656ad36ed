//! Whole units for amounts of money and work.

use crate::sequencing::MAX_AMOUNT;

/// What is close enough to a whole number of units to be one, in units.
const TOLERANCE: f64 = 1e-6;

/// Largest share of the smallest limit that rounding may take away.
const LOSS: f64 = 0.001;

/// The unit in which amounts are counted: the largest power of ten of which all
/// of them are multiples; else the largest for which rounding each use up and
/// each limit down loses less than 0.1 % of the smallest limit above zero.
///
/// Units above a billion or below a millionth are not tried. A unit that would
/// make the sum of all uses too large for exact sums is not taken.
pub fn choose_unit(uses: &[f64], limits: &[f64]) -> f64 {
    let powers = || (-6..=9).rev().map(power_of_ten);
    let least = limits.iter().copied().filter(|limit| *limit > 0.0).fold(f64::INFINITY, f64::min);
    let total: f64 = uses.iter().sum();
    let exact = |unit: f64| {
        uses.iter().chain(limits).all(|amount| {
            let units = amount / unit;
            (units - units.round()).abs() < TOLERANCE && (units.round() >= 1.0 || *amount == 0.0)
        })
    };
    let roundings = uses.iter().filter(|amount| **amount > 0.0).count() as f64 + 1.0;
    let fits = |unit: &f64| total / unit < MAX_AMOUNT as f64;
    if let Some(unit) = powers().filter(fits).find(|unit| exact(*unit)) {
        return unit;
    }
    let fine = |unit: &f64| roundings * unit < LOSS * least;
    powers().filter(fits).find(fine).or_else(|| powers().rfind(fits)).unwrap_or(1e9)
}

fn power_of_ten(exponent: i32) -> f64 {
    // A division keeps negative powers as exact as they can be.
    if exponent >= 0 { 10f64.powi(exponent) } else { 1.0 / 10f64.powi(-exponent) }
}

/// Whole units that cover an amount; what is a whole number but for the noise
/// of floating point stays that number.
pub fn round_up(amount: f64, unit: f64) -> i64 {
    clamp((amount / unit - TOLERANCE).ceil())
}

/// Whole units that an amount covers.
pub fn round_down(amount: f64, unit: f64) -> i64 {
    clamp((amount / unit + TOLERANCE).floor())
}

fn clamp(units: f64) -> i64 {
    (units as i64).clamp(0, MAX_AMOUNT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_amounts_do_not_vanish() {
        assert_eq!(choose_unit(&[8.0, 12.0], &[60.0]), 1.0);
        assert_eq!(choose_unit(&[40.0], &[60.0]), 10.0);
    }

    #[test]
    fn round_amounts_are_exact() {
        assert_eq!(choose_unit(&[3.5, 1.0], &[3.0]), 0.1);
        assert_eq!(choose_unit(&[8_500_000.0, 20_000.0], &[9e7]), 10_000.0);
        assert_eq!((round_up(3.5, 0.1), round_down(3.0, 0.1)), (35, 30));
        assert_eq!(round_up(0.1 + 0.2, 0.1), 3);
    }

    #[test]
    fn other_amounts_lose_little() {
        let uses = [100.0 / 3.0, 200.0 / 3.0];
        let unit = choose_unit(&uses, &[100.0]);
        assert!(unit <= 0.033, "{unit}");
        let used: i64 = uses.iter().map(|amount| round_up(*amount, unit)).sum();
        let lost = (used as f64 * unit - 100.0) / 100.0;
        assert!((0.0..0.001).contains(&lost), "{lost}");
    }
}
