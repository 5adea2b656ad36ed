//! Why an item is where it is, and what if it were elsewhere: out of the plan
//! and the engine, never out of a template.

mod held;
mod what_if;

pub use held::{HeldBy, held_by};
pub use what_if::{
    Change, ChangeKind, Displaced, Forced, Loss, displaced, force, smallest_changes,
};
