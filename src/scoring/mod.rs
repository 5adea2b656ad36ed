//! What items are worth: value functions, weights, ranks, cross-checks.

mod additive;
mod dominance;
mod index;
mod infrastructure;
mod leverage;
mod matrix;
pub mod methods;
mod rank;
mod value;
mod weights;
mod worth;

pub use additive::contributions;
pub use dominance::dominated;
pub use index::index_total;
pub use infrastructure::{forecast_level, lacking};
pub use leverage::LeverageGraph;
pub use matrix::{Cell, Matrix};
pub use rank::{RankRow, Ranking, rank};
pub use value::{Valued, score_at, value_of};
pub use weights::{WeightTree, criteria_top_down, leaf_weights, set_weights, weight_tree};
pub use worth::{Worth, net_worth};
