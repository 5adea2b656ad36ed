//! The window, on top of [`crate::app`].
//!
//! Views draw a snapshot and ask for what they want by [`scene::Intent`]s;
//! [`window::Window`] carries them out after the frame is drawn.

mod changes;
mod decide;
mod disk;
mod files;
mod frontier;
mod graph;
mod history;
mod inspector;
mod problems;
mod recovery;
mod requests;
mod roadmap;
mod scene;
mod shell;
mod start;
pub mod theme;
pub mod widgets;
mod window;
mod words;

pub use scene::{Intent, Scene, Selection};
pub use start::{open, run};
pub use window::Window;
