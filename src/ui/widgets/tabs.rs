//! A row of named tabs, of which one is in front.

use crate::ui::theme::{Tokens, tokens::GRID, tokens::ROUNDING};
use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Rect, Response, Sense, StrokeKind, TextStyle, Ui,
    WidgetInfo, accesskit::Role, pos2, vec2,
};

/// Draws the tabs; returns the one that was chosen.
///
/// The row is one stop of the Tab key. Left and Right, Home and End choose.
pub fn tabs<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    salt: &str,
    choices: &[(T, String)],
    front: T,
) -> Option<T> {
    hinted_tabs(ui, tokens, salt, choices, &[], front)
}

/// The same, where pointing at a tab tells more of it.
pub fn hinted_tabs<T: Copy + PartialEq>(
    ui: &mut Ui,
    tokens: &Tokens,
    salt: &str,
    choices: &[(T, String)],
    hints: &[String],
    front: T,
) -> Option<T> {
    let base = ui.make_persistent_id(("tabs", salt));
    let mut chosen = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = GRID / 2.0;
        for (at, (choice, words)) in choices.iter().enumerate() {
            let response = tab_ui(ui, tokens, base.with(at), words, *choice == front);
            if response.clicked() {
                chosen = Some(at);
            }
            if let Some(hint) = hints.get(at) {
                response.on_hover_text(hint);
            }
        }
    });
    let present = choices.iter().position(|(choice, _)| *choice == front);
    if let Some(present) = present
        && let Some(to) = by_keyboard(ui, base.with(present), present, choices.len())
    {
        ui.memory_mut(|memory| memory.request_focus(base.with(to)));
        chosen = Some(to);
    }
    chosen.and_then(|at| choices.get(at)).map(|(choice, _)| *choice).filter(|c| *c != front)
}

fn tab_ui(ui: &mut Ui, tokens: &Tokens, id: Id, words: &str, is_front: bool) -> Response {
    let font = TextStyle::Button.resolve(ui.style());
    let width = |words: &str| {
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font.clone(), tokens.text);
        galley.size().x
    };
    let size = vec2(width(words) + 5.0 * GRID, tokens.row_height + GRID);
    let (_, rect) = ui.allocate_space(size);
    // Only the tab in front is a stop of the Tab key.
    let sense = if is_front { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, id, sense);
    response.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_front, words));
    ui.ctx().accesskit_node_builder(id, |node| node.set_selected(is_front));
    let painter = ui.painter();
    let rounded = CornerRadius::same(ROUNDING);
    let plate = rect.shrink2(vec2(0.0, GRID / 2.0));
    if response.hovered() && !is_front {
        painter.rect_filled(plate, rounded, tokens.control_hovered);
    }
    if response.has_focus() {
        painter.rect_stroke(plate, rounded, tokens.focus_ring(), StrokeKind::Inside);
    }
    let colour = match (is_front, response.hovered()) {
        (true, _) => tokens.accent,
        (false, true) => tokens.text,
        (false, false) => tokens.text_weak,
    };
    let galley = painter.layout_no_wrap(words.to_owned(), font.clone(), colour);
    let corner = rect.center() - galley.size() / 2.0;
    painter.galley(pos2(corner.x, corner.y), galley, colour);
    if is_front {
        let left = pos2(rect.left() + 2.0 * GRID, rect.bottom() - 2.0);
        let line = Rect::from_min_max(left, pos2(rect.right() - 2.0 * GRID, rect.bottom()));
        painter.rect_filled(line, CornerRadius::same(1), tokens.accent);
    }
    response
}

fn by_keyboard(ui: &Ui, id: Id, present: usize, count: usize) -> Option<usize> {
    if !ui.memory(|memory| memory.has_focus(id)) {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    ui.input(|input| {
        let pressed = |key| input.key_pressed(key);
        if pressed(Key::ArrowRight) {
            Some((present + 1) % count)
        } else if pressed(Key::ArrowLeft) {
            Some((present + count - 1) % count)
        } else if pressed(Key::Home) {
            Some(0)
        } else if pressed(Key::End) {
            Some(count - 1)
        } else {
            None
        }
    })
}
