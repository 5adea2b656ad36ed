//! Menus and the tabs of the views, all from the one list of commands.

use super::documents::documents_ui;
use crate::app::{Command, Document, Settings, View};
use crate::texts::{Arg, Texts};
use crate::ui::scene::Intent;
use crate::ui::tab::Tabs;
use crate::ui::theme::Tokens;
use crate::ui::widgets::tabs;
use eframe::egui::{self, Button, Ui};

const FILE: &[Command] = &[
    Command::New,
    Command::Duplicate,
    Command::TryVariant,
    Command::Open,
    Command::ShowLibrary,
    Command::Save,
    Command::SaveAs,
    Command::SaveAsVariant,
    Command::SaveAsWhole,
    Command::Reload,
    Command::LookAtDisk,
    Command::Recover,
    Command::Import,
    Command::AskMinistries,
    Command::Collect,
    Command::Export,
    Command::CloseTab,
    Command::Quit,
];
const EDIT: &[Command] = &[
    Command::Undo,
    Command::Redo,
    Command::CopyTable,
    Command::CopyPicture,
    Command::Find,
    Command::Palette,
];
const SCENARIO: &[Command] =
    &[Command::AddItem, Command::DeleteItem, Command::AddReviews, Command::ProveFurther];
const VIEW: &[Command] = &[
    Command::ShowDecide,
    Command::ShowTable,
    Command::ShowDependencies,
    Command::ShowRoadmap,
    Command::ShowProblems,
    Command::ShowChanges,
    Command::ShowHistory,
    Command::ShowCompare,
];
/// What shows more of a view.
const MORE: &[Command] = &[Command::ShowFrontier, Command::ShowWaiting, Command::ShowDecisions];
/// Where the panes are.
const PANES: &[Command] = &[
    Command::ToggleWeights,
    Command::ToggleInspector,
    Command::ToggleRoadmap,
    Command::ToggleGraphList,
    Command::MoveWeights,
    Command::MoveInspector,
    Command::MoveRoadmap,
    Command::MoveGraphList,
    Command::PanesBack,
];
/// From one open scenario to the next.
const LEAF: &[Command] = &[Command::NextTab, Command::LastTab];
const LOOK: &[Command] = &[
    Command::Light,
    Command::Dark,
    Command::FollowSystem,
    Command::ZoomIn,
    Command::ZoomOut,
    Command::ZoomReset,
];
const HELP: &[Command] = &[Command::Tour, Command::Shortcuts, Command::About];

/// Draws the menu bar, and the open scenarios beside it.
pub fn menu_ui(
    ui: &mut Ui,
    open: &Tabs,
    settings: &mut Settings,
    tokens: &Tokens,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    let document = open.front.workspace.document();
    egui::MenuBar::new().ui(ui, |ui| {
        ui.menu_button(texts.get("menu-file"), |ui| {
            commands_ui(ui, FILE, document, texts, intents);
            recent_ui(ui, settings, texts, intents);
        });
        ui.menu_button(texts.get("menu-edit"), |ui| {
            commands_ui(ui, EDIT, document, texts, intents);
        });
        ui.menu_button(texts.get("menu-view"), |ui| {
            commands_ui(ui, VIEW, document, texts, intents);
            commands_ui(ui, MORE, document, texts, intents);
            ui.separator();
            commands_ui(ui, LEAF, document, texts, intents);
            ui.separator();
            commands_ui(ui, LOOK, document, texts, intents);
            ui.separator();
            ui.menu_button(texts.get("menu-panes"), |ui| {
                commands_ui(ui, PANES, document, texts, intents);
            });
            ui.menu_button(texts.get("menu-language"), |ui| {
                for (code, name) in crate::texts::LANGUAGES {
                    if ui.radio(settings.language == *code, *name).clicked() {
                        settings.language = (*code).to_owned();
                        ui.close();
                    }
                }
            });
        });
        ui.menu_button(texts.get("menu-scenario"), |ui| {
            commands_ui(ui, SCENARIO, document, texts, intents);
        });
        ui.menu_button(texts.get("menu-help"), |ui| {
            commands_ui(ui, HELP, document, texts, intents);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let ask = Button::new(texts.get(Command::Palette.key()))
                .shortcut_text(Command::Palette.shortcut());
            if ui.add(ask).clicked() {
                intents.push(Intent::Command(Command::Palette));
            }
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                documents_ui(ui, open, tokens, texts, intents);
            });
        });
    });
}

/// Draws one row of tabs, one for each view, and one for a table that is being brought in.
pub fn tabs_ui(
    ui: &mut Ui,
    view: View,
    importing: bool,
    tokens: &Tokens,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    let import = importing || view == View::Import;
    let offered = || VIEW.iter().chain(import.then_some(&Command::ShowImport));
    let views: Vec<(View, String)> = offered()
        .filter_map(|command| command.view())
        .map(|shown| (shown, texts.get(shown.key())))
        .collect();
    let chosen = tabs(ui, tokens, "views", &views, view);
    let command = offered().find(|command| chosen.is_some() && command.view() == chosen);
    intents.extend(command.map(|command| Intent::Command(*command)));
}

fn commands_ui(
    ui: &mut Ui,
    commands: &[Command],
    document: &Document,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    for command in commands {
        let (label, enabled) = name_of(*command, document, texts);
        let button = Button::new(label).shortcut_text(command.shortcut());
        if ui.add_enabled(enabled, button).clicked() {
            intents.push(Intent::Command(*command));
            ui.close();
        }
    }
}

/// A command's name, which for undo says what would be undone.
pub(super) fn name_of(command: Command, document: &Document, texts: &Texts) -> (String, bool) {
    let step = match command {
        Command::Undo => document.history().undo_label(),
        Command::Redo => document.history().redo_label(),
        Command::SaveAsWhole => return (texts.get(command.key()), document.variant().is_some()),
        Command::Reload | Command::LookAtDisk | Command::TryVariant => {
            return (texts.get(command.key()), document.path().is_some());
        }
        _ => return (texts.get(command.key()), true),
    };
    match step {
        Some(label) => {
            let what = texts.with(&label.key, &[("what", Arg::from(label.what.as_str()))]);
            (format!("{}: {what}", texts.get(command.key())), true)
        }
        None => (texts.get(command.key()), false),
    }
}

fn recent_ui(ui: &mut Ui, settings: &Settings, texts: &Texts, intents: &mut Vec<Intent>) {
    ui.separator();
    ui.menu_button(texts.get("menu-recent"), |ui| {
        if settings.recent.is_empty() {
            ui.weak(texts.get("menu-recent-empty"));
        }
        for path in &settings.recent {
            let name = path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into());
            if ui.button(name).on_hover_text(path.display().to_string()).clicked() {
                intents.push(Intent::OpenFile(path.clone()));
                ui.close();
            }
        }
    });
}
