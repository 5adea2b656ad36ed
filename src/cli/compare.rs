//! `phasewise compare`: what differs between scenarios, and which input did it.

use super::causes::{CauseRow, InputRow, cause_rows, cause_words, input_rows, section};
use super::report::{complain, complain_about, print, print_json, read};
use super::table::{Align, Table};
use super::work::Work;
use super::{Failure, Reading};
use crate::app::{
    Between, Comparison, Difference, PlanState, PlanView, Snapshot, UsedInAll, differing,
    input_words, moved_name, moved_place, plan_once, proof, resource_name, signed_points,
};
use crate::explain::Displaced;
use crate::model::Scenario;
use crate::sequencing::compile::ResourceName;
use crate::sequencing::{Budget, CancelFlag, Options as EngineOptions};
use crate::texts::{Arg, Texts};
use clap::Args;
use indexmap::IndexMap;
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Options of `compare`.
#[derive(Debug, Args)]
pub struct Options {
    /// Scenario that the others are compared with, as .ron or .json
    a: PathBuf,
    /// Scenarios to compare with it
    #[arg(required = true, value_name = "B")]
    others: Vec<PathBuf>,
    /// Weight set to use in all of them instead of each one's active set, or `blend`
    #[arg(long, value_name = "SET")]
    weights: Option<String>,
    /// Print one JSON document instead of tables
    #[arg(long)]
    json: bool,
    #[command(flatten)]
    work: Work,
}

/// One scenario, planned.
struct State {
    file: String,
    snapshot: Arc<Snapshot>,
}

#[derive(Serialize)]
struct Report {
    pairs: Vec<Pair>,
}

#[derive(Serialize)]
struct Pair {
    a: String,
    b: String,
    inputs: Vec<InputRow>,
    /// Paths of names, notes and other words that differ, on which no plan depends.
    words: Vec<String>,
    ranks: Vec<RankRow>,
    plan: Vec<PlanRow>,
    causes: Vec<CauseRow>,
    /// False if a step on the way has no plan: what follows it is not told apart.
    complete: bool,
    /// Null unless both have a plan.
    totals: Option<Totals>,
}

#[derive(Serialize)]
struct RankRow {
    id: String,
    a: Option<usize>,
    b: Option<usize>,
}

#[derive(Serialize)]
struct PlanRow {
    id: String,
    a: Option<u32>,
    b: Option<u32>,
}

#[derive(Serialize)]
struct Totals {
    objective: Both<f64>,
    bound: Both<f64>,
    optimal: Both<bool>,
    items: Both<usize>,
    resources: IndexMap<String, Both<Option<f64>>>,
}

#[derive(Serialize)]
struct Both<T> {
    a: T,
    b: T,
}

/// Compares each further scenario with the first.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let budget = options.work.budget(texts)?;
    let engine = EngineOptions { seed: options.work.seed, ..EngineOptions::default() };
    // All are read before the first is planned, so that all problems come at once.
    let files: Vec<&PathBuf> = std::iter::once(&options.a).chain(&options.others).collect();
    let read: Vec<_> = files.iter().map(|file| scenario(file, options, texts)).collect();
    let scenarios = read.into_iter().collect::<Result<Vec<Scenario>, Failure>>()?;
    let mut states = Vec::new();
    for (file, scenario) in files.into_iter().zip(scenarios) {
        states.push(planned(file, scenario, (budget, engine), texts)?);
    }
    let Some((first, others)) = states.split_first() else { return Ok(()) };
    let cancel = CancelFlag::default();
    let compare = |other| (other, compare(first, other, &cancel));
    let compared: Vec<(&State, Comparison)> = others.iter().map(compare).collect();
    if options.json {
        let pair = |(other, comparison): &(&State, Comparison)| pair(first, other, comparison);
        let mut pairs: Vec<Pair> = compared.iter().map(pair).collect();
        match pairs.pop() {
            Some(only) if pairs.is_empty() => print_json(&only),
            last => {
                pairs.extend(last);
                print_json(&Report { pairs });
            }
        }
    } else {
        for (at, (other, comparison)) in compared.iter().enumerate() {
            let gap = if at > 0 { "\n" } else { "" };
            print(&format!("{gap}{}", words(first, other, comparison, texts)));
        }
    }
    without_plan(&states, texts)
}

fn scenario(file: &Path, options: &Options, texts: &Texts) -> Result<Scenario, Failure> {
    let weights = options.weights.clone();
    read(&Reading { file: file.into(), weights, json: options.json }, texts)
}

