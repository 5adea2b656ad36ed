//! What all tests of the window begin with.

use eframe::egui::{Event, Key, Modifiers, Theme, accesskit::Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use phasewise::app::{Appearance, Document, Edit, Label, ListEdit, Settings};
use phasewise::ui::Window;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub const PATIENCE: Duration = Duration::from_secs(20);

pub fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios").join(name)
}

pub fn open(path: &Path, appearance: Appearance, zoom: f32) -> Harness<'static, Window> {
    let document = Document::open(path).unwrap_or_else(|problems| panic!("{problems:?}"));
    let settings = Settings { appearance, zoom, reduced_motion: true, ..Settings::default() };
    let mut harness = Harness::builder()
        .with_size([1280.0, 800.0])
        .with_max_steps(60)
        .with_theme(if appearance == Appearance::Dark { Theme::Dark } else { Theme::Light })
        .wgpu()
        .build_eframe(move |context| Window::new(document, settings, None, &context.egui_ctx));
    settle(&mut harness);
    harness
}

/// Lets the planner finish and the window show it.
pub fn settle(harness: &mut Harness<'_, Window>) {
    harness.run_steps(2);
    assert!(harness.state_mut().workspace_mut().wait_for_plan(PATIENCE), "planning took too long");
    harness.run_steps(3);
}

pub fn press(harness: &mut Harness<'_, Window>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    settle(harness);
}

pub fn click(harness: &mut Harness<'_, Window>, name: &str) {
    // A question that has just grown still moves to the middle.
    harness.run_steps(2);
    harness.get_by_label(name).click();
    harness.run_steps(3);
}

/// Runs a command of the palette by its name.
pub fn run(harness: &mut Harness<'_, Window>, command: &str) {
    press(harness, Modifiers::COMMAND, Key::K);
    harness.event(Event::Text(command.to_owned()));
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
}

/// Types a path into the field of a question.
pub fn set_path(harness: &mut Harness<'_, Window>, path: &Path) {
    harness.get_by_role_and_label(Role::TextInput, "Path").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.event(Event::Text(path.display().to_string()));
    harness.run_steps(2);
}

pub fn value_of(harness: &Harness<'_, Window>, id: &str) -> f64 {
    let snapshot = harness.state().workspace().snapshot();
    let at = snapshot.scenario.items.iter().position(|item| item.id == *id).unwrap();
    snapshot.scores.ranking.rows[at].value
}

pub fn swing(harness: &Harness<'_, Window>, id: &str) -> f64 {
    harness.state().workspace().document().scenario().weight_sets[0].swings[id]
}

/// Draws frames until something is so; false if it never is.
pub fn until(
    harness: &mut Harness<'_, Window>,
    mut so: impl FnMut(&Harness<'_, Window>) -> bool,
) -> bool {
    let begun = Instant::now();
    while begun.elapsed() < PATIENCE {
        harness.run_steps(1);
        if so(harness) {
            return true;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    false
}

/// True if a text with these words is on the screen.
pub fn says(harness: &Harness<'_, Window>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

/// Selects the first item and types a demand of 1000, without entering it.
pub fn type_into_a_score(harness: &mut Harness<'_, Window>) {
    let snapshot = harness.state().workspace().snapshot().clone();
    let name = snapshot.scenario.items[snapshot.scores.ranking.order[0]].name.get("en").to_owned();
    harness.get_all_by_label(&name).next().unwrap().click();
    harness.run_steps(3);
    let cell = format!("Demand of {name}");
    let begins = |label: String| label.starts_with(&cell);
    harness
        .get_all_by_role(Role::Button)
        .find(|node| node.accesskit_node().label().is_some_and(begins))
        .unwrap()
        .click();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, &cell).type_text("1000");
    harness.run_steps(2);
}

/// Kazakhstan, and in front a copy of it with half the money in 2006.
pub fn beside_less_money(appearance: Appearance) -> Harness<'static, Window> {
    let mut harness = open(&scenario("kazakhstan.ron"), appearance, 1.0);
    press(&mut harness, Modifiers::COMMAND, Key::D);
    let mut phase = harness.state().workspace().document().scenario().phases[1].clone();
    phase.budget = phase.budget.map(|budget| budget / 2.0);
    let edit = Edit::Phases(ListEdit::Replace { at: 1, value: Box::new(phase) });
    let workspace = harness.state_mut().workspace_mut();
    workspace.apply(Label::new("edit-name", "less"), edit, None).unwrap();
    settle(&mut harness);
    harness
}
