//! The open scenarios as tabs, and what closes one or begins another.

use crate::app::Command;
use crate::texts::{Arg, Texts};
use crate::ui::scene::Intent;
use crate::ui::tab::{Tab, Tabs};
use crate::ui::theme::Tokens;
use crate::ui::widgets::{IconKind, hinted_tabs, icon_button};
use eframe::egui::{ScrollArea, Ui};

/// Draws the tabs.
pub fn documents_ui(
    ui: &mut Ui,
    open: &Tabs,
    tokens: &Tokens,
    texts: &Texts,
    intents: &mut Vec<Intent>,
) {
    ui.separator();
    let tabs: Vec<(u64, String)> = open
        .iter()
        .zip(open.names())
        .map(|(tab, name)| {
            let mark = if tab.workspace.document().is_unsaved() { " ●" } else { "" };
            (tab.number, format!("{name}{mark}"))
        })
        .collect();
    let file = |tab: &Tab| {
        let document = tab.workspace.document();
        let file = match document.path() {
            Some(path) => path.display().to_string(),
            None => texts.get("document-no-file"),
        };
        let Some(variant) = document.variant() else { return file };
        let base = variant.base.display().to_string();
        format!("{file}\n{}", texts.with("variant-of", &[("base", Arg::from(base.as_str()))]))
    };
    let files: Vec<String> = open.iter().map(file).collect();
    let front = &open.front;
    // The two buttons keep their place however many tabs there are.
    let room = ui.available_width() - 2.0 * (tokens.row_height + ui.spacing().item_spacing.x);
    ScrollArea::horizontal().id_salt("documents").max_width(room.max(40.0)).auto_shrink(true).show(
        ui,
        |ui| {
            let chosen = hinted_tabs(ui, tokens, "documents", &tabs, &files, front.number);
            intents.extend(chosen.map(Intent::Bring));
        },
    );
    let name = front.workspace.document().name();
    let close = texts.with("documents-close", &[("name", Arg::from(name.as_str()))]);
    if icon_button(ui, tokens, IconKind::Remove, &close).clicked() {
        intents.push(Intent::Command(Command::CloseTab));
    }
    if icon_button(ui, tokens, IconKind::Add, &texts.get("documents-new")).clicked() {
        intents.push(Intent::Command(Command::New));
    }
}