fn planned(
    file: &Path,
    scenario: Scenario,
    (budget, engine): (Budget, EngineOptions),
    texts: &Texts,
) -> Result<State, Failure> {
    let snapshot = plan_once(Arc::new(scenario), budget, engine).snapshot;
    if let PlanState::Invalid(problems) = &snapshot.plan {
        complain_about(file, problems, texts);
        return Err(Failure::Input);
    }
    Ok(State { file: file.display().to_string(), snapshot: Arc::new(snapshot) })
}

fn compare(first: &State, other: &State, cancel: &CancelFlag) -> Comparison {
    Comparison::between(&first.snapshot, &other.snapshot, cancel)
}

/// Fails if a scenario could be planned but for what must hold. Those without
/// phases are only ranked.
fn without_plan(states: &[State], texts: &Texts) -> Result<(), Failure> {
    let mut result = Ok(());
    for State { file, snapshot } in states {
        let key = match &snapshot.plan {
            PlanState::Planned(_) | PlanState::Invalid(_) => continue,
            PlanState::NoPhases => "compare-no-phases",
            PlanState::Infeasible { .. } | PlanState::Working => {
                result = Err(Failure::Infeasible);
                "compare-no-plan"
            }
        };
        complain(&texts.with(key, &[("file", Arg::from(file.as_str()))]));
    }
    result
}

fn pair(first: &State, other: &State, comparison: &Comparison) -> Pair {
    let Comparison { inputs, ranks, changes, used, told } = comparison;
    let ranks = ranks.iter();
    let moves = changes.iter().flat_map(|changes| &changes.moves);
    let plans = first.snapshot.planned().zip(other.snapshot.planned());
    Pair {
        a: first.file.clone(),
        b: other.file.clone(),
        inputs: input_rows(inputs),
        words: words_that_differ(first, other).into_iter().map(|word| word.path).collect(),
        ranks: ranks
            .map(|row| RankRow { id: row.id.clone(), a: row.before, b: row.after })
            .collect(),
        plan: moves
            .map(|row| &row.place)
            .map(|Displaced { id, from, to }| PlanRow { id: id.clone(), a: *from, b: *to })
            .collect(),
        causes: cause_rows(&told.causes),
        complete: plans.is_some() && told.complete,
        totals: plans.map(|(a, b)| totals(a, b, used)),
    }
}

fn totals(a: &PlanView, b: &PlanView, used: &[UsedInAll]) -> Totals {
    let resource = |row: &UsedInAll| (row.name.id(), Both { a: row.before, b: row.after });
    Totals {
        objective: Both { a: a.objective(), b: b.objective() },
        bound: Both { a: a.upper_bound(), b: b.upper_bound() },
        optimal: Both { a: a.answer.optimal, b: b.answer.optimal },
        items: Both { a: a.started(), b: b.started() },
        resources: used.iter().map(resource).collect(),
    }
}

/// What differs but is no input: names, descriptions, notes, reasons.
fn words_that_differ(first: &State, other: &State) -> Vec<Difference> {
    let (before, after) = (&first.snapshot.scenario, &other.snapshot.scenario);
    // Both were read from files, so that every number is finite.
    let mut found = differing(before, after).unwrap_or_default();
    found.retain(|difference| !difference.is_input());
    found
}

fn words(first: &State, other: &State, comparison: &Comparison, texts: &Texts) -> String {
    let (before, after) = (&*first.snapshot.scenario, &*other.snapshot.scenario);
    let between = Between { before, after };
    let mut text = String::new();
    for (key, state) in [("compare-a", first), ("compare-b", other)] {
        let title = state.snapshot.scenario.title.get(texts.language());
        let args = [("title", Arg::from(title)), ("file", Arg::from(state.file.as_str()))];
        text.push_str(&(texts.with(key, &args) + "\n"));
    }
    let inputs = comparison.inputs.iter().map(|input| input_words(input, between, texts));
    if comparison.inputs.is_empty() {
        text.push_str(&format!("\n{}\n", texts.get("compare-inputs-none")));
    }
    section(&mut text, &texts.get("compare-inputs"), inputs);
    let differing = words_that_differ(first, other);
    let differing = differing.iter().map(|word| word.words(before, after, texts));
    section(&mut text, &texts.get("compare-words"), differing);
    text.push_str(&ranks_table(comparison, between, texts));
    let Some((a, b)) = first.snapshot.planned().zip(other.snapshot.planned()) else {
        return text;
    };
    text.push_str(&moves_table(comparison, between, texts));
    text.push_str(&totals_table(a, b, comparison, between, texts));
    let causes = cause_words(&comparison.told, between, texts);
    if causes.is_empty() && !comparison.inputs.is_empty() {
        text.push_str(&format!("\n{}\n", texts.get("compare-causes-none")));
    }
    section(&mut text, &texts.get("changes-causes"), causes);
    if !comparison.told.complete {
        text.push_str(&format!("\n{}\n", texts.get("changes-causes-incomplete")));
    }
    text
}

