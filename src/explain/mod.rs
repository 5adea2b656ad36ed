//! Why an item is where it is, and what if it were elsewhere: out of the plan
//! and the engine, never out of a template.
//!
//! What needs no planning comes at once: [`held_by`], [`binding_chain`],
//! [`users`]. What comes from planning again is asked of a [`Base`]: [`force`],
//! [`smallest_changes`], [`scarce`], [`what_changed`], or all that there is to
//! say of an item with [`explain`]; [`waiting`] goes through what is left out.

mod chain;
mod change;
mod changed;
mod explanation;
mod force;
mod gate;
mod held;
mod impasse;
mod inputs;
mod question;
mod scarce;
mod waiting;

pub use chain::{Binding, ChainLine, Link, binding_chain};
pub use change::{Change, ChangeKind, Least, smallest, smallest_changes};
pub use changed::{Cause, Shown, WhatChanged, what_changed, what_changed_between};
pub use explanation::{Explanation, explain};
pub use force::{
    Forced, displaced_by, displaces, force, forced_portfolio, other_places, pin_price,
};
pub use held::{HeldBy, held_by, reasons_against, unit_of};
pub use impasse::{
    Clash, IMPASSE_EFFORT, Impasse, Relief, Rule, WayOut, impasse, portfolio_impasse,
};
pub use inputs::{InputChange, differences};
pub use question::{Base, Displaced, QUESTION_EFFORT, Range, SHARPER, displaced, later, worths_of};
pub use scarce::{
    Row, Scarce, User, check_row, multiplier, readable_step, scarce, scarce_rows, sharpen_scarce,
    users, with_more,
};
pub use waiting::{Entry, WaitingList, Waits, waiting};
