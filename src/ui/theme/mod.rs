//! How things look: fonts, colours and sizes, in one place.

mod tokens;

pub use tokens::Tokens;

use crate::app::{Appearance, Settings};
use eframe::egui::{
    Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Stroke, Style, TextStyle,
    Theme, ThemePreference, Visuals, vec2,
};
use std::sync::Arc;

/// The family of titles and other strong text.
pub const STRONG: &str = "strong";

/// Puts the program's own fonts before egui's, whose symbols stay as fallback.
pub fn install_fonts(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let regular = include_bytes!("../../../assets/fonts/Inter-Regular-tabular.otf");
    let strong = include_bytes!("../../../assets/fonts/Inter-SemiBold-tabular.otf");
    fonts.font_data.insert("inter".into(), Arc::new(FontData::from_static(regular)));
    fonts.font_data.insert("inter-strong".into(), Arc::new(FontData::from_static(strong)));
    let fallback = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let family = |first: &str| -> Vec<_> {
        std::iter::once(first.into()).chain(fallback.iter().cloned()).collect()
    };
    fonts.families.insert(FontFamily::Proportional, family("inter"));
    fonts.families.insert(FontFamily::Name(STRONG.into()), family("inter-strong"));
    // Shortcuts and ids are set in the monospaced family; Inter fills its gaps.
    fonts.families.entry(FontFamily::Monospace).or_default().push("inter".into());
    ctx.set_fonts(fonts);
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
    let strong = FontFamily::Name(STRONG.into());
    style.text_styles = [
        (TextStyle::Body, FontId::proportional(13.0)),
        (TextStyle::Button, FontId::proportional(13.0)),
        (TextStyle::Small, FontId::proportional(11.0)),
        (TextStyle::Monospace, FontId::monospace(12.0)),
        (TextStyle::Heading, FontId::new(16.0, strong)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 4.0);
    style.spacing.button_padding = vec2(8.0, 2.0);
    style.spacing.interact_size = vec2(24.0, 22.0);
    style.spacing.slider_rail_height = 4.0;
    style.animation_time = if reduced_motion { 0.0 } else { 0.1 };
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
    visuals.selection.stroke = Stroke::new(1.5, tokens.accent);
    let rounded = CornerRadius::same(4);
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
    widgets.active.bg_stroke = Stroke::new(1.0, tokens.accent);
    visuals.popup_shadow = eframe::egui::Shadow {
        offset: [0, 2],
        blur: 8,
        spread: 0,
        color: eframe::egui::Color32::from_black_alpha(if tokens.dark { 96 } else { 40 }),
    };
    visuals.window_shadow = visuals.popup_shadow;
    visuals
}
