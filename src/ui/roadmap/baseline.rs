//! Another scenario's plan, as ghosts behind the bars.

use super::lanes::{Ghost, phases_of_work};
use crate::app::{PlanView, Snapshot};
use crate::texts::Arg;
use crate::ui::scene::{Identity, Neighbour, Scene};
use eframe::egui::{self, Ui, accesskit::Role};
use std::collections::HashMap;

/// Where items are in another scenario's plan: its position among the phases here, and
/// its phases of work.
#[derive(Debug, Clone, Default)]
pub struct Baseline {
    /// By item of the scenario in front; none if the other does not know it.
    places: Vec<Option<(Option<usize>, usize)>>,
}

impl Baseline {
    /// The plan of another scenario, seen from this one. O(items).
    pub fn of(other: &Snapshot, own: &Snapshot) -> Self {
        let theirs: HashMap<&str, usize> = (other.scenario.items.iter().enumerate())
            .map(|(at, item)| (item.id.as_str(), at))
            .collect();
        // A phase is the same by its id; one that is not there has no place here.
        let column = |start: Option<u32>| {
            let phase = other.scenario.phases.get(start? as usize - 1)?;
            own.scenario.phase_index(phase.id.as_str())
        };
        let place = |item: &crate::model::Item| {
            let at = *theirs.get(item.id.as_str())?;
            Some((column(other.start_of(at)), phases_of_work(&other.scenario, at)))
        };
        Self { places: own.scenario.items.iter().map(place).collect() }
    }

    /// Where an item's ghost stands.
    pub fn ghost(&self, item: usize, phases: usize) -> Option<Ghost> {
        let (column, duration) = (*self.places.get(item)?)?;
        Some(match column {
            Some(column) => Ghost { column, columns: duration },
            None => Ghost { column: phases, columns: 1 },
        })
    }
}

/// What a baseline was made from.
#[derive(Debug, PartialEq)]
pub struct Key(u64, u64, Option<Identity<PlanView>>);

/// Which open scenario is the baseline.
#[derive(Debug, Default)]
pub struct Choice {
    number: Option<u64>,
}

impl Choice {
    /// The baseline, if one is chosen and still open.
    pub fn chosen<'n>(&self, others: &'n [Neighbour]) -> Option<&'n Neighbour> {
        others.iter().find(|other| Some(other.number) == self.number)
    }

    /// What the present baseline is made from.
    pub fn key(&self, others: &[Neighbour]) -> Option<Key> {
        let other = self.chosen(others)?;
        let plan = other.snapshot.planned().map(Identity::of);
        Some(Key(other.number, other.snapshot.generation, plan))
    }

    /// Draws the choice; nothing if there is no other scenario.
    pub fn ui(&mut self, ui: &mut Ui, scene: &Scene<'_>) {
        if scene.others.is_empty() {
            return;
        }
        let texts = scene.texts;
        let none = texts.get("roadmap-no-baseline");
        let shown = self.chosen(scene.others).map_or(none.clone(), |other| {
            texts.with("roadmap-baseline-is", &[("name", Arg::from(other.name.as_str()))])
        });
        let combo =
            egui::ComboBox::from_id_salt("baseline").selected_text(shown).show_ui(ui, |ui| {
                ui.selectable_value(&mut self.number, None, &none);
                for other in scene.others {
                    ui.selectable_value(&mut self.number, Some(other.number), &other.name);
                }
            });
        let name = texts.get("roadmap-baseline");
        combo.response.widget_info(|| egui::WidgetInfo::labeled(Role::ComboBox, true, &name));
        combo.response.on_hover_text(name);
    }
}
