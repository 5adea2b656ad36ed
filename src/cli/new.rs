//! `phasewise new`: a commented starter scenario.

use super::Failure;
use super::report::{complain, complain_about, print, save_words};
use crate::app::{STARTER, starter_scenario};
use crate::files::variant::{Variant, write_empty};
use crate::files::{SaveError, format_of, text::Format, to_text, write_atomically};
use crate::texts::{Arg, Texts};
use clap::Args;
use std::path::{Path, PathBuf};

/// Options of `new`.
#[derive(Debug, Args)]
pub struct Options {
    /// File to write, .ron (with comments) or .json; it must not be there yet
    file: PathBuf,
    /// Write a variant of this scenario instead: a file that holds only what differs
    #[arg(long, value_name = "BASE")]
    variant_of: Option<PathBuf>,
}

/// Writes the starter scenario, or a variant without differences yet.
pub fn run(options: &Options, texts: &Texts) -> Result<(), Failure> {
    let file = options.file.display().to_string();
    let named = [("file", Arg::from(file.as_str()))];
    if options.file.exists() {
        complain(&texts.with("cli-new-exists", &named));
        return Err(Failure::Usage);
    }
    if let Some(base) = &options.variant_of {
        return variant_of(base, options, texts);
    }
    let text = match format_of(&options.file) {
        Some(Format::Ron) => STARTER.to_owned(),
        Some(Format::Json) => to_text(&starter_scenario(), Format::Json, None).unwrap_or_default(),
        None => {
            complain(&texts.with("save-ending", &named));
            return Err(Failure::Usage);
        }
    };
    let written = write_atomically(&options.file, text.as_bytes());
    told(written.map_err(|error| SaveError::Io(options.file.clone(), error)), options, texts)
}

fn variant_of(base: &Path, options: &Options, texts: &Texts) -> Result<(), Failure> {
    let variant = Variant::of(base).map_err(|problems| {
        complain_about(base, &problems, texts);
        Failure::Input
    })?;
    let header = format!("// {}", texts.get("variant-header"));
    told(write_empty(&options.file, &variant, Some(&header)).map(drop), options, texts)
}

fn told(written: Result<(), SaveError>, options: &Options, texts: &Texts) -> Result<(), Failure> {
    let file = options.file.display().to_string();
    match written {
        Ok(()) => {
            let named = [("file", Arg::from(file.as_str()))];
            print(&(texts.with("cli-new-written", &named) + "\n"));
            Ok(())
        }
        Err(error) => {
            complain(&save_words(&options.file, &error, texts));
            // A wrong name is wrong usage.
            let is_name = matches!(error, SaveError::UnknownEnding(_));
            Err(if is_name { Failure::Usage } else { Failure::Input })
        }
    }
}
