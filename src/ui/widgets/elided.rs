//! How much room a text takes, and a line of it that ends in "…" where there is no room for more.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Painter, Response, TextStyle, Ui};
use std::sync::Arc;

/// Lays a text out on one line of at most so many points.
pub fn elided(
    painter: &Painter,
    text: &str,
    font: FontId,
    width: f32,
    colour: Color32,
) -> Arc<Galley> {
    elided_lines(painter, text, font, width, 1, colour)
}

/// The same on at most so many lines.
pub fn elided_lines(
    painter: &Painter,
    text: &str,
    font: FontId,
    width: f32,
    lines: usize,
    colour: Color32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    let max_width = width.max(10.0);
    job.wrap = if lines > 1 {
        TextWrapping { max_width, max_rows: lines, ..TextWrapping::default() }
    } else {
        TextWrapping::truncate_at_width(max_width)
    };
    painter.layout_job(job)
}

/// Shows the whole text at the pointer where a button had no room for it.
pub fn whole_on_hover(button: Response, text: &str) -> Response {
    let is_cut = button.intrinsic_size().is_some_and(|whole| whole.x > button.rect.width() + 1.0);
    if is_cut { button.on_hover_text(text) } else { button }
}

/// How wide a text of ordinary size is, for columns that must hold a word in every language.
pub fn text_width(ui: &Ui, text: &str) -> f32 {
    let font = TextStyle::Body.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    galley.size().x.ceil()
}
