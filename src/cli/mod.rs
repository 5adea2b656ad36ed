//! The commands: one file each, on top of [`crate::app`].
//!
//! Every reading command prints a table for people and, with `--json`, one
//! JSON document with stable keys. Exit codes: 0 done, 1 problems found in the
//! input, 2 wrong usage, 3 no feasible plan.

mod causes;
mod check;
mod collect;
mod compare;
mod explain;
mod export;
mod impasse;
mod import;
mod merge;
mod new;
mod plan;
mod rank;
mod report;
mod table;
mod waiting;
mod work;

use crate::texts::Texts;
use clap::{Args, Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Decides which e-services a country builds first, in which phase, and why.
///
/// Without a command it opens the window, on FILE, on the last scenario, or the
/// first time on the bundled one of Kazakhstan.
#[derive(Debug, Parser)]
#[command(name = "phasewise", version, args_conflicts_with_subcommands = true)]
#[command(after_help = "Exit codes: 0 done, 1 problems found in the input, 2 wrong usage, \
                        3 no feasible plan.")]
pub struct Cli {
    /// What to do; without it the window opens
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Scenario to open in the window
    pub file: Option<PathBuf>,
    /// Language of what is printed or shown: en, ru or kk
    #[arg(long, global = true, value_parser = ["en", "ru", "kk"])]
    pub lang: Option<String>,
}

/// What the program can do without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Score and rank the items of a scenario
    ///
    /// JSON: method, items[]: id, rank, value, contributions{criterion: number}, best first.
    Rank(rank::Options),
    /// Propose a phased roadmap with a bound that no other plan can beat
    ///
    /// FILE is a scenario or a portfolio instance (docs/portfolio-format.md).
    /// JSON: objective, bound, gap, optimal, verified, seconds,
    /// plan{id: phase number from 1, or null}; for a scenario also
    /// phases[]: id, resources{id: {used, limit}} and items[]: id, phase, worth, held_by[].
    /// With --waiting: waiting[] (what is left out, most worthwhile first): id, held_by[],
    /// enters_if[] (each alone is enough; checked by planning): changes[]: kind, what,
    /// in_phase, more; phase, certain; never (no money and no people bring it in).
    /// Without a plan (exit code 3): infeasible, plan_exists, conflicts[]: proven, minimal,
    /// enough (a way out makes a plan possible, but for the other conflicts),
    /// rules[]: kind, what, items[]?, phase?, lag?, amount?, words; ways_out[]: the same of the
    /// rule to change, change (more, phase, lag or drop), to?, in_phase?, least.
    Plan(plan::Options),
    /// Say why an item is where it is, and what would move it; without an item,
    /// what is scarce
    ///
    /// JSON: id, phase, held_by[]: kind, what, until?; chain[]: depth, id, kind, what, until?;
    /// displaces[], displaced_by[]: id, from, to; pin{at_least, at_most}?;
    /// force[]: phase, loss{at_least, at_most} or null, impossible, against[], pushes[];
    /// smallest_change[]: kind, what, phase, certain, …;
    /// scarce[]: what, phase, step, about, checked{at_least, at_most}, moves[].
    /// With --since: since: inputs[]: path, a, b; moves[]; causes[]: inputs[], moves[], gain.
    /// Without a plan (exit code 3): the same as `plan`.
    Explain(explain::Options),
    /// List every problem and warning of a scenario
    ///
    /// JSON: problems[]: severity, code, path, line, column, message, remedy; file if it is
    /// in another: the base of a variant.
    /// Exit code 1 if there is an error; warnings alone give 0.
    Check(check::Options),
    /// Say what differs between scenarios: inputs, ranks, plans, and which input did it
    ///
    /// Each of B is compared with A. JSON: a, b (the files), inputs[]: path, a, b;
    /// ranks[]: id, a, b; plan[]: id, a, b (only what differs; phase number from 1, or null);
    /// causes[]: inputs[], moves[]: id, from, to, gain; complete; totals (null unless both
    /// have a plan): objective, bound, optimal, items, resources{id}, each with a and b.
    /// With more than one B: pairs[], each with those keys. Exit code 3 if one of them has no
    /// feasible plan; the rest is compared.
    Compare(compare::Options),
    /// Put together what two people made of one scenario; a merge driver for git
    ///
    /// The result is written over MINE. What only one of them changed is taken from them;
    /// where they contradict each other, what MINE has stays and a conflict is listed.
    /// Variants (files that hold only what differs from a base) are merged change by change.
    /// JSON: conflicts[]: path, base, mine, theirs (null where it is not there),
    /// problems[]: code, path, message (what would be wrong if THEIRS were taken); taken.
    /// Exit code 1 if conflicts are left, or a file cannot be read: then nothing is written.
    Merge(merge::Options),
    /// Write the plan for others: workbook, table, document, diagram, project, calendar
    ///
    /// The ending of OUT decides: .xlsx is a workbook in which scores, weights and the
    /// ranking are live formulas; .csv a table of items (--what graph: of links), with
    /// stable heads; .md and .html are documents; .mmd is Mermaid (the roadmap as bars;
    /// --what graph: a flowchart); .dot the dependencies for Graphviz; .xml a project for
    /// MS Project; .ics the milestones. Words, numbers and dates are in the language asked
    /// for. NAME.portfolio.json is the compiled portfolio for other solvers; .ron and .json
    /// are the scenario itself. Exit code 3 if the format needs a plan and there is none.
    ///
    /// --what ministries writes one workbook for each agency into the folder OUT, with the
    /// cells that it should fill in and nothing of other agencies (docs/ministries.md).
    /// JSON then: workbooks[]: agency (or null), name, file, items, cells, empty.
    Export(export::Options),
    /// Bring candidates in from a spreadsheet: .xlsx, .xls, .ods, .csv or .tsv, of any layout
    ///
    /// Rows are matched with items by id, else by name. Nothing is deleted, and what is
    /// suspicious is left as it was unless --all is given (docs/tables.md).
    /// JSON: rows (= added + changed + unchanged + skipped), added, changed, unchanged,
    /// skipped[]: row, why; mapping{their column: our field}; factors{their column: number},
    /// ignored[] (columns); suspicious[]: row, id, why, taken; missing[] (ids of items that no
    /// row is about); sheet, map (file, or null), written.
    /// Exit code 1 if the table or FILE cannot be read or used: then nothing is written.
    Import(import::Options),
    /// Take in the workbooks that ministries filled in: those of `export --what ministries`
    ///
    /// Only cells that a ministry changed against what it was given count, however old its
    /// copy is. Where two say different things, or the scenario has moved meanwhile too,
    /// nothing is taken unless --prefer names the file; what is suspicious is taken with
    /// --all only (docs/ministries.md).
    /// JSON: files[]: file, agency (or null), date, answers, up_to_date, refused; changed
    /// (cells), items, held, changes[]: id, field, was, becomes, who, place, taken;
    /// conflicts[]: id, field, now, voices[]: who, file, place, given, value; chosen (or
    /// null); added[]: id, name, taken; suspicious[]: id, why; remarks[]; written.
    /// Exit code 1 if the scenario or any file cannot be taken: the others are taken still.
    Collect(collect::Options),
    /// Write a commented starter scenario, or an empty variant of another
    New(new::Options),
}

