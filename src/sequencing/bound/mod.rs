//! The upper bound: Lagrangian relaxation over a maximum-weight closure.

mod ahead;
mod bundle;
mod cliques;
mod cuts;
mod flow;
mod graph;
mod prices;
mod relaxation;
mod rows;
mod rules;
mod wishes;

pub use ahead::Settled;
pub use bundle::Bundle;
pub use flow::Status;
pub use graph::Meaning;
pub use prices::{Kept, Prices};
pub use relaxation::Relaxation;
pub use rows::RowKind;
