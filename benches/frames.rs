//! From a moved slider to new numbers, and frames of a long list.
//!
//! `cargo bench --bench frames` prints milliseconds of whole frames on the
//! processor (layout and tessellation, without the graphics card), and their
//! ratio to one pass over the same numbers that only ranks, in the same run.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

use eframe::egui::{self, Event, Pos2, RawInput, Rect, vec2};
use phasewise::app::importing::{difference, guess, read_table};
use phasewise::app::{
    Document, Edit, Label, ListEdit, Planner, Settings, Workspace, bundled_scenario, exported,
};
use phasewise::model::{Item, Requires, Scenario};
use phasewise::ui::Window;
use std::time::{Duration, Instant};

fn main() {
    let kazakhstan = bundled_scenario();
    // `cargo bench --bench frames -- graph`, or `-- lists`: that alone.
    let asked = |word: &str| std::env::args().any(|arg| arg == word);
    if asked("lists") {
        let large = large_scenario(&kazakhstan, 10_000);
        scrolled_frames("the roadmap", egui::Key::Num3, &large);
        return scrolled_frames("the table", egui::Key::Num9, &large);
    }
    if asked("files") {
        return frames_while_files_move(&large_scenario(&kazakhstan, 10_000));
    }
    if asked("graph") {
        graph_frames("kazakhstan, 62 items", &kazakhstan);
        return graph_frames("generated, 2,000 items", &large_scenario(&kazakhstan, 2_000));
    }
    slider("kazakhstan, 62 items", &kazakhstan, 200);
    let large = large_scenario(&kazakhstan, 10_000);
    slider("generated, 10,000 items", &large, 20);
    frames("kazakhstan, 62 items", &kazakhstan);
    frames("generated, 10,000 items", &large);
    graph_frames("kazakhstan, 62 items", &kazakhstan);
    graph_frames("generated, 2,000 items", &large_scenario(&kazakhstan, 2_000));
    scrolled_frames("the roadmap", egui::Key::Num3, &large);
    scrolled_frames("the table", egui::Key::Num9, &large);
}

/// Whole frames while the graph is dragged to and fro: all of it in sight, and zoomed in.
fn graph_frames(name: &str, scenario: &Scenario) {
    let links: usize = scenario.items.iter().map(|item| item.requires.len()).sum();
    let (ctx, mut window, mut at) = window_on(scenario, egui::Key::Num2);
    // The drawing comes from a thread of its own.
    for _ in 0..100 {
        let still = Input { wheel: 0.0, drag: None };
        input_frame(&ctx, &mut window, &mut at, &still);
        std::thread::sleep(Duration::from_millis(20));
    }
    let pan = |window: &mut Window, at: &mut u32| -> Vec<Duration> {
        (0..200)
            .map(|step: i32| {
                let x = 500.0 + 100.0 * (step as f32 / 8.0).sin();
                let drag = Some((egui::pos2(x, 400.0), step == 0));
                input_frame(&ctx, window, at, &Input { wheel: 0.0, drag })
            })
            .collect()
    };
    let whole = pan(&mut window, &mut at);
    report(&format!("frame while panning the whole graph: {name}, {links} links"), whole);
    for _ in 0..30 {
        input_frame(&ctx, &mut window, &mut at, &Input { wheel: 60.0, drag: None });
    }
    let near = pan(&mut window, &mut at);
    report(&format!("frame while panning it zoomed in: {name}"), near);
}

/// Whole frames while a view of many items is scrolled.
fn scrolled_frames(name: &str, view: egui::Key, scenario: &Scenario) {
    let (ctx, mut window, mut at) = window_on(scenario, view);
    for _ in 0..100 {
        input_frame(&ctx, &mut window, &mut at, &Input { wheel: 0.0, drag: None });
        std::thread::sleep(Duration::from_millis(100));
    }
    let scrolled = Input { wheel: -300.0, drag: None };
    let times = (0..200).map(|_| input_frame(&ctx, &mut window, &mut at, &scrolled)).collect();
    let count = scenario.items.len();
    report(&format!("frame while scrolling {name}: generated, {count} items"), times);
}

