//! All that the window and the commands do, without a window.
//!
//! A [`Workspace`] holds the open [`Document`]s. Views read its [`Snapshot`]
//! and ask for edits; nothing else changes state. Plans are made on a worker
//! thread by the [`Planner`].

mod changes;
mod clipping;
mod command;
mod comparison;
mod conflicts;
mod differing;
mod disk;
mod document;
pub mod drawing;
mod edit;
mod errand;
mod export;
mod finding;
mod handout;
mod history;
mod impasses;
pub mod importing;
mod inputs;
mod inquiries;
mod journal;
mod library;
mod lineup;
pub mod ministries;
mod moments;
mod opening;
mod overview;
mod panes;
mod planner;
mod reasons;
mod recipes;
mod report;
mod scaling;
mod scores;
mod settings;
pub mod sheet;
mod since;
mod snapshot;
mod starter;
mod steps;
mod subject;
mod watch;
mod words;
mod worker;
mod workspace;

pub use changes::{Changes, MoveKind, Moved, moved_name, moved_place, moved_words, signed_points};
pub use clipping::{Clipping, clipped};
pub use command::{Command, View};
pub use comparison::{Comparison, RankChange, UsedInAll};
pub use conflicts::merge_conflict_words;
pub use differing::{CopyError, Difference, differing};
pub use disk::{Look, Theirs};
pub use document::{Document, VariantError};
pub use edit::{Edit, EditError, ListEdit};
pub use errand::Errand;
pub use export::{ExportError, export, export_part, exported, pictured};
pub use finding::{Found, Whereabouts, find};
pub use handout::{drawn_handout, handout};
pub use history::{History, Label, Step};
pub use impasses::{ImpasseWords, Terms, impasse_words, rule_words, way_words};
pub use inputs::{Between, input_words};
pub use inquiries::{FrontierView, Inquiries, PinPreview, Wanted};
pub use journal::{Journals, KEPT_HISTORIES, Recorder, Rest};
pub use library::{Card, Counts, Library, Summary};
pub use lineup::{Lineup, Place, Row as LineupRow};
pub use moments::{moment_words, today};
pub use opening::Opening;
pub use overview::{Overview, plan_once};
pub use panes::{Pane, PanePlace, Panes, WindowPlace};
pub use planner::{DEFAULT_EFFORT, Planner, Published};
pub use reasons::{
    ChainWords, amount_words, chain_words, change_words, displaced_words, entry_words,
    forced_lines, forced_words, pin_price_words, place_words, points, range_words, scarce_words,
    user_words, waiting_words,
};
pub use recipes::{
    item_at, set_with_swing, with_item_renamed, with_missing_reviews, with_progress_from_plan,
    without_item,
};
pub use report::{plan_words, proof};
pub use scaling::{limit_in_all, with_limits_scaled};
pub use scores::Scores;
pub use settings::{Appearance, Settings};
pub use snapshot::{PlanState, PlanView, Snapshot, UsedLimit};
pub use starter::{STARTER, Template, bundled_scenario, starter_scenario};
pub use steps::{decision_of, step_words};
pub use watch::Watch;
pub use words::{
    Reason, conflict_words, held_words, item_name, kind_key, phase_name, plain_words, reason,
    resource_name, words,
};
pub use worker::Worker;
pub use workspace::{Prepared, Workspace};
