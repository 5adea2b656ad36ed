//! The one list of what a person can ask the program to do.
//!
//! Menus, shortcuts and the command palette all read it, so that they cannot
//! disagree. A view never does such a thing itself: it sends the command.

use super::panes::Pane;

/// A view of the scenario that fills the window.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// Weights, ranking, roadmap and inspector: where the decision happens.
    #[default]
    Decide,
    /// The dependency graph.
    Dependencies,
    /// The roadmap, full size.
    Roadmap,
    /// What is wrong or worth a look.
    Problems,
    /// What the last step moved, and which input did it.
    Changes,
    /// Everything that was done, and the way back to any point.
    History,
    /// Several open scenarios side by side.
    Compare,
    /// All items and what is entered about them, as a spreadsheet has it.
    Table,
    /// The scenarios of a folder.
    Library,
    /// A table on its way in; its tab is there while there is one.
    Import,
}

impl View {
    /// All views that are always there, in the order of their tabs.
    pub const ALL: [Self; 9] = [
        Self::Decide,
        Self::Table,
        Self::Dependencies,
        Self::Roadmap,
        Self::Problems,
        Self::Changes,
        Self::History,
        Self::Compare,
        Self::Library,
    ];

    /// The key of its name in the language files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Decide => "view-decide",
            Self::Dependencies => "view-dependencies",
            Self::Roadmap => "view-roadmap",
            Self::Problems => "view-problems",
            Self::Changes => "view-changes",
            Self::History => "view-history",
            Self::Compare => "view-compare",
            Self::Table => "view-table",
            Self::Library => "view-library",
            Self::Import => "view-import",
        }
    }
}

macro_rules! commands {
    ($($(#[$doc:meta])* $name:ident, $key:literal, $shortcut:literal;)*) => {
        /// Something that a person can ask the program to do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[$doc])* $name,)*
        }

        impl Command {
            /// All commands, in the order of menus and palette.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// The key of its name in the language files.
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// Its shortcut, such as `Ctrl+Shift+S`; empty if it has none.
            ///
            /// `Ctrl` is the command key on a Mac. Letters name the key's place
            /// on a Latin keyboard, so that they work on Cyrillic layouts too.
            pub fn shortcut(self) -> &'static str {
                match self { $(Self::$name => $shortcut,)* }
            }
        }
    };
}

