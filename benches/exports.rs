//! How long each format takes, and how much memory, on the bundled scenario and on 10,000
//! items.
//!
//! `cargo bench --no-default-features --bench exports` writes all formats of the bundled
//! scenario and of one of 10,000 items; `-- 2000` of another size, `-- .xlsx` of one
//! format alone. A picture of points says there that it would be too large. The
//! scenario is the one of Kazakhstan many times over, with its links, scores and
//! sources; its plan is made beforehand.
//! `-- ministries` asks twelve agencies about all of it instead, and reads their workbooks.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

use phasewise::app::ministries::{Request, collected_books, ministries};
use phasewise::app::{Snapshot, bundled_scenario, exported, handout, plan_once};
use phasewise::files::out::{Choice, Form};
use phasewise::files::tables::{Book, Limits};
use phasewise::model::{ItemId, Scenario};
use phasewise::sequencing::{Budget, Options};
use phasewise::texts::Texts;
use std::path::Path;
use std::sync::Arc;
use std::time::Instant;

fn main() {
    let items = std::env::args().find_map(|word| word.parse().ok()).unwrap_or(10_000);
    if std::env::args().any(|word| word == "ministries") {
        return there_and_back(items);
    }
    let budget = Budget::Effort(200);
    let small = plan_once(Arc::new(bundled_scenario()), budget, Options::default()).snapshot;
    println!("bundled scenario, {} items", small.scenario.items.len());
    all_forms(&small);
    let begun = Instant::now();
    let snapshot = snapshot(items);
    println!(
        "{items} items, {} criteria, planned in {:.1} s; {:.0} MB",
        snapshot.scores.matrix.leaves.len(),
        begun.elapsed().as_secs_f64(),
        memory("VmRSS")
    );
    let texts = Texts::new("kk");
    let begun = Instant::now();
    let told = handout(&snapshot, &texts);
    println!("handout    {:6.0} ms, {} links", millis(begun), told.links.len());
    drop(told);
    all_forms(&snapshot);
}

fn all_forms(snapshot: &Snapshot) {
    let texts = Texts::new("kk");
    let mut asked = std::env::args().filter(|word| word.starts_with('.')).peekable();
    let any = asked.peek().is_none();
    let asked: Vec<String> = asked.collect();
    for form in Form::ALL {
        if !any && !asked.iter().any(|ending| ending == form.ending()) {
            continue;
        }
        reset_peak();
        let before = memory("VmRSS");
        let name = format!("plan{}", form.ending());
        let begun = Instant::now();
        let written = exported(snapshot, Path::new(&name), Choice::default(), &texts);
        let bytes = match written {
            Ok(bytes) => bytes,
            Err(error) => {
                println!("{:10} {}", form.ending(), error.sentence(Path::new(&name), &texts));
                continue;
            }
        };
        println!(
            "{:10} {:6.0} ms, {:6.1} MB of file, {:4.0} MB of memory at most",
            form.ending(),
            millis(begun),
            bytes.len() as f64 / 1e6,
            memory("VmHWM") - before
        );
    }
}

/// Workbooks for twelve agencies, and what comes back when nobody filled in anything.
fn there_and_back(items: usize) {
    let mut scenario = scenario(items);
    scenario.agencies.truncate(12);
    for (at, item) in scenario.items.iter_mut().enumerate() {
        item.owner = Some(scenario.agencies[at % 12].id.clone());
    }
    println!("{items} items; {:.0} MB", memory("VmRSS"));
    reset_peak();
    let before = memory("VmRSS");
    let begun = Instant::now();
    let books = ministries(&scenario, &Request::default(), &Texts::new("kk")).unwrap();
    let cells: usize = books.iter().map(|book| book.cells).sum();
    let bytes: usize = books.iter().map(|book| book.bytes.len()).sum();
    println!(
        "asked      {:6.0} ms, {:6.1} MB of {} files, {cells} cells, {:4.0} MB of memory at most",
        millis(begun),
        bytes as f64 / 1e6,
        books.len(),
        memory("VmHWM") - before
    );
    reset_peak();
    let before = memory("VmRSS");
    let begun = Instant::now();
    let open = |book: phasewise::app::ministries::Workbook| {
        Book::from_bytes(&book.file, book.bytes, Limits::default()).unwrap()
    };
    let mut open: Vec<Book> = books.into_iter().map(open).collect();
    let found = collected_books(&scenario, &mut open, None);
    println!(
        "collected  {:6.0} ms, {} rows, {} changes, {:4.0} MB of memory at most",
        millis(begun),
        found.difference.rows.len(),
        found.changes(),
        memory("VmHWM") - before
    );
}

fn millis(begun: Instant) -> f64 {
    begun.elapsed().as_secs_f64() * 1e3
}

fn snapshot(items: usize) -> Snapshot {
    let budget = Budget::Effort(1);
    plan_once(Arc::new(scenario(items)), budget, Options::default()).snapshot
}

/// The bundled scenario over and over, with budgets as many times.
fn scenario(items: usize) -> Scenario {
    let mut scenario = bundled_scenario();
    let originals = std::mem::take(&mut scenario.items);
    let copies = items.div_ceil(originals.len());
    for copy in 0..copies {
        let named = |id: &ItemId| ItemId(format!("{id}-{copy}"));
        for original in &originals {
            let mut item = original.clone();
            item.id = named(&item.id);
            item.mandatory = false;
            item.requires.iter_mut().for_each(|link| link.item = named(&link.item));
            for group in &mut item.requires_any_of {
                group.any_of.iter_mut().for_each(|id| *id = named(id));
            }
            for channel in &mut item.channels {
                channel.requires_any_of.iter_mut().for_each(|id| *id = named(id));
            }
            scenario.items.push(item);
        }
    }
    scenario.items.truncate(items);
    scenario.exclusive.clear();
    scenario.synergies.clear();
    scenario.registers.clear();
    scenario.items.iter_mut().for_each(|item| item.registers = Default::default());
    for channel in &mut scenario.channels {
        channel.delivered_by_any_of.iter_mut().for_each(|id| *id = ItemId(format!("{id}-0")));
    }
    // What else names items is told nowhere in a handout.
    scenario.indicators.clear();
    scenario.risks.clear();
    scenario.benchmarks.clear();
    scenario.service_speed = None;
    scenario.decisions.clear();
    for phase in &mut scenario.phases {
        let times = copies as f64;
        let amounts = [&mut phase.budget, &mut phase.opex_cap, &mut phase.staff_months];
        amounts.into_iter().flatten().for_each(|amount| *amount *= times);
        phase.staff_by_agency.values_mut().for_each(|amount| *amount *= times);
        phase.co_funding.values_mut().for_each(|amount| *amount *= times);
    }
    scenario
}

/// Megabytes that the system counts for this process; 0 where it does not say.
fn memory(name: &str) -> f64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// Lets the peak of memory be counted from here on, where the system allows it.
fn reset_peak() {
    let _ = std::fs::write("/proc/self/clear_refs", "5");
}
