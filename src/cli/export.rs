//! `phasewise export`: the plan for others, the scenario in another form, or workbooks for
//! ministries to fill in.

mod ministries;

pub use ministries::day;

use super::report::{complain, read};
use super::work::Work;
use super::{Failure, Reading};
use crate::app::{ExportError, PlanState, export_part, plan_once};
use crate::files::out::{Choice, Part, Resolution, Sheet};
use crate::sequencing::Options as EngineOptions;
use crate::texts::Texts;
use clap::{Args, ValueEnum};
use jiff::civil::Date;
use std::path::PathBuf;
use std::sync::Arc;

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    #[command(flatten)]
    work: Work,
    /// File to write, its format by its ending: .pdf (decision note and annex), .xlsx (with live
    /// formulas), .csv, .md, .html, .svg and .png (pictures; the roadmap unless --what),
    /// .mmd (Mermaid), .dot (Graphviz), .xml (MS Project), .ics (milestones), .portfolio.json,
    /// .ron or .json; with --what ministries the folder for the workbooks
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
    /// Which part to write
    #[arg(long, value_enum, default_value = "all")]
    what: What,
    /// Begin a .csv with a byte order mark, so that Excel reads its letters right
    #[arg(long)]
    bom: bool,
    #[command(flatten)]
    asking: ministries::Asking,
    /// Paper of a .pdf
    #[arg(long, value_enum, default_value = "a4")]
    paper: Paper,
    /// Points of colour an inch of a .png, at most; fewer where it would be too large
    #[arg(long, value_name = "DPI", default_value_t = Resolution::default().0,
          value_parser = clap::value_parser!(u32).range(36..=2400))]
    dpi: u32,
    /// Day that a .pdf bears, as YYYY-MM-DD; with it the file is PDF/A-2a for archives too
    #[arg(long, value_name = "DAY")]
    date: Option<Date>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Paper {
    /// 210 × 297 mm
    A4,
    /// 8.5 × 11 inches
    Letter,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum What {
    /// Everything that the format holds
    All,
    /// What starts when
    Roadmap,
    /// What depends on what
    Graph,
    /// What is worth how much, and why
    Ranking,
    /// One workbook for each agency, with the cells that it should fill in; `collect` takes
    /// them back
    Ministries,
    /// How far the ranking holds under other methods and other weights
    Robustness,
    /// The decision note of two pages alone
    Note,
}

/// Writes one file.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    if options.what == What::Ministries {
        return ministries::run(options, texts);
    }
    if options.asking.is_given() {
        complain(&texts.get("ministries-only-for"));
        return Err(Failure::Usage);
    }
    let budget = options.work.budget(texts)?;
    let scenario = Arc::new(read(&options.reading, texts)?);
    let engine = EngineOptions { seed: options.work.seed, ..EngineOptions::default() };
    let overview = plan_once(scenario, budget, engine);
    let part = match options.what {
        What::All | What::Ministries => Part::All,
        What::Roadmap => Part::Roadmap,
        What::Graph => Part::Graph,
        What::Ranking => Part::Ranking,
        What::Robustness => Part::Robustness,
        What::Note => Part::Note,
    };
    let sheet = match options.paper {
        Paper::A4 => Sheet::A4,
        Paper::Letter => Sheet::Letter,
    };
    let (resolution, date) = (Resolution(options.dpi), options.date);
    let choice = Choice { part, byte_order_mark: options.bom, sheet, resolution, date };
    let Err(error) = export_part(&overview.snapshot, &options.to, choice, texts) else {
        return Ok(());
    };
    complain(&error.sentence(&options.to, texts));
    Err(match error {
        ExportError::UnknownEnding | ExportError::NoSuchPart(_) | ExportError::TooLarge => {
            Failure::Usage
        }
        ExportError::NoPlan if matches!(overview.snapshot.plan, PlanState::Infeasible { .. }) => {
            Failure::Infeasible
        }
        _ => Failure::Input,
    })
}
