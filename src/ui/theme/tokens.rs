//! Colours and sizes by meaning, for light and dark.
//!
//! Categories are the colour-blind-safe set of Okabe and Ito (2008), darkened
//! or lightened where a mark would have less than 3:1 against the surface.

use eframe::egui::{Color32, Stroke};

/// The grid that sizes and distances are multiples of, in points.
pub const GRID: f32 = 4.0;
/// Size of text.
pub const TEXT: f32 = 13.0;
/// Size of what stands beside text: units, marks, figures in gauges.
pub const TEXT_SMALL: f32 = 11.0;
/// Size of titles.
pub const TITLE: f32 = 16.0;
/// Rounding of corners.
pub const ROUNDING: u8 = 4;
/// Width of the ring around what has the keyboard.
pub const FOCUS_WIDTH: f32 = 2.0;

/// How a category's colour is laid on; tells categories of one colour apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// All over: categories 1 to 8.
    Solid,
    /// As two bands: categories 9 to 16.
    Bands,
    /// As an outline: all others.
    Outline,
}

/// Colours and sizes by meaning.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tokens {
    /// True for dark.
    pub dark: bool,
    /// Behind everything.
    pub surface: Color32,
    /// Behind windows and rows that stand out.
    pub surface_raised: Color32,
    /// Behind text that is edited.
    pub field: Color32,
    /// Buttons.
    pub control: Color32,
    /// Buttons under the pointer.
    pub control_hovered: Color32,
    /// Between things.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text that matters less.
    pub text_weak: Color32,
    /// Selection, handles, what has just changed.
    pub accent: Color32,
    /// Text and marks on the accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub selection: Color32,
    /// Reached, feasible, in order.
    pub ok: Color32,
    /// Something to look at.
    pub warning: Color32,
    /// Something wrong.
    pub error: Color32,
    /// Height of a row of a list.
    pub row_height: f32,
    categories: [Color32; 8],
}

impl Tokens {
    /// Light or dark.
    pub fn of(dark: bool) -> Self {
        let rgb = Color32::from_rgb;
        if dark {
            Self {
                dark,
                surface: rgb(27, 30, 34),
                surface_raised: rgb(36, 40, 45),
                field: rgb(20, 22, 25),
                control: rgb(45, 50, 56),
                control_hovered: rgb(56, 62, 69),
                line: rgb(62, 68, 75),
                text: rgb(230, 232, 235),
                text_weak: rgb(163, 170, 178),
                accent: rgb(110, 168, 254),
                on_accent: rgb(15, 24, 38),
                selection: rgb(34, 54, 84),
                ok: rgb(92, 200, 140),
                warning: rgb(240, 180, 70),
                error: rgb(255, 125, 110),
                row_height: 24.0,
                categories: [
                    rgb(86, 180, 233),
                    rgb(230, 159, 0),
                    rgb(0, 170, 125),
                    rgb(220, 140, 180),
                    rgb(70, 140, 220),
                    rgb(225, 110, 50),
                    rgb(215, 205, 75),
                    rgb(165, 165, 165),
                ],
            }
        } else {
            Self {
                dark,
                surface: rgb(250, 250, 251),
                surface_raised: rgb(255, 255, 255),
                field: rgb(255, 255, 255),
                control: rgb(238, 240, 243),
                control_hovered: rgb(228, 232, 237),
                line: rgb(214, 218, 223),
                text: rgb(28, 32, 38),
                text_weak: rgb(92, 100, 110),
                accent: rgb(20, 84, 168),
                on_accent: rgb(255, 255, 255),
                selection: rgb(220, 233, 249),
                ok: rgb(20, 112, 66),
                warning: rgb(150, 88, 0),
                error: rgb(180, 35, 24),
                row_height: 24.0,
                categories: [
                    rgb(36, 132, 190),
                    rgb(178, 112, 0),
                    rgb(0, 136, 99),
                    rgb(182, 95, 142),
                    rgb(0, 92, 160),
                    rgb(200, 84, 0),
                    rgb(138, 126, 0),
                    rgb(115, 115, 115),
                ],
            }
        }
    }

    /// The colour of a category. From the ninth on they repeat, laid on by
    /// another [`Pattern`]; a word or a shape always stands beside them.
    pub fn category(&self, index: usize) -> Color32 {
        self.categories[index % self.categories.len()]
    }

    /// How the colour of a category is laid on.
    pub fn pattern(&self, index: usize) -> Pattern {
        match index / self.categories.len() {
            0 => Pattern::Solid,
            1 => Pattern::Bands,
            _ => Pattern::Outline,
        }
    }

    /// The ring around what has the keyboard.
    pub fn focus_ring(&self) -> Stroke {
        Stroke::new(FOCUS_WIDTH, self.accent)
    }

    /// A colour so pale that text on it stays readable.
    pub fn tint(&self, colour: Color32) -> Color32 {
        mix(colour, self.surface, if self.dark { 0.68 } else { 0.78 })
    }
}

fn mix(a: Color32, b: Color32, share_of_b: f32) -> Color32 {
    let part = |a: u8, b: u8| {
        (f32::from(a) * (1.0 - share_of_b) + f32::from(b) * share_of_b).round() as u8
    };
    Color32::from_rgb(part(a.r(), b.r()), part(a.g(), b.g()), part(a.b(), b.b()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance (WCAG 2.1).
    fn luminance(colour: Color32) -> f64 {
        let linear = |channel: u8| {
            let c = f64::from(channel) / 255.0;
            if c <= 0.03928 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(colour.r()) + 0.7152 * linear(colour.g()) + 0.0722 * linear(colour.b())
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_marks_can_be_told_from_what_is_behind_them() {
        for dark in [false, true] {
            let tokens = Tokens::of(dark);
            for surface in [tokens.surface, tokens.surface_raised, tokens.field] {
                let Tokens { text, text_weak, accent, warning, error, ok, .. } = tokens;
                for text in [text, text_weak, accent, warning, error, ok] {
                    assert!(contrast(text, surface) >= 4.5, "{text:?} on {surface:?}, dark {dark}");
                }
                for category in 0..8 {
                    let mark = tokens.category(category);
                    assert!(contrast(mark, surface) >= 3.0, "category {category}, dark {dark}");
                }
            }
            for category in 0..16 {
                let tint = tokens.tint(tokens.category(category));
                assert!(contrast(tokens.text, tint) >= 4.5, "text on tint {category}, dark {dark}");
            }
            let Tokens { text, text_weak, accent, selection, control, control_hovered, .. } =
                tokens;
            for (front, behind) in [
                (text, selection),
                (accent, selection),
                (text_weak, selection),
                (text, control),
                (accent, control),
                (text, control_hovered),
                (tokens.on_accent, accent),
            ] {
                let contrast = contrast(front, behind);
                assert!(contrast >= 4.5, "{front:?} on {behind:?}, dark {dark}: {contrast:.2}");
            }
            for category in 0..8 {
                let contrast = contrast(tokens.category(category), selection);
                assert!(contrast >= 3.0, "category {category} selected: {contrast:.2}");
            }
        }
    }
}
