//! `phasewise export`: the roadmap for others, or the scenario in another form.

use super::report::{complain, read};
use super::{Failure, Reading};
use crate::app::{ExportError, export, plan_once};
use crate::sequencing::{Budget, Options as EngineOptions};
use crate::texts::{Arg, Texts};
use clap::Args;
use std::path::PathBuf;
use std::sync::Arc;

/// Options of `export`.
#[derive(Debug, Args)]
pub struct Options {
    #[command(flatten)]
    reading: Reading,
    /// File to write: .csv, .md, .portfolio.json, .ron or .json
    #[arg(long, value_name = "OUT")]
    to: PathBuf,
}

/// Writes one file.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let scenario = Arc::new(read(&options.reading, texts)?);
    let budget = Budget::Effort(crate::app::DEFAULT_EFFORT);
    let overview = plan_once(scenario, budget, EngineOptions::default());
    match export(&overview.snapshot, &options.to, texts) {
        Ok(()) => Ok(()),
        Err(error) => {
            let file = options.to.display().to_string();
            let args =
                [("file", Arg::from(file.as_str())), ("why", Arg::from(error.why().as_str()))];
            complain(&texts.with(error.key(), &args));
            Err(match error {
                ExportError::UnknownEnding => Failure::Usage,
                _ => Failure::Input,
            })
        }
    }
}
