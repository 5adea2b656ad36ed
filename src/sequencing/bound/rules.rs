//! What prices may be: none below zero, none of a pair above its worth, those of
//! carried money never rising, as money can only move to later phases.

use super::rows::{RowKind, Rows};

/// A direction without what the rules for prices bar at once: below zero, above a
/// pair's worth, rising prices of carried money. Where they are equal now, they
/// may only part downwards.
pub fn open_direction(rows: &Rows, direction: &[f64], prices: &[f64]) -> Vec<f64> {
    let mut open = direction.to_vec();
    for range in &rows.carried {
        let mut begin = range.start;
        for at in range.clone() {
            if at + 1 == range.end || prices[at + 1] < prices[at] {
                pool_rising(&mut open[begin..=at]);
                begin = at + 1;
            }
        }
    }
    for ((row, open), price) in rows.rows.iter().zip(&mut open).zip(prices) {
        let most = match row.kind {
            RowKind::Pair { most } => most as f64,
            _ => f64::INFINITY,
        };
        if (*price <= 0.0 && *open < 0.0) || (*price >= most && *open > 0.0) {
            *open = 0.0;
        }
    }
    open
}

/// The nearest prices that are allowed: none below zero, none of a pair above
/// its worth, those of carried money never rising.
pub fn project(rows: &Rows, prices: &mut [f64]) {
    for (row, price) in rows.rows.iter().zip(prices.iter_mut()) {
        *price = price.max(0.0);
        if let RowKind::Pair { most } = row.kind {
            *price = price.min(most as f64);
        }
    }
    for range in &rows.carried {
        pool_rising(&mut prices[range.clone()]);
    }
}

/// The nearest sequence that does not rise (pool adjacent violators, Ayer et al.
/// 1955). O(length).
fn pool_rising(prices: &mut [f64]) {
    let mut pools: Vec<(f64, usize)> = Vec::new();
    for &price in prices.iter() {
        let mut pool = (price, 1);
        while let Some(last) = pools.last() {
            if last.0 >= pool.0 {
                break;
            }
            let count = last.1 + pool.1;
            pool = ((last.0 * last.1 as f64 + pool.0 * pool.1 as f64) / count as f64, count);
            pools.pop();
        }
        pools.push(pool);
    }
    let pooled = pools.iter().flat_map(|(price, count)| std::iter::repeat_n(*price, *count));
    prices.iter_mut().zip(pooled).for_each(|(price, pooled)| *price = pooled);
}
