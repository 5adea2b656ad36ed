//! What stands around the views: menus, tabs, status line, questions.

mod asking;
mod beside;
mod dialogs;
mod documents;
mod exporting;
mod menu;
mod offers;
mod palette;
mod picker;
mod shortcuts;
mod status;

pub use asking::written;
pub use beside::DiskState;
pub use dialogs::{Decision, Dialog, Dialogs, Then};
pub use exporting::ending_of;
pub use menu::{menu_ui, tabs_ui};
pub use palette::{Around, Palette};
pub use shortcuts::pressed_commands;
pub use status::{Status, status_ui};
