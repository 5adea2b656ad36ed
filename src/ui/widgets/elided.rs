//! A line of text that ends in "…" where there is no room for more.

use eframe::egui::text::{LayoutJob, TextWrapping};
use eframe::egui::{Color32, FontId, Galley, Painter};
use std::sync::Arc;

/// Lays a text out on one line of at most so many points.
pub fn elided(
    painter: &Painter,
    text: &str,
    font: FontId,
    width: f32,
    colour: Color32,
) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = TextWrapping::truncate_at_width(width.max(10.0));
    painter.layout_job(job)
}
