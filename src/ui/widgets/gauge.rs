//! Used of available, as a bar with its figures; at the limit a sign says so.

use super::name;
use crate::texts::Texts;
use crate::ui::theme::Tokens;
use eframe::egui::{Align2, FontId, Rect, Sense, Ui, accesskit::Role, vec2};

/// From this share on a resource counts as used up.
const FULL: f64 = 0.98;

/// Draws `used / limit` over the whole width; without a limit the figure alone.
pub fn gauge(
    ui: &mut Ui,
    tokens: &Tokens,
    resource: &str,
    used: f64,
    limit: Option<f64>,
    decimals: usize,
    texts: &Texts,
) {
    let size = vec2(ui.available_width(), ui.available_height().min(18.0));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter_at(rect);
    let share = limit.map(|limit| if limit > 0.0 { used / limit } else { f64::from(used > 0.0) });
    let over = share.is_some_and(|share| share > 1.0 + 1e-9);
    let full = share.is_some_and(|share| share >= FULL);
    let (sign, colour, word) = match (over, full) {
        (true, _) => (" ‼", tokens.error, Some("gauge-over")),
        (_, true) => (" !", tokens.warning, Some("gauge-full")),
        _ => ("", tokens.accent, None),
    };
    let track = Rect::from_min_size(rect.left_bottom() - vec2(0.0, 4.0), vec2(rect.width(), 3.0));
    if let Some(share) = share {
        painter.rect_filled(track, 1.0, tokens.line);
        let filled = Rect::from_min_size(
            track.min,
            vec2(track.width() * share.clamp(0.0, 1.0) as f32, track.height()),
        );
        painter.rect_filled(filled, 1.0, colour);
    }
    let figures = match limit {
        Some(limit) => {
            format!("{} / {}{sign}", texts.number(used, decimals), texts.number(limit, decimals))
        }
        None => texts.number(used, decimals),
    };
    let at = rect.right_center() - vec2(2.0, 2.0);
    let text_colour = if full { colour } else { tokens.text };
    painter.text(at, Align2::RIGHT_CENTER, &figures, FontId::proportional(11.0), text_colour);
    let mut words = format!("{resource}: {figures}");
    if let Some(word) = word {
        words = format!("{words}, {}", texts.get(word));
    }
    name(&response, Role::Meter, &words);
    response.on_hover_text(words);
}
