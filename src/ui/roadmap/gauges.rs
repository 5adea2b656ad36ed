//! What each phase has to spend, and what the plan spends of it.

use crate::sequencing::compile::ResourceName;
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::gauge;
use eframe::egui::{Rect, Ui, UiBuilder, vec2};

/// A resource worth a line under the roadmap.
#[derive(Debug, Clone)]
pub struct GaugeLine {
    /// Its name with its unit.
    pub name: String,
    /// Used and limit by phase, in the unit of the name; no limit is none.
    pub phases: Vec<(f64, Option<f64>)>,
    /// Decimals that its numbers need.
    pub decimals: usize,
}

/// The lines to draw: money, running cost, staff; with `all` also each agency
/// and fund that has a limit.
pub fn gauge_lines(scene: &Scene<'_>, all: bool) -> Vec<GaugeLine> {
    let Some(plan) = scene.snapshot.planned() else { return Vec::new() };
    let texts = scene.texts;
    let language = texts.language();
    let scenario = &scene.snapshot.scenario;
    let currency = scenario.currency.as_str();
    let mut lines = Vec::new();
    for (at, resource) in plan.compiled.resources.iter().enumerate() {
        let spending = plan.spending(at);
        let is_money = resource.name.is_money();
        let amounts = spending.iter().flat_map(|(used, limit)| [Some(*used), *limit]);
        let greatest = amounts.flatten().fold(0.0, f64::max);
        let (divisor, unit) = if is_money {
            texts.money_unit(greatest, currency)
        } else {
            (1.0, texts.get("unit-months"))
        };
        let name = match &resource.name {
            ResourceName::Capex => texts.with("gauge-capex", &[("unit", Arg::from(unit.as_str()))]),
            ResourceName::Opex => texts.with("gauge-opex", &[("unit", Arg::from(unit.as_str()))]),
            ResourceName::Staff => texts.with("gauge-staff", &[("unit", Arg::from(unit.as_str()))]),
            ResourceName::Agency(id) if all => {
                let agency = scenario.agencies.iter().find(|agency| agency.id == *id);
                let name = agency.map_or(id.as_str(), |agency| agency.name.get(language));
                texts.with("gauge-named", &[("name", name.into()), ("unit", unit.as_str().into())])
            }
            ResourceName::Fund(id) if all => {
                let fund = scenario.funding_sources.iter().find(|fund| fund.id == *id);
                let name = fund.map_or(id.as_str(), |fund| fund.name.get(language));
                texts.with("gauge-named", &[("name", name.into()), ("unit", unit.as_str().into())])
            }
            ResourceName::Agency(_) | ResourceName::Fund(_) => continue,
        };
        let phases = spending
            .iter()
            .map(|(used, limit)| (used / divisor, limit.map(|limit| limit / divisor)))
            .collect();
        lines.push(GaugeLine { name, phases, decimals: usize::from(is_money) });
    }
    lines
}

/// Draws one line of gauges under the columns of the phases.
pub fn gauge_line_ui(ui: &mut Ui, scene: &Scene<'_>, line: &GaugeLine, columns: &[Rect]) {
    for ((used, limit), column) in line.phases.iter().zip(columns) {
        let rect = Rect::from_min_size(column.min, vec2(column.width(), scene.tokens.row_height));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(4.0, 2.0))));
        gauge(&mut cell, scene.tokens, &line.name, *used, *limit, line.decimals, scene.texts);
    }
}
