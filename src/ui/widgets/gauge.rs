//! Used of available, as a bar with its figures; at the limit a sign and a word say so.

use super::{focus_ring, name};
use crate::texts::Texts;
use crate::ui::theme::{Tokens, tokens::GRID, tokens::TEXT_SMALL};
use eframe::egui::{
    Align2, Color32, FontId, Rect, Response, Sense, Ui, accesskit::Role, pos2, vec2,
};

/// From this share on a resource counts as used up.
const FULL: f64 = 0.98;

/// How near the limit the use is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Standing {
    Within,
    Full,
    Over,
}

impl Standing {
    fn of(used: f64, limit: Option<f64>) -> Self {
        let Some(limit) = limit else { return Self::Within };
        // Rounding in the sums must not look like a breach.
        let over = used > limit + limit.abs().max(1.0) * 1e-9;
        match (over, used > 0.0 && used >= limit * FULL) {
            (true, _) => Self::Over,
            (false, true) => Self::Full,
            (false, false) => Self::Within,
        }
    }

    /// Sign, key of the word, colour.
    fn look(self, tokens: &Tokens) -> (&'static str, Option<&'static str>, Color32) {
        match self {
            Self::Within => ("", None, tokens.accent),
            Self::Full => (" !", Some("gauge-full"), tokens.warning),
            Self::Over => (" ‼", Some("gauge-over"), tokens.error),
        }
    }
}

/// Draws `used / limit` over the whole width; without a limit the figure alone.
///
/// Where there is no room for the word, the sign stands alone and the word is
/// at the pointer.
pub fn gauge(
    ui: &mut Ui,
    tokens: &Tokens,
    resource: &str,
    used: f64,
    limit: Option<f64>,
    decimals: usize,
    texts: &Texts,
) -> Response {
    gauge_with(ui, tokens, resource, used, limit, decimals, texts, &[], &Vec::new)
}

/// The same with a mark beside the figures, such as what one more unit buys, in
/// forms of which the first that fits is drawn, and lines that stand at the
/// pointer or the focus; they are only made then.
#[expect(clippy::too_many_arguments, reason = "a gauge and what stands beside it")]
pub fn gauge_with(
    ui: &mut Ui,
    tokens: &Tokens,
    resource: &str,
    used: f64,
    limit: Option<f64>,
    decimals: usize,
    texts: &Texts,
    marks: &[String],
    details: &dyn Fn() -> Vec<String>,
) -> Response {
    let size = vec2(ui.available_width(), ui.available_height().min(4.5 * GRID));
    let sense = Sense::hover() | Sense::focusable_noninteractive();
    let (rect, response) = ui.allocate_exact_size(size, sense);
    let painter = ui.painter_at(rect.expand(2.0));
    let standing = Standing::of(used, limit);
    let (sign, word, colour) = standing.look(tokens);
    let [figures, whole, used_alone] = figures(used, limit, decimals, sign, texts);
    if let Some(limit) = limit {
        let height = GRID - 1.0;
        let corner = rect.left_bottom() - vec2(0.0, GRID);
        let track = Rect::from_min_size(corner, vec2(rect.width(), height));
        painter.rect_filled(track, 1.0, tokens.line);
        let share = if limit > 0.0 { used / limit } else { f64::from(used > 0.0) };
        let width = track.width() * share.clamp(0.0, 1.0) as f32;
        painter.rect_filled(Rect::from_min_size(corner, vec2(width, height)), 1.0, colour);
    }
    let text_colour = if standing == Standing::Within { tokens.text } else { colour };
    let font = FontId::proportional(TEXT_SMALL);
    let at = rect.right_center() - vec2(2.0, 2.0);
    // A figure that is cut off reads as another figure: rather a shorter one.
    let room = rect.width() - 4.0;
    let fits = |form: &&String| {
        painter.layout_no_wrap((*form).clone(), font.clone(), text_colour).size().x <= room
    };
    let word = word.map(|key| texts.get(key));
    let beside = |(form, mark): &(&String, &String)| {
        let words = [form, mark].map(|words| {
            painter.layout_no_wrap((*words).clone(), font.clone(), text_colour).size().x
        });
        words[0] + words[1] + 2.0 * GRID <= room
    };
    // What it buys says more than the decimals of what is used.
    let pairs = marks.iter().chain(&word);
    let pair = pairs.flat_map(|mark| [(&figures, mark), (&whole, mark)]).find(beside);
    let shown = match pair {
        Some((form, _)) => form,
        None => [&figures, &whole].into_iter().find(fits).unwrap_or(&used_alone),
    };
    let drawn = painter.text(at, Align2::RIGHT_CENTER, shown, font.clone(), text_colour);
    if let Some((_, mark)) = pair {
        let left = pos2(rect.left() + 2.0, drawn.center().y);
        painter.text(left, Align2::LEFT_CENTER, mark, font.clone(), text_colour);
    }
    let mut words = format!("{resource}: {figures}");
    for said in word.iter().chain(marks.first()) {
        words = format!("{words}, {said}");
    }
    name(&response, Role::Meter, &words);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_numeric_value(used);
        if let Some(limit) = limit {
            node.set_max_numeric_value(limit);
        }
    });
    focus_ring(ui.painter(), tokens, rect.expand(2.0), &response);
    if !response.has_focus() && !response.hovered() {
        return response;
    }
    let lines = details();
    if !lines.is_empty() {
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(lines.join("; ")));
    }
    let text = std::iter::once(words).chain(lines).collect::<Vec<_>>().join("\n");
    if response.has_focus() {
        response.show_tooltip_text(text.as_str());
    }
    response.on_hover_text(text)
}

/// The figures in full, in whole units, and without the limit.
fn figures(
    used: f64,
    limit: Option<f64>,
    decimals: usize,
    sign: &str,
    texts: &Texts,
) -> [String; 3] {
    let form = |decimals| match limit {
        Some(limit) => {
            format!("{} / {}{sign}", texts.number(used, decimals), texts.number(limit, decimals))
        }
        None => texts.number(used, decimals),
    };
    [form(decimals), form(0), format!("{}{sign}", texts.number(used, 0))]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_grow_shorter_and_keep_the_sign() {
        let texts = Texts::new("en");
        let [full, whole, used] = figures(146.1, Some(148.0), 1, " !", &texts);
        assert_eq!([&*full, &*whole, &*used], ["146.1 / 148.0 !", "146 / 148 !", "146 !"]);
        assert_eq!(figures(7.5, None, 1, "", &texts)[0], "7.5");
    }

    #[test]
    fn the_limit_is_noticed_before_it_is_passed() {
        assert_eq!(Standing::of(50.0, Some(100.0)), Standing::Within);
        assert_eq!(Standing::of(98.5, Some(100.0)), Standing::Full);
        assert_eq!(Standing::of(100.0, Some(100.0)), Standing::Full);
        assert_eq!(Standing::of(100.1, Some(100.0)), Standing::Over);
        assert_eq!(Standing::of(0.1 + 0.2, Some(0.3)), Standing::Full);
        assert_eq!(Standing::of(1.0, Some(0.0)), Standing::Over);
        assert_eq!(Standing::of(0.0, Some(0.0)), Standing::Within);
        assert_eq!(Standing::of(7.0, None), Standing::Within);
    }
}
