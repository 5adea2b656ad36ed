//! The command palette: every command, and anything in the scenario, found by a few
//! letters.

use super::menu::name_of;
use crate::app::{Command, Document, Snapshot, Whereabouts, find};
use crate::texts::Texts;
use crate::ui::scene::{Intent, Neighbour};
use crate::ui::widgets::name;
use eframe::egui::{self, Align, Key, Modifiers, RichText, ScrollArea, TextEdit, accesskit::Role};
use std::path::PathBuf;

/// Things of the scenario that are listed at most.
const MOST_FOUND: usize = 50;

/// What there is to be found.
pub struct Around<'a> {
    /// The scenario in front.
    pub document: &'a Document,
    /// What is derived from it.
    pub snapshot: &'a Snapshot,
    /// Scenarios that are open beside it.
    pub others: &'a [Neighbour],
    /// Files that were opened or saved of late.
    pub recent: &'a [PathBuf],
}

/// What the palette remembers while it is open.
#[derive(Debug, Default)]
pub struct Palette {
    open: bool,
    query: String,
    /// Line that Enter chooses.
    line: usize,
}

/// Something to choose.
struct Entry {
    words: String,
    /// A shortcut, or what kind of thing it is.
    aside: String,
    intent: Intent,
}

impl Palette {
    /// Opens it, empty.
    pub fn open(&mut self) {
        *self = Self { open: true, ..Self::default() };
    }

    /// True while it is open.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Draws it if it is open, and asks for what was chosen.
    pub fn ui(
        &mut self,
        ctx: &egui::Context,
        around: &Around<'_>,
        texts: &Texts,
        intents: &mut Vec<Intent>,
    ) {
        if !self.open {
            return;
        }
        // The arrows move the line, not the cursor in the field.
        let (up, down, enter) = ctx.input_mut(|input| {
            (
                input.consume_key(Modifiers::NONE, Key::ArrowUp),
                input.consume_key(Modifiers::NONE, Key::ArrowDown),
                input.consume_key(Modifiers::NONE, Key::Enter),
            )
        });
        let frame = egui::Frame::popup(&ctx.global_style()).inner_margin(12.0);
        let area = egui::Modal::default_area(egui::Id::unique("palette"))
            .anchor(egui::Align2::CENTER_TOP, [0.0, 64.0]);
        let modal = egui::Modal::new(egui::Id::unique("palette")).area(area).frame(frame);
        let mut chosen = None;
        let response = modal.show(ctx, |ui| {
            ui.set_width(520.0);
            let hint = texts.get(Command::Palette.key());
            let field =
                TextEdit::singleline(&mut self.query).hint_text(&hint).desired_width(f32::INFINITY);
            let field = ui.add(field);
            name(&field, Role::TextInput, &hint);
            field.request_focus();
            if field.changed() {
                self.line = 0;
                // What came in one go is in the list at once, and in the field a frame later.
                ctx.request_repaint();
            }
            let entries = entries(&self.query, around, texts);
            let last = entries.len().saturating_sub(1);
            self.line = match (up, down) {
                (true, _) => self.line.saturating_sub(1),
                (_, true) => (self.line + 1).min(last),
                _ => self.line.min(last),
            };
            ui.add_space(8.0);
            if entries.is_empty() {
                ui.weak(texts.get("palette-nothing"));
            }
            let moved = up || down;
            ScrollArea::vertical().max_height(360.0).auto_shrink([false, true]).show(ui, |ui| {
                for (at, entry) in entries.into_iter().enumerate() {
                    let row = egui::Button::selectable(at == self.line, entry.words.as_str())
                        .right_text(RichText::new(entry.aside.as_str()).weak())
                        .min_size(egui::vec2(ui.available_width(), 24.0));
                    let row = ui.add(row);
                    if at == self.line && moved {
                        row.scroll_to_me(Some(Align::Center));
                    }
                    name(&row, Role::ListBoxOption, &entry.words);
                    if row.clicked() || (enter && at == self.line) {
                        chosen = Some(entry.intent);
                    }
                }
            });
        });
        if response.should_close() || chosen.is_some() {
            self.open = false;
        }
        intents.extend(chosen);
    }
}

/// What fits the query: commands that can be given now, then what is in the scenario, then
/// open scenarios and recent files.
fn entries(query: &str, around: &Around<'_>, texts: &Texts) -> Vec<Entry> {
    let lower = query.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let fits = |text: &str| {
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let commands = Command::ALL.iter().filter(|command| **command != Command::Palette);
    let commands = commands.filter_map(|command| {
        let (words, enabled) = name_of(*command, around.document, texts);
        (enabled && fits(&words)).then(|| Entry {
            words,
            aside: command.shortcut().to_owned(),
            intent: Intent::Command(*command),
        })
    });
    let mut entries: Vec<Entry> = commands.collect();
    if words.is_empty() {
        return entries;
    }
    let found = find(around.snapshot, query, MOST_FOUND, texts).into_iter();
    entries.extend(found.map(|found| Entry {
        words: found.words,
        aside: found.aside,
        intent: match found.at {
            Whereabouts::Item(item) => Intent::Find(item),
            Whereabouts::Path(path) => Intent::GoTo(path),
            Whereabouts::Agency(agency) => Intent::ItemsOf(agency),
            Whereabouts::Decisions => Intent::Command(Command::ShowDecisions),
        },
    }));
    let others = around.others.iter().filter(|other| fits(&other.name));
    entries.extend(others.map(|other| Entry {
        words: other.name.clone(),
        aside: texts.get("found-scenario"),
        intent: Intent::Bring(other.number),
    }));
    let recent = around.recent.iter().filter_map(|path| {
        let name = path.file_name()?.to_string_lossy().into_owned();
        fits(&name).then(|| Entry {
            words: name,
            aside: texts.get("found-file"),
            intent: Intent::OpenFile(path.clone()),
        })
    });
    entries.extend(recent);
    entries
}
