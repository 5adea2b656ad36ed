//! `phasewise new`: a commented starter scenario.

use super::Failure;
use super::report::{complain, print};
use crate::app::{STARTER, starter_scenario};
use crate::files::{format_of, text::Format, to_text, write_atomically};
use crate::texts::{Arg, Texts};
use clap::Args;
use std::path::PathBuf;

/// Options of `new`.
#[derive(Debug, Args)]
pub struct Options {
    /// File to write, .ron (with comments) or .json; it must not be there yet
    file: PathBuf,
}

/// Writes the starter scenario.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let file = options.file.display().to_string();
    let named = [("file", Arg::from(file.as_str()))];
    if options.file.exists() {
        complain(&texts.with("cli-new-exists", &named));
        return Err(Failure::Usage);
    }
    let text = match format_of(&options.file) {
        Some(Format::Ron) => STARTER.to_owned(),
        Some(Format::Json) => to_text(&starter_scenario(), Format::Json, None).unwrap_or_default(),
        None => {
            complain(&texts.with("save-ending", &named));
            return Err(Failure::Usage);
        }
    };
    match write_atomically(&options.file, text.as_bytes()) {
        Ok(()) => {
            print(&(texts.with("cli-new-written", &named) + "\n"));
            Ok(())
        }
        Err(error) => {
            let why = error.to_string();
            let args = [("file", Arg::from(file.as_str())), ("why", Arg::from(why.as_str()))];
            complain(&texts.with("save-failed", &args));
            Err(Failure::Input)
        }
    }
}
