//! How good plans and bounds are after how long, on `tests/data/portfolios`, how
//! soon a moved slider is answered, and how the time grows with the portfolio.
//!
//! `cargo bench --bench plans` plans each instance for 2 and 10 seconds;
//! `cargo bench --bench plans -- 2 10 60` for other times;
//! `cargo bench --bench plans -- 2 p00073` only what has that in its name;
//! `cargo bench --bench plans -- slider` and `-- growth` show only that part;
//! `cargo bench --bench plans -- --peers --seconds 60 p00073` asks CP-SAT and HiGHS
//! the same, side by side in one run (`pip install ortools highspy`).
//!
//! Beside each plan stands its ratio to the best plan of OR-Tools CP-SAT (8
//! workers) and HiGHS after 60 s on a machine of the same kind, and their gap.
//! Growth is shown on portfolios of [`generator`], from 1,000 to 10,000 items.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on says so")]

#[path = "plans/generator.rs"]
mod generator;
#[path = "plans/growth.rs"]
mod growth;
#[path = "plans/peers.rs"]
mod peers;

use phasewise::sequencing::{
    Answer, Budget, CancelFlag, Engine, Options, Portfolio, SplitMix64, instance, verify,
};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Best plan and gap in per cent of the better peer after 60 s.
const PEERS: [(&str, i64, f64); 8] = [
    ("p00060-t03-plain", 452_032, 0.0),
    ("p00073-t06-all", 526_911, 0.0),
    ("p00300-t06-plain", 2_308_422, 0.46),
    ("p00300-t12-all", 2_603_078, 1.22),
    ("p01000-t06-plain", 9_482_032, 0.065),
    ("p01000-t12-all", 7_979_972, 0.54),
    ("p02000-t12-all", 15_317_311, 56.0),
    ("p10000-t06-plain", 86_226_195, 87.0),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asks_for = |word: &str| arguments.iter().any(|argument| argument == word);
    let mut seconds: Vec<f64> = arguments.iter().filter_map(|word| word.parse().ok()).collect();
    let named = |name: &str| {
        let mut names = arguments.iter().filter(|word| word.starts_with('p')).peekable();
        names.peek().is_none() || names.any(|word| name.contains(word.as_str()))
    };
    let all = !asks_for("slider") && !asks_for("growth");
    if asks_for("--peers") {
        beside_peers(seconds.first().copied().unwrap_or(60.0), &named);
        return;
    }
    if seconds.is_empty() {
        seconds = vec![2.0, 10.0];
    }
    if all {
        plans(&seconds, &named);
    }
    if all || asks_for("slider") {
        println!("\na slider moves (worths ± 15 %)   answers    median       99 %  of cold plan");
        for name in ["p00073-t06-all", "p00300-t06-plain", "p01000-t06-plain"] {
            if named(name) {
                slider(name, 200);
            }
        }
    }
    if asks_for("growth") || all && !arguments.iter().any(|word| word.starts_with('p')) {
        growth::print(&read("p01000-t06-plain"));
    }
}

/// How good plans and bounds are after how long.
fn plans(seconds: &[f64], named: &dyn Fn(&str) -> bool) {
    println!(
        "{:<18} {:>4} {:>12} {:>12} {:>9} {:>8} {:>9}",
        "instance", "s", "plan", "bound", "gap %", "of peer", "peer's %"
    );
    for (name, peer, peer_gap) in PEERS.into_iter().filter(|(name, ..)| named(name)) {
        let portfolio = read(name);
        for limit in seconds {
            let answer = plan(&portfolio, *limit);
            println!(
                "{name:<18} {limit:>4} {:>12} {:>12} {:>9.3} {:>8.4} {peer_gap:>9.3}{}",
                answer.objective,
                answer.upper_bound,
                100.0 * answer.gap,
                answer.objective as f64 / peer as f64,
                if answer.optimal {
                    format!("  proven after {:.2} s", answer.seconds)
                } else {
                    String::new()
                },
            );
        }
    }
}

/// Our plan and bound after so many seconds, and those of other solvers.
fn beside_peers(seconds: f64, named: &dyn Fn(&str) -> bool) {
    println!("{:<20} {:>12} {:>12} {:>9} {:>8}", "solver", "plan", "bound", "gap %", "s");
    for (name, ..) in PEERS.into_iter().filter(|(name, ..)| named(name)) {
        println!("{name}, {seconds} s each");
        let Answer { objective, upper_bound, seconds: taken, .. } = plan(&read(name), seconds);
        peers::line("Phasewise", Some(objective), Some(upper_bound as f64), taken);
        peers::print(&file(name), seconds, (objective, upper_bound));
    }
}

fn file(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/portfolios");
    folder.join(format!("{name}.json"))
}

fn read(name: &str) -> Arc<Portfolio> {
    let text = std::fs::read_to_string(file(name)).unwrap();
    Arc::new(instance::from_json(&text).unwrap())
}

fn plan(portfolio: &Arc<Portfolio>, seconds: f64) -> Answer {
    let begun = Instant::now();
    let mut engine = Engine::new(Arc::clone(portfolio), Options::default());
    let left = seconds - begun.elapsed().as_secs_f64();
    let answer = engine.run(Budget::Seconds(left), &CancelFlag::default(), &mut |_| {});
    assert!(answer.verified && verify(portfolio, &answer.plan).objective == answer.objective);
    assert!(answer.upper_bound >= answer.objective, "a bound below a plan");
    answer
}

/// Time from new worths to a verified plan with a bound, and how good that plan
/// is beside what a cold engine finds in some seconds.
fn slider(name: &str, moves: usize) {
    let portfolio = read(name);
    let mut random = SplitMix64::new(3);
    let mut engine = Engine::new(Arc::clone(&portfolio), Options::default());
    let mut shown = engine.run(Budget::Seconds(3.0), &CancelFlag::default(), &mut |_| {}).plan;
    let mut times: Vec<Duration> = Vec::new();
    let mut last = None;
    for _ in 0..moves {
        let moved = Arc::new(moved(&portfolio, &mut random));
        let begun = Instant::now();
        engine.keep_near(Some(shown));
        let answer = engine.retarget(Arc::clone(&moved));
        times.push(begun.elapsed());
        assert!(answer.verified && answer.upper_bound >= answer.objective);
        last = Some((moved, answer.objective));
        shown = answer.plan;
    }
    times.sort_unstable();
    let (moved, warm) = last.unwrap();
    let cold = plan(&moved, 5.0).objective;
    println!(
        "{name:<32} {:>8} {:>7.2} ms {:>7.2} ms {:>13.4}",
        moves,
        times[moves / 2].as_secs_f64() * 1e3,
        times[moves * 99 / 100].as_secs_f64() * 1e3,
        warm as f64 / cold as f64
    );
}

/// Each item's worths times one factor between 0.85 and 1.15.
fn moved(portfolio: &Portfolio, random: &mut SplitMix64) -> Portfolio {
    let mut moved = portfolio.clone();
    for item in &mut moved.items {
        let factor = 0.85 + 0.3 * random.unit();
        item.worth.iter_mut().for_each(|worth| *worth = (*worth as f64 * factor) as i64);
    }
    moved
}