/// Whole frames while the table is scrolled and a thread writes a workbook, and while one
/// reads a table of as many rows.
fn frames_while_files_move(scenario: &Scenario) {
    let (ctx, mut window, mut at) = window_on(scenario, egui::Key::Num9);
    for _ in 0..100 {
        input_frame(&ctx, &mut window, &mut at, &Input { wheel: 0.0, drag: None });
        std::thread::sleep(Duration::from_millis(100));
    }
    let snapshot = std::sync::Arc::clone(window.workspace().snapshot());
    let texts = phasewise::texts::Texts::new("en");
    let written = |name: &str| {
        exported(&snapshot, std::path::Path::new(name), Default::default(), &texts).unwrap()
    };
    let folder = tempfile::tempdir().unwrap();
    let table = folder.path().join("items.csv");
    std::fs::write(&table, written("items.csv")).unwrap();
    let mut wheel = -300.0;
    let mut during = |what: &str, work: &(dyn Fn() + Sync)| {
        let mut times = Vec::new();
        std::thread::scope(|scope| {
            let busy = scope.spawn(work);
            while !busy.is_finished() {
                times.push(input_frame(&ctx, &mut window, &mut at, &Input { wheel, drag: None }));
                if times.len() % 200 == 0 {
                    wheel = -wheel;
                }
                std::thread::sleep(Duration::from_millis(8));
            }
        });
        report(&format!("frame while {what}: {} items", scenario.items.len()), times);
    };
    during("a workbook is written", &|| drop(written("plan.xlsx")));
    during("a table is read and compared", &|| {
        let read = read_table(&table, None, None).unwrap();
        let mapping = guess(&read.sheet, &read.layout, scenario);
        difference(&read.sheet, &read.layout, &mapping, scenario, &read.file);
    });
}

fn window_on(scenario: &Scenario, view: egui::Key) -> (egui::Context, Window, u32) {
    let ctx = egui::Context::default();
    let document = Document::unnamed(scenario.clone());
    let mut window = Window::new(document, Settings::default(), None, &ctx);
    let mut at = 0;
    for _ in 0..3 {
        frame(&ctx, &mut window, &mut at);
    }
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
    let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    input.events.push(Event::Key {
        key: view,
        physical_key: None,
        pressed: true,
        repeat: false,
        modifiers: egui::Modifiers::COMMAND,
    });
    let mut output = ctx.run_ui(input, |ui| {
        window.before_frame(&ui.ctx().clone());
        window.draw(ui);
    });
    output.textures_delta.clear();
    // The frame of the key has no time of its own.
    (ctx, window, at + 10)
}

/// What a person does in a frame.
struct Input {
    wheel: f32,
    /// Where the pointer is dragged to, and whether the button goes down now.
    drag: Option<(Pos2, bool)>,
}

fn input_frame(ctx: &egui::Context, window: &mut Window, at: &mut u32, what: &Input) -> Duration {
    let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
    let mut input = RawInput { screen_rect: Some(screen), ..RawInput::default() };
    input.time = Some(f64::from(*at) / 60.0);
    *at += 1;
    let place = what.drag.map_or(egui::pos2(500.0, 300.0), |(place, _)| place);
    input.events.push(Event::PointerMoved(place));
    if let Some((pos, true)) = what.drag {
        input.events.push(Event::PointerButton {
            pos,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: egui::Modifiers::NONE,
        });
    }
    if what.wheel != 0.0 {
        input.events.push(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, what.wheel),
            phase: egui::TouchPhase::Move,
            modifiers: egui::Modifiers::NONE,
            source: egui::MouseWheelSource::Wheel,
        });
    }
    let begun = Instant::now();
    let mut output = ctx.run_ui(input, |ui| {
        window.before_frame(&ui.ctx().clone());
        window.draw(ui);
    });
    // There is no graphics card to take them.
    output.textures_delta.clear();
    std::hint::black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
    begun.elapsed()
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
    let scrolled = Input { wheel: -300.0, drag: None };
    input_frame(ctx, window, at, &scrolled)
}
