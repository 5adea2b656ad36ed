//! From a moved slider to new numbers, and frames of a long list.
//!
//! `cargo bench --bench frames` prints milliseconds of whole frames on the
//! processor (layout and tessellation, without the graphics card), and their
//! ratio to one pass over the same numbers that only ranks, in the same run.

use eframe::egui::{self, Event, Pos2, RawInput, Rect, vec2};
use phasewise::app::{
    Document, Edit, Label, ListEdit, Planner, Settings, Workspace, bundled_scenario,
};
use phasewise::model::{Item, Requires, Scenario};
use phasewise::ui::Window;
use std::time::{Duration, Instant};

fn main() {
    let kazakhstan = bundled_scenario();
    slider("kazakhstan, 62 items", &kazakhstan, 200);
    let large = large_scenario(&kazakhstan, 10_000);
    slider("generated, 10,000 items", &large, 20);
    frames("kazakhstan, 62 items", &kazakhstan);
    frames("generated, 10,000 items", &large);
}

/// The same programme over and over, with links inside each copy only.
fn large_scenario(base: &Scenario, count: usize) -> Scenario {
    let mut large = base.clone();
    large.items.clear();
    large.indicators.clear();
    for copy in 0.. {
        for item in &base.items {
            if large.items.len() == count {
                let known: std::collections::HashSet<_> =
                    large.items.iter().map(|item| item.id.clone()).collect();
                for item in &mut large.items {
                    item.requires.retain(|link| known.contains(&link.item));
                    for group in &mut item.requires_any_of {
                        group.any_of.retain(|other| known.contains(other));
                    }
                    item.requires_any_of.retain(|group| !group.any_of.is_empty());
                }
                return large;
            }
            let rename =
                |id: &str| if copy == 0 { id.into() } else { format!("{id}-{copy}").into() };
            let mut item: Item = item.clone();
            item.id = rename(item.id.as_str());
            item.mandatory = false;
            item.requires
                .iter_mut()
                .for_each(|link: &mut Requires| link.item = rename(link.item.as_str()));
            for group in &mut item.requires_any_of {
                group.any_of.iter_mut().for_each(|other| *other = rename(other.as_str()));
            }
            large.items.push(item);
        }
    }
    large
}

fn report(name: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{name:<58} median {:7.2} ms   99 % {:7.2} ms   worst {:7.2} ms",
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

/// An edit of a weight until scores, ranks and, where it comes in time, the plan are there.
fn slider(name: &str, scenario: &Scenario, moves: usize) {
    let mut workspace = Workspace::new(Document::unnamed(scenario.clone()), Planner::start(|| {}));
    workspace.wait_for_plan(Duration::from_secs(20));
    let (mut times, mut planned) = (Vec::new(), 0);
    for step in 0..moves {
        let mut set = workspace.document().scenario().weight_sets[0].clone();
        set.swings["demand"] = (step * 7 % 100) as f64;
        let edit = Edit::WeightSets(ListEdit::Replace { at: 0, value: Box::new(set) });
        let begun = Instant::now();
        let applied = workspace.apply(Label::new("edit-weight", "demand"), edit, Some(1));
        times.push(begun.elapsed());
        assert!(applied.is_ok());
        let snapshot = workspace.snapshot();
        planned += usize::from(
            snapshot.planned().is_some_and(|plan| plan.generation == snapshot.generation),
        );
    }
    report(&format!("slider to scores, ranks, plan: {name}"), times);
    println!("{:<58} a new plan in the same frame: {planned} of {moves}", "");
}

/// Whole frames while a file is opened, and while its list is scrolled.
fn frames(name: &str, scenario: &Scenario) {
    let folder = tempfile::tempdir().expect("a folder for the file");
    let file = folder.path().join("scenario.ron");
    phasewise::files::write(&file, scenario, None).expect("the file is written");
    let ctx = egui::Context::default();
    let document = Document::unnamed(bundled_scenario());
    let mut window = Window::new(document, Settings::default(), None, &ctx);
    let mut at = 0;
    // The first frames build fonts and caches.
    for _ in 0..5 {
        frame(&ctx, &mut window, &mut at);
    }
    window.open(&file, &ctx);
    let begun = Instant::now();
    let mut times = Vec::new();
    while window.workspace().document().path().is_none() {
        times.push(frame(&ctx, &mut window, &mut at));
        std::thread::sleep(Duration::from_millis(8));
    }
    let opening = begun.elapsed();
    // The frame in which it appears, and those after it.
    times.extend((0..5).map(|_| frame(&ctx, &mut window, &mut at)));
    report(&format!("frame while opening: {name}"), times);
    println!("{:<58} open after {:.2} s", "", opening.as_secs_f64());
    let times = (0..200).map(|_| frame(&ctx, &mut window, &mut at)).collect();
    report(&format!("frame while scrolling: {name}"), times);
}

/// One frame with the pointer over the list and the wheel turning.
fn frame(ctx: &egui::Context, window: &mut Window, at: &mut u32) -> Duration {
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
    let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    input.time = Some(f64::from(*at) / 60.0);
    *at += 1;
    input.events.push(Event::PointerMoved(egui::pos2(500.0, 300.0)));
    input.events.push(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -300.0),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    });
    let begun = Instant::now();
    let output = ctx.run_ui(input, |ui| {
        window.before_frame(&ui.ctx().clone());
        window.draw(ui);
    });
    std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    begun.elapsed()
}