commands! {
    /// A scenario with nothing but a frame.
    New, "command-new", "Ctrl+N";
    /// Another scenario from disk.
    Open, "command-open", "Ctrl+O";
    /// Shows the scenarios of a folder.
    ShowLibrary, "command-show-library", "Ctrl+Shift+O";
    /// Writes to the scenario's file.
    Save, "command-save", "Ctrl+S";
    /// Writes to another file.
    SaveAs, "command-save-as", "Ctrl+Shift+S";
    /// Brings candidates in from a spreadsheet.
    Import, "command-import", "Ctrl+I";
    /// Collects what the ministries answered.
    Collect, "command-collect", "";
    /// Writes a workbook for each ministry.
    AskMinistries, "command-ask-ministries", "";
    /// Writes the roadmap for others.
    Export, "command-export", "Ctrl+E";
    /// Reads the file again and drops what was not saved.
    Reload, "command-reload", "";
    /// Lays what somebody else has written beside ours.
    LookAtDisk, "command-look-at-disk", "";
    /// Offers work that is in no file.
    Recover, "command-recover", "";
    /// A copy of the scenario in a tab of its own, to try something.
    Duplicate, "command-duplicate", "Ctrl+D";
    /// A copy whose file will hold only what differs from this one.
    TryVariant, "command-try-variant", "Ctrl+Shift+D";
    /// Writes only what differs from another file.
    SaveAsVariant, "command-save-as-variant", "";
    /// Writes everything, and follows no base any more.
    SaveAsWhole, "command-save-as-whole", "";
    /// The open scenario to the right.
    NextTab, "command-next-tab", "Ctrl+PageDown";
    /// The open scenario to the left.
    LastTab, "command-last-tab", "Ctrl+PageUp";
    /// Closes the scenario in front.
    CloseTab, "command-close-tab", "Ctrl+W";
    /// Ends the program.
    Quit, "command-quit", "Ctrl+Q";
    /// Takes the last step back.
    Undo, "command-undo", "Ctrl+Z";
    /// Does it again.
    Redo, "command-redo", "Ctrl+Shift+Z";
    /// Puts the cursor into the search field.
    Find, "command-find", "Ctrl+F";
    /// Finds a command or an item by a few letters.
    Palette, "command-palette", "Ctrl+K";
    /// What the view shows, as a table for a spreadsheet or a mail. (With C no key is
    /// left: whatever is held with it, egui takes it for “copy”.)
    CopyTable, "command-copy-table", "";
    /// What the view shows, as a picture for a slide or a mail.
    CopyPicture, "command-copy-picture", "";
    /// A new item at the end of the list.
    AddItem, "command-add-item", "Ctrl+Shift+N";
    /// Takes the selected item out.
    DeleteItem, "command-delete-item", "Ctrl+Delete";
    /// Lets the planner go on to close the gap.
    ProveFurther, "command-prove-further", "Ctrl+P";
    /// Adds the process reviews that are missing.
    AddReviews, "command-add-reviews", "";
    /// Shows the decision screen.
    ShowDecide, "view-decide", "Ctrl+1";
    /// Shows the dependency graph.
    ShowDependencies, "view-dependencies", "Ctrl+2";
    /// Shows the roadmap, full size.
    ShowRoadmap, "view-roadmap", "Ctrl+3";
    /// Shows the roadmap with what more, or less, money would buy.
    ShowFrontier, "command-show-frontier", "Ctrl+5";
    /// Shows the roadmap with what is left out, and what would bring it in.
    ShowWaiting, "command-show-waiting", "";
    /// Shows what is wrong or worth a look.
    ShowProblems, "view-problems", "Ctrl+4";
    /// Shows what the last step moved, and which input did it.
    ShowChanges, "view-changes", "Ctrl+6";
    /// Shows everything that was done, and the way back to any point.
    ShowHistory, "view-history", "Ctrl+7";
    /// Shows what people have decided, and why.
    ShowDecisions, "command-show-decisions", "";
    /// Shows several open scenarios side by side.
    ShowCompare, "view-compare", "Ctrl+8";
    /// Shows all items as a spreadsheet has them.
    ShowTable, "view-table", "Ctrl+9";
    /// Shows the table that is being brought in.
    ShowImport, "view-import", "";
    /// Shows or hides the weights.
    ToggleWeights, "command-toggle-weights", "Ctrl+Alt+1";
    /// Shows or hides what is known about the selected item.
    ToggleInspector, "command-toggle-inspector", "Ctrl+Alt+2";
    /// Shows or hides the small roadmap.
    ToggleRoadmap, "command-toggle-roadmap", "Ctrl+Alt+3";
    /// Puts the weights to the other side.
    MoveWeights, "command-move-weights", "";
    /// Puts what is known about the selected item to the other side.
    MoveInspector, "command-move-inspector", "";
    /// Puts the small roadmap above the ranking, or below it again.
    MoveRoadmap, "command-move-roadmap", "";
    /// Shows or hides the list beside the graph.
    ToggleGraphList, "command-toggle-graph-list", "";
    /// Puts the list beside the graph to the other side.
    MoveGraphList, "command-move-graph-list", "";
    /// Puts all panes back to where they come.
    PanesBack, "command-panes-back", "";
    /// Light colours.
    Light, "command-light", "";
    /// Dark colours.
    Dark, "command-dark", "";
    /// Colours as the system has them.
    FollowSystem, "command-follow-system", "";
    /// Everything larger.
    ZoomIn, "command-zoom-in", "Ctrl+Plus";
    /// Everything smaller.
    ZoomOut, "command-zoom-out", "Ctrl+Minus";
    /// Everything in its ordinary size.
    ZoomReset, "command-zoom-reset", "Ctrl+0";
    /// Leads through the window in five steps.
    Tour, "command-tour", "";
    /// What the keys do.
    Shortcuts, "command-shortcuts", "F1";
    /// Name, version, licences.
    About, "command-about", "";
}

impl Command {
    /// The pane that it shows, hides or moves, and the view that has it.
    pub fn pane(self) -> Option<(Pane, View)> {
        match self {
            Self::ToggleWeights | Self::MoveWeights => Some((Pane::Weights, View::Decide)),
            Self::ToggleInspector | Self::MoveInspector => Some((Pane::Inspector, View::Decide)),
            Self::ToggleRoadmap | Self::MoveRoadmap => Some((Pane::Roadmap, View::Decide)),
            Self::ToggleGraphList | Self::MoveGraphList => {
                Some((Pane::GraphList, View::Dependencies))
            }
            _ => None,
        }
    }

    /// The view that it shows, for those that show one.
    pub fn view(self) -> Option<View> {
        match self {
            Self::ShowDecide => Some(View::Decide),
            Self::ShowDependencies => Some(View::Dependencies),
            Self::ShowRoadmap | Self::ShowFrontier | Self::ShowWaiting => Some(View::Roadmap),
            Self::ShowProblems => Some(View::Problems),
            Self::ShowChanges => Some(View::Changes),
            Self::ShowHistory | Self::ShowDecisions => Some(View::History),
            Self::ShowCompare => Some(View::Compare),
            Self::ShowTable => Some(View::Table),
            Self::ShowLibrary => Some(View::Library),
            Self::ShowImport => Some(View::Import),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_commands_share_a_shortcut() {
        let mut seen = HashSet::new();
        for command in Command::ALL {
            let shortcut = command.shortcut();
            assert!(shortcut.is_empty() || seen.insert(shortcut), "{shortcut} is taken twice");
        }
    }
}
