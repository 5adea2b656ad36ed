//! The selected item: where it is and why, then everything that can be changed about it.

mod fields;
mod links;
mod money;
mod progress;
mod scores;
mod sources;
mod what_if;
mod why;

use crate::ui::scene::Scene;
use crate::ui::widgets::{empty_ui, tabs};
use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, vec2};

/// A page of the inspector.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Page {
    #[default]
    Scores,
    Links,
    Money,
    Sources,
}

impl Page {
    const ALL: [(Self, &'static str); 4] = [
        (Self::Scores, "inspector-scores"),
        (Self::Links, "inspector-links"),
        (Self::Money, "inspector-money"),
        (Self::Sources, "inspector-sources"),
    ];
}

/// What the inspector remembers between frames.
#[derive(Debug, Default)]
pub struct State {
    page: Page,
    links: links::State,
}

/// Draws the inspector.
pub fn ui(ui: &mut Ui, scene: &mut Scene<'_>, state: &mut State) {
    let Some(item) = scene.selection.item.filter(|at| *at < scene.snapshot.scenario.items.len())
    else {
        empty_ui(ui, scene.tokens, &scene.texts.get("inspector-empty"), None);
        return;
    };
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        // The scroll bar floats over the content; nothing to press lies under it.
        ui.set_max_width(ui.available_width() - 12.0);
        ui.push_id(("inspector", item), |ui| {
            ui.add_space(4.0);
            part_ui(ui, |ui| fields::head_ui(ui, scene, item));
            ui.separator();
            part_ui(ui, |ui| {
                why::ui(ui, scene, item);
                progress::ui(ui, scene, item);
                what_if::ui(ui, scene, item);
            });
            ui.separator();
            let pages = Page::ALL.map(|(page, key)| (page, scene.texts.get(key)));
            if let Some(page) = tabs(ui, scene.tokens, "pages", &pages, state.page) {
                state.page = page;
            }
            ui.add_space(4.0);
            part_ui(ui, |ui| match state.page {
                Page::Scores => scores::ui(ui, scene, item),
                Page::Links => links::ui(ui, scene, &mut state.links, item),
                Page::Money => money::ui(ui, scene, item),
                Page::Sources => sources::ui(ui, scene, item),
            });
        });
    });
}

/// A part of the inspector. A row that is too wide for it does not push what follows out
/// of sight, as it would in a plain column.
fn part_ui(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let room = ui.available_rect_before_wrap();
    let mut part = ui.new_child(UiBuilder::new().max_rect(room));
    content(&mut part);
    let used = vec2(room.width(), part.min_rect().height());
    ui.advance_cursor_after_rect(Rect::from_min_size(room.min, used));
}
