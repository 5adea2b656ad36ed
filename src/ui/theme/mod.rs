//! How things look: fonts, colours and sizes, in one place.

pub mod tokens;

pub use tokens::{Pattern, Tokens};

use crate::app::{Appearance, Settings};
use eframe::egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Stroke, Style,
    TextStyle, Theme, ThemePreference, Visuals, style::HandleShape, style::ScrollAnimation, vec2,
};
use std::sync::Arc;

/// The family of titles and other strong text.
pub const STRONG: &str = "strong";

/// The program's own fonts, in the order in which they are asked for a glyph.
const FONTS: [(&str, &[u8]); 3] = [
    ("sans", include_bytes!("../../../assets/fonts/PhasewiseSans-Regular.otf")),
    ("sans-strong", include_bytes!("../../../assets/fonts/PhasewiseSans-SemiBold.otf")),
    ("symbols", include_bytes!("../../../assets/fonts/PhasewiseSymbols-Regular.ttf")),
];

/// Puts the program's own fonts before egui's, which stay as a last resort.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    for (name, bytes) in FONTS {
        fonts.font_data.insert(name.into(), Arc::new(FontData::from_static(bytes)));
    }
    let last_resort = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |first: &str| -> Vec<String> {
        [first, "symbols"].into_iter().map(String::from).chain(last_resort.clone()).collect()
    };
    fonts.families.insert(FontFamily::Proportional, family("sans"));
    fonts.families.insert(FontFamily::Name(STRONG.into()), family("sans-strong"));
    // Shortcuts and ids are set in egui's monospaced font; ours fill its gaps.
    let monospace = fonts.families.entry(FontFamily::Monospace).or_default();
    monospace.splice(1.min(monospace.len()).., ["sans".into(), "symbols".into()]);
    ctx.set_fonts(fonts);
}

/// The family of titles and other strong text.
pub fn strong_family() -> FontFamily {
    FontFamily::Name(STRONG.into())
}

/// Applies colours, sizes and zoom, and returns the tokens that are in force.
pub fn apply(ctx: &Context, settings: &Settings) -> Tokens {
    ctx.set_theme(match settings.appearance {
        Appearance::System => ThemePreference::System,
        Appearance::Light => ThemePreference::Light,
        Appearance::Dark => ThemePreference::Dark,
    });
    for theme in [Theme::Light, Theme::Dark] {
        let tokens = Tokens::of(theme == Theme::Dark);
        ctx.style_mut_of(theme, |style| set_style(style, &tokens, settings.reduced_motion));
    }
    ctx.set_zoom_factor(settings.zoom);
    tokens(ctx)
}

/// The tokens of the theme that is in force.
pub fn tokens(ctx: &Context) -> Tokens {
    Tokens::of(ctx.theme() == Theme::Dark)
}

fn set_style(style: &mut Style, tokens: &Tokens, reduced_motion: bool) {
    style.text_styles = [
        (TextStyle::Body, FontId::proportional(tokens::TEXT)),
        (TextStyle::Button, FontId::proportional(tokens::TEXT)),
        (TextStyle::Small, FontId::proportional(tokens::TEXT_SMALL)),
        (TextStyle::Monospace, FontId::monospace(tokens::TEXT_SMALL + 1.0)),
        (TextStyle::Heading, FontId::new(tokens::TITLE, strong_family())),
    ]
    .into();
    let grid = tokens::GRID;
    style.spacing.item_spacing = vec2(2.0 * grid, grid);
    style.spacing.button_padding = vec2(2.0 * grid, 0.5 * grid);
    // With the frame a button is as high as a row.
    style.spacing.interact_size = vec2(6.0 * grid, tokens.row_height - 2.0);
    style.spacing.slider_rail_height = grid;
    style.spacing.menu_margin = Margin::same(grid as i8);
    style.spacing.tooltip_width = 90.0 * grid;
    style.interaction.tooltip_delay = 0.3;
    style.animation_time = if reduced_motion { 0.0 } else { 0.1 };
    style.scroll_animation =
        if reduced_motion { ScrollAnimation::none() } else { ScrollAnimation::duration(0.15) };
    style.visuals = visuals(tokens);
}

fn visuals(tokens: &Tokens) -> Visuals {
    let mut visuals = if tokens.dark { Visuals::dark() } else { Visuals::light() };
    let line = Stroke::new(1.0, tokens.line);
    visuals.panel_fill = tokens.surface;
    visuals.window_fill = tokens.surface_raised;
    visuals.window_stroke = line;
    visuals.extreme_bg_color = tokens.field;
    visuals.faint_bg_color = tokens.surface_raised;
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(tokens.text_weak);
    visuals.hyperlink_color = tokens.accent;
    visuals.warn_fg_color = tokens.warning;
    visuals.error_fg_color = tokens.error;
    visuals.selection.bg_fill = tokens.selection;
    visuals.selection.stroke = Stroke::new(tokens::FOCUS_WIDTH, tokens.accent);
    visuals.text_cursor.stroke = Stroke::new(1.5, tokens.accent);
    visuals.handle_shape = HandleShape::Circle;
    visuals.indent_has_left_vline = false;
    let rounded = CornerRadius::same(tokens::ROUNDING);
    visuals.window_corner_radius = rounded;
    visuals.menu_corner_radius = rounded;
    let widgets = &mut visuals.widgets;
    for state in [
        &mut widgets.noninteractive,
        &mut widgets.inactive,
        &mut widgets.hovered,
        &mut widgets.active,
        &mut widgets.open,
    ] {
        state.corner_radius = rounded;
        state.fg_stroke = Stroke::new(1.0, tokens.text);
        state.expansion = 0.0;
    }
    widgets.noninteractive.bg_stroke = line;
    widgets.noninteractive.bg_fill = tokens.surface;
    for state in [&mut widgets.inactive, &mut widgets.open] {
        state.bg_fill = tokens.control;
        state.weak_bg_fill = tokens.control;
        state.bg_stroke = line;
    }
    widgets.hovered.bg_fill = tokens.control_hovered;
    widgets.hovered.weak_bg_fill = tokens.control_hovered;
    widgets.hovered.bg_stroke = Stroke::new(1.0, tokens.text_weak);
    widgets.active.bg_fill = tokens.selection;
    widgets.active.weak_bg_fill = tokens.selection;
    // egui draws what has the keyboard as active: this is the focus ring.
    widgets.active.bg_stroke = tokens.focus_ring();
    visuals.popup_shadow = eframe::egui::Shadow {
        offset: [0, 2],
        blur: 8,
        spread: 0,
        color: eframe::egui::Color32::from_black_alpha(if tokens.dark { 96 } else { 40 }),
    };
    visuals.window_shadow = visuals.popup_shadow;
    visuals
}
