//! Panes that stay where their person puts them: at the other side, wider, or away.

use super::tour::{Mark, mark};
use crate::app::{Pane, Panes};
use eframe::egui::{Id, Panel, Ui};
use std::ops::RangeInclusive;

/// How large a pane is.
pub struct Fit {
    /// So large it comes.
    pub usual: f32,
    /// From so small to so large it can be drawn.
    pub range: RangeInclusive<f32>,
}

/// Draws a pane where it belongs, unless it is hidden, and remembers its new size once
/// its edge is let go.
pub fn pane_ui(
    ui: &mut Ui,
    panes: &mut Panes,
    pane: Pane,
    fit: Fit,
    content: impl FnOnce(&mut Ui),
) {
    let place = panes.place(pane);
    if place.hidden {
        return;
    }
    let lies = pane == Pane::Roadmap;
    let salt = (pane, place.moved, panes.round());
    let panel = match (pane, place.moved) {
        (Pane::Weights, false) | (Pane::Inspector | Pane::GraphList, true) => Panel::left(salt),
        (Pane::Weights, true) | (Pane::Inspector | Pane::GraphList, false) => Panel::right(salt),
        (Pane::Roadmap, false) => Panel::bottom(salt),
        (Pane::Roadmap, true) => Panel::top(salt),
    };
    let shown = panel
        .resizable(true)
        .default_size(place.size.unwrap_or(fit.usual))
        .size_range(fit.range)
        .show(ui, content);
    let rect = shown.response.rect;
    let marked = match pane {
        Pane::Weights => Some(Mark::Weights),
        Pane::Inspector => Some(Mark::Inspector),
        Pane::Roadmap => Some(Mark::Roadmap),
        Pane::GraphList => None,
    };
    if let Some(marked) = marked {
        mark(ui, marked, rect);
    }
    let size = if lies { rect.height() } else { rect.width() };
    let (pressed, released) =
        ui.input(|input| (input.pointer.any_pressed(), input.pointer.any_released()));
    let before = Id::unique(("size before", pane));
    if pressed {
        ui.data_mut(|data| data.insert_temp(before, size));
    }
    if released
        && let Some(before) = ui.data_mut(|data| data.remove_temp::<f32>(before))
        && (size - before).abs() > 0.5
    {
        panes.place_mut(pane).size = Some(size);
    }
}
