//! Colours and sizes by meaning, for light and dark.
//!
//! Categories are the colour-blind-safe set of Okabe and Ito (2008), darkened
//! or lightened where a mark would have less than 3:1 against the surface.

use eframe::egui::Color32;

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
    /// Behind what is selected.
    pub selection: Color32,
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
                selection: rgb(38, 62, 97),
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
                selection: rgb(212, 227, 247),
                warning: rgb(150, 88, 0),
                error: rgb(180, 35, 24),
                row_height: 24.0,
                categories: [
                    rgb(52, 148, 204),
                    rgb(190, 122, 0),
                    rgb(0, 148, 108),
                    rgb(190, 105, 150),
                    rgb(0, 92, 160),
                    rgb(200, 84, 0),
                    rgb(150, 138, 0),
                    rgb(115, 115, 115),
                ],
            }
        }
    }

    /// The colour of a category; from the ninth on they repeat, which is why a
    /// word or a shape always stands beside it.
    pub fn category(&self, index: usize) -> Color32 {
        let colour = self.categories[index % self.categories.len()];
        // The second round is told apart by its strength.
        if index < self.categories.len() { colour } else { mix(colour, self.surface, 0.4) }
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
                let texts =
                    [tokens.text, tokens.text_weak, tokens.accent, tokens.warning, tokens.error];
                for text in texts {
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
            assert!(contrast(tokens.text, tokens.selection) >= 4.5);
            assert!(contrast(tokens.text, tokens.control) >= 4.5);
        }
    }
}
