//! Products of slopes with each other, coordinate by coordinate weighted; kept
//! up to date where little changes.

/// Σ over coordinates of weight × slope × slope, for each pair of pieces.
#[derive(Debug, Clone, Default)]
pub struct Gram {
    rows: Vec<Vec<f64>>,
    weight: Vec<f64>,
}

impl Gram {
    /// Forgets all.
    pub fn clear(&mut self) {
        self.rows.clear();
        self.weight.clear();
    }

    /// Products of one piece with each piece.
    pub fn row(&self, piece: usize) -> &[f64] {
        &self.rows[piece]
    }

    /// Takes a piece out; the last takes its place.
    pub fn swap_remove(&mut self, piece: usize) {
        if piece < self.rows.len() {
            self.rows.swap_remove(piece);
            for row in &mut self.rows {
                row.swap_remove(piece);
            }
        }
    }

    /// Brings products up to date with these slopes, of which the first are those
    /// of the last time, and weights. O(pieces² × weights that changed), and
    /// O(pieces × weights) for each new piece.
    pub fn update<'a>(
        &mut self,
        slopes: impl Fn(usize) -> &'a [f64],
        count: usize,
        weight: &[f64],
    ) {
        let same = self.weight.len() == weight.len();
        let changed: Vec<usize> = if same {
            (0..weight.len()).filter(|&at| weight[at] != self.weight[at]).collect()
        } else {
            Vec::new()
        };
        if !same || changed.len() * 3 > weight.len() {
            self.rows.clear();
        }
        let known = self.rows.len();
        let mut column = vec![0.0; known];
        for at in changed {
            let by = weight[at] - self.weight[at];
            column.iter_mut().enumerate().for_each(|(piece, cell)| *cell = slopes(piece)[at]);
            for (row, slope) in self.rows.iter_mut().zip(&column) {
                let factor = by * slope;
                if factor != 0.0 {
                    row.iter_mut().zip(&column).for_each(|(cell, slope)| *cell += factor * slope);
                }
            }
        }
        self.weight.clear();
        self.weight.extend_from_slice(weight);
        for piece in known..count {
            let weighted: Vec<f64> =
                slopes(piece).iter().zip(weight).map(|(slope, weight)| slope * weight).collect();
            let mut row: Vec<f64> =
                (0..=piece).map(|other| dot(&weighted, slopes(other))).collect();
            for (other, product) in self.rows.iter_mut().zip(&row) {
                other.push(*product);
            }
            row.reserve(count - piece);
            self.rows.push(row);
        }
    }
}

/// Σ a × b, as four sums at once, which a processor adds side by side.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let (a, a_rest) = a.as_chunks::<4>();
    let (b, b_rest) = b.as_chunks::<4>();
    let mut sums = [0.0; 4];
    for (a, b) in a.iter().zip(b) {
        for ((sum, a), b) in sums.iter_mut().zip(a).zip(b) {
            *sum += a * b;
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_stay_what_they_are_told_anew() {
        let slopes: Vec<Vec<f64>> = (0..6)
            .map(|piece| (0..9).map(|at| f64::from((piece * 5 + at * 3) % 7) - 3.0).collect())
            .collect();
        let mut weight = vec![1.0; 9];
        let mut kept = Gram::default();
        kept.update(|at| &slopes[at], 4, &weight);
        weight[2] = 0.0;
        weight[7] = 2.5;
        kept.update(|at| &slopes[at], 6, &weight);
        let mut anew = Gram::default();
        anew.update(|at| &slopes[at], 6, &weight);
        for piece in 0..6 {
            for (kept, anew) in kept.row(piece).iter().zip(anew.row(piece)) {
                assert!((kept - anew).abs() < 1e-9);
            }
            let direct: f64 = slopes[piece]
                .iter()
                .zip(&slopes[1])
                .zip(&weight)
                .map(|((a, b), w)| a * b * w)
                .sum();
            assert!((direct - anew.row(piece)[1]).abs() < 1e-9);
        }
        kept.swap_remove(1);
        assert!((kept.row(1)[0] - anew.row(5)[0]).abs() < 1e-9);
    }
}