/// A title, and a table indented below it.
fn titled(title: &str, table: &Table) -> String {
    let lines: Vec<String> = table.render().lines().map(|line| format!("  {line}")).collect();
    format!("\n{title}\n{}\n", lines.join("\n"))
}

fn ranks_table(comparison: &Comparison, between: Between<'_>, texts: &Texts) -> String {
    if comparison.ranks.is_empty() {
        return format!("\n{}\n", texts.get("compare-ranks-none"));
    }
    let mut table = Table::new(&[
        ("A", Align::Right),
        ("B", Align::Right),
        (&texts.get("column-item"), Align::Left),
    ]);
    let rank = |rank: Option<usize>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    for row in &comparison.ranks {
        let place = Displaced { id: row.id.clone(), from: None, to: None };
        let name = moved_name(&place, between.before, between.after, texts);
        table.row(vec![rank(row.before), rank(row.after), name]);
    }
    titled(&texts.get("compare-ranks"), &table)
}

fn moves_table(comparison: &Comparison, between: Between<'_>, texts: &Texts) -> String {
    let moves = comparison.changes.as_ref().map(|changes| changes.moves.as_slice());
    let moves = moves.unwrap_or_default();
    if moves.is_empty() {
        return format!("\n{}\n", texts.get("changes-none-moved"));
    }
    let Between { before, after } = between;
    let mut table = Table::new(&[
        ("A", Align::Left),
        ("B", Align::Left),
        (&texts.get("changes-how"), Align::Left),
        (&texts.get("column-item"), Align::Left),
    ]);
    for row in moves {
        table.row(vec![
            moved_place(row.place.from, before, texts),
            moved_place(row.place.to, after, texts),
            texts.get(row.kind.key()),
            moved_name(&row.place, before, after, texts),
        ]);
    }
    titled(&texts.get("changes-what-moved"), &table)
}

fn totals_table(
    a: &PlanView,
    b: &PlanView,
    comparison: &Comparison,
    between: Between<'_>,
    texts: &Texts,
) -> String {
    let mut table = Table::new(&[("", Align::Left), ("A", Align::Right), ("B", Align::Right)]);
    let number = |number: f64| texts.number(number, 1);
    let bound = texts.get("compare-bound");
    table.row(vec![texts.get("column-value"), number(a.objective()), number(b.objective())]);
    table.row(vec![bound, number(a.upper_bound()), number(b.upper_bound())]);
    let started = |plan: &PlanView| plan.started().to_string();
    table.row(vec![texts.get("compare-planned"), started(a), started(b)]);
    // Money, running cost and staff always; of all else what differs.
    let is_told = |used: &&UsedInAll| {
        let always =
            matches!(used.name, ResourceName::Capex | ResourceName::Opex | ResourceName::Staff);
        always || used.before != used.after
    };
    for UsedInAll { name, before, after } in comparison.used.iter().filter(is_told) {
        let amount = |amount: &Option<f64>, scenario: &Scenario| match amount {
            None => "–".to_owned(),
            Some(amount) if name.is_money() => texts.money(*amount, &scenario.currency),
            Some(months) => {
                let months = texts.exact_number(*months);
                texts.with("amount-months", &[("months", Arg::from(months.as_str()))])
            }
        };
        let (before, after) = (amount(before, between.before), amount(after, between.after));
        table.row(vec![resource_name(name, between.after, texts), before, after]);
    }
    let points = signed_points(b.objective() - a.objective(), texts);
    let [proof_a, proof_b] = [a, b].map(|plan| proof(&plan.answer, true, texts));
    let args = [
        ("points", Arg::from(points.as_str())),
        ("a", Arg::from(proof_a.as_str())),
        ("b", Arg::from(proof_b.as_str())),
    ];
    titled(&texts.get("compare-totals"), &table) + &texts.with("compare-proof", &args) + "\n"
}
