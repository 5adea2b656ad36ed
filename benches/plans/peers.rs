//! Other solvers on the same files, by `benches/peers.py`.

use std::path::Path;
use std::process::Command;

/// A solver, and how `peers.py` calls it.
const SOLVERS: [(&str, &[&str]); 2] =
    [("CP-SAT, 8 workers", &["cpsat", "--workers", "8"]), ("HiGHS", &["highs"])];

/// What a solver found: plan and bound, as far as there are any, and how long
/// it took with reading.
struct Found {
    objective: Option<i64>,
    bound: Option<f64>,
    seconds: f64,
}

/// Prints what each solver finds in so many seconds beside our plan and bound.
pub fn print(file: &Path, seconds: f64, ours: (i64, i64)) {
    for (name, words) in SOLVERS {
        match ask(file, seconds, words) {
            Ok(found) => row(name, &found, ours),
            Err(why) => println!("  {name:<18} was not asked: {why}"),
        }
    }
}

/// One line of the table: who, plan, bound, gap, seconds.
pub fn line(name: &str, objective: Option<i64>, bound: Option<f64>, seconds: f64) {
    let plan = objective.map_or("–".into(), |objective| objective.to_string());
    let most = bound.map_or("–".into(), |bound| format!("{bound:.0}"));
    let per_cent = match (objective, bound) {
        (Some(objective), Some(bound)) => {
            let objective = objective as f64;
            format!("{:.3}", 100.0 * (bound - objective).max(0.0) / objective.abs().max(1.0))
        }
        _ => "–".into(),
    };
    println!("  {name:<18} {plan:>12} {most:>12} {per_cent:>9} {seconds:>8.1}");
}

fn row(name: &str, found: &Found, (plan, bound): (i64, i64)) {
    let Found { objective, bound: most, seconds } = *found;
    line(name, objective, most, seconds);
    // Solvers with real numbers are off by a hair.
    let hair = 1.0 + 1e-6 * bound.abs() as f64;
    if objective.is_some_and(|objective| objective > bound) {
        println!("  {name} has a plan above our bound: one of the two is wrong");
    }
    if most.is_some_and(|most| most + hair < plan as f64) {
        println!("  {name} has a bound below our plan: one of the two is wrong");
    }
}

fn ask(file: &Path, seconds: f64, solver: &[&str]) -> Result<Found, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/peers.py");
    let mut command = Command::new("python3");
    command.arg(script).arg(file).args(["--seconds", &seconds.to_string(), "--solver"]);
    let output = command.args(solver).output().map_err(|error| error.to_string())?;
    let words = String::from_utf8_lossy(&output.stdout);
    let complaint = String::from_utf8_lossy(&output.stderr);
    let last = |text: &str| text.lines().last().unwrap_or("it said nothing").to_owned();
    if !output.status.success() {
        return Err(last(&complaint));
    }
    // Python writes a bound that is not there yet as an infinity.
    let words = last(&words).replace("-Infinity", "null").replace("Infinity", "null");
    let said: serde_json::Value =
        serde_json::from_str(&words).map_err(|error| error.to_string())?;
    let number = |key: &str| said[key].as_f64().filter(|number| number.abs() < 1e18);
    Ok(Found {
        objective: number("objective").map(|objective| objective.round() as i64),
        bound: number("bound"),
        seconds: number("seconds").unwrap_or(seconds),
    })
}