/// What all reading commands understand.
#[derive(Debug, Args)]
pub struct Reading {
    /// Scenario, as .ron or .json
    pub file: PathBuf,
    /// Weight set to use instead of the scenario's active one, or `blend`
    #[arg(long, value_name = "SET")]
    pub weights: Option<String>,
    /// Print one JSON document instead of a table
    #[arg(long)]
    pub json: bool,
}

/// Why a command did not do what it was asked for. The words are on standard
/// error already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failure {
    /// Problems in the input.
    Input,
    /// Wrong usage.
    Usage,
    /// No plan satisfies all that must hold.
    Infeasible,
}

impl From<Failure> for ExitCode {
    fn from(failure: Failure) -> Self {
        Self::from(match failure {
            Failure::Input => 1,
            Failure::Usage => 2,
            Failure::Infeasible => 3,
        })
    }
}

/// Carries out a command.
pub fn run(command: &Command, texts: &Texts) -> ExitCode {
    let outcome = match command {
        Command::Rank(options) => rank::run(options, texts),
        Command::Plan(options) => plan::run(options, texts),
        Command::Explain(options) => explain::run(options, texts),
        Command::Check(options) => check::run(options, texts),
        Command::Export(options) => export::run(options, texts),
        Command::Compare(options) => compare::run(options, texts),
        Command::Merge(options) => merge::run(options, texts),
        Command::Import(options) => import::run(options, texts),
        Command::Collect(options) => collect::run(options, texts),
        Command::New(options) => new::run(options, texts),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.into(),
    }
}
