//! placeholder
use crate::ui::scene::Scene;
#[derive(Debug, Default)]
pub struct State {}
pub fn ui(_: &mut eframe::egui::Ui, _: &mut Scene<'_>, _: &mut State) {}
