//! Questions about the answer: what the plan is worth if what it may spend were
//! other.

mod frontier;

pub use frontier::{Axis, Frontier, Point, ScaledRow, even_factors, frontier, scaled_rows};
