//! The roadmap for people and programs who will never open ours.

use super::report::proof;
use super::snapshot::{PlanState, PlanView, Snapshot};
use super::words::{item_name, phase_name, resource_name};
use crate::files::{self, write_atomically};
use crate::sequencing::compile::compile;
use crate::sequencing::instance;
use crate::texts::{Arg, Texts};
use std::fmt::Write as _;
use std::path::Path;

/// Why nothing was exported.
#[derive(Debug)]
pub enum ExportError {
    /// The name's ending is none that we write.
    UnknownEnding,
    /// There is no plan to export.
    NoPlan,
    /// The disk or the system refused.
    Io(std::io::Error),
}

impl ExportError {
    /// The key of its sentence in the language files.
    pub fn key(&self) -> &'static str {
        match self {
            Self::UnknownEnding => "export-unknown-ending",
            Self::NoPlan => "export-no-plan",
            Self::Io(_) => "save-failed",
        }
    }

    /// What the system said.
    pub fn why(&self) -> String {
        match self {
            Self::Io(error) => error.to_string(),
            _ => String::new(),
        }
    }
}

/// Writes what the ending of `path` asks for.
///
/// # Errors
/// If the ending is unknown, there is no plan, or the file cannot be written;
/// a file that was there is then untouched.
pub fn export(snapshot: &Snapshot, path: &Path, texts: &Texts) -> Result<(), ExportError> {
    let name =
        path.file_name().map_or_else(String::new, |name| name.to_string_lossy().to_lowercase());
    let text = if name.ends_with(".portfolio.json") {
        let compiled =
            compile(&snapshot.scenario, &snapshot.scores.worth).map_err(|_| ExportError::NoPlan)?;
        instance::to_json(&compiled.portfolio)
    } else if name.ends_with(".csv") {
        csv(snapshot, planned(snapshot)?, texts).map_err(ExportError::Io)?
    } else if name.ends_with(".md") {
        markdown(snapshot, planned(snapshot)?, texts)
    } else if let Some(format) = files::format_of(path) {
        files::to_text(&snapshot.scenario, format, None).map_err(|_| ExportError::NoPlan)?
    } else {
        return Err(ExportError::UnknownEnding);
    };
    write_atomically(path, text.as_bytes()).map_err(ExportError::Io)
}

fn planned(snapshot: &Snapshot) -> Result<&PlanView, ExportError> {
    match &snapshot.plan {
        PlanState::Planned(plan) => Ok(plan),
        _ => Err(ExportError::NoPlan),
    }
}

/// One row for each item, with machine-readable numbers. Text that a spreadsheet
/// would take for a formula is set behind an apostrophe.
fn csv(snapshot: &Snapshot, plan: &PlanView, texts: &Texts) -> std::io::Result<String> {
    let scenario = &snapshot.scenario;
    let mut writer = csv::Writer::from_writer(Vec::new());
    let mut head: Vec<String> = [
        "id",
        "item",
        "kind",
        "owner",
        "phase",
        "rank",
        "value",
        "capex",
        "opex_per_year",
        "staff_months",
    ]
    .map(str::to_owned)
    .to_vec();
    let leaves = &snapshot.scores.matrix.leaves;
    head.extend(leaves.iter().map(|&leaf| format!("points:{}", scenario.criteria[leaf].id)));
    writer.write_record(&head)?;
    for &at in &snapshot.scores.ranking.order {
        let item = &scenario.items[at];
        let ranked = &snapshot.scores.ranking.rows[at];
        let phase = plan.start[at].map(|phase| phase_name(scenario, phase, texts));
        let staff: f64 = item.staff_months.iter().map(|need| need.months.best).sum();
        let mut row = vec![
            inert(item.id.as_str()),
            inert(&item_name(scenario, at, texts)),
            format!("{:?}", item.kind).to_lowercase(),
            inert(item.owner.as_ref().map_or("", |owner| owner.as_str())),
            inert(&phase.unwrap_or_default()),
            ranked.rank.to_string(),
            ranked.value.to_string(),
            item.capex.total().to_string(),
            item.opex_per_year.best.to_string(),
            staff.to_string(),
        ];
        row.extend(ranked.contributions.iter().map(f64::to_string));
        writer.write_record(&row)?;
    }
    let bytes = writer.into_inner().map_err(|error| std::io::Error::other(error.to_string()))?;
    String::from_utf8(bytes).map_err(std::io::Error::other)
}

/// Text that no spreadsheet takes for a formula.
fn inert(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    }
}

/// Text that Markdown takes for nothing else.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '|' | '*' | '_' | '`' | '<' | '[' | ']' | '\\') {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

fn markdown(snapshot: &Snapshot, plan: &PlanView, texts: &Texts) -> String {
    let scenario = &snapshot.scenario;
    let mut text = format!("# {}\n\n", escaped(scenario.title.get(texts.language())));
    let value = texts.number(plan.objective(), 1);
    let args = [("value", Arg::from(value.as_str()))];
    let _ = writeln!(
        text,
        "{} {}.\n",
        texts.with("plan-value", &args),
        proof(&plan.answer, true, texts)
    );
    for number in 1..=scenario.phases.len() as u32 {
        let _ = writeln!(text, "## {}\n", escaped(&phase_name(scenario, number, texts)));
        for (at, info) in plan.compiled.resources.iter().enumerate().take(3) {
            if let Some((used, limit)) = plan.spending(at).get(number as usize - 1) {
                let amount = |x: f64| {
                    if info.name.is_money() {
                        texts.money(x, &scenario.currency)
                    } else {
                        texts.exact_number(x)
                    }
                };
                let name = resource_name(&info.name, scenario, texts);
                let limit = limit.map_or_else(String::new, |limit| format!(" / {}", amount(limit)));
                let _ = writeln!(text, "- {name}: {}{limit}", amount(*used));
            }
        }
        let heads = ["column-item", "column-owner", "column-value", "column-capex"];
        let heads: Vec<String> = heads.iter().map(|key| texts.get(key)).collect();
        let _ = writeln!(text, "\n| {} |\n| --- | --- | ---: | ---: |", heads.join(" | "));
        for &item in &snapshot.scores.ranking.order {
            if plan.start[item] == Some(number) {
                let _ = writeln!(text, "{}", markdown_row(snapshot, item, texts));
            }
        }
        text.push('\n');
    }
    let _ = writeln!(text, "## {}\n", texts.get("plan-left-out"));
    for &item in &snapshot.scores.ranking.order {
        if plan.start[item].is_none() {
            let _ = writeln!(text, "- {}", escaped(&item_name(scenario, item, texts)));
        }
    }
    text
}

fn markdown_row(snapshot: &Snapshot, at: usize, texts: &Texts) -> String {
    let scenario = &snapshot.scenario;
    let item = &scenario.items[at];
    let agency = scenario.agencies.iter().find(|agency| Some(&agency.id) == item.owner.as_ref());
    format!(
        "| {} | {} | {} | {} |",
        escaped(&item_name(scenario, at, texts)),
        escaped(agency.map_or("", |agency| agency.name.get(texts.language()))),
        texts.number(snapshot.scores.ranking.rows[at].value, 1),
        texts.money(item.capex.total(), &scenario.currency),
    )
}
