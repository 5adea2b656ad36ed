//! Values and rows that are probably not meant.

use super::entries::Entry;
use super::matching::key;
use super::value::Value;
use super::{Doubt, Field, RowDifference};
use std::collections::HashMap;

/// By which factor a number is out of line.
const FAR: f64 = 100.0;

/// True if one number is a hundred times the other.
pub(in crate::app) fn is_far(a: f64, b: f64) -> bool {
    let (least, most) = (a.abs().min(b.abs()), a.abs().max(b.abs()));
    least > 0.0 && most >= least * FAR
}

/// Rows of one name and owner that are not the same.
pub(super) fn same_names(entries: &[Entry], rows: &mut [RowDifference]) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for (entry, row) in entries.iter().zip(rows).filter(|(entry, _)| entry.id.is_none()) {
        match first.get(&key(entry)) {
            Some(other) => row.doubts.push(Doubt::SameName { row: *other }),
            None => {
                first.insert(key(entry), entry.row);
            }
        }
    }
}

/// Numbers of new items that lie a hundred times away from the middle of their field,
/// where the others keep together.
pub(super) fn out_of_line(rows: &mut [RowDifference]) {
    let mut logs: HashMap<Field, Vec<f64>> = HashMap::new();
    for change in rows.iter().flat_map(|row| &row.changes) {
        if let Value::Amount { best, .. } = change.becomes
            && best > 0.0
        {
            logs.entry(change.field.clone()).or_default().push(best.log10());
        }
    }
    let usual = |numbers: &mut Vec<f64>| {
        let middle = median(numbers);
        let mut distances: Vec<f64> =
            numbers.iter().map(|number| (number - middle).abs()).collect();
        (middle, median(&mut distances))
    };
    let usual: HashMap<Field, (f64, f64)> = logs
        .into_iter()
        .filter(|(_, numbers)| numbers.len() >= 5)
        .map(|(field, mut numbers)| (field, usual(&mut numbers)))
        .collect();
    for row in rows.iter_mut().filter(|row| row.at.is_none()) {
        for change in &row.changes {
            let (Value::Amount { best, .. }, Some((middle, spread))) =
                (&change.becomes, usual.get(&change.field))
            else {
                continue;
            };
            let distance = (best.log10() - middle).abs();
            // Six median deviations hold all but strays of any usual distribution.
            if *best > 0.0 && distance >= FAR.log10() && distance > 6.0 * spread {
                let (place, number, usual) = (change.place.clone(), *best, 10_f64.powf(*middle));
                row.doubts.push(Doubt::OutOfLine { place, number, usual });
            }
        }
    }
}

fn median(numbers: &mut [f64]) -> f64 {
    numbers.sort_by(f64::total_cmp);
    numbers.get(numbers.len() / 2).copied().unwrap_or(0.0)
}
