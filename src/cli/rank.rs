//! `phasewise rank`: scores and ranks.

use super::report::{print, print_json, read};
use super::table::{Align, Table};
use super::{Failure, Reading};
use crate::app::Scores;
use crate::model::Scenario;
use crate::scoring::LeverageGraph;
use crate::scoring::methods::{self, Method};
use crate::texts::{Arg, Texts};
use clap::{Args, ValueEnum};
use indexmap::IndexMap;
use serde::Serialize;

/// Options of `rank`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// How values are made of scores; all but mavt are cross-checks
    #[arg(long, value_enum, default_value = "mavt")]
    method: MethodName,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum MethodName {
    /// Value functions and weights, 0..100
    Mavt,
    /// Weighted sum, scores scaled between the items' least and greatest, 0..100
    Wsm,
    /// Closeness to the ideal, 0..1
    Topsis,
    /// Compromise index Q with v = 0.5; lower is better
    Vikor,
    /// Net outranking flow, -1..1
    Promethee2,
}

#[derive(Serialize)]
struct Report {
    method: &'static str,
    weights: IndexMap<String, f64>,
    items: Vec<Row>,
}

#[derive(Serialize)]
struct Row {
    id: String,
    rank: usize,
    value: f64,
    contributions: IndexMap<String, f64>,
}

/// Prints the ranking.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let scenario = read(&options.reading, texts)?;
    let scores = Scores::of(&scenario, &LeverageGraph::new(&scenario));
    let report = report(&scenario, &scores, options.method);
    if options.reading.json {
        print_json(&report);
    } else {
        print(&table(&scenario, &report, texts));
    }
    Ok(())
}

fn report(scenario: &Scenario, scores: &Scores, method: MethodName) -> Report {
    let leaves: Vec<&str> =
        scores.matrix.leaves.iter().map(|&leaf| scenario.criteria[leaf].id.as_str()).collect();
    let by_leaf = |numbers: &[f64]| -> IndexMap<String, f64> {
        leaves.iter().map(|id| (*id).to_owned()).zip(numbers.iter().copied()).collect()
    };
    let other = |method| methods::rank_by(method, scenario, &scores.matrix, &scores.weights);
    let (name, ranked) = match method {
        MethodName::Mavt => ("mavt", None),
        MethodName::Wsm => ("wsm", Some(other(Method::Wsm))),
        MethodName::Topsis => ("topsis", Some(other(Method::Topsis))),
        MethodName::Vikor => ("vikor", Some(other(Method::Vikor))),
        MethodName::Promethee2 => ("promethee2", Some(other(Method::Promethee2))),
    };
    let order = ranked.as_ref().map_or(&scores.ranking.order, |ranked| &ranked.order);
    let row = |&item: &usize| {
        let own = &scores.ranking.rows[item];
        let (rank, value) = match &ranked {
            Some(ranked) => (ranked.ranks[item], ranked.indices[item]),
            None => (own.rank, own.value),
        };
        let contributions = by_leaf(&own.contributions);
        Row { id: scenario.items[item].id.0.clone(), rank, value, contributions }
    };
    Report {
        method: name,
        weights: by_leaf(&scores.weights),
        items: order.iter().map(row).collect(),
    }
}

fn table(scenario: &Scenario, report: &Report, texts: &Texts) -> String {
    let language = texts.language();
    let mut table = Table::new(&[
        (&texts.get("column-rank"), Align::Right),
        (&texts.get("column-value"), Align::Right),
        (&texts.get("column-id"), Align::Left),
        (&texts.get("column-item"), Align::Left),
        (&texts.get("column-strongest"), Align::Left),
    ]);
    let decimals = if matches!(report.method, "mavt" | "wsm") { 1 } else { 3 };
    for row in &report.items {
        let item = scenario.item(&row.id);
        let mut strongest: Vec<(&String, &f64)> = row.contributions.iter().collect();
        strongest.sort_by(|a, b| b.1.total_cmp(a.1));
        let words: Vec<String> = strongest
            .iter()
            .take(3)
            .filter(|(_, points)| **points >= 0.05)
            .map(|(id, points)| {
                let criterion = scenario.criterion(id);
                let name = criterion.map_or("", |criterion| criterion.name.get(language));
                let name = if name.is_empty() { id.as_str() } else { name };
                format!("{name} {}", texts.number(**points, 1))
            })
            .collect();
        let name = item.map_or("", |item| item.name.get(language));
        table.row(vec![
            row.rank.to_string(),
            texts.number(row.value, decimals),
            row.id.clone(),
            name.to_owned(),
            words.join(" · "),
        ]);
    }
    let args = [
        ("title", Arg::from(scenario.title.get(language))),
        ("method", Arg::from(report.method)),
        ("count", Arg::from(report.items.len() as f64)),
    ];
    format!("{}\n\n{}", texts.with("cli-rank-title", &args), table.render())
}
