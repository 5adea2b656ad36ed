//! What each phase has to spend, and what the plan spends of it.

use crate::app::{points, scarce_words, user_words};
use crate::explain::{Scarce, users};
use crate::sequencing::compile::ResourceName;
use crate::texts::Arg;
use crate::ui::scene::Scene;
use crate::ui::widgets::gauge_with;
use eframe::egui::{Rect, Ui, UiBuilder, vec2};

/// A resource worth a line under the roadmap.
#[derive(Debug, Clone)]
pub struct GaugeLine {
    /// The resource, by position.
    pub resource: usize,
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
        lines.push(GaugeLine { resource: at, name, phases, decimals: usize::from(is_money) });
    }
    lines
}

/// Users of a resource that are named before the rest is only counted.
const SHOWN: usize = 8;

/// Draws one line of gauges under the columns of the phases; beside the scarce
/// ones what one more step would buy, at the pointer who uses it.
pub fn gauge_line_ui(ui: &mut Ui, scene: &Scene<'_>, line: &GaugeLine, columns: &[Rect]) {
    for (phase, ((used, limit), column)) in (1..).zip(line.phases.iter().zip(columns)) {
        let rect = Rect::from_min_size(column.min, vec2(column.width(), scene.tokens.row_height));
        let mut cell = ui.new_child(UiBuilder::new().max_rect(rect.shrink2(vec2(4.0, 2.0))));
        let scarce = scene.inquiries.scarce();
        let scarce = scarce.and_then(|rows| {
            rows.iter().find(|row| (row.resource, row.phase) == (line.resource, phase))
        });
        let marks = scarce.map(|row| marks(scene, line, row)).unwrap_or_default();
        let details = || details(scene, line.resource, phase, scarce);
        let Scene { tokens, texts, .. } = scene;
        let (used, limit, decimals) = (*used, *limit, line.decimals);
        gauge_with(&mut cell, tokens, &line.name, used, limit, decimals, texts, &marks, &details);
    }
}

/// What one more step buys, in words and as short as it goes; none if it buys
/// nothing.
fn marks(scene: &Scene<'_>, line: &GaugeLine, row: &Scarce) -> Vec<String> {
    let info = scene.snapshot.planned().and_then(|p| p.compiled.resources.get(line.resource));
    let Some(info) = info else { return Vec::new() };
    // What was checked, if it is exact; else what the multiplier says.
    let (buys, keys) = match row.about {
        _ if row.checked.is_exact() => (row.checked.at_most, ["gauge-buys", "gauge-buys-short"]),
        Some(about) => (about, ["gauge-buys-about", "gauge-buys-about-short"]),
        None => return Vec::new(),
    };
    if buys < 5e-3 {
        return Vec::new();
    }
    let texts = scene.texts;
    let step = if info.name.is_money() {
        texts.short_number(row.step)
    } else {
        texts.exact_number(row.step)
    };
    let buys = points(buys, texts);
    let args = [("step", Arg::from(step.as_str())), ("points", Arg::from(buys.as_str()))];
    keys.map(|key| texts.with(key, &args)).into()
}

/// Who uses it, and what one more step buys.
fn details(scene: &Scene<'_>, resource: usize, phase: u32, scarce: Option<&Scarce>) -> Vec<String> {
    let Some(plan) = scene.snapshot.planned() else { return Vec::new() };
    let (compiled, scenario, texts) = (&plan.compiled, &scene.snapshot.scenario, scene.texts);
    let mut lines: Vec<String> =
        scarce.map(|row| scarce_words(row, compiled, scenario, texts)).into_iter().collect();
    let users = users(compiled, &plan.answer.plan, resource, phase);
    if users.is_empty() {
        return lines;
    }
    lines.push(texts.get("gauge-users"));
    let shown = &users[..users.len().min(SHOWN)];
    lines.extend(user_words(shown, resource, phase, compiled, scenario, texts));
    if users.len() > SHOWN {
        let more = (users.len() - SHOWN) as f64;
        lines.push(texts.with("problems-more", &[("count", Arg::from(more))]));
    }
    lines
}
