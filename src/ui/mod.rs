//! The window, on top of [`crate::app`].
//!
//! Views draw a snapshot and ask for what they want by [`scene::Intent`]s;
//! [`window::Window`] carries them out after the frame is drawn.

mod changes;
mod clipping;
mod compare;
mod decide;
mod disk;
mod files;
mod filter;
mod frontier;
mod graph;
mod history;
mod importing;
mod imports;
mod inspector;
mod library;
mod open;
mod panes;
mod problems;
mod recovery;
mod requests;
mod roadmap;
mod scene;
mod sheet;
mod shell;
mod start;
mod tab;
pub mod theme;
mod tour;
mod variants;
pub mod widgets;
mod window;
mod words;

pub use scene::{Intent, Neighbour, Scene, Selection};
pub use start::{open, run};
pub use tab::{Tab, Tabs};
pub use window::Window;
