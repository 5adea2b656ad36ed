//! By how many places something has moved since the last step.

use super::name;
use crate::texts::{Arg, Texts};
use crate::ui::theme::Tokens;
use eframe::egui::{RichText, Ui, accesskit::Role};

/// Draws `▲2` or `▼1`; nothing if it stayed.
pub fn rank_move(ui: &mut Ui, tokens: &Tokens, before: usize, now: usize, texts: &Texts) {
    if before == now {
        return;
    }
    let (arrow, key) = if now < before { ("▲", "rank-up") } else { ("▼", "rank-down") };
    let by = before.abs_diff(now);
    let label = ui.label(RichText::new(format!("{arrow}{by}")).small().color(tokens.accent));
    let words = texts.with(key, &[("by", Arg::from(by as f64))]);
    name(&label, Role::Label, &words);
    label.on_hover_text(words);
}
